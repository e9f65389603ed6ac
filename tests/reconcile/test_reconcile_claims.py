"""What one report tells and another denies: statements alike in all but their sign, and near misses that stay silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import Report, account, found

from crosswire.model import CERTAIN, Attribution, Event, EventStatus, Finding, Participant, Span


def report(
    id: str,
    text: str,
    trigger: str,
    lemma: str,
    agent: str | None,
    patient: str | None,
    *,
    status: EventStatus = "happened",
    rule: str | None = None,
    time: str | None = None,
    published: str | None = "2024-03-05",
    by: str | None = None,
    clause: str | None = None,
) -> Report:
    """A report of one sentence with one event; names are persons, other participants are words."""
    made = Report(id, text, published)
    for name in ("Anna Brandt", "Peter Dane", "Lena Moss"):
        if name in text:
            made.named(name)
    for name in ("Karan", "Veltria"):
        if name in text:
            made.named(name, "GPE")
    parts = [
        Participant(role, made.at(words), made.entities[words].id if words in made.entities else None)
        for role, words in (("agent", agent), ("patient", patient))
        if words
    ]
    told = clause or text.rstrip(".?")
    sure = {"happened": 3.0, "denied": -2.0}.get(status, 1.0)
    decided = rule or ("negation" if status == "denied" else "assertion")
    if by:
        made.says(by, told, "indirect")
    made.events.append(
        Event(
            made.at(told),
            made.at(trigger),
            lemma,
            None,
            tuple(parts),
            None,
            time,
            status,
            sure,
            0 if by else None,
            rule=decided,
        )
    )
    return made


def signed(id: str = "a.txt", who: str = "Anna Brandt", time: str | None = None) -> Report:
    text = f"{who} signed the harbour treaty with Karan."
    return report(id, text, "signed", "sign", who, "the harbour treaty", time=time)


def not_signed(
    id: str = "b.txt",
    text: str = "Anna Brandt did not sign the harbour treaty.",
    time: str | None = None,
    published: str = "2024-03-05",
) -> Report:
    what = text.partition(" sign ")[2] if " sign " in text else text.partition(" signed ")[2]
    trigger = "sign" if " sign " in text else "signed"
    who = "Anna Brandt"
    return report(id, text, trigger, "sign", who, what.rstrip(".?"), status="denied", time=time, published=published)


def opposed(*reports: Report) -> list[Finding]:
    return [f for f in found(account(*reports), "conflict") if f.type in {"negation", "claim"}]


def test_told_and_denied_of_the_same_thing_is_a_conflict() -> None:
    [finding] = opposed(signed(), not_signed())
    assert finding.type == "negation"
    assert {e.article for e in finding.evidence} == {"a.txt", "b.txt"}
    assert finding.confidence < CERTAIN  # the reports tell it themselves: nobody is named who denies it


def test_the_order_of_the_reports_does_not_matter() -> None:
    assert account(signed(), not_signed()).findings == account(not_signed(), signed()).findings


@pytest.mark.parametrize(
    "other",
    [
        signed("b.txt"),
        not_signed(text="Anna Brandt did not yet sign the harbour treaty."),
        not_signed(text="Anna Brandt did not only sign the harbour treaty."),
        not_signed(text="Did Anna Brandt not sign the harbour treaty?"),
        not_signed(text="Anna Brandt barely did not sign the harbour treaty."),
        not_signed(text="Anna Brandt could not sign the harbour treaty."),
        not_signed(text="Anna Brandt was told not to sign the harbour treaty."),
        not_signed(text="Anna Brandt did not sign any other part of the harbour treaty."),
        not_signed(text="In no way did Anna Brandt not sign the harbour treaty."),
        not_signed(text="Some say Anna Brandt did not sign the harbour treaty, which is not true."),
    ],
    ids=[
        "agreed",
        "not yet",
        "not only",
        "question",
        "barely",
        "could not",
        "advice",
        "any other",
        "no way",
        "taken back",
    ],
)
def test_what_denies_no_event_stays_silent(other: Report) -> None:
    assert not opposed(signed(), other)


def test_another_time_another_person_another_object_stay_silent() -> None:
    assert not opposed(signed(time="2024-03-01"), not_signed(time="2023-11-01"))
    assert not opposed(signed(who="Peter Dane"), not_signed())
    assert not opposed(signed(), not_signed(text="Anna Brandt did not sign the fishing pact."))


def test_what_is_possible_or_planned_is_not_told_as_a_fact() -> None:
    unsure: tuple[EventStatus, ...] = ("possible", "planned", "unknown")
    for status in unsure:
        text = "Anna Brandt will sign the harbour treaty."
        later = report("a.txt", text, "sign", "sign", "Anna Brandt", "the harbour treaty", status=status)
        assert not opposed(later, not_signed())


def test_a_state_that_may_have_changed_between_two_reports_is_no_conflict() -> None:
    text = "Anna Brandt has not signed the harbour treaty."
    assert not opposed(signed(), not_signed(text=text, published="2024-02-01"))
    assert opposed(signed(), not_signed(text=text))


def test_two_denials_of_one_denied_are_one_finding() -> None:
    [finding] = opposed(signed(), not_signed(), not_signed("c.txt"))
    assert {e.article for e in finding.evidence} == {"a.txt", "b.txt", "c.txt"}


def pocketed(id: str, text: str, status: EventStatus, by: str, who: str) -> Report:
    return report(
        id,
        text,
        "pocketed",
        "pocket",
        "Anna Brandt",
        "the ferry money",
        status=status,
        rule="governor" if status == "denied" else "report",
        by=by,
        clause=f"{who} pocketed the ferry money",
    )


def test_a_denial_by_one_speaker_of_what_another_says_is_a_conflict_of_speakers() -> None:
    claim = pocketed(
        "a.txt", "Anna Brandt pocketed the ferry money, Peter Dane said.", "happened", "Peter Dane", "Anna Brandt"
    )
    denial = pocketed("b.txt", "Anna Brandt denied that she pocketed the ferry money.", "denied", "Anna Brandt", "she")
    [finding] = opposed(claim, denial)
    assert finding.type == "claim"
    assert finding.speakers == ("Anna Brandt", "Peter Dane")
    assert "Peter Dane (in a.txt) said" in finding.statement
    assert "Anna Brandt (in b.txt) denied it" in finding.statement


@pytest.mark.parametrize(
    ("first", "second"),
    [(("accepted", "accept"), ("rejected", "reject")), (("won", "win"), ("lost", "lose"))],
)
def test_opposites_are_one_predicate_with_two_signs(first: tuple[str, str], second: tuple[str, str]) -> None:
    made = [
        report(id, f"Anna Brandt {word} the harbour vote.", word, lemma, "Anna Brandt", "the harbour vote")
        for id, (word, lemma) in (("a.txt", first), ("b.txt", second))
    ]
    assert opposed(*made)
    other = f"Peter Dane {second[0]} the harbour vote."
    assert not opposed(made[0], report("b.txt", other, second[0], second[1], "Peter Dane", "the harbour vote"))


def test_alive_and_dead_guilty_and_not_guilty() -> None:
    alive = report("a.txt", "Lena Moss is alive.", "alive", "alive", None, "Lena Moss")
    dead = report("b.txt", "Lena Moss is dead.", "dead", "dead", None, "Lena Moss")
    assert opposed(alive, dead)
    later = report("b.txt", "Lena Moss is dead.", "dead", "dead", None, "Lena Moss", published="2024-03-20")
    assert not opposed(alive, later)
    guilty = report("a.txt", "Lena Moss was found guilty.", "guilty", "guilty", None, "Lena Moss")
    not_guilty = report("b.txt", "Lena Moss was found not guilty.", "guilty", "guilty", None, "Lena Moss")
    plea = report("b.txt", "Lena Moss pleaded not guilty.", "guilty", "guilty", None, "Lena Moss")
    assert opposed(guilty, not_guilty)
    assert not opposed(guilty, plea)


def test_one_who_was_acquitted_and_convicted_is_no_conflict() -> None:
    told = report("a.txt", "Lena Moss was convicted.", "convicted", "convict", None, "Lena Moss")
    freed = report("b.txt", "Lena Moss was acquitted.", "acquitted", "acquit", None, "Lena Moss")
    both = "Lena Moss was acquitted of arson and convicted of theft."
    assert opposed(told, freed)
    assert not opposed(told, report("b.txt", both, "acquitted", "acquit", None, "Lena Moss"))


def test_that_one_did_not_do_it_does_not_say_that_nobody_did() -> None:
    sent = "The harbour letter to Karan was sent at noon."
    denied = "Anna Brandt never sent the harbour letter to Karan at noon."
    told = report("a.txt", sent, "sent", "send", None, "The harbour letter")
    not_by_her = report("b.txt", denied, "sent", "send", "Anna Brandt", "the harbour letter", status="denied")
    assert not opposed(told, not_by_her)
    nobody = report("b.txt", denied, "sent", "send", None, "the harbour letter", status="denied")
    assert opposed(told, nobody)


def test_a_hedged_statement_is_to_check() -> None:
    text = "Anna Brandt reportedly signed the harbour treaty."
    [finding] = opposed(report("a.txt", text, "signed", "sign", "Anna Brandt", "the harbour treaty"), not_signed())
    assert finding.confidence < 0.5


def test_copies_of_one_report_do_not_contradict_themselves() -> None:
    text = "Anna Brandt signed the harbour treaty. Anna Brandt did not sign the harbour treaty."
    told = "Anna Brandt signed the harbour treaty"
    both = report("a.txt", text, "signed", "sign", "Anna Brandt", "the harbour treaty", clause=told)
    not_told = report("b.txt", text, "sign ", "sign", "Anna Brandt", "the harbour treaty", status="denied")
    both.events += not_told.events
    assert not opposed(both)
    copy = report("b.txt", text, "sign ", "sign", "Anna Brandt", "the harbour treaty", status="denied")
    made = account(both, copy, copies=(("b.txt", "a.txt"),))
    assert not found(made, "conflict")


def test_spans_are_of_the_report() -> None:
    [finding] = opposed(signed(), not_signed())
    assert [e.span for e in finding.evidence] == [Span(0, 49), Span(0, 44)]


def many_statements(id: str, count: int) -> Report:
    """A report of many statements; the first is in its lead and gives a figure."""
    lines = ["Anna Brandt said 40 boats lay in the harbour basin"]
    lines += [f"Peter Dane said that pier{n} wanted paint{n} and timber{n} before winter" for n in range(count)]
    made = Report(id, ". ".join(lines) + ".", "2024-03-05").named("Anna Brandt").named("Peter Dane")
    made.says("Anna Brandt", "40 boats lay in the harbour basin", "indirect").figure("40", 40, of="boats")
    for n in range(count):
        made.says("Peter Dane", f"pier{n} wanted paint{n} and timber{n} before winter", "indirect")
    return made


def other_report() -> Report:
    return Report("z.txt", "Anna Brandt and Peter Dane walked along the harbour.", "2024-03-05").named("Anna Brandt")


def test_of_many_statements_that_one_origin_alone_has_the_weighty_get_a_line_and_the_rest_are_counted() -> None:
    alone = found(account(many_statements("a.txt", 40), other_report()), "single-source")
    assert [len(f.evidence) for f in alone] == [1, 40]
    assert "40 boats lay in the harbour basin" in alone[0].statement
    assert "40 further statements, of Peter Dane" in alone[1].statement


def test_of_few_statements_each_gets_its_line() -> None:
    alone = found(account(many_statements("a.txt", 4), other_report()), "single-source")
    assert [len(f.evidence) for f in alone] == [1] * 5


def test_what_another_report_tells_in_its_own_words_is_not_only_one_report_s() -> None:
    told = "Some 40 boats lay in the basin of the harbour."
    other = Report("z.txt", told, "2024-03-05").named("Anna Brandt").named("harbour", "LOC")
    alone = found(account(many_statements("a.txt", 1), other), "single-source")
    assert not any("boats" in f.statement for f in alone)


def told_of_dane(text: str, id: str = "a.txt") -> Report:
    return Report(id, text, "2024-03-05").named("Peter Dane")


def denying(what: str, cue: str = "denied") -> Report:
    text = f"Peter Dane {cue} {what}."
    made = Report("b.txt", text, "2024-03-05").named("Peter Dane")
    span, content = made.at(cue), made.at(what)
    made.attributions.append(
        Attribution("indirect", (made.at("Peter Dane"),), (span,), (content,), (), "e1", "Peter Dane")
    )
    made.events.append(Event(content, made.at("handed"), "hand", None, (), None, None, "possible", 0.0))
    return made


def test_what_a_speaker_denies_is_held_against_what_another_report_tells_in_other_grammar() -> None:
    told = told_of_dane("The auditors watched while Peter Dane handed an envelope of cash to the harbour clerk.")
    [finding] = opposed(told, denying("that he handed over an envelope of cash"))
    assert finding.type == "claim"
    assert "a.txt reported" in finding.statement
    assert "Peter Dane (in b.txt) denied it" in finding.statement
    assert finding.confidence >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "The auditors asked whether Peter Dane handed an envelope of cash to the clerk.",
        "Peter Dane never handed an envelope of cash to the clerk.",
        "The auditors saw how Lena Moss handed an envelope of cash to the clerk.",
        "Peter Dane carried an envelope of cash in his coat.",
        "If Peter Dane handed an envelope of cash to the clerk, he broke the rules.",
    ],
    ids=["asked", "denied too", "another person", "another deed", "conditional"],
)
def test_what_does_not_tell_what_is_denied_stays_silent(text: str) -> None:
    assert not opposed(told_of_dane(text), denying("that he handed over an envelope of cash"))


def test_a_hedged_telling_of_what_is_denied_is_to_check() -> None:
    told = told_of_dane("Peter Dane reportedly handed an envelope of cash to the harbour clerk.")
    [finding] = opposed(told, denying("that he handed over an envelope of cash"))
    assert finding.confidence < 0.5


def deed(id: str, first: str, second: str, more: str = "", time: str | None = "2024-03-04") -> Report:
    text = f"{first} sued {second} over the harbour lease{more}."
    return report(id, text, "sued", "sue", first, second, time=time)


def test_who_did_it_to_whom_exchanged_is_a_conflict_of_roles() -> None:
    made = account(deed("a.txt", "Anna Brandt", "Peter Dane"), deed("b.txt", "Peter Dane", "Anna Brandt"))
    [finding] = found(made, "conflict", "role")
    assert finding.confidence >= 0.5
    assert {e.article for e in finding.evidence} == {"a.txt", "b.txt"}
    other = account(deed("b.txt", "Peter Dane", "Anna Brandt"), deed("a.txt", "Anna Brandt", "Peter Dane"))
    assert made.findings == other.findings


def test_what_two_may_do_to_each_other_or_at_two_times_is_no_conflict() -> None:
    again = deed("b.txt", "Peter Dane", "Anna Brandt", time="2022-01-01")
    assert not found(account(deed("a.txt", "Anna Brandt", "Peter Dane"), again), "conflict")
    blamed = [
        report(id, f"{a} blamed {b} for the harbour fire.", "blamed", "blame", a, b, time="2024-03-04")
        for id, a, b in (("a.txt", "Anna Brandt", "Peter Dane"), ("b.txt", "Peter Dane", "Anna Brandt"))
    ]
    assert not found(account(*blamed), "conflict")


def test_two_winners_of_one_vote_are_a_conflict_unless_the_votes_differ() -> None:
    def won(id: str, who: str, what: str) -> Report:
        return report(id, f"{who} won {what}.", "won", "win", who, what)

    one = won("a.txt", "Anna Brandt", "the harbour vote")
    assert found(account(one, won("b.txt", "Peter Dane", "the harbour vote")), "conflict", "role")
    assert not found(account(one, won("b.txt", "Peter Dane", "the council vote")), "conflict")
    assert not found(account(one, won("b.txt", "Anna Brandt", "the harbour vote")), "conflict")


def test_told_and_denied_of_two_times_is_not_comparable() -> None:
    made = account(signed(time="2024-03-01"), not_signed(time="2023-11-01"))
    [finding] = found(made, "not-comparable", "status")
    assert "different times" in finding.statement
    assert {e.article for e in finding.evidence} == {"a.txt", "b.txt"}
    assert not found(account(signed(), not_signed()), "not-comparable")


POOL = [
    signed(),
    signed("c.txt", time="2024-03-01"),
    not_signed(),
    not_signed("d.txt", time="2023-11-01"),
    deed("e.txt", "Anna Brandt", "Peter Dane"),
    deed("f.txt", "Peter Dane", "Anna Brandt"),
    many_statements("g.txt", 30),
    told_of_dane("The auditors saw Peter Dane as he handed an envelope of cash to the harbour clerk.", "h.txt"),
    denying("that he handed over an envelope of cash"),
]


@settings(max_examples=25, deadline=None)
@given(st.permutations([report for n, report in enumerate(POOL) if n != 2]))
def test_findings_are_the_same_in_any_order_of_the_reports(reports: list[Report]) -> None:
    assert account(*reports).findings == account(*sorted(reports, key=lambda r: r.id)).findings
