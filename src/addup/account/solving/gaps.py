"""How far reports would have to give way for the rest to be possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from addup.account.solving.claims import Point, Spread
from addup.account.solving.rows import GIVES_WAY, STRUCTURE, Row, holds_nothing


def least_widening(rows: Sequence[Row], owner: int, spread: Spread) -> Fraction | None:
    """Give the least total by which the rows of one owner must widen so that all rows can hold.

    With `spread` "worst" all its rows widen alike and the worst counts; with "sum" each widens by itself
    and all of them together count. None if no widening helps.
    """
    from addup.account.solving.linear import Listed, Programme

    room = widened(rows, {owner: spread})
    if room is None:
        return None
    wider, slacks = room
    return Programme(Listed(wider)).least(tuple((slack, 1) for slack in slacks)).value


def widened(rows: Sequence[Row], spreads: Mapping[int, Spread]) -> tuple[list[Row], dict[Point, int]] | None:
    """Give the rows of some owners room to give way: the new rows, and whose each new point is.

    A point says by how much its owner gives way. None if other rows cannot hold whatever gives way.
    """
    wider: list[Row] = []
    slacks: dict[Point, int] = {}
    kept: dict[int, Point] = {}
    for row in rows:
        if row.owner not in spreads:
            if not row.terms and not holds_nothing(row):
                return None
            wider += [row] if row.terms else []
            continue
        slack: Point = (GIVES_WAY, len(slacks))
        if spreads[row.owner] == "worst":
            slack = kept.setdefault(row.owner, slack)
        slacks[slack] = row.owner
        wider += _with_slack(row, slack)
    wider += [Row(((slack, 1),), 0, None, STRUCTURE) for slack in slacks]
    return wider, slacks


def _with_slack(row: Row, slack: Point) -> Iterator[Row]:
    """Write both ends with room to give way."""
    if row.low is not None:
        yield replace(row, terms=((slack, 1), *row.terms), high=None)
    if row.high is not None:
        yield replace(row, terms=((slack, -1), *row.terms), low=None)
