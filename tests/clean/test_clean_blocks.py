"""Which parts of a report are marked as what."""

from __future__ import annotations

import pytest

from crosswire.clean import clean
from crosswire.model import Article, Block, Source, Span, Title

PROSE = "The ferry Alda left the quay at Norrhamn before dawn with forty people aboard, the harbour master said."
MORE = "Divers went down twice on Tuesday and found nothing, according to the coast guard of the island."


def cleaned(text: str, url: str | None = None) -> Article:
    return clean(Article("a", Source("a.txt", url, "text/plain", "0" * 64), text))


def marked(text: str) -> list[tuple[str, str]]:
    article = cleaned(text)
    return [(block.kind, block.span.of(text)) for block in article.blocks]


def kinds(*parts: str) -> list[str]:
    return [kind for kind, _ in marked("\n\n".join(parts))]


def test_single_line_breaks_between_long_lines_part_paragraphs() -> None:
    assert marked(f"{PROSE}\n{MORE}\n") == [("paragraph", PROSE), ("paragraph", MORE)]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    wrapped = (
        "\tThe ferry Alda left the quay at Norrhamn before dawn with forty\n"
        "people aboard, and the harbour master saw no reason to hold it back\n"
        "although the wind had risen in the night and the radio was silent.\n"
        "\tDivers went down twice on Tuesday and found nothing, according to\n"
        "the coast guard of the island, which ended its search at nightfall.\n"
    )
    first = wrapped.index("\tDivers")
    assert [span for _, span in marked(wrapped)] == [wrapped[1 : first - 1], wrapped[first + 1 : -1]]


def test_a_wrapped_line_that_opens_with_a_capital_goes_on() -> None:
    text = (
        "The ferry was on its way from the quay of the old town of\n"
        "Norrhamn to the outer isles when it struck a rock that is\n"
        "marked on every chart of the bay and sank within an hour.\n"
    )
    assert len(marked(text)) == 1


def test_a_line_that_goes_on_in_lower_case_belongs_to_the_one_before() -> None:
    assert len(marked("The mayor told\nthe paper that he would stay until the end of the year.")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "READ ALSO",
        "Leave a comment",
        "Your email address will not be shown. Fields with a star must be filled in.",
        "Advertisement",
        "READ MORE: Storm closes the bridge",
        "Click here to subscribe to our newsletter",
        "Follow us on Facebook and Twitter",
        "© 2024 The Norrhamn Post. All rights reserved.",
        "Copyright 2024 Quay Media",
        "Sign up for our daily newsletter",
        "We use cookies to make this site better.",
        "Download the Norrhamn Post app",
        "12 Comments",
        "Related articles",
        "* * *",
        "desk@norrhamn.example",
        "Tags: ferry, harbour, storm",
    ],
)
def test_pieces_of_a_page_are_boilerplate(line: str) -> None:
    assert kinds(PROSE, MORE, line)[-1] == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "The publisher said its newsletter would close in May, with the loss of nine jobs.",
        "Subscribers to the paper's newsletter were told of the change on Monday.",
        "Also on Tuesday, the island council is to vote on a new pier.",
        "Share prices fell by a tenth after the news.",
        "More on the causes will be known once divers have raised the hull.",
        "Police asked that anyone who saw the ferry call the coast guard.",
        "Cookies, she said, were all they had to eat.",
    ],
)
def test_prose_about_such_things_is_not(line: str) -> None:
    assert kinds(PROSE, line, MORE) == ["paragraph"] * 3


def test_links_under_a_heading_of_links_belong_to_it() -> None:
    found = kinds(
        PROSE, "Related articles", "Bridge closed by storm for third day", "New pier to cost nine million", MORE
    )
    assert found == ["paragraph", "boilerplate", "boilerplate", "boilerplate", "paragraph"]


def test_a_headline_is_the_first_short_line_before_prose() -> None:
    article = cleaned(f"Ferry sinks off Norrhamn\n\n{PROSE}")
    assert article.title == Title("Ferry sinks off Norrhamn", Span(0, 24))
    assert article.blocks[0].kind == "title"


@pytest.mark.parametrize(
    "first", [MORE, "Was the radio silent all night, the coast guard was asked, and who in the town had turned it off?"]
)
def test_a_sentence_is_no_headline(first: str) -> None:
    assert cleaned(f"{first}\n\n{PROSE}").title is None


def test_a_title_from_outside_is_found_in_the_text() -> None:
    text = f"Ferry sinks off Norrhamn\n\n{PROSE}"
    source = Source("a.json", None, "application/json", "0" * 64)
    article = clean(Article("a", source, text, title=Title("Ferry Sinks Off Norrhamn | Norrhamn Post")))
    assert article.title == Title("Ferry Sinks Off Norrhamn | Norrhamn Post", Span(0, 24))


def test_a_line_printed_twice_is_a_caption_both_times() -> None:
    assert kinds("Ferry sinks off Norrhamn", "The ferry Alda in 2019\nThe ferry Alda in 2019", PROSE) == [
        "title",
        "caption",
        "caption",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Reuters",
        "File photo",
        "Image: The quay at Norrhamn",
        "The quay at Norrhamn. (Photo by Mira Holt)",
        "Rescuers on the pier on Tuesday. (AP Photo/Mira Holt)",
        "Rescuers on the pier on Tuesday. Mira Holt/Getty Images",
    ],
)
def test_photographs_and_their_credits_are_captions(line: str) -> None:
    article = cleaned(f"{PROSE}\n\n{line}\n\n{MORE}")
    assert article.blocks[1].kind == "caption"
    assert article.authors == ()


def test_a_heading_stands_between_paragraphs() -> None:
    assert kinds(PROSE, "A night of storm", MORE) == ["paragraph", "heading", "paragraph"]


def test_what_a_reader_marked_is_kept_unless_cleaning_knows_better() -> None:
    parts = ["Ferry sinks off Norrhamn", "By Mira Holt", PROSE, "What divers saw", MORE, "Advertisement"]
    given = ["title", "paragraph", "paragraph", "heading", "paragraph", "paragraph"]
    text = "\n".join(parts)
    at = [text.index(part) for part in parts]
    blocks = tuple(Block(k, Span(s, s + len(p))) for k, s, p in zip(given, at, parts, strict=True))  # type: ignore[arg-type]
    article = clean(Article("a", Source(None, "https://norrhamn.example", "text/html", "0" * 64), text, blocks=blocks))
    assert [b.kind for b in article.blocks] == ["title", "byline", "paragraph", "heading", "paragraph", "boilerplate"]
    assert [a.name for a in article.authors] == ["Mira Holt"]


def test_the_label_of_an_advertisement_is_split_off_the_prose_it_sticks_to() -> None:
    assert marked(f"{MORE}\n\nADVERTISEMENT {PROSE}") == [
        ("paragraph", MORE),
        ("boilerplate", "ADVERTISEMENT"),
        ("paragraph", PROSE),
    ]
