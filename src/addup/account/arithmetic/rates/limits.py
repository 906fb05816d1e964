"""Limits held against what came of them: the most of each, times how many there were, is no less than all."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from addup.account.arithmetic.clashing import clash, meant, quoted
from addup.account.language.wording import number
from addup.grouping.arithmetic.rates.limits import Limit, limits
from addup.records import Finding, Grouping

_MARGIN = Fraction(108, 100)


def limit_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the totals that are more than every limit told of their parts allows."""
    for limit in limits(grouping.readings):
        yield from _judged(limit)


def _judged(found: Limit) -> Iterator[Finding]:
    low, high = meant(found.most.figure)
    each = high if high is not None else low
    many = meant(found.count.figure).high if found.count else Fraction(1)
    total = meant(found.total.figure).low
    if each is None or not many or total is None:
        return
    allowed = each * many * found.times
    if total > allowed * _MARGIN:
        yield _told(found, each, allowed, total - allowed)


def _told(found: Limit, each: Fraction, allowed: Fraction, gap: Fraction) -> Finding:
    """Tell what a limit allows, and what is told instead."""
    total, limit = found.total.figure, found.most.figure
    unit, all_of = total.amount.unit, number(allowed, total.amount.unit)
    many = (
        f"“{found.count.figure.span.text}”" if found.count else f"{found.times} {limit.amount.per or 'day'}s"
    )
    told = [found.most, *([found.count] if found.count else []), found.total]
    return clash(
        "tension",
        f"At most {number(each, limit.amount.unit)} (“{limit.span.text}”) × {many} is {all_of}, but "
        f"“{total.span.text}” is told: {number(gap, unit)} {'too much' if unit else 'too many'}.",
        [
            f"{number(each, unit)} × {number(allowed / each)} = {all_of}",
            *(quoted(one.figure) for one in told),
        ],
        told,
        gap,
    )
