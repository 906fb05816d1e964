"""How near a time is to a figure, in its sentence."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting import Subject
from addup.reading.days.dated import head_of
from addup.reading.text import text_of
from addup.records import Amount, Time

_LEADS = re.compile(
    r" so far |(?: points?)? (?:since|in|on|over|during) (?:the )?"
    r"| of (?:them|whom|those) (?:(?:in|on) (?:the )?)?"
)
# What leads to the time of what is joined behind: "by 46 points, and in 2008 by 31".
_OF_WHAT_IS_JOINED = re.compile(r",? (?:and|but) (?:in|on|during) (?:the )?$")
# What stands between a measure and its period, and how many words may stand between a period and its measure.
_OF_NOUN = re.compile(r"(?: (?:for|in|of|during|on))?(?: (?:the|its|this|that))? ?")
_IN_PHRASE = 5


def distance(amount: Amount, subject: Subject, time: Time) -> tuple[int, int, int]:
    """Clauses between the amount and the time, then characters between them.

    Before all stands a quarter that says which result is told ("[first-quarter] profit of $4 on Tuesday"),
    then a time right behind the amount or in the phrase of what it counts ("two attacks in Kenya Friday"),
    behind all one that belongs to another noun ("Sunday's service").
    """
    anchor = subject.anchor
    gap = (
        time.span.start - amount.span.end
        if time.span.start >= amount.span.end
        else amount.span.start - time.span.end
    )
    between = text_of(anchor.doc)[amount.span.end : time.span.start]
    directly_behind = 0 <= time.span.start - amount.span.end <= 2 or _LEADS.fullmatch(between) is not None
    head = head_of(anchor.doc, time)
    noun = grammar.modified(anchor)
    steps = path(anchor, head)
    inside = (noun or anchor) in head.ancestors and not any(
        grammar.is_verb(step) and step.dep_ != "acl" and not _says_which(step, noun or anchor)
        for step in steps
    )
    clauses = sum(1 for token in steps if grammar.is_clause(token))
    owned = head.dep_ == "nmod:poss" and noun != head.head
    if owned and _tells_of(head.head, anchor):
        owned, gap = False, 0
    owned = owned or _OF_WHAT_IS_JOINED.search(between) is not None
    inside = inside or is_of_noun(subject, time)
    if inside and _is_quarter_of(subject, time, amount):
        return -1, clauses, gap
    return (0 if directly_behind or inside else 2 if owned else 1, clauses, gap)


def _is_quarter_of(subject: Subject, time: Time, amount: Amount) -> bool:
    """Whether a quarter stands before the noun of a figure, and no other amount between noun and figure."""
    noun = subject.noun
    if noun is None or "Q" not in (time.value or "") or not time.span.end <= noun.idx < amount.span.start:
        return False
    return not any(map(str.isdigit, text_of(noun.doc)[noun.idx : amount.span.start]))


def _says_which(clause: Token, noun: Token) -> bool:
    """Whether a clause only says which ones are counted: "the four states that voted on Saturday"."""
    return clause.dep_ == "acl:relcl" and clause.head == noun and not grammar.is_set_off(clause)


def _tells_of(event: Token, anchor: Token) -> bool:
    """Whether a figure is in a clause on what happened: "Tuesday's raid, which killed 14"."""
    clause = grammar.clause_head(anchor)
    return clause is not None and clause.dep_ in {"acl", "acl:relcl"} and clause.head == event


def is_of_noun(subject: Subject, time: Time) -> bool:
    """Whether a time says which one of its kind is measured: "the 1990 forecast", "profit for the year"."""
    noun = subject.noun
    if noun is None or time.type == "SET" or _is_borrowed(noun, subject.anchor):
        return False
    text = text_of(noun.doc)
    if time.span.start >= noun.idx + len(noun):
        return _OF_NOUN.fullmatch(text, noun.idx + len(noun), time.span.start) is not None
    if time.span.end > noun.idx:
        return False
    words_between = grammar.span_of(noun.doc, time.span.end, noun.idx + len(noun))
    return len(words_between) <= _IN_PHRASE and all(
        token.tag_.startswith(("NN", "JJ", "VBN", "POS", "HYPH")) for token in words_between
    )


def _is_borrowed(noun: Token, anchor: Token) -> bool:
    """Whether a noun only stands for another of an earlier clause: "sold 40 in May, and will sell 20"."""
    clause, own = grammar.clause_head(noun), grammar.clause_head(anchor)
    return noun.i < anchor.i and own is not None and own.dep_ == "conj" and own.head == clause


def path(one: Token, other: Token) -> list[Token]:
    """Give the tokens from two tokens up to the one that they both hang on, itself left out."""
    above_one = [one, *one.ancestors]
    above_other = [other, *other.ancestors]
    shared = next((token for token in above_one if token in above_other), None)
    if shared is None:
        return [*above_one, *above_other]
    return above_one[: above_one.index(shared)] + above_other[: above_other.index(shared)]
