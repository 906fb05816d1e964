"""What the app shows of a ledger beside its lists: dossiers, sources, and the figures of one series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from addup.grouping.joining.event_decisions import EventDecision, decided_event_names
from addup.ledger.decisions import standing
from addup.ledger.errors import LedgerError
from addup.ledger.listing import LISTED_SERIES, OPENING
from addup.ledger.records import ListedSeries
from addup.ledger.tables import documents, dossiers, figures, findings, series

AROUND = 400
"""Characters on each side of a figure that are looked through for the ends of its sentence."""


@dataclass(frozen=True, slots=True)
class ListedDossier:
    """Reports that hang together: how many there are, and what their account shows.

    To a user it is an event. `version` moves with everything that changes what follows from the reports.
    `status` is that of the check, None before the first one. `findings` counts them by kind, `title` and
    `opening` are of the first report. `name` is what people call the event, else what happened, where and
    when; None where neither is known.
    """

    id: int
    version: int
    status: str | None
    title: str | None
    documents: int
    figures: int
    series: int
    first: date | None
    last: date | None
    findings: dict[str, int]
    opening: str = ""
    name: str | None = None

    @property
    def called(self) -> str:
        """What to call the event: by its name, else by the title or the first words of its first report."""
        return self.name or self.title or self.opening


@dataclass(frozen=True, slots=True)
class ListedSource:
    """Who said something: how many figures, in how many documents and series, and from when to when."""

    name: str
    figures: int
    documents: int
    series: int
    first: date | None
    last: date | None


def dossiers_of(connection: Connection, *, id: int | None = None) -> list[ListedDossier]:
    """List dossiers, the one that grew last first."""
    chosen = dossiers.c.id == id if id is not None else dossiers.c.id > 0
    base = connection.execute(
        select(
            dossiers.c.id,
            dossiers.c.version,
            dossiers.c.status,
            dossiers.c.name,
            func.count(documents.c.number).label("documents"),
            func.min(documents.c.published).label("first"),
            func.max(documents.c.published).label("last"),
            func.min(documents.c.number).label("begins"),
        )
        .join(documents, documents.c.dossier == dossiers.c.id)
        .where(chosen)
        .group_by(dossiers.c.id, dossiers.c.version, dossiers.c.status, dossiers.c.name)
        .order_by(func.max(documents.c.number).desc())
    ).all()
    begins = [row.begins for row in base]
    titles = select(
        documents.c.number,
        documents.c.title,
        OPENING,
    )
    titles = titles if id is None else titles.where(documents.c.number.in_(begins))
    told = {row.number: row for row in connection.execute(titles)}
    counted = _counts_of_figures(connection, chosen)
    groups = _series_counts(connection)
    given = decided_names(connection)
    kinds = _kinds_of_findings(connection)
    return [
        ListedDossier(
            id=row.id,
            version=row.version,
            status=row.status,
            title=told[row.begins].title,
            opening=told[row.begins].opening,
            documents=row.documents,
            figures=counted.get(row.id, 0),
            series=groups.get(row.id, 0),
            first=row.first,
            last=row.last,
            findings=kinds.get(row.id, {}),
            name=given.get(row.id, row.name),
        )
        for row in base
    ]


def _kinds_of_findings(connection: Connection) -> dict[int, dict[str, int]]:
    """Count the findings of each dossier by their kind."""
    kinds: dict[int, dict[str, int]] = {}
    for row in connection.execute(
        select(findings.c.dossier, findings.c.kind, func.count().label("many"))
        .group_by(findings.c.dossier, findings.c.kind)
        .order_by(findings.c.dossier, findings.c.kind)
    ):
        kinds.setdefault(row.dossier, {})[row.kind] = row.many
    return kinds


def meant(listed: Sequence[ListedDossier], name: str) -> ListedDossier:
    """Give the dossier that a user means by its number, its name, or words of that.

    Raises:
        LedgerError: there is none, or more than one.
    """
    wanted = name.casefold()
    for found in (
        [one for one in listed if str(one.id) == name],
        [one for one in listed if one.called.casefold() == wanted],
        [one for one in listed if wanted in one.called.casefold()],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            told = ", ".join(f"{one.id} ({one.called})" for one in found[:5])
            more = " and others" if len(found) > 5 else ""
            raise LedgerError(f"{name!r} may be event {told}{more}: give the number.")
    raise LedgerError(f"there is no event {name!r}: addup events lists them.")


def decided_names(connection: Connection) -> dict[int, str]:
    """Give the names that people gave to dossiers."""
    named = [one for one in standing(connection) if isinstance(one, EventDecision) and one.kind == "name"]
    reports = {report for one in named for report in one.reports}
    rows = connection.execute(
        select(documents.c.id, documents.c.dossier).where(documents.c.id.in_(sorted(reports)))
    )
    return decided_event_names({row.id: row.dossier for row in rows}, named)


def _counts_of_figures(connection: Connection, chosen: ColumnElement[bool]) -> dict[int, int]:
    rows = connection.execute(
        select(dossiers.c.id, func.count().label("many"))
        .join(documents, documents.c.dossier == dossiers.c.id)
        .join(figures, figures.c.document == documents.c.id)
        .where(chosen)
        .group_by(dossiers.c.id)
    )
    return {row.id: row.many for row in rows}


def _series_counts(connection: Connection) -> dict[int, int]:
    query = select(series.c.dossier, func.count().label("many")).where(series.c.figures > 1)
    rows = connection.execute(query.group_by(series.c.dossier))
    return {row.dossier: row.many for row in rows}


def sources_of(connection: Connection) -> list[ListedSource]:
    """List everybody who is credited with a figure, who said most first.

    "Police" at the beginning of a sentence is the "police" of another one.
    """
    one = func.lower(func.substr(figures.c.source, 1, 1)).concat(func.substr(figures.c.source, 2))
    rows = connection.execute(
        select(
            func.max(figures.c.source).label("source"),
            func.count().label("figures"),
            func.count(func.distinct(figures.c.document)).label("documents"),
            func.count(func.distinct(figures.c.series)).label("series"),
            func.min(documents.c.published).label("first"),
            func.max(documents.c.published).label("last"),
        )
        .join(documents, documents.c.id == figures.c.document)
        .where(figures.c.source.is_not(None))
        .group_by(one)
        .order_by(func.count().desc(), one)
    )
    return [ListedSource(*row) for row in rows]


def begun_small(source: str) -> str:
    """Write a source with a small letter first, whether it began a sentence or not."""
    return source[:1].lower() + source[1:]


def rows_of(
    connection: Connection,
    *,
    series_id: int | None = None,
    source: str | None = None,
    dossier: int | None = None,
    last: int | None = None,
) -> list[dict[str, Any]]:
    """Give figures of one series, source or dossier as flat rows, in the order of their documents.

    Beside the columns of a figure a row has its document's `title`, `opening`, `outlet` and `published`, the
    name of its series, and `around`: the text from `around_start` on that holds its sentence.
    """
    query = (
        select(
            *(column for column in figures.c if column.name != "series"),
            figures.c.series.label("series_id"),
            series.c.name.label("series"),
            documents.c.title,
            OPENING,
            documents.c.outlet,
            documents.c.published,
            documents.c.dossier,
            func.substr(
                documents.c.text,
                func.greatest(figures.c.start - AROUND, 0) + 1
                if connection.dialect.name == "postgresql"
                else func.max(figures.c.start - AROUND, 0) + 1,
                figures.c.end - figures.c.start + 2 * AROUND,
            ).label("around"),
        )
        .join(documents, documents.c.id == figures.c.document)
        .outerjoin(series, series.c.id == figures.c.series)
        .order_by(documents.c.number, figures.c.start)
        .limit(last)
    )
    if source is not None:
        query = query.where(figures.c.source.in_({begun_small(source), source[:1].upper() + source[1:]}))
    for column, wanted in ((figures.c.series, series_id), (documents.c.dossier, dossier)):
        if wanted is not None:
            query = query.where(column == wanted)
    return [{**row._mapping, "around_start": max(row.start - AROUND, 0)} for row in connection.execute(query)]


def series_with(connection: Connection, document: str, figure: str) -> ListedSeries | None:
    """Give the series that a figure is in."""
    row = connection.execute(
        select(series)
        .join(figures, figures.c.series == series.c.id)
        .where(figures.c.document == document, figures.c.id == figure)
    ).first()
    return None if row is None else LISTED_SERIES.validate_python(dict(row._mapping))


def first_figures(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Give for series the document and the id of a figure in each, by which they can be found again.

    Series are made anew whenever reports come, and their own ids with them; figures stay.
    """
    first = (
        select(figures.c.series, func.min(documents.c.number).label("number"))
        .join(documents, documents.c.id == figures.c.document)
        .where(figures.c.series.in_(ids))
        .group_by(figures.c.series)
        .subquery()
    )
    rows = connection.execute(
        select(figures.c.series, figures.c.document, figures.c.id)
        .join(documents, documents.c.id == figures.c.document)
        .join(first, (first.c.series == figures.c.series) & (first.c.number == documents.c.number))
        .order_by(figures.c.start.desc())
    )
    return {row.series: (row.document, row.id) for row in rows}
