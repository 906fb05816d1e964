"""Credits outside sentences: in brackets behind a paragraph, and beside a colon in a headline.

Newsletters and digests tell in each paragraph what another outlet had, and name it at the end: "Three were
held. [Jo Bell, Radio Kisumu]". Agencies name who says what a headline has: "40 killed in flood: ministry".
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from addup.reading.text import text_of, words_of

_HEADLINE = re.compile(r"\s*(?P<line>\S[^\n]{10,150}[^\n.?!])[ \t]*(?:\n|\Z)")
_FIRST = re.compile(r"(?P<who>[^\W\d][^:\n]{1,40}): +(?=\S+ )")
_LAST = re.compile(r"(?:: +| [-–—]{1,2} )(?P<who>[^\W\d][^:\n–—]{1,40})$")

_NOTED = re.compile(
    r"[(\[](?:[Ss]ources?|SOURCES?|[Dd]ata|[Ff]igures|[Ss]tatistics)(?::| from| by) ?"
    r"(?P<who>[^()\[\];:\n]{2,60})[;)\]]"
)
_NEXT_SENTENCE = re.compile(r"[.!?][\"”’]?\s+(?=[^\W\d_])(?![a-z])")
_SENTENCE_END = re.compile(r"[.?!][\"”’)]*(?:\s|$)")
_TOPIC = re.compile(r"\b(?:after|amid|as|at|before|during|in|on|over|under|with)\b")
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


def credit_noted(doc: Doc, index: int) -> Span | None:
    """Give whom a note in brackets names behind a sentence: "31 percent are empty (source: the ministry)"."""
    text, start = text_of(doc), doc[index].idx
    end = text.find("\n", start)
    noted = _NOTED.search(text, start, len(text) if end < 0 else end)
    if noted is None or _NEXT_SENTENCE.search(text, start, noted.start()):
        return None
    return doc.char_span(*noted.span("who"), alignment_mode="expand")


def credit_in_headline(doc: Doc, index: int) -> Span | None:
    """Give what may be who says what a headline tells: before a colon, or behind one or a dash at its end."""
    found = _HEADLINE.match(text_of(doc))
    place = doc[index].idx
    if found is None or place >= found.end("line"):
        return None
    start, line = found.start("line"), found["line"]
    if not found[0].endswith("\n") and _SENTENCE_END.search(line):
        return None  # a text of sentences, whose last has no stop
    who = _FIRST.match(line) or _LAST.search(line)
    if who is None or who.start() <= place - start < who.end():
        return None
    if _TOPIC.search(who["who"]):
        return None  # "Mayor under fire: four aides quit"
    return doc.char_span(start + who.start("who"), start + who.end("who"))
