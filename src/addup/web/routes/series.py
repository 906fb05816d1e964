"""Series: what is counted, and one of them over time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi import Path as PathPart
from fastapi.responses import JSONResponse, Response

from addup.grouping.joining.decisions import Decision
from addup.ledger import Edit
from addup.ledger.records import KeptFinding, ListedSeries
from addup.web.answers import SeriesList, SeriesPage
from addup.web.charts import bands, specification
from addup.web.given import NameGiven
from addup.web.looking import LARGE, event_names, row_record, series_records, touching
from addup.web.records import PROBLEMS, ActRecord
from addup.web.rendering import page
from addup.web.security import Editor, Reader
from addup.web.state import State, state_of
from addup.web.vega import script_name

router = APIRouter(responses=PROBLEMS)
MOST_LISTED, PER_PAGE = 300, 200
Id = Annotated[str, PathPart(min_length=1, max_length=200)]
Words = Annotated[str, Query(max_length=200)]
Sort = Literal["day", "-day", "amount", "-amount", "source", "-source", "report", "-report"]


@router.get("/series.json", response_model=SeriesList)
def list_record(
    request: Request, who: Reader, q: Words = "", least: Annotated[int, Query(ge=1, le=1000)] = 2
) -> dict[str, Any]:
    """List series with `least` figures or more, the largest first; with `q`, those so named."""
    state = state_of(request)
    return {"series": series_records(state, state.ledger.series(q or None, least=least)[:MOST_LISTED])}


@router.get("/series", include_in_schema=False)
def list_page(
    request: Request, who: Reader, q: Words = "", least: Annotated[int, Query(ge=1, le=1000)] = 2
) -> Response:
    """List series."""
    state = state_of(request)
    listed = state.ledger.series(q or None, least=least)
    return page(
        request,
        "series_list.html",
        series=series_records(state, listed[:MOST_LISTED]),
        events=event_names(state),
        total=len(listed),
        q=q,
        least=least,
    )


@router.get("/series/{document}/{figure}.json", response_model=SeriesPage)
def record(request: Request, who: Reader, document: Id, figure: Id) -> dict[str, Any]:
    """Give the series that a figure is in, with all its figures."""
    state = state_of(request)
    listed, rows, kept = _series(state, document, figure)
    (told,) = series_records(state, [listed])
    return {
        **told,
        "rows": [row_record(row) for row in rows],
        "findings": [one.to_dict() for one in kept],
    }


def _series(
    state: State, document: str, figure: str
) -> tuple[ListedSeries, list[dict[str, Any]], list[KeptFinding]]:
    """Give the series of a figure, the rows of its figures, and the findings that rest on these."""
    listed = state.ledger.series_with(document, figure)
    if listed is None:
        raise HTTPException(404, "there is no such figure, or it was not grouped yet.")
    rows = state.ledger.rows(series=listed.id)
    places = {(row["document"], row["start"], row["end"]) for row in rows}
    return listed, rows, touching(state.ledger.findings(dossier=listed.dossier), places)


@router.get("/series/{document}/{figure}", include_in_schema=False)
def show(  # noqa: PLR0913, PLR0917 - a page has as many arguments as its address has parameters
    request: Request,
    who: Reader,
    document: Id,
    figure: Id,
    sort: Sort = "day",
    source: Words = "",
    q: Words = "",
    at: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """Show a series over time: a chart, and the table of its figures, sorted and filtered as asked."""
    listed, rows, kept = _series(state_of(request), document, figure)
    records = [row_record(row) for row in rows]
    chosen = [row for row in records if _matches(row, source, q)]
    chosen.sort(key=lambda row: _order(row, sort.lstrip("-")), reverse=sort.startswith("-"))
    clashing = {
        piece.place
        for one in kept
        if one.finding.kind in {"conflict", "tension"} and one.status != "dismissed"
        for piece in one.finding.evidence
    }
    return page(
        request,
        "series.html",
        series=listed,
        rows=chosen[(at - 1) * PER_PAGE : at * PER_PAGE],
        matching=len(chosen),
        pages=-(-len(chosen) // PER_PAGE),
        at=at,
        sort=sort,
        source=source,
        q=q,
        sources=sorted({row["source"] for row in records if row["source"]}),
        findings=kept,
        clashing=clashing,
        document=document,
        figure=figure,
        drawn=sum(bool(row["to"] or row["published"]) for row in records),
        chart_script=f"/charts/{script_name()}",
    )


def _matches(row: Mapping[str, Any], source: str, q: str) -> bool:
    text = " ".join(str(row[name] or "") for name in ("text", "sentence", "title", "source", "place"))
    return (not source or row["source"] == source) and q.casefold() in text.casefold()


def _order(row: Mapping[str, Any], by: str) -> tuple[bool, Any, str, int]:
    """Order rows; what is not known comes last."""
    key: Any = {
        "day": row["to"] or row["from"] or row["published"],
        "amount": row["low"] if row["low"] is not None else row["high"],
        "source": (row["source"] or "").casefold() or None,
        "report": (row["title"] or "").casefold() or None,
    }[by]
    return key is None, key if key is not None else 0, row["document"], row["start"]


@router.get("/series/{document}/{figure}/chart.json", response_model=None)
def chart(request: Request, who: Reader, document: Id, figure: Id) -> Response:
    """Give the chart of a series as a specification of Vega-Lite, with its data."""
    state = state_of(request)
    listed, rows, kept = _series(state, document, figure)
    band = []
    if state.ledger.dossier(listed.dossier).figures <= LARGE:
        band = bands(state.grouping(listed.dossier), listed.name)
    return JSONResponse(specification([row_record(row) for row in rows], kept, band))


@router.put("/api/series/{document}/{figure}/name", response_model=ActRecord)
def rename(request: Request, who: Editor, document: Id, figure: Id, given: NameGiven) -> dict[str, Any]:
    """Give the series of a figure another name."""
    state = state_of(request)
    _series(state, document, figure)
    decision = Decision(kind="name", figures=((document, figure),), name=given.name.strip())
    act = state.ledger.decide(decision, Edit(who.name, given.why))
    state.settle()
    return act.to_dict()
