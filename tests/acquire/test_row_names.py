"""The field names of other collections' dumps, as rows of JSON Lines."""

from __future__ import annotations

import json

import pytest

from crosswire.acquire import read_json_line
from crosswire.model import Article

MEDIA_CLOUD = {
    "stories_id": 2031041701,
    "title": "Mill closed at Vesk",
    "url": "https://courier.example/2031/mill",
    "publish_date": "2031-04-17 10:00:00",
    "media_name": "Vesk Courier",
    "media_url": "https://courier.example/",
    "language": "en",
}


def row(fields: dict[str, object]) -> Article:
    found = read_json_line(json.dumps(fields).encode(), 1, "dump.jsonl")
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("name", ["text", "story_text"])
def test_a_row_of_media_cloud_gives_its_fields(name: str) -> None:
    article = row({**MEDIA_CLOUD, name: "The mill was closed."})
    assert (article.id, article.publisher, article.language) == ("2031041701", "Vesk Courier", "en")
    assert article.source.url == "https://courier.example/2031/mill"
    assert article.published is not None
    assert article.published.value == "2031-04-17T10:00:00"
    assert article.text == "The mill was closed."


def test_the_first_text_that_holds_something_is_read() -> None:
    assert row({"id": "a", "text": "", "story_text": "Words."}).text == "Words."
    assert [warning.code for warning in row({"id": "a", "story_text": ""}).warnings] == ["empty"]
