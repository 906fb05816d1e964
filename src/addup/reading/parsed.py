"""A finished parse as plain lists and words, made once: spaCy makes tokens and strings at each asking.

While a parse is mended there is none, since heads and labels still change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from itertools import pairwise, repeat
from typing import Any, TypeVar, overload

import numpy as np
from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, ORTH, SENT_START, SPACY, TAG
from spacy.tokens import Doc, Span, Token

from addup.reading.text import strings_of

_Found = TypeVar("_Found")


class Word(Token):
    """A token of a finished parse that has at hand what spaCy makes anew each time that it is asked."""

    __slots__ = ("children", "dep_", "ent_type_", "head", "lemma_", "lower_", "sent", "tag_", "text")

    children: Sequence[Word]  # type: ignore[assignment]
    lower_: str
    sent: Span
    text: str


@dataclass(frozen=True, slots=True)
class Parse:
    """What stands at each place of a document: token, place of the head, and places of what hangs there.

    `found` keeps what was found once for a word or for some characters, by what found it.
    """

    tokens: list[Token]
    heads: list[int]
    children: list[list[int]]
    found: defaultdict[str, dict[Any, Any]] = field(default_factory=lambda: defaultdict(dict))


class Text(Doc):
    """A document whose tokens are words from `keep_parse` until `let_go`, also those of its spans."""

    parse: Parse | None = None
    words: list[Token] | None = None  # those of the parse

    @classmethod
    def of(cls, doc: Doc) -> Text:
        """Take the tokens of a document that is not parsed."""
        columns: Any = doc.to_array([ORTH, SPACY])
        return cls(doc.vocab, words=columns[:, 0].tolist(), spaces=(columns[:, 1] == 1).tolist())

    @overload
    def __getitem__(self, i: int) -> Token: ...

    @overload
    def __getitem__(self, i: slice) -> Span: ...

    def __getitem__(self, i: int | slice) -> Token | Span:
        """Give the word in a place, or a span."""
        words = self.words
        return words[i] if words is not None and type(i) is int else Doc.__getitem__(self, i)


def keep_parse(doc: Text) -> None:
    """Keep the finished parse of a document, and its words and sentences, until `let_go`."""
    sentences = keep_sentences(doc)
    words = list(map(Word, repeat(doc.vocab), repeat(doc), range(len(doc))))
    parse = _parse(doc, [*words])
    written = (strings_of(doc, attribute) for attribute in (DEP, TAG, ENT_TYPE, LEMMA, LOWER, ORTH))
    known = zip(words, parse.heads, parse.children, sentences, *written, strict=True)
    for word, head, hanging, sentence, relation, tag, label, lemma, lower, text in known:
        word.head, word.sent = words[head], sentence
        word.children = [words[child] for child in hanging] if hanging else ()
        word.dep_, word.tag_, word.ent_type_ = relation, tag, label
        word.lemma_, word.lower_, word.text = lemma, lower, text
    doc.parse, doc.words = parse, parse.tokens


def keep_sentences(doc: Doc) -> list[Span]:
    """Let tokens and spans look their sentence up until `let_go`: spaCy makes a span for it each time.

    Gives the sentence of each token.
    """
    sentences = [Span(doc, start, end) for start, end in sentence_bounds(doc)]
    sentence_of = [sentence for sentence in sentences for _ in range(sentence.start, sentence.end)]
    by_place = [*sentence_of, *sentences[-1:]]  # that of an empty span at the end
    doc.user_token_hooks["sent"] = lambda token: by_place[token.i]
    doc.user_span_hooks["sent"] = lambda span: by_place[span.start]
    return sentence_of


def made_parse(doc: Doc) -> Parse:
    """Give the parse of a document as it is now."""
    return _parse(doc, list(doc))


def _parse(doc: Doc, tokens: list[Token]) -> Parse:
    steps: Any = doc.to_array([HEAD]).astype(np.int64)
    heads: list[int] = (np.arange(len(doc)) + steps.reshape(-1)).tolist()
    children: list[list[int]] = [[] for _ in heads]
    for place, head in enumerate(heads):
        if head != place:
            children[head].append(place)
    return Parse(tokens, heads, children)


def parse_of(doc: Doc) -> Parse | None:
    """Give the finished parse of a document; None while it is made."""
    found: Parse | None = getattr(doc, "parse", None)
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
    name = find.__qualname__

    @wraps(find)
    def found(token: Token) -> _Found:
        parse = parse_of(token.doc)
        if parse is None:
            return find(token)
        known = parse.found[name]
        place = token.i
        if place not in known:
            known[place] = find(token)
        answer: _Found = known[place]
        return answer

    return found


def let_go(doc: Doc) -> None:
    """Forget the words and sentences of a document that is read: they keep it alive."""
    if isinstance(doc, Text) and doc.parse is not None:
        for word in doc.parse.tokens:
            del word.head, word.children
        doc.parse = doc.words = None
    doc.user_token_hooks.clear()
    doc.user_span_hooks.clear()


def sentence_bounds(doc: Doc) -> list[tuple[int, int]]:
    """Give the first token, and the one behind the last, of each sentence."""
    opens: Any = doc.to_array([SENT_START]) == 1
    starts = [0, *(np.flatnonzero(opens[1:]) + 1).tolist(), len(doc)]
    return list(pairwise(starts)) if len(doc) else []
