"""What is found once for a text, for whom it credits: its names, who speaks where, and its quotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from addup.reading.crediting.voices import Voice, find_voices, only_calls
from addup.reading.names import Names
from addup.reading.quotations import Quotation, quotation_of_tokens, quotations_of


@dataclass(frozen=True, slots=True)
class Article:
    """A parsed text with its names, the reports in it in their order, and its quotations.

    `reports` are those of the voices that something may go on with, `covering` for each token those around
    it, and `of_sentence` those who speak in a sentence, by its first token. `speaking` has the first tokens
    of the sentences in which somebody speaks; `numbers` for each token the number of its quotation, -1
    outside all.
    """

    doc: Doc
    names: Names
    voices: tuple[Voice, ...]
    reports: tuple[Voice, ...]
    covering: Mapping[int, Sequence[Voice]]
    of_sentence: Mapping[int, Sequence[Voice]]
    speaking: frozenset[int]
    quotations: list[Quotation]
    numbers: list[int]

    def is_heard(self, other: Token, noun: Token) -> bool:
        """Whether a word stands in no quotation, or in that of another word."""
        return self.numbers[other.i] in {-1, self.numbers[noun.i]}


def article_of(doc: Doc, names: Names) -> Article:
    """Find who speaks where in a text."""
    voices = find_voices(doc)
    reports = tuple(voice for voice in voices if not only_calls(voice))
    covering: dict[int, list[Voice]] = defaultdict(list)
    of_sentence: dict[int, list[Voice]] = defaultdict(list)
    for voice in voices:
        of_sentence[voice.source.sent.start].append(voice)
        for token in voice.content:
            covering[token].append(voice)
    return Article(
        doc,
        names,
        voices,
        reports,
        dict(covering),
        dict(of_sentence),
        frozenset(voice.source.sent.start for voice in reports),
        quotations_of(doc),
        quotation_of_tokens(doc),
    )
