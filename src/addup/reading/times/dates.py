"""Times that name their place in the calendar: days, months, seasons, days of the week."""

from __future__ import annotations

import re
from datetime import date, timedelta

from addup.documents.dates import day_comes_first, day_in_digits
from addup.documents.headings import NUMBERED
from addup.reading.times import calendar
from addup.reading.times.calendar import SEASONS, Part, Unit
from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import FLOATING_YEAR, Context
from addup.reading.times.lexemes import Lexeme, full_year
from addup.reading.times.meaning import UNRESOLVED, Meaning, of_unit
from addup.reading.times.vocabulary import beside, one_of
from addup.records import Period

dates = Rules()
BEFORE_MONTHS = beside("before_months")
BEFORE_MARCH = beside("before_march")
BEFORE_DAYS = frozenset({"between", "from", "on"})
BEFORE_SEASONS = beside("before_seasons")
_COUNTS = re.compile(r" [a-z]+(?:s|en|people)\b")
END_OF_PHRASE = re.compile(
    r"\s*(?:[.,;:!?)\"”]|$)|\s+(?:among|and|at|but|by|for|in|of|on|online|through|using|via|with)\b"
)


# "It fell on a Friday", "on a Friday night"; "in a Friday ruling" is of one that has been.
ANY_DAY = re.compile(r"\b(?:on|by) a $")
ENDS_DAY = re.compile(
    r"\s*(?:[.,;:!?)\"”]|--|—|$)|\s+(?:and|at|but|by|in|morning|afternoon|evening|night|or|that|when)\b"
)

# "The Sept. 11 attacks" need no year since 2001.
OF_2001 = re.compile(r",? (?:terror(?:ist)? )?attacks\b")
OF_A_NOUN = re.compile(r" [a-z]")
# "March sales rose": what is counted by the month needs no word that leads to a time.
OF_A_MONTH = re.compile(rf" (?:[a-z]+ )?(?:{one_of('monthly')})\b")


@dates.rule("point", "iso")
def iso_date(context: Context, words: Words) -> Meaning | None:
    """Read 2024-03-21, 2024/03/21."""
    written = context.text[words["iso"].start : words["iso"].end]
    return _of_day(*(int(part) for part in re.split("[-/]", written)))


@dates.rule("point", "slashed")
def slashed_date(context: Context, words: Words) -> Meaning | None:
    """Read 03/22/2024: as other dates of the text are to be read, else the month first if it can be."""
    written, day_first = words["slashed"].value, day_comes_first(context.text) or False
    found = day_in_digits(written, day_first=day_first) or day_in_digits(written, day_first=not day_first)
    return None if found is None else of_unit(calendar.containing(found, "day"))


@dates.rule("point", "dotted")
def dotted_date(context: Context, words: Words) -> Meaning | None:
    """Read 22.03.2024, the day first, as on the continent of Europe."""
    number, month, year = (int(part) for part in words["dotted"].value.split("."))
    return _of_day(year, month, number)


def _of_day(year: int, month: int, number: int) -> Meaning | None:
    unit = calendar.day(year, month, number)
    return None if unit is None else of_unit(unit)


@dates.rule("date", "month small", "month the? ordinal", "the? ordinal of? month", "small month")
def day_of_month(context: Context, words: Words) -> Unit | None:
    """Read "Aug. 7", "March the eighth", "21 March", all of no year yet."""
    number = (words.get("small") or words["ordinal"]).value
    behind = "small" in words and words["month"].start < words["small"].start
    if behind and _is_only_month(context, words):
        return None
    return calendar.day(FLOATING_YEAR, words["month"].value, number) if number > 0 else None


def _is_only_month(context: Context, words: Words) -> bool:
    """Whether a number behind a month counts: "in January 31 people died"; a day is told with "on"."""
    led = context.word_before(words["month"].start) == "in"
    return led and _COUNTS.match(context.text, words["small"].end) is not None


@dates.rule("date", "(?<=date (to|through|and|or)) small")
def further_day(context: Context, words: Words) -> Unit | None:
    """Read the 25 of "April 24 and 25", where no noun follows that it could count.

    Behind "from" a verb may: "the poll taken from April 24 to 25 shows".
    """
    end = words["small"].end
    opened = context.word_before(words["date"].start) == "from" and not context.surroundings.is_noun(end + 1)
    if not (opened or END_OF_PHRASE.match(context.text, end)):
        return None
    first: Unit = words["date"].value
    later = first.shift(words["small"].value - first.first.day)
    return later if first.index < later.index <= first.within("month").last.toordinal() else None


@dates.rule("date", "small (?=(to|and|or|hyphen) date)")
def earlier_day(context: Context, words: Words) -> Unit | None:
    """Read the 3 of "between 3 and 5 May", of which the month follows."""
    later: Unit = words["date"].value
    begins_with_day = context.text[words["date"].start].isdigit()
    before = context.word_before(words["small"].start)
    joined = context.text[words["small"].end : words["date"].start].strip() in {"-", "–"}
    if not begins_with_day or not (before in BEFORE_DAYS or (joined and before not in NUMBERED)):
        return None
    first = later.shift(words["small"].value - later.first.day)
    return first if later.within("month").first.toordinal() <= first.index < later.index else None


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
    if (unit.first.month, unit.first.day) == (9, 11) and OF_2001.match(context.text, words["date"].end):
        return of_unit(unit.shift_years(2001 - FLOATING_YEAR))
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
        return full_year(int(words["short_year"].value[-2:]))
    return None


@dates.rule(
    "point",
    "the? opens:month (hyphen|to) to? hyphen? month hyphen? grain of? year:four",
    "the? opens:month (hyphen|to) to? hyphen? month hyphen? grain",
    "the? month hyphen? grain of? year:four",
    "the? month hyphen? grain",
)
def quarter_by_its_end(context: Context, words: Words) -> Meaning | None:
    """Read "the December quarter", "the October-December quarter": the one that ends with the month."""
    month = words["month"]
    if words["grain"].value != "quarter" or month.value % 3:
        return None
    if "opens" in words and words["opens"].value != month.value - 2:
        return None
    if "year" in words:
        return of_unit(calendar.month(written_year(words) or FLOATING_YEAR, month.value).within("quarter"))
    unit = calendar.month(FLOATING_YEAR, month.value).within("quarter")
    return context.settled(unit, month.start, words["grain"].end)


@dates.rule(
    "point",
    "(the? ordinal|the last) weekday (of|in) month comma? of? year:four",
    "(the? ordinal|the last) weekday (of|in) (month|point)",
)
def weekday_of_month(context: Context, words: Words) -> Meaning | None:
    """Read "the first Monday in May", "the last Friday of next month"."""
    weekday, position = words["weekday"].value, words["ordinal" if "ordinal" in words else "last"].value
    if "point" in words:
        whole: Unit | None = words["point"].value.unit
        return (
            None
            if whole is None or whole.grain != "month"
            else of_unit(calendar.nth_weekday(whole, weekday, position))
        )
    year = written_year(words)
    month = words["month"]
    named = calendar.month(year or FLOATING_YEAR, month.value)
    if year is not None:
        return of_unit(calendar.nth_weekday(named, weekday, position))
    settled = context.settled(named, month.start, month.end)
    whole = None if settled.floating else settled.unit
    return UNRESOLVED if whole is None else of_unit(calendar.nth_weekday(whole, weekday, position))


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
    led = before in BEFORE_MONTHS or (written == "March" and before in BEFORE_MARCH)
    verb = written in ("May", "March") and not (joined or led)
    if verb and not (OF_A_MONTH.match(context.text, word.end) or _is_of_noun(context, before, word.end)):
        return None
    return context.settled(calendar.month(FLOATING_YEAR, word.value), word.start, word.end)


def _is_of_noun(context: Context, before: str, end: int) -> bool:
    """Whether a month is the kind of the noun behind it: "the May election"."""
    led = before in ("a", "an", "the", "its", "their", "his", "her")
    return led and OF_A_NOUN.match(context.text, end) is not None and context.surroundings.is_noun(end + 1)


def season_of(year: int, letters: str) -> Unit:
    """Give a season of a year."""
    return Unit("season", year * 4 + SEASONS.index(letters))


@dates.rule("point", "the? season of? year:four", "the? season of? short_year", "the? season of? two_years")
def season_of_year(context: Context, words: Words) -> Meaning | None:
    """Read "the autumn of 2022", "the winter of 2009-10", which is that of the second year."""
    year = written_year(words)
    if "two_years" in words:
        year = int(words["two_years"].value[:4]) + (words["season"].value == SEASONS[0])
    return None if year is None else of_unit(season_of(year, words["season"].value))


@dates.rule(
    "point",
    "the? part hyphen? season",
    "the season (?= of (four|last|next|this|year|short_year|point))",
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
    if written in ("fall", "spring") and not {"the", "part"} & words.keys():
        return None
    meaning = context.settled(season_of(FLOATING_YEAR, word.value), word.start, word.end)
    return narrowed(meaning, words["part"].value) if "part" in words else meaning


def narrowed(meaning: Meaning, part: Part) -> Meaning:
    """Give the same time, its days narrowed to its early, middle or late part; its value stays."""
    if meaning.unit is None or meaning.floating or meaning.unit.grain == "day" or not part:
        return meaning
    days = meaning.unit.narrowed(part)
    return Meaning(meaning.type, meaning.value, days, meaning.unit)


@dates.rule("weekday_point", "weekday grain (?! of)")
def weekday_week(context: Context, words: Words) -> Meaning | None:
    """Read "Friday week", a week behind the next Friday, as the British have it."""
    word, behind = words["weekday"], words["grain"]
    if context.written(behind) not in ("week", "fortnight") or not END_OF_PHRASE.match(
        context.text, behind.end
    ):
        return None
    if context.published is None:
        return UNRESOLVED
    ahead = (word.value - context.published.isoweekday() - 1) % 7 + 1
    further = 7 if behind.value == "week" else 14
    return of_unit(calendar.containing(context.published + timedelta(days=ahead + further), "day"))


# "On a typical Monday", "any Monday": none that was.
_SUCH_DAY = re.compile(
    r"\b(?:an?|any) (?:average|given|normal|ordinary|regular|typical|usual) \Z|\b[Aa]ny \Z"
)


@dates.rule("weekday_point", "weekday")
def weekday(context: Context, words: Words) -> Meaning:
    """Read a day of the week: the last one, today included, or by its verb the next; "on a Friday" is any."""
    word = words["weekday"]
    is_any = ANY_DAY.search(context.text, max(0, word.start - 8), word.start) is not None
    is_any = is_any and ENDS_DAY.match(context.text, word.end) is not None
    if is_any or _SUCH_DAY.search(context.text, max(0, word.start - 24), word.start):
        return Meaning("DATE", f"XXXX-WXX-{word.value}")
    return weekday_near(context, words["weekday"])


def weekday_near(context: Context, word: Lexeme) -> Meaning:
    """Give the day of that name that the verb around it points to."""
    if context.published is None:
        return UNRESOLVED
    back = (context.published.isoweekday() - word.value) % 7
    ahead = (word.value - context.published.isoweekday()) % 7
    if context.direction(word.start, word.end) == "future":
        if ahead > back and not context.surroundings.is_firm(word.start, word.end):
            return of_unit(calendar.containing(context.published - timedelta(days=back), "day"))
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
