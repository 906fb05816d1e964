"""What is found once for a document: its text and words, and what several parts of reading ask for."""

from __future__ import annotations

from typing import Any

from spacy.attrs import ORTH
from spacy.tokens import Doc

_KEPT = "addup.text"


def text_of(doc: Doc) -> str:
    """Give the text of a document, put together once."""
    text: str | None = doc.user_data.get(_KEPT)
    if text is None:
        text = doc.user_data[_KEPT] = doc.text
    return text


def keep_text(doc: Doc, text: str) -> None:
    """Keep the text that a document was made from."""
    doc.user_data[_KEPT] = text


def words_of(doc: Doc) -> list[str]:
    """Give the text of each token."""
    return strings_of(doc, ORTH)


def strings_of(doc: Doc, attribute: int) -> list[str]:
    """Give an attribute of each token (LOWER, TAG, ...), looked up once; what a parse sets, only behind it.

    Going through a list takes a tenth of the time that asking the tokens takes.
    """
    known: dict[int, list[str]] = kept(doc, "strings")
    if attribute not in known:
        known[attribute] = strings_now(doc, attribute)
    return known[attribute]


def strings_now(doc: Doc, attribute: int) -> list[str]:
    """Give an attribute of each token as it is now, where it may still change."""
    codes: list[int] = doc.to_array([attribute]).tolist()
    strings = {code: doc.vocab.strings[code] for code in set(codes)}
    return [strings[code] for code in codes]


def kept(doc: Doc, name: str) -> dict[Any, Any]:
    """Give what is remembered of a document under a name: plain values, since tokens would keep it alive."""
    known: dict[Any, Any] = doc.user_data.setdefault(f"addup.{name}", {})
    return known
