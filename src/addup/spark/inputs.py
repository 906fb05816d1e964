"""Which files an archive has, and the pieces that they are read in.

Spark lists the files, so that whatever it can reach is found. A file is known by its path, its size and when
it was changed: a later run reads what is new or has grown.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from addup.documents.kinds import ENDINGS
from addup.errors import AddupError
from addup.spark.records import Kind, Piece, can_open, opened, shown

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

MOST, LEAST = 1 << 20, 1 << 16
"""Bytes of text in a piece: half a minute's reading, and two seconds' of an archive that would have few."""
_PAGES = 20
"""How many times as long as its text a page is; a packed one is a fifth of that."""
_PACKED = 5
MOST_FILES = 200
_EVERYTHING = 1 << 62
_KINDS: dict[str, Kind] = {
    ".warc": "warc",
    ".warc.gz": "warc",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".jsonl.gz": "lines",
    ".ndjson.gz": "lines",
    ".parquet": "rows",
    **dict.fromkeys(ENDINGS, "files"),
}


@dataclass(frozen=True, slots=True, order=True)
class File:
    """A file of the archive, as it stands."""

    path: str
    size: int
    changed: str

    @property
    def kind(self) -> Kind | None:
        """What it holds, by its ending; None for what addup does not read."""
        name = PurePath(self.path).name.lower()
        return next((kind for ending, kind in _KINDS.items() if name.endswith(ending)), None)


def files_in(spark: SparkSession, address: str) -> list[File]:
    """List the files of an archive, in the order of their paths.

    Raises:
        AddupError: there is no such place, or nothing in it that addup reads.
    """
    from pyspark.errors import AnalysisException

    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    try:
        listed = reader.load(address).select("path", "length", "modificationTime").collect()
    except AnalysisException as problem:
        if "PATH_NOT_FOUND" in str(problem.getCondition()):
            raise AddupError(f"{address}: there is no such file or folder.") from None
        raise AddupError(f"{address} cannot be listed: {str(problem).splitlines()[0]}") from None
    files = [File(row.path, row.length, row.modificationTime.isoformat()) for row in listed]
    known = sorted(file for file in files if file.kind)
    if not known:
        raise AddupError(
            f"{address} holds nothing that addup reads: {', '.join(sorted(_KINDS))}; "
            f"{len(files)} other files are there."
        )
    return known


def piece_size(files: Sequence[File], pieces: int) -> int:
    """Give how many bytes of text a piece should have, so that there are so many and all cores have work."""
    text = sum(file.size // (_PAGES if file.kind == "warc" else 1) for file in files)
    return max(LEAST, min(MOST, text // pieces))


def pieces_of(files: Sequence[File], size: int) -> Iterator[Piece]:
    """Cut files into pieces of about the same work, so many bytes of text; small files are put together.

    A file that pyarrow cannot open is one piece, whatever its size: Spark hands over its content.
    """
    whole = [file for file in files if not can_open(file.path)]
    for file in whole:
        assert file.kind is not None  # others are not listed
        yield Piece(file.kind, (file.path,), 0, _EVERYTHING)
    parted = (file for file in files if can_open(file.path))
    for kind, group in itertools.groupby(parted, key=lambda file: file.kind):
        match kind:
            case "warc":
                for file in group:
                    packed = _PACKED if file.path.endswith(".gz") else 1
                    yield from _by_bytes("warc", file, size * _PAGES // packed)
            case "lines":
                for file in group:
                    packed_whole = file.path.endswith(".gz")
                    yield from _by_bytes("lines", file, max(file.size, 1) if packed_whole else size)
            case "rows":
                for file in group:
                    yield from _by_rows(file, size)
            case "files":
                yield from _together(group, size)


def _by_bytes(kind: Kind, file: File, size: int) -> Iterator[Piece]:
    for start in range(0, max(file.size, 1), size):
        yield Piece(kind, (file.path,), start, min(start + size, file.size))


def _by_rows(file: File, most: int) -> Iterator[Piece]:
    from pyarrow import ArrowException, parquet

    try:
        with opened(file.path) as stream:
            about: Any = parquet.ParquetFile(stream).metadata
    except (OSError, ArrowException) as problem:
        raise AddupError(f"{shown(file.path)} is no Parquet file that can be read: {problem}") from None
    size = sum(about.row_group(group).total_byte_size for group in range(about.num_row_groups))
    rows = max(1, about.num_rows * most // max(size, 1))
    for start in range(0, about.num_rows, rows):
        yield Piece("rows", (file.path,), start, min(start + rows, about.num_rows))


def _together(files: Iterable[File], most: int) -> Iterator[Piece]:
    paths: list[str] = []
    size = 0
    for file in files:
        if paths and (size + file.size > most or len(paths) == MOST_FILES):
            yield Piece("files", tuple(paths))
            paths, size = [], 0
        paths.append(file.path)
        size += file.size
    if paths:
        yield Piece("files", tuple(paths))
