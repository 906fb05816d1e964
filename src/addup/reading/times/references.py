"""Times without a date: "now", "recently", "the future", "since then", "at the time"."""

from __future__ import annotations

import re

from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import Context
from addup.reading.times.meaning import Meaning
from addup.reading.times.vocabulary import beside, one_of
from addup.records import Period

references = Rules()
# "the past" and "the future" are nouns here only where no noun follows.
NO_NOUN_AFTER = re.compile(rf"\s*(?:[.,;:!?)\"'”`]|--|_|$)|\s+(?:{one_of('after_reference')})\b")
HYPHENS = ("-", "–")
BEFORE_THEN = beside("before_then")
NOT_BEFORE_SOON = beside("not_before_soon")


def _vague(value: str, context: Context) -> Meaning:
    today = context.published
    return Meaning("DATE", value, Period(today, today) if value == "PRESENT_REF" else Period())


@references.rule("point", "the near? future:future", "the past", "the present", "(?<=at) present")
def noun(context: Context, words: Words) -> Meaning | None:
    """Read "the past", "the near future", "at present"."""
    if "future" in words:
        written = context.written(words["future"])
        end = words["future"].end
        is_article = context.written(words["the"]) == "the"  # "her future" is what becomes of her
        return (
            _vague("FUTURE_REF", context)
            if written == "future" and is_article and NO_NOUN_AFTER.match(context.text, end)
            else None
        )
    word = words["past"] if "past" in words else words["present"]
    written = context.written(word)
    if written not in ("past", "present") or not NO_NOUN_AFTER.match(context.text, word.end):
        return None
    return _vague("PAST_REF" if written == "past" else "PRESENT_REF", context)


@references.rule("point", "those lengths")
def these_days(context: Context, words: Words) -> Meaning | None:
    """Read "these days" and "in those days", "in those years"."""
    if context.written(words["those"]) == "these":
        return _vague("PRESENT_REF", context) if words["lengths"].value.grain == "day" else None
    is_time = context.word_before(words["those"].start) == "in"
    return (
        _vague("PAST_REF", context) if is_time and words["lengths"].value.grain in ("day", "year") else None
    )


@references.rule(
    "point",
    "any time? soon:reference",
    "right reference",
    "most recently:reference",
    "filler recently:reference",
    "reference",
)
def reference(context: Context, words: Words) -> Meaning | None:
    """Read "now", "more recently", "soon", "any time soon"."""
    word = words.get("reference") or words.get("recently") or words["soon"]
    written = context.written(word)
    if "any" in words and written != "soon":
        return None
    before = context.word_before(word.start)
    if written == "soon" and before in NOT_BEFORE_SOON:
        return None
    if before == "as" and context.text.startswith(" as ", word.end):
        return None  # "as recently as March"
    return _vague(word.value, context)


@references.rule("point", "the other unit", "the other daypart")
def the_other_day(context: Context, words: Words) -> Meaning | None:
    """Read "the other day", "the other night"; "the other days" are the rest of some."""
    word = words["unit"] if "unit" in words else words["daypart"]
    is_time = word.kind != "grains" and word.value in ("day", "week", "NI", "MO", "EV")
    return _vague("PAST_REF", context) if is_time and context.written(words["the"]) == "the" else None


@references.rule("point", "filler ago")
def long_ago(context: Context, words: Words) -> Meaning | None:
    """Read "long ago"."""
    asked = context.word_before(words["filler"].start) in ("as", "how", "that")
    return None if asked or context.written(words["filler"]) != "long" else _vague("PAST_REF", context)


@references.rule("point", "recent", "current")
def adjective(context: Context, words: Words) -> Meaning | None:
    """Read "recent" and "current" before a noun."""
    word = words["recent" if "recent" in words else "current"]
    written = context.text[word.start : word.end]
    if written.lower() not in ("recent", "current") or written[0].isupper():
        return None
    return _vague("PAST_REF" if "recent" in words else "PRESENT_REF", context)


@references.rule("point", "then", "(?<=at) the time", "that time")
def time_spoken_of(context: Context, words: Words) -> Meaning | None:
    """Read "since then", "at the time": the time last spoken of."""
    start = min(word.start for word in words.values())
    before = context.word_before(start)
    if "then" in words and (before not in BEFORE_THEN or context.text[words["then"].end :][:1] in HYPHENS):
        return None  # "thereupon", or "by then-Secretary Hall"
    if "time" in words and (context.written(words["time"]) != "time"):
        return None
    spoken = context.spoken
    if spoken is None:
        return Meaning("DATE", "PAST_REF")
    return Meaning("DATE", spoken.value, spoken.period, spoken.unit)
