"""What kind of source the text credits: a person, an organisation, an unnamed official, a document."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading.crediting.documents import is_document
from addup.reading.names import Names, body_nouns, name_words, pronoun_kind
from addup.reading.nouns.people import is_person
from addup.records import SourceKind

# What a name that the tagger found stands for as a source where it is of nobody: a place speaks for those who
# govern it, also where only the text elsewhere tells that it is one ("in Selm").
_TAGGED: dict[str, SourceKind] = dict.fromkeys(("PERSON", "ORGANIZATION", "LOCATION"), "organisation")


def kind_of(noun: Token, names: Names) -> SourceKind | None:
    """Give what kind of source a noun phrase stands for, by its head; None where the words do not say.

    A document is one whoever's name it bears ("a Radio Kisumu poll"); a name, or what stands for one, is of
    the kind of the name; else the noun tells, offices before people in general.
    """
    if is_document(noun) and noun.ent_type_ != "PERSON":
        return "document"
    naming = names.naming(noun) or names.antecedent(noun)
    if naming is not None:
        return naming.name.kind
    if noun.ent_type_ in _TAGGED:
        return _TAGGED[noun.ent_type_]
    return _by_noun(noun) or _of_people(noun)


def _by_noun(noun: Token) -> SourceKind | None:
    """Look a noun up as written first: authorities are officials, an authority is an organisation."""
    for word in (noun.lower_, noun.lemma_.lower()):
        if word in name_words("kind", "official"):
            return "official"
        if word in body_nouns():
            return "organisation"
    return "organisation" if noun.lower_ in name_words("organisation", "forms") else None


def _of_people(noun: Token) -> SourceKind | None:
    if pronoun_kind(noun) == "person":
        return "person"
    # A plain pronoun or a number may stand for anything.
    return "person" if noun.tag_.startswith("NN") and is_person(noun) else None
