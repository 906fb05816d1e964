"""Counts over some days held against those over longer ones around them: the part is at most the whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from addup.account.arithmetic.clashing import are_far, clash, meant, quoted
from addup.account.language.wording import number, period
from addup.grouping.arithmetic.days.windows import Counted, Window, windows
from addup.records import Finding, Grouping

_MARGIN = Fraction(103, 100)
"""By how much more than the whole a part must be: two statistics seldom agree to the last digit."""
_LEAST_GAP = 2
_MOST_TIMES = 8
"""A count that is more times that over longer days is of another thing."""


def window_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the counts that are more than every count of the same over days around theirs."""
    for window in windows(grouping.readings):
        yield from _judged(window)


def _judged(window: Window) -> Iterator[Finding]:
    inner = meant(window.inner.figure)
    tops = [meant(outer.figure).high for outer in window.outer]
    whole = max(zip(tops, window.outer, strict=True), key=lambda one: one[0] or 0)[1]
    top = max((end for end in tops if end is not None), default=None)
    if top is None or None in tops or inner.low is None:
        return
    if are_far(inner.low, top, times=_MOST_TIMES):
        return
    gap = inner.low - top
    if inner.low < top * _MARGIN or (gap < _LEAST_GAP and not window.inner.figure.amount.unit):
        return
    unit = window.inner.figure.amount.unit
    told = (whole, window.inner)
    yield clash(
        "conflict" if window.sure else "tension",
        f"{_said(window.inner)} is more than {_said(whole)}, whose days hold it: "
        f"{number(gap, unit)} too {'much' if unit else 'many'}.",
        [_said(one) for one in told],
        told,
        gap,
    )


def _said(counted: Counted) -> str:
    days = counted.days
    assert days.first is not None
    assert days.last is not None
    return f"{quoted(counted.figure)} {period(days.first.toordinal(), days.last.toordinal())}"
