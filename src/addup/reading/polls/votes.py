"""Votes: the two sides of one, how far it was won by, and shares of the votes cast."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events import is_side_of_result
from addup.reading.frames import words
from addup.reading.nouns.actors import is_name
from addup.reading.polls.asked import asked_in_sentence
from addup.reading.polls.mentions import bare, speaks_of
from addup.reading.text import has_any, text_of
from addup.records import Amount

_AGAINST = re.compile(r"(?:-| to |-to-)\d+\b")
_VOTED = re.compile(r" (?:in favou?r|opposed)\b")
_FOR = re.compile(r"\b\d+(?:-| to |-to-)$")
_OF_VOTE = re.compile(
    r"(?:(?:-| to |-to-)\d+)? (?:[a-z-]+ )?(?:decision|majority|opinion|ruling|split|tie|verdict|vote)s?\b"
)
_WON = re.compile(r"\bwon, $")


def is_tally(amount: Amount, anchor: Token) -> bool:
    """Whether a number is one side of a vote: "confirmed 92 to 3", "by a 6-3 vote"."""
    text, start, end = text_of(anchor.doc), amount.number.start, amount.number.end
    if _VOTED.match(text, end):
        return speaks_of(anchor, "elections")
    if not (_AGAINST.match(text, end) or _FOR.search(text, max(0, start - 16), start)):
        return False
    verb = grammar.clause_head(anchor)
    passed = verb is not None and verb.lemma_.lower() in words("poll", "passing")
    passed = passed or _is_vote(grammar.subject(anchor) or grammar.subject(anchor.head))
    top = anchor.head if anchor.dep_ == "nummod" else anchor
    passed = passed or (top.dep_ == "appos" and _is_vote(top.head))  # "the vote, 12-8, was close"
    return passed or bool(_OF_VOTE.match(text, end))


def _is_vote(subject: Token | None) -> bool:
    """Whether a vote is what a tally is told of: "the vote was 81 to 17"."""
    return subject is not None and subject.lemma_.lower() == "vote"


def is_won_by(amount: Amount, anchor: Token) -> bool:
    """Whether a share is how an election was won: "won the state by 8 points", "lost it 31% to 68%"."""
    if is_side_of_result(amount, anchor):
        return True
    if _WON.search(text_of(anchor.doc), max(0, amount.span.start - 6), amount.span.start):
        return speaks_of(anchor, "elections")
    verb = grammar.clause_head(anchor)
    past = verb is not None and verb.tag_ in {"VBD", "VBN"}
    won = past and verb is not None and verb.lemma_ in words("poll", "winning")
    beaten = past and verb is not None and verb.lemma_ in words("poll", "beating") and amount.unit == "pp"
    return (won or beaten) and text_of(anchor.doc)[max(0, amount.span.start - 3) : amount.span.start] == "by "


def is_result_of(anchor: Token) -> bool:
    """Whether a share is what somebody came out with who ran: "finished third with 2.7 percent"."""
    verb = grammar.clause_head(anchor) if grammar.preposition(anchor) in {"at", "with"} else None
    subject = grammar.subject(verb) if verb is not None else None
    if subject is None or not speaks_of(anchor, "elections"):
        return False
    return subject.ent_type_ == "PERSON" or subject.lemma_.lower() in words("poll", "running")


# "With 40 percent of precincts reporting", "with all of the ballots counted"
_VOTES_COUNTED = re.compile(
    r"\bprecincts\b"
    r"|\b(?:ballots|votes?) (?:(?:had been|having been|were|already) )?(?:counted|tallied|tabulated)\b"
)


def is_of_count(anchor: Token) -> bool:
    """Whether somebody has a share of the votes that a sentence tells to be counted."""
    if not has_any(text_of(anchor.doc), ("precinct", "ballot", "vote")):
        return False
    if _VOTES_COUNTED.search(anchor.sent.text) is None or grammar.modified(anchor) is not None:
        return False
    if any(bare(token) in words("poll", "nouns") for token in anchor.sent):
        return False
    verb = grammar.clause_head(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    return subject is not None and (is_name(subject) or subject.lower_ in {"he", "she"})


def is_of_votes_cast(anchor: Token) -> bool:
    """Whether somebody got a share of the votes: "in the caucus Moore received 49.8 percent"."""
    verb = grammar.clause_head(anchor)
    if verb is None or verb.tag_ not in {"VBD", "VBN"} or anchor.head != verb:
        return False
    if verb.lemma_ not in words("poll", "getting") | words("poll", "winning") or asked_in_sentence(anchor):
        return False
    said = {bare(token) for token in anchor.sent}
    return not said.isdisjoint(words("poll", "elections")) and said.isdisjoint(words("poll", "nouns"))
