"""Brings the parse of other English pipelines to the conventions of the bundled one.

The pipelines that spaCy publishes for English label their parse by ClearNLP: a preposition is the head of its
noun, and "be" of its predicate. In Universal Dependencies, which reading is written for, the words with a
meaning are the heads. Names come with the labels of OntoNotes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc, Span

from addup.tables import table

_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_CLAUSES = frozenset({"pcomp", "acl", "advcl"})
# What an inner preposition brought ("out of the 617,000") is the object of the outer one.
_OBJECTS = _CLAUSES | {"pobj", "nmod", "obl"}
_PREDICATES = frozenset({"attr", "acomp"})
_NOMINAL_TAGS = ("NN", "PRP", "CD", "DT", "WP", "$")
_BE = frozenset(
    {"be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"}
)
_WITHIN_NUMBERS = frozenset({"compound", "quantmod", "advmod", "nummod", "punct"})


@dataclass(slots=True)
class _Tree:
    """Heads and labels of all tokens, to be changed in place; a root is its own head."""

    tags: Sequence[str]
    words: Sequence[str]
    heads: list[int]
    labels: list[str]

    def children(self, head: int) -> list[int]:
        """Give the tokens that hang on one, in their order."""
        return [token for token, above in enumerate(self.heads) if above == head and token != head]

    def is_root(self, token: int) -> bool:
        """Tell whether a token hangs on nothing."""
        return self.heads[token] == token


def adapt(doc: Doc, language: Language) -> None:
    """Bring a document as another pipeline annotated it to the bundled one's labels, in place."""
    if "pobj" in language.get_pipe("parser").labels:  # type: ignore[attr-defined]
        to_universal(doc)
    rename_names(doc)


def to_universal(doc: Doc) -> None:
    """Turn a parse by ClearNLP into Universal Dependencies, in place.

    Sources: Choi and Palmer, "Guidelines for the CLEAR Style Constituent to Dependency Conversion" (2012);
    universaldependencies.org.
    """
    tree = _Tree(
        tags=[token.tag_ for token in doc],
        words=[token.text.lower() for token in doc],
        heads=[token.head.i for token in doc],
        labels=[_table()["labels"].get(token.dep_, token.dep_) for token in doc],
    )
    _turn_money(tree)
    _turn_prepositions(tree)
    _turn_predicates(tree)
    _flatten_conjunctions(tree)
    staying = _table()["staying"]
    codes = [doc.vocab.strings.add(staying.get(label, label)) for label in tree.labels]
    offsets = np.array(tree.heads) - np.arange(len(doc))
    values: Any = np.stack([offsets.astype(np.uint64), np.array(codes, np.uint64)], axis=1)
    doc.from_array([HEAD, DEP], values)


def rename_names(doc: Doc) -> None:
    """Give the names of a document the kinds that the bundled pipeline knows, and drop what is no name."""
    kinds = _table()["names"]
    doc.ents = tuple(
        Span(doc, name.start, name.end, kinds[name.label_]) for name in doc.ents if name.label_ in kinds
    )


@cache
def _table() -> dict[str, dict[str, str]]:
    return table("addup.reading", "clearnlp")


def _turn_money(tree: _Tree) -> None:
    """Make the sign of a currency the head of its amount: "$" with "million" on it, and that with "4.5"."""
    for sign in range(len(tree.heads)):
        number = tree.heads[sign]
        if tree.tags[sign] != "$" or tree.tags[number] != "CD":
            continue
        for child in tree.children(number):
            if child != sign and tree.labels[child] not in _WITHIN_NUMBERS:
                tree.heads[child] = sign
        tree.heads[sign] = sign if tree.is_root(number) else tree.heads[number]
        tree.labels[sign] = tree.labels[number]
        tree.heads[number] = sign
        tree.labels[number] = "nummod"


def _turn_prepositions(tree: _Tree) -> None:
    """Hang the noun where its preposition hung, and the preposition on the noun; the inner ones first."""
    for word in reversed(range(len(tree.heads))):
        if tree.labels[word] not in _PREPOSITIONS:
            continue
        below = tree.children(word)
        object_ = next((child for child in below if tree.labels[child] in _OBJECTS and child > word), None)
        if object_ is None:
            continue
        clause = tree.labels[object_] in _CLAUSES
        above = tree.heads[word]
        tree.labels[object_] = _complement(tree, above, clause=clause, by=tree.labels[word] == "agent")
        tree.heads[object_] = object_ if above == word else above
        for child in below:
            if child != object_:
                tree.heads[child] = object_
        tree.heads[word] = object_
        tree.labels[word] = "mark" if clause else "case"


def _complement(tree: _Tree, above: int, *, clause: bool, by: bool) -> str:
    """Name what a preposition brings to the word above it."""
    nominal = tree.tags[above].startswith(_NOMINAL_TAGS)
    if clause:
        return "acl" if nominal else "advcl"
    if by:
        return "obl:agent"
    return "nmod" if nominal else "obl"


def _turn_predicates(tree: _Tree) -> None:
    """Make what somebody is the head of the clause, and "be" its copula."""
    for predicate in range(len(tree.heads)):
        verb = tree.heads[predicate]
        if tree.labels[predicate] not in _PREDICATES or tree.words[verb] not in _BE or verb == predicate:
            continue
        for child in tree.children(verb):
            if child != predicate:
                tree.heads[child] = predicate
        tree.heads[predicate] = predicate if tree.is_root(verb) else tree.heads[verb]
        tree.labels[predicate] = tree.labels[verb]
        tree.heads[verb] = predicate
        tree.labels[verb] = "cop"


def _flatten_conjunctions(tree: _Tree) -> None:
    """Hang every member of a list on the first, and "and" on the member that it brings."""
    for word in range(len(tree.heads)):
        if tree.labels[word] == "cc":
            members = (child for child in tree.children(tree.heads[word]) if tree.labels[child] == "conj")
            tree.heads[word] = next((child for child in members if child > word), tree.heads[word])
    for member in range(len(tree.heads)):
        first = member
        while tree.labels[first] == "conj" and tree.heads[first] < first:
            first = tree.heads[first]
        tree.heads[member] = first if first != member else tree.heads[member]
