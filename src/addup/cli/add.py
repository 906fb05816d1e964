"""`addup add`: reports into the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from addup.cli.days import Dated, ask_for_days, tell_of_days_kept, tell_of_days_to_come
from addup.cli.shared import (
    NOT_DONE,
    NOTHING_CONFLICTS,
    ByOption,
    LedgerOption,
    name_of,
    open_ledger,
    settle,
)

ADD_HELP = """Read reports into the ledger, on all cores.

\b
REPORT is a file, a folder of reports, an address on the web, or - for standard input. Tables (CSV, Excel) are
read where they are named; of a folder they are left out. A table with a column "text", or JSON Lines with
it, is a list of reports, with "title", "outlet", "date" and "url" of each.
What the ledger holds already is passed over, so that again is harmless; whatever stops the work, what was
read is kept, and again goes on from there. A page that has changed is kept as a new version beside the old.

\b
Examples:
  addup add reports/                       every report in a folder
  addup add reports.zip update.eml         every report in a zip file; a mail, and what is attached to it
  addup add articles.csv                   every report of a list, one in each row
  addup add flood.txt --published 2024-05-15     say on which day it was published
  addup add https://news.example/flood     a page; tomorrow again, and what changed is told
  addup check                              what does not add up over all of them

\b
Exit status: 0 all are in the ledger, 2 some could not be read; each is named with the reason.
"""


def add(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT", help="Files, folders, addresses, or -.")],
    published: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day of publication of them all, whatever they say."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read anew what an older addup read; corrections hold.")
    ] = False,
    processes: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="How many to read at once.  [default: one for each core]"),
    ] = None,
    ledger: LedgerOption = None,
    by: ByOption = None,
) -> int:
    """Add reports to the ledger."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from addup.documents.days import given_day
    from addup.ledger.adding import Failed, add_all, addresses_in

    given = None if published is None else given_day(published)  # one line for a mistake, not one for each
    addresses = addresses_in(reports)
    opened = open_ledger(ledger, to_write=True)
    console = Console(stderr=True)
    new = known = failed = figures = 0
    days: list[Dated] = []
    undated: list[Dated] = []
    kept: list[Dated] = []
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("reading", total=len(addresses))
        added = add_all(
            opened, addresses, by=name_of(by), published=published, processes=processes, again=again
        )
        for address, outcome in added:
            bar.advance(task)
            if isinstance(outcome, Failed):
                failed += 1
                typer.echo(f"addup: {outcome.why}", err=True)
                continue
            new, known = new + outcome.is_new, known + (not outcome.is_new)
            figures += outcome.figures if outcome.is_new else 0
            day = outcome.document.published
            (days if outcome.is_new else kept).append((address, day))
            if outcome.is_new and outcome.figures and day is None:
                undated.append((address, day))
            for change in (*outcome.carried, *outcome.changes):
                typer.echo(f"{address}, since {outcome.before}: {change}")
    settle(opened)
    _sum_up(new, known, failed, figures)
    ask_for_days(undated)
    tell_of_days_to_come(days, in_ledger=True)
    if given is not None:
        tell_of_days_kept(kept, given)
    return NOT_DONE if failed else NOTHING_CONFLICTS


def _sum_up(new: int, known: int, failed: int, figures: int) -> None:
    from addup.report import words

    told = [f"{words.count(new, 'report')} added with {words.count(figures, 'figure')}"] if new else []
    told += [f"{words.count(known, 'report')} known already"] if known else []
    told += [f"{words.count(failed, 'report')} could not be read"] if failed else []
    typer.echo(words.capital(", ".join(told)) + ".")
