"""One door to both solvers: shortest paths where the rows allow it, else a linear programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from addup.account.claims import Exact, Terms
from addup.account.network import ORIGIN, Bound, Network, Used, is_network, total
from addup.account.rows import Row, holds_nothing

if TYPE_CHECKING:
    from addup.account.linear import Programme

Bounds = tuple[Bound, Bound]

NOISE = Fraction(1, 10**9)
"""A misfit below this share of the largest number involved is arithmetic."""


def contradiction(rows: Sequence[Row]) -> tuple[list[Used] | None, list[Row]]:
    """Give rows that cannot all be true with the factors that show it, or None.

    The second value is the rows to go on with: widened by what was mere noise, if any was.
    """
    settled = list(rows)
    while True:
        used = _contradiction(settled)
        if used is None or not _is_noise(used):
            return used, settled
        settled = _widened(settled, used)


def _contradiction(rows: Sequence[Row]) -> list[Used] | None:
    for row in rows:
        if row.low is not None and row.high is not None and row.low > row.high:
            return [Used(row, Fraction(1)), Used(row, Fraction(-1))]
        if not row.terms and not holds_nothing(row):
            return [Used(row, Fraction(1 if row.low is not None and row.low > 0 else -1))]
    rows = [row for row in rows if row.terms]
    if is_network(rows):
        return Network(rows).contradiction()
    from addup.account.linear import Programme

    return Programme(rows).contradiction()


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


def bounds(rows: Sequence[Row], questions: Sequence[Terms]) -> list[Bounds]:
    """Give the least and the most that each question can come to under rows that can all be true."""
    rows = [row for row in rows if row.terms]
    answers: dict[Terms, Bounds] = {(): (Bound(Fraction(0)), Bound(Fraction(0)))}
    paths = (
        [question for question in questions if question and _is_path(question)] if is_network(rows) else []
    )
    if paths:
        network = Network(rows)
        answers.update((question, _between(network, question)) for question in paths)
    rest = [question for question in questions if question not in answers]
    if rest:
        from addup.account.linear import Programme

        programme = Programme(rows)
        answers.update((question, _optima(programme, question)) for question in rest)
    return [answers[question] for question in questions]


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


def _is_path(question: Terms) -> bool:
    return len(question) == 1 or (len(question) == 2 and question[0][1] == -question[1][1])
