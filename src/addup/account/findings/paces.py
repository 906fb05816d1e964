"""How fast a flow ran at the end or the beginning of a period, with the numbers as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from addup.account.findings.implied import nested_in_flows
from addup.account.language.account import Account, Report
from addup.account.language.wording import few_digits, number, period
from addup.records import Finding


@dataclass(frozen=True, slots=True)
class Pace:
    """A stretch of days within longer ones: what it tells, its days, and those of the rest.

    `change` says how much faster or slower it ran than the rest: "60 % faster". `late` says that it stands
    at the end.
    """

    finding: Finding
    series: str
    rest: str
    change: str
    late: bool


def paces(account: Account) -> Iterator[Pace]:
    """Compare, with the numbers as written, a stretch of days with the rest of the days around it."""
    for outer, inner in nested_in_flows(account):
        whole, part = _written(outer), _written(inner)
        if whole is not None and part is not None and 0 < part < whole:
            yield _pace(account, outer, inner, whole - part, part)


def _pace(account: Account, outer: Report, inner: Report, rest: Fraction, part: Fraction) -> Pace:
    """Tell how much faster or slower a flow ran at the end or beginning of a period than else."""
    late = inner.last == outer.last
    first, last = (outer.first, inner.first - 1) if late else (inner.last + 1, outer.last)
    days, other_days = inner.last - inner.first + 1, last - first + 1
    pace, other = part / days, rest / other_days
    share = number(Fraction(round(abs(pace / other - 1) * 100)))
    change = f"{share} % {'faster' if pace > other else 'slower'}"
    unit = outer.unit
    rate, before = (f"{number(few_digits(each), unit)} a day" for each in (pace, other))
    ceiling = _ceiling(account, inner)
    under = (
        f", under the {number(ceiling, unit)} a day that are possible" if ceiling and pace <= ceiling else ""
    )
    sums = f"{number(rest + part, unit)} − {number(part, unit)} = {number(rest, unit)}"
    finding = Finding(
        kind="implied",
        text=(
            f"{outer.series}, numbers as written: {rate} {period(inner.first, inner.last)}, {change} than "
            f"the {before} {'before' if late else 'after'}."
        ),
        rows=(
            f"{number(part, unit)} in {days} days{under}",
            f"{sums} in {other_days} days, {period(first, last)}",
        ),
        series=(outer.series,),
        reports=(outer.id, inner.id),
        evidence=(*outer.evidence, *inner.evidence),
    )
    return Pace(finding, outer.series, period(first, last), change, late)


def _ceiling(account: Account, report: Report) -> Fraction | None:
    """Give the most that a single day may have, by what is reported for its series."""
    found = [
        rate.charitable.high
        for rate in account.reports
        if rate.series == report.series and rate.per == "day" and rate.each_unit and rate.binds
    ]
    return min((end for end in found if end is not None), default=None)


def _written(report: Report) -> Fraction | None:
    """Give the number that a report's words name: the end, or the middle between two ends."""
    low, high = report.sharp
    if report.charitable.high is None:
        return low
    return None if low is None or high is None else (low + high) / 2
