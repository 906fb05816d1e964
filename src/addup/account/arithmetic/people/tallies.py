"""Tolls told again: one that rises to less than it was, and one that grew by other than was added.

The series know which tolls of one place and day follow each other; here it is enough that reports are on one
matter, that both tell all who died or were hurt so far, and that the later one says nothing of a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction
from functools import cache

from addup.account.arithmetic.clashing import Told, clash, falls_little, quoted
from addup.account.arithmetic.intervals import total as sum_of
from addup.account.language.wording import number
from addup.grouping.arithmetic.people.roles import Head, day_of
from addup.grouping.patterns import SENTENCE_END, as_written, phrase
from addup.grouping.places import lead_end
from addup.grouping.tables import table
from addup.records import Finding, Reading
from addup.words import Interval, amount_meaning

_TOLLS = ("dead", "injured")
_SOON = timedelta(days=1)
_LONG = timedelta(days=45)
_NO_PART = Fraction(2, 5)
"""A toll that is less than so much of the one before is that of a part."""
_NEAR = 3
"""Over so few ends of sentences a report looks back to a toll that it gave before."""


def tally_findings(matters: Sequence[Sequence[Head]], readings: Sequence[Reading]) -> Iterator[Finding]:
    """Give the tolls of each matter that fall while said to rise, or rise by other than was added."""
    told: set[frozenset[tuple[str, str]]] = set()
    for heads in matters:
        for role in _TOLLS:
            tolls = [head for head in heads if role in head.roles and not _is_limited(head)]
            for finding in (*_steps(tolls, readings), *_falls(tolls, readings)):
                key = frozenset((piece.document, piece.text) for piece in finding.evidence)
                if key not in told:
                    told.add(key)
                    yield finding


def _is_limited(head: Head) -> bool:
    """Tell whether a number is of some of the dead: children, soldiers, some of those told before."""
    return head.of is not None or (
        head.noun not in ("", *table("roles")["tolls"]["anybody"]) and not _is_all(head)
    )


def _is_all(head: Head) -> bool:
    """Tell whether everybody of an event may be of one kind: the passengers, the workers of a plant."""
    return head.noun in table("roles")["tolls"]["everybody"]


def _falls(tolls: Sequence[Head], readings: Sequence[Reading]) -> Iterator[Finding]:
    """Find a toll that is lower than in a report before, though nobody says that it was corrected."""
    by_report: dict[int, list[Head]] = {}
    for head in tolls:
        if not head.added:
            by_report.setdefault(head.reading, []).append(head)
    latest = {index: max(heads, key=_size) for index, heads in by_report.items()}
    for after, later in latest.items():
        if not _rises(later, readings[after]) or _is_revised(readings[after]):
            continue
        before = [
            one
            for index, one in latest.items()
            if day_of(one, readings) < day_of(later, readings) <= day_of(one, readings) + _LONG
            and _meant(later).below(_meant(one))
            and _one_source(one, later)
            and _is_as_wide(one, later, readings)
            and _size(later) >= _size(one) * _NO_PART
            and not (one.roles & _may_fall() and falls_little(_size(one), _size(later)))
        ]
        if before:
            earlier = max(before, key=lambda one: day_of(one, readings))
            low, high = _meant(earlier).low or Fraction(0), _meant(later).high or Fraction(0)
            told = (earlier, later)
            yield clash(
                "tension",
                f"{_said(earlier)} ({_dated(earlier, readings)}) had {_words(earlier)}, but a later "
                f"toll is {_said(later)} ({_dated(later, readings)}), and no word of a correction: "
                f"{number(low - high)} fewer.",
                [quoted(one.figure) for one in told],
                told,
                low - high,
            )


def _may_fall() -> frozenset[str]:
    """Give the roles that people leave for another, as the injured who die."""
    return frozenset(table("verbs")["falling"])


def _steps(tolls: Sequence[Head], readings: Sequence[Reading]) -> Iterator[Finding]:
    """Find a toll that is not the one before and what is said to have come to it."""
    for total in tolls:
        reading = readings[total.reading]
        near = [
            one
            for one in tolls
            if one.added and one.reading == total.reading and _is_beside(one, total, reading.document.text)
        ]
        if total.added or not total.total or len(near) != 1 or _is_revised(reading):
            continue
        before = _before_in_report(total, near[0], reading) or _before_it(total, tolls, readings)
        if before is not None:
            yield from _step(before, near[0], total)


def _step(before: Told, more: Head, total: Head) -> Iterator[Finding]:
    """Hold a toll against the one before and what came to it."""
    had, came, now = (
        amount_meaning(one.amount).charitable for one in (before.figure, more.figure, total.figure)
    )
    both = sum_of([had, came])
    few, many = now.below(both), both.below(now)
    if not few and not many:
        return
    ends = (both.low, now.high) if few else (now.low, both.high)
    gap = (ends[0] or Fraction(0)) - (ends[1] or Fraction(0))
    told = (before, more, total)
    reckoned = number((both.low if few else both.high) or Fraction(0))
    yield clash(
        "tension",
        f"“{before.figure.span.text}” and “{more.figure.span.text}” are {reckoned}, "
        f"but the toll is said to be {_said(total)}: {number(gap)} too {'few' if few else 'many'}.",
        [quoted(one.figure) for one in told],
        told,
        gap,
    )


def _is_beside(more: Head, total: Head, text: str) -> bool:
    """Tell whether what came and the toll to which it came are told in one sentence, or in two beside."""
    first, last = sorted((more.figure.sentence, total.figure.sentence))
    return first == last or not text[first[1] : last[0]].strip()


def _before_in_report(total: Head, more: Head, reading: Reading) -> Told | None:
    """Give the toll before as a report itself tells it: "up from 131", "it had reported 75 deaths"."""
    text, mine = reading.document.text, total.figure
    for figure in reading.figures:
        if figure in (mine, more.figure) or figure.amount.kind != "count" or figure.stance != "stated":
            continue
        before = text[figure.sentence[0] : figure.amount.number.start]
        grew = figure.sentence == mine.sentence and figure.span.start > mine.span.start
        had = figure.sentence != mine.sentence and _HAD.search(before) and figure.event in _telling()
        first, last = sorted((figure.sentence, mine.sentence))
        near = len(SENTENCE_END.findall(text[first[1] : last[0]])) < _NEAR
        if (grew and _from().search(before)) or (had and near):
            return Told(reading.document.id, figure)
    return None


_HAD = re.compile(
    r"\b[Hh]ad (?:earlier |previously )?"
    r"(?:announced|confirmed|counted|given|put|recorded|registered|reported)\b[^,;]{0,30}$"
)


@cache
def _telling() -> frozenset[str | None]:
    """Give the verbs of dying and of counting the dead."""
    return frozenset({None, *table("roles")["tolls"]["telling"]})


@cache
def _from() -> re.Pattern[str]:
    return re.compile(
        rf"{as_written(*table('roles')['tolls']['from'])}\s+(?:about |around |some |at least )?$"
    )


def _before_it(total: Head, tolls: Sequence[Head], readings: Sequence[Reading]) -> Told | None:
    """Give the toll of the same source that a report of the day before tells."""
    before = [
        one
        for one in tolls
        if not one.added
        and timedelta(0) < day_of(total, readings) - day_of(one, readings) <= _SOON
        and _same_source(one, total)
        and _one_place(one, total)
    ]
    latest = max(before, key=_size, default=None)
    return Told(latest.document, latest.figure) if latest else None


def _rises(head: Head, reading: Reading) -> bool:
    return head.total or _rising().search(reading.document.text, *head.figure.sentence) is not None


@cache
def _rising() -> re.Pattern[str]:
    return phrase(*table("roles")["tolls"]["rising"])


def _is_revised(reading: Reading) -> bool:
    return phrase(*table("roles")["tolls"]["revised"]).search(reading.document.text) is not None


def _one_source(one: Head, other: Head) -> bool:
    """Tell whether two numbers may be of one source: a word of its name is the same, or one has none."""
    first, second = one.figure.said_by, other.figure.said_by
    return not first or not second or _same_source(one, other)


def _same_source(one: Head, other: Head) -> bool:
    first, second = (
        set(re.findall(r"[a-z]{3,}", (head.figure.said_by or "").lower())) - _COMMON for head in (one, other)
    )
    return bool(first & second)


_COMMON = frozenset(
    {"the", "and", "its", "official", "officials", "spokesman", "spokeswoman", "spokesperson", "said"}
)


def _one_place(one: Head, other: Head) -> bool:
    first, second = one.figure.place, other.figure.place
    return not first or not second or bool({*first.lower().split()} & {*second.lower().split()})


def _is_as_wide(one: Head, other: Head, readings: Sequence[Reading]) -> bool:
    """Tell whether a later toll is not only that of a town, where the one before is of all places."""
    place, text = other.figure.place, readings[other.reading].document.text
    if phrase(*table("roles")["tolls"]["local"]).search(text, *other.figure.sentence):
        return False
    if place and not one.figure.place:
        before = readings[one.reading].document.text
        return any(word in before[: lead_end(before)] for word in place.split() if word[:1].isupper())
    return _one_place(one, other)


def _meant(head: Head) -> Interval:
    return amount_meaning(head.figure.amount).charitable


def _size(head: Head) -> Fraction:
    return _meant(head).low or Fraction(0)


def _dated(head: Head, readings: Sequence[Reading]) -> str:
    return f"{day_of(head, readings):%-d %b %Y}"


def _said(head: Head) -> str:
    return quoted(head.figure)


def _words(head: Head) -> str:
    return "been killed" if "dead" in head.roles else "been hurt"
