"""Times of the day: clock times, mornings and nights."""

from __future__ import annotations

import re

from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import Context
from addup.reading.times.meaning import Meaning, of_unit
from addup.reading.times.vocabulary import beside
from addup.records import Period

clock = Rules()
day_times = Rules()
# Times of the light and of meals, which need no article as "the night" does.
LIGHT = frozenset({"dawn", "daybreak", "dusk", "lunchtime", "midday", "nightfall", "sunrise", "sunset"})
BEFORE_LIGHT = frozenset({"after", "around", "at", "before", "by", "since", "till", "until"})
KINDS_OF_OVERNIGHT = beside("kinds_of_overnight")
ALONE = re.compile(r"(?:\A|\n)\s*\Z")
ENDS_LINE = re.compile(r"[.:]?[ \t]*(?:\n|\Z)")
BEFORE_HOURS = frozenset({"about", "around", "at", "by", "from", "since", "until"})


def _at(hours: int, minutes: int) -> str | None:
    return f"T{hours:02}:{minutes:02}" if hours <= 24 and minutes < 60 else None


@clock.rule("hour", "(clock | small) meridiem (comma? zone | local time)?", "clock zone")
def written_clock(context: Context, words: Words) -> str | None:
    """Read "5 p.m.", "2:30 a.m. EST", "14:30 GMT"."""
    written = str(words["clock"].value if "clock" in words else words["small"].value)
    hours, minutes = (int(part) for part in (written + ":0").split(":")[:2])
    if "meridiem" in words:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + words["meridiem"].value
    return _at(hours, minutes)


@clock.rule("hour", "am_pm zone?")
def short_clock(context: Context, words: Words) -> str | None:
    """Read "5pm", "10.30am"."""
    written = words["am_pm"].value
    hours, *minutes = re.findall(r"\d+", written)
    return _at(int(hours) % 12 + (12 if written.endswith("pm") else 0), int(minutes[0]) if minutes else 0)


@clock.rule("hour", "four zone", "digits zone", "quantity zone")
def military_clock(context: Context, words: Words) -> str | None:
    """Read "1430 GMT"."""
    word = next(words[kind] for kind in ("four", "digits", "quantity") if kind in words)
    written = context.text[word.start : word.end].replace(".", "")
    return _at(int(written[:2]), int(written[2:])) if len(written) == 4 and written.isdigit() else None


@clock.rule("hour", "four grains", "digits grains")
def military_hours(context: Context, words: Words) -> str | None:
    """Read "at 1430 hours"."""
    word = words["four"] if "four" in words else words["digits"]
    written = context.text[word.start : word.end]
    if (
        words["grains"].value != "hour"
        or len(written) != 4
        or context.word_before(word.start) not in BEFORE_HOURS
    ):
        return None
    return _at(int(written[:2]), int(written[2:]))


@clock.rule("hour", "number oclock", "noon zone?")
def oclock(context: Context, words: Words) -> str | None:
    """Read "nine o'clock", "noon"."""
    if "noon" in words:
        return f"T{words['noon'].value}"
    return _at(int(words["number"].value), 0)


@clock.rule("hour", "(?<=at) number (?= in the daypart)")
def hour_in_words(context: Context, words: Words) -> str | None:
    """Read "at three in the morning"."""
    hour = int(words["number"].value)
    return _at(hour, 0) if 1 <= hour <= 12 else None


@clock.rule("hour", "(?<=at) clock")
def bare_clock(context: Context, words: Words) -> str | None:
    """Read "at 2:30"."""
    return f"T{words['clock'].value:0>5}"


@clock.rule("hour", "hour comma? zone", "hour local time", "hour zone_name filler? time")
def hour_of_zone(context: Context, words: Words) -> str | None:
    """Read "5 p.m. Eastern time", "3pm local time"."""
    if "time" in words and context.written(words["time"]) != "time":
        return None
    return str(words["hour"].value)


@clock.rule("hour", "about hour")
def about(context: Context, words: Words) -> str:
    """Read "around 7:15 p.m."."""
    return str(words["hour"].value)


def _on(day: Meaning | None, part: str) -> Meaning:
    """Give a part or an hour of a day."""
    if day is None or day.unit is None or day.floating or day.unit.grain != "day":
        return Meaning("TIME", None)
    return Meaning("TIME", day.unit.value + part, day.period, day.unit)


@day_times.rule(
    "time_point",
    "hour comma? (on)? point (?! hyphen? daypart)",
    "hour (in the|this) daypart comma? point",
    "point comma? at? hour",
    "hour (in the|this) daypart",
)
def hour_of_day(context: Context, words: Words) -> Meaning | None:
    """Read "10 p.m. Wednesday", "Friday, 5 p.m."."""
    day: Meaning | None = words["point"].value if "point" in words else _today(context)
    if day is not None and day.unit is not None and day.unit.grain != "day":
        return None
    part = words["daypart"].value if "daypart" in words else ""
    return _on(day, _in_part(words["hour"].value, part))


def _in_part(hour: str, part: str) -> str:
    """Give an hour of the afternoon, evening or night as the clock of 24 hours has it: four is sixteen."""
    number = int(hour[1:3])
    is_later = (part in ("AF", "EV") and number < 12) or (part == "NI" and 6 <= number < 12)
    return f"T{number + 12}{hour[3:]}" if is_later else hour


def _today(context: Context) -> Meaning | None:
    today = context.today("day")
    return None if today is None else of_unit(today)


def _day_spoken(context: Context, words: Words) -> Meaning | None:
    """Give the day last spoken of; what is told of as past is of none still to come."""
    spoken = context.spoken
    unit = spoken.unit if spoken is not None else None
    if spoken is not None and unit is not None and unit.grain == "day":
        to_come = context.published is not None and unit.first > context.published
        start, end = min(word.start for word in words.values()), max(word.end for word in words.values())
        if not (to_come and context.direction(start, end) == "past"):
            return spoken
    return of_unit(context.day) if context.day is not None else _today(context)


@day_times.rule(
    "time_point",
    "part? hyphen? daypart point",
    "part? point hyphen? daypart",
    "the daypart of point (?! (hyphen|to) point)",
    "the daypart of point (hyphen|to) last:point",
    "daypart on point",
    "the part lengths of point (?! hyphen? daypart)",
    "point (in|during) the daypart",
)
def daypart_of_day(context: Context, words: Words) -> Meaning | None:
    """Read "Friday night", "the morning of Aug. 7", "the night of May 3 to 4"."""
    day: Meaning = words["point"].value
    if "lengths" in words:  # "the early hours of Sunday"
        return _on(day, "TMO") if words["lengths"].value.grain == "hour" else None
    if day.type != "DATE" or (day.unit is not None and day.unit.grain != "day"):
        return None
    return _on(day, "T" + words["daypart"].value)


@day_times.rule(
    "time_point", "the part lengths of time_point", "hour comma? on? time_point", "time_point comma? at hour"
)
def part_of_daypart(context: Context, words: Words) -> Meaning | None:
    """Read "10:30 on Tuesday morning", "the early hours of Sunday morning"."""
    named: Meaning = words["time_point"].value
    if "lengths" in words and words["lengths"].value.grain != "hour":
        return None
    if "hour" not in words or named.unit is None:
        return named
    part = (named.value or "").rpartition("T")[2]
    return _on(of_unit(named.unit), _in_part(words["hour"].value, part))


@day_times.rule(
    "time_point",
    "(earlier|later)? part? hyphen? shift:that daypart",
    "part? hyphen? shift:this daypart",
    "part? hyphen? shift:last daypart",
    "the? shift:next daypart",
    "the shift:following daypart",
    "the daypart shift:before",
    "tonight",
)
def shifted_daypart(context: Context, words: Words) -> Meaning:
    """Read "this morning", "last night" from publication; "the next morning" from the day last spoken of."""
    spoken = "the" in words or ("shift" in words and words["shift"].kind == "that")
    day = _day_spoken(context, words) if spoken else _today(context)
    if day is None or day.unit is None:
        return Meaning("TIME", None)
    step = words["shift"].value if "shift" in words else 0
    part = (words.get("daypart") or words["tonight"]).value
    return _on(of_unit(day.unit.shift(step)), f"T{part}")


@day_times.rule("time_point", "overnight point", "overnight")
def overnight(context: Context, words: Words) -> Meaning | None:
    """Read "overnight": the night before publication, or the night into the day named with it."""
    if context.word_behind(words["overnight"].end) in KINDS_OF_OVERNIGHT:
        return None
    day = words["point"].value if "point" in words else _today(context)
    if day is None or day.unit is None or day.unit.grain != "day" or day.floating:
        return None if "point" in words else Meaning("TIME", None)
    evening = day.unit.shift(-1)
    period = Period(evening.first, day.unit.last)
    return Meaning("TIME", f"{evening.value}T{words['overnight'].value}", period, evening)


@day_times.rule("time_point", "daypart (?! point)")
def light_of_day(context: Context, words: Words) -> Meaning | None:
    """Read "before dawn", "at dusk": of the day last spoken of."""
    word = words["daypart"]
    led = context.word_before(word.start) in BEFORE_LIGHT
    return (
        _on(_day_spoken(context, words), f"T{word.value}") if led and context.written(word) in LIGHT else None
    )


@day_times.rule("time_point", "hour")
def hour_alone(context: Context, words: Words) -> Meaning:
    """Read "5 p.m.": of the day last spoken of, else of publication.

    On a line of its own it heads what came in then, on the day of publication, as in the log of an agency.
    """
    hour = words["hour"]
    heads = ALONE.search(context.text, max(0, hour.start - 10), hour.start) and ENDS_LINE.match(
        context.text, hour.end
    )
    day = _today(context) if heads else None
    return _on(day or _day_spoken(context, words), hour.value)


@day_times.rule("time_point", "part in the daypart", "the? part hyphen? daypart", "the daypart")
def daypart_alone(context: Context, words: Words) -> Meaning | None:
    """Read "mid-afternoon", "the morning", of the day last spoken of."""
    word = words["daypart"]
    if context.written(word) == "dawn" and context.text.startswith(" of ", word.end):
        return None  # "the dawn of a new age"
    day = _day_spoken(context, words)
    if word.value == "NI" and "part" not in words and context.spoken is None and day is not None:
        ended = context.direction(words["the"].start, word.end) == "past"
        day = of_unit(day.unit.shift(-1)) if ended and day.unit is not None else day
    return _on(day, "T" + words["daypart"].value)
