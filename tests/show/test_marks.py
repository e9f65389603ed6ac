from __future__ import annotations

from dataclasses import replace
from typing import Any

from accounts import article
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from crosswire.model import Article, Block, BlockKind, Span
from crosswire.show.marks import marked, markup, visible
from crosswire.show.notes import Note, Use

KINDS: tuple[BlockKind, ...] = ("title", "byline", "dateline", "heading", "paragraph", "caption", "boilerplate")


def parsed(found: str) -> Any:
    """The element that a page would hold; what a summary says is the page's own and is left out."""
    root: Any = html.fromstring(f"<div>{found}</div>", parser=html.HTMLParser(huge_tree=True))
    for summary in root.findall(".//summary"):
        summary.drop_tree()
    return root


def note(n: int, told: Article, start: int, end: int, *uses: Use) -> Note:
    return Note(n, told.id, Span(start, end), told.text[start:end], uses or (Use("finding", n, "agreement"),))


def shown(told: Article, *notes: Note) -> Any:
    return parsed(marked(told, notes, "s0-", lambda use: f"f{use.nth}"))


def test_nested_marks_nest_and_numbers_follow_their_words() -> None:
    told = article("a", "The toll stands at 14, he said.")
    found = marked(told, [note(1, told, 4, 21), note(2, told, 19, 21)], "s0-", lambda use: f"f{use.nth}")
    assert found == (
        '<p class="b-paragraph">The <mark class="t-finding" id="s0-e1">toll stands at <mark class="t-finding" id="s0-e2">14'
        '</mark><a class="n" href="#f2" data-n="2" aria-label="Back from 2 to agreement"></a></mark>'
        '<a class="n" href="#f1" data-n="1" aria-label="Back from 1 to agreement"></a>, he said.</p>'
    )


def test_crossing_marks_are_split_and_ids_stay_unique() -> None:
    told = article("a", "one two three")
    root = shown(told, note(1, told, 0, 7), note(2, told, 4, 13))
    assert [(m.get("id"), m.text_content()) for m in root.iter("mark")] == [
        ("s0-e1", "one two"),
        ("s0-e2", "two"),
        (None, " three"),
    ]


def test_a_mark_across_blocks_goes_on_in_the_next() -> None:
    told = article("a", "First line.\n\nSecond line.")
    root = shown(told, note(1, told, 6, 19))
    assert [m.text_content() for m in root.iter("mark")] == ["line.", "\n\n", "Second"]
    assert [p.text_content() for p in root.iter("p")] == ["First line.", "Second line."]


def test_the_words_of_a_conflict_stand_out_most() -> None:
    told = article("a", "one two three")
    both = (Use("timeline", 0, "timeline"), Use("finding", 0, "single-source"), Use("finding", 1, "conflict"))
    tones = [shown(told, note(1, told, 0, 3, *both[:n])).find(".//mark").get("class") for n in (1, 2, 3)]
    assert tones == ["t-line", "t-line", "t-conflict"]


def test_boilerplate_is_folded_but_there_and_open_when_linked() -> None:
    text = "News.\nShare this\nLeave a comment\nMore news."
    lines = [(0, 5), (6, 16), (17, 32), (33, 43)]
    kinds: list[BlockKind] = ["paragraph", "boilerplate", "boilerplate", "paragraph"]
    told = replace(article("a", text), blocks=tuple(Block(k, Span(*s)) for k, s in zip(kinds, lines, strict=True)))
    (folded,) = shown(told).findall("details")
    assert folded.text_content() == "Share this\nLeave a comment"
    assert folded.get("open") is None
    assert shown(told, note(1, told, 17, 22)).find("details").get("open") is not None
    assert shown(told).text_content() == text


def test_a_dateline_runs_into_its_paragraph() -> None:
    told = article("a", "PORT LORNE – It sank.")
    told = replace(told, blocks=(Block("dateline", Span(0, 12)), Block("paragraph", Span(13, 21))))
    (paragraph,) = shown(told).findall("p")
    assert paragraph.text_content() == told.text
    assert paragraph.find("span").text_content() == "PORT LORNE –"


def test_hostile_text_is_text() -> None:
    text = "<script>alert('x')</script> &amp; \"</mark>\" <img src=x onerror=y>"
    root = shown(article("a", text))
    assert root.text_content() == text
    assert [child.tag for child in root.iter()] == ["div", "p"]


def test_what_html_cannot_hold_is_shown_one_for_one() -> None:
    assert visible("a\x00\x1b\x9b\ud800b") == "a␀␛\ufffd\ufffdb"
    assert parsed(markup("one\r\ntwo\rthree")).text_content() == "one\r\ntwo\rthree"


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.text(st.sampled_from("ab \n\r<&\"'\x00\x1b\u202eé渡"), max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return replace(article("a", text), blocks=tuple(Block(draw(st.sampled_from(KINDS)), span) for span in spans))


@given(articles(), st.data())
def test_every_character_is_kept_whatever_overlaps(told: Article, data: st.DataObject) -> None:
    ends = st.integers(0, len(told.text))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(lambda s: (min(s), max(s))), max_size=9, unique=True))
    notes = [note(n, told, *span) for n, span in enumerate(spans, 1)]
    root = shown(told, *notes)
    assert root.text_content() == visible(told.text)
    ids = root.xpath("//mark[@id]/@id")
    assert sorted(ids) == sorted(f"s0-e{one.number}" for one in notes)
    assert sorted(root.xpath("//a/@href")) == sorted(f"#f{one.number}" for one in notes)


@given(articles(), st.data())
def test_marked_words_are_the_words_of_the_note(told: Article, data: st.DataObject) -> None:
    ends = st.integers(0, len(told.text))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    root = shown(told, note(1, told, start, end))
    assert "".join(m.text_content() for m in root.iter("mark")) == visible(told.text[start:end])
