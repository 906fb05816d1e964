"""Documents hang together as they do in the ledger, also where names are common and dossiers full."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from addup.grouping.joining import hanging
from addup.grouping.subjects.matters import names_in
from addup.ledger import Ledger, dossiers
from addup.records import Coverage, Document, Reading, Tolls
from addup.spark import linking
from addup.spark.copying import LEAST_ALIKE, near_copies, signature

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

    ours = dossiers_of(spark, readings)
    assert ours == sorted(map(sorted, theirs.values()))
    assert len(ours) > 5
    assert max(map(len, ours)) > 5


def dossiers_of(spark: SparkSession, readings: list[Reading]) -> list[list[str]]:
    """Bring readings together as an archive does that holds them in this order."""
    rows: list[tuple[str, tuple[int, int], list[str], list[str], list[str]]] = [
        (one.document.id, (1, number), sorted(names_in(one.document.text)), [], [])
        for number, one in enumerate(readings)
    ]
    new = spark.createDataFrame(
        rows,
        "id string, at struct<run: int, number: long>, names array<string>, events array<string>, "
        "narrow array<string>",
    )
    pairs = linking.pairs_of(linking.links_of(new, None), None)
    ordered = linking.in_order(pairs.selectExpr("*", "one AS home", "1 AS held"))
    found = linking.placed(linking.Links(*row) for row in ordered.collect())
    together = defaultdict(list)
    for one in readings:
        together[found.of(one.document.id)].append(one.document.id)
    return sorted(map(sorted, together.values()))


def reprints() -> list[Reading]:
    """One report as forty papers print it, and another report with its names."""
    filler = "The council will meet again before the summer to talk about what the bridge costs. " * 3
    wire = f"The bridge of Ada Quill in Brennick was opened by Olm Harden and Ira Selm. {filler}"
    own = "Ada Quill spoke about Olm Harden, Ira Selm and the Brennick of her youth."
    texts = [*(f"Paper {number} has it: {wire}" for number in range(40)), own]
    return [
        Reading(Document(f"{number:012x}", text), (), (), (), Coverage(0, 0), Tolls())
        for number, text in enumerate(texts)
    ]


def test_names_that_reprints_make_common_are_common_as_in_the_ledger(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (linking, dossiers):
        monkeypatch.setattr(module, "COMMON", 7)
    ledger = Ledger(tmp_path / "ledger.sqlite")
    theirs = defaultdict(set)
    for one in reprints():
        ledger.add(one, by="ana", reader="1")
    for listed in ledger.documents():
        theirs[listed.dossier].add(listed.id)
    ledger.close()
    ours = dossiers_of(spark, reprints())
    assert ours == sorted(map(sorted, theirs.values()))
    assert max(map(len, ours)) == 8


def test_reprints_are_found_however_many_there_are(spark: SparkSession) -> None:
    rows = [
        (one.document.id, (1, number), signature(one.document.text)) for number, one in enumerate(reprints())
    ]
    new = spark.createDataFrame(rows, "id string, at struct<run: int, number: long>, signature array<long>")
    near = {int(row.other, 16): int(row.one, 16) for row in near_copies(new, None).collect()}
    assert near == dict.fromkeys(range(1, 40), 0)


@pytest.mark.parametrize("kept", ["headline", "dateline", "cut"])
def test_near_copies_are_known_by_their_signatures(kept: str) -> None:
    random = Random(3)
    said = [
        " ".join(random.choice(NAMES).lower() + random.choice(("s", "ed", "ing")) for _ in range(16))
        for _ in range(20)
    ]
    text = ". ".join(said)
    other = {
        "headline": f"Something else. {'. '.join(said)}",
        "dateline": f"HARDEN, May 4 (Northern Press) -- {text}",
        "cut": ". ".join(said[:17]),
    }[kept]
    one, two = signature(text), signature(other)
    assert sum(mine == theirs for mine, theirs in zip(one, two, strict=True)) / len(one) >= LEAST_ALIKE
    strange = signature(". ".join(reversed(text.split())))
    assert sum(mine == theirs for mine, theirs in zip(one, strange, strict=True)) / len(one) < LEAST_ALIKE
