"""The text around a number: sentence starts, tags where the pipeline gave some, times."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.races import places_led_in
from addup.reading.amounts.tables import table
from addup.reading.text import has_any
from addup.records import Time

_PLURAL = re.compile(r"[ -](?:[a-z]+[ -])?(?:people|men|women|children|police|troops|[a-z]{2,}(?<!s)s)\b")
_COUNTED_TAGS = ("NNS", "NNPS", "NN", "JJ", "JJR", "JJS", "VBN", "VBG")
_POLL = re.compile(r"\b(?:polls?|polling|pollsters?|likely voters|registered voters)\b", re.IGNORECASE)
_WORD_BEHIND = re.compile(r"[ -](?P<word>[^\W\d_]+)")
_OPENING = re.compile(r"(?:^|[.!?:]['\"”’)]*\s+|\n\s*|[\"“]\s?)$")


@dataclass(frozen=True)
class Around:
    """A text with its tokens and times, asked about the words beside a number."""

    text: str
    doc: Doc
    times: tuple[Time, ...]
    starts: tuple[int, ...]
    ends: frozenset[int]

    @classmethod
    def of(cls, text: str, doc: Doc, times: Sequence[Time], mentions: list[Mention]) -> Around:
        """Take the text of a Doc with its times and the numbers in it."""
        ordered = tuple(sorted(times, key=lambda time: (time.span.start, time.span.end)))
        ends = frozenset(found.right for found in mentions)
        return cls(text, doc, ordered, tuple(time.span.start for time in ordered), ends)

    def time_at(self, place: int) -> Time | None:
        """Give the time expression that covers a character, None if none does."""
        index = bisect_right(self.starts, place) - 1
        for time in self.times[max(0, index - 1) : index + 1]:
            if time.span.start <= place < time.span.end:
                return time
        return None

    @property
    def is_poll(self) -> bool:
        """Whether the text tells of opinion polls, where points are percentage points."""
        return speaks_of_poll(self.text)

    def times_before(self, place: int) -> tuple[Time, ...]:
        """Give the last time expression that begins before a character, as a tuple of one or none."""
        index = bisect_right(self.starts, place) - 1
        return self.times[index : index + 1] if index >= 0 else ()

    def in_time(self, place: int) -> bool:
        """Whether a character lies in a time expression."""
        return self.time_at(place) is not None

    def token(self, place: int) -> Token | None:
        """Give the token that covers a character."""
        span = self.doc.char_span(place, place + 1, alignment_mode="expand")
        return span[0] if span is not None and len(span) else None

    def tag(self, place: int) -> str:
        """Give the Penn tag of the word at a character, empty where the pipeline gave none."""
        token = self.token(place)
        return token.tag_ if token is not None else ""

    def follows(self, found: Mention) -> bool:
        """Whether another number with its unit ends right before this one ("20cm-40cm")."""
        return found.start - 1 in self.ends

    def opens_sentence(self, place: int) -> bool:
        """Whether a word is the first of its sentence or line."""
        return _OPENING.search(self.text[max(0, place - 6) : place]) is not None

    def counts_plural(self, found: Mention) -> bool:
        """Whether a plural stands behind a number, or one word on."""
        match = _WORD_BEHIND.match(self.text, found.right)
        if match is None or match["word"] in _nothing_counted():
            return False
        tag = self.tag(match.start("word"))
        return tag in ("NNS", "NNPS") or (
            tag in ("", "JJ", "NN") and _PLURAL.match(self.text, found.right) is not None
        )

    def counts_something(self, found: Mention) -> bool:
        """Whether a word that may be counted stands behind a number."""
        match = _WORD_BEHIND.match(self.text, found.right)
        if match is None:
            return False
        tag = self.tag(match.start("word"))
        if tag:
            singular = tag == "NN" and found.value != 1 and self.text[found.right] != "-"
            return tag in _COUNTED_TAGS and not singular
        return match["word"].islower() and match["word"] not in _nothing_counted()

    def is_function_word(self, place: int, word: str) -> bool:
        """Whether a capitalised word is no name: a function word, or a participle that opens a sentence."""
        if word.lower() in _function_words():
            return True
        tag = self.tag(place)
        if tag.startswith("VB") or (tag and self.opens_sentence(place)):
            return not tag.startswith("NNP")
        return not tag and self.opens_sentence(place) and word.lower().endswith(("ing", "ed", "ly"))


@lru_cache(maxsize=1)  # asked again for each number of a text
def speaks_of_poll(text: str) -> bool:
    """Whether a text tells of opinion polls, or what only they can tell."""
    polled = has_any(text, ("poll", "voters")) and _POLL.search(text) is not None
    return polled or bool(places_led_in(text))


@cache
def _nothing_counted() -> frozenset[str]:
    return frozenset(table("names")["nothing_counted"]["words"])


@cache
def _function_words() -> frozenset[str]:
    return _nothing_counted() | frozenset(table("names")["function"]["words"])
