"""Claims that numbers rise or fall, without an amount: "and the numbers are rising"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from addup.grouping.patterns import may_hold, phrase
from addup.grouping.tables import table
from addup.records import Change, Evidence, Figure, Grouping, Reading, Series

_BETWEEN = r"\s+(?:[\w'’-]+\s+){0,4}?"
_AMOUNT = re.compile(r"\s+(?:(?:by|to|from|at)\s+)?[\d$€£]")
_DIRECTIONS: tuple[Change, ...] = ("up", "down")


@dataclass(frozen=True, slots=True)
class TrendClaim:
    """A claim that the numbers of a series go up or down, with the figure beside it and the words."""

    series: str
    direction: Change
    figure: Figure
    evidence: Evidence


def find_trends(grouping: Grouping) -> list[TrendClaim]:
    """Find the claims in the sentences of the figures of each series that runs through time."""
    series = {one.name: one for one in grouping.series}
    return [claim for reading in grouping.readings for claim in _of_reading(reading, series)]


def _of_reading(reading: Reading, series: dict[str, Series]) -> Iterator[TrendClaim]:
    """Tie each claim to the last amount before it in its sentence, or else to the first behind it."""
    text = reading.document.text
    directions = [one for one in _DIRECTIONS if may_hold(text, table("cues")["trend"][one])]
    if not directions:
        return
    told: dict[tuple[int, int], list[Figure]] = {}
    for figure in reading.figures:
        if _moves(figure, series):
            told.setdefault(figure.sentence, []).append(figure)
    for sentence, beside in told.items():
        for direction, start, end in _claims(text, sentence, directions):
            before = [figure for figure in beside if figure.span.start < start]
            figure = before[-1] if before else beside[0]
            evidence = Evidence.within(reading.document, start, end)
            yield TrendClaim(figure.series or "", direction, figure, evidence)


def _moves(figure: Figure, series: dict[str, Series]) -> bool:
    """Tell whether a figure counts something that can rise or fall, and is not the change itself."""
    counted = figure.amount.kind in ("count", "money") and not figure.change
    return counted and figure.series in series


def _claims(
    text: str, sentence: tuple[int, int], directions: Iterable[Change]
) -> Iterator[tuple[Change, int, int]]:
    """Find a word of change close to a word for numbers, without an amount behind it."""
    for direction in directions:
        for match in _pattern(direction).finditer(text, *sentence):
            if not _AMOUNT.match(text, match.end()):
                yield direction, match.start(), match.end()


@cache
def _pattern(direction: Change) -> re.Pattern[str]:
    rows = table("cues")["trend"]
    about = phrase(*rows["about"]).pattern
    change = phrase(*rows[direction]).pattern
    return re.compile(f"{about}{_BETWEEN}{change}|{change}{_BETWEEN}{about}")
