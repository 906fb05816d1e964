"""Small questions about the parse that several parts of reading ask.

Labels are those of Universal Dependencies 2 (https://universaldependencies.org/u/dep/). All functions give
None or an empty result where a sentence was not parsed.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from spacy.tokens import Doc, Span, Token

from addup.reading.parsed import once, parse_of, tokens_from
from addup.reading.text import DASHES

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
"""The labels of a subject that is a noun phrase."""
FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""The tags of finite verbs."""
VERBS = FINITE | {"VB", "VBG", "VBN"}
"""The tags of verbs in any form."""
FINITE_OR_MODAL = FINITE | {"MD"}
"""The tags of finite verbs and of modals."""
STATES = frozenset({"JJ", "VBD", "VBN"})
"""The tags of participles and adjectives that tell how somebody is."""
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
_CLAUSE = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "csubj"})
_OBLIQUE = frozenset({"obl", "obl:unmarked", "obl:tmod", "obl:npmod", "obl:agent", "nmod", "nmod:unmarked"})
_MODIFIER = frozenset({"nummod", "compound", "amod", "nmod:poss", "det", "nmod:unmarked"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NUMBERS = frozenset({"CD", "$"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
"""The tags of names."""
NOUN_TAGS = NAME_TAGS | {"NN", "NNS"}
"""The tags of nouns, names among them."""
_INSIDE = 1  # spaCy's code of a token inside a name, behind its first
_NOMINAL_TAGS = ("NN", "PRP", "CD", "$")


def is_parsed(token: Token) -> bool:
    """Whether the token's sentence was parsed."""
    return token.tag_ != ""


def is_noun(token: Token) -> bool:
    """Whether the token is a noun or a name; a lone sign ("#", "%") is none."""
    return token.tag_.startswith("NN") and (len(token) > 1 or token.is_alpha)


def is_plural(token: Token) -> bool:
    """Whether the token is a noun or a name in the plural."""
    return token.tag_ in _PLURAL


def is_proper(token: Token) -> bool:
    """Whether the token is one of a name, by its tag."""
    return token.tag_ in NAME_TAGS


def is_number(token: Token) -> bool:
    """Whether the token is a number in figures or words, or a sign of money."""
    return token.tag_ in _NUMBERS


def is_verb(token: Token) -> bool:
    """Whether the token is a verb in any form."""
    return token.tag_ in VERBS


def span_of(doc: Doc, start: int, end: int) -> Span:
    """Give the tokens that touch the characters from start to end."""
    parse = parse_of(doc)
    known: dict[tuple[int, int], Span] = {} if parse is None else parse.found["spans"]
    span = known.get((start, end))
    if span is None:
        span = doc.char_span(start, end, alignment_mode="expand")
        assert span is not None  # expand always gives the tokens around
        known[start, end] = span
    return span


def anchor(span: Span) -> Token:
    """Give the token through which a span hangs in its sentence: the first whose head lies outside.

    A parser may hang the parts of an amount apart; then the last noun or symbol among the outer ones counts.
    """
    start, end = span.start, span.end
    tokens = tokens_from(span.doc, start, end)
    outer = [token for token in tokens if (head := token.head.i) == token.i or not start <= head < end]
    nominal = [token for token in outer if token.tag_.startswith(_NOMINAL_TAGS)]
    return (nominal or outer or [span.root])[-1]


def children(token: Token, *labels: str) -> list[Token]:
    """Give the dependants with one of the labels, in the order of the text."""
    found = []
    for child in token.children:  # faster than an expression for the two or three that there are
        if child.dep_ in labels:
            found.append(child)  # noqa: PERF401
    return found


def has_child(token: Token, words: Set[str], *labels: str) -> bool:
    """Whether one of the dependants with one of the labels is one of some words, given in lower case."""
    found = children(token, *labels)  # mostly there is none
    return bool(found) and any(child.lower_ in words for child in found)


def preposition(token: Token) -> str | None:
    """Give the preposition in front of a nominal, lower case."""
    place = token.i
    for child in token.children:
        if child.i > place:
            break
        if child.dep_ == "case":
            return child.lower_
    return None


def complement(token: Token, *prepositions: str) -> Token | None:
    """Give the first nominal that follows with one of the prepositions ("loss" → "of ... million")."""
    for child in children(token, *_OBLIQUE):
        if child.i > token.i and preposition(child) in prepositions:
            return child
    return None


@once
def modified(token: Token) -> Token | None:
    """Give the noun that the token stands before ("144 people", "a 10-hour tour")."""
    head = token.head
    if token.dep_ not in _MODIFIER or head.i < token.i or not is_noun(head):
        return None
    if any(between.tag_ == "IN" for between in tokens_from(token.doc, token.i + 1, head.i)):
        return None  # "13 [days] after the bombings"
    while head.dep_ == "compound" and head.head.i > head.i and is_noun(head.head):
        head = head.head  # "a $200 wool jacket"
    return head


def first_conjunct(token: Token) -> Token:
    """Follow "and" back to the first of the things joined."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


@once
def clause_head(token: Token) -> Token | None:
    """Give the verb (or predicate) whose clause the token stands in; None if there is none.

    A participle that is a preposition ("compared with") has no clause.
    """
    for ancestor in _upward(token):
        if (is_verb(ancestor) and ancestor.dep_ != "case") or children(ancestor, "cop", "aux", "aux:pass"):
            return ancestor
    return None


def predicate(token: Token) -> Token | None:
    """Give the token if it is what a form of "be" says of something, else the verb of its clause."""
    return token if children(token, "cop") else clause_head(token)


@once
def subject(verb: Token) -> Token | None:
    """Give the subject of a verb, also of one that shares or inherits it.

    A participle after a noun has the noun, a joined or dependent verb without its own subject that of the
    verb above it.
    """
    seen: set[int] = set()
    current = verb
    while current.i not in seen:
        seen.add(current.i)
        for child in children(current, *_SUBJECT):
            return _antecedent(child, current)
        if current.dep_ in {"acl", "acl:relcl"}:
            return current.head
        if current.dep_ == "xcomp" and not _is_aside(current):
            raised = _raised(current)
            if raised is not None:
                return raised
            controller = next(iter(children(current.head, "obj")), None)
            if controller is not None and controller != verb:
                return controller
        if current.dep_ not in {"conj", "xcomp", "advcl", "ccomp", "parataxis"}:
            return None
        current = current.head
    return None


def _raised(infinitive: Token) -> Token | None:
    """Give what "which" stands for where an infinitive tells of it: "which they expect to cost $3"."""
    above = infinitive.head
    if above.dep_ != "acl:relcl" or not has_child(infinitive, {"to"}, "mark"):
        return None
    fronted = any(
        child.tag_ in {"WDT", "WP"} and child.i < above.i
        for child in (*children(infinitive, "obj", "nsubj"), *children(above, "obj"))
    )
    own = any(child.i > infinitive.i for child in children(infinitive, "obj"))
    return above.head if fronted and own and children(above, "nsubj") else None


def _is_aside(verb: Token) -> bool:
    """Whether a comma stands before a participle: "lowered the toll, saying": the object says nothing."""
    return verb.tag_ == "VBG" and verb.i > verb.sent.start and verb.nbor(-1).text == ","


def _antecedent(token: Token, verb: Token) -> Token:
    """Replace a relative pronoun by what it stands for."""
    if token.tag_ in {"WDT", "WP"} and verb.dep_ == "acl:relcl":
        return verb.head
    return token


def clause_opening(sentence: Span) -> Span:
    """Give the words before the first comma of a sentence."""
    comma = next((token.i for token in sentence if token.lower_ == ","), sentence.start)
    return sentence.doc[sentence.start : comma]


def name_around(token: Token) -> Span:
    """Give the name (entity) that a token is part of; the token alone if it is part of none."""
    doc, label = token.doc, token.ent_type
    first = last = token.i
    while first > 0 and doc[first].ent_iob == _INSIDE and doc[first - 1].ent_type == label:
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].ent_iob == _INSIDE and doc[last + 1].ent_type == label:
        last += 1
    return Span(doc, first, last + 1)


def direct_object(verb: Token) -> Token | None:
    """Give the object of a verb."""
    found = children(verb, "obj", "nsubj:pass")
    return found[0] if found else None


def auxiliaries(verb: Token) -> set[str]:
    """Give the lower-case lemmas or words of the auxiliaries of a predicate."""
    return {child.lower_ for child in children(verb, "aux", "aux:pass", "cop")}


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, or a participle behind its noun."""
    if children(verb, "aux:pass", "nsubj:pass"):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def is_clause(token: Token) -> bool:
    """Whether the token heads a clause of its own."""
    return token.dep_ in _CLAUSE and (is_verb(token) or bool(children(token, "cop")))


def is_set_off(relative: Token) -> bool:
    """Whether a comma sets off a relative clause, which then only says more: "Selm, which ..., "."""
    first = relative.left_edge
    return first.text in {",", *DASHES} or (
        first.i > first.sent.start and first.nbor(-1).text in {",", *DASHES}
    )


def is_superlative(token: Token) -> bool:
    """Whether a word is a superlative ("worst", "most"), and not that of "at least" or "at most"."""
    if token.tag_ not in {"JJS", "RBS"}:
        return False
    hedges = token.lower_ in {"least", "most"} and token.i > token.sent.start
    return not (hedges and token.nbor(-1).lower_ == "at")


def _upward(token: Token) -> Iterator[Token]:
    """Give the ancestors, nearest first."""
    parse = parse_of(token.doc)
    while parse is None and token.head != token:
        token = token.head
        yield token
    place = token.i
    while parse is not None and parse.heads[place] != place:
        place = parse.heads[place]
        yield parse.tokens[place]
