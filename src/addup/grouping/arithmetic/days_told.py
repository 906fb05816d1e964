"""The days over which a figure counts, by the words for them that no other number parts from it.

To which number the words for days belong is often left to the reader: "May was the worst month, with 61", "in
2024, the board said on Tuesday". So they are looked for anew, around each figure alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from addup.calendar_names import ANY_MONTH, MONTHS
from addup.grouping.patterns import phrase
from addup.grouping.subjects.timing import is_of_stretch
from addup.grouping.tables import table
from addup.records import Figure, Period, Reading, Time

DAY = timedelta(days=1)
_RANGE = re.compile(r"\s*(?:to|and|until|till|through|–|-)\s*(?:the end of\s*)?")
_OPENS = re.compile(r"\b(?:between|from)\s+(?:the (?:start|beginning) of\s+)?$", re.IGNORECASE)
# "The wettest month since 1951, with 131 millimetres": so long there was none like it.
_RECORD = re.compile(
    r"\b(?:most|least|first|worst|best|last|[a-z]{3,}est)\b[^.,;:]{0,40} since $", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|from)\s+(?:the (?:start|beginning) of\s+)?$", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:as at|as of|by|until|up to)\s+$", re.IGNORECASE)
_BEGAN = re.compile(r"\b(?:which|that) (?:opened|began|started|kicked off) (?:on |in )?$")
_PART = re.compile(
    r"\b(first|second|third|fourth|final|last) (quarter|half)\b(?! (?:of|after|before|to|ended|ending|cent))"
)
_OF = re.compile(r",? (?:of |in )?")
_MONTH_IS = re.compile(
    rf"(?<!\w)({ANY_MONTH})(?= (?:was|saw|brought|alone|had|set|proved|marked|has been)\b)"
)
_NEAR = 45
_MOST = 50
"""More expressions for days than these stand in no sentence."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a text that name days, from `start` to `end`, and the days."""

    start: int
    end: int
    days: Period


def days_told(figure: Figure, reading: Reading) -> Period | None:
    """Give the days over which a figure counts; None where the words around it tell none."""
    if is_of_stretch(figure, reading.document.text):
        return None
    start, end = figure.sentence
    first = bisect_left(reading.figures, start, key=_place)
    others = [
        one
        for one in reading.figures[first : bisect_left(reading.figures, end, key=_place)]
        if one is not figure and one.amount.kind != "duration"
    ]
    left = max((one.span.end for one in others if one.span.end <= figure.span.start), default=start)
    right = min((one.span.start for one in others if one.span.start >= figure.span.end), default=end)
    said = figure.time if figure.time and _is_long(figure.period) else None
    told = [Stretch(said.start, said.end, figure.period)] if said and left <= said.start < right else []
    told += _stretches(reading, left, right)
    beside = [one for one in told if one.end <= figure.span.start or one.start >= figure.span.end]
    if beside:
        return min(beside, key=lambda one: _apart(one, figure)).days
    return figure.period if said and start <= said.start < end else None


def _place(figure: Figure) -> int:
    return figure.span.start


def _opens(time: Time) -> int:
    return time.span.start


def _apart(stretch: Stretch, figure: Figure) -> int:
    """Give how many characters stand between words for days and a figure."""
    return max(figure.span.start - stretch.end, stretch.start - figure.span.end)


def _is_long(days: Period) -> bool:
    return days.first is not None and days.last is not None and days.last - days.first > DAY


def _stretches(reading: Reading, start: int, end: int) -> Iterator[Stretch]:
    """Give the stretches of days that some words tell."""
    text, published = reading.document.text, reading.document.published
    times = [
        time
        for time in reading.times[bisect_left(reading.times, start, key=_opens) :][:_MOST]
        if time.span.end <= end and _is_days(time)
    ]
    yield from _within_years(list(_spans(times, text, start, published)), text)
    if published is None:
        return
    for match in phrase(*table("windows")["this_year"]["words"]).finditer(text, start, end):
        yield Stretch(match.start(), match.end(), Period(date(published.year, 1, 1), published))
    for match in _PART.finditer(text, start, end):
        if not any(time.span.start <= match.start() < time.span.end for time in times):
            yield Stretch(match.start(), match.end(), _last_part(match[1], match[2], published))
    for match in _MONTH_IS.finditer(text, start, end):
        if not any(time.span.start <= match.start() < time.span.end for time in times):
            yield Stretch(match.start(), match.end(), _last_month(MONTHS.index(match[1]) + 1, published))


def _spans(times: Sequence[Time], text: str, start: int, published: date | None) -> Iterator[Stretch]:
    """Give the days of each expression, of two that make a range ("from July to September") those of both."""
    place = 0
    while place < len(times):
        time = times[place]
        before, first, last = text[start : time.span.start], time.period.first, time.period.last
        behind = times[place + 1] if place + 1 < len(times) else None
        place += 1
        if behind is not None and _make_range(time, behind, text, before):
            place += 1
            until = behind.period.last
            if first and until:
                yield Stretch(time.span.start, behind.span.end, Period(min(first, until), until))
        elif _is_of_telling(before, time) or _UP_TO.search(before) or _RECORD.search(before):
            continue
        elif (_SINCE.search(before) or _BEGAN.search(before)) and published and first and first < published:
            yield Stretch(time.span.start, time.span.end, Period(first, published))
        elif first and last:
            yield Stretch(time.span.start, time.span.end, time.period)


def _within_years(stretches: Sequence[Stretch], text: str) -> Iterator[Stretch]:
    """Put "July to September of that year" together, and into that year."""
    place = 0
    while place < len(stretches):
        one = stretches[place]
        year = stretches[place + 1] if place + 1 < len(stretches) else None
        place += 1
        if (
            year is not None
            and _is_year(year.days)
            and not _is_year(one.days)
            and _OF.fullmatch(text[one.end : year.start])
        ):
            place += 1
            first, last, within = one.days.first, one.days.last, year.days.first
            if first and last and within:
                days = Period(in_year(first, within.year), in_year(last, within.year))
                yield Stretch(one.start, year.end, days)
        else:
            yield one


def _is_year(days: Period) -> bool:
    return days.first is not None and days.last is not None and days.last - days.first > 360 * DAY


def in_year(day: date, year: int) -> date:
    """Give the same day of another year."""
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


def _is_days(time: Time) -> bool:
    return time.type == "DATE" and time.period.first is not None and (time.value or "")[:1].isdigit()


def _make_range(one: Time, other: Time, text: str, before: str) -> bool:
    """Tell whether two expressions name the first and the last days of one stretch."""
    between = text[one.span.end : other.span.start]
    if not _RANGE.fullmatch(between):
        return False
    next_to = one.period.last and other.period.first and one.period.last + DAY == other.period.first
    return bool(_OPENS.search(before) or between.strip() != "and" or next_to)


def _is_of_telling(before: str, time: Time) -> bool:
    """Tell whether a day is that on which something was said."""
    short = time.period.first == time.period.last
    words = re.split(r"[,;:—–]", before)[-1][-_NEAR:]
    return short and phrase(*table("windows")["saying"]["words"]).search(words) is not None


def _last_month(month: int, published: date) -> Period:
    """Give the last such month that was over, or had begun, when a report was published."""
    year = published.year if month <= published.month else published.year - 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return Period(date(year, month, 1), after - DAY)


def _last_part(which: str, of: str, published: date) -> Period:
    """Give the last such quarter or half of a year that was over when a report was published."""
    many = 4 if of == "quarter" else 2
    place = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(which, many - 1) % many
    months = 12 // many
    end = (place + 1) * months
    year = published.year if published > _before(published.year, end + 1) else published.year - 1
    return Period(date(year, place * months + 1, 1), _before(year, end + 1))


def _before(year: int, month: int) -> date:
    """Give the last day before a month of a year; the thirteenth is the first of the next."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1) - DAY
