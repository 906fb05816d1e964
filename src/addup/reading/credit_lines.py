"""Credits in brackets behind a paragraph: "Three people were held. [Jo Bell, Radio Kisumu]".

Newsletters and digests tell in each paragraph what another outlet had, and name it at the end.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from addup.reading.text import words_of

_LONGEST = 16  # tokens in the brackets
# What a paragraph ends with before the brackets, and what parts a credit from a note behind it ("| Paywall").
_CLOSING = frozenset({".", "!", "?", '"', "”", "“", "''"})
_PARTING = frozenset({"|", ";"})


def credit_behind(doc: Doc, index: int) -> Span | None:
    """Give the name in brackets that ends the paragraph of a token, None where no credit does."""
    words = words_of(doc)
    end = next((i for i in range(index, len(words)) if "\n" in words[i]), len(words))
    if end - 1 <= index or words[end - 1] != "]":
        return None
    start = next((i for i in range(end - 2, max(index, end - _LONGEST), -1) if words[i] == "["), None)
    if start is None or not words[start + 1][:1].isupper():
        return None
    before = words[start - 1] if not words[start - 1].isspace() else words[start - 2]
    if before not in _CLOSING:
        return None
    last = next((i for i in range(start + 1, end - 1) if words[i] in _PARTING), end - 1)
    return doc[start + 1 : last]
