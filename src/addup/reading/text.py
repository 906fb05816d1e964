"""What is found once for a document: its text and words, and what several parts of reading ask for."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

_KEPT = "addup.text"
_WORDS = "addup.words"


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
    """Give the text of each token, put together once."""
    words: list[str] | None = doc.user_data.get(_WORDS)
    if words is None:
        words = doc.user_data[_WORDS] = [token.text for token in doc]
    return words


def kept(doc: Doc, name: str) -> dict[Any, Any]:
    """Give what is remembered of a document under a name: plain values, since tokens would keep it alive."""
    known: dict[Any, Any] = doc.user_data.setdefault(f"addup.{name}", {})
    return known
