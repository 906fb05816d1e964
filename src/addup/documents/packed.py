"""Files that are packed as zip: Word, Excel and LibreOffice pack the parts of theirs so."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from addup.documents.source import MAX_BYTES, too_large
from addup.errors import DocumentError

WORD_TEXT = re.compile(r"word/document\d*\.xml")
ZIP = b"PK\x03\x04"
PackedKind = Literal["word", "excel", "opendocument", "zip"]

# What a small file unpacks to is not its own to say: most of an honest part are tags, some MB of them.
_MOST_BYTES = 5 * MAX_BYTES
_MOST_TAGS = 5_000_000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    RuntimeError,  # a password is needed, or tags lie in tags without an end (RecursionError)
    NotImplementedError,
    ElementTree.ParseError,
    KeyError,
    ValueError,
)


@contextmanager
def unpacking(data: bytes, name: str) -> Iterator[zipfile.ZipFile]:
    """Give a packed file to read parts of.

    Raises:
        DocumentError: it, or a part of it, is broken or locked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            yield file
    except _BROKEN:
        raise DocumentError(f"{name} is broken or locked: save it anew, open to read.") from None


def packed_kind(data: bytes) -> PackedKind:
    """Tell which program packed a file, by the parts that it has; one that cannot be opened is a zip file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            parts = set(file.namelist())
    except _BROKEN:
        return "zip"
    if any(map(WORD_TEXT.fullmatch, parts)):
        return "word"
    if "xl/workbook.xml" in parts:
        return "excel"
    return "opendocument" if {"mimetype", "content.xml"} <= parts else "zip"


def part_of(file: zipfile.ZipFile, part: str, *, name: str) -> Element:
    """Give a part in XML. Definitions of entities, with which a small file could blow itself up, are refused.

    Raises:
        DocumentError: the part is too large.
    """
    data = bytes_of(file, part, name=name, most=_MOST_BYTES)
    if b"<!" in data[:1000] and b"<!DOCTYPE" in data[:1000]:
        raise ElementTree.ParseError
    if data.count(b"<") > _MOST_TAGS:
        raise too_large(name)
    return ElementTree.fromstring(data)


def bytes_of(file: zipfile.ZipFile, part: str, *, name: str, most: int) -> bytes:
    """Give a part, never more of it than `most` bytes, whatever the file says of its size.

    Raises:
        DocumentError: the part is too large.
    """
    with file.open(part) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise too_large(name)
    return data


def tag_of(element: Element) -> str:
    """Give the name of a tag without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, wanted: str) -> str:
    """Give an attribute by its name without its namespace, "" where there is none."""
    for name, value in element.items():
        if name.rpartition("}")[2] == wanted:
            return value
    return ""


def tagged(element: Element, wanted: str) -> Iterator[Element]:
    """Give all of a name within an element, in their order."""
    return element.iterfind(f".//{{*}}{wanted}")
