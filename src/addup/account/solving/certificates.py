"""Exact arguments out of a solver's rounded multipliers.

A solver in floating point says which rows matter and roughly how much. The exact factors follow from those
rows alone: they must cancel at every point (a contradiction), or leave just the question asked (a bound).
So what addup states is proved in fractions, whatever the solver rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from addup.account.solving.claims import Exact, Point, Terms
from addup.account.solving.network import Used, total
from addup.account.solving.rows import Row

Equation = tuple[dict[int, Exact], Exact]


def contradiction(rows: Sequence[Row], factors: Sequence[float]) -> list[Used] | None:
    """Find exact factors near the given ones under which the rows cancel and their ends do not.

    None if there are none: the solver was wrong, or its rows do not determine the factors.
    """
    if not rows:
        return None
    largest = max(range(len(rows)), key=lambda index: abs(factors[index]))
    anchor: Equation = ({largest: 1}, 1 if factors[largest] > 0 else -1)
    used = _used(rows, _solve([*_equations(rows, {}), anchor], len(rows)))
    return used if used and total(used) > 0 else None


def bound(rows: Sequence[Row], question: Terms) -> list[Used] | None:
    """Find exact factors under which the rows come to the question: their ends then bound it from below.

    None if there are none, or if the rows do not determine them.
    """
    return _used(rows, _solve(_equations(rows, dict(question)), len(rows)))


def _equations(rows: Sequence[Row], goal: dict[Point, Exact]) -> list[Equation]:
    """Write for each point: the factors times the weights come to the goal."""
    weights: dict[Point, dict[int, Exact]] = {point: {} for point in goal}
    for index, row in enumerate(rows):
        for point, weight in row.terms:
            weights.setdefault(point, {})[index] = weight
    return [(by_row, goal.get(point, 0)) for point, by_row in weights.items()]


def _used(rows: Sequence[Row], factors: list[Exact] | None) -> list[Used] | None:
    """Pair rows with factors, None if a factor asks for an end that is open."""
    if factors is None:
        return None
    used = [Used(row, Fraction(factor)) for row, factor in zip(rows, factors, strict=True) if factor]
    if any((use.row.low if use.factor > 0 else use.row.high) is None for use in used):
        return None
    return used


def _solve(equations: list[Equation], unknowns: int) -> list[Exact] | None:
    """Solve sparse linear equations; None unless there is just one solution.

    Most unknowns fall one after the other out of equations that have no other left. What remains is
    solved by elimination.
    """
    values: dict[int, Exact] = {}
    left = _peel([(dict(weights), goal) for weights, goal in equations], values)
    if left is None or not _eliminate(left, values) or len(values) < unknowns:
        return None
    return [values[index] for index in range(unknowns)]


def _peel(equations: list[Equation], values: dict[int, Exact]) -> list[Equation] | None:
    """Solve equations with a single unknown until none is left; None if they contradict each other.

    Gives the equations that still hold more than one unknown.
    """
    where: dict[int, list[int]] = {}
    goals = [goal for _, goal in equations]
    for number, (weights, _) in enumerate(equations):
        for index in weights:
            where.setdefault(index, []).append(number)
    ready = [number for number, (weights, _) in enumerate(equations) if len(weights) <= 1]
    while ready:
        number = ready.pop()
        weights = equations[number][0]
        if not weights:
            if goals[number]:
                return None
            continue
        index, weight = next(iter(weights.items()))
        values[index] = _quotient(goals[number], weight)
        for other in where[index]:
            goals[other] -= equations[other][0].pop(index) * values[index]
            if len(equations[other][0]) <= 1:
                ready.append(other)
    return [(weights, goal) for (weights, _), goal in zip(equations, goals, strict=True) if weights]


def _eliminate(equations: list[Equation], values: dict[int, Exact]) -> bool:
    """Solve what is left by Gaussian elimination; False if there is no or no single solution."""
    solved: dict[int, Equation] = {}
    for given, total_ in sorted(equations, key=lambda equation: len(equation[0])):
        weights, goal = dict(given), total_
        while (known := next((index for index in weights if index in solved), None)) is not None:
            factor = weights.pop(known)
            for index, weight in solved[known][0].items():
                rest = weights.get(index, 0) - factor * weight
                if rest:
                    weights[index] = rest
                else:
                    weights.pop(index, None)
            goal -= factor * solved[known][1]
        if weights:
            pivot = min(weights)
            factor = weights.pop(pivot)
            scaled = {index: _quotient(weight, factor) for index, weight in weights.items()}
            solved[pivot] = (scaled, _quotient(goal, factor))
        elif goal:
            return False
    for pivot, (weights, goal) in reversed(solved.items()):
        if any(index not in values for index in weights):
            return False
        values[pivot] = goal - sum(weight * values[index] for index, weight in weights.items())
    return True


def _quotient(one: Exact, other: Exact) -> Exact:
    """Divide exactly; whole numbers stay whole, for they are quicker."""
    if other in (1, -1):
        return one * other
    return Fraction(one) / other
