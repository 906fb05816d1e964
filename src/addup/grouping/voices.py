"""What two figures of one report say of each other: the same thing, or two things.

A report that gives two unlike amounts in one voice, for the same time and without saying that the number was
changed, speaks of two things; without this charity every list of rewards or prices would be a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction

from addup.grouping.kinds import is_own, is_result, kind_of
from addup.grouping.lexicon import as_written, is_person, phrase, table
from addup.grouping.subjects import DEFINITE, Subject
from addup.grouping.timing import counts_all
from addup.words import Interval, charitable, sharp

Reader = Callable[..., Interval]


def tells_apart(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether a text keeps two of its figures with one key apart."""
    return _contradicts(text, one, other) or _beside(text, one, other)


def _contradicts(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether a report would contradict itself if its two figures were the same."""
    if one.rate or other.rate:
        return False
    voices = {one.source, other.source}
    if _is_never_disputed(one) and unlike(one, other) and not (is_own(one) and len(voices) == 1):
        return not _revised(text, one, other)
    if len(voices) == 2 and (None not in voices or one.casualty):
        return False
    clash = _casualties_clash(one, other) if one.casualty else _amounts_clash(text, one, other)
    return clash and not _revised(text, one, other)


def _is_never_disputed(subject: Subject) -> bool:
    """Tell whether unlike amounts are never two views of one thing.

    "The three" are not "the four". Shares of the people asked are for one answer each, and two polls that
    differ are both right. Two firms have each their own sales.
    """
    share_of_people = subject.figure.amount.kind == "share" and is_person(subject.thing.rpartition(" ")[2])
    return subject.qualifier == DEFINITE or share_of_people or is_own(subject)


def _casualties_clash(one: Subject, other: Subject) -> bool:
    """Tell whether two counts of casualties of one voice differ; those without a day are of one event."""
    told = one.days.known and other.days.known
    return unlike(one, other) and not (told and one.days != other.days)


def _amounts_clash(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether two amounts of one voice, each of its days, cannot be of one series.

    One voice that says "up to 500" of something means no other number by it. A level has one value a day; of
    what adds up, a stretch of days has no more than a longer one around it, unless losses took some back.
    """
    if not unlike(one, other, meaning=sharp):
        return False
    mine, theirs = _window(text, one), _window(text, other)
    if mine is None or theirs is None:
        return one.days == other.days and one.figure.time == other.figure.time
    if mine == theirs:
        return True
    (first, last), (begin, end) = mine, theirs
    if kind_of([one, other]) == "level":
        return last == end
    if is_result(one.thing):
        return False
    within, around = (one, other) if begin <= first and last <= end else (other, one)
    nested = (begin <= first and last <= end) or (first <= begin and end <= last)
    return nested and unlike(within, around) and _is_more(within, around)


def _window(text: str, subject: Subject) -> tuple[date, date] | None:
    """Give the days of an amount: as told, else the day on which its report came out.

    Nobody can tell the days of a count of all so far, or of a time that stayed open.
    """
    days, published = subject.days, subject.published
    if days.first and days.last:
        return days.first, days.last
    if subject.figure.time is not None or counts_all(subject.figure, text):
        return None
    return (published, published) if published else None


def _is_more(one: Subject, other: Subject) -> bool:
    """Tell whether one amount lies wholly above another."""
    return _below(_meaning(other, charitable).high, _meaning(one, charitable).low)


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
    return bool(re.match(rf"\s+{as_written(*cues['after'])}", text[later.amount.number.end :][:10]))


def unlike(one: Subject, other: Subject, *, meaning: Reader = charitable) -> bool:
    """Tell whether two amounts cannot be equal: under no reading of the words, or not in the sharp one."""
    first, second = _meaning(one, meaning), _meaning(other, meaning)
    return _below(first.high, second.low) or _below(second.high, first.low)


def _meaning(subject: Subject, reader: Reader) -> Interval:
    amount = subject.figure.amount
    return reader(low=amount.low, high=amount.high, bound=amount.bound, unit=amount.unit, hedge=amount.hedge)


def _below(high: Fraction | None, low: Fraction | None) -> bool:
    return high is not None and low is not None and high < low
