"""The check of what was read: the account of the reports, and what only their words show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from addup.account.check import check_account
from addup.account.comparing import comparing_findings
from addup.account.from_series import account_of
from addup.account.language import Account
from addup.account.parsing import read_account
from addup.account.rests import other_parts, paces, rests
from addup.account.result import Result
from addup.account.statements import statement_findings
from addup.records import Finding, Grouping
from addup.words import Convention


def check_reports(grouping: Grouping, *, convention: Convention = "plain") -> Result:
    """Check whether all that the reports say can be true, and tell what follows from it.

    To the findings of the account come those that need the words of the reports: rests as written and as
    rounded, numbers that a report says were changed, denials, plans, and what is left open.
    """
    account = read_account(account_of(grouping, convention=convention))
    result = check_account(account)
    written = [] if result.conflicts else list(_written(account))
    said = [*comparing_findings(grouping), *statement_findings(grouping)]
    return replace(result, findings=(*result.findings, *written, *said))


def _written(account: Account) -> Iterator[Finding]:
    """Do the sums with the numbers as they stand; a conflict leaves nothing to be done."""
    yield from rests(account)
    yield from other_parts(account)
    yield from paces(account)
