"""The words that describe somebody: titles and appositions of a name, and what a description says of its own.

"The ministry" is the ministry named before, "the Russian president" the person whom the article called so; a
description with a name of its own ("the Varo institute"), or of another kind, is of somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.attrs import LOWER
from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.names.records import Name, Naming
from addup.reading.names.words import name_words
from addup.reading.nouns.people import is_person
from addup.reading.parsed import tokens_from
from addup.reading.text import lemmas_of, strings_of

_DESCRIBING = frozenset({"amod", "compound", "nmod:poss"})


def described_before(noun: Token, before: Sequence[Naming]) -> Naming | None:
    """Give the last of the namings before of whom a description is of: "the ministry", "the company".

    A kind of body that goes for any of them is the body that was last the subject of a sentence.
    """
    if not _is_definite(noun) or _has_own_name(noun):
        return None
    words = _words_of(noun)
    body = noun.lemma_.lower() in name_words("kind", "organisation")
    # "Jo Bell, the union's secretary" is described by the union, and is not it.
    called_so = [
        naming
        for naming in before
        if words <= naming.name.words and not (body and naming.name.kind == "person")
    ]
    if called_so:
        return called_so[-1]
    if noun.lemma_.lower() not in name_words("organisation", "generic") or _is_own_kind(noun):
        return None
    bodies = (naming for naming in reversed(before) if naming.name.kind == "organisation")
    acting = (naming for naming in bodies if naming.is_subject)
    return next((naming for naming in acting if not _says_other(naming.name, noun)), None)


def words_with(span: Span) -> set[str]:
    """Give the words that describe whom a span names: titles, appositions, parts of the name."""
    root = span.root
    inside = slice(span.start, span.end)
    words = {*strings_of(span.doc, LOWER)[inside], *lemmas_of(span.doc)[inside]}
    nouns = [*grammar.children(root, "appos"), *([_apposed(root)] if root.dep_ == "appos" else [])]
    for noun in nouns:
        words |= {noun.lemma_.lower(), *_words_of(noun)}
    start = min(root.left_edge.i, max(span.start - 1, span.sent.start))
    places = range(span.start, span.end)
    for token in tokens_from(span.doc, start, span.start):
        hangs_on_it = token.head.i in places or token.head.head.i in places
        if hangs_on_it or token.lower_ in name_words("title", "words"):
            words |= {token.lower_, token.lemma_.lower()}
    return words


def _apposed(name: Token) -> Token:
    """Give what a name stands beside; a parser hangs a person's on the place that the office is of."""
    head = name.head
    office = head
    while office.dep_ == "nmod" and not is_somebody(office):
        office = office.head
    return office if name.ent_type_ == "PERSON" and is_somebody(office) else head


def _words_of(noun: Token) -> set[str]:
    """Give the words of a description that must fit: its noun and the adjectives and names before it."""
    return {noun.lemma_.lower()} | {child.lower_ for child in grammar.children(noun, *_DESCRIBING)}


def is_somebody(noun: Token) -> bool:
    """Whether a noun stands for people, by what they are or by their office."""
    return is_person(noun) or noun.lemma_.lower() in name_words("kind", "official")


def _is_definite(noun: Token) -> bool:
    return grammar.has_child(noun, {"the", "this", "that"}, "det")


def _has_own_name(noun: Token) -> bool:
    """Whether a description names who is meant: "the Varo institute" is no other institute."""
    return any(child.tag_ == "NNP" for child in grammar.children(noun, "compound"))


def _says_other(name: Name, noun: Token) -> bool:
    """Whether the name of a body says that it is another than a noun says: "the agency" is no bank."""
    kinds = name_words("organisation", "apart")
    own = kinds.intersection(name.full.lower().split())
    return bool(own) and noun.lemma_.lower() in kinds - own


def _is_own_kind(noun: Token) -> bool:
    """Whether a word says which public body is meant: "the seismological institute" is no bank.

    That of a firm describes the one spoken of ("the German carmaker").
    """
    kinds = grammar.children(noun, "amod", "compound")
    public = noun.lemma_.lower() in name_words("organisation", "public")
    endings = tuple(name_words("organisation", "classifying"))
    return public and any(kind.text.endswith(endings) and kind.text.islower() for kind in kinds)
