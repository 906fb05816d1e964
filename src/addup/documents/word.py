"""Word files (.docx): their paragraphs, list items and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from addup.documents.content import Content
from addup.documents.packed import WORD_TEXT, part_of, tag_of, unpacking
from addup.documents.rows import row_of_cells
from addup.errors import DocumentError

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What is in the file but not on the page, or twice: deleted and moved words, the older form of a drawing.
_UNSEEN = frozenset({"del", "moveFrom", "Fallback"})
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_word(data: bytes, *, name: str) -> Content:
    """Give the text of a Word file: paragraphs apart by an empty line, items and rows on lines of their own.

    The title is the paragraph that is styled as one. What Word notes beside the text (a title, days) is
    often that of the file it was made from, and is not taken. Headers, footers and notes are left out.

    Raises:
        DocumentError: the file is broken, of another kind, too large, or holds no text.
    """
    body = _body(data, name)
    text = re.sub(r"\n{3,}", "\n\n", "".join(_blocks(body))).strip()
    if not text:
        raise DocumentError(f"{name} holds no text: run text recognition (OCR) on its pictures first.")
    title = next(
        (words for words in map(_one_line, filter(_is_title, body.iter(f"{_WORD}p"))) if words), None
    )
    return Content(text, title=title, found={"title": "title style"} if title else {})


def _body(data: bytes, name: str) -> Element:
    """Give the part of a file that holds its text."""
    with unpacking(data, name) as file:
        part = next(filter(WORD_TEXT.fullmatch, file.namelist()))
        return part_of(file, part, name=name)


def _blocks(element: Element) -> Iterator[str]:
    """Give the paragraphs, items and rows within an element, each with the line ends behind it."""
    for child in element:
        match tag_of(child):
            case "p":
                yield from _paragraph(child)
            case "tbl":
                yield from _table(child)
            case kind if kind not in _UNSEEN:
                yield from _blocks(child)


def _paragraph(paragraph: Element) -> Iterator[str]:
    words = _words(paragraph).strip()
    if words and paragraph.find(f"{_WORD}pPr/{_WORD}numPr") is not None:
        yield f"- {words}\n"
    else:
        yield f"\n{words}\n\n"
    for box in paragraph.iter(f"{_WORD}txbxContent"):
        yield from _blocks(box)


def _words(element: Element) -> str:
    """Give the words of a paragraph, without those of boxes that only hang at it."""
    if tag_of(element) == "t":
        return element.text or ""
    return _MARKS.get(tag_of(element), "") + "".join(
        _words(child) for child in element if tag_of(child) not in _UNSEEN | {"txbxContent", "pPr"}
    )


def _table(table: Element) -> Iterator[str]:
    """Give the rows of a table, or what is in one that only lays out the page."""
    rows = [list(row.iter(f"{_WORD}tc")) for row in table.iter(f"{_WORD}tr")]
    if all(len(cells) == 1 for cells in rows) or next(table.iterfind(f".//{_WORD}tbl"), None) is not None:
        for cell in table.iterfind(f"./{_WORD}tr/{_WORD}tc"):
            yield from _blocks(cell)
        return
    yield "\n"
    for cells in rows:
        yield (
            row_of_cells(words for cell in cells for words in (_cell(cell), *[""] * (_width(cell) - 1)))
            + "\n"
        )
    yield "\n"


def _cell(cell: Element) -> str:
    return " ".join(_words(paragraph) for paragraph in cell.iter(f"{_WORD}p"))


def _width(cell: Element) -> int:
    """Over how many columns a cell runs."""
    span = cell.find(f"{_WORD}tcPr/{_WORD}gridSpan")
    width = "" if span is None else span.get(f"{_WORD}val", "")
    return min(int(width), 100) if width.isdecimal() else 1


def _is_title(paragraph: Element) -> bool:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    return style is not None and style.get(f"{_WORD}val") == "Title"


def _one_line(element: Element) -> str:
    return " ".join(_words(element).split())
