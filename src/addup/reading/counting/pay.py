"""What money is that somebody has or is paid: earnings, a salary, a fortune."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting.subjects import Seen
from addup.reading.nouns.actors import is_body, is_firm
from addup.reading.nouns.people import is_person
from addup.reading.nouns.said_of import worth_before
from addup.records import Amount, Counted

_THOSE_PAID = frozenset({"he", "her", "him", "she", "staff", "them", "they", "who"})
_PAY, _PAY_DAYS = frozenset({"earnings", "salary"}), frozenset({"month", "year"})


_MINIMUM_WAGE = Counted("minimum wage", "wage")


def minimum_wage(seen: Seen, amount: Amount, noun: Token | None) -> Counted | None:
    """Give the minimum wage where it stands behind money, or where "a $15 minimum" is short for it."""
    named = seen.text.startswith(" minimum wage", amount.span.end)
    short = noun is not None and noun.lower_ == "minimum" and "minimum wage" in seen.text
    return _MINIMUM_WAGE if named or short else None


def of_somebody(seen: Seen, amount: Amount, anchor: Token) -> str | None:
    """Give what money is called that somebody is worth, is paid or makes."""
    if _is_of_rich(anchor):
        return "fortune"
    return _pay(seen, amount, anchor) or ("money" if _is_made(anchor) else None)


def _pay(seen: Seen, amount: Amount, anchor: Token) -> str | None:
    """Give what money is that people get in a month or a year: "640 doctors earn $300,000 a year".

    Where such pay was told before, the year may be left out.
    """
    verb = grammar.clause_head(anchor)
    if verb is None or verb.lemma_.lower() not in {"earn", "make", "pay"}:
        return None
    known = amount.per is None and any(
        earlier.per in _PAY_DAYS and subject.counted.head in _PAY for earlier, subject in seen.latest()
    )
    if amount.per not in _PAY_DAYS and not known:
        return None
    earns = verb.lemma_.lower() != "pay"
    paid = grammar.subject(verb) if earns or grammar.is_passive(verb) else _receiver(verb)
    if paid is None:
        return None
    somebody = paid.lower_ in _THOSE_PAID or is_person(paid) or (is_body(paid) and not is_firm(paid))
    return ("earnings" if earns else "salary") if somebody else None


def _receiver(verb: Token) -> Token | None:
    """Give who is given something by a verb: "pays [her] $40,000"."""
    return next(iter(grammar.children(verb, "iobj", "obj")), None)


def _is_made(anchor: Token) -> bool:
    """Whether money is what people make or earn: "a family [making] $60,000"."""
    verb = anchor.head
    if verb.lemma_.lower() not in {"earn", "make"} or grammar.direct_object(verb) != anchor:
        return False
    maker = verb.nbor(-1) if verb.tag_ == "VBG" and not verb.is_sent_start else grammar.subject(verb)
    if maker is None or maker.tag_ not in {"NN", "NNS"}:
        return False
    return is_person(maker) or maker.lemma_.lower() in {"couple", "family", "household"}


def _is_of_rich(anchor: Token) -> bool:
    """Whether somebody is worth so much: "she is [worth] $4 billion"."""
    worth = worth_before(anchor)
    if worth is None or worth.i == worth.sent.start or worth.nbor(-1).text == ",":
        return False  # "her houses, worth $4 million"
    verb = grammar.predicate(worth)
    rich = grammar.subject(verb) if verb is not None else None
    return rich is not None and (rich.lower_ in _THOSE_PAID or is_person(rich))
