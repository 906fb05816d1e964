"""How many of the clashes that were planted in reports are found, and what is found that is not there.

    python benchmarks/planted.py [--show] [--part new] [ID...]

`planted/dossiers.jsonl` has dossiers of one to four reports, written without knowing what addup can find.
In each one number makes that not all can be true; in its clean twin, where another stands for it, all can.
Of the part "looked at" somebody read what was not found, and mended it; of "new" nobody did. In the
dossiers of the part "clean", which are full of numbers, nothing clashes: all that is found there is false.

A clash is found if the dossier has a finding of what does not add up or is disputed, with evidence in one of
the sentences that clash, and its twin has not. Of the twins all such findings are false.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.progress import track

import addup
from addup.ledger import Ledger
from addup.records import Finding, Reading

DOSSIERS = Path(__file__).with_name("planted") / "dossiers.jsonl"
LOUD = frozenset({"conflict", "tension", "disputed"})
PARTS = ("looked at", "new", "clean")


@dataclass(frozen=True)
class Outcome:
    """What was found of a dossier: the clash, other things in it, and things in its twin."""

    dossier: dict[str, Any]
    found: list[str]
    others: list[str]
    false: list[str]


def main() -> None:
    """Check every dossier and its twin, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these dossiers: A01 B12")
    parser.add_argument("--part", choices=PARTS, help="only those that were looked at, or only the new ones")
    parser.add_argument("--show", action="store_true", help="print why each clashes, and what was found")
    given = parser.parse_args()
    dossiers = [
        dossier
        for dossier in map(json.loads, DOSSIERS.read_text(encoding="utf8").splitlines())
        if (not given.ids or dossier["id"] in given.ids) and given.part in (None, dossier["part"])
    ]
    with ProcessPoolExecutor() as pool:
        outcomes = list(track(pool.map(outcome, dossiers), "checking", len(dossiers), transient=True))
    for one in outcomes:
        sign = "quiet" if not (one.dossier["twin"] or one.false) else "found" if one.found else "  -  "
        print(f"{sign} {one.dossier['id']} {one.dossier['kind']}")
        if given.show:
            print(f"      {one.dossier['why']}")
        told = {"found": one.found, "beside it": one.others, "in the twin": one.false}
        for where, texts in told.items():
            for text in texts if given.show or where != "found" else []:
                print(f"      {where}: {text}")
    for part in PARTS:
        here = [one for one in outcomes if one.dossier["part"] == part]
        if here and part == "clean":
            print(f"clean: something found in {sum(bool(one.false) for one in here)} of {len(here)}")
        elif here:
            found, others, false = (
                sum(bool(texts) for texts in column)
                for column in zip(*((one.found, one.others, one.false) for one in here), strict=True)
            )
            print(f"{part}: found {found} of {len(here)}; something else in {others}, in {false} twins")


def outcome(dossier: dict[str, Any]) -> Outcome:
    """Check a dossier and its twin."""
    texts = {report["name"]: report["text"] for report in dossier["reports"]}
    twin = dict(texts)
    if fix := dossier["twin"]:
        twin[fix["file"]] = texts[fix["file"]].replace(fix["old"], fix["new"])
    days = {report["name"]: report["published"] for report in dossier["reports"]}
    readings = [addup.read(text, published=days[name]) for name, text in texts.items()]
    clean = [addup.read(text, published=days[name]) for name, text in twin.items()]
    false = [finding.text for finding in findings(clean)]
    if not fix:
        return Outcome(dossier, [], [], false)
    found: list[str] = []
    others: list[str] = []
    for finding in findings(readings):
        meant = finding.text not in false and _cites(finding, readings, dossier["sentences"])
        (found if meant else others).append(finding.text)
    return Outcome(dossier, found, others, false)


def findings(readings: list[Reading]) -> Iterator[Finding]:
    """Give what a ledger of some reports finds that does not add up or is disputed."""
    with TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder) / "ledger.sqlite")
        for reading in readings:
            ledger.add(reading, by="benchmark", reader=addup.__version__)
        ledger.settle()
        yield from [kept.finding for kept in ledger.findings() if kept.finding.kind in LOUD]
        ledger.close()


def _cites(finding: Finding, readings: list[Reading], sentences: list[str]) -> bool:
    """Tell whether the evidence of a finding stands in one of the sentences that clash."""
    texts = {reading.document.id: reading.document.text for reading in readings}
    for evidence in finding.evidence:
        text = texts[evidence.document]
        starts = ((text.find(sentence), len(sentence)) for sentence in sentences)
        if any(0 <= start <= evidence.start < start + length for start, length in starts):
            return True
    return False


if __name__ == "__main__":
    main()
