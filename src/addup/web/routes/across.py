"""Across all reports: search, sources, and what people did."""

from __future__ import annotations

import re
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from addup.ledger.looking import ListedSource, begun_small
from addup.web.answers import Log, Search, SourcePage, Sources
from addup.web.looking import event_names, row_record, series_records, source_record, tally, touching
from addup.web.records import PROBLEMS
from addup.web.rendering import page
from addup.web.security import Reader
from addup.web.state import State, state_of
from addup.words.numbers import read_number

DIGITS = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?:\s(?:hundred|thousand|million|billion|trillion))?\b")
"""A number in digits among other words."""
router = APIRouter(responses=PROBLEMS)
MOST_FOUND, MOST_SAID, MOST_LOGGED, MOST_TITLES = 50, 500, 500, 5000
Words = Annotated[str, Query(max_length=300)]


@router.get("/search.json", response_model=Search)
def search_record(request: Request, who: Reader, q: Words = "") -> dict[str, Any]:
    """Search: documents with the words, series with them in their names, and who else said the number."""
    return _search(state_of(request), q)


def _search(state: State, q: str) -> dict[str, Any]:
    asked = q.strip()
    number = _number_in(asked)
    ledger = state.ledger
    return {
        "asked": asked,
        "number": number,
        "documents": ledger.search(asked, last=MOST_FOUND) if asked else [],
        "figures": ledger.said(number) if number is not None else [],
        "series": series_records(state, ledger.series(asked)[:MOST_FOUND]) if asked else [],
    }


def _number_in(asked: str) -> int | float | None:
    """Give the number that somebody searches for: "4,460", "three dozen", "who else said $2.5 million?"."""
    digits = DIGITS.findall(asked)
    try:
        read = read_number(asked.strip(" $£€%?")) or (read_number(digits[0]) if len(digits) == 1 else None)
    except (ValueError, OverflowError):
        return None
    if read is None or abs(read.value) > 10**15:
        return None
    return read.value.numerator if read.value.denominator == 1 else float(read.value)


@router.get("/search", include_in_schema=False)
def search(request: Request, who: Reader, q: Words = "") -> Response:
    """Show what a search finds."""
    state = state_of(request)
    return page(request, "search.html", **_search(state, q), events=event_names(state))


@router.get("/sources.json", response_model=Sources)
def sources_record(request: Request, who: Reader) -> dict[str, Any]:
    """List everybody who is credited with a figure."""
    return {"sources": _sources(state_of(request))}


def _sources(state: State) -> list[dict[str, Any]]:
    counted = tally(state)
    return [source_record(one, counted.get(begun_small(one.name), {})) for one in state.ledger.sources()]


@router.get("/sources", include_in_schema=False)
def sources(request: Request, who: Reader) -> Response:
    """Show who said how much, and how often it changed or met another number."""
    return page(request, "sources.html", sources=_sources(state_of(request)))


@router.get("/source.json", response_model=SourcePage)
def source_json(request: Request, who: Reader, name: Words) -> dict[str, Any]:
    """Give one source with what it said, and the findings that its figures are in."""
    return _source(state_of(request), name)


def _source(state: State, name: str) -> dict[str, Any]:
    rows = state.ledger.rows(source=name, last=MOST_SAID)
    if not rows:
        raise HTTPException(404, f"nobody called {name!r} is credited with a figure.")
    told = next((one for one in _sources(state) if begun_small(one["name"]) == begun_small(name)), None)
    places = {(row["document"], row["start"], row["end"]) for row in rows}
    return {
        "source": told or source_record(ListedSource(name, len(rows), 0, 0, None, None), {}),
        "rows": [row_record(row) for row in rows],
        "findings": [one.to_dict() for one in touching(state.ledger.findings(), places)],
    }


@router.get("/source", include_in_schema=False)
def source(request: Request, who: Reader, name: Words) -> Response:
    """Show what one source said."""
    return page(request, "source.html", **_source(state_of(request), name))


@router.get("/log.json", response_model=Log)
def log_record(request: Request, who: Reader) -> dict[str, Any]:
    """Give what people did."""
    acts = state_of(request).ledger.log(last=MOST_LOGGED)
    return {"acts": [act.to_dict() for act in acts]}


@router.get("/log", include_in_schema=False)
def log(request: Request, who: Reader) -> Response:
    """Show what people did, the newest first."""
    ledger = state_of(request).ledger
    acts = tuple(reversed(ledger.log(last=MOST_LOGGED)))
    titles = {}
    if any(act.document or "event" in act.content for act in acts):
        titles = {one.id: one.title or one.opening for one in ledger.documents(last=MOST_TITLES)}
    return page(request, "log.html", acts=acts, titles=titles)
