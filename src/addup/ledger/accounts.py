"""Named accounts over the series of a ledger.

An account is written in the account language. A series of it may take over what the ledger holds:

    series:
      dead: {kind: toll, ledger: "killed, Brennick"}

Then every figure of the ledger's series of that name is a report of it, as if it had been written down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from addup.account.files import AccountText, load
from addup.account.parsing import NO_DAYS, read_account
from addup.errors import AccountError

ReportsOf = Callable[[str], Sequence[Mapping[str, Any]]]
"""Gives the reports of a series of the ledger, by its name."""


def filled(text: str, name: str, reports_of: ReportsOf) -> AccountText | Mapping[str, Any]:
    """Give an account with the reports of the ledger's series that it names, ready to be checked.

    `name` is how messages call it. The ids of reports from the ledger are `SOURCE DOCUMENT:FIGURE`.

    Raises:
        AccountError: the account has mistakes; it lists all of them with their places.
        LedgerError: the ledger has no series of some name.
    """
    written = AccountText(text, name)
    data, _ = load(written)
    declared = data.get("series")
    named = {
        str(series): str(of["ledger"])
        for series, of in (declared.items() if isinstance(declared, Mapping) else ())
        if isinstance(of, Mapping) and of.get("ledger")
    }
    if not named:
        return written
    try:
        read_account(written)
    except AccountError as problem:  # the days may be in the ledger
        if not all(NO_DAYS in mistake for mistake in problem.mistakes):
            raise
    held = [{**report, "series": series} for series, of in named.items() for report in reports_of(of)]
    return {**data, "reports": [*(data.get("reports") or ()), *held]}
