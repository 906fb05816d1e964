"""What happened to those whose number is told: "the number of men killed rose to 4", "put the dead at 9"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import measuring_verbs, words

_CAME_TO = frozenset({None, "at", "from", "past", "to"})
# What stands before the number that somebody gives: "put the toll at 38", "the number was put to 12".
_GIVEN_AT = frozenset({"at", "to"})
_MOVED = frozenset({"from", "to"})
_NUMBERS = frozenset({"count", "number", "tally", "total"})


def number_done(anchor: Token) -> Token | None:
    """Give what was done to those whose number is an amount: "the number [killed] by the sea exceeds 40"."""
    verb = _verb_of(anchor)
    number = _subject_come_to(verb, anchor) if verb is not None else None
    done = grammar.children(number, "acl") if number is not None and number.lower_ == "number" else ()
    return next((child for child in done if child.lemma_.lower() in words("people", "verbs")), None)


def done_to_number(anchor: Token) -> Token | None:
    """Give what happened to those whose number came to an amount, is put at it or brought to it.

    What is said of a number that was wrong says that it is taken back: "[lowered] the number of dead to 98".

    "The number of hostages [freed] stands at 77", "put the number of [wounded] at 40", "brings to 11 the
    number of troops [killed]". A verb that only says how many they are says less than one that tells of them.
    """
    verb, number = _verb_of(anchor), number_told(anchor)
    if verb is None or number is None or verb.lemma_.lower() in _taking_back():
        return None
    if number.lemma_.lower() in words("poll", "support"):
        # "Puts the mayor's [approval] at 40 percent"
        return number if number == grammar.direct_object(verb) else None
    idle = verb == anchor or verb.lemma_.lower() not in words("change", "up") | words("change", "down")
    return _done_to(number, idle=idle) or state_of_number(number) or _counted_themselves(number)


@cache
def _taking_back() -> frozenset[str]:
    """Give the verbs of what is done to a number that was wrong: "lowered it from 41 to 37"."""
    moved = words("change", "transitive") | words("event", "setting_right")
    return moved - words("event", "bringing") - {"boost", "add"}


def number_told(anchor: Token) -> Token | None:
    """Give the noun whose number an amount is, by the verb between them: "put the [number] of dead at 40"."""
    verb = _verb_of(anchor)
    if verb is None:
        return None
    leading, lemma = _leading(anchor), verb.lemma_.lower()
    given = lemma in words("aspect", "estimating") and (leading in _GIVEN_AT or verb == anchor)
    if given or (lemma in words("event", "bringing") | _taking_back() and leading in _MOVED):
        return grammar.subject(verb) if grammar.is_passive(verb) else grammar.direct_object(verb)
    return _subject_come_to(verb, anchor)


def _verb_of(anchor: Token) -> Token | None:
    """Give the verb or predicate of an amount, which may be part of it: "exceeds 40", "estimated at 40"."""
    return anchor if grammar.is_verb(anchor) else grammar.predicate(anchor)


def _leading(anchor: Token) -> str | None:
    """Give the preposition of an amount, also where a parser joins it to the next: "[from] 40 to 12"."""
    before = anchor.nbor(-1).lower_ if anchor.i > anchor.sent.start else None
    return before if before in _MOVED else grammar.preposition(anchor)


def _subject_come_to(verb: Token, anchor: Token) -> Token | None:
    """Give what a verb says has come to an amount, or is of it."""
    number = grammar.subject(verb)
    of_it = verb == anchor or verb.lemma_.lower() in measuring_verbs() or grammar.is_verb(anchor)
    return number if of_it and grammar.preposition(anchor) in _CAME_TO else None


def state_of_number(number: Token) -> Token | None:
    """Give how those are whose number is told and whom no noun names: "the number of confirmed [dead]"."""
    if number.lower_ in words("people", "adjectives"):
        return number  # "put the [dead] at 48"
    of = grammar.complement(number, "of") if number.lemma_.lower() in _NUMBERS else None
    return of if of is not None and of.lower_ in words("people", "adjectives") else None


def _done_to(number: Token, *, idle: bool) -> Token | None:
    """Give what a number says was done: "of people [killed]", and "of homes [lost]" beside an idle verb.

    Where the number rises or falls that tells more than what most nouns are known by: "the number of people
    employed fell".
    """
    if number.lemma_.lower() not in _NUMBERS:
        return None
    of = grammar.complement(number, "of")
    below: list[Token] = [] if of is None else grammar.children(of, "acl", "acl:relcl", "nmod")
    for child in [*below, *grammar.children(number, "acl", "acl:relcl", "nmod")]:
        if child.lemma_.lower() == "need" and grammar.preposition(child) == "in" and idle:
            return child
        told = child.dep_ != "nmod" and grammar.is_verb(child) and child.tag_ not in {"VB", "VBG"}
        if told and (child.lemma_.lower() in words("people", "verbs") or (idle and _tells_more(child))):
            return child
    return None


def _tells_more(done: Token) -> bool:
    return done.lemma_.lower() not in words("event", "idle") | words("report", "verbs")


def _counted_themselves(number: Token) -> Token | None:
    """Give what happened that is counted itself: "the number of [arrests]"."""
    of = grammar.complement(number, "of")
    return of if of is not None and of.lemma_.lower() in words("event", "counted") else None
