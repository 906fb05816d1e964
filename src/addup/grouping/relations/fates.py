"""Everybody to whom something happened, and what became of them: those aboard, and the dead and rescued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from addup.grouping.patterns import phrase
from addup.grouping.relations.pairs import Bound, counts, places_of, words_of
from addup.grouping.relations.voices import is_added, unlike
from addup.grouping.subjects.families import families
from addup.grouping.subjects.kinds import is_long
from addup.grouping.subjects.subject import Subject
from addup.grouping.subjects.timing import is_long_ago
from addup.grouping.tables import table
from addup.records import Reading

# "Nine are still in hospital": they live.
_IN_HOSPITAL = re.compile(
    r"\b(?:is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?) (?:still )?in (?:the )?hospital\b"
)


@dataclass(frozen=True, slots=True)
class Fate:
    """Everybody to whom something happened, and the ends to which they come: a row of `cues.toml`."""

    everybody: str
    ends: tuple[str, ...]
    unless: re.Pattern[str]
    within: timedelta


class Told:
    """What a report tells of fates; each is found once, however many reports it is held against."""

    def __init__(self, reading: Reading, subjects: Sequence[Subject]) -> None:
        """Take a report with what its figures count, in the order of the text."""
        self.published = reading.document.published
        self._text = reading.document.text
        self._subjects = [one for one in subjects if _is_of_any(one)]
        self._everybody: dict[str, list[Subject]] = {}
        self._ended: dict[tuple[str, str], Sequence[Subject]] = {}
        self._others: dict[str, bool] = {}

    def __bool__(self) -> bool:
        """Tell whether anything is told of fates."""
        return bool(self._subjects)

    def everybody(self, fate: Fate) -> list[Subject]:
        """Give the one figure of all to whom it happened, or those of the crew and of whom it carried."""
        if fate.everybody not in self._everybody:
            told = [one for one in self._subjects if counts(one, fate.everybody)]
            self._everybody[fate.everybody] = _everybody(told)
        return self._everybody[fate.everybody]

    def ended(self, fate: Fate, end: str) -> Sequence[Subject]:
        """Give the figures of all who came to one end, in the order of the text, or else of some of them."""
        key = fate.everybody, end
        if key not in self._ended:
            self._ended[key] = _ended(self._subjects, self._text, fate, end)
        return self._ended[key]

    def tells_of_others(self, fate: Fate) -> bool:
        """Tell whether a report tells of others than everybody, or of rescued who died later."""
        if fate.everybody not in self._others:
            found = fate.unless.search(_IN_HOSPITAL.sub("", self._text))
            self._others[fate.everybody] = found is not None
        return self._others[fate.everybody]


def fates(told: Told) -> Iterator[Bound]:
    """Find everybody aboard and what became of them: the dead, rescued and missing are at most those aboard.

    So are those who broke out of a prison and were caught again, or not yet. A report that tells of two such
    events, or of others who died than those aboard, is left alone.
    """
    for fate in _fates() if told else ():
        everybody = told.everybody(fate)
        if everybody and not told.tells_of_others(fate):
            ended = [members for end in fate.ends if (members := told.ended(fate, end))]
            yield from _among_all(ended, everybody)


def fates_since(first: Told, later: Told) -> Iterator[Bound]:
    """Find everybody aboard, and what of two reports on the matter the second, of a later day, says of them.

    Who is still missing then is none of those who had been found before, dead or alive; who was missing
    before may be among the dead by then.
    """
    if first.published is not None and later.published is not None and first.published < later.published:
        for fate in _fates():
            everybody = first.everybody(fate) or later.everybody(fate)
            if everybody and not first.tells_of_others(fate) and not later.tells_of_others(fate):
                yield from _fate_since(fate, first, later, everybody)


def _fate_since(fate: Fate, first: Told, later: Told, everybody: Sequence[Subject]) -> Iterator[Bound]:
    aboard = first.everybody(fate), later.everybody(fate)
    if all(aboard) and unlike(aboard[0][0], aboard[1][0]):
        return
    told = []
    for end in fate.ends:
        found = [later.ended(fate, end)]
        if not _is_still(end):
            found.append(first.ended(fate, end))
        best = next((members for members in found if members and members[0].thing == "person"), None)
        members = best or next(filter(None, found), None)
        if members:
            told.append(members)
    hosts = {members[-1].reading for members in (*told, everybody)}
    if len(hosts) > 1 and all(_near(members[-1], everybody[0], fate.within) for members in told):
        yield from _among_all(told, everybody, least=1)


@cache
def _fates() -> tuple[Fate, ...]:
    return tuple(
        Fate(row["everybody"], tuple(row["ends"]), phrase(*row["unless"]), timedelta(days=row["within"]))
        for row in table("cues")["fate"]
    )


def _is_of_any(subject: Subject) -> bool:
    """Tell whether a figure is of everybody to whom something happened, or of what became of them."""
    return subject.family is not None and subject.family.name in _told_of()


@cache
def _told_of() -> frozenset[str]:
    return frozenset(name for fate in _fates() for name in (fate.everybody, *fate.ends))


def _is_still(end: str) -> bool:
    """Tell whether a fate is one that ends when people are found: missing, trapped."""
    return families()[end].series == "level"


def _near(one: Subject, other: Subject, within: timedelta) -> bool:
    """Tell whether the days of two figures, as far as they are known, lie near enough."""
    first, last = one.days.first, other.days.first
    return first is None or last is None or abs(first - last) <= within


def _ended(subjects: Sequence[Subject], text: str, fate: Fate, end: str) -> Sequence[Subject]:
    told = [
        one
        for one in subjects
        if counts(one, end)
        and (
            (not one.qualifier and one.part_of is None)
            or (one.part_of and counts(one.part_of, fate.everybody))
        )
        and not is_long_ago(one.days, one.published)
        and not is_long(one)
        and one.figure.amount.bound != "vague"
        and not one.alone
    ]
    # "27 more bodies" are not all the dead, but "another eight are trapped" beside those found.
    first = told[:1] if _is_still(end) else []
    whole = [one for one in told if one in first or not is_added(one.figure, text)]
    return [one for one in whole if one.thing == "person"] or whole


def _among_all(
    told: Sequence[Sequence[Subject]], everybody: Sequence[Subject], *, least: int = 2
) -> Iterator[Bound]:
    """Say that the last of each fate are together at most everybody, where each is told of one place."""
    if len(told) >= least and all(len({one.scope for one in members}) == 1 for members in (*told, everybody)):
        latest = [members[-1] for members in told]
        evidence = tuple(map(words_of, (*everybody, *latest)))
        yield Bound(places_of(latest), places_of(everybody), evidence)


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
