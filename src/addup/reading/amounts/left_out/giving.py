"""What the parts of this room share: how a unit is handed on, and what may stand around bare numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.ranges import scale_of

PLAIN = frozenset({"digits", "words"})
"""The forms of numbers that may leave out a unit."""
RATE = r"(?:[ -](?:an?|per|each|every)[ -][a-z]+)?"
"""A part of patterns: what an amount is for one of, "barrels [a day], up from"."""
MAGNITUDE = re.compile(r"(?:million|billion|trillion|bn|mn|tn)$")
"""The magnitude that a number ends with."""
BARE_END = re.compile(
    r"(?:[.,;:!?)]|$|\s(?:and|but|or|in|for|to|from|by|on|at|last|this|next|a year|so far|more|less|short"
    r"|above|below)\b)"
)
"""What is behind a number that counts nothing: "asked for $180 million and has received 46 million"."""
OF_PEOPLE = re.compile(
    r"\b(?:city|country|nation|people|population|region|state|town|among|audience)\b[^.]*$"
)
"""What makes bare millions behind it people."""
SENTENCE_BETWEEN = re.compile(r"[.!?;]\s|\n")
"""The end of a sentence or clause between two numbers."""

_THOUSAND = 1000
_TIMES = {"share": 4, "duration": 20}
_ALL = Fraction(100)


def may_be_alike(other: Mention, found: Mention) -> bool:
    """Whether a number may be of the unit of another, by its size.

    Shares and lengths of time leave out no millions: no 1,613 weeks are held against 52, no 7,911 percent
    against 25, and no 300 against 36.
    """
    times = _TIMES.get(other.unit.kind) if other.unit is not None else None
    if other.unit is None or times is None or other.value == 0:
        return True
    most = other.value * times
    return found.value <= (max(most, _ALL) if other.unit.kind == "share" else most)


def with_unit_of(other: Mention, found: Mention) -> Mention:
    """Give a number the unit of another, with the words that name it."""
    return replace(found, unit=other.unit, unit_text=other.unit_text)


def with_magnitude_of(text: str, other: Mention, found: Mention) -> Mention:
    """Give a number the magnitude that it left out with its unit: "to 33.5 million euros from [31.2]"."""
    scale = scale_of(text, other)
    small = found.form == "digits" and found.value < _THOUSAND and scale_of(text, found) is None
    if scale is None or not small or found.low is None or found.high is None:
        return found
    return replace(found, low=found.low * scale, high=found.high * scale)
