"""Which numbers are parts of dates and clock times, by the time expressions of the text."""

from __future__ import annotations

import re

from addup.calendar_names import ANY_MONTH
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.words_around import Around


def is_date(around: Around, found: Mention) -> bool:
    """Whether a number is part of a date or clock time, and no length of time of its own."""
    time = around.time_at(found.start)
    if _YEAR_OF_QUARTER.match(around.text, found.start):
        return True
    if time is None:
        return _is_second_day(around, found) or _is_day_after_month(around, found)
    if found.unit is not None and (found.unit.kind in ("money", "share") or found.left < found.start):
        return False
    if _SUMMED.search(around.text[max(0, found.start - 20) : found.start]):
        return False
    if _BARE_YEAR.match(around.text, found.start) and time.type != "SET":
        return True
    is_length = found.unit is not None or _OTHER_LENGTH.match(around.text, found.end)
    return time.type in ("DATE", "TIME") and not is_length


# "40 or 50 years ago", "two or three months from now": the first of two lengths
_OTHER_LENGTH = re.compile(
    r"(?: or | to |[-–])(?:\d{1,3}|[a-z]{3,6}) (?:seconds|minutes|hours|days|weeks|months|years|decades)"
    r" (?:ago|before|earlier|from (?:now|today|tomorrow))\b"
)
_BARE_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?![\d.,]\d|\w)")
# "the 1988 quarter", "the 2009 third quarter"
_YEAR_OF_QUARTER = re.compile(r"(?<=the )(?:19|20)\d\d (?:(?:first|second|third|fourth) )?(?:quarter|half)\b")
# "an average of 1500", "a total of 1900" are no years
_SUMMED = re.compile(r"\ban? (?:average|total|maximum|minimum|sum|record) of \Z", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(r"[^\W\d_]\.? \d{1,2}$")
_ANOTHER_DAY = re.compile(r"(?:, \d{1,2})*(?: and |, and | or | to |, )| ?[-–] ?")
_THIRD_DAY = re.compile(r"(?:,? and|,? or|,) \d{1,2}\b(?![.,]?\d)")


def _is_second_day(around: Around, found: Mention) -> bool:
    """Whether a number is another day of the month of the date before it: "May 24 and 25".

    Only a comma before it joins no second day unless a third follows: "by May 3, 27 had died".
    """
    time = next((time for time in around.times_before(found.start) if time.type == "DATE"), None)
    if time is None or found.unit is not None or found.form != "digits" or found.value > 31:
        return False
    gap = around.text[time.span.end : found.start]
    is_day = _DAY_OF_MONTH.search(time.span.text) and _ANOTHER_DAY.fullmatch(gap)
    if gap.endswith(", ") and not _THIRD_DAY.match(around.text, found.end):
        return False
    return bool(is_day) and found.value.denominator == 1 and not around.counts_something(found)


# A month that lost the blank before it in a bad copy: "... agreedMay 7, 2009"
_GLUED_MONTH = re.compile(rf"[^\W\d_]{ANY_MONTH} $")


def _is_day_after_month(around: Around, found: Mention) -> bool:
    before = around.text[max(0, found.start - 12) : found.start]
    bare = found.unit is None and found.form == "digits" and 0 < found.value <= 31
    return bare and _GLUED_MONTH.search(before) is not None


def why_dated(around: Around, found: Mention) -> str:
    """Give the reason of a number in a date: "date" or "clock time"."""
    time = around.time_at(found.start)
    return "clock time" if time is not None and time.type == "TIME" else "date"
