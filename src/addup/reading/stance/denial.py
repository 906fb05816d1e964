"""Whether the words of a sentence deny a figure: "it is not true that 40 died", "200 jobs, not 400".

A verb of denying is a report of its own, and what it tells is denied as a whole (`crediting.attributions`).
Here it is a predicate that calls what is said untrue, or "not" before an amount whose place another takes.
"""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.parsed import tokens_from
from addup.records import Amount

_NOT = frozenset({"hardly", "n't", "n’t", "never", "no", "not"})
_SAID = frozenset({"acl", "acl:relcl", "ccomp", "csubj", "xcomp"})
_OPENING = frozenset({"DT", "PRP$", "$", "IN"})
_ENDS = frozenset({";", ".", "?", "!", ":"})


def is_denied(amount: Amount, anchor: Token) -> bool:
    """Whether a figure is called untrue, or stands behind "not" beside the one that is right."""
    return _is_called_untrue(anchor) or _is_replaced(amount, anchor)


def _is_called_untrue(anchor: Token) -> bool:
    """Whether a predicate above says so: "it is a lie that", "the claim of 40 dead is false"."""
    below = anchor
    for above in anchor.ancestors:
        if _denies(above, below):
            return True
        below = above
    return False


def _denies(predicate: Token, below: Token) -> bool:
    """Whether a predicate says that a clause, or the claim that is its subject, is not true."""
    if not grammar.children(predicate, "cop") and predicate.lemma_.lower() != "be":
        return _is_no_truth(predicate) and below.dep_ in {"nmod", *_SAID}
    lemma = predicate.lemma_.lower()
    negated = grammar.has_child(predicate, _NOT, "advmod", "det")
    if lemma not in words("stance", "true" if negated else "untrue"):
        return False
    if below.dep_ in grammar.SUBJECTS and grammar.is_noun(below):
        return below.lemma_.lower() in words("stance", "statements")
    # "It is wrong that 40 children starve" is a judgment; "wrong to say that" calls it untrue.
    judged = lemma in words("stance", "judging") and below.lemma_.lower() not in words("stance", "asserting")
    return below.dep_ in _SAID and below.i > predicate.i and not judged


def _is_no_truth(noun: Token) -> bool:
    """Whether a noun says that nothing is true of what follows: "there is no truth to the claim that"."""
    return noun.lemma_.lower() == "truth" and grammar.has_child(noun, {"no", "any"}, "det")


def _is_replaced(amount: Amount, anchor: Token) -> bool:
    """Whether "not" stands right before an amount, and another before it or behind "but" is the right one."""
    doc = anchor.doc
    span = grammar.span_of(doc, amount.span.start, amount.span.end)
    first = span.start
    while first > anchor.sent.start and doc[first - 1].tag_ in _OPENING and doc[first - 1].lower_ != "all":
        first -= 1  # "not the 40", "not in 40"
    if first == anchor.sent.start or doc[first - 1].lower_ != "not":
        return False
    before = tokens_from(doc, anchor.sent.start, first - 1)
    if any(word.lower_ in words("stance", "expected_modals") for word in before):
        return False  # "the ratio should be 0.7, not 0.6": nobody says what it is
    if before and before[-1].text in {",", "-", "–", "—", "("} and any(map(grammar.is_number, before)):
        return True
    behind = tokens_from(doc, span.end, anchor.sent.end)
    but = next((word for word in behind if word.lower_ == "but" or word.text in _ENDS), None)
    if but is None or but.lower_ != "but":
        return False
    return any(map(grammar.is_number, tokens_from(doc, but.i, but.i + 4)))
