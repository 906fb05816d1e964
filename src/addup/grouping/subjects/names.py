"""The firms, places and people that a figure is told of: by them short reports on one matter meet.

Who only tells of it is not among them: two reports of what the Red Cross said need not be on one matter.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache, cached_property

from addup.documents.datelines import credited_lines, dateline
from addup.grouping.countries import nationality
from addup.grouping.nouns import is_person, known_form, trade
from addup.grouping.patterns import CALENDAR_NAMES, SENTENCE_END, as_written
from addup.grouping.places import is_small
from addup.grouping.subjects.subject import Name, Subject
from addup.grouping.tables import table
from addup.records import Reading, Span
from addup.stretches import dashed

_PHRASE = re.compile(r"[A-Z][\w-]*+(?!\$)(?: (?:of (?:the )?)?[A-Z][\w-]*+(?!\$))*")  # no "US$"
_OF = re.compile(r"^.* of (?:the )?")
_WORD = re.compile(r"(?<![.!?“\"–—:-]\s)(?<![“\"])(?<!^)\b[A-Z][a-z]\w+", re.MULTILINE)
_LOWER = re.compile(r"\b[a-z]\w+")
_BEGINS = re.compile(r"(?:[.!?“”\":]|--|[–—]|\s-)\s*$|\n\s*\n\s*$")
_FIRST = re.compile(r"\s*([A-Z][a-z]{3,})\s+(?:has|had|have|will|would|is|\w+s|\w+ed|\w+d)\s")
# "Reva 1,702,800 votes, or 43.5 percent"
_OR = re.compile(r"(?: votes| ballots)?,? (?:or|\() ?(?:about |nearly |some )?")
# "Norvex said that it would close its plant": who tells it is also who does it.
_ITSELF = re.compile(r"\b(?:it|its|they|their)\b")
# "Situation Report No. 2", "Resolution No. 40": cut off before its number this is nobody's name.
_NUMBERED = "No"
_LEAD = 200  # characters before a name
_NO_NAMES = CALENDAR_NAMES | {*calendar.month_abbr[1:], "Sept", "Q1", "Q2", "Q3", "Q4", "H1", "H2", "FY"} - {
    "Jan",
    "May",
}
_MOST_TOLD = 4
_NEAR_MONTH = timedelta(days=7)


def with_names(subjects: Sequence[Subject], readings: Sequence[Reading]) -> list[Subject]:
    """Give the subjects whose reports find each other by names those that they are told of."""
    asked = {subject.reading for subject in subjects if subject.within is not None}
    texts = {index: readings[index].document.text for index in asked}
    known = {word for text in texts.values() for word in _WORD.findall(text)}
    known -= {word.title() for text in texts.values() for word in _LOWER.findall(text)}
    told = {index: _Told(readings[index], _without_tellers(readings[index]), known) for index in asked}
    of_own = {
        index: _Told(readings[index], _without_tellers(readings[index], known), known)
        for index in {subject.reading for subject in subjects if _is_of_teller(subject)}
    }
    return [
        replace(
            subject,
            names=_names_of(subject, (of_own if _is_of_teller(subject) else told)[subject.reading]),
        )
        if subject.within is not None and not subject.cell  # of whom a cell is, no sentence tells
        else subject
        for subject in subjects
    ]


def _is_of_teller(subject: Subject) -> bool:
    """Tell whether a figure is mostly its teller's own: "Norvex reported revenue of 4 billion"."""
    return subject.family is not None and bool(subject.family.money)


def name_events(subjects: Sequence[Subject]) -> frozenset[str]:
    """Name the matters that figures are told of by name: "on_strike|halvord|24293", with the month.

    Countries and large cities see many of a kind in a month, except elections. A report on the money of many
    leads to none of them.
    """
    found: set[str] = set()
    subjects = _without_roundups(subjects)
    for subject in subjects:
        day = subject.days.first or subject.published
        if subject.within is None or subject.family is None or day is None:
            continue
        months = {12 * one.year + one.month for one in (day - _NEAR_MONTH, day, day + _NEAR_MONTH)}
        for word in {_told_by(name) for name in subject.names}:
            if subject.figure.amount.kind == "share" or is_small(word):
                found.update(f"{subject.family.name}|{word}|{month}" for month in months)
    return frozenset(found)


def agree(one: frozenset[Name], other: frozenset[Name]) -> bool:
    """Tell whether two figures are told of the same: the names of one are all among those of the other."""
    if not (one and other):
        return False
    return all(_among(name, other) for name in one) or all(_among(name, one) for name in other)


def _told_by(name: Name) -> str:
    """Give the word of a name that tells who it is: "Foods" and "Group" are many firms."""
    kinds = table("cues")["results"]["firms"]
    return next((word for word in map(str.lower, reversed(name)) if word not in kinds), name[-1].lower())


def _without_roundups(subjects: Sequence[Subject]) -> list[Subject]:
    """Leave out money where it is told of more than a few."""
    told = {_told_by(name) for subject in subjects if _is_of_teller(subject) for name in subject.names}
    many = len(told) > _MOST_TOLD
    return [subject for subject in subjects if not (many and _is_of_teller(subject))]


def same(one: frozenset[Name], other: frozenset[Name]) -> bool:
    """Tell whether two figures are told of the same and of nobody else: each name of both is the other's."""
    both = all(_among(name, other) for name in one) and all(_among(name, one) for name in other)
    return bool(one and other) and both


def told_apart(one: frozenset[Name], other: frozenset[Name]) -> bool:
    """Tell whether two figures are told of names of which not one is the same."""
    return bool(one and other) and not any(_among(name, other) for name in one)


def is_named(place: str, names: frozenset[Name]) -> bool:
    """Tell whether a place is among some names."""
    words = set(place.lower().split())
    return any(words & {word.lower() for word in name} for name in names)


def _among(name: Name, names: frozenset[Name]) -> bool:
    """Tell whether a name is one of others, in full or in short: "Dorn" for "Milan Dorn"."""
    return any(set(name) <= set(other) or set(other) <= set(name) for other in names)


class _Told:
    """A text with dashes for those who tell something, with its figures and its sentences."""

    def __init__(self, reading: Reading, text: str, known: set[str]) -> None:
        self.reading, self.text, self.known = reading, text, known
        self.beside: dict[tuple[int, int], list[Span]] = {}
        for one in reading.figures:
            self.beside.setdefault(one.sentence, []).append(one.span)
        self._names: dict[tuple[int, int], frozenset[Name]] = {}

    @cached_property
    def _boundaries(self) -> list[tuple[int, int]]:
        return [match.span() for match in SENTENCE_END.finditer(self.text)]

    def names(self, start: int, end: int) -> frozenset[Name]:
        """Give the names in a stretch of the text that begins a sentence; asked again for each figure."""
        if (start, end) not in self._names:
            self._names[start, end] = _in(self.text[start:end], self.known)
        return self._names[start, end]

    def before(self, end: int) -> Iterator[tuple[int, int]]:
        """Give the sentences before a character, the last first."""
        number = bisect_left(self._boundaries, end, key=lambda boundary: boundary[1])
        while number:
            ended, start = self._boundaries[number - 1]
            yield start, end
            end, number = ended, number - 1
        yield 0, end


def _names_of(subject: Subject, all_told: _Told) -> frozenset[Name]:
    """Take the names beside a figure, else of its sentence, of the last that has any, or of all its text."""
    start, end = subject.figure.sentence
    reading, told, known = all_told.reading, all_told.text, all_told.known
    if subject.family is not None and subject.family.rate:
        return _places_of(start, end, told, known) or _places_of(start, end, reading.document.text, known)
    same = all_told.beside[start, end]
    at = _first_said(subject.figure.span, same, reading.document.text)
    before = max((one.end for one in same if one.end <= at), default=start)
    after = min((one.start for one in same if one.start >= subject.figure.span.end), default=end)
    mine = told[before:at]
    found = _in(mine, known, begins=before == start) if after < end else frozenset()
    found = found or _in(told[before:after], known, begins=before == start) or _in(told[start:end], known)
    if not found:
        sentences = (all_told.names(*sentence) for sentence in all_told.before(start))
        found = next(filter(None, sentences), frozenset())
    return found or all_told.names(0, len(told)) or _opening(told[start:end])


def _first_said(span: Span, others: Sequence[Span], text: str) -> int:
    """Give where an amount begins that may be said twice: "Reva 1,702,800 votes, or 43.5 percent"."""
    at = span.start
    for one in sorted(others, key=lambda one: -one.end):
        if one.end <= at and _OR.fullmatch(text, one.end, at):
            at = one.start
    return at


def _opening(sentence: str) -> frozenset[Name]:
    """Take the first word of a sentence as a name where nothing else is one and a verb comes next."""
    found = _FIRST.match(sentence)
    if not found or is_person(known_form(found[1].lower())) or trade(known_form(found[1].lower())):
        return frozenset()
    return frozenset({(found[1],)})


def _places_of(start: int, end: int, told: str, known: set[str]) -> frozenset[Name]:
    """Take the places beside a rate, else of the last sentence before with any, or of the first behind.

    A rate is one of a place. Whoever else is named may be anybody: who lost, who took the poll; and a
    sentence that names several places tells of the parts of one.
    """
    before = reversed(SENTENCE_END.split(told[:start]))
    behind = SENTENCE_END.split(told[end:])
    own = _places_in(told[start:end], known)
    around = (_places_in(words, known) for words in (*before, *behind))
    return own or next((names for names in around if len(names) == 1), frozenset())


def _places_in(words: str, known: set[str]) -> frozenset[Name]:
    """Find the names of places: what something was in or a body is of, and countries and their peoples."""
    names = _in(words, known)
    places = {word for match in _of_place().findall(words) for word in match.split()}
    return frozenset(
        name for name in names if places.issuperset(name) or not all(is_small(word.lower()) for word in name)
    )


@cache
def _of_place() -> re.Pattern[str]:
    """Make a pattern of a name behind words that make it one of a place: "in", "the commission of"."""
    cues = table("cues")["rate_place"]
    before = rf"(?i:{as_written(*cues['before'])})(?: the)?(?: [a-z]+)?"
    body = rf"(?i:{as_written(*cues['bodies'])}) of(?: the)?"
    return re.compile(rf"(?:{before}|{body}) ([A-Z][\w-]*(?: [A-Z][\w-]*)*)")


def _in(words: str, known: set[str], *, begins: bool = True) -> frozenset[Name]:
    """Find the names in some words; the first word of a sentence is one only where it is `known` to be."""
    found = set()
    for match in _PHRASE.finditer(words):
        phrase = _OF.sub("", match[0])
        parts = [word.title() if word.title() in known else word for word in phrase.split()]
        lead = words[max(0, match.start() - _LEAD) : match.start()]
        lead = lead if lead.strip() else words[: match.start()]
        first = bool(_BEGINS.search(lead)) if lead.strip() else begins
        if first and phrase == match[0] and parts[0] not in known and not _is_of_country(parts[0]):
            # "Motors" and "Foods" alone are no firm: in "Norvex Motors plans" the first word is its name.
            kinds = table("cues")["results"]["firms"]
            parts = parts if parts[1:] and all(word.lower() in kinds for word in parts[1:]) else parts[1:]
        name = tuple(nationality(word) or word for word in parts if word not in _NO_NAMES and len(word) > 1)
        if name and name[-1] != _NUMBERED:
            found.add(name)
    return frozenset(found)


def _is_of_country(word: str) -> bool:
    """Tell whether a word is a country, a large city or a people, wherever it stands."""
    return nationality(word) is not None or not is_small(word.lower())


def _without_tellers(reading: Reading, known: set[str] | None = None) -> str:
    """Give a text with dashes for those who tell something, but for who tells of itself.

    With the words that are `known` as names who tells something in which nobody is named tells of itself.
    """
    words = reading.document.text
    # A dateline tells neither of the place where a report was written nor of who wrote it.
    own = dateline(words) if known is not None else None
    letters = list(dashed(words, [*credited_lines(words), *([own] if own else [])]))
    told = sorted(reading.figures, key=lambda figure: figure.span.start)
    starts = [figure.span.start for figure in told]
    for one in reading.attributions:
        content = " ".join("".join(letters[slice(*span)]) for span in one.content)
        figures = [
            figure
            for first, last in one.content
            for figure in told[bisect_left(starts, first) : bisect_left(starts, last)]
        ]
        if figures and not any(figure.source for figure in figures):
            continue  # no telling after all: "Dorn took 54 percent"
        before = bool(one.source and one.content) and one.source[0][0] < one.content[0][0]
        if before and (_ITSELF.search(content[:40]) or (known is not None and not _in(content, known))):
            continue
        for first, last in one.source:
            letters[first:last] = "-" * (last - first)
    return "".join(letters)
