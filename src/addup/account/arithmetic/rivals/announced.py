"""What reports tell of one announcement and cannot all have heard: the price of a firm, the jobs to be cut.

An announcement binds nobody to what will happen, so the account holds it against nothing; but within some
days it was made once, and two reports of it that differ cannot both be right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from addup.account.arithmetic.clashing import quoted
from addup.account.language.wording import number
from addup.account.result import plain
from addup.grouping.arithmetic.rivals.deals import deals_told
from addup.grouping.patterns import phrase
from addup.grouping.subjects.families import family_of
from addup.grouping.tables import table
from addup.records import Evidence, Figure, Finding, Grouping, Reading
from addup.words import amount_meaning

_DAYS = timedelta(days=10)
"""Within so many days reports tell of an announcement as it was made; later it may have been changed."""

Told = tuple[Reading, Figure]


def announced_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the announcements that several reports tell with amounts that cannot be one."""
    readings = {reading.document.id: reading for reading in grouping.readings}
    yield from _prices(grouping.readings)
    for series in grouping.series:
        planned = [
            (readings[member.document], member.figure) for member in series.members if _is_plan(member.figure)
        ]
        yield from _differing(planned, series.name)


def _is_plan(figure: Figure) -> bool:
    """Tell whether a figure is of what somebody announced that he would do: "to cut 1,200 jobs"."""
    family = family_of(figure.event, figure.noun)
    return (
        figure.stance == "expected"
        and figure.change is None
        and not figure.amount.worded
        and family is not None
        and family.announced
    )


def _prices(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Hold the prices of one firm in several reports against each other, in one currency."""
    found = [(reading, deal) for reading in readings for deal in deals_told(reading)]
    for (one, mine), (other, its) in combinations(found, 2):
        named = mine.target & its.target
        if one is not other and named and mine.figure.amount.unit == its.figure.amount.unit:
            yield from _differing([(one, mine.figure), (other, its.figure)], f"the price of {_name(named)}")


def _name(words: frozenset[str]) -> str:
    return " ".join(sorted(word.title() for word in words))


def _differing(told: Sequence[Told], what: str) -> Iterator[Finding]:
    """Give the two amounts of two reports that lie farthest apart, if none of them tells of several."""
    by_report: dict[str, list[Told]] = {}
    for one in told:
        by_report.setdefault(one[0].document.id, []).append(one)
    firsts = [group[0] for group in by_report.values() if all(_same(group[0][1], one[1]) for one in group)]
    if len(firsts) < 2 or len(firsts) < len(by_report) or any(map(_is_changed, firsts)):
        return
    low, high = min(firsts, key=_least), max(firsts, key=_least)
    less, more = (amount_meaning(figure.amount).charitable for _, figure in (low, high))
    if not less.below(more) or not _near(low[0].document.published, high[0].document.published):
        return
    gap = (more.low or 0) - (less.high or 0)
    pair = sorted((low, high), key=lambda one: (one[0].document.published or date.max, one[0].document.id))
    unit = low[1].amount.unit
    said = tuple(quoted(figure) for _, figure in pair)
    yield Finding(
        kind="conflict",
        text=f"Told of one announcement ({what}): {' and '.join(said)}, apart by {number(gap, unit)}.",
        rows=said,
        series=tuple(dict.fromkeys(figure.series for _, figure in pair if figure.series)),
        reports=tuple(figure.id for _, figure in pair),
        gap=plain(gap),
        evidence=tuple(Evidence.of(reading.document.id, figure.span) for reading, figure in pair),
    )


def _same(one: Figure, other: Figure) -> bool:
    first, second = (amount_meaning(figure.amount).charitable for figure in (one, other))
    return first.meets(second)


def _least(told: Told) -> float:
    amount = told[1].amount
    return float(amount.low if amount.low is not None else amount.high or 0)


def _near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= _DAYS


def _is_changed(told: Told) -> bool:
    """Tell whether the sentence of an amount says that it was another before."""
    reading, figure = told
    changed = phrase(*table("cues")["announced"]["changed"])
    return changed.search(reading.document.text, *figure.sentence) is not None
