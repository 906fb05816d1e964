"""One report of speech in a text: who speaks, the word that says so, and what it covers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from addup.reading.text import text_of, words_of

_PRINTED = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Voice:
    """One report: the head noun of who speaks, the word that says so, and the tokens that it covers."""

    source: Token
    cue: Token
    content: frozenset[int]


def before(voices: Sequence[Voice], place: int) -> Voice | None:
    """Give the last of the reports of a text whose cue stands before a token."""
    end = _first_from(voices, place)
    return voices[end - 1] if end else None


def between(voices: Sequence[Voice], start: int, end: int) -> Sequence[Voice]:
    """Give those of the reports of a text whose cues are among some tokens."""
    return voices[_first_from(voices, start) : _first_from(voices, end)]


def _first_from(voices: Sequence[Voice], place: int) -> int:
    """Give the number of the first report whose cue is not before a token; they are in that order."""
    return bisect_left(voices, place, key=lambda voice: voice.cue.i)


def only_calls(voice: Voice) -> bool:
    """Whether somebody only calls a thing something, which nothing around it goes on with."""
    return voice.cue.lemma_ == "call"


def leads_to_speech(sentence: Span) -> bool:
    """Whether a sentence ends in a colon, before words that follow: "He said:"."""
    words = words_of(sentence.doc)[sentence.start : sentence.end]
    last = next((word for word in reversed(words) if not word.isspace()), None)
    return last == ":"


def begins_right_behind(voice: Voice, doc: Doc, start: int) -> bool:
    """Whether nothing but a line break stands between the sentence of a report and a token."""
    return _PRINTED.search(text_of(doc), voice.cue.sent.end_char, doc[start].idx) is None
