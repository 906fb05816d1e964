"""Small networks that score what is told of a thing as traits: words, numbers of words, likenesses.

A network looks vectors up for the traits that it is told, adds them up and scores them in two ways: with a
weight for each trait by itself, and through a hidden layer, which knows what comes together (Cheng et al.,
"Wide & deep learning", 2016). Traits are known by hashes (Weinberger et al., "Feature hashing", ICML 2009).
Each is learnt several times from other beginnings, and what they say is averaged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
PLACES = 1 << 14
"""So many traits are told apart; those with the same hash are one."""
_LEVELS = 127
"""Tables are kept in bytes, in steps of their largest number."""
_CLOSE, _MANY = 6, 8
"""So few words are told in their order, and more than so many are not counted."""


def code(trait: str) -> int:
    """Give the number under which a trait is known."""
    return crc32(trait.encode()) % PLACES


def words_between(words: Sequence[str], way: str, telling: Collection[str]) -> Iterator[str]:
    """Give the traits of the words between two numbers; of single words only marks and `telling` ones.

    `way` says on which side the other number stands.
    """
    if len(words) <= _CLOSE:
        yield f"between={way}{' '.join(words)}"
    if words:
        yield from (f"first={way}{words[0]}", f"last={way}{words[-1]}")
    yield f"words{min(len(words), _MANY)}{way}"
    told = (word for word in sorted(set(words)) if word in telling or not word[0].isalpha())
    yield from (f"among={way}{word}" for word in told)


@dataclass(frozen=True, slots=True)
class Network:
    """Scores rows of traits for some labels.

    `wide` (places x labels) has for each trait a weight for each label, `deep` (places x size) a vector;
    `hidden` (size) is added to the sum of the vectors, `out` (labels x size) and `bias` (labels) score it.
    """

    wide: Floats
    deep: Floats
    hidden: Floats
    out: Floats
    bias: Floats

    def scores(self, rows: Sequence[Sequence[int]]) -> Floats:
        """Score rows of traits, each of which has at least one: rows x labels."""
        codes = np.fromiter((code for row in rows for code in row), dtype=np.int64)
        starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
        wide = np.add.reduceat(self.wide[codes], starts, axis=0)
        deep = np.add.reduceat(self.deep[codes], starts, axis=0)
        scores: Floats = wide + np.maximum(deep + self.hidden, 0) @ self.out.T + self.bias
        return scores


def packed(network: Network) -> Mapping[str, NDArray[np.generic]]:
    """Give the arrays of a network to be saved, the tables in bytes."""
    found: dict[str, NDArray[np.generic]] = {
        "hidden": network.hidden,
        "out": network.out,
        "bias": network.bias,
    }
    for name, table in (("wide", network.wide), ("deep", network.deep)):
        step = np.abs(table).max() / _LEVELS
        found |= {name: np.rint(table / step).astype(np.int8), f"{name} step": np.array(step)}
    return found


@cache
def networks(weights: Path, *names: str) -> Sequence[Sequence[Network]]:
    """Load the networks of some names from a file of weights, those of each beginning together.

    Raises FileNotFoundError where there is no such file, and KeyError where it lacks one of the names.
    """
    with np.load(weights) as kept:
        arrays = dict(kept)
    beginnings = range(int(arrays["beginnings"]))
    return [[_unpacked(arrays, f"{seed} {name}") for name in names] for seed in beginnings]


def _unpacked(arrays: Mapping[str, Floats], name: str) -> Network:
    tables = (arrays[f"{name} {part}"] * arrays[f"{name} {part} step"] for part in ("wide", "deep"))
    others = (arrays[f"{name} {part}"] for part in ("hidden", "out", "bias"))
    return Network(*(array.astype(np.float32) for array in (*tables, *others)))
