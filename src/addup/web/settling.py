"""Grouping and checking what changed, once however many ask for it."""

from __future__ import annotations

import threading

from addup.ledger import Ledger


class Settling:
    """Settles a ledger. Who waits while another settles finds little or nothing left to do."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()

    def __call__(self) -> None:
        """Group and check what changed.

        Raises:
            LedgerError: the database fails.
        """
        with self._lock:
            self._ledger.settle()
