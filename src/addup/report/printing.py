"""Printing to a terminal: lines, headings and columns that no terminal is too narrow for."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from addup.account import Answer, Conflict
from addup.records import Finding
from addup.report import words

WIDEST = 100
_SHORT = 12
STYLES = {"does not add up": "bold red", "hardly adds up": "bold yellow", "adds up": "green"}


class Printer:
    """Prints to a console, never wider than it and never wider than is good to read."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = max(20, min(console.width, WIDEST))

    def show(self, what: RenderableType) -> None:
        """Print anything that Rich can, no wider than is good to read."""
        self.console.print(what, width=self.width, highlight=False, markup=False, emoji=False)

    def line(self, text: str, *, indent: int = 0, hang: int = 2, style: str = "") -> None:
        """Print words, wrapped with the further lines hanging."""
        rows = Text(words.plain(text)).wrap(self.console, max(10, self.width - indent - hang))
        margins = (" " * (indent + (hang if index else 0)) for index in range(len(rows)))
        told = "\n".join(f"{margin}{row.plain.rstrip()}" for margin, row in zip(margins, rows, strict=True))
        # Of what Rich can do, `out` does nothing but the style: thousands of findings take seconds less.
        self.console.out(told, style=style, highlight=False)

    def heading(self, left: str, right: str, *, style: str = "bold") -> None:
        """Print a heading behind an empty line, with a remark at the right edge."""
        self.console.print()
        self.sides(left, right, style=style)

    def sides(self, left: str, right: str, *, style: str = "bold") -> None:
        """Print words at both edges, one below the other where both do not fit."""
        left, right = words.plain(left), words.plain(right)
        room = self.width - cell_len(right) - 2
        if not right or cell_len(left) > room:
            self.line(left, hang=2, style=style)
            left = ""
        if cell_len(right) > self.width:
            self.line(right)
        elif right:
            gap = " " * max(0, self.width - cell_len(left) - cell_len(right))
            self.show(Text.assemble((left, style), gap, (right, STYLES.get(right, ""))))

    def grid(self, rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> None:
        """Print rows in columns; those in `right` are set against their right edge."""
        if not rows:
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        widths = [max(cell_len(row[index]) for row in rows) for index in range(len(rows[0]))]
        whole = _kept_whole(widths, self.width - 2)
        for index, width in enumerate(widths):
            grid.add_column(
                overflow="fold",
                justify="right" if index in right else "left",
                min_width=width if index in whole else None,
            )
        for row in rows:
            grid.add_row(*map(Text, row))
        options = self.console.options.update(width=max(10, self.width - 2))
        for line in self.console.render_lines(grid, options, pad=False):
            text = Text("".join(segment.text for segment in line))
            text.rstrip()  # piped, the padding of the last column would be noise
            self.show(Padding(text, (0, 0, 0, 2), expand=False))

    def grid_or(
        self,
        none: str,
        rows: Sequence[Sequence[str]],
        *,
        heads: Sequence[str] = (),
        right: Sequence[int] = (),
    ) -> None:
        """Print rows in columns under their heads, or say that there are none."""
        if rows:
            self.grid([*([heads] if heads else []), *rows], right=right)
        else:
            self.line(none)

    def finding(self, finding: Finding) -> None:
        """Print a finding of an account file, whose own ids mean something to who wrote it."""
        self.line(f"→ {words.capital(finding.kind)}: {finding.text}", indent=2)
        for row in finding.rows:
            if row.rstrip(".") != finding.text.rstrip("."):
                self.line(row, indent=6)

    def conflict(self, conflict: Conflict, rows: Sequence[str]) -> None:
        """Print what cannot be true together, and by how much it misses."""
        members = [*conflict.reports, *(f"relation {index + 1}" for index in conflict.relations)]
        gap = "" if conflict.gap is None else f", apart by {words.number(conflict.gap)}"
        self.line(f"→ {words.join(members)} cannot all be true{gap}", indent=2)
        why = conflict.why.rstrip(".")
        for text in (*(row for row in rows if row.rstrip(".") != why), conflict.why):
            if text:
                self.line(words.formula(text), indent=6)

    def answers(self, answers: tuple[Answer, ...]) -> None:
        """Print the bounds that were asked for as a table."""
        if not answers:
            return
        self.heading("Asked", "")
        rows = [("", "at least", "at most")]
        for answer in answers:
            low, high = ("-" if end is None else words.number(end) for end in (answer.low, answer.high))
            rows.append((words.plain(answer.ask), low, high))
        self.grid(rows, right=(1, 2))


def _kept_whole(widths: Sequence[int], width: int) -> set[int]:
    """Give the columns that are not broken: what is short (an id, a day, a count) is worth nothing in pieces.

    They are kept from the left on, as far as there is room beside them for the others.
    """
    room = width - 2 * len(widths) - _SHORT * sum(one > _SHORT for one in widths)
    whole = set()
    for index, one in enumerate(widths):
        if one <= min(room, _SHORT):
            whole.add(index)
            room -= one
    return whole
