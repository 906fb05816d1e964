"""What `addup read` and `addup check` print: plain words in 80 columns, readable without colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from addup.account import Answer, Conflict, Result
from addup.records import Figure, Finding, FindingKind, Grouping, Reading, Relation
from addup.report import words
from addup.report.arrange import Arrangement, Block, arrange, weight
from addup.report.telling import Quote, Telling, tell

WIDEST = 100
QUOTE = 200
"""Longest quote, in characters; the page shows the whole sentences."""
LOUD: tuple[FindingKind, ...] = ("conflict", "tension", "disputed", "mismatch", "lookalike", "revised")
"""Findings that set words against words, so that the words are quoted below them."""
STYLES = {"does not add up": "bold red", "hardly adds up": "bold yellow", "adds up": "green"}
STATUS = {
    "conflict": "does not add up",
    "tension": "hardly adds up",
    "consistent": "adds up",
}


def print_report(console: Console, reading: Reading, grouping: Grouping, result: Result) -> None:
    """Print the account of one report, the most important first."""
    arrangement = arrange(reading, grouping, result)
    printer = _Printer(console)
    printer.head(reading)
    for block in arrangement.blocks:
        printer.block(block, reading, grouping)
    printer.general(arrangement, reading, grouping)
    printer.lone(member.figure for member in arrangement.lone)


def print_result(console: Console, result: Result) -> None:
    """Print the answer to an account file: status, conflicts, what was asked, findings."""
    printer = _Printer(console)
    printer.heading(f"The account {STATUS[result.status]}", "", style=STYLES[STATUS[result.status]])
    told = [finding for finding in result.findings if finding.kind == "conflict"]
    for conflict in result.conflicts:
        same = [finding for finding in told if finding.reports == conflict.reports]
        printer.conflict(conflict, same[0].rows if same else ())
    if result.asked and result.status == "conflict":
        printer.line("What was asked has no answer as long as these conflict.", indent=2)
    else:
        printer.answers(result.asked)
    others = [finding for finding in result.findings if finding.kind != "conflict"]
    if others:
        printer.heading("Findings", "")
    for finding in sorted(others, key=weight):
        printer.finding(finding)


class _Printer:
    """Prints to a console, never wider than it and never wider than is good to read."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = max(20, min(console.width, WIDEST))

    def show(self, what: RenderableType) -> None:
        self.console.print(what, width=self.width, highlight=False, markup=False, emoji=False)

    def line(self, text: str, *, indent: int = 0, hang: int = 2, style: str = "") -> None:
        """Print words, wrapped with the further lines hanging."""
        rows = Text(words.plain(text), style=style).wrap(self.console, max(10, self.width - indent - hang))
        for index, row in enumerate(rows):
            row.rstrip()
            self.show(Padding(row, (0, 0, 0, indent + (hang if index else 0)), expand=False))

    def heading(self, left: str, right: str, *, style: str = "bold") -> None:
        """Print a heading with a remark at the right edge, below it where both do not fit."""
        self.console.print()
        room = self.width - cell_len(right) - 2
        if not right or cell_len(left) > room:
            self.line(left, hang=2, style=style)
            left = ""
        if right:
            gap = " " * max(0, self.width - cell_len(left) - cell_len(right))
            self.show(Text.assemble((left, style), gap, (right, STYLES.get(right, ""))))

    def head(self, reading: Reading) -> None:
        """Print title, outlet, day of publication and coverage."""
        outlet = words.plain(reading.document.outlet or "")
        self.line(words.title(reading.document), style="bold")
        self.line(" · ".join(part for part in (outlet, words.published(reading)) if part))
        self.line(words.coverage(reading))

    def block(self, block: Block, reading: Reading, grouping: Grouping) -> None:
        """Print series that hang together: figures, what follows, what is supposed."""
        figures = [member.figure for member in block.members]
        days = {words.figure_days(figure, reading.document.published) for figure in figures}
        shared = days.pop() if len(days) == 1 and len(figures) > 1 else ""
        title = words.capital(block.title) + (f", {shared}" if shared else "")
        self.heading(title, block.verdict)
        self.figures(block, reading, days=not shared)
        for finding in block.findings:
            self.told(tell(finding, reading, grouping, shorten=block.shorten))
        for answer in block.answers:
            self.line(f"→ {words.capital(block.shorten(words.answer(answer)))}", indent=2)
        for relation in block.relations:
            self.relation(relation, block)

    def figures(self, block: Block, reading: Reading, *, days: bool) -> None:
        """Print a row for each figure: of what (where there are several series), when, how many, who."""
        names = len(block.series) > 1
        rows = [
            _row(member.figure, block.name_of(series) if names and not index else "", reading, days=days)
            for series in block.series
            for index, member in enumerate(series.members)
        ]
        self.grid(_without_empty_columns(rows))

    def grid(self, rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> None:
        """Print rows in columns; those in `right` are set against their right edge."""
        if not rows:
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        for index in range(len(rows[0])):
            grid.add_column(overflow="fold", justify="right" if index in right else "left")
        for row in rows:
            grid.add_row(*map(Text, row))
        options = self.console.options.update(width=max(10, self.width - 2))
        for line in self.console.render_lines(grid, options, pad=False):
            text = Text("".join(segment.text for segment in line))
            text.rstrip()  # piped, the padding of the last column would be noise
            self.show(Padding(text, (0, 0, 0, 2), expand=False))

    def told(self, telling: Telling) -> None:
        """Print the sentence of a finding, its arithmetic, and the words that it sets against each other."""
        finding = telling.finding
        label = f"{words.capital(finding.kind)}: " if finding.kind in LOUD else ""
        self.line(f"→ {label}{telling.text}", indent=2)
        for row in telling.rows:
            self.line(row, indent=6)
        sentences = finding.kind in LOUD and (finding.reports or not telling.rows)
        for quote in telling.quotes if sentences else ():
            said = f"{quote.who}: " if quote.who else ""
            self.line(f"{said}“{_cut(quote)}”", indent=6)

    def relation(self, relation: Relation, block: Block) -> None:
        """Print a relation, with the words that suggest it where it is only supposed."""
        quotes = ", ".join(f"“{_short(words.plain(evidence.text))}”" for evidence in relation.evidence)
        label = "supposed" if relation.supposed else "given"
        self.line(
            f"{label}: {words.formula(block.shorten(relation.text))}{f', from {quotes}' if quotes else ''}",
            indent=2,
        )

    def general(self, arrangement: Arrangement, reading: Reading, grouping: Grouping) -> None:
        """Print who says and denies what, what to watch, and what the report leaves open."""
        if arrangement.general:
            self.heading("Who says what", "")
        for finding in arrangement.general:
            self.told(tell(finding, reading, grouping))
        for kind, title in (("unanswered", "Left open"), ("expected", "To watch")):
            findings = [finding for finding in arrangement.apart if finding.kind == kind]
            if findings:
                self.heading(title, "")
            for finding in findings:
                telling = tell(finding, reading, grouping)
                self.told(replace(telling, text=telling.text.removeprefix(f"{title}: ")))

    def lone(self, figures: Iterable[Figure]) -> None:
        """Print figures that stand alone in few lines, gathered by source."""
        by_source: dict[str, list[str]] = {}
        for figure in figures:
            by_source.setdefault(words.source(figure), []).append(words.said_alone(figure))
        if by_source:
            self.heading("Other figures", "")
        for source, said in by_source.items():
            self.line(f"{source}: {' · '.join(said)}", indent=2)

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


def _row(figure: Figure, name: str, reading: Reading, *, days: bool) -> tuple[str, str, str, str]:
    stance = "" if figure.stance == "stated" else f" ({figure.stance})"
    return (
        words.plain(name),
        words.figure_days(figure, reading.document.published) if days else "",
        words.said(figure) + stance,
        words.source(figure),
    )


def _without_empty_columns(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    used = [any(cells) for cells in zip(*rows, strict=True)]
    return [[cell for cell, kept in zip(row, used, strict=True) if kept] for row in rows]


def _cut(quote: Quote) -> str:
    """Give the quoted sentence; a long one is cut at words, around what matters first in it."""
    if len(quote.text) <= QUOTE:
        return quote.text
    at = next((index for index, part in enumerate(quote.parts) if part.rests), 0)
    before, said, after = (
        "".join(part.text for part in parts)
        for parts in (quote.parts[:at], quote.parts[at : at + 1], quote.parts[at + 1 :])
    )
    room = max(20, (QUOTE - len(said)) // 2)
    start = textwrap.shorten(before[::-1], room, placeholder=" …")[::-1]
    end = textwrap.shorten(after, room, placeholder=" …")
    spaces = [" " if edge.isspace() else "" for edge in (before[-1:], after[:1])]
    return words.plain(f"{start}{spaces[0]}{_short(said)}{spaces[1]}{end}")


def _short(text: str) -> str:
    """Cut a long quote at a word."""
    return textwrap.shorten(text, QUOTE, placeholder=" …")
