"""`addup mark`: what became of a finding."""

from __future__ import annotations

from typing import Annotated

import typer

from addup.cli.shared import ByOption, LedgerOption, WhyOption, name_of, open_ledger, terminal
from addup.records import Mark

MARK_HELP = """Say what became of a finding: checked, dismissed, shared, or open again.

\b
FINDING is the key that addup check prints behind its kind. A dismissed conflict no longer counts as one.

\b
Example:
  addup mark 8bb3937ccd31 dismissed --why "the budget counts the buses twice on purpose"
"""


def mark(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="The key of a finding.")],
    status: Annotated[Mark, typer.Argument(metavar="STATUS")],
    why: WhyOption = None,
    ledger: LedgerOption = None,
    by: ByOption = None,
) -> int:
    """Mark a finding."""
    from addup.ledger import Edit
    from addup.report.kept import print_log

    print_log(terminal(), [open_ledger(ledger).mark(finding, status, Edit(name_of(by), why))])
    return 0
