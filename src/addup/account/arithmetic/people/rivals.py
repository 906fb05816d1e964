"""Two sources that count the same people on the same day and cannot both be right.

The series hold two such counts against each other where everything about them was read alike. Here it is
enough that what became of the people is the same, and the day, in one report or in several on one matter;
that neither counts some of others; and that the counts lie far apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations

from addup.account.arithmetic.clashing import clash, meant, quoted
from addup.account.language.wording import number
from addup.grouping.arithmetic.people.roles import Head
from addup.grouping.subjects.things import is_definite
from addup.grouping.subjects.timing import is_find
from addup.grouping.tables import table
from addup.records import Figure, Finding, Reading
from addup.words import Interval

_FAR = Fraction(13, 10)
_VERY_FAR = 5
_LEAST = 5
_CASUALTIES = frozenset({"dead", "injured", "missing", "arrested"})
"""Of these an office may count its own alone: three officers of fifteen dead."""


def rival_findings(matters: Sequence[Sequence[Head]], readings: Sequence[Reading]) -> Iterator[Finding]:
    """Give the counts of two sources that cannot both be right; of any two numbers, those told first."""
    told: set[tuple[Interval, ...]] = set()
    for heads in matters:
        spread: frozenset[str] | None = None
        for one, other in _of_one_day([head for head in heads if _is_plain(head, readings)]):
            if _are_rivals(one, other) and not _may_have_grown(one, other, readings):
                spread = _spread(heads) if spread is None else spread
                key = (*_by_size(one, other),)
                if key not in told and _one_place(one, other, spread):
                    told.add(key)
                    yield _finding(one, other)


def _of_one_day(heads: Sequence[Head]) -> Iterator[tuple[Head, Head]]:
    """Give the pairs of counts that are of one and the same day, of which some say when, in their order."""
    on: dict[date, list[int]] = {}
    for index, head in enumerate(heads):
        day = head.figure.period.first
        if day is not None and day == head.figure.period.last:
            on.setdefault(day, []).append(index)
    pairs = [
        pair
        for places in on.values()
        if any(_says_when(heads[place].figure) for place in places)
        for pair in combinations(places, 2)
    ]
    for one, other in sorted(pairs):
        yield heads[one], heads[other]


def _is_definite(head: Head, readings: Sequence[Reading]) -> bool:
    """Tell whether people were counted before: "the original 52, minus the five"."""
    return is_definite(head.figure, readings[head.reading].document.text)


def _are_rivals(one: Head, other: Head) -> bool:
    if not one.roles & other.roles:
        return False
    if is_find(one.figure) != is_find(other.figure):
        return False  # not all who died have been found
    return _one_kind(one, other) and _say_when(one, other) and _two_sources(one, other) and _far(one, other)


def _may_have_grown(one: Head, other: Head, readings: Sequence[Reading]) -> bool:
    """Tell whether a toll is told by reports of two days: the day beside it is that of the event."""
    first, second = (readings[head.reading].document.published for head in (one, other))
    return bool(one.roles & _CASUALTIES) and first != second


def _is_plain(head: Head, readings: Sequence[Reading]) -> bool:
    """Tell whether a count is of all of its kind, and none of people counted before."""
    whole = not head.of and head.of_figure is None and not head.added and not head.rest
    return whole and not _is_definite(head, readings)


def _one_kind(one: Head, other: Head) -> bool:
    """Tell whether both count the same people, or either says no more than that they are people."""
    general = {"", *table("roles")["tolls"]["anybody"]}
    if "" in (one.noun, other.noun) and not one.roles & _CASUALTIES:
        return True
    return one.noun == other.noun or (one.noun in general and other.noun in general)


def _say_when(one: Head, other: Head) -> bool:
    """Tell whether both say that they are of their day, or the later is of what the sentence before tells."""
    first, last = sorted((one.figure, other.figure), key=lambda figure: figure.span.start)
    apart = one.reading != other.reading
    if (apart and (_says_when(first) or _says_when(last))) or (_says_when(first) and _says_when(last)):
        return True
    beside = one.reading == other.reading and abs(one.place - other.place) == 1
    return beside and _says_when(first) and _ratio(one, other) <= _VERY_FAR


def _says_when(figure: Figure) -> bool:
    return figure.time is not None and figure.sentence[0] <= figure.time.start < figure.sentence[1]


def _two_sources(one: Head, other: Head) -> bool:
    first, second = (_words(head) for head in (one, other))
    if one.reading == other.reading:
        return bool(first and second) and not first & second
    return bool(first or second) and not first & second


def _words(head: Head) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", (head.figure.said_by or "").lower())) - {"the"}


def _spread(heads: Sequence[Head]) -> frozenset[str]:
    """Give the roles in which a matter has people at several places: the dead of each of three provinces."""
    places: dict[str, list[frozenset[str]]] = {}
    for head in heads:
        if names := _place(head):
            for role in head.roles:
                places.setdefault(role, []).append(names)
    return frozenset(
        role
        for role, told in places.items()
        if any(one.isdisjoint(other) for one, other in combinations(told, 2))
    )


def _one_place(one: Head, other: Head, spread: frozenset[str]) -> bool:
    """Tell whether two counts are of one place; where people fell at several, both must say of which."""
    first, second = _place(one), _place(other)
    if one.roles & other.roles & spread:
        return first == second
    return not first or not second or bool(first & second)


def _place(head: Head) -> frozenset[str]:
    """Give the names of the place of a count: not "province", and not "the city"."""
    return frozenset(re.findall(r"[A-Z][\w’'-]+", head.figure.place or "")) - {"The"}


def _far(one: Head, other: Head) -> bool:
    less, more = _by_size(one, other)
    if less.high is None or more.low is None or not less.below(more):
        return False
    return _ratio(one, other) >= _FAR and more.low - less.high >= _LEAST


def _ratio(one: Head, other: Head) -> Fraction:
    less, more = _by_size(one, other)
    return (more.low or Fraction(0)) / (less.high or Fraction(1))


def _by_size(*heads: Head) -> list[Interval]:
    return sorted((meant(head.figure) for head in heads), key=lambda one: one.low or Fraction(0))


def _finding(one: Head, other: Head) -> Finding:
    less, more = _by_size(one, other)
    gap = (more.low or Fraction(0)) - (less.high or Fraction(0))
    counts = [quoted(head.figure) for head in (one, other)]
    text = f"Of the same day {' and '.join(counts)} are told: {number(gap)} apart."
    return clash("tension", text, counts, (one, other), gap)
