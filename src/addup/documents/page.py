"""Web pages: the article, without the page around it."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from itertools import pairwise
from typing import Any

import htmldate
import trafilatura

from addup.documents.content import Content
from addup.errors import DocumentError

_CHARSET = re.compile(rb"""<meta[^>]{0,100}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
# The parser refuses text, decoded already, that declares an encoding in this way.
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
# Menus, notices and captions are words and names in a row; an article holds at least one sentence,
# seen by its last five words.
_SENTENCE = re.compile(r"(?<!\S)(?:\S+\s+){4}\S+[.!?][”\"’')]*(?:\s|$)")
# A few lines about the browser or the account are the site's notice in place of its article.
_NOTICE = re.compile(
    r"java ?script|\bcookies?\b|\bcaptcha\b|\bbrowser\b|\b(?:log|sign) in\b|\bsubscrib", re.IGNORECASE
)
_LONGEST_NOTICE = 400
_ITEM = re.compile(r"\s*(?:[-•*]|\d{1,2}\.\s)")

# Where a page may say its day in words: parts that are called so, and data for machines.
_NAMES_OF_DAY_PARTS = ("date", "publish", "posted", "time", "byline")
_LABELLED = "//script | " + " | ".join(
    f"//*[contains(@class, '{name}') or contains(@id, '{name}')]/descendant-or-self::*"
    for name in _NAMES_OF_DAY_PARTS
)
# Later times are those of other stories; the day in the address of a picture is the picture's.
_MISLEADING = "//body//time[position() > 1 or preceding::time] | //meta[contains(@property, 'image')]"
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
    tree = trafilatura.load_html(_XML_DECLARATION.sub("", html))
    article = None if tree is None else trafilatura.bare_extraction(tree, url=address, include_comments=False)
    text = (getattr(article, "text", None) or "").strip()
    if tree is None or not _is_article(text):
        raise DocumentError(
            f"{name} holds no article: give the address of a single report, or save its text."
        )
    text = _set_apart(text)
    about = trafilatura.extract_metadata(tree)
    title, outlet, day = about.title or None, about.sitename or None, _day(tree)
    facts = {"title": title, "outlet": outlet, "published": day}
    found = {field: "page metadata" for field, value in facts.items() if value}
    return Content(text, title, outlet, day, found)


def _set_apart(text: str) -> str:
    """Part the blocks of an article, which come a line each, so that no heading runs into what follows it.

    The items of a list and the rows of a table stay together, and a list with what leads to it.
    """
    lines = text.split("\n")
    set_apart = lines[:1]
    for before, line in pairwise(lines):
        in_list = _ITEM.match(line) and (_ITEM.match(before) or before.endswith(":"))
        in_table = line.startswith("|") and before.startswith("|")
        is_apart = not (in_list or in_table) and line and before
        set_apart.append(f"\n{line}" if is_apart else line)
    return "\n".join(set_apart)


def _is_article(text: str) -> bool:
    is_notice = len(text) < _LONGEST_NOTICE and _NOTICE.search(text)
    return not is_notice and _SENTENCE.search(text) is not None


def _day(tree: Any) -> date | None:
    """Give the day that the page declares, never one that its text happens to mention."""
    declared = deepcopy(tree)
    for element in declared.xpath(_MISLEADING):
        element.drop_tree()
    labelled = set(declared.xpath(_LABELLED))
    for element in declared.iter():
        if element not in labelled:
            element.text = element.tail = None
    # The address is left to `address_day`, which says so: hence the empty one here.
    day = htmldate.find_date(declared, extensive_search=False, original_date=True, url="", max_date=_LAST_DAY)
    return date.fromisoformat(day) if day else None
