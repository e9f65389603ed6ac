"""Announced and done, closed dates, counts of events."""

from stories import Report, account, found

TRIP = "Marcus Thorne will travel to Port Harrow on Friday."
CAME = "Marcus Thorne arrived in Port Harrow on Friday."


def announced(published: str = "2024-03-05", day: str = "2024-03-08") -> Report:
    report = Report("a.txt", TRIP, published).named("Marcus Thorne").named("Port Harrow", "GPE")
    return report.event(
        TRIP[:-1], "travel", "travel", who="Marcus Thorne", where="Port Harrow", day=day, status="planned"
    )


def done(published: str | None = "2024-03-09", day: str = "2024-03-08", id: str = "b.txt") -> Report:
    report = Report(id, CAME, published).named("Marcus Thorne").named("Port Harrow", "GPE")
    return report.event(CAME[:-1], "arrived", "arrive", who="Marcus Thorne", where="Port Harrow", day=day)


def test_what_was_announced_for_a_day_is_confirmed_by_a_report_of_that_day() -> None:
    [finding] = found(account(announced(), done()), "confirmation", "status")
    assert [e.quote for e in finding.evidence] == [TRIP[:-1], CAME[:-1]]
    assert "8 March 2024" in finding.statement
    assert finding.origins == 2


def test_another_day_is_no_confirmation_but_an_update_of_the_date() -> None:
    made = account(announced(), done(day="2024-03-09"))
    assert not found(made, "confirmation")
    [finding] = found(made, "update", "date")
    assert "8 March 2024" in finding.statement
    assert "9 March 2024" in finding.statement


def test_one_report_alone_confirms_nothing() -> None:
    report = Report("a.txt", f"{TRIP} {CAME}", "2024-03-05").named("Marcus Thorne").named("Port Harrow", "GPE")
    report.event(
        TRIP[:-1], "travel", "travel", who="Marcus Thorne", where="Port Harrow", day="2024-03-08", status="planned"
    )
    report.event(CAME[:-1], "arrived", "arrive", who="Marcus Thorne", where="Port Harrow", day="2024-03-08")
    assert not found(account(report), "confirmation")


def test_an_open_weekday_is_closed_by_the_report_that_dates_the_event() -> None:
    made = account(announced(), done(published=None, day="XXXX-WXX-5"))
    [finding] = found(made, "inference", "date")
    assert "8 March 2024" in finding.statement
    assert found(made, "confirmation", "status")
    undated = next(r for r in made.articles if r.id == "b.txt")
    assert undated.bounds
    assert (undated.bounds.earliest, undated.bounds.latest) == ("2024-03-08", None)
    assert {e.article for e in undated.bounds.because} == {"a.txt", "b.txt"}


def test_an_open_weekday_stays_open_where_two_days_fit_or_none() -> None:
    two = account(announced(), announced_again(), done(published=None, day="XXXX-WXX-5"))
    none = account(announced(), done(published=None, day="XXXX-WXX-1"))
    for made in (two, none):
        assert not found(made, "inference")
        assert next(r for r in made.articles if r.id == "b.txt").bounds is None


def announced_again() -> Report:
    report = Report("c.txt", TRIP, "2024-03-12").named("Marcus Thorne").named("Port Harrow", "GPE")
    return report.event(
        TRIP[:-1], "travel", "travel", who="Marcus Thorne", where="Port Harrow", day="2024-03-15", status="planned"
    )


def counting(days: tuple[str, ...], ordinal: str = "second", limit: str = "") -> tuple[Report, Report]:
    """One report that counts the visit of 8 March, one that lists visits on the days given."""
    text = f"{CAME} It is the {ordinal} visit to Port Harrow by Thorne{limit}."
    counts = Report("b.txt", text, "2024-03-09").named("Marcus Thorne").named("Port Harrow", "GPE")
    counts.event(CAME[:-1], "arrived", "arrive", who="Marcus Thorne", where="Port Harrow", day="2024-03-08")
    counts.event(text[len(CAME) + 1 : -1], "visit", "visit", who="Marcus Thorne", where="Port Harrow", day=None)
    counts.figure(ordinal, {"second": 2, "third": 3}[ordinal], ordinal="yes", of="visits")
    clauses = [f"Thorne came to Port Harrow on {day}" for day in days]
    lists = Report("a.txt", f"{'. '.join(clauses)}. Marcus Thorne was received.", "2024-03-09")
    lists.named("Marcus Thorne").named("Port Harrow", "GPE")
    for clause, day in zip(clauses, days, strict=True):
        lists.event(clause, "came", "come", who="Marcus Thorne", where="Port Harrow", day=day)
    return counts, lists


def test_a_second_visit_is_the_third_by_the_days_of_another_report() -> None:
    made = account(*counting(("2024-02-12", "2024-02-19", "2024-03-08")))
    [finding] = found(made, "conflict", "count")
    assert "12 February 2024, 19 February 2024 and 8 March 2024" in finding.statement
    assert "it is the third" in finding.statement
    assert {e.article for e in finding.evidence} == {"a.txt", "b.txt"}


def test_a_count_that_adds_up_or_lists_fewer_is_no_conflict() -> None:
    for days in (("2024-02-19", "2024-03-08"), ("2024-03-08",), ("2024-02-12", "2024-02-19")):
        assert not found(account(*counting(days)), "conflict")
    assert not found(account(*counting(("2024-02-12", "2024-02-19", "2024-03-08"), "third")), "conflict")


def test_days_next_to_each_other_may_be_one_stay() -> None:
    assert not found(account(*counting(("2024-02-18", "2024-02-19", "2024-03-08"))), "conflict")


def test_what_limits_a_count_is_heeded() -> None:
    days = ("2023-02-12", "2024-02-19", "2024-03-08")
    counts, lists = counting(days, limit=" in a month")
    counts.time("a month", "P1M", "DURATION")
    assert not found(account(counts, lists), "conflict")
    assert not found(account(*counting(days, limit=" since the storm")), "conflict")


def test_the_timeline_tells_announced_from_happened() -> None:
    lone = account(announced())
    assert [(e.date, e.status) for e in lone.timeline] == [("2024-03-08", "planned")]
    both = account(announced(), done())
    assert [(e.date, e.status, len(e.reports)) for e in both.timeline] == [("2024-03-08", "happened", 2)]


def test_said_to_have_happened_and_denied_of_one_day_is_a_conflict() -> None:
    text = "Marcus Thorne did not arrive in Port Harrow on Friday."
    denial = Report("c.txt", text, "2024-03-09").named("Marcus Thorne").named("Port Harrow", "GPE")
    denial.event(
        text[:-1], "arrive", "arrive", who="Marcus Thorne", where="Port Harrow", day="2024-03-08", status="denied"
    )
    [finding] = found(account(done(), denial), "conflict", "negation")
    assert {e.article for e in finding.evidence} == {"b.txt", "c.txt"}
    other_day = done(day="2024-03-01")
    assert not found(account(other_day, denial), "conflict")


def came_in(id: str, text: str, day: str, trigger: str = "came", lemma: str = "come") -> Report:
    report = Report(id, text, "2024-03-09").named("Marcus Thorne").named("Port Harrow", "GPE")
    return report.event(text[:-1], trigger, lemma, who="Marcus Thorne", where="Port Harrow", day=day)


def test_the_timeline_has_one_entry_for_one_event_of_several_reports() -> None:
    made = account(
        came_in("a.txt", "Marcus Thorne came to Port Harrow by boat.", "2024-03-08"),
        came_in("b.txt", "Marcus Thorne arrived in Port Harrow.", "2024-03-08", "arrived", "arrive"),
    )
    assert [(e.date, len(e.reports)) for e in made.timeline] == [("2024-03-08", 2)]


def test_an_open_weekday_joins_the_one_day_that_another_report_gives() -> None:
    made = account(
        came_in("a.txt", "Marcus Thorne came to Port Harrow by boat.", "2024-03-08"),
        came_in("b.txt", "Marcus Thorne arrived in Port Harrow.", "XXXX-WXX-5", "arrived", "arrive"),
    )
    assert [(e.date, len(e.reports)) for e in made.timeline] == [("2024-03-08", 2)]


def test_what_a_picture_shows_and_what_is_only_reckoned_from_a_day_is_no_entry() -> None:
    picture = came_in("a.txt", "Marcus Thorne came to Port Harrow in this file photo.", "2024-03-08")
    text = "Marcus Thorne came to Port Harrow most often since 8 March."
    reckoned = came_in("b.txt", text, "2024-03-08").time("8 March", "2024-03-08")
    assert not account(picture).timeline
    assert not account(reckoned).timeline


def test_a_sentence_gives_one_entry_a_day() -> None:
    text = "Marcus Thorne came to Port Harrow and Marcus Thorne met the pilots."
    report = Report("a.txt", text, "2024-03-09").named("Marcus Thorne").named("Port Harrow", "GPE")
    clauses = ("Marcus Thorne came to Port Harrow", "came", "come"), ("Marcus Thorne met the pilots", "met", "meet")
    for clause, trigger, lemma in clauses:
        report.event(clause, trigger, lemma, who="Marcus Thorne", where="Port Harrow", day="2024-03-08")
    assert [e.event for e in account(report).timeline] == ["Marcus Thorne came to Port Harrow"]


def arrived_at(id: str, place: str, day: str = "2024-03-08", more: str = "") -> Report:
    text = f"Marcus Thorne landed in {place}.{more}"
    report = Report(id, text, "2024-03-09").named("Marcus Thorne").named(place, "GPE")
    if more:
        report.named("Selby", "GPE")
    clause = f"Marcus Thorne landed in {place}"
    return report.event(clause, "landed", "land", who="Marcus Thorne", where=place, day=day)


def test_one_event_of_one_day_in_two_places_is_to_check() -> None:
    [finding] = found(account(arrived_at("a.txt", "Harrow"), arrived_at("b.txt", "Selby")), "conflict", "place")
    assert finding.confidence < 0.5
    assert {e.article for e in finding.evidence} == {"a.txt", "b.txt"}


def test_another_day_or_a_report_that_names_both_places_is_no_conflict_of_places() -> None:
    other_day = arrived_at("b.txt", "Selby", "2024-03-07")
    both = arrived_at("a.txt", "Harrow", more=" He had come by way of Selby.")
    assert not found(account(arrived_at("a.txt", "Harrow"), other_day), "conflict")
    assert not found(account(both, arrived_at("b.txt", "Selby")), "conflict")
