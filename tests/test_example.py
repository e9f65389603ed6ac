"""The example of the documents: other people, other words, the same difficulties; each must come out by the same rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from crosswire.cli import main

FERRY = Path(__file__).parent.parent / "examples" / "ferry"
COURIER, ISLAND, EVENING, RADIO = "harrow-courier.txt", "island-post.txt", "lorning-evening.txt", "coast-radio.txt"


def records(verb: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(main, [verb, str(FERRY), "--jsonl"], catch_exceptions=False)
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def articles() -> dict[str, dict[str, Any]]:
    return {a["id"]: a for a in records("annotate")}


@pytest.fixture(scope="module")
def account() -> dict[str, Any]:
    [one] = records("account")
    return one


def words(article: dict[str, Any], span: list[int]) -> str:
    return str(article["text"][slice(*span)])


def findings(account: dict[str, Any], kind: str, type: str) -> list[dict[str, Any]]:
    return [f for f in account["findings"] if (f["kind"], f["type"]) == (kind, type)]


def reports(finding: dict[str, Any]) -> set[str]:
    return {e["article"] for e in finding["evidence"]}


def test_what_the_web_left_is_marked(articles: dict[str, dict[str, Any]]) -> None:
    def of_kind(id: str, kind: str) -> list[str]:
        return [words(articles[id], b["span"]) for b in articles[id]["blocks"] if b["kind"] == kind]

    assert of_kind(COURIER, "caption") == ["The ferry Sea Lark at its berth in 2019"] * 2
    assert of_kind(COURIER, "boilerplate") == ["RELATED STORIES", "Leave a reply", "Sign up for our morning newsletter"]
    assert of_kind(ISLAND, "boilerplate")[:2] == ["READ NEXT", "Leave a reply"]
    assert len(of_kind(ISLAND, "boilerplate")) == 3
    assert articles[COURIER]["title"]["text"].startswith("Transport Minister Marcus Thorne")
    assert articles[ISLAND]["title"] is None


def test_dates_and_credits(articles: dict[str, dict[str, Any]]) -> None:
    published = articles[COURIER]["published"]
    assert (published["value"], published["basis"], published["alternatives"]) == (
        "2024-03-05",
        "byline",
        ["2024-05-03"],
    )
    assert published["because"]
    assert articles[ISLAND]["published"] is None
    assert [a["name"] for a in articles[COURIER]["authors"]] == ["Ruth Calder"]
    assert articles[COURIER]["agency"]["name"] == articles[RADIO]["agency"]["name"] == "Averland News Agency"
    assert [a["name"] for a in articles[EVENING]["authors"]] == ["Tom Averill"]
    assert articles[EVENING]["dateline"]["place"] == "Lorning"


def test_times(articles: dict[str, dict[str, Any]]) -> None:
    def values(id: str, expression: str) -> list[str]:
        return [t["value"] for t in articles[id]["times"] if words(articles[id], t["span"]) == expression]

    assert values(COURIER, "Friday") == ["2024-03-08", "2024-03-08"]
    assert values(COURIER, "Monday") == ["2024-03-04"] * 3
    assert values(COURIER, "yesterday") == ["2024-03-03"]
    assert values(COURIER, "today") == ["2024-03-04"]
    assert values(COURIER, "Last month") == ["2024-02"]
    assert values(ISLAND, "Friday") == ["XXXX-WXX-5"]


def test_who_said_it(articles: dict[str, dict[str, Any]]) -> None:
    def speaker(id: str, start: str) -> list[tuple[str, str]]:
        told = articles[id]["attributions"]
        return [
            (a["kind"], a["speaker_name"])
            for a in told
            if words(articles[id], a["content"][0]).strip('"“').startswith(start)
        ]

    assert speaker(COURIER, "I am not going to judge") == [("direct", "Dana Whitlock")]
    assert speaker(COURIER, "Nobody here is looking") == [("direct", "Dana Whitlock")]
    assert speaker(COURIER, "that the line had received") == [("mixed", "Dana Whitlock")]
    assert speaker(COURIER, "The company promised in writing") == [("direct", "Dana Whitlock")]
    assert speaker(ISLAND, "that the ferry line") == [("mixed", "Marcus Thorne")]
    assert speaker(ISLAND, "Raising her now") == [("direct", "Dana Whitlock")]
    chains = [a["chain"] for a in articles[COURIER]["attributions"]]
    assert ["Averland News Agency", "The Lorning Gazette", "a ministry official"] in chains


def test_entities_across_reports(account: dict[str, Any]) -> None:
    [whitlock] = [e for e in account["entities"] if "Whitlock" in e["name"]]
    assert whitlock["type"] == "PERSON"
    assert {"coast guard spokeswoman", "Averland Coast Guard Deputy Director for Public Information"} <= set(
        whitlock["roles"]
    )
    assert len([e for e in account["entities"] if "Thorne" in e["name"]]) == 1
    assert len([e for e in account["entities"] if "Port Harrow" in e["name"]]) == 1


def test_announced_then_done_and_the_undated_report_bounded(account: dict[str, Any]) -> None:
    [confirmed] = findings(account, "confirmation", "status")
    assert reports(confirmed) == {COURIER, ISLAND, EVENING, RADIO}
    assert any(reports(f) >= {ISLAND, COURIER} for f in findings(account, "inference", "date"))
    bounds = {r["id"]: r["bounds"] for r in account["articles"]}
    assert bounds[ISLAND]["earliest"] == "2024-03-08"
    assert bounds[RADIO]["latest"] == "2024-03-08"
    assert bounds[COURIER] is None


def test_a_count_that_does_not_add_up(account: dict[str, Any]) -> None:
    [conflict] = findings(account, "conflict", "count")
    assert "as the second" in conflict["statement"]
    assert "it is the third: 12 February 2024, 19 February 2024 and 8 March 2024" in conflict["statement"]
    assert [f["type"] for f in account["findings"] if f["kind"] == "conflict"] == ["count"]


def test_a_toll_that_rises(account: dict[str, Any]) -> None:
    updates = findings(account, "update", "number")
    assert any("at least 12" in f["statement"] and "14" in f["statement"] and "17" in f["statement"] for f in updates)
    values = {line["role"]: line["value"] for line in account["figures"] if line["role"]}
    assert values == {"killed": 17, "missing": 2}


def test_one_claim_from_two_mouths_and_one_report_against_itself(account: dict[str, Any]) -> None:
    claims = findings(account, "agreement", "claim")
    assert any(f["speakers"] == ["Dana Whitlock", "Marcus Thorne"] and "bow doors" in f["statement"] for f in claims)
    assert any(reports(f) == {COURIER} for f in findings(account, "variant", "wording"))


def test_reprints_and_agency_copy_are_one_origin(account: dict[str, Any]) -> None:
    assert account["independent_origins"] == 3
    [copied] = [o for o in account["origins"] if len(o["articles"]) > 1]
    assert (copied["articles"], copied["basis"]) == ([RADIO, COURIER], "copy")
