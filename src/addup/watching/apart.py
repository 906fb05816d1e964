"""Reading in a process of its own, which a new one follows now and then.

The language pipeline remembers every word that it ever met (300 short reports took 10 MB). Over weeks of news
that would be ever more memory; a process that ends gives all of it back.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType

import addup
from addup.errors import AddupError
from addup.ledger.adding import end_with_parent
from addup.records import Document, Reading

READINGS = 1000
"""Reports that one process reads: reading so many takes minutes, beginning anew takes seconds."""


class ReadingApart:
    """Reads documents as `addup.read` does, in another process; a context that ends it."""

    def __init__(self, readings: int = READINGS) -> None:
        """Read so many documents in one process before another follows."""
        self._readings = readings
        self._pool = self._begin()

    def _begin(self) -> ProcessPoolExecutor:
        # Spawned, not forked: numerical libraries may hold locks that a forked child would wait for.
        return ProcessPoolExecutor(
            1, get_context("spawn"), initializer=end_with_parent, max_tasks_per_child=self._readings
        )

    def __enter__(self) -> ReadingApart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def __call__(self, document: Document) -> Reading:
        """Read a document.

        Raises:
            AddupError: it cannot be read, or the process ended by itself; the next one is read by another.
        """
        try:
            return self._pool.submit(addup.read, document).result()
        except BrokenProcessPool:
            self._pool = self._begin()
            raise AddupError(
                f"the process that read {document.address or document.id} ended by itself, perhaps for want "
                "of memory."
            ) from None
