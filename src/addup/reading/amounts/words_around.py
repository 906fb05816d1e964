"""The text around a number: sentence starts, tags where the pipeline gave some, times."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.tables import table
from addup.records import Time

_PLURALS = frozenset(("people", "men", "women", "children", "police", "troops"))
_NOT_COUNTED_TAGS = (
    "IN",
    "TO",
    "VBD",
    "VBZ",
    "VBP",
    "MD",
    "CC",
    "DT",
    "WDT",
    "WP",
    "WRB",
    "POS",
    "PRP",
    "RB",
    "EX",
)
_FUNCTION = frozenset(
    [
        "about",
        "some",
        "the",
        "in",
        "at",
        "only",
        "another",
        "all",
        "these",
        "those",
        "and",
        "but",
        "of",
        "with",
        "by",
        "for",
        "from",
        "to",
        "an",
        "a",
        "as",
        "it",
        "its",
        "his",
        "her",
        "their",
        "when",
        "where",
        "while",
        "if",
        "since",
        "after",
        "before",
        "between",
        "over",
        "under",
        "up",
        "down",
        "just",
        "nearly",
        "almost",
        "around",
        "roughly",
        "at",
        "least",
        "most",
        "more",
        "than",
        "fewer",
        "less",
        "other",
        "others",
        "some",
        "such",
        "that",
        "this",
        "what",
        "which",
        "who",
        "whose",
        "how",
        "why",
        "not",
        "no",
        "nor",
        "or",
        "so",
        "yet",
        "still",
        "even",
        "then",
        "there",
        "here",
        "they",
        "we",
        "he",
        "she",
        "i",
        "you",
        "my",
        "our",
        "your",
        "on",
        "off",
        "out",
        "into",
        "onto",
        "upon",
        "near",
        "through",
        "during",
        "until",
        "till",
        "among",
        "against",
        "within",
        "without",
        "also",
        "both",
        "either",
        "neither",
        "each",
        "every",
        "any",
        "many",
        "much",
        "few",
        "several",
        "first",
        "last",
        "next",
        "past",
        "per",
        "plus",
        "minus",
        "like",
        "unlike",
        "despite",
        "except",
        "because",
        "although",
        "though",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
    ]
)


@dataclass(frozen=True)
class Around:
    """A text with its tokens and times, asked about the words beside a number."""

    text: str
    doc: Doc
    times: tuple[Time, ...]
    starts: tuple[int, ...]
    ends: frozenset[int]

    @classmethod
    def of(cls, doc: Doc, times: tuple[Time, ...], mentions: list[Mention]) -> Around:
        """Take a text with its times and the numbers in it."""
        ordered = tuple(sorted(times, key=lambda time: (time.span.start, time.span.end)))
        ends = frozenset(found.right for found in mentions)
        return cls(doc.text, doc, ordered, tuple(time.span.start for time in ordered), ends)

    def time_at(self, place: int) -> Time | None:
        """Give the time expression that covers a character, None if none does."""
        index = bisect_right(self.starts, place) - 1
        for time in self.times[max(0, index - 1) : index + 1]:
            if time.span.start <= place < time.span.end:
                return time
        return None

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
        return (
            re.search(r"(?:^|[.!?:]['\"”’)]*\s+|\n\s*|[\"“]\s?)$", self.text[max(0, place - 6) : place])
            is not None
        )

    def counts_something(self, found: Mention) -> bool:
        """Whether a word that may be counted stands behind a number."""
        match = re.compile(r"[ -](?P<word>[^\W\d_]+)").match(self.text, found.right)
        if match is None:
            return False
        tag = self.tag(match.start("word"))
        if tag:
            return tag in ("NNS", "NNPS", "NN", "JJ", "JJR", "VBN", "VBG", "JJS") and (
                tag != "NN" or found.value == 1 or self.text[found.right] == "-"
            )
        word = match["word"]
        return word.islower() and word not in table("names")["nothing_counted"]["words"]

    def is_function_word(self, place: int, word: str, *, opens: bool) -> bool:
        """Whether a capitalised word is no name: a function word, or a verb or participle that opens a sentence."""
        tag = self.tag(place)
        if word.lower() in _FUNCTION:
            return True
        if tag:
            return not tag.startswith(("NNP", "NN"))
        return opens and word.lower().endswith(("ing", "ed", "ly"))
