"""Figures of one report that hang together: what was taken since, the only other part, sums of a budget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from addup.grouping.patterns import phrase
from addup.grouping.relations.voices import unlike
from addup.grouping.subjects.parts import Part
from addup.grouping.subjects.subject import INSIDE, Place, Subject
from addup.grouping.tables import table
from addup.records import Evidence, Reading

_SOON = timedelta(days=7)
"""So long after a count of some another of all may be of the same event."""
_SIDES = ("in", "out", "gap")
_MONTH = 27


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
        pairs = [pair for pair in possible if counts(taken, pair["takes"])]
        if not pairs:
            continue
        brings = [pair["brings"] for pair in pairs]
        before = [one for one in subjects[: taken.place] if any(counts(one, family) for family in brings)]
        sources = [one for one in before if not one.qualifier]
        words = _since(reading, taken)
        if words and sources:
            held = [one for one in before if one.whole == "level" and one.family == sources[-1].family]
            cues = [parts[one.place].evidence for one in held if one.place in parts]
            yield Bound((*places_of(held), taken.at), (sources[-1].at,), (words, *cues))


def _since(reading: Reading, taken: Subject) -> Evidence | None:
    """Find the words by which a figure looks back to one before it."""
    cue = phrase(*table("cues")["since"]["words"])
    words = cue.search(reading.document.text, *taken.figure.sentence)
    return Evidence.within(reading.document, *words.span()) if words else None


def complements(subjects: Sequence[Subject], parts: Mapping[int, Part]) -> Iterator[Bound]:
    """Find wholes whose other part is counted too: 90 present, 30 of them called up, 70 under contract."""
    for row in table("cues")["complement"]:
        for part in (one for one in subjects if one.place in parts and counts(one, row["part"])):
            whole = subjects[parts[part.place].whole]
            others = [one for one in subjects if counts(one, row["rest"]) and one.place > part.place]
            if counts(whole, row["whole"]) and others:
                cues = (parts[part.place].evidence, words_of(others[0]))
                yield Bound((whole.at,), (part.at, others[0].at), cues)


def at_home_and_abroad(subjects: Sequence[Subject]) -> Iterator[Bound]:
    """Find all whom a war drove out, beside those who stayed in their country and those who left it."""
    displaced = [one for one in subjects if counts(one, "displaced")]
    everybody = [one for one in displaced if not one.qualifier and not one.part_of]
    inside = [one for one in displaced if one.qualifier == INSIDE]
    abroad = [one for one in subjects if counts(one, "refugees") and not one.qualifier]
    if len(everybody) == len(inside) == 1 and everybody[0].place < inside[0].place:
        # Who fled is told beside those who stayed; of others the report says where they are.
        beside = [one for one in abroad if one.figure.sentence == inside[0].figure.sentence]
        told = (everybody[0], inside[0], *beside[:1])
        evidence = tuple(words_of(one) for one in told)
        yield Bound(places_of(told[1:]), (everybody[0].at,), evidence)


def in_shelters(subjects: Sequence[Subject]) -> list[Subject]:
    """Find those said to be displaced who are in shelters: "15,300 displaced people stay in 38 shelters"."""
    sheltered = (one for one in subjects if counts(one, "sheltered") and one.scope and one.part_of is None)
    return [one for one in sheltered if one.figure.counted and "displaced" in one.figure.counted.text.lower()]


def among_displaced(sheltered: Sequence[Subject], others: Sequence[Subject]) -> Iterator[Bound]:
    """Say that the displaced in shelters are at most all who are displaced there that day, or soon after."""
    displaced = [one for one in others if counts(one, "displaced")]
    everybody = [one for one in displaced if not one.qualifier and one.part_of is None]
    for part in sheltered:
        for whole in everybody:
            first, last = (one.days.last or one.published for one in (part, whole))
            soon = first is not None and last is not None and first <= last <= first + _SOON
            if soon and part.scope == whole.scope and whole.figure.amount.bound != "vague":
                yield Bound((part.at,), (whole.at,), (words_of(part), words_of(whole)))


def words_of(subject: Subject) -> Evidence:
    """Give the words of a figure as evidence."""
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
            if subject.days.length > _MONTH and not subject.scope:
                stretches.setdefault(_terms(subject), []).append(subject)
    for row in table("cues")["balance"]:
        for told in sentences.values():
            if len({_terms(one) for one in told}) == 1:
                yield from _balanced(
                    row, {role: [one for one in told if one.figure.noun in row[role]] for role in _SIDES}
                )
        for told in stretches.values():
            sides = {role: [one for one in told if _plain(one, row) in row[role]] for role in _SIDES}
            if len({one.figure.sentence for side in sides.values() for one in side}) > 1:
                yield from _balanced(row, sides)


def is_of_balance(subject: Subject) -> bool:
    """Tell whether a figure is of money that a budget, or trade, is made of: revenue, exports, a deficit."""
    return subject.figure.amount.kind == "money" and subject.figure.noun in _balancing()


@cache
def _balancing() -> frozenset[str]:
    rows = table("cues")["balance"]
    return frozenset(word.split()[-1] for row in rows for role in _SIDES for word in row[role])


def _balanced(row: Mapping[str, Sequence[str]], sides: Mapping[str, Sequence[Subject]]) -> Iterator[Bound]:
    """Say that what went out is what came in and what was missing, where each of the three is told alike."""
    if not all(sides.values()) or any(unlike(side[0], one) for side in sides.values() for one in side):
        return
    came, went, gap = (sides[role][0] for role in _SIDES)
    is_deficit = gap.figure.noun in row["short"]
    whole, parts = (went, (came, gap)) if is_deficit else (came, (went, gap))
    evidence = tuple(map(words_of, (came, went, gap)))
    yield Bound((whole.at,), places_of(parts), evidence, equal=True)


def _plain(subject: Subject, row: Mapping[str, Sequence[str]]) -> str:
    """Give what is counted without the words that leave it what it is: "exports" of "total exports"."""
    words = subject.figure.counted.text.lower().split() if subject.figure.counted else []
    while len(words) > 1 and words[0] in row["plain"]:
        words = words[1:]
    return " ".join(words)


def _terms(subject: Subject) -> tuple[object, ...]:
    """Give what sums of one budget have in common: the unit, the days, and how sure they are."""
    figure = subject.figure
    return figure.amount.unit, figure.amount.per, figure.change, subject.days, figure.stance


def counts(subject: Subject, family: str) -> bool:
    """Tell whether a figure counts what a family of events does, in all and not a day."""
    in_all = subject.figure.amount.kind == "count" and not subject.rate
    return in_all and subject.family is not None and subject.family.name == family


def places_of(subjects: Sequence[Subject]) -> tuple[Place, ...]:
    """Give where some figures stand."""
    return tuple(one.at for one in subjects)
