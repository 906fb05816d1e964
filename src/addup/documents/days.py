"""Days of publication: as the user gives them, in a date line, in an address or a file name.

Only whole dates count. A day without its year is left alone, and today is never assumed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import chain

from addup.documents.datelines import DATED
from addup.documents.dates import CLOCK, DATE, WEEKDAY, calendar_day, day_of, with_years_first
from addup.documents.headings import heading_day
from addup.errors import DateError

# The date alone on its line, perhaps with the hour.
_ALONE = re.compile(rf"[(\[]?{WEEKDAY}{DATE}{CLOCK}\s*[)\].]?\s*$", re.IGNORECASE)
_DATE_LINES = (
    *DATED,
    # "NAIROBI, Kenya (Nov. 22, 2009) -": the place is in capitals, the date is set off from the story.
    re.compile(
        rf"(?-i:[A-Z][A-Z'’.-]{{2,}})[^.!?]{{0,60}}?[,(]\s*{WEEKDAY}{DATE}\s*(?:[)(/:–—-]|$)", re.IGNORECASE
    ),
    # "OSLO, Norway, March 4, 2024. At least": there the place is all that stands before the date.
    re.compile(
        rf"(?-i:[A-Z][A-Z'’.-]{{2,}}(?: [A-Z]{{2,}})*(?:, [A-Z][a-z.]+(?: [A-Z][a-z.]+)?)?),\s+"
        rf"{WEEKDAY}{DATE}\.(?=\s+(?-i:[A-Z“\"]))",
        re.IGNORECASE,
    ),
    # "Published: Friday, 22 November 2009". Updates are left out: they are not the first day.
    re.compile(
        rf"(?:first\s+)?(?:published|posted|issued|released|date|press release)"
        rf"(?:\s+(?:of\s+(?:issue|publication)|on))?\s*:?\s*{WEEKDAY}{DATE}",
        re.IGNORECASE,
    ),
    _ALONE,
)
# A story's head is short: the date line comes before the running text or opens it.
_HEAD_LINES = 12

_FIRST_YEAR = 1000
"""Newspapers are younger; "24-05-15" with noughts before it is a slip."""

_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def given_day(day: date | str) -> date:
    """Give the day that the user states.

    Accepts a date, "2024-05-16", "16 May 2024" and "May 16, 2024", also behind a weekday and before an hour,
    which are ignored. Forms in which day and month cannot be told apart (5/6/2024) are refused.

    Raises:
        DateError: it is none of these, or no day of the calendar.
    """
    if isinstance(day, datetime):
        return day.date()
    if isinstance(day, date):
        return day
    words = str(day).strip()  # a year as a number is no day either
    match = _ALONE.fullmatch(words)
    found = day_of(match) if match else _moment(words)
    if found is None or found.year < _FIRST_YEAR:
        raise DateError(
            f"'{day}' is not a day that addup can read: write 2024-05-16, 16 May 2024 or May 16, 2024."
        )
    return found


def is_to_come(day: date | None) -> bool:
    """Whether a day of publication still lies ahead, wherever on earth that is asked: a slip, mostly."""
    return day is not None and day > date.today() + timedelta(days=1)


def date_line_day(text: str) -> date | None:
    """Give the day of the date line in the head of a report, None where there is none with a whole date.

    Where no line is there for the day, it is that of a heading: "Situation Report No. 3 (7 May 2024)".
    """
    lines = [line.strip() for line in text[:4000].splitlines()]
    head = [with_years_first(line, text) for line in lines if line][:_HEAD_LINES]
    days = chain(map(_day_of_line, head), map(heading_day, head))
    return next((day for day in days if day), None)


def is_date_line(line: str) -> bool:
    """Whether a line is a date line: it then is no title."""
    return _day_of_line(with_years_first(line.strip(), line)) is not None


def address_day(address: str) -> date | None:
    """Give the day that an address or a file name holds ("/2024/05/16/", "2024-05-16-flood.txt")."""
    match = _IN_ADDRESS.search(address)
    return calendar_day(match[1], match[3], match[4]) if match else None


def _day_of_line(line: str) -> date | None:
    for pattern in _DATE_LINES:
        match = pattern.match(line)
        if match:
            return day_of(match)
    return None


def _moment(words: str) -> date | None:
    """Give the day of a moment as programs (ISO 8601) and feeds (RFC 5322) write it."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError):
            return read(words).date()
    return None
