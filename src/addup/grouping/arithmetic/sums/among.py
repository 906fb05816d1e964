"""Counts of some among all: of 31 people killed in a blast, no 40 were children.

Both are of the same days, or the smaller group's lie within the others', the same happened to them, and the
words of the one are those of the other with more that limit it. A count that may have grown since is held
against none that came out later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from addup.grouping.arithmetic.told import Told
from addup.grouping.nouns import is_people, is_person, noun_group
from addup.grouping.patterns import phrase
from addup.grouping.relations.voices import is_added
from addup.grouping.subjects.families import Family
from addup.grouping.subjects.happened import family_told
from addup.grouping.subjects.narrower import is_narrower
from addup.grouping.subjects.timing import is_told_earlier
from addup.grouping.subjects.wording import small_words
from addup.grouping.tables import table
from addup.records import Counted, Figure, Reading
from addup.words import Interval, amount_meaning

_FEWEST = 2
_CLAUSE = 40


@dataclass(frozen=True, slots=True)
class Count(Told):
    """A count with what happened to those counted, and what most readers take from it."""

    family: Family
    meant: Interval


@dataclass(frozen=True, slots=True)
class Among:
    """A count of some, and the count of all, which is less."""

    some: Count
    every: Count


def some_of_all(readings: Sequence[Reading]) -> Iterator[Among]:
    """Find the counts of some that are more than a count of all."""
    alike: dict[str, list[Count]] = defaultdict(list)
    for reading in readings:
        for figure in reading.figures:
            if (count := _counted(figure, reading)) is not None:
                alike[count.family.name].append(count)
    for counts in alike.values():
        for some in counts:
            every = [one for one in counts if one is not some and _is_of_all(one, some)]
            # Of several counts of all the largest may be right.
            if every:
                yield Among(some, max(every, key=lambda one: one.meant.high or 0))


def _counted(figure: Figure, reading: Reading) -> Count | None:
    """Give a count of those to whom something happened on days that are told."""
    amount, text = figure.amount, reading.document.text
    plain = (
        amount.kind == "count"
        and not (amount.per or amount.worded)
        and amount.bound not in ("vague", "range")
    )
    if not plain or figure.change is not None or figure.stance != "stated":
        return None
    if figure.counted is None or figure.counted.text not in figure.span.text:
        return None  # what is left out may be others: "18 were killed"
    if not figure.period.known or (amount.low or amount.high or 0) <= _FEWEST:
        return None
    if is_added(figure, text) or is_told_earlier(figure, text) or _is_of_them(figure, text):
        return None
    family = family_told(figure, text)
    if family is None or family.kind == "level":
        return None
    return Count(reading, figure, family, amount_meaning(amount).charitable)


def _is_of_them(figure: Figure, text: str) -> bool:
    """Tell whether a count is of some of those counted before it."""
    start, end = figure.sentence
    around = text[max(start, figure.span.start - _CLAUSE) : min(end, figure.span.end + _CLAUSE)]
    return phrase(*table("windows")["part"]["words"]).search(around) is not None


def _is_of_all(every: Count, some: Count) -> bool:
    """Tell whether one count is of all of whom another counts some."""
    return (
        every.figure.period.holds(some.figure.period)
        and _is_less(every.meant, some.meant)
        and not _may_have_grown(every, some)
        and _is_wider(every.figure, some.figure, every.family)
        and _is_where(every, some)
        and not is_narrower(every.figure, every.reading, some.figure, some.reading)
    )


def _is_less(every: Interval, some: Interval) -> bool:
    return every.high is not None and some.low is not None and every.high < some.low


def _may_have_grown(every: Count, some: Count) -> bool:
    """Tell whether a count of all came out before that of some, when not all were counted yet."""
    first, then = every.reading.document.published, some.reading.document.published
    if every.reading is some.reading:
        return False
    if first is None or then is None:
        return True
    last = every.figure.period.last
    return first < then and (every.family.kind == "toll" or last is None or first <= last)


def _is_wider(every: Figure, some: Figure, family: Family) -> bool:
    """Tell whether a noun is for all whom another names: people, or what the family has for all of them."""
    if every.counted is None or some.counted is None:
        return False
    mine, its = every.counted.head.lower(), some.counted.head.lower()
    if noun_group(mine) == noun_group(its):
        return is_person(mine) and bool(_modifiers(some.counted) - _modifiers(every.counted))
    whole = is_people(mine) or (mine in family.counts and is_person(mine))
    if _modifiers(every.counted):  # "ten crew members" are not all
        return False
    return whole and is_person(its) and not is_people(its) and its not in family.counts


def _modifiers(counted: Counted) -> frozenset[str]:
    return frozenset(counted.text.lower().split()[:-1]) - small_words()


def _is_where(every: Count, some: Count) -> bool:
    """Tell whether a count of all is of the place of some."""
    if every.reading is some.reading:
        return every.figure.place is None or every.figure.place == some.figure.place
    return every.figure.place is not None and every.figure.place == some.figure.place
