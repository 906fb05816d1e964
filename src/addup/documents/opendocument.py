"""LibreOffice files: texts (.odt) with their paragraphs, items and tables, and sheets (.ods)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from addup.documents.cells import day_in_words, general
from addup.documents.content import Content
from addup.documents.packed import attribute, part_of, tag_of, tagged, unpacking
from addup.documents.rows import row_of_cells
from addup.documents.sheets import MOST_CELLS, Row, sheets_as_content
from addup.documents.source import too_large
from addup.errors import DocumentError

# What is in the file but not on the page, or beside the text: deleted words, notes, comments.
_UNSEEN = frozenset(
    {"tracked-changes", "note", "annotation", "forms", "title", "desc", "sequence-decls", "table-of-content"}
)
_MOST_COLUMNS = 100
_MOST_SPACES = 100
_TURNED_ROUND = str.maketrans(".,", ",.")
_DAY_IN_NUMBERS = re.compile(r"\d{1,4}[-./ ]{1,2}\d{1,2}[-./ ]{1,2}\d{1,4}")


def read_opendocument(data: bytes, *, name: str) -> Content:
    """Give the text of a LibreOffice file, laid out as that of a Word file, or the sheets of a table.

    The title is the paragraph that is styled as one. Headers, footers, notes and comments are left out.

    Raises:
        DocumentError: the file is broken, locked, too large, no text and no table, or empty.
    """
    with unpacking(data, name) as file:
        content = part_of(file, "content.xml", name=name)
        body = next(tagged(content, "body"), content)
        if next(tagged(body, "spreadsheet"), None) is not None:
            return sheets_as_content(_sheets(content, body, name), name=name)
        words = next((child for child in body if tag_of(child) == "text"), None)
        if words is None:
            raise DocumentError(f"{name} is no text and no table: save it as text, HTML or PDF first.")
        return _text_content(content, words, name)


def sheets_of_opendocument(data: bytes, *, name: str) -> list[tuple[str, list[Row]]]:
    """Give the sheets of a table that are not hidden, by name, with the cells as shown; none of a text.

    Raises:
        DocumentError: the file is broken, locked or too large.
    """
    with unpacking(data, name) as file:
        content = part_of(file, "content.xml", name=name)
        return _sheets(content, next(tagged(content, "body"), content), name)


def _sheets(content: Element, body: Element, name: str) -> list[tuple[str, list[Row]]]:
    hidden = _hidden(content)
    return [
        (attribute(table, "name"), _rows(table, name))
        for table in next(tagged(body, "spreadsheet"), ())
        if tag_of(table) == "table" and attribute(table, "style-name") not in hidden
    ]


def _text_content(content: Element, body: Element, name: str) -> Content:
    text = re.sub(r"\n{3,}", "\n\n", "".join(_blocks(body))).strip()
    if not text:
        raise DocumentError(f"{name} holds no text: run text recognition (OCR) on its pictures first.")
    styles = {"Title"} | {
        attribute(style, "name")
        for style in tagged(content, "style")
        if attribute(style, "parent-style-name") == "Title"
    }
    titles = (
        " ".join(_words(paragraph).split())
        for paragraph in tagged(body, "p")
        if attribute(paragraph, "style-name") in styles
    )
    title = next(filter(None, titles), None)
    return Content(text, title=title, found={"title": "title style"} if title else {})


def _blocks(element: Element) -> Iterator[str]:
    """Give the paragraphs, items and rows within an element, each with the line ends behind it."""
    for child in element:
        match tag_of(child):
            case "p" | "h":
                yield f"\n{_words(child).strip()}\n\n"
                yield from _boxes(child)
            case "list":
                yield from _items(child)
                yield "\n"
            case "table":
                yield from _table(child)
            case kind if kind not in _UNSEEN:
                yield from _blocks(child)


def _boxes(element: Element) -> Iterator[str]:
    """Give what stands in boxes that hang at a paragraph."""
    for child in element:
        yield from _blocks(child) if tag_of(child) == "text-box" else _boxes(child)


def _items(items: Element) -> Iterator[str]:
    """Give the items of a list, also of those in it, each on a line of its own."""
    for child in items:
        match tag_of(child):
            case "list" | "list-item" | "list-header":
                yield from _items(child)
            case "p" | "h":
                words = _words(child).strip()
                yield f"- {words}\n" if words else ""
            case _:
                yield from _blocks(child)


def _words(element: Element) -> str:
    """Give the words of a paragraph, without those of boxes that only hang at it."""
    match tag_of(element):
        case "s":
            count = attribute(element, "c")
            return " " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1)
        case "tab":
            return "\t"
        case "line-break":
            return "\n"
    parts = [element.text or ""]
    for child in element:
        if tag_of(child) not in _UNSEEN | {"text-box"}:
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _table(table: Element) -> Iterator[str]:
    """Give the rows of a table, or what is in one that only lays out the page."""
    rows = [[cell for cell in row if tag_of(cell).endswith("cell")] for row in _own_rows(table)]
    if all(len(cells) == 1 for cells in rows) or sum(1 for _ in tagged(table, "table")) > 1:
        for cells in rows:
            for cell in cells:
                yield from _blocks(cell)
        return
    yield "\n"
    for cells in rows:
        yield row_of_cells(words for cell in cells for words in [_cell(cell)] * _repeated(cell)) + "\n"
    yield "\n"


def _own_rows(table: Element) -> Iterator[Element]:
    """Give the rows of a table, also those that stand in groups or repeat as its head on each page."""
    for child in table:
        if tag_of(child) == "table-row":
            yield child
        elif tag_of(child).startswith("table-") and tag_of(child) != "table-columns":
            yield from _own_rows(child)


def _cell(cell: Element) -> str:
    return " ".join(_words(child) for child in _paragraphs(cell))


def _paragraphs(cell: Element) -> Iterator[Element]:
    """Give the paragraphs of a cell, without those of a comment on it."""
    for child in cell:
        if tag_of(child) in {"p", "h"}:
            yield child
        elif tag_of(child) not in _UNSEEN:
            yield from _paragraphs(child)


def _repeated(cell: Element) -> int:
    count = attribute(cell, "number-columns-repeated")
    return min(int(count), _MOST_COLUMNS) if count.isdecimal() else 1


def _hidden(content: Element) -> set[str]:
    """Give the styles of sheets that are not shown."""
    return {
        attribute(style, "name")
        for style in tagged(content, "style")
        if any(attribute(own, "display") == "false" for own in tagged(style, "table-properties"))
    }


def _rows(table: Element, name: str) -> list[Row]:
    """Give the rows of a sheet; where rows between are empty, one stands for them."""
    rows: list[Row] = []
    count = 0
    for row in _own_rows(table):
        cells = _filled(row)
        repeated = attribute(row, "number-rows-repeated")
        times = int(repeated) if cells and repeated.isdecimal() else 1
        count += len(cells) * times
        if count > MOST_CELLS:
            raise too_large(name)
        rows += [cells] * times
    return rows


def _filled(row: Element) -> dict[int, str]:
    cells: dict[int, str] = {}
    column = 0
    for cell in row:
        if not tag_of(cell).endswith("cell"):
            continue
        count = attribute(cell, "number-columns-repeated")
        words = _shown(cell).strip()
        if words:
            cells |= dict.fromkeys(range(column, column + _repeated(cell)), words)
        column += int(count) if count.isdecimal() else 1
    return cells


def _shown(cell: Element) -> str:
    """Give a cell as it is shown, save where it would be another number in English."""
    words = _cell(cell)
    match attribute(cell, "value-type"):
        case "date" if _DAY_IN_NUMBERS.match(words):
            return day_in_words(date.fromisoformat(attribute(cell, "date-value")[:10]))
        case "float" | "currency":
            value = float(attribute(cell, "value"))
            unit = attribute(cell, "currency")
            return f"{general(value)} {unit}".strip() if _is_turned_round(words, value) else words
        case "percentage":
            value = round(100 * float(attribute(cell, "value")), 6)
            return f"{general(value)}%" if _is_turned_round(words, value) else words
    return words


def _is_turned_round(words: str, value: float) -> bool:
    """Whether the digits shown are this value with "." and "," the other way round, and not as in English."""
    return not _says(words, value) and _says(words.translate(_TURNED_ROUND), value)


def _says(words: str, value: float) -> bool:
    """Whether the digits that are shown, read as in English, are this value as far as they go."""
    digits = re.sub(r"[^\d.]", "", words)
    if not re.fullmatch(r"\d*\.?\d+", digits):
        return False
    places = len(digits.partition(".")[2])
    return abs(float(digits) - abs(value)) <= 0.51 / 10.0**places
