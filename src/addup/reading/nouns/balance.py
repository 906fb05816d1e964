"""Deaths that are only held against births, so that how many more there were is no toll of anything."""

from __future__ import annotations

from spacy.attrs import LOWER
from spacy.tokens import Token

from addup.reading.frames import words
from addup.reading.parsed import tokens_from
from addup.reading.text import strings_of


def is_balance(noun: Token) -> bool:
    """Whether deaths or births are how many there were more of one than of the other.

    "An excess of 400 [deaths] over births", "400 more [deaths] than births".
    """
    return noun.lemma_.lower() in _VITAL and any(
        token.lemma_.lower() in _VITAL - {noun.lemma_.lower()}
        and token.i > noun.i
        and any(child.lower_ in {"over", "than"} for child in token.lefts)
        for token in tokens_from(noun.doc, noun.i + 1, noun.sent.end)
    )


def is_vital(word: Token) -> bool:
    """Whether a sentence counts births, beside which deaths are those of a whole population."""
    doc, sentence = word.doc, word.sent
    told = strings_of(doc, LOWER)[sentence.start : sentence.end]
    natural = (doc[place] for place, other in enumerate(told, sentence.start) if other == "natural")
    return "births" in told or any(map(_is_balance, natural))


def _is_balance(natural: Token) -> bool:
    return natural.head.lemma_.lower() in words("people", "balances")


_VITAL = frozenset({"birth", "death"})
