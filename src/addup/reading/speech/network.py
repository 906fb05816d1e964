"""The small networks by which attributions are found: their weights, and how they score.

Each has two sides. One looks up what it is told of a word or of a candidate (codes of lemmas, tags, and so
on) in tables of learnt vectors, puts them in a row with plain numbers, and scores the row through a hidden
layer, as in Chen and Manning, "A fast and accurate dependency parser using neural networks" (EMNLP 2014): it
knows what is alike. The other has a weight for each combination of codes worth knowing by heart ("call" with
"for"), found by feature hashing (Weinberger et al., ICML 2009). Both together do better than either: Cheng et
al., "Wide & deep learning" (2016). numpy suffices to run them; `training/network.py` finds the weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from addup.tables import table as load_table

Floats = NDArray[np.float32]
Codes = NDArray[np.int64]

# Places for the weights of combinations, as a power of two: so many that few of those that count share one.
PLACES = 20
_ODD, _SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(31)


@dataclass(frozen=True, slots=True)
class Rows:
    """What a network is told, a row for each word or candidate: codes to look up, and plain numbers.

    Codes are found and used column by column and lie so in memory.
    """

    codes: Codes
    numbers: Floats

    def __len__(self) -> int:
        return len(self.codes)


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of codes are, and which are combined.

    `names` are those of the columns; the first of them are looked up in `tables`, the rest are small numbers
    that only serve combinations. `crosses` names the columns of each combination, three at most.
    """

    names: tuple[str, ...]
    tables: tuple[str, ...]
    crosses: tuple[tuple[str, ...], ...]

    def combined(self) -> NDArray[np.int64]:
        """Give the columns of each combination; -1 for a third that is not there."""
        wanted = [[self.names.index(name) for name in cross] for cross in self.crosses]
        return np.array([[*columns, -1, -1][:3] for columns in wanted], dtype=np.int64)


@dataclass(frozen=True)
class Network:
    """The weights: tables of vectors, a hidden layer, and those of combinations, each for some labels.

    The vector for code 0, which stands for nothing, is 0.
    """

    layout: Layout
    tables: Mapping[str, Floats]
    hidden: Floats
    bias: Floats
    output: Floats
    crossed: Floats

    @cached_property
    def _combined(self) -> NDArray[np.int64]:
        return self.layout.combined()

    @property
    def _crossed_rows(self) -> Floats:
        """The weights of combinations, with what fills up their rows if there is any."""
        whole = self.crossed.base
        return self.crossed if whole is None else whole

    @cached_property
    def _by_table(self) -> list[tuple[str, NDArray[np.int64], Floats]]:
        """The columns of each table, and their part of the hidden layer: a few large steps are faster."""
        ends = np.cumsum([self.tables[name].shape[1] for name in self.layout.tables])
        parts = []
        for table in dict.fromkeys(self.layout.tables):
            columns = [place for place, name in enumerate(self.layout.tables) if name == table]
            length = self.tables[table].shape[1]
            layers = [self.hidden[ends[place] - length : ends[place]] for place in columns]
            parts.append((table, np.array(columns, dtype=np.int64), np.concatenate(layers)))
        return parts

    def scores(self, rows: Rows) -> Floats:
        """Give the scores of each row, one for each label of the network."""
        layer: Floats = rows.numbers @ self.hidden[-rows.numbers.shape[1] :] + self.bias
        for table, columns, weights in self._by_table:
            looked_up = self.tables[table].take(rows.codes.T.take(columns, axis=0).T, axis=0)
            layer += looked_up.reshape(len(rows), -1) @ weights
        by_heart: Floats = self._crossed_rows.take(self.places(rows), axis=0).sum(axis=0)
        return np.maximum(layer, np.float32(0)) @ self.output + by_heart[:, : self.output.shape[1]]

    def places(self, rows: Rows) -> NDArray[np.int64]:
        """Give where the weights of each combination (rows) are for each word or candidate (columns)."""
        codes = np.zeros((rows.codes.shape[1] + 1, len(rows)), dtype=np.uint64)  # the last one is nothing
        codes[:-1] = rows.codes.T
        first = np.arange(1, len(self._combined) + 1, dtype=np.uint64)[:, None] * _ODD
        mixed = np.repeat(first, len(rows), axis=1)
        for place in range(3):
            mixed ^= codes.take(self._combined[:, place], axis=0)
            mixed *= _ODD
            mixed ^= mixed >> _SHIFT
        mixed *= _ODD
        mixed >>= np.uint64(64 - PLACES)
        return mixed.view(np.int64)

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """Give the weights as named arrays of half precision, which changes next to no choice."""
        parts = {"hidden": self.hidden, "bias": self.bias, "output": self.output, **self.tables}
        stored: dict[str, NDArray[Any]] = {
            f"{name}.{part}": array.astype(np.float16) for part, array in parts.items()
        }
        used = np.flatnonzero(np.abs(self.crossed).max(axis=1) > 5e-3)
        stored[f"{name}.crossed"] = self.crossed[used].astype(np.float16)
        stored[f"{name}.places"] = used.astype(np.uint32)
        return stored

    @classmethod
    def of_arrays(cls, name: str, layout: Layout, stored: Mapping[str, NDArray[Any]]) -> Network:
        """Take the weights from what `arrays` gave."""
        own = {key.removeprefix(f"{name}."): stored[key] for key in stored if key.startswith(f"{name}.")}
        used = own.pop("crossed")
        labels = used.shape[1]
        # Rows of four numbers are looked up in half the time that those of three take.
        filled_up = np.zeros((1 << PLACES, 1 << (labels - 1).bit_length()), dtype=np.float32)
        crossed = filled_up[:, :labels]
        crossed[own.pop("places")] = used
        parts = {part: array.astype(np.float32) for part, array in own.items()}
        layers = (parts.pop("hidden"), parts.pop("bias"), parts.pop("output"))
        return cls(layout, parts, *layers, crossed)


def odds(scores: Floats) -> Floats:
    """Give the probabilities of labels from their scores, row by row."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    total: Floats = raised / raised.sum(axis=1, keepdims=True)
    return total


def layout(places: Mapping[str, Sequence[str]], extra: Sequence[str], network: str) -> Layout:
    """Name the columns by place and table ("anchor lemma"), then the extra ones; read the combinations."""
    columns = [(f"{place} {table}", table) for place, tables in places.items() for table in tables]
    crosses = load_table("addup.reading.speech", "crosses")[network]
    return Layout(
        (*(name for name, _ in columns), *extra),
        tuple(table for _, table in columns),
        tuple(tuple(cross.split(" + ")) for cross in crosses),
    )


def read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Read the arrays of a file of weights."""
    with np.load(path) as stored:
        return {name: stored[name] for name in stored.files}
