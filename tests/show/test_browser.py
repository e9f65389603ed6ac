"""The page in a real browser, at the widths of a phone and a desk; and its colours, which need none."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import escape
from pathlib import Path

import pytest
from accounts import ferry_account

from crosswire.show.page import render, render_index

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
MEASURE = """<!DOCTYPE html><iframe id="f" style="border:0;width:{width}px;height:900px" srcdoc="{page}"></iframe>
<script>onload = () => {{
  const d = document.getElementById("f").contentDocument, e = d.documentElement;
  const wide = [...d.querySelectorAll("body *")].filter(x => !x.closest(".scroll, .skip") && x.getBoundingClientRect().right > {width} + 1);
  const top = s => d.querySelector(s).getBoundingClientRect().top;
  document.title = JSON.stringify({{scroll: e.scrollWidth, client: e.clientWidth, wide: wide.length,
    beside: Math.abs(top(".account") - top(".reports")) < 50,
    focusable: d.querySelectorAll("a[href], [tabindex='0']").length}});
}}</script>"""
browser = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def chromium(tmp_path: Path, *arguments: str) -> str:
    """What a headless Chromium prints."""
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=90).stdout


@browser
@pytest.mark.browser
@pytest.mark.parametrize(("width", "beside"), [(390, False), (1400, True)])
def test_the_page_fits_phone_and_desk(tmp_path: Path, width: int, *, beside: bool) -> None:
    wrapper = tmp_path / "measure.html"
    wrapper.write_text(MEASURE.format(width=width, page=escape(render([ferry_account()]))), encoding="utf-8")
    dom = chromium(
        tmp_path, f"--window-size={width + 40},1000", "--virtual-time-budget=5000", "--dump-dom", wrapper.as_uri()
    )
    found = re.search(r"<title>(.*?)</title>", dom)
    assert found
    measured = json.loads(found[1])
    assert measured["scroll"] == measured["client"] == width
    assert measured["wide"] == 0
    assert measured["beside"] is beside
    assert measured["focusable"] > 50


@browser
@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1400])
def test_the_page_is_painted(tmp_path: Path, width: int) -> None:
    page, picture = tmp_path / "page.html", tmp_path / "page.png"
    page.write_text(render([ferry_account()]), encoding="utf-8")
    chromium(tmp_path, f"--window-size={width},900", f"--screenshot={picture}", page.as_uri())
    assert picture.read_bytes()[:4] == b"\x89PNG"
    assert picture.stat().st_size > 30_000  # an empty picture of these sizes takes under 10,000 bytes


def luminance(colour: str) -> float:
    """Relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_contrast_is_sufficient_in_light_and_dark(scheme: int) -> None:
    tokens = re.findall(r":root \{(.*?)\}", render_index([]), re.S)[: scheme + 1]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", "".join(tokens)))
    kinds = (
        "conflict",
        "update",
        "confirmation",
        "agreement",
        "variant",
        "not-comparable",
        "inference",
        "single-source",
    )
    assert set(kinds) <= set(colours)
    poor = {
        (front, back): round(contrast(colours[front], colours[back]), 2)
        for back in ("paper", "sheet")
        for front in ("ink", "soft", "link", *kinds)
        if contrast(colours[front], colours[back]) < 4.5
    }
    poor |= {
        (front, back): round(contrast(colours[front], colours[back]), 2)
        for back in ("mark", "mark-conflict")
        for front in ("ink", "link", "soft")
        if contrast(colours[front], colours[back]) < 4.5
    }
    assert poor == {}
