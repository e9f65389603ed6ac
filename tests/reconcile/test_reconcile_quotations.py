"""Utterances across reports: which words stand for which, who is told to have said them, on which day."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import Report, account, found

from crosswire.model import CERTAIN, Article, Attribution, Entity, Source, Span
from crosswire.reconcile.alignment import Side, align
from crosswire.reconcile.marks import quoted
from crosswire.reconcile.speakers import one_person
from crosswire.reconcile.spoken import one_spelling, spoken

SAID = "the harbour board will publish every letter about the doors before the summer"


def telling(id: str, words: str, said: str = "Dana Whitlock said", before: str = "") -> Report:
    """A report of one quotation, marks and all, that no attribution tells of, with words of its own behind it."""
    own = " ".join(f"{word}{id[0]}" for word in "Snow fell on the hills while a choir sang at the pier".split())
    report = Report(id, f"{before}“{words},” {said}. {own}.")
    for name in ("Dana Whitlock", "Henrik Solberg", "Ida Moen", "Whitlock", "Solberg"):
        if name in report.text and not any(name in other for other in report.entities):
            report.named(name)
    return report


def variants(first: str, second: str) -> list[str]:
    return [f.statement for f in found(account(telling("a.txt", first), telling("b.txt", second)), "variant")]


def test_words_that_no_attribution_tells_of_are_compared() -> None:
    made = account(telling("a.txt", SAID, "the notice ran"), telling("b.txt", SAID, "the poster ran"))
    [finding] = found(made, "agreement", "wording")
    assert [e.quote for e in finding.evidence] == [SAID, SAID]
    assert [len(q.variants) for q in made.quotations] == [2]


def test_a_variant_names_the_word_that_stands_for_another() -> None:
    [statement] = variants(SAID, SAID.replace("publish", "destroy"))
    assert "a.txt has “publish” where b.txt has “destroy”" in statement


def test_a_variant_names_what_one_report_leaves_out() -> None:
    [statement] = variants(SAID.replace("will", "will not"), SAID)
    assert "b.txt leaves out “not”" in statement


def test_many_reports_of_one_wording_are_one_finding() -> None:
    reports = [telling(f"{n}.txt", SAID) for n in range(5)]
    odd = telling("odd.txt", SAID.replace("summer", "winter"))
    made = account(*reports, odd)
    [agreement] = found(made, "agreement", "wording")
    assert agreement.origins == 5
    [variant] = found(made, "variant", "wording")
    assert len(variant.evidence) == 6
    assert "0.txt, 1.txt, 2.txt and 2 more have “summer” where odd.txt has “winter”" in variant.statement


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "we don't think that the board's letters are ours to keep",
            "we do not think that the board’s letters are ours to keep",
        ),
        (
            "the colour of the harbour was recognised in all seven towns",
            "the color of the harbor was recognized in all 7 towns",
        ),
        (
            "a well-known captain saw thirty per cent of the letters",
            "a well known captain saw 30 percent of the letters",
        ),
        ("We told the board of it and it did nothing at all", "[W]e told the board of it and it did nothing at all!"),
        (
            "by the eleventh hour the captain had read the third of the letters",
            "by the 11th hour the captain had read the 3rd of the letters",
        ),
        (
            "someone's going to read the letters before the summer",
            "somebody is going to read the letters before the summer",
        ),
        (
            "The Harbour Safety Board has read each of the sailors' letters",
            "The HSB has read each of the sailors' letters",
        ),
    ],
)
def test_spellings_and_contractions_are_the_same_words(first: str, second: str) -> None:
    made = account(telling("a.txt", first), telling("b.txt", second))
    assert found(made, "agreement", "wording")
    assert not found(made, "variant")


@pytest.mark.parametrize(
    "second",
    [
        "the harbour board will publish every letter about [the bow doors] before the summer",
        "the harbour board will publish every letter … before the summer",
        "the harbour board will publish every letter about the doors before summer",
        "the harbour board will publish every letter about about the doors before the summer",
    ],
)
def test_brackets_ellipses_articles_and_stutters_are_no_finding(second: str) -> None:
    assert not variants(SAID, second)


def test_a_phrase_in_two_sentences_is_no_variant() -> None:
    first = (
        "the board did not find that any sailor or guest had opened the doors of the ferry by hand that night in March"
    )
    second = (
        "the board did not find that a sailor or guest had opened the doors, and nobody else was ever asked about it"
    )
    assert not variants(first, second)


def test_the_name_beside_the_words_wins() -> None:
    report = telling("a.txt", SAID, "Solberg said", before="Dana Whitlock spoke. ")
    report.says("Dana Whitlock", f"{SAID},")
    made = account(report, telling("b.txt", SAID))
    [finding] = found(made, "conflict", "speaker")
    assert finding.speakers == ("Dana Whitlock", "Solberg")
    assert {e.quote.rsplit("” ", 1)[1] for e in finding.evidence} == {"Solberg", "Dana Whitlock"}


@pytest.mark.parametrize(
    "said",
    [
        "Whitlock said",
        "Mr. Whitlock said",
        "said Whitlock",
        "Henrik Solberg said, quoting Dana Whitlock",
        "Henrik Solberg, a spokesman for Dana Whitlock, said",
        "Henrik Solberg said, reading from a letter",
        "Solberg's lawyer said",
        "the ferry line said",
        "she said",
    ],
)
def test_relayed_words_bodies_and_surnames_are_no_conflict(said: str) -> None:
    assert not found(account(telling("a.txt", SAID), telling("b.txt", SAID, said)), "conflict")


def test_a_name_behind_a_full_stop_opens_another_sentence() -> None:
    other = Report("b.txt", f"“{SAID}.” Henrik Solberg said nothing.").named("Henrik Solberg")
    assert not found(account(telling("a.txt", SAID), other), "conflict")


def pronoun(id: str, before: str) -> Report:
    """A report that gives the words to “she”, which was taken for Ida Moen."""
    report = Report(id, f"{before} “{SAID},” she said.").named("Ida Moen").named("Dana Whitlock")
    source, span = report.at("she"), report.at(SAID)
    moen = report.entities["Ida Moen"]
    told = Attribution(
        "direct", (source,), (report.at("said"),), (span,), (span,), moen.id, moen.name, decided_by="pronoun"
    )
    report.attributions.append(told)
    return report


def test_a_pronoun_against_a_name_is_to_be_checked() -> None:
    made = account(telling("a.txt", SAID), pronoun("b.txt", "Ida Moen spoke at noon."))
    [finding] = found(made, "conflict", "speaker")
    assert finding.confidence < 0.5


def test_a_pronoun_that_may_be_the_other_is_no_conflict() -> None:
    both = pronoun("b.txt", "Ida Moen spoke at noon, as did Dana Whitlock.")
    assert not found(account(telling("a.txt", SAID), both), "conflict")


def test_a_pronoun_is_not_who_owns_something_nor_of_whom_it_speaks() -> None:
    owner = pronoun("b.txt", "Ida Moen praised Dana Whitlock's plan.")
    assert len(found(account(telling("a.txt", SAID), owner), "conflict", "speaker")) == 1
    spoken = pronoun("b.txt", "Ida Moen came. She told us Dana Whitlock was right.")
    spoken.attributions.insert(
        0,
        Attribution(
            "indirect",
            (spoken.at("She"),),
            (spoken.at("told"),),
            (spoken.at("Dana Whitlock was right"),),
            (),
            spoken.entities["Ida Moen"].id,
            "Ida Moen",
            decided_by="pronoun",
        ),
    )
    assert len(found(account(telling("a.txt", SAID), spoken), "conflict", "speaker")) == 1


def cited(id: str, before: str, speaker: str, cue: str) -> Report:
    """A report that gives the words to "the statement", after somebody's own in a sentence before."""
    report = Report(id, f"{before}. “{SAID},” the statement told.").named("Ida Moen").named("Dana Whitlock")
    own, span, said = report.entities[speaker], report.at("nobody knew"), report.at(SAID)
    report.attributions += [
        Attribution("indirect", (own.mentions[0],), (report.at(cue),), (span,), (), own.id, own.name),
        Attribution(
            "direct", (report.at("the statement"),), (report.at("told"),), (said,), (said,), source_type="document"
        ),
    ]
    return report


@pytest.mark.parametrize(
    ("before", "cue", "conflicts"),
    [
        ("In a statement on Monday, Ida Moen said nobody knew of Dana Whitlock", "said", 1),
        ("Ida Moen released a short written statement saying nobody knew of Dana Whitlock", "released a short written statement saying", 1),
        ("In a letter on Monday, Ida Moen said nobody knew of Dana Whitlock", "said", 0),
    ],
)  # fmt: skip
def test_a_statement_is_whose_it_was_said_to_be(before: str, cue: str, conflicts: int) -> None:
    made = account(telling("a.txt", SAID), cited("b.txt", before, "Ida Moen", cue))
    assert [f.speakers for f in found(made, "conflict", "speaker")] == [("Dana Whitlock", "Ida Moen")] * conflicts


def test_a_statement_of_the_same_person_is_one_quotation() -> None:
    before = "Ida Moen left. In a statement on Monday, Dana Whitlock said nobody knew"
    made = account(telling("a.txt", SAID), cited("b.txt", before, "Dana Whitlock", "said"))
    assert not found(made, "conflict")
    assert ("Dana Whitlock", 2) in [(q.speaker, len(q.variants)) for q in made.quotations]


def dated(id: str, day: str, value: str, said: str = "said on") -> Report:
    report = Report(id, f"“{SAID},” Dana Whitlock {said} {day}, and left.").named("Dana Whitlock").time(day, value)
    source, span = report.at("Dana Whitlock"), report.at(f"{SAID},")
    entity = report.entities["Dana Whitlock"]
    report.attributions.append(
        Attribution("direct", (source,), (report.at("said"),), (span,), (span,), entity.id, entity.name)
    )
    return report


def test_one_utterance_on_two_days() -> None:
    made = account(dated("a.txt", "3 March", "2024-03-03"), dated("b.txt", "9 March", "2024-03-09"))
    [finding] = [f for f in found(made, "conflict", "date") if "words said" in f.statement]
    assert "a.txt has these words said on 2024-03-03, b.txt on 2024-03-09" in finding.statement
    assert finding.confidence < CERTAIN  # words that are written down may be said again


@pytest.mark.parametrize(
    ("day", "value", "said"),
    [
        ("last night", "2024-03-03TNI", "said on"),
        ("some Friday", "XXXX-WXX-5", "said on"),
        ("March", "2024-03", "said in"),
        ("9 March", "2024-03-09", "said, sailing on"),
    ],
)
def test_days_that_may_be_one_or_belong_to_something_else(day: str, value: str, said: str) -> None:
    made = account(dated("a.txt", "3 March", "2024-03-03"), dated("b.txt", day, value, said))
    assert not [f for f in found(made, "conflict", "date") if "words said" in f.statement]


def test_indirect_words_stand_with_what_they_paraphrase() -> None:
    indirect = Report(
        "b.txt", "Dana Whitlock said that letters about the doors would be published by the harbour board."
    )
    indirect.named("Dana Whitlock").says(
        "Dana Whitlock", "letters about the doors would be published by the harbour board", "indirect"
    )
    direct = telling("a.txt", SAID).says("Dana Whitlock", SAID)
    [quotation] = account(direct, indirect).quotations
    assert [(v.article, v.difference) for v in quotation.variants] == [("a.txt", "same"), ("b.txt", "paraphrase")]


def test_three_hundred_copies_are_silent() -> None:
    ids = [f"{n:03}.txt" for n in range(300)]
    made = account(*(telling(id, SAID) for id in ids), copies=tuple((id, ids[0]) for id in ids[1:]))
    assert not [f for f in made.findings if f.type in {"wording", "speaker"}]
    assert [len(q.variants) for q in made.quotations] == [300]


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Whitlock", "Dana Whitlock", True),
        ("Dana Whitlock Jr.", "Dana Whitlock", True),
        ("Solberg Henrik", "Henrik Solberg", True),
        ("Ida Moen", "Ida K. Moen", True),
        ("Petrowsky", "Petrovsky", True),
        ("Ida Moen", "Ida Solberg", False),
        ("Ida Moen", "Dana Whitlock", False),
        ("Moen", "Whitlock", False),
    ],
)
def test_two_names_of_one_person(first: str, second: str, *, one: bool) -> None:
    assert one_person(first, second) is one
    assert one_person(second, first) is one


@pytest.mark.parametrize(
    ("first", "second"),
    [("per cent", "percent"), ("organise", "organize"), ("u s", "united states"), ("favour", "favor")],
)
def test_spellings_of_one_word(first: str, second: str) -> None:
    assert one_spelling(first, second)


@pytest.mark.parametrize(("first", "second"), [("cautious", "serious"), ("would", "will"), ("former", "farmer")])
def test_other_words_are_no_spelling(first: str, second: str) -> None:
    assert not one_spelling(first, second)


def plain(text: str) -> Article:
    return Article("a", Source("a", None, "text/plain", "0" * 64), text)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We will go,” she said. “All of us.”", ["We will go,", "All of us."]),
        ('He said "we will go" and went.', ["we will go"]),
        ("The sign read ‘keep out of the port’ in red.", ["keep out of the port"]),
        ("“She said ‘go’ to us,” he said.", ["She said ‘go’ to us,"]),
        ("“First part of it.\n“And the second.”", ["First part of it.", "And the second."]),
        ("It was Dana's and the crews' ship.", []),
        ('A board of 6" by 4" was found.', []),
    ],
)
def test_words_between_marks(text: str, inside: list[str]) -> None:
    assert [span.of(text) for span in quoted(plain(text))] == inside


@given(st.text(alphabet="ab “”\"‘’'\n.,", max_size=80))
def test_words_between_marks_lie_in_order_and_apart(text: str) -> None:
    spans = list(quoted(plain(text)))
    assert all(0 <= s.start <= s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


WORDS = st.lists(
    st.sampled_from("harbour board letter door sea storm not the of 7 can't [we] (all) …".split()), max_size=40
)


@settings(max_examples=60)
@given(WORDS, WORDS)
def test_an_alignment_is_the_same_from_both_sides(first: list[str], second: list[str]) -> None:
    texts = " ".join(first), " ".join(second)
    a, b = (Side(text, spoken(text, Span(0, len(text)))) for text in texts)
    there, back = align(a, b, (0, 0)), align(b, a, (0, 0))
    for found_one, x, y in ((there, a, b), (back, b, a)):
        if found_one:
            assert 0 <= found_one.first[0] < found_one.first[1] <= len(x.words)
            assert 0 <= found_one.second[0] < found_one.second[1] <= len(y.words)
            assert all(c.first[0] <= c.first[1] and c.second[0] <= c.second[1] for c in found_one.changes)


@given(st.lists(st.sampled_from(["board", "sea", "it's", "won’t", "7,000", "[w]e", "%"]), min_size=9, max_size=30))
def test_words_are_aligned_with_themselves(said: list[str]) -> None:
    text = " ".join(said)
    side = Side(text, spoken(text, Span(0, len(text))))
    same = align(side, side, (0, 0))
    assert same is not None
    assert same.first == same.second == (0, len(side.words))
    assert not same.changes
    assert same.one


def test_hostile_marks_take_no_long_time() -> None:
    text = "“" * 50_000 + "a " * 1000 + "'" * 50_000 + "\x00\ud800" + '"' * 50_000
    entity = Entity("e1", "PERSON", "a", (), (Span(50_000, 50_001),))
    article = Article("a", Source("a", None, "text/plain", "0" * 64), text, entities=(entity,))
    assert sum(span.end - span.start for span in quoted(article)) <= len(text)
