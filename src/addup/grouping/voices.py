"""What two figures of one report say of each other: the same thing, or two things.

A report that gives two unlike amounts in one voice, for the same time and without saying that the number was
changed, speaks of two things; without this charity every list of rewards or prices would be a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from addup.grouping.lexicon import phrase, table
from addup.grouping.subjects import Subject
from addup.words import Interval, charitable, sharp

Reader = Callable[..., Interval]


def tells_apart(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether a text keeps two of its figures with one key apart."""
    return _contradicts(text, one, other) or _beside(text, one, other)


def _contradicts(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether a report, in one voice, would contradict itself if its two figures were the same."""
    voices = {one.source, other.source}
    disputed = len(voices) == 2 and (None not in voices or one.casualty)
    if disputed or one.rate or other.rate:
        return False
    # One voice that says "up to 500" of something means no other number by it; a toll it may hedge each time.
    if not unlike(one, other, meaning=charitable if one.casualty else sharp):
        return False
    # Casualties without a day are of the day that the report is about; other amounts may be of any day.
    told = (one.days.known and other.days.known) or not one.casualty
    if told and one.days != other.days:
        return False
    return not _revised(text, one, other)


def _revised(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether the words between two figures say that the number was changed."""
    first, last = sorted((one.figure, other.figure), key=lambda figure: figure.span.start)
    words = text[first.span.end : last.span.start]
    return first.sentence == last.sentence and bool(phrase(*table("cues")["revised"]["words"]).search(words))


def _beside(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether a text sets the later figure beside the other: "another 17", "17 more"."""
    later = max((one.figure, other.figure), key=lambda figure: figure.span.start)
    cues = table("cues")["another"]
    words = text[max(0, later.span.start - 25) : later.amount.number.start]
    if re.search(phrase(*cues["words"]).pattern + r"\s+(?:[\w-]+\s+)?$", words, re.IGNORECASE):
        return True
    return bool(re.match(rf"\s+{phrase(*cues['after']).pattern}", text[later.amount.number.end :][:10]))


def unlike(one: Subject, other: Subject, *, meaning: Reader = charitable) -> bool:
    """Tell whether two amounts cannot be equal: under no reading of the words, or not in the sharp one."""
    first, second = (
        meaning(low=amount.low, high=amount.high, bound=amount.bound, unit=amount.unit, hedge=amount.hedge)
        for amount in (one.figure.amount, other.figure.amount)
    )
    return _below(first.high, second.low) or _below(second.high, first.low)


def _below(high: Fraction | None, low: Fraction | None) -> bool:
    return high is not None and low is not None and high < low
