"""From reports and relations to claims: linear statements that do not know the grid of days yet.

A point is a series on the evening of a day: what a flow has come to until then (from any fixed start),
what a level or a toll stands at. So a flow's amount over `first..last` is its point `last` less its point
`first - 1`, and most reports are differences of two points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, overload

from addup.account.language.account import Account, Relation, Report, View
from addup.account.language.calendar import pieces, units_in
from addup.account.language.expressions import Term
from addup.words import Interval

Point = tuple[str, int]
Exact = int | Fraction
Terms = tuple[tuple[Point, Exact], ...]
Weights = tuple[tuple[str, Exact], ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """`low <= terms <= high` at named points."""

    terms: Terms
    low: Exact | None
    high: Exact | None


@dataclass(frozen=True, slots=True)
class Sweep:
    """The same statement for every day from the evening `first` to the evening `last` (None: always).

    `at` weighs what series stand at in the evening, `over` what they gain during the day. `fixed` points
    are the same every day. A statement of gains alone starts with the day after the evening `first`, and
    over a stretch of n days it holds n times.
    """

    first: int | None
    last: int | None
    at: Weights
    over: Weights
    fixed: Terms
    low: Exact | None
    high: Exact | None

    @property
    def daily(self) -> bool:
        """Whether it needs every single day: gains beside standings cannot be averaged over days."""
        return bool(self.at and self.over)


Claim = Fixed | Sweep
Spread = Literal["worst", "sum"]


def spread_of(report: Report) -> Spread:
    """Say how a report's misfit adds up: that of every unit together, or the worst day."""
    return "sum" if report.per and report.each_unit else "worst"


@overload
def whole(number: Fraction) -> Exact: ...
@overload
def whole(number: Fraction | None) -> Exact | None: ...
def whole(number: Fraction | None) -> Exact | None:
    """Take a fraction that is whole for a whole number, which is quicker to reckon with."""
    return number if number is None or number.denominator != 1 else number.numerator


def claims_of_report(account: Account, report: Report, view: View) -> Iterator[Claim]:
    """Give what a binding report claims under a reading."""
    given = report.interval(view)
    kind = account.series[report.series].kind
    if report.of is not None:
        yield from _share(account, report, given)
        return
    if report.change is not None:
        yield from _change(report, given)
        return
    if report.per is not None:
        yield from _rate(report, given)
        return
    interval = whole(given.low), whole(given.high)
    if kind == "flow":
        yield Fixed(window(report.series, report.first, report.last), *interval)
    elif kind == "toll" or report.first == report.last:
        yield Fixed((((report.series, report.last), 1),), *interval)
    else:
        yield Sweep(report.first, report.last, ((report.series, 1),), (), (), *interval)


def window(series: str, first: int, last: int, factor: Exact = 1) -> Terms:
    """Write what a flow comes to over the days `first..last`."""
    return ((series, first - 1), -factor), ((series, last), factor)


def _rate(report: Report, interval: Interval) -> Iterator[Claim]:
    """Bound each unit, or the average over the period."""
    assert report.per is not None
    low, high = interval
    first, last = report.first, report.last
    if not report.each_unit:
        count = units_in(report.per, first, last)
        ends = (None if end is None else end * count for end in interval)
        yield Fixed(window(report.series, first, last), *ends)
    elif report.per == "day":
        yield Sweep(first - 1, last, (), ((report.series, 1),), (), low, high)
    else:
        for piece in pieces(report.per, first, last):
            floor = low if piece.whole else None
            if floor is not None or high is not None:
                yield Fixed(window(report.series, piece.first, piece.last), floor, high)


def _change(report: Report, interval: Interval) -> Iterator[Claim]:
    """Bound the step between two evenings. Its size is never negative."""
    before = report.first - 1 if report.first == report.last else report.first
    start, end = (report.series, before), (report.series, report.last)
    least, most = max(interval.low or Fraction(0), Fraction(0)), interval.high
    sign = 1 if report.change == "up" else -1
    if not report.percent:
        yield Fixed(((start, -sign), (end, sign)), least, most)
        return
    yield Fixed(((start, -sign - least / 100), (end, sign)), Fraction(0), None)
    if most is not None:
        yield Fixed(((start, -sign - most / 100), (end, sign)), None, Fraction(0))


def _share(account: Account, report: Report, interval: Interval) -> Iterator[Claim]:
    """Bound a series by percentages of another one."""
    assert report.of is not None
    days = (report.first, report.last), report.of_days or (report.first, report.last)
    kinds = [account.series[name].kind for name in (report.series, report.of)]
    for end, is_low in ((interval.low, True), (interval.high, False)):
        if end is None:
            continue
        bounds = (Fraction(0), None) if is_low else (None, Fraction(0))
        part = -end / 100
        if kinds == ["level", "level"] and report.first != report.last and not report.of_days:
            yield Sweep(report.first, report.last, ((report.series, 1), (report.of, part)), (), (), *bounds)
            continue
        terms: list[tuple[Point, Exact]] = []
        for name, kind, factor, (first, last) in zip(
            (report.series, report.of), kinds, (Fraction(1), part), days, strict=True
        ):
            if kind == "flow":
                terms += window(name, first, last, factor)
            else:
                terms.append(((name, last), factor))
        yield Fixed(tuple(terms), *bounds)


def claims_of_relation(account: Account, relation: Relation, first: int, last: int) -> Iterator[Claim]:
    """Give what a relation claims from `first` to `last`; shares claim by their reports."""
    if relation.share:
        return
    kinds = {term.series: account.series[term.series].kind for term in relation.expression.terms}
    fixed: list[tuple[Point, Exact]] = []
    at: list[tuple[str, Exact]] = []
    over: list[tuple[str, Exact]] = []
    for term in relation.expression.terms:
        if term.dated:
            fixed += points_of(term, kinds)
        elif kinds[term.series] == "flow":
            over.append((term.series, whole(term.factor)))
        else:
            at.append((term.series, whole(term.factor)))
    low, high = whole(relation.low), whole(relation.high)
    if not at and not over:
        yield Fixed(collected(fixed), low, high)
    else:
        start = first if at and not over else first - 1
        yield Sweep(start, last, merged(at), merged(over), collected(fixed), low, high)


def points_of(term: Term, kinds: Mapping[str, str]) -> Terms:
    """Resolve a dated term into points."""
    assert term.first is not None
    assert term.last is not None
    if kinds[term.series] == "flow":
        return window(term.series, term.first, term.last, whole(term.factor))
    return (((term.series, term.last), whole(term.factor)),)


def collected(terms: list[tuple[Point, Exact]]) -> Terms:
    """Add up the factors of equal points, in order; what cancels out goes."""
    if len(terms) == 2 and terms[0][0] < terms[1][0] and terms[0][1] and terms[1][1]:
        return tuple(terms)  # most rows are windows, and there are many
    factors: dict[Point, Exact] = {}
    for point, factor in terms:
        factors[point] = factors.get(point, 0) + factor
    return tuple((point, factor) for point, factor in sorted(factors.items()) if factor)


def merged(weights: list[tuple[str, Exact]]) -> Weights:
    """Add up the weights of equal series; what cancels out goes, though its series stays named."""
    factors: dict[str, Exact] = {}
    for name, factor in weights:
        factors[name] = factors.get(name, 0) + factor
    return tuple(sorted(factors.items()))
