"""What `addup check` prints beyond the result: all conflicts, corrections, bounds, faults of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from addup.account import Correction, DayBounds, EveryConflict, Fault, Inquiry, Moves, TableResult
from addup.report import words
from addup.report.terminal import Printer, print_result

STEP = 1000
"""Rows between two moves of the progress bar."""


def print_inquiry(console: Console, inquiry: Inquiry) -> None:
    """Print the result of a check, and below it what was asked for beside it."""
    print_result(console, inquiry.result)
    printer = Printer(console)
    strictly = " as an ordinary reader takes the words" if inquiry.reading == "sharp" else ""
    if inquiry.every is not None:
        _print_every(printer, inquiry.every, strictly)
    if inquiry.removal is not None and inquiry.moves is not None:
        _print_least(printer, inquiry.removal, inquiry.moves, strictly)
    if inquiry.bounds:
        _print_bounds(printer, inquiry.bounds)


def _print_every(printer: Printer, every: EveryConflict, strictly: str) -> None:
    count = len(every.conflicts)
    known = "these are all" if every.complete else "there may be more: raise --limit to look further"
    printer.heading(f"All conflicts{strictly}", f"{count}; {known}" if count else "none")
    for conflict in every.conflicts:
        printer.conflict(conflict, ())


def _print_least(printer: Printer, removal: Correction, moves: Moves, strictly: str) -> None:
    """Print the least to take away, and the least to move."""
    printer.heading(f"The least that would have to change{strictly}", "")
    if not removal.possible:
        printer.line("No report can help: the relations themselves cannot all hold.", indent=2)
    elif not removal.reports:
        printer.line("Nothing: everything can be true as it is.", indent=2)
    else:
        weight = f", weight {words.number(removal.weight)}" if removal.weight != len(removal.reports) else ""
        printer.line(f"→ take away {words.join(list(removal.reports))}{weight}", indent=2)
    if moves.moves:
        moved = [f"{move.report}, {words.number(move.by)} {move.was}" for move in moves.moves]
        printer.line(f"→ or correct {'; '.join(moved)}", indent=2)


def _print_bounds(printer: Printer, bounds: tuple[DayBounds, ...]) -> None:
    """Print bounds as a table; a day that nothing is known of is left out."""
    rows = [("", "day", "at least", "at most")]
    for each in bounds:
        if each.low or each.high is not None:
            low, high = ("-" if end is None else words.number(end) for end in (each.low, each.high))
            rows.append((words.plain(each.series), each.day or "", low, high))
    printer.heading("Every series on every day named", "")
    printer.grid(rows, right=(2, 3))


def print_table(console: Console, result: TableResult) -> None:
    """Print every fault of a table: its row, the rule, the arithmetic, and what would have to change."""
    printer = Printer(console)
    rows = len({fault.row for fault in result.faults})
    seen = f"{words.number(result.rows)} row{'' if result.rows == 1 else 's'}"
    if not rows:
        printer.heading(f"Every row keeps the rules ({seen})", "", style="green")
    else:
        printer.heading(
            f"{words.number(rows)} of {seen} break{'s' if rows == 1 else ''} a rule", "", style="bold red"
        )
    for fault in result.faults:
        _print_fault(printer, fault)


def _print_fault(printer: Printer, fault: Fault) -> None:
    printer.line(f"→ row {fault.row}, {words.formula(fault.rule)}", indent=2)
    printer.line(words.formula(fault.text), indent=6)
    if fault.least:
        ways = [words.join(list(columns)) for columns in fault.least]
        printer.line(f"least correction: change {', or '.join(ways)}", indent=6)


@contextmanager
def progress_over(table: Path) -> Iterator[Callable[[int], None] | None]:
    """Show on stderr how far the rows of a table are checked; nothing where nobody watches."""
    from rich.progress import Progress

    from addup.account.tables.files import about_rows

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(table.name, total=about_rows(table) or None)

        def told(row: int) -> None:
            if row % STEP == 0:
                bar.update(task, completed=row)

        yield told
