"""Dossiers: documents that hang together, so that their figures are grouped and checked as one.

What makes documents hang together `addup.grouping.joining.hanging` says. A dossier that a new document
touches is grouped and checked again; the others stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update

from addup.account import Result
from addup.account.keys import key_of
from addup.account.reported.of_reports import check_reports
from addup.account.reported.originals import without
from addup.grouping.group import group, happenings
from addup.grouping.joining.copies import copies
from addup.grouping.joining.decisions import Decision
from addup.grouping.joining.event_decisions import Held
from addup.grouping.joining.hanging import COMMON, LEAST_ALIKE, alike, related
from addup.grouping.subjects.events import event_name, is_narrow
from addup.grouping.subjects.matters import LEAST_NAMES, names_in
from addup.ledger.decisions import held, standing
from addup.ledger.keeping import readings
from addup.ledger.opening import await_turn
from addup.ledger.tables import documents, dossiers, figures, findings, link_counts, links, series
from addup.memory import uncollected
from addup.records import Finding, Grouping, Reading

FINDING = TypeAdapter(Finding)


def place(connection: Connection, reading: Reading) -> int:
    """Put a new document into the dossier that it belongs to; where it joins several, they become one."""
    id, text = reading.document.id, reading.document.text
    events = happenings(reading)
    names = names_in(text)
    home = _put(connection, id, names, events, held(connection))
    _note(connection, id, names | events)
    return home


def _put(
    connection: Connection,
    id: str,
    names: frozenset[str],
    events: frozenset[str],
    people: Held,
    *,
    free: int | None = None,
) -> int:
    """Put a document into its dossier; one that belongs to none gets the dossier `free`, or a new one."""
    home = _join(connection, _related(connection, id, names, events, people), free=free)
    connection.execute(update(documents).where(documents.c.id == id).values(dossier=home))
    return home


def rearrange(connection: Connection, ids: Iterable[str]) -> None:
    """Find the dossiers of some documents anew, and of all that are in one with them.

    It is as if all of them were added again in their order, with the decisions about events that stand now.
    """
    homes = homes_of(connection, ids)
    rows = connection.execute(
        select(documents.c.id, documents.c.dossier)
        .where(documents.c.dossier.in_(homes))
        .order_by(documents.c.number)
    ).all()
    keys: dict[str, set[str]] = {row.id: set() for row in rows}
    noted = select(links.c.document, links.c.key).join(documents, documents.c.id == links.c.document)
    for row in connection.execute(noted.where(documents.c.dossier.in_(homes))):
        keys[row.document].add(row.key)
    for home in homes:
        _clear(connection, home)
    connection.execute(update(documents).where(documents.c.dossier.in_(homes)).values(dossier=None))
    people, taken = held(connection), set[int]()
    for row in rows:
        events = frozenset(key for key in keys[row.id] if "|" in key)
        names = frozenset(keys[row.id]) - events
        free = row.dossier if row.dossier not in taken else None
        taken.add(_put(connection, row.id, names, events, people, free=free))
    left = [home for home in homes if home not in _sizes(connection, homes)]
    connection.execute(delete(dossiers).where(dossiers.c.id.in_(left)))


def _related(
    connection: Connection, id: str, names: frozenset[str], events: frozenset[str], people: Held
) -> list[int]:
    """Give the dossiers of documents that share an event, or enough names; what people decided goes first."""
    own = sorted(set(_dossiers_of(connection, people.with_(id)).values()))
    shared = _sharing(connection, names)
    like = {
        document: alike(shared[document], len(names), count)
        for document, count in _names_of(connection, list(shared)).items()
    }
    near = sorted((one for one in like if like[one] >= LEAST_ALIKE), key=lambda one: (-like[one], one))
    home = _dossiers_of(connection, near)
    by_event = [*own, *_by_event(connection, events)]
    by_names = [home[document] for document in near if document in home]
    sizes = _sizes(connection, {*by_event, *by_names})
    reports = _held_in(connection, sizes, people)

    def apart(one: int, other: int) -> bool:
        return people.apart(reports.get(one, ()), reports.get(other, ()))

    if id in people.groups:
        by_event, by_names = (
            [one for one in side if not people.apart({id}, reports.get(one, ()))]
            for side in (by_event, by_names)
        )
    return sorted(related(by_event, by_names, sizes.__getitem__, apart=apart))


def _by_event(connection: Connection, events: frozenset[str]) -> list[int]:
    """Give the dossiers of documents that share an event, those that share most of them first."""
    telling = {*_rare(connection, events), *filter(is_narrow, events)}
    many = func.count(func.distinct(links.c.key))
    rows = connection.execute(
        select(documents.c.dossier)
        .join(links, links.c.document == documents.c.id)
        .where(links.c.key.in_(sorted(telling)), documents.c.dossier.is_not(None))
        .group_by(documents.c.dossier)
        .order_by(many.desc(), documents.c.dossier)
    )
    return list(rows.scalars())


def _held_in(connection: Connection, ids: Iterable[int], people: Held) -> dict[int, set[str]]:
    """Give the documents of some dossiers about which people decided something."""
    found: dict[int, set[str]] = {}
    if people.groups:
        rows = connection.execute(
            select(documents.c.id, documents.c.dossier).where(documents.c.dossier.in_(sorted(ids)))
        )
        for row in rows:
            if row.id in people.groups:
                found.setdefault(row.dossier, set()).add(row.id)
    return found


def _rare(connection: Connection, keys: Iterable[str]) -> list[str]:
    """Give those of some keys that not very many documents hold."""
    query = select(link_counts.c.key).where(
        link_counts.c.key.in_(sorted(keys)), link_counts.c.documents <= COMMON
    )
    return list(connection.scalars(query))


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


def _join(connection: Connection, related: Sequence[int], *, free: int | None = None) -> int:
    """Give the one dossier that takes a document: a new one, the one related, or all related as one."""
    if not related:
        if free is not None:
            touch(connection, free)
            return free
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


def homes_of(connection: Connection, ids: Iterable[str]) -> list[int]:
    """Give the dossiers that some documents are in."""
    asked = select(documents.c.dossier).where(documents.c.id.in_(sorted(ids))).distinct()
    return sorted(home for home in connection.scalars(asked) if home is not None)


def touch_documents(connection: Connection, ids: Iterable[str]) -> None:
    """Mark the dossiers of documents as changed."""
    for home in homes_of(connection, ids):
        touch(connection, home)


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
    stand = standing(connection)
    return group(
        readings_of(connection, dossier),
        decisions=[one for one in stand if isinstance(one, Decision)],
        together=Held(stand).together(),
    )


@uncollected()
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
        await_turn(connection)
        now = connection.scalar(select(dossiers.c.version).where(dossiers.c.id == dossier).with_for_update())
        if now != version:
            return now is None
        _keep_series(connection, dossier, grouping)
        _keep_findings(connection, dossier, result)
        documents = [one.document for one in grouping.readings]
        name = event_name(
            _events_in(connection, dossier),
            (one.text for one in documents),
            published=max((one.published for one in documents if one.published), default=None),
        )
        connection.execute(
            update(dossiers)
            .where(dossiers.c.id == dossier)
            .values(settled=version, status=result.status, name=name)
        )
    return True


def _events_in(connection: Connection, dossier: int) -> dict[str, int]:
    """Count the documents of a dossier that name each event."""
    rows = connection.execute(
        select(links.c.key, func.count())
        .join(documents, documents.c.id == links.c.document)
        .where(documents.c.dossier == dossier, links.c.key.like("%|%"))
        .group_by(links.c.key)
    )
    return {row[0]: row[1] for row in rows}


def _clear(connection: Connection, dossier: int) -> None:
    """Take away what was worked out for a dossier."""
    own = select(series.c.id).where(series.c.dossier == dossier)
    connection.execute(update(figures).where(figures.c.series.in_(own)).values(series=None))
    connection.execute(delete(series).where(series.c.dossier == dossier))
    connection.execute(delete(findings).where(findings.c.dossier == dossier))


def _keep_series(connection: Connection, dossier: int, grouping: Grouping) -> None:
    """Write down the series of a dossier with their figures; what is as it was stays as it is."""
    rows = connection.execute(select(series).where(series.c.dossier == dossier))
    before = {row.name: row._mapping for row in rows}
    now = {
        one.name: {
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
    }
    home: dict[str, int] = {name: row["id"] for name, row in before.items() if name in now}
    new = [row for name, row in now.items() if name not in before]
    if new:
        numbered = insert(series).returning(series.c.id, sort_by_parameter_order=True)
        made = connection.scalars(numbered, new).all()
        home.update({str(row["name"]): id for row, id in zip(new, made, strict=True)})
    for name, id in home.items():
        if name in before and now[name] != {key: before[name][key] for key in now[name]}:
            connection.execute(update(series).where(series.c.id == id).values(now[name]))
    _keep_members(connection, dossier, grouping, home)
    gone = [{"gone": row["id"]} for name, row in before.items() if name not in now]
    if gone:
        left = update(figures).where(figures.c.series == bindparam("gone"))
        connection.execute(left.values(series=None), gone)
        connection.execute(delete(series).where(series.c.id == bindparam("gone")), gone)


def _keep_members(connection: Connection, dossier: int, grouping: Grouping, home: Mapping[str, int]) -> None:
    """Note for each figure of a dossier the series that it is in now, by the names of the series."""
    mine = select(figures.c.document, figures.c.id, figures.c.series).join(documents)
    rows = connection.execute(mine.where(documents.c.dossier == dossier))
    before = {(document, id): number for document, id, number in rows}
    moved = [
        {"of": member.document, "figure": member.figure.id, "number": home[one.name]}
        for one in grouping.series
        for member in one.members
        if before.get((member.document, member.figure.id)) != home[one.name]
    ]
    if moved:
        this = (figures.c.document == bindparam("of")) & (figures.c.id == bindparam("figure"))
        connection.execute(update(figures).where(this).values(series=bindparam("number")), moved)


def _keep_findings(connection: Connection, dossier: int, result: Result) -> None:
    """Write down the findings of a dossier in place of those before."""
    connection.execute(delete(findings).where(findings.c.dossier == dossier))
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
