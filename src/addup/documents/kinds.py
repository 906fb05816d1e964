"""Which format a report is in."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal
from urllib.parse import urlsplit

from addup.documents.packed import ZIP, packed_kind
from addup.documents.source import Source

Kind = Literal["pdf", "word", "excel", "opendocument", "zip", "mail", "page", "markdown", "table", "text"]

ENDINGS = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".odt", ".eml"}
)
"""Endings of the files that are taken from a folder; a file that is named itself may have any."""
TABLES = frozenset({".csv", ".tsv", ".xlsx", ".ods"})
"""Endings of tables, which are read where they are named: beside reports in a folder they are mostly data."""

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->).)*-->\s*)*<(!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_LINE = rb"[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*"
# The head of an e-mail is nothing but labelled lines, and says whose it is and how it was sent.
_MAIL_HEAD = re.compile(rb"(?:From [^\n]*\n)?((?:" + _LINE + rb")+)\r?\n")
_SENDER = re.compile(rb"^From:", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:MIME-Version|Message-ID):", re.IGNORECASE | re.MULTILINE)
_BY_MEDIA: dict[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/csv": "table",
    "text/tab-separated-values": "table",
}
_BY_ENDING: dict[str, Kind] = {
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "table",
    ".tsv": "table",
}


def kind_of(source: Source) -> Kind:
    """Tell the format: by the content where that is certain, then as declared, then by the ending."""
    # Some bytes may stand before the mark of a PDF.
    if b"%PDF-" in source.data[:1024]:
        return "pdf"
    if source.data.startswith(ZIP):
        return packed_kind(source.data)
    ending = PurePath(urlsplit(source.address or "").path).suffix.lower()
    if _is_mail(source.data, named_so=ending == ".eml"):
        return "mail"
    if _HTML.match(source.data[:2000]):
        return "page"
    return _BY_MEDIA.get(source.media or "") or _BY_ENDING.get(ending, "text")


def _is_mail(data: bytes, *, named_so: bool) -> bool:
    """Whether the head is that of an e-mail; how it was sent is not asked of a file that is named one."""
    head = _MAIL_HEAD.match(data[:100_000])
    return head is not None and bool(_SENDER.search(head[1]) and (named_so or _SENT.search(head[1])))
