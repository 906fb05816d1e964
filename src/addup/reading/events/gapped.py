"""Clauses whose verb is said once: "beef rose 3 percent, [pork] 5 percent and lamb 1 percent"."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.actions import before_hedges
from addup.reading.parsed import tokens_from
from addup.records import Amount

_JOINING = frozenset({",", ";", "and", "but", "while"})
_OF_NOUN = frozenset({"DT", "HYPH", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$"})
_SIZED = frozenset({"measure", "money", "share"})
_LONGEST = 6  # tokens: ", and its sales abroad"


def gapped_noun(before: Amount, amount: Amount, anchor: Token) -> Token | None:
    """Give the noun that goes on alone from an amount before, with an amount of the same unit."""
    alike = amount.kind in _SIZED and (before.kind, before.unit, before.per) == (
        amount.kind,
        amount.unit,
        amount.per,
    )
    doc = anchor.doc
    start = grammar.span_of(doc, before.span.start, before.span.end).end
    first = before_hedges(grammar.span_of(doc, amount.span.start, amount.span.end)[0])
    between = tokens_from(doc, start, first.i)
    if not alike or not 1 < len(between) <= _LONGEST or between[0].lower_ not in _JOINING:
        return None
    phrase = [token for token in between if token.lower_ not in _JOINING]
    if len(between) - len(phrase) > len((",", "and")) or any(token.tag_ not in _OF_NOUN for token in phrase):
        return None
    noun = phrase[-1] if phrase else None
    return noun if noun is not None and noun == between[-1] and grammar.is_noun(noun) else None
