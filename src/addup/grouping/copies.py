"""Copies: one report printed many times is one voice, however many outlets print it.

A copy says nothing of its own: its figures are all among the other's, in the same amounts and by the same
sources, and nearly all runs of words of the shorter text stand in the longer. A new edition with another
number is no copy, but a report that may revise or contradict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from addup.records import Reading

LEAST_SHARED = 0.8
"""The least share of the shorter text's runs of words that stand in the longer text as well."""
_RUN = 4
"""Words in a row: fewer are common to all reports of an event, more break at every edit."""

Runs = frozenset[tuple[str, ...]]


def copies(readings: Iterable[Reading]) -> dict[str, str]:
    """Give for each document that copies another the one that it copies, the same in any order.

    Of two with the same figures the one published first is the original. Only reports that share a sentence
    with a figure are compared, so the time grows with their number. Those without figures are left alone.
    """
    holding: dict[str, list[Reading]] = defaultdict(list)
    runs: dict[str, Runs] = {}
    said = {reading.document.id: _said(reading) for reading in readings}
    found: dict[str, str] = {}
    for reading in sorted(readings, key=_first):
        sentences = _sentences(reading)
        near = {one.document.id: one for words in sentences for one in holding[words]}
        mine = said[reading.document.id]
        original = next(
            (one for one in near.values() if mine <= said[one.document.id] and _is_copy(reading, one, runs)),
            None,
        )
        if original is not None:
            found[reading.document.id] = original.document.id
            continue
        for words in sentences:
            holding[words].append(reading)
    return found


def _first(reading: Reading) -> tuple[int, date, str]:
    """Order reports so that an original comes before its copies."""
    document = reading.document
    return -len(reading.figures), document.published or date.max, document.id


def _sentences(reading: Reading) -> list[str]:
    """Give the sentences that figures stand in, each once, whatever their white space."""
    text = reading.document.text
    return list(dict.fromkeys(" ".join(text[slice(*one.sentence)].split()) for one in reading.figures))


def _is_copy(reading: Reading, original: Reading, runs: dict[str, Runs]) -> bool:
    one, other = _runs(reading, runs), _runs(original, runs)
    return len(one & other) >= LEAST_SHARED * min(len(one), len(other))


def _said(reading: Reading) -> Counter[tuple[object, ...]]:
    """Count what a report says: amounts with who says them."""
    said = ((one.amount, one.source and (one.source.name or one.source.text)) for one in reading.figures)
    return Counter((one.low, one.high, one.bound, one.kind, one.unit, source) for one, source in said)


def _runs(reading: Reading, known: dict[str, Runs]) -> Runs:
    """Give all runs of words of a text; they are kept, for an original is compared with many."""
    id = reading.document.id
    if id not in known:
        known[id] = runs_of(reading.document.text.split())
    return known[id]


def runs_of(words: Sequence[str]) -> Runs:
    """Give the runs of words of a text; a text shorter than a run is one."""
    return frozenset(tuple(words[place : place + _RUN]) for place in range(max(1, len(words) - _RUN + 1)))
