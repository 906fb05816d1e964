"""What `addup read` and `addup check` print: plain words in 80 columns, readable without colour.

One report fits on one screen: what a block of figures shows is not said again below it, and sentences are
quoted only where words stand against words. The page shows all of it.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.console import Console

from addup.account import Result
from addup.records import Figure, Finding, FindingKind, Grouping, Reading
from addup.report import words
from addup.report.arrange import Arrangement, Block, arrange, weight
from addup.report.printing import STYLES, Printer
from addup.report.supposed import suppositions
from addup.report.telling import Quote, Telling, tell

__all__ = ["Printer", "print_report", "print_result"]

QUOTE = 200
"""Longest quote, in characters; the page shows the whole sentences."""
_REPORTED = re.compile(r", as reported on \d{1,2} \w{3} \d{4}(?=:)")
LOUD: tuple[FindingKind, ...] = ("conflict", "tension", "disputed", "mismatch", "lookalike", "revised")
"""Findings that are named by their kind."""
QUOTED: tuple[FindingKind, ...] = ("conflict", "tension", "mismatch")
"""Findings that set words against words, so that the words are quoted below them."""
STATUS = {
    "conflict": "does not add up",
    "tension": "hardly adds up",
    "consistent": "adds up",
}


def print_report(console: Console, reading: Reading, grouping: Grouping, result: Result) -> None:
    """Print the account of one report, the most important first."""
    arrangement = arrange(reading, grouping, result)
    screen = _Screen(console, reading, grouping)
    screen.head()
    for block in arrangement.blocks:
        screen.block(block)
    screen.statements(arrangement.general)
    screen.rest(arrangement)


def print_result(console: Console, result: Result) -> None:
    """Print the answer to an account file: status, conflicts, what was asked, findings."""
    printer = Printer(console)
    printer.heading(f"The account {STATUS[result.status]}", "", style=STYLES[STATUS[result.status]])
    told = [finding for finding in result.findings if finding.kind == "conflict"]
    # A reader should know first that what clashes may not be comparable.
    apart = {finding.reports: finding for finding in result.findings if finding.kind == "mismatch"}
    for conflict in result.conflicts:
        if conflict.reports in apart:
            printer.finding(apart[conflict.reports])
        same = [finding for finding in told if finding.reports == conflict.reports]
        printer.conflict(conflict, same[0].rows if same else ())
    if result.asked and result.status == "conflict":
        printer.line("What was asked has no answer as long as these conflict.", indent=2)
    else:
        printer.answers(result.asked)
    clashing = {conflict.reports for conflict in result.conflicts}
    others = [
        finding
        for finding in result.findings
        if finding.kind != "conflict" and not (finding.kind == "mismatch" and finding.reports in clashing)
    ]
    if others:
        printer.heading("Findings", "")
    for finding in sorted(others, key=weight):
        printer.finding(finding)


class _Screen(Printer):
    """Prints the account of one report."""

    def __init__(self, console: Console, reading: Reading, grouping: Grouping) -> None:
        super().__init__(console)
        self.reading = reading
        self.grouping = grouping
        self.published = reading.document.published

    def head(self) -> None:
        """Print title, outlet, day of publication and coverage."""
        outlet = words.plain(self.reading.document.outlet or "")
        said = " · ".join(part for part in (outlet, words.published(self.reading)) if part)
        title = words.title(self.reading.document)
        if cell_len(title) + 2 + cell_len(said) <= self.width:
            self.sides(title, said)
        else:
            self.line(title, style="bold")
            self.line(said)
        self.line(words.coverage(self.reading))

    def block(self, block: Block) -> None:
        """Print series that hang together: figures, what follows, what is supposed."""
        figures = [member.figure for member in block.members]
        days = {words.figure_days(figure, self.published) for figure in figures}
        shared = days.pop() if len(days) == 1 and len(figures) > 1 else ""
        title = words.capital(block.title) + (f", {shared}" if shared else "")
        self.heading(title, block.verdict)
        self.figures(block, days=not shared)
        for finding in block.findings:
            self.told(tell(finding, self.reading, self.grouping, shorten=block.shorten), block)
        for answer in block.answers:
            self.line(f"→ {words.capital(block.shorten(words.answer(answer)))}", indent=2)
        for supposed in suppositions(block, self.grouping):
            self.line(supposed, indent=2)

    def figures(self, block: Block, *, days: bool) -> None:
        """Print a row for each figure: of what (where there are several series), when, how many, who."""
        names = len(block.series) > 1
        rows = [
            self._row(
                member.figure, block.name_of(series, after=last) if names and not index else "", days=days
            )
            for last, series in pairwise((None, *block.series))
            if series is not None
            for index, member in enumerate(series.members)
        ]
        self.grid(_without_empty_columns(rows))

    def _row(self, figure: Figure, name: str, *, days: bool) -> tuple[str, str, str, str]:
        stance = "" if figure.stance == "stated" else f" ({figure.stance})"
        return (
            name,
            words.figure_days(figure, self.published) if days else "",
            words.said(figure) + stance,
            words.source(figure),
        )

    def told(self, telling: Telling, block: Block | None = None) -> None:
        """Print the sentence of a finding, its arithmetic, and the words that it sets against each other."""
        finding = telling.finding
        label = f"{words.capital(finding.kind)}: " if finding.kind in LOUD else ""
        text = telling.text if label or block is None else _below_figures(telling, block)
        rows = () if _borne_out_below(finding, block) else telling.rows
        if finding.kind == "implied":
            sums = _once([words.without_sources(row, self.reading) for row in rows])
            told = sums.endswith(f"= {text.rstrip('.')}")
            text, rows = (sums, ()) if told else (text, (sums,) if sums else ())
        self.line(words.short_days(f"→ {label}{text}", self.published), indent=2)
        for row in rows:
            if not row.startswith("relation: "):  # the sentence gives it
                self.line(words.short_days(row, self.published), indent=4)
        quoted = finding.kind in QUOTED and (finding.reports or not telling.rows)
        for quote in telling.quotes if quoted else ():
            said = f"{quote.who}: " if quote.who else ""
            self.line(f"{said}“{_cut(quote)}”", indent=4)

    def statements(self, findings: Iterable[Finding]) -> None:
        """Print who says and denies what."""
        tellings = [tell(finding, self.reading, self.grouping) for finding in findings]
        verdict = "disputed" if any(telling.finding.kind == "disputed" for telling in tellings) else ""
        if tellings:
            self.heading("Who says what", verdict)
        for telling in tellings:
            if telling.finding.kind == "disputed" and telling.rows:
                for row in telling.rows:  # each says who, how and what: the denial needs no sentence more
                    self.line(words.capital(row), indent=2)
            else:
                self.told(telling)

    def rest(self, arrangement: Arrangement) -> None:
        """Print what the report leaves open, what to watch, and the figures that stand alone."""
        if arrangement.apart or arrangement.lone:
            self.console.print()
        for kind, title in (("unanswered", "Left open"), ("expected", "To watch")):
            for finding in arrangement.apart:
                if finding.kind == kind:
                    text = tell(finding, self.reading, self.grouping).text.removeprefix(f"{title}: ")
                    text = words.short(_REPORTED.sub("", text), QUOTE) if kind == "expected" else text
                    self.line(words.short_days(f"{title}: {text}", self.published))
        by_source: dict[str, list[str]] = {}
        for member in arrangement.lone:
            by_source.setdefault(words.source(member.figure), []).append(words.said_alone(member.figure))
        if by_source:
            told = "; ".join(f"{source}: {' · '.join(said)}" for source, said in by_source.items())
            self.line(f"Other figures: {told}")


def _below_figures(telling: Telling, block: Block) -> str:
    """Leave out the series that a sum begins with: the figures above it name them.

    Where there are several and the sum is of one of them, it says of which.
    """
    if len(telling.finding.series) == 1 < len(block.series):
        return words.capital(telling.text)
    opening, colon, sums = telling.text.partition(": ")
    names = [words.plain(name) for name in telling.finding.series[:1]]
    named = [block.shorten(name).casefold() for name in names]
    plainly = colon and named and all(name in opening.casefold() for name in named)
    return words.capital(sums) if plainly and telling.finding.kind == "implied" else telling.text


def _once(rows: Sequence[str]) -> str:
    """Write sums in a row; a bound from below and the same from above are one sum."""
    if len(rows) == 2 and rows[0].removeprefix("at least ") == rows[1].removeprefix("at most "):
        return rows[0].removeprefix("at least ")
    return "; ".join(rows)


def _borne_out_below(finding: Finding, block: Block | None) -> bool:
    """Tell whether a claim that numbers rise is followed by the sum that bears it out."""
    others = block.findings if block and finding.kind == "trend" else ()
    return any(other.kind == "implied" and other.series == finding.series for other in others)


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
    return words.plain(f"{start}{spaces[0]}{words.short(said, QUOTE)}{spaces[1]}{end}")
