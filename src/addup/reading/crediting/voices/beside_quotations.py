"""Reports by standing beside a quotation: '"40 had died," she lamented', 'he went on: "We lost 40."'.

There any verb of somebody's says who speaks. A quotation that ends in a question is a sentence of its own,
and what follows it may be another: only verbs of asking and the like, or a small letter, then tie them.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.crediting.voices.conditions import is_body
from addup.reading.crediting.voices.speakers import is_nobody, subject_of
from addup.reading.crediting.voices.voice import Voice
from addup.reading.crediting.words import words
from addup.reading.nouns.people import is_person
from addup.reading.parsed import tokens_from
from addup.reading.quotations import Quotation, quotations_of

_LONGEST = 16  # tokens in which the verb stands beside the quotation
_LEADING = frozenset({",", ":"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})


def beside_quotations(doc: Doc) -> Iterator[Voice]:
    """Give who speaks each quotation by a verb right behind it or right before it."""
    for quotation in quotations_of(doc):
        verb = _verb_behind(doc, quotation) or _verb_before(doc, quotation)
        source = _speaker(verb) if verb is not None else None
        if verb is not None and source is not None:
            yield Voice(source, verb, frozenset())


def _speaker(verb: Token) -> Token | None:
    """Give who does what a verb tells, if a person, a body or a name: '"40 died," [Bell] lamented'."""
    behind = verb.nbor().left_edge if verb.i + 1 < len(verb.doc) else verb
    put_behind = next(
        (noun for noun in grammar.children(verb, "obj", "nsubj") if noun.left_edge == behind), None
    )
    if verb.lemma_.lower() in words("say", "quotes"):  # "he quoted one analyst"
        source = put_behind or subject_of(verb)
    else:
        source = subject_of(verb) or put_behind
    if source is None or grammar.is_passive(verb) or is_nobody(source):
        return None
    if source.tag_ == "PRP":
        return source if source.lower_ != "it" else None
    return source if grammar.is_proper(source) or is_body(source) or is_person(source) else None


def _verb_behind(doc: Doc, quotation: Quotation) -> Token | None:
    """Give the verb of the clause that opens right behind a quotation: '"40 had died," [lamented] Bell'."""
    first = quotation.end
    if not quotation.start + 2 < first < len(doc):
        return None
    verb = _verb_of_clause_at(doc[first])
    if verb is None or verb.lemma_.lower() in words("say", "quoting"):
        return verb
    goes_on = doc[first - 2].text == "," or (doc[first].is_lower and doc[first - 2].is_punct)
    return verb if goes_on and _is_speech(doc, quotation) else None


def _is_speech(doc: Doc, quotation: Quotation) -> bool:
    """Whether a quotation opens its sentence or tells something; a title does neither: 'in "Ten Men," he'."""
    opens = quotation.start == doc[quotation.start].sent.start
    return opens or _tells(doc, quotation)


def _tells(doc: Doc, quotation: Quotation) -> bool:
    return any(
        token.tag_ in grammar.FINITE_OR_MODAL for token in tokens_from(doc, quotation.start, quotation.end)
    )


def _verb_of_clause_at(first: Token) -> Token | None:
    """Give the verb of a clause that begins with itself and its subject, or with its subject."""
    if first.tag_ in grammar.FINITE:
        return first
    near = tokens_from(first.doc, first.i, min(first.i + _LONGEST, first.sent.end))
    subjects = (token for token in near if token.dep_ == "nsubj" and token.left_edge == first)
    verbs = (subject.head for subject in subjects if subject.head.i > subject.i)
    return next(filter(grammar.is_verb, verbs), None)


def _verb_before(doc: Doc, quotation: Quotation) -> Token | None:
    """Give the verb of the clause that leads to a quotation: 'Bell [asked] them, "Where are the 40?"'."""
    start = quotation.start
    sentence = doc[start].sent
    verb = next(
        (token for token in reversed(tokens_from(doc, sentence.start, start)) if grammar.is_verb(token)), None
    )
    opens = start + 1 < len(doc) and doc[start + 1].is_title
    if verb is None or start - verb.i > _LONGEST or not opens:
        return None
    if verb.dep_ not in _CLAUSES or not grammar.children(verb, "nsubj") or grammar.children(verb, "mark"):
        return None
    if verb.lemma_.lower() in words("say", "quoting"):
        return verb if start == verb.i + 1 or doc[start - 1].text in _LEADING else None
    return verb if doc[start - 1].text in _LEADING and _tells(doc, quotation) else None
