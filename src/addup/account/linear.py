"""Rows that are not all differences: a linear programme for HiGHS, its answers made exact.

HiGHS (Huangfu and Hall, Parallelizing the dual revised simplex method, 2018) works in floating point on
scaled numbers; `certificates` turns its multipliers into exact arguments. Presolve stays off: with it,
some unbounded programmes come back as infeasible.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import frexp
from typing import Any

import highspy
import numpy as np

from addup.account import certificates
from addup.account.claims import Exact, Point, Terms
from addup.account.network import Bound, Used, total
from addup.account.rows import STRUCTURE, Row

TOLERANCE = 1e-9
NEGLIGIBLE = 1e-11
WIDEST = 2.0**20
"""How far the scales of two series in one programme may lie apart: people beside billions."""

ANSWERS = (
    highspy.HighsModelStatus.kOptimal,
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnbounded,
)
PRIMAL_SIMPLEX = ("simplex_strategy", 4)
SECOND_TRIES = (
    PRIMAL_SIMPLEX,
    ("primal_feasibility_tolerance", 1e-7),
    ("dual_feasibility_tolerance", 1e-7),
    ("solver", "ipm"),
)


class SolverError(RuntimeError):
    """HiGHS ended in a way that is neither an answer nor infeasible."""


class Programme:
    """Rows as a linear programme; points are its columns."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.points = {
            point: index for index, point in enumerate(sorted({p for row in rows for p, _ in row.terms}))
        }
        # That a single point is not negative is a bound of its column: cheaper than a row.
        self.floors = {row.terms[0][0]: row for row in rows if _is_floor(row)}
        self.rows = [row for row in rows if not _is_floor(row)]
        self.scales = _scales(self.points, self.rows)
        self.solver = _solver()
        self._pass()

    def _pass(self) -> None:
        """Hand the scaled rows to HiGHS."""
        infinity = highspy.kHighsInf
        starts, columns, weights, lows, highs = [0], [], [], [], []
        self.row_scales = []
        for row in self.rows:
            scaled = [float(weight) * self.scales[self.points[point]] for point, weight in row.terms]
            scale = max(map(abs, scaled))
            self.row_scales.append(scale)
            columns += [self.points[point] for point, _ in row.terms]
            weights += [weight / scale for weight in scaled]
            starts.append(len(columns))
            lows.append(-infinity if row.low is None else float(row.low) / scale)
            highs.append(infinity if row.high is None else float(row.high) / scale)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.points), len(self.rows)
        model.col_cost_ = np.zeros(len(self.points))
        model.col_lower_ = np.array([0.0 if point in self.floors else -infinity for point in self.points])
        model.col_upper_ = np.full(len(self.points), infinity)
        model.row_lower_, model.row_upper_ = np.array(lows), np.array(highs)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(starts, dtype=np.int32)
        model.a_matrix_.index_ = np.array(columns, dtype=np.int32)
        model.a_matrix_.value_ = np.array(weights)
        self.solver.passModel(model)

    def _run(self) -> Any:
        """Solve; where HiGHS gives up, try again in another way before giving up too."""
        self.solver.run()
        status = self.solver.getModelStatus()
        for name, value in SECOND_TRIES:
            if status in ANSWERS:
                return status
            self.solver.clearSolver()
            self.solver.setOptionValue(name, value)
            self.solver.run()
            status = self.solver.getModelStatus()
        if status not in ANSWERS:
            raise SolverError(f"HiGHS ended with {self.solver.modelStatusToString(status)}")
        return status

    def contradiction(self) -> list[Used] | None:
        """Give rows that cannot all hold, with exact factors that show it; None if all can."""
        status = self._run()
        if status == highspy.HighsModelStatus.kOptimal:
            return None
        _, found, ray = self.solver.getDualRay()
        if found:
            rows, factors = self._support(np.asarray(ray))
            for sign in (1, -1):
                used = certificates.contradiction(rows, [sign * factor for factor in factors])
                if used:
                    return used
        return _least_violation([*self.rows, *self.floors.values()])

    def _support(self, multipliers: Any) -> tuple[list[Row], list[float]]:
        """Give the rows and floors that carry weight, with their rough factors in unscaled terms."""
        threshold = NEGLIGIBLE * max(np.abs(multipliers).max(initial=0.0), 1e-300)
        rows, factors = [], []
        left: dict[Point, float] = {}
        for row, scale, multiplier in zip(self.rows, self.row_scales, multipliers, strict=True):
            if abs(multiplier) <= threshold:
                continue
            factor = float(multiplier) / scale
            rows.append(row)
            factors.append(factor)
            for point, weight in row.terms:
                left[point] = left.get(point, 0.0) + factor * float(weight)
        for point, rest in left.items():
            scale = self.scales[self.points[point]]
            if point in self.floors and abs(rest) * scale > threshold:
                rows.append(self.floors[point])
                factors.append(-rest)
        return rows, factors

    def least(self, question: Terms) -> Bound:
        """Give the least value of the question under the rows, with the rows that prove it."""
        size = len(self.points)
        costs = np.zeros(size)
        for point, weight in question:
            costs[self.points[point]] = float(weight) * self.scales[self.points[point]]
        largest = np.abs(costs).max(initial=0.0)
        if largest == 0.0:
            return Bound(Fraction(0))
        # The last optimum stays feasible when only the costs change.
        self.solver.setOptionValue(*PRIMAL_SIMPLEX)
        self.solver.changeColsCost(size, np.arange(size, dtype=np.int32), costs / largest)
        status = self._run()
        if status != highspy.HighsModelStatus.kOptimal:
            return Bound(None)
        return self._exact(question, largest)

    def values(self) -> dict[Point, float]:
        """Give what every point stands at in the optimum found last, as the solver rounds it."""
        found = self.solver.getSolution().col_value
        return {point: found[index] * self.scales[index] for point, index in self.points.items()}

    def _exact(self, question: Terms, largest: float) -> Bound:
        """Prove the optimum from the rows behind it, else round off what the solver's noise may be."""
        solution = self.solver.getSolution()
        value = self.solver.getInfo().objective_function_value * largest
        rows, floors = np.asarray(solution.row_dual), np.asarray(solution.col_dual)
        support = [row for row, dual in zip(self.rows, rows, strict=True) if abs(dual) > TOLERANCE]
        support += [
            self.floors[point]
            for point, index in self.points.items()
            if abs(floors[index]) > TOLERANCE and point in self.floors
        ]
        used = certificates.bound(support, question)
        # The proof makes the bound sure. That it is the tightest is the solver's word, up to its rounding.
        rounding = TOLERANCE * largest
        if used is not None and abs(float(total(used)) - value) <= 1e-6 * abs(value) + rounding:
            return Bound(total(used), tuple(used))
        return Bound(Fraction(f"{value:.10g}") if abs(value) > rounding else Fraction(0))


def _least_violation(rows: Sequence[Row]) -> list[Used] | None:
    """Argue from the least total violation of all rows, where HiGHS shows no ray to argue from.

    None if there is no violation after all. Where even that cannot be made exact, every row is blamed,
    with no factor; members are then left out one by one.
    """
    origin: list[Row] = []
    given_way: list[Row] = []
    slacks: list[Point] = []
    for row in rows:
        for low, high, sign in ((row.low, None, 1), (None, row.high, -1)):
            if low is not None or high is not None:
                slacks.append(("", len(slacks)))
                given_way.append(Row(((slacks[-1], sign), *row.terms), low, high, row.owner))
                origin.append(row)
    floors = [Row(((slack, 1),), 0, None, STRUCTURE) for slack in slacks]
    least = Programme([*given_way, *floors]).least(tuple((slack, 1) for slack in slacks))
    if not least.value:
        return None
    back = {id(row): original for row, original in zip(given_way, origin, strict=True)}
    used = [Used(back[id(use.row)], use.factor) for use in least.used if id(use.row) in back]
    return used or [Used(row, Fraction(0)) for row in rows]


def _is_floor(row: Row) -> bool:
    return row.owner == STRUCTURE and len(row.terms) == 1 and row.low == 0 and row.high is None


def _solver() -> Any:
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in (
        ("output_flag", False),
        ("presolve", "off"),
        ("solver", "simplex"),
        ("threads", 1),
        ("primal_feasibility_tolerance", TOLERANCE),
        ("dual_feasibility_tolerance", TOLERANCE),
        ("small_matrix_value", 1e-12),
    ):
        solver.setOptionValue(name, value)
    return solver


def _scales(points: dict[Point, int], rows: Sequence[Row]) -> list[float]:
    """Give each column a power of two near the numbers reported for its series."""
    largest: dict[str, float] = {}
    for row in rows:
        names = {series for (series, _), _ in row.terms}
        ends = [abs(_float(end)) for end in (row.low, row.high) if end]
        if len(names) == 1 and ends:
            weight = max(abs(float(weight)) for _, weight in row.terms)
            name = names.pop()
            largest[name] = max(largest.get(name, 0.0), max(ends) / weight)
    top = max(largest.values(), default=1.0)
    return [_power(max(largest.get(series, top), top / WIDEST)) for series, _ in points]


def _float(end: Exact) -> float:
    return float(end)


def _power(size: float) -> float:
    return 2.0 ** frexp(size)[1] if size else 1.0
