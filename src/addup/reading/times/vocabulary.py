"""The words of time, read from `words.toml`: what kind of word each is and what it stands for."""

from __future__ import annotations

import re
from typing import Any

from addup.calendar_names import WEEKDAYS
from addup.tables import table as load_table

# Written with a capital; of more than four letters also known in small letters, as messages have them.
CAPITALISED = frozenset({"month", "weekday", "weekday_short", "weekdays"})
AS_WRITTEN = frozenset({"zone", "zone_name", "meridiem"})
# In capitals throughout (a headline) these are as likely the verbs, or not times at all.
NOT_IN_CAPITALS = frozenset({"May", "March"})
# In small letters these are other words.
NOT_IN_SMALL = frozenset({"March", "August"})
Word = tuple[str, Any]


def load(name: str) -> dict[str, Any]:
    """Give one of the data files of this package, by its name without the ending."""
    return load_table("addup.reading.times", name)


def _forms(kind: str, word: str) -> tuple[str, ...]:
    if kind in AS_WRITTEN:
        return (word,)
    if kind in CAPITALISED:
        capitals = (word.upper(),) if len(word) > 3 and word not in NOT_IN_CAPITALS else ()
        small = (word.lower(),) if len(word) > 4 and word not in NOT_IN_SMALL else ()
        return (word, *capitals, *small)
    return (word, word.capitalize(), word.upper()) if len(word) > 1 else (word, word.upper())


def _vocabulary() -> dict[str, Word]:
    words: dict[str, Word] = {}
    days = {name: number for number, name in enumerate(WEEKDAYS, 1)}
    of_days = {"weekday": days, "weekdays": {f"{name}s": number for name, number in days.items()}}
    for kind, table in (load("words") | of_days).items():
        for word, value in table.items():
            for form in _forms(kind, word):
                if words.setdefault(form, (kind, value)) != (kind, value):
                    raise ValueError(f"words.toml: {form!r} is both {words[form][0]} and {kind}")
    return words


def beside(name: str) -> frozenset[str]:
    """Give one of the lists of words that decide beside a word of time."""
    return frozenset(CONTEXTS[name])


def one_of(name: str) -> str:
    """Give one of those lists as an alternative in a regular expression."""
    return "|".join(re.escape(word) for word in CONTEXTS[name])


WORDS = _vocabulary()
CONTEXTS: dict[str, list[str]] = load("contexts")
# Longer names first: "Christmas Eve" before "Christmas".
HOLIDAYS = dict(sorted(load("holidays").items(), key=lambda item: -len(item[0])))
