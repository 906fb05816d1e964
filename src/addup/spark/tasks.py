"""What a Spark task does with its pieces of the input, and with a dossier.

The process that reads is begun once for each of Spark's Python workers, and kept as long as the worker.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pyarrow as pa

from addup.spark.records import Piece, Record, records_in
from addup.spark.schemas import CHECKED, READ, Row, unchecked_row
from addup.spark.serving import SECONDS_TO_CHECK, SECONDS_TO_READ, Server

_ROWS, _BYTES = 512, 4_000_000
"""Rows in a batch, and bytes of text behind which it ends, so that one of long reports stays small.

Each batch costs as much as some rows, for its hundred columns.
"""


@cache
def _server() -> Server:
    server = Server()
    atexit.register(server.close)
    return server


Batches = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]


def reader_of(pieces: Sequence[Piece], *, text: str, seconds: float = SECONDS_TO_READ) -> Batches:
    """Give what `mapInArrow` does with the numbers of pieces: rows as in `schemas.READ`."""

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        numbers = (number for batch in batches for number in batch.column(0).to_pylist())
        yield from _read_all((pieces[number] for number in numbers), text, seconds)

    return read


def reader_of_contents(pieces: Sequence[Piece], *, text: str, seconds: float = SECONDS_TO_READ) -> Batches:
    """Give what `mapInArrow` does with paths and contents of whole files that only Spark can open."""
    by_path = {piece.paths[0]: piece for piece in pieces}

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        files = (row for batch in batches for row in batch.to_pylist())
        held = (replace(by_path[file["path"]], content=file["content"]) for file in files)
        yield from _read_all(held, text, seconds)

    return read


def _read_all(pieces: Iterable[Piece], text: str, seconds: float) -> Iterator[pa.RecordBatch]:
    records = (record for piece in pieces for record in records_in(piece, text=text))
    return _in_batches((_read(record, seconds) for record in records), READ)


def _read(record: Record, seconds: float) -> Row:
    where = {"input": record.input, "place": record.place, "address": record.address}
    if record.content is None:
        return {**where, "reason": (record.why or "").partition(" (")[0], "why": record.why}
    row = _server().read(record.content, record.given, seconds=seconds)
    return {**row, **where}


def check(dossier: pa.Table, *, seconds: float = SECONDS_TO_CHECK) -> pa.Table:
    """Group and check a dossier: rows as in `schemas.CHECKED`.

    It is a table of `dossier`, `id`, `record` and `original`: the record of what a near copy copies, if that
    is in another dossier.
    """
    name = dossier.column("dossier")[0].as_py()
    records, originals = (dossier.column(column).to_pylist() for column in ("record", "original"))
    rows = _server().check(records, originals, seconds=seconds)
    if isinstance(rows, str):
        rows = [unchecked_row(dossier.column("id").to_pylist(), rows)]
    return pa.Table.from_pylist([{**row, "dossier": name} for row in rows], schema=CHECKED)


def _in_batches(rows: Iterable[Row], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    empty: dict[str, Any] = dict.fromkeys(schema.names)
    batch: list[Row] = []
    size = 0
    for row in rows:
        batch.append({**empty, **row})
        size += row.get("bytes") or 0
        if len(batch) == _ROWS or size >= _BYTES:
            yield pa.RecordBatch.from_pylist(batch, schema=schema)
            batch, size = [], 0
    if batch:
        yield pa.RecordBatch.from_pylist(batch, schema=schema)
