"""The days of feasts that go by the moon, in the calendar of the West.

The Jewish calendar is reckoned by its own rule, to the day. The Islamic one begins its months when the new
moon is seen, a day apart from country to country; the reckoned calendar used here is the same or a day off.
(Reingold and Dershowitz, "Calendrical Calculations", 4th ed. 2018, ch. 7 and 8.)
"""

from __future__ import annotations

from datetime import date, timedelta

_JEWISH_EPOCH = -1373427  # ordinal of 1 Tishri of the year 1
_JEWISH_YEARS_AHEAD = 3761  # of the Jewish year that begins in a year of the West
_PASSOVER_BEFORE_NEW_YEAR = 163  # days
_ISLAMIC_EPOCH = 227015  # ordinal of 1 Muharram of the year 1


def jewish_new_year(year: int) -> date:
    """Give the first day of Rosh Hashanah, which falls in every year of the West (1 to 4000)."""
    number = year + _JEWISH_YEARS_AHEAD
    before, here, after = (_days_elapsed(number + step) for step in (-1, 0, 1))
    late = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(_JEWISH_EPOCH + here + late)


def _days_elapsed(number: int) -> int:
    """Give the days from the beginning of the Jewish calendar to the new moon of a year, as put off."""
    months = (235 * number - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + (3 * (days + 1) % 7 < 3)


def jewish_day(year: int, feast: str, offset: int) -> date:
    """Give the day so many behind Passover, Rosh Hashanah or 25 Kislev (Hanukkah) of a year of the West."""
    new_year = jewish_new_year(year)
    if feast == "passover":
        return new_year + timedelta(days=offset - _PASSOVER_BEFORE_NEW_YEAR)
    if feast == "hanukkah":
        full = (jewish_new_year(year + 1) - new_year).days % 10 == 5  # a year with a long second month
        return new_year + timedelta(days=83 + full + offset)
    return new_year + timedelta(days=offset)


def islamic_day(year: int, month: int, day: int) -> date:
    """Give the first day of a year of the West that is this day of an Islamic month; else the one before."""
    number = (year - 622) * 33 // 32 + 2
    found = _islamic(number, month, day)
    while found.year > year or (found.year == year and _islamic(number - 1, month, day).year == year):
        number -= 1
        found = _islamic(number, month, day)
    return found


def _islamic(number: int, month: int, day: int) -> date:
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(_ISLAMIC_EPOCH - 1 + (number - 1) * 354 + (3 + 11 * number) // 30 + months + day)
