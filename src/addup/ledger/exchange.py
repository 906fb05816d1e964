"""A ledger as lines of JSON, and back: what was added and what people did, and nothing that follows from it.

Each line is an object with a `type`: document, address, reading or act, in the order in which they came.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from addup.ledger.acts import as_utc
from addup.ledger.errors import LedgerError
from addup.ledger.tables import acts, addresses, documents, readings

_EXPORTED: tuple[tuple[str, Table, tuple[str, ...]], ...] = (
    (
        "document",
        documents,
        ("id", "text", "title", "outlet", "language", "published", "found", "added", "by"),
    ),
    ("address", addresses, ("address", "document", "seen")),
    ("reading", readings, ("document", "reader", "published", "made", "record")),
    ("act", acts, ("id", "made", "by", "kind", "document", "subject", "content", "why", "undoes")),
)
_DAYS = frozenset({"published"})
_MOMENTS = frozenset({"added", "seen", "made"})


def lines(connection: Connection) -> Iterator[str]:
    """Give the ledger as lines of JSON; the same ledger gives the same lines."""
    for type_, table, columns in _EXPORTED:
        order = next(iter(table.primary_key.columns))
        query = select(*(table.c[name] for name in columns)).order_by(order)
        for row in connection.execution_options(yield_per=500).execute(query):
            record = {name: _plain(name, value) for name, value in row._mapping.items()}
            yield json.dumps({"type": type_, **record}, ensure_ascii=False, sort_keys=True)


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return as_utc(value).isoformat()
    if name == "record":
        return json.loads(value)
    return value.isoformat() if isinstance(value, date) else value


def take(
    connection: Connection, given: Iterable[str], *, added: Callable[[Connection, str], None]
) -> dict[str, int]:
    """Put lines into a ledger; what it holds already stays as it is, so that again is harmless.

    `added` is told the id of each document with something new. Gives how many of each type were new.

    Raises:
        LedgerError: a line is none of a ledger's; the message names it.
    """
    new = {type_: 0 for type_, _, _ in _EXPORTED}
    tables = {type_: (table, columns) for type_, table, columns in _EXPORTED}
    numbers: dict[int, int] = {}
    changed: dict[str, None] = {}
    for number, line in enumerate(given, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            table, columns = tables[record["type"]]
            values = {name: _value(name, record[name]) for name in columns}
        except (ValueError, KeyError, TypeError):
            raise LedgerError(f"line {number} is no line of a ledger: give a file of addup export.") from None
        of_acts = table is acts
        is_new = _take_act(connection, values, numbers) if of_acts else _take(connection, table, values)
        new[record["type"]] += is_new
        if is_new and (document := values["id"] if table is documents else values.get("document")):
            changed[document] = None
    for document in changed:
        added(connection, document)
    return new


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _DAYS:
        return date.fromisoformat(value)
    if name in _MOMENTS:
        return datetime.fromisoformat(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if name == "record" else value


_SAME: Mapping[Table, tuple[str, ...]] = {
    documents: ("id",),
    addresses: ("address", "document"),
    readings: ("document", "reader", "published"),
}
"""By which columns a row is known to be there already."""


def _take(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    same = [table.c[name].is_not_distinct_from(values[name]) for name in _SAME[table]]
    if connection.execute(select(*table.primary_key.columns).where(*same).limit(1)).first():
        return False
    connection.execute(insert(table).values(**values))
    return True


def _take_act(connection: Connection, values: dict[str, Any], numbers: dict[int, int]) -> bool:
    """Put an act in, under its own number where that is free; `numbers` keeps those that had to change."""
    own = values["id"]
    if values["undoes"] is not None:
        values["undoes"] = numbers.get(values["undoes"], values["undoes"])
    there = connection.execute(
        select(acts.c.id).where(
            acts.c.made == values["made"],
            acts.c.by == values["by"],
            acts.c.kind == values["kind"],
            acts.c.subject.is_not_distinct_from(values["subject"]),
            acts.c.document.is_not_distinct_from(values["document"]),
        )
    ).scalar()
    if there is not None:
        numbers[own] = there
        return False
    if connection.scalar(select(acts.c.id).where(acts.c.id == own)) is not None:
        del values["id"]
    made = connection.execute(insert(acts).values(**values)).inserted_primary_key
    assert made is not None  # both databases give it
    numbers[own] = made[0]
    return True
