"""Tolls that their own source took back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from addup.account.language import Account, Report, View
from addup.words import Interval


def corrected(account: Account, view: View) -> dict[int, int]:
    """Give the reports that are corrected, each with the index of the first report that corrects it.

    A later total of the same toll by the same named source corrects an earlier one that lies wholly above
    it. On one day a source's last word counts, whichever way it moved. What is corrected itself corrects
    nothing, so reports are judged from the last to the first.
    """
    found: dict[int, int] = {}
    for reports in _by_source(account):
        standing: list[Report] = []  # later ones that stand, the latest first
        lowest: Fraction | None = None  # the lowest upper end among them
        for report in sorted(reports, key=lambda report: (report.last, report.index), reverse=True):
            interval = report.interval(view)
            # Most reports are above no later one: the walk over those that stand is for the few.
            falls = interval.low is not None and lowest is not None and lowest < interval.low
            by = _lower(interval, standing, view) if falls else _higher(report, interval, standing, view)
            if by is not None:
                found[report.index] = by.index
                continue
            standing.append(report)
            if interval.high is not None and (lowest is None or interval.high < lowest):
                lowest = interval.high
    return dict(sorted(found.items()))


def _lower(interval: Interval, standing: Sequence[Report], view: View) -> Report | None:
    """Find the first later report that lies wholly below."""
    for later in reversed(standing):
        most = later.interval(view).high
        if interval.low is not None and most is not None and most < interval.low:
            return later
    return None


def _higher(report: Report, interval: Interval, standing: Sequence[Report], view: View) -> Report | None:
    """Find the last word of the same day that lies wholly above."""
    for later in reversed(standing):
        if later.last != report.last:
            return None
        least = later.interval(view).low
        if least is not None and interval.high is not None and least > interval.high:
            return later
    return None


def _by_source(account: Account) -> Iterable[list[Report]]:
    """Group the totals of tolls that bind by series and source."""
    groups: dict[tuple[str, str], list[Report]] = {}
    tolls = {declared.name for declared in account.series.values() if declared.kind == "toll"}
    for report in account.reports if tolls else ():
        if report.series in tolls and report.binds and report.total and report.source:
            groups.setdefault((report.series, same_name(report.source)), []).append(report)
    return groups.values()


def same_name(source: str) -> str:
    """Bring a source's name to the form under which two names are the same: case and spaces do not count."""
    return " ".join(source.casefold().split())
