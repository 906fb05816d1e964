"""Whole days as reports write them: "Nov. 22, 2009", "22nd of November 2009", "2009-11-22"."""

from __future__ import annotations

import re
from datetime import date

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
