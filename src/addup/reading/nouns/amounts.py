"""Nouns of amounts: those that name one ("sales"), hold one ("a total of"), change one ("a drop")."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words


def names_measure(noun: Token) -> bool:
    """Whether a common noun names an amount ("sales"); the first word of a sentence may look like a name."""
    if {noun.lemma_.lower(), noun.lower_}.isdisjoint(words("measured", "nouns")):
        return False
    if noun.lower_ == "share" and noun.i and noun.nbor(-1).lower_ == "per":
        return False  # "earnings per share"
    return not noun.tag_.startswith("NNP") or noun.i == noun.sent.start


def is_change(noun: Token) -> bool:
    """Whether a noun names a change of an amount ("drop")."""
    return is_named_change(noun.lemma_.lower())


def is_named_change(lemma: str) -> bool:
    """Whether a lemma is that of a change of an amount."""
    return lemma in words("change", "up_nouns") or lemma in words("change", "down_nouns")


def through_container(noun: Token) -> Token:
    """Go from a noun that only holds an amount to what it is of ("the number of strikers")."""
    if noun.lemma_.lower() in words("container", "nouns") or _is_worth(noun):
        whole = grammar.complement(noun, "of")
        return whole if whole is not None and grammar.is_noun(whole) else noun
    if noun.lemma_.lower() in words("container", "guesses"):
        measured = [part for part in grammar.children(noun, "compound") if names_measure(part)]
        return measured[-1] if measured else _guessed(noun) or noun
    return noun


def _is_worth(noun: Token) -> bool:
    """Whether "worth" stands behind an amount, of what is bought for it: "$100 worth of flour"."""
    return noun.lower_ == "worth" and noun.i > 0 and noun.nbor(-1).lower_ != "net"


def _guessed(noun: Token) -> Token | None:
    """Give what a guess is for that is made right behind it: "cut its forecast for [exports] to"."""
    behind = noun.nbor() if noun.i + 1 < noun.sent.end else noun
    measured = behind.lower_ == "for" and behind.dep_ == "case" and grammar.is_noun(behind.head)
    return behind.head if measured and names_measure(behind.head) else None
