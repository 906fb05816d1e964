"""Shares that are how fast something goes, or a raise of pay."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting.subjects import Seen, Subject, as_before
from addup.reading.frames import measuring_verbs
from addup.reading.nouns.amounts import through_container
from addup.records import Amount

# "wants a 14 percent raise": without a noun that is one of pay
_RAISE = re.compile(r" (?:annual |yearly )?raises?\b(?! (?:in|of|to)\b)")
_RAISE_OF = re.compile(
    r"\b(?:raises?|(?:pay|salary|wages?) (?:hike|increase|rise)s?) of (?:about |at least |just |some )?\Z"
)
_PACE = re.compile(
    r"\b(?:at an? (?:[a-z]+ )?|(?:annual|annuali[sz]ed|monthly|yearly) )(?:rate|pace) of"
    r" (?:about |around |just )?$"
)
_AT_PACE = re.compile(
    r"\b(?:at|from|to|instead of|rather than) (?:only |just |about )?(?:an?|the|its)"
    r" (?:[a-z][a-z'’-]* ){0,4}$",
)
_PACE_BEHIND = re.compile(
    r"[ -](?:(?:annual|annuali[sz]ed|monthly|yearly) (?:clip|pace|rate)|clip|pace)\b(?! of)"
)
_UNIT = re.compile(r"\s?(?:%|per ?cent)")
_RATE_BEHIND = re.compile(r"[ -]rate\b(?! of)")
_AT_RATE = re.compile(r"\b(?:at|instead of|rather than) (?:only |just |about )?(?:an?|the) (?:[a-z]+ ){0,2}$")


def going_at_pace(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what moves at a pace that an amount is of: "prices rose at an annual rate of 2.9 percent"."""
    if amount.unit != "%" or not _is_at_pace(seen.text, amount):
        return None
    verb = grammar.clause_head(anchor)
    below = verb is not None and verb.dep_ == "acl" and verb.tag_ == "VBG"
    mover = verb.head if verb is not None and below else grammar.subject(verb) if verb is not None else None
    again = seen.earlier_in_sentence(anchor, kind="share")
    # "grew 0.1%, an annual rate of 0.3%"
    if again is not None and grammar.clause_head(again.anchor) in {verb, None}:
        return as_before(again, anchor)
    moves = verb is not None and verb.lemma_.lower() in measuring_verbs()
    if not moves or mover is None or not grammar.is_noun(mover):
        return None
    return seen.of(through_container(mover), anchor, holder=anchor)


def _is_at_pace(text: str, amount: Amount) -> bool:
    """Whether an amount is how fast something goes: "at an annual rate of 2%", "from a weak 1% pace"."""
    start, end = amount.span.start, amount.number.end
    unit = _UNIT.match(text, end)
    end = unit.end() if unit is not None else end
    if _RATE_BEHIND.match(text, end) and _AT_RATE.search(text, max(0, start - 60), start):
        return True
    if _PACE.search(text, max(0, start - 40), start):
        return True
    return bool(_PACE_BEHIND.match(text, end) and _AT_PACE.search(text, max(0, start - 60), start))


def is_raise(seen: Seen, amount: Amount) -> bool:
    """Whether a share is that of a raise, which is one of pay where no noun says of what."""
    if _RAISE.match(seen.text, amount.span.end):
        return True
    return bool(_RAISE_OF.search(seen.text, max(0, amount.span.start - 40), amount.span.start))
