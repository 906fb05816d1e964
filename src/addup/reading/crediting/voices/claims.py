"""Reports by a noun with a clause: "the claim by the rebels that 40 had died", "the mayor's boast that".

What is claimed begins where the noun and whoever is named for it end, by their places in the sentence:
parsers often hang such a clause on the name before it, and its object on the verb that follows it.
"""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.crediting.documents import is_agent
from addup.reading.crediting.voices.conditions import can_tell, is_body
from addup.reading.crediting.voices.spans import below
from addup.reading.crediting.voices.voice import Voice
from addup.reading.crediting.words import words
from addup.reading.nouns.people import is_person

_FROM = frozenset({"by", "from"})
_BEFORE_NUMBER = frozenset({"IN", "JJR", "JJS", "RB", "RBR", "$", "DT"})
_HELPING = ("aux", "aux:pass", "cop")


def of_claim(noun: Token) -> Voice | None:
    """Give what somebody is told to claim by a noun, None where it names nobody or has no clause."""
    agent = _named_behind(noun)
    source = agent or _owner(noun)
    first = _clause_behind(noun.doc[(agent or noun).i])
    if source is None or first is None:
        return None
    return Voice(source, noun, told_from(noun, first))


def _named_behind(noun: Token) -> Token | None:
    """Give who is named right behind a noun for it: "claims by [rebels]", "the view of most [experts]"."""
    case = noun.doc[noun.i + 1 : noun.i + 2]
    agent = case[0].head if case.text and case[0].dep_ == "case" else None
    if agent is None or agent.head not in {noun, noun.head} or agent.i < noun.i:
        return None
    if case.text in _FROM:
        return agent if can_tell(agent) or is_agent(agent) else None
    is_view = case.text == "of" and noun.lemma_.lower() in words("noun", "views")
    return agent if is_view and can_tell(agent) else None


def _owner(noun: Token) -> Token | None:
    """Give whose a claim is: "the [rebels]' claim", "the [police] claim"."""
    owned = grammar.children(noun, "nmod:poss")
    if owned:
        return owned[0] if owned[0].lemma_.lower() not in words("noun", "times") else None
    beside = (child for child in grammar.children(noun, "compound") if child.i == noun.i - 1)
    return next((child for child in beside if is_body(child) or is_person(child)), None)


def _clause_behind(last: Token) -> Token | None:
    """Give the word that opens what is claimed, right behind a token or behind its "is"."""
    behind = list(last.doc[last.i + 1 : last.sent.end])
    if behind and behind[0].lemma_ == "be" and grammar.is_verb(behind[0]):
        behind = behind[1:]
    if len(behind) < 2:
        return None
    first, second = behind[:2]
    if first.lower_ == "to":
        return first if second.lower_ in {"be", "have"} else None
    if first.lower_ != "that" or second.tag_ in grammar.FINITE_OR_MODAL:
        return None
    return first if first.dep_ == "mark" or _opens_with_number(behind[1:]) else None


def _opens_with_number(tokens: list[Token]) -> bool:
    first = next((token for token in tokens if token.tag_ not in _BEFORE_NUMBER), None)
    return first is not None and grammar.is_number(first)


def told_from(noun: Token, first: Token) -> frozenset[int]:
    """Give what a noun tells from a word on: up to the verb that follows, else all that hangs there."""
    verb = noun.head
    if noun.dep_ in grammar.SUBJECTS and verb.i > first.i and first.head != verb:
        helping = [child.i for child in grammar.children(verb, *_HELPING) if child.i > first.i]
        return frozenset(range(first.i, min((verb.i, *helping))))
    clause = first.head
    while clause.head.i > first.i and clause.head not in {clause, verb}:
        clause = clause.head
    return frozenset(place for place in below(clause) if place >= first.i)
