"""`addup series`: what is counted in the ledger, and one series over time."""

from __future__ import annotations

from typing import Annotated

import typer

from addup.cli.shared import LedgerOption, open_ledger, print_json, settle, terminal
from addup.errors import AddupError

SERIES_HELP = """List the series of the ledger, or draw those that NAME names over time.

\b
Examples:
  addup series                  every series of two figures or more
  addup series "killed, Oslo"   a chart: who said how many, when, and what the words leave open
  addup series oslo             all series with these words in their names
"""
MOST_CHARTS = 8


def series(
    name: Annotated[str | None, typer.Argument(help="The name of a series, or words of it.")] = None,
    every: Annotated[bool, typer.Option("--all", help="List also those with one figure alone.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
    ledger: LedgerOption = None,
) -> int:
    """List series, or draw some."""
    from dataclasses import asdict

    from addup.report.kept import print_series, print_series_list

    opened = open_ledger(ledger)
    settle(opened)
    listed = opened.series(name, least=1 if every or name else 2)
    exact = [one for one in listed if name and one.name.casefold() == name.casefold()]
    listed = exact or listed
    if name and not listed:
        raise AddupError(f"no series is called {name!r}: addup series --all lists them.")
    if name is None or (len(listed) > MOST_CHARTS and not json_):
        if json_:
            print_json([asdict(one) for one in listed])
        else:
            print_series_list(terminal(), listed)
        return 0
    groupings = {one.dossier: opened.grouping(one.dossier) for one in listed}
    drawn = [
        (found, groupings[one.dossier].readings)
        for one in listed
        for found in groupings[one.dossier].series
        if found.name == one.name
    ]
    if json_:
        print_json([found.to_dict() for found, _ in drawn])
    for found, readings in () if json_ else drawn:
        print_series(terminal(), found, readings)
    return 0
