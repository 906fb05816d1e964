"""Counts of some held against those of all: no more children were killed than people."""

from __future__ import annotations

from collections.abc import Iterator

from addup.account.arithmetic.clashing import are_far, clash, quoted
from addup.account.language.wording import number
from addup.grouping.arithmetic.sums.among import some_of_all
from addup.records import Finding, Grouping

_MOST_TIMES = 8


def among_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the counts of some that are more than those of all."""
    for found in some_of_all(grouping.readings):
        some, every = found.some, found.every
        low, high = some.meant.low, every.meant.high
        if low is None or high is None or are_far(low, high, times=_MOST_TIMES):
            continue
        told = (every, some)
        sure = some.reading is every.reading and some.figure.place == every.figure.place
        yield clash(
            "conflict" if sure else "tension",
            f"{quoted(some.figure)} are to be among {quoted(every.figure)}: {number(low - high)} too many.",
            [quoted(one.figure) for one in told],
            told,
            low - high,
        )
