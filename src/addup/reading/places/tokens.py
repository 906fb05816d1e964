"""Small questions about words that all who look for places ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.frames import words

BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "nmod:poss"})


def is_one_of(token: Token, *rows: str) -> bool:
    """Whether a word is, in its base form, in one of the rows of words about places."""
    lemma = token.lemma_.lower()
    return any(lemma in words("place", row) for row in rows)


def behind(token: Token) -> Token | None:
    """Give the word right behind another."""
    return token.nbor() if token.i + 1 < len(token.doc) else None


def has_noun_behind(token: Token, also: Set[str]) -> bool:
    """Whether a noun stands right behind a word, or a word with one of some other tags."""
    after = behind(token)
    return after is not None and (grammar.is_noun(after) or after.tag_ in also)


def upward(token: Token) -> Iterator[Token]:
    """Give a word and those that it hangs below, nearest first."""
    yield token
    yield from token.ancestors


def is_predicate(token: Token) -> bool:
    """Whether a word says what is so: a verb, or what is something by "be"."""
    return grammar.is_verb(token) or bool(grammar.children(token, "cop"))


def is_proper(token: Token) -> bool:
    """Whether a word is one of a name, by its tag."""
    return token.tag_.startswith("NNP")


def has_name(tokens: Iterable[Token]) -> bool:
    """Whether there is a name among some words."""
    return any(map(is_proper, tokens))


def name_text(token: Token) -> str:
    """Give the whole name that a word is part of."""
    return grammar.name_around(token).text


def is_day(token: Token) -> bool:
    """Whether a word names a day or month, which may stand right behind a place; "on Mondays" as well."""
    return not words("place", "days").isdisjoint((token.lower_, token.lower_.removesuffix("s")))


def names_belief(span: Span) -> bool:
    """Whether a party or belief is among the words of a name: "[Islamic] State", "[Democratic] Party"."""
    return any(token.lower_ in words("place", "convictions") for token in span)


def goes_on_as_name(noun: Token) -> bool:
    """Whether a word is in the middle of a name: "the United [States] Elections Project"."""
    after = behind(noun)
    return is_proper(noun) and after is not None and is_proper(after) and not is_day(after)
