"""The records of a piece of an archive: pages of a WARC file, lines of JSON, rows of Parquet, single files.

What is broken costs one record: it comes as a `Record` that says why, and the next one follows. Files are
opened by pyarrow, on this machine or where `hdfs://`, `s3://`, `gs://` or `abfss://` leads; what only Spark's
own file systems can open comes with its content (see `inputs`).
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Any, Literal

import pyarrow as pa
from pyarrow import fs

from addup.documents.fetch import READABLE
from addup.documents.listed import fields_of, is_field
from addup.documents.source import MAX_BYTES, MAX_MEGABYTES, Source

Kind = Literal["warc", "lines", "rows", "files"]
Given = dict[str, Any]

_BLOCK = 1 << 20
_GZIP = b"\x1f\x8b\x08"
_WARC = b"WARC/1."
_LARGEST_MEMBER = 8 * MAX_BYTES
_TOO_LARGE = f"is larger than {MAX_MEGABYTES} MB"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the input that one task reads.

    `start` and `end` are bytes of a WARC file or of lines (a record belongs to the piece that it begins in),
    or numbers of rows; end exclusive. A piece of single files has many `paths`. `content` holds the bytes of
    the one file where pyarrow cannot open it.
    """

    kind: Kind
    paths: tuple[str, ...]
    start: int = 0
    end: int = 0
    content: bytes | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the input: where it stands, and its content, or what is wrong with it."""

    input: str
    place: int
    content: Source | str | None
    given: Given = field(default_factory=dict)
    why: str | None = None

    @property
    def address(self) -> str | None:
        """Where the report was got: as the record says, else the file that it is in."""
        if isinstance(self.content, Source):
            return self.content.address
        address: str | None = self.given.get("address")
        return address


def records_in(piece: Piece, *, text: str = "text") -> Iterator[Record]:
    """Give the records of a piece; `text` is the column that holds the text of lines and rows."""
    try:
        match piece.kind:
            case "warc":
                yield from _warc(piece)
            case "lines":
                yield from _lines(piece, text)
            case "rows":
                yield from _rows(piece, text)
            case "files":
                yield from _files(piece)
    except (OSError, pa.ArrowException) as problem:  # the file is gone, or no such file after all
        yield Record(piece.paths[0], piece.start, None, why=f"cannot be read ({problem})")


def can_open(path: str) -> bool:
    """Whether pyarrow can open files of such a path, so that tasks may read parts of them."""
    scheme, colon, rest = path.partition("://")
    return not colon or _can_reach(f"{scheme}://{rest.partition('/')[0]}/")


@cache
def _can_reach(place: str) -> bool:
    try:
        _file_system(place)
    except Exception:  # pyarrow raises what its parts raise: no library, no such scheme, no account
        return False
    return True


def _file_system(path: str) -> tuple[fs.FileSystem, str]:
    scheme, _, rest = path.partition(":")
    if scheme == "file" or path.startswith("/"):
        return fs.LocalFileSystem(), rest if scheme == "file" else path
    found: tuple[fs.FileSystem, str] = fs.FileSystem.from_uri(
        f"s3:{rest}" if scheme in {"s3a", "s3n"} else path
    )
    return found


def opened(path: str, content: bytes | None = None) -> IO[bytes]:
    """Open a file for reading, here or far away, or its content in hand."""
    if content is not None:
        return io.BytesIO(content)
    system, inside = _file_system(path)
    stream: IO[bytes] = system.open_input_file(inside)
    return stream


def shown(path: str) -> str:
    """Give a path as a user writes it: files of this machine without their scheme."""
    return "/" + path.removeprefix("file:").lstrip("/") if path.startswith("file:") else path


# --- single files -------------------------------------------------------------------------------------------


def _files(piece: Piece) -> Iterator[Record]:
    for path in piece.paths:
        name = shown(path)
        try:
            with opened(path, piece.content) as stream:
                data = stream.read(MAX_BYTES + 1)
        except OSError as problem:
            yield Record(path, 0, None, why=f"cannot be read ({type(problem).__name__}: {problem})")
            continue
        if len(data) > MAX_BYTES:
            yield Record(path, 0, None, why=_TOO_LARGE)
        else:
            yield Record(path, 0, Source(data, name=name, address=name))


# --- rows and lines -----------------------------------------------------------------------------------------


def _rows(piece: Piece, text: str) -> Iterator[Record]:
    from pyarrow import parquet

    (path,) = piece.paths
    with opened(path, piece.content) as stream:
        file: Any = parquet.ParquetFile(stream)
        columns = [name for name in file.schema_arrow.names if name == text or is_field(name)]
        first = 0
        for group in range(file.num_row_groups):
            after = first + file.metadata.row_group(group).num_rows
            if first < piece.end and piece.start < after:
                row = first
                for batch in file.iter_batches(batch_size=256, row_groups=[group], columns=columns):
                    for values in batch.to_pylist():
                        if piece.start <= row < piece.end:
                            yield _told(path, row, values, text)
                        row += 1
            first = after


def _lines(piece: Piece, text: str) -> Iterator[Record]:
    (path,) = piece.paths
    with opened(path, piece.content) as stream:
        packed = stream.read(3) == _GZIP
        stream.seek(0)
        source: Any = gzip.GzipFile(fileobj=stream) if packed else stream
        lines = io.BufferedReader(source, _BLOCK)
        if piece.start and not packed:
            lines.seek(piece.start - 1)
            _skip_line(lines)
        place = lines.tell()
        while place < piece.end or packed:
            try:
                line = lines.readline(MAX_BYTES + 1)
            except (OSError, EOFError, zlib.error) as problem:
                yield Record(path, place, None, why=f"cannot be unpacked ({problem})")
                return
            if not line:
                return
            if len(line) > MAX_BYTES:
                _skip_line(lines)
                yield Record(path, place, None, why=_TOO_LARGE)
            elif line.strip():
                yield _line(path, place, line, text)
            place = lines.tell()


def _skip_line(lines: IO[bytes]) -> None:
    while (rest := lines.readline(_BLOCK)) and not rest.endswith(b"\n"):
        pass


def _line(path: str, place: int, line: bytes, text: str) -> Record:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return Record(path, place, None, why="is no JSON")
    if not isinstance(values, dict):
        return Record(path, place, None, why="is no JSON object")
    return _told(path, place, values, text)


def _told(path: str, place: int, values: Mapping[str, Any], text: str) -> Record:
    """Make a record of what a line or a row says."""
    content = values.get(text)
    given: Given = {field: words for field, words in fields_of(values).items() if field != "text"}
    if not isinstance(content, str):
        why = f"has no text in “{text}”" if content is None else f"has something else than text in “{text}”"
        return Record(path, place, None, given, why)
    return Record(path, place, content, given)


# --- WARC ---------------------------------------------------------------------------------------------------


def _warc(piece: Piece) -> Iterator[Record]:
    (path,) = piece.paths
    with opened(path, piece.content) as stream:
        packed = stream.read(3) == _GZIP
        for place, data, why in (_members if packed else _plain_records)(stream, piece.start, piece.end):
            if why:
                yield Record(path, place, None, why=why)
            else:
                yield from _responses(path, place, data)


Part = tuple[int, bytes, str | None]


def _members(stream: IO[bytes], start: int, end: int) -> Iterator[Part]:
    """Unpack the members of a gzip file that begin in a range: each is a record, packed by itself."""
    place = _next(stream, start, end, _begins_member)
    while place is not None:
        data, after, why = _unpacked(stream, place)
        yield place, data, why
        if why is None and not _begins_member(stream, after):
            yield from _gap(stream, after)
        place = _next(stream, after if why is None else place + 1, end, _begins_member)


def _gap(stream: IO[bytes], place: int) -> Iterator[Part]:
    """Tell of a record so broken that it cannot be known for one: something else stands behind the last."""
    stream.seek(place)
    if stream.read(1):
        yield place, b"", "is a broken WARC record (it has no heading)"


def _unpacked(stream: IO[bytes], place: int) -> tuple[bytes, int, str | None]:
    """Unpack one member: its content, where the next one begins, and what is wrong with it."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    stream.seek(place)
    parts: list[bytes] = []
    size, read = 0, 0
    while not unpacker.eof:
        block = unpacker.unconsumed_tail or stream.read(_BLOCK)
        if not block:
            parts.append(unpacker.flush())
            if unpacker.eof:
                break
            return b"", place + 1, "is a broken WARC record (the file ends in the middle of it)"
        read += 0 if unpacker.unconsumed_tail else len(block)
        try:
            parts.append(unpacker.decompress(block, _BLOCK))
        except zlib.error as problem:
            return b"", place + 1, f"is a broken WARC record ({problem})"
        size += len(parts[-1])
        if size > _LARGEST_MEMBER:
            return b"", place + 1, _TOO_LARGE
    return b"".join(parts), place + read - len(unpacker.unused_data), None


def _begins_member(stream: IO[bytes], place: int) -> bool:
    """Tell whether a packed WARC record begins at a place: others have these bytes by chance."""
    stream.seek(place)
    head = stream.read(512)
    try:
        return (
            head.startswith(_GZIP)
            and zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_WARC)) == _WARC
        )
    except zlib.error:
        return False


def _plain_records(stream: IO[bytes], start: int, end: int) -> Iterator[Part]:
    """Give the records of a WARC file that is not packed, from heading to heading."""
    place = _next(stream, start, end, _begins_record)
    while place is not None:
        stream.seek(place)
        head = stream.read(64 << 10)
        length = _content_length(head)
        if length is None:
            yield place, b"", "is a broken WARC record (it does not say its length)"
        elif length > _LARGEST_MEMBER:
            yield place, b"", _TOO_LARGE
        else:
            whole = head.index(b"\r\n\r\n") + 4 + length
            stream.seek(place)
            data = stream.read(whole)
            cut = len(data) < whole
            why = "is a broken WARC record (the file ends in the middle of it)" if cut else None
            yield place, data + b"\r\n\r\n", why
            if not cut and not _begins_record(stream, place + whole + 4):
                yield from _gap(stream, place + whole + 4)
            place = place + whole
        place = _next(stream, place + 1, end, _begins_record)


def _content_length(head: bytes) -> int | None:
    headers, found, _ = head.partition(b"\r\n\r\n")
    if not found:
        return None
    for line in headers.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return int(value)
    return None


def _begins_record(stream: IO[bytes], place: int) -> bool:
    """Tell whether a record begins at a place: at the very beginning, or behind an empty line."""
    before = min(4, place)
    stream.seek(place - before)
    words = stream.read(before + len(_WARC))
    return words[before:] == _WARC and (place == 0 or words[:before] == b"\r\n\r\n")


def _next(stream: IO[bytes], start: int, end: int, begins: Callable[[IO[bytes], int], bool]) -> int | None:
    """Find the next place in a range where a record begins."""
    mark = _GZIP if begins is _begins_member else _WARC
    place = start
    while place < end:
        stream.seek(place)
        block = stream.read(_BLOCK + len(mark))
        if not block:
            return None
        at = block.find(mark)
        while 0 <= at < _BLOCK and place + at < end:
            if begins(stream, place + at):
                return place + at
            at = block.find(mark, at + 1)
        place += _BLOCK
    return None


def _responses(path: str, place: int, data: bytes) -> Iterator[Record]:
    """Give the pages in an unpacked WARC record; what a crawler noted beside them is none of ours."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(data), wanted, auto_decode="all")):
            yield _page(path, place + number, record)
    except Exception as problem:  # the library raises errors of its own kinds
        yield Record(path, place, None, why=f"is a broken WARC record ({problem})")


def _page(path: str, place: int, record: Any) -> Record:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    given = {"address": address} if address else {}
    if record.is_http and record.http_headers is not None:
        status = record.http_headers.status_code
        media, charset = record.http_content_type, record.http_charset
    else:
        status, charset = 200, None
        media = (record.headers.get("Content-Type") or "").partition(";")[0].strip()
    if status is not None and status != 200:
        return Record(path, place, None, given, f"answers {status}")
    if media and media.lower() not in READABLE:
        return Record(path, place, None, given, f"is {media.lower()}")
    body = record.reader.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        return Record(path, place, None, given, _TOO_LARGE)
    source = Source(
        body, name=address or f"{shown(path)}:{place}", address=address, media=media, charset=charset
    )
    return Record(path, place, source, given)
