"""A finished parse as plain lists, made once: spaCy makes tokens and spans anew each time that one is asked.

While a parse is mended there is none, since heads and labels still change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.tokens import Doc, Span, Token

from addup.reading.text import strings_of

_KEPT = "addup.parse"
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Parse:
    """What stands at each place of a document: token, label, place of the head, and those that hang there.

    `found` keeps what was found once for a word or for some characters, by what found it.
    """

    tokens: list[Token]
    relations: list[str]
    heads: list[int]
    children: list[list[int]]
    found: defaultdict[str, dict[Any, Any]] = field(default_factory=lambda: defaultdict(dict))


def keep_parse(doc: Doc) -> None:
    """Keep the finished parse of a document, and its sentences, until `let_go`."""
    doc.user_data[_KEPT] = made_parse(doc)
    keep_sentences(doc)


def keep_sentences(doc: Doc) -> None:
    """Let tokens and spans look their sentence up until `let_go`: spaCy makes a span for it each time."""
    sentences = [Span(doc, start, end) for start, end in sentence_bounds(doc)]
    sentence_of = [sentence for sentence in sentences for _ in range(sentence.start, sentence.end)]
    sentence_of += sentences[-1:]  # that of an empty span at the end
    doc.user_token_hooks["sent"] = lambda token: sentence_of[token.i]
    doc.user_span_hooks["sent"] = lambda span: sentence_of[span.start]


def made_parse(doc: Doc) -> Parse:
    """Give the parse of a document as it is now."""
    steps: Any = doc.to_array([HEAD]).astype(np.int64)
    heads: list[int] = (np.arange(len(doc)) + steps.reshape(-1)).tolist()
    children: list[list[int]] = [[] for _ in heads]
    for place, head in enumerate(heads):
        if head != place:
            children[head].append(place)
    return Parse(list(doc), strings_of(doc, DEP), heads, children)


def parse_of(doc: Doc) -> Parse | None:
    """Give the finished parse of a document; None while it is made."""
    found: Parse | None = doc.user_data.get(_KEPT)
    return found


def tokens_from(doc: Doc, start: int, end: int) -> list[Token]:
    """Give the tokens from one place up to another, as a list: a span of a few takes twenty times as long."""
    parse = parse_of(doc)
    return (
        [doc[place] for place in range(*slice(start, end).indices(len(doc)))]
        if parse is None
        else parse.tokens[start:end]
    )


def once(find: Callable[[Token], _Found]) -> Callable[[Token], _Found]:
    """Remember what a function finds for each word of a finished parse, until `let_go`."""

    @wraps(find)
    def found(token: Token) -> _Found:
        parse = parse_of(token.doc)
        if parse is None:
            return find(token)
        known = parse.found[find.__qualname__]
        place = token.i
        if place not in known:
            known[place] = find(token)
        answer: _Found = known[place]
        return answer

    return found


def let_go(doc: Doc) -> None:
    """Forget the tokens and sentences of a document that is read: they keep it alive."""
    doc.user_data.pop(_KEPT, None)
    doc.user_token_hooks.clear()
    doc.user_span_hooks.clear()


def sentence_bounds(doc: Doc) -> list[tuple[int, int]]:
    """Give the first token, and the one behind the last, of each sentence."""
    opens: Any = doc.to_array([SENT_START]) == 1
    starts = [0, *(np.flatnonzero(opens[1:]) + 1).tolist(), len(doc)]
    return list(pairwise(starts)) if len(doc) else []
