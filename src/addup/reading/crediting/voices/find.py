"""All reports of a text, in the order of the words that make them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.attrs import LEMMA, LOWER
from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.crediting.documents import is_document
from addup.reading.crediting.voices.according import governed, of_preposition
from addup.reading.crediting.voices.beside_quotations import beside_quotations
from addup.reading.crediting.voices.conditions import is_body
from addup.reading.crediting.voices.nouns import of_noun
from addup.reading.crediting.voices.verbs import of_verb, reporting_verbs
from addup.reading.crediting.voices.voice import Voice
from addup.reading.crediting.words import words
from addup.reading.parsed import tokens_from
from addup.reading.text import spots

# Words that neither report nor stand for a report.
_SILENT = frozenset(
    {",", ".", ":", "``", "''", "-LRB-", "-RRB-", "CC", "DT", "HYPH", "IN", "MD", "POS", "PRP$", "TO"}
)


def find_voices(doc: Doc) -> tuple[Voice, ...]:
    """Find the reporting clauses and phrases of a parsed article, in the order of their cues."""
    rows = ("words", "opening", "short")
    prepositions = frozenset().union(*(words("preposition", row) for row in rows))
    written = spots(doc, LOWER, prepositions | words("noun", "reports"))
    telling = sorted({*written, *spots(doc, LEMMA, _telling())})
    found = [voice for place in telling if doc[place].tag_ for voice in voices_of(doc[place])]
    cues = {voice.cue.i for voice in found}
    beside = (voice for voice in beside_quotations(doc) if voice.cue.i not in cues)
    return tuple(sorted((*found, *beside), key=lambda voice: voice.cue.i))


@cache
def _telling() -> frozenset[str]:
    """Give the lemmas of all words that a report can hang on; most words of a text are none of them."""
    counting = words("noun", "counts") | words("noun", "reckonings")
    claiming = words("noun", "words") | words("noun", "claims") | words("noun", "views")
    return reporting_verbs() | words("document", "counts") | claiming | counting


def voices_of(token: Token) -> Iterator[Voice]:
    """Find the reports that hang on a word."""
    if token.lower_ in words("preposition", "words") or _opens_with_document(token) or _is_per_body(token):
        yield from of_preposition(token)
    elif token.tag_ in _SILENT:
        return
    elif grammar.is_verb(token) or (grammar.children(token, "nsubj") and not grammar.children(token, "cop")):
        yield from of_verb(token)
    else:
        yield from of_noun(token)


def _is_per_body(token: Token) -> bool:
    """Whether a short preposition names who says so, and no rate: "per the ministry", not "per share"."""
    if token.lower_ not in words("preposition", "short"):
        return False
    noun = token.head if token.dep_ == "case" else governed(token)
    if token.dep_ == "fixed":  # "as per the ministry"
        noun = token.head.head
    named = grammar.is_proper(noun) or grammar.has_child(noun, {"the", "its", "their"}, "det", "nmod:poss")
    return named and noun.i > token.i and (is_body(noun) or is_document(noun))


def _opens_with_document(token: Token) -> bool:
    """Whether a sentence opens with a document that it draws on: "Based on figures from the port, ..."."""
    if token.lower_ not in words("preposition", "opening") or token.i + 2 >= token.sent.end:
        return False
    opens = not any(before.is_alpha for before in tokens_from(token.doc, token.sent.start, token.i))
    told = words("document", "makers") | words("document", "counts") | {"statement"}
    told -= {"number"}
    return opens and token.nbor().lower_ == "on" and governed(token).lemma_.lower() in told
