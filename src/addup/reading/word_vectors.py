"""Vectors of a hundred thousand common words, learnt by others from far more news than addup learnt from.

They are those of GloVe, trained on Wikipedia and Gigaword (AP, AFP, New York Times, Xinhua and others), and
tell the encoder what words mean that its own training lacks.

Source: Pennington, Socher and Manning, GloVe: Global Vectors for Word Representation, EMNLP 2014; the set
glove.6B.100d, put into the public domain (PDDL 1.0).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import LOWER
from spacy.strings import get_string_id
from spacy.vectors import BaseVectors
from spacy.vocab import Vocab

FILE = "word_vectors.npz"
"""The name of the file in the folder of a vocabulary."""
_LEVELS = 127  # a number is kept as a whole number of steps between this and its negative


class WordVectors(BaseVectors):  # type: ignore[misc]
    """A table from lower-case words to vectors, in the form in which spaCy asks for them.

    The numbers are kept in a byte each, in steps of the largest of all.
    """

    attr = LOWER
    name, mode = "glove.6B.100d", "addup"

    def __init__(self, keys: npt.NDArray[np.uint64], steps: npt.NDArray[np.int8], size: float) -> None:
        """Take the hashes of the words in rising order, their vectors in steps, and the size of a step."""
        super().__init__()
        self._keys, self.data, self._size = keys, steps, np.float32(size)

    @classmethod
    def of(cls, words: list[str], vectors: npt.NDArray[np.float32]) -> WordVectors:
        """Make the table from words and their vectors, a row each."""
        keys = np.array([cls.key(word) for word in words], dtype=np.uint64)
        order = keys.argsort()
        size = float(np.abs(vectors).max(initial=0)) / _LEVELS or 1.0
        return cls(keys[order], np.rint(vectors[order] / size).astype(np.int8), size)

    @staticmethod
    def key(word: str) -> int:
        """Give the hash by which spaCy and this table know a word."""
        return int(get_string_id(word))

    def to_disk(self, path: Path, **_: Any) -> None:
        """Write the table into the folder of a vocabulary, as spaCy asks for it."""
        np.savez(Path(path) / FILE, keys=self._keys, steps=self.data, size=self._size)

    def from_disk(self, path: Path, **_: Any) -> WordVectors:
        """Read what `to_disk` wrote."""
        with np.load(Path(path) / FILE, allow_pickle=False) as kept:
            self._keys, self.data, self._size = kept["keys"], kept["steps"], np.float32(kept["size"])
        return self

    def get_batch(self, keys: Any) -> npt.NDArray[np.float32]:
        """Give a row for each hash of a word: its vector, or zeros."""
        asked = np.asarray(keys, dtype=np.uint64)
        if not len(self._keys):
            return np.zeros((len(asked), self.shape[1]), dtype=np.float32)
        rows = np.minimum(np.searchsorted(self._keys, asked), len(self._keys) - 1)
        vectors = self.data[rows] * self._size
        vectors[self._keys[rows] != asked] = 0
        return vectors

    def __getitem__(self, key: int) -> npt.NDArray[np.float32]:
        """Give the vector of one word."""
        vector: npt.NDArray[np.float32] = self.get_batch([key])[0]
        return vector

    def __contains__(self, key: int) -> bool:
        """Say whether a word has a vector."""
        return bool(self.get_batch([key]).any())

    @property
    def shape(self) -> tuple[int, int]:
        """The number of words and of numbers in each vector."""
        rows, width = self.data.shape
        return rows, width

    def __len__(self) -> int:
        """Give the number of words."""
        return len(self._keys)

    @property
    def vectors_length(self) -> int:
        """The numbers in each vector."""
        return self.shape[1]

    @property
    def n_keys(self) -> int:
        """The number of words, by the name that spaCy asks for it."""
        return len(self._keys)

    @property
    def size(self) -> int:
        """How many numbers there are in all."""
        return int(self.data.size)


def create_word_vectors() -> Callable[[Vocab], WordVectors]:
    """Give what makes the empty table of a pipeline that is loaded, by the name in its configuration."""
    return lambda _vocab: WordVectors.of([], np.zeros((0, 0), dtype=np.float32))
