"""PDF: the running text of its pages."""

from __future__ import annotations

import re
from typing import Any

from addup.documents.content import Content
from addup.errors import DocumentError

# In running text only the last line of a paragraph is clearly shorter than the widest line of its page.
_FULL_LINE = 0.75
# PDFium puts this where a word is split at the end of a line.
_SPLIT_WORD = "\x02"
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
    lines = [line.strip() for line in page.get_textpage().get_text_range().splitlines()]
    return _join(lines)


def _join(lines: list[str]) -> str:
    widest = max(map(len, lines), default=0)
    parts: list[str] = []
    for line in lines:
        if line.endswith(_SPLIT_WORD):
            parts.append(line.removesuffix(_SPLIT_WORD))
        else:
            parts += [line, " " if len(line) > _FULL_LINE * widest else "\n"]
    return re.sub(r"\n{2,}", "\n\n", "".join(parts)).strip()
