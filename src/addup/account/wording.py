"""Sentences with the arithmetic."""

from __future__ import annotations

from addup.account.conflicts import Contradiction
from addup.account.language import Account


def why(account: Account, found: Contradiction) -> str:
    """Say in one sentence why members cannot all be true."""
    return ""
