"""Persons and organisations, which name taggers mix up.

The form of a name decides, then the noun that it explains, then what the same words are part of elsewhere,
then the commonest label.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Span

from addup.reading import grammar
from addup.reading.names.called import calls_body
from addup.reading.names.descriptions import is_somebody
from addup.reading.names.forms import is_short, is_surname
from addup.reading.names.records import Name, NameKind
from addup.reading.names.words import name_words
from addup.reading.text import written

_KINDS: dict[str, NameKind] = {"PERSON": "person", "ORGANIZATION": "organisation"}


def kind_of_name(span: Span, known: list[Name], labels: Counter[tuple[str, str]]) -> NameKind | None:
    """Tell the kind of a name by the names before and how often each has which label; None for a place."""
    if span[-1].lower_ in name_words("organisation", "forms"):
        return "organisation"
    if span[-1].lower_ in name_words("place", "forms"):
        return None
    text = written(span)
    alike = [] if " " in text else [name for name in known if name.full.endswith(text)]
    bears_surname = any(is_surname(text, name) for name in alike)
    beside = _kind_beside(span) or (None if bears_surname else _kind_called(span))
    if beside is not None:
        return beside
    if any(name.kind == "organisation" and is_short(text, name.full, "organisation") for name in known):
        return "organisation"
    place = grammar.preposition(span.root) is not None and span.label_ == "LOCATION"
    if not place and bears_surname:
        return "person"
    return _KINDS.get(max((*_KINDS, span.label_), key=lambda label: labels[text, label]))


def _kind_called(span: Span) -> NameKind | None:
    """Tell that a name is one of a body by the noun right before it: "the utility [Orel Electric]"."""
    called = span.start > span[0].sent.start and calls_body(span[0].nbor(-1), span)
    return "organisation" if called else None


def _kind_beside(span: Span) -> NameKind | None:
    """Tell whose a name is by the noun that it explains: "its chairman, [Jo Bell]", "the lender [Orel]"."""
    name = span.root
    if name.dep_ == "flat" and not span.start <= name.head.i < span.end:  # behind a title
        name = name.head
    noun = name.head
    if name.dep_ != "appos" or noun.tag_ != "NN" or noun.i > name.i:
        return None
    if noun.lemma_.lower() in name_words("organisation", "generic"):
        is_behind = name.left_edge.i <= noun.i + 2  # further behind somebody in the phrase is named
        return "organisation" if is_behind else None
    return "person" if is_somebody(noun) else None
