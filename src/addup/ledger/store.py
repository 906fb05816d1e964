"""The ledger: documents, their readings, what people did, and what follows from all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from sqlalchemy import Connection, select

from addup.account.files import AccountText
from addup.grouping.decisions import Decision
from addup.grouping.event_decisions import EventDecision
from addup.grouping.explaining import Explained, explain_series
from addup.ledger import accounts, acts, dossiers, exchange, keeping, listing, looking
from addup.ledger.changes import changes
from addup.ledger.corrections import FIGURE, new_figure, revise
from addup.ledger.decisions import DECISION, EVENT_DECISION, decision_of, reports_of, standing
from addup.ledger.errors import LedgerError
from addup.ledger.opening import await_turn, can_only_be_read, connect, explained
from addup.ledger.records import (
    Act,
    ActKind,
    Added,
    Edit,
    Found,
    KeptFinding,
    ListedDocument,
    ListedSeries,
    Stored,
)
from addup.ledger.tables import documents
from addup.records import Document, Figure, FindingKind, Grouping, Mark, Reading

MARKS: tuple[Mark, ...] = get_args(Mark)
DESCRIBED = ("title", "outlet", "published")
"""What people can say of a document that it does not say itself."""


class Ledger:
    """One ledger, open.

    Every method is one transaction: it happens as a whole or not at all. Several programs may use one ledger
    at the same time. All methods raise LedgerError where the database fails, or where what was named is not
    there.

    A file that can only be read can be looked at: `only_read` says so, and whatever would write raises
    LedgerError.
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

    @contextmanager
    def _viewing(self) -> Iterator[Connection]:
        with (
            explained(self.address),
            self._engine.connect().execution_options(reads_only=True) as connection,
        ):
            yield connection

    # --- documents ----------------------------------------------------------------------------------------

    def holds(self, document: str, *, reader: str | None = None) -> bool:
        """Whether the ledger holds a document; with `reader`, whether that version has read it."""
        with self._viewing() as connection:
            if reader is None:
                return keeping.holds(connection, document)
            return keeping.is_read_by(connection, document, reader)

    def add(self, reading: Reading, *, by: str, reader: str, address: str | None = None) -> Added:
        """Keep a document and what was read in it; what is there already stays as it is.

        `address` is where it was asked for, if that is not the address that it was got from at last.

        A document that was added before is read again where `reader` is another version: the new reading
        is kept beside the old, and corrections hold.
        """
        document = reading.document
        with self._writing() as connection:
            is_new = not keeping.holds(connection, document.id)
            if is_new:
                keeping.put_document(connection, document, by=by)
            before = keeping.put_address(connection, document.id, address or document.address)
            now = reading
            if is_new:
                keeping.put_reading(connection, reading, reader=reader)
                keeping.put_figures(connection, document.id, reading.figures)
                dossiers.place(connection, reading)
            elif not keeping.is_read_by(connection, document.id, reader):
                keeping.put_reading(connection, reading, reader=reader)
                now = self._changed(connection, document.id)
            else:
                now = keeping.stored(connection, document.id).reading
            told = changes(keeping.stored(connection, before).reading, now) if before else ()
            return Added(document, is_new, len(now.figures), before, tuple(told))

    def see(self, document: Document) -> Added:
        """Note that a document that the ledger holds was met again, perhaps at another address."""
        with self._writing() as connection:
            before = keeping.put_address(connection, document.id, document.address)
            now = keeping.stored(connection, document.id).reading
            return Added(now.document, False, len(now.figures), before)

    def _changed(self, connection: Connection, document: str) -> Reading:
        """Write the figures of a document down anew, and mark its dossier; give the reading as it stands."""
        reading = keeping.stored(connection, document).reading
        keeping.put_figures(connection, document, reading.figures)
        dossiers.touch_documents(connection, [document])
        return reading

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

    # --- what people do -----------------------------------------------------------------------------------

    def correct(self, document: str, figure: str, fields: Mapping[str, Any], edit: Edit) -> Act:
        """Set fields of a figure (see `addup.ledger.corrections.FIELDS`)."""
        return self._edit("correct", document, figure, edit, fields=fields)

    def confirm(self, document: str, figure: str, edit: Edit) -> Act:
        """Say that a figure is right as it stands: it stays so, however later versions read it."""
        return self._edit("confirm", document, figure, edit)

    def remove(self, document: str, figure: str, edit: Edit) -> Act:
        """Say that what was read as a figure is none."""
        return self._edit("remove", document, figure, edit)

    def add_figure(
        self, document: str, start: int, end: int, edit: Edit, *, fields: Mapping[str, Any] | None = None
    ) -> Act:
        """Add a figure that was missed, by the characters of its words in the text."""
        text = self.stored(document).reading.document.text
        if not 0 <= start < end <= len(text):
            raise LedgerError(
                f"the text of {document} has characters 0 to {len(text)}, not {start} to {end}."
            )
        figure = new_figure(text, start, end, sentence=_sentence(text, start, end))
        return self._edit("add", document, figure.id, edit, fields=fields or {}, figure=figure)

    def _edit(
        self,
        kind: ActKind,
        document: str,
        id: str,
        edit: Edit,
        *,
        fields: Mapping[str, Any] | None = None,
        figure: Figure | None = None,
    ) -> Act:
        with self._writing() as connection:
            found = {one.id: one for one in keeping.stored(connection, document).reading.figures}
            if kind == "add" and id in found:
                raise LedgerError(f"“{found[id].span.text}” is a figure already: correct {id}.")
            before = figure or found.get(id)
            if before is None:
                raise LedgerError(f"{document} has no figure {id!r}: addup show {document} lists them.")
            revise(before, fields or {})  # refuses what cannot be set
            content = {"figure": FIGURE.dump_python(before, mode="json"), "fields": dict(fields or {})}
            act = acts.record(connection, kind, edit=edit, document=document, subject=id, content=content)
            self._changed(connection, document)
            return acts.act_of(connection, act)

    def describe(self, document: str, fields: Mapping[str, str | None], edit: Edit) -> Act:
        """Give a document another title, outlet or day of publication; with another day it is read again."""
        from addup.documents.days import given_day
        from addup.reading.read import read

        for name in fields:
            if name not in DESCRIBED:
                raise LedgerError(f"a document has no {name!r} to give: there are {', '.join(DESCRIBED)}.")
        if fields.get("published"):
            given_day(str(fields["published"]))
        with self._writing() as connection:
            content = {"fields": dict(fields)}
            act = acts.record(connection, "describe", edit=edit, document=document, content=content)
            now = keeping.stored(connection, document)
            if "published" in fields:
                keeping.put_reading(connection, read(now.document), reader=now.reader)
            self._changed(connection, document)
            return acts.act_of(connection, act)

    def undo(self, act: int, edit: Edit) -> Act:
        """Take back an act. What it changed is as if it had not been; the act stays in the log."""
        from addup.reading.read import read

        with self._writing() as connection:
            taken = acts.act_of(connection, act)
            if taken.kind == "undo":
                raise LedgerError(f"act {act} is itself an undoing: do again what it took back.")
            if taken.undone:
                raise LedgerError(f"act {act} was taken back already.")
            made = acts.record(connection, "undo", edit=edit, document=taken.document, undoes=act)
            if taken.document is not None:
                if taken.kind == "describe" and "published" in taken.content["fields"]:
                    now = keeping.stored(connection, taken.document)
                    keeping.put_reading(connection, read(now.document), reader=now.reader)
                self._changed(connection, taken.document)
            self._redecided(connection, taken, undone=True)
            return acts.act_of(connection, made)

    def decide(self, decision: Decision, edit: Edit) -> Act:
        """Name, merge, split or pin series (see `addup.grouping.decisions`)."""
        with self._writing() as connection:
            return self._decide(connection, {"decision": DECISION.dump_python(decision, mode="json")}, edit)

    def name_event(self, event: int, name: str, edit: Edit) -> Act:
        """Give an event (a dossier) a name, which no other event may have."""
        name = " ".join(name.split())
        if not name:
            raise LedgerError("an event needs words to be called by.")
        with self._writing() as connection:
            for other, called in looking.decided_names(connection).items():
                if other != event and called.casefold() == name.casefold():
                    raise LedgerError(f"event {other} is called {called!r} already: --merge them, or choose.")
            reports = self._reports_in(connection, event)
            return self._decide_event(
                connection, EventDecision(kind="name", reports=reports, name=name), edit
            )

    def merge_events(self, event: int, other: int, edit: Edit) -> Act:
        """Say that two events (dossiers) are one."""
        with self._writing() as connection:
            if event == other:
                raise LedgerError(f"event {event} is one already: say which other one is the same.")
            reports, others = self._reports_in(connection, event), self._reports_in(connection, other)
            return self._decide_event(
                connection, EventDecision(kind="merge", reports=reports, others=others), edit
            )

    def split_event(self, reports: Sequence[str], edit: Edit) -> Act:
        """Say that some reports of one event, by the ids of their documents, are of an event of their own."""
        with self._writing() as connection:
            home, others = self._home_of(connection, reports)
            if not others:
                raise LedgerError(f"event {home} has no other reports: there is nothing to split them from.")
            decision = EventDecision(kind="split", reports=tuple(reports), others=others)
            return self._decide_event(connection, decision, edit)

    def pin_to_event(self, reports: Sequence[str], event: int, edit: Edit) -> Act:
        """Say that some reports of one event belong to another event (dossier)."""
        with self._writing() as connection:
            home, left = self._home_of(connection, reports)
            if home == event:
                raise LedgerError(f"{', '.join(reports)}: of event {event} already.")
            others = self._reports_in(connection, event)
            decision = EventDecision(kind="pin", reports=tuple(reports), others=others, left=left)
            return self._decide_event(connection, decision, edit)

    def _reports_in(self, connection: Connection, event: int) -> tuple[str, ...]:
        """Give the ids of the documents of an event."""
        query = select(documents.c.id).where(documents.c.dossier == event).order_by(documents.c.number)
        found = tuple(connection.scalars(query))
        if not found:
            raise LedgerError(f"there is no event {event}: addup events lists them.")
        return found

    def _home_of(self, connection: Connection, reports: Sequence[str]) -> tuple[int, tuple[str, ...]]:
        """Give the one event that some reports are of, and the other reports that it has."""
        query = select(documents.c.id, documents.c.dossier).where(documents.c.id.in_(reports))
        homes = {row.id: row.dossier for row in connection.execute(query)}
        missing = [id for id in reports if id not in homes]
        if missing or not reports:
            raise LedgerError(f"the ledger holds no document {', '.join(missing) or 'without a name'}.")
        if len(set(homes.values())) > 1:
            raise LedgerError("these reports are of several events: move those of one at a time.")
        home = homes[reports[0]]
        return home, tuple(id for id in self._reports_in(connection, home) if id not in homes)

    def _decide_event(self, connection: Connection, decision: EventDecision, edit: Edit) -> Act:
        return self._decide(connection, {"event": EVENT_DECISION.dump_python(decision, mode="json")}, edit)

    def _decide(self, connection: Connection, content: Mapping[str, Any], edit: Edit) -> Act:
        act = acts.act_of(connection, acts.record(connection, "decide", edit=edit, content=content))
        self._redecided(connection, act)
        return act

    def _redecided(self, connection: Connection, act: Act, *, undone: bool = False) -> None:
        """Let the dossiers follow a decision that was made or taken back."""
        if act.kind != "decide":
            return
        decision = decision_of(act.content)
        reports = reports_of(decision)
        if isinstance(decision, EventDecision):
            moves = decision.kind != "name"
        else:
            apart = undone or len(dossiers.homes_of(connection, reports)) > 1
            moves = apart and len(reports) > 1 and decision.kind in {"merge", "pin", "accept"}
        if moves:
            dossiers.rearrange(connection, reports)
        dossiers.touch_documents(connection, reports)

    def mark(self, finding: str, status: str, edit: Edit) -> Act:
        """Say what became of a finding: open, checked, dismissed or shared; `edit.why` gives the reason."""
        if status not in MARKS:
            raise LedgerError(f"a finding is {', '.join(MARKS)}, not {status!r}.")
        with self._writing() as connection:
            if not listing.findings_of(connection, key=finding):
                raise LedgerError(f"there is no finding {finding}: addup check lists them.")
            content = {"status": status}
            return acts.act_of(
                connection, acts.record(connection, "mark", edit=edit, subject=finding, content=content)
            )

    def log(self, document: str | None = None, *, last: int | None = None) -> tuple[Act, ...]:
        """Give what people did, in the order in which they did it."""
        with self._viewing() as connection:
            return acts.acts_of(connection, document=document, last=last)

    # --- accounts -----------------------------------------------------------------------------------------

    def save_account(self, name: str, text: str, edit: Edit) -> Act:
        """Save an account, as written in YAML, under a name; earlier ones of that name stay in the log."""
        with self._writing() as connection:
            content = {"text": text}
            return acts.act_of(
                connection, acts.record(connection, "account", edit=edit, subject=name, content=content)
            )

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
        return accounts.filled(text, name, self._reports_of)

    def _reports_of(self, series: str) -> list[dict[str, Any]]:
        """Give the figures of the series of a name as reports of the account language."""
        from addup.account.from_series import account_of

        meant = [one for one in self.series(series) if one.name.casefold() == series.casefold()]
        if not meant:
            raise LedgerError(f"the ledger has no series called {series!r}: addup series --all lists them.")
        reports = []
        for dossier in dict.fromkeys(one.dossier for one in meant):
            held = account_of(self.grouping(dossier))["reports"]
            mine = [one for one in held if one["series"].casefold() == series.casefold() and "figure" in one]
            reports += [{**one, "id": _id_of(one)} for one in mine]
        return reports

    # --- in and out ---------------------------------------------------------------------------------------

    def lines(self) -> Iterator[str]:
        """Give all that was added and done as lines of JSON (see `addup.ledger.exchange`)."""
        with self._viewing() as connection:
            yield from exchange.lines(connection)

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
        self._changed(connection, document)

    def figure_rows(self) -> Iterator[dict[str, Any]]:
        """Give every figure as it stands as one flat row, with its document and its series."""
        with self._viewing() as connection:
            yield from listing.figure_rows(connection)

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

    def grouping(self, dossier: int) -> Grouping:
        """Give the readings of a dossier, grouped."""
        with self._viewing() as connection:
            return dossiers.grouping_of(connection, dossier)

    def dossier_of(self, document: str) -> int | None:
        """Give the dossier that a document belongs to."""
        with self._viewing() as connection:
            return connection.scalar(select(documents.c.dossier).where(documents.c.id == document))

    def findings(self, *, kinds: Sequence[FindingKind] = (), dossier: int | None = None) -> list[KeptFinding]:
        """Give what the accounts show, with what became of it."""
        with self._viewing() as connection:
            return listing.findings_of(connection, kinds=kinds, dossier=dossier)

    def search(self, words: str, *, last: int = 50) -> list[ListedDocument]:
        """Give the documents that hold some words, the best first."""
        with self._viewing() as connection:
            return listing.search(connection, words, last=last)

    def said(self, number: float, *, last: int = 200) -> list[Found]:
        """Give the figures with just this number: "who else said 4,460?"."""
        with self._viewing() as connection:
            return listing.said(connection, number, last=last)

    # --- for those who look -------------------------------------------------------------------------------

    def dossiers(self) -> list[looking.ListedDossier]:
        """List dossiers, the one that grew last first."""
        with self._viewing() as connection:
            return looking.dossiers_of(connection)

    def event(self, name: str) -> looking.ListedDossier:
        """Give the event (the dossier) that a user means by its number, its name, or words of that.

        Raises:
            LedgerError: there is none, or more than one.
        """
        listed = self.dossiers()
        wanted = name.casefold()
        for meant in (
            [one for one in listed if str(one.id) == name],
            [one for one in listed if one.called.casefold() == wanted],
            [one for one in listed if wanted in one.called.casefold()],
        ):
            if len(meant) == 1:
                return meant[0]
            if meant:
                told = ", ".join(f"{one.id} ({one.called})" for one in meant[:5])
                more = " and others" if len(meant) > 5 else ""
                raise LedgerError(f"{name!r} may be event {told}{more}: give the number.")
        raise LedgerError(f"there is no event {name!r}: addup events lists them.")

    def dossier(self, id: int) -> looking.ListedDossier:
        """Give one dossier."""
        with self._viewing() as connection:
            found = looking.dossiers_of(connection, id=id)
        if not found:
            raise LedgerError(f"there is no dossier {id}.")
        return found[0]

    def sources(self) -> list[looking.ListedSource]:
        """List everybody who is credited with a figure, who said most first."""
        with self._viewing() as connection:
            return looking.sources_of(connection)

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

    def series_with(self, document: str, figure: str) -> ListedSeries | None:
        """Give the series that a figure is in; None before the ledger is settled."""
        with self._viewing() as connection:
            return looking.series_with(connection, document, figure)

    def first_figures(self, series: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Give for each series a figure in it, as document and id, by which it can be found again."""
        with self._viewing() as connection:
            return looking.first_figures(connection, series)

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


def _id_of(report: Mapping[str, Any]) -> str:
    """Name a report of an account by who gives it and where it stands."""
    place = f"{report['document']}:{report['figure']}"
    return f"{report['source']} {place}" if report["source"] else place


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the stretch between the full stops or line ends around some words."""
    before = max(text.rfind(mark, 0, start) for mark in (". ", "? ", "! ", "\n"))
    first = before + 1 if before >= 0 else 0
    after = [place for mark in (". ", "? ", "! ", "\n") if (place := text.find(mark, end)) >= 0]
    return first + (len(text[first:start]) - len(text[first:start].lstrip())), min(
        after, default=len(text) - 1
    ) + 1
