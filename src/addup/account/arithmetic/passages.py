"""Long reports in passages: numbers that only words bring together stand near each other.

Each rule holds every number of a report against every other. In an annual report that takes long, and most
of what it brings together has nothing in common. So a long report is looked through in passages that overlap
by a third, and what is found must be found in every passage that holds all its words: what one shows, another
may explain. Reports are held against each other by their first passages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from addup.records import Finding, Grouping, Member, Reading

_LONG = 18_000
_PASSAGE = 12_000
"""Characters; so far apart rules hold numbers against each other at most, where they say how far."""
_STEP = 8_000
_Key = tuple[str, frozenset[tuple[str, int, int]]]
"""What a finding is by its kind and the words that it cites."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """What is found in some characters of a document, by kind and evidence."""

    document: str
    start: int
    end: int
    found: dict[_Key, Finding]

    def holds(self, key: _Key) -> bool:
        """Tell whether all that a finding cites stands in this passage."""
        return all(
            document == self.document and self.start <= start and end <= self.end
            for document, start, end in key[1]
        )


class _Parts:
    """Parts of a grouping: its series by their figures, so that none of them is looked through for each."""

    def __init__(self, grouping: Grouping) -> None:
        self._grouping = grouping
        self._members: dict[tuple[str, str], list[tuple[int, Member]]] = defaultdict(list)
        for place, series in enumerate(grouping.series):
            for member in series.members:
                self._members[member.document, member.figure.id].append((place, member))

    def of(self, readings: Sequence[Reading]) -> Grouping:
        """Give a grouping of some reports, or of passages, and of no other figures than theirs."""
        members: dict[int, list[Member]] = defaultdict(list)
        for reading in readings:
            for figure in reading.figures:
                for place, member in self._members[reading.document.id, figure.id]:
                    members[place].append(member)
        every = self._grouping.series
        series = tuple(replace(every[place], members=tuple(members[place])) for place in sorted(members))
        return replace(self._grouping, readings=tuple(readings), series=series)


def in_passages(grouping: Grouping, find: Callable[[Grouping], Iterable[Finding]]) -> list[Finding]:
    """Give what `find` finds in reports, in those of more than 18,000 characters passage by passage."""
    if not any(_is_long(reading) for reading in grouping.readings):
        return list(find(grouping))
    parts = _Parts(grouping)
    first = [
        _between(reading, 0, _PASSAGE) if _is_long(reading) else reading for reading in grouping.readings
    ]
    together = {_key(finding): finding for finding in find(parts.of(first))}
    passages = [
        _Passage(
            reading.document.id,
            start,
            start + _PASSAGE,
            together if start == 0 else {_key(finding): finding for finding in find(parts.of([part]))},
        )
        for reading in grouping.readings
        if _is_long(reading)
        for start, part in _cut(reading)
    ]
    found = {key: finding for passage in passages for key, finding in passage.found.items()}
    return [
        finding
        for key, finding in {**together, **found}.items()
        if all(key in passage.found for passage in passages if passage.holds(key))
    ]


def _key(finding: Finding) -> _Key:
    return finding.kind, frozenset((piece.document, piece.start, piece.end) for piece in finding.evidence)


def _is_long(reading: Reading) -> bool:
    return len(reading.document.text) > _LONG


def _cut(reading: Reading) -> Iterator[tuple[int, Reading]]:
    """Cut a long report into passages that overlap."""
    for start in range(0, len(reading.document.text) - (_PASSAGE - _STEP), _STEP):
        yield start, _between(reading, start, start + _PASSAGE)


def _between(reading: Reading, start: int, end: int) -> Reading:
    """Give a report with what was read in the sentences of some of its characters alone."""
    return replace(
        reading,
        figures=tuple(one for one in reading.figures if start <= one.sentence[0] and one.sentence[1] <= end),
        times=tuple(one for one in reading.times if start <= one.span.start and one.span.end <= end),
    )
