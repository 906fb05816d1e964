"""A run over an archive on Spark gives what the ledger gives, whatever happens on the way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
import pytest
from pyarrow import parquet

from addup.errors import AddupError
from addup.ledger import Ledger
from addup.ledger.adding import add_all, addresses_in
from addup.spark import linking
from addup.spark.archive import Summary, archive
from spark.conftest import REPORTS, write
from spark.tables import same, series_of, table
from spark.warc import packed, page, response

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def test_a_run_sums_up_what_it_did(whole: tuple[Path, Path, Summary]) -> None:
    _, out, summary = whole
    assert (summary.files, summary.documents, summary.skipped) == (6, 6, {})
    assert summary.conflicts == 1
    assert summary.figures == len(table(out, "figures"))
    assert summary.reading_seconds > 0


def test_the_answers_are_those_of_the_ledger(whole: tuple[Path, Path, Summary], tmp_path: Path) -> None:
    source, out, _ = whole
    ledger = Ledger(tmp_path / "ledger.sqlite")
    list(add_all(ledger, addresses_in([str(source)]), by="ana", processes=1))
    ledger.settle()
    theirs = {
        (kept.key, kept.finding.kind, kept.finding.text, kept.finding.rows) for kept in ledger.findings()
    }
    ours = {(row["key"], row["kind"], row["text"], tuple(row["rows"])) for row in table(out, "findings")}
    assert ours == theirs
    assert "conflict" in {kind for _, kind, _, _ in ours}
    dossiers = {
        frozenset(one.id for one in ledger.documents(dossier=listed.dossier)) for listed in ledger.documents()
    }
    assert {frozenset(row["documents"]) for row in table(out, "dossiers")} == dossiers
    assert series_of(out) == {
        (one.name, one.kind, frozenset((member.document, member.figure.id) for member in one.members))
        for dossier in {listed.dossier for listed in ledger.documents()}
        if dossier is not None
        for one in ledger.grouping(dossier).series
    }
    ledger.close()


def test_a_reprint_is_no_other_voice(whole: tuple[Path, Path, Summary]) -> None:
    _, out, _ = whole
    published = {row["id"]: str(row["published"]) for row in table(out, "documents")}
    copies = [one for row in table(out, "dossiers") for one in row["copies"]]
    assert [(published[one["copy"]], published[one["original"]]) for one in copies] == [
        ("2024-05-16", "2024-05-15")
    ]
    killed = [row for row in table(out, "series") if row["documents"] == 3]
    assert {row["originals"] for row in killed} == {2}


def test_a_reprint_in_another_dossier_is_told_too(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "COMMON", 0)  # so that no name brings anything together
    wire = (
        "The new bridge over the river costs 43 million dollars, the mayor said on Tuesday. It will be 120 "
        "metres long. Some 300 people came to see the plans, which Ada Quill has drawn."  # of no place
    )
    other = wire.replace("43", "47").replace("120", "180").replace("300", "500")  # like it, but no copy
    texts = {"2024-05-15-a": wire, "2024-05-16-b": f"{wire} (Northern Press)", "2024-05-17-c": other}
    (tmp_path / "in").mkdir()
    for number, (name, text) in enumerate(texts.items()):
        (tmp_path / "in" / f"{name}.txt").write_text(text)
        if number != 1:  # the reprint comes in one run with the other, after the original
            archive(spark, str(tmp_path / "in"), str(tmp_path / "out"))
    ids = {str(row["published"]): row["id"] for row in table(tmp_path / "out", "documents")}
    dossiers = table(tmp_path / "out", "dossiers")
    assert sorted(len(row["documents"]) for row in dossiers) == [1, 1, 1]
    copies = [(one["copy"], one["original"]) for row in dossiers for one in row["copies"]]
    assert copies == [(ids["2024-05-16"], ids["2024-05-15"])]
    originals = {row["figures"][0]["document"]: row["originals"] for row in table(tmp_path / "out", "series")}
    assert originals == {
        ids["2024-05-15"]: 1,
        ids["2024-05-16"]: 0,
        ids["2024-05-17"]: 1,
    }


def test_a_grown_archive_costs_what_is_new(
    spark: SparkSession, whole: tuple[Path, Path, Summary], tmp_path: Path
) -> None:
    first, later = list(REPORTS)[::2], list(REPORTS)[1::2]
    out = tmp_path / "tables[1]"  # no pattern
    write(tmp_path / "in", first)
    archive(spark, str(tmp_path / "in"), str(out))
    write(tmp_path / "in", later)
    (summary,) = archive(spark, str(tmp_path / "in"), str(out))
    assert summary.documents == len(later)
    assert same(out, whole[1])
    assert archive(spark, str(tmp_path / "in"), str(out)) == []


class Stopped(KeyboardInterrupt):
    """Somebody pressed Ctrl-C."""


def test_a_run_that_was_stopped_goes_on(
    spark: SparkSession, whole: tuple[Path, Path, Summary], tmp_path: Path
) -> None:
    write(tmp_path / "in", list(REPORTS))
    for step in ("linking", "writing"):

        def stop(what: str, done: int, total: int, step: str = step) -> None:
            if what == step:
                raise Stopped

        with pytest.raises(Stopped):
            archive(spark, str(tmp_path / "in"), str(tmp_path / "out"), told=stop)
        assert not list((tmp_path / "out").glob("[a-z]*/*"))  # nothing is there before all of it is
    (summary,) = archive(spark, str(tmp_path / "in"), str(tmp_path / "out"))
    assert summary.documents == len(REPORTS)
    assert same(tmp_path / "out", whole[1])


@pytest.fixture(scope="module")
def mixed(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An archive of all kinds of files, with much that is broken in it."""
    folder = tmp_path_factory.mktemp("mixed")
    source = folder / "in" / "crawl"
    source.mkdir(parents=True)
    texts = list(REPORTS.values())
    pages = [
        response("https://news.example/2024/05/15/flood", page(texts[0])),
        response("https://news.example/menu", page("Menu")),
        response("https://news.example/photo", b"\x89PNG", media="image/png"),
    ]
    (source / "crawl.warc.gz").write_bytes(packed(pages) + b"\x1f\x8b\x08broken")
    lines = [
        json.dumps({"text": texts[1], "published": "2024-05-15", "url": "https://x.example/b"}),
        '{"text": ',
        json.dumps({"text": texts[1], "published": "2024-05-15", "url": "https://x.example/again"}),
        json.dumps({"text": "Bei einem Brand in der Mühle sind vier Menschen ums Leben gekommen."}),
        json.dumps({"text": f"{texts[3]} " * 30_000}),
    ]
    (source / "day.jsonl").write_text("\n".join(lines))
    parquet.write_table(
        pa.Table.from_pylist([{"text": texts[3], "date": "2024-05-16"}]), source / "day.parquet"
    )
    (source / "page.html").write_bytes(page(texts[5]))
    (source / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    archive(spark, str(folder / "in"), str(folder / "out"), seconds_to_read=4)
    return source, folder / "out"


def test_every_kind_of_file_is_read(mixed: tuple[Path, Path]) -> None:
    _, out = mixed
    addresses = {row["address"] or Path(row["input"]).name for row in table(out, "documents")}
    assert {address.rpartition("/")[2] for address in addresses} == {"flood", "b", "day.parquet", "page.html"}


def test_what_could_not_be_read_is_listed_with_its_reason(mixed: tuple[Path, Path]) -> None:
    _, out = mixed
    reasons = sorted(row["reason"] for row in table(out, "skipped"))
    assert reasons == [
        "has the same text as another",
        "holds no article",
        "is a broken WARC record",
        "is image/png",
        "is in German",
        "is no JSON",
        "took more than 4 seconds of the processor",
    ]


def test_tables_lie_by_day_of_publication(mixed: tuple[Path, Path]) -> None:
    _, out = mixed
    days = {path.parent.name for path in (out / "figures").rglob("*.parquet")}
    assert days == {"published=2024-05-15", "published=2024-05-16"}
    found = duckdb.connect().execute(
        f"SELECT count(*) FROM read_parquet('{out}/figures/*/*/*.parquet', hive_partitioning = true) "
        "WHERE published = DATE '2024-05-15' AND counted.head = 'person'"
    )
    assert found.fetchall()[0][0] > 0


def test_lines_that_came_to_a_file_are_read_and_the_others_are_no_news(
    spark: SparkSession, tmp_path: Path
) -> None:
    texts = list(REPORTS.values())
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps({"text": texts[3]}) + "\n")
    archive(spark, str(file), str(tmp_path / "out"))
    with file.open("a") as grown:
        grown.write(json.dumps({"text": texts[4]}) + "\n")
    (summary,) = archive(spark, str(file), str(tmp_path / "out"))
    assert (summary.documents, summary.skipped) == (1, {})
    assert len(table(tmp_path / "out", "documents")) == 2


def test_what_cannot_be_done_is_told_in_one_line(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.doc").write_text("mine")
    (tmp_path / "one.txt").write_text(REPORTS["2024-05-15-a"])
    for source, out, told in (
        ("nowhere", "out", "there is no such file or folder"),
        ("full", "out", "holds nothing that addup reads"),
        ("one.txt", "full", "holds something else"),
    ):
        with pytest.raises(AddupError, match=told):
            archive(spark, str(tmp_path / source), str(tmp_path / out))
    assert (tmp_path / "full" / "thesis.doc").read_text() == "mine"
