"""Excel files (.xlsx): the cells of their sheets, as they are shown."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from addup.documents.cells import BUILT_IN, general, shown
from addup.documents.content import Content
from addup.documents.packed import attribute, part_of, tag_of, tagged, unpacking
from addup.documents.sheets import MOST_CELLS, Row, sheets_as_content
from addup.documents.source import too_large

_PLACE = re.compile(r"([A-Z]{1,3})(\d+)")
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class _Book:
    """What the sheets of a file share: its words, the formats by style, and when its days begin."""

    words: list[str]
    formats: list[str]
    since_1904: bool


def read_excel(data: bytes, *, name: str) -> Content:
    """Give the cells of an Excel file as it shows them, sheet below sheet; hidden sheets are left out.

    Raises:
        DocumentError: the file is broken, locked, too large, or empty.
    """
    return sheets_as_content(sheets_of_excel(data, name=name), name=name)


def sheets_of_excel(data: bytes, *, name: str) -> list[tuple[str, list[Row]]]:
    """Give the sheets of an Excel file that are not hidden, by name, with the cells as they are shown.

    A formula gives what it came to when the file was saved.

    Raises:
        DocumentError: the file is broken, locked or too large.
    """
    with unpacking(data, name) as file:
        workbook = part_of(file, _WORKBOOK, name=name)
        settings = next(tagged(workbook, "workbookPr"), None)
        since_1904 = settings is not None and attribute(settings, "date1904") in {"1", "true"}
        book = _Book(_words(file, name), _formats(file, name), since_1904)
        places = _places(file, name)
        return [
            (
                attribute(sheet, "name"),
                _rows(part_of(file, places[attribute(sheet, "id")], name=name), book, name),
            )
            for sheet in tagged(workbook, "sheet")
            if attribute(sheet, "state") in {"", "visible"} and attribute(sheet, "id") in places
        ]


def _places(file: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Give the part in which each sheet is, by the id of its relation."""
    relations = part_of(file, "xl/_rels/workbook.xml.rels", name=name)
    return {
        attribute(one, "Id"): posixpath.normpath(posixpath.join("/xl", attribute(one, "Target"))).lstrip("/")
        for one in tagged(relations, "Relationship")
        if attribute(one, "Type").endswith("/worksheet")
    }


def _words(file: zipfile.ZipFile, name: str) -> list[str]:
    part = "xl/sharedStrings.xml"
    if part not in file.namelist():
        return []
    return [_text(item) for item in tagged(part_of(file, part, name=name), "si")]


def _text(element: Element) -> str:
    """Give the words of a cell, without how they are said in Japanese."""
    if tag_of(element) == "t":
        return element.text or ""
    return "".join(_text(child) for child in element if tag_of(child) != "rPh")


def _formats(file: zipfile.ZipFile, name: str) -> list[str]:
    """Give the format of each style of cells."""
    part = "xl/styles.xml"
    if part not in file.namelist():
        return []
    styles = part_of(file, part, name=name)
    codes = {attribute(one, "numFmtId"): attribute(one, "formatCode") for one in tagged(styles, "numFmt")}
    codes = {str(number): code for number, code in BUILT_IN.items()} | codes
    of_cells = next(tagged(styles, "cellXfs"), None)
    return [] if of_cells is None else [codes.get(attribute(one, "numFmtId"), "General") for one in of_cells]


def _rows(sheet: Element, book: _Book, name: str) -> list[Row]:
    """Give the rows of a sheet; where rows between are empty, one stands for them."""
    rows: list[Row] = []
    before = count = 0
    for row in tagged(sheet, "row"):
        given = attribute(row, "r")
        number = int(given) if given.isdecimal() else before + 1
        if number > before + 1 and rows:
            rows.append({})
        before = number
        cells = dict(_cells(row, book))
        count += len(cells)
        if count > MOST_CELLS:
            raise too_large(name)
        rows.append(cells)
    return rows


def _cells(row: Element, book: _Book) -> Iterator[tuple[int, str]]:
    column = -1
    for cell in row:
        place = _PLACE.fullmatch(attribute(cell, "r"))
        column = _column(place[1]) if place else column + 1
        if words := _shown(cell, book).strip():
            yield column, words


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _shown(cell: Element, book: _Book) -> str:
    kind = attribute(cell, "t")
    if kind == "inlineStr":
        return _text(cell)
    held = next(tagged(cell, "v"), None)
    value = (held.text or "") if held is not None else ""
    if not value or kind in {"str", "e", "d"}:
        return value
    if kind == "s":
        return book.words[int(value)] if int(value) < len(book.words) else ""
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    style = attribute(cell, "s")
    has_format = style.isdecimal() and int(style) < len(book.formats)
    number = float(value)
    if number - number != 0:  # no number that a cell could show
        return ""
    return (
        shown(number, book.formats[int(style)], since_1904=book.since_1904) if has_format else general(number)
    )
