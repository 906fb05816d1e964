"""What a verb of report or a poll tells, and clauses right behind what they are about."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.reach import PHRASE
from addup.reading.frames import words
from addup.reading.parsed import tokens_from

_NEAR_SUBJECT = 5  # tokens of a subject, and from it to its verb
_OBLIQUE = frozenset({"obl", "obl:unmarked"})
SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj"})


def is_guess(word: Token) -> bool:
    """Whether a word is of expecting or planning: "forecast"."""
    return word.lower_ in words("stance", "expected_verbs")


def what_is_told(verb: Token, holder: Token) -> Token | None:
    """Go from a verb of report to what it tells, where the figure is of that: "will rise, Orr said, from 20".

    So is one that goes on behind it: "40 were held in Selm, Orr said, and 12 in Orrin". What is said "by 58
    percent" is said by so many; what they have who say it is not told.
    """
    if verb.lemma_.lower() in words("poll", "showing"):
        return _shown(verb, holder)
    if verb.lemma_.lower() not in words("report", "verbs"):
        return verb
    if _describes_teller(holder, verb):
        return None
    below = holder
    while below.head not in {verb, below}:
        below = below.head
    if grammar.preposition(below) == "by":
        return verb
    if verb.dep_ == "parataxis" and below.i < verb.i < verb.head.i and grammar.is_verb(verb.head):
        return verb.head  # "two months ago, Orr said, they [left]"
    told = next((child for child in grammar.children(verb, "ccomp") if grammar.is_verb(child)), None)
    goes_on = told is not None and told.i < verb.i < below.i and bool(grammar.children(below, "cc"))
    return told if told is not None and (goes_on or below.dep_ in _OBLIQUE) else verb


def _shown(verb: Token, holder: Token) -> Token:
    """Go from what a poll shows to what it shows of somebody: "shows Orr [leading], 46 to 44"."""
    seen = grammar.direct_object(verb)
    poll = grammar.subject(verb)
    if seen is None or poll is None or poll.lemma_.lower() not in words("poll", "nouns"):
        return verb
    below = [*grammar.children(seen, "acl"), *grammar.children(verb, "xcomp", "ccomp")]
    return next((child for child in below if grammar.is_verb(child) and child.i < holder.i), verb)


def _describes_teller(holder: Token, verb: Token) -> bool:
    """Whether a figure only says what somebody has who tells something: "Orel, with 40 mills, said that"."""
    below = holder
    while below.head not in {verb, below} and grammar.preposition(below) != "with":
        below = below.head
    return verb.tag_ in grammar.FINITE and holder.i < verb.i and grammar.preposition(below) == "with"


def told_behind(holder: Token) -> Token | None:
    """Give the verb right behind what it is about, without a pronoun: "the 90 carts [Orr sold]".

    So does a participle: "the 90 [needed] to win", "the 90 [expected] by the bank".
    """
    doc, end = holder.doc, holder.sent.end
    start = end_of_rate(holder)
    if start >= end or doc[start].is_punct or doc[start].lower_ == "compared":
        return None  # "treated 870 patients, 19 of whom died"
    first = doc[start]
    by_agent = doc[start : min(end, start + PHRASE)].text.endswith(" by") and is_guess(first)
    numbered = holder.tag_ in {"CD", "$"} and holder.dep_ not in SUBJECT
    before_noun = start + 1 < end and doc[start + 1].tag_ in {"NN", "NNS"}  # "by 40 [pledged] seats"
    if by_agent or (first.tag_ == "VBN" and numbered and not before_noun):
        return first
    if first.lower_ in {"that", "which"} and start + 1 < end:
        first = first.nbor()
    known = any(child.lower_ == "the" for child in holder.lefts)
    subject = first.lower_ == "who" and holder.dep_ in SUBJECT and not known  # "40 who worked there [died]"
    return _clause_from(first, holder) if first.tag_ != "IN" and not subject else None


def _clause_from(first: Token, holder: Token) -> Token | None:
    """Give the verb of a clause whose subject begins at a token, if it lacks the object that stands before.

    What the holder stands below has it for an adverbial instead ("in 90 days they sold").
    """
    end = holder.sent.end
    near = tokens_from(first.doc, first.i, min(end, first.i + _NEAR_SUBJECT))
    subject = next((token for token in near if token.left_edge == first and _is_subject(token)), None)
    if subject is None:
        return None
    behind = tokens_from(first.doc, subject.i + 1, min(end, subject.i + _NEAR_SUBJECT))
    helping = {"aux", "aux:pass", "cop"}
    verb = next((token for token in behind if grammar.is_verb(token) and token.dep_ not in helping), None)
    if verb is not None and verb.dep_ == "acl" and grammar.is_verb(subject.head) and subject.head.i > verb.i:
        verb = subject.head  # "analysts polled by Orel [expected]"
    if verb is None or verb in holder.ancestors or grammar.children(verb, "obj", "ccomp"):
        return None
    return None if any(mark.tag_ != "WDT" for mark in grammar.children(verb, "mark")) else verb


def what_lacks(clause: Token) -> Token:
    """Go from who told it to what a clause behind a noun says of it: "40 mills that Orr says they [need]"."""
    subject = grammar.subject(clause) if clause.dep_ == "acl:relcl" else None
    if subject is None or subject == clause.head or subject.i > clause.i:
        return clause
    told = next((child for child in clause.rights if child.dep_ == "ccomp"), None)
    if told is None or not grammar.is_verb(told) or grammar.children(told, "mark"):
        return clause
    whole = any(child.i > told.i for child in grammar.children(told, "obj"))
    placed = any(word.tag_ == "WRB" for word in clause.subtree)  # "towns where Orr says they live"
    return clause if whole or placed else told


def _is_subject(token: Token) -> bool:
    return token.dep_ in SUBJECT or (token.dep_ == "dep" and token.tag_.startswith(("NN", "PRP")))


def end_of_rate(holder: Token) -> int:
    """Give the index behind a noun, or behind an amount and what it is per: "the $2 [a share] that"."""
    index = holder.i + 1
    if holder.tag_ not in {"CD", "$"}:
        return index
    doc, end = holder.doc, holder.sent.end
    while index < end and doc[index].tag_ == "CD":
        index += 1
    if index + 1 < end and doc[index].lower_ in {"a", "per"}:
        index += 2
    return index
