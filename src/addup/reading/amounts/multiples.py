"""Fractions, multiples and "double-digit": "a third", "three times as many", "twice the size"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.results import SHARE
from addup.reading.amounts.tables import either, table
from addup.reading.amounts.units import Unit
from addup.reading.amounts.words_around import Around
from addup.reading.frames import words

_TIME = Unit("time", "measure")
_TIMES = re.compile(
    r"[ -]times(?= (?:as|more|less|higher|larger|bigger|greater|faster|lower|better|worse|likelier|that|what"
    r"|the|its|their|his|her|normal|earnings|(?:bright|clos|cold|deep|fast|hard|heavi|hott|long|loud|old|quick|rich"
    r"|saf|slow|small|smart|strong|tall|thick|tough|warm|weak|wid|young)er"
    r"|(?:[a-z]+ )?(?:average|capacity|costs?|cover|earnings|income|level|limit|output|price|profits?|rate"
    r"|revenues?|sales|size|value))\b)|x(?![\w-])"
)
_TIMES_PLAIN = re.compile(r"[ -]times\b")


@cache
def _percentages() -> re.Pattern[str]:
    words = either(table("contexts")["percentages"]["words"])
    return re.compile(rf"[ -](?:[\w-]+ ){{0,2}}{words}\b|\s?%")


def part_or_multiple(around: Around, found: Mention) -> Mention:
    """Give fractions, multiples and "double-digit" their kind."""
    text = around.text
    if found.form == "multiple":
        return _said_multiple(around, found)
    if found.unit is not None:
        return _scaled(found, found.unit.factor)
    if found.form == "figures" and (around.is_poll or _percentages().match(text, found.right)):
        return replace(found, unit=SHARE)
    again = _AS_MUCH_AGAIN.match(text, found.right) if found.form == "fraction" else None
    if again is not None:
        return replace(found, low=found.value + 1, high=found.value + 1, right=again.end(), unit=_TIME)
    if found.form == "fraction":
        return _scaled(replace(found, unit=SHARE), Fraction(100))
    return _multiple(text, found)


# "half as much again as the $50": 1.5 times
_AS_MUCH_AGAIN = re.compile(r" as (?:big|high|large|long|many|much)(?: [a-z]+)? again\b")
_OCCASIONS = re.compile(r"(?:twice|thrice)$", re.IGNORECASE)
_COMPARED = re.compile(
    r" (?:as|the|that|those|what|its|their|his|her|my|our|your|more|normal|over)\b",
    re.IGNORECASE,
)
_SIZES = frozenset({"double", "triple", "treble", "quadruple", "quintuple"})
# "is double what it was", not "is doubled"
_IS = re.compile(
    r"\b(?:am|are|be|been|being|is|was|were)"
    r"(?: (?:about|almost|around|less than|more than|nearly|now|over|roughly|still|well)){0,3} \Z"
)


def _said_multiple(around: Around, found: Mention) -> Mention:
    """Tell "twice as many" from "met twice", which counts occasions; "double" and "threefold" go up."""
    text = around.text
    if not _OCCASIONS.match(text[found.start : found.end]):
        said = text[found.start : found.end]
        if said.lower() in _SIZES and _IS.search(text, max(0, found.start - 40), found.start):
            return replace(found, unit=_TIME)  # how large it is, not how it grew
        if not said.endswith("fold"):
            return replace(found, unit=_TIME, change="up")
        return replace(found, unit=_TIME, unit_text=said, change="down" if _falls(around, found) else "up")
    return replace(found, unit=_TIME) if _COMPARED.match(text, found.end) else found


def _falls(around: Around, found: Mention) -> bool:
    """Whether what is "threefold" is a fall: "fell threefold", "a threefold drop"."""
    beside = (around.token(found.start - 2) if found.start > 1 else None, around.token(found.end + 1))
    return any(word is not None and word.lemma_ in words("change", "down") for word in beside)


def _multiple(text: str, found: Mention) -> Mention:
    """Read "2.6 times", "three times as many", "5x"."""
    match = _TIMES.match(text, found.right) or (
        _TIMES_PLAIN.match(text, found.right) if found.value.denominator != 1 else None
    )
    if match is None:
        return found
    return replace(found, unit=_TIME, right=match.end(), unit_text=match[0].strip(" -"))


def _scaled(found: Mention, factor: Fraction) -> Mention:
    low = None if found.low is None else found.low * factor
    return replace(found, low=low, high=None if found.high is None else found.high * factor)
