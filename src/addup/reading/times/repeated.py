"""Times that come again: "every Monday", "each of the past three years", "Tuesday nights", "daily"."""

from __future__ import annotations

import re

from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import Context
from addup.reading.times.meaning import Length, Meaning
from addup.reading.times.vocabulary import one_of

repeated = Rules()
RATE = re.compile(r"\d[\d.,]*(?:%|[ -](?:percent|per cent|[mb]illion))?(?: [a-z]+)? $")
AFTER_ADVERB = re.compile(rf"\s*(?:[.,;:!?)\"'”]|--|$)|\s+(?:{one_of('after_adverb')})\b")


@repeated.rule("span", "the? (ordinal|last) weekday (of|in) each grain")
def each_nth(context: Context, words: Words) -> Meaning | None:
    """Read "the first Monday of every month"."""
    return Meaning("SET", Length(1, words["grain"].value).value)


@repeated.rule(
    "span",
    "each length",
    "each ordinal unit",
    "each other grain",
    "each filler? grain",
    "each filler? period",
)
def each(context: Context, words: Words) -> Meaning | None:
    """Read "each year", "every two weeks", "every other day"."""
    if "period" in words:
        return None
    if "length" in words:
        length: Length = words["length"].value
        return Meaning("SET", length.value)
    grain = (words["unit"] if "unit" in words else words["grain"]).value
    count = 2 if "other" in words else words["ordinal"].value if "ordinal" in words else 1
    return Meaning("SET", Length(count, grain).value)


@repeated.rule("span", "(number|some)? times a_length")
def how_often(context: Context, words: Words) -> Meaning:
    """Read "once a week", "three times a day"."""
    length: Length = words["a_length"].value
    return Meaning("SET", length.value)


@repeated.rule("span", "each ordinal weekday")
def each_nth_named(context: Context, words: Words) -> Meaning:
    """Read "every second Monday"."""
    return Meaning("SET", _value(words))


@repeated.rule(
    "span", "each weekday daypart", "each other? weekday", "each month", "each season", "each daypart"
)
def each_named(context: Context, words: Words) -> Meaning:
    """Read "every Monday", "each July", "every morning"."""
    return Meaning("SET", _value(words))


def _value(words: Words) -> str:
    part = words.get("daypart") or words.get("dayparts")
    day = words.get("weekday") or words.get("weekdays") or words.get("weekday_point")
    tail = f"T{part.value}" if part else ""
    if day is not None:
        number = day.value if isinstance(day.value, int) else day.value.unit.first.isoweekday()
        return f"XXXX-WXX-{number}{tail}"
    if "month" in words:
        return f"XXXX-{words['month'].value:02}"
    season = words.get("season") or words.get("seasons")
    return f"XXXX-{season.value}" if season else f"XXXX-XX-XX{tail}"


@repeated.rule("span", "weekday dayparts", "weekdays daypart", "weekdays", "part? dayparts")
def plural_days(context: Context, words: Words) -> Meaning | None:
    """Read "Mondays", "Tuesday nights"."""
    if (
        "dayparts" in words
        and "weekday" not in words
        and context.word_before(words["dayparts"].start) not in ("in", "on")
    ):
        return None
    return Meaning("SET", _value(words))


@repeated.rule("span", "(?<=at|on) lengths")
def weekends(context: Context, words: Words) -> Meaning | None:
    """Read "at weekends"."""
    length: Length = words["lengths"].value
    return Meaning("SET", "XXXX-WXX-WE") if length.grain == "weekend" else None


@repeated.rule("span", "adverb_of_set")
def adverb(context: Context, words: Words) -> Meaning | None:
    """Read "annually", "daily" as adverbs; before a noun they are its kind ("a daily paper").

    Right behind an amount they say its rate: "8% annually", "10,000 units annually".
    """
    word = words["adverb_of_set"]
    written = context.text[word.start : word.end]
    if RATE.search(context.text, max(0, word.start - 40), word.start):
        return None
    if written == "annually" or (written[0].islower() and AFTER_ADVERB.match(context.text, word.end)):
        return Meaning("SET", word.value)
    return None
