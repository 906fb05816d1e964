"""The weights by which attributions are found: a log-linear model over named features.

The model is small enough to be a table: every feature has a place in one list of weights, found from its
name by a checksum (feature hashing: Weinberger et al., "Feature hashing for large scale multitask
learning", ICML 2009), and a score is the sum of the weights of the features that hold.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

# Large enough that few of the features that count share a place.
SIZE = 1 << 20
_MASK = SIZE - 1


@dataclass(frozen=True)
class Scorer:
    """The weights, and how often each lemma is the head of a cue in the training data."""

    weights: Sequence[float]
    reports: dict[str, float]

    def score(self, task: str, features: Iterable[str]) -> float:
        """The score of one choice of a task ("cue", "extent", "source", "content")."""
        weights, checksum, seed = self.weights, zlib.crc32, zlib.crc32(task.encode())
        return sum([weights[checksum(name.encode(), seed) & _MASK] for name in features])

    @classmethod
    def load(cls, folder: Path) -> Scorer:
        """Read the weights and the lemmas from the folder of the pipeline."""
        with np.load(folder / "attribution_weights.npz") as stored:
            weights = np.zeros(SIZE, dtype=np.float32)
            weights[stored["places"]] = stored["weights"]
        reports = json.loads((folder / "attribution_lemmas.json").read_text(encoding="utf8"))
        return cls(array("f", weights.tolist()), reports)

    def save(self, folder: Path) -> None:
        """Write what `load` reads; weights are kept to three digits or so, which changes no choice."""
        weights = np.asarray(self.weights, dtype=np.float32)
        places = np.flatnonzero(np.abs(weights) > 1e-3).astype(np.uint32)
        np.savez_compressed(
            folder / "attribution_weights.npz", places=places, weights=weights[places].astype(np.float16)
        )
        text = json.dumps(self.reports, ensure_ascii=False, indent=0, sort_keys=True)
        (folder / "attribution_lemmas.json").write_text(text + "\n", encoding="utf8")


def places(task: str, features: Iterable[str]) -> list[int]:
    """Where the weights of the features are, for the training."""
    seed = zlib.crc32(task.encode())
    return [zlib.crc32(name.encode(), seed) & _MASK for name in features]
