"""`addup log` and `addup undo`: who did what, and taking it back."""

from __future__ import annotations

from typing import Annotated

import typer

from addup.cli.shared import ByOption, LedgerOption, WhyOption, name_of, open_ledger, print_json, terminal

LOG_HELP = """Show who corrected, decided or marked what, when and why: of one document, or of all.

\b
Examples:
  addup log --last 20
  addup log flood.txt
"""
UNDO_HELP = """Take back a correction, a decision or a mark, by its number in the log.

The ledger is as if it had not been; both stay in the log.
"""


def log(
    document: Annotated[
        str | None, typer.Argument(metavar="DOCUMENT", help="An id, a file, an address, or words of a title.")
    ] = None,
    last: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only so many of the newest.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
    ledger: LedgerOption = None,
) -> int:
    """Show the history."""
    from addup.report.kept import print_log

    opened = open_ledger(ledger)
    acts = opened.log(opened.find(document) if document else None, last=last)
    if json_:
        print_json([act.to_dict() for act in acts])
    elif acts:
        print_log(terminal(), acts)
    else:
        terminal().print("nothing was corrected, decided or marked yet.")
    return 0


def undo(
    act: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of an act in the log.")],
    why: WhyOption = None,
    ledger: LedgerOption = None,
    by: ByOption = None,
) -> int:
    """Take back an act."""
    from addup.ledger import Edit
    from addup.report.kept import print_log

    print_log(terminal(), [open_ledger(ledger).undo(act, Edit(name_of(by), why))])
    return 0
