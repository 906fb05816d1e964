"""Where what is counted is or happened, as the sentence says it."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events import event_verb

_PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "across",
        "throughout",
        "around",
        "inside",
        "within",
        "off",
        "on",
        "between",
        "of",
    }
)
_REGIONS = frozenset(
    {
        "area", "capital", "city", "coast", "country", "county", "district", "island", "nation", "province", "region",
        "route", "state", "territory", "town", "valley", "village", "zone",
    }
)  # fmt: skip


def place_of(holder: Token, anchor: Token) -> str | None:
    """Give the place that limits a figure, in the words of its sentence; None if the sentence names none.

    A place that hangs on the thing counted comes first ("patients in Ohio"), then one that hangs on what
    happened to it ("were killed in Nairobi"), then one higher up in the sentence.
    """
    if not grammar.is_parsed(anchor):
        return None
    verb = event_verb(holder)
    seen: set[int] = set()
    current: Token | None = holder
    for start in (holder, verb):
        current = start
        while current is not None and current.i not in seen:
            seen.add(current.i)
            place = _place_below(current)
            if place is not None:
                return phrase(place)
            current = current.head if current.head != current else None
    return None


def phrase(noun: Token) -> str:
    """Give the words of a place: its noun with the words before it and joined names, without the preposition."""
    tokens = [noun]
    for child in noun.children:
        if child.dep_ in {"compound", "amod", "nmod:poss", "flat", "det"} or (
            child.dep_ in {"conj", "appos"} and _is_place(child)
        ):
            tokens.extend(child.subtree)
    tokens = [token for token in tokens if token.dep_ != "det" or token.i > noun.i]
    first, last = min(token.i for token in tokens), max(token.i for token in tokens)
    return noun.doc[first : last + 1].text.strip(" ,.;")


def _place_below(token: Token) -> Token | None:
    for child in token.children:
        if (
            child.dep_ in {"obl", "nmod", "obl:unmarked", "nmod:unmarked", "advmod"}
            and _is_place(child)
            and grammar.preposition(child) in _PREPOSITIONS
        ):
            return child
    return None


def _is_place(token: Token) -> bool:
    if token.ent_type_ == "LOCATION":
        return True
    if token.lemma_.lower() in _REGIONS:
        return True
    return (
        grammar.is_noun(token)
        and any(
            child.ent_type_ == "LOCATION" and child.dep_ in {"compound", "amod", "nmod", "nmod:poss"}
            for child in token.children
        )
        and token.ent_type_ != "ORGANIZATION"
    )
