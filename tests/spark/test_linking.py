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

    rows: list[tuple[str, tuple[int, int], list[str], list[str], list[str]]] = [
        (one.document.id, (1, number), sorted(names_in(one.document.text)), [], [])
        for number, one in enumerate(readings)
    ]
    new = spark.createDataFrame(
        rows,
        "id string, at struct<run: int, number: long>, names array<string>, events array<string>, "
        "narrow array<string>",
    )
    none = spark.createDataFrame([], "one string, other string, at struct<run: int, number: long>")
    pairs = linking.pairs_of(linking.links_of(new, None, none), None, none)
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


def test_a_thousand_reprints_take_no_name_from_those_who_write_of_it(
    spark: SparkSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "COMMON", 7)
    filler = "The council will meet again before the summer to talk about what the bridge costs. " * 3
    wire = f"The bridge of Ada Quill in Brennick was opened by Olm Harden and Ira Selm. {filler}"
    own = "Ada Quill spoke about Olm Harden, Ira Selm and the Brennick of her youth."
    texts = [f"Paper {number} has it: {wire}" for number in range(40)]
    rows = [
        (f"{number:02}", (1, number), sorted(names_in(text)), list[str](), list[str](), signature(text))
        for number, text in enumerate([*texts, own])
    ]
    new = spark.createDataFrame(
        rows,
        "id string, at struct<run: int, number: long>, names array<string>, events array<string>, "
        "narrow array<string>, signature array<long>",
    )
    near = near_copies(new.select("id", "at", "signature"), None)
    assert {row.other: row.one for row in near.collect()} == {f"{number:02}": "00" for number in range(1, 40)}
    names = linking.links_of(new, None, near).where("held and key = 'Quill'").collect()
    assert {row.id for row in names} == {*(f"{number:02}" for number in range(7)), "40"}
    pairs = linking.pairs_of(linking.links_of(new, None, near), None, near).collect()
    assert {(row.one, row.other) for row in pairs} >= {("00", f"{number:02}") for number in range(1, 41)}


def test_copies_hang_together_by_their_names_as_in_the_ledger(spark: SparkSession, tmp_path: Path) -> None:
    filler = (
        "the council will meet again before the summer to talk about what the bridge costs, who pays for it, "
        "how long the old one can still be used by lorries, and whether a ferry would be cheaper for all. "
    )
    whole = f"In Brennick, {filler}There were Olm and Ern and Ask and Harden and Selm and Quill and Vash."
    texts = [
        whole,
        whole.replace(" and Harden and Selm and Quill and Vash", ""),  # cut, and likest to the third
        "There: Brennick and Olm and Ask and Dorn and Fenn and Gild and Holt and Jory and Kemp and Lund.",
        whole.replace("Olm and Ern and Ask and Harden and Selm and Quill and Vash", "many"),  # a single name
    ]
    ledger = Ledger(tmp_path / "ledger.sqlite")
    for number, text in enumerate(texts):
        document = Document(f"{number:012x}", text)
        ledger.add(Reading(document, (), (), (), Coverage(0, 0), Tolls()), by="ana", reader="1")
    theirs = defaultdict(set)
    for listed in ledger.documents():
        theirs[listed.dossier].add(listed.id)
    ledger.close()
    rows = [
        (f"{number:012x}", (1, number), sorted(names_in(text)), list[str](), list[str](), signature(text))
        for number, text in enumerate(texts)
    ]
    new = spark.createDataFrame(
        rows,
        "id string, at struct<run: int, number: long>, names array<string>, events array<string>, "
        "narrow array<string>, signature array<long>",
    )
    near = near_copies(new.select("id", "at", "signature"), None)
    assert {int(row.other, 16) for row in near.collect()} == {1, 3}
    pairs = linking.pairs_of(linking.links_of(new, None, near), None, near)
    ordered = sorted(pairs.collect(), key=lambda row: (row.at, -(row.alike or 0), row.one))
    found = linking.placed(
        linking.Pair(row.one, row.other, row.event, row.alike, row.one, 1) for row in ordered
    )
    ours = defaultdict(set)
    for row in rows:
        ours[found.of(row[0])].add(row[0])
    assert sorted(map(sorted, ours.values())) == sorted(map(sorted, theirs.values()))
    assert sorted(map(len, ours.values())) == [1, 3]


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
