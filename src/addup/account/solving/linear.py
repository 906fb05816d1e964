"""Rows that are not all differences: a linear programme for HiGHS, its answers made exact.

HiGHS (Huangfu and Hall, Parallelizing the dual revised simplex method, 2018) works in floating point on
scaled numbers, and what its tolerance overlooks is found by refining its answer; `certificates` turns its
multipliers into exact arguments. Where that fails, because amounts double every day, say, `exact` solves the
rows in fractions; where that takes too long, HiGHS's own answer stands, up to its rounding. Presolve stays
off: with it, some unbounded programmes come back as infeasible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any, Protocol

import highspy
import numpy as np

from addup.account.solving import certificates, exact
from addup.account.solving.claims import Terms
from addup.account.solving.network import Bound, Used, total
from addup.account.solving.rows import GIVES_WAY, STRUCTURE, Row
from addup.errors import AddupError

TOLERANCE = 1e-9
NEGLIGIBLE = 1e-11
ROUNDING = 1e-12
"""What a sum may be off by after a solution in floating point, as a share of the largest of its numbers."""
OVERLOOKED = 1e-6
"""A misfit below this share of the smallest number of an account is none."""
FINER = 2.0**24
"""How many times larger the misfits of a solution are looked at when it is refined."""
WIDEST = 2.0**20
"""How far the scales of two series in one programme may lie apart: people beside billions."""

Array = Any

ANSWERS = (
    highspy.HighsModelStatus.kOptimal,
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnbounded,
)
DUAL_SIMPLEX = ("simplex_strategy", 1)
PRIMAL_SIMPLEX = ("simplex_strategy", 4)
SECOND_TRIES = (
    PRIMAL_SIMPLEX,
    ("primal_feasibility_tolerance", 1e-7),
    ("dual_feasibility_tolerance", 1e-7),
    ("solver", "ipm"),
)


class SolverError(AddupError):
    """HiGHS shows no proof for its answer, and there are too many rows for fractions."""


class Matrix(Protocol):
    """Rows over columns, as the solver takes them, and the exact rows behind them.

    `starts`, `columns` and `weights` are the matrix by rows, `rows_of_weights` the row of each weight; `lows`
    and `highs` are the ends of rows, `least` the lower ends of columns. `sizes` say how large the numbers of
    each column are, nan where nobody says.
    """

    size: int
    count: int
    starts: Array
    columns: Array
    weights: Array
    rows_of_weights: Array
    lows: Array
    highs: Array
    least: Array
    sizes: Array

    def row(self, number: int, /) -> Row:
        """Give one row."""

    def rows(self) -> Sequence[Row]:
        """Give all rows, and what holds columns up."""

    def held(self, multipliers: Array, heavy: Array, /, *, joined: bool) -> Iterable[tuple[Row, float]]:
        """Give what keeps the `heavy` columns from being negative, with their multipliers."""

    def costs(self, question: Terms, /) -> Array:
        """Write a question as a weight for every column."""


class Listed:
    """Rows that are written out already, with a column for every point."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.points = {
            point: index for index, point in enumerate(sorted({p for row in rows for p, _ in row.terms}))
        }
        # That a single point is not negative is a bound of its column: cheaper than a row.
        self._floors = {self.points[row.terms[0][0]]: row for row in rows if _is_floor(row)}
        self._rows = [row for row in rows if not _is_floor(row)]
        self.size, self.count = len(self.points), len(self._rows)
        lengths = [len(row.terms) for row in self._rows]
        self.starts = np.cumsum([0, *lengths])
        self.rows_of_weights = np.repeat(np.arange(self.count), lengths)
        terms = [term for row in self._rows for term in row.terms]
        self.columns = np.array([self.points[point] for point, _ in terms], dtype=np.int64)
        self.weights = np.array([float(weight) for _, weight in terms])
        self.lows = np.array([-np.inf if row.low is None else float(row.low) for row in self._rows])
        self.highs = np.array([np.inf if row.high is None else float(row.high) for row in self._rows])
        self.least = np.full(self.size, -np.inf)
        self.least[list(self._floors)] = 0.0
        sizes = self._sizes()
        top = max(sizes.values(), default=max(self._ends(self._rows), default=np.nan))
        self.sizes = np.array([sizes.get(series, top) for series, _ in self.points])

    def _sizes(self) -> dict[str, float]:
        """Say how large the numbers of series are in rows about one alone."""
        largest: dict[str, float] = {}
        for row in self._rows:
            names = {series for (series, _), _ in row.terms} - {GIVES_WAY}
            ends = list(self._ends([row]))
            if len(names) == 1 and ends:
                name = names.pop()
                weight = max(abs(float(weight)) for (series, _), weight in row.terms if series == name)
                largest[name] = max(largest.get(name, 0.0), max(ends) / weight)
        return largest

    def _ends(self, rows: Iterable[Row]) -> Iterator[float]:
        """Give how large the ends of rows are, where they are not zero."""
        return (abs(float(end)) for row in rows for end in (row.low, row.high) if end)

    def row(self, number: int) -> Row:
        """Give one row."""
        return self._rows[number]

    def rows(self) -> list[Row]:
        """Give all rows, and what holds columns up."""
        return [*self._rows, *self._floors.values()]

    def held(self, multipliers: Array, heavy: Array, *, joined: bool) -> Iterator[tuple[Row, float]]:
        """Give what keeps the `heavy` columns from being negative, with their multipliers."""
        for column in np.flatnonzero(heavy).tolist():
            if column in self._floors:
                yield self._floors[column], float(multipliers[column])

    def costs(self, question: Terms) -> Array:
        """Write a question as a weight for every column."""
        costs = np.zeros(self.size)
        for point, weight in question:
            costs[self.points[point]] = float(weight)
        return costs


class Programme:
    """Rows as a linear programme."""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.scales = _scales(matrix.sizes)
        self.solver = _solver()
        self._status: Any = None
        self._values: Array | None = None
        self._pass()

    def _pass(self) -> None:
        """Hand the scaled rows to HiGHS."""
        matrix = self.matrix
        weights = matrix.weights * self.scales[matrix.columns]
        self.row_scales = np.zeros(matrix.count)
        np.maximum.at(self.row_scales, matrix.rows_of_weights, np.abs(weights))
        self.row_scales[self.row_scales == 0.0] = 1.0
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = matrix.size, matrix.count
        model.col_cost_ = np.zeros(matrix.size)
        model.col_lower_ = matrix.least
        model.col_upper_ = np.full(matrix.size, highspy.kHighsInf)
        model.row_lower_, model.row_upper_ = matrix.lows / self.row_scales, matrix.highs / self.row_scales
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = matrix.starts.astype(np.int32)
        model.a_matrix_.index_ = matrix.columns.astype(np.int32)
        model.a_matrix_.value_ = weights / self.row_scales[matrix.rows_of_weights]
        self.solver.passModel(model)

    def _tries(self) -> Iterator[Any]:
        """Solve, and again in another way as long as more are asked for; gives what HiGHS says each time."""
        self._values = None
        self.solver.run()
        self._status = self.solver.getModelStatus()
        yield self._status
        for name, value in SECOND_TRIES:
            self.solver.clearSolver()
            self.solver.setOptionValue(name, value)
            self.solver.run()
            self._status = self.solver.getModelStatus()
            yield self._status

    def _run(self) -> Any:
        """Solve; where HiGHS gives up, try again in another way. Its last word may still be no answer."""
        for status in self._tries():
            if status in ANSWERS:
                break
        return self._status

    def contradiction(self) -> list[Used] | None:
        """Give rows that cannot all hold, with exact factors that show it; None if all can."""
        rows: list[Row] = []
        for status in self._tries():
            if status == highspy.HighsModelStatus.kOptimal:
                if self._fits() or self._refined():
                    return None
                return self._in_fractions(self.matrix.rows())
            # Where HiGHS gives up it may hold a proof all the same.
            _, found, ray = self.solver.getDualRay()
            if found:
                rows, factors = self._support(np.asarray(ray))
                for sign in (1, -1):
                    used = certificates.contradiction(rows, [sign * factor for factor in factors])
                    if used:
                        return used
            if status in ANSWERS:
                break
        return (rows and self._in_fractions(rows)) or self._in_fractions(self.matrix.rows())

    def _in_fractions(self, rows: Sequence[Row]) -> list[Used] | None:
        """Settle it in fractions; where that takes too long, what HiGHS finds possible is possible.

        That something is impossible is never said without proof.
        """
        try:
            return exact.contradiction(rows)
        except exact.TooLargeError:
            if self._status == highspy.HighsModelStatus.kOptimal:
                return None
            names = sorted({series for row in rows for (series, _), _ in row.terms} - {GIVES_WAY})
            about = ", ".join(names[:5]) + " and others" * bool(names[5:])
            problem = f"the statements about {about} are too many for numbers so far apart"
            raise SolverError(f"{problem}; check fewer of them at a time") from None

    @cached_property
    def _smallest(self) -> float:
        """The smallest end of a row that is not zero, and no more than one."""
        ends = np.abs(np.concatenate([self.matrix.lows, self.matrix.highs]))
        return float(ends[np.isfinite(ends) & (ends > 0.0)].min(initial=1.0))

    def _fits(self) -> bool:
        """Whether what HiGHS found fits the rows as they were before they were scaled.

        Its tolerance is a share of the largest numbers: beside billions it overlooks a few people.
        """
        matrix, values = self.matrix, self.solution()
        amounts = matrix.weights * values[matrix.columns]
        sums = np.bincount(matrix.rows_of_weights, amounts, minlength=matrix.count)
        room = np.zeros(matrix.count)
        np.maximum.at(room, matrix.rows_of_weights, np.abs(amounts))
        room = ROUNDING * room + OVERLOOKED * self._smallest
        below = np.any(values < matrix.least - OVERLOOKED * self._smallest)
        return not (below or np.any(sums < matrix.lows - room) or np.any(sums > matrix.highs + room))

    def _refined(self) -> bool:
        """Solve for what is missing to an optimum, made larger; whether the two together fit all rows.

        This is one step of iterative refinement (Gleixner, Steffy and Wolter, Iterative refinement for linear
        programming, 2016): it takes as good as nothing, for HiGHS goes on from where it was.
        """
        matrix, size, count = self.matrix, self.matrix.size, self.matrix.count
        found = np.asarray(self.solver.getSolution().col_value)
        weights = matrix.weights * self.scales[matrix.columns]
        sums = np.bincount(matrix.rows_of_weights, weights * found[matrix.columns], minlength=count)
        lows, highs = (matrix.lows - sums) / self.row_scales, (matrix.highs - sums) / self.row_scales
        columns, rows = np.arange(size, dtype=np.int32), np.arange(count, dtype=np.int32)
        endless = np.full(size, highspy.kHighsInf)
        self.solver.changeColsBounds(size, columns, (matrix.least / self.scales - found) * FINER, endless)
        self.solver.changeRowsBounds(count, rows, lows * FINER, highs * FINER)
        self.solver.run()
        if self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
            missing = np.asarray(self.solver.getSolution().col_value)
            self._values = (found + missing / FINER) * self.scales
        self.solver.changeColsBounds(size, columns, matrix.least / self.scales, endless)
        self.solver.changeRowsBounds(
            count, rows, matrix.lows / self.row_scales, matrix.highs / self.row_scales
        )
        return self._values is not None and self._fits()

    def _support(self, multipliers: Array) -> tuple[list[Row], list[float]]:
        """Give the rows and floors that carry weight, with their rough factors in unscaled terms."""
        matrix = self.matrix
        threshold = NEGLIGIBLE * max(np.abs(multipliers).max(initial=0.0), 1e-300)
        heavy = np.abs(multipliers) > threshold
        factors = np.where(heavy, multipliers / self.row_scales, 0.0)
        left = np.bincount(
            matrix.columns, matrix.weights * factors[matrix.rows_of_weights], minlength=matrix.size
        )
        held = [*matrix.held(-left, np.abs(left) * self.scales > threshold, joined=True)]
        rows = [matrix.row(number) for number in np.flatnonzero(heavy).tolist()]
        return [*rows, *(row for row, _ in held)], [*factors[heavy].tolist(), *(factor for _, factor in held)]

    def least(self, question: Terms) -> Bound:
        """Give the least value of the question under the rows, with the rows that prove it."""
        size = self.matrix.size
        costs = self.matrix.costs(question) * self.scales
        largest = np.abs(costs).max(initial=0.0)
        if largest == 0.0:
            return Bound(Fraction(0))
        # The last optimum stays feasible when only the costs change.
        self.solver.setOptionValue(*PRIMAL_SIMPLEX)
        self.solver.changeColsCost(size, np.arange(size, dtype=np.int32), costs / largest)
        status = self._run()
        has_least = self._cannot_fall_below_zero(costs)
        if status == highspy.HighsModelStatus.kUnbounded and has_least:
            self.solver.clearSolver()
            self.solver.setOptionValue(*DUAL_SIMPLEX)
            status = self._run()
        if status == highspy.HighsModelStatus.kOptimal:
            return self._exact(question, largest)
        if status == highspy.HighsModelStatus.kUnbounded and not has_least:
            return Bound(None)
        try:
            return exact.least(self.matrix.rows(), question) or Bound(None)
        except exact.TooLargeError:
            return Bound(None)

    def _cannot_fall_below_zero(self, costs: Array) -> bool:
        """Tell whether a question only adds up what is never negative, so that it has a least value."""
        return bool(np.all(costs >= 0.0) and np.all(self.matrix.least[costs > 0.0] >= 0.0))

    def solution(self) -> Array:
        """Give what every column stands at in the optimum found last, as the solver rounds it."""
        if self._values is not None:
            return self._values
        return np.asarray(self.solver.getSolution().col_value) * self.scales

    def _exact(self, question: Terms, largest: float) -> Bound:
        """Prove the optimum from the rows behind it, or work it out in fractions."""
        solution = self.solver.getSolution()
        value = self.solver.getInfo().objective_function_value * largest
        rows, floors = np.asarray(solution.row_dual), np.asarray(solution.col_dual)
        support = [self.matrix.row(number) for number in np.flatnonzero(np.abs(rows) > TOLERANCE).tolist()]
        # The proof makes the bound sure. That it is the tightest shows what HiGHS found, if that fits.
        rounding = 1e-6 * abs(value) + min(TOLERANCE * largest, OVERLOOKED * self._smallest)
        proved: list[Used] | None = None
        fits = self._fits()
        if not fits and self._refined():
            # What was missing moves the optimum too: the proof must meet the refined one.
            amounts = self.matrix.costs(question) * self.solution()
            fits, value = True, float(amounts.sum())
            rounding = ROUNDING * float(np.abs(amounts).max()) + OVERLOOKED * self._smallest
        for joined in (True, False):
            held = self.matrix.held(floors / self.scales, np.abs(floors) > TOLERANCE, joined=joined)
            rows_used = [*support, *(row for row, _ in held)]
            used = certificates.bound(rows_used, question)
            proved = proved or used
            if fits and used is not None and abs(float(total(used)) - value) <= rounding:
                return Bound(total(used), tuple(used))
        # The rows that matter first; then all of them, which takes longer.
        for some in (rows_used, self.matrix.rows())[not fits :]:
            try:
                found = exact.least(some, question)
            except exact.TooLargeError:
                found = Bound(total(proved), tuple(proved)) if proved else None
            if found and found.value is not None and abs(float(found.value) - value) <= rounding:
                return found
        # What HiGHS takes for noise may be a contradiction in fractions; else theirs is the last word.
        return found or Bound(Fraction(f"{value:.10g}") if abs(value) > rounding else Fraction(0))


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


def _scales(sizes: Array) -> Array:
    """Give each column a power of two near the size of its numbers."""
    known = sizes[~np.isnan(sizes)]
    top = known.max() if known.size else 1.0
    return np.exp2(np.frexp(np.maximum(np.where(np.isnan(sizes), top, sizes), top / WIDEST))[1])
