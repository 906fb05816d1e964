"""What happened to people of a toll, to lives, and to people who are only there."""

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
