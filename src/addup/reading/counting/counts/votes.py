"""Votes, seats and what else is won in elections, where only their number is said."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar, polls
from addup.reading.amounts.tallies import tally_before
from addup.reading.counting.subjects import Seen, Subject, as_before, unsaid
from addup.reading.counting.unsaid import SHARE_OF_STOCK, VOTE
from addup.reading.frames import members_of, words
from addup.records import Amount

_LEADING = frozenset({"lead", "trail"})
_LED_IN = frozenset({"delegate", "seat"})
_SPOKEN_OF = 60  # tokens over which a race stays the one spoken of
_MAJORITY_OF = re.compile(r"\bmajority of \Z", re.IGNORECASE)


def of_ballot(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give votes for a tally ("a 4-4 ruling"), seats for a majority ("a majority of 161").

    "The delegate count is Bell 384, Orr 300": what is counted stands before the names.
    """
    if polls.is_tally(amount, anchor):
        return Subject(VOTE, anchor, anchor)
    tally = tally_before(seen.text, anchor.sent.start_char, amount.span.start)
    if tally is not None and tally["what"] and tally["verb"]:
        return unsaid(tally["what"], anchor)
    majority = _MAJORITY_OF.search(seen.text, max(0, amount.span.start - 14), amount.span.start)
    return unsaid("seat", anchor) if majority is not None else None


def won_in_election(seen: Seen, anchor: Token) -> Subject | None:
    """Give what is won in an election where only the number is said: "the Greens got 20", of seats before."""
    verb = grammar.clause_head(anchor)
    if verb is None or not polls.speaks_of(anchor, "elections"):
        return None
    if verb.lemma_ in _LEADING or (verb.lemma_ == "have" and grammar.direct_object(verb) == anchor):
        return _led_in(anchor)
    if verb.lemma_ not in words("poll", "getting") | words("poll", "winning"):
        return None
    if grammar.direct_object(verb) != anchor:
        return None
    for earlier, subject in seen.latest():
        named = earlier.kind == "count" and subject.noun is not None
        if named and subject.counted.head in words("poll", "gotten"):
            return as_before(subject, anchor)
    return None


def _led_in(anchor: Token) -> Subject | None:
    """Give what was spoken of that somebody leads in: "the delegate chase: Bell leads 458 to 359"."""
    before = reversed(anchor.doc[max(0, anchor.sent.start - _SPOKEN_OF) : anchor.i])
    led = next((word for word in before if word.lower_.removesuffix("s") in _LED_IN), None)
    return unsaid(led.lower_.removesuffix("s"), anchor) if led is not None else None


def of_stock_or_voters(seen: Seen, verb: Token, anchor: Token) -> Subject | None:
    """Give what a verb tells a bare number of: "the Senate voted 80 to 19", "Orel Mills fell 5 to 286"."""
    subject = grammar.subject(verb)
    if subject is None or subject.i in seen.nouns.inside:
        return None  # "a day after millions voted"
    votes = verb.lemma_ in words("poll", "voting")
    members = members_of(subject.lemma_.lower()) if votes else None
    if members is not None:
        return unsaid(members, anchor)
    if verb.lemma_ == "vote" and grammar.is_passive(verb):
        return Subject(VOTE, anchor, anchor)  # "was voted down 40 to 30"
    if verb.lemma_ == "vote":
        return seen.of(subject, anchor, holder=anchor) if grammar.is_noun(subject) else None
    moves = verb.lemma_.lower() in words("market", "verbs") and anchor.i > verb.i
    moves = moves and grammar.preposition(anchor) != "with"  # "lost 31 seats and ended with 88"
    return Subject(SHARE_OF_STOCK, anchor, anchor) if moves and subject.ent_type_ == "ORGANIZATION" else None
