"""From the ledger's records to those of the pages and of the API."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from fastapi import HTTPException

from addup.account.inquiry import inquire
from addup.account.reported.from_series import account_of
from addup.errors import AccountError
from addup.ledger import CollisionError, LedgerError, Stored
from addup.ledger.looking import ListedSource, begun_small
from addup.ledger.records import KeptFinding, ListedSeries
from addup.records import Finding, Reading
from addup.report.words import plain
from addup.web.state import State

LARGE = 1000
"""Figures of a dossier beyond which nothing is worked out while somebody waits for a page."""
Given = TypeVar("Given")


def found(ask: Callable[[], Given]) -> Given:
    """Ask the ledger for something; where it is not there, the answer is 404."""
    try:
        return ask()
    except CollisionError:
        raise
    except LedgerError as problem:
        raise HTTPException(404, str(problem)) from None


def readings_of(state: State, kept: Iterable[KeptFinding]) -> dict[str, Reading]:
    """Give the readings that findings rest on, by the ids of their documents."""
    wanted = [piece.document for one in kept for piece in one.finding.evidence]
    return {reading.document.id: reading for reading in state.ledger.readings(wanted)}


def resting_on(kept: KeptFinding, readings: Mapping[str, Reading]) -> list[Reading]:
    """Give those of some readings that a finding rests on, in the order of its evidence."""
    return [readings[id] for id in dict.fromkeys(piece.document for piece in kept.finding.evidence)]


def document_record(stored: Stored, kept: Sequence[KeptFinding], dossier: int | None) -> dict[str, Any]:
    """Give a document as the API tells it."""
    return {
        **stored.reading.to_dict(),
        "address": stored.document.address,
        "text": stored.document.text,
        "version": stored.version,
        "dossier": dossier,
        "findings": [one.to_dict() for one in kept],
        "acts": [act.to_dict() for act in stored.acts],
        "earlier": list(stored.earlier),
        "later": list(stored.later),
    }


def series_records(state: State, listed: Sequence[ListedSeries]) -> list[dict[str, Any]]:
    """Give series as the API lists them, each with a figure by which it is found again."""
    places = state.ledger.first_figures([one.id for one in listed])
    return [
        {
            **{name: value for name, value in asdict(one).items() if name != "id"},
            "at": {"document": places[one.id][0], "figure": places[one.id][1]},
        }
        for one in listed
        if one.id in places  # one that was made anew in the meantime is listed next time
    ]


def event_names(state: State) -> dict[int, str]:
    """Say what each event is called, for series of one name are told apart by it."""
    return {one.id: one.called for one in state.ledger.dossiers()}


def row_record(row: Mapping[str, Any]) -> dict[str, Any]:
    """Give a figure as a flat row, with the sentence that it stands in."""
    copied = (
        *(
            "document",
            "title",
            "opening",
            "outlet",
            "published",
            "start",
            "end",
            "text",
            "low",
            "high",
            "bound",
            "kind",
        ),
        *("unit", "per", "counted", "event", "place", "source", "stance", "series"),
    )
    return {
        **{name: row[name] for name in copied},
        "figure": row["id"],
        "from": row["first"],
        "to": row["last"],
        "low": _plain(row["low"]),
        "high": _plain(row["high"]),
        "sentence": sentence_in(row["around"], row["start"] - row["around_start"], len(row["text"])),
    }


def _plain(number: float | None) -> int | float | None:
    return int(number) if number is not None and number.is_integer() else number


def sentence_in(around: str, start: int, length: int) -> str:
    """Cut the sentence around some words out of the text around them."""
    marks = (". ", "? ", "! ", ".” ", '." ', "\n")
    begins = max(
        (around.rfind(mark, 0, start) + len(mark) for mark in marks if mark in around[:start]), default=0
    )
    ends = [place + len(mark) for mark in marks if (place := around.find(mark, start + length)) >= 0]
    return plain(around[begins : min(ends, default=len(around))])


def least_of(state: State, kept: KeptFinding) -> dict[str, Any] | None:
    """Work out the least correction of the dossier of a conflict; None where nothing has to give way."""
    if kept.finding.kind not in {"conflict", "tension"}:
        return None
    if state.ledger.dossier(kept.dossier).figures > LARGE:
        return None
    account = account_of(state.grouping(kept.dossier))
    try:
        told = inquire(account, least=True)
    except AccountError:
        return None
    if told.removal is None or told.moves is None or not (told.removal.reports or told.moves.moves):
        return None
    named = {*told.removal.reports, *(move.report for move in told.moves.moves)}
    return {
        "reading": told.reading,
        "take_away": list(told.removal.reports),
        "moves": [move.to_dict() for move in told.moves.moves],
        "figures": {
            one["id"]: {"document": one["document"], "figure": one["figure"]}
            for one in account["reports"]
            if one["id"] in named and "figure" in one
        },
    }


def tally(state: State) -> dict[str, Counter[str]]:
    """Count for every source the findings of some kinds that its figures are in."""
    rows = {(row["document"], row["start"], row["end"]): row["source"] for row in state.ledger.figure_rows()}
    counted: dict[str, Counter[str]] = {}
    for kept in state.ledger.findings(kinds=("revised", "conflict", "tension", "disputed")):
        for source in sources_in(kept.finding, rows):
            counted.setdefault(source, Counter())[kept.finding.kind] += 1
    return counted


def sources_in(finding: Finding, rows: Mapping[tuple[str, int, int], str | None]) -> set[str]:
    """Name the sources of the figures that a finding rests on, each with a small letter first."""
    places = (piece.place for piece in finding.evidence)
    return {begun_small(source) for place in places if (source := rows.get(place))}


def source_record(source: ListedSource, counted: Mapping[str, int]) -> dict[str, Any]:
    """Give a source as the API tells it."""
    return {
        **asdict(source),
        "revised": counted.get("revised", 0),
        "contradicted": counted.get("conflict", 0) + counted.get("tension", 0),
        "disputed": counted.get("disputed", 0),
    }


def touching(kept: Iterable[KeptFinding], places: set[tuple[str, int, int]]) -> list[KeptFinding]:
    """Give the findings that rest on any of some words."""
    return [one for one in kept if any(piece.place in places for piece in one.finding.evidence)]
