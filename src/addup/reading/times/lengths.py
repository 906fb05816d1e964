"""Lengths of time: "ten days", "two-year", "nearly an hour", and the stretches made of them."""

from __future__ import annotations

import re
from datetime import timedelta

from addup.reading.times import calendar
from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import Context
from addup.reading.times.lexemes import Lexeme
from addup.reading.times.meaning import OF_THE_CLOCK, SMALLER, UNKNOWN, Length, Meaning, of_unit
from addup.reading.times.surroundings import MODAL
from addup.reading.times.vocabulary import beside
from addup.records import Period

lengths = Rules()
spans = Rules()
SINCE = re.compile(r" since\b")
HALVED = frozenset({"hour", "day", "year", "decade", "century"})
LEADS_TO_LENGTH = beside("leads_to_length")
GOES_OVER = frozenset({"during", "for", "in", "over", "within"})
"""Behind these is how long something goes on: "over the next year"."""


# Behind a rank or a negation "in two years" is how far back it reaches: "will be the worst in ten years".
RANKED_BEFORE = re.compile(
    r"(?:\b(?:first|second|third|fourth|fifth|last|most|least|only|\w+est|worst|times?|never|not)|n['’]t)\b"
    r"[^.;:]{0,70} in $",
    re.IGNORECASE,
)
RANK_REACH = 90
BESIDE_EVENT = re.compile(r" (?:after|before|following|leading (?:in|up )?to|preceding|since)\b")
BEFORE_AND_AFTER = re.compile(r"\b(?:pre|post)[-–]$", re.IGNORECASE)
LEADS_TO_PAST = GOES_OVER | {"from", "like", "of", "than", "unlike", "with"}


@lengths.rule("length", "a grain and a half")
def grain_and_a_half(context: Context, words: Words) -> Length:
    """Read "a minute and a half"."""
    return Length(1.5, words["grain"].value)


@lengths.rule("length", "half a grain", "a? half hyphen? grain")
def half_a_grain(context: Context, words: Words) -> Length | None:
    """Read "half an hour", "a half-hour", "half a century"."""
    return Length(0.5, words["grain"].value) if words["grain"].value in HALVED else None


@lengths.rule(
    "length",
    "number hyphen? part:grains of a grain",
    "a? part:grain of a what:grain",
    "a part:grain hyphen what:grain",
)
def quarters_of_a_grain(context: Context, words: Words) -> Length | None:
    """Read "a quarter of a century", "three quarters of an hour"."""
    number = words["number"].value if "number" in words else 1
    whole = words["what" if "what" in words else "grain"].value
    of_a_part = words["part"].value == "quarter" and whole in HALVED
    return Length(number / 4, whole) if of_a_part and number < 4 else None


@lengths.rule("length", "a grain or two:quantity", "a grain or so:or_so", "number grains or so:or_so")
def a_few(context: Context, words: Words) -> Length | None:
    """Read "a year or two", "a week or so", "two years or so"."""
    count = words["number"].value if "number" in words else 1
    grain = words["grains" if "grains" in words else "grain"].value
    return Length(count if "so" in words else None, grain)


@lengths.rule("length", "low:number (to|or|hyphen|and) number hyphen? filler* unit")
def ranged(context: Context, words: Words) -> Length | None:
    """Read "12 to 18 months": how many is not said exactly."""
    most = words["number"].value
    return Length(None, words["unit"].value, most=most) if words["low"].value < most else None


@lengths.rule("length", "(number|some) hyphen? filler* unit")
def counted(context: Context, words: Words) -> Length | None:
    """Read "ten days", "several months", "two-year", "five year"."""
    unit = words["unit"].value
    if "some" in words:
        return Length(None, unit) if words["unit"].kind == "grains" or "hyphen" in words else None
    if unit == "quarter" and words["number"].value < 4 and "hyphen" in words:
        return None
    start = words["number"].start
    if BEFORE_AND_AFTER.search(context.text, max(0, start - 5), start):
        return None  # "pre-1990 years"
    if words["number"].kind == "four" and words["unit"].kind == "grain":
        return None  # "the 2023 calendar year"
    return Length(words["number"].value, unit)


@lengths.rule("length", "(length|a_length) and? smaller:length")
def joined(context: Context, words: Words) -> Length | None:
    """Read "two years and six months", "an hour and 20 minutes"."""
    first: Length = (words.get("length") or words["a_length"]).value
    second: Length = words["smaller"].value
    if first.count is None or second.count is None or second.grain != SMALLER.get(first.grain, (0, ""))[1]:
        return None
    return Length(first.count, first.grain, second)


@lengths.rule("length", "unit hyphen filler", "as_long", "so_long")
def as_long_as(context: Context, words: Words) -> Length | None:
    """Read "month-long", "weeklong", "decades-long": it lasts one of them, or some."""
    word = words.get("unit") or words.get("as_long") or words["so_long"]
    if "filler" in words and context.written(words["filler"]) != "long":
        return None
    return Length(None if word.kind in ("grains", "so_long") else 1, word.value)


@lengths.rule("a_length", "a filler? grain (?! hyphen (ago|earlier))")
def single(context: Context, words: Words) -> Length | None:
    """Read "a year", of which only the words around tell whether it is a length."""
    grain = words["grain"].value
    return None if grain in ("quarter", "second") else Length(1, grain)


@lengths.rule("lengths", "grains (and|or) more:grains", "about grains", "(?<!hyphen) grains")
def plural(context: Context, words: Words) -> Length | None:
    """Read "weeks", "months", "some months"."""
    if "about" in words and context.written(words["about"]) != "some":
        return None
    return Length(None, words["grains"].value)


# "300 fewer than two years ago": what is fewer by a number is no hedge of the time behind it.
_BY_SO_MANY = re.compile(r"[\d,.]*\d \Z")


@lengths.rule(
    "length",
    "at about (length|a_length)",
    "no? (filler|about) than (length|a_length)",
    "about+ to? (length|a_length)",
    "the most:better portion of (length|a_length)",
)
def hedged(context: Context, words: Words) -> Length | None:
    """Read "nearly an hour", "at least 30 days", "more than four hours", hedge and all."""
    length: Length = (words.get("length") or words["a_length"]).value
    if length.count is None and "about" in words:
        return None
    if "about" in words and "to" not in words and context.written(words["about"]) == "up":
        return None  # "up 24 hours a day"
    start = min(word.start for word in words.values())
    if "to" in words and context.text.startswith(" ago", max(word.end for word in words.values())):
        return None  # "up to [an hour ago]"
    return None if _BY_SO_MANY.search(context.text, max(0, start - 12), start) else length


@spans.rule(
    "span",
    "the? this? shift:last hyphen? length",
    "the? shift:next hyphen? length",
    "the length shift:following",
)
def shifted(context: Context, words: Words) -> Meaning:
    """Read "the past ten days", which end with the day of publication, and "the next two years"."""
    length: Length = words["length"].value
    start, end = min(word.start for word in words.values()), words["length"].end
    period = _around(context, length, words["shift"].value, start)
    if period.last is None and context.word_before(start) in GOES_OVER:
        is_past = context.direction(start, end) == "past"
        period = UNKNOWN if is_past else period  # "it lost 40 men in the next few days"
    return Meaning("DURATION", length.value, period, reach=length)


@spans.rule("span", "the step:following length")
def preceding(context: Context, words: Words) -> Meaning:
    """Read "the previous two weeks": of a bulletin, those before what it covers."""
    length: Length = words["length"].value
    bulletin, step = context.bulletin, words["step"].value
    if bulletin is None or length.whole is None or length.whole[1] in OF_THE_CLOCK or step >= 0:
        return Meaning("DURATION", length.value, reach=length)
    count, grain = length.whole
    first = calendar.add(bulletin.first, -count, grain)
    period = UNKNOWN if first is None else Period(first, bulletin.first - timedelta(days=1))
    return Meaning("DURATION", length.value, period, reach=length)


def _around(context: Context, length: Length, step: int, start: int = 0) -> Period:
    """Give the stretch of a length up to the day of publication, or from it on: its end may be open."""
    today = context.reached(start) if step < 0 else context.published
    whole = (length if step < 0 else length.longest).whole
    if today is None or (whole is None and step < 0):
        return UNKNOWN
    if whole is None:
        return Period(today, None)  # "over the next few years"
    count, grain = whole
    if grain in OF_THE_CLOCK:
        hours = count if grain == "hour" else 0
        far = calendar.add(today, step * -(-hours // 24), "day")
    elif step < 0 and (grain == "day" or today != context.published):
        behind = calendar.add(today, 1, "day")
        far = None if behind is None else calendar.add(behind, -count, grain)
    else:
        far = calendar.add(today, step * count, grain)
    return UNKNOWN if far is None else Period(min(far, today), max(far, today))


@spans.rule(
    "span",
    "the ordinal fiscal? length",
    "the latest length",
    "the (grain:grain hyphen (ago|earlier))? length",
)
def opening(context: Context, words: Words) -> Meaning | None:
    """Read "the first nine months", "the nine months" of a report: those of the year under report.

    "The year-earlier nine months" are those of the year before it.
    """
    length: Length = words["length"].value
    ordinal = words["ordinal"].value if "ordinal" in words else 1
    of_a_noun = (
        context.text[words["length"].end - 1] != "s"
    )  # "the two day rally": its article is the rally's
    if ordinal not in (1, -1) or (of_a_noun and length.count != 1):
        return None
    year = context.today("year")
    period = UNKNOWN
    if SINCE.match(context.text, words["length"].end):  # "the two years since the coup"
        return Meaning("DURATION", length.value, _around(context, length, -1), reach=length)
    if (
        year is not None
        and length.whole is not None
        and length.grain in ("month", "quarter")
        and ordinal == 1
    ):
        count, grain = length.whole
        if 1 < count * calendar.MONTHS_OF[grain] < 12:
            period = opening_of(year, length)
            if context.published and period.last and period.last > context.published:
                year = year.shift(-1)
            period = opening_of(year.shift(-1) if "grain" in words else year, length)
    return Meaning("DURATION", length.value, period, reach=length)


def opening_of(unit: calendar.Unit, length: Length) -> Period:
    """Give the first so many days, weeks, months of a unit."""
    if length.whole is None or length.whole[1] in OF_THE_CLOCK:
        return UNKNOWN
    count, grain = length.whole
    after = calendar.add(unit.first, count, grain)
    return UNKNOWN if after is None or count < 1 else Period(unit.first, after - timedelta(days=1))


def closing_of(unit: calendar.Unit, length: Length) -> Period:
    """Give the last so many days, weeks, months of a unit."""
    if length.whole is None or length.whole[1] in OF_THE_CLOCK:
        return UNKNOWN
    count, grain = length.whole
    before = calendar.add(unit.last + timedelta(days=1), -count, grain)
    return UNKNOWN if before is None or count < 1 else Period(before, unit.last)


@spans.rule(
    "span",
    "the? recent lengths",
    "the? ahead:next lengths",
    "future lengths",
    "the? past lengths",
    "lengths past:past (?! the | a | number | point)",
)
def vague_stretch(context: Context, words: Words) -> Meaning | None:
    """Read "recent years", "coming months", "in years past"."""
    start = min(word.start for word in words.values())
    length: Length = words["lengths"].value
    if "recent" in words and length.grain in ("week", "month", "quarter"):
        return Meaning("DURATION", length.value, reach=length)
    led = "the" in words or context.word_before(start) in LEADS_TO_PAST
    if "past" in words and not led:
        return None  # "to move past days of turmoil"
    return Meaning("DATE", "FUTURE_REF" if "ahead" in words or "future" in words else "PAST_REF")


@spans.rule("span", "the lengths future")
def ahead(context: Context, words: Words) -> Meaning | None:
    """Read "the weeks ahead", which begin now."""
    if context.written(words["future"]) != "ahead":
        return None
    length: Length = words["lengths"].value
    return Meaning("DURATION", length.value, _around(context, length, 1), reach=length)


@spans.rule(
    "span", "the ordinal lengths", "the latest lengths", "the following lengths", "the last lengths (?= of)"
)
def vague_opening(context: Context, words: Words) -> Meaning:
    """Read "the first hours", "the last days of"."""
    length: Length = words["lengths"].value
    return Meaning("DURATION", length.value, reach=length)


@spans.rule("span", "the part? lengths")
def the_years(context: Context, words: Words) -> Meaning | None:
    """Read "the years", "the early years"; "the days" are plain nouns but for "the days before the vote"."""
    length: Length = words["lengths"].value
    is_long = length.grain in ("year", "decade", "century")
    is_article = context.written(words["the"]) == "the" and length.grain != "weekend"
    beside = is_article and BESIDE_EVENT.match(context.text, words["lengths"].end)
    return Meaning("DURATION", length.value) if is_long or beside else None


@spans.rule("span", "length (?! hyphen? old)")
def plain_length(context: Context, words: Words) -> Meaning:
    """Take a length with a number as a duration; an age is none."""
    word = words["length"]
    length: Length = word.value
    before = context.word_before(word.start)
    if context.written(word) == "one day" and _is_some_day(context, word):
        return Meaning("DATE", "FUTURE_REF")
    if before == "in" and (day := _from_now(context, word)) is not None:
        return day
    ahead = before == "within" and context.direction(word.start, word.end) == "future"
    period = _around(context, length, 1) if ahead else UNKNOWN  # "must pay within 30 days"
    return Meaning("DURATION", length.value, period, reach=length)


def _is_some_day(context: Context, word: Lexeme) -> bool:
    """Whether "one day" is some day to come: "may one day", "One day she will"."""
    led = context.word_before(word.start) in MODAL
    return led or (
        context.surroundings.opens(word.start) and context.direction(word.start, word.end) == "future"
    )


def _from_now(context: Context, word: Lexeme) -> Meaning | None:
    """Give the time that lies so far ahead, where the verb says so: "it will be 40 in two years"."""
    length: Length = word.value
    ranked = RANKED_BEFORE.search(context.text, max(0, word.start - RANK_REACH), word.start)
    if context.published is None or length.whole is None or ranked is not None:
        return None
    count, grain = length.whole
    is_ahead = context.direction(word.start, word.end) == "future"
    if grain not in {*calendar.FINER, "day"} or not is_ahead:
        return None
    day = calendar.add(context.published, count, grain)
    return None if day is None else of_unit(calendar.containing(day, grain))


@spans.rule(
    "span", "a_length (?=after|before)", "lengths (?=after|before|earlier|later)", "a_length", "lengths"
)
def led_to_length(context: Context, words: Words) -> Meaning | None:
    """Take "a year" and "months" for a duration behind a word that leads to one."""
    word = words.get("a_length") or words["lengths"]
    before = context.word_before(word.start)
    ahead = context.text[word.end : word.end + 4]
    led = before in LEADS_TO_LENGTH or bool({"after", "before", "earlier", "later"} & words.keys())
    if not led and not (word.kind == "lengths" and ahead == " of "):
        return None
    length: Length = word.value
    return Meaning("DURATION", length.value, reach=length)
