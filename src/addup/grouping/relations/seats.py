"""Seats of a chamber that parties won: nobody sits in two, so that all of them are at most the chamber."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from addup.grouping.patterns import phrase
from addup.grouping.relations.pairs import Bound
from addup.grouping.relations.voices import unlike
from addup.grouping.subjects.parts import Part
from addup.grouping.subjects.subject import Subject
from addup.grouping.tables import table
from addup.records import Evidence, Reading

_FEWEST = 2
# "The Popular Union of Mira Sorak won about 64", "and the Greens 18": the last name before the number.
_WINNER = re.compile(r"([A-Z][\w'’-]+)(?: (?!and\b|but\b|from\b|than\b)[a-z-]+){0,4} ?$")


def seats(reading: Reading, subjects: Sequence[Subject], parts: Mapping[int, Part]) -> Iterator[Bound]:
    """Find the seats that a report gives to parties, each to one of its own, and those of the chamber.

    A report that tells of two chambers, of allies together, or twice of one party, says too little.
    """
    text = reading.document.text
    told = [one for one in subjects if _counts_seats(one)]
    if len(told) <= _FEWEST or phrase(*table("cues")["seats"]["unless"]).search(text):
        return
    whole = {part.whole for part in parts.values()}
    chamber = [
        one for one in told if one.place in whole or text.startswith("-", one.figure.amount.number.end)
    ]
    won: dict[str, Subject] = {}
    for one in told:
        name = None if one in chamber else _winner(one, text)
        if name is None:
            continue
        if name in won and unlike(one, won[name]):
            return
        if not any(one.figure.amount == other.figure.amount for other in won.values()):
            won[name] = one
    if len(won) >= _FEWEST and chamber and not any(unlike(chamber[0], one) for one in chamber):
        evidence = [Evidence.of(one.document, one.figure.span) for one in (chamber[0], *won.values())]
        yield Bound(tuple(one.at for one in won.values()), (chamber[0].at,), tuple(evidence))


def _counts_seats(subject: Subject) -> bool:
    """Tell whether a figure counts seats, of this time and with no more said of them."""
    figure = subject.figure
    return (
        figure.amount.kind == "count"
        and figure.counted is not None
        and figure.counted.head == "seat"
        and figure.stance == "stated"
        and figure.change is None
        and not figure.amount.per
        and figure.amount.bound != "vague"
    )


def _winner(subject: Subject, text: str) -> str | None:
    """Give the name before a number of seats, where the verb says that they were won."""
    figure, cues = subject.figure, table("cues")["seats"]
    if figure.event not in cues["won"] or phrase(*cues["than"]).match(text, figure.span.end + 1):
        return None
    found = _WINNER.search(text, figure.sentence[0], figure.span.start)
    return found[1] if found else None
