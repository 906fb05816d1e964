"""Bodies named only for passing on what others say: "(Reuters)", "told Reuters", "polled by Reuters".

A report is not about them, so that "it" is none of them.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from addup.documents.datelines import credited_lines
from addup.reading import grammar
from addup.reading.names.words import name_words
from addup.reading.text import kept, text_of

_PARTS = frozenset({"appos", "compound", "flat", "nmod:desc"})


def only_passes_on(name: Span) -> bool:
    """Whether a body is named only as who was told, who asked, or who sent the report."""
    doc = name.doc
    if name.start and name.end < len(doc) and doc[name.start - 1].text == "(" and doc[name.end].text == ")":
        return True
    if any(start <= name.start_char < end for start, end in _datelines(doc)):
        return True
    noun = name.root
    while noun.dep_ in _PARTS:
        noun = noun.head
    return noun.dep_ not in grammar.SUBJECTS and _is_heard(noun.head)


def _is_heard(word: Token) -> bool:
    """Whether a word is one of telling or asking: "[told] Reuters", "in an [interview] with Reuters"."""
    return word.lemma_.lower() in name_words("outlet", "hearing")


def _datelines(doc: Doc) -> list[tuple[int, int]]:
    """Give where the datelines of a text stand, looked for once."""
    known: dict[str, list[tuple[int, int]]] = kept(doc, "datelines")
    if "" not in known:
        known[""] = credited_lines(text_of(doc))
    return known[""]
