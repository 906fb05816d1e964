"""How many are left of those to whom something happened: "which leaves 62 at large"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

from addup.grouping.arithmetic.beside import value
from addup.grouping.arithmetic.one_matter import on_one_matter
from addup.grouping.arithmetic.people.role_words import roles_of
from addup.grouping.arithmetic.people.roles import heads_of
from addup.grouping.arithmetic.said import are_kin, noun_of
from addup.grouping.arithmetic.sums.remainder import FEW, Remainder, is_amount, is_part, noun_beside
from addup.grouping.arithmetic.told import Told
from addup.grouping.nouns import is_people, is_person
from addup.grouping.patterns import may_hold
from addup.grouping.tables import table
from addup.records import Figure, Reading

_BACK = 700
"""So far before what is left its parts are told."""
_LEAVES = re.compile(
    r"\b(?:which leaves|leaves|leaving|[Tt]hat left|which left|[Tt]hat leaves|[Tt]his leaves)"
    r"(?: (?:about|some|around|at least|another|only|just|the other|the remaining))? $"
)
_NEXT = 3
_THAT = re.compile(r"\s*(?:That|This|It) (?:leaves|left|would leave)\b")
_SOON = timedelta(days=60)


def left_over(index: int, readings: Sequence[Reading]) -> Iterator[Remainder]:
    """Find how many are left of those to whom something happened: "which leaves 62 at large"."""
    reading = readings[index]
    text = reading.document.text
    if not may_hold(text, table("roles")["words"]["remainder"]):
        return
    for rest in reading.figures:
        before = text[rest.sentence[0] : rest.amount.number.start]
        if rest.amount.kind != "count" or not is_amount(rest) or not _LEAVES.search(before):
            continue
        near = _near(rest, reading)
        gone = _gone(rest, near, text, points_back=_THAT.match(before) is not None)
        wholes = [one for one in _all_of(rest, gone, index, readings) if _may_leave(one.figure, rest)]
        wholes.sort(key=lambda one: value(one.figure) <= value(rest))
        parts = tuple(Told(reading, one) for one in gone if _are_people(one))
        if parts and wholes and value(wholes[0].figure) > value(rest):
            others = (*(Told(reading, one) for one in near), *_told_elsewhere(index, readings))
            yield Remainder(wholes[0], parts, Told(reading, rest), tuple(wholes), others, FEW)


def _near(rest: Figure, reading: Reading) -> Sequence[Figure]:
    """Give the counts told not too far before those who are left."""
    return [
        one
        for one in reading.figures
        if one.span.end <= rest.span.start <= one.span.start + _BACK
        and (one.amount.kind, one.amount.unit) == ("count", None)
        and is_amount(one)
    ]


def _gone(rest: Figure, near: Sequence[Figure], text: str, *, points_back: bool) -> Sequence[Figure]:
    """Give those who are gone: told with those who are left, or in the sentence pointed back to."""
    first = rest.sentence[0]
    if points_back:
        first = max((one.sentence[0] for one in near if one.sentence[1] <= first), default=first)
    here = [one for one in near if one.sentence[0] >= first and is_part(one, text)]
    last = [one for one in near if first - _NEXT <= one.sentence[1] <= first]
    return [*last, *here] if points_back or not here else here


def _may_leave(whole: Figure, rest: Figure) -> bool:
    """Tell whether those who are left may be some of a whole, by what both are called."""
    noun = noun_beside(rest)
    return noun in ("person", "other") or are_kin(noun, noun_of(whole))


def _are_people(figure: Figure) -> bool:
    noun = noun_beside(figure)
    return not noun or is_people(noun) or _is_body(noun)


def _told_elsewhere(index: int, readings: Sequence[Reading]) -> Iterator[Told]:
    """Give the people told of in reports before on the matter: some may have been let go earlier."""
    own = readings[index]
    for place, other in enumerate(readings):
        if other is not own and _is_of_before(other, own, len(readings)):
            yield from (Told(other, head.figure) for head in heads_of(place, other) if is_amount(head.figure))


def _all_of(rest: Figure, parts: Sequence[Figure], index: int, readings: Sequence[Reading]) -> Iterator[Told]:
    """Give the numbers of those to whom something happened, if some may be left: escaped, aboard, taken."""
    own = readings[index]
    for place, other in enumerate(readings):
        if other is not own and not _is_of_before(other, own, len(readings)):
            continue
        for head in heads_of(place, other):
            figure = head.figure
            if figure in (rest, *parts) or (other is own and figure.span.start > rest.span.start):
                continue
            whole = head.roles & _wholes() or roles_of(head.noun) & _wholes() & head.roles
            if whole and is_amount(figure) and head.of is None:
                yield Told(other, figure)


def _is_body(noun: str) -> bool:
    return is_person(noun) or are_kin(noun, "body") or noun in table("roles")["tolls"]["persons"]


@cache
def _wholes() -> frozenset[str]:
    """Give the roles of all those to whom something happened."""
    return frozenset(role for row in table("roles")["sum"] for role in row["whole"]) - {"cases", "tried"}


def _is_of_before(one: Reading, own: Reading, reports: int) -> bool:
    """Tell whether a report is on the matter of another, and no later."""
    first, last = one.document.published, own.document.published
    before = first is not None and last is not None and first <= last
    return before and on_one_matter(one, own, reports, within=_SOON)
