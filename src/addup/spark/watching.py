"""What a run tells of itself while it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Told = Callable[[str, int, int], None]
"""Takes what is going on ("reading"), how many of its tasks are done, and how many there are."""
_EVERY = 0.5  # seconds


@contextmanager
def watched(
    spark: SparkSession, told: Told | None, what: str, *, done: int = 0, total: int = 0
) -> Iterator[None]:
    """Tell how far Spark's jobs are while something is going on.

    `done` of `total` tasks are done before it begins; without `total` they are what Spark has at hand.
    """
    if told is None:
        yield
        return
    ended = Event()

    def watch() -> None:
        while not ended.wait(_EVERY):
            now, of = _tasks(spark)
            told(what, done + now, total or of)

    told(what, done, total)
    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def _tasks(spark: SparkSession) -> tuple[int, int]:
    """Count the tasks of the stages that are at work: those done, and all."""
    tracker = spark.sparkContext.statusTracker()
    stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
    known = [stage for stage in stages if stage is not None]
    return sum(stage.numCompletedTasks for stage in known), sum(stage.numTasks for stage in known)
