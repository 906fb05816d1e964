"""Years, decades and centuries."""

from __future__ import annotations

import re

from addup.reading.text import rating_before
from addup.reading.times import calendar
from addup.reading.times.calendar import Unit
from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import Context
from addup.reading.times.counts import counts
from addup.reading.times.dates import BEFORE_MONTHS, narrowed, written_year
from addup.reading.times.meaning import UNKNOWN, Meaning, of_unit
from addup.records import Period

years = Rules()
_LAST_BUT_ONE = "1900"  # "the 1700s" are a century, "the 1900s" as often ten years
# Before digits: the rest of a telephone number, not the year before another in "1990-1995".
PART_OF_A_NUMBER = re.compile(r"(?<!\d)\d{1,3}[-–]$|\d{5}[-–]$")
_WHOLE_YEAR = 4  # digits: "1998/1999"
_FEW_YEARS = 5  # as far as one digit tells the end: "1995-8"
# "Temperatures in [the mid 80s]".
OF_HEAT = re.compile(r"\b(?:degrees|highs|lows|mercury|temperatures?)\b[^.;!?\n]{0,80}\Z", re.IGNORECASE)
BEFORE_CHRIST = re.compile(r" (?:BC|B\.C\.|BCE|B\.C\.E\.)(?!\w)")
# "In the 1960s and [70s]".
ANOTHER_DECADE = re.compile(r"\d0s (?:and|or|to|through) $")


@years.rule("point", "the part hyphen? (decade|decade_word)", "the? decade", "the? decade_word")
def decade(context: Context, words: Words) -> Meaning | None:
    """Read "the 1980s", "the late '80s", "the nineties"; of the last century but for '00s and '10s."""
    unit = _decade(context, words)
    if unit is None:
        return None
    return narrowed(of_unit(unit), words["part"].value) if "part" in words else of_unit(unit)


def _decade(context: Context, words: Words) -> Unit | None:
    the = context.written(words["the"]) if "the" in words else ""
    if "decade_word" in words:  # "her nineties" are an age
        return Unit("decade", 190 + words["decade_word"].value) if the == "the" else None
    digits = re.sub(r"\D", "", words["decade"].value)
    if len(digits) == 4 and digits.endswith("00") and digits < _LAST_BUT_ONE:
        return Unit("century", int(digits[:2]))
    if len(digits) == 4:
        return Unit("decade", int(digits[:3]))
    marked = words["decade"].value[0] in "'’`‘"
    start = words["decade"].start
    further = ANOTHER_DECADE.search(context.text, max(0, start - 12), start)
    if not (marked or further) and (the != "the" or digits in ("10", "20")):
        return None
    before = max(0, start - 100), start
    if not marked and (rating_before(context.text, start) or OF_HEAT.search(context.text, *before)):
        return None
    return Unit("decade", (200 if digits in ("00", "10") else 190) + int(digits[0]))


@years.rule("point", "the? ordinal hyphen? grain")
def century(context: Context, words: Words) -> Meaning | None:
    """Read "the 20th century"."""
    if words["grain"].value != "century" or not 1 <= words["ordinal"].value <= 30:
        return None
    if BEFORE_CHRIST.match(context.text, words["grain"].end):
        return Meaning("DATE", f"BC{words['ordinal'].value - 1:02}")
    return of_unit(Unit("century", words["ordinal"].value - 1))


@years.rule(
    "year",
    "the grain number:four",
    "the grain:grain number",
    "fiscal (hyphen? grain)? hyphen? four",
    "the four (fiscal|filler) grain",
    "filler grain? four",
)
def named_year(context: Context, words: Words) -> Meaning | None:
    """Read "the year two thousand", "fiscal 1989": of a fiscal year the text does not say the days."""
    if "grain" in words and words["grain"].value != "year":
        return None
    if "filler" in words and context.written(words["filler"]) != "calendar":
        return None
    if (
        "fiscal" in words
        and "grain" not in words
        and context.written(words["fiscal"]) in ("academic", "school")
    ):
        return None  # "a school 2000 boys strong"
    number = int(words["four" if "four" in words else "number"].value)
    if not 1000 <= number < 2200:
        return None
    unit = calendar.year(number)
    if "fiscal" in words:
        return Meaning("DATE", unit.value, UNKNOWN, unit)
    return of_unit(unit)


@years.rule("year", "two_years")
def years_joined(context: Context, words: Words) -> Meaning | None:
    """Read "2012-13", a season or a fiscal year, "1914-18", "1998/9", "1998/1999".

    The value is that of the first year. A second number that is no later year is a month: "2024-03".
    """
    written = words["two_years"].value[5:]
    first, second = int(words["two_years"].value[:4]), int(written)
    if len(written) == _WHOLE_YEAR and second <= first:
        return None
    years_on = (second - first) % 10 ** len(written)
    if len(written) == 1 and not 1 <= years_on <= _FEW_YEARS:
        return None
    if len(written) in {1, _WHOLE_YEAR} or first % 100 < second or years_on == 1:
        unit = calendar.year(first)
        return Meaning("DATE", unit.value, Period(unit.first, unit.shift(years_on).last), unit)
    return of_unit(calendar.month(first, second)) if 1 <= second <= 12 else None


@years.rule("year", "four (?! unit | hyphen unit | filler unit | cardinal)")
def bare_year(context: Context, words: Words) -> Meaning | None:
    """Read 1988, unless it counts or names something."""
    word = words["four"]
    if PART_OF_A_NUMBER.search(context.text, max(0, word.start - 6), word.start):
        return None
    return None if counts(context, word) else of_unit(calendar.year(word.value))


@years.rule("year", "(?<=point) short_year", "short_year")
def short_year(context: Context, words: Words) -> Meaning | None:
    """Read '98 behind a word that leads to a time."""
    if context.word_before(words["short_year"].start) not in BEFORE_MONTHS:
        return None
    year = written_year(words)
    return None if year is None else of_unit(calendar.year(year))
