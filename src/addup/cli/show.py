"""`addup show`: a document of the ledger as it stands."""

from __future__ import annotations

from typing import Annotated

import typer

import addup
from addup.cli.shared import LedgerOption, open_ledger, print_json, status_of, terminal

SHOW_HELP = """Show a document of the ledger as it stands, with corrections; without DOCUMENT, list them.

\b
Examples:
  addup show                     every document, the one added last first
  addup show 5eac10396e56        one of them: its account, its versions, what was corrected
  addup show flood --figures     with the ids by which its figures can be corrected
"""


def show(
    document: Annotated[
        str | None,
        typer.Argument(
            metavar="DOCUMENT", help="An id or its beginning, a file, an address, or words of a title."
        ),
    ] = None,
    figures: Annotated[bool, typer.Option("--figures", help="List the figures with their ids.")] = False,
    last: Annotated[int, typer.Option(min=1, metavar="N", help="The most documents to list.")] = 50,
    json_: Annotated[bool, typer.Option("--json", help="Print the record as JSON.")] = False,
    ledger: LedgerOption = None,
) -> int:
    """Show one document, or list them."""
    from addup.report.kept import print_documents, print_figures, print_versions
    from addup.report.terminal import print_report

    opened = open_ledger(ledger)
    if document is None:
        print_documents(terminal(), opened.documents(last=last))
        return 0
    stored = opened.stored(opened.find(document))
    if json_:
        print_json({**stored.reading.to_dict(), "acts": [act.to_dict() for act in stored.acts]})
        return 0
    if figures:
        print_figures(terminal(), stored.reading)
        return 0
    grouping = addup.series([stored.reading])
    result = addup.check(grouping)
    print_report(terminal(), stored.reading, grouping, result)
    print_versions(terminal(), stored)
    return status_of(result)
