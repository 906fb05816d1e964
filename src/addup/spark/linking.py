"""Which documents hang together: by the rule of `addup.grouping.joining.hanging`, for very many at once.

Documents are taken in the order in which they came: by run, file and place. A name or an event brings a
document together with those before it, unless more than `COMMON` of them have it and it is no event of a
small place; so whatever comes later parts nothing that was together, and a name that stands everywhere costs
no more than one that is rare. Spark finds the pairs; the driver goes through them once, in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from addup.grouping.joining.hanging import COMMON, LEAST_ALIKE, related
from addup.grouping.subjects.matters import LEAST_NAMES

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

    links = new.withColumn("is_new", f.lit(True))
    if before is not None:
        links = links.unionByName(before.select(new.columns).withColumn("is_new", f.lit(False)))
    # Documents are numbers here, not ids: far more pairs share a name than are alike.
    links = links.select("id", "at.run", "at.number", "key", "event", "rank", "size", "is_new")
    by_event = _pairs(links.where("event and rank = 0"), links.where("event and is_new"))
    near = _near(links.where("not event"))
    pairs = by_event.withColumn("shared", f.lit(True)).join(near, list(_PAIR), "full")
    ids = links.select("run", "number", "id").distinct()
    return (
        pairs.join(ids.toDF("run_one", "number_one", "one"), ["run_one", "number_one"])
        .join(ids.withColumnRenamed("id", "other"), ["run", "number"])
        .select(
            "one",
            "other",
            f.struct("run", "number").alias("at"),
            f.coalesce("shared", f.lit(False)).alias("event"),
            "alike",
        )
    )


_PAIR = ("run_one", "number_one", "run", "number")


def _pairs(ones: DataFrame, others: DataFrame) -> DataFrame:
    """Give each pair of documents that share a key, the earlier from the one side, once."""
    from pyspark.sql import functions as f

    earlier = f.struct("run_one", "number_one") < f.struct("run", "number")
    mine = ones.select("key", f.col("run").alias("run_one"), f.col("number").alias("number_one"))
    return mine.join(others.select("key", "run", "number"), "key").where(earlier).select(*_PAIR).distinct()


def _near(links: DataFrame) -> DataFrame:
    """Give the pairs whose names are alike, and how much (`alike`).

    Only those that share one of their rarer names are compared: documents with `LEAST_NAMES` names in common
    share one also where each leaves out the one fewer that most others have too (the prefix filter of
    Chaudhuri, Ganti and Kaushik, 2006). Most pairs share nothing but these.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    held = links.groupBy("key").agg(f.count("*").alias("held"))
    commonest_first = Window.partitionBy("run", "number").orderBy(f.col("held").desc(), "key")
    ranked = links.join(held, "key").withColumn("place", f.row_number().over(commonest_first))
    rarer = ranked.where(f.col("place") >= LEAST_NAMES)
    names = links.groupBy("run", "number").agg(
        f.collect_set(f.xxhash64("key")).alias("names"), f.first("size").cast("long").alias("size")
    )
    both = f.size(f.array_intersect("names_one", "names"))
    return (
        _pairs(rarer, rarer.where("is_new"))
        .join(names.toDF("run_one", "number_one", "names_one", "size_one"), ["run_one", "number_one"])
        .join(names, ["run", "number"])
        .withColumn("both", both)
        .withColumn("alike", f.col("both") / f.sqrt(f.col("size_one") * f.col("size")))
        .where((f.col("both") >= LEAST_NAMES) & (f.col("alike") >= LEAST_ALIKE))
        .select(*_PAIR, "alike")
    )


class Links(NamedTuple):
    """A new document with the dossiers of those that it may hang together with.

    `by_event` and `near` are as `related` takes them, `known` are those dossiers among them that hold more
    than one document already, each with how many.
    """

    other: str
    by_event: list[str]
    near: list[str]
    known: list[tuple[str, int]]


def in_order(pairs: DataFrame) -> DataFrame:
    """Give `Links` of the new documents in their order, from pairs with `home` and `held`.

    These are the dossier of the document before, and how many documents that had.
    """
    from pyspark.sql import functions as f

    likest_first = f.struct(-f.col("alike"), "one", "home")
    near = f.sort_array(f.collect_list(f.when(f.col("alike").isNotNull(), likest_first)))
    grouped = pairs.groupBy("other", "at").agg(
        f.collect_set(f.when(f.col("event"), f.col("home"))).alias("by_event"),
        f.array_distinct(f.transform(near, lambda row: row["home"])).alias("near"),
        f.collect_set(f.when(f.col("held") > 1, f.struct("home", "held"))).alias("known"),
    )
    return grouped.orderBy("at").select(*Links._fields)


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


def placed(links: Iterable[Links]) -> Dossiers:
    """Place new documents one after the other; the dossiers in `links` are as they were before the first."""
    dossiers = Dossiers()
    for document, by_event, near, known in links:
        for home, held in known:
            dossiers.know(home, held)
        dossiers.place(document, by_event, near)
    return dossiers
