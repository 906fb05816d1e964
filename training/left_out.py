# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "numpy", "rich"]
# ///
"""Teach `addup.reading.amounts.left_out.learnt` which unit a bare number has.

    uv run --script training/left_out.py [--articles FILE.jsonl.gz]

It learns from reports in which bare numbers are marked with the unit that they leave out, or with none
(`left_out_units.txt`), and from those with marked relations (`together_reports.txt`): the whole of a sum has
the unit of its parts. Of other texts it learns that bare numbers mostly count things. What is learnt without
every fifth marked report is measured on these; then all are learnt from, and the weights are written where
they are used. addup must be importable.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import torch
from marked_reports import HERE, PUBLISHED, Report, Roles, Span, reports, true_texts, without_marks
from torch import Tensor
from trait_learner import Learner, descend, read, rows_of, save

import addup
from addup.reading.amounts import find
from addup.reading.amounts.left_out.learnt import WEIGHTS, Bare, bare_numbers, chances
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.words_around import Around

UNITS = HERE / "left_out_units.txt"
BEGINNINGS = 2
HELD_OUT = 5
SIZE = 24
EPOCHS, BATCH = 6, 64
SHARE = 8
"""The loss of a batch is divided by so much, which says how heavy it is beside the decay."""
LACKING = 3.0
"""A number that lacks a unit counts as much as so many that lack none."""
UNLIKELY = math.log(0.02)
"""What is lost where a number of an unmarked text is given a unit."""
NEVER = -20.0
_ALIKE = {
    "change": ("before", "after", "amount"),
    "sum": ("whole", "part", "less"),
    "difference": ("first", "second", "gap"),
    "share": ("whole", "part"),
    "product": ("each", "total"),
}
"""The roles of a relation that are all of one unit."""
_SCALES = frozenset({"thousand", "million", "billion", "trillion"})


@dataclass(frozen=True)
class Marked:
    """A text with bare numbers, and where each stands: with the words of its unit, or None without one."""

    text: str
    units: Mapping[Span, str | None]


@dataclass(frozen=True)
class Example:
    """A bare number, and what having no unit, and each amount that may give it one, is worth as an answer.

    `worth` are logarithms; `names` are the units of the amounts.
    """

    bare: Bare
    names: Sequence[str]
    worth: Sequence[float]
    words: str

    @property
    def lacks(self) -> bool:
        """Whether it is known to lack a unit."""
        return self.worth[0] == NEVER


def marked_units() -> Iterator[Marked]:
    """Read the texts whose bare numbers are marked."""
    for block in UNITS.read_text(encoding="utf8").split("\n====\n"):
        text, marks = without_marks(block)
        yield Marked(text, {span: None if unit == "-" else unit for span, unit in marks})


def heard(text: str, published: str | None) -> tuple[Sequence[Bare], Sequence[Mention]]:
    """Read a text up to where units are given; give its bare numbers and all numbers."""
    calls: list[tuple[Sequence[Bare], Sequence[Mention]]] = []

    def listen(around: Around, mentions: Sequence[Mention], dated: frozenset[int]) -> Sequence[Mention]:
        calls.append(([*bare_numbers(around, mentions, dated)], mentions))
        return mentions

    with patch.object(find, "give_learnt_units", listen):
        addup.read(text, published=published)
    return calls[-1] if calls else ((), ())


def examples(given: Report | Marked) -> Sequence[Example]:
    """Give the bare numbers of a text of which anything is known."""
    bares, mentions = heard(given.text, PUBLISHED if isinstance(given, Marked) else given.published)
    found = []
    for bare in bares:
        givers = [mentions[place] for place in bare.givers]
        right = _right(given, mentions, mentions[bare.place], givers)
        if right is None:
            continue
        if isinstance(given, Report) and given.relations is None:
            worth = [0.0, *(UNLIKELY for _ in givers)]
        else:
            worth = [NEVER if any(right) else 0.0, *(0.0 if each else NEVER for each in right)]
        names = [one.unit.name for one in givers if one.unit]
        number = mentions[bare.place]
        found.append(Example(bare, names, worth, given.text[max(0, number.start - 80) : number.right + 30]))
    return found


def _right(
    given: Report | Marked, mentions: Sequence[Mention], found: Mention, givers: Sequence[Mention]
) -> Sequence[bool] | None:
    """Say of each amount whether it has the unit that a number lacks; None if that is not known."""
    if isinstance(given, Marked):
        unit = next((unit for span, unit in given.units.items() if _stands(found, span)), "?")
        if unit == "?":
            return None
        words = () if unit is None else [word for word in unit.split() if word not in _SCALES]
        right = [any(word in given.text[one.left : one.right] for word in words) for one in givers]
        return right if unit is None or any(right) else None
    names = _units_alike(given.relations or (), mentions, found)
    if given.relations and names is None:
        return None
    right = [one.unit is not None and one.unit.name in (names or ()) for one in givers]
    return right if not names or any(right) else None


def _units_alike(
    relations: Sequence[tuple[str, Roles]], mentions: Sequence[Mention], found: Mention
) -> frozenset[str] | None:
    """Give the units that the numbers have with which one belongs together; None if it does with none."""
    units: frozenset[str] | None = None
    for kind, roles in relations:
        mine = [role for role, spans in roles.items() if any(_stands(found, span) for span in spans)]
        if mine and mine[0] in _ALIKE[kind]:
            spans = [span for role in _ALIKE[kind] for span in roles.get(role, ())]
            alike = [one for one in mentions if any(_stands(one, span) for span in spans)]
            units = (units or frozenset()) | {one.unit.name for one in alike if one.unit}
        elif mine and mine[0] in ("count", "factor"):
            units = units or frozenset()
    return units


def _stands(found: Mention, span: Span) -> bool:
    """Tell whether a number is one that was marked."""
    return found.start < span[1] and span[0] < found.end


def weigh(alone: Learner, pair: Learner, given: Sequence[Example]) -> Sequence[Tensor]:
    """Score of each example that the number has no unit, and that it has that of each amount."""
    first = alone(*rows_of([one.bare.traits for one in given]))[:, 0]
    others = pair(*rows_of([row for one in given for row in one.bare.pairs]))[:, 0]
    split = torch.split(others, [len(one.bare.pairs) for one in given])
    return [torch.cat([first[at : at + 1], part]) for at, part in enumerate(split)]


def learn(given: Sequence[Example], seed: int) -> Mapping[str, Learner]:
    """Learn from examples."""
    torch.manual_seed(seed)
    alone, pair = Learner(SIZE, 1), Learner(SIZE, 1)
    with torch.no_grad():
        alone.out.bias[0] = 3.0

    def loss_of(some: Sequence[Example]) -> Tensor:
        loss = torch.zeros(())
        for one, scores in zip(some, weigh(alone, pair, some), strict=True):
            right = torch.logsumexp(scores + torch.tensor(one.worth), 0) - torch.logsumexp(scores, 0)
            loss = loss - right * (LACKING if one.lacks else 1.0) / SHARE
        return loss

    descend((alone, pair), given, loss_of, passes=EPOCHS, batch=BATCH, seed=seed)
    return {"number": alone, "pair": pair}


def measure(learnt: Sequence[Mapping[str, Learner]], given: Sequence[Example]) -> None:
    """Print how many numbers get the unit that they lack, and how many one that they don't, by certainty."""
    networks = [(one["number"].network(), one["pair"].network()) for one in learnt]
    lacking = sum(one.lacks for one in given)
    rows = []
    for one in given:
        by_unit: dict[str, float] = {}
        rights: set[str] = set()
        for name, chance, worth in zip(one.names, chances(one.bare, networks), one.worth[1:], strict=True):
            by_unit[name] = by_unit.get(name, 0.0) + chance
            rights |= {name} if worth == 0.0 else set()
        best = max(by_unit, key=lambda name: by_unit[name])
        rows.append((by_unit[best], one.lacks, best in rights, best, one))
    for sure in (0.5, 0.6, 0.7, 0.8, 0.9):
        told = [row for row in rows if row[0] > sure]
        right = sum(row[1] and row[2] for row in told)
        other = sum(row[1] and not row[2] for row in told)
        false = sum(not row[1] for row in told)
        print(
            f"over {sure}: {right} of {lacking} get the unit that they lack, {other} another; "
            f"{false} of {len(given) - lacking} others get one"
        )
    for chance, lacks, is_right, unit, one in sorted(rows, key=lambda row: -row[0]):
        if chance > 0.6 and not (lacks and is_right):
            print(f"{chance:.2f} {unit}: {one.words!r}")


def main() -> None:
    """Learn, measure, and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, help="other articles to learn from, a line of JSON each")
    given = parser.parse_args()
    torch.set_num_threads(1)
    every: list[Report | Marked] = [*marked_units(), *reports(), *true_texts(given.articles)]
    numbers = read(every, examples)
    is_held = [
        index % HELD_OUT == 0 and (isinstance(text, Marked) or text.relations is not None)
        for index, text in enumerate(every)
    ]
    most = [one for some, held in zip(numbers, is_held, strict=True) if not held for one in some]
    rest = [one for some, held in zip(numbers, is_held, strict=True) if held for one in some]
    print(f"{len(most)} numbers to learn from, {sum(one.lacks for one in most)} lack a unit")
    measure([learn(most, seed) for seed in range(BEGINNINGS)], rest)
    save(WEIGHTS, [learn([*most, *rest], seed) for seed in range(BEGINNINGS)])


if __name__ == "__main__":
    main()
