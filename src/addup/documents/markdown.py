"""Markdown: its text with the markup out of the way."""

from __future__ import annotations

import html
import re
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from addup.documents.content import Content

_FRONT_MATTER = re.compile(r"---\s*\n(.*?)\n(?:---|\.\.\.)\s*(?:\n|$)", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_OUTLETS = ("outlet", "source", "publisher", "site")


def read_markdown(text: str) -> Content:
    """Give the text of a Markdown file: blocks apart by an empty line, rows and items on lines of their own.

    Title, outlet and day come from the front matter, the title else from the first heading. Pictures and
    the addresses of links are left out.
    """
    match = _FRONT_MATTER.match(text)
    front = _front_matter(match[1]) if match else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(text[match.end() :] if match else text)
    heading = _first_heading(tokens)
    title = front.get("title")
    outlet = next((front[key] for key in _OUTLETS if front.get(key)), None)
    day = front.get("date")
    facts = {"title": title, "outlet": outlet, "published": day}
    found = {field: "front matter" for field, value in facts.items() if value}
    if heading and not title:
        found["title"] = "first heading"
    return Content(
        _text(tokens),
        title=str(title) if title else heading,
        outlet=str(outlet) if outlet else None,
        published=day,
        found=found,
    )


def _front_matter(block: str) -> dict[str, Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        front = YAML(typ="safe", pure=True).load(block)
    except YAMLError:
        return {}
    if not isinstance(front, dict):
        return {}
    day = front.get("date")
    if isinstance(day, datetime):
        day = day.date()
    return {**front, "date": day if isinstance(day, date) else None}


def _first_heading(tokens: list[Token]) -> str | None:
    for token, following in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _inline(following).strip() or None
    return None


def _text(tokens: list[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        match token.type:
            case "inline":
                parts.append(_inline(token))
            case "fence" | "code_block":
                parts.append(token.content + "\n")
            case "html_block":
                parts.append(html.unescape(_TAG.sub("", token.content)) + "\n")
            case "list_item_open":
                parts.append("- ")
            case "th_close" | "td_close":
                parts.append(" | ")
            case "tr_close":
                parts.append("\n")
            case "paragraph_close":
                parts.append("\n" if token.hidden else "\n\n")
            case "heading_close" | "table_close" | "bullet_list_close" | "ordered_list_close":
                parts.append("\n\n")
    text = re.sub(r"(?<![ \t])[ \t]*(\| )?\n", "\n", "".join(parts))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _inline(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
    return "".join(parts)
