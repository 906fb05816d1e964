"""Grouping the figures of any number of readings into series."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from addup.grouping.arithmetic.people.matters import people_keys
from addup.grouping.arithmetic.rivals.deals import deal_names
from addup.grouping.arithmetic.sums.nets import net_names
from addup.grouping.cells import text_around_tables
from addup.grouping.joining.clusters import Cluster, Clustering
from addup.grouping.joining.decisions import (
    Decision,
    decide,
    decided_names,
    decided_relations,
    rejected_relations,
)
from addup.grouping.joining.leads import lead_keys
from addup.grouping.joining.units import in_common_units, unit_of
from addup.grouping.places import Gazetteer, lead_end
from addup.grouping.relations.retold import retold
from addup.grouping.relations.scopes import Grouped
from addup.grouping.relations.suggest import Relations
from addup.grouping.subjects.around import with_days_around
from addup.grouping.subjects.events import (
    days_of,
    done_on_day,
    events_of,
    in_its_report,
    statistics_of,
)
from addup.grouping.subjects.kinds import kind_of
from addup.grouping.subjects.locating import locate
from addup.grouping.subjects.matters import Matters
from addup.grouping.subjects.names import name_events, with_names
from addup.grouping.subjects.naming import distinct, place_names, series_name, told_apart
from addup.grouping.subjects.parts import Part, find_parts
from addup.grouping.subjects.repeats import conversions, said_again
from addup.grouping.subjects.subject import Subject, subjects_of
from addup.grouping.subjects.wording import wordings
from addup.records import Figure, Grouping, Member, Reading, Series


def group(
    readings: Sequence[Reading],
    *,
    decisions: Sequence[Decision] = (),
    together: Sequence[Set[str]] = (),
) -> Grouping:
    """Group the figures of readings into series, and propose the relations that the texts suggest.

    What people decided goes before what the words suggest: `decisions` about series, and in `together` sets
    of documents, by their ids, that they took to be on one matter.

    Every figure is in exactly one series; one that shares its subject with no other is alone in its own.
    The order of the readings changes nothing. The readings of the result carry the names of their
    figures' series.
    """
    readings = sorted(readings, key=lambda reading: (reading.document.id, reading.document.text))
    gazetteer = gazetteer_of(readings)
    parts = [find_parts(reading) for reading in readings]
    subjects = [
        subject
        for index, reading in enumerate(readings)
        for subject in _subjects(index, reading, parts[index], gazetteer)
    ]
    subjects = with_names(subjects, readings)
    matters = Matters(readings, events_of(readings, subjects, gazetteer), together)
    clusters = _ordered(decide(_clusters(readings, subjects, gazetteer, matters), decisions))
    series = _series(clusters, gazetteer, decisions)
    figures = {
        subject.at: member.figure
        for one, cluster in zip(series, clusters, strict=True)
        for subject, member in zip(cluster, one.members, strict=True)
    }
    relations = decided_relations(
        Relations(Grouped(readings, series, clusters, gazetteer), matters).find(parts), series, decisions
    )
    return Grouping(
        readings=tuple(_named(reading, index, figures) for index, reading in enumerate(readings)),
        series=in_common_units(series, relations),
        relations=relations,
        rejected=rejected_relations(series, decisions),
    )


def happenings(reading: Reading) -> frozenset[str]:
    """Name the events whose casualties a reading counts: what, where and on which day.

    Readings that share one are about the same event, give or take a day, whatever else they say; those with
    digits at the end name no event, but what a report begins with (see `addup.grouping.joining.leads`).
    """
    gazetteer = gazetteer_of([reading])
    subjects = subjects_in(reading, gazetteer)
    told = name_events(with_names(subjects, [reading]))
    return (
        events_of([reading], subjects, gazetteer)[0]
        | told
        | frozenset(
            key
            for subject in subjects
            for key in days_of(in_its_report(subject, reading, gazetteer), gazetteer)
        )
        | frozenset(key for subject in subjects for key in statistics_of(subject))
        | frozenset(key for subject in subjects for key in done_on_day(subject, gazetteer))
        | _said_first(reading)
        | deal_names(reading)
        | net_names(reading)
        | lead_keys(reading, gazetteer)
        | people_keys(reading)
    )


def _said_first(reading: Reading) -> frozenset[str]:
    """Name what a reading says in its first sentences; what an outlet adds below all reports is no event."""
    opening = lead_end(reading.document.text)
    figures = reading.figures
    told = (keys for at, keys in wordings(reading).items() if figures[at].sentence[0] < opening)
    return frozenset(key for keys in told for key in keys)


def subjects_in(reading: Reading, gazetteer: Gazetteer) -> list[Subject]:
    """Say what each figure of one reading is about."""
    return _subjects(0, reading, find_parts(reading), gazetteer)


def _subjects(index: int, reading: Reading, parts: dict[int, Part], gazetteer: Gazetteer) -> list[Subject]:
    subjects = subjects_of(index, reading, parts=parts, gazetteer=gazetteer)
    subjects = retold(subjects, reading, parts)
    return with_days_around(locate(subjects, reading, parts=parts, gazetteer=gazetteer), reading)


def gazetteer_of(readings: Sequence[Reading]) -> Gazetteer:
    """Learn the places of some readings."""
    places = [figure.place for reading in readings for figure in reading.figures if figure.place]
    places += [reading.tolls.place for reading in readings if reading.tolls.place]
    return Gazetteer((text_around_tables(reading.document.text) for reading in readings), places=places)


def _clusters(
    readings: Sequence[Reading],
    subjects: list[Subject],
    gazetteer: Gazetteer,
    matters: Matters,
) -> list[list[Subject]]:
    """Group all subjects; an amount repeated in another unit joins the one that it repeats."""
    repeats = conversions(readings) | said_again(subjects)
    first = [subject for subject in subjects if subject.at not in repeats]
    clusters: list[Cluster] = Clustering(readings, first, gazetteer, matters).group()
    home = {member.at: cluster for cluster in clusters for member in cluster.members}
    for subject in subjects:
        if subject.at in repeats:
            cluster = home[subject.reading, repeats[subject.at]]
            cluster.members.append(subject)
            home[subject.at] = cluster
    return [cluster.members for cluster in clusters]


def _ordered(clusters: Sequence[Sequence[Subject]]) -> list[list[Subject]]:
    """Bring clusters and their members into the order of the texts."""
    ordered = [sorted(members, key=_reading_order) for members in clusters]
    return sorted(ordered, key=lambda members: _reading_order(members[0]))


def _reading_order(subject: Subject) -> tuple[object, ...]:
    return subject.document, subject.reading, subject.figure.span.start, subject.place


def _series(
    clusters: Sequence[Sequence[Subject]], gazetteer: Gazetteer, decisions: Sequence[Decision]
) -> list[Series]:
    own = distinct(told_apart([series_name(members, gazetteer) for members in clusters], clusters))
    names = decided_names(clusters, own, decisions)
    return [
        Series(
            id=re.sub(r"\W+", "-", name.lower()).strip("-") or "series",
            name=name,
            kind=kind_of(members),
            counted=members[0].thing or None,
            event=members[0].figure.event,
            scope=place_names(members, gazetteer),
            unit=unit_of(member.figure for member in members),
            members=tuple(Member(one.document, replace(one.figure, series=name)) for one in members),
        )
        for name, members in zip(names, clusters, strict=True)
    ]


def _named(reading: Reading, index: int, figures: dict[tuple[int, int], Figure]) -> Reading:
    """Give a reading with the figures that carry the names of their series."""
    return replace(reading, figures=tuple(figures[index, place] for place in range(len(reading.figures))))
