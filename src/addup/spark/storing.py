"""Where everything of an archive lies, and how a run becomes part of it: whole or not at all.

    OUT/<table>/run=<n>/published=<day>/…parquet    the tables
    OUT/_addup/runs/<n>.json                        what each run read, and its summary
    OUT/_addup/<state>/run=<n>/…parquet             what the next run needs
    OUT/_addup/work/                                the run that is under way

A run writes everything below `work`. That `runs/<n>.json` is there is the decision: from then on the run
counts, and what is left to do is to move directories, which the next run finishes where this one is stopped.
Each step that is complete is marked by Spark's `_SUCCESS`; a run that goes on does not do it again.

All of it goes through Hadoop's file systems, so that OUT may be anywhere that Spark writes to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from addup.errors import AddupError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ADDED = ("documents", "figures", "times", "attributions", "skipped")
"""Tables that each run adds to."""
REPLACED = ("dossiers", "series", "findings")
"""Tables that each run writes anew, with what it did not touch as it was."""
TABLES = (*ADDED, *REPLACED)
_KEPT = ("records", "links", "signatures", "near")
_RENEWED = ("members",)
_PATTERN = re.compile(r"[][{}*?\\]")


class Store:
    """The place where an archive's tables are, and those of the run that is under way."""

    def __init__(self, spark: SparkSession, address: str) -> None:
        """Open the place; it need not be there yet.

        Raises:
            AddupError: it cannot be reached, or holds something else.
        """
        self.spark = spark
        self.address = address.rstrip("/")
        self._java: Any = spark.sparkContext._jvm
        path = self._path(self.address)
        configuration: Any = spark.sparkContext._jsc.hadoopConfiguration()
        try:
            self._files: Any = path.getFileSystem(configuration)
            if self._files.exists(path) and not self._exists(self._own()) and self._files.listStatus(path):
                raise AddupError(f"{address} holds something else: give a folder that addup may fill.")
        except AddupError:
            raise
        except Exception as problem:  # py4j brings what Java throws
            raise AddupError(f"{address} cannot be reached: {_first_line(problem)}") from None
        self.finish()

    # --- paths --------------------------------------------------------------------------------------------

    def _own(self, *parts: str) -> str:
        return "/".join((self.address, "_addup", *parts))

    def work(self, *parts: str) -> str:
        """Give a place of the run that is under way."""
        return self._own("work", *parts)

    def table(self, name: str) -> str:
        """Give the place of a table."""
        return f"{self.address}/{name}"

    def state(self, name: str) -> str:
        """Give the place of something that later runs need."""
        return self._own(name)

    # --- runs ---------------------------------------------------------------------------------------------

    def runs(self) -> dict[int, dict[str, Any]]:
        """Give what is known of each run that is part of the archive."""
        found = {}
        for name in self._names(self._own("runs")):
            if name.endswith(".json"):
                found[int(name.removesuffix(".json"))] = self.read_json(self._own("runs", name))
        return dict(sorted(found.items()))

    def plan(self) -> dict[str, Any] | None:
        """Give the plan of the run that is under way, if there is one."""
        place = self.work("plan.json")
        return self.read_json(place) if self._exists(place) else None

    def commit(self, run: int, about: dict[str, Any]) -> None:
        """Make the run that is under way a part of the archive."""
        self.write_json(self._own("runs", f"{run}.json"), about)
        self.finish()

    def finish(self) -> None:
        """Move what a run has decided to be part of the archive into its place, as far as it is not there."""
        plan = self.plan()
        if plan is None or plan["run"] not in self.runs():
            return
        run = plan["run"]
        moves = [(self.work("tables", name), f"{self.table(name)}/run={run}") for name in TABLES]
        moves += [(self.work(name), f"{self.state(name)}/run={run}") for name in (*_KEPT, *_RENEWED)]
        for here, there in moves:
            if self._exists(here):
                self._move(here, there)
        for place in [*map(self.table, REPLACED), *map(self.state, _RENEWED)]:
            for name in self._names(place):
                if name.startswith("run=") and name != f"run={run}":
                    self.delete(f"{place}/{name}")
        self.delete(self.work())

    # --- tables of the run under way ----------------------------------------------------------------------

    def step(self, make: Callable[[], DataFrame], *parts: str, by: str | None = None) -> None:
        """Write a table of the run under way, unless that was done before it was stopped."""
        if not self.done(*parts):
            writer = make().write.mode("overwrite")
            (writer.partitionBy(by) if by else writer).parquet(self.work(*parts))

    def made(self, *parts: str, schema: Any = None) -> DataFrame:
        """Give a table of the run under way; one in directories, which may be empty, needs a schema."""
        return self.read(self.work(*parts), schema=schema)

    def read(self, place: str, *, schema: Any = None) -> DataFrame:
        """Read a table; Spark takes brackets and stars in its path as they stand, not as a pattern."""
        reader = self.spark.read
        return (reader.schema(schema) if schema else reader).parquet(_PATTERN.sub(r"\\\g<0>", place))

    def done(self, *parts: str) -> bool:
        """Whether a step of the run under way is complete."""
        return self._exists(f"{self.work(*parts)}/_SUCCESS")

    # --- files --------------------------------------------------------------------------------------------

    def _path(self, place: str) -> Any:
        return self._java.org.apache.hadoop.fs.Path(place)

    def _exists(self, place: str) -> bool:
        return bool(self._files.exists(self._path(place)))

    def _names(self, place: str) -> list[str]:
        if not self._exists(place):
            return []
        return [status.getPath().getName() for status in self._files.listStatus(self._path(place))]

    def has(self, place: str) -> bool:
        """Whether something is there."""
        return self._exists(place)

    def delete(self, place: str) -> None:
        """Take something away, with all that is in it."""
        self._files.delete(self._path(place), True)

    def _move(self, here: str, there: str) -> None:
        parent = self._path(there).getParent()
        self._files.mkdirs(parent)
        if not self._files.rename(self._path(here), self._path(there)):
            raise AddupError(
                f"{here} cannot be moved to {there}: look at the rights there, then begin again."
            )

    def read_json(self, place: str) -> dict[str, Any]:
        """Read a small file."""
        stream = self._files.open(self._path(place))
        try:
            told = self._java.org.apache.commons.io.IOUtils.toString(stream, "UTF-8")
        finally:
            stream.close()
        read: dict[str, Any] = json.loads(told)
        return read

    def write_json(self, place: str, about: dict[str, Any]) -> None:
        """Write a small file, whole or not at all."""
        part = f"{place}.part"
        stream = self._files.create(self._path(part), True)
        try:
            stream.write(bytearray(json.dumps(about, ensure_ascii=False).encode()))
        finally:
            stream.close()
        self.delete(place)
        self._move(part, place)


def _first_line(problem: Exception) -> str:
    return str(problem).strip().splitlines()[-1 if "\n" in str(problem) else 0]
