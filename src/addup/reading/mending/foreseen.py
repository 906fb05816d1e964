"""Amounts that somebody foresaw, which the parser takes for a part of who did: "the 9% analysts expected"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from addup.reading.grammar import FINITE, NAME_TAGS, NOUN_TAGS
from addup.reading.mending.hanging import put_on_top
from addup.reading.mending.words import ASKED, FORECASTERS, FORESEEN, MONEY

_HELPING = frozenset({"'d", "are", "been", "had", "has", "have", "is", "was", "were"})
_UNITS = MONEY | {"%", "percent", "pct", "point", "points"}
_SIZES = frozenset({"bn", "m", "tn"})
_EACH = frozenset({"a", "an", "per"})
_ENDS = frozenset({".", ",", ":", "''", "CC", "IN", "-RRB-"})
# What a bare number is told against; elsewhere it counts who stands behind it ("the 40 analysts expected").
_AGAINST = frozenset(
    {
        "above",
        "beat",
        "beating",
        "below",
        "double",
        "exceeding",
        "half",
        "missing",
        "of",
        "than",
        "topping",
        "triple",
        "twice",
    }
)
_WITHIN_WHO = NOUN_TAGS | {"JJ", "JJS"}
_LONGEST = 8  # words of the name of who asked those who foresaw something


@dataclass(frozen=True)
class _Amount:
    """Where an amount with "the" begins, its head, and where it ends."""

    first: int
    head: int
    end: int


def part_foreseen(verb: Token) -> None:
    """Give the clause behind an amount its subject: "beat the 41 cents [analysts] polled by Orel expected".

    Two nouns beside each other look like one that names the other; but a verb that nothing stands behind
    tells what the second of them thought of the first.
    """
    last = _last_of_subject(verb)
    amount = _amount_before(last) if last is not None and _ends_clause(verb) else None
    if last is None or amount is None:
        return
    head, span = verb.doc[amount.head], range(amount.first, verb.i + 1)
    above = _above(head, last, verb, span)
    if above is None:
        return
    _hang(head, above, verb, span)
    outside = [token for token in verb.sent if token.i not in span and token.head.i in span]
    for token in outside:
        token.head = head if token.i < amount.first else verb
    _build(verb, last, amount)


def tell_guess(sentence: Span) -> None:
    """Give a sentence that opens with who was asked its verb: "Analysts polled by Orel [forecast] growth".

    The parser has the verb for a part of the noun behind it.
    """
    who, doc = sentence.root, sentence.doc
    if who.tag_ != "NNS" or who.lower_ not in FORECASTERS or who.i + 3 >= sentence.end:
        return
    asked, by = doc[who.i + 1], doc[who.i + 2]
    if asked.lower_ not in ASKED or by.lower_ != "by":
        return
    behind = doc[by.i + 2 : min(by.i + _LONGEST, sentence.end - 1)]
    verb = next((token for token in behind if token.lower_ in FORESEEN), None)
    if verb is None or verb.head.i <= verb.i or verb.head.tag_ not in NOUN_TAGS:
        return
    thing, agent = verb.head, verb.nbor(-1)
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    for child in list(who.children):
        if child != asked:
            child.head = verb
    who.head, who.dep_ = verb, "nsubj"
    thing.head, thing.dep_ = verb, "obj"
    agent.head, agent.dep_ = asked, "obl:agent"
    for token in doc[by.i : agent.i]:
        token.head, token.dep_ = agent, "case" if token == by else "compound"


def _ends_clause(verb: Token) -> bool:
    """Whether a verb has nothing behind it that it says: "analysts expected it to fall"."""
    behind = verb.i + 1 + (verb.lower_ in {"looking", "hoped", "hoping"})
    return behind >= verb.sent.end or (verb.doc[behind].tag_ in _ENDS and verb.doc[behind].lower_ != "that")


def _last_of_subject(verb: Token) -> Token | None:
    """Give the last word of who stands right before a verb and what helps it."""
    doc, start, index = verb.doc, verb.sent.start, verb.i - 1
    while index > start and (doc[index].lower_ in _HELPING or doc[index].tag_ == "RB"):
        index -= 1
    for place in range(index - 1, max(start, index - _LONGEST), -1):
        if doc[place].lower_ == "by" and doc[place - 1].lower_ in ASKED:
            index = place - 2  # "analysts [polled by Orel] had expected"
            break
    known = doc[index].tag_ in NAME_TAGS or doc[index].lower_ in FORECASTERS
    return doc[index] if index > start and known else None


def _amount_before(last: Token) -> _Amount | None:
    """Give the amount that stands right before somebody, with its "the"."""
    doc, start, first = last.doc, last.sent.start, last.i
    while first > start and doc[first - 1].tag_ in _WITHIN_WHO and doc[first - 1].lower_ not in _UNITS:
        first -= 1
    if doc[first - 1].lower_ in _EACH and first < last.i:
        first += 1  # "$2 a [share] analysts"
    end = head = first - 1
    if doc[head - 1].lower_ in _EACH:
        head -= 2
    number = head if _is_number(doc[head]) else head - 1
    if number == head - 1 and doc[head].lower_ not in _UNITS:
        return None
    if not _is_number(doc[number]):
        return None
    while number > start and _is_number(doc[number - 1]):
        number -= 1
    if doc[number - 1].tag_ == "$":
        number, head = number - 1, number - 1
    bare = doc[head].tag_ == "CD" and doc[number - 2].lower_ not in _AGAINST
    return None if doc[number - 1].lower_ != "the" or bare else _Amount(number - 1, head, end)


def _is_number(token: Token) -> bool:
    return token.tag_ == "CD" or token.lower_ in _SIZES


def _above(head: Token, last: Token, verb: Token, span: range) -> Token | None:
    """Give what an amount and its clause hang on, or the verb itself where that is on top with "be" below.

    Where the parse has the clause on top of the whole sentence, that is the finite verb before.
    """
    for token in (last, head, verb):
        if token.head.i not in span:
            return token.head
    if any(child.dep_ == "cop" for token in (last, head, verb) for child in token.lefts):
        return verb
    return next((child for child in verb.lefts if child.tag_ in FINITE and child.i < span.start), None)


def _hang(head: Token, above: Token, verb: Token, span: range) -> None:
    """Hang an amount where the whole of it and its clause hung, or on "more" before "than"."""
    if above == verb:
        put_on_top(head)
        return
    if above.head.i in span:
        put_on_top(above)
    before = head.doc[span.start - 1]
    even = before.nbor(-1) if before.lower_ == "than" and before.i > head.sent.start else None
    if even is not None and even.tag_ in {"JJR", "RBR"}:
        if even.head.i in span:
            even.head = above
        head.head, head.dep_ = even, "obl"
    else:
        head.head, head.dep_ = above, "obj" if before.tag_.startswith("VB") else "obl"


def _build(verb: Token, last: Token, amount: _Amount) -> None:
    """Hang the words of an amount on its head, and the clause behind it."""
    doc, head = verb.doc, verb.doc[amount.head]
    for token in doc[amount.first : amount.end + 1]:
        if token.lower_ == "the":
            token.head, token.dep_ = head, "det"
        elif _is_number(token) and token != head:
            within = _is_number(token.nbor())
            token.head, token.dep_ = (token.nbor(), "compound") if within else (head, "nummod")
        elif token.lower_ in _EACH:
            token.head, token.dep_ = token.nbor(), "det"
            token.nbor().head, token.nbor().dep_ = head, "nmod:unmarked"
    for token in doc[amount.end + 1 : last.i]:
        if token.head.i not in range(amount.end + 1, last.i + 1):
            token.head, token.dep_ = last, "compound"
    last.head, last.dep_ = verb, "nsubj"
    verb.head, verb.dep_ = head, "acl:relcl"
    if verb.tag_ in {"NN", "VBN"} and not any(child.dep_ == "aux" for child in verb.lefts):
        verb.tag_ = "VBD"
