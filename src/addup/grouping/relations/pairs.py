"""Figures of one report that hang together: what was taken since, the only other part, everybody aboard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from addup.grouping.patterns import phrase
from addup.grouping.relations.voices import is_added, unlike
from addup.grouping.subjects.families import families
from addup.grouping.subjects.kinds import is_long
from addup.grouping.subjects.parts import Part
from addup.grouping.subjects.subject import INSIDE, Place, Subject
from addup.grouping.subjects.timing import is_long_ago
from addup.grouping.tables import table
from addup.records import Evidence, Period, Reading

# "Nine are still in hospital": they live.
_IN_HOSPITAL = re.compile(
    r"\b(?:is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?) (?:still )?in (?:the )?hospital\b"
)
_SOON = timedelta(days=7)
"""So long after a count of some another of all may be of the same event."""
_SIDES = ("in", "out", "gap")
_MONTH = timedelta(days=27)


@dataclass(frozen=True, slots=True)
class Bound:
    """The figures `less` together are at most the figures `more`, or `equal`, for the words given."""

    less: tuple[Place, ...]
    more: tuple[Place, ...]
    evidence: tuple[Evidence, ...]
    equal: bool = False


def flow_pairs(reading: Reading, subjects: Sequence[Subject], parts: Mapping[int, Part]) -> Iterator[Bound]:
    """Find flows that take from what another one brought: 80 called up, 9 dismissed since then.

    Those of the first who are part of something else were not taken: they count beside the second.
    """
    told = {subject.family.name for subject in subjects if subject.family}
    possible = [pair for pair in table("cues")["since"]["pair"] if told >= {pair["takes"], pair["brings"]}]
    for taken in subjects if possible else ():
        pairs = [pair for pair in possible if _is(taken, pair["takes"])]
        if not pairs:
            continue
        brings = [pair["brings"] for pair in pairs]
        before = [one for one in subjects[: taken.place] if any(_is(one, family) for family in brings)]
        sources = [one for one in before if not one.qualifier]
        words = _since(reading, taken)
        if words and sources:
            held = [one for one in before if one.whole == "level" and one.family == sources[-1].family]
            cues = [parts[one.place].evidence for one in held if one.place in parts]
            yield Bound((*_places(held), taken.at), (sources[-1].at,), (words, *cues))


def _since(reading: Reading, taken: Subject) -> Evidence | None:
    """Find the words by which a figure looks back to one before it."""
    cue = phrase(*table("cues")["since"]["words"])
    words = cue.search(reading.document.text, *taken.figure.sentence)
    return Evidence.within(reading.document, *words.span()) if words else None


def complements(subjects: Sequence[Subject], parts: Mapping[int, Part]) -> Iterator[Bound]:
    """Find wholes whose other part is counted too: 90 present, 30 of them called up, 70 under contract."""
    for row in table("cues")["complement"]:
        for part in (one for one in subjects if one.place in parts and _is(one, row["part"])):
            whole = subjects[parts[part.place].whole]
            others = [one for one in subjects if _is(one, row["rest"]) and one.place > part.place]
            if _is(whole, row["whole"]) and others:
                cues = (parts[part.place].evidence, _words(others[0]))
                yield Bound((whole.at,), (part.at, others[0].at), cues)


def at_home_and_abroad(subjects: Sequence[Subject]) -> Iterator[Bound]:
    """Find all whom a war drove out, beside those who stayed in their country and those who left it."""
    everybody = [one for one in subjects if _is(one, "displaced") and not one.qualifier and not one.part_of]
    inside = [one for one in subjects if _is(one, "displaced") and one.qualifier == INSIDE]
    abroad = [one for one in subjects if _is(one, "refugees") and not one.qualifier]
    if len(everybody) == len(inside) == 1 and everybody[0].place < inside[0].place:
        # Who fled is told beside those who stayed; of others the report says where they are.
        beside = [one for one in abroad if one.figure.sentence == inside[0].figure.sentence]
        told = (everybody[0], inside[0], *beside[:1])
        evidence = tuple(_words(one) for one in told)
        yield Bound(_places(told[1:]), (everybody[0].at,), evidence)


def in_shelters(subjects: Sequence[Subject]) -> list[Subject]:
    """Find those said to be displaced who are in shelters: "15,300 displaced people stay in 38 shelters"."""
    sheltered = (one for one in subjects if _is(one, "sheltered") and one.scope and one.part_of is None)
    return [one for one in sheltered if one.figure.counted and "displaced" in one.figure.counted.text.lower()]


def among_displaced(sheltered: Sequence[Subject], others: Sequence[Subject]) -> Iterator[Bound]:
    """Say that the displaced in shelters are at most all who are displaced there that day, or soon after."""
    everybody = [one for one in others if _is(one, "displaced") and not one.qualifier and one.part_of is None]
    for part in sheltered:
        for whole in everybody:
            first, last = (one.days.last or one.published for one in (part, whole))
            soon = first is not None and last is not None and first <= last <= first + _SOON
            if soon and part.scope == whole.scope and whole.figure.amount.bound != "vague":
                yield Bound((part.at,), (whole.at,), (_words(part), _words(whole)))


def _words(subject: Subject) -> Evidence:
    return Evidence.of(subject.document, subject.figure.span)


def balances(subjects: Sequence[Subject]) -> Iterator[Bound]:
    """Find a budget whose revenue and deficit must come to its expenditure, and exports beside imports.

    The three are told in one sentence, or for one and the same stretch of days without a word that makes any
    of them that of a part. Of several reports on one matter each may tell some of them.
    """
    sentences: dict[tuple[object, ...], list[Subject]] = {}
    stretches: dict[tuple[object, ...], list[Subject]] = {}
    for subject in subjects:
        if subject.figure.amount.kind == "money" and subject.figure.counted and not subject.part_of:
            sentences.setdefault((subject.reading, subject.figure.sentence), []).append(subject)
            if _is_stretch(subject.days) and not subject.scope:
                stretches.setdefault(_terms(subject), []).append(subject)
    for row in table("cues")["balance"]:
        for told in sentences.values():
            if len({_terms(one) for one in told}) == 1:
                yield from _balanced(
                    row, {role: [one for one in told if _head(one) in row[role]] for role in _SIDES}
                )
        for told in stretches.values():
            sides = {role: [one for one in told if _plain(one, row) in row[role]] for role in _SIDES}
            if len({one.figure.sentence for side in sides.values() for one in side}) > 1:
                yield from _balanced(row, sides)


def is_of_balance(subject: Subject) -> bool:
    """Tell whether a figure is of money that a budget, or trade, is made of: revenue, exports, a deficit."""
    return subject.figure.amount.kind == "money" and _head(subject) in _balancing()


@cache
def _balancing() -> frozenset[str]:
    rows = table("cues")["balance"]
    return frozenset(word.split()[-1] for row in rows for role in _SIDES for word in row[role])


def _balanced(row: Mapping[str, Sequence[str]], sides: Mapping[str, Sequence[Subject]]) -> Iterator[Bound]:
    """Say that what went out is what came in and what was missing, where each of the three is told alike."""
    if not all(sides.values()) or any(unlike(side[0], one) for side in sides.values() for one in side):
        return
    came, went, gap = (sides[role][0] for role in _SIDES)
    is_deficit = _head(gap) in row["short"]
    whole, parts = (went, (came, gap)) if is_deficit else (came, (went, gap))
    evidence = tuple(map(_words, (came, went, gap)))
    yield Bound((whole.at,), _places(parts), evidence, equal=True)


def _is_stretch(days: Period) -> bool:
    return days.first is not None and days.last is not None and days.last - days.first >= _MONTH


def _plain(subject: Subject, row: Mapping[str, Sequence[str]]) -> str:
    """Give what is counted without the words that leave it what it is: "exports" of "total exports"."""
    words = subject.figure.counted.text.lower().split() if subject.figure.counted else []
    while len(words) > 1 and words[0] in row["plain"]:
        words = words[1:]
    return " ".join(words)


def _head(subject: Subject) -> str:
    return subject.figure.counted.head.lower() if subject.figure.counted else ""


def _terms(subject: Subject) -> tuple[object, ...]:
    """Give what sums of one budget have in common: the unit, the days, and how sure they are."""
    figure = subject.figure
    return figure.amount.unit, figure.amount.per, figure.change, subject.days, figure.stance


def fates(reading: Reading, subjects: Sequence[Subject]) -> Iterator[Bound]:
    """Find everybody aboard and what became of them: the dead, rescued and missing are at most those aboard.

    So are those who broke out of a prison and were caught again, or not yet. A report that tells of two such
    events, or of others who died than those aboard, is left alone.
    """
    for fate in _fates():
        everybody = _everybody([one for one in subjects if _is(one, fate.everybody)])
        if everybody and not fate.tells_of_others(reading):
            told = [members for end in fate.ends if (members := _ended(subjects, end, reading, fate))]
            yield from _among_all(told, everybody)


def fates_since(
    readings: tuple[Reading, Reading], subjects: tuple[Sequence[Subject], Sequence[Subject]]
) -> Iterator[Bound]:
    """Find everybody aboard, and what of two reports on the matter the second, of a later day, says of them.

    Who is still missing then is none of those who had been found before, dead or alive; who was missing
    before may be among the dead by then.
    """
    days = [reading.document.published for reading in readings]
    if days[0] is not None and days[1] is not None and days[0] < days[1]:
        for fate in _fates():
            if not any(map(fate.tells_of_others, readings)):
                yield from _fate_since(fate, readings, subjects)


def _fate_since(
    fate: Fate, readings: tuple[Reading, Reading], subjects: tuple[Sequence[Subject], Sequence[Subject]]
) -> Iterator[Bound]:
    first, later = readings
    aboard = [_everybody([one for one in told if _is(one, fate.everybody)]) for told in subjects]
    everybody = aboard[0] or aboard[1]
    if not everybody or (all(aboard) and unlike(aboard[0][0], aboard[1][0])):
        return
    told = []
    for end in fate.ends:
        found = [_ended(subjects[1], end, later, fate)]
        if not _is_still(end):
            found.append(_ended(subjects[0], end, first, fate))
        best = next((members for members in found if members and members[0].thing == "person"), None)
        members = best or next(filter(None, found), None)
        if members:
            told.append(members)
    hosts = {members[-1].reading for members in (*told, everybody)}
    if len(hosts) > 1 and all(_near(members[-1], everybody[0], fate.within) for members in told):
        yield from _among_all(told, everybody, least=1)


@dataclass(frozen=True, slots=True)
class Fate:
    """Everybody to whom something happened, and the ends to which they come: a row of `cues.toml`."""

    everybody: str
    ends: tuple[str, ...]
    unless: re.Pattern[str]
    within: timedelta

    def tells_of_others(self, reading: Reading) -> bool:
        """Tell whether a report tells of others than everybody, or of rescued who died later."""
        return self.unless.search(_IN_HOSPITAL.sub("", reading.document.text)) is not None


@cache
def _fates() -> tuple[Fate, ...]:
    return tuple(
        Fate(row["everybody"], tuple(row["ends"]), phrase(*row["unless"]), timedelta(days=row["within"]))
        for row in table("cues")["fate"]
    )


@cache
def fates_told() -> frozenset[str]:
    """Give the families of everybody to whom something happened, and of what became of them."""
    return frozenset(name for fate in _fates() for name in (fate.everybody, *fate.ends))


def _is_still(end: str) -> bool:
    """Tell whether a fate is one that ends when people are found: missing, trapped."""
    return families()[end].series == "level"


def _near(one: Subject, other: Subject, within: timedelta) -> bool:
    """Tell whether the days of two figures, as far as they are known, lie near enough."""
    first, last = one.days.first, other.days.first
    return first is None or last is None or abs(first - last) <= within


def _ended(subjects: Sequence[Subject], end: str, reading: Reading, fate: Fate) -> Sequence[Subject]:
    """Give the figures of all who came to one end, in the order of the text, or of some if none is of all."""
    told = [
        one
        for one in subjects
        if _is(one, end)
        and (
            (not one.qualifier and one.part_of is None) or (one.part_of and _is(one.part_of, fate.everybody))
        )
        and not is_long_ago(one.days, one.published)
        and not is_long(one)
        and one.figure.amount.bound != "vague"
        and not one.alone
    ]
    # "27 more bodies" are not all the dead, but "another eight are trapped" beside those found.
    first = told[:1] if _is_still(end) else []
    whole = [one for one in told if one in first or not is_added(one.figure, reading.document.text)]
    return [one for one in whole if one.thing == "person"] or whole


def _among_all(
    told: Sequence[Sequence[Subject]], everybody: Sequence[Subject], *, least: int = 2
) -> Iterator[Bound]:
    """Say that the last of each fate are together at most everybody, where each is told of one place."""
    if len(told) >= least and all(len({one.scope for one in members}) == 1 for members in (*told, everybody)):
        latest = [members[-1] for members in told]
        evidence = tuple(map(_words, (*everybody, *latest)))
        yield Bound(_places(latest), _places(everybody), evidence)


def _everybody(aboard: Sequence[Subject]) -> list[Subject]:
    """Give the one figure of all aboard, or those of the crew and of whom it carried; none if unclear."""
    whole = [one for one in aboard if not one.qualifier and one.figure.amount.bound != "vague"]
    counted = [one for one in whole if one.thing == "person"]
    if not counted:
        things = {one.thing for one in whole}
        together = len({one.figure.sentence for one in whole}) == 1 or things == {"passenger", "crew"}
        if "crew" not in things or len(things) < 2 or not together:
            return []
        counted = whole
    by_thing = {one.thing: one for one in counted}
    alike = not any(unlike(one, by_thing[one.thing]) for one in counted)
    return list(by_thing.values()) if alike else []


def _is(subject: Subject, family: str) -> bool:
    """Tell whether a figure counts what a family of events does, in all and not a day."""
    counts = subject.figure.amount.kind == "count" and not subject.rate
    return counts and subject.family is not None and subject.family.name == family


def _places(subjects: Sequence[Subject]) -> tuple[Place, ...]:
    return tuple(one.at for one in subjects)
