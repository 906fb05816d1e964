"""`addup series`: what is counted in the ledger, and one series over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from addup.cli.shared import LedgerOption, open_ledger, print_json, settle, terminal
from addup.errors import AddupError

if TYPE_CHECKING:
    from addup.ledger import Ledger
    from addup.ledger.records import ListedSeries
    from addup.records import Figure, Reading, Series

SERIES_HELP = """List the series of the ledger, or draw those that NAME names over time.

\b
Examples:
  addup series                  every series of two figures or more
  addup series "killed, Oslo"   a chart: who said how many, when, and what the words leave open
  addup series oslo             all series with these words in their names
  addup series oslo --explain   for each figure, the words that put it into its series
"""
MOST_CHARTS = 8
MOST_NAMED = 5


def series(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The name of a series, or words of it.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="List also those with one figure alone.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which words put each figure into its series.")
    ] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
    ledger: LedgerOption = None,
) -> int:
    """List series, or draw some."""
    from dataclasses import asdict

    from addup.report.kept import print_series, print_series_list

    if explain and name is None:
        raise AddupError("say which series to explain: addup series NAME --explain.")
    opened = open_ledger(ledger)
    settle(opened)
    listed = opened.series(name, least=1 if every or name else 2)
    exact = [one for one in listed if name and one.name.casefold() == name.casefold()]
    beside = [one.name for one in listed if one not in exact] if exact else []
    listed = exact or listed
    if name and not listed:
        raise AddupError(f"no series is called {name!r}: addup series --all lists them.")
    if explain:
        _explain(opened, listed, as_json=json_)
        return 0
    if name is None or (len(listed) > MOST_CHARTS and not json_):
        if json_:
            print_json([asdict(one) for one in listed])
        else:
            print_series_list(terminal(), listed)
        return 0
    drawn = [(one, opened.members(one.id)) for one in listed]
    if json_:
        print_json([_series(one, members).to_dict() for one, members in drawn])
    for one, members in () if json_ else drawn:
        print_series(terminal(), _series(one, members), [reading for reading, _ in members])
    if beside and not json_:
        more = f" and {len(beside) - MOST_NAMED} more" if len(beside) > MOST_NAMED else ""
        terminal().print(f"\nalso with these words: {'; '.join(beside[:MOST_NAMED])}{more}", markup=False)
    return 0


def _explain(ledger: Ledger, listed: list[ListedSeries], *, as_json: bool) -> None:
    """Print for each figure of some series which words put it there."""
    from addup.report.kept import print_explained

    if len(listed) > MOST_CHARTS:
        names = ", ".join(repr(one.name) for one in listed[:3])
        raise AddupError(f"{len(listed)} series have these words in their names, {names} ...: name one.")
    told = [(one, ledger.explained(one)) for one in listed]
    if as_json:
        print_json(
            [
                {
                    "series": one.name,
                    "figures": [
                        {"why": line, "words": [piece.to_dict() for piece in words]}
                        for line, words in explained
                    ],
                }
                for one, explained in told
            ]
        )
    else:
        print_explained(terminal(), told)


def _series(listed: ListedSeries, members: list[tuple[Reading, Figure]]) -> Series:
    """Give a listed series with its figures."""
    from addup.records import Member, Series

    return Series(
        id=str(listed.id),
        name=listed.name,
        kind=listed.kind,
        counted=listed.counted,
        event=listed.event,
        scope=listed.scope,
        unit=listed.unit,
        members=tuple(Member(reading.document.id, figure) for reading, figure in members),
    )
