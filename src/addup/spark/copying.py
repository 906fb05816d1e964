"""Which documents are near copies of earlier ones, among very many: by MinHash (Broder 1997, datasketch's).

Copies in one dossier are found where it is checked (`addup.grouping.joining.copies`). A report that is
printed again very often is in several, since names that stand in so many documents bring nothing together;
these are found here. Whether one says anything of its own is then told by the same rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addup.grouping.joining.copies import runs_of

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

LEAST_ALIKE = 0.6
"""The least share of runs of words that near copies have in common, of all that either has."""
_BANDS, _ROWS = 12, 5
"""Documents are compared if they agree in a band: 99 of 100 that share 0.8 do, 1 of 8,000 that share 0.1."""
_HASHES = _BANDS * _ROWS
_COMPARED = 8
"""Documents of a band that later ones are compared with: the first ones."""


def signature(text: str) -> list[int]:
    """Give the MinHash of a text over its runs of words: 60 numbers of which near copies share most."""
    from datasketch import MinHash

    hashes = MinHash(_HASHES)
    hashes.update_batch([" ".join(run).encode(errors="surrogatepass") for run in runs_of(text.split())])
    return [int(one) for one in hashes.hashvalues]


def near_copies(new: DataFrame, before: DataFrame | None) -> DataFrame:
    """Give the new documents that are near copies (`other`), each with the first like it (`one`), and `at`.

    `new` and `before` have `id`, `at` (what orders documents) and `signature`.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    known = new if before is None else new.unionByName(before.select(new.columns))
    order = Window.partitionBy("band").orderBy("at")
    first = _banded(known).withColumn("rank", f.row_number().over(order)).where(f.col("rank") <= _COMPARED)
    one = first.select("band", f.col("id").alias("one"), f.col("at").alias("at_one"))
    other = _banded(new).withColumnRenamed("id", "other")
    compared = one.join(other, "band").where(f.col("at_one") < f.col("at")).drop("band").distinct()
    # The signatures come in now: they are long, and each document has many bands.
    theirs = known.select(f.col("id").alias("one"), f.col("signature").alias("signature_one"))
    mine = new.select(f.col("id").alias("other"), "signature")
    return (
        compared.join(theirs, "one")
        .join(mine, "other")
        .where(_shared("signature_one", "signature") >= LEAST_ALIKE)
        .groupBy("other", "at")
        .agg(f.min_by("one", "at_one").alias("one"))
        .select("one", "other", "at")
    )


def _banded(documents: DataFrame) -> DataFrame:
    """Give each document once for each of its bands."""
    from pyspark.sql import functions as f

    bands = [f.xxhash64(f.lit(band), f.slice("signature", band * _ROWS + 1, _ROWS)) for band in range(_BANDS)]
    return documents.select("id", "at", f.explode(f.array(*bands)).alias("band"))


def _shared(one: str, other: str) -> Column:
    """Give the share of the runs of two documents that are in both, by their signatures."""
    from pyspark.sql import functions as f

    same = f.zip_with(one, other, lambda mine, theirs: (mine == theirs).cast("int"))
    return f.aggregate(same, f.lit(0), lambda total, more: total + more) / _HASHES
