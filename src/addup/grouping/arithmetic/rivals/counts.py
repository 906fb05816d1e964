"""Two counts of one thing by two who cannot both be right: nurses on strike on a day, prisoners in a jail.

What is told of two events, two places or two days is no dispute; so both must be of the same days by their
words, tell the same of things of one name, at a place or body that both name, and no other number of either
side may agree with the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from addup.calendar_names import WEEKDAYS
from addup.grouping.arithmetic.said import are_kin, clause_of, is_some, is_turned, names_said, stem, stems_of
from addup.grouping.arithmetic.told import Told
from addup.grouping.nouns import is_people, is_person, known_form
from addup.grouping.patterns import phrase
from addup.grouping.subjects.families import family_of, is_light
from addup.grouping.subjects.parts import Part, find_parts
from addup.grouping.tables import table
from addup.records import Figure, Grouping, Period, Reading
from addup.words import Interval, amount_meaning

_SAME_DAY = re.compile(
    r"\b(?:that|the same|this same) (?:\w+ )?"
    r"(?:day|date|night|evening|afternoon|morning|week|weekend|month|weeks|days|period|time)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:its|their|our|his|her|my)\b", re.IGNORECASE)
"""What two tell each of his own is not one thing: "tendered to its offer", "to their offer"."""
_STRETCHES = ("week", "weekend", "month", "weeks", "days", "period", "time")
_APPOSED = 4
"""Characters between "the same day" and the day that it is."""
_LEAD = 400
"""Characters at the beginning of a report that say what it is about."""
_MUCH = 3
"""So many words in common say what is counted, where its noun does not."""
_CLAUSE = 100
"""So far before a number a word may stand that makes it one of the largest, or the least, of several."""
_NOTABLE = 10
"""Fewer things than this two people may well count otherwise."""
_BEING = frozenset(
    {"be", "hold", "have", "house", "live", "stay", "exist", "fill", "gather"}
    | {"count", "estimate", "list", "number", "put", "reckon", "record", "register", "tally", "total"}
)
"""Verbs that say only that so many are there, or that somebody counted them."""


class _Numbers:
    """The figures of a report by their kind, and by who says them: each pair of counts asks for some."""

    def __init__(self, reading: Reading) -> None:
        self.of_kind: dict[str, list[Figure]] = {}
        self.said: dict[tuple[str, str | None], list[Figure]] = {}
        for figure in reading.figures:
            self.of_kind.setdefault(figure.amount.kind, []).append(figure)
            self.said.setdefault((figure.amount.kind, figure.said_by), []).append(figure)


@dataclass(frozen=True, slots=True)
class Count(Told):
    """A count with the report that tells it, the days that it is of, and what is said of the things."""

    days: Period
    meant: Interval
    noun: str
    bare: bool
    said: frozenset[str]
    names: frozenset[str]
    others: frozenset[float]
    turned: bool
    own: bool
    beside: _Numbers


def rival_counts(grouping: Grouping) -> Iterator[tuple[Count, Count]]:
    """Find the pairs of counts that tell of one thing with two numbers, each from somebody else."""
    told: dict[date, list[Count]] = {}
    for reading in grouping.readings:
        parts: dict[int, Part] | None = None
        beside: _Numbers | None = None
        for place, figure in enumerate(reading.figures):
            days = days_told(figure, reading)
            if days.last is None or not _is_count(figure, reading.document.text):
                continue
            parts = find_parts(reading) if parts is None else parts
            if place in parts and not _is_of_all(parts[place], reading):
                continue
            beside = beside or _Numbers(reading)
            told.setdefault(days.last, []).append(_told(reading, figure, days, beside))
    for group in told.values():
        for one, other in _alike(group):
            if _are_rivals(one, other) and not _is_explained(one, other):
                yield one, other


def _alike(group: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Give the pairs of counts of the same days in the same unit, in their order."""
    apart: dict[object, list[int]] = {}
    for place, told in enumerate(group):
        amount = told.figure.amount
        apart.setdefault((told.days, told.turned, amount.kind, amount.unit), []).append(place)
    for one, other in sorted(pair for places in apart.values() for pair in combinations(places, 2)):
        yield group[one], group[other]


def _is_of_all(part: Part, reading: Reading) -> bool:
    """Tell whether a part is of a whole that its own words name right behind it: "9 of the 80 trains"."""
    return part.whole == part.part + 1


def _is_count(figure: Figure, text: str) -> bool:
    amount = figure.amount
    family = family_of(figure.event, figure.noun)
    return (
        amount.kind in ("count", "measure")
        and not (amount.worded or amount.per or amount.bound in ("vague", "range"))
        and (amount.low or amount.high or 0) >= 3
        and figure.stance == "stated"
        and figure.change is None
        and not (family is not None and family.kind == "toll")
        and text[amount.number.end : amount.number.end + 1] != "-"
        and not phrase(*table("shares")["narrower"]["words"]).search(
            text, max(figure.sentence[0], figure.span.start - 12), figure.span.end
        )
        and not phrase(*table("said")["extreme"]["words"]).search(
            text, max(figure.sentence[0], figure.span.start - _CLAUSE), figure.span.end
        )
        and not phrase(*table("shares")["other_time"]["words"]).search(text, *figure.sentence)
    )


def days_told(figure: Figure, reading: Reading) -> Period:
    """Give the days of a count that its words tell; "that night" is the day told last before it."""
    text = reading.document.text
    said = _SAME_DAY.search(text, *figure.sentence)
    if said is None:
        days = figure.period if figure.time is not None and figure.period.known else Period()
        return _in_the_past(days, figure, reading)
    behind = [time for time in reading.times if 0 <= time.span.start - said.end() <= _APPOSED]
    before = [time for time in reading.times if time.span.end <= min(figure.span.start, said.start())]
    single = [
        time.period
        for time in (*behind, *reversed(before))
        if time.type in ("DATE", "TIME")
        and time.period.known
        and time.period.first == time.period.last != reading.document.published
        and not _SAME_DAY.search(time.span.text)
    ]
    if said[0].lower().endswith(_STRETCHES):
        told = [one.period for one in reading.figures if one.span.end <= said.start() and one is not figure]
        single = [days for days in reversed(told) if days.known and days.first != days.last]
    return single[0] if single else Period()


def _in_the_past(days: Period, figure: Figure, reading: Reading) -> Period:
    """Give the weekday before a report for that behind it: what is stated of it was so."""
    published, first, last = reading.document.published, days.first, days.last
    weekday = figure.time is not None and any(name in figure.time.text for name in WEEKDAYS)
    if published is None or first is None or last is None or not (weekday and published < first == last):
        return days
    week = timedelta(days=7)
    return Period(first - week, last - week) if first - published <= week else days


def _told(reading: Reading, figure: Figure, days: Period, beside: _Numbers) -> Count:
    text = reading.document.text
    before, behind = clause_of(figure, text)
    sentence = text[slice(*figure.sentence)]
    noun, bare = _noun(figure)
    event = {stem(figure.event)} if figure.event and not is_light(figure.event) else set()
    return Count(
        reading=reading,
        figure=figure,
        days=days,
        meant=amount_meaning(figure.amount).charitable,
        noun=noun,
        bare=bare,
        said=(stems_of(f"{before} {figure.span.text} {behind}") | event) - stems_of(noun),
        names=names_said(sentence) | names_said(figure.place or "") | names_said(text[:_LEAD]),
        others=frozenset(
            float(one.amount.low)
            for one in reading.figures
            if one.sentence == figure.sentence and one is not figure and one.amount.low is not None
        ),
        turned=is_turned(f"{before} {behind}"),
        own=_OWN.search(text, figure.span.start, figure.sentence[1]) is not None,
        beside=beside,
    )


def _noun(figure: Figure) -> tuple[str, bool]:
    """Give the noun of what a figure counts, and whether it was only supplied from the words around."""
    if figure.counted is None or figure.amount.kind != "count":
        return "", False
    last = figure.counted.text.lower().rpartition(" ")[2]
    return known_form(figure.counted.head.lower()), last not in figure.span.text.lower()


def _are_rivals(one: Count, other: Count) -> bool:
    """Tell whether two counts are of one thing, and cannot both be right."""
    mine, its = one.figure, other.figure
    if not _are_of_two(one, other) or (one.own and other.own):
        return False
    if (mine.series is not None and mine.series == its.series) or _is_of_some(one, other):
        return False
    return _are_far(one.meant, other.meant) and _is_one_thing(one, other) and _is_one_place(one, other)


def _is_of_some(one: Count, other: Count) -> bool:
    """Tell whether the smaller count is of some people, or of a part of the place: 200 students of 310."""
    less, more = (one, other) if one.meant.below(other.meant) else (other, one)
    within, around = (set((told.figure.place or "").split()) for told in (less, more))
    if around < within and any(word[0].isupper() for word in around):  # "northern Malta" of "Malta"
        return True
    return is_people(more.noun) and is_person(less.noun) and not is_people(less.noun)


def _are_of_two(one: Count, other: Count) -> bool:
    """Tell whether two tell the counts: two sources of a report, or two reports that quote no one source."""
    first, second = one.figure.said_by, other.figure.said_by
    if one.reading is other.reading:
        return first is not None and second is not None and first.lower() != second.lower()
    return (first or "").lower() != (second or "").lower()


def _are_far(first: Interval, second: Interval) -> bool:
    """Tell whether two amounts lie apart by more than what rounding and counting anew explain."""
    low, high = (first, second) if first.below(second) else (second, first)
    if not low.below(high) or low.high is None or high.low is None:
        return False
    return high.low >= _NOTABLE and high.low * 4 >= low.high * 5


def _is_one_thing(one: Count, other: Count) -> bool:
    """Tell whether the same is said of what is counted, under one name."""
    if is_some(one.noun) != is_some(other.noun):
        return False
    shared = one.said & other.said
    if not are_kin(one.noun, other.noun):
        # What a bare number counts was supplied, and may be something else.
        return (one.bare or other.bare) and len(shared) >= _MUCH
    if not _are_modified_alike(one, other):
        return False
    being = all(told.figure.event is None or told.figure.event in _BEING for told in (one, other))
    return being or bool(shared)


def _are_modified_alike(one: Count, other: Count) -> bool:
    """Tell whether no word beside a noun makes one of the counts one of some of them alone."""
    mine, its = (
        stems_of(told.figure.counted.text if told.figure.counted else "") - stems_of(told.noun)
        for told in (one, other)
    )
    return mine <= (its | other.said) and its <= (mine | one.said)


def _is_one_place(one: Count, other: Count) -> bool:
    """Tell whether both counts are of a place or body that both name, or that one report tells of."""
    mine, its = (frozenset(re.findall(r"[A-Z][\w-]+", told.figure.place or "")) for told in (one, other))
    if mine and its and mine.isdisjoint(its):
        return False
    if one.reading is other.reading:
        return True
    return bool(one.names & other.names)


def _is_explained(one: Count, other: Count) -> bool:
    """Tell whether another number of either side is what the other tells: then it speaks of some of them."""
    return any(_agrees(mine, its) for mine, its in ((one, other), (other, one)))


def _agrees(told: Count, other: Count) -> bool:
    """Tell whether the report or the source of one count gives the number of the other as well."""
    its, kind = other.meant, other.figure.amount.kind
    if told.reading is other.reading:
        figures = told.beside.said.get((kind, told.figure.said_by), [])
    else:
        figures = told.beside.of_kind.get(kind, [])
    for figure in figures:
        if figure is told.figure or figure is other.figure:
            continue
        meant = amount_meaning(figure.amount).charitable
        if meant.meets(its) and are_kin(_noun(figure)[0], other.noun):
            return True
    return False
