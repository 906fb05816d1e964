"""A whole, its parts and what is left of it, and which figures may be any of these."""

from __future__ import annotations

import re
from dataclasses import dataclass

from addup.grouping.arithmetic.beside import is_bare, is_told
from addup.grouping.arithmetic.said import are_kin, noun_of
from addup.grouping.arithmetic.told import Told
from addup.records import Figure

_SUB = re.compile(
    r"\b(?:including|of (?:whom|which|them|these)|among (?:them|these))\W*(?:\w+ ){0,2}[$€£¥]?$"
    r"|(?:\b(?:from|than|against|compared with|compared to|by)|\()\W*(?:about |some |nearly )?[$€£¥]?$",
    re.IGNORECASE,
)
MANY, FEW = frozenset({"many"}), frozenset({"few"})
"""How parts are not their whole: they are more, or less."""


@dataclass(frozen=True, slots=True)
class Remainder:
    """A whole, its parts and what is left of it (none where a list is complete by its number).

    `wholes` and `others` are all that may be meant for a whole and for parts; `wrong` tells how the parts may
    not be: of a sum that is divided too many, since some may be left out, of people who are left too few,
    since too many are found by what became of them, of a complete list neither.
    """

    whole: Told
    parts: tuple[Told, ...]
    rest: Told | None
    wholes: tuple[Told, ...]
    others: tuple[Told, ...]
    wrong: frozenset[str]


def is_amount(figure: Figure) -> bool:
    """Tell whether a figure is an amount that may be divided, or a part."""
    amount = figure.amount
    return (
        is_told(figure)
        and amount.kind in ("money", "count", "measure")
        and amount.per is None
        and amount.bound in ("exact", "about", "min")
        and figure.change is None
        and figure.stance in ("stated", "expected")
    )


def alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are amounts of one kind: money, measures, counts that may be of the same."""
    mine, its = one.amount, other.amount
    if {mine.kind, its.kind} == {"money", "count"}:
        return is_sum_alone(one if mine.kind == "count" else other)
    if (mine.kind, mine.unit) != (its.kind, its.unit):
        return False
    return mine.kind != "count" or are_kin(noun_beside(one), noun_beside(other))


def is_sum_alone(figure: Figure) -> bool:
    """Tell whether a number may be one of money told before: "41 million goes to schools"."""
    return is_bare(figure) and figure.amount.number.text.endswith(("million", "billion"))


def noun_beside(figure: Figure) -> str:
    """Give the noun that stands with a count, "" where its words have none: then it may count anything."""
    return "" if is_bare(figure) else noun_of(figure)


def is_part(figure: Figure, text: str) -> bool:
    """Tell whether a figure is no part of a part, and nothing that it is compared with."""
    return _SUB.search(text[figure.sentence[0] : figure.amount.number.start]) is None
