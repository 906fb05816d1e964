"""Dossiers: reports on one event, and the account of their numbers."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Request
from fastapi import Path as PathPart
from fastapi.responses import Response

from addup.account.expressions import ExpressionError, read_relation
from addup.errors import AddupError
from addup.grouping.decisions import relation_decision
from addup.ledger import Edit
from addup.report.arrange import weight
from addup.web.diagram import diagram
from addup.web.looking import found, series_records
from addup.web.records import PROBLEMS, AccountPage, ActRecord, DossierPage, Dossiers, RelationGiven
from addup.web.rendering import page
from addup.web.security import Editor, Reader
from addup.web.state import State, state_of
from addup.web.writing import written

router = APIRouter(responses=PROBLEMS)
MOST_LISTED = 300
Number = Annotated[int, PathPart(ge=1, le=2**31 - 1)]


@router.get("/dossiers.json", response_model=Dossiers)
def list_record(request: Request, who: Reader) -> dict[str, Any]:
    """List dossiers, the one that grew last first."""
    return {"dossiers": state_of(request).ledger.dossiers()[:MOST_LISTED]}


@router.get("/dossiers", include_in_schema=False)
def list_page(request: Request, who: Reader) -> Response:
    """List dossiers."""
    listed = state_of(request).ledger.dossiers()
    return page(request, "dossiers.html", dossiers=listed[:MOST_LISTED], total=len(listed))


@router.get("/dossiers/{id}.json", response_model=DossierPage)
def record(request: Request, who: Reader, id: Number) -> dict[str, Any]:
    """Give a dossier with its documents, series and findings."""
    return _dossier(state_of(request), id)


def _dossier(state: State, id: int) -> dict[str, Any]:
    ledger = state.ledger
    dossier = found(lambda: ledger.dossier(id))
    own = [one for one in ledger.series(least=2) if one.dossier == id]
    return {
        "dossier": dossier,
        "documents": ledger.documents(dossier=id),
        "series": series_records(state, own),
        "findings": [one.to_dict() for one in ledger.findings(dossier=id)],
    }


@router.get("/dossiers/{id}", include_in_schema=False)
def show(request: Request, who: Reader, id: Number) -> Response:
    """Show a dossier."""
    state = state_of(request)
    kept = sorted(state.ledger.findings(dossier=id), key=lambda one: weight(one.finding))
    return page(request, "dossier.html", **{**_dossier(state, id), "findings": kept})


@router.get("/dossiers/{id}/account.json", response_model=AccountPage)
def account_record(request: Request, who: Reader, id: Number) -> dict[str, Any]:
    """Give the account of a dossier: its series and relations, and all of it in the account language."""
    grouping = found(lambda: state_of(request).grouping(id))
    return {"dossier": id, **grouping.to_dict(), "text": written(grouping)}


@router.get("/dossiers/{id}/account", include_in_schema=False)
def show_account(request: Request, who: Reader, id: Number) -> Response:
    """Show the account of a dossier: a diagram, its relations to decide on, and its text to edit."""
    state = state_of(request)
    dossier = found(lambda: state.ledger.dossier(id))
    grouping = found(lambda: state.grouping(id))
    decided = [act for act in state.ledger.log() if act.kind == "decide" and not act.undone]
    documents = {reading.document.id: reading for reading in grouping.readings}
    return page(
        request,
        "account.html",
        dossier=dossier,
        grouping=grouping,
        documents=documents,
        picture=diagram(grouping),
        text=written(grouping),
        decided=[act for act in decided if _is_about(act.content["decision"], set(documents))],
    )


def _is_about(decision: dict[str, Any], documents: set[str]) -> bool:
    figures = (*decision.get("figures", ()), *decision.get("others", ()))
    return decision["kind"] in {"accept", "reject"} and any(figure[0] in documents for figure in figures)


@router.post("/api/dossiers/{id}/relations", response_model=ActRecord)
def decide(request: Request, who: Editor, id: Number, given: RelationGiven) -> dict[str, Any]:
    """Accept a relation, supposed or of one's own, or reject one."""
    state = state_of(request)
    grouping = found(lambda: state.grouping(id))
    text = " ".join(given.relation.split())
    try:
        read_relation(text, {one.name: one.kind for one in grouping.series})
    except ExpressionError as problem:
        raise AddupError(f"“{text}” is no relation between series of this dossier: {problem}.") from None
    decision = relation_decision(given.decision, text, grouping.series)
    act = state.ledger.decide(decision, Edit(who.name, given.why))
    state.settle()
    return act.to_dict()
