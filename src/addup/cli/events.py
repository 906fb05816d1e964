"""`addup events`: what the reports of the ledger are about, and the reports of one event."""

from __future__ import annotations

from typing import Annotated

import typer

from addup.cli.shared import LedgerOption, open_ledger, print_json, settle, terminal

EVENTS_HELP = """List the events that the reports of the ledger are about, or show those of one EVENT.

\b
Reports are of one event if they count the casualties of the same place and days, or share enough names.
Events are named by what happened, where and when; addup correct gives them other names, and merges, splits
and pins them.

\b
Examples:
  addup events                         every event, the one that grew last first
  addup events "flood, Brennick"       its reports, its series, and how many findings
  addup events 3                       the same by its number
"""


def events(
    event: Annotated[
        str | None, typer.Argument(metavar="EVENT", help="A number, a name, or words of it.")
    ] = None,
    last: Annotated[int, typer.Option(min=1, metavar="N", help="The most events to list.")] = 50,
    json_: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
    ledger: LedgerOption = None,
) -> int:
    """List events, or show one."""
    from dataclasses import asdict

    from addup.report.kept import print_event, print_events

    opened = open_ledger(ledger)
    settle(opened)
    if event is None:
        listed = opened.dossiers()
        if json_:
            print_json([_plain(asdict(one)) for one in listed])
        else:
            print_events(terminal(), listed[:last], total=len(listed))
        return 0
    meant = opened.event(event)
    documents = opened.documents(dossier=meant.id)
    own = [one for one in opened.series(least=2) if one.dossier == meant.id]
    if json_:
        reports = [_plain(asdict(one)) for one in documents]
        print_json({**_plain(asdict(meant)), "reports": reports, "series_list": [asdict(one) for one in own]})
    else:
        print_event(terminal(), meant, documents, own)
    return 0


def _plain(record: dict[str, object]) -> dict[str, object]:
    """Write days and moments as text."""
    from datetime import date

    return {name: one.isoformat() if isinstance(one, date) else one for name, one in record.items()}
