"""How words are hung elsewhere in a parse."""

from __future__ import annotations

from spacy.tokens import Token


def take_place(word: Token, of: Token) -> None:
    """Hang a word where another hangs: on top of the sentence, if that is on top."""
    word.head, word.dep_ = (word, "ROOT") if of.head == of else (of.head, of.dep_)


def put_on_top(word: Token) -> None:
    """Make a word the root of its sentence."""
    word.head, word.dep_ = word, "ROOT"
