"""A program that adds to a library without a language model: python adder.py LIBRARY MOST PATH…

It says "ready" when it has what it needs, waits for a line, and then names each report as soon as it is acknowledged.
"""

from __future__ import annotations

import sys
from pathlib import Path

from made import Made

from crosswire.library.adding import Adding
from crosswire.library.opening import LibraryError


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(folder: str, most: str, *paths: str) -> None:
    class Small(Adding):
        pass

    Small.most = int(most)
    say("ready")
    sys.stdin.readline()
    try:
        made = Made(Path(folder))
        made.adding = Small
        for done in made.adds(*paths):
            for id, result in done.reports:
                say(id, result)
        say("added", made.counts.new, made.counts.revised, made.counts.known, made.counts.rejected)
    except LibraryError as error:
        say("failed", error)


if __name__ == "__main__":
    main(*sys.argv[1:])
