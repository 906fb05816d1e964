"""Charts of series over time: where each report stands, as plain coordinates for the page to draw.

Across, places are in percent, so that a chart fits a phone and a poster without its letters shrinking; down,
they are in pixels.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from addup.records import Figure, Member, Series
from addup.report import words
from addup.words import Convention, Interval
from addup.words.conversions import in_unit, scale_of, tells_again

LEFT, RIGHT = 18.0, 92.0
TOP, BOTTOM, FOOT = 34, 220, 24
ARROW = 22
SHAPES = ("circle", "square", "diamond", "triangle", "cross", "wedge")
STEP = 16
"""Pixels between reports of the same days, which stand side by side."""

PERCENT, LETTER = 3, 7
"""The width of a percent on a phone and of a letter, in pixels."""

Box = tuple[float, float, float, float]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line or a day of the frame: its place and its words."""

    at: float
    label: str
    anchor: Anchor = "middle"


@dataclass(frozen=True, slots=True)
class Mark:
    """One report: its days `x1` to `x2`, its amount `y`, its interval `top` to `bottom`.

    `opens` says on which side the interval has no end. `aside` moves it in pixels.
    """

    member: Member
    x1: float
    x2: float
    y: float
    top: float
    bottom: float
    opens: Literal["up", "down", ""]
    aside: int
    shape: str
    label: str
    anchor: Anchor

    @property
    def figure(self) -> Figure:
        """What is drawn."""
        return self.member.figure

    @property
    def x(self) -> float:
        """The middle of its days."""
        return round((self.x1 + self.x2) / 2, 2)

    @property
    def look(self) -> str:
        """The classes that say how firm it is."""
        firm = "vague" if self.figure.amount.bound == "vague" else "firm"
        return f"{firm} {'open' if self.figure.stance != 'stated' else 'said'}"


@dataclass(frozen=True, slots=True)
class Chart:
    """A series over time. `undrawn` is the number of its reports that name no day."""

    name: str
    height: int
    marks: tuple[Mark, ...]
    lines: tuple[Tick, ...]
    days: tuple[Tick, ...]
    sources: tuple[tuple[str, str], ...]
    undrawn: int


@dataclass(frozen=True, slots=True)
class _Report:
    member: Member
    first: date
    last: date
    value: Fraction
    ends: Interval

    @property
    def figure(self) -> Figure:
        return self.member.figure


def charts(
    series: Series, *, published: date | None = None, convention: Convention = "plain"
) -> tuple[Chart, ...]:
    """Draw a series: one chart for each measure in which two reports or more have days.

    Totals and rates, shares and counts are never drawn on one scale; acres and hectares are, in the unit of
    the series.
    """
    measures: dict[tuple[str | None, ...], list[Member]] = {}
    for member in _in_unit(series):
        amount = member.figure.amount
        measures.setdefault((amount.kind, amount.unit, amount.per), []).append(member)
    drawn = []
    for (_, unit, per), members in measures.items():
        reports = [report for member in members if (report := _report(member, published, convention))]
        if len(reports) > 1:
            scale = " ".join(part for part in (unit, f"a {per}" if per else "") if part)
            name = f"{words.plain(series.name)}{f', {words.plain(scale)}' if scale else ''}"
            drawn.append(_chart(name, reports, len(members) - len(reports)))
    return tuple(drawn)


def _in_unit(series: Series) -> Iterator[Member]:
    """Give the reports of a series in its unit, but for those that only tell one once more in another."""
    for member in series.members:
        others = (other.figure for other in series.members if other.document == member.document)
        if not any(tells_again(other, member.figure) for other in others):
            yield replace(member, figure=in_unit(member.figure, scale_of(member.figure, series.unit)))


def _report(member: Member, published: date | None, convention: Convention) -> _Report | None:
    """Take what is to be drawn of a figure; None without days or without a number."""
    figure = member.figure
    first = figure.period.first or figure.period.last
    last = figure.period.last or published or first
    ends = words.drawn_interval(figure, convention=convention)
    amount = figure.amount
    said = amount.high if amount.bound == "max" else amount.low
    value = Fraction(str(said)) if said is not None else ends.low if ends.low is not None else ends.high
    if amount.bound == "range" and ends.low is not None and ends.high is not None:
        value = (ends.low + ends.high) / 2
    if first is None or last is None or value is None:
        return None
    return _Report(member, min(first, last), max(first, last), value, _around(value, ends))


def _around(value: Fraction, ends: Interval) -> Interval:
    """Widen an interval to what was said, which the table of hedges, made for counts, may miss below zero."""
    low, high = ends
    return Interval(None if low is None else min(low, value), None if high is None else max(high, value))


def _chart(name: str, reports: Sequence[_Report], undrawn: int) -> Chart:
    scale = _Scale.around([value for report in reports for value in _heights(report)])
    begin, end = min(report.first for report in reports), max(report.last for report in reports)
    sources = tuple(dict.fromkeys(words.source(report.figure) for report in reports))
    shapes = {source: SHAPES[index % len(SHAPES)] for index, source in enumerate(sources)}
    marks = [
        _mark(report, (begin, end), scale, aside=aside, shape=shapes[words.source(report.figure)])
        for report, aside in zip(reports, _asides(reports), strict=True)
    ]
    return Chart(
        name=name,
        height=BOTTOM + FOOT,
        marks=tuple(_labelled(marks)),
        lines=tuple(Tick(scale.down(level), words.number(level)) for level in scale.levels),
        days=_days(begin, end),
        sources=tuple((shape, source) for source, shape in shapes.items()),
        undrawn=undrawn,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """The amounts from the bottom of a chart to its top, in round steps."""

    lowest: Fraction
    highest: Fraction
    step: Fraction

    @classmethod
    def around(cls, values: Sequence[Fraction]) -> _Scale:
        """Hold all values, and zero: a chart without its zero exaggerates."""
        low, high = min([Fraction(0), *values]), max([Fraction(0), *values])
        step = _nice((high - low) / 3) if high > low else Fraction(1)
        highest = step * max(1, math.ceil(high / step))
        return cls(step * math.floor(low / step), highest, step)

    @property
    def levels(self) -> list[Fraction]:
        """The amounts at which a line is drawn."""
        steps = int((self.highest - self.lowest) / self.step)
        return [self.lowest + self.step * index for index in range(steps + 1)]

    def down(self, value: Fraction) -> float:
        """Give the place of an amount, in pixels from the top."""
        share = (value - self.lowest) / (self.highest - self.lowest)
        return round(float(BOTTOM - (BOTTOM - TOP) * share), 1)


def _heights(report: _Report) -> list[Fraction]:
    """Give the amounts that must have room: what was said, and both ends where they are drawn."""
    ends = () if report.figure.amount.bound == "max" else report.ends
    return [report.value, *(end for end in ends if end is not None)]


def _nice(size: Fraction) -> Fraction:
    """Round up to 1, 2 or 5 times a power of ten."""
    power = Fraction(10) ** math.floor(math.log10(size))
    return next(power * times for times in (1, 2, 5, 10) if power * times >= size)


def _asides(reports: Sequence[_Report]) -> list[int]:
    """Move reports of the same days apart, around their common middle."""
    days = [(report.first, report.last) for report in reports]
    places = []
    for index, own in enumerate(days):
        before, among = days[:index].count(own), days.count(own)
        places.append(round((before - (among - 1) / 2) * STEP))
    return places


def _mark(report: _Report, days: tuple[date, date], scale: _Scale, *, aside: int, shape: str) -> Mark:
    x1, x2 = _across(report.first, days), _across(report.last, days)
    y = scale.down(report.value)
    low, high = report.ends
    at_most = report.figure.amount.bound == "max"
    opens: Literal["up", "down", ""] = "up" if high is None else "down" if at_most else ""
    top = y - ARROW if high is None else y if at_most else scale.down(high)
    bottom = min(y + ARROW, BOTTOM) if at_most else y if low is None else scale.down(low)
    middle = (x1 + x2) / 2
    anchor: Anchor = "start" if middle < LEFT + 15 else "end" if middle > RIGHT - 15 else "middle"
    label = words.said(report.figure)
    return Mark(report.member, x1, x2, y, top, bottom, opens, aside, shape, label, anchor)


def _across(day: date, days: tuple[date, date]) -> float:
    begin, end = days
    if begin == end:
        return (LEFT + RIGHT) / 2
    return round(LEFT + (RIGHT - LEFT) * (day - begin).days / (end - begin).days, 2)


def _days(begin: date, end: date) -> tuple[Tick, ...]:
    if begin == end:
        return (Tick((LEFT + RIGHT) / 2, words.day(begin)),)
    return Tick(LEFT, words.day(begin), "start"), Tick(RIGHT, words.day(end), "end")


def _labelled(marks: Sequence[Mark]) -> Iterable[Mark]:
    """Give every mark a label beside which nothing stands, or none: the list below the chart has them all.

    Reckoned for a phone, where a percent is 3 pixels; there is more room everywhere else.
    """
    taken = [_extent(mark) for mark in marks]
    for index, mark in enumerate(marks):
        others = taken[:index] + taken[index + 1 :]
        anchors: tuple[Anchor, ...] = (mark.anchor, "middle", "start", "end")
        places = [(anchor, _label_box(mark, anchor)) for anchor in anchors]
        free = [(anchor, box) for anchor, box in places if _is_free(box, others)]
        if free:
            anchor, box = free[0]
            taken.append(box)
            yield replace(mark, anchor=anchor)
        else:
            yield replace(mark, label="")


def _extent(mark: Mark) -> Box:
    """Give the room that a mark takes, from its left to its bottom, in pixels."""
    middle = mark.x * PERCENT + mark.aside
    return middle - 8, middle + 8, mark.top - 4, mark.bottom + 6


def _label_box(mark: Mark, anchor: Anchor) -> Box:
    """Give the room that a label takes above its mark."""
    width = LETTER * len(mark.label)
    left = mark.x * PERCENT + mark.aside - {"start": 0, "middle": width / 2, "end": width}[anchor]
    return left, left + width, mark.top - 20, mark.top - 8


def _is_free(box: Box, others: Iterable[Box]) -> bool:
    left, right, top, bottom = box
    apart = (right < a or b < left or bottom < c or d < top for a, b, c, d in others)
    return left >= 0 and right <= 100 * PERCENT and all(apart)
