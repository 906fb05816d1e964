"""Why a figure is in its series: the words that say what happened, what is counted, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import groupby

from addup.grouping.group import gazetteer_of, subjects_in
from addup.grouping.places import Gazetteer, plain
from addup.grouping.subjects.families import family_stems
from addup.grouping.subjects.names import with_names
from addup.grouping.subjects.subject import Subject
from addup.records import Evidence, Grouping, Reading

_WORD = re.compile(r"[\w'’-]+")


Explained = tuple[str, tuple[Evidence, ...]]
"""One line that says which words put a figure into its series, and where they stand."""


def explain(grouping: Grouping, document: str, figure: str) -> Explained:
    """Say which words put a figure into its series.

    `document` and `figure` are ids. What the words leave out is left out here too: a figure without a place
    goes with those that have one.

    Raises KeyError if the grouping has no such figure.
    """
    for found in explain_all(grouping, {document}):
        if (found[0], found[1]) == (document, figure):
            return found[2]
    raise KeyError((document, figure))


def explain_series(grouping: Grouping, name: str) -> list[Explained]:
    """Say for each figure of a series, in its order, which words put it there.

    Raises KeyError if the grouping has no such series.
    """
    series = next((one for one in grouping.series if one.name == name), None)
    if series is None:
        raise KeyError(name)
    documents = {member.document for member in series.members}
    told = {(document, figure): line for document, figure, line in explain_all(grouping, documents)}
    return [told[member.document, member.figure.id] for member in series.members]


def explain_all(grouping: Grouping, documents: Set[str]) -> Iterator[tuple[str, str, Explained]]:
    """Explain the figures of some documents: for each the ids of its document and its own, and the words."""
    gazetteer = gazetteer_of(grouping.readings)
    found_in = with_names(
        [
            replace(subject, reading=index)
            for index, reading in enumerate(grouping.readings)
            for subject in subjects_in(reading, gazetteer)
        ],
        grouping.readings,
    )
    for index, group in groupby(found_in, key=lambda subject: subject.reading):
        reading = grouping.readings[index]
        if reading.document.id not in documents:
            continue
        for subject in group:
            series = reading.figures[subject.place].series
            found = list(_words(subject, reading, gazetteer))
            said = "; ".join(f"“{words.text}” says {what}" for what, words in found)
            line = f"“{subject.figure.span.text}” is in “{series}”: {said or 'nothing else is like it'}."
            told = " ".join(line.split()), tuple(words for _, words in found)
            yield reading.document.id, subject.figure.id, told


def _words(subject: Subject, reading: Reading, gazetteer: Gazetteer) -> Iterator[tuple[str, Evidence]]:
    """Find the words, each with what it says."""
    figure, text = subject.figure, reading.document.text
    if subject.family:
        found = _nearest(family_stems([subject.family.name], short=True), subject, reading)
        if found:
            yield "what happened", found
    if figure.counted:
        start = text.find(figure.counted.text, *figure.sentence)
        if start >= 0:
            end = start + len(figure.counted.text)
            yield "what is counted", Evidence.within(reading.document, start, end)
    for place in sorted(subject.scope):
        names = [match for match in _names(text, place, gazetteer) if match[0] < figure.sentence[1]]
        if names:
            yield "where", Evidence.within(reading.document, *names[-1])
    for name in _telling(subject):
        spans = [match.span() for match in re.finditer(rf"\b{re.escape(name)}\b", text)]
        before = [span for span in spans if span[0] < figure.sentence[1]]
        if spans:
            yield "whose it is", Evidence.within(reading.document, *(before[-1] if before else spans[0]))
    if figure.time and subject.days.known:
        yield "when", Evidence.within(reading.document, figure.time.start, figure.time.end)


def _telling(subject: Subject) -> Iterator[str]:
    """Give the names of firms, places and people by which a figure found its series, but for its places."""
    for name in sorted(subject.names):
        if not any(plain(" ".join(name)) in plain(place) for place in subject.scope):
            yield " ".join(name)


def _nearest(pattern: re.Pattern[str], subject: Subject, reading: Reading) -> Evidence | None:
    """Find the word of a pattern that stands nearest to a figure in its sentence."""
    start, end = subject.figure.sentence
    at = subject.figure.amount.number.start
    found = [
        word.span() for word in _WORD.finditer(reading.document.text, start, end) if pattern.match(word[0])
    ]
    nearest = min(found, key=lambda span: abs(span[0] - at), default=None)
    return Evidence.within(reading.document, *nearest) if nearest else None


def _names(text: str, place: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Find where a text names a place."""
    words = re.escape(gazetteer.written(place))
    for match in re.finditer(rf"\b{words}\b", text, re.IGNORECASE):
        if plain(match[0]) == place or gazetteer.scope(match[0]) == {place}:
            yield match.span()
