"""Which format a report is in."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal
from urllib.parse import urlsplit

from addup.documents.source import Source

Kind = Literal["pdf", "page", "markdown", "text"]

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->).)*-->\s*)*<(!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BY_MEDIA: dict[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
}
_BY_ENDING: dict[str, Kind] = {
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".md": "markdown",
    ".markdown": "markdown",
}


def kind_of(source: Source) -> Kind:
    """Tell the format: by the content where that is certain, then as declared, then by the ending."""
    # Some bytes may stand before the mark of a PDF.
    if b"%PDF-" in source.data[:1024]:
        return "pdf"
    if _HTML.match(source.data[:2000]):
        return "page"
    ending = PurePath(urlsplit(source.address or "").path).suffix.lower()
    return _BY_MEDIA.get(source.media or "") or _BY_ENDING.get(ending, "text")
