"""The first page, and what is dropped in there."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from fastapi import Path as PathPart
from fastapi.responses import RedirectResponse, Response

from addup.documents.days import given_day
from addup.errors import AddupError
from addup.report.arrange import weight
from addup.web.answers import Home, JobRecord
from addup.web.given import DropGiven
from addup.web.jobs import Drop, Job, on_the_web, upload
from addup.web.records import PROBLEMS
from addup.web.rendering import page
from addup.web.security import Editor, FormEditor, Reader
from addup.web.state import State, state_of

router = APIRouter(responses=PROBLEMS)
LATELY = 12
"""Documents shown on the first page."""


@router.get("/index.json", response_model=Home)
def home_record(request: Request, who: Reader) -> dict[str, Any]:
    """Tell what the ledger holds, and what was added last."""
    ledger = state_of(request).ledger
    return {"counts": ledger.counts(), "documents": ledger.documents(last=LATELY)}


@router.get("/", include_in_schema=False)
def home(request: Request, who: Reader) -> Response:
    """Show where to drop reports in, and what was added last."""
    return _home(request)


def _home(request: Request, *, problem: str = "", given: dict[str, str] | None = None) -> Response:
    state = state_of(request)
    kept = state.ledger.findings(kinds=("conflict", "tension"))
    return page(
        request,
        "home.html",
        code=422 if problem else 200,
        counts=state.ledger.counts(),
        documents=state.ledger.documents(last=LATELY),
        waiting=sorted((one for one in kept if one.status == "open"), key=lambda one: weight(one.finding)),
        problem=problem,
        given=given or {},
    )


@router.post("/add", include_in_schema=False)
async def add(
    request: Request,
    who: FormEditor,
    text: Annotated[str, Form(max_length=2_000_000)] = "",
    address: Annotated[str, Form(max_length=2000)] = "",
    title: Annotated[str, Form(max_length=300)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Take what was dropped in, and show how the reading goes."""
    sent = [(file.filename or "", await file.read()) for file in files or () if file.filename]
    try:
        job = await asyncio.to_thread(
            _begin,
            state_of(request),
            Drop(by=who.name, text=text or None, title=title.strip() or None, published=published or None),
            address.strip(),
            sent,
        )
    except AddupError as problem:
        given = {"text": text, "address": address, "title": title, "published": published}
        return await asyncio.to_thread(_home, request, problem=str(problem), given=given)
    return RedirectResponse(f"/adding/{job.id}?begun=true", 303)


def _begin(state: State, drop: Drop, address: str, sent: list[tuple[str, bytes]]) -> Job:
    """Begin to read what was given: files before an address before a text."""
    if drop.published:
        given_day(drop.published)  # refuses what is no day while the form is at hand
    if sent:
        folder = upload(sent)
        if folder is None:
            raise AddupError(
                "none of these files is a report: addup reads text, Markdown, HTML, PDF, Word, e-mails "
                "and CSV."
            )
        return state.jobs.begin(replace(drop, text=None, uploaded=folder))
    if address:
        return state.jobs.begin(replace(drop, text=None, addresses=(_allowed(state, address),)))
    if not (drop.text or "").strip():
        raise AddupError("give a text, files, or an address.")
    return state.jobs.begin(drop)


def _allowed(state: State, address: str) -> str:
    """Refuse files and folders of this machine to a team, whose members may not be at this machine."""
    if on_the_web(address):
        return address
    if not state.settings.own:
        raise AddupError(f"{address} is no address on the web: it begins with http:// or https://.")
    if not Path(address).expanduser().exists():
        raise AddupError(f"{address} is no address on the web, and no file or folder of this machine.")
    return str(Path(address).expanduser())


@router.post("/api/documents", response_model=JobRecord, status_code=202)
def drop_in(request: Request, who: Editor, given: DropGiven) -> dict[str, Any]:
    """Read a text, or what is at an address on the web; `/adding/{id}.json` tells how it goes."""
    published = given.published.isoformat() if given.published else None
    drop = Drop(by=who.name, text=given.text, title=given.title, published=published)
    address = (given.address or "").strip()
    if address and not on_the_web(address):
        raise AddupError(f"{address} is no address on the web: it begins with http:// or https://.")
    return _begin(state_of(request), drop, address, []).to_dict()


JobId = Annotated[str, PathPart(pattern=r"^[0-9a-f]{16}$")]


@router.get("/adding/{id}.json", response_model=JobRecord)
def progress(request: Request, who: Reader, id: JobId) -> dict[str, Any]:
    """Tell how far the reading of what was dropped in is."""
    return _job(request, id).to_dict()


@router.get("/adding/{id}", include_in_schema=False)
def show_progress(request: Request, who: Reader, id: JobId, begun: bool = False) -> Response:
    """Show how far the reading of what was dropped in is.

    Who has just `begun` it goes on to the one report that is done already, as the page does when it waits.
    """
    job = _job(request, id).to_dict()
    documents = [report["document"] for report in job["reports"]]
    if begun and job["state"] == "done" and len(documents) == 1 and documents[0]:
        return RedirectResponse(f"/documents/{documents[0]}", 303)
    return page(request, "adding.html", job=job)


def _job(request: Request, id: str) -> Job:
    job = state_of(request).jobs.get(id)
    if job is None:
        raise HTTPException(404, "this was dropped in before the app began again: look at the reports.")
    return job
