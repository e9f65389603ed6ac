"""Credits of desks, photographs and captions told from writers', and the agency of a report from a photograph's."""

from __future__ import annotations

import pytest

from crosswire.clean import clean
from crosswire.clean.agencies import agency_in
from crosswire.model import Article, Source, Span

PROSE = "The ferry Alda left the quay at Norrhamn before dawn with forty people aboard, the harbour master said."
MORE = "Divers searched the hull until noon and found a crack near the bow, the harbour office said in a statement."

PHOTOGRAPHS = (
    "Photo by Mira Holt",
    "Photo by Mira Holt/AFP",
    "Photos by Mira Holt, Associated Press",
    "(Photo by Mira Holt/AFP)",
    "Photo by Reuters",
    "Photo: AFP",
    "[Photo/Xinhua]",
    "(AP Photo/Jon Berg)",
    "AFP PHOTO / JON BERG",
    "ANI Photo",
    "Getty Images",
    "Mira Holt/Getty Images",
    "Mira Holt / AFP",
    "REUTERS/Mira Holt",
    "(Xinhua/Mira Holt)",
    "Mira Holt/EPA-EFE",
    "Image: Reuters",
    "Image Credit: Reuters",
    "(Representational image: PTI)",
    "Graphics: Reuters",
    "Illustration by Mira Holt",
    "Cartoon by Mira Holt",
    "Video by Mira Holt",
    "Video by Reuters",
    "Video: Reuters",
)
DESKS = (
    "Edited by Mira Holt",
    "Editing by Mira Holt and Jon Berg",
    "Translated by Mira Holt",
    "Produced by Mira Holt",
    "News Desk",
    "Web Desk",
    "By Web Desk",
    "Staff Reporter",
    "Our Correspondent",
    "Agencies",
    "With inputs from agencies",
    "With agency inputs",
    "Copyright 2024 Norrhamn Post",
)


def _cleaned(*paragraphs: str) -> Article:
    return clean(Article("a", Source("a.txt", None, "text/plain", "0" * 64), "\n\n".join(paragraphs)))


def _agency(article: Article) -> str | None:
    return article.agency.name if article.agency else None


@pytest.mark.parametrize("line", PHOTOGRAPHS + DESKS)
def test_no_writer_no_agency_and_no_title(line: str) -> None:
    for article in (_cleaned(line, PROSE, MORE), _cleaned(PROSE, line, MORE), _cleaned(PROSE, MORE, line)):
        assert (article.authors, article.agency, article.title) == ((), None, None)
        kinds = {block.span.of(article.text): block.kind for block in article.blocks}
        assert kinds[line] in {"byline", "caption", "boilerplate"}
        assert kinds[PROSE] == kinds[MORE] == "paragraph"


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("Reporting by Mira Holt and Jon Berg; Editing by Ada Lund", ["Mira Holt", "Jon Berg"], None),
        ("Story by Mira Holt, photos by Jon Berg/AFP", ["Mira Holt"], None),
        ("By Mira Holt Photo by Jon Berg", ["Mira Holt"], None),
        ("By Mira Holt | Photos by Jon Berg, Associated Press", ["Mira Holt"], None),
        ("By Mira Holt, Reuters | Photo by Jon Berg/AFP", ["Mira Holt"], "Reuters"),
        ("(With inputs from ANI)", [], "ANI"),
        ("With files from Reuters", [], "Reuters"),
        ("Reuters contributed to this report.", [], "Reuters"),
        ("Petra Holt contributed to this report.", [], None),
        ("AP photographer Mira Holt contributed to this report.", [], None),
        ("AP writer Mira Holt contributed to this report.", [], "AP"),
        ("Source: Reuters", [], "Reuters"),
        ("Source: Norrhamn Post", [], None),
        ("Copyright 2024 The Associated Press", [], "AP"),
        ("© 2024 AFP. All rights reserved.", [], "AFP"),
        ("Copyright 2024 The Associated Press Club of Norrhamn", [], None),
        ("— AFP", [], "AFP"),
        ("- AFP", [], "AFP"),
    ],
)
def test_credits_under_a_report(line: str, names: list[str], agency: str | None) -> None:
    article = _cleaned(PROSE, MORE, line)
    assert [author.name for author in article.authors] == names
    assert _agency(article) == agency
    assert article.agency is None or article.agency.span is not None


@pytest.mark.parametrize("mark", ["— AFP", "– AFP", " - AFP", "(AFP)", "[AFP]"])
def test_a_mark_after_the_last_sentence_credits_the_agency_and_keeps_the_sentence(mark: str) -> None:
    article = _cleaned(PROSE, f"{MORE} {mark}")
    assert _agency(article) == "AFP"
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("line", ["Source: Reuters", "© 2024 AFP"])
def test_a_line_amid_the_report_may_be_a_picture_s(line: str) -> None:
    assert _cleaned(PROSE, line, MORE).agency is None


def test_a_photograph_s_agency_does_not_hide_the_report_s() -> None:
    article = _cleaned("Photo by Mira Holt/Reuters", f"LIMA, Peru (AP) — {PROSE}", "REUTERS/Jon Berg", MORE)
    assert _agency(article) == "AP"


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("CBS/AP", "AP"),
        ("Norrhamn Post/AFP", "AFP"),
        ("Mira Holt/AFP", None),
        ("AFP/Mira Holt", None),
        ("Reuters photo", None),
        ("Photo: Reuters", None),
        ("photo by Mira Holt; story by Jon Berg, AP", "AP"),
    ],
)
def test_a_credit_s_agency_is_not_the_photographer_s(credit: str, agency: str | None) -> None:
    found = agency_in(credit, Span(0, len(credit)))
    assert (found[0] if found else None) == agency
