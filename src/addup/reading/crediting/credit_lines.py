"""Credits outside sentences: in brackets behind a paragraph, by labels, and beside a colon in a headline.

Newsletters and digests tell in each paragraph what another outlet had, and name it at the end: "Three were
held. [Jo Bell, Radio Kisumu]". Agencies name who says what a headline has: "40 killed in flood: ministry".
Transcripts put who speaks before a colon, in capitals: "BELL: We lost 40 men."
"""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc, Span

from addup.reading.text import kept, text_of, words_of

_HEADLINE = re.compile(r"\s*(?P<line>\S[^\n]{10,150}[^\n.?!])[ \t]*\n")
_FIRST = re.compile(r"(?P<who>[^\W\d][^:\n]{1,40}): +(?=\S+ )")
_LAST = re.compile(r"(?:: +| [-–—]{1,2} )(?P<who>[^\W\d][^:\n–—]{1,40})$")

_LABEL = re.compile(
    r"^[ \t]*[\"“]?(?P<who>(?:[A-Z][A-Z.'’-]*\ ){0,3}(?P<last>[A-Z][A-Z'’-]+)):[ \t]+(?=\S)", re.MULTILINE
)

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


def speaker_before(doc: Doc, index: int) -> Span | None:
    """Give the label that names who speaks a token in a transcript, as the BELL of "BELL: We lost 40".

    What follows is that person's up to the next label; behind the last one, its paragraph alone is.
    """
    known: dict[str, list[re.Match[str]]] = kept(doc, "labels")
    if "found" not in known:
        known["found"] = _labels(text_of(doc))
    labels, place = known["found"], doc[index].idx
    label = next((label for label in reversed(labels) if label.end() <= place), None)
    if label is None or (label == labels[-1] and "\n" in text_of(doc)[label.end() : place].strip()):
        return None
    return doc.char_span(*label.span("who"))


def _labels(text: str) -> list[re.Match[str]]:
    """Find the labels of those who speak: each speaks again, or is named in full: "Ann Bell"."""
    found = list(_LABEL.finditer(text))
    often = Counter(label["last"] for label in found)
    return [
        label
        for label in found
        if often[label["last"]] > 1 or re.search(rf"\b[A-Z][a-z]+ {label['last'].title()}\b", text)
    ]


def credit_in_headline(doc: Doc, index: int) -> Span | None:
    """Give what may be who says what a headline tells: before a colon, or behind one or a dash at its end."""
    found = _HEADLINE.match(text_of(doc))
    place = doc[index].idx
    if found is None or place >= found.end("line"):
        return None
    start, line = found.start("line"), found["line"]
    who = _FIRST.match(line) or _LAST.search(line)
    if who is None or who.start() <= place - start < who.end():
        return None
    return doc.char_span(start + who.start("who"), start + who.end("who"))
