"""Figures that repeat another one of their text: in another unit, or as something already counted.

An amount is told once more in another unit in brackets, "300 pounds (136 kilograms)", or set off by commas:
"24,000 acres, or 9,700 hectares,". Runs "of 5 kilometres, or 10 miles," are two: what is told once more is
about as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from addup.grouping.nouns import is_people, is_person, noun_group
from addup.grouping.subjects.subject import Place, Subject
from addup.records import Figure, Reading
from addup.words.conversions import in_unit, scale_of

_IN_BRACKETS = re.compile(r"[^().;]{0,20}\(\s*")
_CLOSED = re.compile(r"[^().;]{0,20}\)")
_OR = re.compile(r"\s*(?:,|—|–|\s-)\s*or\s+")
_SET_OFF = re.compile(r"\s*[,.;:)—–]|\s-\s")
_ABOUT = 3
"""So many times as much may be told once more behind "or": a slip is near, and another amount is not."""
_TELLING = 10
"""From here on a number said twice is more than chance: "the two" may be two others."""


def conversions(readings: Sequence[Reading]) -> dict[Place, int]:
    """Find amounts that are told once more in another unit, and the figure that each repeats."""
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
    start, end = before.span.end, figure.span.start
    if _IN_BRACKETS.fullmatch(text, start, end):
        return _CLOSED.match(text, figure.span.end) is not None
    set_off = _OR.fullmatch(text, start, end) and _SET_OFF.match(text, figure.span.end)
    return bool(set_off) and _is_about(before, figure)


def _is_about(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts in units that turn into each other are about as much."""
    turned = in_unit(other, scale_of(one))
    mine, its = (figure.amount.low or figure.amount.high or 0 for figure in (one, turned))
    return turned is not other and 0 < mine <= _ABOUT * its and its <= _ABOUT * mine


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
