"""Changes told with both their ends: "fell by 12 percent, to 8,400 from 9,900", "twice as many as the 1,150".

The change, what it led to and what it came from must be of one thing in one sentence; or the change opens
the next sentence ("That is twice as many as in ..., when 1,150"), or stands in the one before ("fell by 12
percent last year. It was 8,400, down from 9,900"). Of what is compared with two times only one is told, so
that such a change is left alone, and so is one that leaves something out ("adjusted for inflation").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from addup.grouping.nouns import noun_group
from addup.grouping.patterns import as_written, may_hold, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_LEAD = 70
_SIGNS = re.compile(r"[;()]")
_BACK = re.compile(r"\s*(?:That|This|It|Which)\b[\w’' ]{0,20}$")
_GRAIN = re.compile(r"\b(year|quarter|month|week|day)s?\b")


@dataclass(frozen=True, slots=True)
class Change:
    """A change in percent, or a multiple, with the amount that it led to and the one that it came from."""

    step: Figure
    after: Figure
    before: Figure


def changes_told(reading: Reading) -> Iterator[Change]:
    """Find the changes of a report that are told with both their ends."""
    cues = table("cues")["change"]
    if not may_hold(reading.document.text, (*cues["from"], *cues["times"])):
        return
    sentences: dict[tuple[int, int], list[Figure]] = {}
    for figure in reading.figures:
        sentences.setdefault(figure.sentence, []).append(figure)
    last: Sequence[Figure] = ()
    for here in sentences.values():
        found = _of_sentence(here, last, reading.document.text)
        if found is not None:
            yield found
        last = here


def _of_sentence(here: Sequence[Figure], last: Sequence[Figure], text: str) -> Change | None:
    """Find the one change that a sentence tells with both ends, by itself or with the one before."""
    steps = [figure for figure in here if is_step(figure)]
    amounts = [figure for figure in here if _is_amount(figure)]
    beside = amounts
    if not steps and len(amounts) == 2:  # "fell by 12 percent. It was 8,400, down from 9,900"
        steps = [figure for figure in last if is_step(figure)]
        if any(_is_amount(figure) for figure in last) or not _is_next(last, here):
            return None
    elif len(steps) == len(amounts) == 1 and _BACK.match(text[steps[0].sentence[0] : steps[0].span.start]):
        beside = [*(figure for figure in last if _is_amount(figure)), *amounts]
    if len(steps) != 1 or len(beside) != 2:
        return None
    return _told(steps[0], beside, text)


def _is_next(last: Sequence[Figure], here: Sequence[Figure]) -> bool:
    """Tell whether figures stand in sentences that follow each other."""
    return bool(last) and here[0].sentence[0] - last[0].sentence[1] <= 2


def is_step(figure: Figure) -> bool:
    """Tell whether a figure says by how much of itself something changed: in percent, or so many times."""
    amount = figure.amount
    times = amount.kind == "measure" and amount.unit == "time" and figure.change != "down"
    return amount.low is not None and (times or (_is_percent(figure) and figure.change is not None))


def _is_percent(figure: Figure) -> bool:
    return figure.amount.kind == "share" and figure.amount.unit == "%"


def _is_amount(figure: Figure) -> bool:
    """Tell whether a figure is an amount of things or money that may have changed to or from another."""
    amount = figure.amount
    return amount.kind in ("count", "money") and not amount.worded and figure.change is None


def _told(step: Figure, amounts: Sequence[Figure], text: str) -> Change | None:
    """Put a change to two amounts of one thing of which the words say which came before; None if unclear."""
    one, other = amounts
    if not _are_alike(one, other) or not _is_of(step, one, other):
        return None
    former = [figure for figure in amounts if _came_before(figure, text)]
    first, end = (step.sentence[0], max(one.sentence[1], other.sentence[1]))
    first = min(first, one.sentence[0])
    if len(former) != 1 or phrase(*table("cues")["change"]["apart"]).search(text, first, end):
        return None
    within = sorted((step, *amounts), key=lambda figure: figure.span.start)
    between = " ".join(text[left.span.end : right.span.start] for left, right in pairwise(within))
    if _SIGNS.search(between) or is_of_two_times(step, former[0], text):
        return None
    if phrase(*table("cues")["change"]["other"]).search(between):
        return None
    after = other if former[0] is one else one
    return Change(step, after, former[0]) if _are_of_its_days(step, after, former[0]) else None


def _are_of_its_days(step: Figure, after: Figure, before: Figure) -> bool:
    """Tell whether a change of a year is not held against amounts of other days, or of two months."""
    days = step.period
    if not days.known or days.first == days.last:
        return True
    if after.period.known and after.period != days:
        return False
    return not before.period.known or days.length < 2 * before.period.length


def _are_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts count the same in the same unit; "9,900" counts what stands beside it."""
    mine, theirs = one.amount, other.amount
    return (
        (mine.kind, mine.unit, mine.per, one.stance) == (theirs.kind, theirs.unit, theirs.per, other.stance)
        and _head(one) == _head(other)
        and _head(one) is not None
    )


def _is_of(step: Figure, one: Figure, other: Figure) -> bool:
    """Tell whether a change is of what two amounts count, or of what happened to them."""
    alike = _head(step) in (_head(one), _head(other)) or not _is_percent(step)
    return alike or (step.event is not None and step.event in (one.event, other.event))


def _head(figure: Figure) -> str | None:
    return noun_group(figure.counted.head.lower()) if figure.counted else None


def _came_before(figure: Figure, text: str) -> bool:
    """Tell whether the words before an amount say that it was what something changed from."""
    start, end = figure.sentence[0], figure.span.start
    return _from().search(text, max(start, end - _LEAD), end) is not None


@cache
def _from() -> re.Pattern[str]:
    """Match what leads to the former amount: "from", "compared with", "than in 2024, when"."""
    cues = as_written(*table("cues")["change"]["from"])
    hedges = as_written(*table("cues")["putting"]["hedges"])
    near = rf"{cues}(?:\s+(?:a|the|its|their|about|{hedges}))*"
    when = r"(?:as|than) (?:in|on|at|during) [\w ,”\"]{2,40}\bwhen"
    who = r"(?: (?:it|they|he|she|there)(?: [a-z]+){1,2})?"
    return re.compile(rf"\b(?:{near}|{when}{who})\s+$")


def is_of_two_times(step: Figure, before: Figure, text: str) -> bool:
    """Tell whether a change is since another time than the amount before: "from a year ago", "from May"."""
    pattern = phrase(*table("cues")["change"]["since"])
    behind = text[step.span.end : step.sentence[1]]
    if before.span.start > step.span.end:
        behind = text[step.span.end : max(before.span.start, step.span.end)]
    compared = pattern.search(behind)
    if compared is None:
        return False
    mine = _GRAIN.search(compared[0])
    told = _GRAIN.search(text, before.span.end, before.sentence[1])
    return not (mine and told and mine[1] == told[1])
