"""Quotations in versions, speakers, claims, and what only one origin has."""

from stories import Report, account, found

LONG = "we told them in March that the doors would not hold in any kind of heavy sea"
CUT = "the doors would not hold in any kind of heavy sea"
ALTERED = "we told them in March that the gates would not hold in any sort of heavy sea"


def quoting(id: str, words: str, speaker: str = "Dana Whitlock", *, more: str = "") -> Report:
    text = f"“{words},” {speaker} said. {more}"
    return Report(id, text.strip()).named(speaker).says(speaker, words)


def test_equal_words_agree() -> None:
    own = "Snow fell on the hills while a choir sang at the pier."
    made = account(quoting("a.txt", LONG), quoting("b.txt", LONG, more=own))
    [finding] = found(made, "agreement", "wording")
    assert finding.speakers == ("Dana Whitlock",)
    assert [v.difference for v in made.quotations[0].variants] == ["same", "same"]
    assert not found(made, "variant")
    assert not found(made, "single-source")


def test_a_letter_in_editor_s_brackets_alters_nothing() -> None:
    bracketed = account(quoting("a.txt", LONG), quoting("b.txt", f"[W]e{LONG[2:]}"))
    assert found(bracketed, "agreement", "wording")
    assert not found(bracketed, "variant")


def test_altered_words_are_a_variant() -> None:
    made = account(quoting("a.txt", LONG), quoting("b.txt", ALTERED))
    [finding] = found(made, "variant", "wording")
    assert {e.article for e in finding.evidence} == {"a.txt", "b.txt"}
    assert [v.difference for v in made.quotations[0].variants] == ["same", "altered"]
    assert made.quotations[0].variants[0].text == LONG


def test_words_cut_out_are_a_variant_and_words_cut_off_agree() -> None:
    out = account(quoting("a.txt", LONG), quoting("b.txt", LONG.replace(" in any kind of", " in")))
    assert found(out, "variant", "wording")
    off = account(quoting("a.txt", LONG), quoting("b.txt", CUT))
    [finding] = found(off, "agreement", "wording")
    assert "a.txt quotes more of it" in finding.statement
    for made in (out, off):
        assert [v.difference for v in made.quotations[0].variants] == ["same", "cut"]


def test_one_report_against_itself() -> None:
    text = f"“{LONG},” Dana Whitlock said. Later she said that “{ALTERED}.”"
    report = Report("a.txt", text).named("Dana Whitlock").says("Dana Whitlock", LONG).says("Dana Whitlock", ALTERED)
    [finding] = found(account(report), "variant", "wording")
    assert finding.origins == 1
    assert "twice" in finding.statement


def test_other_words_of_the_same_speaker_are_no_variant() -> None:
    made = account(quoting("a.txt", LONG), quoting("b.txt", "nobody has asked us for the papers of the ship so far"))
    assert not found(made, "variant")
    assert len(made.quotations) == 2


def test_one_utterance_given_to_two_speakers_is_a_conflict() -> None:
    made = account(quoting("a.txt", LONG), quoting("b.txt", LONG, "Henrik Solberg"))
    [finding] = found(made, "conflict", "speaker")
    assert finding.speakers == ("Dana Whitlock", "Henrik Solberg")
    assert all(e.quote.endswith(("Whitlock", "Solberg")) for e in finding.evidence)


def test_two_speakers_who_share_a_phrase_keep_their_own_words() -> None:
    mine = f"we will say it again in court if we must, {CUT}"
    theirs = f"I have read every page of it twice over and {CUT}"
    made = account(quoting("a.txt", mine), quoting("b.txt", theirs, "Henrik Solberg"))
    assert [(q.speaker, len(q.variants)) for q in made.quotations] == [("Henrik Solberg", 1), ("Dana Whitlock", 1)]
    assert [f.kind for f in made.findings] == ["agreement"]


def test_equal_statements_of_two_reports_stand_together() -> None:
    words = "the ferry line had been told of the doors in March"
    first, second = (claiming(id, "Dana Whitlock", words) for id in ("a.txt", "b.txt"))
    [quotation] = account(first, second).quotations
    assert [(v.article, v.difference) for v in quotation.variants] == [("a.txt", "same"), ("b.txt", "same")]


def test_surname_and_full_name_are_no_conflict_of_speakers() -> None:
    assert not found(account(quoting("a.txt", LONG), quoting("b.txt", LONG, "Whitlock")), "conflict")


def claiming(id: str, speaker: str, words: str, more: str = "") -> Report:
    text = f"{speaker} said that {words}. {more}".strip()
    report = Report(id, text).named(speaker).named("Harrow Lines", "ORG")
    return report.says(speaker, words, "indirect")


FIRST = "Harrow Lines knew of the rotten hinges when the ship left"
SECOND = "it was the rotten hinges that Harrow Lines never paid for"


def test_a_claim_from_two_mouths_names_both() -> None:
    made = account(claiming("a.txt", "Dana Whitlock", FIRST), claiming("b.txt", "Marcus Thorne", SECOND))
    [finding] = found(made, "agreement", "claim")
    assert finding.speakers == ("Dana Whitlock", "Marcus Thorne")
    assert "“rotten hinges”" in finding.statement
    assert "Harrow Lines" in finding.statement
    assert finding.origins == 2


def test_a_phrase_that_the_reports_use_themselves_is_no_shared_claim() -> None:
    told = claiming("b.txt", "Marcus Thorne", SECOND, "Divers filmed the rotten hinges on Monday.")
    assert not found(account(claiming("a.txt", "Dana Whitlock", FIRST), told), "agreement")


def test_two_speakers_in_one_origin_are_no_agreement() -> None:
    first, second = claiming("a.txt", "Dana Whitlock", FIRST), claiming("b.txt", "Marcus Thorne", SECOND)
    first.agency = second.agency = "Averland News Agency"
    made = account(first, second)
    assert made.independent_origins == 1
    assert not found(made, "agreement")
    assert not found(made, "single-source")


def test_one_speaker_told_alike_by_two_origins() -> None:
    first = claiming("a.txt", "Dana Whitlock", "Harrow Lines ignored three written warnings about corroded hinges")
    second = claiming(
        "b.txt", "Dana Whitlock", "three written warnings about corroded hinges were ignored by Harrow Lines"
    )
    [finding] = found(account(first, second), "agreement", "claim")
    assert finding.speakers == ("Dana Whitlock",)


def test_what_only_one_origin_has() -> None:
    made = account(quoting("a.txt", LONG), Report("b.txt", "The ferry sank."))
    [finding] = found(made, "single-source", "claim")
    assert finding.statement.startswith("Only a.txt has")
    assert finding.speakers == ("Dana Whitlock",)
    assert not found(account(quoting("a.txt", LONG)), "single-source")
