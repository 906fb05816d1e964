"""What a ledger can explain to its user."""

from __future__ import annotations

from addup.errors import AddupError


class LedgerError(AddupError):
    """The ledger cannot be opened, or does not hold what was asked for."""


class CollisionError(LedgerError):
    """Somebody else changed the same thing in the meantime."""
