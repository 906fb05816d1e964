"""Find the weights of the small networks of `addup.reading.speech.network` by gradient descent.

Adam for the layers (Kingma and Ba, ICLR 2015), AdaGrad by row for the tables of vectors, dropout against
learning by heart (Srivastava et al., JMLR 2014). numpy suffices; the seed fixes all chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from addup.reading.speech.network import PLACES, Codes, Floats, Layout, Network, Rows, odds

# Lengths of the vectors by what they stand for; of any other table 6.
LENGTHS = {"lemma": 16, "way": 12, "share": 4, "name": 4}
STEP, TABLE_STEP, CROSS_STEP = 0.001, 0.02, 0.05
# Combinations seen fewer times than this in the training are left out.
FEWEST = 4
DROPOUT = 0.3
_MOMENTUM, _SCALE, _SMALLEST = 0.9, 0.999, 1e-6
_CHUNK = 20_000
# Gives the places of the rows of each step of an epoch.
Batches = Callable[[np.random.Generator], Iterator[NDArray[np.int64]]]
# Gives the slopes of the loss by scores, for the rows at some places.
Slopes = Callable[[Floats, NDArray[np.int64]], Floats]


def blank(
    layout: Layout, sizes: Mapping[str, int], numbers: int, hidden: int, labels: int, seed: int
) -> Network:
    """A network before it has learnt anything."""
    chance = np.random.default_rng(seed)
    tables = {}
    for name in sorted(set(layout.tables)):
        table = chance.normal(0, 0.1, (sizes[name], LENGTHS.get(name, 6))).astype(np.float32)
        table[0] = 0
        tables[name] = table
    width = sum(tables[name].shape[1] for name in layout.tables) + numbers
    layer = chance.normal(0, np.sqrt(2 / width), (width, hidden)).astype(np.float32)
    output = np.zeros((hidden, labels), dtype=np.float32)
    crossed = np.zeros((1 << PLACES, labels), dtype=np.float32)
    return Network(layout, tables, layer, np.zeros(hidden, dtype=np.float32), output, crossed)


def descend(
    network: Network,
    rows: Rows,
    batches: Batches,
    slopes: Slopes,
    *,
    epochs: int,
    seed: int,
) -> None:
    """Fit the weights in place."""
    learner = Learner(network, np.random.default_rng(seed), _rare(network, rows))
    order = np.random.default_rng(seed + 1)
    for epoch in range(epochs):
        rate = STEP * (1 - epoch / epochs)
        for places in batches(order):
            scores = learner.forward(Rows(rows.codes[places], rows.numbers[places].astype(np.float32)))
            learner.backward(slopes(scores, places), rate)


@dataclass
class Learner:
    """One network and what its descent remembers."""

    network: Network
    chance: np.random.Generator
    rare: NDArray[np.bool_]
    steps: int = 0
    means: list[Floats] = field(init=False)
    squares: list[Floats] = field(init=False)
    table_squares: dict[str, Floats] = field(init=False)
    crossed_squares: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.means = [np.zeros_like(layer) for layer in self._layers()]
        self.squares = [np.zeros_like(layer) for layer in self._layers()]
        self.crossed_squares = np.full(self.network.crossed.shape, 1e-2, dtype=np.float32)
        self.table_squares = {
            name: np.full(len(table), 1e-8, dtype=np.float32) for name, table in self.network.tables.items()
        }

    def _layers(self) -> tuple[Floats, Floats, Floats]:
        return self.network.hidden, self.network.bias, self.network.output

    def forward(self, rows: Rows) -> Floats:
        """The scores with some of the inputs and hidden units left out by chance."""
        network = self.network
        found = [
            network.tables[name][rows.codes[:, place]] for place, name in enumerate(network.layout.tables)
        ]
        self.codes = rows.codes
        self.kept_inputs = self._kept((len(rows), network.hidden.shape[0]))
        self.inputs: Floats = np.concatenate([*found, rows.numbers], axis=1) * self.kept_inputs
        layer = self.inputs @ network.hidden + network.bias
        self.kept_units = self._kept(layer.shape) * (layer > 0)
        self.units: Floats = layer * self.kept_units
        self.places = network.places(rows).T
        scores: Floats = self.units @ network.output + network.crossed[self.places].sum(axis=1)
        return scores

    def _kept(self, shape: tuple[int, ...]) -> Floats:
        kept = self.chance.random(shape, dtype=np.float32) >= DROPOUT
        return kept.astype(np.float32) / np.float32(1 - DROPOUT)

    def backward(self, slopes: Floats, rate: float) -> None:
        """One step down the slopes of the loss by the scores that `forward` gave."""
        network = self.network
        slopes = slopes.astype(np.float32)
        units: Floats = (slopes @ network.output.T) * self.kept_units
        inputs: Floats = (units @ network.hidden.T) * self.kept_inputs
        gradients = (self.inputs.T @ units, units.sum(axis=0), self.units.T @ slopes)
        self.steps += 1
        for place, (layer, gradient) in enumerate(zip(self._layers(), gradients, strict=True)):
            mean, square = self.means[place], self.squares[place]
            mean[...] += (1 - _MOMENTUM) * (gradient - mean)
            square[...] += (1 - _SCALE) * (gradient * gradient - square)
            size = np.sqrt(square / (1 - _SCALE**self.steps)) + _SMALLEST
            layer[...] -= rate / (1 - _MOMENTUM**self.steps) * mean / size
        self._descend_tables(inputs, rate * TABLE_STEP / STEP)
        self._descend_crossed(slopes)

    def _descend_crossed(self, slopes: Floats) -> None:
        """AdaGrad for the combinations, which need no falling rate."""
        each = np.repeat(np.arange(len(slopes)), self.places.shape[1])
        places = self.places.ravel()
        common = ~self.rare[places]
        order = np.argsort(places[common], kind="stable")
        places, each = places[common][order], each[common][order]
        starts = np.flatnonzero(np.append(True, places[1:] != places[:-1]))
        gradient = np.add.reduceat(slopes[each], starts, axis=0)
        squares = self.crossed_squares
        squares[places[starts]] += gradient * gradient
        self.network.crossed[places[starts]] -= CROSS_STEP * gradient / np.sqrt(squares[places[starts]])

    def _descend_tables(self, inputs: Floats, rate: float) -> None:
        parts: dict[str, list[tuple[Codes, Floats]]] = {}
        first = 0
        for place, name in enumerate(self.network.layout.tables):
            length = self.network.tables[name].shape[1]
            parts.setdefault(name, []).append((self.codes[:, place], inputs[:, first : first + length]))
            first += length
        for name, some in parts.items():
            codes, gradient = _sum_by_code(some)
            squares = self.table_squares[name]
            squares[codes] += (gradient * gradient).mean(axis=1)
            self.network.tables[name][codes] -= (
                rate * gradient / (np.sqrt(squares[codes])[:, None] + _SMALLEST)
            )


def _rare(network: Network, rows: Rows) -> NDArray[np.bool_]:
    """Where combinations lie that are seen too few times to learn from."""
    seen = np.zeros(1 << PLACES, dtype=np.int64)
    for start in range(0, len(rows), _CHUNK):
        part = Rows(rows.codes[start : start + _CHUNK], rows.numbers[start : start + _CHUNK])
        seen += np.bincount(network.places(part).ravel(), minlength=1 << PLACES)
    return seen < FEWEST


def _sum_by_code(some: Sequence[tuple[Codes, Floats]]) -> tuple[Codes, Floats]:
    """Each code but 0 once, with the sum of its gradients."""
    codes = np.concatenate([codes for codes, _ in some])
    gradients = np.concatenate([gradient for _, gradient in some])
    order = np.argsort(codes, kind="stable")
    codes = codes[order]
    starts = np.flatnonzero(np.append(True, codes[1:] != codes[:-1])) if len(codes) else np.array([], int)
    sums: Floats = np.add.reduceat(gradients[order], starts, axis=0)
    codes = codes[starts]
    return codes[codes > 0], sums[codes > 0]


def label_slopes(wanted: Floats) -> Slopes:
    """For rows whose labels have chances (rows, labels): the loss is the cross entropy with these.

    Learning from the chances of a larger network is distillation (Hinton, Vinyals and Dean, 2015).
    """

    def slopes(scores: Floats, places: NDArray[np.int64]) -> Floats:
        slope: Floats = odds(scores) - wanted[places]
        return slope

    return slopes


def choice_slopes(
    groups: NDArray[np.int64], right: NDArray[np.bool_], said: Floats | None = None, of_said: float = 0
) -> Slopes:
    """For rows that compete in groups: the loss is the surprise at the right ones of a group together.

    `groups` numbers the group of each row; the rows of one group stand together. `said` has the chances that
    a larger network gives to the rows of each group, and `of_said` is how much of what is learnt they are.
    """

    def slopes(scores: Floats, places: NDArray[np.int64]) -> Floats:
        starts = np.flatnonzero(np.append(True, groups[places][1:] != groups[places][:-1]))
        sizes = np.diff(np.append(starts, len(places)))
        raised = np.exp(scores[:, 0] - np.repeat(np.maximum.reduceat(scores[:, 0], starts), sizes))
        chances = raised / np.repeat(np.add.reduceat(raised, starts), sizes)
        target = chances * right[places]
        target /= np.repeat(np.add.reduceat(target, starts), sizes) + np.float32(1e-20)
        if said is not None:
            target += of_said * (said[places] - target)
        slope: Floats = (chances - target)[:, None]
        return slope

    return slopes


def batches_of_rows(size: int, batch: int) -> Batches:
    """Steps of so many rows each, in a new order every epoch."""

    def batches(chance: np.random.Generator) -> Iterator[NDArray[np.int64]]:
        order = chance.permutation(size)
        for start in range(0, size, batch):
            yield order[start : start + batch]

    return batches


def batches_of_groups(bounds: NDArray[np.int64], batch: int) -> Batches:
    """Steps of so many whole groups each; `bounds` has the first row of each group and the number of rows."""

    def batches(chance: np.random.Generator) -> Iterator[NDArray[np.int64]]:
        order = chance.permutation(len(bounds) - 1)
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            yield np.concatenate([np.arange(bounds[one], bounds[one + 1]) for one in chosen])

    return batches
