"""Claims of linked series laid out as one sparse matrix, whose rows are written out only where they matter.

What a flow gains between two evenings is a column that is never negative, so that no row has to say that
totals do not fall: that leaves a row for each claim and little else. Levels and tolls have a column for what
they stand at in the evening. The solver sees rounded numbers; `row` and `held` give the exact rows behind
them, which are over points as everywhere else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from addup.account.language.account import Account
from addup.account.solving.claims import Claim, Exact, Fixed, Point, Sweep, Terms, collected
from addup.account.solving.rows import STRUCTURE, Row, grids_of, row_of_sweep, structure, touched

_ALIKE = 1e-6
_CANCELLED = 1e-12
_LOWEST, _HIGHEST = -float("inf"), float("inf")

Array = Any


class Layout:
    """Rows over columns as arrays: `starts`, `columns` and `weights` by row, with `lows` and `highs`.

    `least` is the lower end of each column.
    """

    def __init__(
        self, account: Account, claims: Mapping[int, Iterable[Claim]], extra: Iterable[Point] = ()
    ) -> None:
        owned = [(owner, claim) for owner, made in claims.items() for claim in made]
        extra = list(extra)
        names = touched(account, owned, extra)
        always = [(STRUCTURE, claim) for claim in structure(account, names)]
        self._grids = grids_of(names, [*owned, *always], extra)
        self._flows = {name for name in names if account.series[name].kind == "flow"}
        self._first: dict[str, int] = {}
        self.size = 0
        for name in names:
            self._first[name] = self.size
            self.size += max(0, len(self._grids[name]) - (name in self._flows))
        self._series = [name for name in names for _ in range(self._count(name))]
        self._sizes: dict[str, float] = {}
        self._claims: list[tuple[int, Claim]] = []
        self._begins: list[int] = []
        self._rows: dict[int, Row] = {}
        self._at: list[int] = []
        self._over: list[int] = []
        self._weighing: list[float] = []
        self._lows: list[float] = []
        self._highs: list[float] = []
        self.count = 0
        self.least = np.full(self.size, 0.0)
        for owner, claim in owned:
            self._lay(owner, claim)
        for owner, claim in always:
            if not self._is_column(claim):
                self._lay(owner, claim)
        self._join()
        counts = [self._count(name) for name in names]
        self.sizes = np.repeat([self._sizes.get(name, np.nan) for name in names], counts)

    def _count(self, name: str) -> int:
        return max(0, len(self._grids[name]) - (name in self._flows))

    def _is_column(self, claim: Claim) -> bool:
        """Whether a claim about what always holds is no more than the lower end of columns."""
        assert isinstance(claim, Sweep)
        weights = claim.at or claim.over
        return len(weights) == 1 and (not claim.over or weights[0][0] in self._flows)

    def _lay(self, owner: int, claim: Claim) -> None:
        """Write a claim as rows."""
        self._claims.append((owner, claim))
        self._begins.append(self.count)
        if isinstance(claim, Fixed):
            columns, weights = self._over_columns(claim.terms)
            self._piece([self.count] * len(columns), columns, weights)
            self._lows.append(_LOWEST if claim.low is None else float(claim.low))
            self._highs.append(_HIGHEST if claim.high is None else float(claim.high))
            self._note_size({name for (name, _), _ in claim.terms}, claim, claim.terms, 1)
            self.count += 1
            return
        places = self._places(claim)
        grid = np.array(self._grids[(claim.at or claim.over)[0][0]])
        days = np.diff(grid, prepend=grid[0])[places] if claim.over else np.ones(len(places))
        rows = list(range(self.count, self.count + len(places)))
        for name, weight in claim.at:
            self._piece(rows, (self._first[name] + places).tolist(), [float(weight)] * len(places))
        for name, weight in claim.over:
            for gains, sign in self._gains(name, places):
                self._piece(rows, gains.tolist(), [sign * float(weight)] * len(places))
        if claim.fixed and len(places):
            columns, weights = self._over_columns(claim.fixed)
            self._piece(
                np.repeat(rows, len(columns)).tolist(),
                columns * len(rows),
                np.outer(days, weights).ravel().tolist(),
            )
        low = _LOWEST if claim.low is None else float(claim.low)
        high = _HIGHEST if claim.high is None else float(claim.high)
        self._lows += (low * days).tolist()
        self._highs += (high * days).tolist()
        if not claim.fixed:
            longest = int(days.max(initial=1))
            self._note_size(
                {name for name, _ in (*claim.at, *claim.over)}, claim, claim.at or claim.over, longest
            )
        self.count += len(places)

    def _piece(self, rows: list[int], columns: list[int], weights: list[float]) -> None:
        """Note weights of columns in rows."""
        self._at += rows
        self._over += columns
        self._weighing += weights

    def _places(self, claim: Sweep) -> Array:
        """Give the places in its grid of the evenings for which a claim holds."""
        grid = self._grids[(claim.at or claim.over)[0][0]]
        start = 0 if claim.first is None else bisect_left(grid, claim.first)
        stop = len(grid) if claim.last is None else bisect_right(grid, claim.last)
        return np.arange(start + 1 if claim.over else start, max(stop, start))

    def _gains(self, name: str, places: Array) -> Iterator[tuple[Array, int]]:
        """Give the columns of what a series gains up to each of some evenings since the one before."""
        first = self._first[name]
        if name in self._flows:
            yield first + places - 1, 1
        else:
            yield first + places, 1
            yield first + places - 1, -1

    def _over_columns(self, terms: Terms) -> tuple[list[int], list[float]]:
        """Write terms over points as weights of columns."""
        by_series: dict[str, list[tuple[int, Exact]]] = {}
        for (name, evening), weight in terms:
            place = bisect_left(self._grids[name], evening)
            by_series.setdefault(name, []).append((place, weight))
        columns: list[int] = []
        weights: list[float] = []
        for name, found in by_series.items():
            if name not in self._flows:
                columns += [self._first[name] + place for place, _ in found]
                weights += [float(weight) for _, weight in found]
                continue
            # What a flow has come to is the sum of its gains; the weights of its points cancel out.
            found.sort()
            behind: Exact = 0
            for (before, weight), (after, _) in pairwise(found):
                behind -= weight
                if behind and after > before:
                    columns += range(self._first[name] + before, self._first[name] + after)
                    weights += [float(behind)] * (after - before)
        return columns, weights

    def _note_size(
        self, names: set[str], claim: Claim, weighed: Sequence[tuple[Any, Exact]], times: int
    ) -> None:
        """Note how large the numbers are that are reported of a series by itself."""
        if len(names) != 1:
            return
        ends = [abs(float(end)) for end in (claim.low, claim.high) if end]
        weight = max((abs(float(weight)) for _, weight in weighed), default=0.0)
        if ends and weight:
            name = next(iter(names))
            self._sizes[name] = max(self._sizes.get(name, 0.0), times * max(ends) / weight)

    def _join(self) -> None:
        """Put all pieces together, row by row, and add up weights of one column in one row."""
        rows, columns = np.array(self._at, dtype=np.int64), np.array(self._over, dtype=np.int64)
        weights = np.array(self._weighing, dtype=float)
        keys, where = np.unique(rows * max(1, self.size) + columns, return_inverse=True)
        summed = np.bincount(where, weights=weights, minlength=len(keys))
        largest = np.zeros(len(keys))
        np.maximum.at(largest, where, np.abs(weights))
        kept = np.abs(summed) > _CANCELLED * largest
        keys, self.weights = keys[kept], summed[kept]
        self.rows_of_weights, self.columns = np.divmod(keys, max(1, self.size))
        self.starts = np.searchsorted(self.rows_of_weights, np.arange(self.count + 1))
        self.lows, self.highs = np.array(self._lows, dtype=float), np.array(self._highs, dtype=float)
        del self._at, self._over, self._weighing, self._lows, self._highs

    def telling(self) -> list[int]:
        """Give rows that may be impossible by themselves: nothing is left in them, or their ends cross."""
        return np.flatnonzero((np.diff(self.starts) == 0) | (self.lows > self.highs)).tolist()

    def rows(self) -> list[Row]:
        """Write out all rows, and what holds every column up."""
        held = self.held(np.ones(self.size), self.least == 0.0, joined=False)
        return [*map(self.row, range(self.count)), *(row for row, _ in held)]

    def row(self, number: int) -> Row:
        """Write out one row exactly; always the same object for the same number."""
        if number not in self._rows:
            place = bisect_right(self._begins, number) - 1
            owner, claim = self._claims[place]
            self._rows[number] = self._written(owner, claim, number - self._begins[place])
        return self._rows[number]

    def _written(self, owner: int, claim: Claim, index: int) -> Row:
        if isinstance(claim, Fixed):
            return Row(collected(list(claim.terms)), claim.low, claim.high, owner)
        grid = self._grids[(claim.at or claim.over)[0][0]]
        place = int(self._places(claim)[index])
        return row_of_sweep(claim, owner, grid[place - 1] if claim.over else None, grid[place])

    def held(self, multipliers: Array, heavy: Array, *, joined: bool) -> Iterator[tuple[Row, float]]:
        """Write out what keeps the `heavy` columns from being negative, with their multipliers.

        Stretches of a flow that follow one another with the same multiplier are `joined` into one.
        """
        column = 0
        heavy = np.flatnonzero(heavy).tolist()
        while column < len(heavy):
            first = last = heavy[column]
            name, factor = self._series[first], float(multipliers[first])
            column += 1
            while (
                joined
                and name in self._flows
                and column < len(heavy)
                and heavy[column] == last + 1
                and self._series[last + 1] == name
                and abs(multipliers[last + 1] - factor) <= _ALIKE * abs(factor)
            ):
                last = heavy[column]
                column += 1
            yield self._floor(name, first - self._first[name], last - self._first[name]), factor

    def _floor(self, name: str, first: int, last: int) -> Row:
        grid = self._grids[name]
        if name in self._flows:
            return Row((((name, grid[first]), -1), ((name, grid[last + 1]), 1)), 0, None, STRUCTURE)
        return Row((((name, grid[first]), 1),), 0, None, STRUCTURE)

    def knows(self, point: Point) -> bool:
        """Whether a point is on the grid of its series."""
        name, evening = point
        grid = self._grids.get(name, ())
        place = bisect_left(grid, evening)
        return place < len(grid) and grid[place] == evening

    def costs(self, question: Terms) -> Array:
        """Write a question as a weight for every column."""
        columns, weights = self._over_columns(question)
        costs = np.zeros(self.size)
        np.add.at(costs, np.array(columns, dtype=np.int64), weights)
        return costs
