"""Penalties that a court sets: how long is of no day, but the day of the sentence is that of the figure."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.days.told import Told
from addup.reading.days.words import listed


def is_penalty(told: Told) -> bool:
    """Whether a length is that of a penalty: "sentenced to nine years", "the longest term was nine years".

    Somebody is given years only where a court is spoken of.
    """
    if told.amount.kind != "duration":
        return False
    clause = grammar.predicate(told.anchor)
    if clause is None:
        return False
    subject = grammar.subject(clause)
    if subject is not None and subject.lemma_.lower() in listed("penalty", "sentences"):
        return bool(grammar.children(clause, "cop"))
    verb = clause.lemma_.lower()
    if verb in listed("penalty", "sentencing"):
        return True
    return verb in listed("penalty", "giving") and _is_of_court(told.anchor)


def _is_of_court(anchor: Token) -> bool:
    """Whether the sentence of a figure, or the one before, speaks of a court."""
    doc, sentence = anchor.doc, anchor.sent
    start = doc[sentence.start - 1].sent.start if sentence.start else 0
    return any(token.lemma_.lower() in listed("penalty", "courts") for token in doc[start : sentence.end])
