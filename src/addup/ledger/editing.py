"""Editing documents: figures set right, documents described, and acts taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from addup.ledger import acts, dossiers, keeping
from addup.ledger.corrections import FIGURE, new_figure, revise
from addup.ledger.deciding import follow
from addup.ledger.errors import LedgerError
from addup.ledger.records import Act, ActKind, Edit
from addup.records import Document, Figure, Reading

DESCRIBED = ("title", "outlet", "published")
"""What people can say of a document that it does not say itself."""


def write_anew(connection: Connection, document: str) -> Reading:
    """Write the figures of a document down anew, and mark its dossier; give the reading as it stands."""
    reading = keeping.stored(connection, document).reading
    keeping.put_figures(connection, document, reading.figures)
    dossiers.touch_documents(connection, [document])
    return reading


def missed_figure(document: Document, start: int, end: int) -> Figure:
    """Make a figure of words that the reading missed, by their characters in the text.

    Raises:
        LedgerError: the text has no such characters, or the words hold no amount.
    """
    text = document.text
    if not 0 <= start < end <= len(text):
        raise LedgerError(f"the text of {document.id} has characters 0 to {len(text)}, not {start} to {end}.")
    return new_figure(text, start, end, sentence=_sentence(text, start, end))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the stretch between the full stops or line ends around some words."""
    marks = (". ", "? ", "! ", "\n")
    first = max(text.rfind(mark, 0, start) for mark in marks) + 1
    first += len(text[first:start]) - len(text[first:start].lstrip())
    after = [place for mark in marks if (place := text.find(mark, end)) >= 0]
    return first, min(after, default=len(text) - 1) + 1


def edit_figure(
    connection: Connection,
    kind: ActKind,
    document: str,
    id: str,
    edit: Edit,
    *,
    fields: Mapping[str, Any] | None = None,
    figure: Figure | None = None,
) -> Act:
    """Correct, confirm or remove a figure, or add the `figure` that was missed, with fields to set.

    Raises:
        CollisionError: somebody else edited the figure since the editor looked.
        LedgerError: there is no such figure, the figure to add is there already, or a field cannot be set.
    """
    found = {one.id: one for one in keeping.stored(connection, document).reading.figures}
    if kind == "add" and id in found:
        raise LedgerError(f"“{found[id].span.text}” is a figure already: correct {id}.")
    before = figure or found.get(id)
    if before is None:
        raise LedgerError(f"{document} has no figure {id!r}: addup show {document} lists them.")
    revise(before, fields or {})  # refuses what cannot be set
    content = {"figure": FIGURE.dump_python(before, mode="json"), "fields": dict(fields or {})}
    act = acts.record(connection, kind, edit=edit, document=document, subject=id, content=content)
    write_anew(connection, document)
    return act


def refuse_description(fields: Mapping[str, str | None]) -> None:
    """Refuse what cannot be said of a document.

    Raises:
        LedgerError: there is no such field.
        AddupError: what is given as the day of publication is no day.
    """
    from addup.documents.days import given_day

    for name in fields:
        if name not in DESCRIBED:
            raise LedgerError(f"a document has no {name!r} to give: there are {', '.join(DESCRIBED)}.")
    if fields.get("published"):
        given_day(str(fields["published"]))


def describe(connection: Connection, document: str, fields: Mapping[str, str | None], edit: Edit) -> Act:
    """Give a document another title, outlet or day of publication; with another day it is read again."""
    act = acts.record(connection, "describe", edit=edit, document=document, content={"fields": dict(fields)})
    _follow_description(connection, document, fields)
    return act


def undo(connection: Connection, act: int, edit: Edit) -> Act:
    """Take back an act. What it changed is as if it had not been; the act stays in the log.

    Raises:
        LedgerError: there is none of that number, it was taken back already, or is an undoing.
    """
    taken = acts.act_of(connection, act)
    if taken.kind == "undo":
        raise LedgerError(f"act {act} is itself an undoing: do again what it took back.")
    if taken.undone:
        raise LedgerError(f"act {act} was taken back already.")
    made = acts.record(connection, "undo", edit=edit, document=taken.document, undoes=act)
    if taken.document is not None:
        fields = taken.content["fields"] if taken.kind == "describe" else {}
        _follow_description(connection, taken.document, fields)
    follow(connection, taken, undone=True)
    return made


def _follow_description(connection: Connection, document: str, fields: Mapping[str, str | None]) -> None:
    """Read a document again whose day of publication was given or taken back, and write its figures anew."""
    if "published" in fields:
        from addup.reading.read import read

        now = keeping.stored(connection, document)
        keeping.put_reading(connection, read(now.document), reader=now.reader)
    write_anew(connection, document)
