"""A quick look at a whole account: which series can be true, shown by a course that fits all their reports.

Series that nothing links are one large network of differences, however many they are, so that one sweep over
arrays looks for a course of all of them at once (the method of Bellman and Ford, all edges at a time). Ends
are drawn in to whole numbers, so a course that is found fits the reports exactly. A series for which none is
found is not judged here: the exact network has the last word on it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Any

import numpy as np

from addup.account.language.account import Account, View
from addup.account.solving.corrections import corrected

ROUNDS = 200
"""Rounds after which a series that still moves is left to the exact network, which may find a cycle."""
LARGEST = 2**50
"""Ends beyond this are left to the exact network, so that sums cannot overflow."""
EVENINGS = 2**22
"""More evenings than the calendar has; a point is its series' number times this, plus its evening."""
BEGINNING = 0
"""The evening on which every toll stands at nothing: before the first day of the calendar."""
AT_ONCE = 2**15
"""Edges that are looked at together: so few that they stay in the processor's cache."""

Array = Any


def possible_series(account: Account, view: View, *, without: Collection[str] = ()) -> frozenset[str]:
    """Name series whose reports can all be true together, whatever is said of other series.

    A series that is not named may be possible all the same. `without` are series that nobody asks about:
    where nothing links them to others they count as possible.
    """
    linked, edges = _read(account, view, without)
    try:
        moving = set(_all_moving(np.array(edges, dtype=np.int64).reshape(-1, 3)))
    except OverflowError:  # some number does not fit into 64 bits
        return frozenset()
    return frozenset(
        name for number, name in enumerate(account.series) if name not in linked and number not in moving
    )


def _read(account: Account, view: View, without: Collection[str]) -> tuple[set[str], list[int]]:
    """Name the series of which there is more than plain amounts, and write the amounts of all as edges.

    An edge is three numbers, one edge after the other: its second point is at most its first one plus its
    length. Of series that are named edges may be missing, and of those in `without` all are.
    """
    linked = {term.series for relation in account.relations for term in relation.expression.terms}
    numbers: dict[str, tuple[int, bool]] = {}
    for number, declared in enumerate(account.series.values()):
        linked.update(declared.inflows, declared.outflows, [declared.name] * (declared.kind == "level"))
        numbers[declared.name] = number * EVENINGS, declared.kind == "toll"
    taken_back = corrected(account, view)
    edges: list[int] = []
    # An archive has a million reports, and this is what is done with each: hence no calls and no properties.
    for report in account.reports:
        if report.of is not None:
            linked.update((report.series, report.of))
        elif report.per or report.change:
            linked.add(report.series)
        elif report.series in without:
            continue
        elif report.stance == "stated" and report.trend is None and report.index not in taken_back:
            series, toll = numbers[report.series]
            before = series + (BEGINNING if toll else report.first - 1)
            after = series + report.last
            low, high = report.charitable if view == "charitable" else report.sharp
            # Floor and ceiling of the fractions, without the detour that Python takes for them.
            if high is not None:
                edges += (before, after, high.numerator // high.denominator)
            if low is not None:
                edges += (after, before, -low.numerator // low.denominator)
    return linked, edges


def _all_moving(edges: Array) -> Iterator[int]:
    """Give the series for which no course was found, looking at some series after the other."""
    series = edges[:, 1] // EVENINGS
    large = np.unique(series[np.abs(edges[:, 2]) > LARGEST])
    yield from large.tolist()
    kept = ~np.isin(series, large)
    order = np.argsort(series[kept], kind="stable")
    edges, series = edges[kept][order], series[kept][order]
    starts = np.flatnonzero(np.diff(series, prepend=-1))
    # Cut where a series begins; one with more edges than are looked at together stays in one piece.
    cuts = np.unique(starts[np.searchsorted(starts, np.arange(0, len(edges), AT_ONCE), side="right") - 1])
    for first, stop in pairwise([*cuts.tolist(), len(edges)]):
        yield from _moving(edges[first:stop])


def _moving(edges: Array) -> list[int]:
    """Give the series for which no course was found."""
    edges = edges[np.argsort(edges[:, 1], kind="stable")]
    points, ends = np.unique(edges[:, :2], return_inverse=True)
    tails, heads = ends.reshape(-1, 2).T
    lengths = edges[:, 2]
    names, series = np.unique(points // EVENINGS, return_inverse=True)
    starts = np.flatnonzero(np.diff(heads, prepend=-1))
    course = np.zeros(len(points), dtype=np.int64)
    moved = np.ones(len(names), dtype=bool)
    # What still moves after as many rounds as its series has points goes round a cycle, and never stops.
    for _ in range(min(ROUNDS, int(np.bincount(series).max()) + 1)):
        before = course.copy()
        reached = np.minimum.reduceat(course[tails] + lengths, starts)
        course[heads[starts]] = np.minimum(course[heads[starts]], reached)
        depth = 1 - int(course.min())
        if depth * len(names) >= 2**62:
            break
        # Nothing falls with time. The steps between series keep what follows in one from reaching another.
        steps = series * depth
        course = np.minimum.accumulate((course + steps)[::-1])[::-1] - steps
        moved = np.zeros(len(names), dtype=bool)
        moved[series[course != before]] = True
        if not moved.any():
            break
        busy = moved[series[heads]]
        if 2 * np.count_nonzero(busy) < len(heads):
            tails, heads, lengths = tails[busy], heads[busy], lengths[busy]
            starts = np.flatnonzero(np.diff(heads, prepend=-1))
    return list(names[moved].tolist())
