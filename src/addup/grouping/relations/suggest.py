"""Relations between series that the texts suggest, each with the words that suggest it.

Nothing here is certain: a reader who sees "including" takes one number for part of another, and so does
this module, but both may be wrong. So every relation is marked as supposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from addup.grouping.cells import table_cells, totals_of
from addup.grouping.nouns import are_exclusive
from addup.grouping.patterns import phrase
from addup.grouping.relations.fates import Told, fates, fates_since
from addup.grouping.relations.held import Held
from addup.grouping.relations.pairs import (
    Bound,
    among_displaced,
    at_home_and_abroad,
    balances,
    complements,
    flow_pairs,
    in_shelters,
    is_of_balance,
)
from addup.grouping.relations.rates import rate_elsewhere
from addup.grouping.relations.scopes import Grouped, Scopes
from addup.grouping.relations.seats import seats
from addup.grouping.relations.shares import held_shares
from addup.grouping.relations.voices import unlike
from addup.grouping.subjects.matters import Matters
from addup.grouping.subjects.parts import Part
from addup.grouping.subjects.subject import Subject
from addup.grouping.subjects.timing import is_find
from addup.grouping.tables import table
from addup.records import Evidence, Reading, Relation
from addup.words import amount_meaning
from addup.words.conversions import are_alike

_IN = re.compile(r"[^.;:]*?\b(?:for|from|in|to) (?:the )?([A-Z][\w-]+)")
"""The name of a place behind a number, up to the next mark that ends what is said of it."""

_PART_OF_REST = re.compile(r"\b(?:among|include[ds]?|including)\b")


class Relations:
    """Finds the relations between the series of some readings."""

    def __init__(self, grouped: Grouped, matters: Matters) -> None:
        self._grouped = grouped
        self._matters = matters
        self._readings = readings = grouped.readings
        self._series = grouped.series
        self._clusters = clusters = grouped.clusters
        self._home = {member.at: index for index, members in enumerate(clusters) for member in members}
        self._of_reading: dict[int, list[Subject]] = {index: [] for index in range(len(readings))}
        for member in sorted((one for members in clusters for one in members), key=lambda one: one.place):
            self._of_reading[member.reading].append(member)
        self._fates = [Told(reading, self._of_reading[index]) for index, reading in enumerate(readings)]

    def find(self, parts: Sequence[Mapping[int, Part]]) -> tuple[Relation, ...]:
        """Find all relations; of two with the same text the evidence is put together."""
        found: dict[str, dict[Evidence, None]] = {}
        for text, evidence in [
            *self._parts(parts),
            *self._lists(parts),
            *self._rests(parts),
            *self._totals(),
            *Scopes(self._grouped).find(),
            *self._pairs(parts),
            *self._shares(parts),
        ]:
            found.setdefault(text, {}).update(dict.fromkeys(evidence))
        return tuple(
            Relation(text, supposed=True, evidence=tuple(sorted(evidence, key=_place)))
            for text, evidence in _without_steps(found).items()
        )

    def _parts(self, parts: Sequence[Mapping[int, Part]]) -> Iterator[tuple[str, list[Evidence]]]:
        """Say that a part is at most its whole."""
        for reading, of_reading in enumerate(parts):
            for part in of_reading.values():
                small, large = self._home[reading, part.part], self._home[reading, part.whole]
                if small != large and self._comparable(small, large):
                    yield f"{self._name(small)} <= {self._name(large)}", [part.evidence]

    def _lists(self, parts: Sequence[Mapping[int, Part]]) -> Iterator[tuple[str, list[Evidence]]]:
        """Parts that one cue lists, and that cannot overlap, are together at most their whole."""
        for reading, of_reading in enumerate(parts):
            lists: dict[tuple[int, int], list[int]] = {}
            for part in of_reading.values():
                lists.setdefault((part.whole, part.evidence.start), []).append(part.part)
            for (whole, _), members in lists.items():
                homes = list(dict.fromkeys(self._home[reading, member] for member in members))
                large = self._home[reading, whole]
                if len(homes) < 2 or large in homes:
                    continue
                text = self._readings[reading]
                if not (self._disjoint(homes) or _in_places(text, members) or _stay_apart(text, members)):
                    continue
                if all(self._comparable(home, large) for home in homes):
                    names = " + ".join(self._name(home) for home in homes)
                    evidence = [of_reading[members[0]].evidence]
                    yield f"{names} <= {self._name(large)}", evidence
                    yield from self._of_find(self._readings[reading], whole, names, evidence)

    def _of_find(
        self, reading: Reading, whole: int, names: str, evidence: list[Evidence]
    ) -> Iterator[tuple[str, list[Evidence]]]:
        """Say that parts of those found are no more, though others may be dead: "31 bodies, including"."""
        figure = reading.figures[whole]
        most = amount_meaning(figure.amount).charitable.high
        if is_find(figure) and most is not None and most.denominator == 1:
            yield f"{names} <= {most}", [Evidence.of(reading.document.id, figure.span), *evidence]

    def _rests(self, parts: Sequence[Mapping[int, Part]]) -> Iterator[tuple[str, list[Evidence]]]:
        """Say that a rest is what the parts leave of their whole."""
        pattern = phrase(*table("cues")["rest"]["words"])
        for index, reading in enumerate(self._readings):
            for place in range(1, len(reading.figures)):
                figure, last = reading.figures[place], reading.figures[place - 1]
                part = parts[index].get(place - 1)
                if part is None or place in parts[index]:
                    continue
                cue = pattern.search(reading.document.text, last.span.end, figure.span.start + 1)
                if cue is None or cue.start() < figure.sentence[0]:
                    continue  # "1,200 in Lund and the rest elsewhere. It employs 9,000": they are no rest
                if reading.document.text[: cue.start()][-4:].lower().strip() == "of":
                    continue  # who is "of the remainder" is not all that is left
                if _PART_OF_REST.search(reading.document.text, cue.end(), figure.span.start):
                    continue  # "the others civilians, including four children"
                rest, large = self._home[index, place], self._home[index, part.whole]
                homes = list(
                    dict.fromkeys(
                        self._home[index, one.part]
                        for one in parts[index].values()
                        if one.whole == part.whole
                    )
                )
                if _is_rest_of_another(reading, place, part, parts[index].values()):
                    continue
                comparable = all(self._comparable(one, large) for one in (rest, *homes))
                if comparable and rest not in (*homes, large) and self._disjoint(homes):
                    names = " + ".join(self._name(home) for home in (*homes, rest))
                    evidence = Evidence.within(reading.document, *cue.span())
                    yield f"{self._name(large)} = {names}", [part.evidence, evidence]

    def _totals(self) -> Iterator[tuple[str, list[Evidence]]]:
        """Say that the total of a table is the sum of its rows or columns."""
        for index, reading in enumerate(self._readings):
            for total in totals_of(reading, table_cells(reading)):
                homes = [self._home[index, place] for place in (total.whole, *total.parts)]
                if len(set(homes)) == len(homes):
                    whole, *parts = map(self._name, homes)
                    yield f"{whole} = {' + '.join(parts)}", [total.evidence]

    def _pairs(self, parts: Sequence[Mapping[int, Part]]) -> Iterator[tuple[str, list[Evidence]]]:
        """Say what later took from what had been brought, and what the rest of a whole must be."""
        for index, reading in enumerate(self._readings):
            subjects = self._of_reading[index]
            pairs = [
                *flow_pairs(reading, subjects, parts[index]),
                *complements(subjects, parts[index]),
                *fates(self._fates[index]),
                *self._fates_since(index),
                *at_home_and_abroad(subjects),
                *self._in_shelters(index),
                *seats(reading, subjects, parts[index]),
                *balances([*subjects, *self._told_after(index)]),
            ]
            for pair in pairs:
                less = list(dict.fromkeys(self._name(self._home[place]) for place in pair.less))
                more = list(dict.fromkeys(self._name(self._home[place]) for place in pair.more))
                if len({*less, *more}) == len(pair.less) + len(pair.more):
                    sense = "=" if pair.equal else "<="
                    yield f"{' + '.join(less)} {sense} {' + '.join(more)}", list(pair.evidence)

    def _told_after(self, index: int) -> Iterator[Subject]:
        """Give what later ones of the reports on the matter of one tell of the balance that it tells of."""
        if any(map(is_of_balance, self._of_reading[index])):
            for other in sorted(self._matters.related(index)):
                if other > index:
                    yield from filter(is_of_balance, self._of_reading[other])

    def _fates_since(self, index: int) -> Iterator[Bound]:
        """Find what later reports on the matter say became of those aboard."""
        if self._fates[index]:
            for later in sorted(self._matters.related(index)):
                yield from fates_since(self._fates[index], self._fates[later])

    def _in_shelters(self, index: int) -> Iterator[Bound]:
        """Find the displaced in shelters, and all displaced there, in this report or one of these days."""
        here = in_shelters(self._of_reading[index])
        for other in self._of_reading.values() if here else ():
            yield from among_displaced(here, other)

    def _shares(self, parts: Sequence[Mapping[int, Part]]) -> Iterator[tuple[str, list[Evidence]]]:
        """Say what a share makes of its whole."""
        for index, reading in enumerate(self._readings):
            here = self._of_reading[index]
            for held in (*held_shares(reading, here, parts[index]), *self._told_elsewhere(index)):
                homes = [self._home[one.at] for one in (held.part, held.share, held.whole)]
                part, share, whole = map(self._name, homes)
                told = self._clusters[homes[1]]
                if len(set(homes)) == len(homes) and not any(unlike(told[0], one) for one in told):
                    yield f"{part} = {share} % of {whole}", list(held.evidence)

    def _told_elsewhere(self, index: int) -> Iterator[Held]:
        """Find what a share makes of its whole where another report counts the part."""
        here = self._of_reading[index]
        if not any(one.family is not None and one.family.rate == "turnout" for one in here):
            return
        for other, reading in enumerate(self._readings):
            if other != index:
                yield from rate_elsewhere(self._readings[index], here, reading, self._of_reading[other])

    def _disjoint(self, homes: Sequence[int]) -> bool:
        """Tell whether parts cannot overlap: money is spent once, nobody has two peoples, ages or places.

        Nor is anybody among those to whom something happened and those to whom it did not.
        """
        firsts = [self._clusters[home][0] for home in homes]
        if all(first.figure.amount.kind == "money" for first in firsts) or len(homes) == 1:
            return True
        if _are_opposites([first.event or "" for first in firsts]):
            return True
        nations = [first.thing.rpartition(" ")[0] for first in firsts]
        scopes = [first.scope for first in firsts]
        return (
            (all(nations) and len(set(nations)) == len(nations))
            or (all(scopes) and len(set(scopes)) == len(scopes))
            or are_exclusive([first.thing for first in firsts])
        )

    def _comparable(self, one: int, other: int) -> bool:
        """Tell whether amounts of two series can be added: of one kind, in units that convert."""
        first, second = (self._clusters[index][0].figure for index in (one, other))
        return are_alike(first, second) and first.amount.kind != "share"

    def _name(self, index: int) -> str:
        return self._series[index].name


def _are_opposites(deeds: Sequence[str]) -> bool:
    """Tell whether of two deeds one is that the other was not done: "vaccinated", "not vaccinated".

    So are two that are never true of one person: "awaiting trial", "convicted".
    """
    if any(sorted(deeds) == sorted(pair) for pair in table("cues")["opposites"]["deeds"]):
        return True
    return sorted(deeds, key=len) == [min(deeds, key=len), f"not {min(deeds, key=len)}"]


def _without_steps(found: Mapping[str, Iterable[Evidence]]) -> dict[str, Iterable[Evidence]]:
    """Leave out that a part of a part is at most the whole: Danes, passengers, everybody aboard."""
    steps = {text: tuple(text.split(" <= ")) for text in found if " + " not in text and " <= " in text}
    wholes: dict[str, set[str]] = {}
    for part, whole in steps.values():
        wholes.setdefault(part, set()).add(whole)
    kept = dict(found)
    for text, (part, whole) in steps.items():
        if any(whole in wholes.get(middle, ()) for middle in wholes[part] - {whole}):
            wholes[part].discard(whole)
            del kept[text]
    return kept


def _in_places(reading: Reading, places: Sequence[int]) -> bool:
    """Tell whether each of some figures is said of a place of its own: "190 were in Holm, 131 in Selm"."""
    named = []
    for place in places:
        found = _IN.match(_behind(reading, place))
        named.append(found[1] if found else None)
    return all(named) and len(set(named)) == len(named)


def _stay_apart(reading: Reading, places: Sequence[int]) -> bool:
    """Tell whether each of some figures stays in places of its own kind: in camps, with host families."""
    rows = [phrase(*words) for words in table("cues")["whereabouts"]["rows"]]
    stays = [
        next((kind for kind, words in enumerate(rows) if words.search(_behind(reading, place))), None)
        for place in places
    ]
    return None not in stays and len(set(stays)) == len(stays)


def _behind(reading: Reading, place: int) -> str:
    """Give the words from a figure to the next one of its sentence, or to its end."""
    figures, end = reading.figures, reading.figures[place].sentence[1]
    if place + 1 < len(figures):
        end = min(end, max(figures[place].span.end, figures[place + 1].span.start))
    return reading.document.text[figures[place].span.end : end]


def _place(evidence: Evidence) -> tuple[str, int]:
    return evidence.document, evidence.start


def _is_rest_of_another(reading: Reading, place: int, part: Part, parts: Iterable[Part]) -> bool:
    """Tell whether another number than the supposed whole is what is left together with what is told of.

    "41 were hurt. Selm had 27 of them, three of them children; the other 14 were in Orrin": 14 and 27 are
    the 41, and 14 and three nothing. Nor does a whole leave more than it was.
    """
    figures = reading.figures
    rest, whole = (figures[one].amount.low or 0 for one in (place, part.whole))
    told = sum(figures[one.part].amount.low or 0 for one in parts if one.whole == part.whole)
    others = {
        figure.amount.low
        for index, figure in enumerate(figures[:place])
        if index != part.whole and figure.amount.kind == figures[place].amount.kind
    }
    return rest > whole or (told + rest != whole and bool({told + rest, whole + rest} & others))
