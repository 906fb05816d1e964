"""The text of a document, which spaCy puts together from its tokens at every asking."""

from __future__ import annotations

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
