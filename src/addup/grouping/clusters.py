"""Putting subjects together that may be the same, and keeping apart those that cannot be.

Within a block of figures with the same key (same event, same thing counted, same unit) three things are
compared: where, when, and whether one report would contradict itself if they were the same. A report that
gives two unlike amounts in one voice, for the same time and without saying that the number was changed,
speaks of two things; without this charity every list of rewards or prices would be a contradiction.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from addup.grouping.lexicon import phrase, table
from addup.grouping.places import Gazetteer
from addup.grouping.subjects import Subject
from addup.records import Period, Reading
from addup.words import charitable

# Kinds that are told of many things in one report: without a place, nothing says that two are the same.
_EACH_ITS_OWN = frozenset({"duration", "measure", "age"})
_DAY_SLACK = timedelta(days=1)
_LATEST_REPORT = timedelta(days=366)
_LEAST_NAMES, _LEAST_SHARE = 3, 0.25
_PROPER = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*\b", re.MULTILINE)
_CALENDAR_NAMES = frozenset([*calendar.month_name, *calendar.day_name])


@dataclass(slots=True)
class Cluster:
    """Subjects taken to be the same."""

    members: list[Subject] = field(default_factory=list)


class Matters:
    """Which readings are on one matter: they share names, so that "the two suspects" may be the same two."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._names = [
            frozenset(_PROPER.findall(reading.document.text)) - _CALENDAR_NAMES for reading in readings
        ]

    def shared(self, one: int, other: int) -> bool:
        """Tell whether two readings are the same one or name enough of the same."""
        if one == other:
            return True
        mine, theirs = self._names[one], self._names[other]
        both = len(mine & theirs)
        return both >= _LEAST_NAMES and both >= _LEAST_SHARE * min(len(mine), len(theirs))


class Clustering:
    """Groups the subjects of some readings."""

    def __init__(self, readings: Sequence[Reading], gazetteer: Gazetteer) -> None:
        self._readings = readings
        self._gazetteer = gazetteer
        self._matters = Matters(readings)

    def group(self, subjects: Iterable[Subject]) -> list[Cluster]:
        """Group subjects into clusters, the same whatever their order."""
        blocks: dict[object, list[Subject]] = defaultdict(list)
        for subject in subjects:
            alone = (subject.member.document, subject.place) if subject.alone else ()
            blocks[subject.key, alone].append(subject)
        return [cluster for block in blocks.values() for cluster in self._block(block)]

    def _block(self, block: list[Subject]) -> list[Cluster]:
        """Group a block greedily, those first that say most about where and when."""
        clusters: list[Cluster] = []
        by_place: dict[str, list[int]] = defaultdict(list)
        apart = self._scopes_apart(block)
        for subject in sorted(block, key=_order):
            keys = self._gazetteer.keys(subject.scope)
            near = (
                {index for key in (*keys, "") for index in by_place[key]}
                if subject.scope
                else range(len(clusters))
            )
            fitting = [index for index in sorted(near) if self._fits(subject, clusters[index], apart)]
            best = max(
                fitting, key=lambda index: self._likeness(subject, clusters[index]), default=len(clusters)
            )
            if best == len(clusters):
                clusters.append(Cluster())
            clusters[best].members.append(subject)
            for key in keys:
                if best not in by_place[key][-1:]:
                    by_place[key].append(best)
        return clusters

    def _scopes_apart(self, block: list[Subject]) -> set[frozenset[frozenset[str]]]:
        """Collect the pairs of scopes that some report gives unlike amounts for."""
        reports: Mapping[int, list[Subject]] = defaultdict(list)
        for subject in block:
            reports[subject.reading].append(subject)
        return {
            frozenset((one.scope, other.scope))
            for report in reports.values()
            for index, one in enumerate(report)
            for other in report[:index]
            if one.scope and other.scope and one.scope != other.scope and unlike(one, other)
        }

    def _fits(self, subject: Subject, cluster: Cluster, apart: set[frozenset[frozenset[str]]]) -> bool:
        members = cluster.members
        return (
            self._same_places(subject, members, apart)
            and self._same_time(subject, members)
            and any(self._linked(subject, member) for member in members)
            and not any(self._contradicts(subject, member) for member in members)
            and not any(self._beside(subject, member) for member in members)
        )

    def _same_places(
        self, subject: Subject, members: list[Subject], apart: set[frozenset[frozenset[str]]]
    ) -> bool:
        """Tell whether a figure without a place may stand beside these, and one with a place with each."""
        if not subject.scope and not _casualties(subject) and any(member.scope for member in members):
            here = any(member.reading == subject.reading for member in members)
            return here and subject.figure.amount.kind not in _EACH_ITS_OWN
        return all(self._same_place(subject, member, apart) for member in members)

    def _same_place(self, one: Subject, other: Subject, apart: set[frozenset[frozenset[str]]]) -> bool:
        if not one.scope or not other.scope:
            return True
        if frozenset((one.scope, other.scope)) in apart:
            return False
        return self._gazetteer.same(one.scope, other.scope)

    def _same_time(self, subject: Subject, members: list[Subject]) -> bool:
        """Tell whether casualties can be of one event; other series run through time."""
        if not _casualties(subject):
            return True
        days = _hull(member.days for member in members)
        return (
            _touch(subject.days, days)
            and all(
                _reported_after(one, other) for one, other in ((subject.days, member) for member in members)
            )
            and _reported_after(days, subject)
        )

    def _linked(self, one: Subject, other: Subject) -> bool:
        """Tell whether two figures are brought together by more than their words."""
        if one.reading == other.reading:
            return True
        placed = bool(one.scope and other.scope)
        if _casualties(one) and placed and one.days.known and other.days.known:
            return True
        if not self._matters.shared(one.reading, other.reading):
            return False
        return placed or _casualties(one) or not unlike(one, other)

    def _contradicts(self, one: Subject, other: Subject) -> bool:
        """Tell whether one report, in one voice, would contradict itself if these were the same."""
        voices = {one.source, other.source}
        disputed = len(voices) == 2 and None not in voices
        if one.reading != other.reading or disputed or not unlike(one, other):
            return False
        # Casualties without a day are of the day that the report is about; other amounts may be of any day.
        told = (one.days.known and other.days.known) or not _casualties(one)
        if one.rate or other.rate or (told and one.days != other.days):
            return False
        return not self._revised(one, other)

    def _beside(self, one: Subject, other: Subject) -> bool:
        """Tell whether a text sets one figure beside the other: "another 17", "17 more"."""
        if one.reading != other.reading:
            return False
        later = max((one.figure, other.figure), key=lambda figure: figure.span.start)
        text = self._readings[one.reading].document.text
        cues = table("cues")["another"]
        words = text[max(0, later.span.start - 25) : later.amount.number.start]
        if re.search(phrase(*cues["words"]).pattern + r"\s+(?:[\w-]+\s+)?$", words, re.IGNORECASE):
            return True
        return bool(re.match(rf"\s+{phrase(*cues['after']).pattern}", text[later.amount.number.end :][:10]))

    def _revised(self, one: Subject, other: Subject) -> bool:
        """Tell whether the words between two figures say that the number was changed."""
        first, last = sorted((one.figure, other.figure), key=lambda figure: figure.span.start)
        text = self._readings[one.reading].document.text
        if first.sentence != last.sentence:
            return False
        words = text[first.span.end : last.span.start]
        return bool(phrase(*table("cues")["revised"]["words"]).search(words))

    def _likeness(self, subject: Subject, cluster: Cluster) -> tuple[int, int]:
        """Rank clusters that fit: same scope by name first, then the larger."""
        same = sum(member.scope == subject.scope for member in cluster.members)
        return (same, len(cluster.members))


def unlike(one: Subject, other: Subject) -> bool:
    """Tell whether no reading of the words makes two amounts equal."""
    first, second = (
        charitable(low=amount.low, high=amount.high, bound=amount.bound, unit=amount.unit, hedge=amount.hedge)
        for amount in (one.figure.amount, other.figure.amount)
    )
    return _below(first.high, second.low) or _below(second.high, first.low)


def _below(high: Fraction | None, low: Fraction | None) -> bool:
    return high is not None and low is not None and high < low


def _casualties(subject: Subject) -> bool:
    return subject.family is not None and subject.family.kind == "toll"


def _order(subject: Subject) -> tuple[object, ...]:
    """Order subjects so that the best described come first, whatever order the readings came in."""
    figure = subject.figure
    return (
        not subject.scope,
        not subject.days.known,
        subject.published or date.max,
        subject.member.document,
        figure.span.start,
        figure.id,
    )


def _hull(periods: Iterable[Period]) -> Period:
    known = [period for period in periods if period.known]
    firsts = [period.first for period in known if period.first]
    lasts = [period.last for period in known if period.last]
    return Period(min(firsts), max(lasts)) if known else Period()


def _touch(one: Period, other: Period) -> bool:
    """Tell whether two stretches of days meet, give or take a day for time zones; unknown ones do."""
    if not (one.first and one.last and other.first and other.last):
        return True
    return one.first <= other.last + _DAY_SLACK and other.first <= one.last + _DAY_SLACK


def _reported_after(days: Period, subject: Subject) -> bool:
    """Tell whether an undated figure may be about these days: its report came later, within a year."""
    if subject.days.known or not days.first or not subject.published:
        return True
    return days.first - _DAY_SLACK <= subject.published <= days.first + _LATEST_REPORT
