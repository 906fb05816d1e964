"""Bulletins: reports that say which days they cover, "Reporting period: 29 April – 5 May 2024 (Week 18)".

Origin: heads of situation reports, epidemiological bulletins and protection reports as relief agencies and
ministries give them. Weeks are numbered as in ISO 8601, unless a bulletin has its own.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from addup.documents.dates import (
    DAYS_IN_DIGITS,
    MONTH,
    TO,
    WEEKDAY,
    calendar_day,
    day_comes_first,
    days_in_digits,
    month_of,
)
from addup.documents.headings import NOT_NUMBERED, names_report

Grain = Literal["week", "month", "quarter", "year"]

_HEAD = 1500
_HEAD_LINES = 12
_LONGEST = 150
_WEEK = 7
_LONGEST_PERIOD = 366

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
# "29 April – 5 May 2024", "16 - 29 April 2024"; "April 29 – May 5, 2024", "May 1–7, 2024"; "January – March
# 2024"; "April 2024".
_RANGES = tuple(
    re.compile(rf"(?<![\w#]){form}(?![\w%])", re.IGNORECASE)
    for form in (
        rf"{WEEKDAY}{NOT_NUMBERED}(?P<d1>{_DAY})(?:\s+(?P<m1>{MONTH}),?(?:\s+(?P<y1>{_YEAR}))?)?{TO}"
        rf"{WEEKDAY}(?P<d2>{_DAY})\s+(?P<m2>{MONTH})(?:,?\s+(?P<y2>{_YEAR}))?",
        rf"{WEEKDAY}(?P<m1>{MONTH})\s+(?P<d1>{_DAY})(?:,?\s+(?P<y1>{_YEAR}))?{TO}"
        rf"{WEEKDAY}(?:(?P<m2>{MONTH})\s+)?(?P<d2>{_DAY})(?!\d)(?:,?\s+(?P<y2>{_YEAR}))?",
        rf"(?P<m1>{MONTH})(?:\s+(?P<y1>{_YEAR}))?{TO}(?P<m2>{MONTH})\s+(?P<y2>{_YEAR})",
        rf"(?<!\d )(?<!\d\d )(?P<m1>{MONTH})\s+(?P<y2>{_YEAR})",
    )
)
_LABEL = re.compile(
    r"\W*(?:reporting (?:period|dates|week|month)|report period|date range|coverage(?: period)?"
    r"|(?:time )?period(?: covered| of report(?:ing)?)?|covering(?: the)?(?: period)?)"
    r"\s*[:|–—-]?\s*(?:from\s+)?(?P<rest>.+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"\b(?:(?:epi(?:demiological)?|iso|reporting)[ -]*)?week\s*(?:no\.?\s*|#\s*)?(?P<week>\d\d?)\b"
    rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_WEEK_AT_END = re.compile(rf"(?P<before>.*?){_NUMBER.pattern}\W*", re.IGNORECASE)
_MARKS = " (|,:–—-."
# What may stand before days below the name of a report: nothing, or the head of its first part.
_IS_HEAD = re.compile(r"|(?:key )?(?:highlights|figures|messages)|issue \d+", re.IGNORECASE)
_MARK_BEHIND = re.compile(r"\s*(?:[()\]|,:–—-].*)?")


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The days that a report says it covers, from `first` to `last`, and the words that say so.

    `week` is the number of the week where the report gives one; `start` and `end` are the words' offsets.
    """

    first: date
    last: date
    week: int | None
    start: int
    end: int

    @property
    def grain(self) -> Grain | None:
        """What the days make: a week from any day on, a whole month, quarter or year; None for other days."""
        if (self.last - self.first).days == _WEEK - 1:
            return "week"
        if self.first.day != 1 or self.last.day != monthrange(self.last.year, self.last.month)[1]:
            return None
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        grains: dict[int, Grain] = {1: "month", 3: "quarter", 12: "year"}
        return grains.get(months)

    def week_numbered(self, number: int, year: int | None = None) -> tuple[date, date] | None:
        """Give the days of a week by its number, None where the year has no such week.

        Weeks begin on the day of the week on which that of the bulletin does, where it has a number. Without
        a year it is the last of that number up to the bulletin's own.
        """
        found = week_numbered(number, year, self.last)
        if found is None or self.week is None or self.grain != "week":
            return found
        own = week_numbered(self.week, None, self.last)
        later = self.first - own[0] if own is not None else timedelta()
        return found[0] + later, found[1] + later


def week_numbered(number: int, year: int | None, until: date) -> tuple[date, date] | None:
    """Give the days of a week of ISO 8601 by its number, None where the year has no such week.

    Without a year it is the last of that number that has begun on a day.
    """
    of_day = until.isocalendar()
    try:
        first = date.fromisocalendar(year or of_day.year - (number > of_day.week), number, 1)
    except ValueError:
        return None
    return first, first + timedelta(days=_WEEK - 1)


@lru_cache(maxsize=1)  # the times and the days of a reading ask about the same text
def bulletin_of(text: str, published: date | None = None) -> Bulletin | None:
    """Give the days that a report says it covers, in one of its first lines; None where it does not say so.

    Days without a year are those of the year of `published` or the one before, the last that had begun then;
    without it they are not known.
    """
    at = 0
    read = 0
    names = False
    day_first = day_comes_first(text) or False
    for line in text[:_HEAD].splitlines(keepends=True):
        words = line.strip()
        if words and len(words) <= _LONGEST:
            found = _of_line(words, published, names=names, day_first=day_first)
            if found is not None:
                begin = at + line.index(words)
                first, last, week, (start, end) = found
                return Bulletin(first, last, week, begin + start, begin + end)
            names = names or names_report(words)
        at += len(line)
        read += bool(words)
        if read == _HEAD_LINES:
            return None
    return None


_Found = tuple[date, date, int | None, tuple[int, int]]


def _of_line(line: str, published: date | None, *, names: bool, day_first: bool) -> _Found | None:
    """Give the days of a line, where it is one that says what the report covers.

    `names` tells that a line above names a report, below which the days may stand alone, `day_first` how to
    read dates with slashes.
    """
    label = _LABEL.fullmatch(line)
    start = label.start("rest") if label is not None else 0
    number = _NUMBER.search(line)
    week = int(number["week"]) if number is not None else None
    days = next(
        (days for pattern in (DAYS_IN_DIGITS, *_RANGES) if (days := pattern.search(line, start))), None
    )
    if days is not None:
        before, behind = line[start : days.start()], line[days.end() :]
        in_digits = days.re is DAYS_IN_DIGITS
        found = days_in_digits(days, day_first=day_first) if in_digits else _days(days, published)
        if found is None or not _is_of_report(before, behind, is_labelled=label is not None, names=names):
            return None
        return *found, week, days.span()
    at_end = _WEEK_AT_END.fullmatch(line)
    if at_end is None or at_end["year"] is None:
        return None
    numbered = week_numbered(int(at_end["week"]), int(at_end["year"]), date.max)
    before = at_end["before"].strip(_MARKS)
    if numbered is None or not (label is not None or names_report(before) or (names and not before)):
        return None
    return *numbered, week, at_end.span("week")


def _is_of_report(before: str, behind: str, *, is_labelled: bool, names: bool) -> bool:
    """Whether days are those that a report covers: labelled so, beside its name, or alone below that."""
    if _MARK_BEHIND.fullmatch(behind) is None:
        return False
    rest = _NUMBER.sub("", before).strip(_MARKS)
    if not rest and (is_labelled or rest != before.strip(_MARKS)):
        return True
    return names_report(rest) or names_report(behind) or (names and _IS_HEAD.fullmatch(rest) is not None)


def _days(found: re.Match[str], published: date | None) -> tuple[date, date] | None:
    parts = {name: words for name, words in found.groupdict().items() if words}
    last_month = month_of(parts.get("m2") or parts["m1"])
    first_month = month_of(parts.get("m1") or parts["m2"])
    if "y2" in parts:
        last_year = int(parts["y2"])
    elif published is not None:
        day = int(re.sub(r"\D", "", parts.get("d2", "1")))
        last_year = published.year - ((last_month, day) > (published.month, published.day))
    else:
        return None
    first_year = int(parts.get("y1", last_year - (first_month > last_month)))
    first = _calendar_day(first_year, first_month, parts.get("d1", "1"))
    last_day = parts.get("d2") or str(monthrange(last_year, last_month)[1])
    last = _calendar_day(last_year, last_month, last_day)
    if first is None or last is None or not timedelta() <= last - first < timedelta(days=_LONGEST_PERIOD):
        return None
    return first, last


def _calendar_day(year: int, month: int, day: str) -> date | None:
    return calendar_day(str(year), str(month), re.sub(r"\D", "", day))
