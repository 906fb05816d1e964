"""English numbers as they are written: digits, number words, magnitudes and fractions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from addup.words.tables import table

DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written. `fraction` marks a part of a whole: "a third" is 1/3."""

    value: Fraction
    fraction: bool = False


def read_number(text: str) -> Number | None:
    """Read one number that fills the whole text; None if it does not.

    "1,700", "2.5 million", "two hundred and five", "half a million", "three dozen", "two thirds".
    """
    pieces = re.findall(r"[\d.,]*\d|[a-z]+|\S", re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text.lower()))
    return _fraction(pieces) or _mixed(pieces)


def _fraction(pieces: list[str]) -> Number | None:
    """Read "half", "a third", "three quarters", "half a million"."""
    fractions = table("numbers")["fractions"]
    place = next((index for index, piece in enumerate(pieces) if piece in fractions), None)
    if place is None or place > 1 or "and" in pieces:
        return None
    over, under = fractions[pieces[place]]
    count = _whole(pieces[:place]) if place else Fraction(1)
    rest = [piece for piece in pieces[place + 1 :] if piece not in ("a", "an", "of")]
    of = _whole(rest) if rest else Fraction(1)
    if count is None or of is None:
        return None
    return Number(count * over / under * of, fraction=not rest)


def _mixed(pieces: list[str]) -> Number | None:
    """Read a whole number, or one with "and a half" and a magnitude behind it."""
    half = "and a half"
    text = " ".join(pieces)
    if half in text:
        before, _, after = (part.split() for part in text.partition(half))
        whole, magnitude = _whole(before), _whole(after) if after else Fraction(1)
        if whole is None or magnitude is None:
            return None
        return Number((whole + Fraction(1, 2)) * magnitude)
    value = _whole(pieces)
    return None if value is None else Number(value)


def _whole(pieces: list[str]) -> Fraction | None:
    """Add up number words: "two hundred and five thousand" is (2 x 100 + 5) x 1000."""
    numbers = table("numbers")
    total = group = Fraction(0)
    last: Fraction | None = None
    for piece in pieces:
        if piece == "and" and last is not None:
            continue
        if piece in numbers["magnitudes"]:
            magnitude = Fraction(numbers["magnitudes"][piece])
            group = (group or 1) * magnitude
            if magnitude >= 1000:
                total, group = total + group, Fraction(0)
            last = magnitude
            continue
        value = _simple(piece)
        if value is None or (last is not None and last <= value):
            return None
        group, last = group + value, value
    return None if last is None else total + group


def _simple(piece: str) -> Fraction | None:
    """Read one piece without a magnitude."""
    if DIGITS.fullmatch(piece):
        return Fraction(piece.replace(",", ""))
    value = table("numbers")["units"].get(piece)
    return None if value is None else Fraction(value)
