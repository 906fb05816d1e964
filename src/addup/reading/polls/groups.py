"""Shares of those asked, or of a group among them: "nurses (40%)", "32 percent among nurses"."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.frames import measuring_verbs, words
from addup.reading.nouns.actors import is_actor
from addup.reading.nouns.people import is_person
from addup.reading.polls.asked import PHRASE, is_asked, opening_group
from addup.reading.polls.mentions import speaks_of
from addup.reading.text import text_of
from addup.records import Amount

_GIVEN_BY = re.compile(r"\b(?:approval|backing|support) (?:from|among) $", re.IGNORECASE)
# "85 percent support among nurses" is an answer, whether or not a poll is named
_GIVEN_BEHIND = re.compile(r"(?: ?%| per ?cent) (?:approval|backing|support) (?:among|from)\b", re.IGNORECASE)


def is_of_poll(anchor: Token) -> bool:
    """Whether a share is of those asked: somebody has it, and the text speaks of a poll."""
    subject = _has_it(anchor)
    if subject is None:
        return False
    somebody = is_person(subject) or is_actor(subject) or subject.lemma_.lower() in words("poll", "nouns")
    return somebody and speaks_of(anchor, "nouns")


def _has_it(anchor: Token) -> Token | None:
    """Give who has a share: "both get 16 percent", "everyone else is at 2 percent"."""
    verb = anchor if grammar.children(anchor, "nsubj") else grammar.clause_head(anchor)
    return grammar.subject(verb) if verb is not None else None


def is_of_group(anchor: Token) -> bool:
    """Whether a share is of a group that opens the sentence, or of those asked: "is third with 24%"."""
    if not speaks_of(anchor, "nouns"):
        return False
    if opening_group(anchor.sent) is not None:
        return True
    return grammar.preposition(anchor) in {"with", "at"} and is_of_poll(anchor)


def is_told_of(whole: Token, anchor: Token) -> bool:
    """Whether a share of those asked says or does something: "54 percent of the crew said"."""
    acts = (
        anchor.dep_ == "nsubj" and grammar.is_verb(anchor.head) and anchor.head.lemma_ not in {"be", "have"}
    )
    return acts and grammar.is_plural(whole) and speaks_of(anchor, "nouns")


def is_from_those_asked(amount: Amount, anchor: Token) -> bool:
    """Whether a share is of those who give support: "has backing from 33 percent"."""
    given = _GIVEN_BY.search(text_of(anchor.doc), max(0, amount.span.start - 16), amount.span.start)
    return given is not None and speaks_of(anchor, "nouns")


def group_beside(amount: Amount, anchor: Token) -> Token | None:
    """Give the group beside a share of a poll: "nurses (40%)", "nurses favored Orr, 40% to 30%"."""
    text, start = text_of(anchor.doc), amount.span.start
    if not (speaks_of(anchor, "nouns") or _GIVEN_BEHIND.match(text, amount.number.end)):
        return None
    if text[max(0, start - 2) : start] == " (":
        return _group_before(anchor.doc, start - 2)
    verb = grammar.clause_head(anchor)
    among = _among(anchor, verb)
    if among is not None:
        return among
    if verb is None or verb.i > anchor.i or verb.lemma_.lower() in _of_rivals() or grammar.is_passive(verb):
        return None
    group = next(iter(grammar.children(verb, "nsubj")), None)
    if group is None or not grammar.is_plural(group):
        return None
    prefers = verb.lemma_.lower() in words("poll", "preferring")
    return group if prefers or _is_group(group) else None


def _among(anchor: Token, verb: Token | None) -> Token | None:
    """Give those among whom somebody has a share: "32 percent among nurses", "led among nurses by 4"."""
    above = {anchor, anchor.head, verb, _has_it(anchor)}  # "her lead among nurses is 4 points"
    groups = [
        token.head
        for token in anchor.sent
        if token.lower_ == "among" and grammar.is_plural(token.head) and token.head.head in above
    ]
    groups = [group.nbor(-1) if group.lemma_ == "age" else group for group in groups]
    groups = [group for group in groups if group.lemma_.lower() not in words("poll", "running")]
    behind = [group for group in groups if group.i > anchor.i and group.head == anchor]
    return next(iter(behind), None) or (groups[-1] if groups else None)


@cache
def _of_rivals() -> frozenset[str]:
    """Verbs whose subject runs for something, or is measured, and gives no answer."""
    rows = ("getting", "winning", "beating", "leads", "trails", "showing")
    return measuring_verbs().union(*(words("poll", row) for row in rows))


def _group_before(doc: Doc, end: int) -> Token | None:
    """Give the group whose phrase ends at a character: "women", "the sailors surveyed"."""
    last = grammar.span_of(doc, end - 1, end)[-1]
    for token in reversed(doc[max(last.sent.start, last.i - PHRASE) : last.i + 1]):
        if _is_group(token):
            return token
        if token.tag_ in grammar.FINITE_OR_MODAL or token.is_punct:
            return None
    return None


def _is_group(noun: Token) -> bool:
    """Whether a plural stands for people who may be asked."""
    if not grammar.is_plural(noun) or noun.lemma_.lower() in words("poll", "nouns"):
        return False
    return noun.tag_ == "NNPS" or is_asked(noun) or is_person(noun)
