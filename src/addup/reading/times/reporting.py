"""The times of reporting: quarters, halves and fiscal years, and the ones of the year before."""

from __future__ import annotations

from dataclasses import replace

from addup.reading.times import calendar
from addup.reading.times.calendar import Unit
from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import Context
from addup.reading.times.lexemes import full_year
from addup.reading.times.meaning import UNKNOWN, UNRESOLVED, Meaning, of_unit
from addup.reading.times.vocabulary import beside
from addup.records import Period

reporting = Rules()
KINDS_OF_YEAR_END = beside("kinds_of_year_end")


def quarter_near(context: Context, number: int, words: Words) -> Unit | None:
    """Give the quarter of that number which news of the day of publication speaks of.

    That of the same year if it has begun or is the next to come, else that of the year before: results
    are reported after a quarter, outlooks given one quarter ahead. What is told as past in the next one was
    in that of the year before, what is to come in one that is long over is in that of the next year.
    """
    today = context.today("quarter")
    if today is None:
        return None
    same_year = Unit("quarter", today.index // 4 * 4 + number - 1)
    start, end = min(word.start for word in words.values()), max(word.end for word in words.values())
    ahead = same_year.index - today.index
    told = context.direction(start, end)
    if ahead > 1 or (ahead == 1 and told == "past"):
        return same_year.shift_years(-1)
    return same_year.shift_years(1) if ahead < -1 and told == "future" else same_year


def last_reported(context: Context) -> Meaning:
    """Give the stretch last reported on, or the quarter that ended last before publication."""
    if context.reported is not None:
        return context.reported
    today = context.today("quarter")
    return UNRESOLVED if today is None else of_unit(today.shift(-1))


def year_before(meaning: Meaning) -> Meaning:
    """Give the same stretch a year before."""
    if meaning.unit is not None:
        earlier = meaning.unit.shift_years(-1)
        return Meaning("DATE", earlier.value, _shifted(meaning), earlier)
    if meaning.reach is not None and meaning.period.known:
        period = _shifted(meaning)
        return Meaning("DATE", str(period.last and period.last.year), period, None, reach=meaning.reach)
    return UNRESOLVED


def moved(reported: Meaning, year: Meaning) -> Meaning:
    """Give a year with the days in it that a stretch like "the nine months" has in another."""
    last = reported.period.last
    if reported.reach is None or last is None or year.unit is None:
        return year
    return replace(year, period=_shifted(reported, year.unit.index - last.year))


def _shifted(meaning: Meaning, years: int = -1) -> Period:
    first, last = meaning.period.first, meaning.period.last
    if meaning.unit is not None and meaning.period == meaning.unit.period:
        return meaning.unit.shift_years(years).period
    if first is None or last is None:
        return UNKNOWN
    return Period(calendar.add_months(first, 12 * years), calendar.add_months(last, 12 * years))


@reporting.rule("point", "the? year hyphen? ordinal hyphen? grain", "the? year fiscal ordinal grain")
def quarter_of_year(context: Context, words: Words) -> Meaning | None:
    """Read "the 1988 second quarter"."""
    unit: Unit | None = words["year"].value.unit
    number = words["ordinal"].value
    if unit is None or words["grain"].value != "quarter" or not 1 <= number <= 4:
        return None
    return of_unit(unit.nth("quarter", number))


@reporting.rule(
    "point",
    "(the|a)? comparable? grain:grain hyphen (ago|earlier) (?! length)"
    " (ordinal? fiscal? hyphen? (what:grain|period))?",
    "the comparable (what:grain|period) (?! of)",
)
def year_ago(context: Context, words: Words) -> Meaning | None:
    """Read "the year-ago quarter", "year-earlier": the stretch last reported on, a year before."""
    if "grain" in words and words["grain"].value != "year":
        return None
    if "ordinal" in words:
        unit = quarter_near(context, words["ordinal"].value, words)
        return UNRESOLVED if unit is None else year_before(of_unit(unit))
    return year_before(last_reported(context))


@reporting.rule(
    "point",
    "the? a? fiscal hyphen? ordinal hyphen? grain",
    "the? ordinal fiscal hyphen? grain",
    "the? ordinal hyphen grain",
    "the? ordinal grain",
    "a filler? ordinal grain",
)
def ordinal_quarter(context: Context, words: Words) -> Meaning | None:
    """Read "the third quarter", "third-quarter", "the fiscal first quarter"."""
    number = words["ordinal"].value
    if words["grain"].value != "quarter" or not 1 <= number <= 4:
        return None
    unit = quarter_near(context, number, words)
    if unit is None:
        return of_unit(Unit("quarter", 4 * 4 + number - 1), floating=True)
    if "fiscal" in words:
        return Meaning("DATE", unit.value, UNKNOWN, unit)
    return of_unit(unit)


@reporting.rule("point", "quarter_code short_year", "quarter_code year?", "year quarter_code")
def coded_quarter(context: Context, words: Words) -> Meaning | None:
    """Read "Q3 2021", "4Q", "Q4'23"."""
    number = words["quarter_code"].value
    if "short_year" in words:
        written = full_year(int(words["short_year"].value[-2:]))
        return of_unit(calendar.year(written).nth("quarter", number))
    if "year" in words:
        unit: Unit | None = words["year"].value.unit
        return None if unit is None else of_unit(unit.nth("quarter", number))
    near = quarter_near(context, number, words)
    return UNRESOLVED if near is None else of_unit(near)


@reporting.rule("point", "half_code year", "year half_code")
def coded_half(context: Context, words: Words) -> Meaning | None:
    """Read "H1 2021"; without a year it may be the name of a road."""
    unit: Unit | None = words["year"].value.unit
    return None if unit is None else of_unit(unit.nth("half", words["half_code"].value))


@reporting.rule("point", "the? ordinal hyphen? half", "the? last hyphen? half")
def half_year(context: Context, words: Words) -> Meaning | None:
    """Read "the first half": of the year of publication until another is put beside it."""
    number = {1: 0, 2: 1, -1: 1}.get((words.get("ordinal") or words["last"]).value)
    today = context.today("year")
    if number is None or ("the" not in words and "ordinal" not in words):
        return None
    if today is None:
        return of_unit(Unit("half", 8 + number), floating=True)
    return of_unit(Unit("half", today.index * 2 + number))


@reporting.rule(
    "point",
    "the? year what:grain",
    "the year what:period",
    "the (comparable|following) year what:grain",
    "the (comparable|following) year what:period",
)
def period_of_year(context: Context, words: Words) -> Meaning | None:
    """Read "the 1988 period", "the like 1988 quarter": the stretch last reported on, in that year."""
    meaning: Meaning = words["year"].value
    what = words["what"].value
    if what not in ("", "quarter") or meaning.unit is None:
        return None
    reported = last_reported(context)
    if reported.unit is not None and reported.unit.grain == "quarter":
        named = of_unit(reported.unit.shift_years(meaning.unit.index - reported.unit.first.year))
        if reported.period.last is None or reported.period == reported.unit.period:
            return named
        return replace(named, period=_shifted(reported, meaning.unit.index - reported.period.last.year))
    return moved(reported, meaning)


@reporting.rule(
    "point",
    "the latest fiscal? what:grain",
    "the latest what:period",
    "the most? recent fiscal? what:grain",
    "the most? recent what:period",
)
def latest(context: Context, words: Words) -> Meaning | None:
    """Read "the latest quarter", "the most recent fiscal year"."""
    grain = words["what"].value or "quarter"
    if grain == "quarter":
        reported = last_reported(context)
        if reported.reach is not None and words["what"].value:
            today = context.today("quarter")
            return UNRESOLVED if today is None else of_unit(today.shift(-1))
        return reported
    if grain not in calendar.FINER:
        return None
    today = context.today(grain)
    return UNRESOLVED if today is None else of_unit(today.shift(-1 if "recent" in words else 0))


@reporting.rule(
    "point",
    "(?<!hyphen) the? year:grain hyphen? end:edge",
    "the? year:grain possessive end:edge",
    "part hyphen? year:grain",
)
def year_end(context: Context, words: Words) -> Meaning | None:
    """Read "year-end", "year's end", "mid-year"."""
    part = words["end" if "end" in words else "part"].value
    if words["year"].value != "year" or part not in ("end", "mid"):
        return None
    last = max(word.end for word in words.values())
    if part == "end" and context.word_behind(last) in KINDS_OF_YEAR_END:
        return None
    today = context.today("year")
    if today is None:
        return UNRESOLVED
    return Meaning("DATE", today.value, today.narrowed(part), today)
