"""How likely it is of each candidate of a report that its numbers are told as what they would be in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from addup.grouping.arithmetic.together.candidates import PAIRS, ROLES, Candidate, candidates_of, no_role
from addup.grouping.arithmetic.together.operands import Operand, operands_of
from addup.grouping.arithmetic.together.traits import Alike, traits_between, traits_of
from addup.reading.trait_network import Floats, Network, code, networks
from addup.records import Reading

_ROLE = {role: at for at, role in enumerate(ROLES)}
_PAIR = {pair: at for at, pair in enumerate(PAIRS)}
WEIGHTS = Path(__file__).with_name("weights.npz")
"""What `training/together.py` writes: networks for figures in their roles, and for two figures each."""
_LEAST = 0.0005
"""Candidates less likely than this are not worth a look."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a figure may be the result of: candidates with their chances, and that it is of nothing.

    The places in candidates are those among `operands`, all of the report.
    """

    operands: Sequence[Operand]
    result: Operand
    nothing: float
    candidates: tuple[tuple[Candidate, float], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A report as the networks are told of it: its operands, their candidates, and all traits by number.

    `places` has for each figure and each candidate of it which scores are added up, as places in the scores
    of all figures and then of all pairs; the first of each figure is that it is the result of nothing.
    """

    operands: Sequence[Operand]
    candidates: Sequence[Sequence[Candidate]]
    figures: Sequence[Sequence[int]]
    pairs: Sequence[Sequence[int]]
    places: Sequence[Sequence[Sequence[int]]]


def choices(reading: Reading) -> list[Choice]:
    """Weigh what each number of a report may be the result of."""
    told = tell(reading)
    if told is None:
        return []
    scores = [_scores(told, pair) for pair in networks(WEIGHTS, "figure", "pair")]
    found = []
    for place, candidates in enumerate(told.candidates):
        if candidates:
            mean = _chances(told.places[place], scores)
            likely = zip(candidates, mean[1:].tolist(), strict=True)
            kept = tuple((candidate, chance) for candidate, chance in likely if chance >= _LEAST)
            found.append(Choice(told.operands, told.operands[place], float(mean[0]), kept))
    return found


def tell(reading: Reading) -> Told | None:
    """Put a report into numbers; None if nothing in it could be the result of anything."""
    text = reading.document.text
    operands = operands_of(reading)
    candidates = [[*candidates_of(operands, place)] for place in range(len(operands))]
    if not any(candidates):
        return None
    alike = _alike(operands)
    figures = [[code(trait) for trait in traits_of(one, text, alike[one.dimension])] for one in operands]
    order: dict[tuple[int, int], int] = {}
    places = []
    for place, one in enumerate(operands):
        rows = [[place * len(ROLES) + _ROLE[no_role(one)]]]
        rows += [_places(candidate, order, len(operands)) for candidate in candidates[place]]
        places.append(rows if candidates[place] else [])
    pairs = [_pair(operands, first, last, text) for first, last in order]
    return Told(operands, candidates, figures, pairs, places)


def _pair(operands: Sequence[Operand], first: int, last: int, text: str) -> list[int]:
    """Give the traits of two figures by their numbers."""
    between = operands[min(first, last) + 1 : max(first, last)]
    return [code(trait) for trait in traits_between(operands[first], operands[last], text, between)]


def _alike(operands: Sequence[Operand]) -> Mapping[str, Alike]:
    """Say for each dimension how many figures have it, and how large the largest is."""
    values: dict[str, list[float]] = {}
    for one in operands:
        values.setdefault(one.dimension, []).append(one.value)
    return {dimension: Alike(len(found), max(found)) for dimension, found in values.items()}


def _places(candidate: Candidate, order: dict[tuple[int, int], int], figures: int) -> list[int]:
    """Give the places of the scores that a candidate adds up; pairs get their place when they first occur."""
    found = [place * len(ROLES) + _ROLE[role] for place, role in candidate.roles]
    behind = figures * len(ROLES)
    for first, last, kind in candidate.pairs:
        row = order.setdefault((first, last), len(order))
        found.append(behind + row * len(PAIRS) + _PAIR[kind])
    return found


def _scores(told: Told, pair: Sequence[Network]) -> Floats:
    """Give the scores of all figures in all roles, and then of all pairs."""
    return np.concatenate([pair[0].scores(told.figures).ravel(), pair[1].scores(told.pairs).ravel()])


def _chances(rows: Sequence[Sequence[int]], scores: Sequence[Floats]) -> Floats:
    """Give how likely a figure is the result of nothing, and of each of its candidates, on average."""
    terms = np.fromiter((place for row in rows for place in row), dtype=np.int64)
    starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
    chances = []
    for each in scores:
        sums = np.add.reduceat(each[terms], starts)
        raised = np.exp(sums - sums.max())
        chances.append(raised / raised.sum())
    mean: Floats = np.mean(chances, axis=0)
    return mean
