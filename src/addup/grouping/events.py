"""Names of events, by which reports of one find each other: what happened, where, and in which month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from addup.grouping.lexicon import rare_happenings
from addup.grouping.places import Gazetteer
from addup.grouping.subjects import Subject
from addup.records import Reading

_DAY_SLACK = timedelta(days=1)
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
        months = _months(subject.days.first - _DAY_SLACK, subject.days.last + _DAY_SLACK)
    elif subject.published:
        places = [place for place in places if gazetteer.is_small(place)]
        months = _months(subject.published - _NEWS, subject.published)
    else:
        return []
    return [f"{place}|{month}" for place in places for month in months]


def events_of(
    readings: Sequence[Reading], subjects: Iterable[Subject], gazetteer: Gazetteer
) -> list[frozenset[str]]:
    """Name the events of each reading that come seldom: "flood|oslo|24293", by place and month.

    Only what stands in a sentence with casualties counts: other floods are told of people and of words.
    """
    found: dict[int, set[str]] = defaultdict(set)
    for subject in subjects:
        published = readings[subject.reading].document.published
        days = subject.days
        if not (subject.casualty and subject.scope and (days.first or published)):
            continue
        first = days.first or (published or date.max) - _NEWS
        last = days.first or published or date.min
        kinds = rare_happenings(subject.words)
        places = gazetteer.wider(subject.scope) if kinds else ()
        months = _months(first - _DAY_SLACK, last + _DAY_SLACK)
        found[subject.reading].update(
            f"{kind}|{place}|{month}" for kind in kinds for place in places for month in months
        )
    return [frozenset(found[index]) for index in range(len(readings))]


def _months(first: date, last: date) -> range:
    """Number the months from one day to another."""
    return range(12 * first.year + first.month, 12 * last.year + last.month + 1)
