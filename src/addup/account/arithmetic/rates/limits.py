"""Limits held against what came of them: the most of each, times how many there were, is no less than all."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from addup.account.arithmetic import clashing
from addup.account.arithmetic.clashing import clash, meant, quoted
from addup.account.language.wording import number
from addup.grouping.arithmetic.rates.limits import Limit, Told, limits
from addup.records import Finding, Grouping

_MARGIN = Fraction(108, 100)


def limit_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the totals that are more than every limit told of their parts allows."""
    for limit in limits(grouping.readings):
        yield from _judged(limit)


def _judged(found: Limit) -> Iterator[Finding]:
    low, high = meant(found.most.figure)
    if found.most.figure.amount.bound != "range":
        low, high = None, high if high is not None else low
    least = most = Fraction(found.times)
    for unit in found.units:
        few, many = meant(unit.figure)
        least, most = least * (few or 0), most * (many or 0)
    total = meant(found.total.figure)
    if high is not None and most and total.low is not None and total.low > high * most * _MARGIN:
        yield _told(found, high, most, total.low)
    elif low is not None and total.high is not None and total.high * _MARGIN < low * least:
        yield _told(found, low, least, total.high)


def _told(found: Limit, each: Fraction, many: Fraction, total: Fraction) -> Finding:
    """Tell what a limit allows, and what is told instead."""
    unit, limit = found.total.figure.amount.unit, found.most.figure
    units = [f"“{one.figure.span.text}”" for one in found.units]
    if found.times > 1 or not units:
        units.append(f"{found.times} {limit.amount.per or 'day'}s")
    allowed, gap = number(each * many, unit), abs(total - each * many)
    wrong = ("too much" if unit else "too many") if total > each * many else "too little"
    told = [_cited(one) for one in (found.most, *found.units, found.total)]
    return clash(
        "tension",
        f"{'At most' if total > each * many else 'At least'} {number(each, limit.amount.unit)} "
        f"(“{limit.span.text}”) × {' × '.join(units)} is "
        f"{allowed}, but “{found.total.figure.span.text}” is told: {number(gap, unit)} {wrong}.",
        [f"{number(each, unit)} × {number(many)} = {allowed}", *(quoted(one.figure) for one in told)],
        told,
        gap,
    )


def _cited(told: Told) -> clashing.Told:
    return clashing.Told(told.reading.document.id, told.figure)
