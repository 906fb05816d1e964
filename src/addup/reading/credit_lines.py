"""Credits in brackets behind a paragraph: "Three people were held. [Jo Bell, Radio Kisumu]".

Newsletters and digests tell in each paragraph what another outlet had, and name it at the end.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

_LONGEST = 16  # tokens in the brackets
# What a paragraph ends with before the brackets, and what parts a credit from a note behind it ("| Paywall").
_CLOSING = frozenset({".", "!", "?", '"', "”", "“", "''"})
_PARTING = frozenset({"|", ";"})


def credit_behind(doc: Doc, index: int) -> Span | None:
    """Give the name in brackets that ends the paragraph of a token, None where no credit does."""
    end = index
    while end < len(doc) and "\n" not in doc[end].text:
        end += 1
    if end - 1 <= index or doc[end - 1].text != "]":
        return None
    start = next((i for i in range(end - 2, max(index, end - _LONGEST), -1) if doc[i].text == "["), None)
    if start is None or not doc[start + 1].text[:1].isupper():
        return None
    before = doc[start - 1] if not doc[start - 1].is_space else doc[start - 2]
    if before.text not in _CLOSING:
        return None
    last = next((i for i in range(start + 1, end - 1) if doc[i].text in _PARTING), end - 1)
    return doc[start + 1 : last]
