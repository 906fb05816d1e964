"""Copies: one report printed many times is one voice, however many outlets print it.

A copy says nothing of its own: its figures are all among the other's, in the same amounts and by the same
sources or by none (a headline of its own names no source), and nearly all runs of words of the shorter text
stand in the longer. A new edition with another number is no copy, but a report that may revise or contradict.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date

from addup.records import Amount, Reading

LEAST_SHARED = 0.8
"""The least share of the shorter text's runs of words that stand in the longer text as well."""
_BEHIND, _NEAR = 6, 80
"""Words, in so many characters, by which a figure of a copy is known again."""
_RUN = 4
"""Words in a row: fewer are common to all reports of an event, more break at every edit."""

Runs = frozenset[tuple[str, ...]]
Said = set[tuple[tuple[object, ...], str | None]]


def copies(readings: Iterable[Reading]) -> dict[str, str]:
    """Give for each document that copies another the one that it copies, the same in any order.

    Of two with the same figures the one published first is the original. Only reports that share a figure and
    the words behind it are compared, so the time grows with their number. Those without figures are left
    alone.
    """
    originals: list[Reading] = []
    telling: dict[str, list[int]] = defaultdict(list)
    saying: dict[Hashable, set[int]] = defaultdict(set)
    runs: dict[str, Runs] = {}
    found: dict[str, str] = {}
    said = {reading.document.id: _said(reading) for reading in readings}
    for reading in sorted(readings, key=lambda one: _first(one, said[one.document.id])):
        told, mine = _told(reading), said[reading.document.id]
        # Only what says all that this one says can be its original; few say what is said most rarely.
        alike = sorted(
            (saying[amount] if source is None else saying[amount, source] for amount, source in mine), key=len
        )
        whole = frozenset().union(*alike[:1]).intersection(*alike[1:])
        near = dict.fromkeys(one for words in told for one in _among(whole, telling[words])) if whole else ()
        original = next((one for one in near if _is_copy(reading, originals[one], runs)), None)
        if original is not None:
            found[reading.document.id] = originals[original].document.id
            continue
        for words in told:
            telling[words].append(len(originals))
        for amount, source in mine:
            saying[amount].add(len(originals))
            saying[amount, source].add(len(originals))
        originals.append(reading)
    return found


def _among(few: frozenset[int], ordered: Sequence[int]) -> list[int]:
    """Give those of some rising numbers that are in a set."""
    if len(few) > len(ordered):
        return [one for one in ordered if one in few]
    places = ((bisect_left(ordered, one), one) for one in sorted(few))
    return [one for place, one in places if place < len(ordered) and ordered[place] == one]


def _first(reading: Reading, said: Said) -> tuple[int, date, str]:
    """Order reports so that an original comes before its copies."""
    document = reading.document
    amounts = {amount for amount, _ in said}
    return -len(amounts), document.published or date.max, document.id


def _told(reading: Reading) -> list[str]:
    """Give the words of each figure with some behind them, each once, whatever stands before them."""
    text = reading.document.text
    behind = (
        text[one.span.start : one.span.start + _NEAR].split(maxsplit=_BEHIND) for one in reading.figures
    )
    return list(dict.fromkeys(" ".join(words[:_BEHIND]) for words in behind))


def _is_copy(reading: Reading, original: Reading, runs: dict[str, Runs]) -> bool:
    one, other = _runs(reading, runs), _runs(original, runs)
    return len(one & other) >= LEAST_SHARED * min(len(one), len(other))


def _said(reading: Reading) -> Said:
    """Give what a report says: amounts with who says them."""
    return {(_amount(figure.amount), figure.said_by) for figure in reading.figures}


def _amount(amount: Amount) -> tuple[object, ...]:
    return amount.low, amount.high, amount.bound, amount.kind, amount.unit


def _runs(reading: Reading, known: dict[str, Runs]) -> Runs:
    """Give all runs of words of a text; they are kept, for an original is compared with many."""
    id = reading.document.id
    if id not in known:
        known[id] = runs_of(reading.document.text.split())
    return known[id]


def runs_of(words: Sequence[str]) -> Runs:
    """Give the runs of words of a text; a text shorter than a run is one."""
    return frozenset(tuple(words[place : place + _RUN]) for place in range(max(1, len(words) - _RUN + 1)))
