"""Findings: a list to work through, and one of them with all that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi import Path as PathPart
from fastapi.responses import RedirectResponse, Response

from addup.errors import AddupError
from addup.ledger import Act, Edit
from addup.ledger.records import KeptFinding
from addup.ledger.store import MARKS
from addup.records import Figure, FindingKind, Mark
from addup.report.arrange import WEIGHT, weight
from addup.report.telling import arithmetic, tell_across
from addup.web.answers import FindingPage, Findings
from addup.web.given import MarkGiven
from addup.web.looking import found, least_of, readings_of, resting_on
from addup.web.records import PROBLEMS, ActRecord
from addup.web.rendering import page
from addup.web.security import Editor, FormEditor, Reader
from addup.web.state import State, state_of

router = APIRouter(responses=PROBLEMS)
PER_PAGE = 50
Key = Annotated[str, PathPart(pattern=r"^[0-9a-f]{12}$")]
Status = Literal[Mark, "all"]
Event = Annotated[int | None, Query(ge=1, le=2**31 - 1)]


@router.get("/findings.json", response_model=Findings)
def list_record(
    request: Request,
    who: Reader,
    status: Status = "open",
    kind: FindingKind | Literal[""] = "",
    event: Event = None,
) -> dict[str, Any]:
    """List findings of a status and of a kind, the gravest first; with `event`, those of one event."""
    kept = state_of(request).ledger.findings(dossier=event)
    return {
        "findings": [one.to_dict() for one in _chosen(kept, status, kind)],
        "statuses": Counter(one.status for one in kept),
        "kinds": Counter(one.finding.kind for one in kept if status in {one.status, "all"}),
    }


def _chosen(kept: Sequence[KeptFinding], status: str, kind: str) -> list[KeptFinding]:
    chosen = [one for one in kept if status in {one.status, "all"} and kind in {one.finding.kind, ""}]
    return sorted(chosen, key=lambda one: weight(one.finding))


@router.get("/findings", include_in_schema=False)
def list_page(
    request: Request,
    who: Reader,
    status: Status = "open",
    kind: FindingKind | Literal[""] = "",
    event: Event = None,
    at: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """Show the findings to work through."""
    state = state_of(request)
    of_event = found(lambda: state.ledger.dossier(event)) if event is not None else None
    kept = state.ledger.findings(dossier=event)
    chosen = _chosen(kept, status, kind)
    shown = chosen[(at - 1) * PER_PAGE : at * PER_PAGE]
    readings = readings_of(state, shown)
    kinds = Counter(one.finding.kind for one in kept if status in {one.status, "all"})
    return page(
        request,
        "findings.html",
        told_findings=[(one, tell_across(one.finding, resting_on(one, readings))) for one in shown],
        readings=readings,
        statuses=Counter(one.status for one in kept),
        kinds=sorted(kinds.items(), key=lambda pair: WEIGHT[pair[0]]),
        marks=MARKS,
        event=of_event,
        status=status,
        kind=kind,
        total=len(chosen),
        at=at,
        pages=-(-len(chosen) // PER_PAGE),
    )


@router.get("/findings/{key}.json", response_model=FindingPage)
def record(request: Request, who: Reader, key: Key) -> dict[str, Any]:
    """Give a finding, with what people did about it and the least correction."""
    state = state_of(request)
    kept = found(lambda: state.ledger.finding(key))
    return {
        **kept.to_dict(),
        "acts": [act.to_dict() for act in kept.acts],
        "least": least_of(state, kept),
    }


@router.get("/findings/{key}", include_in_schema=False)
def show(request: Request, who: Reader, key: Key) -> Response:
    """Show a finding: the sentences side by side, the arithmetic, and the least correction."""
    return _page(request, key)


def _page(request: Request, key: str, problem: str = "") -> Response:
    state = state_of(request)
    kept = found(lambda: state.ledger.finding(key))
    readings = readings_of(state, [kept])
    least = least_of(state, kept)
    return page(
        request,
        "finding.html",
        code=422 if problem else 200,
        kept=kept,
        telling=tell_across(kept.finding, list(readings.values())),
        rows=arithmetic(kept.finding, list(readings.values())),
        readings=readings,
        least=least,
        figures=_figures(state, least),
        marks=MARKS,
        problem=problem,
    )


def _figures(state: State, least: Mapping[str, Any] | None) -> dict[str, tuple[str, Figure]]:
    """Give the figures that a least correction names, each with the id of its document."""
    figures = {}
    for name, at in (least or {"figures": {}})["figures"].items():
        reading = state.ledger.stored(at["document"]).reading
        figure = next(one for one in reading.figures if one.id == at["figure"])
        figures[name] = (at["document"], figure)
    return figures


@router.put("/api/findings/{key}", response_model=ActRecord)
def mark(request: Request, who: Editor, key: Key, given: MarkGiven) -> dict[str, Any]:
    """Say what became of a finding."""
    ledger = state_of(request).ledger
    found(lambda: ledger.finding(key))
    return _mark(request, key, given.status, who.name, given.why).to_dict()


def _mark(request: Request, key: str, status: str, by: str, why: str | None) -> Act:
    if status == "dismissed" and not (why or "").strip():
        raise AddupError("say why it is dismissed: whoever comes after you will ask.")
    return state_of(request).ledger.mark(key, status, Edit(by, why or None))


@router.post("/findings/{key}", include_in_schema=False)
def mark_by_form(
    request: Request,
    who: FormEditor,
    key: Key,
    status: Annotated[str, Form(max_length=20)],
    why: Annotated[str, Form(max_length=2000)] = "",
    back: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Say what became of a finding, and go on with the list or stay."""
    try:
        _mark(request, key, status, who.name, why)
    except HTTPException:
        raise
    except AddupError as problem:
        return _page(request, key, str(problem))
    back = back if back.startswith("/findings") else f"/findings/{key}"
    return RedirectResponse(back, 303)
