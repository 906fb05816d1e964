"""`addup check`: figures that somebody noted down, or the rows of a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from addup.cli.shared import (
    CONFLICT,
    NOTHING_CONFLICTS,
    LedgerOption,
    open_ledger,
    print_json,
    settle,
    status_of,
    terminal,
)
from addup.errors import AccountError, AddupError
from addup.words import Convention  # typer reads it from the annotation

CHECK_HELP = """Check the reports in the ledger, figures that you noted down, or the rows of a table.

\b
Without an argument: everything that addup add has read into the ledger, over all reports.
  addup check                   what cannot all be true, and what is worth a look
  addup check --everything      all findings, also what follows and nobody stated

\b
ACCOUNT is YAML or JSON: series, what was reported for them, how they hang together, and what you ask.
All mistakes in it are listed at once, each with its line and column.

\b
Example, flood.yaml:
  series:
    dead in the valley: {kind: toll}
  reports:
    - {id: mayor, series: dead in the valley, on: 2024-05-16, amount: at least 40, source: the mayor}
    - {id: army, series: dead in the valley, on: 2024-05-17, amount: 31, source: the army}
  addup check flood.yaml
  addup check flood.yaml --all --least        every conflict, and the least that would have to change

\b
TABLE is a CSV, TSV or Parquet file (save a sheet of Excel as CSV); every row is held against rules over its
columns, which the first line names:
  addup check events.csv --rule "low <= best <= high" --rule "civilians + soldiers = best"
  addup check events.parquet --rules rules.yaml

\b
Exit status: 0 nothing conflicts, 1 something conflicts, 2 it could not be done.
"""
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".numbers"})
"""Endings of files that hold sheets, which show other numbers than they hold."""


def check(  # noqa: PLR0913, PLR0917 - a command has as many arguments as it has options
    account: Annotated[
        Path | None,
        typer.Argument(metavar="ACCOUNT|TABLE", help="YAML or JSON; or CSV, TSV or Parquet."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All conflicts, those that overlap too.")] = False,
    limit: Annotated[
        int, typer.Option(min=1, metavar="N", help="The most conflicts that --all lists.")
    ] = 100,
    least: Annotated[
        bool,
        typer.Option("--least", help="The least that would have to change; `weights` in ACCOUNT weigh it."),
    ] = False,
    bounds: Annotated[
        bool, typer.Option("--bounds", help="What follows for every series on every day that is named.")
    ] = False,
    convention: Annotated[Convention, typer.Option(help="What vague words commit to.")] = "plain",
    rules: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The rules of a table, as YAML or JSON.")
    ] = None,
    rule: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="One rule of a table: 'low <= best <= high'. Any number of them."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--everything", help="All findings over the ledger, also the quiet ones.")
    ] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    ledger: LedgerOption = None,
) -> int:
    """Check the ledger, an account file or a table."""
    from addup.account import inquire
    from addup.account.tables.files import is_table

    if account is None:
        return _check_ledger(ledger, everything=everything, as_json=json_)
    if is_table(account):
        return _check_table(account, rules, rule or [], as_json=json_)
    if account.suffix.lower() in _WORKBOOKS and account.is_file():
        raise AddupError(
            f"{account} is a workbook: save its sheet as CSV (in Excel “CSV UTF-8”) and check that; "
            "addup read shows what is in it."
        )
    if rules or rule:
        raise AddupError(f"only a table (CSV, TSV, Parquet) has rules, and {account} is none.")
    most = limit if every else None
    try:
        found = inquire(account, convention=convention, most_conflicts=most, least=least, bounds=bounds)
    except AccountError as problem:
        from addup.documents.kinds import ENDINGS, TABLES

        if account.suffix.lower() in ENDINGS | TABLES and account.is_file():
            told = "is no account (YAML, JSON) and no table (CSV, TSV, Parquet)"
            raise AddupError(f"{account} {told}: addup read shows what is in a report.") from problem
        raise
    if json_:
        print_json(found.to_dict())
    else:
        from addup.report.checking import print_inquiry

        print_inquiry(terminal(), found)
    return status_of(found.result)


def _check_table(table: Path, rules: Path | None, rule: list[str], *, as_json: bool) -> int:
    """Check a table row by row, with a progress bar where somebody watches."""
    from addup.account import check_table
    from addup.report.checking import print_table, progress_over

    if bool(rules) == bool(rule):
        either = '--rule "low <= best <= high" (any number of them), or --rules FILE'
        raise AddupError(f"say what must hold in {table}: give either {either}")
    with progress_over(table) as told:
        result = check_table(table, rules or rule, progress=told)
    if as_json:
        print_json(result.to_dict())
    else:
        print_table(terminal(), result)
    return CONFLICT if result.faults else NOTHING_CONFLICTS


def _check_ledger(address: str | None, *, everything: bool, as_json: bool) -> int:
    """Check all reports in the ledger: what changed since the last time is checked anew."""
    from addup.report.kept import print_checked
    from addup.report.terminal import LOUD

    ledger = open_ledger(address)
    settle(ledger)
    found = ledger.findings(kinds=() if everything else LOUD)
    if as_json:
        print_json([kept.to_dict() for kept in found])
    else:
        events = {one.id: one for one in ledger.dossiers()} if found else {}
        print_checked(terminal(), found, ledger.readings, events, counts=ledger.counts())
    open_conflicts = [
        kept for kept in found if kept.finding.kind == "conflict" and kept.status != "dismissed"
    ]
    return CONFLICT if open_conflicts else NOTHING_CONFLICTS
