"""A share of a report with the figures that count its part and its whole, and what figures may be these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from addup.grouping.nouns import is_person, known_form
from addup.grouping.patterns import phrase
from addup.grouping.subjects.subject import Subject
from addup.grouping.tables import table
from addup.records import Evidence, Figure
from addup.words.conversions import in_unit, scale_of

_RECENT = timedelta(days=120)
_TELLING = 14


@dataclass(frozen=True, slots=True)
class Held:
    """A share with the figures that count its part and its whole, and the words that make the whole plain."""

    part: Subject
    share: Subject
    whole: Subject
    evidence: tuple[Evidence, ...]


def held(part: Subject, share: Subject, whole: Subject, words: Evidence | None = None) -> Held:
    """Hold a share against two counts, with the words that it rests on."""
    pieces = [Evidence.of(one.document, one.figure.span) for one in (part, share, whole)]
    return Held(part, share, whole, tuple([*pieces, words] if words else pieces))


def is_share(subject: Subject) -> bool:
    """Tell whether a figure is a share that holds, of this time."""
    figure = subject.figure
    return (
        figure.amount.kind == "share"
        and figure.amount.unit == "%"
        and figure.stance == "stated"
        and figure.change is None
        and not _is_of_another_time(subject)
    )


def is_count(subject: Subject, text: str) -> bool:
    """Tell whether a figure counts things, or money, that are there: no rate, no change, no vague word."""
    figure = subject.figure
    amount = figure.amount
    return (
        amount.kind in ("count", "money")
        and not (amount.worded or amount.per or amount.bound == "vague")
        and figure.stance == "stated"
        and figure.change is None
        and not _is_of_another_time(subject)
        and not phrase(*table("shares")["narrower"]["words"]).search(_words_of(figure, text))
    )


def _words_of(figure: Figure, text: str) -> str:
    """Give the words about a number, not its hedge: one before it, those behind, and what it counts."""
    number = figure.amount.number
    before = text[max(figure.sentence[0], figure.span.start - 20) : figure.span.start].split()
    behind = re.match(r"(?:\s+[a-z]+)?", text[max(figure.span.end, number.end) :])
    counted = figure.counted.text if figure.counted else ""
    return " ".join([*before[-1:], text[number.end : figure.span.end], behind[0] if behind else "", counted])


def _is_of_another_time(subject: Subject) -> bool:
    """Tell whether a sentence speaks of another time than that of the report, or of a count under way.

    What a figure is compared with stands behind it: "61 percent, up from 55 percent four years ago".
    """
    figure, rows = subject.figure, table("shares")
    told = figure.amount.number.end - figure.sentence[0]
    compared = phrase(*rows["compared"]["words"]).search(subject.words, max(told, 0))
    said = subject.words[: compared.start()] if compared else subject.words
    # What an appeal has received so far is told so; a vote that is counted so far goes on.
    day = () if figure.amount.kind == "money" else rows["other_time"]["day"]
    return bool(phrase(*rows["other_time"]["words"], *day).search(said))


def may_be_part(part: Subject, share: Subject, whole: Subject, *, rate: bool = False) -> bool:
    """Tell whether a count may be of some of a whole: in its unit, there and then, and not it once more."""
    mine, its = in_unit(part.figure, scale_of(whole.figure)).amount, whole.figure.amount
    return (
        (mine.kind, mine.unit) == (its.kind, its.unit)
        and not part.rate
        and (rate or not _counts_people(whole) or _counts_people(part))
        and (mine.low is None or its.high is None or mine.low <= its.high)
        and (mine.low, mine.high) != (its.low, its.high)
        and all(_is_there(part, one) and _is_then(part, one, rate=rate) for one in (share, whole))
    )


def _counts_people(subject: Subject) -> bool:
    """Tell whether people are counted, or what a number leaves out: no classes are part of the children."""
    counted = subject.figure.counted
    return counted is None or subject.family is not None or is_person(known_form(counted.head.lower()))


def _is_there(one: Subject, other: Subject) -> bool:
    """Tell whether two figures are of one place, as far as the text tells their places."""
    return not one.scope or not other.scope or one.scope == other.scope


def _is_then(one: Subject, other: Subject, *, rate: bool) -> bool:
    """Tell whether two figures are of one time: days that touch, or one day of the telling beside others.

    A rate and its counts are told on days of their own; what happened on two days is not the same.
    """
    meet = one.days.meets(other.days)
    if meet is not None:
        told = _is_of_telling(one), _is_of_telling(other)
        return meet or (any(told) if rate else told[0] != told[1])
    known = next((subject for subject in (one, other) if subject.days.known), None)
    return known is None or _is_recent(known)


def _is_recent(subject: Subject) -> bool:
    """Tell whether a figure is of days not long before its report."""
    last, published = subject.days.last, subject.published
    return not (last and published) or last + _RECENT >= published


def _is_of_telling(subject: Subject) -> bool:
    """Tell whether a figure has only a day about that of its report: mostly that of the telling."""
    days, published = subject.days, subject.published
    alone = days.first == days.last and days.last is not None
    return alone and (published is None or abs((published - (days.last or published)).days) <= _TELLING)


def side(words: str) -> str | None:
    """Say on which side a vote is: for or against."""
    sides = table("shares")["sides"]
    found = [name for name in ("against", "for") if phrase(*sides[name]).search(words)]
    return found[0] if found else None
