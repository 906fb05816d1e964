"""Numbers, days, and what a report says, in plain words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from addup.account.language.account import Report, Trend, View
from addup.account.language.span import NAMELESS
from addup.records import Amount
from addup.words import Interval
from addup.words.money import money
from addup.words.units import unit_after

RISING: Mapping[Trend, str] = {"up": "rising", "down": "falling"}


def number(value: Fraction | int, unit: str | None = None) -> str:
    """Write a number for people: 1,629,437.5, at most two decimals from a thousand on, else six digits.

    Money and measures carry their unit: "4.3 billion euros", "92 %".
    """
    value = Fraction(value)
    if unit:
        return money(value, unit) or f"{number(value)} {unit_after(value, unit)}"
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


def amount(interval: Interval, *, unit: str | None = None) -> str:
    """Write an interval: "at least 3", "12 to 15", "4", "4.2 billion euros to 4.3 billion euros"."""
    low, high = interval
    if low is None or (low == 0 and high is not None and high > 0):
        return "any number" if high is None else f"at most {number(high, unit)}"
    if high is None:
        return f"at least {number(low, unit)}"
    if low == high:
        return number(low, unit)
    least, most = number(low, unit), number(high, unit)
    shared = next(
        (least[place:] for place, sign in enumerate(least) if sign == " " and most.endswith(least[place:])),
        "",
    )
    return f"{least.removesuffix(shared)} to {most}"


def few_digits(value: Fraction) -> Fraction:
    """Round a rate to a whole number, a small one to three digits."""
    return Fraction(round(value)) if value >= 100 else Fraction(f"{float(value):.3g}")


def four_digits(value: Fraction) -> Fraction:
    """Round what was reckoned, which may go on for ever, to four digits."""
    return Fraction(f"{float(value):.4g}")


def whole(interval: Interval) -> Interval:
    """Keep of an interval of whole things what can be counted: 135 to 155.4 people are 135 to 155."""
    low = None if interval.low is None else Fraction(math.ceil(interval.low))
    high = None if interval.high is None else Fraction(math.floor(interval.high))
    return interval if low is not None and high is not None and low > high else Interval(low, high)


def conversion(said: Amount) -> str | None:
    """Write what an amount is in the unit that it was turned into: "24,000 acres = 9,712 hectares"."""
    if said.turned is None:
        return None
    return f"{_plainly(said.turned.said)} = {_plainly(said)}"


def _plainly(said: Amount) -> str:
    """Write the number or numbers of an amount with its unit, whatever bound they are."""
    ends = [Fraction(str(end)) for end in (said.low, said.high) if end is not None]
    return amount(Interval(ends[0], ends[-1]), unit=said.unit) if ends else ""


def statement(report: Report) -> str:
    """Write what a report says: amount, series, time and source."""
    unit = "%" if report.of is not None or report.percent else report.unit
    words = report.words.rstrip(" .") if report.words else None
    if words and report.of is not None and words.replace(".", "").isdigit():
        words += " %"
    if words and report.converted:
        words = report.converted if report.converted.startswith(words) else f"{words} ({report.converted})"
    claim = RISING.get(report.trend) if report.trend else None
    parts = [words or claim or amount(report.charitable, unit=unit)]
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


def read_as(report: Report, view: View) -> str:
    """Write what the words of a report are read as, where that is not what they say: "310" is 305 to 315."""
    interval = report.interval(view)
    unit = "%" if report.of is not None or report.percent else report.unit
    words = (report.words or "").replace(",", "")
    ends = [(number(end), number(end, unit)) for end in interval if end]
    told = all(any(way.replace(",", "") in words for way in ways) for ways in ends)
    if not words or interval.low == interval.high or told:
        return ""
    per = f" a {report.per}" if report.per else ""
    return f", read as {amount(interval, unit=unit)}{per}"
