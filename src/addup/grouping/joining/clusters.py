"""Putting subjects together that may be the same, and keeping apart those that cannot be.

Within a block of figures with the same key (same event, same thing counted, in units that turn into each
other) three things are compared: where, when, and whether one report would contradict itself if they were the
same (see `addup.grouping.relations.voices`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from addup.grouping.nouns import happenings_in, trade
from addup.grouping.places import Gazetteer, Scope, is_wide, lead_end
from addup.grouping.relations.voices import Told, is_more, never_one, tells_apart, told_of, unlike, unlike_any
from addup.grouping.subjects.around import News, are_other_news, news_of
from addup.grouping.subjects.events import DAY_SLACK, done_on_day, event_keys, statistics_of
from addup.grouping.subjects.kinds import is_long, is_own
from addup.grouping.subjects.matters import Matters
from addup.grouping.subjects.names import agree, is_named, same, told_apart
from addup.grouping.subjects.narrower import is_narrower
from addup.grouping.subjects.subject import Place, Subject
from addup.grouping.subjects.timing import is_find, is_long_ago
from addup.grouping.subjects.wording import wordings
from addup.records import Period, Reading
from addup.words.conversions import in_unit, scale_of

# Kinds that are told of many things in one report: without a place, nothing says that two are the same.
_EACH_ITS_OWN = frozenset({"duration", "measure", "age"})
_HAZARDS = frozenset({"earthquake", "eruption", "flood", "landslide", "storm"})
_FEW_DAYS = 10
_FALL = 4
_YEAR = 365
_FEW, _WEEKS = 4, 31  # days
_TELLING_DAYS = 7
_LATEST_REPORT = timedelta(days=366)

_NOWHERE = ""
"""The key of clusters without a place."""


@dataclass(slots=True)
class Cluster:
    """Subjects taken to be the same, with their places, days and readings at hand.

    `parts` are those of them that a reading takes from others, `years` those of a whole year or more,
    `anytime` those without days, and `news` the few days that their reports tell of. `named_alike` puts
    together those with the same names and places, of whom very many are told and few differ. `has_rows`
    tells of cells of tables whose rows are places, and `wordings` in which words they are told.
    """

    members: list[Subject] = field(default_factory=list)
    scopes: Counter[Scope] = field(default_factory=Counter)
    named_alike: dict[tuple[object, ...], list[Subject]] = field(default_factory=dict)
    of_reading: dict[int, list[Subject]] = field(default_factory=dict)
    days: Period = field(default_factory=Period)
    undated: list[date] = field(default_factory=list)
    parts: dict[int, list[Subject]] = field(default_factory=dict)
    years: list[Subject] = field(default_factory=list)
    anytime: list[Subject] = field(default_factory=list)
    news: set[News] = field(default_factory=set)
    has_rows: bool = False
    wordings: set[str] = field(default_factory=set)

    def add(self, subject: Subject, wordings: Iterable[str]) -> None:
        """Take a subject in, which is told in some words (`addup.grouping.subjects.wording`)."""
        self.wordings.update(wordings)
        self.members.append(subject)
        self.scopes[subject.scope] += 1
        self.named_alike.setdefault((subject.names, subject.scope, _kind(subject)), []).append(subject)
        self.of_reading.setdefault(subject.reading, []).append(subject)
        self.days = _hull(self.days, subject.days)
        self.has_rows = self.has_rows or bool(subject.cell and subject.scope)
        if subject.part_of is not None:
            self.parts.setdefault(subject.reading, []).append(subject)
        if not subject.days.known:
            self.anytime.append(subject)
        if news := news_of(subject):
            self.news.add(news)
        if _is_of_year(subject):
            self.years.append(subject)
        if not subject.days.known and subject.published:
            days = [*self.undated, subject.published]
            self.undated = [min(days), max(days)]


class Apart:
    """Pairs of scopes that reports give unlike amounts for, with the figures that do.

    Of two places in one neither is the whole of it: "140 in Selm and 96 in Orrin, both in Holm province".
    """

    def __init__(self, block: Iterable[Subject], gazetteer: Gazetteer) -> None:
        """Take figures that may be the same but for their places."""
        self._at: dict[Scope, dict[int, list[Subject]]] = defaultdict(lambda: defaultdict(list))
        sentences: dict[tuple[int, tuple[int, int]], list[Subject]] = defaultdict(list)
        for subject in block:
            if subject.scope:
                self._at[subject.scope][subject.reading].append(subject)
                sentences[subject.reading, subject.figure.sentence].append(subject)
        self._parts: dict[frozenset[Scope], list[Subject]] = defaultdict(list)
        for told in sentences.values():
            for one, other in combinations(told, 2):
                if one.scope == other.scope or not unlike(one, other):
                    continue
                wholes = [frozenset(map(gazetteer.inside, sub.scope)) for sub in (one, other)]
                if wholes[0] == wholes[1] != {None}:
                    whole = frozenset(place for place in wholes[0] if place)
                    for part in (one, other):
                        self._parts[frozenset((part.scope, whole))].append(part)
        self._known: dict[frozenset[Scope], list[Subject]] = {}

    def between(self, one: Scope, other: Scope) -> Sequence[Subject]:
        """Give the figures that tell two scopes apart, sought when first asked for: most pairs never are."""
        pair = frozenset((one, other))
        if pair not in self._known:
            found = self._parts.get(pair, [])
            mine, theirs = self._at.get(one, {}), self._at.get(other, {})
            for reading in mine.keys() & theirs.keys():
                found = [
                    *found,
                    *unlike_any(mine[reading], theirs[reading]),
                    *unlike_any(theirs[reading], mine[reading]),
                ]
            self._known[pair] = found
        return self._known[pair]


class Clustering:
    """Groups the subjects of some readings."""

    def __init__(
        self,
        readings: Sequence[Reading],
        subjects: Sequence[Subject],
        gazetteer: Gazetteer,
        matters: Matters,
    ) -> None:
        """Take subjects, and which readings are on one matter."""
        self._readings = readings
        self._subjects = subjects
        self._gazetteer = gazetteer
        self._matters = matters
        self._told: dict[int, frozenset[str]] = {}
        self._wordings = [wordings(reading) for reading in readings]
        self._amounts: dict[Place, Told | None] = {}

    def group(self) -> list[Cluster]:
        """Group the subjects into clusters, the same whatever their order."""
        blocks: dict[object, list[Subject]] = defaultdict(list)
        for subject in self._subjects:
            alone = (subject.document, subject.place) if subject.alone else ()
            blocks[subject.key, alone].append(subject)
        return [cluster for block in blocks.values() for cluster in self._block(block)]

    def _block(self, block: list[Subject]) -> list[Cluster]:
        """Group a block greedily, those first that say most about where and when."""
        clusters: list[Cluster] = []
        of_reading: dict[int, set[int]] = defaultdict(set)
        at_event: dict[str, set[int]] = defaultdict(set)
        at_place: dict[str, set[int]] = defaultdict(set)
        apart = Apart(block, self._gazetteer)
        for subject in sorted(block, key=_order):
            worded = self._worded(subject)
            keys = [
                *event_keys(subject, self._gazetteer),
                *done_on_day(subject, self._gazetteer),
                *_name_keys(subject),
                *statistics_of(subject),
                *worded,
            ]
            near = {index for key in keys for index in at_event[key]}
            here = of_reading[subject.reading]
            if subject.scope and subject.within is None:
                # It fits only where this place is told of, one around it, or none: a key of both tells.
                places = (*self._gazetteer.keys(subject.scope), _NOWHERE)
                near.update(*(here & at_place[key] for key in places))
            else:
                near.update(here)
            near.update(self._of_matter(subject, clusters, of_reading, near=frozenset(near)))
            # The first that fits of the likeliest is the best: in a long text the others are very many.
            ranked = sorted(near, key=lambda index: _unlikeness(subject, clusters, index))
            best = next((index for index in ranked if self._fits(subject, clusters[index], apart)), None)
            if best is None:
                best = len(clusters)
                clusters.append(Cluster())
            clusters[best].add(subject, worded)
            for key in keys:
                at_event[key].add(best)
            here.add(best)
            if subject.scope:
                at_place[_NOWHERE].discard(best)
                for key in self._gazetteer.keys(subject.scope):
                    at_place[key].add(best)
            elif not any(clusters[best].scopes):
                at_place[_NOWHERE].add(best)
        return clusters

    def _worded(self, subject: Subject) -> Sequence[str]:
        """Give the keys of the words in which a figure is told."""
        return self._wordings[subject.reading].get(subject.place, ())

    def _of_matter(
        self,
        subject: Subject,
        clusters: Sequence[Cluster],
        of_reading: Mapping[int, Set[int]],
        *,
        near: Set[int],
    ) -> Iterator[int]:
        """Give the clusters with a figure of another report on the same matter that may be the same.

        Those that are `near` already need no second reason.
        """
        if len(near) == len(clusters):
            return
        related = self._matters.related(subject.reading)
        if len(related) < len(clusters):
            there = {index for reading in related for index in of_reading.get(reading, ())}
        else:
            there = {at for at, one in enumerate(clusters) if not related.isdisjoint(one.of_reading)}
        for index in there - near:
            held = clusters[index].of_reading
            others = (other for reading in held if reading in related for other in held[reading])
            if subject.casualty or any(self._linked(subject, other) for other in others):
                yield index

    def _linked(self, one: Subject, other: Subject) -> bool:
        """Tell whether figures of two reports on one matter are brought together by more than their words.

        Amounts of money and shares are of somebody, so that both sentences must name one and the same.
        """
        if one.figure.amount.kind != "count" and not self._of_one(one, other):
            return False
        return bool(one.scope and other.scope) or not unlike(one, other) or _told_in_full(one, other)

    def _of_one(self, one: Subject, other: Subject) -> bool:
        """Tell whether the sentences of two figures name one and the same; of what is own, not only where."""
        named = self._named(one) & self._named(other)
        if is_own(one):
            where = {word for place in one.scope | other.scope for word in place.split()}
            named = {name for name in named if name.lower() not in where}
        return bool(named)

    def _named(self, subject: Subject) -> Set[str]:
        """Give the names in the sentence of a figure."""
        return self._matters.names(subject.reading) & set(re.findall(r"[A-Z][\w-]+", subject.words))

    def _fits(self, subject: Subject, cluster: Cluster, apart: Apart) -> bool:
        here = cluster.of_reading.get(subject.reading, ())
        if here and self._is_apart(subject, here[0]):
            return False
        named = subject.within is not None
        if named and not self._same_matter(subject, cluster):
            return False
        text = self._readings[subject.reading].document.text
        held = subject.figure.amount.kind == "share" or subject.part_of is not None
        return (
            ((named and _is_named_with(subject, cluster)) or self._same_place(subject, cluster, apart))
            and not self._of_other_happening(subject, cluster)
            and not (subject.casualty and any(_falls_far(subject, member) for member in cluster.members))
            and _same_time(subject, cluster)
            and not any(tells_apart(text, subject, member) for member in here)
            and not any(self._may_be_of_fewer(subject, member) for member in cluster.members)
            and not (subject.part_of is not None and any(_is_part_of(subject, member) for member in here))
            and not any(
                _is_part_of(member, subject) or _are_parts_of_two(subject, member)
                for member in cluster.parts.get(subject.reading, ())
            )
            and not (held and any(never_one(subject, member) for member in cluster.members))
        )

    def _may_be_of_fewer(self, one: Subject, other: Subject) -> bool:
        """Tell whether of two counts that of more days is less, and its words may limit what it counts."""
        if one.figure.amount.kind != "count" or one.days == other.days:
            return False
        if not one.days.holds(other.days) and not other.days.holds(one.days):
            return False
        inner, outer = (other, one) if one.days.holds(other.days) else (one, other)
        if not is_more(inner, outer):
            return False
        reports = (self._readings[outer.reading], self._readings[inner.reading])
        return is_narrower(outer.figure, reports[0], inner.figure, reports[1])

    def _of_other_happening(self, subject: Subject, cluster: Cluster) -> bool:
        """Tell whether casualties in a wide region are of a report on something else than a cluster's.

        A bus crash and a landslide of one day in the north of a country are two events.
        """
        if not subject.casualty or not any(map(is_wide, subject.scope)):
            return False
        mine = self._happened(subject.reading)
        others = (self._happened(reading) for reading in cluster.of_reading if reading != subject.reading)
        return bool(mine) and any(theirs and mine.isdisjoint(theirs) for theirs in others)

    def _happened(self, reading: int) -> frozenset[str]:
        """Name what a report begins with; a storm, its floods and its landslides are one."""
        if reading not in self._told:
            text = self._readings[reading].document.text
            kinds = happenings_in(text[: lead_end(text)])
            self._told[reading] = frozenset("hazard" if kind in _HAZARDS else kind for kind in kinds)
        return self._told[reading]

    def _is_apart(self, one: Subject, other: Subject) -> bool:
        """Tell whether a text surely keeps two of its figures apart, by what is found once for each."""
        mine, theirs = self._told_of(one), self._told_of(other)
        return mine is not None and theirs is not None and mine.is_apart(theirs)

    def _told_of(self, subject: Subject) -> Told | None:
        if subject.at not in self._amounts:
            text = self._readings[subject.reading].document.text
            self._amounts[subject.at] = told_of(text, subject)
        return self._amounts[subject.at]

    def _same_matter(self, subject: Subject, cluster: Cluster) -> bool:
        """Tell whether a figure whose reports find each other by names may be of a cluster's matter.

        The days must be near enough, no other trade or name be told of, and either the names agree or the
        reports be on one matter anyway. "The 30" are those of whom somebody counts 30.
        """
        if subject.family is not None and subject.family.money:
            return all(
                _days_agree(subject, one) and same(subject.names, one.names) for one in cluster.members
            )
        related = self._matters.related(subject.reading)
        return (
            all(_days_agree(subject, one) for one in cluster.members)
            and not any(told_apart(subject.names, alike[0].names) for alike in cluster.named_alike.values())
            and not any(_trades_apart(subject, one) for one in cluster.members)
            and (
                _is_named_with(subject, cluster)
                or subject.reading in cluster.of_reading
                or not related.isdisjoint(cluster.of_reading)
            )
            and (not subject.again or any(not unlike(subject, one) for one in cluster.members))
        )

    def _same_place(self, subject: Subject, cluster: Cluster, apart: Apart) -> bool:
        """Tell whether a figure with a place fits each of a cluster's, and one without may stand there.

        Casualties without a place are of the event that the report is about, and what was counted before is
        where it was. Anything else without a place is of a place only where its report says the same number
        for it, or where it is told as fully as another, or in the same words. Beside a row of a table nothing
        is without a place: it is of all rows.
        """
        if subject.scope:
            return all(self._same_scope(subject, scope, apart) for scope in cluster.scopes)
        if cluster.has_rows:
            return False
        if subject.casualty or subject.again or not any(cluster.scopes):
            return True
        if subject.figure.amount.kind in _EACH_ITS_OWN:
            return False
        if not cluster.wordings.isdisjoint(self._worded(subject)) or any(
            _told_in_full(subject, member) for member in cluster.members
        ):
            return True
        here = cluster.of_reading.get(subject.reading, [])
        return any(
            member.scope and not member.rate and not subject.rate and not unlike(subject, member)
            for member in here
        )

    def _same_scope(self, subject: Subject, other: Scope, apart: Apart) -> bool:
        """Tell whether a figure's place may be another, unless a report on the matter tells the two apart."""
        if not other or subject.scope == other:
            return True
        if not self._gazetteer.same(subject.scope, other):
            return False
        telling = apart.between(subject.scope, other)
        related = self._matters.related(subject.reading) if telling else ()
        return not any(
            one.reading == subject.reading or one.reading in related or _same_days(one, subject)
            for one in telling
        )


def _falls_far(one: Subject, other: Subject) -> bool:
    """Tell whether a later report counts so much less that it is of something else: no toll falls so far."""
    if one.published is None or other.published is None or one.published == other.published:
        return False
    if None not in (one.source, other.source) and one.source != other.source:
        return False  # each side has its own
    first, last = sorted((one, other), key=lambda subject: subject.published or date.min)
    had = first.figure.amount.low
    has = in_unit(last.figure, scale_of(first.figure)).amount.high
    return had is not None and has is not None and had > _FALL * has


def _told_in_full(one: Subject, other: Subject) -> bool:
    """Tell whether two counts say all the same of what they count, and of which stretch of days.

    "Had added 312 intensive care beds since March", "only 204 intensive care beds since March".
    """
    mine, its = one.figure.counted, other.figure.counted
    counts = one.figure.amount.kind == other.figure.amount.kind == "count"
    if not (counts and mine and its and one.event and _is_stretch(one.days) and _is_stretch(other.days)):
        return False
    return (
        mine.text.lower() == its.text.lower()
        and one.days.first == other.days.first
        and _end_alike(one, other)
    )


def _is_stretch(days: Period) -> bool:
    return days.first is not None and days.last is not None and (days.last - days.first).days > _FEW_DAYS


def _end_alike(one: Subject, other: Subject) -> bool:
    """Tell whether two stretches of days end on one day, or both when their reports came out."""
    return one.days.last == other.days.last or all(sub.days.last == sub.published for sub in (one, other))


def _is_part_of(part: Subject, whole: Subject) -> bool:
    """Tell whether a text calls a figure part of another of its figures, which is then not of the same."""
    return part.part_of is not None and part.part_of.figure.id == whole.figure.id


def _are_parts_of_two(one: Subject, other: Subject) -> bool:
    """Tell whether two are parts of one event and of a long time: three of nine, 118 of 400 "since May"."""
    if one.part_of is None or other.part_of is None or one.part_of is other.part_of:
        return False
    return is_long(one.part_of) != is_long(other.part_of)


def _name_keys(subject: Subject) -> list[str]:
    """Give keys that figures told of one name within the days of their matter share at least one of."""
    day = _told_of(subject)
    if subject.within is None or day is None:
        return []
    slack = timedelta(days=subject.within + _TELLING_DAYS)
    months = {12 * one.year + one.month for one in (day - slack / 2, day, day + slack / 2)}
    return sorted({f"{word}|{month}" for name in subject.names for word in name for month in months})


def _is_named_with(subject: Subject, cluster: Cluster) -> bool:
    """Tell whether the names and places of a figure agree with those of all others of a cluster."""
    return subject.within is not None and all(
        agree(subject.names, alike[0].names)
        and (
            (_places_named(subject, alike[0]) and _places_named(alike[0], subject))
            or not any(unlike(subject, one) for one in alike)
        )
        for alike in cluster.named_alike.values()
    )


def _places_named(one: Subject, other: Subject) -> bool:
    """Tell whether each place of a figure is also one of another's, or among its names.

    A time in prison is somebody's, wherever the court may sit.
    """
    return _kind(one) == "duration" or all(
        place in other.scope or is_named(place, other.names) for place in one.scope
    )


def _kind(subject: Subject) -> str:
    return subject.figure.amount.kind


def _days_agree(one: Subject, other: Subject) -> bool:
    """Tell whether two figures are told of days near enough; a report is of the days right before it."""
    within = min(one.within or 0, other.within or 0)
    if one.days.first and one.days.last and other.days.first and other.days.last:
        return max(one.days.first - other.days.last, other.days.first - one.days.last).days <= within
    mine, theirs = _told_of(one), _told_of(other)
    return mine is None or theirs is None or abs((mine - theirs).days) <= within + _TELLING_DAYS


def _told_of(subject: Subject) -> date | None:
    """Give the day by which a matter is found: its own, or that of the report; plans are told long before."""
    plan = subject.figure.amount.kind == "money" or subject.figure.stance == "expected"
    return subject.published if plan else subject.days.first or subject.published


def _trades_apart(one: Subject, other: Subject) -> bool:
    """Tell whether figures of two kinds of workers are told: nurses are not teachers."""
    trades = {trade(subject.figure.counted.head) for subject in (one, other) if subject.figure.counted}
    return len(trades - {None}) > 1


def _same_days(one: Subject, other: Subject) -> bool:
    """Tell whether two figures count casualties that are known to have fallen on the same days."""
    return one.casualty and one.days.known and other.days.known and _touch(one.days, other.days)


def _unlikeness(subject: Subject, clusters: Sequence[Cluster], index: int) -> tuple[bool, int, int, int]:
    """Rank clusters: that with most of the same scope by name first, then the largest, then the first.

    Of the years in prison that somebody got for several deeds those that are as long go before all.
    """
    cluster = clusters[index]
    is_long = subject.figure.amount.kind == "duration"
    other = is_long and any(unlike(subject, one) for one in cluster.members)
    return other, -cluster.scopes.get(subject.scope, 0), -len(cluster.members), index


def _order(subject: Subject) -> tuple[object, ...]:
    """Order subjects so that the best described come first, whatever order the readings came in."""
    figure = subject.figure
    return (
        not subject.scope,
        not subject.days.known,
        subject.published or date.max,
        subject.document,
        figure.span.start,
        figure.id,
    )


def _same_time(subject: Subject, cluster: Cluster) -> bool:
    """Tell whether casualties can be of one event; other series run through time."""
    if not subject.casualty:
        return not any(_is_cell_of_other_days(subject, member) for member in cluster.members)
    if _within_a_longer_time(subject, cluster) or _is_of_a_week(subject, cluster):
        return False
    if subject.days.known:
        # Both ask for one without days: of those with days only a long count may be held against it.
        anytime = cluster.anytime if _length(subject.days) > _WEEKS else ()
        apart = any(_is_past_year(subject, one) or _is_found_beside_all(one, subject) for one in anytime)
    else:
        apart = any(_is_past_year(one, subject) for one in cluster.years) or (
            is_find(subject.figure) and any(_is_found_beside_all(subject, one) for one in cluster.members)
        )
    if apart:
        return False
    if _is_of_other_days(subject, cluster):
        return False
    if not subject.days.known:
        return _reported_after(cluster.days, subject.published)
    return _touch(subject.days, cluster.days) and all(
        _reported_after(subject.days, published) for published in cluster.undated
    )


def _is_cell_of_other_days(one: Subject, other: Subject) -> bool:
    """Tell whether one is a cell of a table without days, and the other another number that a sentence dates.

    "Total: 8,214" is of all months that the table is of, and not of June, of which the report tells as well.
    """
    if one.cell == other.cell:
        return False
    cell, sentence = (one, other) if one.cell else (other, one)
    return not cell.days.known and sentence.days.known and unlike(cell, sentence)


def _is_of_other_days(subject: Subject, cluster: Cluster) -> bool:
    """Tell whether casualties are of a report on other days than a cluster's: of another attack or crash."""
    mine = news_of(subject)
    return mine is not None and any(are_other_news(mine, theirs) for theirs in cluster.news)


def _within_a_longer_time(subject: Subject, cluster: Cluster) -> bool:
    """Tell whether one counts a few days in one place, and the other weeks in another that may hold it.

    The dead of a day are not set beside those of a war of years, even in the same place.
    """
    lengths = sorted(_length(days) for days in (subject.days, cluster.days))
    apart = lengths[1] - lengths[0]
    if apart <= _FEW_DAYS:
        return False
    both = subject.days.known and cluster.days.known
    elsewhere = any(scope and scope != subject.scope for scope in cluster.scopes)
    return elsewhere or (both and lengths[0] <= _FEW_DAYS and apart > _YEAR)


def _is_past_year(past: Subject, other: Subject) -> bool:
    """Tell whether one of two counts recalls a whole year that was long over when the other gave no day.

    "It has made 940 ill", in a report on this year's outbreak, is not of the one that 59,000 had "in 2022".
    """
    if other.days.known or not _is_of_year(past):
        return False
    return is_long_ago(past.days, past.published) and is_long_ago(past.days, other.published)


def _is_found_beside_all(found: Subject, other: Subject) -> bool:
    """Tell whether one of two counts is of bodies found after one event, and the other of all in a long time.

    "Recovered 38 bodies", in a report that adds that 300 have died on ferries since 2020.
    """
    return is_find(found.figure) and not found.days.known and _length(other.days) > _WEEKS


def _is_of_year(subject: Subject) -> bool:
    """Tell whether a count is of a whole year or more."""
    return _length(subject.days) >= _YEAR - 1


def _is_of_a_week(subject: Subject, cluster: Cluster) -> bool:
    """Tell whether of two counts of what mounts one is of a week that is over: "with 1,450 last week"."""
    if subject.family is None or not subject.family.weekly:
        return False
    if subject.days.known:
        return bool(cluster.undated) and _is_week_over(subject)
    return any(member.days.known and _is_week_over(member) for member in cluster.members)


def _is_week_over(dated: Subject) -> bool:
    """Tell whether a figure counts some days that were over when it was told, and not all "since March"."""
    over = dated.published is not None and dated.days.last is not None and dated.days.last < dated.published
    return over and _FEW <= _length(dated.days) <= _WEEKS


def _length(days: Period) -> int:
    return (days.last - days.first).days if days.first and days.last else 0


def _hull(one: Period, other: Period) -> Period:
    """Give the days from the first to the last of two periods, as far as they are known."""
    if not other.first or not other.last:
        return one
    if not one.first or not one.last or one == other:
        return other
    return Period(min(one.first, other.first), max(one.last, other.last))


def _touch(one: Period, other: Period) -> bool:
    """Tell whether two stretches of days meet, give or take a day for time zones; unknown ones do.

    Of two weeks one begins when the other is over.
    """
    weeks = min(_length(one), _length(other)) >= _FEW
    return one.meets(other, slack=timedelta(0) if weeks else DAY_SLACK) is not False


def _reported_after(days: Period, published: date | None) -> bool:
    """Tell whether an undated figure may be about these days: its report came later, within a year."""
    if not days.first or not published:
        return True
    return days.first - DAY_SLACK <= published <= (days.last or days.first) + _LATEST_REPORT
