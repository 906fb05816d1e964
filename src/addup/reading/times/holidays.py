"""Named days of the year: Christmas, Thanksgiving, Good Friday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from addup.reading.times import calendar
from addup.reading.times.calendar import Unit
from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import AHEAD, CLOSE, Context
from addup.reading.times.meaning import UNRESOLVED, Meaning, of_unit
from addup.reading.times.vocabulary import HOLIDAYS
from addup.records import Period

holidays = Rules()
THURSDAY = 4


def holiday_in(name: str, year: int) -> Unit:
    """Give the day of that name in a year (1583 to 4099, the reach of the reckoning of Easter)."""
    entry = HOLIDAYS[name]
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
    "point", "shift:last holiday", "shift:next holiday", "shift:this holiday", "holiday (comma? year:four)?"
)
def holiday(context: Context, words: Words) -> Meaning | None:
    """Read "Christmas", "last Thanksgiving", "Easter Sunday 1997"."""
    word = words["holiday"]
    name = " ".join(context.text[word.start : word.end].replace("’", "'").split())
    if "year" in words:
        return of_unit(holiday_in(name, words["year"].value))
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
    return of_unit(following if direction == "future" else last)
