"""Reports: their text with every figure marked, and what people correct in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi import Path as PathPart
from fastapi.responses import HTMLResponse, Response

import addup
from addup.ledger import Act, Edit, Stored
from addup.ledger.corrections import FIELDS
from addup.ledger.records import KeptFinding
from addup.records import Reading
from addup.report import words
from addup.report.arrange import weight
from addup.report.html import note
from addup.report.html import render as render_report
from addup.report.marking import mark
from addup.report.telling import tell_beside
from addup.web.answers import DocumentRecord, Documents, Edited
from addup.web.given import AddFigureGiven, CorrectGiven, DescribeGiven, EditGiven, UndoGiven
from addup.web.looking import document_record, found, readings_of, resting_on
from addup.web.records import PROBLEMS, ActRecord, FigureRecord, Problem
from addup.web.rendering import page
from addup.web.security import Editor, Reader
from addup.web.state import state_of

router = APIRouter(responses=PROBLEMS)
MOST_LISTED = 200
COLLISION: dict[int | str, dict[str, Any]] = {
    409: {"model": Problem, "description": "Somebody else changed the same in the meantime."}
}
Id = Annotated[str, PathPart(min_length=1, max_length=200)]


@router.get("/documents.json", response_model=Documents)
def list_record(
    request: Request, who: Reader, last: Annotated[int, Query(ge=1, le=10_000)] = MOST_LISTED
) -> dict[str, Any]:
    """List documents, the one added last first."""
    return {"documents": state_of(request).ledger.documents(last=last)}


@router.get("/documents", include_in_schema=False)
def list_page(
    request: Request, who: Reader, last: Annotated[int, Query(ge=1, le=10_000)] = MOST_LISTED
) -> Response:
    """List documents."""
    ledger = state_of(request).ledger
    listed = ledger.documents(last=last)
    return page(request, "documents.html", documents=listed, total=ledger.counts()["documents"], last=last)


@router.get("/documents/{id}.json", response_model=DocumentRecord)
def record(request: Request, who: Reader, id: Id) -> dict[str, Any]:
    """Give a document as it stands, with its findings and what people did to it."""
    ledger = state_of(request).ledger
    stored = found(lambda: ledger.stored(id))
    return document_record(stored, ledger.findings_on(id), ledger.dossier_of(id))


@router.get("/documents/{id}/report.html", include_in_schema=False)
def one_file(request: Request, who: Reader, id: Id) -> Response:
    """Give the report of a document as one file that needs nothing else."""
    reading = found(lambda: state_of(request).ledger.stored(id)).reading
    grouping = addup.series([reading])
    filled = render_report(reading, grouping, addup.check(grouping))
    # The file brings its own policy, under which nothing runs at all.
    policy = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:"}
    return HTMLResponse(filled, headers=policy)


@router.get("/documents/{id}", include_in_schema=False)
def show(request: Request, who: Reader, id: Id) -> Response:
    """Show a report: its text with every figure marked, and what its numbers show."""
    ledger = state_of(request).ledger
    stored = found(lambda: ledger.stored(id))
    kept = sorted(ledger.findings_on(id), key=lambda one: weight(one.finding))
    reading = stored.reading
    readings = readings_of(state_of(request), kept) | {id: reading}
    return page(
        request,
        "document.html",
        stored=stored,
        document=stored.document,
        reading=reading,
        paragraphs=mark(stored.document.text, reading.figures, reading.coverage),
        notes=[note(figure, reading, "plain") for figure in reading.figures],
        clashing=clashing(kept, reading),
        kinds={figure.amount.kind for figure in reading.figures},
        told_findings=[(one, tell_beside(one.finding, reading, resting_on(one, readings))) for one in kept],
        fields=FIELDS,
        dossier=ledger.dossier_of(id),
        commits=words.commits,
        series_in=_series_in(reading),
        right={act.subject for act in stored.acts if act.kind == "confirm" and not act.undone},
        changed={act.subject for act in stored.acts if act.kind in {"correct", "add"} and not act.undone},
    )


def _series_in(reading: Reading) -> dict[str, int]:
    counted: dict[str, int] = {}
    for figure in reading.figures:
        if figure.series:
            counted[figure.series] = counted.get(figure.series, 0) + 1
    return counted


def clashing(kept: Sequence[KeptFinding], reading: Reading) -> dict[int, str]:
    """Give the figures of a reading that cannot all be true, or hardly, with the kind of the finding."""
    places = {(figure.span.start, figure.span.end): index for index, figure in enumerate(reading.figures)}
    held: dict[int, str] = {}
    for one in kept:
        if one.finding.kind in {"conflict", "tension"} and one.status != "dismissed":
            for piece in one.finding.evidence:
                index = places.get((piece.start, piece.end))
                if index is not None and piece.document == reading.document.id:
                    held.setdefault(index, one.finding.kind)
    return held


@router.get("/documents/{id}/figures/{figure}.json", response_model=FigureRecord)
def figure_record(request: Request, who: Reader, id: Id, figure: Id) -> dict[str, Any]:
    """Give one figure as it stands."""
    reading = found(lambda: state_of(request).ledger.stored(id)).reading
    for one in reading.figures:
        if one.id == figure:
            return one.to_dict()
    raise HTTPException(404, f"{id} has no figure {figure}.")


# --- corrections -----------------------------------------------------------------------------------------


@router.post("/api/documents/{id}/figures", response_model=Edited, responses=COLLISION)
def add_figure(request: Request, who: Editor, id: Id, given: AddFigureGiven) -> dict[str, Any]:
    """Add a figure that was missed, by the characters of its words."""
    ledger = state_of(request).ledger
    _known(request, id)
    return _done(
        request,
        id,
        lambda: ledger.add_figure(id, given.start, given.end, _edit(who.name, given), fields=given.fields),
    )


@router.patch("/api/documents/{id}/figures/{figure}", response_model=Edited, responses=COLLISION)
def correct(request: Request, who: Editor, id: Id, figure: Id, given: CorrectGiven) -> dict[str, Any]:
    """Set fields of a figure."""
    ledger = state_of(request).ledger
    _known(request, id, figure)
    return _done(request, id, lambda: ledger.correct(id, figure, given.fields, _edit(who.name, given)))


@router.post("/api/documents/{id}/figures/{figure}/confirm", response_model=Edited, responses=COLLISION)
def confirm(request: Request, who: Editor, id: Id, figure: Id, given: EditGiven) -> dict[str, Any]:
    """Say that a figure is right as it stands."""
    ledger = state_of(request).ledger
    _known(request, id, figure)
    return _done(request, id, lambda: ledger.confirm(id, figure, _edit(who.name, given)))


@router.post("/api/documents/{id}/figures/{figure}/remove", response_model=Edited, responses=COLLISION)
def remove(request: Request, who: Editor, id: Id, figure: Id, given: EditGiven) -> dict[str, Any]:
    """Say that what was read as a figure is none."""
    ledger = state_of(request).ledger
    _known(request, id, figure)
    return _done(request, id, lambda: ledger.remove(id, figure, _edit(who.name, given)))


@router.patch("/api/documents/{id}", response_model=Edited, responses=COLLISION)
def describe(request: Request, who: Editor, id: Id, given: DescribeGiven) -> dict[str, Any]:
    """Give a document another title, outlet or day of publication; with another day it is read again."""
    ledger = state_of(request).ledger
    _known(request, id)
    return _done(request, id, lambda: ledger.describe(id, given.fields, _edit(who.name, given)))


@router.post("/api/acts/{act}/undo", response_model=ActRecord)
def undo(
    request: Request, who: Editor, act: Annotated[int, PathPart(ge=1, le=2**31 - 1)], given: UndoGiven
) -> dict[str, Any]:
    """Take back what somebody did: what it changed is as if it had not been."""
    state = state_of(request)
    made = state.ledger.undo(act, Edit(who.name, given.why))
    state.settle()
    return made.to_dict()


def _edit(by: str, given: EditGiven) -> Edit:
    return Edit(by, given.why, given.seen)


def _known(request: Request, id: str, figure: str | None = None) -> Stored:
    """Make sure that what is to be changed is there; else the answer is 404."""
    stored = found(lambda: state_of(request).ledger.stored(id))
    if figure is not None and all(one.id != figure for one in stored.reading.figures):
        raise HTTPException(404, f"{id} has no figure {figure}.")
    return stored


def _done(request: Request, id: str, edit: Callable[[], Act]) -> dict[str, Any]:
    """Do something, check what it changes, and tell what the document shows now."""
    state = state_of(request)
    act = edit()
    state.settle()
    return {
        "act": act.to_dict(),
        "version": act.id,
        "findings": [one.to_dict() for one in state.ledger.findings_on(id)],
    }
