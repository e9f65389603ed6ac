"""Numbers and days that two reports give for one and the same thing, and those that only look so."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import Report, account, found

from crosswire.model import CERTAIN, Account, Span
from crosswire.reconcile.counterparts import counterparts
from crosswire.reconcile.ranges import compatible
from crosswire.reconcile.slots import Slot, sentences

HARBOUR = "The harbour board of Sollen ordered {} new ferries from the Brunn shipyard."


def pair(first: str, second: str, days: tuple[str | None, str | None] = ("2024-03-04", "2024-03-04")) -> Account:
    """The account of two reports."""
    return account(Report("a.txt", first, days[0]), Report("b.txt", second, days[1]))


def kinds(made: Account) -> list[str]:
    return [f.kind for f in made.findings if f.type in {"number", "date"}]


def slots(text: str) -> list[Slot]:
    return [slot for sentence in sentences(Report("a.txt", text).article()) for slot in sentence.slots]


def test_two_numbers_of_one_thing_are_a_conflict_with_both_words() -> None:
    made = pair(
        HARBOUR.format("four"), "The Brunn shipyard is to build nine new ferries for the harbour board of Sollen."
    )
    [finding] = found(made, "conflict", "number")
    assert [e.quote for e in finding.evidence] == [
        "The harbour board of Sollen ordered four new ferries from the Brunn shipyard",
        "The Brunn shipyard is to build nine new ferries for the harbour board of Sollen",
    ]
    assert finding.statement == (
        "The reports give different numbers: “four new ferries” (a.txt, 4 March 2024) and "
        "“nine new ferries” (b.txt, 4 March 2024)."
    )


def test_the_same_number_is_an_agreement() -> None:
    assert kinds(pair(HARBOUR.format("four"), HARBOUR.format("4"))) == ["agreement"]


def test_a_report_that_points_back_with_another_number_contradicts_itself() -> None:
    own = "The Brunn shipyard paid five welders to settle their claims. {} welders left Brunn."
    other = "The Brunn shipyard paid five welders to settle their claims last year."
    [finding] = found(pair(own.format("The eight"), other), "conflict", "number")
    assert finding.statement == (
        "a.txt gives two numbers: “five welders” (a.txt, 4 March 2024; b.txt, 4 March 2024) and "
        "“eight welders” (a.txt, 4 March 2024)."
    )
    assert {e.article for e in finding.evidence} == {"a.txt", "b.txt"}
    assert kinds(pair(own.format("Eight more"), other)) == ["agreement"]  # other welders
    summed = own.format("The eight").replace("five welders", "five welders and three more welders")
    assert "conflict" not in kinds(pair(summed, other))  # the eight are the five and the three


def test_a_number_that_alone_differs_from_all_others_is_shown() -> None:
    """Few words around the numbers are alike; all others that the story gives for divers are four."""
    said = Report("a.txt", "Four divers searched the weir at Brunn. Later, the nine divers were thanked.", "2024-03-04")
    other = Report("b.txt", "The harbour police of Sollen sent four divers to Brunn.", "2024-03-04")
    odd = Report("c.txt", "At the weir, seven divers were seen by a Brunn baker.", "2024-03-04")
    assert len(found(account(said, other), "conflict", "number")) == 1
    assert not found(account(Report("a.txt", said.text.replace("the nine", "four"), "2024-03-04"), other), "conflict")
    assert "“seven divers” (c.txt" in " ".join(f.statement for f in found(account(other, odd), "conflict", "number"))


@pytest.mark.parametrize(("second", "compared"), [("19", True), ("190", False), ("120", True)])
def test_numbers_far_apart_are_of_one_quantity_only_where_one_may_be_a_slip(second: str, *, compared: bool) -> None:
    made = pair(
        "The harbour board of Sollen found 12 new ferries in the books of the Brunn shipyard.",
        f"There were {second} new ferries in the papers and books that the clerk of a Sollen court read.",
    )
    assert bool(found(made, "conflict", "number")) is compared


@pytest.mark.parametrize(
    ("first", "second", "compared"),
    [
        ("40%", "60%", False),  # each is what the other leaves
        ("40%", "50%", True),
    ],
)
def test_what_a_share_leaves_is_no_conflict(first: str, second: str, *, compared: bool) -> None:
    text = "The harbour board of Sollen found {} of the missing funds."
    made = pair(text.format(first), f"{text.format(second)} They lay in the books of the Brunn shipyard.")
    assert bool(found(made, "conflict", "number")) is compared


def test_another_day_for_one_event_is_a_conflict() -> None:
    made = pair(
        "The Brunn bridge was closed on March 2 after a barge struck its middle pier.",
        "A barge struck the middle pier of the Brunn bridge, which was closed on March 5.",
    )
    [finding] = found(made, "conflict", "date")
    assert "“March 2” (a.txt" in finding.statement
    assert "“March 5” (b.txt" in finding.statement


def test_the_same_day_written_otherwise_is_no_conflict() -> None:
    made = pair(
        "The Brunn bridge was closed on March 2 after a barge struck its middle pier.",
        "A barge struck the middle pier of the Brunn bridge, which was closed on 2 March.",
    )
    assert not kinds(made)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (HARBOUR.format("four"), "Nine ferries cross the strait of Olm each day."),
        (HARBOUR.format("four"), HARBOUR.format("four") + " It had sold nine old ferries to the Brunn shipyard."),
        (HARBOUR.format("about 40"), HARBOUR.format("43")),
        (HARBOUR.format("more than 40"), HARBOUR.format("46")),
        (HARBOUR.format("1,100"), HARBOUR.format("1,117")),
        (HARBOUR.format("four to six"), HARBOUR.format("five")),
        (
            "The vote of the Sollen council was 14-7 for the bridge.",
            "The vote of the Sollen council was 14-9 for the bridge.",
        ),
        (
            "Chances of a strike at the Brunn shipyard are 1 in 3.",
            "Chances of a strike at the Brunn shipyard are two in three.",
        ),
    ],
)
def test_what_can_both_hold_is_no_conflict(first: str, second: str) -> None:
    assert "conflict" not in kinds(pair(first, second))


def test_a_report_that_gives_both_numbers_knows_of_two_quantities() -> None:
    both = "The Brunn shipyard built four ferries for Sollen and nine ferries for Olm."
    assert "conflict" not in kinds(pair(both, "The Brunn shipyard built nine ferries for Olm."))


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (
            "In 2019 the harbour board of Sollen ordered four new ferries from the Brunn shipyard.",
            "In 2023 the harbour board of Sollen ordered nine new ferries from the Brunn shipyard.",
            "different years",
        ),
        (
            "Two of the new ferries that the harbour board of Sollen ordered from the Brunn shipyard are late.",
            "Nine new ferries that the harbour board of Sollen ordered from the Brunn shipyard are late.",
            "a part and of the whole",
        ),
        (
            "The new ferries that the harbour board of Sollen ordered from the Brunn shipyard cost $40 million.",
            "The new ferries that the harbour board of Sollen ordered from the Brunn shipyard cost £31 million.",
            "in different currencies",
        ),
    ],
)
def test_numbers_that_differ_in_a_dimension_are_not_comparable(first: str, second: str, why: str) -> None:
    made = pair(first, second)
    assert "conflict" not in kinds(made)
    [finding] = found(made, "not-comparable", "number")
    assert why in finding.statement


def test_injured_here_and_taken_to_hospital_there_are_not_comparable() -> None:
    first = Report("a.txt", "After the Olm fire, 12 dock workers of the night shift were injured by smoke.")
    second = Report("b.txt", "After the Olm fire, 5 dock workers of the night shift were taken to hospital.")
    made = account(
        first.figure("12", 12, of="workers", role="injured"), second.figure("5", 5, of="workers", role="hospitalised")
    )
    assert kinds(made) == ["not-comparable"]


def test_the_day_below_a_post_is_compared_with_that_of_the_same_post_only() -> None:
    post = "The Brunn bridge will open again. — Ada Roe (@adaroe) March {}"
    other = "The Olm ferry is late again today. — Ada Roe (@adaroe) March {}"
    assert kinds(pair(post.format(2), post.format(5))) == ["conflict"]
    assert not kinds(pair(post.format(2), other.format(5)))


def test_a_later_and_larger_number_of_cases_is_an_update() -> None:
    text = "The fever ward of Sollen counted {} cases among the dock workers of Brunn."
    made = pair(text.format(40), text.format(52), ("2024-03-04", "2024-03-06"))
    assert kinds(made) == ["update"]


def test_each_report_with_another_number_is_to_be_checked() -> None:
    made = account(*(Report(f"{n}.txt", HARBOUR.format(n)) for n in (4, 9, 15)))
    [finding] = found(made, "conflict", "number")
    assert finding.confidence < 0.5


@given(st.permutations(["four", "four", "nine"]))
def test_the_order_of_the_reports_does_not_matter(numbers: list[str]) -> None:
    texts = dict(zip("abc", ("four", "four", "nine"), strict=True))
    made = {
        account(*(Report(f"{id}.txt", HARBOUR.format(texts[id])) for id in order)).findings
        for order in permutations("abc")
    }
    assert len(made) == 1
    assert sorted(numbers) == ["four", "four", "nine"]


@given(st.text(alphabet="0123456789,.-– $%MarchAy twofive\n(@)", max_size=80))
def test_slots_are_characters_of_the_text(text: str) -> None:
    article = Report("a.txt", text).article()
    for sentence in sentences(article):
        for slot in sentence.slots:
            assert sentence.span.covers(slot.span) or "(@" in text
            assert slot.said.of(text).startswith(tuple("$0123456789MmAaTtFfo"))
            assert compatible(slot, slot)


def test_copies_of_one_report_are_silent_and_cheap() -> None:
    text = HARBOUR.format("four") + " Two ferries of the harbour board of Sollen were sold to the Brunn shipyard."
    pairs = counterparts([Report(f"{n:03}.txt", text).article() for n in range(120)])
    assert all(one.equal for one in pairs)
    assert len(pairs) < 120 * 64


@pytest.mark.parametrize(
    ("text", "kind", "value", "said"),
    [
        ("They sold it for $2 million to $6 million.", "money", 2e6, "$2 million to $6 million"),
        ("Some 30 percent of Sollen voted.", "percent", 30, "30 percent"),
        ("He is in Room 10 there.", "designation", 10, "Room 10"),
        ("Twenty-one police officers of Olm came.", "count", 21, "Twenty-one police officers"),
        ("It fell on Oct 12, 2019.", "day", 1012, "Oct 12"),
        ("It fell on 25 May.", "day", 525, "25 May"),
        ("Two to four million people live there.", "count", 2e6, "Two to four million people"),
    ],
)
def test_how_numbers_and_days_are_read(text: str, kind: str, value: float, said: str) -> None:
    [slot] = slots(text)
    assert (slot.kind, slot.value, slot.said.of(text)) == (kind, value, said)


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2019.",
        "The train left at 2:30 p.m.",
        "The 9M729 flew.",
        "One of them left.",
        "the 21st",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert not slots(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The suit names Brunn's three clinics.", 3),
        ("Ada Roe was Invited By Four Choirs To Sing In Brunn.", 4),
        ("They closed Sollen's 12 stores.", 12),
    ],
)
def test_a_number_before_what_it_counts_is_no_part_of_a_name(text: str, value: float) -> None:
    [slot] = slots(text)
    assert (slot.value, bool(slot.counted)) == (value, True)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("12 ferries stopped, well over three times as many as in May, at Sollen.", "five times as many as in May"),
        ("The range of the Olm ferry is between about 300 and 400 miles.", "between 320 and 380 miles"),
    ],
)
def test_a_ratio_is_no_quantity_and_a_range_may_be_hedged(first: str, second: str) -> None:
    other = first.replace("three times as many as in May", second).replace("between about 300 and 400 miles", second)
    assert other != first
    assert "conflict" not in kinds(pair(first, other))


def test_ranges_of_one_end_in_common_differ_in_the_other() -> None:
    text = "The ferries of Sollen have a range of {} miles."
    assert kinds(pair(text.format("300 to 400"), text.format("300 to 520"))) == ["conflict"]
    assert "conflict" not in kinds(pair(text.format("300 to 400"), text.format("280 to 420")))


def test_a_place_behind_another_clause_is_not_that_of_a_number() -> None:
    first = Report("a.txt", "The Sollen fair is a holiday in 66 towns, including most of Olm.")
    second = Report("b.txt", "The Sollen fair is a holiday in 86 towns but is hardly known in Brunn.")
    first.figure("66", 66, of="towns", place="Olm")
    second.figure("86", 86, of="towns", place="Brunn")
    assert kinds(account(first, second)) == ["conflict"]


def test_a_number_of_a_name_counts_nothing() -> None:
    text = "A Brunn 737 was grounded. All 737 Max jets stay on the ground."
    assert [slot.kind for slot in slots(text)] == ["designation"]
    assert Span(0, 25) == Report("a.txt", text).article().sentences[0]


def test_one_name_with_two_numbers_in_sentences_much_alike_is_a_conflict() -> None:
    flight = "At noon Flight {} of Olm Air left the gate at Brunn an hour late."
    [finding] = found(pair(flight.format(752), flight.format(754)), "conflict", "number")
    assert "“Flight 752” (a.txt" in finding.statement
    assert not kinds(pair(flight.format(752), flight.format(752)))  # that all name one flight is not worth a line
    assert not kinds(pair(flight.format(752), "Flight 17 of Olm Air was lost over Sollen long ago."))
    both = "At noon Flight 754 left the gate at Brunn an hour late. Flight 752 of Olm Air stood there all night."
    assert not kinds(pair(flight.format(752), both))  # the report knows of both


def test_a_name_that_stands_but_once_with_another_number_is_to_be_checked() -> None:
    text = "Olm Air keeps its Kestrel {} jets on the ground since the crash at Brunn."
    own = "The Kestrel 8 was built in Sollen."
    made = pair(f"{text.format(11)} {own}", text.format(8))
    [finding] = found(made, "conflict", "number")
    assert finding.statement.startswith("a.txt gives two numbers: “Kestrel 8”")
    assert finding.confidence < CERTAIN
    other = "Olm Air had a Kestrel 11 painted on a hangar."  # another one is told of in other words
    assert not found(pair(f"{other} {own}", text.format(8)), "conflict")


def test_a_day_of_a_name_is_not_that_of_a_number_before_it() -> None:
    text = "Four of the 14 May 3 marchers came."
    assert slots(text)[-1].said.of(text) == "May 3"
    assert [slot.value for slot in slots("The ferry left on 14 May 2021.")] == [514]


def test_what_one_has_more_than_another_is_not_what_it_has() -> None:
    ahead = "Ada Roe won the council race of Sollen by about 300 votes, the clerk said."
    more = "In the council race of Sollen, Ada Roe took {} votes, the clerk said."
    assert kinds(pair(ahead, more.format("450 more"))) == ["conflict"]
    [finding] = found(pair(ahead, more.format("450")), "not-comparable", "number")
    assert "of what one has, and of what one has more than another" in finding.statement
    passed = "The ferry law was passed by the council of Sollen with {} votes, the clerk said."
    assert kinds(pair(passed.format("300"), passed.format("more than 300"))) == ["agreement"]  # no margins, both


def test_millions_of_a_nation_are_people() -> None:
    first = "The levy on ferries would leave 4 million Canadians of the islands without a way to work, the board wrote."
    second = "Without the levy on ferries, the board wrote, {} people of the islands keep a way to work."
    assert kinds(pair(first, second.format("7 million"))) == ["conflict"]
    few = first.replace("4 million", "40")  # a party of travellers may be some of those aboard
    assert not kinds(pair(few, second.format("70")))


def test_all_candidates_are_those_of_whom_a_share_is_told() -> None:
    share = "Some 90 percent of the 96 candidates for the council of Sollen belong to the harbour party."
    made = pair(share, "There were 74 candidates for the council of Sollen, most of them of the harbour party.")
    [finding] = [f for f in found(made, "conflict", "number") if "96" in f.statement]
    assert "74 candidates" in finding.statement
    assert finding.confidence < CERTAIN  # 74 may be a part of them


def test_a_copy_with_one_other_number_contradicts_what_it_was_copied_from() -> None:
    text = "Harbour police of Brunn found {} other swimmers of the Olm club at the weir and drove them to the clinic."
    again = "Harbour police of Brunn had been told of three swimmers of the Olm club."
    made = pair(f"{text.format('three')} {again}", f"{text.format('seven')} {again}")
    assert any("“seven other swimmers” (b.txt" in f.statement for f in found(made, "conflict", "number"))


def test_two_days_in_one_caption_are_a_conflict_and_two_pictures_are_not() -> None:
    caption = "The weir at Brunn, {}, 2024. (Photo: Olm Courier)"
    [finding] = found(pair(caption.format("March 2"), caption.format("March 5")), "conflict", "date")
    assert "“March 2” (a.txt" in finding.statement
    story = "The weir at Brunn was shut on {}."
    assert not found(pair(caption.format("March 2"), story.format("March 5")), "conflict")


@pytest.mark.parametrize(
    ("first", "second", "sure"),
    [
        ("four new ferries", "nine new ferries", True),
        ("the four new ferries", "the nine new ferries", False),  # each points back to what was told of before
        ("four ferries", "a nine-ferry fleet", False),  # in another form it may count another set
        ("four new ferries", "nine new ferries and tugs", False),  # with others
    ],
)
def test_numbers_that_may_count_another_set_are_to_be_checked(first: str, second: str, *, sure: bool) -> None:
    text = "The harbour board of Sollen ordered {} from the Brunn shipyard in the autumn."
    [finding] = found(pair(text.format(first), text.format(second)), "conflict", "number")
    assert (finding.confidence >= CERTAIN) is sure


def test_ages_are_of_whom_they_stand_beside() -> None:
    text = "A 35-year-old Ada Roe was found beside the weir at Brunn by the harbour police."
    first = Report("a.txt", text, "2024-03-04").named("Ada Roe")
    same = Report("b.txt", text.replace("35", "31"), "2024-03-04").named("Ada Roe")
    other = Report("b.txt", text.replace("35-year-old Ada Roe", "9-year-old Emil Lund"), "2024-03-04")
    unnamed = Report("b.txt", text.replace("A 35-year-old Ada Roe", "A 12-year-old girl"), "2024-03-04")
    assert kinds(account(first, same)) == ["conflict"]
    assert kinds(account(first, other.named("Emil Lund"))) == []
    assert kinds(account(first, unnamed)) == []


def test_an_age_beside_a_place_is_not_that_of_the_place() -> None:
    text = "A {}-year-old Brunn man was found beside the weir by the harbour police."
    first, second = (Report(f"{n}.txt", text.format(n), "2024-03-04").named("Brunn", "GPE") for n in (35, 31))
    assert kinds(account(first, second)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The ferry was stopped at Brunn weir at 2 a.m.", "The ferry was stopped at Brunn weir at 10 a.m."),
        ("Call the Brunn harbour police on 0845 125 2222.", "Call the Brunn harbour police on 0845 125 222."),
    ],
)
def test_hours_and_telephone_numbers_are_no_quantities(first: str, second: str) -> None:
    assert kinds(pair(first, second)) == []


def test_people_to_whom_one_thing_happened_are_counted_whatever_they_are_called() -> None:
    def report(id: str, text: str, words: str, value: int, role: str = "injured") -> Report:
        return Report(id, text, "2024-03-04").figure(words, value, role=role)

    lead = "A crane fell on the quay at Brunn. " + "Nobody knows why it did. " * 8
    first = report(
        "a.txt", f"{lead}The crane killed the driver and left five others injured at Brunn.", "five others", 5
    )
    second = report(
        "b.txt", f"{lead}Nine others were injured at Brunn as the crane killed the driver.", "Nine others", 9
    )
    [finding] = found(account(first, second), "conflict", "number")
    assert "“five others injured”" in finding.statement
    third = report(
        "c.txt", f"{lead}Nine others were arrested at Brunn after the crane fell.", "Nine others", 9, "arrested"
    )
    assert kinds(account(first, third)) == []


@pytest.mark.parametrize("role", ["injured", None])
def test_of_people_only_those_to_whom_the_same_happened_are_a_choice(role: str | None) -> None:
    """Each report tells of many divers, and once of some that were hurt."""
    told = "{} divers were hurt at Brunn. Then {} divers came by boat. Later {} divers ate. At last {} divers sang."
    reports = []
    for id, hurt, *others in (("a.txt", 9, 12, 24, 40), ("b.txt", 7, 15, 31, 52)):
        fate = {"role": role} if role else {}
        reports.append(Report(id, told.format(hurt, *others)).figure(str(hurt), hurt, of="people", **fate).article())
    hurt_of_both = [p for p in counterparts(reports) if {p.first.slot.value, p.second.slot.value} == {9, 7}]
    assert [pair.score > 1 for pair in hurt_of_both] == [role is not None]


def test_each_report_has_its_own_today() -> None:
    text = "The Brunn harbour board announced today, March {}, that the weir was repaired."
    assert kinds(pair(text.format(4), text.format(9), ("2024-03-04", "2024-03-09"))) == []
    assert kinds(pair(text.format(4), text.format(9))) == ["conflict"]
