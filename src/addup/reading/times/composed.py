"""Times made of times: "the end of 1990", "the autumn of last year", "next year's first quarter"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from addup.reading.times.calendar import COARSE, Unit
from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import Context
from addup.reading.times.dates import narrowed
from addup.reading.times.meaning import UNRESOLVED, Length, Meaning, of_unit
from addup.reading.times.reporting import last_reported, moved
from addup.records import Period

composed = Rules()
# What is "about today" or "about last week" has it for its subject: such times are never rounded.
POINTED_AT = re.compile(r"(?:last|next|this|that|today|tomorrow|yesterday)\b", re.IGNORECASE)
CLAUSE_BEHIND = re.compile(r" (?!of\b)\w")
BEFORE_EDGES = frozenset({"at", "by", "from", "since", "until"})
TOLD_FROM_TODAY = re.compile(r"(?:last|next|the (?:previous|following)|tomorrow|yesterday)\b", re.IGNORECASE)


@composed.rule("point", "year")
def year(context: Context, words: Words) -> Meaning:
    """Take a year that stands alone as a time."""
    meaning: Meaning = words["year"].value
    return meaning


def placed(unit: Unit, inside: Unit) -> Meaning | None:
    """Give a unit moved into a coarser one: "March 3" and "last year", "Monday" and "last week"."""
    if unit.grain == "half" and inside.grain != "year":
        return of_half(inside, second=unit.index % 2 == 1)
    if COARSE.get(unit.grain, 9) >= COARSE.get(inside.grain, 0):
        return None
    if inside.grain == "year":
        return of_unit(unit.shift_years(inside.index - unit.last.year))
    if inside.grain == "week" and unit.grain == "day":
        return of_unit(inside.nth("day", unit.first.isoweekday()))
    return None


def of_half(unit: Unit, *, second: bool) -> Meaning | None:
    """Give the first or second half of a month, a decade, ...; of a month the second begins on the 16th."""
    if unit.grain == "day":
        return None
    days = (unit.last - unit.first).days + 1
    middle = unit.first + timedelta(days=15 if unit.grain == "month" else days // 2)
    period = Period(middle, unit.last) if second else Period(unit.first, middle - timedelta(days=1))
    return replace(of_unit(unit), period=period)


@composed.rule("point", "point of? whole:point")
def placed_in(context: Context, words: Words) -> Meaning | None:
    """Read "June last year", "the third quarter of 1984"."""
    part: Meaning = words["point"].value
    whole: Meaning = words["whole"].value
    if part.unit is None or whole.unit is None or whole.floating:
        return None
    found = placed(part.unit, whole.unit)
    if found is not None and not whole.period.known:  # a quarter of a fiscal year
        return replace(found, period=whole.period)
    return found


@composed.rule("point", "the? (ordinal|last) what:grain of point", "the what:grain of point")
def nth_of(context: Context, words: Words) -> Meaning | None:
    """Read "the first week of May", "the last quarter of 2021", "the week of March 4"."""
    whole: Meaning = words["point"].value
    grain = words["what"].value
    if whole.unit is None or whole.floating or grain not in COARSE:
        return None
    if grain == whole.unit.grain == "month" and not {"ordinal", "last"} & words.keys():
        return whole  # "the month of May"
    if "ordinal" in words or "last" in words:
        position = words["ordinal" if "ordinal" in words else "last"].value
        if COARSE[grain] >= COARSE.get(whole.unit.grain, 9):
            return None
        found = whole.unit.nth(grain, position)
        if grain == "weekend" and found.first > whole.unit.last:  # that of the week in which April ends
            found = found.shift(-1)
        return of_unit(found) if found.first <= whole.unit.last else None
    if whole.unit.grain != "day" or grain not in ("week", "weekend"):
        return None
    return of_unit(whole.unit.within(grain))


@composed.rule("point", "the (comparable|following) (what:grain|what:period) of? point")
def same_period(context: Context, words: Words) -> Meaning | None:
    """Read "the same period last year": the stretch last reported on, in another year."""
    whole: Meaning = words["point"].value
    reported = last_reported(context)
    if whole.unit is None:
        return whole if whole.reach is not None and whole.period.known else None
    if whole.unit.grain != "year":
        return whole
    return moved(reported, whole) if reported.unit is None else placed(reported.unit, whole.unit)


@composed.rule("point", "(the following|those) (length|lengths) of? point")
def same_months(context: Context, words: Words) -> Meaning | None:
    """Read "the same months last year", "in those three months of 2024": the stretch last told of."""
    whole: Meaning = words["point"].value
    led = context.written(words["following" if "following" in words else "those"])
    if led not in ("same", "those") or whole.unit is None or whole.unit.grain != "year":
        return None
    reported = context.reported
    if reported is None or not reported.period.known:
        return None
    is_quarter = reported.unit is not None and reported.unit.grain == "quarter"
    reach = Length(3, "month") if is_quarter else reported.reach
    said: Length = words["length" if "length" in words else "lengths"].value
    if reach is None or said.grain != reach.grain or ("length" in words and said != reach):
        return None
    return moved(reported, whole) if reported.unit is None else placed(reported.unit, whole.unit)


@composed.rule("point", "(this|the following) time point")
def this_time(context: Context, words: Words) -> Meaning | None:
    """Read "this time last year", "the same time last week"."""
    led = context.written(words["this" if "this" in words else "following"]) in ("this", "same")
    behind = TOLD_FROM_TODAY.match(context.text, words["point"].start)
    meaning: Meaning = words["point"].value
    return meaning if led and behind and context.written(words["time"]) == "time" else None


@composed.rule(
    "point", "point possessive part:point", "point possessive what:grain", "point possessive what:period"
)
def possessed(context: Context, words: Words) -> Meaning | None:
    """Read "next year's first quarter", "last year's quarter"."""
    whole: Meaning = words["point"].value
    if whole.unit is None or whole.unit.grain != "year":
        return None
    if "part" in words:
        part: Meaning = words["part"].value
        return None if part.unit is None else placed(part.unit, whole.unit)
    if words["what"].value not in ("quarter", ""):
        return None
    reported = context.reported.unit if context.reported is not None else None
    return None if reported is None else placed(reported, whole.unit)


@composed.rule("point", "the? part hyphen? point", "the? edge hyphen? point")
def part_of(context: Context, words: Words) -> Meaning | None:
    """Read "late December", "the early 1980s", "mid-1996", "end-June"."""
    if "part" in words:
        return narrowed(words["point"].value, words["part"].value)
    meaning: Meaning = words["point"].value
    led = "hyphen" in words or context.word_before(words["edge"].start) in BEFORE_EDGES
    is_end = led and context.written(words["edge"]) == "end"
    is_long = meaning.unit is not None and meaning.unit.grain in ("month", "year")
    return narrowed(meaning, "end") if is_end and is_long else None


@composed.rule("point", "the? filler? edge of point", "edge of point")
def edge_of(context: Context, words: Words) -> Meaning | None:
    """Read "the end of 1990", "the middle of October"."""
    meaning: Meaning = words["point"].value
    return narrowed(meaning, words["edge"].value) if meaning.type == "DATE" else None


@composed.rule("point", "(?<=point comma) the what:grain (?! of)")
def set_beside(context: Context, words: Words) -> Meaning | None:
    """Read "the day" of "on May 18, the day the deal was signed"."""
    meaning: Meaning = words["point"].value
    same = meaning.unit is not None and meaning.unit.grain == words["what"].value == "day"
    goes_on = CLAUSE_BEHIND.match(context.text, words["what"].end)
    return meaning if same and goes_on and context.written(words["the"]) == "the" else None


@composed.rule("point", "(earlier|later|part) in the grain")
def in_the_day(context: Context, words: Words) -> Meaning | None:
    """Read "later in the day": of the day last spoken of, else of publication."""
    if words["grain"].value != "day" or context.written(words["the"]) != "the":
        return None
    spoken = context.spoken
    if spoken is not None and spoken.unit is not None and spoken.unit.grain == "day":
        return of_unit(spoken.unit)
    today = context.day or context.today("day")
    return UNRESOLVED if today is None else of_unit(today)


@composed.rule(
    "point", "(earlier|later) (in|on)? point", "sometime? part (in|on) point", "sometime point", "about point"
)
def around(context: Context, words: Words) -> Meaning | None:
    """Read "earlier this month", "later in the year", "around Nov. 1"."""
    meaning: Meaning = words["point"].value
    if "about" in words:
        written = context.written(words["about"])
        is_hedged = written in ("about", "around") and not POINTED_AT.match(
            context.text, words["point"].start
        )
        return meaning if is_hedged else None
    if "later" in words and context.written(words["later"]) != "later":
        return None
    return narrowed(meaning, words["part"].value) if "part" in words else replace(meaning)
