"""A quick look at a whole account: which series can be true, shown by a course that fits all their reports.

Series that nothing links are one large network of differences, however many they are, so that one sweep over
arrays looks for a course of all of them at once (the method of Bellman and Ford, all edges at a time). Ends
are drawn in to whole numbers, so a course that is found fits the reports exactly. A series for which none is
found is not judged here: the exact network has the last word on it.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from addup.account.corrections import corrected
from addup.account.language import Account, View

ROUNDS = 200
"""Rounds after which a series that still moves is left to the exact network, which may find a cycle."""
LARGEST = 2**50
"""Ends beyond this are left to the exact network, so that sums cannot overflow."""
EVENINGS = 2**22
"""More evenings than the calendar has; a point is its series' number times this, plus its evening."""
BEGINNING = 0
"""The evening on which every toll stands at nothing: before the first day of the calendar."""

Array = Any


def possible_series(account: Account, view: View) -> frozenset[str]:
    """Name series whose reports can all be true together, whatever is said of other series.

    A series that is not named may be possible all the same.
    """
    alone = _unlinked(account)
    edges = _edges(account, alone, view)
    try:
        moving = set(_moving(np.array(edges, dtype=np.int64).reshape(-1, 3), len(alone))) if edges else set()
    except OverflowError:  # some number does not fit into 64 bits
        return frozenset()
    return frozenset(name for name, number in alone.items() if number not in moving)


def _unlinked(account: Account) -> dict[str, int]:
    """Number the flows and tolls of which there are only plain amounts."""
    linked = {term.series for relation in account.relations for term in relation.expression.terms}
    for declared in account.series.values():
        linked.update(declared.inflows, declared.outflows, [declared.name] * (declared.kind == "level"))
    for report in account.reports:
        if report.of is not None:
            linked.update((report.series, report.of))
        elif report.per or report.change:
            linked.add(report.series)
    return {name: number for number, name in enumerate(name for name in account.series if name not in linked)}


def _edges(account: Account, alone: dict[str, int], view: View) -> list[int]:
    """Write the reports of some series as edges, three numbers each, one edge after the other.

    The second point of an edge is at most the first one plus its length.
    """
    taken_back = corrected(account, view)
    edges: list[int] = []
    for report in account.reports:
        series = alone.get(report.series)
        if series is None or not report.binds or report.index in taken_back:
            continue
        toll = account.series[report.series].kind == "toll"
        before = series * EVENINGS + (BEGINNING if toll else report.first - 1)
        after = series * EVENINGS + report.last
        ends = report.interval(view)
        # Floor and ceiling of the fractions, without the detour that Python takes for them.
        if ends.high is not None:
            edges += (before, after, ends.high.numerator // ends.high.denominator)
        if ends.low is not None:
            edges += (after, before, -ends.low.numerator // ends.low.denominator)
    return edges


def _moving(edges: Array, count: int) -> list[int]:
    """Give the series for which no course was found."""
    edges = edges[np.argsort(edges[:, 1], kind="stable")]
    points, ends = np.unique(edges[:, :2], return_inverse=True)
    tails, heads = ends.reshape(-1, 2).T
    lengths = edges[:, 2]
    series = points // EVENINGS
    large = np.unique(series[heads[np.abs(lengths) > LARGEST]])
    course = np.zeros(len(points), dtype=np.int64)
    for _ in range(ROUNDS):
        before = course.copy()
        starts = np.flatnonzero(np.diff(heads, prepend=-1))
        reached = np.minimum.reduceat(course[tails] + lengths, starts)
        course[heads[starts]] = np.minimum(course[heads[starts]], reached)
        depth = 1 - int(course.min())
        if depth * count >= 2**62:
            break
        # Nothing falls with time. The steps between series keep what follows in one from reaching another.
        steps = series * depth
        course = np.minimum.accumulate((course + steps)[::-1])[::-1] - steps
        moved = np.zeros(count, dtype=bool)
        moved[series[course != before]] = True
        if not moved.any():
            return list(large)
        busy = moved[series[heads]]
        if 2 * np.count_nonzero(busy) < len(heads):
            tails, heads, lengths = tails[busy], heads[busy], lengths[busy]
    return [*np.flatnonzero(moved), *large]
