"""Writers, agencies, places and dates that the head and the foot of a report tell."""

from __future__ import annotations

import pytest

from crosswire.clean import clean
from crosswire.clean.agencies import AGENCIES, agency_of
from crosswire.model import Agency, Article, Author, Published, Source

PROSE = "The ferry Alda left the quay at Norrhamn before dawn with forty people aboard, the harbour master said."


def cleaned(text: str, url: str | None = None, published: Published | None = None) -> Article:
    return clean(Article("a", Source("a.txt", url, "text/plain", "0" * 64), text, published=published))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mira Holt", ["Mira Holt"]),
        ("By MIRA HOLT and JON VAN DER BERG", ["MIRA HOLT", "JON VAN DER BERG"]),
        ("By Mira Holt, Staff Writer", ["Mira Holt"]),
        ("By Mira Holt, Jon Berg and Ada Lund", ["Mira Holt", "Jon Berg", "Ada Lund"]),
        ("Mira Holt | Norrhamn Post | Updated: 12 March 2024 10:30 GMT", ["Mira Holt"]),
        ("Story by  ANI | Posted by  Mira Holt | Date 21-03-2024", ["Mira Holt"]),
        ("Posted on March 3, 2021 by Mira Holt", ["Mira Holt"]),
        ("By Staff", []),
        ("By The Associated Press", []),
        ("Photos by Mira Holt", []),
    ],
)
def test_writers_of_a_byline(line: str, names: list[str]) -> None:
    text = f"{line}\n\n{PROSE}"
    article = cleaned(text)
    assert article.blocks[0].kind == "byline"
    assert [author.name for author in article.authors] == names
    assert all(author.span is not None and author.span.of(text) == author.name for author in article.authors)


@pytest.mark.parametrize(
    "line",
    [
        "By Mira Holt, 12 March 2024",
        "By Mira Holt - March 12, 2024",
        "By Mira Holt, Tuesday 12 March 2024, 10:30",
        "By Mira Holt, 12 March 2024, updated 14 March 2024",
    ],
)
def test_a_writer_and_a_date_on_one_line(line: str) -> None:
    article = cleaned(f"The ferry Alda is gone\n\n{line}\n\n{PROSE}")
    assert [author.name for author in article.authors] == ["Mira Holt"]
    assert article.published is not None
    assert article.published.value.startswith("2024-03-12")
    assert article.published.span is not None
    assert "March" in article.published.span.of(article.text)


@pytest.mark.parametrize("line", ["12 March 2024 - Norrhamn Post", "Tuesday, March 12, 2024 – Post"])
def test_a_date_before_an_outlet_is_that_of_the_report_and_the_outlet_no_writer(line: str) -> None:
    article = cleaned(f"The ferry Alda is gone\n\n{line}\n\n{PROSE}")
    assert article.published is not None
    assert article.published.value == "2024-03-12"
    assert article.authors == ()
    prose = "12 March 2024 - The ferry Alda left the quay at Norrhamn, the harbour master of the town said."
    assert cleaned(prose).blocks[0].kind == "paragraph"


@pytest.mark.parametrize("line", ["By Mira Holt, 12 March", "Photos by Mira Holt, 12 March 2024"])
def test_a_date_without_a_year_or_of_a_photograph_dates_nothing(line: str) -> None:
    assert cleaned(f"{line}\n\n{PROSE}").published is None


@pytest.mark.parametrize(
    "line", ["By Friday, the ferry was gone.", "Middle East | World", "By the end of it they were lost"]
)
def test_no_byline(line: str) -> None:
    assert cleaned(f"{PROSE}\n\n{line}\n\n{PROSE}").authors == ()


def test_a_sentence_that_ends_in_a_date_is_no_byline_and_dates_nothing() -> None:
    article = cleaned("Mayor Jane Holt said the dam would open on 3 May 2021.")
    assert [block.kind for block in article.blocks] == ["paragraph"]
    assert article.published is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"LIMA, Peru (AP) _ {PROSE}", "AP"),
        (f"(Reuters) - {PROSE}", "Reuters"),
        (f"Story by ANI\n\n{PROSE}", "ANI"),
        (f"{PROSE} — AFP", "AFP"),
        (f"{PROSE} (PTI)", "PTI"),
        (f"{PROSE}\n\nWith inputs from IANS", "IANS"),
        (f"By Kyodo News\n\n{PROSE}", "Kyodo"),
    ],
)
def test_the_agency_credited(text: str, name: str) -> None:
    article = cleaned(text)
    assert article.agency is not None
    assert article.agency.name == name
    assert article.agency.span is not None
    assert agency_of(article.agency.span.of(text)) == name


def test_an_agency_in_prose_is_no_credit() -> None:
    assert cleaned(f"{PROSE} Reuters could not reach the owner of the ferry.").agency is None


def test_agencies_have_no_double_or_empty_marks() -> None:
    marks = [mark for agency in AGENCIES for mark in {agency.name, *agency.full, *agency.marks}]
    assert len(marks) == len(set(marks))
    assert all(mark == mark.strip() and mark for mark in marks)
    assert all(
        agency_of(mark) == agency.name for agency in AGENCIES for mark in (agency.name, *agency.full, *agency.marks)
    )


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("WASHINGTON (AP) — ", "Washington"),
        ("GAZA/JERUSALEM, Nov 3 (Reuters) - ", "Gaza/Jerusalem"),
        ("Washington (United States)\n\n", "Washington"),
        ("NAIROBI, Kenya (AP) _\n\n", "Nairobi"),
        ("New Delhi [India], November 1 (ANI): ", "New Delhi"),
        ("INDIANAPOLIS, Ind. (June 15, 2014) — ", "Indianapolis"),
        ("LONDON — ", "London"),
        ("KANSAS CITY, Mo. -- ", "Kansas City"),
        ("ST. LOUIS (KXYZ) - ", "St. Louis"),
    ],
)
def test_datelines(line: str, place: str) -> None:
    text = line + PROSE
    article = cleaned(text)
    assert article.dateline is not None
    assert article.dateline.place == place
    assert article.dateline.span.of(text) == line.strip()
    assert [block.kind for block in article.blocks] == ["dateline", "paragraph"]
    assert article.blocks[1].span.of(text) == PROSE


@pytest.mark.parametrize(
    "start", ["UPDATE — ", "Monday - ", "TRUMP — ", "Shipping - ", "London – ", "The ferry (FERA) "]
)
def test_a_word_and_a_dash_are_no_dateline(start: str) -> None:
    text = f"{start}the owner has said nothing of the forty people who were aboard the ferry."
    assert cleaned(text).dateline is None


@pytest.mark.parametrize(
    ("line", "value", "basis"),
    [
        ("Published: 12 March 2024 10:30 GMT", "2024-03-12T10:30+00:00", "text"),
        ("Nov 1, 2023 | 5:04 PM EDT", "2023-11-01T17:04-04:00", "text"),
        ("By Mira Holt | Published 2024-03-12", "2024-03-12", "byline"),
        ("Updated: 13 March 2024 | Published: 12 March 2024", "2024-03-12", "text"),
        ("Date 21-03-2024", "2024-03-21", "text"),
        ("Friday, 03/11/2023", "2023-11-03", "text"),
        ("LIMA, March 12, 2024 (AP) —", "2024-03-12", "dateline"),
    ],
)
def test_the_day_of_publication(line: str, value: str, basis: str) -> None:
    published = cleaned(f"{line}\n\n{PROSE}").published
    assert published is not None
    assert (published.value, published.basis) == (value, basis)


def test_a_numeric_date_is_read_by_the_days_that_the_text_names() -> None:
    text = f"Date 02-09-2021\n\n{PROSE} It had been repaired on August 27. A first leak was found on August 19."
    published = cleaned(text).published
    assert published is not None
    assert (published.value, published.alternatives) == ("2021-09-02", ("2021-02-09",))
    assert published.because is not None
    assert "day first" in published.because
    assert "August 27" in published.because


def test_the_other_order_where_the_days_say_so() -> None:
    text = f"Date 02-09-2021\n\n{PROSE} It had been repaired on February 3. A first leak was found on January 28."
    published = cleaned(text).published
    assert published is not None
    assert published.value == "2021-02-09"


def test_a_numeric_date_that_nothing_decides_is_left_open() -> None:
    article = cleaned(f"Date 04-05-2023\n\n{PROSE}")
    assert article.published is None
    assert [warn.code for warn in article.warnings] == ["ambiguous-date"]
    assert "2023-04-05" in article.warnings[0].message
    assert "2023-05-04" in article.warnings[0].message


def test_the_address_decides_or_stands_in() -> None:
    address = "https://norrhamn.example/2023/05/04/ferry"
    published = cleaned(f"Date 04-05-2023\n\n{PROSE}", address).published
    assert published is not None
    assert (published.value, published.basis) == ("2023-05-04", "text")
    alone = cleaned(PROSE, address).published
    assert alone is not None
    assert (alone.value, alone.basis) == ("2023-05-04", "url")


@pytest.mark.parametrize(
    "text", ["Published: 31-02-2023", "The pier opened on 12 March 2024, a Tuesday, and it rained all day."]
)
def test_no_day_of_publication(text: str) -> None:
    assert cleaned(f"{text}\n\n{PROSE}").published is None


def test_a_date_that_was_given_stays() -> None:
    given = Published("2020-01-01", "given")
    assert cleaned(f"Published: 12 March 2024\n\n{PROSE}", published=given).published == given


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Harbour opens again after storm, mayor of the town says", "en"),
        (PROSE, "en"),
        (
            "Die Fähre verließ den Hafen noch vor Sonnenaufgang mit vierzig Menschen an Bord, sagte der Hafenmeister.",
            "de",
        ),
        ("Le ferry a quitté le port avant l'aube avec quarante personnes à bord, selon le capitaine du port.", "fr"),
        ("", "und"),
        ("12 34", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    article = cleaned(text)
    assert article.language == language
    assert [w.code for w in article.warnings] == (["language"] if language in {"de", "fr"} else [])


def test_an_agency_among_the_credits_of_a_feed_is_credited() -> None:
    source = Source("a.xml", None, "application/rss+xml", "0" * 64)
    article = clean(Article("a", source, PROSE, credits=("Quay Photo", "Reuters")))
    assert article.agency == Agency("Reuters")
    assert clean(Article("a", source, PROSE, credits=("Quay Photo",))).agency is None


def test_an_agency_given_as_a_writer_is_credited() -> None:
    source = Source("a.json", None, "application/json", "0" * 64)
    article = clean(Article("a", source, PROSE, authors=(Author("Associated Press"), Author("Mira Holt"))))
    assert article.agency == Agency("AP")
    assert [author.name for author in article.authors] == ["Associated Press", "Mira Holt"]
