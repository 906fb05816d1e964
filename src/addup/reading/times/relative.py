"""Times counted from another: from the day of publication, or from the time last spoken of."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from addup.calendar_names import ANY_WEEKDAY
from addup.reading.times import calendar
from addup.reading.times.bulletins import from_spoken_in_bulletin, of_bulletin
from addup.reading.times.calendar import COARSE, Unit
from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import FLOATING_YEAR, Context
from addup.reading.times.dates import season_of
from addup.reading.times.lengths import GOES_OVER
from addup.reading.times.lexemes import Lexeme
from addup.reading.times.meaning import OF_THE_CLOCK, UNRESOLVED, Length, Meaning, of_unit
from addup.reading.times.reporting import last_reported, year_before
from addup.reading.times.vocabulary import WORDS, one_of
from addup.records import Period

relative = Rules()
shifts = Rules()
# Behind "the day before" that stands alone.
NO_OBJECT = re.compile(r"\s*(?:[.,;:!?)\"”]|$)|\s+(?:and|when|that|in|at|on|but|by|to)\b")
WEEKS = frozenset({"week", "fortnight"})
# Days counted from in "a month from today", "a week on Tuesday".
LAST_TO = re.compile(r" (?:through|thru|to|until) ")
POINTED_AT = re.compile(rf"now|today|tomorrow|(?:next |this )?{ANY_WEEKDAY}")
# Before these "the next year" is that which begins now, not the calendar's.
_IN_COURSE = re.compile(r"\bcourse of $")
# Whoever or whatever is chosen once a year: "named driver of the year", and not "a driver of the year 1990".
OF_A_TITLE = re.compile(rf"(?<!\ba )\b(?:{one_of('titled')}) of $", re.IGNORECASE)
# "In 2010, the year he left": the year that was just named.
YEAR_BEFORE = re.compile(r"\b((?:1[5-9]|20)\d\d), $")
NOUN_BEHIND = re.compile(r"[-–]")  # "all-week", "all year-round"
END_OF = re.compile(r"\b(?:close of|closed|end of|ended) $")
# "the day" and "the hour" seldom name a time; these do.
SUNDAY = 7
OF_SCHOOL = frozenset({"academic", "school"})
DEFINITE = frozenset({"week", "weekend", "month", "quarter", "year"})


@relative.rule("point", "the grain (before|after) deictic", "deictic")
def deictic(context: Context, words: Words) -> Meaning | None:
    """Read yesterday, today, tomorrow, "the day before yesterday"."""
    today = context.today("day")
    further = words.get("before") or words.get("after")
    if further is not None and (words["grain"].value != "day" or further.value * words["deictic"].value <= 0):
        return None
    steps = words["deictic"].value + (further.value if further is not None else 0)
    return UNRESOLVED if today is None else of_unit(today.shift(steps))


@relative.rule(
    "point",
    "the what:grain beyond:before last",
    "the what:weekday beyond:before last",
    "the what:grain beyond:after next",
    "the what:weekday beyond:after next",
)
def beyond(context: Context, words: Words) -> Meaning | None:
    """Read "the week before last", "the Friday after next"."""
    end = max(word.end for word in words.values())
    step, what = words["beyond"].value, words["what"]
    if context.published is None or not NO_OBJECT.match(context.text, end):
        return UNRESOLVED if context.published is None else None
    if context.written(words["last" if "last" in words else "next"]) not in ("last", "next"):
        return None
    if what.kind == "weekday":
        near = _weekday_from(context.today("day"), what.value, step)
        return near if near.unit is None else of_unit(near.unit.shift(7 * step))
    today = context.today(what.value) if what.value in calendar.FINER else None
    return None if today is None else of_unit(today.shift(2 * step))


@relative.rule(
    "point",
    "the? this? shift:last fiscal? what:grain (?! of (the|month|date|four|this|last|next|short_year|decade))",
    "the? this? shift:next fiscal? what:grain (or (so:or_so|quantity))?",
    "the? shift:this fiscal? what:grain",
)
def shifted_grain(context: Context, words: Words) -> Meaning | None:
    """Read "last week", "this month"; "the past year" ends with the day of publication."""
    grain, step = words["what"].value, words["shift"].value
    if (grain not in calendar.FINER and grain != "day") or (
        _is_of_school(context, words) and grain != "year"
    ):
        return None
    if ("the" in words and words["shift"].kind == "this") or _is_of_many(context, words):
        return None
    written = context.written(words["shift"])
    covered = of_bulletin(context, grain, 0) if step == 0 or written == "past" else None
    if covered is not None:
        return covered
    today = context.today(grain)
    if today is None or context.published is None:
        return UNRESOLVED
    if grain == "weekend" and step == 0 and today.first > context.published:
        is_over = context.direction(words["shift"].start, words["what"].end) == "past"
        return of_unit(today.shift(-1 if is_over else 0))
    meaning = of_unit(today.shift(1 if _is_week_to_come(context, words) else step))
    if "fiscal" in words:
        meaning = replace(meaning, period=Period())
    elif (written == "past" or ("the" in words and step < 0)) and grain not in ("quarter", "weekend"):
        last = context.reached(words["shift"].start) if grain == "day" else context.published
        meaning = replace(meaning, period=Period(calendar.add(last or context.published, -1, grain), last))
    elif grain == "week" and step < 0 and context.published.isoweekday() == SUNDAY:
        meaning = replace(meaning, period=_week_before(context.published))
    elif "the" in words and step > 0 and grain != "quarter" and _goes_over(context, words["the"].start):
        meaning = replace(
            meaning, period=Period(context.published, calendar.add(context.published, 1, grain))
        )
    return meaning


def _is_of_school(context: Context, words: Words) -> bool:
    """Whether a year is that of a school, which has years but neither quarters nor weeks of its own."""
    return "fiscal" in words and context.written(words["fiscal"]) in OF_SCHOOL


def _is_week_to_come(context: Context, words: Words) -> bool:
    """Whether "this week", on a Sunday, is the week to come: it is, unless what is told is over."""
    is_sunday = context.published is not None and context.published.isoweekday() == SUNDAY
    is_week = words["what"].value == "week" and context.written(words["shift"]) == "this"
    if not (is_sunday and is_week):
        return False
    return context.direction(words["shift"].start, words["what"].end) != "past"


def _is_of_many(context: Context, words: Words) -> bool:
    """Whether a day is the last or next of some: "the last day that he was seen", not "over the last day"."""
    is_day = words["what"].value == "day" and words["shift"].kind != "this"
    return is_day and not _goes_over(context, min(word.start for word in words.values()))


def _week_before(sunday: date) -> Period:
    """Give the days of "last week" in a paper of Sunday: the seven before, not the week of the calendar."""
    return Period(sunday - timedelta(days=7), sunday - timedelta(days=1))


def _goes_over(context: Context, start: int) -> bool:
    """Whether something goes on over a stretch: "over [the next year]", "during [the month]"."""
    return context.word_before(start) in GOES_OVER or _IN_COURSE.search(context.text, 0, start) is not None


_AT_EDGE = re.compile(r"\b(?:beginning|close|end|middle|start) of $")
_NEAR_EDGE = 14  # characters before a time


@relative.rule(
    "point",
    "the this? shift:last fiscal? what:weekday (?! (of|in) (month|each|point))",
    "(?<!the) this? shift:last fiscal? what:weekday",
    "the? this? shift:next what:weekday",
    "the? shift:this what:weekday",
)
def shifted_weekday(context: Context, words: Words) -> Meaning:
    """Read "last Friday", before today; "next Friday", after today; "this Friday", of this week."""
    week = context.today("week")
    if week is None or context.published is None:
        return UNRESOLVED
    day, today, step = words["what"].value, context.published, words["shift"].value
    if step < 0:
        back = (today.isoweekday() - day) % 7 or 7
        return of_unit(calendar.containing(today - timedelta(days=back), "day"))
    if step > 0:
        ahead = (day - today.isoweekday()) % 7 or 7
        return of_unit(calendar.containing(today + timedelta(days=ahead), "day"))
    return of_unit(week.nth("day", day))


@relative.rule(
    "point",
    "the? this? shift:last (month|season)",
    "the? this? shift:next (month|season)",
    "the? shift:this (month|season)",
)
def shifted_month(context: Context, words: Words) -> Meaning:
    """Read "last April", "next summer", "this September"."""
    step, today = words["shift"].value, context.published
    if "month" in words:
        unit = calendar.month(FLOATING_YEAR, words["month"].value)
    else:
        unit = season_of(FLOATING_YEAR, words["season"].value)
    if today is None:
        return UNRESOLVED
    here = unit.shift_years(today.year - unit.last.year)
    if step < 0 and here.last >= today:
        here = here.shift_years(-1)
    if step > 0 and here.first <= today:
        here = here.shift_years(1)
    return of_unit(here)


@relative.rule(
    "point",
    "the step:following what:grain",
    "the step:following what:weekday",
    "that what:grain",
    "that step:following what:grain",
    "that what:weekday",
    "the what:grain step:before",
    "the what:grain step:earlier",
)
def from_spoken(context: Context, words: Words) -> Meaning | None:
    """Read "the following month", "the previous Friday", "that year": from the time last spoken of."""
    what = words["what"]
    step = words["step"].value if "step" in words else 0
    spoken = context.spoken.unit if context.spoken is not None else None
    if what.kind == "weekday":
        return _weekday_from(spoken, what.value, step)
    if what.value not in calendar.FINER and what.value != "day":
        return None
    before = words["step"] if "step" in words and words["step"].kind == "before" else None
    if before is not None and not NO_OBJECT.match(context.text, before.end):
        return None  # "the day before leaving": of what comes after
    if what.value == "quarter" and step == 0 and (context.last_quarter or context.reported) is not None:
        return context.last_quarter or context.reported
    in_bulletin = from_spoken_in_bulletin(context, what.value, step)
    if in_bulletin is not None:
        return in_bulletin
    if spoken is None or COARSE.get(spoken.grain, 9) > COARSE[what.value]:
        spoken = context.today("day")
    return UNRESOLVED if spoken is None else of_unit(spoken.within(what.value).shift(step))


@relative.rule("point", "all what:grain", "all season")
def all_of_it(context: Context, words: Words) -> Meaning | None:
    """Read "all week", "all year", "all summer" of what has been: the one of today; else it is of any."""
    start, end = words["all"].start, max(word.end for word in words.values())
    if context.direction(start, end) != "past" or NOUN_BEHIND.match(context.text, end):
        return None
    if "season" in words:
        settled = context.settled(season_of(FLOATING_YEAR, words["season"].value), start, end)
        ahead = settled.unit is not None and context.published and settled.unit.first > context.published
        return of_unit(settled.unit.shift_years(-1)) if ahead and settled.unit is not None else settled
    grain = words["what"].value
    if grain not in ("week", "weekend", "month", "year"):
        return None
    today = context.today(grain)
    return UNRESOLVED if today is None else of_unit(today)


@relative.rule("point", "the next what:grain")
def next_day(context: Context, words: Words) -> Meaning | None:
    """Read "the next day": that after the day last spoken of."""
    if words["what"].value != "day":
        return None
    spoken = context.spoken.unit if context.spoken is not None else None
    return of_unit(spoken.shift(1)) if spoken is not None and spoken.grain == "day" else UNRESOLVED


def _weekday_from(spoken: Unit | None, weekday: int, step: int) -> Meaning:
    if spoken is None:
        return UNRESOLVED
    day = spoken.first
    if step < 0:
        return of_unit(
            calendar.containing(day - timedelta(days=(day.isoweekday() - weekday) % 7 or 7), "day")
        )
    ahead = (weekday - day.isoweekday()) % 7 or (7 if step else 0)
    return of_unit(calendar.containing(day + timedelta(days=ahead), "day"))


@relative.rule(
    "point",
    "the fiscal? filler? what:grain"
    "(?! of (month|date|weekday|(the? ordinal|small) of? month) | hyphen | possessive end:edge"
    " | number | before | earlier)",
    "the what:grain (?= count:number)",
)
def definite(context: Context, words: Words) -> Meaning | None:
    """Read "the quarter", "the year", "the weekend": that reported on, or of the day of publication.

    "During the month" is in the one last spoken of.
    """
    grain, start = words["what"].value, words["the"].start
    goes_over = _goes_over(context, start)
    # "the year two thousand"; "the weekend 12 people", "during the month 40 came", "start of the year 40"
    at_edge = _AT_EDGE.search(context.text, max(0, start - _NEAR_EDGE), start) is not None
    counts = "count" in words and grain != "weekend" and not (goes_over or at_edge)
    of_school = _is_of_school(context, words) and grain != "year"
    if counts or of_school or grain not in DEFINITE or context.written(words["the"]) == "your":
        return None
    if _is_of_title(context, start, words["what"].start):
        return None
    named = YEAR_BEFORE.search(context.text, max(0, start - 8), start) if grain == "year" else None
    if named is not None:
        return of_unit(calendar.year(int(named[1])))
    if grain == "quarter":
        return last_reported(context)
    spoken = context.spoken.unit if context.spoken is not None else None
    if grain == "month" and spoken is not None and spoken.grain in (grain, "day"):
        month = spoken.within(grain)
        ended = context.is_over(month) and _is_end_told(context, words)
        if ended or goes_over:
            return of_unit(month)
    found = of_bulletin(context, grain, 0) or _of_today(context, words)
    return replace(found, period=Period()) if "fiscal" in words else found


def _is_end_told(context: Context, words: Words) -> bool:
    """Whether the end of a stretch is told of as past: "by the end of [the month]", "ended the month"."""
    start, end = words["the"].start, words["what"].end
    led = END_OF.search(context.text, max(0, start - 12), start) is not None
    return led and context.direction(start, end) == "past"


def _is_of_title(context: Context, start: int, noun: int) -> bool:
    """Whether "the year" is part of a title: "Book of the Year", "as player of the year"."""
    before = context.text[max(0, start - 30) : start]
    if before.endswith(" of ") and context.text[noun].isupper():
        return True
    return OF_A_TITLE.search(before) is not None


def _of_today(context: Context, words: Words) -> Meaning:
    """Give the stretch of a grain that holds the day of publication; "the weekend" is the last one."""
    grain = words["what"].value
    today = context.today(grain)
    if today is None or context.published is None:
        return UNRESOLVED
    if grain == "weekend" and context.published.isoweekday() < 6:
        future = context.direction(words["the"].start, words["what"].end) == "future"
        return of_unit(today if future else today.shift(-1))
    return of_unit(today)


@relative.rule("point", "(?<=edge of) the what:grain")
def long_definite(context: Context, words: Words) -> Meaning | None:
    """Read "the decade" of "by the end of the decade"."""
    if words["what"].value not in ("decade", "century") or context.written(words["the"]) != "the":
        return None
    today = context.today(words["what"].value)
    return UNRESOLVED if today is None else of_unit(today)


@shifts.rule("point", "(length|a_length) (from|on) point", "(length|a_length|lengths) from reference")
def ahead_of_point(context: Context, words: Words) -> Meaning | None:
    """Read "two weeks from now", "a month from today", "a week on Tuesday", "years from now"."""
    length = next(words[kind] for kind in ("length", "a_length", "lengths") if kind in words)
    base = words["reference"] if "reference" in words else words["point"]
    if not _points_ahead(context, length, base, joint="on" if "on" in words else "from"):
        return None
    if length.value.whole is None:
        return Meaning("DATE", "FUTURE_REF")
    start = context.today("day") if base.kind == "reference" else base.value.unit
    count, grain = length.value.whole
    if start is None or grain in OF_THE_CLOCK:
        return None
    day = calendar.add(start.first, count, grain)
    if day is None:
        return None
    return of_unit(calendar.containing(day, grain if base.kind == "reference" else "day"))


def _points_ahead(context: Context, length: Lexeme, base: Lexeme, *, joint: str) -> bool:
    """Whether a length is counted on from a day, and does not last from it or end on it."""
    if not POINTED_AT.fullmatch(context.text, base.start, base.end):
        return False
    if joint == "from" and LAST_TO.match(context.text, base.end):
        return False  # "in the seven days from Monday to Sunday"
    if joint == "from":
        return context.word_before(length.start) not in GOES_OVER
    is_weeks = length.value.grain in WEEKS and not context.written(base).startswith("to")
    led = context.word_before(length.start) in GOES_OVER
    return is_weeks and not led and context.direction(length.start, base.end) == "future"


@shifts.rule(
    "point",
    "(length|a_length) way:before point",
    "(length|a_length) way:after point",
    "(length|a_length) way:ago point",
)
def shifted_from_point(context: Context, words: Words) -> Meaning | None:
    """Read "two weeks before Christmas Day", "three days after Aug. 7", "eight years ago this month"."""
    word: Lexeme = words["length"] if "length" in words else words["a_length"]
    base: Meaning = words["point"].value
    if (
        word.value.whole is None
        or base.unit is None
        or base.floating
        or base.unit.grain not in ("day", "week", "month")
    ):
        return None
    count, grain = word.value.whole
    if grain in OF_THE_CLOCK:
        return None
    day = calendar.add(base.unit.first, count * words["way"].value, grain)
    return None if day is None else of_unit(calendar.containing(day, base.unit.grain))


@shifts.rule("point", "the day:point way:before point", "the day:point way:after point")
def weekday_beside(context: Context, words: Words) -> Meaning | None:
    """Read "the Friday after Thanksgiving", "the Sunday before May 5"."""
    kind, number = WORDS.get(context.text[words["day"].start : words["day"].end], ("", 0))
    base: Meaning = words["point"].value
    if kind != "weekday" or base.unit is None or base.floating or base.unit.grain != "day":
        return None
    return _weekday_from(base.unit, number, words["way"].value)


@shifts.rule(
    "point",
    "(length|a_length|lengths) way:ago",
    "(length|a_length|lengths) way:earlier",
    "(length|a_length) way:before",
    "(length|a_length) way:later",
)
def shifted_by_length(context: Context, words: Words) -> Meaning | None:
    """Read "two weeks ago" from the day of publication, "a year earlier" from the time last spoken of."""
    way = words["way"].kind
    if way == "before":
        if not NO_OBJECT.match(context.text, words["way"].end):
            return None  # "a year before leaving": of what comes after
        way = "earlier"
    return _counted_away(context, words, way)


@shifts.rule("point", "(length|a_length) way:following")
def prior(context: Context, words: Words) -> Meaning | None:
    """Read "two years prior", as "two years earlier"."""
    is_prior = context.written(words["way"]) == "prior"
    if not is_prior or context.text.startswith(" to ", words["way"].end):
        return None  # "two years prior to leaving"
    return _counted_away(context, words, "earlier")


def _counted_away(context: Context, words: Words, way: str) -> Meaning | None:
    """Give the time that lies a length from the day of publication or from the time last spoken of."""
    word = next(words[kind] for kind in ("length", "a_length", "lengths") if kind in words)
    length: Length = word.value
    step = words["way"].value
    if way == "later" and (length.grain in OF_THE_CLOCK or length.whole is None):
        return None
    if length.whole is None:
        vague_past = way in ("ago", "earlier")
        return Meaning("DATE", "PAST_REF" if vague_past else "FUTURE_REF", Period(None, None))
    count, grain = length.whole
    if grain == "year" and count == 1 and way in ("ago", "earlier"):
        return _a_year_before(context, way)
    if grain in OF_THE_CLOCK:
        return Meaning("DURATION", length.value, reach=length) if way == "ago" else None
    # "It has risen since Monday, from 40 a day earlier": what has begun then is told of today.
    from_today = way == "ago" or (way == "earlier" and context.is_opening)
    return _moved(context, count * step, grain, from_today=from_today)


def _a_year_before(context: Context, way: str) -> Meaning:
    if context.reported is not None:
        return year_before(context.reported)
    spoken = context.spoken.unit if context.spoken is not None else None
    year = context.today("year")
    if way == "earlier" and spoken is not None and spoken.grain == "year":
        year = spoken
    return UNRESOLVED if year is None else of_unit(year.shift(-1))


def _base(context: Context, steps: int, grain: str) -> Unit | None:
    """Give the time last spoken of, from which others are counted.

    So many days before are counted from a day, and not from a year named since, nor from one still to come;
    so many months later from a month or a day.
    """
    spoken = context.spoken.unit if context.spoken is not None else None
    if steps > 0 and grain == "month" and spoken is not None and spoken.grain == "year":
        return context.month or spoken
    if spoken is None or steps > 0 or grain not in ("day", "week"):
        return spoken
    to_come = context.published is not None and spoken.first > context.published
    return context.day if to_come or COARSE.get(spoken.grain, 9) > COARSE[grain] else spoken


def _moved(context: Context, steps: int, grain: str, *, from_today: bool) -> Meaning:
    """Give the unit of the grain so many steps from today, or from the time last spoken of."""
    base = None if from_today else _base(context, steps, grain)
    if base is None and steps > 0:
        return UNRESOLVED  # "three days later" than something without a date
    start = base.first if base is not None else context.published
    if start is None or grain not in {*calendar.FINER, "day"}:
        return UNRESOLVED
    day = calendar.add(start, steps, grain)
    return UNRESOLVED if day is None else of_unit(calendar.containing(day, grain))
