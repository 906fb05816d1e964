"""Named days of the year: Christmas, Thanksgiving, Good Friday."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

from addup.reading.times import calendar
from addup.reading.times.calendar import Unit
from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import AHEAD, Context
from addup.reading.times.meaning import UNRESOLVED, Meaning, of_unit
from addup.reading.times.vocabulary import HOLIDAYS

holidays = Rules()
THURSDAY = 4


def holiday_in(name: str, year: int) -> Unit:
    """Give the day of that name in a year (1583 to 4099, the reach of the reckoning of Easter)."""
    entry = HOLIDAYS[name]
    if "easter" in entry:
        return calendar.containing(easter(year) + timedelta(days=entry["easter"]), "day")
    if "day" in entry:
        return calendar.containing(date(year, entry["month"], entry["day"]), "day")
    nth = calendar.nth_weekday(calendar.month(year, entry["month"]), entry["weekday"], entry["nth"])
    return nth.shift(entry.get("after", 0))


@holidays.rule("point", "(shift:last|shift:next|shift:this|the)? holiday grain")
def holiday_weekend(context: Context, words: Words) -> Meaning | None:
    """Read "Thanksgiving weekend": the Saturday and Sunday nearest to the day."""
    if words["grain"].value != "weekend":
        return None
    named: Meaning | None = holiday(context, words)
    if named is None or named.unit is None:
        return named
    weekend = named.unit.within("weekend")
    return of_unit(weekend.shift(-1 if named.unit.first.isoweekday() < THURSDAY else 0))


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
    here = holiday_in(name, today.year)
    last = here if here.first <= today else holiday_in(name, today.year - 1)
    following = here if here.first > today else holiday_in(name, today.year + 1)
    direction = context.direction(word.start, word.end)
    if "shift" in words and words["shift"].value:
        direction = "past" if words["shift"].value < 0 else "future"
    ahead = (following.first - today).days
    if direction is None:
        direction = "future" if ahead < AHEAD and ahead < (today - last.first).days else "past"
    return of_unit(following if direction == "future" else last)
