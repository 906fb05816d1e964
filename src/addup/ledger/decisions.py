"""Decisions about series, kept as acts."""

from __future__ import annotations

from pydantic import TypeAdapter
from sqlalchemy import Connection

from addup.grouping.decisions import Decision
from addup.ledger.acts import acts_of

DECISION = TypeAdapter(Decision)


def decisions(connection: Connection) -> tuple[Decision, ...]:
    """Give the decisions that stand, in the order in which they were made."""
    return tuple(
        DECISION.validate_python(act.content["decision"])
        for act in acts_of(connection, kind="decide")
        if not act.undone
    )
