"""What two reports tell in the same words with two numbers: how far prices rose, what a budget will spend.

The account holds neither changes nor plans against each other, since either may be told of many things; but
who says the same of the same days in the same words tells one thing, of which there is one number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

from addup.account.arithmetic.clashing import Told, cite, meant, quoted
from addup.account.language.wording import number
from addup.grouping.subjects.wording import wordings
from addup.records import Figure, Finding, Grouping, Reading

_DAYS = timedelta(days=3)
"""So near each other reports come out that tell the same news, where its day is not told."""

_Said = tuple[Reading, Figure]


def wording_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the changes and plans that two reports tell in the same words, of amounts that cannot be one."""
    said: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for reading in grouping.readings:
        for place, (wording, *_) in wordings(reading).items():
            figure = reading.figures[place]
            if _is_left_out(figure):
                said[(wording, *_kind(figure))].append((reading, figure))
    for group in said.values():
        differing = (pair for pair in combinations(group, 2) if _differ(*pair))
        farthest = max(differing, key=_apart, default=None)
        if farthest is not None:
            yield _finding(farthest)


def _is_left_out(figure: Figure) -> bool:
    """Tell whether a figure is of a change, or of what is still to come."""
    return (figure.change is not None or figure.stance == "expected") and figure.amount.bound != "vague"


def _kind(figure: Figure) -> tuple[str, ...]:
    amount = figure.amount
    return amount.kind, amount.unit or "", amount.per or "", figure.change or "", figure.stance


def _differ(one: _Said, other: _Said) -> bool:
    (report, mine), (beside, its) = one, other
    if report is beside or meant(mine).meets(meant(its)):
        return False
    dated = mine.period.known
    return dated or _near(report.document.published, beside.document.published)


def _near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= _DAYS


def _apart(pair: Sequence[_Said]) -> float:
    first, second = (meant(figure) for _, figure in pair)
    low, high = (first, second) if first.below(second) else (second, first)
    return float((high.low or 0) - (low.high or 0))


def _finding(pair: Sequence[_Said]) -> Finding:
    ordered = sorted(pair, key=lambda one: (one[0].document.published or date.max, one[0].document.id))
    first, second = (meant(figure) for _, figure in ordered)
    low, high = (first, second) if first.below(second) else (second, first)
    gap = (high.low or 0) - (low.high or 0)
    rows = tuple(quoted(figure) for _, figure in ordered)
    return cite(
        "conflict",
        f"Told in the same words: {' and '.join(rows)}, apart by {number(gap, ordered[0][1].amount.unit)}.",
        rows,
        [Told(reading.document.id, figure) for reading, figure in ordered],
        Fraction(gap),
    )
