"""The nouns of one document that an amount may be of: those that its times and amounts do not take up."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.amounts.index_levels import is_index
from addup.reading.frames import words
from addup.reading.nouns.actors import is_actor
from addup.reading.nouns.amounts import names_measure, through_container
from addup.records import Amount, Time

_INDEFINITE = frozenset(
    f"{some}{what}" for some in ("any", "every", "no", "some") for what in ("body", "one", "thing")
)
_HEDGED = 4  # tokens: "more than $ 4"


class Nouns:
    """The nouns of one document, with what its amounts and times take up.

    `inside` gives for each token of an amount the index of that amount.
    """

    def __init__(self, doc: Doc, amounts: Sequence[Amount], times: Sequence[Time]) -> None:
        self.doc = doc
        self.inside = {
            token.i: index
            for index, amount in enumerate(amounts)
            for token in grammar.span_of(doc, amount.span.start, amount.span.end)
        }
        self.timed = {
            token.i
            for time in times
            if time.type in {"DATE", "TIME"}
            for token in grammar.span_of(doc, time.span.start, time.span.end)
        }

    def is_time(self, token: Token) -> bool:
        """Whether a word is part of a time: "last year"."""
        return token.i in self.timed

    def is_thing(self, noun: Token) -> bool:
        """Whether a token can be what an amount measures: a noun, and no time, actor or other amount."""
        return (
            (grammar.is_noun(noun) or _is_net(noun) or (noun.tag_ == "VBG" and names_measure(noun)))
            and noun.i not in self.timed
            and noun.i not in self.inside
            and (not is_actor(noun) or names_measure(noun) or is_index(noun))
            and noun.lower_ not in _INDEFINITE
            and not _is_bare_total(noun)
            and not _is_without(noun)
        )


def _is_net(word: Token) -> bool:
    """Whether "net" stands alone for net income: "boosted [net] 16 percent", not "a net negative 6"."""
    behind = word.nbor() if word.lower_ == "net" and word.i + 1 < len(word.doc) else None
    return word.lower_ == "net" and (
        behind is None or behind.tag_ not in {"JJ", "NN", "NNS"} or not behind.is_alpha
    )


def _is_without(word: Token) -> bool:
    """Whether "net" only says what is taken off: "$40 million net of expenses", not "net of about $4"."""
    if word.lower_ != "net" or word.i + 2 >= len(word.doc) or word.nbor().lower_ != "of":
        return False
    behind = word.doc[word.i + 2 : word.i + 2 + _HEDGED]
    first = next(
        (token for token in behind if token.tag_ == "$" or token.like_num or grammar.is_noun(token)), None
    )
    return first is None or not (first.tag_ == "$" or first.like_num)


def _is_bare_total(noun: Token) -> bool:
    """Whether a noun stands for nothing but the amount behind it ("a total of $3 million")."""
    if noun.lower_ == "average" and (noun.i + 1 == len(noun.doc) or noun.nbor().lower_ != "of"):
        return False  # "the average was 5 degrees", "the industrial average"
    return noun.lemma_.lower() in words("container", "bare") and through_container(noun) == noun
