"""All that the numbers of a report might make up together, each with the traits by which it is weighed.

A candidate has a result, which the others give by arithmetic: the percentage of a share or a change, the
total of a product, the whole of a sum, what lies between two amounts. Its weight is the sum of how well each
figure suits its role, and how well each two of them suit each other in their roles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

from addup.grouping.arithmetic.together.operands import Operand

Kind = Literal["share", "change", "multiple", "difference", "product", "sum", "balance"]

ROLES = (
    "none",
    "percent of share",
    "whole",
    "part",
    "percent of change",
    "multiple",
    "before",
    "after",
    "difference",
    "end",
    "each",
    "count",
    "total",
    "sum",
    "addend",
    "left",
    "stock",
    "less",
    "percent of none",
    "multiple of none",
)
"""What a figure can be; its role is none as an amount, as a percentage or as a multiple."""
PAIRS = (
    "percent whole",
    "percent part",
    "whole part",
    "change before",
    "change after",
    "before after",
    "difference end",
    "end end",
    "each count",
    "each total",
    "count total",
    "sum addend",
    "addend addend",
    "left stock",
    "left less",
    "stock less",
)
"""What two figures can be to each other."""
NEAREST = 20
"""So many figures around a result are looked at, those that stand nearest,"""
REACH = 1800
"""and none further away than so many characters."""
_MOST_ADDENDS = 5
_NEAREST_ADDENDS = 8
_NEAREST_STOCKS = 6
_MOST_STOCKS = 2
_AS_LARGE = 1.15
_TIMES = 4
"""What is off by more is no clash but a candidate that nobody would think of."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What some figures might make up: their places among the operands, the result first.

    The others come in the order of their roles: whole and part; before and after; the two ends; each and
    count; the addends; what there was or came, and behind it the last `less`, which are taken away. `roles`
    and `pairs` are what its weight adds up: figures with roles, and two each.
    """

    kind: Kind
    result: int
    others: tuple[int, ...]
    roles: tuple[tuple[int, str], ...]
    pairs: tuple[tuple[int, int, str], ...]
    less: int = 0

    @property
    def signs(self) -> tuple[int, ...]:
        """For each of the others 1, or -1 where it is taken away."""
        return (1,) * (len(self.others) - self.less) + (-1,) * self.less


def candidates_of(operands: Sequence[Operand], result: int) -> Iterator[Candidate]:
    """Give all candidates that have a figure for their result."""
    one = operands[result]
    beside = range(max(0, result - NEAREST), min(len(operands), result + NEAREST + 1))
    near = _nearest(operands, result, beside, NEAREST)
    amounts = [place for place in near if operands[place].sort == "amount"]
    if one.sort == "percent":
        yield from _shares(operands, result, amounts)
        yield from _changes(operands, result, amounts, "change")
    elif one.sort == "factor":
        yield from _changes(operands, result, amounts, "multiple")
    elif one.sort == "points":
        percentages = [place for place in near if operands[place].sort == "percent"]
        yield from _differences(operands, result, percentages)
    else:
        yield from _differences(operands, result, amounts)
        yield from _products(operands, result, amounts)
        yield from _sums(operands, result, amounts)
        yield from _balances(operands, result, amounts)


def no_role(one: Operand) -> str:
    """Give the role of a figure that is no result of others."""
    return {"percent": "percent of none", "factor": "multiple of none"}.get(one.sort, "none")


def _nearest(operands: Sequence[Operand], result: int, places: Sequence[int], most: int) -> list[int]:
    """Give the figures around a result that stand nearest to it, in their order."""
    at = operands[result].start
    near = [place for place in places if place != result and abs(operands[place].start - at) <= REACH]
    near.sort(key=lambda place: abs(operands[place].start - at))
    return sorted(near[:most])


def _are_alike(one: Operand, other: Operand) -> bool:
    """Tell whether two figures can be held against each other: in one dimension, and not for unlike things.

    What an amount is for one of is often said of the first alone: "9 euros a kilo, up from 8 euros".
    """
    mine, its = one.figure.amount.per, other.figure.amount.per
    return one.dimension == other.dimension and (mine == its or not mine or not its)


def _in_pairs(operands: Sequence[Operand], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give each two unlike amounts of one dimension, in both orders."""
    for one in places:
        for other in places:
            unlike = one != other and operands[one].value != operands[other].value
            if unlike and _are_alike(operands[one], operands[other]):
                yield one, other


def _shares(operands: Sequence[Operand], result: int, amounts: Sequence[int]) -> Iterator[Candidate]:
    for whole, part in _in_pairs(operands, amounts):
        lasts = operands[whole].figure.amount.kind == "duration"
        if not lasts and operands[part].value < operands[whole].value * 1.3 and operands[result].value <= 100:
            yield Candidate(
                "share",
                result,
                (whole, part),
                ((result, "percent of share"), (whole, "whole"), (part, "part")),
                (
                    (result, whole, "percent whole"),
                    (result, part, "percent part"),
                    (whole, part, "whole part"),
                ),
            )


def _changes(
    operands: Sequence[Operand], result: int, amounts: Sequence[int], kind: Literal["change", "multiple"]
) -> Iterator[Candidate]:
    role = "percent of change" if kind == "change" else "multiple"
    for before, after in _in_pairs(operands, amounts):
        yield Candidate(
            kind,
            result,
            (before, after),
            ((result, role), (before, "before"), (after, "after")),
            (
                (result, before, "change before"),
                (result, after, "change after"),
                (before, after, "before after"),
            ),
        )


def _differences(operands: Sequence[Operand], result: int, places: Sequence[int]) -> Iterator[Candidate]:
    one = operands[result]
    spare = 3 * one.value + (20 if one.sort == "points" else 0)
    for first, second in combinations(
        [place for place in places if operands[place].dimension == one.dimension], 2
    ):
        mine, its = operands[first], operands[second]
        if mine.value == its.value or abs(mine.value - its.value) > spare or not _are_alike(mine, its):
            continue
        yield Candidate(
            "difference",
            result,
            (first, second),
            ((result, "difference"), (first, "end"), (second, "end")),
            (
                (result, first, "difference end"),
                (result, second, "difference end"),
                (first, second, "end end"),
            ),
        )


def _products(operands: Sequence[Operand], result: int, amounts: Sequence[int]) -> Iterator[Candidate]:
    total = operands[result]
    for each in amounts:
        one = operands[each]
        if one.dimension != total.dimension or one.value <= 1 or one.value >= 0.9 * total.value:
            continue
        for count in amounts:
            times = operands[count]
            if count == each or not _may_count(times, one, total):
                continue
            if total.value / _TIMES <= one.value * times.number <= total.value * _TIMES:
                yield Candidate(
                    "product",
                    result,
                    (each, count),
                    ((result, "total"), (each, "each"), (count, "count")),
                    (
                        (each, count, "each count"),
                        (each, result, "each total"),
                        (count, result, "count total"),
                    ),
                )


def _may_count(times: Operand, each: Operand, total: Operand) -> bool:
    """Tell whether an amount may say how often there is so much: things, days, units that it is a rate of."""
    if times.number <= 1 or (times.dimension == total.dimension and times.dimension != "#"):
        return False
    priced = each.figure.amount.kind == "money" and times.figure.amount.kind == "measure"
    lasts = times.figure.amount.kind == "duration"
    return times.dimension == "#" or bool(each.figure.amount.per) or lasts or priced


def _sums(operands: Sequence[Operand], result: int, amounts: Sequence[int]) -> Iterator[Candidate]:
    whole = operands[result]
    parts = [
        place
        for place in amounts
        if operands[place].dimension == whole.dimension
        and operands[place].value < _AS_LARGE * whole.value
        and not operands[place].figure.amount.per
    ]
    parts = _nearest(operands, result, parts, _NEAREST_ADDENDS)
    for many in range(2, _MOST_ADDENDS + 1):
        for addends in combinations(parts, many):
            if 0.6 * whole.value <= sum(operands[place].value for place in addends) <= 1.6 * whole.value:
                yield Candidate(
                    "sum",
                    result,
                    addends,
                    ((result, "sum"), *((place, "addend") for place in addends)),
                    (
                        *((result, place, "sum addend") for place in addends),
                        *((one, other, "addend addend") for one, other in pairwise(addends)),
                    ),
                )


def _balances(operands: Sequence[Operand], result: int, amounts: Sequence[int]) -> Iterator[Candidate]:
    """Give what is left of one or two amounts when one or two others are taken away."""
    left = operands[result]
    alike = [
        place
        for place in amounts
        if operands[place].dimension == left.dimension and not operands[place].figure.amount.per
    ]
    near = _nearest(operands, result, alike, _NEAREST_STOCKS)
    sizes = range(1, _MOST_STOCKS + 1)
    for stocks in (some for many in sizes for some in combinations(near, many)):
        there = sum(operands[place].value for place in stocks)
        others = [place for place in near if place not in stocks and operands[place].value < there]
        for less in (some for many in sizes for some in combinations(others, many)):
            rest = there - sum(operands[place].value for place in less)
            if 0.6 * left.value <= rest <= 1.6 * left.value:
                yield _balance(result, stocks, less)


def _balance(result: int, stocks: Sequence[int], less: Sequence[int]) -> Candidate:
    return Candidate(
        "balance",
        result,
        (*stocks, *less),
        (
            (result, "left"),
            *((place, "stock") for place in stocks),
            *((place, "less") for place in less),
        ),
        (
            *((result, place, "left stock") for place in stocks),
            *((result, place, "left less") for place in less),
            *((stock, place, "stock less") for stock in stocks for place in less),
        ),
        len(less),
    )
