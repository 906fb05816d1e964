"""Dossiers: reports on one event, and the account of their numbers."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi import Path as PathPart
from fastapi.responses import PlainTextResponse, Response

from addup.account.language.expressions import ExpressionError, series_of
from addup.errors import AddupError
from addup.grouping.joining.decisions import relation_decision
from addup.ledger import Act, Edit
from addup.report.arrange import weight
from addup.web.answers import AccountPage, DossierPage, Dossiers, EventDecided
from addup.web.diagram import diagram
from addup.web.given import EventGiven, RelationGiven
from addup.web.looking import LARGE, found, series_records
from addup.web.records import PROBLEMS, ActRecord
from addup.web.rendering import page
from addup.web.security import Editor, Reader
from addup.web.state import State, state_of
from addup.web.writing import written

router = APIRouter(responses=PROBLEMS)
MOST_LISTED, PER_PAGE = 300, 100
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
    state = state_of(request)
    told = _dossier(state, id)
    return {
        **told,
        "series": series_records(state, told["series"]),
        "findings": [one.to_dict() for one in told["findings"]],
    }


def _dossier(state: State, id: int) -> dict[str, Any]:
    ledger = state.ledger
    return {
        "dossier": found(lambda: ledger.dossier(id)),
        "documents": ledger.documents(dossier=id),
        "series": [one for one in ledger.series(least=2) if one.dossier == id],
        "findings": ledger.findings(dossier=id),
    }


@router.get("/dossiers/{id}", include_in_schema=False)
def show(
    request: Request, who: Reader, id: Number, at: Annotated[int, Query(ge=1, le=100_000)] = 1
) -> Response:
    """Show a dossier; its reports in parts, where they are many."""
    state = state_of(request)
    told = _dossier(state, id)
    documents, series = told["documents"], told["series"]
    own = {one.id for one in documents}
    acts = (act for act in state.ledger.log() if not act.undone)
    return page(
        request,
        "dossier.html",
        dossier=told["dossier"],
        documents=documents[(at - 1) * PER_PAGE : at * PER_PAGE],
        first=documents[-1].id,
        series=series_records(state, series[:MOST_LISTED]),
        many_series=len(series),
        findings=sorted(told["findings"], key=lambda one: weight(one.finding)),
        at=at,
        pages=-(-len(documents) // PER_PAGE),
        others=[one for one in state.ledger.dossiers()[:MOST_LISTED] if one.id != id],
        decided=[act for act in acts if not own.isdisjoint(_reports_of(act))],
        titles={one.id: one.title or one.opening for one in documents},
    )


def _reports_of(act: Act) -> set[str]:
    """Give the documents that a decision about an event is about."""
    event = act.content.get("event", {}) if act.kind == "decide" else {}
    return {report for side in ("reports", "others") for report in event.get(side, ())}


@router.post("/api/dossiers/{id}/event", response_model=EventDecided)
def decide_event(request: Request, who: Editor, id: Number, given: EventGiven) -> dict[str, Any]:
    """Name an event, merge it with another, or say of which event some of its reports are."""
    state, edit = state_of(request), Edit(who.name, given.why)
    found(lambda: state.ledger.dossier(id))
    first = state.ledger.documents(dossier=id)[-1].id
    act = _decided(state, id, given, edit)
    state.settle()
    home = state.ledger.dossier_of((given.reports or [first])[0])
    return {"act": act.to_dict(), "dossier": home}


def _decided(state: State, id: int, given: EventGiven, edit: Edit) -> Act:
    ledger = state.ledger
    strangers = set(given.reports) - {one.id for one in ledger.documents(dossier=id)}
    if strangers:
        raise AddupError(f"{', '.join(sorted(strangers))}: no report of this event.")
    match given.decision:
        case "name":
            return ledger.name_event(id, given.name, edit)
        case "split":
            if not given.reports:
                raise AddupError("say which reports are of an event of their own.")
            return ledger.split_event(given.reports, edit)
    if given.other is None:
        raise AddupError("say which other event is meant.")
    if given.decision == "merge":
        return ledger.merge_events(id, given.other, edit)
    if not given.reports:
        raise AddupError("say which reports are of the other event.")
    return ledger.pin_to_event(given.reports, given.other, edit)


@router.get("/dossiers/{id}/account.json", response_model=AccountPage)
def account_record(request: Request, who: Reader, id: Number) -> dict[str, Any]:
    """Give the account of a dossier: its series and relations, and all of it in the account language."""
    grouping = found(lambda: state_of(request).grouping(id))
    return {"dossier": id, **grouping.to_dict(), "text": written(grouping)}


@router.get("/api/dossiers/{id}/account.yaml", include_in_schema=False, response_class=PlainTextResponse)
def account_text(request: Request, who: Reader, id: Number) -> str:
    """Give the account of a dossier in the account language."""
    return written(found(lambda: state_of(request).grouping(id)))


@router.get("/dossiers/{id}/account", include_in_schema=False)
def show_account(request: Request, who: Reader, id: Number) -> Response:
    """Show the account of a dossier: a diagram, its relations to decide on, and its text to edit.

    The text of very many figures is not part of the page: it comes from an address of its own.
    """
    state = state_of(request)
    dossier = found(lambda: state.ledger.dossier(id))
    grouping = found(lambda: state.grouping(id))
    acts = (act for act in state.ledger.log() if "decision" in act.content and not act.undone)
    documents = {reading.document.id: reading for reading in grouping.readings}
    kept = state.ledger.findings(kinds=("conflict", "tension"), dossier=id)
    return page(
        request,
        "account.html",
        dossier=dossier,
        findings=sorted(kept, key=lambda one: weight(one.finding)),
        grouping=grouping,
        documents=documents,
        picture=diagram(grouping),
        text=written(grouping) if dossier.figures <= LARGE else None,
        decided=[act for act in acts if _is_about(act.content["decision"], set(documents))],
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
        series_of(text, {one.name: one.kind for one in grouping.series})
    except ExpressionError as problem:
        raise AddupError(f"“{text}” is no relation between series of this dossier: {problem}.") from None
    decision = relation_decision(given.decision, text, grouping.series)
    act = state.ledger.decide(decision, Edit(who.name, given.why))
    state.settle()
    return act.to_dict()
