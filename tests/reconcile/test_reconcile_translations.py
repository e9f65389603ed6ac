"""One utterance in two translations: brought together only where a report says that its words are translated."""

from __future__ import annotations

from itertools import permutations

import pytest
from stories import MADE_BY, Report, found

from crosswire import meaning
from crosswire.model import Account, Finding, Story
from crosswire.reconcile import reconcile
from crosswire.reconcile.entities import merge
from crosswire.reconcile.translated import translated
from crosswire.reconcile.utterances import utterances

HOUSE = "I lost my house and my two brothers that night"
HOME = "That night I was left without a home and without both of my brothers"


def report(id: str, text: str, *said: tuple[str, str]) -> Report:
    """A report with its speakers and what it quotes of them."""
    made = Report(id, text, publisher=f"{id[0].upper()} Courier")
    for name in dict.fromkeys(name for name, _ in said):
        made.named(name)
    for name, words in said:
        made.says(name, words)
    return made


def account(*reports: Report) -> Account:
    """The account of a story of these reports, with what words mean."""
    articles = [one.article() for one in reports]
    return reconcile(Story("s", tuple(a.id for a in articles)), articles, MADE_BY, meaning.embed)


def variants(*reports: Report) -> list[Finding]:
    return found(account(*reports), "variant", "wording")


NOOR, ILSE = "Noor Hadi", "Ilse Marvane"
MARKED = report("a.txt", f"“{HOUSE},” Noor Hadi said through an interpreter.", (NOOR, HOUSE))
OTHER = report("b.txt", f"Noor Hadi stood by the dam. “{HOME},” she said.", (NOOR, HOME))


def test_two_translations_are_one_finding_with_the_words_that_say_so() -> None:
    (one,) = variants(MARKED, OTHER)
    assert one.statement == (
        f"A Courier “{HOUSE}” and B Courier “{HOME}” may be one utterance of Noor Hadi, "
        "translated, as A Courier says (“through an interpreter”)."
    )
    assert [e.quote for e in one.evidence] == [HOUSE, "through an interpreter", HOME]
    assert one.origins == 2
    assert one.speakers == (NOOR,)


def test_they_are_one_quotation_and_nobodys_alone() -> None:
    made = account(MARKED, OTHER)
    ((first, second),) = (q.variants for q in made.quotations)
    assert {(first.article, first.difference), (second.article, second.difference)} == {
        ("b.txt", "same"),
        ("a.txt", "paraphrase"),
    }
    assert found(made, "single-source") == []


def test_without_a_mark_nothing_is_brought_together() -> None:
    plain = report("a.txt", f"“{HOUSE},” Noor Hadi said at the dam.", (NOOR, HOUSE))
    assert variants(plain, OTHER) == []


def test_words_of_another_meaning_and_of_another_speaker_stay_apart() -> None:
    road = "The road to the valley was still under water in the morning"
    assert variants(MARKED, report("b.txt", f"“{road},” Noor Hadi said.", (NOOR, road))) == []
    assert variants(MARKED, report("b.txt", f"“{HOME},” Ilse Marvane said.", (ILSE, HOME))) == []


def test_a_report_is_held_against_others_only() -> None:
    text = f"“{HOUSE},” Noor Hadi said through an interpreter. “{HOME},” she said."
    assert variants(report("a.txt", text, (NOOR, HOUSE), (NOOR, HOME)), report("b.txt", "Rain fell.")) == []


def test_of_three_translations_each_is_shown_once_in_any_order() -> None:
    third = "That night took my house and both my brothers from me"
    reports = (MARKED, OTHER, report("c.txt", f"“{third},” said Noor Hadi in Arabic.", (NOOR, third)))
    (one,) = variants(*reports)
    assert [e.quote for e in one.evidence if e.quote in {HOUSE, HOME, third}] == [HOUSE, HOME, third]
    assert all(variants(*order) == [one] for order in permutations(reports))


def test_a_mark_holds_for_what_the_speaker_says_further_on() -> None:
    rest = "Nobody has come to see us since the dam broke on Sunday"
    other = "No one has come to us since the dam collapsed on Sunday"
    first = f"“The river came at night and took it all,” Noor Hadi said in Arabic.\n“{rest},” she said."
    made = report("a.txt", first, (NOOR, "The river came at night and took it all"), (NOOR, rest))
    (one,) = variants(made, report("b.txt", f"“{other},” Noor Hadi said.", (NOOR, other)))
    assert "“Noor Hadi" not in one.statement
    assert "“said in Arabic”" in one.statement


def test_wordings_that_differ_in_a_word_say_that_they_are_translated() -> None:
    first = "The old dam was weak and everybody in the valley knew that it would break"
    second = "The old dam was frail and everybody in the valley knew that it would break"
    (one,) = variants(
        report("a.txt", f"“{first},” Noor Hadi said in Turkish on Monday.", (NOOR, first)),
        report("b.txt", f"“{second},” Noor Hadi said.", (NOOR, second)),
    )
    assert "“weak” where B Courier has “frail”" in one.statement
    assert one.statement.endswith("translated, as A Courier says (“said in Turkish”).")


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("“{}”, Noor Hadi said in Spanish.", "said in Spanish"),
        ("Speaking in fluent French on Monday, Noor Hadi said: “{}”", "Speaking in fluent French"),
        ("Noor Hadi told reporters in Kurdish that “{}”", "told reporters in Kurdish"),
        ("Through a court translator, Noor Hadi said “{}”", "Through a court translator"),
        ("“{}”, Noor Hadi wrote in a Persian-language post.", "Persian-language post"),
        ("“{}”, Noor Hadi said, according to a Courier translation.", "according to a Courier translation"),
        ("“{}”, Noor Hadi said in remarks translated from Urdu.", "translated from Urdu"),
        ("“{}”, said Noor Hadi to her sister, who translated for reporters.", "who translated for"),
    ],
)
def test_ways_in_which_a_report_says_so(sentence: str, mark: str) -> None:
    article = report("a.txt", sentence.format(HOUSE), (NOOR, HOUSE)).article()
    said = utterances([article], merge([article]))
    assert [e.quote for e in translated(said).values()] == [mark]


@pytest.mark.parametrize(
    "sentence",
    [
        "“{}”, Noor Hadi said in English.",
        "“{}”, Noor Hadi said in French newspapers.",
        "“{}”, Noor Hadi said of investments in Chinese steel.",
        "“{}”, Noor Hadi said. The words were translated into action.",
        "“{}”, Noor Hadi said.\nThe guide told visitors in German.",
        "“{}”, Noor Hadi said. “He spoke in Arabic.”",
    ],
)
def test_what_does_not_say_so(sentence: str) -> None:
    article = report("a.txt", sentence.format(HOUSE), (NOOR, HOUSE)).article()
    assert translated(utterances([article], merge([article]))) == {}
