"""How far a report would have to give way for the rest of a contradiction to be possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from addup.account.claims import Point, Spread
from addup.account.rows import STRUCTURE, Row, holds_nothing


def least_widening(rows: Sequence[Row], owner: int, spread: Spread) -> Fraction | None:
    """Give the least total by which the rows of one owner must widen so that all rows can hold.

    With `spread` "worst" all its rows widen alike and the worst counts; with "sum" each widens by itself
    and all of them together count. None if no widening helps.
    """
    from addup.account.linear import Programme

    widened: list[Row] = []
    slacks: list[Point] = []
    for row in rows:
        if row.owner != owner:
            if not row.terms and not holds_nothing(row):
                return None
            widened += [row] if row.terms else []
            continue
        slack: Point = ("", len(slacks) if spread == "sum" else 0)
        if slack not in slacks:
            slacks.append(slack)
        widened += _with_slack(row, slack)
    widened += [Row(((slack, 1),), 0, None, STRUCTURE) for slack in slacks]
    return Programme(widened).least(tuple((slack, 1) for slack in slacks)).value


def _with_slack(row: Row, slack: Point) -> Iterator[Row]:
    """Write both ends with room to give way."""
    if row.low is not None:
        yield replace(row, terms=((slack, 1), *row.terms), high=None)
    if row.high is not None:
        yield replace(row, terms=((slack, -1), *row.terms), low=None)
