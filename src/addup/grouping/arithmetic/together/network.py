"""The small networks that weigh which numbers belong together, and their weights.

There is one for figures in their roles and one for two figures each. Both look vectors up for the traits that
they are told, add them up and score them in two ways: with a weight for each trait by itself, and through a
hidden layer, which knows what comes together (Cheng et al., "Wide & deep learning", 2016).
`training/together.py` finds the weights, several times from other beginnings: what they say is averaged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
WEIGHTS = Path(__file__).with_name("weights.npz")
"""What `training/together.py` writes."""
_LEVELS = 127
"""Tables are kept in bytes, in steps of their largest number."""


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
def networks() -> Sequence[tuple[Network, Network]]:
    """Load the networks for figures and for two figures each, one pair from each beginning."""
    with np.load(WEIGHTS) as kept:
        arrays = dict(kept)
    beginnings = range(int(arrays["beginnings"]))
    return [(_unpacked(arrays, f"{seed} figure"), _unpacked(arrays, f"{seed} pair")) for seed in beginnings]


def _unpacked(arrays: Mapping[str, Floats], name: str) -> Network:
    tables = (arrays[f"{name} {part}"] * arrays[f"{name} {part} step"] for part in ("wide", "deep"))
    others = (arrays[f"{name} {part}"] for part in ("hidden", "out", "bias"))
    return Network(*(array.astype(np.float32) for array in (*tables, *others)))
