"""Times that name their place in the calendar: dates, months, years, seasons, quarters, days of the week."""

from __future__ import annotations

import re
from datetime import date, timedelta

from addup.reading.times import calendar
from addup.reading.times.calendar import SEASONS, Part, Unit
from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import FLOATING_YEAR, Context
from addup.reading.times.lexemes import Lexeme
from addup.reading.times.meaning import UNKNOWN, UNRESOLVED, Meaning, of_unit
from addup.reading.times.vocabulary import beside, one_of
from addup.records import Period

dates = Rules()
BEFORE_MONTHS = beside("before_months")
BEFORE_SEASONS = beside("before_seasons")
NOT_BEFORE_YEARS = beside("not_before_years")
# Before a year in digits: the rest of a telephone number, not the year before it in "1990-1995".
PART_OF_A_NUMBER = re.compile(r"(?<!\d)\d{1,3}[-–]$|\d{5}[-–]$")
COUNTED = re.compile(rf"\s+(?:{one_of('counted')})\b")


@dates.rule("point", "iso")
def iso_date(context: Context, words: Words) -> Meaning | None:
    """Read 2024-03-21."""
    written = context.text[words["iso"].start : words["iso"].end]
    return _of_day(*(int(part) for part in written.split("-")))


@dates.rule("point", "slashed")
def slashed_date(context: Context, words: Words) -> Meaning | None:
    """Read 03/22/2024: the month first, as in the United States, unless only the day can be first."""
    first, second, year = (int(part) for part in words["slashed"].value.split("/"))
    year += (2000 if year < 50 else 1900) if year < 100 else 0
    return _of_day(year, first, second) or _of_day(year, second, first)


def _of_day(year: int, month: int, number: int) -> Meaning | None:
    unit = calendar.day(year, month, number)
    return None if unit is None else of_unit(unit)


@dates.rule("date", "month small", "month the? ordinal", "the? ordinal of month", "small month")
def day_of_month(context: Context, words: Words) -> Unit | None:
    """Read "Aug. 7", "March the eighth", "21 March", all of no year yet."""
    number = (words.get("small") or words["ordinal"]).value
    return calendar.day(FLOATING_YEAR, words["month"].value, number) if number > 0 else None


@dates.rule("point", "date hyphen last:small (comma? year:four)?")
def days_of_month(context: Context, words: Words) -> Meaning | None:
    """Read "March 3-5, 2024"; its value is that of the first day."""
    first: Unit = words["date"].value
    last = first.shift(words["last"].value - first.first.day)
    if not first.index < last.index <= first.within("month").last.toordinal():
        return None
    year = written_year(words)
    if year is None:
        begin = context.settled(first, words["date"].start, words["last"].end)
    else:
        begin = of_unit(first.shift_years(year - FLOATING_YEAR))
    if begin.unit is None or begin.floating:
        return begin
    days = begin.unit.shift(last.index - first.index).last
    return Meaning("DATE", begin.value, Period(begin.unit.first, days), begin.unit)


@dates.rule(
    "point",
    "(day_name comma?)? date comma? year:four",
    "(day_name comma?)? date short_year",
    "day_name comma? date",
    "date",
)
def written_date(context: Context, words: Words) -> Meaning | None:
    """Read a day of a month, with its year or without."""
    unit: Unit = words["date"].value
    year = written_year(words)
    if year is not None:
        return of_unit(unit.shift_years(year - FLOATING_YEAR))
    if "day_name" in words and context.published is not None:
        return _with_name(unit, words["day_name"].value, context.published)
    return context.settled(unit, words["date"].start, words["date"].end)


def _with_name(unit: Unit, weekday: int, published: date) -> Meaning:
    """Give a day of a month in the year nearest to publication in which it falls on that day of the week."""
    near = [unit.shift_years(published.year + step - FLOATING_YEAR) for step in (0, -1, 1)]
    fits = [each for each in near if each.first.isoweekday() == weekday] or near[:1]
    return of_unit(min(fits, key=lambda each: abs((each.first - published).days)))


def written_year(words: Words) -> int | None:
    """Give the year that was matched, in four digits or two."""
    if "year" in words:
        return int(words["year"].value)
    if "short_year" in words:
        short = int(words["short_year"].value[-2:])
        return short + (2000 if short < 50 else 1900)
    return None


@dates.rule("point", "month comma? of? year:four", "month short_year")
def month_of_year(context: Context, words: Words) -> Meaning | None:
    """Read "August 1988"."""
    year = written_year(words)
    return None if year is None else of_unit(calendar.month(year, words["month"].value))


@dates.rule("point", "month")
def month(context: Context, words: Words) -> Meaning | None:
    """Read a month of no year; May and March only behind a word that leads to a time."""
    word = words["month"]
    written = context.text[word.start : word.end]
    before = context.word_before(word.start)
    name = context.is_name(word.start) or (context.is_name(word.end + 1) and before not in BEFORE_MONTHS)
    if (len(written) == 3 and written != "May") or name:
        return None
    joined = context.text[word.start - 1 : word.start] in ("-", "–")
    if written in ("May", "March") and not joined and before not in BEFORE_MONTHS:
        return None
    return context.settled(calendar.month(FLOATING_YEAR, word.value), word.start, word.end)


def season_of(year: int, letters: str) -> Unit:
    """Give a season of a year."""
    return Unit("season", year * 4 + SEASONS.index(letters))


@dates.rule("point", "the? season of? year:four", "the? season of? short_year")
def season_of_year(context: Context, words: Words) -> Meaning | None:
    """Read "the autumn of 2022"."""
    year = written_year(words)
    return None if year is None else of_unit(season_of(year, words["season"].value))


@dates.rule(
    "point",
    "the part season",
    "the season (?= of (four|last|next|this|year|short_year))",
    "the season (?! of)",
    "season",
)
def season(context: Context, words: Words) -> Meaning | None:
    """Read a season of no year: "the summer", "late spring", "in winter"."""
    word = words["season"]
    written = context.text[word.start : word.end]
    led = context.word_before(min(word.start for word in words.values())) in BEFORE_SEASONS
    if not led and ("the" not in words or written in ("fall", "spring")):
        return None
    if written in ("fall", "spring") and "the" not in words:
        return None
    meaning = context.settled(season_of(FLOATING_YEAR, word.value), word.start, word.end)
    return narrowed(meaning, words["part"].value) if "part" in words else meaning


def narrowed(meaning: Meaning, part: Part) -> Meaning:
    """Give the same time, its days narrowed to its early, middle or late part; its value stays."""
    if meaning.unit is None or meaning.floating or meaning.unit.grain == "day" or not part:
        return meaning
    days = meaning.unit.narrowed(part)
    return Meaning(meaning.type, meaning.value, days, meaning.unit)


@dates.rule("point", "the? decade", "the? decade_word")
def decade(context: Context, words: Words) -> Meaning | None:
    """Read "the 1980s", "the '80s", "the nineties"; of the last century but for '00s and '10s."""
    if "decade_word" in words:
        if "the" not in words:
            return None
        return of_unit(Unit("decade", 190 + words["decade_word"].value))
    digits = re.sub(r"\D", "", words["decade"].value)
    if len(digits) == 4:
        return of_unit(Unit("decade", int(digits[:3])))
    marked = words["decade"].value[0] in "'’`"
    the = context.text[words["the"].start : words["the"].end].lower() if "the" in words else ""
    if not marked and (the != "the" or digits in ("10", "20")):
        return None
    return of_unit(Unit("decade", (200 if digits in ("00", "10") else 190) + int(digits[0])))


@dates.rule("point", "the? ordinal hyphen? grain")
def century(context: Context, words: Words) -> Meaning | None:
    """Read "the 20th century"."""
    if words["grain"].value != "century" or words["ordinal"].value < 1:
        return None
    return of_unit(Unit("century", words["ordinal"].value - 1))


@dates.rule(
    "year",
    "the grain number:four",
    "the grain:grain number",
    "fiscal (hyphen? grain)? hyphen? four",
    "calendar:filler four",
)
def named_year(context: Context, words: Words) -> Meaning | None:
    """Read "the year two thousand", "fiscal 1989": of a fiscal year the text does not say the days."""
    if "grain" in words and words["grain"].value != "year":
        return None
    number = int(words["four" if "four" in words else "number"].value)
    if not 1000 <= number < 2200:
        return None
    unit = calendar.year(number)
    if "fiscal" in words:
        return Meaning("DATE", unit.value, UNKNOWN, unit)
    return of_unit(unit)


@dates.rule("year", "two_years")
def years_joined(context: Context, words: Words) -> Meaning | None:
    """Read "2012-13", a season or a fiscal year over two years; its value is that of the first."""
    first, second = int(words["two_years"].value[:4]), int(words["two_years"].value[5:])
    if second != (first + 1) % 100:
        return None
    unit = calendar.year(first)
    return Meaning("DATE", unit.value, Period(unit.first, unit.shift(1).last), unit)


@dates.rule("year", "four (?! unit | hyphen unit | filler unit | cardinal)")
def bare_year(context: Context, words: Words) -> Meaning | None:
    """Read 1988, unless it counts or names something."""
    word = words["four"]
    if PART_OF_A_NUMBER.search(context.text, max(0, word.start - 6), word.start):
        return None
    if context.word_before(word.start) in NOT_BEFORE_YEARS or COUNTED.match(context.text, word.end):
        return None
    if (
        context.text[word.start].isdigit()
        or context.word_before(word.start) in BEFORE_MONTHS
        or word.value % 100
    ):
        return of_unit(calendar.year(word.value))
    return None


@dates.rule("year", "(?<=point) short_year", "short_year")
def short_year(context: Context, words: Words) -> Meaning | None:
    """Read '98 behind a word that leads to a time."""
    if context.word_before(words["short_year"].start) not in BEFORE_MONTHS:
        return None
    year = written_year(words)
    return None if year is None else of_unit(calendar.year(year))


@dates.rule("weekday_point", "weekday")
def weekday(context: Context, words: Words) -> Meaning:
    """Read a day of the week: the last one, today's included, or by its verb the next."""
    return weekday_near(context, words["weekday"])


def weekday_near(context: Context, word: Lexeme) -> Meaning:
    """Give the day of that name that the verb around it points to."""
    if context.published is None:
        return UNRESOLVED
    back = (context.published.isoweekday() - word.value) % 7
    if context.direction(word.start, word.end) == "future":
        ahead = (word.value - context.published.isoweekday()) % 7
        return of_unit(calendar.containing(context.published + timedelta(days=ahead), "day"))
    return of_unit(calendar.containing(context.published - timedelta(days=back), "day"))


@dates.rule("point", "weekday_point comma? point", "weekday_point comma? nth:ordinal", "weekday_point")
def day_with_name(context: Context, words: Words) -> Meaning | None:
    """Read "Friday, Oct. 13" as one day and "Friday" alone as another."""
    if "point" in words:
        beside: Meaning = words["point"].value
        return beside if beside.unit is not None and beside.unit.grain == "day" else None
    if "nth" in words:
        return None
    meaning: Meaning = words["weekday_point"].value
    return meaning
