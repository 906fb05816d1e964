"""Verbs of clauses that seem to have none: the parser has them for nouns."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.attrs import LOWER, ORTH
from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.grammar import FINITE, FINITE_OR_MODAL, NOUN_TAGS
from addup.reading.mending.hanging import put_on_top, take_place
from addup.reading.mending.words import LIKE_AMOUNTS, PAST_LIKE_NOUNS, PRESENT_LIKE_NOUNS
from addup.reading.text import strings_of

_HEDGES = frozenset(
    {"about", "almost", "around", "just", "less", "more", "nearly", "only", "over", "roughly", "some", "than"}
)


def find_verb(doc: Doc, tags: Sequence[str], sentence: Span) -> None:
    """Make a verb of the noun before an amount where a clause has none: "Selm [imports] about half"."""
    first = sentence.start
    words = strings_of(doc, ORTH)
    for place in range(sentence.start, sentence.end):
        if words[place] in {";", ".", "?", "!"}:
            said = (at for at in range(first, place) if tags[at] in FINITE_OR_MODAL)
            if all(doc[at].dep_ == "compound" for at in said):
                _find_verb_between(doc[first:place])
            first = place + 1


def _find_verb_between(clause: Span) -> None:
    for token in clause[1:-1]:
        if _is_within_root(token) or _is_done_by_number(token):
            _take_from_root(token)
            return
        if _is_number_of(token):
            _make_finite(token, token.nbor(-1))
            return
        if _is_cost_of_goods(token):
            _take_from_goods(token)
            return
        if token.tag_ in {"NN", "NNS"} and _is_before_object(token):
            before = (child for child in (*token.lefts, token.head) if child.i < token.i)
            subject = next((child for child in before if child.tag_ in NOUN_TAGS), None)
            if subject is not None:
                _make_finite(token, subject)
            return


def _is_before_object(noun: Token) -> bool:
    """Whether a noun right behind another or an adverb has an amount behind it, which no noun has so."""
    before = noun.nbor(-1)
    said = noun.lower_ in PAST_LIKE_NOUNS and any(child.dep_ == "obj" for child in noun.rights)
    if (
        noun.lower_ == "costs"
        and noun.dep_ == "ROOT"
        and noun.nbor().tag_ in {"$", "CD"}
        and before.tag_ == "JJ"
    ):
        before.tag_ = "NN"  # "a new [flat] costs 390,000 euros"
        return True
    said = said or (noun.lower_ == "cost" and noun.nbor().tag_ in {"$", "CD"})  # "one euro [cost] 160 yen"
    if said and noun.dep_ == "ROOT" and before.tag_ == "NN":
        return True  # "a loaf [cost] 90 pence"
    plural = {"NNS": {"NNP", "NN"}, "NN": {"NNS", "NNPS", "RB"}}[noun.tag_]
    if before.tag_ not in plural or noun.dep_ not in {"ROOT", "dep", "nmod", "parataxis", "conj"}:
        return False
    behind = noun.nbor()
    if noun.dep_ == "ROOT" and any(child.dep_ == "obj" for child in noun.rights):
        return True  # "the deal [values] the mill"
    hedged = behind.lower_ in {"about", "over", "some"} and noun.nbor(2).tag_ in {"CD", "$"}
    return hedged or behind.tag_ == "$"


def _is_cost_of_goods(noun: Token) -> bool:
    """Whether a noun behind goods says what a measure of them cost: "a litre of milk [cost] $1.45"."""
    goods = noun.nbor(-1)
    hangs = noun.dep_ == "nmod" and noun.head.i < goods.i and goods.head == noun and goods.tag_ in NOUN_TAGS
    return hangs and noun.tag_ == "NN" and noun.lower_ in PAST_LIKE_NOUNS and noun.nbor().tag_ in {"$", "CD"}


def _take_from_goods(verb: Token) -> None:
    """Make a verb of what stands between goods and an amount, and hang the goods from their measure."""
    goods, measure = verb.nbor(-1), verb.head
    for child in list(verb.lefts):
        if child != goods:
            child.head = goods
    goods.head, goods.dep_ = measure, "nmod"
    _make_finite(verb, measure)


def _is_within_root(token: Token) -> bool:
    """Whether a word inside the noun that a clause would be is its verb: "China [targets] growth of 5%"."""
    like_noun = {"NN": PAST_LIKE_NOUNS, "NNS": PRESENT_LIKE_NOUNS}.get(token.tag_, frozenset())
    within = token.dep_ == "compound" and token.head.dep_ == "ROOT" and token.nbor(-1).tag_ in NOUN_TAGS
    return within and (token.tag_ in FINITE or token.lower_ in like_noun)


def _is_done_by_number(token: Token) -> bool:
    """Whether a word between a number and the root is what so many did: "twelve [hit] power plants"."""
    within = token.dep_ == "amod" and token.head.dep_ == "ROOT" and token.lower_ in PAST_LIKE_NOUNS
    return within and token.nbor(-1).tag_ == "CD" and token.nbor(-1).i == token.sent.start


def _is_number_of(token: Token) -> bool:
    """Whether a noun says of the one before it how many it is: "the army [numbers] 22,000"."""
    if token.lower_ not in {"numbers", "totals"} or token.dep_ not in {"ROOT", "nsubj"}:
        return False
    behind = token.nbor(2) if token.nbor().tag_ in {"RB", "IN", "DT"} else token.nbor()
    return behind.tag_ == "CD" and token.nbor(-1).tag_ in NOUN_TAGS


def _take_from_root(verb: Token) -> None:
    """Make a word inside the noun that a clause would be its verb, and the noun the object."""
    noun, subject = verb.head, verb.nbor(-1)
    verb.tag_ = "VBD" if verb.lower_ in PAST_LIKE_NOUNS else "VBZ" if verb.tag_ == "NNS" else verb.tag_
    put_on_top(verb)
    for child in list(noun.lefts):
        if child.i < verb.i and child != subject:
            child.head = subject
    subject.head, subject.dep_ = verb, "nsubj"
    noun.head, noun.dep_ = verb, "obj"


def tell_average(sentence: Span) -> None:
    """Make a verb of what is like an adjective behind a plural: "Ticket prices [average] $86"."""
    words = strings_of(sentence.doc, LOWER)
    for place in range(sentence.start + 1, sentence.end - 1):
        if words[place] in LIKE_AMOUNTS and sentence.doc[place].tag_ not in FINITE:
            verb = sentence.doc[place]
            plural = _averaged(verb) if _is_before_amount(verb) else None
            if plural is not None:
                _make_averaging(verb, plural)
            return


def _is_before_amount(word: Token) -> bool:
    """Whether an amount stands right behind a word, hedges and all, and no verb before it."""
    behind = word.nbor()
    while behind.lower_ in _HEDGES and behind.i + 1 < word.sent.end:
        behind = behind.nbor()
    before = word.doc[word.sent.start : word.i - 1]
    return behind.tag_ in {"$", "CD"} and not any(token.tag_ in FINITE_OR_MODAL for token in before)


def _averaged(word: Token) -> Token | None:
    """Give the plural that a clause opens with, right before a word or before a phrase of place."""
    clause = word.doc[word.sent.start : word.i]
    before = clause[-1]
    if before.tag_ == "VBZ" and before.lower_.endswith("s") and before.i > word.sent.start:
        return before  # "Class [sizes] average", which no clause with a verb of its own would go on with
    plurals = [token for token in clause if token.tag_ in {"NNS", "NNPS"}]
    if not plurals:
        return None
    between = word.doc[plurals[0].i + 1 : word.i]
    opens = len(between) == 0 or (between[0].tag_ == "IN" and before.tag_ in NOUN_TAGS)
    return plurals[0] if opens else None


def _make_averaging(verb: Token, plural: Token) -> None:
    """Make a word the verb of a clause, the plural its subject and the amount behind it its object."""
    parts = {plural, verb, *verb.ancestors, *plural.ancestors}
    top = next((token for token in parts if token.head == token), verb)
    if top.i <= verb.i or top in verb.subtree or top.tag_ not in FINITE | {"VBN"}:
        put_on_top(verb)
        _take_from(top, verb)
    else:
        verb.head, verb.dep_ = top, "ccomp"
    place = verb.nbor(-1)
    if place != plural:
        place.head, place.dep_ = plural, "nmod"
    for child in [child for child in verb.lefts if child not in (plural, place)]:
        child.head = place if child.i > plural.i else plural
    if plural.tag_ == "VBZ":
        plural.tag_ = "NNS"
        for child in plural.lefts:
            child.dep_ = "compound" if child.dep_ == "nsubj" else child.dep_
    verb.tag_ = "VBP"
    plural.head, plural.dep_ = verb, "nsubj"
    amount = _amount_behind(verb)
    amount.head, amount.dep_ = verb, "obj"


def _take_from(top: Token, verb: Token) -> None:
    """Hang on a verb what hung on the noun that was on top, behind the verb, and that noun."""
    for child in list(top.rights):
        if child.i > verb.i:
            child.head = verb
    if top != verb:
        top.head, top.dep_ = verb, "nsubj"


def _amount_behind(verb: Token) -> Token:
    """Give the head of the amount right behind a verb."""
    number = next(token for token in verb.doc[verb.i + 1 : verb.sent.end] if token.tag_ in {"$", "CD"})
    while number.head.i > number.i and number.dep_ in {"compound", "nummod"}:
        number = number.head
    return number


def account_for(sentence: Span) -> None:
    """Make a verb of "accounts" before what something accounts for: "Tourism [accounts] for 5 percent"."""
    for token in sentence[1:-2]:
        if token.lower_ == "accounts" and token.tag_ == "NNS" and token.nbor().lower_ == "for":
            subject = token.nbor(-1)
            if subject.tag_ in NOUN_TAGS and subject.head == token and token.dep_ != "compound":
                _make_finite(token, subject)


def _make_finite(verb: Token, subject: Token) -> None:
    """Make a noun the finite verb of its clause, with its subject, and what is behind it its object."""
    past = verb.lower_ in PAST_LIKE_NOUNS and subject.tag_ in {"NN", "NNP"}  # "a loaf cost", not "costs"
    verb.tag_ = "VBD" if past else "VBZ" if verb.tag_ == "NNS" else "VBP"
    if subject == verb.head:
        take_place(verb, subject)
        for child in list(subject.children):
            if child.i > verb.i:
                child.head = verb
    subject.head, subject.dep_ = verb, "nsubj"
    for child in list(verb.lefts):
        if child.i < subject.i:
            child.head = subject
    behind = [child for child in verb.rights if child.dep_ in {"nmod", "nmod:unmarked", "obl"}]
    if behind and grammar.preposition(behind[0]) in {None, "about", "over", "some"}:
        behind[0].dep_ = "obj"


def make_compound_finite(subject: Token) -> bool:
    """Make a verb of a noun inside another that has a subject: "as 4,000 firefighters [battle] flames".

    Tells whether it did.
    """
    verb = subject.head
    noun = verb.head
    if verb.tag_ != "NN" or verb.dep_ != "compound" or subject.tag_ != "NNS" or subject.i != verb.i - 1:
        return False
    marked = any(child.dep_ == "mark" for child in verb.lefts)
    verb.tag_ = "VBP"
    take_place(verb, noun)
    if marked and verb.head != verb:
        verb.dep_ = "advcl"
    for child in list(noun.lefts):
        if child.i < verb.i:
            child.head = verb
    noun.head, noun.dep_ = verb, "obj"
    return True
