"""Nouns of those who act and are not measured: names, persons, firms and other bodies."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading.frames import words
from addup.reading.names import name_words
from addup.reading.nouns.amounts import names_measure
from addup.reading.nouns.people import is_person
from addup.reading.nouns.plurals import singular
from addup.reading.text import kept, words_of


def is_actor(noun: Token) -> bool:
    """Whether a noun names somebody who acts rather than something measured."""
    personal = noun.tag_.startswith("PRP") and noun.lower_ != "it"
    return personal or noun.ent_type_ in {"PERSON", "ORGANIZATION"}


def is_name(noun: Token) -> bool:
    """Whether a noun is a name, of whatever it be: taggers know one where they miss whose it is ("GM")."""
    if names_measure(noun) or _is_capital_by_place(noun):
        return False
    return is_actor(noun) or noun.tag_ in {"NNP", "NNPS"} or (noun.is_upper and noun.is_alpha)


def _is_capital_by_place(noun: Token) -> bool:
    """Whether a word that begins a sentence is written small elsewhere: "Trade fell", "jobs ... Jobs pay"."""
    if noun.tag_ not in {"NNP", "NNPS"} or noun.i != noun.sent.start or noun.ent_type_:
        return False
    known: dict[str, frozenset[str]] = kept(noun.doc, "words")
    if "" not in known:
        known[""] = frozenset(words_of(noun.doc))
    return noun.lower_ in known[""] or singular(noun.lower_) in known[""]


def is_body(noun: Token) -> bool:
    """Whether a common noun names people or bodies, who have money and are none ("club", "mayor")."""
    kinds = name_words("kind", "organisation") | name_words("kind", "official") | words("people", "bodies")
    return noun.tag_ in {"NN", "NNS"} and (noun.lemma_.lower() in kinds or is_person(noun))


def is_firm(noun: Token) -> bool:
    """Whether a common noun names a body, of business or of state."""
    return noun.lemma_.lower() in name_words("kind", "organisation") | words("people", "bodies")
