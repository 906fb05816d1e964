"""Documents and their readings: put down once, and found again as they stand now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, delete, func, insert, or_, select

from addup.ledger.acts import acts_of, acts_on, as_utc, now
from addup.ledger.corrections import lay_over
from addup.ledger.errors import LedgerError
from addup.ledger.records import Act, Stored
from addup.ledger.tables import addresses, documents, figures
from addup.ledger.tables import readings as records
from addup.records import Document, Figure, Reading
from addup.words.articles import within_sentence

READING = TypeAdapter(Reading)
_TOLD = ("id", "text", "title", "outlet", "language", "published", "found")
"""What is known of a document itself, apart from when and by whom it was added."""
LEAST_PREFIX = 4
"""The fewest characters of an id that name a document."""


def holds(connection: Connection, id: str) -> bool:
    """Whether the ledger holds a document."""
    return connection.scalar(select(documents.c.number).where(documents.c.id == id)) is not None


def is_read_by(connection: Connection, id: str, reader: str) -> bool:
    """Whether a version of addup has read a document."""
    query = select(records.c.id).where(records.c.document == id, records.c.reader == reader).limit(1)
    return connection.scalar(query) is not None


def put_document(connection: Connection, document: Document, *, by: str) -> None:
    """Add a document that the ledger does not hold yet."""
    connection.execute(
        insert(documents).values(
            id=document.id,
            text=document.text,
            title=document.title,
            outlet=document.outlet,
            language=document.language,
            published=document.published,
            found=dict(document.found),
            added=now(),
            by=by,
        )
    )


def put_address(connection: Connection, document: str, address: str | None) -> str | None:
    """Note where a document was got; give the document that the address gave until now, if another."""
    if address is None:
        return None
    before = connection.scalar(
        select(addresses.c.document)
        .where(addresses.c.address == address)
        .order_by(addresses.c.id.desc())
        .limit(1)
    )
    known = connection.scalar(
        select(addresses.c.id).where(addresses.c.address == address, addresses.c.document == document)
    )
    if known is None:
        connection.execute(insert(addresses).values(address=address, document=document, seen=now()))
    return before if before != document else None


def seen(connection: Connection, address: str) -> datetime | None:
    """Give when the newest document of an address was first got from there."""
    last = connection.scalar(select(func.max(addresses.c.seen)).where(addresses.c.address == address))
    return as_utc(last) if last else None


def put_reading(connection: Connection, reading: Reading, *, reader: str) -> None:
    """Keep what a version of addup read in a document; the document itself is kept beside it, once."""
    document = reading.document
    bare = replace(reading, document=replace(document, text="", found={}))
    connection.execute(
        insert(records).values(
            document=document.id,
            reader=reader,
            published=document.published,
            made=now(),
            record=READING.dump_json(bare).decode(),
        )
    )


def stored(connection: Connection, id: str) -> Stored:
    """Give a document as it stands.

    Raises:
        LedgerError: the ledger does not hold it.
    """
    row = connection.execute(select(documents).where(documents.c.id == id)).first()
    if row is None:
        raise LedgerError(f"the ledger holds no document {id}.")
    newest = connection.execute(
        select(records.c.reader, records.c.record)
        .where(records.c.document == id)
        .order_by(records.c.id.desc())
        .limit(1)
    ).one()
    acts = acts_of(connection, document=id)
    document = described(_document(row, _address(connection, id)), acts)
    reading = replace(READING.validate_json(newest.record), document=document)
    earlier, later = _versions(connection, id)
    return Stored(
        document=document,
        reading=lay_over(reading, acts),
        reader=newest.reader,
        added=as_utc(row.added),
        by=row.by,
        acts=acts,
        version=max((act.id for act in acts), default=0),
        earlier=earlier,
        later=later,
    )


def as_found(connection: Connection, id: str) -> Document:
    """Give a document as it was got, whatever people said of it since."""
    row = connection.execute(select(documents).where(documents.c.id == id)).one()
    return _document(row, _address(connection, id))


def readings(connection: Connection, ids: Sequence[str]) -> list[Reading]:
    """Give the readings of some documents as they stand, in the order of `ids`.

    It is what `stored` gives of each, got at once: a dossier may hold hundreds.
    """
    told = (documents.c[name] for name in _TOLD)
    rows = {row.id: row for row in connection.execute(select(*told).where(documents.c.id.in_(ids)))}
    first: dict[str, str] = {}
    for row in connection.execute(
        select(addresses.c.document, addresses.c.address)
        .where(addresses.c.document.in_(ids))
        .order_by(addresses.c.id)
    ):
        first.setdefault(row.document, row.address)
    newest = select(func.max(records.c.id)).where(records.c.document.in_(ids)).group_by(records.c.document)
    found = connection.execute(select(records.c.document, records.c.record).where(records.c.id.in_(newest)))
    record = {row.document: row.record for row in found}
    acts = acts_on(connection, ids)
    given = []
    for id in ids:
        done = acts.get(id, [])
        document = described(_document(rows[id], first.get(id)), done)
        given.append(lay_over(replace(READING.validate_json(record[id]), document=document), done))
    return given


def described(document: Document, acts: Sequence[Act]) -> Document:
    """Give a document with the title, outlet and day that people have given it."""
    for act in acts:
        if act.kind == "describe" and not act.undone:
            from addup.documents.days import given_day

            given: dict[str, Any] = dict(act.content["fields"])
            if given.get("published"):
                given["published"] = given_day(given["published"])
            found = {**document.found, **dict.fromkeys(given, f"given by {act.by}")}
            document = replace(document, **given, found=found)
    return document


def _document(row: Row[Any], address: str | None) -> Document:
    return Document(
        id=row.id,
        text=row.text,
        title=row.title,
        outlet=row.outlet,
        language=row.language,
        published=row.published,
        address=address,
        found=row.found,
    )


def _address(connection: Connection, id: str) -> str | None:
    query = select(addresses.c.address).where(addresses.c.document == id).order_by(addresses.c.id)
    return connection.scalar(query.limit(1))


def _versions(connection: Connection, id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the other documents of the same addresses, before and after this one."""
    own = connection.execute(
        select(addresses.c.address, addresses.c.id).where(addresses.c.document == id)
    ).all()
    earlier: dict[str, None] = {}
    later: dict[str, None] = {}
    for address, place in own:
        others = connection.execute(
            select(addresses.c.document, addresses.c.id)
            .where(addresses.c.address == address, addresses.c.document != id)
            .order_by(addresses.c.id)
        ).all()
        earlier |= {other.document: None for other in others if other.id < place}
        later |= {other.document: None for other in others if other.id > place}
    return tuple(earlier), tuple(later)


def find(connection: Connection, name: str) -> str:
    """Give the id of the document that a user means: by id or its beginning, address, or words of its title.

    The name of a file stands for its address: "flood.txt", "flood".

    Raises:
        LedgerError: there is none, or more than one.
    """
    by_address = connection.scalar(
        select(addresses.c.document)
        .where(addresses.c.address == name)
        .order_by(addresses.c.id.desc())
        .limit(1)
    )
    if holds(connection, name) or by_address:
        return by_address or name
    wanted = [
        func.lower(documents.c.title).contains(name.lower(), autoescape=True),
        documents.c.id.in_(
            select(addresses.c.document).where(
                or_(
                    addresses.c.address.endswith(f"/{name}", autoescape=True),
                    addresses.c.address.contains(f"/{name}.", autoescape=True),
                    addresses.c.address.startswith(f"{name}.", autoescape=True),
                )
            )
        ),
    ]
    if len(name) >= LEAST_PREFIX:
        wanted.append(documents.c.id.startswith(name, autoescape=True))
    found = connection.execute(
        select(documents.c.id, documents.c.title).where(or_(*wanted)).order_by(documents.c.number).limit(6)
    ).all()
    newest = [row for row in found if not set(_versions(connection, row.id)[1]) & {one.id for one in found}]
    if len(newest) == 1:  # all others are earlier versions of it
        return str(newest[0].id)
    if not found:
        raise LedgerError(
            f"the ledger holds no document {name!r}: give an id, a file, an address, or words of a title."
        )
    told = ", ".join(f"{row.id} ({row.title})" if row.title else row.id for row in found[:5])
    more = " and others" if len(found) > 5 else ""
    raise LedgerError(f"{name!r} may be {told}{more}: give the id.")


def put_figures(connection: Connection, id: str, found: Sequence[Figure]) -> None:
    """Write down the figures of a document as they stand now, in place of those before.

    Figures stay in their series until the dossier is grouped again: who looks in between finds them there.
    """
    before = connection.execute(select(figures.c.id, figures.c.series).where(figures.c.document == id))
    home = {row.id: row.series for row in before}
    connection.execute(delete(figures).where(figures.c.document == id))
    if found:
        rows = [{**_figure_row(id, figure), "series": home.get(figure.id)} for figure in found]
        connection.execute(insert(figures), rows)


def _figure_row(document: str, figure: Figure) -> dict[str, Any]:
    amount, source = figure.amount, figure.source
    return {
        "document": document,
        "id": figure.id,
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.span.text,
        "low": amount.low,
        "high": amount.high,
        "bound": amount.bound,
        "kind": amount.kind,
        "unit": amount.unit,
        "per": amount.per,
        "counted": figure.counted and figure.counted.head,
        "event": figure.event,
        "first": figure.period.first,
        "last": figure.period.last,
        "place": figure.place,
        "source": source and within_sentence(source.name or source.text),
        "stance": figure.stance,
    }
