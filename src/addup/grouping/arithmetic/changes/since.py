"""Changes told with what they led to, where another report told what was before: "tripled since Sunday".

What was before is an amount in the same unit in an earlier report that shares a name and a further word with
the sentence of the change, and of the day from which it is counted, or of the same months a year before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from addup.grouping.arithmetic.beside import in_one_unit, is_bare, names_of, value, words_of
from addup.grouping.arithmetic.changes.apart import changes_apart
from addup.grouping.arithmetic.changes.steps import Step, amounts_told, steps_told
from addup.records import Figure, Reading

_DAY = timedelta(days=1)
_YEAR = timedelta(days=365)
_TITLE = 90
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_TO = re.compile(r"\b(?:to|at|covers?|measures?|now|reached|reaching|stands?|totals?|numbers?)\b")


@dataclass(frozen=True, slots=True)
class Since:
    """A change, what it led to, and amounts of earlier reports from which it may be counted."""

    reading: Reading
    step: Step
    after: Figure
    befores: tuple[tuple[Reading, Figure], ...]


class _Report:
    """A report with its names and amounts, found once for all changes that may start from it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.published = reading.document.published
        self.names = names_of(reading, least=1)

    @cached_property
    def amounts(self) -> list[Figure]:
        return list(amounts_told(self.reading))


def rises_since(readings: Sequence[Reading]) -> Iterator[Since]:
    """Find the changes of some reports that start from what another of them told."""
    if len(readings) < 2:
        return
    reports: list[_Report] = []
    for index, reading in enumerate(readings):
        steps = [step for step in steps_told(reading) if step.how != "by"]
        within = {one.step.figure.id for one in changes_apart(reading)} if steps else set()
        for step in steps:
            after = _led_to(step, reading)
            if after is not None and step.figure.id not in within:
                reports = reports or list(map(_Report, readings))
                befores = tuple(_befores(step, after, reports[index], reports))
                if befores:
                    yield Since(reading, step, after, befores)


def _led_to(step: Step, reading: Reading) -> Figure | None:
    """Give the one amount of a sentence that a change led to."""
    text = reading.document.text
    here = [one for one in amounts_told(reading) if one.sentence == step.figure.sentence]
    here = [one for one in here if one.amount.kind in ("count", "measure") and one.amount.per is None]
    if len(here) != 1 or step.figure.stance != here[0].stance:
        return None
    after = here[0]
    if after.span.end <= step.figure.span.start:  # "402,000 tourists, up 12 percent"
        return after
    between = text[step.figure.span.end : after.span.start]
    return after if _TO.search(between) and "from" not in between.split()[-2:] else None


def _befores(
    step: Step, after: Figure, here: _Report, reports: Sequence[_Report]
) -> Iterator[tuple[Reading, Figure]]:
    """Give the amounts of earlier reports from which a change may be counted."""
    published = here.published
    if published is None:
        return
    start = _start(step, here.reading, published)
    mine = _topic(after, here)
    for other in reports:
        day = other.published
        if other is here or day is None or day > published or not other.names & mine[0]:
            continue
        for figure in other.amounts:
            if _are_of_one_noun(figure, after) and value(figure) and _is_then(figure, after, start):
                its = _topic(figure, other)
                names, words = mine[0] & its[0], mine[1] & its[1]
                fewest = min(len(mine[0]), len(its[0]))
                if 2 * len(names) >= max(fewest, 1) and words - {name.lower() for name in names}:
                    yield other.reading, figure


def _topic(figure: Figure, report: _Report) -> tuple[frozenset[str], frozenset[str]]:
    """Give the names and the words of the sentence of a figure, and of the title of its report."""
    text = report.reading.document.text
    told = f"{text[slice(*figure.sentence)]} {text[:_TITLE].partition(chr(10))[0]}"
    return frozenset(name for name in report.names if name in told), words_of(told)


def _start(step: Step, reading: Reading, published: date) -> date | None:
    """Give the day from which a change is counted: that of "since Sunday", or so many weeks ago."""
    days = step.figure.period
    if days.first and days.last and days.first != days.last:
        return days.first
    for figure in reading.figures:
        amount = figure.amount
        if figure.sentence == step.figure.sentence and amount.kind == "duration" and amount.low is not None:
            return published - timedelta(days=int(amount.low * _DAYS.get(amount.unit or "", 0)))
    return None


def _is_then(figure: Figure, after: Figure, start: date | None) -> bool:
    """Tell whether an amount is of the day from which a change is counted, or of a year before."""
    days, its = figure.period, after.period
    if days.first is None or days.last is None:
        return False
    if its.first and its.last and its.first != its.last:
        shifts = (abs(its.first - _YEAR - days.first), abs(its.last - _YEAR - days.last))
        if max(shifts) <= timedelta(days=3):
            return True
    if start is None:
        return False
    if (days.last - days.first).days <= _DAYS["month"] and days.first - _DAY <= start <= days.last + _DAY:
        return True
    return abs(days.last - start) <= _DAY


def _are_of_one_noun(figure: Figure, after: Figure) -> bool:
    """Tell whether two amounts are in one unit; a bare number counts what its sentence is about."""
    mine, its = figure.amount, after.amount
    if mine.unit is not None or not is_bare(after):
        return in_one_unit(figure, after) and mine.per == its.per
    return (mine.kind, its.kind, its.unit) == ("count", "count", None) and mine.per is None
