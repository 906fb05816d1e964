"""Named accounts over the series of a ledger.

An account is written in the account language. A series of it may take over what the ledger holds:

    series:
      dead: {kind: toll, ledger: "killed, Brennick"}

Then every figure of the ledger's series of that name is a report of it, as if it had been written down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from addup.account.language.files import AccountText, load
from addup.account.language.parsing import NO_DAYS, read_account
from addup.errors import AccountError
from addup.ledger import dossiers, listing
from addup.ledger.errors import LedgerError


def filled(text: str, name: str, connection: Connection) -> AccountText | Mapping[str, Any]:
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
    held = [
        {**report, "series": series} for series, of in named.items() for report in _reports_of(connection, of)
    ]
    return {**data, "reports": [*(data.get("reports") or ()), *held]}


def _reports_of(connection: Connection, name: str) -> Iterator[dict[str, Any]]:
    """Give the figures of the ledger's series of a name as reports of the account language."""
    from addup.account.reported.from_series import account_of

    wanted = name.casefold()
    listed = listing.series_of(connection, name=name, least=1)
    meant = [one for one in listed if one.name.casefold() == wanted]
    if not meant:
        raise LedgerError(f"the ledger has no series called {name!r}: addup series --all lists them.")
    for dossier in dict.fromkeys(one.dossier for one in meant):
        for one in account_of(dossiers.grouping_of(connection, dossier))["reports"]:
            if one["series"].casefold() == wanted and "figure" in one:
                yield {**one, "id": _id_of(one)}


def _id_of(report: Mapping[str, Any]) -> str:
    """Name a report of an account by who gives it and where it stands."""
    place = f"{report['document']}:{report['figure']}"
    return f"{report['source']} {place}" if report["source"] else place
