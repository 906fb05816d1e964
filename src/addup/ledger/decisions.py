"""Decisions about series and events, kept as acts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection

from addup.grouping.joining.decisions import Decision
from addup.grouping.joining.event_decisions import EventDecision, Held
from addup.ledger.acts import acts_of

DECISION = TypeAdapter(Decision)
EVENT_DECISION = TypeAdapter(EventDecision)


def decision_of(content: Mapping[str, Any]) -> Decision | EventDecision:
    """Give the decision that an act holds: about an event, or about series."""
    if "event" in content:
        return EVENT_DECISION.validate_python(content["event"])
    return DECISION.validate_python(content["decision"])


def standing(connection: Connection) -> list[Decision | EventDecision]:
    """Give the decisions that stand, in the order in which they were made."""
    return [decision_of(act.content) for act in acts_of(connection, kind="decide") if not act.undone]


def decisions(connection: Connection) -> tuple[Decision, ...]:
    """Give the decisions about series that stand."""
    return tuple(one for one in standing(connection) if isinstance(one, Decision))


def held(connection: Connection) -> Held:
    """Give which reports people hold together, and which apart."""
    return Held(standing(connection))


def reports_of(decision: Decision | EventDecision) -> frozenset[str]:
    """Give the ids of the documents that a decision is about."""
    if isinstance(decision, EventDecision):
        return frozenset((*decision.reports, *decision.others, *decision.left))
    return frozenset(document for document, _ in (*decision.figures, *decision.others))
