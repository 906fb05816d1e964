"""When and where the main event of a report took place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.text import text_of
from addup.reading.times.dateline import MONTHS
from addup.reading.toll_words import table, words
from addup.records import Time

# The longest time, in days, that still tells when one event happened.
_LONGEST = 31
_OVERNIGHT = "overnight"
# How far into a text its title may reach, in characters.
_TITLE = 120
# The longest time, in days, that another sentence than that of the event can name its day by.
_NEAR_ENOUGH = 7
# Words that a capital at the start of a sentence makes look like a part of the name behind them.
_FUNCTION_WORDS = frozenset(
    {
        "a",
        "across",
        "also",
        "an",
        "around",
        "at",
        "during",
        "in",
        "near",
        "of",
        "on",
        "the",
        "throughout",
        "within",
    }
)
_NAME = r"[A-Z][\w'’ʼ-]*(?:[ -](?:[A-Z][\w'’ʼ-]*|(?:al|de|e|of)(?=[ -][A-Z]))){0,3}"


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


def place_of(word: Token) -> str | None:
    """Give the place of what a word reports: a province before a town before a district.

    It is looked for in the sentence of the word, then in those before it, then in those behind. Spellings of
    one province are brought to one (`tolls.toml`).
    """
    named = _large_division(word.sent)
    if named is not None:
        return _usual_spelling(named)  # as nearly always; the rest need not be split into sentences
    sentences = list(word.doc.sents)
    here = sentences.index(word.sent)
    nearest = [*sentences[here::-1], *sentences[here + 1 :]]
    names: dict[int, list[Span]] = {}
    for name in word.doc.ents:  # once: asked for those of a sentence, spaCy goes through the whole text
        names.setdefault(name.root.sent.start, []).append(name)

    def location(sentence: Span) -> str | None:
        return _location(names.get(sentence.start, ()))

    for find in (_large_division, location, _unknown_name, _small_division):
        for sentence in nearest:
            place = find(sentence)
            if place is not None:
                return _usual_spelling(place)
    return None


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
    """Whether somebody says the time in quotation marks, of whatever he speaks."""
    before = text[: time.span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _is_dateline(text: str, time: Time) -> bool:
    """Whether a time stands in brackets ("KABUL, Afghanistan (Nov. 22)") or on a line of its own."""
    behind = text[time.span.end : time.span.end + 1]
    before = text[: time.span.start].rstrip(" ,")[-1:]
    return (before == "(" and behind == ")") or behind in {"\n", "\u2028"}


@cache
def _pattern(level: int) -> re.Pattern[str]:
    kinds = "|".join(table()["place"]["words"][level])
    return re.compile(
        rf"{_NAME} and {_NAME} (?i:{kinds})s\b|{_NAME},? (?i:{kinds})\b|\b(?i:{kinds}) of {_NAME}"
    )


def _large_division(sentence: Span) -> str | None:
    return _division(sentence, 0)


def _small_division(sentence: Span) -> str | None:
    return _division(sentence, 1)


def _division(sentence: Span, level: int) -> str | None:
    """Give the first part of a country of one level that a sentence names: "Herat province"."""
    text = text_of(sentence.doc)[sentence.start_char : sentence.end_char]
    kinds: list[str] = table()["place"]["words"][level]
    lower = text.lower()
    if not any(kind in lower for kind in kinds):
        return None  # as nearly always, and found much faster than by the pattern
    for found in _pattern(level).finditer(text):
        pieces = found[0].split(" ")
        while pieces and pieces[0].lower() in _FUNCTION_WORDS:
            pieces.pop(0)
        if len(pieces) > 1:
            return " ".join(pieces)
    return None


def _location(names: Iterable[Span]) -> str | None:
    """Give the first name of a place that stands behind a preposition of place."""
    small = table()["place"]["words"][1]
    for name in names:
        behind = name.doc[name.end : name.end + 1].text.lower()
        if name.label_ == "LOCATION" and behind not in small and _is_locative(name.root):
            return name.text
    return None


def _unknown_name(sentence: Span) -> str | None:
    """Give the first name directly behind "in" that the parser knows as nothing or as a person's.

    Nobody is in a person; small places have names that no model has seen.
    """
    small = table()["place"]["words"][1]
    for token in sentence[1:]:
        if token.tag_ != "NNP" or token.nbor(-1).lower_ != "in" or token.ent_type_ not in {"", "PERSON"}:
            continue
        name = grammar.name_around(token) if token.ent_type_ else token.doc[token.i : token.i + 1]
        behind = name.doc[name.end : name.end + 1]
        if name.text not in MONTHS and behind.text.lower() not in small and behind[:1].text[:1].islower():
            return name.text
    return None


def _is_locative(name: Token) -> bool:
    return grammar.preposition(name) in words("place", "locative")


def _usual_spelling(place: str) -> str:
    spellings: dict[str, list[str]] = table()["place"]["spellings"]
    for usual, others in spellings.items():
        for other in others:
            place = re.sub(rf"\b{other}\b", usual, place)
    return place
