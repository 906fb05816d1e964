"""One run over an archive, from beginning to end.

    read      the pieces that are new, in parts of some minutes each
    sort out  what was read: documents that are new, copies letter by letter, what could not be read
    link      documents that hang together become dossiers
    check     the dossiers that have something new are grouped and checked
    write     the tables, then all of it becomes part of the archive at once

Every step is kept when it is complete (see `storing`): a run that was stopped goes on behind it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from addup.spark import copying, linking, tasks
from addup.spark.inputs import File, files_in, piece_size, pieces_of
from addup.spark.records import Piece, can_open
from addup.spark.schemas import CHECKED, DOCUMENT, NOT_CHECKED, READ
from addup.spark.serving import SECONDS_TO_READ
from addup.spark.storing import ADDED, Store
from addup.spark.watching import Told, watched

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

PIECES_PER_CORE = 16
"""Pieces for each core in a part: what a stopped run may have to read again."""
LARGEST_DOSSIER = 10_000
"""Documents that are checked as one. What hangs together beyond that is parted by day of publication."""
DOCUMENTS_PER_TASK = 200


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, in numbers; `skipped` counts by reason."""

    run: int
    files: int
    documents: int
    figures: int
    dossiers: int
    conflicts: int
    bytes: int
    reading_seconds: float
    seconds: float
    skipped: dict[str, int]


def archive(
    spark: SparkSession,
    source: str,
    out: str,
    *,
    text: str = "text",
    told: Told | None = None,
    seconds_to_read: float = SECONDS_TO_READ,
) -> list[Summary]:
    """Read and check what is new in an archive; give a summary of each run that this completed.

    A run that was stopped is completed first, with what it had planned. `text` is the column of lines and
    rows that holds the text; `told` is called with what is going on (see `watching`).

    Raises:
        AddupError: the input is not there or holds nothing to read, or the output cannot be written.
    """
    store = Store(spark, out)
    done = []
    if (plan := store.plan()) is not None:
        done.append(_Run(store, plan, told, seconds_to_read).carry_out())
    known = {path: (size, changed) for run in store.runs().values() for path, size, changed in run["files"]}
    new = [one for one in files_in(spark, source) if known.get(one.path) != (one.size, one.changed)]
    if new:
        part = PIECES_PER_CORE * spark.sparkContext.defaultParallelism
        plan = {
            "run": max(store.runs(), default=0) + 1,
            "text": text,
            "part": part,
            "piece": piece_size(new, part),
            "files": [[one.path, one.size, one.changed] for one in new],
        }
        store.write_json(store.work("plan.json"), plan)
        done.append(_Run(store, plan, told, seconds_to_read).carry_out())
    return done


class _Run:
    """A run that is under way."""

    def __init__(self, store: Store, plan: dict[str, Any], told: Told | None, seconds: float) -> None:
        self._store = store
        self._spark = store.spark
        self._plan = plan
        self._told = told
        self._seconds_to_read = seconds
        self._number: int = plan["run"]

    def carry_out(self) -> Summary:
        """Do every step that is not done, and make the run a part of the archive."""
        started = time.monotonic()
        self._read()
        with self._watched("sorting out"):
            self._sort_out()
        with self._watched("linking"):
            self._link()
        with self._watched("checking"):
            self._check()
        with self._watched("writing"):
            self._write()
        summary = self._sum_up(time.monotonic() - started)
        about = {"files": self._plan["files"], "summary": {**summary}}
        self._store.commit(self._number, about)
        return Summary(**summary)

    def _watched(self, what: str, *, done: int = 0, total: int = 0) -> Any:
        return watched(self._spark, self._told, what, done=done, total=total)

    def _before(self, name: str) -> DataFrame | None:
        """Give what earlier runs have left for this one."""
        place = self._store.state(name)
        return self._store.read(place) if self._store.has(place) else None

    # --- reading ------------------------------------------------------------------------------------------

    def _read(self) -> None:
        pieces = list(pieces_of([File(*file) for file in self._plan["files"]], self._plan["piece"]))
        # As many parts of a shuffle as there are of the input: a few for a folder, thousands for a crawl.
        least = 2 * self._spark.sparkContext.defaultParallelism
        self._spark.conf.set("spark.sql.shuffle.partitions", max(least, len(pieces)))
        size = self._plan["part"]
        for number, first in enumerate(range(0, len(pieces), size)):
            part = pieces[first : first + size]
            with self._watched("reading", done=first, total=len(pieces)):
                self._store.step(partial(self._reading, part), "read", f"part={number}")

    def _reading(self, pieces: Sequence[Piece]) -> DataFrame:
        """Read some pieces, one in each task."""
        parted = [piece for piece in pieces if can_open(piece.paths[0])]
        whole = [piece for piece in pieces if not can_open(piece.paths[0])]
        schema = _spark_schema(READ)
        options = {"text": self._plan["text"], "seconds": self._seconds_to_read}
        frames = []
        if parted:
            numbers = self._spark.range(0, len(parted), 1, len(parted))
            frames.append(numbers.mapInArrow(tasks.reader_of(parted, **options), schema))
        if whole:
            reader = self._spark.read.format("binaryFile")
            contents = reader.load([piece.paths[0] for piece in whole]).select("path", "content")
            frames.append(contents.mapInArrow(tasks.reader_of_contents(whole, **options), schema))
        return frames[0] if len(frames) == 1 else frames[0].unionByName(frames[1])

    # --- sorting out --------------------------------------------------------------------------------------

    def _sort_out(self) -> None:
        """Find the documents that are new; of those with the same text, the first counts."""
        from pyspark.sql import Window
        from pyspark.sql import functions as f

        read = self._store.made("read", schema=_spark_schema(READ))
        documents = read.where("id is not null").select("id", "input", "place")
        order = Window.partitionBy("id").orderBy("input", "place")
        first = documents.withColumn("copy", f.row_number().over(order)).where("copy = 1")
        known = self._before("records")
        if known is not None:
            first = first.join(known.select("id"), "id", "left_anti")
        place = f.struct(f.lit(self._number).alias("run"), f.monotonically_increasing_id().alias("number"))
        ordered = first.orderBy("input", "place").select("id", "input", "place", place.alias("at"))
        self._store.step(lambda: ordered, "new")
        new = self._store.made("new")
        kept = read.join(new, ["id", "input", "place"])
        self._store.step(lambda: kept.select("id", "published", "record"), "records")
        columns = [name for name, _ in DOCUMENT]
        self._table("documents", lambda: kept.select(*columns), "id")
        for name in ("figures", "times", "attributions"):
            one = f.explode(name).alias("one")
            rows = kept.select("published", f.col("id").alias("document"), one).select(
                "published", "document", "one.*"
            )
            self._table(name, partial(_same, rows), "document")
        self._table("skipped", lambda: self._skipped(read, new, known), "input")

    def _skipped(self, read: DataFrame, new: DataFrame, known: DataFrame | None) -> DataFrame:
        """List what is no document: what could not be read, and texts that are there already."""
        from pyspark.sql import functions as f

        columns = ("input", "place", "address", "reason", "why", "published")
        broken = read.where("id is null").select(*columns)
        again = read.where("id is not null").join(new, ["id", "input", "place"], "left_anti")
        if known is not None:
            # The lines of a file that has grown were read before: they are what is known, and no news.
            documents = self._store.read(self._store.table("documents"))
            again = again.join(
                documents.select("id", "input", "place"), ["id", "input", "place"], "left_anti"
            )
        why = f.concat(f.lit("has the same text as document "), "id")
        told = again.withColumn("reason", f.lit("has the same text as another")).withColumn("why", why)
        return broken.unionByName(told.select(*columns))

    def _table(self, name: str, make: Callable[[], DataFrame], *order: str) -> None:
        """Write a table of the run, the rows of one day together."""

        def ready() -> DataFrame:
            return make().hint("rebalance", "published").sortWithinPartitions("published", *order)

        self._store.step(ready, "tables", name, by="published")

    # --- linking ------------------------------------------------------------------------------------------

    def _link(self) -> None:
        read = self._store.made("read", schema=_spark_schema(READ))
        new = self._store.made("new")
        before = self._before("links")
        columns = ("id", "input", "place", "names", "events", "narrow", "signature")
        found = read.select(*columns).join(new, ["id", "input", "place"])
        self._store.step(lambda: found.select("id", "at", "signature"), "signatures")
        signatures = self._store.made("signatures")
        self._store.step(lambda: copying.near_copies(signatures, self._before("signatures")), "near")
        self._store.step(lambda: linking.links_of(found, before), "links")
        self._store.step(lambda: linking.pairs_of(self._store.made("links"), before), "pairs")
        self._store.step(lambda: self._members(new.select("id")), "members")

    def _members(self, new: DataFrame) -> DataFrame:
        """Say which dossier each document of the archive is in, and whether the dossier has something new."""
        from pyspark.sql import functions as f

        pairs = self._store.made("pairs")
        known = self._before("members")
        if known is None:
            pairs = pairs.withColumn("home", f.col("one")).withColumn("held", f.lit(1))
        else:
            sizes = known.groupBy("dossier").agg(f.count("*").alias("held"))
            homes = known.join(sizes, "dossier").select(f.col("id").alias("one"), "dossier", "held")
            pairs = pairs.join(homes, "one", "left").select(
                *pairs.columns,
                f.coalesce("dossier", "one").alias("home"),
                f.coalesce("held", f.lit(1)).alias("held"),
            )
        rows = linking.in_order(pairs).toLocalIterator(prefetchPartitions=True)
        dossiers = linking.placed(linking.Links(*row) for row in rows)
        names, homes_of = zip(*dossiers.items(), strict=True) if any(dossiers.items()) else ((), ())
        table = pa.table({"now": pa.array(names, pa.string()), "home": pa.array(homes_of, pa.string())})
        moved = self._spark.createDataFrame(table)
        members = new.select("id", f.col("id").alias("dossier"), f.lit(True).alias("new"))
        if known is not None:
            members = members.unionByName(known.select("id", "dossier", f.lit(False).alias("new")))
        placed = members.join(moved, members["dossier"] == moved["now"], "left")
        placed = placed.select("id", "new", "dossier", f.coalesce("home", "dossier").alias("home"))
        touched = placed.where("new").select("home").distinct().withColumn("touched", f.lit(True))
        placed = placed.join(touched, "home", "left")
        return placed.select(
            "id", f.col("home").alias("dossier"), f.coalesce("touched", f.lit(False)).alias("touched")
        )

    # --- checking -----------------------------------------------------------------------------------------

    def _check(self) -> None:
        self._store.step(self._checked, "checked")

    def _checked(self) -> DataFrame:
        from pyspark.sql import Window
        from pyspark.sql import functions as f

        members = self._store.made("members")
        records = self._store.made("records")
        before = self._before("records")
        if before is not None:
            records = records.unionByName(before.select(records.columns))
        touched = members.where("touched").select("id", "dossier")
        dated = touched.join(records.select("id", "published"), "id")
        order = Window.partitionBy("dossier").orderBy(f.col("published").asc_nulls_last(), "id")
        part = f.floor((f.row_number().over(order) - 1) / LARGEST_DOSSIER)
        name = f.when(part == 0, f.col("dossier")).otherwise(f.concat("dossier", f.lit("-"), part + 1))
        parted = dated.select("id", name.alias("dossier"))
        elsewhere = self._originals_elsewhere(parted, records)
        count = max(self._spark.sparkContext.defaultParallelism, records.count() // DOCUMENTS_PER_TASK)
        together = parted.join(records.select("id", "record"), "id").join(elsewhere, "id", "left")
        dossiers = together.repartition(count, "dossier").groupBy("dossier")
        return dossiers.applyInArrow(tasks.check, _spark_schema(CHECKED))

    def _originals_elsewhere(self, parted: DataFrame, records: DataFrame) -> DataFrame:
        """Give the record of what a near copy in `parted` copies, where that is in another dossier."""
        from pyspark.sql import functions as f

        near = self._store.made("near")
        before = self._before("near")
        if before is not None:
            near = near.unionByName(before.select(near.columns))
        members = self._store.made("members").where("not touched").select("id", "dossier")
        homes = (
            parted.unionByName(members).withColumnRenamed("id", "one").withColumnRenamed("dossier", "home")
        )
        copies = near.withColumnRenamed("other", "id").join(parted, "id").join(homes, "one")
        originals = records.select(f.col("id").alias("one"), f.col("record").alias("original"))
        return copies.where("dossier != home").join(originals, "one").select("id", "original")

    # --- writing ------------------------------------------------------------------------------------------

    def _write(self) -> None:
        from pyspark.sql import functions as f

        checked = self._store.made("checked")
        about = checked.where("about is not null").select(
            "published", f.col("dossier").alias("id"), "about.*"
        )
        self._renewed("dossiers", about, "id")
        for name, column in (("series", "series"), ("findings", "finding")):
            rows = checked.where(f"{column} is not null").select("published", "dossier", f"{column}.*")
            self._renewed(name, rows, "dossier")

    def _renewed(self, name: str, rows: DataFrame, key: str) -> None:
        """Write a table with the new rows and those of dossiers that have nothing new."""
        from pyspark.sql import functions as f

        before = None
        if self._store.has(self._store.table(name)):
            members = self._store.made("members")
            same = members.where("not touched").select(f.col("dossier").alias("home")).distinct()
            old = self._store.read(self._store.table(name), schema=rows.schema)
            home = f.substring_index(old[key], "-", 1)
            before = old.join(same, home == same["home"], "left_semi").select(rows.columns)
        self._table(name, partial(_same, rows if before is None else rows.unionByName(before)), key)

    # --- the end ------------------------------------------------------------------------------------------

    def _sum_up(self, seconds: float) -> dict[str, Any]:
        from pyspark.sql import functions as f

        schema = "published date, reason string"
        tables = {name: self._store.made("tables", name, schema=schema) for name in ADDED}
        read = self._store.made("read", schema=_spark_schema(READ))
        work = read.agg(f.sum("bytes"), f.sum("seconds")).first()
        checked = self._store.made("checked")
        reasons = tables["skipped"].groupBy("reason").count().collect()
        unchecked = checked.where(f"about.status = '{NOT_CHECKED}'").count()
        assert work is not None  # an aggregate has one row
        return {
            "run": self._number,
            "files": len(self._plan["files"]),
            "documents": tables["documents"].count(),
            "figures": tables["figures"].count(),
            "dossiers": checked.where("about is not null").count(),
            "conflicts": checked.where("finding.kind = 'conflict'").count(),
            "bytes": work[0] or 0,
            "reading_seconds": work[1] or 0.0,
            "seconds": seconds,
            "skipped": {row["reason"]: row["count"] for row in reasons}
            | ({"dossiers that could not be checked": unchecked} if unchecked else {}),
        }


def _same(frame: DataFrame) -> DataFrame:
    return frame


def _spark_schema(schema: pa.Schema) -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)
