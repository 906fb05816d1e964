"""What happened to people whose number is told: a toll, lives, "the number of injured"."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import measuring_verbs, verb_of, words

_CAME_TO = frozenset({None, "at", "from", "past", "to"})


def is_of_toll(verb: Token, anchor: Token) -> bool:
    """Whether an amount is how many a toll came to: "the death toll rose to 40", "the toll stood at 12"."""
    estimated = verb.lemma_.lower() in words("aspect", "estimating")
    brought = estimated or verb.lemma_.lower() in words("event", "bringing")
    toll = grammar.direct_object(verb) if brought else grammar.subject(verb)
    if toll is None or grammar.preposition(anchor) not in _CAME_TO or grammar.clause_head(anchor) != verb:
        return False
    if anchor.i < verb.i:
        return False  # "the toll from a 7.1-magnitude quake has passed 2,300"
    of = grammar.complement(toll, "of")
    dead = toll.lemma_.lower() == "toll" or (of is not None and of.lemma_.lower() in {"death", "fatality"})
    return dead and (brought or verb.lemma_.lower() in measuring_verbs())


def number_done(anchor: Token) -> Token | None:
    """Give what was done to those whose number is an amount: "the number [killed] by the sea exceeds 40"."""
    verb = anchor if grammar.is_verb(anchor) else grammar.clause_head(anchor)  # "exceeds 40" is one amount
    number = _number_come_to(verb, anchor) if verb is not None else None
    done = grammar.children(number, "acl") if number is not None else ()
    return next((child for child in done if child.lemma_.lower() in words("people", "verbs")), None)


def _number_come_to(verb: Token, anchor: Token) -> Token | None:
    """Give the "number" that a verb says has come to an amount."""
    number = grammar.subject(verb)
    told = number is not None and number.lemma_.lower() == "number"
    return number if told and grammar.preposition(anchor) in _CAME_TO else None


def state_stood_at(verb: Token, anchor: Token) -> Token | None:
    """Give what happened to those whose number came to an amount: "the number of [injured] stands at 40".

    So do "the number of people [killed] rose to 40" and "the number of [arrests] rose to 40".
    """
    number = _number_come_to(verb, anchor)
    if number is None or verb.lemma_.lower() not in measuring_verbs() or grammar.clause_head(anchor) != verb:
        return None
    return _done_to_number(number)


def state_numbered(verb: Token) -> Token | None:
    """Give what happened to those whom a verb says the number of: "put the number of [wounded] at 40".

    Or by whom they are liked: "puts the mayor's [approval] at 40 percent".
    """
    number = grammar.direct_object(verb)
    if number is not None and number.lemma_.lower() in words("poll", "support"):
        return number
    return _done_to_number(number) if number is not None else None


def _done_to_number(number: Token) -> Token | None:
    """Give what a number says was done: "of people [killed]", "of [wounded]", "of [arrests]"."""
    of = grammar.complement(number, "of")
    if of is None:
        return None
    done = next((child for child in grammar.children(of, "acl") if child.tag_ == "VBN"), None)
    if done is not None and done.lemma_.lower() in words("people", "verbs"):
        return done
    counted = of.lemma_.lower() in words("event", "counted")
    return of if counted or of.lower_ in words("people", "adjectives") else None


def hurt_before(holder: Token) -> str | None:
    """Give what happened to people who are only there: "there were 40 [injured] people"."""
    states = (child.lower_ for child in grammar.children(holder, "amod"))
    return next((verb_of(state) for state in states if state in words("people", "adjectives")), None)


def is_of_lives(verb: Token, holder: Token) -> bool:
    """Whether a verb and its "lives" together mean death: "claimed the lives of 144 people"."""
    target = grammar.direct_object(verb)
    if target is None or target.lower_ not in {"life", "lives"}:
        return False
    return verb.lemma_.lower() in words("lives", "kill") | words("lives", "die")
