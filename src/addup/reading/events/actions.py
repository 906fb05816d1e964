"""The noun of an action that is done to what is counted: "the sale of two ships"."""

from __future__ import annotations

from spacy.attrs import LOWER
from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.naming import singular
from addup.reading.events.reach import NOMINAL, PHRASE
from addup.reading.frames import words
from addup.reading.parsed import tokens_from
from addup.reading.text import strings_of

_AS_MANY = (["as", "few", "as"], ["as", "many", "as"], ["as", "much", "as"])
_LONG = 3  # tokens of "as many as"
_DEEPEST = 3  # nouns from what an action is done to up to the action: "a gift of 500 pounds of medicine"


def action_on(holder: Token) -> Token | None:
    """Give the noun of an action done to the holder: "the sale of two ships", "orders for nine jets"."""
    if holder.dep_ == "conj" and holder.head.i < holder.i:
        return None if grammar.children(holder, "acl:relcl") else action_on(holder.head)
    first = before_hedges(holder.left_edge)
    before = tokens_from(first.doc, max(first.sent.start, first.i - 2), first.i + 1)
    leads = words("event", "of_actions") | {"on"}
    if first.lower_ not in leads:  # the preposition mostly hangs on what is behind it
        before.pop()
    if holder.tag_ == "$" or len(before) < PHRASE or before[-1].lower_ not in leads:
        return None
    action = _before_date(before[-2])
    if before[-1].lower_ == "on":
        return action if action.lemma_.lower() in words("event", "on_actions") else None
    if before[-1].lower_ == "from" and action.lemma_.lower() not in words("poll", "support"):
        return None
    if before[-1].lower_ == "to" and action.lemma_.lower() in words("poll", "nouns"):
        return None  # "from 44 in the last poll to 40"
    return action if is_action(action) else None


def speech_to(holder: Token) -> Token | None:
    """Give the noun of what is said to so many, or with them: "a [speech] to 300", "[talks] with 300"."""
    first = before_hedges(holder.left_edge)
    if first.lower_ not in {"to", "with"} or first.i <= first.sent.start:
        return None
    speech = first.nbor(-1)
    kinds = words("event", "speeches" if first.lower_ == "to" else "talks")
    return speech if speech.lemma_.lower() in kinds else None


def is_action(noun: Token) -> bool:
    """Whether a noun tells what is done to something; lemmatisers leave some plurals ("layoffs")."""
    return bool({noun.lemma_.lower(), singular(noun)} & words("event", "actions"))


def _before_date(word: Token) -> Token:
    """Go from a day back to the action before it: "the [sale] on May 7 of two ships"."""
    first = word
    while first.i > word.sent.start and (first.tag_ in {"CD", "NNP"} or first.text == "."):
        first = first.nbor(-1)
    dated = first != word and first.lower_ in {"in", "on"} and first.i > word.sent.start
    return first.nbor(-1) if dated else word


def before_hedges(first: Token) -> Token:
    """Go from a number back over what hedges it: "the support of [nearly] four in 10", "of [up to] 40"."""
    start, of_actions = first.sent.start, words("event", "of_actions")
    while first.i > start and first.nbor(-1).tag_ == "RB" and first.lower_ not in of_actions:
        first = first.nbor(-1)
    if first.i > start + _LONG and strings_of(first.doc, LOWER)[first.i - _LONG : first.i] in _AS_MANY:
        first = first.nbor(-_LONG)
    if first.i > start + 1 and first.lower_ == "to" and first.nbor(-1).lower_ == "up":
        return first.nbor(-1)
    if first.i > start + 1 and first.nbor(-1).lower_ == "to" and first.nbor(-2).lower_ == "up":
        return first.nbor(-2)
    return first


def action_above(noun: Token) -> Token | None:
    """Give the noun of an action that a noun hangs below by "of": "a gift of 500 pounds of [medicine]"."""
    for _ in range(_DEEPEST):
        if noun.dep_ not in NOMINAL or grammar.preposition(noun) != "of" or noun.head.i > noun.i:
            return None
        noun = noun.head
        if is_action(noun):
            return noun
    return None
