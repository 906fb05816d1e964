"""Real reports of one event, grouped and checked, against what careful readers made of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import addup
from addup.records import Finding, Grouping

Place = tuple[str, int]


def gold(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / "gold/series.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def grouping(shared: Path) -> Grouping:
    index = json.loads((shared / "gold/index.json").read_text(encoding="utf-8"))
    published = {one["id"]: one["published"] for one in index}
    texts = {id: (shared / f"gold/{id}.txt").read_text(encoding="utf-8") for id in gold(shared)["documents"]}
    return addup.series(addup.read(text, published=published[id], id=id) for id, text in texts.items())


def conflicts(grouping: Grouping) -> list[Finding]:
    return [finding for finding in addup.check(grouping).findings if finding.kind == "conflict"]


def test_figures_of_twelve_reports_fall_into_the_series_of_careful_readers(
    shared: Path, tmp_path: Path
) -> None:
    scores = tmp_path / "scores.json"
    subprocess.run(
        [sys.executable, str(shared / "score/series.py"), "--json", str(scores)],
        check=True,
        capture_output=True,
    )
    found = json.loads(scores.read_text(encoding="utf-8"))["series"]
    assert found["bcubed"]["f1"] >= 90
    assert found["pairwise"]["f1"] >= 80


def test_the_conflicts_found_are_those_that_careful_readers_found(shared: Path, grouping: Grouping) -> None:
    starts = {
        (reading.document.id, figure.span.start): figure.amount.number.start
        for reading in grouping.readings
        for figure in reading.figures
    }
    expected = {
        frozenset((id, start) for id, start in one["figures"]) for one in gold(shared)["contradictions"]
    }
    found = {
        frozenset((piece.document, starts[piece.document, piece.start]) for piece in finding.evidence)
        for finding in conflicts(grouping)
    }
    assert found == expected
