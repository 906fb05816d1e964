"""What two figures of one report say of each other: the same thing, or two things.

A report that gives two unlike amounts in one voice, for the same time and without saying that the number was
changed, speaks of two things; without this charity every list of rewards or prices would be a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from math import inf

from addup.grouping.nouns import happenings_in, is_person, trade
from addup.grouping.patterns import as_written, phrase
from addup.grouping.places import lead_end
from addup.grouping.subjects.causes import causes_of, storms_of
from addup.grouping.subjects.kinds import is_own, is_result, kind_of
from addup.grouping.subjects.subject import DEFINITE, Subject
from addup.grouping.subjects.timing import counts_all, is_find, is_told_earlier
from addup.grouping.tables import table
from addup.records import Figure
from addup.words import Interval, amount_meaning
from addup.words.conversions import in_unit, scale_of

# "Another 38 died, bringing the toll to 352": the first is a part of the second, and was not changed to it.
_BROUGHT = re.compile(
    r"\b(?:bringing|lifting|pushing|raising|taking) (?:its|the|their) [^.;:]*\bto\b[^.;:]*$"
)
_OWN_CHANGE = re.compile(r"[,;] [^,;]*\bfrom (?:\d[\d,.]*|[a-z]+)(?: [a-z]+)? to\b[^,;]*$")
_WHEN = re.compile(r"\b(?:after|as|when)\b")
_CLAUSE = 1000  # characters of most clauses
_SPACE = 3  # characters between sentences that follow each other
_FEW_TIMES, _MANY_TIMES = 4, 50
FARTHEST = 10
"""Two counts of one thing differ by no more than this factor, casualties aside."""


def tells_apart(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether a text keeps two of its figures with one key apart."""
    return (
        _contradicts(text, one, other)
        or _beside(text, one, other)
        or _of_two_causes(text, one, other)
        or _of_a_trade(one, other)
        or _of_all_rows(text, one, other)
        or _of_all_rows(text, other, one)
    )


def _of_all_rows(text: str, toll: Subject, row: Subject) -> bool:
    """Tell whether a toll is of an event at the place of a row: it is of the other rows as well.

    "310 were killed when a dam above Orrin burst" beside a table whose rows are Orrin, Selm and Brennick;
    "310 were killed in Orrin" is of that row.
    """
    if not row.cell or not row.figure.place or toll.cell or not toll.casualty:
        return False
    if not toll.figure.place:
        return True
    end = toll.figure.span.end
    place = text.find(toll.figure.place, end, toll.figure.sentence[1])
    between = text[end : max(place, end)]
    return _WHEN.search(between) is not None or bool(happenings_in(between))


@dataclass(frozen=True, slots=True)
class Told:
    """How a figure is told that has one amount in one voice: by it most others are told apart at once.

    `low` and `high` are what most readers take from it, in its `unit`. `revises` tells whether the words
    before it may say that it is what another number was before or after.
    """

    source: str | None
    days: tuple[date, date]
    low: float
    high: float
    unit: str | None
    sentence: tuple[int, int]
    start: int
    revises: bool

    def is_apart(self, other: Told) -> bool:
        """Tell whether a text surely keeps two figures apart; `tells_apart` says so of more."""
        if self.unit != other.unit or (self.low <= other.high and other.low <= self.high):
            return False
        one_voice = self.source == other.source and self.days == other.days
        return (
            one_voice
            and self.sentence != other.sentence
            and not (self if self.start > other.start else other).revises
        )


def told_of(text: str, subject: Subject) -> Told | None:
    """Say how a figure is told; None for casualties, rates, and what has no days."""
    if subject.casualty or subject.rate:
        return None
    days, meaning, figure = _window(text, subject), _meaning(subject, sharply=True), subject.figure
    if days is None:
        return None
    end = figure.span.start
    brought = _BROUGHT.search(text[_clause_start(text, 0, end) : end])
    return Told(
        source=subject.source,
        days=days,
        low=-inf if meaning.low is None else float(meaning.low),
        high=inf if meaning.high is None else float(meaning.high),
        unit=figure.amount.unit,
        sentence=figure.sentence,
        start=end,
        revises=brought is not None or is_told_earlier(figure, text),
    )


def _of_a_trade(one: Subject, other: Subject) -> bool:
    """Tell whether fewer workers of a trade are told behind all: "14,200 joined; 5,900 drivers did"."""
    first, last = sorted((one.figure, other.figure), key=lambda figure: figure.span.start)
    if one.casualty or not (first.counted and last.counted):
        return False
    most, least = first.amount.low, last.amount.high
    fewer = most is not None and least is not None and least < most
    return fewer and not trade(first.counted.head) and bool(trade(last.counted.head)) and unlike(one, other)


def _of_two_causes(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether unlike casualties are of unlike happenings: "cholera killed 34 ... floods killed 312".

    So are those of two storms that have names.
    """
    if not one.casualty or not unlike(one, other):
        return False
    found = ([of(subject.figure, text) for subject in (one, other)] for of in (causes_of, storms_of))
    return any(all(causes) and causes[0].isdisjoint(causes[1]) for causes in found)


def never_one(one: Subject, other: Subject) -> bool:
    """Tell whether two figures are never of one thing, whoever tells them and wherever.

    Unlike shares of people were given to other questions or pollsters, and what is part of 50 is not what is
    part of 865; the casualties of an event, whose numbers grow, are the exception.
    """
    if _is_share_of_people(one) and _is_share_of_people(other):
        return unlike(one, other, sharply=True)
    whole, its = one.part_of, other.part_of
    return whole is not None and its is not None and not one.casualty and unlike(whole, its)


def _contradicts(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether a report would contradict itself if its two figures were the same.

    Some unlike amounts are never two views of one thing: "the three" are not "the four", two who are asked
    for their sales or their pay give each their own.
    """
    if one.rate or other.rate:
        return is_own(one) and one.source != other.source
    return _clash(text, one, other) and not _revised(text, one, other)


def _clash(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether two amounts, neither of them a rate, cannot be of one thing as their voices tell it."""
    several = one.source != other.source
    if one.casualty:
        return _casualties_clash(text, one, other)
    if one.qualifier == DEFINITE and unlike(one, other):
        return True
    if several and (is_own(one) or _are_shares_told_apart(one, other)):
        return unlike(one, other, sharply=True)
    vague = any(subject.source is None and subject.figure.amount.bound == "vague" for subject in (one, other))
    disputed = several and (vague or None not in (one.source, other.source))
    far = kind_of([one, other]) == "level" and _is_far_from(one, other)
    return far or (not disputed and _amounts_clash(text, one, other))


def _are_shares_told_apart(one: Subject, other: Subject) -> bool:
    """Tell whether two shares stand in sentences that do not adjoin: seldom are they of one whole then."""
    first, last = sorted((one.figure, other.figure), key=lambda figure: figure.span.start)
    return first.amount.kind == "share" and last.sentence[0] - first.sentence[1] > _SPACE


def _is_share_of_people(subject: Subject) -> bool:
    """Tell whether people are asked: each share is one answer, and two polls that differ are both right."""
    amount = subject.figure.amount
    if amount.kind != "share":
        return False
    return amount.unit == "pp" or (subject.family is None and is_person(subject.thing.rpartition(" ")[2]))


def _is_far_from(one: Subject, other: Subject) -> bool:
    """Tell whether two amounts lie so far from each other that no two counts of one thing would.

    A slip between thousands, millions and billions is one, and stays a dispute.
    """
    return _is_many_times(one, other, FARTHEST) and not _is_slip(one, other)


def _is_slip(one: Subject, other: Subject) -> bool:
    """Tell whether two amounts are the same digits before another "thousand", "million" or "billion"."""
    amounts = [subject.figure.amount.low or subject.figure.amount.high for subject in (one, other)]
    if not all(amounts) or one.figure.amount.unit != other.figure.amount.unit:
        return False
    first, second = sorted(map(Fraction, amounts))  # type: ignore[arg-type]
    return any(second == first * 1000**power for power in (1, 2, 3))


def _casualties_clash(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether two unlike counts of casualties of a report are of two things.

    They are if one voice tells them of the same days (those without a day are of one event), if each has a
    place of its own, if one speaks of some that were counted before ("the two"), or if they lie so far from
    each other that one is of a war and the other of a day.
    """
    if not unlike(one, other):
        return False
    if one.again or other.again or (one.scope and other.scope and one.scope != other.scope):
        return True
    if _is_many_times(one, other, _MANY_TIMES if _are_named_apart(one, other) else _FEW_TIMES):
        return True
    told = one.days.known and other.days.known
    return not _are_rivals(text, one, other) and not (told and one.days != other.days)


def _are_rivals(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether two voices of a report tell two counts: its headline and lead, and whom it quotes.

    What stands in its own voice further down goes on with what somebody told it.
    """
    if one.source == other.source:
        return False
    first, last = sorted((one, other), key=lambda subject: subject.figure.span.start)
    told_first = first.source is not None or first.cell or first.figure.span.start < lead_end(text)
    return told_first and (last.source is not None or last.cell)


def _are_named_apart(one: Subject, other: Subject) -> bool:
    """Tell whether each of two counts is told by somebody else, as the sides of a battle do."""
    return None not in (one.source, other.source) and one.source != other.source


def _is_many_times(one: Subject, other: Subject, times: int) -> bool:
    """Tell whether one count is so many times another that no two would give these of one event."""
    mine, theirs = _meanings(one, other)
    ends = (mine.low, theirs.high), (theirs.low, mine.high)
    return any(low and high and low > times * high > 0 for low, high in ends)


def _amounts_clash(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether two amounts of one voice, each of its days, cannot be of one series.

    One voice that says "up to 500" of something means no other number by it. A level has one value a day; of
    what adds up, a stretch of days has no more than a longer one around it, unless losses took some back.
    """
    if not unlike(one, other, sharply=True):
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
    return nested and unlike(within, around) and is_more(within, around)


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


def is_more(one: Subject, other: Subject) -> bool:
    """Tell whether one amount lies wholly above another."""
    mine, theirs = _meanings(one, other)
    return theirs.below(mine)


def _revised(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether the words before the later of two figures say that it was the number before or after."""
    first, last = sorted((one.figure, other.figure), key=lambda figure: figure.span.start)
    if is_told_earlier(last, text):
        return True
    # What brings a number to another stands in one clause: in a long text all between would take for ever.
    start, end = first.span.end, last.span.start
    clause = _clause_start(text, start, end)
    if _BROUGHT.search(text[clause:end]) and not is_find(first):
        return False
    if first.sentence != last.sentence or not _revision().search(text[start:end]):
        return False
    # "Labour dropped from 14 to nine, others from four to three": the nine did not become three.
    return _OWN_CHANGE.search(text[start:end]) is None


def _clause_start(text: str, start: int, end: int) -> int:
    """Give where the last clause among some characters begins, by the marks that part clauses."""
    for first in (max(start, end - _CLAUSE), start):
        mark = max(text.rfind(mark, first, end) for mark in ".;:")
        if mark >= 0:
            return mark + 1
    return start


@cache
def _revision() -> re.Pattern[str]:
    """Match the words right before a number that say that it was changed: "instead of", "rose to about"."""
    cues = table("cues")["revised"]
    before, moved = phrase(*cues["before"]).pattern, phrase(*cues["moved"]).pattern
    return re.compile(
        rf"(?:(?i:{before}){_few_words(4)}|(?i:{moved})(?:\s+[^\W\d][\w'’-]*){{0,8}}?\s+to{_few_words(2)}"
        rf"|(?i:\bfrom){_few_words(2)})\s*$"
    )


def _few_words(most: int) -> str:
    """Match at most so many words, none of which begins another clause or names anybody."""
    return rf"(?:\s+[a-z'’-]+){{0,{most}}}?"


def _beside(text: str, one: Subject, other: Subject) -> bool:
    """Tell whether a text sets the later figure beside the other: "another 17", "17 more"."""
    return is_added(max((one.figure, other.figure), key=lambda figure: figure.span.start), text)


def is_added(figure: Figure, text: str) -> bool:
    """Tell whether a number comes beside one told before: "another 17", "17 more"."""
    cues = table("cues")["another"]
    words = text[max(0, figure.span.start - 25) : figure.amount.number.start]
    if re.search(phrase(*cues["words"]).pattern + r"\s+(?:[\w-]+\s+)?$", words, re.IGNORECASE):
        return True
    return bool(re.match(rf"\s+{as_written(*cues['after'])}", text[figure.amount.number.end :][:10]))


def unlike(one: Subject, other: Subject, *, sharply: bool = False) -> bool:
    """Tell whether two amounts cannot be equal: under no reading of the words, or not in the sharp one."""
    first, second = _meanings(one, other, sharply=sharply)
    return not first.meets(second)


def unlike_any(figures: Sequence[Subject], others: Sequence[Subject]) -> list[Subject]:
    """Give those of some figures that are unlike any of some others."""
    if len({subject.figure.amount.unit for subject in (*figures, *others)}) > 1:
        return [one for one in figures if any(unlike(one, other) for other in others)]
    meanings = [_meaning(one) for one in others]
    low = max((one.low for one in meanings if one.low is not None), default=None)
    high = min((one.high for one in meanings if one.high is not None), default=None)
    ends = Interval(low, None), Interval(None, high)
    return [one for one in figures if (mine := _meaning(one)).below(ends[0]) or ends[1].below(mine)]


def _meaning(subject: Subject, *, sharply: bool = False) -> Interval:
    return _meaning_of(subject.figure, sharply=sharply)


def _meaning_of(figure: Figure, *, sharply: bool) -> Interval:
    meaning = amount_meaning(figure.amount)
    return meaning.sharp if sharply else meaning.charitable


def _meanings(one: Subject, other: Subject, *, sharply: bool = False) -> tuple[Interval, Interval]:
    """Give what two amounts mean, both in the unit of the first where the other turns into it."""
    turned = in_unit(other.figure, scale_of(one.figure))
    # Who told one in another unit may have rounded either.
    loose = turned is not other.figure and one.figure.amount.bound == "exact"
    return _meaning(one, sharply=sharply and not loose), _meaning_of(turned, sharply=sharply)
