"""What a stake is in, and what somebody owns a share of."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar, polls
from addup.reading.counting.subjects import Seen, Subject
from addup.reading.counting.unsaid import MARKET, STOCK
from addup.reading.frames import words
from addup.reading.nouns.actors import is_name
from addup.reading.nouns.behind import complement_right_behind, noun_behind
from addup.reading.nouns.verbs import thing_as_subject
from addup.records import Amount

_OWNED = re.compile(r"-(?:controlled|held|owned)\b", re.IGNORECASE)


def of_noun_or_stake(seen: Seen, noun: Token, amount: Amount, anchor: Token) -> Subject:
    """Give the noun, or for a stake what it is a share of: "a stake of 5% in the firm", else of stock."""
    held = (
        grammar.complement(noun, "in", "of") if noun.lemma_.lower() in words("container", "holders") else None
    )
    if amount.kind != "share" or amount.unit_text is None or not is_stake(noun):
        owned = amount.kind == "share" and held is not None
        return seen.of(held, anchor, holder=noun) if held is not None and owned else seen.of(noun, anchor)
    if any(part.lower_ == "market" for part in grammar.children(noun, "compound")):
        return Subject(MARKET, noun, anchor, noun)  # "a 50% market share"
    whole = grammar.complement(noun, "in", "of") or complement_right_behind(seen.nouns, noun, "in", "of")
    whole = whole if whole is None or whole.i not in seen.nouns.inside else None
    whole = whole or noun_behind(seen.nouns, amount, preposition="in", any_tag=True) or _name_before(noun)
    if whole is not None:
        found = seen.of(whole, anchor)
        seen.stake = found.counted
        return found
    shares = _shares_restated(seen, amount)
    if shares is not None:
        return Subject(shares.counted, noun, anchor)
    otherwise = MARKET if noun.lemma_.lower() == "share" else STOCK
    return Subject(seen.stake or otherwise, noun, anchor, noun)


_RESTATED = re.compile(r",? (?:or|equal to) (?:(?:an?|about|just|nearly|some|the) )*")


def _shares_restated(seen: Seen, amount: Amount) -> Subject | None:
    """Give the shares that are said again as a stake: "owns 40,000 common [shares], or a 5% stake"."""
    noun = seen.subjects[-1].noun if seen.subjects else None
    if noun is None or seen.amounts[-1].kind != "count" or noun.lemma_.lower() != "share":
        return None
    again = _RESTATED.fullmatch(seen.text, noun.idx + len(noun), amount.span.start)
    return seen.subjects[-1] if again is not None else None


def is_stake(noun: Token) -> bool:
    """Whether a noun is a part that somebody has: a stake, a share of a market; not shares of stock."""
    lemma = noun.lemma_.lower()
    if lemma == "interest" and _is_of_loan(noun):
        return False
    return lemma in words("container", "stakes") and (noun.tag_ != "NNS" or lemma != "share")


def _is_of_loan(interest: Token) -> bool:
    """Whether interest is what a loan costs, not a part of a firm: "carry interest of 7 percent"."""
    if grammar.complement(interest, "in") is not None:
        return False
    if grammar.complement(interest, "on") is not None:
        return True
    verb = grammar.clause_head(interest)
    return verb is not None and verb.lemma_.lower() in words("lending", "verbs")


def _name_before(noun: Token) -> Token | None:
    """Give the name that stands before a noun as its first part: "the Orel stake"."""
    names = [child for child in grammar.children(noun, "compound") if child.text[:1].isupper()]
    return names[-1] if names else None


def what_is_owned(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what somebody has a share of: "a firm that is 92%-owned", "the mill is owned 51% by"."""
    verb = _owning_beside(anchor) or grammar.clause_head(anchor)
    if _OWNED.match(seen.text, amount.span.end):
        said_of = anchor.head if anchor.dep_ == "acl" else None
        owned = said_of or grammar.modified(anchor) or thing_as_subject(seen.nouns, anchor)
    elif verb is None or verb.lemma_.lower() not in words("given", "owned") or verb.tag_ != "VBN":
        return None
    else:
        active = grammar.auxiliaries(verb) & {"had", "has", "have", "having"}
        owned = anchor.head if verb.head == anchor else _of_passive(verb) if not active else None
    return seen.of(owned, anchor, holder=anchor) if owned is not None and grammar.is_noun(owned) else None


def _of_passive(verb: Token) -> Token | None:
    """Give what a passive is said of, or a participle says more of: "the mill, 60 percent [owned] by"."""
    return verb.head if verb.dep_ == "acl" else grammar.subject(verb)


def _owning_beside(anchor: Token) -> Token | None:
    """Give what is said of a share set beside a firm: "Orel Air, 34 percent [owned] by the state"."""
    said = grammar.children(anchor, "acl") if anchor.dep_ == "appos" and is_name(anchor.head) else []
    return next((verb for verb in said if verb.lemma_.lower() in words("given", "owned")), None)


def owned_stock(seen: Seen, anchor: Token) -> Subject | None:
    """Give stock, or what the last stake was in, for a share that somebody owns: "who own 31 percent"."""
    verb = grammar.clause_head(anchor)
    if verb is None or grammar.direct_object(verb) != anchor or polls.speaks_of(anchor, "nouns"):
        return None
    lemma, who = verb.lemma_, grammar.subject(verb)
    owner = who is not None and who.lemma_.lower() in words("container", "holders") | words("given", "owners")
    kept = lemma in words("given", "keeping") and (owner or seen.stake is not None)
    if not (kept or lemma in {"hold", "own"}):
        return None
    return Subject(seen.stake or STOCK, anchor, anchor)
