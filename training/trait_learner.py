"""Networks of `addup.reading.trait_network` as they learn."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from rich.progress import track
from torch import Tensor, nn

from addup.reading.trait_network import PLACES, Network, packed

DROPPED_TRAITS, DROPPED_UNITS = 0.15, 0.3
DECAY, STEP, LAST_STEP = 0.001, 0.004, 0.0001

Given = TypeVar("Given")
Read = TypeVar("Read")


class Learner(nn.Module):
    """A network that scores rows of traits for some labels, as it learns."""

    def __init__(self, size: int, labels: int) -> None:
        super().__init__()
        self.wide = nn.EmbeddingBag(PLACES, labels, mode="sum")
        self.deep = nn.EmbeddingBag(PLACES, size, mode="sum")
        nn.init.zeros_(self.wide.weight)
        nn.init.normal_(self.deep.weight, 0, 0.1)
        self.hidden = nn.Parameter(torch.zeros(size))
        self.out = nn.Linear(size, labels)
        self.drop = nn.Dropout(DROPPED_UNITS)

    def forward(self, codes: Tensor, starts: Tensor) -> Tensor:
        """Score rows of traits: rows x labels."""
        kept = None
        if self.training:
            kept = (torch.rand(len(codes)) > DROPPED_TRAITS).float() / (1 - DROPPED_TRAITS)
        deep = torch.relu(self.deep(codes, starts, per_sample_weights=kept) + self.hidden)
        wide: Tensor = self.wide(codes, starts, per_sample_weights=kept)
        return wide + self.out(self.drop(deep))

    def network(self) -> Network:
        """Give what was learnt."""
        arrays = (self.wide.weight, self.deep.weight, self.hidden, self.out.weight, self.out.bias)
        return Network(*(array.detach().numpy().astype(np.float32) for array in arrays))

    def decay(self) -> Tensor:
        """Give what large weights cost."""
        return DECAY * ((self.wide.weight**2).sum() + (self.deep.weight**2).sum())


def descend(
    learners: Sequence[Learner],
    given: Sequence[Given],
    loss_of: Callable[[Sequence[Given]], Tensor],
    *,
    passes: int,
    batch: int,
    seed: int,
) -> None:
    """Teach learners what is given, some of it at a time, by Adam (Kingma and Ba, ICLR 2015)."""
    chance = random.Random(seed)
    together = nn.ModuleList(learners)
    adam = torch.optim.Adam(together.parameters(), lr=STEP)
    order = list(given)
    for done in range(passes):
        together.train()
        chance.shuffle(order)
        starts = range(0, len(order), batch)
        for start in track(starts, f"seed {seed}, pass {done + 1}", transient=True):
            loss = loss_of(order[start : start + batch])
            adam.zero_grad()
            sum((one.decay() for one in learners), loss).backward()
            adam.step()
        for group in adam.param_groups:
            group["lr"] = STEP * (1 - (done + 1) / passes) + LAST_STEP
    together.eval()


def read(texts: Sequence[Given], into: Callable[[Given], Read]) -> list[Read]:
    """Read texts into what is learnt from, on all processors."""
    with ProcessPoolExecutor() as pool:
        return list(track(pool.map(into, texts, chunksize=8), "reading", len(texts), transient=True))


def rows_of(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Put rows of traits behind each other: all codes, and where each row starts."""
    starts = [0, *accumulate(len(row) for row in rows[:-1])]
    return torch.tensor([code for row in rows for code in row]), torch.tensor(starts[: len(rows)])


def save(weights: Path, learnt: Sequence[Mapping[str, Learner]]) -> None:
    """Write the networks of each beginning, by their names."""
    arrays: dict[str, object] = {"beginnings": len(learnt)}
    for seed, named in enumerate(learnt):
        for name, one in named.items():
            arrays |= {f"{seed} {name} {part}": array for part, array in packed(one.network()).items()}
    np.savez_compressed(weights, **arrays)
