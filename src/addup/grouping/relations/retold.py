"""Numbers that somebody else puts to what was just counted: "the rights group put the number at 130".

Such a number has no noun and no verb of its own. It counts what the number before counts, if that is told by
another and is the only one that it can mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from itertools import takewhile

from addup.grouping.nouns import is_mere_money
from addup.grouping.patterns import as_written
from addup.grouping.relations.voices import FARTHEST
from addup.grouping.subjects.parts import Part
from addup.grouping.subjects.subject import Subject
from addup.grouping.tables import table
from addup.records import Reading
from addup.words.conversions import are_alike, in_unit, scale_of

_PUT = frozenset({"count", "measure", "money"})
_LEAD = 60
_THOSE = re.compile(r"\b(?:them|whom|including)\b")
_ENDS = frozenset({".", ",", ";", ""})


def retold(subjects: Sequence[Subject], reading: Reading, parts: Mapping[int, Part]) -> list[Subject]:
    """Give the subjects of a reading, those of numbers put to what another counted with what that counts."""
    told = list(subjects)
    # "12,000 marched, 3,000 of them women": the whole; "of the 500 cases, 30 died": the part
    aside = {part.part if _THOSE.search(part.evidence.text) else part.whole for part in parts.values()}
    for place, subject in enumerate(subjects):
        if not _is_put(subject, reading.document.text):
            continue
        first = _meant(place, subjects, aside)
        if first is not None:
            told[place] = _as_told(subject, told[first])
    return told


def _is_put(subject: Subject, text: str) -> bool:
    """Tell whether a number stands alone behind words that only put it: "put the number at", "spoke of"."""
    figure = subject.figure
    if figure.amount.kind not in _PUT or figure.amount.worded or subject.source is None:
        return False
    start, end = figure.sentence
    lead = text[max(start, figure.span.start - _LEAD) : figure.span.start]
    bare = _counting().search(lead) is not None and text[figure.span.end : figure.span.end + 1] in _ENDS
    if not bare and not _putting().search(lead):
        return False
    counted = figure.counted.text.lower() if figure.counted else ""
    return not counted or counted not in text[figure.span.start : end].lower()


@cache
def _counting() -> re.Pattern[str]:
    """Match the verbs that need a number alone behind them: "the monitors counted 31"."""
    words = table("cues")["putting"]
    hedges = as_written(*words["hedges"])
    return re.compile(rf"\b{as_written(*words['counted'])}(?: {hedges})*\s$", re.IGNORECASE)


@cache
def _putting() -> re.Pattern[str]:
    words = table("cues")["putting"]
    number = rf"(?:it|(?:the|their|its) {as_written(*words['numbers'])})"
    put = rf"{as_written(*words['verbs'])} {number} at|{as_written(*words['spoken'])} of"
    said = rf"{as_written(*words['said'])}(?: that)? {number} was"
    return re.compile(rf"\b(?:{put}|{said})(?: {as_written(*words['hedges'])})*\s$", re.IGNORECASE)


def _meant(place: int, subjects: Sequence[Subject], aside: Set[int]) -> int | None:
    """Find the one number, none of those `aside`, that another told in the last sentence before with any."""
    subject = subjects[place]
    alike = [one for one in reversed(subjects[:place]) if are_alike(one.figure, subject.figure)]
    unit = subject.figure.amount.unit
    alike = [one for one in alike if one.figure.amount.unit == unit] or alike
    if not alike:
        return None
    last = alike[0].figure.sentence
    before = [*takewhile(lambda one: one.figure.sentence == last, alike)][::-1]
    noun = subject.figure.counted.head if subject.figure.counted else None
    # "put the figure at 30,000 tonnes", "put it at 200 million euros"
    if noun is not None and (noun in table("cues")["putting"]["numbers"] or is_mere_money(noun)):
        noun = None
    found = [
        one
        for one in before
        if one.place not in aside
        and one.source != subject.source
        and one.figure.stance == "stated"
        and (noun is None or one.figure.counted is None or one.figure.counted.head == noun)
    ]
    return found[0].place if len(found) == 1 and _may_be_one(subject, found[0]) else None


def _may_be_one(one: Subject, other: Subject) -> bool:
    """Tell whether two amounts are near enough to be of one thing."""
    amounts = one.figure.amount, in_unit(other.figure, scale_of(one.figure)).amount
    mine, theirs = (amount.low or amount.high for amount in amounts)
    if not mine or not theirs or other.rate:
        return False
    return other.casualty or max(mine, theirs) <= FARTHEST * min(mine, theirs)


def _as_told(subject: Subject, first: Subject) -> Subject:
    """Give what a number is about that was put to what another number counts."""
    return replace(
        first,
        place=subject.place,
        figure=subject.figure,
        source=subject.source,
        scope=subject.scope or first.scope,
        days=subject.days if subject.days.known else first.days,
        words=subject.words,
        again=False,
        alone=False,
    )
