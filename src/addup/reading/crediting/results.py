"""A firm's results: which sentences tell of them, and whose report these go on with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.attrs import LOWER
from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.crediting.voices import Voice, between
from addup.reading.crediting.words import words
from addup.reading.names import Names
from addup.reading.sentences import tells
from addup.reading.text import lemmas_of, strings_of

_YEAR_BEFORE = re.compile(r"\b(?:year-(?:ago|earlier)|[Aa] year (?:ago|earlier),)")


def is_of_results(sentence: Span) -> bool:
    """Whether a sentence tells of a firm's results: of one, of a change in one, or of what it earned."""
    telling = words("results", "nouns") | words("results", "changes")
    lemmas = lemmas_of(sentence.doc)[sentence.start : sentence.end]
    told = [sentence[place] for place, lemma in enumerate(lemmas) if lemma in telling]
    return any(_is_result(noun) and _is_core(noun) for noun in told) or (
        sentence.root.lemma_.lower() in words("results", "earning") and _has_firm_as_subject(sentence)
    )


def _is_core(noun: Token) -> bool:
    """Whether a noun is what a clause is about, not what something in it is about ("the cost of sales")."""
    if noun.dep_ in grammar.SUBJECTS:
        return not grammar.children(noun.head, "expl")
    return noun.dep_ in {"obj", "root", "ROOT", "xcomp"}


def _is_result(noun: Token) -> bool:
    """Whether a noun stands for a result of a firm, or for a change in one ("a drop in earnings")."""
    if noun.lemma_.lower() in words("results", "nouns"):
        return True
    result = grammar.complement(noun, "in") if noun.lemma_.lower() in words("results", "changes") else None
    return result is not None and _is_result(result)


def _has_firm_as_subject(sentence: Span) -> bool:
    """Whether the main clause says what a firm had or made: "the company had a loss"."""
    subjects = grammar.children(sentence.root, "nsubj")
    return sentence.root.lemma_.lower() in words("results", "verbs") and any(map(_is_firm, subjects))


def _is_firm(noun: Token) -> bool:
    named = noun.ent_type_ == "ORGANIZATION" or noun.tag_ == "NNP"
    opens = noun.is_title and noun.left_edge == noun and noun.lower_ not in words("results", "nouns")
    return named or opens or noun.lemma_.lower() in words("results", "firms")


def turns(sentence: Span) -> bool:
    """Whether a sentence turns from what was reported to something else: "however", "meanwhile"."""
    told = strings_of(sentence.doc, LOWER)[sentence.start : sentence.end]
    return not words("results", "turning").isdisjoint(told)


def compares(sentence: Span, names: Names) -> bool:
    """Whether a sentence adds a year before for comparison, from the outlet's files.

    "In the year-earlier quarter, Orel had a loss"; where "the company" had it, its report goes on.
    """
    opening = sentence.doc[sentence.start : sentence.root.i].text
    if _YEAR_BEFORE.search(opening) is None:
        return False
    subjects = grammar.children(sentence.root, "nsubj")
    return any(_is_result(noun) or names.naming(noun) is not None for noun in subjects)


def results_before(sentence: Span, reports: Sequence[Voice], names: Names) -> Voice | None:
    """Go back over sentences about results to the report that they go on with."""
    taken_up = _has_firm_as_subject(sentence)
    firm = next(iter(grammar.children(sentence.root, "nsubj")), None) if taken_up else None
    while sentence.start > 0:
        sentence = sentence.doc[sentence.start - 1].sent
        speaking = between(reports, sentence.start, sentence.end)
        if any(names.is_personal(voice.source) for voice in speaking):
            return None
        # Without an amount or a time it is said what results are, not what they were.
        told = is_of_results(sentence) and tells(sentence.text)
        if speaking and told:
            return None if firm is not None and _is_another(firm, speaking[0].source, names) else speaking[0]
        breaks_off = turns(sentence) or not (told or speaking)
        if breaks_off and not taken_up and sentence.text.strip():
            return None
    return None


def _is_another(firm: Token, source: Token, names: Names) -> bool:
    """Whether a firm that had results has another name than the one that reported its own."""
    naming, told_by = names.naming(firm), names.naming(source)
    if firm.tag_ != "NNP" or told_by is None:
        return False
    if naming is not None:
        return naming.name != told_by.name
    return firm.lower_ not in {source.lower_, *told_by.name.full.lower().split()}
