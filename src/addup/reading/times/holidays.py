"""Named days of the year: Christmas, Thanksgiving, Good Friday."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from addup.reading.times import calendar
from addup.reading.times.calendar import Unit
from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import AHEAD, CLOSE, Context
from addup.reading.times.feasts import islamic_day, jewish_day
from addup.reading.times.lexemes import Lexeme
from addup.reading.times.meaning import UNRESOLVED, Meaning, of_unit
from addup.reading.times.vocabulary import HOLIDAYS
from addup.records import Period

holidays = Rules()
THURSDAY = 4
# What is named after a day and is not of it: "the Good Friday Agreement", "Easter Island".
NAMED_AFTER = re.compile(
    r" (?:Accords?|Agreement|Cup|Islands?|Massacre|Offensive|Revolution|Rising|River|Seals|Uprising|War)\b"
)
TERROR = date(2001, 9, 11)


def holiday_in(name: str, year: int) -> Unit:
    """Give the day of that name in a year (1583 to 4099, the reach of the reckoning of Easter)."""
    entry = HOLIDAYS[name]
    if "islamic" in entry:
        return calendar.containing(islamic_day(year, *entry["islamic"]), "day")
    jewish = next((feast for feast in ("passover", "rosh_hashanah", "hanukkah") if feast in entry), None)
    if jewish is not None:
        return calendar.containing(jewish_day(year, jewish, entry[jewish]), "day")
    if "easter" in entry:
        sunday = easter(year, EASTER_ORTHODOX if "orthodox" in entry else EASTER_WESTERN)
        return calendar.containing(sunday + timedelta(days=entry["easter"]), "day")
    if "day" in entry:
        return calendar.containing(date(year, entry["month"], entry["day"]), "day")
    day = calendar.nth_weekday(calendar.month(year, entry["month"]), entry["weekday"], entry["nth"])
    return day.shift(entry.get("after", 0))


@holidays.rule(
    "point",
    "the? shift:last holiday what:grain",
    "the? shift:next holiday what:grain",
    "the? shift:this holiday what:grain",
    "the? holiday what:grain (year:four)?",
)
def stretch_of_holiday(context: Context, words: Words) -> Meaning | None:
    """Read "Easter weekend", "the Labor Day weekend" with the Monday that ends it, "Christmas week"."""
    grain = words["what"].value
    found = holiday(context, words)
    if grain not in ("week", "weekend") or found is None or found.unit is None:
        return None
    if grain == "week":
        return of_unit(found.unit.within("week"))
    at_its_end = found.unit.first.isoweekday() < THURSDAY
    weekend = found.unit.within("weekend").shift(-1 if at_its_end else 0)
    days = (weekend.first, weekend.last, found.unit.first)
    return replace(of_unit(weekend), period=Period(min(days), max(days)))


@holidays.rule(
    "point",
    "holiday of? shift:last what:grain",
    "holiday of? shift:next what:grain",
    "holiday of? shift:this what:grain",
)
def of_another_year(context: Context, words: Words) -> Meaning | None:
    """Read "Easter last year", "Thanksgiving of this year": the feast moves from year to year."""
    word, today = words["holiday"], context.published
    if words["what"].value != "year" or NAMED_AFTER.match(context.text, word.end):
        return None
    if today is None:
        return UNRESOLVED
    name = _name(context, word)
    return _lasting(name, holiday_in(name, today.year + words["shift"].value))


def _name(context: Context, word: Lexeme) -> str:
    """Give the name of a holiday as the table has it."""
    return " ".join(context.text[word.start : word.end].replace("’", "'").split())


@holidays.rule(
    "point", "shift:last holiday", "shift:next holiday", "shift:this holiday", "holiday (comma? year:four)?"
)
def holiday(context: Context, words: Words) -> Meaning | None:
    """Read "Christmas", "last Thanksgiving", "Easter Sunday 1997"."""
    word = words["holiday"]
    if NAMED_AFTER.match(context.text, word.end):
        return None
    name = _name(context, word)
    if "year" in words:
        return _lasting(name, holiday_in(name, words["year"].value))
    today = context.published
    if today is None:
        return UNRESOLVED
    entry = HOLIDAYS[name]
    every = entry.get("every", 1)
    year = today.year - (today.year - entry.get("from", 0)) % every
    here = holiday_in(name, year)
    last = here if here.first <= today else holiday_in(name, year - every)
    following = here if here.first > today else holiday_in(name, year + every)
    direction = context.direction(word.start, word.end)
    if every > 1 and (today - last.first).days < CLOSE:
        direction = "past"  # the one of four years on is not spoken of yet
    if "shift" in words and words["shift"].value:
        direction = "past" if words["shift"].value < 0 else "future"
    ahead = (following.first - today).days
    if direction is None:
        near = ahead < AHEAD or every > 1
        direction = "future" if near and ahead < (today - last.first).days else "past"
    return _lasting(name, following if direction == "future" else last)


def _lasting(name: str, first: Unit) -> Meaning:
    """Give a feast that begins on a day; its value is that of this day, however long it lasts.

    One of the Islamic calendar begins a day before the reckoned one in some countries and years.
    """
    entry = HOLIDAYS[name]
    begin = first.shift(-1) if "islamic" in entry else first
    return replace(of_unit(first), period=Period(begin.first, first.shift(entry.get("days", 1) - 1).last))


@holidays.rule("point", "nine_eleven")
def terror(context: Context, words: Words) -> Meaning | None:
    """Read "9/11", which has been one day since 2001."""
    if context.published is not None and context.published < TERROR:
        return None
    return of_unit(calendar.containing(TERROR, "day"))
