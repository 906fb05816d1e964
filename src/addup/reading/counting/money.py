"""What money is: a loss, a price, a gift; money where the text names nothing."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting.clause import from_verb
from addup.reading.counting.pay import minimum_wage, of_somebody
from addup.reading.counting.prices import (
    all_bought,
    is_means,
    is_paid_for,
    is_share_price,
    of_each,
    of_priced,
    of_worth,
)
from addup.reading.counting.subjects import Seen, Subject, as_before, unsaid
from addup.reading.counting.unsaid import SHARE_OF_STOCK
from addup.reading.frames import words
from addup.reading.nouns.actors import is_body
from addup.reading.nouns.amounts import names_measure, through_container
from addup.reading.nouns.behind import noun_behind, noun_right_after
from addup.reading.nouns.counted import as_counted
from addup.reading.nouns.people import is_person
from addup.reading.nouns.said_of import noun_above, noun_complement, noun_modified, worth_before
from addup.reading.nouns.verbs import (
    last_measure,
    what_is_added_to,
    what_is_bought,
    what_is_priced,
)
from addup.records import Amount

_YEAR_EARLIER = re.compile(r"\byear-(?:earlier|ago)\s$")
_A_SHARE = re.compile(r"\b(?:an?|its|that|the|their|this) \Z")
_PER_SHARE = re.compile(r"\b(?:an?|the|its)\s[$£€][^,;:!?\n]{1,20},? or [^,;:!?\n]{1,20} a share,\s(?=[a-z])")
_KEPT_IN_MIND = 500  # tokens over which a reader remembers what money is


def money(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what money is by its own phrase, the amount before, what is traded, or its verb.

    "The office puts the figure at $416 billion" is of what the money before it was.
    """
    found = _money(seen, amount, anchor)
    before = (
        seen.last(amount, kinds={"money"}) if found.counted.text.lower() in {"figure", "number"} else None
    )
    if before is not None:
        return as_before(before, anchor)
    wage = minimum_wage(seen, amount, found.noun)
    if wage is not None:
        return Subject(wage, found.holder, anchor)
    return of_priced(seen, amount, anchor, found) or found


def _money(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what money is as far as its own clause and the amounts before it tell."""
    noun = _noun_beside(seen, amount, anchor)
    if noun is None or noun.lower_ == "worth":
        noun = of_worth(seen, anchor)
    joined = _joined(seen, amount, anchor) if noun is None else None
    if joined is not None:
        return Subject(joined.counted, joined.holder, anchor)
    if noun is None and amount.per == "hour" and last_measure(seen.nouns, anchor) is None:
        return unsaid("wage", anchor)
    means = noun is not None and is_means(noun)
    priced = is_share_price(seen, amount, anchor) or (noun is None and is_paid_for(amount, anchor))
    if amount.per == "share" and (means or priced):
        return Subject(SHARE_OF_STOCK, anchor, anchor)
    if means:  # "completed the sale for $3 million in cash" is of the sale
        is_price = grammar.preposition(anchor) == "for"
        noun = what_is_priced(seen.nouns, anchor) or (None if is_price else noun)
    bought = (
        what_is_priced(seen.nouns, anchor) or what_is_added_to(seen.nouns, anchor) if noun is None else None
    )
    noun = noun or (_above(seen, anchor) if bought is None else None)
    if noun is not None:
        return seen.of(noun, anchor)
    bought = bought or what_is_bought(seen.nouns, anchor)
    if bought is not None:
        return Subject(as_counted(seen.nouns, bought), anchor, anchor)
    return (
        seen.together(amount, anchor)
        or _forecast(seen, amount, anchor)
        or _from_verb_or_before(seen, amount, anchor)
    )


_REMAINING = re.compile(r"\b[Tt]he (?:other|remaining) \Z")
_STILL_KNOWN = 600  # characters over which a whole stays known


def _rest_of(seen: Seen, amount: Amount) -> Subject | None:
    """Give the larger sum before, of which this is the rest: "a $5 million loan; the other $4 million"."""
    if _REMAINING.search(seen.text, max(0, amount.span.start - 16), amount.span.start) is None:
        return None
    for earlier, subject in seen.latest():
        if amount.span.start - earlier.span.end > _STILL_KNOWN:
            return None
        larger = earlier.low is not None and amount.low is not None and earlier.low > amount.low
        if larger and (earlier.kind, earlier.unit, earlier.per) == ("money", amount.unit, None):
            return subject
    return None


def _forecast(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what came to about as much, for what was forecast of it: "analysts had expected $8 million"."""
    verb = grammar.clause_head(anchor)
    if verb is None or verb.lemma_ not in words("stance", "awaiting"):
        return None
    who = grammar.subject(verb)
    if who is None or who.lemma_.lower() not in words("poll", "forecasters"):
        return None
    result = seen.nearest_in_size(amount) if grammar.direct_object(verb) == anchor else None
    return as_before(result, anchor) if result is not None else None


def _noun_beside(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give the noun that stands beside an amount of money, or that the sentence has for it."""
    nouns = seen.nouns
    noun = (
        noun_modified(nouns, anchor)
        or (
            _of_money(seen, amount, anchor)
            if amount.per is None or amount.per in words("rate", "times")
            else None
        )
        or noun_behind(nouns, amount, preposition="in")
        or (noun_right_after(nouns, amount) if amount.per is None or _is_offered(seen, amount) else None)
        or _shut_off(seen, amount)
        or _with_length(seen, amount)
        or of_each(seen, amount)
    )
    if noun is not None and not (
        noun.lower_ == "net" and noun.i > anchor.i
    ):  # "raised $3 million net of fees"
        return through_container(noun)
    if _YEAR_EARLIER.search(seen.text, max(0, amount.span.start - 16), amount.span.start):
        return last_measure(nouns, anchor)
    if (worth := of_worth(seen, anchor)) is not None:
        return worth
    return last_measure(nouns, anchor) if seen.is_part(amount) else None  # "charges, including $11 million"


def _is_offered(seen: Seen, amount: Amount) -> bool:
    """Whether an article stands before so much a share, so that its noun follows: "a $15 a share offer"."""
    said = _A_SHARE.search(seen.text, max(0, amount.span.start - 8), amount.span.start)
    goes_on = seen.text[amount.span.end : amount.span.end + 1] == " "
    return amount.per == "share" and said is not None and goes_on


def _of_money(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give what money is of; behind a rate for things "of" belongs to those ("$20 a ton of carbon")."""
    return noun_complement(seen.nouns, anchor, "of") or noun_behind(seen.nouns, amount, preposition="of")


def _joined(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what other money is of that this is a part or the rest of, shared out with, or compared with."""
    whole = _of_next(seen, amount)
    if whole is not None:
        return Subject(as_counted(seen.nouns, whole), anchor, anchor)
    bought = all_bought(seen, amount)
    if bought is not None:
        return Subject(as_counted(seen.nouns, bought), anchor, anchor)
    rest = _rest_of(seen, amount)
    return Subject(rest.counted, anchor, anchor) if rest is not None else _told_with(seen, amount, anchor)


def _told_with(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the amount before that money is shared out with, says again or is compared with."""
    return seen.shared_out(amount) or seen.follows_on(amount) or seen.compared(amount, anchor)


def _above(seen: Seen, anchor: Token) -> Token | None:
    """Give the noun that money is said of, unless it is who has it."""
    noun = _limited(anchor) or noun_above(seen.nouns, anchor)
    of_body = noun is not None and (is_body(noun) or is_person(noun) or noun.tag_ in {"NNP", "NNPS"})
    return None if of_body and worth_before(anchor) is None else noun


def _limited(anchor: Token) -> Token | None:
    """Give the noun right before what it lies above or below: "taxes on [income] above $5 million"."""
    first = anchor.left_edge
    if (
        grammar.preposition(anchor) not in {"above", "below", "exceeding", "over", "under"}
        or first.is_sent_start
    ):
        return None
    before = first.nbor(-1)
    return before if grammar.is_noun(before) and names_measure(before) else None


def _from_verb_or_before(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what the verb says that money is, or what it was called before."""
    name = of_somebody(seen, amount, anchor)
    if name is not None:
        return unsaid(name, anchor)
    found = from_verb(seen, amount, anchor, otherwise="money")
    return _given_before(seen, anchor, found) or found


def _shut_off(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun behind what is said again per share: "a $30 million, or 40 cents a share, charge"."""
    return seen.noun_behind(_PER_SHARE, amount, before=40, behind=80)


def _with_length(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun behind money and how long it is for: "a $5 million, three-year [plan]"."""
    index = len(seen.amounts) + 1
    following = seen.all[index] if index < len(seen.all) else None
    if following is None or following.kind != "duration" or "-" not in following.span.text:
        return None
    between = seen.text[amount.span.end : following.span.start]
    return noun_behind(seen.nouns, following) if between in {", ", " "} else None


_OF_NEXT = re.compile(r" of (?:the|its|their|his|her|that) ")


def _of_next(seen: Seen, amount: Amount) -> Token | None:
    """Give what the whole is of of which money is a part: "$20 million of the $27 million in [ads]"."""
    index = len(seen.amounts) + 1
    following = seen.all[index] if index < len(seen.all) else None
    if following is None or following.kind != "money":
        return None
    if _OF_NEXT.fullmatch(seen.text, amount.span.end, following.span.start) is None:
        return None
    return noun_behind(seen.nouns, following, preposition="in") or noun_right_after(seen.nouns, following)


def _given_before(seen: Seen, anchor: Token, found: Subject) -> Subject | None:
    """Give what money is that the text only says is given or taken: what it was called before.

    An article about loans goes on with "the firm will get $4 billion": a reader keeps in mind what it is.
    """
    verb = grammar.clause_head(anchor)
    if verb is None or found.noun is not None or verb.lemma_.lower() not in words("given", "verbs"):
        return None
    for token in reversed(seen.doc[max(0, anchor.i - _KEPT_IN_MIND) : anchor.i]):
        named = token.lemma_.lower() in words("given", "nouns") and token.dep_ != "compound"
        if named and grammar.is_noun(token):
            return seen.of(token, anchor, holder=anchor)
    return None
