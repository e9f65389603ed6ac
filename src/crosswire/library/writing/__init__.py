"""The only modules that write to the database. Each function is one transaction's work: all of it, or nothing."""

from __future__ import annotations

from crosswire.library.writing.accounts import Remade, store_accounts
from crosswire.library.writing.again import carry_over, carry_over_changes
from crosswire.library.writing.marks import next_numbers
from crosswire.library.writing.reports import day_words, reject, take_in

__all__ = [
    "Remade",
    "carry_over",
    "carry_over_changes",
    "day_words",
    "next_numbers",
    "reject",
    "store_accounts",
    "take_in",
]
