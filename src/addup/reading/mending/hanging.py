"""How words are hung elsewhere in a parse."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token


def take_place(word: Token, of: Token) -> None:
    """Hang a word where another hangs: on top of the sentence, if that is on top."""
    word.head, word.dep_ = (word, "ROOT") if of.head == of else (of.head, of.dep_)


def put_on_top(word: Token) -> None:
    """Make a word the root of its sentence."""
    word.head, word.dep_ = word, "ROOT"


def top_of(word: Token, relations: Container[str], within: Container[int] | None = None) -> Token:
    """Go up from a word while it hangs by one of some relations, and on one of some places.

    It ends in any tree, also in one that a step has half mended, or whose root has a relation.
    """
    for above in word.ancestors:
        if word.dep_ not in relations or (within is not None and above.i not in within):
            break
        word = above
    return word
