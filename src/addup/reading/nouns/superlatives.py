"""What is the highest, lowest or best, and for how long."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import measuring_verbs, words
from addup.reading.nouns.document import Nouns
from addup.reading.nouns.people import is_person
from addup.reading.nouns.phrases import head_of_phrase
from addup.reading.parsed import tokens_from
from addup.records import Amount

_NEAR_SUPERLATIVE = 7  # tokens from a superlative to how long it held


def best_in(nouns: Nouns, anchor: Token) -> Token | None:
    """Give what is the best, least or most in so long: "the smallest profit in 17 years"."""
    if grammar.preposition(anchor) not in {"in", "since"}:
        return None
    first = anchor.left_edge.i
    for token in reversed(tokens_from(nouns.doc, max(anchor.sent.start, first - _NEAR_SUPERLATIVE), first)):
        hedge = token.i > anchor.sent.start and token.nbor(-1).lower_ == "at"  # "at least"
        if (token.tag_ in {"JJS", "RBS"} and not hedge) or token.lower_ == "first":
            return head_of_phrase(nouns, token.i + 1)
        if token.tag_ in grammar.FINITE_OR_MODAL:
            break
    return None


def extreme_behind(nouns: Nouns, amount: Amount) -> Token | None:
    """Give the adjective that stands as a noun behind a period ("a five-year low")."""
    behind = grammar.span_of(nouns.doc, amount.span.start, amount.span.end)[-1].i + 1
    if behind < len(nouns.doc) and nouns.doc[behind].lower_ in words("period", "extremes"):
        return nouns.doc[behind]
    return None


def most_of(anchor: Token) -> Token | None:
    """Give what is the most of so many of its kind: "the fire is the largest of 26"."""
    of = anchor.sent.doc[max(anchor.sent.start, anchor.left_edge.i - 2) : anchor.left_edge.i + 1]
    best = next((token for token in of if token.tag_ == "JJS" and grammar.children(token, "cop")), None)
    kind = grammar.subject(best) if best is not None else None
    of_it = best is not None and best.i + 1 < len(best.doc) and best.nbor().lower_ == "of"
    return kind if of_it and kind is not None and grammar.is_noun(kind) and not is_person(kind) else None


def moved_to_extreme(anchor: Token) -> Token | None:
    """Give what moved to its lowest or highest level, or by an average: "cut the rate to a low of 1.75%"."""
    extreme = anchor.head
    if grammar.preposition(anchor) != "of" or extreme.lower_ not in words("period", "extremes") | {"average"}:
        return None
    verb = grammar.clause_head(extreme)
    if verb is None:
        return None
    moved = grammar.direct_object(verb) if verb.lemma_.lower() in words("change", "transitive") else None
    if moved is None and verb.lemma_.lower() in measuring_verbs():
        moved = grammar.subject(verb)
    somebody = moved is None or not grammar.is_noun(moved) or is_person(moved)
    return None if somebody or moved == extreme else moved
