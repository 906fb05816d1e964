"""Numbers, days, and what a report says, in plain words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from addup.account.language import Account, Report
from addup.account.span import NAMELESS
from addup.words import Interval


def number(value: Fraction | int) -> str:
    """Write a number for people: 1,629,437.5, at most two decimals from a thousand on, else six digits."""
    value = Fraction(value)
    if value.denominator == 1:
        return f"{value.numerator:,}"
    if abs(value) >= 1000:
        return f"{float(value):,.2f}".rstrip("0").rstrip(".")
    return f"{float(value):.6g}"


def day(ordinal: int) -> str:
    """Write a day: 3 April 2024. Empty for the nameless day of an account without dates."""
    if ordinal == NAMELESS:
        return ""
    on = date.fromordinal(ordinal)
    return f"{on.day} {on:%B} {on.year}"


def period(first: int, last: int) -> str:
    """Write a period: "1 June to 4 July 2024", "on 3 June 2024"."""
    if first == last:
        return f"on {day(last)}" if day(last) else ""
    start, end = date.fromordinal(first), date.fromordinal(last)
    text = day(first)
    if start.year == end.year:
        text = text.removesuffix(f" {start.year}")
    if (start.year, start.month) == (end.year, end.month):
        text = str(start.day)
    return f"{text} to {day(last)}"


def amount(interval: Interval, *, unit: str = "") -> str:
    """Write an interval: "at least 3", "12 to 15", "exactly 4"."""
    low, high = interval
    if low is None or (low == 0 and high is not None and high > 0):
        return "any number" if high is None else f"at most {number(high)}{unit}"
    if high is None:
        return f"at least {number(low)}{unit}"
    if low == high:
        return f"{number(low)}{unit}"
    return f"{number(low)} to {number(high)}{unit}"


def statement(account: Account, report: Report) -> str:
    """Write what a report says: amount, series, time and source."""
    unit = " %" if report.of is not None or report.percent else ""
    parts = [report.words or amount(report.charitable, unit=unit)]
    if report.change:
        parts.insert(0, report.change)
    if report.per and not report.words:
        parts.append(f"a {report.per}")
    if report.of is not None:
        parts.append(f"of {report.of}")
    when = period(report.first, report.last) if report.dated else ""
    about = ", ".join(part for part in (report.series, when) if part)
    by = f" ({report.source})" if report.source else ""
    return f"{report.id}: {' '.join(parts)}, {about}{by}"
