"""Dossiers: documents that hang together, so that their figures are grouped and checked as one.

What makes documents hang together `addup.grouping.hanging` says. A dossier that a new document touches is
grouped and checked again; the others stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Column, Connection, Engine, Select, bindparam, delete, func, insert, select, update

from addup.account import Result
from addup.account.keys import key_of
from addup.account.of_reports import check_reports
from addup.account.originals import without
from addup.grouping.copies import copies
from addup.grouping.group import group, happenings
from addup.grouping.hanging import COMMON, LEAST_ALIKE, alike, related
from addup.grouping.matters import LEAST_NAMES, names_in
from addup.ledger.decisions import decisions
from addup.ledger.keeping import readings
from addup.ledger.tables import documents, dossiers, figures, findings, link_counts, links, series
from addup.records import Finding, Grouping, Reading

FINDING = TypeAdapter(Finding)


def place(connection: Connection, reading: Reading) -> int:
    """Put a new document into the dossier that it belongs to; where it joins several, they become one."""
    id, text = reading.document.id, reading.document.text
    events = happenings(reading)
    names = names_in(text)
    home = _join(connection, _related(connection, names, events))
    _note(connection, id, names | events)
    connection.execute(update(documents).where(documents.c.id == id).values(dossier=home))
    return home


def _related(connection: Connection, names: frozenset[str], events: frozenset[str]) -> list[int]:
    """Give the dossiers of documents that share an event, or enough names."""
    by_event = connection.scalars(_holding(documents.c.dossier, _rare(connection, events)).distinct()).all()
    shared = _sharing(connection, names)
    like = {
        document: alike(shared[document], len(names), count)
        for document, count in _names_of(connection, list(shared)).items()
    }
    near = sorted((one for one in like if like[one] >= LEAST_ALIKE), key=lambda one: (-like[one], one))
    home = _dossiers_of(connection, near)
    sizes = _sizes(connection, {*by_event, *home.values()})
    return sorted(related(by_event, (home[document] for document in near), sizes.__getitem__))


def _rare(connection: Connection, keys: Iterable[str]) -> list[str]:
    """Give those of some keys that not very many documents hold."""
    query = select(link_counts.c.key).where(
        link_counts.c.key.in_(sorted(keys)), link_counts.c.documents <= COMMON
    )
    return list(connection.scalars(query))


def _holding(column: Column[Any], keys: Sequence[str]) -> Select[Any]:
    """Ask for a column of the documents that hold some keys."""
    return select(column).join(links, links.c.document == documents.c.id).where(links.c.key.in_(keys))


def _sharing(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """Give the documents that share at least so many names with a new one, and how many."""
    query = select(links.c.document, func.count()).where(links.c.key.in_(_rare(connection, names)))
    rows = connection.execute(query.group_by(links.c.document).having(func.count() >= LEAST_NAMES))
    return {row[0]: row[1] for row in rows}


def _names_of(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Count the names of documents."""
    rows = connection.execute(
        select(links.c.document, func.count())
        .where(links.c.document.in_(ids), links.c.key.not_like("%|%"))
        .group_by(links.c.document)
    )
    return {row[0]: row[1] for row in rows}


def _dossiers_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Give the dossier of each document."""
    rows = connection.execute(
        select(documents.c.id, documents.c.dossier).where(documents.c.id.in_(sorted(ids)))
    )
    return {row.id: row.dossier for row in rows if row.dossier is not None}


def _sizes(connection: Connection, ids: Iterable[int]) -> dict[int, int]:
    """Count the documents of dossiers."""
    rows = connection.execute(
        select(documents.c.dossier, func.count())
        .where(documents.c.dossier.in_(sorted(ids)))
        .group_by(documents.c.dossier)
    )
    return {row[0]: row[1] for row in rows}


def _join(connection: Connection, related: Sequence[int]) -> int:
    """Give the one dossier that takes a new document: a new one, the one related, or all related as one."""
    if not related:
        made = connection.execute(insert(dossiers).values(version=1, settled=0)).inserted_primary_key
        assert made is not None  # both databases give it
        return int(made[0])
    home, *others = related
    if others:
        connection.execute(update(documents).where(documents.c.dossier.in_(others)).values(dossier=home))
        for id in others:
            _clear(connection, id)
        connection.execute(delete(dossiers).where(dossiers.c.id.in_(others)))
    touch(connection, home)
    return home


def _note(connection: Connection, id: str, keys: frozenset[str]) -> None:
    """Remember by which keys a document is found."""
    if not keys:
        return
    ordered = sorted(keys)
    connection.execute(insert(links), [{"document": id, "key": key} for key in ordered])
    known = set(connection.execute(select(link_counts.c.key).where(link_counts.c.key.in_(ordered))).scalars())
    connection.execute(
        update(link_counts)
        .where(link_counts.c.key.in_(sorted(known)))
        .values(documents=link_counts.c.documents + 1)
    )
    fresh = [{"key": key, "documents": 1} for key in ordered if key not in known]
    if fresh:
        connection.execute(insert(link_counts), fresh)


def touch(connection: Connection, dossier: int) -> None:
    """Mark a dossier as changed, so that it is grouped and checked again."""
    connection.execute(
        update(dossiers).where(dossiers.c.id == dossier).values(version=dossiers.c.version + 1)
    )


def touch_document(connection: Connection, document: str) -> None:
    """Mark the dossier of a document as changed."""
    dossier = connection.scalar(select(documents.c.dossier).where(documents.c.id == document))
    if dossier is not None:
        touch(connection, dossier)


def bring_together(connection: Connection, ids: Iterable[str]) -> None:
    """Make one of the dossiers of some documents, and mark it as changed."""
    query = select(documents.c.dossier).where(documents.c.id.in_(sorted(ids))).distinct()
    related = sorted(home for home in connection.execute(query).scalars() if home is not None)
    if related:
        _join(connection, related)


def unsettled(connection: Connection) -> list[int]:
    """Give the dossiers that changed since they were grouped and checked."""
    query = select(dossiers.c.id).where(dossiers.c.settled < dossiers.c.version).order_by(dossiers.c.id)
    return list(connection.execute(query).scalars())


def readings_of(connection: Connection, dossier: int) -> list[Reading]:
    """Give the readings of a dossier as they stand, in the order in which they were added."""
    ids = connection.scalars(
        select(documents.c.id).where(documents.c.dossier == dossier).order_by(documents.c.number)
    )
    return readings(connection, ids.all())


def grouping_of(connection: Connection, dossier: int) -> Grouping:
    """Group the readings of a dossier, with what people decided."""
    return group(readings_of(connection, dossier), decisions=decisions(connection))


def settle(engine: Engine, dossier: int) -> bool:
    """Group and check a dossier as it stands, and keep what comes of it.

    Gives False where it changed in the meantime, or is gone: then it is to be done again.
    """
    with engine.connect().execution_options(reads_only=True) as viewing:
        version = viewing.scalar(select(dossiers.c.version).where(dossiers.c.id == dossier))
        if version is None:
            return True
        grouping = grouping_of(viewing, dossier)
    result = check_reports(without(grouping, copies(grouping.readings)))
    with engine.begin() as connection:
        now = connection.scalar(select(dossiers.c.version).where(dossiers.c.id == dossier).with_for_update())
        if now != version:
            return now is None
        _clear(connection, dossier)
        _keep(connection, dossier, grouping, result)
        connection.execute(
            update(dossiers).where(dossiers.c.id == dossier).values(settled=version, status=result.status)
        )
    return True


def _clear(connection: Connection, dossier: int) -> None:
    """Take away what was worked out for a dossier."""
    own = select(series.c.id).where(series.c.dossier == dossier)
    connection.execute(update(figures).where(figures.c.series.in_(own)).values(series=None))
    connection.execute(delete(series).where(series.c.dossier == dossier))
    connection.execute(delete(findings).where(findings.c.dossier == dossier))


def _keep(connection: Connection, dossier: int, grouping: Grouping, result: Result) -> None:
    """Write down the series of a dossier, with their figures, and its findings."""
    rows = [
        {
            "dossier": dossier,
            "name": one.name,
            "kind": one.kind,
            "counted": one.counted,
            "event": one.event,
            "scope": one.scope,
            "unit": one.unit,
            "figures": len(one.members),
            "documents": len({member.document for member in one.members}),
        }
        for one in grouping.series
    ]
    if rows:
        numbered = insert(series).returning(series.c.id, sort_by_parameter_order=True)
        ids = connection.scalars(numbered, rows).all()
        members = [
            {"of": member.document, "figure": member.figure.id, "number": id}
            for id, one in zip(ids, grouping.series, strict=True)
            for member in one.members
        ]
        mine = (figures.c.document == bindparam("of")) & (figures.c.id == bindparam("figure"))
        connection.execute(update(figures).where(mine).values(series=bindparam("number")), members)
    if result.findings:
        connection.execute(
            insert(findings),
            [
                {
                    "dossier": dossier,
                    "key": key_of(finding),
                    "kind": finding.kind,
                    "text": finding.text,
                    "record": FINDING.dump_json(finding).decode(),
                }
                for finding in result.findings
            ],
        )
