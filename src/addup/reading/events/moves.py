"""Where something is said to have moved to by no verb: up, down or off."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.reach import PHRASE
from addup.reading.frames import changing_verbs

_BEFORE_NUMBER = frozenset({"$", "CD", "RB"})  # an amount and what hedges it


def moved_to(predicate: Token) -> str | None:
    """Give where a predicate of place and no verb says that something has moved to: "are [up] 2 cents"."""
    be = next((child for child in grammar.children(predicate, "cop") if child.lemma_ == "be"), None)
    if be is None:
        return None
    return moved_behind(be, predicate)


def at_level(anchor: Token) -> str | None:
    """Give where something is said to have moved by and to: "was [down] 25 cents to $30", "3124.5, [off] 12".

    Of an index in a list the sign before the comma is its level, and no verb says that it closed there.
    """
    clause = anchor.head
    be = grammar.children(clause, "cop") if clause.lower_ in {"up", "down", "off"} else []
    if be and anchor.i > clause.i and clause.i - be[0].i <= PHRASE:
        return f"be {clause.lower_}"
    doc, start, index = anchor.doc, anchor.sent.start, anchor.i - 1
    while index > start and grammar.is_number(doc[index]):
        index -= 1
    if index < start + PHRASE or doc[index].lower_ not in {"up", "down", "off"}:
        return None
    level = doc[index - 1].text == ","
    verb = grammar.clause_head(anchor)
    told = verb is not None and verb.lemma_.lower() in changing_verbs()
    return f"be {doc[index].lower_}" if level and not told else None


def moved_beside(anchor: Token) -> str | None:
    """Give where something beside a clause has moved to: "with revenue [up] nearly 36 percent"."""
    start, index = anchor.sent.start, anchor.i - 1
    moved = {"up", "down", "off"}
    while (
        index > start and anchor.doc[index].lower_ not in moved and anchor.doc[index].tag_ in _BEFORE_NUMBER
    ):
        index -= 1
    if index <= start or anchor.doc[index].lower_ not in moved:
        return None
    return anchor.doc[index].lower_ if grammar.is_noun(anchor.doc[index - 1]) else None


def moved_behind(be: Token, amount: Token) -> str | None:
    """Give "up", "down" or "off" between a form of "be" and an amount."""
    between = be.doc[be.i + 1 : amount.i]
    return next((token.lower_ for token in between if token.lower_ in {"up", "down", "off"}), None)
