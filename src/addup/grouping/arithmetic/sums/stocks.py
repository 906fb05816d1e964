"""What there was, what came to it and went from it, and what was there then, in sentences that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from addup.grouping.arithmetic.beside import in_one_unit, is_bare, is_told, sentences_apart
from addup.grouping.arithmetic.sums.nets import Moved, Role, role_of, segments, words_of_role
from addup.grouping.nouns import is_person
from addup.grouping.patterns import may_hold
from addup.grouping.tables import table
from addup.records import Figure, Reading

_NEAR = 2
_STOCK: tuple[Role, ...] = ("before", "in", "out", "after")


@dataclass(frozen=True, slots=True)
class Stock:
    """What there was, what came to it and went from it, and what was there then."""

    before: Moved
    came: tuple[Moved, ...]
    went: tuple[Moved, ...]
    after: Moved


def stocks_told(reading: Reading) -> Iterator[Stock]:
    """Find what there was, came, went and was there then, told in this order and of nothing else between."""
    text = reading.document.text
    words = table("arithmetic")["stock"]
    if not may_hold(text, words["after"]) or not may_hold(text, words["before"]):
        return
    told = [figure for figure in reading.figures if is_told(figure) and figure.change is None]
    roles = dict(_of_stock(reading, told))
    for first, before in enumerate(told):
        if roles.get(before.id) != "before" or before.amount.per is not None:
            continue
        moved: list[Moved] = []
        for figure in told[first + 1 :]:
            if sentences_apart(text, before, figure) > _NEAR or roles.get(figure.id) == "before":
                break
            if not _are_of_one_kind(before, figure):
                continue
            role = roles.get(figure.id)
            if role == "after":
                came, went = (tuple(one for one in moved if one.role == way) for way in ("in", "out"))
                if came and went:
                    yield Stock(Moved(reading, before, "before"), came, went, Moved(reading, figure, "after"))
                break
            if role is None:
                break
            moved.append(Moved(reading, figure, role))


def _of_stock(reading: Reading, told: Sequence[Figure]) -> Iterator[tuple[str, Role]]:
    """Say of the amounts of a report which was there, came, went, or was there then."""
    for place, figure in enumerate(told):
        if figure.stance == "stated":
            before, behind = segments(reading.document.text, told, place)
            role = role_of(before, behind, _stock_patterns(), _STOCK)
            if role is not None:
                yield figure.id, role


def _are_of_one_kind(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts may be of one stock: one unit, or one that takes it from the other."""
    if is_bare(other) and other.amount.kind in (one.amount.kind, "count"):
        return other.amount.unit in (one.amount.unit, None) and other.amount.per is None
    return in_one_unit(one, other) or (
        (one.amount.kind, one.amount.unit) == (other.amount.kind, other.amount.unit) == ("count", None)
        and all(figure.counted is not None and is_person(figure.counted.head) for figure in (one, other))
    )


@cache
def _stock_patterns() -> Mapping[Role, re.Pattern[str]]:
    row = table("arithmetic")["stock"]
    return {role: words_of_role(row[role]) for role in _STOCK}
