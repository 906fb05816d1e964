"""Shares held against counts: what each report of a share says of the part and of the whole.

"61 percent" of a series of shares is a report like any other. A relation `part = share % of whole` lets it
speak of two more series, as a report of the part that is a percentage of the whole. That is linear, though
the share times the whole is not, for a report gives the ends of the share.

No product of rounded numbers is exact: 61 % of 5.2 million are not 3,172,000. So a share gives way by half a
unit of its last digit even where that is more than its hedge allows, and under the sharp reading, which
takes the counts as they are said, it makes up for their rounding: of the part in full, of the whole by half,
for who says 120,000 would have said 115,000 if that were nearer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from addup.account.language.account import Relation, Report
from addup.account.language.expressions import Term
from addup.words import Interval
from addup.words.hedges import half_of_last_digit


def shares_said(reports: Sequence[Report], relations: Iterable[Relation]) -> Iterator[Report]:
    """Give what reports of shares say through relations, numbered after all reports, with the same ids."""
    related = [relation for relation in relations if relation.share]
    if not related:
        return
    rounding = _roundings(reports)
    number = len(reports)
    of_series: dict[str, list[Report]] = {}
    for report in reports:
        of_series.setdefault(report.series, []).append(report)
    for relation in related:
        for report in of_series.get(relation.share.share.series, ()) if relation.share else ():
            if (said := _said(report, relation, rounding, number)) is not None:
                yield said
                number += 1


def _said(report: Report, relation: Relation, rounding: Mapping[str, Fraction], number: int) -> Report | None:
    """Give what a report says through a relation; None where it is of another series, or of other days."""
    share = relation.share
    if share is None or report.series != share.share.series or report.through is not None:
        return None
    day = share.share.last
    if not (report.binds and report.total) or (day is not None and not report.first <= day <= report.last):
        return None
    own = report.first, report.last
    first, last = _days(share.part, own)
    part, whole = share.part.series, share.whole.series
    least = _rounded(report)
    return replace(
        report,
        index=number,
        series=part,
        of=whole,
        first=first,
        last=last,
        of_days=_days(share.whole, own) if share.part.dated or share.whole.dated else None,
        through=relation.index,
        charitable=_hull(report.charitable, least),
        sharp=_giving_way(
            _hull(report.sharp, least), rounding.get(part, Fraction(0)), rounding.get(whole, Fraction(0)) / 2
        ),
        unit=None,
    )


def _days(term: Term, own: tuple[int, int]) -> tuple[int, int]:
    """Give the days that a relation names for a series, else those of the report."""
    return own if term.first is None or term.last is None else (term.first, term.last)


def _rounded(report: Report) -> Interval:
    """Give a share with half a unit of its last digit on both sides, if it may be rounded at all."""
    low, high = report.sharp
    if low is None or low != high or report.charitable == report.sharp:
        return report.charitable
    spread = half_of_last_digit(low)
    return Interval(max(low - spread, Fraction(0)), low + spread)


def _hull(one: Interval, other: Interval) -> Interval:
    """Give the least interval around two."""
    return Interval(
        None if one.low is None or other.low is None else min(one.low, other.low),
        None if one.high is None or other.high is None else max(one.high, other.high),
    )


def _giving_way(interval: Interval, *by: Fraction) -> Interval:
    """Widen an interval by some shares of its ends."""
    low, high = interval
    for share in by:
        low = None if low is None else low * (1 - share)
        high = None if high is None else high * (1 + share)
    return Interval(low, high)


def _roundings(reports: Iterable[Report]) -> dict[str, Fraction]:
    """Say for each series by how much of itself the roundest of its numbers may be off."""
    found: dict[str, Fraction] = {}
    for report in reports:
        said, most = report.sharp.high, report.charitable.high
        if report.binds and report.total and said and most and report.sharp.low == said:
            found[report.series] = max(found.get(report.series, Fraction(0)), most / said - 1)
    return found
