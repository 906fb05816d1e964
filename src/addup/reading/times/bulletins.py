"""The times of bulletins: the days that one says it covers, and weeks by their number.

"This week" in a bulletin of a week is that week, whenever it came out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from addup.documents.bulletins import week_numbered
from addup.reading.times import calendar
from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import Context
from addup.reading.times.meaning import UNRESOLVED, Meaning, of_unit
from addup.records import Period

bulletins = Rules()
# In the middle of its days lies a week that begins on any day; ISO 8601 numbers weeks by their Thursday.
_MIDDLE = 3
_UNDER_REVIEW = re.compile(r" (?:under review|covered(?: by this \w+)?|of this report)\b")
# Texts that number weeks.
_COUNTS_WEEKS = re.compile(r"\b(?:epi|epidemiological|reporting)[ -]?weeks?\b", re.IGNORECASE)
_NOT_A_NUMBER = frozenset({"a", "an", "each", "every", "last", "next", "per", "that", "the", "this"})


def of_bulletin(context: Context, grain: str, step: int) -> Meaning | None:
    """Give the stretch that a bulletin covers, or one so many later; None if it covers none of the grain."""
    bulletin = context.bulletin
    if bulletin is None or bulletin.grain is None or bulletin.grain != grain:
        return None
    if bulletin.grain == "week":
        return _week(bulletin.first + timedelta(weeks=step))
    return of_unit(calendar.containing(bulletin.first, bulletin.grain).shift(step))


def from_spoken_in_bulletin(context: Context, grain: str, step: int) -> Meaning | None:
    """Give "the previous week" of a bulletin of a week: from the week spoken of, or else from its own."""
    bulletin, spoken = context.bulletin, context.spoken
    if bulletin is None or bulletin.grain != grain:
        return None
    if spoken is None or spoken.unit is None or spoken.unit.grain != grain or spoken.period.first is None:
        return of_bulletin(context, grain, step)
    return (
        _week(spoken.period.first + timedelta(weeks=step))
        if grain == "week"
        else of_unit(spoken.unit.shift(step))
    )


def _week(first: date) -> Meaning:
    """Give the week that begins on a day; its value is that of the week that most of its days are in."""
    unit = calendar.containing(first + timedelta(days=_MIDDLE), "week")
    return replace(of_unit(unit), period=Period(first, first + timedelta(days=6)))


@bulletins.rule("point", "the reporting (what:grain|period)", "the period")
def reporting_period(context: Context, words: Words) -> Meaning | None:
    """Read "the reporting period", "the reporting week", "the period under review"."""
    is_named = "reporting" in words or _UNDER_REVIEW.match(context.text, words["period"].end)
    if not is_named or context.written(words["the"]) != "the":
        return None
    bulletin = context.bulletin
    if bulletin is None:
        return UNRESOLVED
    whole = of_bulletin(context, bulletin.grain, 0) if bulletin.grain is not None else None
    return whole or Meaning("DATE", None, Period(bulletin.first, bulletin.last))


@bulletins.rule("point", "what:grain number:short (of? year:four)?")
def numbered_week(context: Context, words: Words) -> Meaning | None:
    """Read "week 18", "epidemiological week 18 of 2024" in texts that number weeks."""
    if words["what"].value != "week" or not _counts_weeks(context, words["what"].start):
        return None
    days = _numbered(context, words["number"].value, words)
    return UNRESOLVED if days is None else _week(days[0])


@bulletins.rule(
    "point",
    "what:grains number:short (hyphen|to|and) end:short (of? year:four)?",
)
def numbered_weeks(context: Context, words: Words) -> Meaning | None:
    """Read "weeks 15 to 18", "weeks 15–18 of 2024"; its value is that of the first."""
    if words["what"].value != "week" or not _counts_weeks(context, words["what"].start):
        return None
    first = _numbered(context, words["number"].value, words)
    last = _numbered(context, words["end"].value, words)
    if first is None or last is None or last < first:
        return UNRESOLVED
    return replace(_week(first[0]), period=Period(first[0], last[1]))


def _counts_weeks(context: Context, start: int) -> bool:
    """Whether the word "week" there may lead to the number of a week of the year."""
    if context.word_before(start) in _NOT_A_NUMBER:
        return False
    of_week = context.bulletin is not None and context.bulletin.week is not None
    return of_week or _COUNTS_WEEKS.search(context.text) is not None


def _numbered(context: Context, number: int, words: Words) -> tuple[date, date] | None:
    year: int | None = words["year"].value if "year" in words else None
    if context.bulletin is not None:
        return context.bulletin.week_numbered(number, year)
    if context.published is None and year is None:
        return None
    return week_numbered(number, year, context.published or date.max)
