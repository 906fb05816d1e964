"""The least that reports would have to move, all together, for an account to be possible.

Each report may widen its interval at either end; the sum of the moves, weighed by source, is as small as it
can be. Beside the smallest number of reports to take away this is the other classic of correcting records
(de Waal, Pannekoek and Scholtus, Handbook of statistical data editing and imputation, 2011, chapters 3, 10).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from addup.account.language.account import Account, View
from addup.account.result import plain
from addup.account.solving.choices import clashing_parts, weight_of
from addup.account.solving.claims import Point, spread_of
from addup.account.solving.conflicts import Claims
from addup.account.solving.gaps import widened
from addup.account.solving.rows import Row, rows_of
from addup.records import Number

NEGLIGIBLE = 1e-9
"""Moves below this share of all of them are the solver's rounding."""


@dataclass(frozen=True, slots=True)
class Move:
    """A report (id) that gives way by an amount, in what its series counts: it is too high or too low."""

    report: str
    by: Number
    was: Literal["too high", "too low"]

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {"report": self.report, "by": self.by, "was": self.was}


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves after which everything can be true, and what they come to, each times its report's weight.

    `possible` is False where no move of reports helps, because relations clash among themselves.
    """

    moves: tuple[Move, ...]
    total: Number
    possible: bool = True

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "moves": [move.to_dict() for move in self.moves],
            "total": self.total,
            "possible": self.possible,
        }


def least_moves(
    account: Account, *, weights: Mapping[str, float] | None = None, view: View = "charitable"
) -> Moves:
    """Find moves of the least total after which all reports can be true; relations stay.

    A move of one counts 1, or what `weights` (else the account) says of the report's source: a trusted
    source costs more. A report of many days moves by its worst day, a rate for each unit by all units
    together, as with the gap of a conflict.
    """
    moves: list[tuple[int, Move]] = []
    total = Fraction(0)
    for part in clashing_parts(account, view):
        found = _moves_of(account, part, weights)
        if found is None:
            return Moves((), 0, possible=False)
        moves += found[0]
        total += found[1]
    return Moves(tuple(move for _, move in sorted(moves, key=lambda pair: pair[0])), plain(total) or 0)


def _moves_of(
    account: Account, part: Claims, weights: Mapping[str, float] | None
) -> tuple[list[tuple[int, Move]], Fraction] | None:
    """Give the moves within one part by the place of their report, and their total; None if none helps."""
    from addup.account.solving.linear import Listed, Programme

    reports = [account.reports[member] for member in part if member < len(account.reports)]
    if not reports:
        return None
    rows = rows_of(account, part)
    room = widened(rows, {report.index: spread_of(report) for report in reports})
    if room is None:
        return None
    wider, slacks = room
    matrix = Listed(wider)
    programme = Programme(matrix)
    weight = {report.index: weight_of(account, report, weights) for report in reports}
    least = programme.least(tuple((slack, weight[owner]) for slack, owner in slacks.items()))
    if least.value is None:
        return None
    values = dict(zip(matrix.points, programme.solution().tolist(), strict=True))
    moved: dict[int, float] = {}
    for slack, owner in slacks.items():
        moved[owner] = moved.get(owner, 0.0) + values[slack]
    negligible = NEGLIGIBLE * sum(moved.values())
    return [
        (owner, Move(account.reports[owner].id, _shown(by), _was(rows, owner, values)))
        for owner, by in moved.items()
        if by > negligible
    ], least.value


def _was(rows: list[Row], owner: int, values: Mapping[Point, float]) -> Literal["too high", "too low"]:
    """Say on which side a report is off, where it is off most."""
    above = below = 0.0
    for row in rows:
        if row.owner == owner:
            amount = sum(float(weight) * values[point] for point, weight in row.terms)
            below = max(below, 0.0 if row.low is None else float(row.low) - amount)
            above = max(above, 0.0 if row.high is None else amount - float(row.high))
    return "too high" if below >= above else "too low"


def _shown(by: float) -> Number:
    """Take off the solver's rounding."""
    value = float(f"{by:.10g}")
    return int(value) if value.is_integer() else value
