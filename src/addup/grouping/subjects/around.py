"""The days that a report is about, for casualties of which it tells no day of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from addup.grouping.subjects.events import DAY_SLACK
from addup.grouping.subjects.kinds import is_of_window
from addup.grouping.subjects.subject import Subject
from addup.grouping.subjects.timing import counts_all, is_long_ago
from addup.grouping.tables import table
from addup.records import Period, Reading

_FEW_DAYS = timedelta(days=3)
"""So long what happened may take that a report is about."""
# The perfect tells what holds up to now: "43 people in Kestle have been killed".
_SO_FAR = re.compile(r"[^.,;:()\d]{0,40}\b(?:has|have|had)\b")


class News(NamedTuple):
    """The days of which something is told, and the day of the report that tells it.

    `window` tells of days that are counted back from the report: "in the past 24 hours".
    """

    days: Period
    published: date
    window: bool


def with_days_around(subjects: Sequence[Subject], reading: Reading) -> list[Subject]:
    """Give casualties without days those on which their report counts others.

    "29 people were killed on Tuesday", and two sentences on "12 died in Kestle": these are not the five of
    whom a report on Friday's dead tells. Where a report dates none, or some far apart, nothing is known.
    """
    around = _hull([one.days for one in subjects if one.casualty and _is_news(one)])
    if not around.known:
        return list(subjects)
    return [replace(one, around=around) if _is_told_once(one, reading) else one for one in subjects]


def news_of(subject: Subject) -> News | None:
    """Give the few days of which casualties are told, or of which their report tells, and its own day.

    None for the new ones of each day, which go on in one series.
    """
    days = subject.days if subject.days.known else subject.around
    if subject.qualifier == "new" or not subject.casualty or subject.published is None or not _is_short(days):
        return None
    return News(days, subject.published, window=is_of_window(subject))


def are_other_news(one: News, other: News) -> bool:
    """Tell whether two are of different events by their days.

    Days are told with a day's difference, for time zones and the night between two; but what a later report
    tells of days that begin later, and end no sooner, is something else. "In the past 24 hours" goes on from
    report to report, and is of no day that begins at midnight.
    """
    if one.window or other.window:
        return one.window != other.window
    return one.days.meets(other.days, slack=DAY_SLACK) is False or _follow(one, other) or _follow(other, one)


def _follow(one: News, other: News) -> bool:
    mine, its = one.days, other.days
    if not (mine.first and mine.last and its.first and its.last):
        return False
    return mine.first < its.first and mine.last <= its.last and one.published < other.published


def _is_told_once(subject: Subject, reading: Reading) -> bool:
    """Tell whether casualties without days are told as what happened, and not as a toll up to the report.

    "12 died in Kestle" is of the report's days, "43 have died in Kestle" and "the toll rose to 43" of all.
    """
    if not subject.casualty or subject.days.known:
        return False
    figure, text = subject.figure, reading.document.text
    toll = figure.event in table("verbs")["moving"] or counts_all(figure, text)
    return not toll and not _SO_FAR.match(text, figure.span.end)


def _is_news(subject: Subject) -> bool:
    """Tell whether casualties are of a few days right before their report: it recalls others as well."""
    return _is_short(subject.days) and not is_long_ago(subject.days, subject.published)


def _is_short(days: Period) -> bool:
    return days.first is not None and days.last is not None and days.last - days.first <= _FEW_DAYS


def _hull(periods: Sequence[Period]) -> Period:
    """Give the days from the first to the last, unless they are more than a few."""
    firsts = [days.first for days in periods if days.first]
    lasts = [days.last for days in periods if days.last]
    if not firsts or not lasts or max(lasts) - min(firsts) > _FEW_DAYS:
        return Period()
    return Period(min(firsts), max(lasts))
