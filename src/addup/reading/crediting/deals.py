"""Deals between firms: a sentence about one that was told of before goes on with the report of it."""

from __future__ import annotations

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.crediting.voices import Voice, begins_right_behind
from addup.reading.crediting.words import words
from addup.reading.text import has_break


def is_of_deal(sentence: Span) -> bool:
    """Whether a sentence is about a deal that it takes for known: "the offer", "the new shares", "terms"."""
    subjects = grammar.children(sentence.root, *grammar.SUBJECTS)
    deals = (noun for noun in subjects if noun.lemma_.lower() in words("deal", "nouns"))
    known = (grammar.has_child(deal, words("deal", "known"), "det") for deal in deals)
    return first_word(sentence).lower_ == "terms" or any(known)


def deal_before(sentence: Span, last: Voice) -> Voice | None:
    """Go back over the sentences about a deal in a paragraph to the last report if they go on with it.

    In another paragraph the outlet tells more of a deal itself.
    """
    doc = sentence.doc
    if has_break(doc, last.cue.sent.start, sentence.start):
        return None
    while not begins_right_behind(last, doc, sentence.start):
        before_it = doc[sentence.start - 1].sent
        ends = has_break(doc, before_it.start, sentence.start)
        if ends or before_it.start <= last.cue.i or not is_of_deal(before_it):
            return None
        sentence = before_it
    return last


def first_word(sentence: Span) -> Token:
    """Give the word that a sentence begins with, behind what space there is."""
    return next((token for token in sentence if not token.is_space), sentence.root)
