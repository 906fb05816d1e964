"""When the main event of a report took place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from addup.reading.text import text_of
from addup.reading.tolls.words import words
from addup.records import Time

# The longest time, in days, that still tells when one event happened.
_LONGEST = 31
_OVERNIGHT = "overnight"
# How far into a text its title may reach, in characters.
_TITLE = 120
# The longest time, in days, that another sentence than that of the event can name its day by.
_NEAR_ENOUGH = 7


def day_of(word: Token, times: Sequence[Time]) -> date | None:
    """Give the first day of what a word reports: from its sentence, else from the nearest one that has a day.

    Sentences before come before those behind. The date in brackets behind the place where a report was
    written serves only where the text names no other day; regular updates are then of the day before it.
    "Overnight", in the sentence or the title, is the night into the day that the sentence names. The day
    of another event ("during Saturday's vote") and, in other sentences, a whole month tell nothing.
    """
    text = text_of(word.doc)
    known = [time for time in times if _is_day(time) and not _is_possessive(text, time)]
    told = [time for time in known if not _is_dateline(text, time)]
    sentence = word.sent
    inside = [time for time in told if sentence.start_char <= time.span.start < sentence.end_char]
    exact = [time for time in told if _length(time) <= _NEAR_ENOUGH and not _is_quoted(text, time)]
    before = [time for time in exact if time.span.start < sentence.start_char]
    nearest = sorted(inside, key=lambda time: abs(time.span.start - word.idx))
    at_night = any(_is_overnight(time) and time.span.start < _TITLE for time in known)
    for candidates in (nearest, before[::-1], exact):
        if candidates:
            return _first_day(candidates, at_night=at_night or _is_overnight(candidates[0]))
    written = next((time for time in known if _is_dateline(text, time)), None)
    if written is None or written.period.first is None:
        return None
    return written.period.first - timedelta(days=_is_update(text))


def _first_day(candidates: Sequence[Time], *, at_night: bool) -> date | None:
    """Give the first day of the first time; of a night that before the day named with it by name."""
    if at_night:
        named = (time for time in candidates if time.type == "DATE" and time.span.text[:1].isupper())
        day = next(named, None)
        if day is not None and day.period.first is not None:
            return day.period.first - timedelta(days=1)
    return candidates[0].period.first


def _is_overnight(time: Time) -> bool:
    return time.span.text.lower() == _OVERNIGHT


def _is_update(text: str) -> bool:
    """Whether the title calls a report a regular one, which tells what happened since the one before."""
    title = text.lstrip()[:_TITLE].lower()
    return any(phrase in title for phrase in words("updates", "titles"))


def _is_day(time: Time) -> bool:
    first, last = time.period.first, time.period.last
    return (
        time.type in {"DATE", "TIME"}
        and first is not None
        and last is not None
        and (last - first).days < _LONGEST
    )


def _length(time: Time) -> int:
    first, last = time.period.first, time.period.last
    return _LONGEST if first is None or last is None else (last - first).days


def _is_possessive(text: str, time: Time) -> bool:
    """Whether a time is that of another event, which has it as its own: "during Saturday's election"."""
    return text.startswith(("'s ", "’s "), time.span.end)


def _is_quoted(text: str, time: Time) -> bool:
    """Whether somebody says the time in quotation marks, of whatever he speaks.

    Only double marks count here: names of places have single ones ("Nad 'Ali").
    """
    before = text[: time.span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _is_dateline(text: str, time: Time) -> bool:
    """Whether a time stands in brackets ("KABUL, Afghanistan (Nov. 22)") or on a line of its own."""
    behind = text[time.span.end : time.span.end + 1]
    before = text[: time.span.start].rstrip(" ,")[-1:]
    return (before == "(" and behind == ")") or behind in {"\n", "\u2028"}
