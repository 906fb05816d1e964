"""Dossiers: documents that hang together, so that their figures are grouped and checked as one.

Two documents hang together if they count the casualties of the same event, or share enough names
(`addup.grouping.matters`). Names that stand in very many documents tell nothing. A dossier that a new
document touches is grouped and checked again; the others stay as they are.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from addup.account import Result
from addup.account.of_reports import check_reports
from addup.grouping.group import group, happenings
from addup.grouping.matters import enough, names_in
from addup.ledger.decisions import decisions
from addup.ledger.keeping import stored
from addup.ledger.tables import documents, dossiers, figures, findings, link_counts, links, series
from addup.records import Finding, Grouping, Reading

FINDING = TypeAdapter(Finding)
COMMON = 300
"""Names in more documents than this are not looked for: "Europe" does not make two reports one matter."""


def place(connection: Connection, reading: Reading) -> int:
    """Put a new document into the dossier that it belongs to; where it joins several, they become one."""
    id, text = reading.document.id, reading.document.text
    events = happenings(reading)
    names = names_in(text)
    related = _related(connection, names, events)
    home = _join(connection, related)
    _note(connection, id, names | events)
    connection.execute(update(documents).where(documents.c.id == id).values(dossier=home))
    return home


def _related(connection: Connection, names: Iterable[str], events: frozenset[str]) -> list[int]:
    """Give the dossiers of documents that share an event, or enough names."""
    keys = sorted({*names, *events})
    counted = connection.execute(
        select(link_counts.c.key).where(link_counts.c.key.in_(keys), link_counts.c.documents <= COMMON)
    )
    rare = sorted(counted.scalars())
    rows = connection.execute(
        select(links.c.document, links.c.key, documents.c.dossier)
        .join(documents, documents.c.id == links.c.document)
        .where(links.c.key.in_(rare))
    ).all()
    home = {row.document: row.dossier for row in rows}
    by_event = {row.document for row in rows if row.key in events}
    shared = Counter(row.document for row in rows if row.key not in events)
    sizes = _sizes(connection, [document for document, count in shared.items() if count > 1])
    own = len(keys) - len(events)
    by_names = {document for document, size in sizes.items() if enough(shared[document], own, size)}
    return sorted({home[document] for document in by_event | by_names if home[document] is not None})


def _sizes(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Count the names of documents."""
    rows = connection.execute(
        select(links.c.document, func.count())
        .where(links.c.document.in_(ids), links.c.key.not_like("%|%"))
        .group_by(links.c.document)
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
    ids = connection.execute(
        select(documents.c.id).where(documents.c.dossier == dossier).order_by(documents.c.number)
    ).scalars()
    return [stored(connection, id).reading for id in ids.all()]


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
    result = check_reports(grouping)
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
    for one in grouping.series:
        made = connection.execute(
            insert(series).values(
                dossier=dossier,
                name=one.name,
                kind=one.kind,
                counted=one.counted,
                event=one.event,
                scope=one.scope,
                unit=one.unit,
                figures=len(one.members),
                documents=len({member.document for member in one.members}),
            )
        ).inserted_primary_key
        assert made is not None  # both databases give it
        for document in sorted({member.document for member in one.members}):
            ids = [member.figure.id for member in one.members if member.document == document]
            connection.execute(
                update(figures)
                .where(figures.c.document == document, figures.c.id.in_(ids))
                .values(series=made[0])
            )
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


def key_of(finding: Finding) -> str:
    """Name a finding by its kind and the words that it rests on, which stay when other reports come."""
    words = sorted(f"{one.document}:{one.start}:{one.end}" for one in finding.evidence)
    told = "|".join((finding.kind, *(words or [finding.text])))
    return hashlib.sha256(told.encode()).hexdigest()[:12]
