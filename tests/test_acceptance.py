"""Two real reports of one visit, as the web left them: everything that a right account of them holds comes out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

GOLD = Path(os.environ.get("CROSSWIRE_GOLD", Path(__file__).parent.parent.parent / "shared"))


@pytest.mark.slow
@pytest.mark.skipif(not (GOLD / "gold" / "seeds").is_dir(), reason=f"no gold data: {GOLD} (set CROSSWIRE_GOLD)")
def test_everything_that_a_right_account_of_the_seeds_holds() -> None:
    script = GOLD / "score" / "check_seeds.py"
    done = subprocess.run(
        [sys.executable, str(script), sys.executable, "-m", "crosswire"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    hits, total = done.stdout.rsplit("seeds: ", 1)[1].split(" of ")
    assert int(hits) == int(total.split()[0]) > 90
