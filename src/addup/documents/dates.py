"""Whole days as reports write them: "Nov. 22, 2009", "22nd of November 2009", "2009-11-22"."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Months are written out, or shortened with or without a full stop; "Sept." has four letters.
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
_FORMS = (
    rf"(?P<month_1>{MONTH})\s+(?P<day_1>\d{{1,2}}){_ORDINAL},?\s+(?P<year_1>\d{{4}})",
    rf"(?P<day_2>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?(?P<month_2>{MONTH}),?\s+(?P<year_2>\d{{4}})",
    r"(?P<year_3>\d{4})-(?P<month_3>\d{2})-(?P<day_3>\d{2})",
)
# Parts of patterns that ignore case; what the first matched `day_of` takes apart.
DATE = rf"(?:{'|'.join(_FORMS)})(?!\d)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"

# The hour that may stand behind a day.
CLOCK = r"(?:[\s,|–—-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,5})?)?"


# "07/05/2024", "07.05.2024", "2024-05-07", and two that stand for a stretch of days.
DIGITS = r"(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)"
TO = r"\s*(?:-|–|—|to|through|until|till)\s*"
DAYS_IN_DIGITS = re.compile(rf"(?<![\w/.-])(?P<first>{DIGITS}){TO}(?P<last>{DIGITS})(?![\w/-]|\.\d)")
_SLASHED = re.compile(r"(?<![\w/])\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])")
_IN_DIGITS = re.compile(rf"(?<![\w/.-]){DIGITS}(?![\w/-]|\.\d)")
_MAYBE_IN_DIGITS = re.compile(r"\d[/.-]\d{1,2}[/.-]\d")
_LONGEST_STRETCH = 31  # days; read the other way round, a stretch of days is one of months
_NEAR_YEARS = 50  # "49" is 2049, "50" is 1950


def day_of(match: re.Match[str]) -> date | None:
    """Give the day that a match of a pattern with `DATE` names, None where the calendar has none such."""
    parts = {name[:-2]: words for name, words in match.groupdict().items() if words}
    month = parts["month"]
    number = month if month.isdigit() else str(month_of(month))
    return calendar_day(parts["year"], number, parts["day"])


def month_of(name: str) -> int:
    """Give the number of a month, 1 to 12, by its name as `MONTH` has it."""
    return _MONTHS.index(name.lower()[:3]) + 1


def calendar_day(year: str, month: str, day: str) -> date | None:
    """Give the day of three numbers, None where the calendar has none such."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def day_in_digits(words: str, *, day_first: bool) -> date | None:
    """Give the day of a date in digits, which `day_first` tells how to read where it has slashes.

    Without them the day comes first ("07.05.2024"), or the year ("2024-05-07").
    """
    one, two, three = re.split(r"[/.-]", words)
    if "-" in words:
        return calendar_day(one, two, three)
    if len(three) == 2:
        three = str(int(three) + (2000 if int(three) < _NEAR_YEARS else 1900))
    day, month = (one, two) if day_first or "." in words else (two, one)
    return calendar_day(three, month, day)


@lru_cache(maxsize=4)  # asked for each such date of a text
def day_comes_first(text: str) -> bool | None:
    """Tell whether the dates of a text with slashes have the day first ("13/05/2024") or the month.

    One date that can only be read in one way tells it for all of them, and so do the two ends of some days
    ("01/05/2024 – 07/05/2024"). None where none does, or where they contradict each other.
    """
    if _MAYBE_IN_DIGITS.search(text) is None:
        return None
    ways = {
        tuple(day_in_digits(words, day_first=way) is not None for way in (True, False))
        for words in _SLASHED.findall(text)
    }
    ways |= {
        tuple(days_in_digits(found, day_first=way) is not None for way in (True, False))
        for found in DAYS_IN_DIGITS.finditer(text)
    }
    told = ways & {(True, False), (False, True)}
    return told == {(True, False)} if len(told) == 1 else None


def days_in_digits(found: re.Match[str], *, day_first: bool) -> tuple[date, date] | None:
    """Give first and last of the days that a match of `DAYS_IN_DIGITS` names, None for more than a month."""
    first, last = (day_in_digits(found[end], day_first=day_first) for end in ("first", "last"))
    if first is None or last is None or not 0 <= (last - first).days <= _LONGEST_STRETCH:
        return None
    return first, last


def with_years_first(line: str, text: str) -> str:
    """Give a line of a text with the dates in digits that can be read in one way only as "2024-05-07"."""
    comes_first = day_comes_first(text)

    def year_first(found: re.Match[str]) -> str:
        ways = (True, False) if comes_first is None else (comes_first,)
        days = {day_in_digits(found[0], day_first=way) for way in ways} - {None}
        return str(days.pop()) if len(days) == 1 else found[0]

    return _IN_DIGITS.sub(year_first, line)
