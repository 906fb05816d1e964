"""Exact arguments out of a solver's rounded multipliers.

A solver in floating point says which rows matter and roughly how much. The exact factors follow from those
rows alone: they must cancel at every point (a contradiction), or leave just the question asked (a bound).
So what addup states is proved in fractions, whatever the solver rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from addup.account.claims import Exact, Point, Terms
from addup.account.network import Used, total
from addup.account.rows import Row

Equation = tuple[dict[int, Fraction], Fraction]


def contradiction(rows: Sequence[Row], factors: Sequence[float]) -> list[Used] | None:
    """Find exact factors near the given ones under which the rows cancel and their ends do not.

    None if there are none: the solver was wrong, or its rows do not determine the factors.
    """
    largest = max(range(len(rows)), key=lambda index: abs(factors[index]))
    anchor = ({largest: Fraction(1)}, Fraction(1 if factors[largest] > 0 else -1))
    used = _used(rows, _solve([*_equations(rows, {}), anchor], len(rows)))
    return used if used and total(used) > 0 else None


def bound(rows: Sequence[Row], question: Terms) -> list[Used] | None:
    """Find exact factors under which the rows come to the question: their ends then bound it from below.

    None if there are none, or if the rows do not determine them.
    """
    return _used(rows, _solve(_equations(rows, dict(question)), len(rows)))


def _equations(rows: Sequence[Row], goal: dict[Point, Exact]) -> list[Equation]:
    """Write for each point: the factors times the weights come to the goal."""
    weights: dict[Point, dict[int, Fraction]] = {point: {} for point in goal}
    for index, row in enumerate(rows):
        for point, weight in row.terms:
            weights.setdefault(point, {})[index] = Fraction(weight)
    return [(by_row, Fraction(goal.get(point, 0))) for point, by_row in weights.items()]


def _used(rows: Sequence[Row], factors: list[Fraction] | None) -> list[Used] | None:
    """Pair rows with factors, None if a factor asks for an end that is open."""
    if factors is None:
        return None
    used = [Used(row, factor) for row, factor in zip(rows, factors, strict=True) if factor]
    if any((use.row.low if use.factor > 0 else use.row.high) is None for use in used):
        return None
    return used


def _solve(equations: list[Equation], unknowns: int) -> list[Fraction] | None:
    """Solve sparse linear equations by elimination; None unless there is just one solution."""
    solved: dict[int, Equation] = {}
    for given, total in sorted(equations, key=lambda equation: len(equation[0])):
        weights, goal = dict(given), total
        while (known := next((index for index in weights if index in solved), None)) is not None:
            goal = _eliminate(weights, goal, known, solved[known])
        if not weights:
            if goal:
                return None
            continue
        pivot = min(weights)
        factor = weights.pop(pivot)
        solved[pivot] = ({index: weight / factor for index, weight in weights.items()}, goal / factor)
    return _back(solved, unknowns)


def _eliminate(weights: dict[int, Fraction], goal: Fraction, known: int, by: Equation) -> Fraction:
    """Replace an unknown by what an earlier equation says of it."""
    factor = weights.pop(known)
    for index, weight in by[0].items():
        left = weights.get(index, Fraction(0)) - factor * weight
        if left:
            weights[index] = left
        else:
            weights.pop(index, None)
    return goal - factor * by[1]


def _back(solved: dict[int, Equation], unknowns: int) -> list[Fraction] | None:
    """Work the solved equations backwards, latest first."""
    values: dict[int, Fraction] = {}
    for pivot, (weights, goal) in reversed(solved.items()):
        if any(index not in values for index in weights):
            return None
        values[pivot] = goal - sum((weight * values[index] for index, weight in weights.items()), Fraction(0))
    if len(values) < unknowns:
        return None
    return [values[index] for index in range(unknowns)]
