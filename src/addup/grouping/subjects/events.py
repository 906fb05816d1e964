"""Names of events, by which reports of one find each other: what happened, where, and in which month."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from addup.calendar_names import MONTHS
from addup.grouping.nouns import happenings_in, rare_happenings
from addup.grouping.patterns import phrase
from addup.grouping.places import Gazetteer, Scope, is_small, lead_end
from addup.grouping.subjects.subject import Subject
from addup.grouping.subjects.timing import is_long_ago
from addup.grouping.tables import table
from addup.records import Reading

DAY_SLACK = timedelta(days=1)
"""So far the days of one event may lie apart as they are told: time zones, and the night between two."""
_FEW_DAYS = timedelta(days=3)
"""So long what happened may take that a report begins with."""
_STATISTIC = timedelta(days=27)
"""So long at least are the days of which offices count something."""
_HISTORY = timedelta(days=365)
"""So far back lies what is told beside an event, and not of it."""
_UPROOTED = frozenset({"displaced", "evacuated", "sheltered"})
_NEWS = timedelta(days=21)
"""So long after an event reports of it still give no day: everybody knows which one is meant."""


def event_keys(subject: Subject, gazetteer: Gazetteer) -> list[str]:
    """Give keys that casualties of one event share whatever their reports say else: places, with months.

    Events on the border of two months have keys of both. Without a day only a place counts that no table
    of large ones knows: seldom do two things happen there within weeks. Without a place there is no key.
    """
    if not (subject.casualty and subject.scope):
        return []
    places = gazetteer.keys(subject.scope)
    if subject.days.first and subject.days.last:
        months = _months(subject.days.first - DAY_SLACK, subject.days.last + DAY_SLACK)
    elif subject.published:
        places = [place for place in places if is_small(place)]
        months = _months(subject.published - _NEWS, subject.published)
    else:
        return []
    return [f"{place}|{month}" for place in places for month in months]


def events_of(
    readings: Sequence[Reading], subjects: Iterable[Subject], gazetteer: Gazetteer
) -> list[frozenset[str]]:
    """Name the events of each reading that come seldom: "flood|oslo|24293", by place and month.

    Only what stands in a sentence with casualties counts: other floods are told of people and of words.
    Casualties of one kind and day in a small place are of one event whatever it was: see `days_of`. So are
    those of reports that begin with one small place: see `_of_lead`. Who was driven out of a small place was
    so by what the report begins with: see `_of_uprooted`.
    """
    found: dict[int, set[str]] = defaultdict(set)
    leads = [gazetteer.lead(reading.document.text) for reading in readings]
    rare: dict[tuple[int, tuple[int, int]], frozenset[str]] = {}
    for told in subjects:
        subject = in_its_report(told, readings[told.reading], gazetteer)
        found[subject.reading].update(days_of(subject, gazetteer, small=True))
        found[subject.reading].update(_of_lead(told, leads[told.reading], readings[told.reading]))
        found[subject.reading].update(_of_uprooted(subject, readings[subject.reading]))
        published = readings[subject.reading].document.published
        days = subject.days
        # "The earthquake killed 287": it was where the report says at once that it is about.
        where = subject.scope or leads[subject.reading]
        if not (subject.casualty and where and (days.first or published)):
            continue
        first = days.first or (published or date.max) - _NEWS
        last = days.first or published or date.min
        sentence = subject.reading, subject.figure.sentence
        if sentence not in rare:
            rare[sentence] = rare_happenings(subject.words)
        kinds = rare[sentence]
        places = gazetteer.wider(where) if kinds else ()
        months = _months(first - DAY_SLACK, last + DAY_SLACK)
        found[subject.reading].update(
            f"{kind}|{place}|{month}" for kind in kinds for place in places for month in months
        )
    return [frozenset(found[index]) for index in range(len(readings))]


def _of_uprooted(subject: Subject, reading: Reading) -> list[str]:
    """Name the rare happening of a report's lead with the small places from which it drove people."""
    published, family = reading.document.published, subject.family
    if family is None or family.name not in _UPROOTED or published is None:
        return []
    text = reading.document.text
    kinds = rare_happenings(subject.words) or rare_happenings(text[: lead_end(text)])
    places = filter(is_small, subject.scope)
    months = _months(published - _NEWS, published)
    return [f"{kind}|{place}|{month}" for place in places for kind in sorted(kinds) for month in months]


def in_its_report(subject: Subject, reading: Reading, gazetteer: Gazetteer) -> Subject:
    """Give casualties without a place that of their report: others of the same event are found by it."""
    if not subject.casualty or subject.scope:
        return subject
    return replace(subject, scope=gazetteer.scope(reading.tolls.place))


def days_of(subject: Subject, gazetteer: Gazetteer, *, small: bool = False) -> list[str]:
    """Name what casualties are of by kind, place and day, give or take one: "killed|oslo|2024-05-16".

    With `small` only those of places that are neither countries nor large cities.
    """
    first = subject.days.first if subject.days.known else None
    if not (subject.casualty and subject.family and subject.scope and first):
        return []
    days = [first + slack for slack in (-DAY_SLACK, timedelta(0), DAY_SLACK)]
    places = [place for place in gazetteer.keys(subject.scope) if not small or is_small(place)]
    return [f"{subject.family.name}|{place}|{day}" for place in places for day in days]


def done_on_day(subject: Subject, gazetteer: Gazetteer) -> list[str]:
    """Name what was done to people at a place on one day: "arrested|selm|2024-05-16|".

    Where much is done on any day, in a country or a large city, that at which it was done must be named in
    the same sentence: "arrested|oslo|2024-05-16|gathering".
    """
    day, family = subject.days.first, subject.family
    if family is None or subject.casualty or day is None or subject.days.last != day or not subject.scope:
        return []
    if family.within is not None or subject.figure.amount.kind != "count" or subject.part_of is not None:
        return []
    kinds = ["", *sorted(set(happenings_in(subject.words)))]
    if phrase(*table("cues")["gatherings"]["words"]).search(subject.words):
        kinds.append("gathering")
    return [
        f"{family.name}|{place}|{day}|{kind}"
        for place in gazetteer.keys(subject.scope)
        for kind in kinds
        if kind or is_small(place)
    ]


def statistics_of(subject: Subject) -> list[str]:
    """Name the statistic that a count is: what was done to what, where, over which weeks, months or year.

    "19,870 homes were built in Marenda in 2025": whoever counts these homes counts the same, be the report on
    something else. Counts since a day, up to their reports, are of one.
    """
    first, last = subject.days.first, subject.days.last
    figure = subject.figure
    counts = figure.amount.kind == "count" and figure.amount.per is None and figure.change is None
    if not (counts and figure.counted and subject.event and first and last) or subject.family is not None:
        return []
    if last - first < _STATISTIC or subject.alone or subject.part_of is not None:
        return []
    until = "" if last == subject.published else f"{last:%Y%m%d}"
    what = f"{subject.event} {figure.counted.text.lower()}"
    return [f"{what}|{place}|{first:%Y%m%d}{until}" for place in sorted(subject.scope)]


def _of_lead(subject: Subject, lead: Scope, reading: Reading) -> list[str]:
    """Name what casualties are of by kind, day, and the small places with which their report begins.

    "A riot in the Selm penitentiary left 23 dead": a report tells at once where it all was, though not in the
    sentence with its numbers. Without any day of the casualties it is that of the report.
    """
    days = subject.days
    if not (subject.casualty and subject.family and lead) or is_long_ago(days, subject.published):
        return []
    if days.first and days.last and days.last - days.first > _FEW_DAYS:
        return []
    day = days.first or reading.tolls.day or subject.published
    if day is None:
        return []
    # Who is missing or was found so far is told of a day when the event is over: its lead has that of both.
    since = _days_of_lead(reading) if subject.family.so_far or subject.family.series == "level" else []
    near = sorted({one + slack for one in (day, *since) for slack in (-DAY_SLACK, timedelta(0), DAY_SLACK)})
    # What is missing in one report may be killed in the other.
    kinds = (subject.family.name, "toll")
    return [f"{kind}|{place}|{one}" for kind in kinds for place in sorted(lead) for one in near]


def _days_of_lead(reading: Reading) -> list[date]:
    """Give the single days not long before a report that its first sentences name."""
    published, end = reading.document.published, lead_end(reading.document.text)
    told = (time.period for time in reading.times if time.span.end <= end and time.type in ("DATE", "TIME"))
    return [
        days.first
        for days in told
        if days.first
        and days.first == days.last
        and published
        and published - _NEWS <= days.first <= published
    ]


def is_narrow(event: str) -> bool:
    """Tell whether the key of an event names a small place: it tells much, however many reports have it."""
    place = event.split("|")[1]
    return is_small(place) and not place.startswith("=")  # what is done on one day is done in many places


def event_name(keys: Mapping[str, int], texts: Iterable[str], *, published: date | None = None) -> str | None:
    """Name an event: "flood, Oslo, May 2024".

    `keys` are those of `events_of` and the days of casualties (`addup.grouping.group.happenings`), each with
    the number of reports that have it; `texts` are those of the reports. The place is the narrowest that most
    reports tell of, with the month of the days on which they count casualties there; where all that they date
    is history, with that of the last report, which was `published` then. None without any.
    """
    split = [(key.split("|"), reports) for key, reports in keys.items()]
    told = [_Key(parts[0], parts[1], parts[2], count) for parts, count in split if not parts[-1].isdigit()]
    if not told:
        return None
    days = _without_history(told, published) or [
        one._replace(day=published.isoformat()) for one in told if published
    ]
    place = min(days, key=lambda one: (-one.reports, not is_small(one.place), one.place)).place
    most = max(one.reports for one in days if one.place == place)
    around = sorted(one.day for one in days if one.place == place and one.reports == most)
    day = date.fromisoformat(around[len(around) // 2])
    kinds = [
        (one.what == "toll", -one.reports, one.what != "killed", one.what)
        for one in days
        if one.place == place
    ]
    family = min(kinds)[3]
    texts = list(texts)
    what = _most_told(texts) or family
    as_words = re.compile(rf"\b{re.escape(place)}\b")  # "two villages" is no name
    shown = place if any(as_words.search(text) for text in texts) else place.title()
    return f"{what}, {shown}, {MONTHS[day.month - 1]} {day.year}"


def _without_history(keys: Sequence[_Key], published: date | None) -> list[_Key]:
    """Leave out what reports add of years before: "14,000 people have died in the conflict since 2009"."""
    latest = published or max(date.fromisoformat(one.day) for one in keys)
    return [one for one in keys if date.fromisoformat(one.day) + _HISTORY > latest]


class _Key(NamedTuple):
    """A key of an event, taken apart, with the number of reports that have it."""

    what: str
    place: str
    day: str
    reports: int


def _most_told(texts: Iterable[str]) -> str | None:
    """Give the kind of event that most texts name, the one that they name most often of several."""
    told: Counter[str] = Counter()
    holding: Counter[str] = Counter()
    for text in texts:
        found = happenings_in(text)
        told.update(found)
        holding.update(set(found))
    return min(told, key=lambda kind: (-holding[kind], -told[kind], kind), default=None)


def _months(first: date, last: date) -> range:
    """Number the months from one day to another."""
    return range(12 * first.year + first.month, 12 * last.year + last.month + 1)
