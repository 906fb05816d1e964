"""One door to both solvers: shortest paths where the rows allow it, else a linear programme."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from addup.account.language.account import Account
from addup.account.solving.claims import Claim, Exact, Point, Terms
from addup.account.solving.layout import Layout
from addup.account.solving.network import ORIGIN, Bound, Network, Used, is_difference, is_network, total
from addup.account.solving.rows import Row, holds_nothing, is_network_of, rows_of

if TYPE_CHECKING:
    from addup.account.solving.linear import Programme

Bounds = tuple[Bound, Bound]

NOISE = Fraction(1, 10**9)
"""A misfit below this share of the largest number involved is arithmetic."""


class Problem:
    """Rows with the solver that fits them: shortest paths if all are differences, else a linear programme."""

    def __init__(self, rows: Sequence[Row] | Layout) -> None:
        self._layout = rows if isinstance(rows, Layout) else None
        self._rows: Sequence[Row] = () if isinstance(rows, Layout) else rows
        self._solvable = [row for row in self._rows if row.terms]
        self.network = Network(self._solvable) if not self._layout and is_network(self._solvable) else None

    @cached_property
    def programme(self) -> Programme:
        """The rows as a linear programme, made when first needed: HiGHS takes a while to load."""
        from addup.account.solving.linear import Listed, Programme

        return Programme(self._layout or Listed(self._solvable))

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, written out."""
        return self._layout.rows() if self._layout else self._rows

    def contradiction(self) -> list[Used] | None:
        """Give rows that cannot all be true with the factors that show it, or None."""
        layout = self._layout
        for row in map(layout.row, layout.telling()) if layout else self._rows:
            if row.low is not None and row.high is not None and row.low > row.high:
                return [Used(row, Fraction(1)), Used(row, Fraction(-1))]
            if not row.terms and not holds_nothing(row):
                return [Used(row, Fraction(1 if row.low is not None and row.low > 0 else -1))]
        return (self.network or self.programme).contradiction()

    def knows(self, points: Iterable[Point]) -> bool:
        """Whether questions about these points can be answered without writing further rows."""
        if self._layout:
            return all(map(self._layout.knows, points))
        known = (
            self.network.points if self.network else {point for row in self.rows for point, _ in row.terms}
        )
        return all(point in known for point in points)

    def without(self, gone: Collection[int]) -> Problem | None:
        """Leave out the rows of some members; None if the others have to be laid out anew.

        The grid of evenings is finer than it need be then, which costs less than a new one.
        """
        if self._layout:
            return None
        rest = Problem(())
        rest._rows = [row for row in self._rows if row.owner not in gone]
        rest._solvable = [row for row in rest._rows if row.terms]
        rest.network = self.network.without(gone) if self.network else None
        return rest

    def bounds(self, questions: Sequence[Terms]) -> list[Bounds]:
        """Give the least and the most that each question can come to, if the rows can all be true."""
        answers: dict[Terms, Bounds] = {(): (Bound(Fraction(0)), Bound(Fraction(0)))}
        for question in questions:
            if question in answers:
                continue
            if self.network and is_difference(question):
                answers[question] = _between(self.network, question)
            else:
                answers[question] = _optima(self.programme, question)
        return [answers[question] for question in questions]


def laid_out(account: Account, claims: Mapping[int, Sequence[Claim]], extra: Iterable[Point] = ()) -> Problem:
    """Lay out claims for the solver that fits them; `extra` points are needed for a question."""
    if is_network_of(account, claims):
        return Problem(rows_of(account, claims, extra))
    return Problem(Layout(account, claims, extra))


def contradiction(problem: Problem) -> tuple[list[Used] | None, Problem]:
    """Give rows that cannot all be true with the factors that show it, or None.

    The second value is the problem to go on with: widened by what was mere noise, if any was.
    """
    while True:
        used = problem.contradiction()
        if used is None or not _is_noise(used):
            return used, problem
        problem = Problem(_widened(problem.rows, used))


def _is_noise(used: Sequence[Used]) -> bool:
    misfit = sum((use.amount for use in used), Fraction(0))
    return 0 < misfit <= NOISE * max(abs(use.amount) for use in used)


def _widened(rows: Sequence[Row], used: Sequence[Used]) -> list[Row]:
    """Give way at the largest number, so that this argument no longer runs."""
    use = max(used, key=lambda use: abs(use.amount))
    misfit = sum((other.amount for other in used), Fraction(0)) / abs(use.factor)
    end = use.row.low if use.factor > 0 else use.row.high
    assert end is not None
    given: dict[str, Exact] = {"low": end - misfit} if use.factor > 0 else {"high": end + misfit}
    wider = replace(use.row, **given)  # type: ignore[arg-type]
    return [wider if row is use.row else row for row in rows]


def _between(network: Network, question: Terms) -> Bounds:
    """Answer a difference of two points by shortest paths."""
    (head, factor), *rest = question
    tail = rest[0][0] if rest else ORIGIN
    if factor < 0:
        head, tail = tail, head
    size = abs(Fraction(factor))
    return _proved(network.path(tail, head), size), _turned(_proved(network.path(head, tail), size))


def _proved(used: Sequence[Used] | None, size: Fraction) -> Bound:
    """Give the bound that a path proves, for a question that counts it `size` times."""
    if used is None:
        return Bound(None)
    scaled = tuple(Used(use.row, use.factor * size) for use in used)
    return Bound(total(scaled), scaled)


def _turned(bound: Bound) -> Bound:
    """Make the least of a negative question the most of the question; its proof stays what it is."""
    return Bound(None) if bound.value is None else Bound(-bound.value, bound.used)


def _optima(programme: Programme, question: Terms) -> Bounds:
    least = programme.least(question)
    return least, _turned(programme.least(tuple((point, -weight) for point, weight in question)))
