"""Web pages: the article, without the page around it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import htmldate
import trafilatura

from addup.documents.content import Content
from addup.errors import DocumentError

_CHARSET = re.compile(rb"""<meta[^>]{0,100}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
# Menus, notices and captions are words and names in a row; an article holds at least one sentence.
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S+[.!?][”\"’')]*(?:\s|$)")

# htmldate refuses days in the future, which would make the answer depend on the day of reading.
_LAST_DAY = "2099-12-31"


def declared_charset(data: bytes) -> str | None:
    """Give the encoding that a page declares in its head."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else None


def read_page(html: str, *, name: str, address: str | None) -> Content:
    """Take the article out of a page, with title, outlet and day from the page's own metadata.

    Comments of readers are left out; tables are kept.

    Raises:
        DocumentError: the page holds no article.
    """
    tree = trafilatura.load_html(html)
    article = None if tree is None else trafilatura.bare_extraction(tree, url=address, include_comments=False)
    text = (getattr(article, "text", None) or "").strip()
    if tree is None or not _SENTENCE.search(text):
        raise DocumentError(
            f"{name} holds no article: give the address of a single report, or save its text."
        )
    about = trafilatura.extract_metadata(tree, default_url=address)
    title, outlet, day = about.title or None, about.sitename or None, _day(tree)
    facts = {"title": title, "outlet": outlet, "published": day}
    found = {field: "page metadata" for field, value in facts.items() if value}
    return Content(text, title, outlet, day, found)


def _day(tree: Any) -> date | None:
    # The quick search keeps to what the page declares; the extensive one would take any date in the text,
    # or the year of a copyright notice. An empty address keeps it from looking there: that is another find.
    day = htmldate.find_date(tree, extensive_search=False, original_date=True, url="", max_date=_LAST_DAY)
    return date.fromisoformat(day) if day else None
