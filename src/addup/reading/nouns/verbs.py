"""What the verb of a clause has beside an amount: its subject, its object, what is traded, what lasts."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import measuring_verbs, moving_verbs, words
from addup.reading.nouns.actors import is_body
from addup.reading.nouns.amounts import names_measure, through_container
from addup.reading.nouns.document import Nouns


def thing_as_subject(nouns: Nouns, token: Token) -> Token | None:
    """Give the subject of the clause, if it is a thing that can be measured."""
    verb = grammar.clause_head(token)
    subject = grammar.subject(verb) if verb is not None else None
    return subject if subject is not None and nouns.is_thing(subject) else None


def thing_as_object(nouns: Nouns, verb: Token, anchor: Token) -> Token | None:
    """Give the object of a verb beside the amount, if it is a thing that can be measured."""
    target = grammar.direct_object(verb)
    return target if target is not None and target != anchor and nouns.is_thing(target) else None


def is_priced(noun: Token) -> bool:
    """Whether a noun is of goods or papers that have prices, so that what they lose is in price."""
    return noun.lemma_.lower() in words("market", "goods") | words("market", "traded") | {"future", "futures"}


def measured_subject(nouns: Nouns, verb: Token) -> Token | None:
    """Give the subject, or a measure before the verb where the parse has none for its subject."""
    subject = _measure_before_which(verb) or grammar.subject(verb)
    if subject is not None and names_measure(subject):
        return subject
    if subject is not None and subject.i in nouns.inside and verb.dep_ in {"acl", "conj"}:
        # "crude rose and was up 46 cents to settle at", the cents taken for subject
        above = verb.head if verb.dep_ == "conj" else grammar.clause_head(subject)
        if above is None or not above.is_ancestor(verb):
            return None
        return measured_subject(nouns, above)
    if subject is None and (before := _before_copula(nouns, verb)) is not None:
        return before
    found = subject
    own = {token.i for token in subject.subtree} if subject is not None else set()
    for token in reversed(nouns.doc[verb.sent.start : verb.i]):
        if token.head == verb and token.dep_ == "mark" and token.tag_ == "IN":
            break
        if token.tag_ in grammar.FINITE_OR_MODAL and token.head != verb:
            break
        measure = token.i not in own and token.dep_ != "compound" and names_measure(token)
        sized = grammar.complement(token, "of") if measure else token
        if sized != token and nouns.is_thing(token) and (sized is None or sized.i not in nouns.inside):
            found = token
    return found


def _measure_before_which(verb: Token) -> Token | None:
    """Give the measure right before "which", whatever the parse hangs it from: "on [stock], which closed"."""
    which = next(iter(grammar.children(verb, "nsubj")), None) if verb.dep_ == "acl:relcl" else None
    if which is None or which.lower_ != "which" or which.i < verb.sent.start + 2:
        return None
    before = which.nbor(-2) if which.nbor(-1).lower_ == "," else which.nbor(-1)
    return before if grammar.is_noun(before) and names_measure(before) else None


def _before_copula(nouns: Nouns, predicate: Token) -> Token | None:
    """Give the noun right before a form of "be" that the parse gave no subject."""
    copulas = grammar.children(predicate, "cop")
    if not copulas or copulas[0].i == predicate.sent.start:
        return None
    before = copulas[0].nbor(-1)
    alone = grammar.is_noun(before) and grammar.preposition(before) is None
    return before if alone and nouns.is_thing(before) else None


def last_measure(nouns: Nouns, anchor: Token) -> Token | None:
    """Give the last noun before the amount in its sentence that names an amount ("sales")."""
    before = reversed(nouns.doc[anchor.sent.start : anchor.i])
    named = (
        token
        for token in before
        if names_measure(token) and not grammar.is_verb(token) and nouns.is_thing(token)
    )
    return next((noun for noun in named if not (_is_part_of_body(noun) or _is_document(noun, anchor))), None)


def _is_document(noun: Token, anchor: Token) -> bool:
    """Whether a noun is what money is only set aside in or by: "in the [bill]", "the [bill] provides"."""
    if noun.lemma_.lower() not in {"bill", "budget", "law", "plan"}:
        return False
    if grammar.preposition(noun) in {"in", "under"}:
        return True
    verb = grammar.clause_head(anchor)
    acts = verb is not None and noun.head == verb and noun.dep_ == "nsubj"
    return acts and verb is not None and verb.lemma_.lower() not in measuring_verbs()


def _is_part_of_body(noun: Token) -> bool:
    """Whether a noun only says which body is meant: "[aid] agencies"."""
    return noun.dep_ == "compound" and is_body(noun.head)


def what_is_priced(nouns: Nouns, anchor: Token) -> Token | None:
    """Give what is traded for money: "bought the house for $3 million", "sold shares at $12"."""
    verb = grammar.clause_head(anchor)
    if verb is None or verb.lemma_.lower() not in words("market", "trades") | words("market", "values"):
        return None
    if grammar.preposition(anchor) not in {"at", "for"} and not _is_said_at(nouns, anchor):
        return None
    target = thing_as_object(nouns, verb, anchor)
    if target is None and verb.dep_.startswith("acl") and nouns.is_thing(verb.head):
        target = verb.head
    if target is None and verb.dep_ == "advcl" and verb.tag_ == "VBN":
        owned = grammar.direct_object(verb.head)  # "holds a [stake] in the mill, valued at $800"
        target = owned if owned is not None and owned.i < verb.i and nouns.is_thing(owned) else None
    alone = verb.tag_ == "VBN" or (verb.lemma_ == "sell" and not grammar.children(verb, "obj"))
    if target is None and alone:  # parsers take "the offer, valued at" for the clause; "tickets sell for"
        target = thing_as_subject(nouns, anchor)
    return None if target is None else through_container(target)


def _is_said_at(nouns: Nouns, anchor: Token) -> bool:
    """Whether "for" or "at" stands before the hedge of an amount: "sells boxes for as little as 99 cents"."""
    index, first = nouns.inside.get(anchor.i), anchor.i
    while index is not None and nouns.inside.get(first - 1) == index:
        first -= 1
    return first > anchor.sent.start and nouns.doc[first - 1].lower_ in {"at", "for"}


def what_is_bought(nouns: Nouns, anchor: Token) -> Token | None:
    """Give what money is spent on: "paid $3 million for the house"."""
    verb = grammar.clause_head(anchor)
    if verb is None or verb.lemma_.lower() not in words("given", "spent") or anchor.head != verb:
        return None
    thing = grammar.complement(anchor, "for")  # parsers hang what is paid for from the sum as often
    thing = thing or grammar.complement(verb, "for")
    if thing is None or thing.i < anchor.i or not nouns.is_thing(thing):
        return None
    return None if thing.lemma_.lower() in words("given", "undertaken") else thing


def what_is_added_to(nouns: Nouns, anchor: Token) -> Token | None:
    """Give to what so much is added: "add 2 percent to [prices]", "cut by 7 percent their [pay]"."""
    verb = grammar.clause_head(anchor)
    if verb is None:
        return None
    if verb.lemma_ == "add" and grammar.direct_object(verb) == anchor:
        to = grammar.complement(verb, "to") or grammar.complement(anchor, "to")
        thing = to if to is not None and to.i > anchor.i else None
    elif verb.lemma_.lower() in moving_verbs() and grammar.preposition(anchor) == "by":
        thing = next((noun for noun in verb.rights if _is_behind(noun, anchor)), None)
    else:
        return None
    measured = thing is not None and grammar.is_noun(thing) and nouns.is_thing(thing)
    return through_container(thing) if thing is not None and measured else None


def _is_behind(noun: Token, anchor: Token) -> bool:
    """Whether a noun stands right behind an amount, without a preposition."""
    return noun.left_edge.i == anchor.i + 1 and noun.left_edge.dep_ != "case" and grammar.is_noun(noun)
