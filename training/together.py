# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "numpy", "rich"]
# ///
"""Teach `addup.grouping.arithmetic.together` which numbers of a report belong together.

    uv run --script training/together.py [--articles FILE.jsonl.gz]

It learns from reports with marked numbers (`marked_reports.py`). Of texts whose numbers are true but not
marked (the planted dossiers of the benchmarks without their clashes, and articles) it learns which numbers do
not belong together, since they do not agree. What is learnt without every fifth marked report is measured on
these; then all are learnt from, and the weights are written where they are used. addup must be importable.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from marked_reports import Example, example, reports, true_texts
from torch import Tensor
from trait_learner import Learner, descend, read, rows_of, save

from addup.grouping.arithmetic.together.candidates import PAIRS, ROLES
from addup.grouping.arithmetic.together.weigh import WEIGHTS

BEGINNINGS = 3
HELD_OUT = 5
FIGURE_SIZE, PAIR_SIZE = 16, 32
EPOCHS, BATCH = 5, 8
REPORTS = 5060
"""So many of the marked reports are learnt from: of half as many more nothing is won (docs/benchmarks.md)."""
GOLD = 3.0
"""A number whose relation is marked counts as much as so many that are the result of nothing."""


@dataclass(frozen=True)
class Arrays:
    """An example as arrays: rows of traits, and which scores each candidate of each figure adds up.

    `terms` are places in the scores of all figures and then of all pairs, `candidates` says of which
    candidate each is, `groups` of which figure a candidate is.
    """

    figures: tuple[Tensor, Tensor]
    pairs: tuple[Tensor, Tensor]
    terms: Tensor
    candidates: Tensor
    groups: Tensor
    worth: Tensor
    gold: Tensor


def arrays(one: Example) -> Arrays:
    """Put an example into arrays."""
    figures = [place for place, rows in enumerate(one.told.places) if rows]
    rows = [row for place in figures for row in one.told.places[place]]
    sizes = [len(one.told.places[place]) for place in figures]
    return Arrays(
        rows_of(one.told.figures),
        rows_of(one.told.pairs),
        torch.tensor([term for row in rows for term in row]),
        torch.repeat_interleave(torch.tensor([len(row) for row in rows])),
        torch.repeat_interleave(torch.tensor(sizes)),
        torch.tensor([value for place in figures for value in one.worth[place]]),
        torch.tensor([one.gold[place] for place in figures]),
    )


def batch(examples: Sequence[Arrays]) -> Arrays:
    """Put some examples one behind the other."""
    limits = [len(one.figures[1]) * len(ROLES) for one in examples]
    figures, pairs = (_joined([getattr(one, name) for one in examples]) for name in ("figures", "pairs"))
    terms, at, behind = [], 0, sum(limits)
    for one, limit in zip(examples, limits, strict=True):
        terms.append(torch.where(one.terms < limit, one.terms + at, one.terms - limit + behind))
        at += limit
        behind += len(one.pairs[1]) * len(PAIRS)
    return Arrays(
        figures,
        pairs,
        torch.cat(terms),
        _shifted([one.candidates for one in examples], [len(one.groups) for one in examples]),
        _shifted([one.groups for one in examples], [len(one.gold) for one in examples]),
        torch.cat([one.worth for one in examples]),
        torch.cat([one.gold for one in examples]),
    )


def _joined(rows: Sequence[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor]:
    codes, starts = zip(*rows, strict=True)
    return torch.cat(codes), _shifted(starts, [len(one) for one in codes])


def _shifted(tensors: Sequence[Tensor], sizes: Sequence[int]) -> Tensor:
    """Number on from one tensor to the next."""
    starts = np.cumsum([0, *sizes[:-1]]).tolist()
    return torch.cat([one + start for one, start in zip(tensors, starts, strict=True)])


def chances(scores: Tensor, groups: Tensor, many: int) -> Tensor:
    """Give the logarithm of the sum of the exponentials of scores, by group."""
    most = torch.full((many,), -1e9).scatter_reduce(0, groups, scores.detach(), "amax")
    return most + torch.log(torch.zeros(many).index_add(0, groups, torch.exp(scores - most[groups])) + 1e-12)


def weigh(figure: Learner, pair: Learner, given: Arrays) -> Tensor:
    """Score the candidates of a batch."""
    scores = torch.cat([figure(*given.figures).flatten(), pair(*given.pairs).flatten()])
    return torch.zeros(len(given.groups)).index_add(0, given.candidates, scores[given.terms])


def learn(examples: Sequence[Arrays], seed: int) -> tuple[Learner, Learner]:
    """Learn from examples."""
    torch.manual_seed(seed)
    figure, pair = Learner(FIGURE_SIZE, len(ROLES)), Learner(PAIR_SIZE, len(PAIRS))
    with torch.no_grad():
        for role in ("none", "percent of none", "multiple of none"):
            figure.out.bias[ROLES.index(role)] = 3.0

    def loss_of(some: Sequence[Arrays]) -> Tensor:
        given = batch(some)
        many = len(given.gold)
        scores = weigh(figure, pair, given)
        right = chances(scores + given.worth, given.groups, many) - chances(scores, given.groups, many)
        return -(right * torch.where(given.gold, GOLD, 1.0)).sum() / BATCH

    descend((figure, pair), examples, loss_of, passes=EPOCHS, batch=BATCH, seed=seed)
    return figure, pair


def measure(learnt: Sequence[tuple[Learner, Learner]], examples: Sequence[Example]) -> None:
    """Print how many marked relations are the likeliest of their result, and how others are taken."""
    right = marked = wrong = others = 0
    for one in examples:
        given = arrays(one)
        with torch.no_grad():
            every = [torch.softmax(part, 0) for part in _split(learnt, given)]
        place = 0
        for rows, is_gold, rights in zip(one.told.places, one.gold, one.rights, strict=True):
            if not rows:
                continue
            best = int(every[place].argmax())
            place += 1
            if is_gold:
                marked += 1
                right += best > 0 and rights[best - 1]
            else:
                others += 1
                wrong += best > 0
    print(f"{right} of {marked} marked relations found; {wrong} of {others} other numbers taken for results")


def _split(learnt: Sequence[tuple[Learner, Learner]], given: Arrays) -> Sequence[Tensor]:
    """Give the logarithms of the mean chances of the candidates of each figure."""
    sizes = torch.bincount(given.groups).tolist()
    every = [torch.split(weigh(figure, pair, given), sizes) for figure, pair in learnt]
    return [
        torch.stack([torch.softmax(one, 0) for one in parts]).mean(0).log()
        for parts in zip(*every, strict=True)
    ]


def main() -> None:
    """Learn, measure, and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, help="true articles to learn from, a line of JSON each")
    given = parser.parse_args()
    torch.set_num_threads(1)
    every = [*reports()[:REPORTS], *true_texts(given.articles)]
    numbers = read(every, example)
    found = [
        (one, report.relations is not None and index % HELD_OUT == 0)
        for index, (one, report) in enumerate(zip(numbers, every, strict=True))
        if one is not None
    ]
    most = [arrays(one) for one, is_held in found if not is_held]
    measure([learn(most, seed) for seed in range(BEGINNINGS)], [one for one, is_held in found if is_held])
    every_one = [arrays(one) for one, _ in found]
    learnt = [learn(every_one, seed) for seed in range(BEGINNINGS)]
    save(WEIGHTS, [{"figure": figure, "pair": pair} for figure, pair in learnt])


if __name__ == "__main__":
    main()
