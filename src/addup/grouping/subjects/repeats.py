"""Figures that repeat another one of their text: in another unit, or as something already counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from addup.grouping.nouns import is_people, is_person, noun_group
from addup.grouping.subjects.subject import Place, Subject
from addup.records import Reading

_TELLING = 10
"""From here on a number said twice is more than chance: "the two" may be two others."""


def conversions(readings: Sequence[Reading]) -> dict[Place, int]:
    """Find conversions in brackets, "300 pounds (136 kilograms)", and the figure that each repeats."""
    repeats: dict[Place, int] = {}
    for index, reading in enumerate(readings):
        for place in range(1, len(reading.figures)):
            if (index, place - 1) not in repeats and _converts(reading, place):
                repeats[index, place] = place - 1
    return repeats


def _converts(reading: Reading, place: int) -> bool:
    text = reading.document.text
    before, figure = reading.figures[place - 1], reading.figures[place]
    if before.amount.kind != figure.amount.kind or before.amount.unit == figure.amount.unit:
        return False
    between = text[before.span.end : figure.span.start]
    closed = re.match(r"[^().;]{0,20}\)", text[figure.span.end :][:25])
    return bool(closed and re.fullmatch(r"[^().;]{0,20}\(\s*", between))


def said_again(subjects: Iterable[Subject]) -> dict[Place, int]:
    """Find "the two" behind "two rangers": the nearest figure before with the same number and thing."""
    repeats: dict[Place, int] = {}
    before: dict[tuple[object, ...], list[Subject]] = {}
    reading = None
    for subject in subjects:
        if reading != subject.reading:
            before, reading = {}, subject.reading
        same = before.setdefault(_number(subject), [])
        if subject.again:
            first = next((earlier for earlier in reversed(same) if _same_things(earlier, subject)), None)
            if first is not None:
                repeats[subject.at] = repeats.get(first.at, first.place)
        same.append(subject)
    return repeats


def _number(subject: Subject) -> tuple[object, ...]:
    """Give a number with its unit, which a definite figure says again."""
    amount = subject.figure.amount
    return amount.kind, amount.unit, amount.low, amount.high


def _same_things(earlier: Subject, subject: Subject) -> bool:
    """Tell whether a definite figure can mean an earlier one of its number: its noun says as much or less."""
    low = subject.figure.amount.low
    told = low is not None and low >= _TELLING
    if subject.family is not None and not (told and earlier.family in {None, subject.family}):
        return False
    noun, again = earlier.thing.split(" ")[-1], subject.thing.split(" ")[-1]
    if noun == again or is_people(again) or not again:
        return True
    if again == noun_group("household"):
        return False  # the 31 families of 31 miners
    # "148 cases ... the 148 patients"
    return told and is_person(again) and (earlier.casualty or is_person(noun))
