"""A simplex in fractions, for what floating point cannot settle: amounts that double every day, say.

Every row has a variable of its own that stands at what its terms come to, between the row's ends. Variables
outside their ends are moved back one by one, the first one first, so that it comes to an end (Bland); where
nothing can give way, the row and what holds it are a contradiction (Dutertre and de Moura, A fast
linear-arithmetic solver for DPLL(T), 2006). It is slow beside HiGHS, and nothing is rounded. Where it would
take minutes, as it may with thousands of rows, it gives up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from fractions import Fraction

from addup.account.solving.claims import Exact, Point, Terms
from addup.account.solving.network import Bound, Used, total
from addup.account.solving.rows import Row

Side = int
LOW, HIGH = 1, -1
MOST_WORK = 4_000_000
"""Numbers looked at in the tableau, after which it gives up: some seconds. It is no time, so that the same
account always gets the same answer."""
MOST_IN_ALL = 10_000_000
"""The same for all that one check solves in fractions, however many questions it asks: less than a minute."""
_left: ContextVar[list[int] | None] = ContextVar("_left", default=None)


class TooLargeError(Exception):
    """The rows are too many to be solved in fractions."""


@contextmanager
def limited() -> Iterator[None]:
    """Let all that is solved in fractions inside give up together, once it has been too much in all."""
    if _left.get() is not None:
        yield
        return
    token = _left.set([MOST_IN_ALL])
    try:
        yield
    finally:
        _left.reset(token)


class Simplex:
    """Rows over points; variables are numbered, points first."""

    def __init__(self, rows: Sequence[Row]) -> None:
        points = sorted({point for row in rows for point, _ in row.terms})
        self._numbers: dict[Point, int] = {point: number for number, point in enumerate(points)}
        self._values: list[Exact] = [0] * len(points)
        self._ends: dict[tuple[int, Side], tuple[Exact, Used]] = {}
        self._tableau: dict[int, dict[int, Exact]] = {}
        self._users: list[set[int]] = [set() for _ in points]  # the basic variables that rest on a variable
        self._work, self._left = 0, _left.get() or [MOST_WORK]
        known: dict[Terms, int] = {}
        for row in rows:
            if len(row.terms) == 1:
                (point, weight), *_ = row.terms
                self._hold(self._numbers[point], row, weight)
            elif row.terms:
                if row.terms not in known:
                    known[row.terms] = self._add(row.terms)
                self._hold(known[row.terms], row, 1)

    def _hold(self, number: int, row: Row, weight: Exact) -> None:
        """Bound a variable, of which a row holds `weight` times, by the ends of that row."""
        for end, side in ((row.low, LOW), (row.high, HIGH)):
            if end is None:
                continue
            limit = _over(end, weight)
            turned = side if weight > 0 else -side
            held = self._ends.get((number, turned))
            if held is None or (limit - held[0]) * turned > 0:
                self._ends[number, turned] = limit, Used(row, Fraction(side) / abs(Fraction(weight)))

    def _add(self, terms: Terms) -> int:
        """Add a variable that stands at what terms come to."""
        number = len(self._values)
        sums: dict[int, Exact] = {}
        for point, weight in terms:
            column = self._numbers[point]
            for index, factor in self._tableau.get(column, {column: 1}).items():
                sums[index] = sums.get(index, 0) + weight * factor
        self._tableau[number] = {index: factor for index, factor in sums.items() if factor}
        self._values.append(sum(factor * self._values[index] for index, factor in sums.items()))
        self._users.append(set())
        for index in self._tableau[number]:
            self._users[index].add(number)
        return number

    def contradiction(self) -> list[Used] | None:
        """Give rows that cannot all hold, with the factors that show it; None if all can."""
        for number in range(len(self._values)):
            if number not in self._tableau:
                low, high = (self._ends.get((number, side)) for side in (LOW, HIGH))
                if low and high and low[0] > high[0]:
                    return [low[1], high[1]]
                if low and self._values[number] < low[0]:
                    self._move(number, low[0] - self._values[number])
                elif high and self._values[number] > high[0]:
                    self._move(number, high[0] - self._values[number])
        while (wrong := self._first_outside()) is not None:
            number, side = wrong
            self._count(len(self._tableau) // 4)
            limit, used = self._ends[number, side]
            row = self._tableau[number]
            gives = min((index for index in row if self._free(index, side * _sign(row[index]))), default=None)
            if gives is None:
                return [used, *self._holding(row, -side)]
            step = _over(limit - self._values[number], row[gives])
            self._move(gives, step)
            self._swap(number, gives)
        return None

    def least(self, question: Terms) -> Bound:
        """Give the least value of the question, with the rows that prove it; the rows can all be true."""
        if any(point not in self._numbers for point, _ in question):
            return Bound(None)
        goal = self._add(question)
        while True:
            row = self._tableau[goal]
            entering = min((index for index in row if self._free(index, -_sign(row[index]))), default=None)
            if entering is None:
                used = tuple(self._holding(row, LOW))
                return Bound(total(used), used)
            way = -_sign(row[entering])
            step, leaving = self._farthest(entering, way, goal)
            if step is None:
                return Bound(None)
            self._move(entering, way * step)
            if leaving is not None:
                self._swap(leaving, entering)

    def _first_outside(self) -> tuple[int, Side] | None:
        """Give the first basic variable beyond one of its ends, and which."""
        for number in sorted(self._tableau):
            for side in (LOW, HIGH):
                end = self._ends.get((number, side))
                if end and (end[0] - self._values[number]) * side > 0:
                    return number, side
        return None

    def _free(self, index: int, way: int) -> bool:
        """Whether a variable can move up (1) or down (-1)."""
        end = self._ends.get((index, -way))
        return end is None or (end[0] - self._values[index]) * way > 0

    def _holding(self, row: dict[int, Exact], side: Side) -> Iterator[Used]:
        """Give what keeps a sum of variables from falling (LOW), or the same turned round (HIGH)."""
        for index, factor in row.items():
            used = self._ends[index, side * _sign(factor)][1]
            yield Used(used.row, used.factor * abs(Fraction(factor)))

    def _farthest(self, entering: int, way: int, goal: int) -> tuple[Exact | None, int | None]:
        """Say how far a variable can move one way, and which other one comes to its end first, if any."""
        own = self._ends.get((entering, -way))
        step: Exact | None = None
        if own is not None:
            step = (own[0] - self._values[entering]) * way
        leaving: int | None = None
        for number in sorted(self._users[entering] - {goal}):
            factor = self._tableau[number][entering]
            end = self._ends.get((number, -way * _sign(factor)))
            if end is not None:
                room: Exact = _over(end[0] - self._values[number], factor) * way
                if step is None or room < step:
                    step, leaving = room, number
        return step, leaving

    def _move(self, number: int, step: Exact) -> None:
        """Move a variable that nothing else makes, and all that rest on it."""
        self._count(len(self._users[number]))
        self._values[number] += step
        for user in self._users[number]:
            self._values[user] += self._tableau[user][number] * step

    def _count(self, work: int) -> None:
        """Give up before there is too much to do."""
        self._work += work
        self._left[0] -= work
        if self._work > MOST_WORK or self._left[0] < 0:
            raise TooLargeError

    def _swap(self, leaving: int, entering: int) -> None:
        """Write the entering variable, and all that rest on it, by the leaving one."""
        self._count(len(self._tableau[leaving]) * len(self._users[entering]))
        row = self._tableau.pop(leaving)
        factor = row.pop(entering)
        made = {index: _over(-weight, factor) for index, weight in row.items()} | {leaving: _over(1, factor)}
        for index in (*row, entering):
            self._users[index].discard(leaving)
        users, self._users[entering] = self._users[entering], set()
        for user in users:
            other = self._tableau[user]
            times = other.pop(entering)
            for index, weight in made.items():
                rest = other.get(index, 0) + times * weight
                if rest:
                    other[index] = rest
                    self._users[index].add(user)
                else:
                    del other[index]
                    self._users[index].discard(user)
        self._tableau[entering] = made
        for index in made:
            self._users[index].add(entering)


def contradiction(rows: Iterable[Row]) -> list[Used] | None:
    """Give rows that cannot all hold, with exact factors that show it; None if all can.

    Raises TooLargeError where that would take too long.
    """
    return Simplex(list(rows)).contradiction()


def least(rows: Iterable[Row], question: Terms) -> Bound | None:
    """Give the least value of a question, with the rows that prove it; None if they cannot all be true.

    Raises TooLargeError where that would take too long.
    """
    simplex = Simplex(list(rows))
    return None if simplex.contradiction() else simplex.least(question)


def _sign(number: Exact) -> int:
    return 1 if number > 0 else -1


def _over(one: Exact, other: Exact) -> Exact:
    """Divide exactly; whole numbers stay whole, for they are quicker."""
    if other in (1, -1):
        return one * other
    quotient = Fraction(one) / other
    return quotient.numerator if quotient.denominator == 1 else quotient
