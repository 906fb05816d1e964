"""Findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from addup.account.conflicts import Contradiction
from addup.account.corrections import corrected
from addup.account.language import Account
from addup.records import Finding


def findings(account: Account, conflicts: Sequence[Contradiction], tensions: Sequence[Contradiction]) -> Iterator[Finding]:
    """Give all findings."""
    for index, by in corrected(account, "charitable").items():
        yield Finding(kind="revised", text="", reports=(account.reports[index].id, account.reports[by].id))
