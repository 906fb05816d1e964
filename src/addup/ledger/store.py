"""The ledger: it takes documents and readings, and what people do; what follows is worked out anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, get_args

from sqlalchemy import Connection, select

from addup.grouping.joining.decisions import Decision
from addup.ledger import acts, deciding, dossiers, editing, exchange, keeping, listing
from addup.ledger.carrying import carry_over
from addup.ledger.changes import changes
from addup.ledger.decisions import reports_of, standing
from addup.ledger.errors import LedgerError
from addup.ledger.opening import await_turn, explained
from addup.ledger.records import (
    Act,
    Added,
    Edit,
)
from addup.ledger.tables import documents
from addup.ledger.view import LedgerView
from addup.records import Document, Mark, Reading

MARKS: tuple[Mark, ...] = get_args(Mark)


class Ledger(LedgerView):
    """One ledger, open.

    Every method is one transaction: it happens as a whole or not at all. Several programs may use one ledger
    at the same time. All methods raise LedgerError where the database fails, or where what was named is not
    there.

    A file that can only be read can be looked at: `only_read` says so, and whatever would write raises
    LedgerError.
    """

    def refuse_to_write(self) -> None:
        """Refuse at once what would write at its end, if the ledger can only be read.

        Raises:
            LedgerError: it can only be read.
        """
        if self.only_read:
            raise LedgerError(
                f"the ledger {self.address} can only be read: copy it to where it can be written, and give "
                "the copy as --ledger."
            )

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self.refuse_to_write()
        with explained(self.address), self._engine.begin() as connection:
            await_turn(connection)
            yield connection

    # --- documents ----------------------------------------------------------------------------------------

    def add(self, reading: Reading, *, by: str, reader: str, address: str | None = None) -> Added:
        """Keep a document and what was read in it; what is there already stays as it is.

        `address` is where it was asked for, if that is not the address that it was got from at last.

        A document that was added before is read again where `reader` is another version: the new reading
        is kept beside the old, and corrections hold. So they do in what an address gives now, where the
        sentences that they are about still stand.
        """
        document = reading.document
        with self._writing() as connection:
            is_new = not keeping.holds(connection, document.id)
            if is_new:
                keeping.put_document(connection, document, by=by)
            before = keeping.put_address(connection, document.id, address or document.address)
            now = reading
            carried: tuple[str, ...] = ()
            if is_new:
                keeping.put_reading(connection, reading, reader=reader)
                keeping.put_figures(connection, document.id, reading.figures)
                dossiers.place(connection, reading)
                if before:
                    carried = carry_over(connection, before, document.id, by=by)
                    now = keeping.stored(connection, document.id).reading
            elif not keeping.is_read_by(connection, document.id, reader):
                keeping.put_reading(connection, reading, reader=reader)
                now = editing.write_anew(connection, document.id)
            else:
                now = keeping.stored(connection, document.id).reading
            told = changes(keeping.stored(connection, before).reading, now) if before else ()
            return Added(now.document, is_new, len(now.figures), before, tuple(told), carried)

    def see(self, document: Document) -> Added:
        """Note that a document that the ledger holds was met again, perhaps at another address."""
        with self._writing() as connection:
            before = keeping.put_address(connection, document.id, document.address)
            now = keeping.stored(connection, document.id).reading
            return Added(now.document, False, len(now.figures), before)

    def take(self, lines: Iterable[str]) -> dict[str, int]:
        """Put lines of another ledger into this one, all or none; give how many of each type were new."""
        with self._writing() as connection:
            new = exchange.take(connection, lines, added=self._taken)
            if new["act"]:
                decided = {report for one in standing(connection) for report in reports_of(one)}
                dossiers.rearrange(connection, decided)
                dossiers.touch_documents(connection, decided)
            return new

    def _taken(self, connection: Connection, document: str) -> None:
        """Give a document that came from another ledger its dossier, and its figures as they stand."""
        homeless = select(documents.c.id).where(documents.c.id == document, documents.c.dossier.is_(None))
        if connection.scalar(homeless) is not None:
            dossiers.place(connection, keeping.stored(connection, document).reading)
        editing.write_anew(connection, document)

    # --- what people do -----------------------------------------------------------------------------------

    def correct(self, document: str, figure: str, fields: Mapping[str, Any], edit: Edit) -> Act:
        """Set fields of a figure (see `addup.ledger.corrections.FIELDS`)."""
        with self._writing() as connection:
            return editing.edit_figure(connection, "correct", document, figure, edit, fields=fields)

    def confirm(self, document: str, figure: str, edit: Edit) -> Act:
        """Say that a figure is right as it stands: it stays so, however later versions read it."""
        with self._writing() as connection:
            return editing.edit_figure(connection, "confirm", document, figure, edit)

    def remove(self, document: str, figure: str, edit: Edit) -> Act:
        """Say that what was read as a figure is none."""
        with self._writing() as connection:
            return editing.edit_figure(connection, "remove", document, figure, edit)

    def add_figure(
        self, document: str, start: int, end: int, edit: Edit, *, fields: Mapping[str, Any] | None = None
    ) -> Act:
        """Add a figure that was missed, by the characters of its words in the text."""
        figure = editing.missed_figure(self.stored(document).document, start, end)
        with self._writing() as connection:
            return editing.edit_figure(
                connection, "add", document, figure.id, edit, fields=fields or {}, figure=figure
            )

    def describe(self, document: str, fields: Mapping[str, str | None], edit: Edit) -> Act:
        """Give a document another title, outlet or day of publication; with another day it is read again."""
        editing.refuse_description(fields)
        with self._writing() as connection:
            return editing.describe(connection, document, fields, edit)

    def undo(self, act: int, edit: Edit) -> Act:
        """Take back an act. What it changed is as if it had not been; the act stays in the log."""
        with self._writing() as connection:
            return editing.undo(connection, act, edit)

    def decide(self, decision: Decision, edit: Edit) -> Act:
        """Name, merge, split or pin series (see `addup.grouping.joining.decisions`)."""
        with self._writing() as connection:
            return deciding.decide(connection, decision, edit)

    def name_event(self, event: int, name: str, edit: Edit) -> Act:
        """Give an event (a dossier) a name, which no other event may have."""
        name = " ".join(name.split())
        if not name:
            raise LedgerError("an event needs words to be called by.")
        with self._writing() as connection:
            return deciding.name_event(connection, event, name, edit)

    def merge_events(self, event: int, other: int, edit: Edit) -> Act:
        """Say that two events (dossiers) are one."""
        with self._writing() as connection:
            return deciding.merge_events(connection, event, other, edit)

    def split_event(self, reports: Sequence[str], edit: Edit) -> Act:
        """Say that some reports of one event, by the ids of their documents, are of an event of their own."""
        with self._writing() as connection:
            return deciding.split_event(connection, reports, edit)

    def pin_to_event(self, reports: Sequence[str], event: int, edit: Edit) -> Act:
        """Say that some reports of one event belong to another event (dossier)."""
        with self._writing() as connection:
            return deciding.pin_to_event(connection, reports, event, edit)

    def mark(self, finding: str, status: str, edit: Edit) -> Act:
        """Say what became of a finding: open, checked, dismissed or shared; `edit.why` gives the reason."""
        if status not in MARKS:
            raise LedgerError(f"a finding is {', '.join(MARKS)}, not {status!r}.")
        with self._writing() as connection:
            if not listing.findings_of(connection, key=finding):
                raise LedgerError(f"there is no finding {finding}: addup check lists them.")
            return acts.record(connection, "mark", edit=edit, subject=finding, content={"status": status})

    def save_account(self, name: str, text: str, edit: Edit) -> Act:
        """Save an account, as written in YAML, under a name; earlier ones of that name stay in the log."""
        with self._writing() as connection:
            return acts.record(connection, "account", edit=edit, subject=name, content={"text": text})

    # --- what follows -------------------------------------------------------------------------------------

    def settle(self, *, progress: Callable[[int, int], None] | None = None) -> int:
        """Group and check whatever changed since the last time; give how many dossiers that were."""
        done = 0
        with explained(self.address):
            while waiting := self._unsettled():
                if self.only_read:
                    raise LedgerError(
                        f"the ledger {self.address} was not checked since it was last added to, and can only "
                        "be read: copy it to where it can be written, and give the copy as --ledger."
                    )
                for dossier in waiting:
                    done += dossiers.settle(self._engine, dossier)
                    if progress:
                        progress(done, done + len(waiting))
        return done

    def _unsettled(self) -> list[int]:
        with self._viewing() as connection:
            return dossiers.unsettled(connection)
