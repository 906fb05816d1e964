"""A ledger goes out to other tools, and comes back whole."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest
from command_line import Command

import addup
from addup.ledger import Edit, Ledger, LedgerError
from addup.records import Reading

ANA = Edit("ana", "because")


@pytest.fixture
def full(ledger: Ledger, flood: Reading) -> Ledger:
    """A ledger with documents, versions, corrections and marks."""
    ledger.add(flood, by="ana", reader="1.0", address="https://news.example/flood")
    ledger.add(flood, by="ana", reader="2.0")
    other = addup.read("The army said the flood killed 51.", published="2024-05-17", id="army")
    ledger.add(other, by="ben", reader="2.0", address="https://news.example/flood")
    first = ledger.correct("flood", flood.figures[0].id, {"value": "44"}, ANA)
    ledger.undo(first.id, ANA)
    ledger.describe("army", {"title": "“Army” speaks"}, ANA)
    ledger.settle()
    conflict = ledger.findings(kinds=["conflict"])[0]
    ledger.mark(conflict.key, "checked", ANA)
    ledger.save_account("flood", "series: {a: {kind: flow}}\nreports: []\n", ANA)
    return ledger


def test_export_and_import_give_an_equal_ledger(full: Ledger, tmp_path: Path) -> None:
    lines = list(full.lines())
    copy = Ledger(tmp_path / "copy.sqlite")
    copy.take(lines)
    copy.settle()
    assert list(copy.lines()) == lines
    assert copy.stored("flood") == full.stored("flood")
    assert [one.to_dict() for one in copy.findings()] == [one.to_dict() for one in full.findings()]
    assert sum(copy.take(lines).values()) == 0  # again is harmless


def test_ledgers_that_grew_apart_can_be_put_together(full: Ledger, tmp_path: Path, flood: Reading) -> None:
    other = Ledger(tmp_path / "other.sqlite")
    other.add(flood, by="eve", reader="1.0")
    own = other.confirm("flood", flood.figures[1].id, Edit("eve"))
    other.take(full.lines())
    by = [(act.by, act.kind) for act in other.log("flood")]
    assert (own.by, own.kind) in by
    assert ("ana", "correct") in by
    taken_back = next(act for act in other.log() if act.kind == "correct")
    assert taken_back.undone  # the undoing followed its act to its new number


@pytest.mark.parametrize("line", ["{}", "[1]", "no json", '{"type": "document", "id": 3}'])
def test_lines_of_anything_else_are_refused_whole(ledger: Ledger, flood: Reading, line: str) -> None:
    ledger.add(flood, by="ana", reader="1.0")
    before = list(ledger.lines())
    with pytest.raises(LedgerError, match="line 3 is no line of a ledger"):
        ledger.take([*before[:2], line])
    assert list(ledger.lines()) == before


@pytest.fixture
def exported(command: Command, tmp_path: Path) -> Command:
    """A command over a ledger that holds a flood whose sources do not agree, marked as checked."""
    text = "At least 43 people were killed on Tuesday, the governor said. The mayor said the flood killed 38."
    (tmp_path / "flood.txt").write_text(text)
    command("add", "flood.txt", "--published", "2024-05-15", check=True)
    key = json.loads(command("check", "--json").stdout)[0]["key"]
    command("mark", key, "checked", "--why", "asked both", check=True)
    return command


def test_a_file_for_datasette_that_cannot_be_written_is_told_in_one_line(exported: Command) -> None:
    ended = exported("export", "missing/out.sqlite")
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "missing/out.sqlite cannot be written" in ended.stderr


def test_figures_go_into_a_spreadsheet_and_a_parquet_file(exported: Command, tmp_path: Path) -> None:
    from pyarrow import parquet

    exported("export", "figures.csv", check=True)
    exported("export", "figures.parquet", check=True)
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["text"], row["low"], row["high"]) for row in rows] == [
        ("At least 43 people", "43", ""),
        ("38", "38", "38"),
    ]
    table = parquet.read_table(tmp_path / "figures.parquet").to_pylist()
    assert [row["low"] for row in table] == [43, 38]
    assert str(table[0]["first"]) == "2024-05-14"


def test_a_spreadsheet_says_who_corrected_a_figure_and_why(exported: Command, tmp_path: Path) -> None:
    exported("correct", "flood.txt", "38", "value=39", "--why", "counted again", "--by", "ana", check=True)
    exported("export", "figures.csv", check=True)
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["text"], row["low"], row["corrected_by"], row["why"]) for row in csv.DictReader(file)]
    assert rows == [("At least 43 people", "43", "", ""), ("38", "39", "ana", "counted again")]
    assert (
        "38 (corrected by ana: exactly 39)" in exported("show", "flood.txt", "--figures", check=True).stdout
    )
    exported("undo", "2", check=True)
    exported("export", "figures.csv", check=True)
    assert "ana" not in (tmp_path / "figures.csv").read_text("utf-8-sig")


def test_cells_that_a_spreadsheet_would_run_are_told_from_formulas(tmp_path: Path) -> None:
    from addup.report.tables import COLUMNS, write_csv

    row = dict.fromkeys(COLUMNS, None) | {"text": "=1+1", "low": 2.0}
    write_csv(tmp_path / "out.csv", [row])
    assert "'=1+1" in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_a_file_for_datasette_has_keys_views_search_and_metadata(exported: Command, tmp_path: Path) -> None:
    exported("export", "out.sqlite", check=True)
    database = sqlite3.connect(tmp_path / "out.sqlite")
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    said = database.execute('SELECT said, series FROM "who said how many"').fetchall()
    assert [words for words, _ in said] == ["At least 43 people", "38"]
    assert len(database.execute('SELECT * FROM "what does not add up"').fetchall()) == 1
    found = database.execute("SELECT rowid FROM reports_fts WHERE reports_fts MATCH 'governor'").fetchall()
    assert len(found) == 1
    metadata = json.loads((tmp_path / "out.sqlite.metadata.json").read_text())
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert metadata["databases"]["out"]["tables"].keys() <= tables


def test_checked_findings_go_out_as_claim_reviews(exported: Command, tmp_path: Path) -> None:
    exported("export", "checked.jsonld", check=True)
    (review,) = json.loads((tmp_path / "checked.jsonld").read_text())
    assert (review["@type"], review["reviewRating"]["alternateName"]) == ("ClaimReview", "Does not add up")
    claims = {claim["author"]["name"]: claim["text"] for claim in review["itemReviewed"]}
    assert claims["the mayor"] == "The mayor said the flood killed 38."
    assert review["claimReviewed"] == "At least 43 (the governor), but at most 38 (the mayor): 5 too many."
    assert review["reviewBody"].startswith(f"{review['claimReviewed']} At least 43 people, killed, ")
    assert review["reviewBody"].endswith("(The mayor). Asked both.")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["export", "out.xyz"], "does not say in which form"),
        (["export", "out.html"], "say of which report"),
        (["export", "missing/out.csv"], "missing/out.csv cannot be written: No such file or directory"),
        (["import", "missing.jsonl"], "missing.jsonl cannot be read"),
        (["import", "flood.txt"], "line 1 is no line of a ledger"),
    ],
)
def test_what_cannot_be_written_or_read_is_told_in_one_line(
    exported: Command, tmp_path: Path, arguments: list[str], problem: str
) -> None:
    ended = exported(*arguments)
    assert ended.returncode == 2
    assert problem in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert not list(tmp_path.glob("out.*"))
