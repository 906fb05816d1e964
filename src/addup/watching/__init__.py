"""Watching feeds: new reports come into the ledger as they are published, and what changes is told."""

from addup.watching.notices import Notice
from addup.watching.watch import Watch

__all__ = ["Notice", "Watch"]
