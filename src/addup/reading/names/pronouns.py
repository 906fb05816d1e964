"""Whom a pronoun can stand for: by kind, by sex, and as no other part of its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Token

from addup.reading.names.records import NameKind, Naming
from addup.reading.names.sexes import other_sex
from addup.reading.names.words import name_words

_BESIDE_SUBJECT = frozenset({"obj", "iobj", "obl"})


def pronoun_kind(noun: Token) -> NameKind | None:
    """Give what kind of name a pronoun stands for; None for all other words."""
    kinds: tuple[NameKind, ...] = ("person", "organisation")
    return next((kind for kind in kinds if noun.lower_ in name_words("pronoun", kind)), None)


def those_it_can_be(
    pronoun: Token, namings: Iterable[Naming], by_token: Mapping[int, Naming]
) -> Iterator[Naming]:
    """Give those of some namings of whom a pronoun can stand for, by all namings of the text.

    "He told Bell" is not of Bell (principle B of binding theory).
    """
    kind, other = pronoun_kind(pronoun), other_sex(pronoun)
    beside = (child.i for child in pronoun.head.children if child.dep_ in _BESIDE_SUBJECT)
    taken = [by_token[place].name for place in beside if place in by_token]
    for naming in namings:
        name = naming.name
        if naming.passes_on:
            continue
        if name.kind == kind and naming.sex not in other and all(name is not own for own in taken):
            yield naming


def in_focus(fitting: Iterator[Naming]) -> Naming | None:
    """Choose whom a pronoun stands for, of those before it from the last on: a subject, else the last."""
    last = next(fitting, None)
    if last is None or last.is_subject:
        return last
    return next((naming for naming in fitting if naming.is_subject), last)
