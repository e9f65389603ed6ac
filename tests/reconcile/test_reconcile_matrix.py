"""The matrix: what each origin says of the claims that two or more origins speak of."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import MADE_BY, Report, account

from crosswire.model import Account, Article, Evidence, Finding, MatrixRow, Span, Story
from crosswire.reconcile import reconcile
from crosswire.reconcile.matrix import matrix
from crosswire.show.rows import to_row


def says(row: MatrixRow) -> list[tuple[str, str | None]]:
    """What each origin says, in order."""
    return [(cell.says, cell.value) for cell in row.cells]


def rows(made: Account, aspect: str) -> list[MatrixRow]:
    return [row for row in made.matrix if row.aspect == aspect]


def toll(id: str, number: int, day: str | None, words: str = "people were killed") -> Report:
    report = Report(id, f"{number} {words} when the ferry sank off Port Harrow.", day)
    return report.figure(str(number), number, of="people", role="killed")


def crowd(id: str, number: int, rest: str = "") -> Report:
    text = f"The harbour office of Port Harrow moved {number} lorries from the northern quay.{rest}"
    return Report(id, text, "2024-03-04").figure(str(number), number, of="lorries")


def test_a_toll_over_days_is_held_against_the_latest_number() -> None:
    made = account(toll("a.txt", 12, "2024-03-04"), toll("b.txt", 14, "2024-03-07"), Report("c.txt", "It rained."))
    [row] = rows(made, "how many")
    assert (row.claim, row.value) == ("people killed", "14")
    assert says(row) == [("differs", "12 (4 March 2024)"), ("same", "14 (7 March 2024)")]
    assert [e.quote for cell in row.cells for e in cell.evidence] == ["12", "14"]


def test_what_most_origins_give_is_the_value_and_even_numbers_give_none() -> None:
    day = "2024-03-04"
    most = account(toll("a.txt", 12, day), toll("b.txt", 12, day), toll("c.txt", 14, day))
    [row] = rows(most, "how many")
    assert (row.value, [cell.says for cell in row.cells]) == ("12", ["same", "same", "differs"])
    even = account(toll("a.txt", 12, day), toll("b.txt", 14, day))
    [row] = rows(even, "how many")
    assert (row.value, says(row)) == (None, [("differs", "12"), ("differs", "14")])


def test_reports_of_one_origin_share_a_column() -> None:
    day = "2024-03-04"
    made = account(toll("a.txt", 12, day), toll("b.txt", 12, day), toll("c.txt", 14, day), copies=(("b.txt", "a.txt"),))
    [row] = rows(made, "how many")
    assert [len(cell.evidence) for cell in row.cells] == [2, 1]
    assert row.value is None


def test_a_number_of_something_else_is_no_difference() -> None:
    other = Report("b.txt", "The harbour office of Port Harrow moved 80 boats from the northern quay.", "2024-03-04")
    other.figure("80", 80, of="lorries")
    made = account(crowd("a.txt", 30), crowd("c.txt", 30), other)
    for row in rows(made, "how many"):
        assert row.value == "30" or any(f.kind == "conflict" for f in made.findings)


def test_a_finding_tells_apart_the_numbers_that_it_is_about() -> None:
    texts = {
        "a.txt": "The harbour office said that 19 pilots of Port Harrow met 2,800 sailors on the northern quay.",
        "b.txt": "The harbour office said that 500 pilots of Port Harrow met 3,500 sailors on the northern quay.",
    }
    articles = []
    for id, text in texts.items():
        report = Report(id, text, "2024-03-04")
        for of, at in (("pilots", 5), ("sailors", 11)):
            number = text.split()[at]
            report.figure(number, int(number.replace(",", "")), of=of)
        articles.append(report.article())
    made = reconcile(Story("s", tuple(texts)), articles, MADE_BY)
    ends = [(text.index("said"), text.index(" quay")) for text in texts.values()]
    proof = tuple(Evidence(a.id, Span(*end), a.text[slice(*end)]) for a, end in zip(articles, ends, strict=True))
    finding = Finding("conflict", "number", "They give two numbers.", 0.7, 2, (), proof)
    found = [row for row in matrix(replace(made, findings=(finding,), matrix=()), articles) if row.aspect == "how many"]
    told = {row.claim.partition(":")[0]: [cell.value for cell in row.cells] for row in found}
    assert told == {"sailors": ["2,800", "3,500"]}


def test_vague_and_slight_numbers_make_no_row() -> None:
    made = account(crowd("a.txt", 2), crowd("b.txt", 2))
    assert rows(made, "how many") == []
    vague = [crowd("a.txt", 30).article(), crowd("b.txt", 30).article()]
    vague = [replace(a, figures=tuple(replace(f, value=(2.0, 999.0)) for f in a.figures)) for a in vague]
    assert reconcile(Story("s", ("a.txt", "b.txt")), vague, MADE_BY).matrix == ()


def visit(id: str, verb: str, status: str, day: str = "2024-03-08") -> Report:
    report = Report(id, f"Marcus Thorne {verb} Port Harrow on Friday.", "2024-03-07")
    report.named("Marcus Thorne").named("Port Harrow", "GPE")
    words = f"Marcus Thorne {verb} Port Harrow on Friday"
    return report.event(
        words,
        verb.rsplit(maxsplit=1)[-1],
        "visit",
        who="Marcus Thorne",
        where="Port Harrow",
        day=day,
        status=status,  # type: ignore[arg-type]
    )


def test_announced_and_happened_are_told_apart() -> None:
    made = account(visit("a.txt", "will visit", "planned"), visit("b.txt", "visited", "happened"))
    [row] = rows(made, "what")
    assert (row.claim, row.value) == ("Marcus Thorne visited Port Harrow on Friday", "happened, 8 March 2024")
    assert says(row) == [("differs", "announced"), ("same", "happened")]
    assert rows(made, "when") == []


def test_an_event_that_two_origins_date_alike_says_when() -> None:
    made = account(visit("a.txt", "visited", "happened"), visit("b.txt", "visited", "happened"))
    [row] = rows(made, "when")
    assert (row.value, says(row)) == ("8 March 2024", [("same", "8 March 2024")] * 2)


def test_people_are_described_as_each_origin_does() -> None:
    first = Report("a.txt", "Coast guard spokeswoman Dana Whitlock spoke.").named(
        "Dana Whitlock", "PERSON", "spokeswoman"
    )
    second = Report("b.txt", "Deputy Director Dana Whitlock spoke.").named("Dana Whitlock", "PERSON", "Deputy Director")
    alone = Report("c.txt", "Owen Marsh spoke.").named("Owen Marsh")
    [row] = account(first, second, alone).matrix
    assert (row.aspect, row.claim, row.value) == ("who", "Dana Whitlock", None)
    assert says(row) == [("same", "spokeswoman"), ("same", "Deputy Director")]


LONG = "we told the line in March that the bow doors of the ship would not hold in a gale"


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("we told the line in March that the bow doors of the ship would not hold", "same"),
        ("we told the line in April that the bow doors of the ship would never hold", "differs"),
    ],
)
def test_fewer_of_the_same_words_are_the_same_and_other_words_differ(other: str, said: str) -> None:
    reports = [Report(f"{n}.txt", f"“{words},” Dana Whitlock said.") for n, words in (("a", LONG), ("b", other))]
    for report, words in zip(reports, (LONG, other), strict=True):
        report.named("Dana Whitlock").says("Dana Whitlock", words)
    [row] = rows(account(*reports), "said")
    assert (row.claim, row.value, sorted(c.says for c in row.cells)) == ("Dana Whitlock", LONG, sorted(["same", said]))


def conflict(made: Account, articles: list[Article], confidence: float) -> tuple[MatrixRow, ...]:
    """The matrix of an account with a conflict between the first words of its reports, as sure as this."""
    proof = tuple(Evidence(a.id, a.sentences[0], a.sentences[0].of(a.text)) for a in articles)
    finding = Finding("conflict", "place", "They name two places.", confidence, len(proof), (), proof)
    return matrix(replace(made, findings=(finding,), matrix=()), articles)


def test_a_sure_conflict_is_a_row_and_a_doubtful_one_is_not() -> None:
    articles = [Report("a.txt", "It sank off Port Harrow.").article(), Report("b.txt", "It sank off Oller.").article()]
    made = reconcile(Story("s", ("a.txt", "b.txt")), articles, MADE_BY)
    [row] = conflict(made, articles, 0.7)
    assert (row.aspect, row.claim, row.value) == ("what", "They name two places.", None)
    assert says(row) == [("differs", "“It sank off Port Harrow.”"), ("differs", "“It sank off Oller.”")]
    assert conflict(made, articles, 0.4) == ()


def test_a_day_that_two_of_three_give_is_the_value() -> None:
    reports = [Report(f"{id}.txt", f"It sank on {day} March.") for id, day in (("a", 2), ("b", 3), ("c", 2))]
    articles = [r.time(f"{r.text[11]} March", f"2024-03-0{r.text[11]}").article() for r in reports]
    made = reconcile(Story("s", ("a.txt", "b.txt", "c.txt")), articles, MADE_BY)
    proof = tuple(Evidence(a.id, a.sentences[0], a.sentences[0].of(a.text)) for a in articles)
    finding = Finding("conflict", "date", "They give two days.", 0.7, 3, (), proof)
    [row] = matrix(replace(made, findings=(finding,), matrix=()), articles)
    assert (row.aspect, row.value) == ("when", "“2 March” (2 March 2024)")
    assert [cell.says for cell in row.cells] == ["same", "differs", "same"]


def test_differences_come_first() -> None:
    made = account(
        toll("a.txt", 12, "2024-03-04", "people, says Dana Whitlock, were killed").named("Dana Whitlock"),
        toll("b.txt", 14, "2024-03-07", "people, says Dana Whitlock, were killed").named("Dana Whitlock"),
        Report("c.txt", "Dana Whitlock left.").named("Dana Whitlock"),
    )
    assert [row.aspect for row in made.matrix] == ["how many", "who"]


def test_one_origin_has_no_matrix() -> None:
    report = toll("a.txt", 12, "2024-03-04").named("Port Harrow")
    copy = toll("b.txt", 12, "2024-03-04").named("Port Harrow")
    assert account(report).matrix == ()
    assert account(report, copy, copies=(("b.txt", "a.txt"),)).matrix == ()


def some() -> list[Report]:
    one = toll("a.txt", 12, "2024-03-04").named("Port Harrow", "PERSON")
    two = toll("b.txt", 14, "2024-03-07").named("Port Harrow", "PERSON")
    return [one, two, visit("c.txt", "visited", "happened"), visit("d.txt", "will visit", "planned")]


def test_the_order_of_the_reports_makes_no_difference() -> None:
    articles = [report.article() for report in some()]
    story = Story("s", tuple(a.id for a in articles))
    assert len({to_row(reconcile(story, order, MADE_BY)) for order in permutations(articles)}) == 1


@given(st.sets(st.integers(0, 3), min_size=1))
def test_rows_have_a_cell_with_its_words_for_each_origin_that_speaks(chosen: set[int]) -> None:
    reports = [report for n, report in enumerate(some()) if n in chosen]
    texts = {report.id: report.text for report in reports}
    made = account(*reports)
    for row in made.matrix:
        assert [cell.origin for cell in row.cells] == sorted({cell.origin for cell in row.cells})
        assert len(row.cells) > 1
        for cell in row.cells:
            assert cell.says != "silent"
            assert cell.evidence
            for e in cell.evidence:
                assert texts[e.article][e.span.start : e.span.end] == e.quote
                assert e.article in made.origins[cell.origin].articles


def test_many_reports_cost_little() -> None:
    reports = [
        toll(f"{n:03}.txt", 12 + n % 3, f"2024-03-{1 + n % 28:02}").named("Port Harrow", "PERSON") for n in range(150)
    ]
    made = account(*reports)
    assert {len(row.cells) for row in made.matrix} == {150}
