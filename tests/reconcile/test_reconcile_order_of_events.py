"""Two events that one report puts in one order, and another report in the contrary one."""

from __future__ import annotations

import time

import pytest
from stories import Report, account, found

from crosswire.model import Event, EventStatus, Finding, Participant, Span
from crosswire.reconcile.entities import merge
from crosswire.reconcile.order import ordered

MAYOR, BRIDGE = "Anna Brandt", "Kelm Bridge"
BEFORE = "Anna Brandt resigned before the council dismissed Peter Dane."
AFTER = "Anna Brandt resigned after the council dismissed Peter Dane."
DAYS = "Anna Brandt resigned. The council dismissed Peter Dane."


def report(id: str, text: str) -> Report:
    made = Report(id, text, "2031-03-09", f"Outlet {id[0].upper()}")
    for name in ("Anna Brandt", "Peter Dane"):
        if name in text:
            made.named(name)
    return made.named(BRIDGE, "FAC") if BRIDGE in text else made


def add(
    made: Report, clause: str, trigger: str, lemma: str, *, role: str = "agent", who: str | None = None,
    status: EventStatus = "happened", day: str | None = None,
) -> Report:  # fmt: skip
    """An event of a report: its clause, its word, and the one who takes part in it."""
    span = made.at(clause)
    start = made.text.index(trigger, span.start)
    parts: tuple[Participant, ...] = ()
    if who:
        parts = (Participant(role, made.entities[who].mentions[0], made.entities[who].id),)
    elif trigger == "fled":  # a pronoun that stands for nobody known
        parts = (Participant(role, made.at("They")),)
    sure = {"happened": 3.0, "denied": -3.0}.get(status, 1.0)
    made.events.append(Event(span, Span(start, start + len(trigger)), lemma, None, parts, None, day, status, sure))
    made.events.sort(key=lambda e: e.trigger)
    return made


def resigned(
    id: str, text: str, status: EventStatus = "happened", days: tuple[str | None, str | None] = (None, None)
) -> Report:
    """A report of a resignation and a dismissal."""
    made = report(id, text)
    add(made, "Anna Brandt resigned", "resigned", "resign", who="Anna Brandt", status=status, day=days[0])
    clause = "the council dismissed Peter Dane" if "the council" in text else "The council dismissed Peter Dane"
    return add(made, clause, "dismissed", "dismiss", role="patient", who="Peter Dane", day=days[1])


def orders(*reports: Report) -> list[Finding]:
    return [f for f in found(account(*reports), "conflict", "date") if "before" in f.statement]


def test_contrary_orders_of_the_same_two_events_are_a_sure_conflict_with_both_sentences() -> None:
    [finding] = orders(resigned("a.txt", BEFORE), resigned("b.txt", AFTER))
    assert [e.quote for e in finding.evidence] == [BEFORE, AFTER]
    assert finding.confidence >= 0.5
    assert finding.statement == (
        f"Outlet A puts “resigned” before “dismissed”: “{BEFORE}”; Outlet B puts “dismissed” before “resigned”: “{AFTER}”."
    )


def test_one_order_in_two_reports_is_no_conflict() -> None:
    assert not orders(resigned("a.txt", BEFORE), resigned("b.txt", BEFORE))
    turned = "After the council dismissed Peter Dane, Anna Brandt resigned."
    assert not orders(resigned("a.txt", AFTER), resigned("b.txt", turned))


@pytest.mark.parametrize(
    "turned",
    [
        "After the council dismissed Peter Dane, Anna Brandt resigned.",
        "Anna Brandt resigned three hours after the council dismissed Peter Dane.",
        "But after the council dismissed Peter Dane, Anna Brandt resigned.",
    ],
)
def test_the_word_of_order_may_open_the_sentence_or_stand_behind_a_length_of_time(turned: str) -> None:
    [finding] = orders(resigned("a.txt", BEFORE), resigned("b.txt", turned))
    assert finding.evidence[1].quote == turned


@pytest.mark.parametrize(
    "doubtful",
    [
        "Anna Brandt resigned, whether before or after the council dismissed Peter Dane.",
        "Anna Brandt resigned not after the council dismissed Peter Dane.",
        "Anna Brandt resigned, looked after the council dismissed Peter Dane.",
        "Anna Brandt resigned every time after the council dismissed Peter Dane.",
        "Anna Brandt resigned after the council dismissed Peter Dane?",
        "Anna Brandt resigned. After lunch the council dismissed Peter Dane.",
    ],
)
def test_what_leaves_a_doubt_about_the_order_is_no_conflict(doubtful: str) -> None:
    assert not orders(resigned("a.txt", BEFORE), resigned("b.txt", doubtful))


@pytest.mark.parametrize("status", ["planned", "denied", "possible"])
def test_what_did_not_happen_is_in_no_order(status: EventStatus) -> None:
    assert not orders(resigned("a.txt", BEFORE), resigned("b.txt", AFTER, status))


def test_another_person_resigned_in_the_other_report() -> None:
    text = AFTER.replace("Anna Brandt", "Ruth Kessel")
    made = Report("b.txt", text, "2031-03-09", "Outlet B").named("Ruth Kessel").named("Peter Dane")
    add(made, "Ruth Kessel resigned", "resigned", "resign", who="Ruth Kessel")
    add(made, "the council dismissed Peter Dane", "dismissed", "dismiss", role="patient", who="Peter Dane")
    assert not orders(resigned("a.txt", BEFORE), made)


def test_the_bare_noun_of_an_event_is_to_be_checked_and_two_bare_nouns_are_nothing() -> None:
    def closed(id: str, text: str, noun: str) -> Report:
        made = report(id, text)
        add(made, text[: text.index(" closed") + 7], "closed", "close", role="patient", who=BRIDGE)
        return add(made, f"the {noun}", noun, noun)

    one = closed("a.txt", "Kelm Bridge was closed before the blast.", "blast")
    other = closed("b.txt", "Kelm Bridge was closed hours after the blast.", "blast")
    [finding] = orders(one, other)
    assert finding.confidence < 0.5
    first, second = report("a.txt", "They fled before the blast."), report("b.txt", "They fled after the blast.")
    for made in (first, second):
        add(made, "They fled", "fled", "flee")
        add(made, "the blast", "blast", "blast")
    assert not orders(first, second)


def test_two_nouns_with_different_words_beside_them_are_two_events() -> None:
    def closed(id: str, text: str, noun: str) -> Report:
        made = report(id, text)
        add(made, "Kelm Bridge was closed", "closed", "close", role="patient", who=BRIDGE)
        return add(made, f"the {noun}", "blast", "blast")

    mine = closed("a.txt", "Kelm Bridge was closed before the quarry blast.", "quarry blast")
    theirs = closed("b.txt", "Kelm Bridge was closed after the harbour blast.", "harbour blast")
    assert not orders(mine, theirs)


def test_days_that_contradict_an_order_are_to_be_checked() -> None:
    dates = ("2031-03-06", "2031-03-04")
    [finding] = orders(resigned("a.txt", BEFORE), resigned("b.txt", DAYS, days=dates))
    assert finding.confidence < 0.5
    assert "6 March 2031" in finding.statement
    assert "4 March 2031" in finding.statement
    assert {e.article for e in finding.evidence} == {"a.txt", "b.txt"}
    assert not orders(resigned("a.txt", AFTER), resigned("b.txt", DAYS, days=dates))
    same = ("2031-03-04", "2031-03-04")
    assert not orders(resigned("a.txt", BEFORE), resigned("b.txt", DAYS, days=same))


def test_reports_of_one_origin_and_one_report_alone_do_not_conflict_in_order() -> None:
    one, other = resigned("a.txt", BEFORE), resigned("b.txt", AFTER)
    one.publisher = other.publisher = "Harrow Post"
    assert not orders(one, other)
    assert not orders(resigned("a.txt", BEFORE))


def test_many_reports_of_two_orders_are_one_finding() -> None:
    reports = [resigned(f"{n:02}.txt", BEFORE if n % 2 else AFTER) for n in range(12)]
    for n, made in enumerate(reports):
        made.publisher = f"Outlet {n}"
    [finding] = orders(*reports)
    assert len(finding.evidence) == 12
    assert finding.statement.count("3 more") == 2


def test_a_sentence_of_thousands_of_words_of_order_is_read_in_the_time_of_its_length() -> None:
    many = 3_000
    made = report("a.txt", " ".join(["Anna Brandt resigned after"] * many))
    resign, length = made.events, len("Anna Brandt resigned after ")
    entity = made.entities["Anna Brandt"]
    for n, mention in enumerate(entity.mentions):
        start = n * length
        clause, word = Span(start, start + 20), Span(start + 12, start + 20)
        resign.append(
            Event(
                clause, word, "resign", None, (Participant("agent", mention, entity.id),), None, None, "happened", 3.0
            )
        )
    article = made.article()
    started = time.process_time()
    assert list(ordered(article, merge([article]))) == []
    assert time.process_time() - started < 5
