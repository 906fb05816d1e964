"""What is in an archive's files comes out of them, record by record; what is broken costs one record."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from addup.documents.source import Source
from addup.spark.records import Piece, Record, records_in
from spark.warc import packed, page, response


def pieces(kind: str, path: Path, size: int, cut: int) -> list[Piece]:
    return [
        Piece(kind, (str(path),), start, min(start + cut, size))  # type: ignore[arg-type] # a Kind
        for start in range(0, size, cut)
    ]


def read(kind: str, path: Path, cut: int | None = None) -> list[Record]:
    size = path.stat().st_size
    return [record for piece in pieces(kind, path, size, cut or size) for record in records_in(piece)]


@pytest.fixture(scope="module")
def pages() -> list[bytes]:
    return [response(f"https://news.example/{number}", page(f"Report {number}.")) for number in range(7)]


@pytest.mark.parametrize("ending", ["warc", "warc.gz"])
@pytest.mark.parametrize("cut", [1, 97, 300, 5000, 1 << 20])
def test_pieces_of_a_warc_file_hold_each_page_once(
    tmp_path: Path, pages: list[bytes], ending: str, cut: int
) -> None:
    path = tmp_path / f"crawl.{ending}"
    path.write_bytes(b"".join(pages) if ending == "warc" else packed(pages))
    found = read("warc", path, cut)
    assert [record.address for record in found] == [f"https://news.example/{number}" for number in range(7)]
    assert all(isinstance(record.content, Source) and b"Report" in record.content.data for record in found)


@pytest.mark.parametrize("cut", [64, 1 << 20])
def test_a_broken_record_costs_itself(tmp_path: Path, pages: list[bytes], cut: int) -> None:
    members = [gzip.compress(one) for one in pages]
    broken = bytearray(members[3])
    broken[40:80] = bytes(byte ^ 0x5A for byte in broken[40:80])
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join([*members[:3], bytes(broken), *members[4:]]))
    found = read("warc", path, cut)
    assert len([record for record in found if record.why is None]) == 6
    assert [record.place for record in found if record.why] == [sum(map(len, members[:3]))]


@pytest.mark.parametrize("ending", ["warc", "warc.gz"])
def test_a_file_that_was_cut_off_says_so(tmp_path: Path, pages: list[bytes], ending: str) -> None:
    path = tmp_path / f"crawl.{ending}"
    path.write_bytes((b"".join(pages) if ending == "warc" else packed(pages))[:-30])
    *whole, last = read("warc", path)
    assert [record.why for record in whole] == [None] * 6
    assert last.why is not None
    assert "ends in the middle" in last.why


def test_what_is_no_page_is_told(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    records = [
        response("https://news.example/gone", b"", status="404 Not Found"),
        response("https://news.example/photo", b"\x89PNG", media="image/png"),
        response("https://news.example/", page("A report."), kind="request"),
        response("https://news.example/packed", gzip.compress(page("A report.")), coding="gzip"),
    ]
    path.write_bytes(packed(records))
    found = read("warc", path)
    assert [record.why for record in found] == ["answers 404", "is image/png", None]
    content = found[2].content
    assert isinstance(content, Source)
    assert content.data == page("A report.")


@given(st.lists(st.text(), max_size=8), st.integers(1, 200))
def test_pieces_of_lines_hold_each_line_once(texts: list[str], cut: int) -> None:
    lines = [json.dumps({"text": text, "url": f"u{number}"}) for number, text in enumerate(texts)]
    content = "\n".join(lines).encode()
    found = [
        record
        for start in range(0, len(content), cut)
        for record in records_in(Piece("lines", ("x",), start, min(start + cut, len(content)), content))
    ]
    assert [record.content for record in found] == texts
    assert [record.address for record in found] == [f"u{number}" for number in range(len(texts))]


def test_packed_lines_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "One."}\n{"text": "Two."}\n'))
    assert [record.content for record in read("lines", path)] == ["One.", "Two."]


def test_broken_lines_cost_themselves(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"text": "One."}\n{"text": \n[1]\n{"title": "No text"}\n{"text": 7}\n\n{"text": "Two."}\n'
    )
    found = read("lines", path)
    assert [record.content for record in found if record.why is None] == ["One.", "Two."]
    assert [record.why for record in found if record.why] == [
        "is no JSON",
        "is no JSON object",
        "has no text in “text”",
        "has something else than text in “text”",
    ]


def test_rows_carry_what_is_known_of_the_report(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    rows = [
        {"text": f"Report {number}.", "published": "2024-05-16", "title": "T", "other": 1}
        for number in range(10)
    ]
    parquet.write_table(pa.Table.from_pylist(rows), path, row_group_size=3)
    halves = [Piece("rows", (str(path),), 0, 5), Piece("rows", (str(path),), 5, 10)]
    found = [record for piece in halves for record in records_in(piece)]
    assert [record.content for record in found] == [f"Report {number}." for number in range(10)]
    assert found[7].given == {"title": "T", "published": "2024-05-16"}
    assert found[7].place == 7


def test_a_file_that_is_gone_costs_itself(tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("Here.")
    paths = (str(tmp_path / "gone.txt"), str(tmp_path / "there.txt"))
    gone, there = records_in(Piece("files", paths))
    assert gone.why is not None
    assert there.why is None
    (lost,) = records_in(Piece("lines", paths[:1], 0, 10))
    assert lost.why is not None
