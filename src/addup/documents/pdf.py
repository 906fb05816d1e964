"""PDF: the running text of its pages."""

from __future__ import annotations

import re
from typing import Any

from addup.documents.content import Content
from addup.errors import DocumentError

# In running text only the last line of a paragraph is clearly shorter than the widest line of its page.
_FULL_LINE = 0.75
# PDFium puts this for the hyphen at the end of a line, and the next line right behind it.
_LINE_END_HYPHEN = "\ufffe"
# It leaves other hyphens at line ends alone: "2010-|2011".
_GOES_ON = re.compile(rf"\w-$|{_LINE_END_HYPHEN}$")
# A hyphen that splits a word stands between small letters of a word without other hyphens; any other
# ("mid-|May", "35-year-|old", "2021-|2022") belongs to the text.
_SPLIT_WORD = re.compile(rf"(?<![\w-])([^\W\d_]*[a-z]){_LINE_END_HYPHEN}(?=[a-z]+\b(?!-))")
# What programs write as a title when nobody gave one.
_NO_TITLE = re.compile(r"microsoft word\b|untitled|.*\.(?:docx?|odt|indd|pdf|rtf|tex|dvi)$", re.IGNORECASE)


def read_pdf(data: bytes, *, name: str) -> Content:
    """Give the text of a PDF, its lines joined to paragraphs, and its title.

    The day on which the file was made is not taken for the day of publication.

    Raises:
        DocumentError: the extra `pdf` is not installed, the file is broken or locked, or holds no text.
    """
    try:
        import pypdfium2
    except ImportError:
        raise DocumentError(f"{name} is a PDF: to read it, run  pip install 'addup[pdf]'.") from None
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        raise DocumentError(_not_opened(name, str(problem))) from None
    try:
        text = "\n\n".join(filter(None, (_page_text(page) for page in pdf)))
        title = pdf.get_metadata_value("Title").strip()
    finally:
        pdf.close()
    if not text:
        raise DocumentError(
            f"{name} holds pictures of pages but no text: run text recognition (OCR) on it first."
        )
    if not title or _NO_TITLE.match(title):
        return Content(text)
    return Content(text, title=title, found={"title": "PDF metadata"})


def _not_opened(name: str, problem: str) -> str:
    if "password" in problem.lower():
        return f"{name} is locked with a password: save an open copy first."
    return f"{name} is a broken PDF: get it again."


def _page_text(page: Any) -> str:
    lines = (
        page.get_textpage().get_text_range().replace(_LINE_END_HYPHEN, _LINE_END_HYPHEN + "\n").splitlines()
    )
    return _whole_words(_join([line.strip() for line in lines]))


def _join(lines: list[str]) -> str:
    """Join the lines of a page to paragraphs."""
    widest = max(map(len, lines), default=0)
    parts: list[str] = []
    for line in lines:
        is_full = len(line) > _FULL_LINE * widest
        parts += [line, "" if _GOES_ON.search(line) else " " if is_full else "\n"]
    return re.sub(r"\n{2,}", "\n\n", "".join(parts)).strip()


def _whole_words(text: str) -> str:
    return _SPLIT_WORD.sub(r"\1", text).replace(_LINE_END_HYPHEN, "-")
