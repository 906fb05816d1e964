"""Rows that are all differences of two points: a simple temporal network, answered by shortest paths.

Every row `low <= a - b <= high` is an edge from b to a of length `high`, and one back of length `-low`
(Dechter, Meiri and Pearl, Temporal constraint networks, 1991). A cycle of negative length is a
contradiction; the tightest bound on a difference is a shortest path. All lengths are whole numbers after
scaling, so that nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from fractions import Fraction
from heapq import heappop, heappush
from math import lcm
from operator import itemgetter

from addup.account.solving.claims import Point, Terms
from addup.account.solving.rows import Row

ORIGIN: Point = ("", 0)
"""The point that stands at zero, against which levels and tolls are measured."""


@dataclass(frozen=True, slots=True)
class Used:
    """A row's part in an argument: `factor` times its lower end (factor > 0) or upper end (factor < 0)."""

    row: Row
    factor: Fraction

    @property
    def amount(self) -> Fraction:
        """What the end contributes: lower ends count up, upper ends count down."""
        end = self.row.low if self.factor > 0 else self.row.high
        return self.factor * end if self.factor and end is not None else Fraction(0)


@dataclass(frozen=True, slots=True)
class Bound:
    """An end of what something can come to, None if it has none, and the rows that prove it.

    The amounts of the rows come to the end if it is the lower one, to its negative if it is the upper one.
    """

    value: Fraction | None
    used: tuple[Used, ...] = ()


def total(used: Iterable[Used]) -> Fraction:
    """Add up what the ends contribute."""
    return sum((use.amount for use in used), Fraction(0))


def is_network(rows: Iterable[Row]) -> bool:
    """Whether every row is a single point or the difference of two."""
    return all(is_difference(row.terms) for row in rows)


def is_difference(terms: Terms) -> bool:
    """Whether terms are a single point or the difference of two."""
    return len(terms) == 1 or (len(terms) == 2 and terms[0][1] == -terms[1][1])


class Network:
    """Shortest paths over the points of rows."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.points: dict[Point, int] = {ORIGIN: 0}
        for point in sorted({point for row in rows for point, _ in row.terms}, key=lambda point: point[::-1]):
            self.points[point] = len(self.points)
        ends = [self._difference(row) for row in rows]
        self.scale = lcm(
            *{end.denominator for *_, low, high in ends for end in (low, high) if isinstance(end, Fraction)}
        )
        self._rows = rows
        self._parallel: dict[tuple[int, int], list[tuple[int, tuple[int, int]]]] = {}
        for index, (head, tail, low, high) in enumerate(ends):
            if high is not None:
                self._parallel.setdefault((tail, head), []).append((self._whole(high), (index, -1)))
            if low is not None:
                self._parallel.setdefault((head, tail), []).append((-self._whole(low), (index, 1)))
        for edges in self._parallel.values():
            edges.sort(key=itemgetter(0))
        self._lay(frozenset())

    def without(self, owners: Collection[int]) -> Network:
        """Give the network without the rows of some owners; it keeps all points."""
        rest = copy(self)
        rest._lay(self._gone.union(owners))
        return rest

    def _lay(self, gone: frozenset[int]) -> None:
        """Keep the shortest of parallel edges, the first of equal ones; owners that are `gone` have none."""
        self._gone = gone
        self._standing: list[int] = []
        self._outgoing: dict[int, dict[int, int]] | None = None
        self._length: dict[tuple[int, int], int] = {}
        self._source: dict[tuple[int, int], tuple[int, int]] = {}
        for ends, parallel in self._parallel.items():
            for length, source in parallel:
                if self._rows[source[0]].owner not in gone:
                    self._length[ends], self._source[ends] = length, source
                    break
        edges = [(tail, head, length) for (tail, head), length in self._length.items()]
        self._forward = sorted(edge for edge in edges if edge[0] < edge[1])
        self._backward = sorted((edge for edge in edges if edge[0] > edge[1]), reverse=True)

    def _difference(self, row: Row) -> tuple[int, int, int | Fraction | None, int | Fraction | None]:
        """Write a row as head - tail with both ends."""
        if len(row.terms) == 1:
            (head, factor), tail = row.terms[0], ORIGIN
        else:
            (head, factor), (tail, _) = row.terms
        low, high = (None if end is None else _over(end, factor) for end in (row.low, row.high))
        if factor < 0:
            low, high = high, low
        return self.points[head], self.points[tail], low, high

    def _whole(self, end: int | Fraction) -> int:
        """Scale an end to a whole number."""
        return end.numerator * (self.scale // end.denominator)

    def contradiction(self) -> list[Used] | None:
        """Give a cycle of negative length as the rows along it; None if there is none."""
        distance: list[int | None] = [0] * len(self.points)
        parent = [-1] * len(self.points)
        while self._relax(distance, parent):
            cycle = _cycle(parent)
            if cycle:
                return [self._used(tail, head) for tail, head in cycle]
        self._standing = [place or 0 for place in distance]
        return None

    def extend(self, rows: Iterable[Row]) -> bool | None:
        """Take more rows into a network that has no contradiction, and tell whether it still has none.

        None if the rows need points or fractions that the network does not have; then, and after a
        contradiction, it is of no more use. Only points that have to move are looked at (Cotton and Maler,
        Fast and flexible difference constraint propagation, 2006).
        """
        if self._outgoing is None:
            self._outgoing = {}
            for (tail, head), length in self._length.items():
                self._outgoing.setdefault(tail, {})[head] = length
        for row in rows:
            if not is_difference(row.terms) or any(point not in self.points for point, _ in row.terms):
                return None
            head, tail, low, high = self._difference(row)
            for start, end, limit in ((tail, head, high), (head, tail, None if low is None else -low)):
                if limit is None:
                    continue
                if self.scale % limit.denominator:
                    return None
                if not self._tighten(start, end, self._whole(limit)):
                    return False
        return True

    def _tighten(self, tail: int, head: int, length: int) -> bool:
        """Add one edge and move what it pushes; False if that comes round to the edge itself."""
        assert self._outgoing is not None
        edges = self._outgoing.setdefault(tail, {})
        if length >= edges.get(head, length + 1):
            return True
        edges[head] = length
        standing = self._standing
        moved: dict[int, int] = {}
        waiting = [(standing[tail] + length - standing[head], head)]
        while waiting:
            step, point = heappop(waiting)
            if step >= 0 or point in moved:
                continue
            if point == tail:
                return False
            moved[point] = standing[point] + step
            for further, distance in self._outgoing.get(point, {}).items():
                push = moved[point] + distance - standing[further]
                if push < 0 and further not in moved:
                    heappush(waiting, (push, further))
        for point, place in moved.items():
            standing[point] = place
        return True

    def path(self, head: Point, tail: Point) -> list[Used] | None:
        """Give the rows along the shortest path, whose ends limit head - tail; None if nothing does.

        With the sign that they have here their amounts come to the least value of tail - head.
        """
        distance: list[int | None] = [None] * len(self.points)
        parent = [-1] * len(self.points)
        start, end = self.points[tail], self.points[head]
        distance[start] = 0
        while self._relax(distance, parent):
            pass
        if distance[end] is None:
            return None
        used, here = [], end
        while here != start:
            used.append(self._used(parent[here], here))
            here = parent[here]
        return used[::-1]

    def _relax(self, distance: list[int | None], parent: list[int]) -> bool:
        """Shorten once along the edges forward in time, once backward (Yen's order); tell if anything did."""
        changed = False
        for edges in (self._forward, self._backward):
            for tail, head, length in edges:
                start = distance[tail]
                if start is None:
                    continue
                reached = distance[head]
                if reached is None or start + length < reached:
                    distance[head] = start + length
                    parent[head] = tail
                    changed = True
        return changed

    def _used(self, tail: int, head: int) -> Used:
        index, side = self._source[tail, head]
        factor = self._rows[index].terms[0][1]
        # The end that was used is the other one if the row was turned round to read head - tail.
        turned = side if factor > 0 else -side
        return Used(self._rows[index], Fraction(turned) / abs(Fraction(factor)))


def _over(end: int | Fraction, factor: int | Fraction) -> int | Fraction:
    return end if factor == 1 else -end if factor == -1 else Fraction(end) / factor


def _cycle(parent: Sequence[int]) -> list[tuple[int, int]] | None:
    """Find a cycle among parents, as edges; there is one only if its length is negative."""
    seen = [0] * len(parent)
    for start in range(len(parent)):
        if seen[start]:
            continue
        node = start
        while node != -1 and not seen[node]:
            seen[node] = start + 1
            node = parent[node]
        if node != -1 and seen[node] == start + 1:
            return _around(parent, node)
    return None


def _around(parent: Sequence[int], node: int) -> list[tuple[int, int]]:
    cycle, here = [], node
    while True:
        cycle.append((parent[here], here))
        here = parent[here]
        if here == node:
            return cycle[::-1]
