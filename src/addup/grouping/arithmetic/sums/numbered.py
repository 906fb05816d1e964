"""Lists that are complete because their number is told: "its three works", then three numbers with names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from addup.grouping.arithmetic.beside import is_told, value
from addup.grouping.arithmetic.said import names_said
from addup.grouping.arithmetic.sums.remainder import FEW, MANY, Remainder, alike, is_amount, is_part
from addup.grouping.arithmetic.told import Told
from addup.grouping.nouns import is_people, is_person
from addup.records import Figure, Reading

_CONTAINERS = re.compile(r"\b(?:in|at|from|across|of|among|over) (?:all )?(?:the |its |his |their |these )?$")
_MOST = 9


def numbered(reading: Reading) -> Iterator[Remainder]:
    """Find the numbers of each of "its three works" behind the number of all of them."""
    text, figures = reading.document.text, reading.figures
    for many in figures:
        size = int(value(many)) if is_told(many) and many.amount.kind == "count" else 0
        if (
            not 2 <= size <= _MOST
            or many.counted is None
            or is_people(many.counted.head)
            or is_person(many.counted.head)
        ):
            continue
        if not _CONTAINERS.search(text[many.sentence[0] : many.span.start]):
            continue
        for whole in figures:
            if (
                whole is many
                or whole.sentence != many.sentence
                or not is_amount(whole)
                or value(whole) <= _MOST
            ):
                continue
            parts = _next_list(whole, size, reading)
            if parts:
                told = tuple(Told(reading, one) for one in parts)
                yield Remainder(Told(reading, whole), told, None, (), (), MANY | FEW)


def _next_list(whole: Figure, size: int, reading: Reading) -> Sequence[Figure]:
    """Give the numbers in the next sentence, if there are so many, each with a name of its own."""
    text = reading.document.text
    behind = [one for one in reading.figures if one.span.start >= whole.sentence[1]]
    if not behind or behind[0].sentence[0] - whole.sentence[1] > 3:
        return ()
    sentence = behind[0].sentence
    parts = [one for one in behind if one.sentence == sentence and is_amount(one) and alike(one, whole)]
    if len(parts) != size or any(one.sentence == sentence and one not in parts for one in behind):
        return ()
    starts = [sentence[0], *(one.span.end for one in parts)]
    ends = [*(one.span.start for one in parts), sentence[1]]
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    behind_names = [names_said(f"x {piece}") for piece in words[1:]]
    before_names = [names_said(f"x {piece}") for piece in words[:-1]]
    for names in (behind_names, before_names):
        if all(names) and len(set(names)) == size:
            return parts if all(is_part(one, text) for one in parts) else ()
    return ()
