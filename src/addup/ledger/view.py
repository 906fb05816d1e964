"""Looking into a ledger: documents as they stand, what people did, and what follows from all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from addup.account.language.files import AccountText
from addup.grouping.explaining import Explained, explain_series
from addup.ledger import accounts, acts, dossiers, exchange, keeping, listing, looking
from addup.ledger.errors import LedgerError
from addup.ledger.opening import can_only_be_read, connect, explained
from addup.ledger.records import (
    Act,
    Found,
    KeptFinding,
    ListedDocument,
    ListedSeries,
    Stored,
)
from addup.ledger.tables import documents
from addup.records import Figure, FindingKind, Grouping, Reading


class LedgerView:
    """A ledger that is looked at. Every method sees it as it is at one moment.

    Several programs may use one ledger at the same time. All methods raise LedgerError where the database
    fails, or where what was named is not there. `only_read` says that the file can only be read.
    """

    def __init__(self, address: str | Path) -> None:
        """Open the ledger at a path, or at `postgresql://…`; where there is none, make it.

        Raises:
            LedgerError: it cannot be opened.
        """
        self.address = str(address)
        self.only_read = can_only_be_read(address)
        self._engine = connect(address)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _viewing(self) -> Iterator[Connection]:
        with (
            explained(self.address),
            self._engine.connect().execution_options(reads_only=True) as connection,
        ):
            yield connection

    # --- documents ----------------------------------------------------------------------------------------

    def readings(self, documents: Sequence[str]) -> list[Reading]:
        """Give the readings of some documents as they stand, all at once."""
        with self._viewing() as connection:
            return keeping.readings(connection, list(dict.fromkeys(documents)))

    def holds(self, document: str, *, reader: str | None = None) -> bool:
        """Whether the ledger holds a document; with `reader`, whether that version has read it."""
        with self._viewing() as connection:
            if reader is None:
                return keeping.holds(connection, document)
            return keeping.is_read_by(connection, document, reader)

    def seen(self, address: str) -> datetime | None:
        """Give when the newest document of an address was first got from there; None for an unknown one."""
        with self._viewing() as connection:
            return keeping.seen(connection, address)

    def find(self, name: str) -> str:
        """Give the id of the document that a user means by an id, its beginning, an address or a title."""
        with self._viewing() as connection:
            return keeping.find(connection, name)

    def stored(self, document: str) -> Stored:
        """Give a document as it stands, with corrections laid over its newest reading."""
        with self._viewing() as connection:
            return keeping.stored(connection, document)

    def documents(self, *, last: int | None = None, dossier: int | None = None) -> list[ListedDocument]:
        """List documents, the one added last first."""
        with self._viewing() as connection:
            return listing.documents_of(connection, last=last, dossier=dossier)

    def counts(self) -> dict[str, int]:
        """Count documents, figures, series and findings."""
        with self._viewing() as connection:
            return listing.counts(connection)

    def search(self, words: str, *, last: int = 50) -> list[ListedDocument]:
        """Give the documents that hold some words, the best first."""
        with self._viewing() as connection:
            return listing.search(connection, words, last=last)

    def figure_rows(self) -> Iterator[dict[str, Any]]:
        """Give every figure as it stands as one flat row, with its document and its series."""
        with self._viewing() as connection:
            yield from listing.figure_rows(connection)

    def lines(self) -> Iterator[str]:
        """Give all that was added and done as lines of JSON (see `addup.ledger.exchange`)."""
        with self._viewing() as connection:
            yield from exchange.lines(connection)

    # --- what people did ----------------------------------------------------------------------------------

    def log(self, document: str | None = None, *, last: int | None = None) -> tuple[Act, ...]:
        """Give what people did, in the order in which they did it."""
        with self._viewing() as connection:
            return acts.acts_of(connection, document=document, last=last)

    def accounts(self) -> dict[str, Act]:
        """Give the saved accounts by name, each as it was saved last; `content["text"]` is its YAML."""
        with self._viewing() as connection:
            saved = acts.acts_of(connection, kind="account")
        return {str(act.subject): act for act in saved if not act.undone}

    def account(self, name: str) -> str:
        """Give the YAML of a saved account.

        Raises:
            LedgerError: none of that name is saved.
        """
        saved = self.accounts()
        if name not in saved:
            known = f"there are {', '.join(sorted(saved))}" if saved else "none is saved yet"
            raise LedgerError(f"no account is called {name!r}: {known}.")
        return str(saved[name].content["text"])

    def filled(self, text: str, *, name: str = "account") -> AccountText | Mapping[str, Any]:
        """Give an account with the figures of the ledger's series that it names (`addup.ledger.accounts`).

        `addup.check` and `addup.account.inquire` take what it gives. The ledger must be settled.

        Raises:
            AccountError: the account has mistakes.
            LedgerError: it names a series that the ledger does not have.
        """
        with self._viewing() as connection:
            return accounts.filled(text, name, connection)

    # --- what follows -------------------------------------------------------------------------------------

    def series(self, name: str | None = None, *, least: int = 1) -> list[ListedSeries]:
        """List series, the largest first: those whose name holds some words, with `least` figures or more."""
        with self._viewing() as connection:
            return listing.series_of(connection, name=name, least=least)

    def members(self, series: int) -> list[tuple[Reading, Figure]]:
        """Give the figures of a series by its id, each with the reading that it stands in, by document."""
        with self._viewing() as connection:
            return listing.members_of(connection, series)

    def explained(self, series: ListedSeries) -> list[Explained]:
        """Say for each figure of a series which words put it there, in the order of the documents' ids.

        The ledger must be settled.
        """
        try:
            return explain_series(self.grouping(series.dossier), series.name)
        except KeyError:
            raise LedgerError(f"{series.name!r} changed in the meantime: ask again.") from None

    def series_with(self, document: str, figure: str) -> ListedSeries | None:
        """Give the series that a figure is in; None before the ledger is settled."""
        with self._viewing() as connection:
            return looking.series_with(connection, document, figure)

    def first_figures(self, series: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Give for each series a figure in it, as document and id, by which it can be found again."""
        with self._viewing() as connection:
            return looking.first_figures(connection, series)

    def rows(
        self,
        *,
        series: int | None = None,
        source: str | None = None,
        dossier: int | None = None,
        last: int | None = None,
    ) -> list[dict[str, Any]]:
        """Give figures as flat rows, each with the text around it (see `addup.ledger.looking.rows_of`)."""
        with self._viewing() as connection:
            return looking.rows_of(connection, series_id=series, source=source, dossier=dossier, last=last)

    def said(self, number: float, *, last: int = 200) -> list[Found]:
        """Give the figures with just this number: "who else said 4,460?"."""
        with self._viewing() as connection:
            return listing.said(connection, number, last=last)

    def sources(self) -> list[looking.ListedSource]:
        """List everybody who is credited with a figure, who said most first."""
        with self._viewing() as connection:
            return looking.sources_of(connection)

    def findings(self, *, kinds: Sequence[FindingKind] = (), dossier: int | None = None) -> list[KeptFinding]:
        """Give what the accounts show, with what became of it."""
        with self._viewing() as connection:
            return listing.findings_of(connection, kinds=kinds, dossier=dossier)

    def finding(self, key: str) -> KeptFinding:
        """Give one finding, with what became of it."""
        with self._viewing() as connection:
            found = listing.findings_of(connection, key=key)
        if not found:
            raise LedgerError(f"there is no finding {key}: perhaps it was settled by a correction.")
        return found[0]

    def findings_on(self, document: str) -> list[KeptFinding]:
        """Give the findings that rest on words of a document."""
        with self._viewing() as connection:
            dossier = connection.scalar(select(documents.c.dossier).where(documents.c.id == document))
            found = listing.findings_of(connection, dossier=dossier) if dossier is not None else []
        return [one for one in found if any(piece.document == document for piece in one.finding.evidence)]

    # --- dossiers, which to a user are events -------------------------------------------------------------

    def dossiers(self) -> list[looking.ListedDossier]:
        """List dossiers, the one that grew last first."""
        with self._viewing() as connection:
            return looking.dossiers_of(connection)

    def dossier(self, id: int) -> looking.ListedDossier:
        """Give one dossier."""
        with self._viewing() as connection:
            found = looking.dossiers_of(connection, id=id)
        if not found:
            raise LedgerError(f"there is no dossier {id}.")
        return found[0]

    def event(self, name: str) -> looking.ListedDossier:
        """Give the event (the dossier) that a user means by its number, its name, or words of that.

        Raises:
            LedgerError: there is none, or more than one.
        """
        return looking.meant(self.dossiers(), name)

    def dossier_of(self, document: str) -> int | None:
        """Give the dossier that a document belongs to."""
        with self._viewing() as connection:
            return connection.scalar(select(documents.c.dossier).where(documents.c.id == document))

    def grouping(self, dossier: int) -> Grouping:
        """Give the readings of a dossier, grouped."""
        with self._viewing() as connection:
            return dossiers.grouping_of(connection, dossier)
