"""Which documents hang together: by the ledger's rule (`addup.grouping.hanging`), for very many at once.

Documents are taken in the order in which they came: by run, file and place. A name or an event brings a
document together with those before it, unless more than `COMMON` of them have it and it is no event of a
small place; so whatever comes later parts nothing that was together, and a name that stands everywhere costs
no more than one that is rare. Spark finds the pairs; the driver goes through them once, in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from addup.grouping.hanging import COMMON, LEAST_ALIKE, related
from addup.grouping.matters import LEAST_NAMES

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame


def links_of(new: DataFrame, before: DataFrame | None) -> DataFrame:
    """Give the links of new documents: each key that one is found by, and how many had the key before it.

    `new` has `id`, `at` (what orders documents), `names`, `events` and `narrow` (the events of small places);
    `before` is what this function gave in earlier runs. Names, and events that are not narrow, tell nothing
    behind the first `COMMON` and are left out there.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    def keyed(column: str, *, event: bool) -> Column:
        always = f.lit(event)
        return f.transform(
            column,
            lambda key: f.struct(
                key.alias("key"), always.alias("event"), f.array_contains("narrow", key).alias("narrow")
            ),
        )

    keys = f.concat(keyed("names", event=False), keyed("events", event=True))
    found = new.select("id", "at", f.size("names").alias("size"), f.explode(keys).alias("link"))
    order = Window.partitionBy("key").orderBy("at")
    links = found.select("id", "size", "link.*", "at").withColumn("rank", f.row_number().over(order) - 1)
    if before is not None:
        known = before.groupBy("key").agg(f.count("*").alias("known"))
        links = links.join(known, "key", "left")
        links = links.withColumn("rank", f.col("rank") + f.coalesce("known", f.lit(0)))
    told = links.where(f.col("narrow") | (f.col("rank") <= COMMON))
    return told.select("id", "at", "size", "key", "event", "rank")


def pairs_of(new: DataFrame, before: DataFrame | None) -> DataFrame:
    """Give the pairs of documents that may hang together, of which the second is new and later.

    `event` tells whether they share one, `alike` how alike their names are (null: not enough), `at` where
    the second stands in the order of documents. Those with an event are paired with the first that has it:
    all between them hang together with that one too.
    """
    from pyspark.sql import functions as f

    known = new if before is None else new.unionByName(before.select(new.columns))
    one = known.select(
        "key",
        f.col("id").alias("one"),
        *(f.col(name).alias(f"{name}_one") for name in ("at", "size", "rank")),
    )
    other = new.select("key", "event", "at", "size", f.col("id").alias("other"))
    counted = (
        one.join(other, "key")
        .where(f.col("at_one") < f.col("at"))
        .where(~f.col("event") | (f.col("rank_one") == 0))
        .groupBy("one", "other")
        .agg(
            f.first("at").alias("at"),
            f.max("event").alias("event"),
            f.count_if(~f.col("event")).alias("both"),
            (f.first("size_one").cast("long") * f.first("size")).alias("sizes"),
        )
    )
    cosine = f.col("both") / f.sqrt("sizes")
    enough = (f.col("both") >= LEAST_NAMES) & (cosine >= LEAST_ALIKE)
    pairs = counted.select("one", "other", "at", "event", f.when(enough, cosine).alias("alike"))
    return pairs.where(f.col("event") | f.col("alike").isNotNull())


class Pair(NamedTuple):
    """A new document (`other`) and one before it, with the dossier of that one and what this held."""

    one: str
    other: str
    event: bool
    alike: float | None
    home: str
    held: int


class Dossiers:
    """Dossiers that grow and become one; each is called after the least id in it."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._size: dict[str, int] = {}

    def know(self, dossier: str, size: int) -> None:
        """Take in a dossier that was there before, if it is not known yet."""
        if dossier not in self._above:
            self._above[dossier] = dossier
            self._size[dossier] = size

    def of(self, name: str) -> str:
        """Give the dossier that a document or another dossier has become a part of."""
        self.know(name, 1)
        above = self._above[name]
        while above != self._above[above]:
            self._above[name] = above = self._above[above]  # halves the way for those who come later
        return above

    def place(self, document: str, by_event: Iterable[str], near: Iterable[str]) -> None:
        """Put a new document where those with its events and those with names like its own are."""
        own = self.of(document)
        found = related(map(self.of, by_event), map(self.of, near), self._size.__getitem__)
        least = min({*found, own})
        size = sum(self._size[one] for one in {*found, own})
        for one in {*found, own}:
            self._above[one] = least
        self._size[least] = size

    def items(self) -> Iterator[tuple[str, str]]:
        """Give every name with that of its dossier."""
        return ((name, self.of(name)) for name in tuple(self._above))


def placed(pairs: Iterable[Pair]) -> Dossiers:
    """Place new documents one after the other.

    `pairs` come in the order of the new documents, the likest first; `home` and `held` are as they were
    before the first of them.
    """
    dossiers = Dossiers()
    for document, together in groupby(pairs, key=lambda pair: pair.other):
        rows = list(together)
        for row in rows:
            dossiers.know(row.home, row.held)
        by_event = (row.home for row in rows if row.event)
        dossiers.place(document, by_event, (row.home for row in rows if row.alike is not None))
    return dossiers
