"""Averages held against the most and the least: where nobody waited more than 36 days, 41 are no average."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from addup.account.arithmetic.clashing import Told, are_far, clash, meant, quoted
from addup.grouping.arithmetic.rates.extremes import Extreme, extremes
from addup.records import Figure, Finding, Grouping

_MARGIN = Fraction(3, 100)
_TIMES = 3


def extreme_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the averages that are more than the most, or less than the least, of what they are of."""
    for reading in grouping.readings:
        for found in extremes(reading):
            if all(_is_beyond(one, found) for one in found.averages):
                yield _told(found, reading.document.id)


def _is_beyond(average: Figure, found: Extreme) -> bool:
    gap = _gap(average, found)
    return gap is not None and not are_far(meant(average).low, _end(found), times=_TIMES)


def _end(found: Extreme) -> Fraction | None:
    """Give the end beyond which there is none."""
    low, high = meant(found.extreme)
    if found.extreme.amount.bound == "range":
        return high if found.way == "most" else low
    number = found.extreme.amount.low if found.extreme.amount.low is not None else found.extreme.amount.high
    stated = Fraction(str(number))
    return max(stated, high or stated) if found.way == "most" else min(stated, low or stated)


def _gap(average: Figure, found: Extreme) -> Fraction | None:
    """Say by how much an average lies beyond an end; None where it does not, or hardly."""
    (low, high), end = meant(average), _end(found)
    if end is None:
        return None
    if found.way == "most":
        return low - end if low is not None and low > end * (1 + _MARGIN) else None
    return end - high if high is not None and high * (1 + _MARGIN) < end else None


def _told(found: Extreme, document: str) -> Finding:
    than = "more than the most" if found.way == "most" else "less than the least"
    told = [Told(document, found.average), Told(document, found.extreme)]
    gap = _gap(found.average, found)
    return clash(
        "tension",
        f"An average of {quoted(found.average)} is {than}, {quoted(found.extreme)}.",
        [f"average: {quoted(found.average)}", f"the {found.way}: {quoted(found.extreme)}"],
        told,
        gap or 0,
    )
