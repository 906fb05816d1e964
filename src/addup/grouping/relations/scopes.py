"""Relations between the casualties of one event by place and by who they are: parts that make up a whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product

from addup.grouping.nouns import is_people, is_perpetrator, is_person
from addup.grouping.places import Gazetteer, Scope, is_small
from addup.grouping.subjects.around import are_other_news, news_of
from addup.grouping.subjects.causes import DISEASE
from addup.grouping.subjects.events import DAY_SLACK
from addup.grouping.subjects.kinds import kind_of
from addup.grouping.subjects.subject import Subject
from addup.grouping.subjects.things import CERTAINTIES
from addup.records import Evidence, Figure, Period, Reading, Series
from addup.words import amount_meaning

_MOST_PLACES = 6
_MOST_PIECES = 12
_FEW_DAYS = 10
_SOON = timedelta(days=7)
"""So long after an event its reports may leave out the day."""

# How a paragraph begins that turns to something else that happened. Origin: ours, after
# agency reports.
_TURNS_AWAY = re.compile(r"\W*(?:Elsewhere|Separately|In (?:a separate|another|other))\b")
# What a count begins with that has no day.

Found = tuple[str, list[Evidence]]
_FAR_MORE = 4


@dataclass(frozen=True, slots=True)
class Grouped:
    """Readings whose figures are grouped: the series in their order, the subjects of each, and the places."""

    readings: Sequence[Reading]
    series: Sequence[Series]
    clusters: Sequence[Sequence[Subject]]
    gazetteer: Gazetteer


class Scopes:
    """Finds which series of casualties are part of which others."""

    def __init__(self, grouped: Grouped) -> None:
        self._readings = grouped.readings
        self._series = grouped.series
        self._clusters = clusters = grouped.clusters
        self._gazetteer = grouped.gazetteer
        self._scopes = [
            next((member.scope for member in members if member.scope), frozenset()) for members in clusters
        ]
        self._days = [{member.days for member in members if member.days.known} for members in clusters]
        self._news = [{news for member in members if (news := news_of(member))} for members in clusters]
        self._begins = [max(filter(None, map(_begins, members)), default=None) for members in clusters]
        self._reported = [
            min((one.published for one in members if one.published and not one.days.known), default=None)
            for members in clusters
        ]
        self._told_in = [{member.reading for member in members} for members in clusters]

    def find(self) -> Iterator[Found]:
        """Give the relations, each with the words that name the places or the people."""
        for block in self._blocks():
            # Series of one event share days or a report: very many of one country do not.
            found: dict[tuple[str, Period | int | str], list[int]] = defaultdict(list)
            for index in block:
                for mark in self._marks(index):
                    found[mark].append(index)
            for whole in block:
                if self._is_of_some(whole, block):
                    continue
                near = sorted({index for mark in self._marks(whole) for index in found[mark]} - {whole})
                yield from self._of_places(whole, near)
                yield from self._of_people(whole, near)

    def _is_of_some(self, index: int, block: Sequence[int]) -> bool:
        """Tell whether a report counts more of the same, there and then: a series is of some of them."""
        return any(
            self._thing(other) == self._thing(index)
            and self._scopes[other] == self._scopes[index]
            and self._told_in[other] & self._told_in[index]
            and self._most(other) > self._most(index)
            and self._one_event(index, other)
            for other in block
            if other != index
        )

    def _most(self, index: int) -> float:
        return max(
            float(member.figure.amount.high or member.figure.amount.low or 0)
            for member in self._clusters[index]
        )

    def _marks(self, index: int) -> Iterator[tuple[str, Period | int | str]]:
        """Give the places of a series with each of its days and each of its reports.

        Those of a small place that are told without days are of its latest event: they share the month.
        """
        marks: list[Period | int | str] = [*self._days[index], *self._told_in[index]]
        keys = self._gazetteer.keys(self._scopes[index])
        yield from product(keys, marks)
        told = {day for member in self._clusters[index] if (day := member.days.first or member.published)}
        months = {f"{one:%Y-%m}" for day in told for one in (day, day - _SOON, day + _SOON)}
        yield from product(filter(is_small, keys), sorted(months))

    def _blocks(self) -> list[list[int]]:
        """Put together the casualties that suffered the same, whole series and no parts without a name."""
        blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, members in enumerate(self._clusters):
            first = members[0]
            whole = first.qualifier in ("", DISEASE, *CERTAINTIES)
            again = all(member.again for member in members)  # "the two" are not all who died
            if first.family and first.family.kind == "toll" and whole and not (first.alone or again):
                blocks[*first.key[:5], first.qualifier].append(index)
        return list(blocks.values())

    def _of_places(self, whole: int, others: Sequence[int]) -> Iterator[Found]:
        """Find series of the places of a scope: all of them make up the whole, some are part of it."""
        scope = self._scopes[whole]
        pieces = [
            one
            for one in others
            if self._thing(one) == self._thing(whole)
            and self._narrower(self._scopes[one], scope)
            and self._may_be_of(one, whole)
            and not self._is_far_more(one, whole)
            and (self._names_places(whole) or not self._outnumbers(one, whole))
        ]
        most = min(len(pieces), len(scope), _MOST_PLACES) if len(pieces) <= _MOST_PIECES else 0
        sums = [
            chosen
            for size in range(2, most + 1)
            for chosen in combinations(pieces, size)
            if self._gazetteer.parts(scope, [self._scopes[one] for one in chosen])
            and self._told_apart(chosen)
        ]
        for chosen in sums:
            names = " + ".join(self._series[one].name for one in chosen)
            # Where the whole is only told of these places by the parts behind it others may be left out.
            sense = "=" if self._names_places(whole) or len(scope) == 1 else "<="
            left, right = self._series[whole].name, names
            if sense == "<=":
                left, right = right, left
            yield f"{left} {sense} {right}", self._where([whole, *chosen])
        covered = {one for chosen in sums for one in chosen}
        for together in self._told_together([one for one in pieces if one not in covered]):
            names = " + ".join(self._series[one].name for one in together)
            yield f"{names} <= {self._series[whole].name}", self._where([whole, *together])
        for one in pieces:
            if one not in covered:
                yield f"{self._series[one].name} <= {self._series[whole].name}", self._where([whole, one])

    def _names_places(self, index: int) -> bool:
        """Tell whether a figure of a series says itself of which places it is."""
        scope = self._scopes[index]
        return any(self._gazetteer.scope(member.figure.place) == scope for member in self._clusters[index])

    def _told_together(self, pieces: Sequence[int]) -> Iterator[list[int]]:
        """Find places that one sentence gives casualties for, each its own: together they are at most all."""
        beside: dict[tuple[int, tuple[int, int]], list[int]] = defaultdict(list)
        for one in pieces:
            for sentence in {(member.reading, member.figure.sentence) for member in self._clusters[one]}:
                if len(self._scopes[one]) == 1:
                    beside[sentence].append(one)
        for chosen in beside.values():
            scopes = {self._scopes[one] for one in chosen}
            if len(scopes) == len(chosen) > 1 and not any(
                self._narrower(one, other) for one in scopes for other in scopes
            ):
                yield chosen

    def _of_people(self, whole: int, others: Sequence[int]) -> Iterator[Found]:
        """Find a people or group among everybody."""
        if self._thing(whole) != "person":
            return
        for one in others:
            thing = self._thing(one)
            head = thing.rpartition(" ")[2]  # sheep and accidents are no people
            special = is_person(head) and not is_people(thing) and not is_perpetrator(thing)
            here = self._gazetteer.same(self._scopes[one], self._scopes[whole])
            others_told = self._outnumbers(one, whole) or self._told_elsewhere(one, whole)
            others_told = others_told or self._is_far_more(one, whole)
            if special and here and self._may_be_of(one, whole) and not others_told:
                evidence = self._words(one, lambda figure: figure.counted.text if figure.counted else None)
                yield (
                    f"{self._series[one].name} <= {self._series[whole].name}",
                    [evidence] if evidence else [],
                )

    def _is_far_more(self, one: int, whole: int) -> bool:
        """Tell whether all counts of a supposed part are several times all those of its whole."""
        least = min((member.figure.amount.low or 0 for member in self._clusters[one]), default=0)
        most = max((member.figure.amount.high or least for member in self._clusters[whole]), default=least)
        return least > _FAR_MORE * most

    def _outnumbers(self, one: int, whole: int) -> bool:
        """Tell whether a report has more of one group than of everybody: they are others.

        "Killed 14 on Wednesday, and 612 civilians since the siege began."
        """
        units = {member.figure.amount.unit for index in (one, whole) for member in self._clusters[index]}
        if len(units) > 1 or not self._told_in[one] & self._told_in[whole]:
            return False
        group, everybody = (
            [amount_meaning(member.figure.amount) for member in self._clusters[index]]
            for index in (one, whole)
        )
        # "At least 29" of everybody is not 612 of a group, as most readers take it, nor is "a couple" three.
        lows = (meaning.sharp.low for meaning in group)
        highs = (meaning.sharp.high for meaning in everybody)
        least = min((low for low in lows if low is not None), default=None)
        most = max((high for high in highs if high is not None), default=None)
        return least is not None and most is not None and least > most

    def _told_elsewhere(self, one: int, whole: int) -> bool:
        """Tell whether a paragraph that turns to another place tells of one group, and not of everybody."""
        here, everybody = (
            {(member.reading, self._paragraph(member)) for member in self._clusters[index]}
            for index in (one, whole)
        )
        turned = all(
            _TURNS_AWAY.match(self._readings[reading].document.text, start) for reading, start in here
        )
        return turned and not here & everybody

    def _paragraph(self, member: Subject) -> int:
        """Give the character at which the paragraph of a figure begins."""
        text = self._readings[member.reading].document.text
        return text.rfind("\n", 0, member.figure.sentence[0]) + 1

    def _told_apart(self, pieces: Sequence[int]) -> bool:
        """Tell whether one report counts each of some places: a town and its region are not added up."""
        return bool(set.intersection(*(self._told_in[one] for one in pieces)))

    def _narrower(self, one: Scope, whole: Scope) -> bool:
        """Tell whether every place of one scope is, or lies in, a place of the other, which says more."""
        if not one or not whole or one == whole:
            return False
        if len(one) == len(whole):
            return all(self._gazetteer.inside(place) in whole for place in one)
        return len(one) < len(whole) and all(
            place in whole
            or self._gazetteer.inside(place) in whole
            or any(self._gazetteer.inside(there) == place for there in whole)
            for place in one
        )

    def _may_be_of(self, one: int, whole: int) -> bool:
        """Tell whether two series are of one event, and of one report where the count falls day by day."""
        family = self._clusters[one][0].family
        falls = family is not None and family.series == "level"
        return self._one_event(one, whole) and not (
            falls and self._told_in[one].isdisjoint(self._told_in[whole])
        )

    def _one_event(self, one: int, other: int) -> bool:
        """Tell whether two series of casualties have a day in common, or a report without days."""
        mine, theirs = self._clusters[one], self._clusters[other]
        if kind_of(mine) != kind_of(theirs):
            return False  # those of one event are not all those since some year
        if self._begins_behind(one, other) or self._begins_behind(other, one):
            return False
        here, there = self._days[one], self._days[other]
        if self._told_in[one] & self._told_in[other]:
            pairs = product(here, there)
            return not (here and there) or any(mine.meets(its) and _alike(mine, its) for mine, its in pairs)
        if here and there:
            return bool(here & there)
        others = any(are_other_news(mine, its) for mine, its in product(self._news[one], self._news[other]))
        return not others and self._soon_after(one, other)

    def _begins_behind(self, one: int, other: int) -> bool:
        """Tell whether one counts the days after a report on the other: "three more in the past week"."""
        begins, reported = self._begins[one], self._reported[other]
        return begins is not None and reported is not None and begins >= reported

    def _soon_after(self, one: int, other: int) -> bool:
        """Tell whether reports without days are told soon after what happened in one small place."""
        if not all(map(is_small, self._scopes[one] | self._scopes[other])):
            return False
        told = [
            [day for member in self._clusters[index] if (day := member.days.first or member.published)]
            for index in (one, other)
        ]
        days = sorted(day for of_series in told for day in of_series)
        return all(told) and days[-1] - days[0] <= _SOON

    def _thing(self, index: int) -> str:
        return self._clusters[index][0].thing

    def _where(self, indices: Sequence[int]) -> list[Evidence]:
        """Give the words that name the places of some series, one for each."""
        found = (self._words(index, lambda figure: figure.place) for index in indices)
        return [evidence for evidence in found if evidence]

    def _words(self, index: int, wanted: Callable[[Figure], str | None]) -> Evidence | None:
        """Give the first place in a series' sentences where some words of a figure stand."""
        for member in self._clusters[index]:
            words, document = wanted(member.figure), self._readings[member.reading].document
            if not words:
                continue
            start = document.text.find(words, *member.figure.sentence)
            if start >= 0:
                return Evidence.within(document, start, start + len(words))
        return None


def _alike(one: Period, other: Period) -> bool:
    """Tell whether two stretches of days are about as long: a month's dead are no part of one day's."""
    lengths = [(days.last - days.first).days for days in (one, other) if days.first and days.last]
    return len(lengths) < 2 or abs(lengths[0] - lengths[1]) <= _FEW_DAYS


def _begins(subject: Subject) -> date | None:
    """Give the first of some days over which a count is told, None for that of one event."""
    first, last = subject.days.first, subject.days.last
    return first if first is not None and last is not None and last - first > DAY_SLACK else None
