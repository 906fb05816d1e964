"""Documents hang together as they do in the ledger, also where names are common and dossiers full."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from addup.grouping import hanging
from addup.grouping.matters import names_in
from addup.ledger import Ledger, dossiers
from addup.records import Coverage, Document, Reading, Tolls
from addup.spark import linking

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

NAMES = [f"{first}{rest}" for first in "ABCDEFGHIKLMNOPRSTUVW" for rest in ("olm", "ern", "ask")]


def reading(number: int, random: Random) -> Reading:
    """A report with some names of one of a few matters, and some of others."""
    matter = random.randrange(6) * 8
    names = random.sample(NAMES[matter : matter + 8], 5) + random.sample(NAMES, random.randrange(4))
    text = f"There were {' and '.join(names)} number {number}."
    return Reading(Document(f"{number:012x}", text), (), (), (), Coverage(0, 0), Tolls())


@pytest.mark.parametrize("seed", [1, 2])
def test_dossiers_are_those_of_the_ledger(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    for module in (linking, dossiers):
        monkeypatch.setattr(module, "COMMON", 7)
    monkeypatch.setattr(hanging, "MOST_BY_NAMES", 12)
    random = Random(seed)
    readings = [reading(number, random) for number in range(80)]
    ledger = Ledger(tmp_path / "ledger.sqlite")
    theirs = defaultdict(set)
    for one in readings:
        ledger.add(one, by="ana", reader="1")
    for listed in ledger.documents():
        theirs[listed.dossier].add(listed.id)
    ledger.close()

    rows: list[tuple[str, tuple[int, int], list[str], list[str]]] = [
        (one.document.id, (1, number), sorted(names_in(one.document.text)), [])
        for number, one in enumerate(readings)
    ]
    new = spark.createDataFrame(
        rows, "id string, at struct<run: int, number: long>, names array<string>, events array<string>"
    )
    pairs = linking.pairs_of(linking.links_of(new, None), None)
    ordered = sorted(pairs.collect(), key=lambda row: (row.at, -(row.alike or 0), row.one))
    found = linking.placed(
        linking.Pair(row.one, row.other, row.event, row.alike, row.one, 1) for row in ordered
    )
    ours = defaultdict(set)
    for one in readings:
        ours[found.of(one.document.id)].add(one.document.id)
    assert sorted(map(sorted, ours.values())) == sorted(map(sorted, theirs.values()))
    assert len(ours) > 5
    assert max(map(len, ours.values())) > 5
