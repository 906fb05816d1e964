"""What is left when parts are taken from a whole: "the remaining 24 million", with the parts told before.

Which figures are the parts is supposed, so all choices among them are given by whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from addup.grouping.arithmetic.beside import value
from addup.grouping.arithmetic.said import are_kin
from addup.grouping.arithmetic.sums.left import left_over
from addup.grouping.arithmetic.sums.numbered import numbered
from addup.grouping.arithmetic.sums.remainder import (
    MANY,
    Remainder,
    alike,
    is_amount,
    is_part,
    is_sum_alone,
    noun_beside,
)
from addup.grouping.arithmetic.told import Told
from addup.grouping.patterns import may_hold, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_BACK = 700
"""So far before what is left its parts are told."""
_REST = re.compile(
    r"\b(?:[Tt]he (?:remaining|other|rest,|remainder,|final|last)|[Rr]emaining|leaving(?: a further)?)"
    r"(?: (?:about|some|around|roughly|nearly))? [$€£¥]?$"
)
_OF_ANOTHER = re.compile(r"(?: \w+){0,2} of (?:the|its|their|his|her) (?!total|budget|money|sum|amount)\w+")
_OF = re.compile(r"\b(?:[Oo]f (?:this|that|these|those|which|whom|the|them|it)|takes? \S+ of that)\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]+")


def remainders(readings: Sequence[Reading]) -> Iterator[Remainder]:
    """Find what is left of wholes, and complete lists, in the reports."""
    for index, reading in enumerate(readings):
        yield from _rests(reading)
        yield from numbered(reading)
        yield from left_over(index, readings)


def _rests(reading: Reading) -> Iterator[Remainder]:
    """Find what remains of a sum or a number in the paragraph that divides it."""
    text = reading.document.text
    if not may_hold(text, ["remaining", "the other ", "the rest,", "remainder,", "the last ", "the final "]):
        return
    for rest in reading.figures:
        if is_amount(rest) and _REST.search(text[rest.sentence[0] : rest.amount.number.start]):
            before = _before(rest, reading)
            whole = max(before, key=value, default=None)
            parts = _parts(whole, before, rest, text) if whole is not None else ()
            if whole is not None and parts:
                may_be = tuple(Told(reading, one) for one in before)
                divided = tuple(Told(reading, one) for one in parts)
                yield Remainder(Told(reading, whole), divided, Told(reading, rest), may_be, may_be, MANY)


def _before(rest: Figure, reading: Reading) -> Sequence[Figure]:
    """Give the amounts in the two paragraphs before what is left of which that may be."""
    start = max(_two_paragraphs(reading.document.text, rest.span.start), rest.span.start - _BACK)
    before = [
        one
        for one in reading.figures
        if start <= one.span.start and one.span.end <= rest.span.start and is_amount(one) and alike(one, rest)
    ]
    if is_sum_alone(rest) and any(one.amount.kind == "money" for one in before):
        return [one for one in before if one.amount.kind == "money" or is_sum_alone(one)]
    return before


def _parts(whole: Figure, before: Sequence[Figure], rest: Figure, text: str) -> Sequence[Figure]:
    """Give the parts into which a whole is divided up to its rest; none if words tell of something else."""
    parts = [one for one in before if one.span.start >= whole.span.end and is_part(one, text)]
    between = text[whole.sentence[0] : rest.sentence[1]]
    if _apart().search(between) or _OF_ANOTHER.match(text, rest.amount.number.end):
        return ()
    divided = len(parts) > 1 or _OF.search(between) is not None
    return parts if divided and _named(whole, parts, rest) and is_part(whole, text) else ()


def _two_paragraphs(text: str, at: int) -> int:
    """Give where the paragraph before that of a place begins."""
    return text.rfind("\n\n", 0, max(0, text.rfind("\n\n", 0, at)))


def _named(whole: Figure, parts: Sequence[Figure], rest: Figure) -> bool:
    """Tell whether some noun says that a count is of the same as its parts; money needs none."""
    if whole.amount.kind != "count":
        return True
    noun = noun_beside(whole)
    return noun != "" and any(are_kin(noun, noun_beside(one)) for one in (*parts, rest))


@cache
def _apart() -> re.Pattern[str]:
    return phrase(*table("arithmetic")["remainders"]["apart"])
