"""Shares beside those of the people asked: margins of error, leads and support, and how far prices moved."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.events import lead_of
from addup.reading.frames import words
from addup.reading.text import text_of
from addup.records import Amount

_MARGIN_OF_ERROR = re.compile(r"\b(?P<noun>margin) of (?:sampling )?error\b[^.;:()\n]{0,120}$", re.IGNORECASE)


_MARGIN_BEHIND = re.compile(
    r"[ -](?:(?:plus[ -]or[ -]minus|\+/-) )?(?P<noun>margin) of (?:sampling )?error\b", re.IGNORECASE
)
# "finished 3 points behind Moore", "won by five points over Moore"
_AHEAD = re.compile(r" (?:ahead|behind|clear of|over [A-Z])")
# "a net -6 points (37 percent to 43 percent)"
_NET_OF = re.compile(r"\bpoints? \((?:[\d.]+(?:%| percent)? ?(?:to|[-–]|versus|/) ?)?\Z")


def margin_of_error(doc: Doc, amount: Amount) -> Token | None:
    """Give the "margin" of error that a share is the size of."""
    said = _MARGIN_OF_ERROR.search(text_of(doc), max(0, amount.span.start - 150), amount.span.start)
    said = said or _MARGIN_BEHIND.match(text_of(doc), amount.span.end)
    return grammar.span_of(doc, *said.span("noun"))[0] if said else None


def is_lead_or_support(amount: Amount, anchor: Token) -> bool:
    """Whether a share is a lead, or support, in a poll: "a 7-point lead", "ahead by 3", "38% support"."""
    if lead_of(anchor) is not None or _is_apart(amount, anchor) or _is_net_of(amount, anchor):
        return True
    doc = anchor.doc
    behind = grammar.span_of(doc, amount.span.start, amount.span.end)[-1].i + 1
    return behind < anchor.sent.end and doc[behind].lower_ in words("poll", "support")


def is_outcome(amount: Amount, anchor: Token) -> bool:
    """Whether points say how far somebody won or lost, by votes: "her 22-point loss"."""
    noun = grammar.modified(anchor) if amount.unit == "pp" else None
    return noun is not None and noun.lemma_.lower() in words("poll", "outcomes")


def _is_apart(amount: Amount, anchor: Token) -> bool:
    """Whether points say how far apart two candidates are: "by a 35-point margin", "a three-point loss"."""
    if amount.unit == "pp" and _AHEAD.match(text_of(anchor.doc), amount.span.end):
        return True
    noun = grammar.modified(anchor) if amount.unit == "pp" else None
    return noun is not None and noun.lemma_.lower() in words("poll", "apart")


def _is_net_of(amount: Amount, anchor: Token) -> bool:
    """Whether a share is one of the two that a net rating is the difference of, in brackets behind it."""
    before = text_of(anchor.doc)[max(0, amount.span.start - 40) : amount.span.start]
    return amount.unit == "%" and _NET_OF.search(before) is not None


def is_moved(share: Token) -> bool:
    """Whether a share is how far a price or the like moved, which nobody answers: "shares fell 4%"."""
    verb = grammar.clause_head(share)
    if verb is None or grammar.preposition(share) not in {None, "by"} or share.lemma_.lower() == "point":
        return False
    ways = {
        verb.lemma_.lower(),
        *(child.lower_ for child in grammar.children(verb, "advmod") if verb.lemma_ == "be"),
    }
    moves = verb.lemma_.lower() in words("market", "verbs") and verb.tag_ not in {"JJ", "JJR"}
    if not moves and ways.isdisjoint(words("market", "ways")):
        return False
    subject = grammar.subject(verb)
    if subject is None or subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}:
        return False
    answered = words("poll", "measured") | words("poll", "support") | words("poll", "people")
    return subject.lower_ == "shares" or subject.lemma_.lower() not in answered
