"""From the names in a text to those who bear them: the names of each are joined, in full or in short."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.names.article import Names
from addup.reading.names.descriptions import words_with
from addup.reading.names.find import names_in
from addup.reading.names.forms import is_acronym, same_name
from addup.reading.names.kinds import kind_of_name
from addup.reading.names.outlets import only_passes_on
from addup.reading.names.records import Name, NameKind, Naming
from addup.reading.names.sexes import sex_of, with_sex
from addup.reading.names.words import name_words
from addup.reading.text import written


def resolve(doc: Doc) -> Names:
    """Find the persons and organisations that a parsed text names, and join the names of each."""
    known: list[Name] = []
    spans = names_in(doc)
    labels = Counter((written(span), span.label_) for span in spans)
    joined = []
    for span in spans:
        kind = kind_of_name(span, known, labels)
        if kind is not None:
            joined.append(_join(span, kind, known))
    namings = tuple(with_sex(doc, joined, known))
    by_token = {token: naming for naming in namings for token in range(naming.start, naming.end)}
    return Names(namings, by_token)


def _join(span: Span, kind: NameKind, known: list[Name]) -> Naming:
    """Add a name to those known before, as another of one of them or as a new one."""
    text = written(span)
    words = words_with(span)
    sex = sex_of(text, words) if kind == "person" else None
    name = same_name(text, kind, [other for other in known if not (sex and other.sex) or other.sex == sex])
    if name is None:
        name = Name(kind, text)
        known.append(name)
    elif len(text) > len(name.full) and not is_acronym(text, name.full):
        name.full = text
    name.words |= words
    name.sex = name.sex or sex
    passes_on = kind == "organisation" and only_passes_on(span)
    return Naming(span.start, span.end, name, _is_subject(span.root), sex, passes_on)


def _is_subject(noun: Token) -> bool:
    """Whether a name is a subject, or stands beside one: "another analyst, [Jo Bell] of Orel, said"."""
    steps = set()
    while noun.dep_ in {"appos", "flat", "compound"}:
        steps.add(noun.dep_)
        noun = noun.head
    owner = noun.dep_ == "nmod" and grammar.preposition(noun) == "of"
    if owner and noun.head.lemma_.lower() in name_words("organisation", "owned"):
        noun = noun.head  # "shares of [Orel] fell after it said"
    return steps != {"compound"} and noun.dep_ in grammar.SUBJECTS
