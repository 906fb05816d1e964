"""What has a price or a value: a share of a firm, all that is bought, the thing that is worth so much."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting.subjects import Seen, Subject
from addup.reading.counting.unsaid import SHARE_OF_STOCK
from addup.reading.frames import words
from addup.reading.nouns.actors import is_body
from addup.reading.nouns.amounts import through_container
from addup.reading.nouns.people import is_person
from addup.reading.nouns.phrases import head_of_phrase_at
from addup.reading.nouns.said_of import noun_complement, worth_before
from addup.reading.nouns.verbs import thing_as_subject
from addup.records import Amount

_EACH = re.compile(r"(?:\s?\([^()]{1,20}\)|\))? each for ")
_IN_ALL = re.compile(
    r"(?: in (?:cash|stock)(?: and (?:cash|notes|stock))?)?,?"
    r" (?:or|for a total(?: of)?|a total(?: of)?) (?:(?:a total(?: of)?|about|almost|nearly|roughly|some) )*"
)


def of_priced(seen: Seen, amount: Amount, anchor: Token, found: Subject) -> Subject | None:
    """Give what has the price or value that money was found to be: "a [mill] with a value of $3 million"."""
    noun = found.noun
    if noun is None:
        return None
    goods = _in_measure(noun, amount)
    if goods is not None:
        return seen.of(goods, anchor, holder=anchor)
    if amount.per == "share" and _is_beside_price(noun, anchor):
        return Subject(SHARE_OF_STOCK, found.holder, anchor)
    valued = _what_is_valued(seen, noun) if amount.change is None else None
    return seen.of(valued, anchor, holder=found.holder) if valued is not None else None


def _in_measure(noun: Token, amount: Amount) -> Token | None:
    """Give the goods of which one measure costs so much: "a barrel of [crude] rose $2"."""
    if amount.per in {None, "share"} or noun.lemma_.lower() != amount.per:
        return None
    return grammar.complement(noun, "of")


def _is_beside_price(noun: Token, anchor: Token) -> bool:
    """Whether an amount is right beside a price: "a [price] of $8 a share", "the $8-a-share [price]"."""
    return noun.lower_ == "price" and (anchor.head == noun or grammar.modified(anchor) == noun)


def _what_is_valued(seen: Seen, noun: Token) -> Token | None:
    """Give what has a value, or is sold "at a price": "a [mill] with a value of $3 million"."""
    verb = grammar.clause_head(noun)
    if noun.lower_ == "price" and grammar.preposition(noun) == "at" and verb is not None:
        sold = grammar.subject(verb) if grammar.is_passive(verb) else grammar.direct_object(verb)
        return sold if sold is not None and seen.nouns.is_thing(sold) else None
    if noun.lower_ != "value":
        return None
    owned = noun_complement(seen.nouns, noun, "of") or _before_with(noun)
    if owned is None and verb is not None and grammar.preposition(noun) == "at" and grammar.is_passive(verb):
        owned = grammar.subject(verb)
    if owned is None and verb is not None and verb.lemma_ in {"give", "have"}:
        given = [thing for thing in grammar.children(verb, "iobj", "obj") if thing.i < noun.i]
        owned = given[0] if verb.lemma_ == "give" and given else grammar.subject(verb)
    thing = owned is not None and grammar.is_noun(owned) and seen.nouns.is_thing(owned) and not is_body(owned)
    return through_container(owned) if owned is not None and thing else None


def _before_with(noun: Token) -> Token | None:
    """Give what has something "with" which it stands: "[stock] with a face value of $3 million"."""
    first = noun.left_edge
    if grammar.preposition(noun) != "with" or first.i == first.sent.start:
        return None
    return first.nbor(-1) if grammar.is_noun(first.nbor(-1)) else noun.head


def is_means(noun: Token) -> bool:
    """Whether a noun only says in what is paid: "bought the mill for $3 million in cash"."""
    before = noun.nbor(-1).lower_ if noun.i else ""
    return noun.lower_ in {"cash", "shares", "stock"} and before == "in"


def is_share_price(seen: Seen, amount: Amount, anchor: Token) -> bool:
    """Whether an amount a share is what a share is bought for: "offering the shares at $15 a share"."""
    said_at = seen.text.endswith((" at ", " for "), 0, amount.span.start)
    if not (said_at or grammar.preposition(anchor) in {"at", "for"}):
        return False
    verb = grammar.clause_head(anchor)
    traded = words("market", "trades") | words("market", "offers")
    return verb is not None and verb.lemma_.lower() in traded


def is_paid_for(amount: Amount, anchor: Token) -> bool:
    """Whether so much a share is paid for shares or for a firm: "agreed to [pay] $19 a share for Orel"."""
    verb = grammar.clause_head(anchor)
    if amount.per != "share" or verb is None or verb.lemma_ != "pay":
        return False
    return grammar.direct_object(verb) == anchor and anchor.sent.text.startswith(
        " for ", amount.span.end - anchor.sent.start_char
    )


def all_bought(seen: Seen, amount: Amount) -> Token | None:
    """Give what so much a share comes to the price of: "buy the [mill] for $50 a share, or $55 million"."""
    last = seen.amounts[-1] if seen.amounts else None
    if last is None or last.per != "share" or amount.per is not None:
        return None
    if _IN_ALL.fullmatch(seen.text, last.span.end, amount.span.start) is None:
        return None
    above = seen.subjects[-1].anchor.ancestors
    verb = next((token for token in above if token.lemma_.lower() in words("market", "trades")), None)
    if verb is None:
        return None
    bought = grammar.subject(verb) if grammar.is_passive(verb) else grammar.direct_object(verb)
    found = bought is not None and grammar.is_noun(bought) and bought.i not in seen.nouns.inside
    return bought if found else None


def of_each(seen: Seen, amount: Amount) -> Token | None:
    """Give of what each costs so much: "1,850 francs ($297) each for Orel shares"."""
    each = _EACH.match(seen.text, amount.span.end)
    noun = head_of_phrase_at(seen.nouns, each.end()) if each is not None else None
    if noun is None:
        return None
    things = grammar.is_plural(noun) or (grammar.complement(noun, "of") or noun).tag_ == "NNS"
    return noun if things else None  # not "$900 each for the campaign"


def of_worth(seen: Seen, anchor: Token) -> Token | None:
    """Give what is worth money: the noun before the word, else the subject."""
    worth = worth_before(anchor)
    if worth is None:
        return None
    before = _behind_name(worth.nbor(-1))
    named = grammar.is_noun(before) and seen.nouns.is_thing(before)
    noun = before if named else thing_as_subject(seen.nouns, anchor)
    return None if noun is None or is_body(noun) or is_person(noun) else noun


def _behind_name(noun: Token) -> Token:
    """Give what is in, of or at a named thing or place: "[shares] in Orel worth $3 million"."""
    first = noun
    while first.tag_ in {"NNP", "NNPS"} and first.i > first.sent.start:
        first = first.nbor(-1)
    led = first != noun and first.lower_ in {"at", "from", "in", "of", "with"} and first.i > first.sent.start
    return first.nbor(-1) if led and grammar.is_noun(first.nbor(-1)) else noun
