"""A toll as a small chart: SVG without ids, script or fixed colours, every point a link to its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from xml.etree import ElementTree as ET

import leather
from markupsafe import Markup

from crosswire.show.marks import visible
from crosswire.show.tolls import Point, course
from crosswire.show.words import spell

WIDTH, HEIGHT, TOP = 440, 200, 22  # what the library leaves free at the top is cut off
HOURS = 24  # the axis of days is counted in whole hours, so that there is room on either side
SIDE = 0.05  # of the width
RADIUS = 5
TICKS = 0.16  # of the width: nearer to one another, the names of two days would overlap
LABELS = 12  # points that are labelled with their values


def draw(points: Sequence[Point], label: str, href: Callable[[Point], str], names: Callable[[Point], str]) -> Markup:
    """The chart of a toll.

    Args:
        points: its values by day, in order; at least two days.
        label: what the chart shows, for those who cannot see it.
        href: where a point leads to.
        names: what a point is called: its value, day and reports.
    """
    first, last = _at(points[0].day), _at(points[-1].day)
    room = int(SIDE * (last - first))
    chart = leather.Chart()
    chart.add_x_scale(first - room, last + room)
    chart.add_y_scale(0, max(point.height for point in points))
    years = points[0].day.year != points[-1].day.year
    chart.add_x_axis(ticks=_ticks(points), tick_formatter=lambda value, *_: _day(value, years=years))
    chart.add_y_axis(
        tick_formatter=lambda value, *_: f"{value:,f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    )
    chart.add_line([(_at(day), height) for day, height in course(points)], name=" ", stroke_color="currentColor")
    dots = [(_at(point.day), point.height) for point in points]
    chart.add_dots(dots, name=" ", fill_color="currentColor", radius=RADIUS)
    group = chart.to_svg_group(WIDTH, HEIGHT)
    svg = ET.Element(
        "svg", {"viewBox": f"0 {TOP} {WIDTH} {HEIGHT - TOP}", "role": "group", "aria-label": visible(label)}
    )
    svg.append(_plain(group))
    _link(svg, points, href, names)
    return Markup(ET.tostring(svg, encoding="unicode"))  # noqa: S704  made by a serializer that escapes


def _plain(group: ET.Element) -> ET.Element:
    """The chart without its background, and without a legend for its two layers, which are one thing."""
    background, body = group[0], group[1]
    group.remove(background)
    body[0].clear()
    for text in group.iter("text"):
        del text.attrib["font-family"]
    for part in group.iter():
        if part.get("stroke", "").startswith("#"):
            part.set("stroke", "currentColor")
        if part.get("fill", "").startswith("#"):
            part.set("fill", "currentColor")
    return group


def _link(
    svg: ET.Element, points: Sequence[Point], href: Callable[[Point], str], names: Callable[[Point], str]
) -> None:
    """Make each dot a link with a name, and write its value beside it."""
    layer = next(g for g in svg.iter("g") if g.get("class") == "series dots")
    circles = list(layer)
    layer.clear()
    layer.set("class", "dots")
    labelled: set[tuple[str | None, str]] = set()
    for point, circle in zip(points, circles, strict=True):
        link = ET.SubElement(layer, "a", {"href": f"#{href(point)}", "aria-label": visible(names(point))})
        ET.SubElement(link, "title").text = visible(names(point))
        if point.later:
            circle.set("class", "later")
        link.append(circle)
        value = point.told.rpartition(" ")[2] if point.told.startswith(("at least", "about")) else point.told
        if len(points) <= LABELS and (circle.get("cx"), value) not in labelled and len(value) <= len("1,000,000"):
            labelled.add((circle.get("cx"), value))
            _label(link, circle, value)


def _label(link: ET.Element, circle: ET.Element, value: str) -> None:
    """A value above its point."""
    high = float(circle.get("cy", 0)) - 2 * RADIUS
    at = {"x": circle.get("cx", "0"), "y": f"{high:.1f}", "text-anchor": "middle", "fill": "currentColor"}
    ET.SubElement(link, "text", at).text = visible(value)


def _ticks(points: Sequence[Point]) -> list[int]:
    """The days that are named below the chart: those with points, as far as their names fit side by side."""
    days = sorted({_at(point.day) for point in points})
    least = TICKS * (days[-1] - days[0])
    kept = [days[0]]
    for day in days[1:-1]:
        if day - kept[-1] >= least and days[-1] - day >= least:
            kept.append(day)
    return [*kept, days[-1]]


def _at(day: date) -> int:
    """Where a day stands on the axis."""
    return day.toordinal() * HOURS


def _day(at: int, *, years: bool) -> str:
    told = spell(date.fromordinal(int(at) // HOURS).isoformat(), short=True)
    return told if years else told.rpartition(" ")[0]
