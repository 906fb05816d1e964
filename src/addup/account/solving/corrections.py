"""Tolls that their own source took back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from addup.account.language.account import Account, Report, View, once_each
from addup.account.language.values import same_name
from addup.account.solving.claims import Exact, whole


@once_each
def corrected(account: Account, view: View) -> Mapping[int, int]:
    """Give the reports that are corrected, each with the index of the first report that corrects it.

    A later total of the same toll by the same named source corrects an earlier one that lies wholly above
    it. On one day a source's last word counts, whichever way it moved. What is corrected itself corrects
    nothing, so reports are judged from the last to the first.
    """
    found: dict[int, int] = {}
    for reports in _by_source(account):
        standing: list[_Standing] = []  # later ones that stand, the latest first
        lowest: Exact | None = None  # the lowest upper end among them
        highest: Exact | None = None  # the highest lower end among those of one day
        for report in sorted(reports, key=lambda report: (report.last, report.index), reverse=True):
            low, high = map(whole, report.interval(view))
            if standing and standing[-1].report.last != report.last:
                highest = None
            # Most reports are corrected by none: the walk over those that stand is for the few.
            by = None
            if low is not None and lowest is not None and lowest < low:
                by = next(one for one in reversed(standing) if one.high is not None and one.high < low)
            elif high is not None and highest is not None and highest > high:
                by = next(one for one in reversed(standing) if one.low is not None and one.low > high)
            if by is not None:
                found[report.index] = by.report.index
                continue
            standing.append(_Standing(report, low, high))
            if high is not None and (lowest is None or high < lowest):
                lowest = high
            if low is not None and (highest is None or low > highest):
                highest = low
    return dict(sorted(found.items()))


class _Standing(NamedTuple):
    """A report that no later one corrects, with its ends."""

    report: Report
    low: Exact | None
    high: Exact | None


def _by_source(account: Account) -> Iterable[list[Report]]:
    """Group the totals of tolls that bind by series and source."""
    groups: dict[tuple[str, str], list[Report]] = {}
    tolls = {declared.name for declared in account.series.values() if declared.kind == "toll"}
    for report in account.reports if tolls else ():
        if report.series in tolls and report.binds and report.total and report.source:
            groups.setdefault((report.series, same_name(report.source)), []).append(report)
    return groups.values()
