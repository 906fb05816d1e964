"""What people did to a ledger: recorded, listed, and taken back. Nothing here is ever changed or deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from addup.ledger.errors import CollisionError, LedgerError
from addup.ledger.records import Act, ActKind, Edit
from addup.ledger.tables import acts


def now() -> datetime:
    """Give the time of an act, in UTC."""
    return datetime.now(UTC)


def record(
    connection: Connection,
    kind: ActKind,
    *,
    edit: Edit,
    document: str | None = None,
    subject: str | None = None,
    content: Mapping[str, Any] | None = None,
    undoes: int | None = None,
) -> Act:
    """Append an act, and give it.

    Raises:
        CollisionError: somebody else did something to the same subject since the editor looked.
    """
    if document is not None and edit.seen is not None:
        _refuse_collision(connection, document, subject=subject, seen=edit.seen)
    made = connection.execute(
        insert(acts).values(
            made=now(),
            by=edit.by,
            kind=kind,
            document=document,
            subject=subject,
            content=dict(content or {}),
            why=edit.why,
            undoes=undoes,
        )
    )
    key = made.inserted_primary_key
    assert key is not None  # both databases give it
    return act_of(connection, int(key[0]))


def acts_of(
    connection: Connection,
    *,
    document: str | None = None,
    kind: ActKind | None = None,
    subject: str | None = None,
    last: int | None = None,
) -> tuple[Act, ...]:
    """Give acts, in the order in which they were made; with `last`, only so many of the newest."""
    undoing = acts.alias()
    query = select(acts, undoing.c.id.label("undone")).outerjoin(undoing, undoing.c.undoes == acts.c.id)
    for column, wanted in ((acts.c.document, document), (acts.c.kind, kind), (acts.c.subject, subject)):
        if wanted is not None:
            query = query.where(column == wanted)
    rows = connection.execute(query.order_by(acts.c.id.desc()).limit(last)).all()
    return tuple(_act(row) for row in reversed(rows))


def acts_on(connection: Connection, documents: Sequence[str]) -> dict[str, list[Act]]:
    """Give the acts on each of some documents that has any, in the order in which they were made."""
    undoing = acts.alias()
    query = select(acts, undoing.c.id.label("undone")).outerjoin(undoing, undoing.c.undoes == acts.c.id)
    found: dict[str, list[Act]] = {}
    for row in connection.execute(query.where(acts.c.document.in_(documents)).order_by(acts.c.id)):
        found.setdefault(row.document, []).append(_act(row))
    return found


def act_of(connection: Connection, id: int) -> Act:
    """Give one act.

    Raises:
        LedgerError: there is none of that number.
    """
    undoing = acts.alias()
    query = select(acts, undoing.c.id.label("undone")).outerjoin(undoing, undoing.c.undoes == acts.c.id)
    row = connection.execute(query.where(acts.c.id == id)).first()
    if row is None:
        raise LedgerError(f"there is no act {id}: addup log lists them.")
    return _act(row)


def _refuse_collision(connection: Connection, document: str, *, subject: str | None, seen: int) -> None:
    """Make sure that nobody else did something to the same figure since the editor looked."""
    since = [
        act
        for act in acts_of(connection, document=document)
        if act.id > seen and (subject is None or act.subject in {None, subject})
    ]
    if since:
        other = since[-1]
        told = ", ".join(f"{name} = {value}" for name, value in other.content.get("fields", {}).items())
        what = f"{other.kind}{f' ({told})' if told else ''}"
        raise CollisionError(f"{other.by} was quicker: {what}. Look again, then decide.")


def _act(row: Row[Any]) -> Act:
    return Act(
        id=row.id,
        made=as_utc(row.made),
        by=row.by,
        kind=row.kind,
        document=row.document,
        subject=row.subject,
        content=row.content,
        why=row.why,
        undoes=row.undoes,
        undone=row.undone is not None,
    )


def as_utc(moment: datetime) -> datetime:
    """Give a moment with its time zone, which SQLite does not keep."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
