"""Places that open a sentence, which the parser takes for a part of the subject behind them."""

from __future__ import annotations

from spacy.tokens import Span, Token

from addup.reading.grammar import FINITE, NAME_TAGS, SUBJECTS
from addup.reading.mending.roots import put_over_subject

_PREPOSITIONS = frozenset({"at", "in", "near"})
_SHORTEST = 4  # tokens: "In Norway sales rose"


def part_place(sentence: Span) -> None:
    """Part a place from the subject behind it, which has no preposition: "In Norway sales rose"."""
    opens = sentence[0]
    if opens.lower_ not in _PREPOSITIONS or len(sentence) < _SHORTEST:
        return
    place = _name_behind(opens)
    subject = place.head if place is not None else None
    if place is None or subject is None or place.dep_ != "compound" or subject.tag_ not in {"NN", "NNS"}:
        return
    verb = _verb_of(subject, opens)
    if verb is None:
        return
    if verb.dep_ == "acl":
        verb.tag_ = "VBD"
        put_over_subject(verb, subject)
    subject.dep_ = "nsubj" if subject.dep_ == "obl" else subject.dep_
    place.head, place.dep_ = verb, "obl"
    opens.head, opens.dep_ = place, "case"
    for child in list(subject.lefts):
        if child.i < place.i and child != opens:
            child.head = place


def _name_behind(opens: Token) -> Token | None:
    """Give the last word of the name right behind a preposition."""
    last = None
    for token in opens.doc[opens.i + 1 : opens.sent.end]:
        if token.tag_ not in NAME_TAGS:
            break
        last = token
    return last


def _verb_of(subject: Token, opens: Token) -> Token | None:
    """Give the verb of a noun that cannot be both its subject and behind a preposition."""
    if subject.dep_ in SUBJECTS:
        return subject.head if opens.head in {subject, subject.head} else None
    verb = subject.head
    if subject.dep_ == "obl" and verb.tag_ in FINITE and verb.i == subject.i + 1:
        own = any(child.dep_ in SUBJECTS for child in verb.children)
        return None if own or opens.head != subject else verb
    if subject.dep_ != "ROOT" or opens.head != subject:
        return None
    return next(
        (
            child
            for child in subject.rights
            if child.dep_ == "acl" and child.tag_ in {"VBD", "VBN"} and child.i == subject.i + 1
        ),
        None,
    )
