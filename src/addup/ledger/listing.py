"""Lists and searches over what a ledger holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, func, or_, select, text

from addup.ledger.acts import acts_of, as_utc
from addup.ledger.dossiers import FINDING
from addup.ledger.keeping import readings
from addup.ledger.records import Act, Found, KeptFinding, ListedDocument, ListedSeries
from addup.ledger.tables import addresses, documents, figures, findings, series
from addup.records import Figure, FindingKind, Reading

OPENING = func.substr(documents.c.text, 1, 120).label("opening")
"""The column that gives how a text begins, which stands for a title that it does not have."""
LISTED_SERIES = TypeAdapter(ListedSeries)


def counts(connection: Connection) -> dict[str, int]:
    """Count documents, figures, series and findings."""
    tables = {"documents": documents, "figures": figures, "series": series, "findings": findings}
    return {
        name: connection.scalar(select(func.count()).select_from(table)) or 0
        for name, table in tables.items()
    }


def documents_of(
    connection: Connection, *, last: int | None = None, dossier: int | None = None
) -> list[ListedDocument]:
    """List documents, the one added last first."""
    query = _documents().order_by(documents.c.number.desc()).limit(last)
    if dossier is not None:
        query = query.where(documents.c.dossier == dossier)
    return _listed(connection, query)


def search(connection: Connection, words: str, *, last: int) -> list[ListedDocument]:
    """Give the documents that hold some words, the best first."""
    if connection.dialect.name == "sqlite":
        quoted = " ".join(f'"{word.replace(chr(34), "")}"' for word in words.split())
        found = text("SELECT rowid FROM words WHERE words MATCH :words ORDER BY rank LIMIT :last")
        numbers = connection.execute(found, {"words": quoted, "last": last}).scalars().all() if quoted else []
    else:
        found = text(
            "SELECT number FROM documents, websearch_to_tsquery('english', :words) asked "
            "WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC, number LIMIT :last"
        )
        numbers = connection.execute(found, {"words": words, "last": last}).scalars().all()
    chosen = documents.c.number.in_(numbers)
    listed = _listed(connection, _documents().where(chosen))
    order = {number: place for place, number in enumerate(numbers)}
    places = connection.execute(select(documents.c.id, documents.c.number).where(chosen)).all()
    place_of = {row.id: order[row.number] for row in places}
    return sorted(listed, key=lambda document: place_of[document.id])


def _documents() -> Select[tuple[object, ...]]:
    count = select(func.count()).where(figures.c.document == documents.c.id).scalar_subquery()
    return select(
        documents.c.id,
        documents.c.title,
        documents.c.outlet,
        documents.c.published,
        documents.c.added,
        count.label("figures"),
        documents.c.dossier,
        OPENING,
    )


def _listed(connection: Connection, query: Select[tuple[object, ...]]) -> list[ListedDocument]:
    return [
        ListedDocument(
            row.id,
            row.title,
            row.outlet,
            row.published,
            as_utc(row.added),
            row.figures,
            row.dossier,
            row.opening,
        )
        for row in connection.execute(query)
    ]


def series_of(connection: Connection, *, name: str | None, least: int) -> list[ListedSeries]:
    """List series, the largest first."""
    query = select(series).where(series.c.figures >= least)
    if name is not None:
        query = query.where(func.lower(series.c.name).contains(name.lower(), autoescape=True))
    rows = connection.execute(query.order_by(series.c.figures.desc(), series.c.name, series.c.id))
    return [LISTED_SERIES.validate_python(dict(row._mapping)) for row in rows]


def members_of(connection: Connection, id: int) -> list[tuple[Reading, Figure]]:
    """Give the figures of a series, each with the reading that it stands in, by document and place."""
    query = (
        select(figures.c.document, figures.c.id)
        .join(documents, documents.c.id == figures.c.document)
        .where(figures.c.series == id)
        .order_by(documents.c.number, figures.c.start)
    )
    rows = connection.execute(query).all()
    ids = list(dict.fromkeys(row.document for row in rows))
    held = dict(zip(ids, readings(connection, ids), strict=True))
    found = {(id, figure.id): figure for id, reading in held.items() for figure in reading.figures}
    return [(held[row.document], found[row.document, row.id]) for row in rows]


def findings_of(
    connection: Connection,
    *,
    kinds: Sequence[FindingKind] = (),
    dossier: int | None = None,
    key: str | None = None,
) -> list[KeptFinding]:
    """Give findings in the order of their dossiers, with what became of each."""
    query = select(findings).order_by(findings.c.dossier, findings.c.id)
    if kinds:
        query = query.where(findings.c.kind.in_(kinds))
    if dossier is not None:
        query = query.where(findings.c.dossier == dossier)
    if key is not None:
        query = query.where(findings.c.key == key)
    marks: dict[str, list[Act]] = {}
    for act in acts_of(connection, kind="mark"):
        if not act.undone:
            marks.setdefault(str(act.subject), []).append(act)
    return [
        KeptFinding(
            row.key,
            row.dossier,
            FINDING.validate_json(row.record),
            marks[row.key][-1].content["status"] if row.key in marks else "open",
            tuple(marks.get(row.key, ())),
        )
        for row in connection.execute(query)
    ]


def said(connection: Connection, number: float, *, last: int) -> list[Found]:
    """Give the figures whose words say just this number, the newest document first."""
    is_end: ColumnElement[bool] = or_(figures.c.low == number, figures.c.high == number)
    query = (
        select(
            figures.c.document,
            documents.c.title,
            OPENING,
            documents.c.published,
            figures.c.id.label("figure"),
            figures.c.text,
            figures.c.source,
            series.c.name.label("series"),
        )
        .join(documents, documents.c.id == figures.c.document)
        .outerjoin(series, series.c.id == figures.c.series)
        .where(is_end)
        .order_by(documents.c.number.desc(), figures.c.start)
        .limit(last)
    )
    return [Found(*row) for row in connection.execute(query)]


def figure_rows(connection: Connection) -> Iterator[dict[str, Any]]:
    """Give every figure as one flat row, in the order of the documents and of their texts.

    Each says who corrected or added it last, and why.
    """
    edits = {
        (act.document, act.subject): act
        for act in acts_of(connection)
        if act.kind in {"correct", "add"} and not act.undone
    }
    query = (
        select(
            figures.c.document,
            documents.c.title,
            documents.c.outlet,
            documents.c.published,
            _first_address().label("address"),
            *(column for column in figures.c if column.name not in {"document", "series"}),
            series.c.name.label("series"),
            series.c.kind.label("series_kind"),
            series.c.id.label("series_id"),
        )
        .join(documents, documents.c.id == figures.c.document)
        .outerjoin(series, series.c.id == figures.c.series)
        .order_by(documents.c.number, figures.c.start)
    )
    for row in connection.execution_options(yield_per=1000).execute(query):
        edit = edits.get((row.document, row.id))
        yield {
            **row._mapping,
            "corrected_by": edit.by if edit else None,
            "why": edit.why if edit else None,
        }


def _first_address() -> ScalarSelect[str]:
    first = select(addresses.c.address).where(addresses.c.document == documents.c.id)
    return first.order_by(addresses.c.id).limit(1).scalar_subquery()
