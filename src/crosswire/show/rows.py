"""Records as JSON, both ways, and the JSON Schemas that they obey (contract of the command line)."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from crosswire.model import Account, Article, ClaimStance, ClaimText, Membership

Noun = TypeVar("Noun")
RECORDS = {"article": Article, "account": Account, "membership": Membership, "claim": ClaimText, "stance": ClaimStance}


def to_row(noun: object) -> bytes:
    """One record as one line of JSON in UTF-8, without the line's end."""
    return msgspec.json.encode(noun)


def from_row(row: bytes, noun: type[Noun]) -> Noun:
    """The record of one line of JSON.

    Raises:
        msgspec.ValidationError: the line is no record of that type.
    """
    return msgspec.json.decode(row, type=noun)


def schemas() -> dict[str, Any]:
    """The JSON Schemas (draft 2020-12) of all records, by name."""
    shapes, definitions = msgspec.json.schema_components(RECORDS.values(), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Crosswire records",
        "records": dict(zip(RECORDS, shapes, strict=True)),
        "$defs": definitions,
    }
