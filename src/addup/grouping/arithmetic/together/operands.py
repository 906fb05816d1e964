"""Figures of a report as operands: what they measure, how much, and the words around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from addup.grouping.arithmetic.said import names_of_sentence, said_of, stem, stems_of
from addup.grouping.arithmetic.sizes import size_of
from addup.grouping.cells import table_cells
from addup.grouping.nouns import known_form, noun_group
from addup.records import Figure, Reading

Sort = Literal["percent", "points", "factor", "amount"]
"""What a figure can be: a share or a change, a difference of two shares, "doubled", or how much there is."""
WORD = re.compile(r"[A-Za-z’'-]+|\d[\d,.]*|[^\w\s]")
_BREAKS = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"‘(])|\n+")
_PARAGRAPHS = re.compile(r"\n\s*\n")
_REACH = 60
_WORDS = 6
"""So many characters, and words, to either side of a figure are asked for what they say."""


@dataclass(frozen=True, slots=True, eq=False)
class Operand:
    """A figure with all that is asked of it more than once.

    `place` is that among the figures of the reading, `dimension` what it can be added to or held against,
    `value` how much it is in the base unit of that, `number` as it was written. `sentence` and `paragraph`
    count those before it. `stems` are of its clause, `sentence_stems` of its sentence.
    """

    place: int
    figure: Figure
    sort: Sort
    dimension: str
    value: float
    number: float
    sentence: int
    paragraph: int
    noun: str
    group: str
    stems: frozenset[str]
    sentence_stems: frozenset[str]
    names: frozenset[str]
    deed: str
    before: tuple[str, ...]
    behind: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where the figure begins in the text."""
        return self.figure.span.start


def operands_of(reading: Reading) -> list[Operand]:
    """Give the figures of a report that arithmetic can hold against each other, in their order.

    The cells of a table are told by their rows and columns, and are left out.
    """
    text = reading.document.text
    sentences = [found.end() for found in _BREAKS.finditer(text)]
    paragraphs = [found.end() for found in _PARAGRAPHS.finditer(text)]
    found = []
    cells = frozenset(table_cells(reading))
    has_shares = any(figure.amount.unit == "%" for figure in reading.figures)
    for place, figure in enumerate(reading.figures):
        measured = None if place in cells else _measured(figure, has_shares=has_shares)
        number = _number(figure)
        if measured is not None and number:
            sort, dimension, base = measured
            start = figure.span.start
            counts = bisect_right(sentences, start), bisect_right(paragraphs, start)
            found.append(_operand(place, figure, (sort, dimension, base * number, number), counts, text))
    return found


def _operand(
    place: int, figure: Figure, told: tuple[Sort, str, float, float], counts: tuple[int, int], text: str
) -> Operand:
    noun = known_form(figure.noun)
    start, end = figure.sentence
    before = text[max(start, figure.span.start - _REACH) : figure.span.start]
    behind = text[figure.span.end : min(end, figure.span.end + _REACH)]
    return Operand(
        place,
        figure,
        *told,
        *counts,
        noun=noun,
        group=noun_group(noun),
        stems=stems_of(said_of(figure, text)) - ({stem(noun)} if noun else set()),
        sentence_stems=stems_of(text[start:end]),
        names=names_of_sentence(figure, text),
        deed=stem(figure.event) if figure.event else "",
        before=tuple(WORD.findall(before.lower())[-_WORDS:]),
        behind=tuple(WORD.findall(behind.lower())[:_WORDS]),
    )


def _number(figure: Figure) -> float | None:
    """Give the number that a figure names, the middle of a range; None where it names none."""
    amount = figure.amount
    ends = [float(end) for end in (amount.low, amount.high) if end is not None]
    if not ends or amount.bound == "vague":
        return None
    number = sum(ends) / len(ends)
    return number if number > 0 else None


def _measured(figure: Figure, *, has_shares: bool) -> tuple[Sort, str, float] | None:
    """Tell what a figure is, in what dimension, and how much of its base unit one of its unit is.

    Where a report has shares, points are what lies between two of them; elsewhere those of a game or index.
    """
    amount = figure.amount
    if amount.kind == "share":
        sorts: dict[str | None, Sort] = {"%": "percent", "pp": "points"}
        return (sorts[amount.unit], "%", 1.0) if amount.unit in sorts else None
    if amount.kind == "measure" and amount.unit == "point":
        return ("points", "%", 1.0) if has_shares else ("amount", "point", 1.0)
    if amount.kind == "measure" and amount.unit == "time":
        return "factor", "times", 1.0
    if amount.kind == "count":
        return "amount", "#", 1.0
    size = size_of(figure)
    return None if size is None else ("amount", size.dimension, float(size.base))
