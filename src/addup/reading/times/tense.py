"""Whether the words around a time speak of the past or of the future.

In a parsed text the verb that governs the expression decides: VBD, or a participle with "had" or "was", is past;
a modal or a verb of planning is future. In a text that is not parsed, the nearest telling word of the sentence does:
first to the left, since English puts the verb before the time, then to the right.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Doc

from addup.reading.times.context import Direction
from addup.reading.times.vocabulary import load

CUES: dict[str, list[str]] = load("cues.toml")
FUTURE = frozenset(CUES["future"])
PAST = frozenset(CUES["past"])
WORD = re.compile(r"[A-Za-z]*['’]?[A-Za-z]+")
SENTENCE_END = re.compile(r"(?<![A-Z])(?<!Sept)(?<![A-Z][a-z])(?<![A-Z][a-z]{2})[.?!]['\"’”)]*\s+(?=[A-Z\"“'`])|\n\s*\n")
REACH = 200


def from_words(text: str) -> Callable[[int, int], Direction | None]:
    """The tense around places of a text, told by its words alone."""

    def direction(start: int, end: int) -> Direction | None:
        before = text[max(0, start - REACH) : start]
        ends = [match.end() for match in SENTENCE_END.finditer(before)]
        for word in reversed(WORD.findall(before[ends[-1] if ends else 0 :])):
            if told := _told(word.lower()):
                return told
        after = text[end : end + REACH]
        stop = SENTENCE_END.search(after)
        for word in WORD.findall(after[: stop.start()] if stop else after):
            if told := _told(word.lower()):
                return told
        return None

    return direction


def _told(word: str) -> Direction | None:
    if word in FUTURE:
        return "future"
    if word in PAST or (word.endswith("ed") and len(word) > 4):
        return "past"
    return None


def of_document(doc: Doc) -> Callable[[int, int], Direction | None]:
    """The tense around places of a document: by its verbs where it was parsed, else by its words."""
    return from_words(doc.text)
