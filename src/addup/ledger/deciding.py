"""Deciding about series and events: each decision is recorded, and the dossiers follow it.

How decisions are kept and read again `addup.ledger.decisions` says. To a user a dossier is an event.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from addup.grouping.joining.decisions import Decision
from addup.grouping.joining.event_decisions import EventDecision
from addup.ledger import acts, dossiers, looking
from addup.ledger.decisions import DECISION, EVENT_DECISION, decision_of, reports_of
from addup.ledger.errors import LedgerError
from addup.ledger.records import Act, Edit
from addup.ledger.tables import documents


def decide(connection: Connection, decision: Decision | EventDecision, edit: Edit) -> Act:
    """Record a decision, and let the dossiers follow it."""
    content: Mapping[str, Any] = (
        {"event": EVENT_DECISION.dump_python(decision, mode="json")}
        if isinstance(decision, EventDecision)
        else {"decision": DECISION.dump_python(decision, mode="json")}
    )
    act = acts.record(connection, "decide", edit=edit, content=content)
    follow(connection, act)
    return act


def follow(connection: Connection, act: Act, *, undone: bool = False) -> None:
    """Let the dossiers follow a decision that was made or taken back; other acts change none."""
    if act.kind != "decide":
        return
    decision = decision_of(act.content)
    reports = reports_of(decision)
    if isinstance(decision, EventDecision):
        moves = decision.kind != "name"
    else:
        apart = undone or len(dossiers.homes_of(connection, reports)) > 1
        moves = apart and len(reports) > 1 and decision.kind in {"merge", "pin", "accept"}
    if moves:
        dossiers.rearrange(connection, reports)
    dossiers.touch_documents(connection, reports)


def name_event(connection: Connection, event: int, name: str, edit: Edit) -> Act:
    """Give an event a name, which no other event may have.

    Raises:
        LedgerError: there is no such event, or another one is called so.
    """
    for other, called in looking.decided_names(connection).items():
        if other != event and called.casefold() == name.casefold():
            raise LedgerError(f"event {other} is called {called!r} already: --merge them, or choose.")
    reports = _reports_in(connection, event)
    return decide(connection, EventDecision(kind="name", reports=reports, name=name), edit)


def merge_events(connection: Connection, event: int, other: int, edit: Edit) -> Act:
    """Say that two events are one.

    Raises:
        LedgerError: one of them is not there, or they are the same.
    """
    if event == other:
        raise LedgerError(f"event {event} is one already: say which other one is the same.")
    reports, others = _reports_in(connection, event), _reports_in(connection, other)
    return decide(connection, EventDecision(kind="merge", reports=reports, others=others), edit)


def split_event(connection: Connection, reports: Sequence[str], edit: Edit) -> Act:
    """Say that some reports of one event are of an event of their own.

    Raises:
        LedgerError: they are not of one event, or are all that it has.
    """
    home, others = _home_of(connection, reports)
    if not others:
        raise LedgerError(f"event {home} has no other reports: there is nothing to split them from.")
    return decide(connection, EventDecision(kind="split", reports=tuple(reports), others=others), edit)


def pin_to_event(connection: Connection, reports: Sequence[str], event: int, edit: Edit) -> Act:
    """Say that some reports of one event belong to another.

    Raises:
        LedgerError: they are not of one event, are of the other one already, or that is not there.
    """
    home, left = _home_of(connection, reports)
    if home == event:
        raise LedgerError(f"{', '.join(reports)}: of event {event} already.")
    others = _reports_in(connection, event)
    decision = EventDecision(kind="pin", reports=tuple(reports), others=others, left=left)
    return decide(connection, decision, edit)


def _reports_in(connection: Connection, event: int) -> tuple[str, ...]:
    """Give the ids of the documents of an event."""
    query = select(documents.c.id).where(documents.c.dossier == event).order_by(documents.c.number)
    found = tuple(connection.scalars(query))
    if not found:
        raise LedgerError(f"there is no event {event}: addup events lists them.")
    return found


def _home_of(connection: Connection, reports: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """Give the one event that some reports are of, and the other reports that it has."""
    query = select(documents.c.id, documents.c.dossier).where(documents.c.id.in_(reports))
    homes = {row.id: row.dossier for row in connection.execute(query)}
    missing = [id for id in reports if id not in homes]
    if missing or not reports:
        raise LedgerError(f"the ledger holds no document {', '.join(missing) or 'without a name'}.")
    if len(set(homes.values())) > 1:
        raise LedgerError("these reports are of several events: move those of one at a time.")
    home = homes[reports[0]]
    return home, tuple(id for id in _reports_in(connection, home) if id not in homes)
