"""The commands of the library: add, stories, story, search, export, check, rebuild."""

from __future__ import annotations

from crosswire.cli_library.adding import add, rebuild
from crosswire.cli_library.asking import search, stories, story
from crosswire.cli_library.keeping import check, export

COMMANDS = (add, stories, story, search, export, check, rebuild)
"""In the order in which one needs them."""

__all__ = ["COMMANDS"]
