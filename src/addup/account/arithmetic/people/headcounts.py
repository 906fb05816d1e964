"""People of one event held against each other: those aboard, and the dead, rescued and missing among them.

What is compared here is found by the words around the numbers alone (`people.roles` of grouping), in one
report or in several on one matter, so that an event, place or day that was read apart hides nothing. In
return nothing is said as long as any choice among the numbers fits, and what is said is a tension, not a
conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import combinations

from addup.account.arithmetic.clashing import clash, quoted
from addup.account.language.wording import number
from addup.grouping.arithmetic.people.role_words import is_level
from addup.grouping.arithmetic.people.roles import Head, day_of
from addup.grouping.patterns import phrase
from addup.grouping.tables import table
from addup.records import Finding, Reading
from addup.words import amount_meaning

_LEAST = 2
"""By so many people at least the ends must be too many, and by `_SHARE` of the whole."""
_SHARE = Fraction(3, 100)
_TWICE = 2
_OPENING = 600
"""Within so many characters a report tells how many there were, if no words say that they are all."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Sum:
    """Which ends are together at most which whole: a row of `roles.toml`."""

    whole: frozenset[str]
    ends: tuple[frozenset[str], ...]
    unless: tuple[str, ...]
    complete: bool
    first: bool
    tied: frozenset[str]

    def tells_of_others(self, reading: Reading) -> bool:
        """Tell whether a report tells of others than those of the whole."""
        return bool(self.unless) and phrase(*self.unless).search(reading.document.text) is not None


@cache
def _sums() -> tuple[Sum, ...]:
    return tuple(
        Sum(
            frozenset(row["whole"]),
            tuple(map(frozenset, row["ends"])),
            tuple(row["unless"]),
            bool(row.get("complete", False)),
            bool(row.get("first", False)),
            frozenset(row.get("tied", ())),
        )
        for row in table("roles")["sum"]
    )


def headcount_findings(matters: Sequence[Sequence[Head]], readings: Sequence[Reading]) -> Iterator[Finding]:
    """Give the ends of people that are together more than those to whom something happened."""
    told: set[frozenset[str]] = set()
    for heads in matters:
        for row in _sums():
            for finding in _too_many(row, heads, readings):
                key = frozenset(piece.text for piece in finding.evidence)
                if not any(key <= other or other <= key for other in told):
                    told.add(key)
                    yield finding


def _too_many(row: Sum, heads: Sequence[Head], readings: Sequence[Reading]) -> Iterator[Finding]:
    """Hold the ends told in the reports on one matter against the whole."""
    if any(row.tells_of_others(readings[index]) for index in {head.reading for head in heads}):
        return
    free = [head for head in heads if not head.rest and not head.added and head.of is None]
    wholes = [head for head in _fit_to_begin(row, free, heads) if head.roles & row.whole] or _meant_as_whole(
        row, free, heads, readings
    )
    whole, most = _whole(wholes)
    if not whole:
        return
    # "Another 30 were taken on Friday": they may be of all as well.
    most += sum((_most(head) for head in heads if head.added and head.roles & row.whole), Fraction(0))
    begun = min((head.figure.period.first for head in whole if head.figure.period.first), default=None)
    parts = [
        head
        for head in heads
        if head not in wholes
        and not any(_most(head) == _most(one) == _least_of(head) for one in whole)  # all, told once more
        and not _is_before(head, begun)
        and not _is_of_part(head, row, heads, most)
    ]
    parts = [head for head in parts if not head.roles & row.tied or _is_tied(head, row, parts)]
    ends = [end for end in (_ended(parts, roles, readings) for roles in row.ends) if end.heads]
    ends = _of_the_last_day(ends, readings)
    least = sum(end.least for end in ends)
    if len(ends) < 2 or least - most < max(Fraction(_LEAST), most * _SHARE):
        return
    if any(sum(end.least for end in some) == most for some in _subsets(ends)):
        return  # "38 survived: 20 are in hospital, 18 went home": the dead are others
    if any(end.least > most for end in ends) or least > most * _TWICE:
        return  # no whole of these
    ended = [head for end in ends for head in end.heads]
    together = f" = {number(most)}" if len(whole) > 1 else ""
    over = f"{number(least - most)} too many"
    yield clash(
        "tension",
        f"{_sum(ended)} = {number(least)}, but {_sum(whole)}{together} in all: {over}.",
        [_said(head) for head in (*whole, *ended)],
        (*whole, *ended),
        least - most,
    )


def _subsets(ends: Sequence[_End]) -> Iterator[Sequence[_End]]:
    for many in range(2, len(ends)):
        yield from combinations(ends, many)


def _fit_to_begin(row: Sum, free: Sequence[Head], heads: Sequence[Head]) -> Sequence[Head]:
    """Give those who may be all there are: where some still are in that role, those told before any end."""
    told = [(head.reading, head.place) for head in heads if any(head.roles & end for end in row.ends)]
    if not row.first or not told:
        return free
    return [head for head in free if (head.reading, head.place) < min(told)]


def _meant_as_whole(
    row: Sum, free: Sequence[Head], heads: Sequence[Head], readings: Sequence[Reading]
) -> list[Head]:
    """Give those of whom the ends are said to be some, or whom a report counts before it tells all ends."""
    told = [head for head in heads if any(head.roles & end for end in row.ends)]
    named = {(head.reading, head.of_figure) for head in told if head.of_figure is not None}
    by_words = [
        head
        for head in free
        if (head.reading, head.place) in named and not _LEFT.search(head.figure.span.text)
    ]
    ends = [end for end in row.ends if any(head.roles & end for head in told)]
    every = len(ends) == len(row.ends) or any(is_level(role) for end in ends for role in end)
    if by_words or not (row.complete and every and len(ends) > 1):
        return by_words
    first = min((day_of(head, readings), head.reading, head.place) for head in told)
    return [
        head
        for head in free
        if head.noun
        and not head.roles
        and (day_of(head, readings), head.reading, head.place) < first
        and head.figure.sentence[0] <= _OPENING
    ]


def _whole(heads: Sequence[Head]) -> tuple[list[Head], Fraction]:
    """Give the most that those of the whole may be: one number, or those of one sentence together."""
    best: tuple[list[Head], Fraction] = ([], Fraction(0))
    sentences: dict[tuple[int, tuple[int, int]], list[Head]] = {}
    for head in heads:
        sentences.setdefault((head.reading, head.figure.sentence), []).append(head)
        best = max(best, ([head], _most(head)), key=lambda one: one[1])
    for group in sentences.values():
        kinds = {head.noun: head for head in group if head.noun not in ("person", "people", "")}
        together = [head for head in group if kinds.get(head.noun) is head or head.noun == ""]
        days = {(head.figure.period, head.figure.place) for head in together}
        if len(together) > 1 and (kinds or len(days) == len(together)):
            best = max(best, (together, sum(map(_most, together), Fraction(0))), key=lambda one: one[1])
    return best


_LEFT = re.compile(r"\b(?:buried|injured|missing|stranded|trapped|wounded)\b")
"""Those who are still in such a state are not all: others were found before."""
_ENDLESS = Fraction(10**12)


def _most(head: Head) -> Fraction:
    high = amount_meaning(head.figure.amount).sharp.high
    return _ENDLESS if high is None else high


def _least_of(head: Head) -> Fraction:
    return amount_meaning(head.figure.amount).sharp.low or Fraction(0)


def _is_before(head: Head, begun: date | None) -> bool:
    last = head.figure.period.last
    return begun is not None and last is not None and last < begun - _DAY


def _is_of_part(head: Head, row: Sum, heads: Sequence[Head], most: Fraction) -> bool:
    """Tell whether people are some of an end, and not of the whole: "forty of the survivors"."""
    if head.of is None:
        return False
    if head.of & frozenset().union(*row.ends) and not head.of & row.whole:
        return True
    among = [one for one in heads if one.reading == head.reading and one.place == head.of_figure]
    return any(_most(one) < most for one in among)


def _is_tied(head: Head, row: Sum, parts: Sequence[Head]) -> bool:
    """Tell whether people are said to be of the whole, or are told in one sentence with others of it."""
    if head.of is not None:
        return True
    beside = [
        one for one in parts if one.reading == head.reading and one.figure.sentence == head.figure.sentence
    ]
    return any(one.roles & end and not one.roles & row.tied for one in beside for end in row.ends)


@dataclass(frozen=True, slots=True)
class _End:
    """How many at least came to an end, and the numbers that say so."""

    roles: frozenset[str]
    heads: tuple[Head, ...]
    least: Fraction


def _ended(parts: Sequence[Head], roles: frozenset[str], readings: Sequence[Reading]) -> _End:
    """Give how many came to an end: the most told so far, or who the last report says are still in it."""
    told = [head for head in parts if head.roles & roles]
    if not told:
        return _End(roles, (), Fraction(0))
    if any(is_level(role) for role in roles):
        last = max(day_of(head, readings) for head in told)
        latest = [head for head in told if day_of(head, readings) == last]
        least = min(latest, key=_least_of)
        return _End(roles, (least,), _least_of(least))
    whole = [head for head in told if not head.added]
    best: tuple[tuple[Head, ...], Fraction] = ((), Fraction(0))
    for head in whole or told:
        best = max(best, ((head,), _least_of(head)), key=lambda one: one[1])
    for more in (head for head in told if head.added):
        before = [head for head in told if head is not more and _goes_before(head, more, readings)]
        for base in before:
            together = _least_of(base) + _least_of(more)
            if together > best[1] and not any(
                head.total for head in whole if day_of(head, readings) >= day_of(more, readings)
            ):
                best = ((base, more), together)
    return _End(roles, *best)


def _goes_before(base: Head, more: Head, readings: Sequence[Reading]) -> bool:
    """Tell whether a number was counted before another that comes beside it."""
    if base.reading == more.reading:
        return base.figure.sentence == more.figure.sentence and base.place < more.place
    return day_of(base, readings) < day_of(more, readings)


def _of_the_last_day(ends: Sequence[_End], readings: Sequence[Reading]) -> list[_End]:
    """Leave out who was still missing on a day after which others were found."""
    days = {end.roles: max(day_of(head, readings) for head in end.heads) for end in ends}
    latest = max(days.values(), default=date.min)
    return [end for end in ends if not any(is_level(role) for role in end.roles) or days[end.roles] == latest]


def _sum(heads: Sequence[Head]) -> str:
    return " + ".join(f"“{head.figure.span.text}”" for head in heads)


def _said(head: Head) -> str:
    roles = " or ".join(sorted(role.replace("_", " ") for role in head.roles))
    return f"{quoted(head.figure)}: {roles}"
