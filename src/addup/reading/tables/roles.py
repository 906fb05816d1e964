"""What the words at the edges of a table are: when, where, a total, a kind, or what is measured."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from addup.reading.known_places import countries
from addup.reading.tables.shape import Cell, Table
from addup.reading.tables.words import WORDS
from addup.records import Span, Time

_YEAR = re.compile(r"(?:19|20)\d\d")


class Role(Enum):
    """What a head or a label says of the cells in its line."""

    MEASURE = auto()
    PLACE = auto()
    TIME = auto()
    TOTAL = auto()
    CATEGORY = auto()
    PLAIN = auto()
    RANK = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A head or a label with its role, and the time that it names."""

    span: Span
    role: Role
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class Edges:
    """The heads of the columns behind the first, and the labels of the rows."""

    columns: tuple[Line, ...]
    rows: tuple[Line, ...]


def edges_of(table: Table, times: Mapping[int, Time]) -> Edges:
    """Say what the heads and labels of a table are; `times` are those of the text, by their start.

    The columns name what is measured, and the rows where, when or of what kind; or the other way round where
    the heads are only days or places or name nothing, or all labels are what happened to people.
    """
    corner = table.heads[0].span.text.lower() if table.heads else ""
    width = len(table.rows[0]) - 1
    heads = [_line(head, times, Role.MEASURE) for head in table.heads[1:]]
    deeds = [row[0].span.text.lower() in WORDS["of_people"] for row in table.rows]
    if all(deeds) and not any(line.span.text.lower() in WORDS["of_people"] for line in heads):
        heads = [_line(head, times, Role.CATEGORY) for head in table.heads[1:]]
    across = not heads or all(line.role is not Role.MEASURE for line in heads)
    columns = heads or [Line(Span("", table.start, table.start), Role.PLAIN) for _ in range(width)]
    rows = [_line(row[0], times, Role.MEASURE if across else _kind(corner)) for row in table.rows]
    return Edges(tuple(columns), tuple(rows))


def _line(cell: Cell, times: Mapping[int, Time], otherwise: Role) -> Line:
    """Give the role of one head or label."""
    words = cell.span.text.strip("*:. ").lower()
    time = times.get(cell.span.start)
    time = time if time is not None and time.span == cell.span else None
    if time is not None or _YEAR.fullmatch(words):
        return Line(cell.span, Role.TIME, time)
    if set(words.split()) <= WORDS["totals"]:
        return Line(cell.span, Role.TOTAL)
    if words in WORDS["ranks"] and otherwise is Role.MEASURE and words not in WORDS["plain"]:
        return Line(cell.span, Role.RANK)
    if words in WORDS["plain"]:
        return Line(cell.span, Role.PLAIN)
    if cell.span.text in countries():
        return Line(cell.span, Role.PLACE)
    return Line(cell.span, otherwise)


def _kind(corner: str) -> Role:
    """Give what the labels are by the head above them."""
    words = {word.removesuffix("s") for word in re.findall(r"\w+", corner)}
    if words & WORDS["places"]:
        return Role.PLACE
    return Role.TIME if words & WORDS["times"] else Role.CATEGORY
