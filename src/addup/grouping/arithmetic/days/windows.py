"""Counts of one thing over a stretch of days and over a longer one around it: a month, and "since January".

What is counted, how it came about and where must be one; a place, body or trait that only one of the two
has leaves room for both.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from addup.grouping.arithmetic.days_told import days_told, in_year
from addup.grouping.arithmetic.told import Told
from addup.grouping.nouns import is_mere_money, is_people, is_person, noun_group
from addup.grouping.patterns import CALENDAR_NAMES, phrase
from addup.grouping.subjects.families import family_of
from addup.grouping.subjects.kinds import is_result
from addup.grouping.subjects.matters import enough, names_in
from addup.grouping.subjects.narrower import is_narrower
from addup.grouping.tables import table
from addup.records import Figure, Period, Reading

_NAMES = re.compile(r"(?<=\w )[A-Z][a-zà-ÿ]+|(?<=[,;(–—-] )[A-Z][a-zà-ÿ]+|(?<=, “)[A-Z][a-zà-ÿ]+")
_FOR_ONE = re.compile(r"\s+(?:to|for)\b")  # "paid $8 million to buy an airliner"
_NEAR_SENTENCES = 400
_NEXT = 5
_FEWEST = 2
_LONGEST_PART = 0.8
_GOES_ON = re.compile(r"\b(?:it|they|he|she|we)\b", re.IGNORECASE)
_OF_IT = re.compile(
    r"\balone\b|\b(?:that|the same) year\b|\bpeaked\b"
    r"|\b(?:busiest|worst|best|deadliest|bloodiest|wettest|driest|hottest|coldest|strongest|weakest|highest|peak|record)"
    r" (?:month|week|day|quarter|weekend)\b"
)
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:last|this|past|next) (?:year|month|week|summer|winter|spring|autumn|fall)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted(Told):
    """A figure that counts something over some days, with the report and the names that it stands with."""

    days: Period
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Window:
    """A count over some days, and those over longer stretches around them that should hold it.

    `sure` says that the words leave no doubt that all of them count one thing.
    """

    inner: Counted
    outer: tuple[Counted, ...]
    sure: bool


def windows(readings: Sequence[Reading]) -> Iterator[Window]:
    """Find the counts within counts, in one report or in two on one matter."""
    told = [list(_counts(reading)) for reading in readings]
    alike: dict[object, dict[Period, list[tuple[int, Counted]]]] = {}
    for place, one in enumerate(one for here in told for one in here):
        alike.setdefault(_key(one.figure), {}).setdefault(one.days, []).append((place, one))
    for here in told:
        of_days: dict[Period, list[Counted]] = {}
        for one in here:
            of_days.setdefault(one.days, []).append(one)
        for inner in here:
            # Few stretches of days hold others, so they are asked before the words.
            longer = alike[_key(inner.figure)].items()
            placed = [one for days, those in longer if _is_within(inner.days, days) for one in those]
            elsewhere = [
                outer
                for _, outer in sorted(placed, key=itemgetter(0))
                if outer.reading is not inner.reading and _on_one_matter(inner, outer)
            ]
            beside = [
                outer
                for days, those in of_days.items()
                for outer in (those if _is_within(inner.days, days) else _near_to(inner, those))
            ]
            around = [outer for outer in (*beside, *elsewhere) if _holds(outer, inner)]
            if around:
                sure = all(
                    outer.reading is inner.reading
                    and inner.figure.event == outer.figure.event
                    and _is_near(inner.figure, outer.figure)
                    for outer in around
                )
                yield Window(inner, tuple(around), sure)


def _near_to(inner: Counted, others: Sequence[Counted]) -> Sequence[Counted]:
    """Give those of some counts, in the order of their text, that stand near another."""
    start = inner.figure.sentence[0]
    first = bisect_left(others, start - _NEAR_SENTENCES, key=_begins)
    return others[first : bisect_right(others, start + _NEAR_SENTENCES, key=_begins)]


def _begins(told: Counted) -> int:
    return told.figure.sentence[0]


def _key(figure: Figure) -> object:
    """Give what two reports must say alike for their counts to be looked at together."""
    return figure.amount.kind, figure.amount.unit, _head(figure), figure.event


def _holds(outer: Counted, inner: Counted) -> bool:
    """Tell whether one count should hold another: of the same thing, over days around its."""
    days = _moved(inner, outer) if inner.reading is outer.reading else inner.days
    return _is_within(days, outer.days) and _of_one_thing(inner, outer)


def _moved(inner: Counted, outer: Counted) -> Period:
    """Give the days of a month "alone", "of that year" or still ahead in the year of the count before."""
    days, year = inner.days, outer.days
    if not (days.first and days.last and year.first and year.last and _is_near(inner.figure, outer.figure)):
        return days
    words = inner.reading.document.text[slice(*inner.figure.sentence)]
    published = inner.reading.document.published
    ahead = published is not None and days.last > published
    if days.last <= year.last or not (ahead or _OF_IT.search(words)) or _DATED.search(words):
        return days
    first, last = (in_year(day, year.last.year) for day in (days.first, days.last))
    return Period(first, last)


def _on_one_matter(one: Counted, other: Counted) -> bool:
    """Tell whether two reports are on one matter, or two sentences name the same places and bodies alone."""
    mine, its = one.names, other.names
    if mine == its and mine:
        return True
    if mine.isdisjoint(its):
        return False
    names = [names_in(told.reading.document.text) for told in (one, other)]
    return enough(len(names[0] & names[1]), len(names[0]), len(names[1]))


def _counts(reading: Reading) -> Iterator[Counted]:
    """Give the figures that count something over days that their sentence tells."""
    for figure in reading.figures:
        if _is_count(figure, reading.document.text):
            days = days_told(figure, reading)
            if days is not None:
                yield Counted(reading, figure, days, _names(figure, reading.document.text))


def _is_count(figure: Figure, text: str) -> bool:
    amount = figure.amount
    return (
        amount.kind in ("count", "money", "measure")
        and figure.counted is not None
        and figure.stance == "stated"
        and figure.change is None
        and amount.bound not in ("vague", "range")
        and not (amount.per or amount.worded)
        and (amount.low or amount.high or 0) > _FEWEST
        and amount.unit != "time"
        and noun_group(figure.counted.head) not in table("windows")["levels"]["words"]
        and _adds_up(figure)
        and not (amount.kind == "money" and _FOR_ONE.match(text, figure.span.end))
        and not phrase(*table("windows")["apart"]["words"]).search(_clause(figure, text))
    )


def _adds_up(figure: Figure) -> bool:
    """Tell whether what a figure counts adds up over days, and does not stand at some number on each."""
    if figure.event is None or figure.event in table("verbs")["states"]:
        family = family_of(figure.event, figure.noun)
        return bool(_deeds(figure)) or (family is not None and family.kind != "level")
    return True


def _clause(figure: Figure, text: str) -> str:
    """Give the words around a figure that may say what of it, or what else, is counted."""
    start, end = figure.sentence
    before = text[max(start, figure.span.start - 40) : figure.span.start]
    behind = text[figure.amount.number.end : min(end, figure.span.end + 30)]
    return f"{before} ~ {re.split('[,;:]', behind)[0]}"


def _is_within(inner: Period, outer: Period) -> bool:
    return outer.holds(inner) and inner.length <= outer.length * _LONGEST_PART


def _of_one_thing(inner: Counted, outer: Counted) -> bool:
    """Tell whether two figures count the same in the same unit, done in the same way and place."""
    one, other = inner.figure, outer.figure
    return (
        (one.amount.kind, one.amount.unit) == (other.amount.kind, other.amount.unit)
        and _same_noun(one, other)
        and (_same_deed(one, other) or _is_tied(inner, outer))
        and _same_place(inner, outer)
        and not _is_narrower(other, one)
        and not _is_of_them(outer)
        and (_is_of_it(inner) or not is_narrower(other, outer.reading, one, inner.reading))
    )


def _is_of_it(told: Counted) -> bool:
    """Tell whether a count is of a part of the days told before: "May alone", "the worst month"."""
    return _OF_IT.search(told.reading.document.text, *told.figure.sentence) is not None


def _is_of_them(told: Counted) -> bool:
    """Tell whether a count is of some of those counted before it: no other need be within it."""
    text = told.reading.document.text
    return phrase(*table("windows")["part"]["words"]).search(_clause(told.figure, text)) is not None


def _head(figure: Figure) -> str:
    return noun_group(figure.counted.head) if figure.counted else ""


def _same_noun(one: Figure, other: Figure) -> bool:
    """Tell whether two nouns are one, or the shorter count leaves it out: "2,140" after "1,870 migrants"."""
    mine, its = _head(one), _head(other)
    if one.amount.kind == "money":
        return not is_result(its) and one.sentence != other.sentence and (mine == its or is_mere_money(mine))
    if mine == its:
        return True
    left_out = one.counted is not None and one.counted.text not in one.span.text
    if not is_people(mine):
        return False
    return left_out or is_person(its) or (bool(_deeds(one)) and bool(_deeds(other)))


def _same_deed(one: Figure, other: Figure) -> bool:
    mine, its = _verb(one), _verb(other)
    if one.amount.kind == "money":
        return one.event == other.event
    if mine == its:
        return mine is not None or _head(one) == _head(other)
    families = [family_of(figure.event, _head(figure)) for figure in (one, other)]
    if families[0] is not None and families[0] is families[1]:
        return True
    return any(mine in row and its in row for row in _deeds_of(other))


def _is_tied(inner: Counted, outer: Counted) -> bool:
    """Tell whether things have another verb, but stand right behind, "alone" or as the most of all days."""
    one, other = inner.figure, outer.figure
    near = inner.reading is outer.reading and 0 < one.sentence[0] - other.sentence[1] < _NEXT
    things = not is_person(_head(one)) and not is_people(_head(one)) and one.amount.kind == "count"
    words = inner.reading.document.text[slice(*one.sentence)]
    return near and things and _head(one) == _head(other) and _OF_IT.search(words) is not None


def _verb(figure: Figure) -> str | None:
    if figure.event is None:
        return None
    whole = any(
        figure.event in row["verbs"] or figure.event in row["light"] for row in table("windows")["deed"]
    )
    return figure.event if whole else figure.event.split()[0]


def _deeds_of(figure: Figure) -> Iterator[Sequence[str]]:
    """Give the rows of verbs that may tell the same of what a figure counts."""
    head = figure.counted.head if figure.counted else ""
    for row in table("windows")["deed"]:
        yield [*row["verbs"], *(row["light"] if head in row["nouns"] else ())]


def _deeds(figure: Figure) -> Sequence[str]:
    """Give the row that knows a figure's verb beside its noun; none if no row does."""
    head = figure.counted.head if figure.counted else ""
    for row in table("windows")["deed"]:
        if head in row["nouns"] and (figure.event or "be") in (*row["verbs"], *row["light"]):
            return [*row["verbs"], *row["light"]]
    return ()


def _same_place(inner: Counted, outer: Counted) -> bool:
    """Tell whether the sentence of the shorter count names no place or body that the other's does not.

    "Last week it handed out 61,000 in the hills above Orrin" is of some of all that it handed out.
    """
    more = inner.names - outer.names
    return not more or (not outer.names and outer.reading is inner.reading and _is_within_it(inner, more))


def _is_within_it(inner: Counted, names: frozenset[str]) -> bool:
    """Tell whether names are only those of places at which somebody told of before did what is counted."""
    text = inner.reading.document.text[slice(*inner.figure.sentence)]
    at = [
        re.search(rf"\b(?:in|at|near|off|above|around|outside|on) (?:the )?{re.escape(name)}", text)
        for name in names
    ]
    return all(at) and _GOES_ON.search(text) is not None


def _names(figure: Figure, text: str) -> frozenset[str]:
    """Give the names in the sentence of a figure, but those of its source."""
    start, end = figure.sentence
    words = text[start:end]
    if figure.source is not None and start <= figure.source.start < end:
        words = words.replace(figure.source.text, " ")
    first = re.match(r"\W*([A-Z][\w-]+)", words)
    named = frozenset(_NAMES.findall(words)) - CALENDAR_NAMES
    if first is not None and first[1] in names_in(text):
        named |= {first[1]}
    return named


def _is_near(one: Figure, other: Figure) -> bool:
    return abs(one.sentence[0] - other.sentence[0]) <= _NEAR_SENTENCES


def _is_narrower(outer: Figure, inner: Figure) -> bool:
    """Tell whether the longer count is of some of those that the shorter counts: "foreign visitors"."""
    left_out = inner.counted is not None and inner.counted.text not in inner.span.text
    return not left_out and bool(_modifiers(outer) - _modifiers(inner))


def _modifiers(figure: Figure) -> frozenset[str]:
    words = figure.counted.text.lower().split() if figure.counted else []
    return frozenset(words[:-1]) - _neutral()


@cache
def _neutral() -> frozenset[str]:
    return frozenset({"new", "the", "a", "total", "of", "its", "their", "his", "her"})
