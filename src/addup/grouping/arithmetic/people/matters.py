"""Which reports count people of one event, and what they count."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

from addup.documents.datelines import dateline
from addup.grouping.arithmetic.people.roles import Head, heads_of, others_of
from addup.grouping.countries import nationality
from addup.grouping.nouns import happening_nouns, rare_happenings
from addup.grouping.patterns import CALENDAR_NAMES, SENTENCE_END, alternatives
from addup.grouping.places import Gazetteer, is_small, lead_end, plain
from addup.grouping.subjects.matters import Matters
from addup.grouping.subjects.timing import is_long_ago
from addup.grouping.tables import table
from addup.records import Reading

_NEWS = timedelta(days=21)
"""So long after an event reports of it come."""
_SHORT = 1500
"""A report of so few characters is on one matter from its first sentence to its last."""
_ONE_MATTER = 6000
"""Beyond so many characters a text may have gone on to other matters: a bulletin, a year in review."""
_DAY = timedelta(days=1)
_TOLL = frozenset({"dead", "injured", "missing"})
_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"


def matters_of_people(readings: Sequence[Reading]) -> Iterator[list[Head]]:
    """Give the counts of people of each report, and of each together with those on its matter."""
    heads = [_all_of(index, reading) for index, reading in enumerate(readings)]
    yield from filter(None, heads)
    counting = [index for index, found in enumerate(heads) if found and readings[index].document.published]
    if len(counting) < 2:
        return
    told = [readings[index] for index in counting]
    matters = Matters(
        told, [people_keys(reading, heads[at]) for at, reading in zip(counting, told, strict=True)]
    )
    seen: set[frozenset[int]] = set()
    for place in range(len(counting)):
        group = frozenset({place, *matters.related(place)})
        if len(group) > 1 and group not in seen:
            seen.add(group)
            yield [head for one in sorted(group) for head in heads[counting[one]]]


def _all_of(index: int, reading: Reading) -> list[Head]:
    """Give the counts of people of a report of which some have a role, also those that have none.

    Where some are of these days, others of long ago are those of an event that the report only recalls.
    """
    found = [head for head in heads_of(index, reading) if head.figure.span.start < _ONE_MATTER]
    beside = others_of(index, reading, found) if found else []
    told = [head for head in (*found, *beside) if head.figure.span.start < _ONE_MATTER]
    recent = [head for head in told if not is_long_ago(head.figure.period, reading.document.published)]
    kept = recent if any(head.roles for head in recent) else told
    return sorted(kept, key=lambda head: head.place)


def people_keys(reading: Reading, heads: Sequence[Head] | None = None) -> frozenset[str]:
    """Name the events whose people a report counts, by kind, place and month: "captives|orrin|24305".

    The kind is told by what became of the people, or by a rare happening that the report begins with; the
    place by its lead, or by a name before what it names ("the Orrin quake", "Kalm jail").
    """
    published = reading.document.published
    found = heads_of(0, reading) if heads is None else heads
    if published is None or not found:
        return frozenset()
    text = reading.document.text
    lead = text if len(text) <= _SHORT else text[: lead_end(text)]
    kinds = {kind for head in found for role in head.roles for kind in _kinds().get(role, ())}
    kinds |= rare_happenings(lead)
    places_of_storms = {plain(name) for name in _stormy().findall(lead)}
    sunk = {plain(name) for name in _sunk().findall(lead)}
    places = {plain(name) for name in _named().findall(lead)} | set(_dated_at(text))
    places |= places_of_storms
    places |= {name for sentence in SENTENCE_END.split(lead) for name in Gazetteer([sentence]).lead(sentence)}
    gazetteer = Gazetteer([text])
    places |= {name for head in found for name in gazetteer.wider(gazetteer.scope(head.figure.place))}
    first = published - _NEWS
    months = range(12 * first.year + first.month, 12 * published.year + published.month + 1)
    told = {(kind, place, str(month)) for kind in kinds for place in places for month in months}
    told |= {("wreck", ship, str(month)) for ship in sunk for month in months}
    for head in found:
        if head.roles & _TOLL:
            day = head.figure.period.first or published
            told |= {
                ("toll", place, str(day + slack)) for place in places for slack in (-_DAY, _DAY - _DAY, _DAY)
            }
    # "Night express": what the text writes small elsewhere is no name.
    small = {name for name in places if re.search(rf"\b{re.escape(name)}\b", text)}
    return frozenset("|".join(key) for key in told if key[1] not in small and _is_place(key[1]))


def _is_place(name: str) -> bool:
    """Tell whether a name is neither of a country or large city nor of a people, a day or nothing."""
    words = set(name.split())
    known = {*_days(), *table("roles")["words"]["no_names"]}
    return is_small(name) and not nationality(name.title()) and name not in known and not words & _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(table("roles")["words"]["bodies"])


@cache
def _days() -> frozenset[str]:
    return frozenset(word.lower() for word in (*CALENDAR_NAMES, *calendar.month_abbr, *calendar.day_abbr))


def _dated_at(text: str) -> Iterator[str]:
    """Give the places in which a report says that it was written."""
    span = dateline(text)
    for name in re.findall(_NAME, text[slice(*span)]) if span else ():
        yield plain(name.title())


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """Give for each role that tells what happened the kinds of events that it is of."""
    rows = table("roles")["kinds"]
    found: dict[str, tuple[str, ...]] = {}
    for kind, roles in rows.items():
        if kind != "origin":
            for role in roles:
                found[role] = (*found.get(role, ()), kind)
    return found


@cache
def _named() -> re.Pattern[str]:
    """Make a pattern of names before what happened there, or what stands there: "Kalm jail"."""
    sites = alternatives(table("roles")["words"]["sites"])
    return re.compile(rf"\b({_NAME})(?:['’]s)?(?:\s+[a-z-]+)?\s+(?:(?:{sites})\b|{happening_nouns()})")


@cache
def _sunk() -> re.Pattern[str]:
    """Make a pattern of the names of ships: "when the Anna Rell sank"."""
    verbs = alternatives(table("roles")["words"]["wrecked"])
    vehicles = alternatives(table("cues")["aboard"]["vehicles"])
    those = alternatives(table("roles")["words"]["of_ships"])
    return re.compile(
        rf"(?:\b[Tt]he (?=(?:{_NAME})\s+(?:{verbs})\b)|\b(?:{vehicles}) |\b(?:{those}) of the )({_NAME})"
    )


@cache
def _stormy() -> re.Pattern[str]:
    """Make a pattern of the names of storms: "Cyclone Rena"."""
    kinds = alternatives([word.title() for word in table("nouns")["groups"]["storm"]["words"]])
    return re.compile(rf"\b(?:{kinds}|Storm) ({_NAME})")
