"""Shares and numbers that are how far somebody leads or trails, or how an election came out."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.actions import before_hedges
from addup.reading.events.naming import bare_verb
from addup.reading.frames import words
from addup.reading.parsed import tokens_from
from addup.reading.text import text_of
from addup.records import Amount

_OTHERS = re.compile(r"(?: to |[-–])\d+(?:\.\d+)?(?:%| percent)")
_ONES = re.compile(r"\d(?:%| percent)?(?: to |[-–])\Z")
# "The vote was 52 to 48", "the vote then was 61-38"
_TALLY = re.compile(
    r"\b(?:count|tally|vote)(?: (?:by|for|in|of|on) [^,.;:()]{1,40})?(?: [a-z]+)? (?:is|was|were) "
    r"(?:[a-z]+ )?(?P<first>\d+(?: to |[-–]))?\Z",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"(?: to |[-–])\d+\b")
_BEFORE_AMOUNT = frozenset({"$", "CD", "DT", "JJ", "PRP$", "RB"})
_NEAR_TALLY = 90
_NEAR_LEAD = 7  # tokens before an amount in which a lead may stand: "a lead in the low single digits"


def is_led_by(holder: Token) -> bool:
    """Whether somebody is ahead by what is counted: "a lead of nearly 300 seats"."""
    first = before_hedges(holder.left_edge)
    if first.lower_ != "of":
        first = first.nbor(-1) if first.i > first.sent.start else first
    if first.lower_ != "of" or first.i <= first.sent.start:
        return False
    return first.nbor(-1).tag_ == "NN" and first.nbor(-1).lemma_.lower() in words("poll", "leads")


def of_vote(anchor: Token) -> str | None:
    """Give the event of a share that is a lead or support: "a 7-point lead", "ahead by 3", "38% support"."""
    behind = anchor.i + 1
    if behind < anchor.sent.end and anchor.doc[behind].lower_ in words("poll", "support"):
        return bare_verb(anchor.doc[behind])
    lead = lead_of(anchor)
    if lead is None or grammar.is_verb(lead):
        return None
    leads = lead.lower_ == "up" or lead.lemma_.lower() in words("poll", "leads") or _is_margin(lead)
    return "lead" if leads else "trail"


def lead_of(anchor: Token) -> Token | None:
    """Give the word for a lead that an amount is the size of: "a 7-point lead", "ahead by 3 points"."""
    noun = grammar.modified(anchor)
    start = max(anchor.sent.start, anchor.i - _NEAR_LEAD)
    if noun is not None and _is_margin(noun):
        return noun
    near = [noun] if noun is not None else [*tokens_from(anchor.doc, start, anchor.i)]
    known = words("poll", "leads") | words("poll", "trails")
    return next(
        (
            token
            for token in reversed(near)
            if (token.lemma_.lower() in known and not _is_above(token, anchor)) or _is_ahead(token)
        ),
        None,
    )


def of_tally(anchor: Token) -> str | None:
    """Give "vote" for one of the two numbers that a vote came out with: "the vote was [52] to 48"."""
    if anchor.tag_ != "CD":
        return None
    text, start = text_of(anchor.doc), anchor.idx
    before = _TALLY.search(text, max(anchor.sent.start_char, start - _NEAR_TALLY), start)
    if before is None:
        return None
    beside = before["first"] is not None or _AGAINST.match(text, start + len(anchor)) is not None
    return "vote" if beside else None


def is_side_of_result(amount: Amount, anchor: Token) -> bool:
    """Whether a share is one of two that an election was won or lost with: "carried the state 66% to 30%"."""
    text, start, end = text_of(anchor.doc), amount.span.start, amount.span.end
    if not (_OTHERS.match(text, end) or _ONES.search(text, max(0, start - 16), start)):
        return False
    verb = grammar.clause_head(anchor)
    won = verb is not None and verb.tag_ in {"VBD", "VBN"} and verb.lemma_ in words("poll", "winning")
    return won and amount.kind == "share"


def _is_margin(noun: Token) -> bool:
    """Whether a noun is how far somebody is ahead of another: "a 16-point margin over Orr"."""
    behind = noun.nbor() if noun.i + 1 < noun.sent.end else noun
    return noun.lemma_.lower() in {"gap", "margin"} and behind.lower_ in {"between", "over"}


def _comes_from(word: Token) -> bool:
    """Whether a word tells what an amount has moved from: "is [up] from 37 percent in May"."""
    return word.i + 1 < word.sent.end and word.nbor().lower_ == "from"


def _is_above(ahead: Token, anchor: Token) -> bool:
    """Whether an amount is what something else is above, or what a rival has.

    "Rose 3 percent, [ahead] of the 2 percent", "[ahead] of Orr, who got 16 percent".
    """
    verb = grammar.clause_head(anchor)
    if verb is not None and verb.dep_ == "acl:relcl" and ahead.i < verb.head.i < verb.i < anchor.i:
        return True
    between = ahead.doc[ahead.i + 1 : anchor.i]
    return between.text.startswith("of") and all(word.tag_ in _BEFORE_AMOUNT for word in between[1:])


def _is_ahead(word: Token) -> bool:
    """Whether a word says that somebody is ahead or behind: "Orr is [up] 9 points", "shows Orr [up] by 9"."""
    if word.lower_ not in {"up", "down"} or word.i == word.sent.start or _comes_from(word):
        return False
    before = word.nbor(-1)
    if before.lemma_ == "be" and before.i > word.sent.start:
        before = before.nbor(-1)
    if before.tag_ == "NNP" and before.nbor(-1 if before.i else 0).tag_ != "DT":
        return any(token.lemma_.lower() in words("poll", "nouns") for token in word.doc)
    named = before.ent_type_ == "PERSON" and not any(child.tag_ == "DT" for child in before.lefts)
    return named or before.lower_ in {"he", "she"}  # "the DAX was down" is of nobody
