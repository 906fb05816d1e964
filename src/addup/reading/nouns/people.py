"""Nouns that stand for people."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words

# Pronouns of people, with the least number that they stand for.
PRONOUNS = {"he": 1, "she": 1, "him": 1, "her": 1, "himself": 1, "herself": 1, "they": 2, "them": 2}
RELATIVE = frozenset({"WP", "WDT"})
# Nouns that only say how many: "a couple of militants".
_QUANTITIES = frozenset({"couple", "dozens", "handful", "number", "total"})


def is_person(noun: Token) -> bool:
    """Whether a noun stands for people: a person's name, a pronoun, a number, or a noun of the table."""
    noun = counted_noun(noun)
    if noun.lower_ in PRONOUNS or noun.tag_ in RELATIVE or noun.tag_ == "CD":
        return True
    return is_persons_name(noun) or _names_people(noun)


def _names_people(noun: Token) -> bool:
    lemma = lemma_of_people(noun)
    return lemma in words("people", "nouns") or lemma in words("people", "bands")


def is_persons_name(noun: Token) -> bool:
    """Whether a noun is a person's name, by its label or by the title before it ("rebel leader Anwari")."""
    is_labelled = noun.ent_type_ == "PERSON"
    if not (is_labelled or noun.tag_ == "NNP"):
        return False
    if lemma_of_people(noun) in words("people", "nouns") or any(map(str.isdigit, noun.text)):
        return False
    return is_labelled or any(map(_names_people, grammar.children(noun, "compound", "nmod:desc")))


def counted_noun(noun: Token) -> Token:
    """Look through "several of them", "a couple of militants", "10 of his associates"."""
    is_quantity = noun.tag_ in {"CD", "JJ", "DT"} or noun.lemma_.lower() in _QUANTITIES
    return (grammar.complement(noun, "of") or noun) if is_quantity else noun


def lemma_of_people(noun: Token) -> str:
    """Give the lemma, also of a noun that a capital made the tagger take for a name ("Rebels were ...")."""
    word = noun.lower_.removesuffix("s")
    return word if noun.tag_.startswith("NNP") and word in words("people", "nouns") else noun.lemma_.lower()
