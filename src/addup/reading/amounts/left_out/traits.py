"""What is told of a bare number, and what lies between it and an amount, as traits for a network."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import log10

from spacy.tokens import Doc, Token

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.tables import table
from addup.reading.parsed import sentence_bounds
from addup.reading.text import text_of
from addup.reading.trait_network import words_between

_DIGITS = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")
_MAGNITUDE = re.compile(r"(?:thousand|million|billion|trillion|bn|mn|tn|[mk])$", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n\s*\n")
_BEFORE, _BEHIND = 5, 4
"""So many words before and behind a number are told."""
_NEAR = 20
"""So many words between two numbers are looked through."""
_RATIOS = (0.01, 0.1, 0.5, 0.97, 1.03, 2, 10, 100)


@dataclass(frozen=True)
class Told:
    """The numbers of a text with their words: `mentions` in their order, `bears` which can give a unit on."""

    doc: Doc
    mentions: Sequence[Mention]
    bears: Sequence[bool]

    @cached_property
    def text(self) -> str:
        """The text that the numbers stand in."""
        return text_of(self.doc)

    @cached_property
    def tokens(self) -> Sequence[tuple[int, int]]:
        """The first and the last token of each number, its unit with it."""
        starts = [token.idx for token in self.doc]
        return [
            (bisect_right(starts, found.start) - 1, bisect_right(starts, found.right - 1) - 1)
            for found in self.mentions
        ]

    def has_unit(self, token: int) -> bool:
        """Whether a token belongs to a number that has a unit."""
        return any(
            first <= token <= last and found.unit is not None
            for found, (first, last) in zip(self.mentions, self.tokens, strict=True)
        )

    @cached_property
    def sentences(self) -> Sequence[int]:
        """The first token of each sentence."""
        return [start for start, _ in sentence_bounds(self.doc)]

    @cached_property
    def paragraphs(self) -> Sequence[int]:
        """Where a paragraph begins behind another, in characters."""
        return [found.end() for found in _PARAGRAPH.finditer(self.text)]

    @cached_property
    def units(self) -> Counter[str]:
        """How many amounts have each unit."""
        pairs = zip(self.mentions, self.bears, strict=True)
        return Counter(found.unit.name for found, bears in pairs if bears and found.unit)

    def words(self, first: int, last: int) -> list[str]:
        """Give the words from one token up to another, without blanks; all numbers are one."""
        words = [token.lower_ for token in self.doc[max(0, first) : max(0, last)] if not token.is_space]
        return ["#" if word[0].isdigit() else word for word in words]


def traits_of(told: Told, place: int) -> Iterator[str]:
    """Give what is told of a bare number."""
    found, (first, last) = told.mentions[place], told.tokens[place]
    size = int(log10(found.value)) if found.value >= 1 else -1
    scale = _scale(told, found)
    yield from ("any", f"form={found.form}", f"decimals={_decimals(told, found)}", f"scale={scale}")
    yield from (f"size={size}", f"size={size}{scale}")
    before, behind = told.words(first - _BEFORE, first), told.words(last + 1, last + 1 + _BEHIND)
    yield from (f"before{at}={word}" for at, word in enumerate(reversed(before[-3:])))
    yield from (f"before={word}" for word in sorted(set(before)))
    yield from (f"behind{at}={word}" for at, word in enumerate(behind[:3]))
    yield from (f"behind={word}" for word in sorted(set(behind)))
    tags = [token.tag_ for token in told.doc[last + 1 : last + 4]]
    yield from (f"tag{at}={tag}" for at, tag in enumerate(tags))
    yield f"tags={' '.join(tags[:2])}"
    yield from (f"tag-{at}={token.tag_}" for at, token in enumerate(told.doc[max(0, first - 2) : first]))
    token = told.doc[last]
    yield from (f"label={token.dep_}", f"head={token.head.lower_}")
    yield f"head tag={token.head.tag_}{token.head.i > last}"
    if not told.paragraphs or found.start < told.paragraphs[0]:
        yield "headline"


def traits_between(told: Told, bare: int, other: int) -> Iterator[str]:
    """Give what lies between a bare number and an amount that bears a unit."""
    mine, its = told.mentions[bare], told.mentions[other]
    unit = its.unit
    if unit is None:
        return
    way = "<" if other < bare else ">"
    low, high = min(bare, other), max(bare, other)
    (_, left), (right, _) = told.tokens[low], told.tokens[high]
    apart = bisect_right(told.sentences, right) - bisect_right(told.sentences, left)
    here = "far" if apart else "here"
    paragraphs = bisect_right(told.paragraphs, told.mentions[high].start) - bisect_right(
        told.paragraphs, told.mentions[low].start
    )
    between = [found.unit for found, bears in _slice(told, low + 1, high) if bears and found.unit]
    alike = sum(one.name == unit.name for one in between)
    yield from (f"any{way}", f"sentences{min(apart, 4)}{way}", f"paragraphs{min(paragraphs, 3)}{way}")
    yield f"numbers{min(high - low - 1, 4)}{here}{way}"
    yield f"amounts{min(alike, 2)}{min(len(between) - alike, 3)}{here}"
    decimals = _decimals(told, mine)
    yield from (f"kind={unit.kind}{way}", f"unit={unit.name}", f"kind={unit.kind}decimals{decimals}")
    if not apart and right - left <= _NEAR:
        yield from words_between(told.words(left + 1, right), way, _small())
    ratio = bisect_right(_RATIOS, float(mine.value / (its.value or 1)))
    yield from (f"ratio{ratio}", f"ratio{ratio}{here}", f"decimals={decimals == _decimals(told, its)}")
    scales = _scale(told, mine), _scale(told, its)
    yield f"scales={scales[0] == scales[1]}{bool(scales[0])}{bool(scales[1])}{unit.kind}"
    yield f"forms={mine.form}{its.form}"
    yield from _of_neighbours(told, bare, other)
    yield from (f"sign={its.left < its.start}", f"per={bool(unit.per or its.per)}")
    yield from (f"many{min(told.units[unit.name], 5)}", f"only={len(told.units) == 1}{unit.kind}")


def _slice(told: Told, first: int, last: int) -> Iterator[tuple[Mention, bool]]:
    return zip(told.mentions[first:last], told.bears[first:last], strict=True)


def _of_neighbours(told: Told, bare: int, other: int) -> Iterator[str]:
    """Give what the words beside two numbers have in common, and how they hang in their sentences."""
    (mine, my_last), (its, its_last) = told.tokens[bare], told.tokens[other]
    before = told.words(mine - 1, mine), told.words(its - 1, its)
    if before[0] and before[0] == before[1]:
        yield from ("before same", f"before same={before[0][0]}")
    behind = told.words(my_last + 1, my_last + 2), told.words(its_last + 1, its_last + 2)
    if behind[0] and behind[0] == behind[1]:
        yield from ("behind same", f"behind same={behind[0][0]}")
    yield f"behind it={behind[1][0] if behind[1] else ''}"
    yield f"labels={told.doc[my_last].dep_}{told.doc[its_last].dep_}"
    yield f"heads={_bearer(told.doc[my_last]).lower_ == _bearer(told.doc[its_last]).lower_}"


def _bearer(token: Token) -> Token:
    """Give the word that a number hangs on, beyond the nouns of its unit."""
    head = token.head
    while head.tag_.startswith("N") and head.head.i != head.i:
        head = head.head
    return head


def _decimals(told: Told, found: Mention) -> int:
    """Give how many digits a number has behind its point; -1 of one in words."""
    digits = _DIGITS.match(told.text, found.start, found.end)
    return -1 if digits is None else len(digits["decimals"] or "")


def _scale(told: Told, found: Mention) -> str:
    """Give the magnitude that a number ends with."""
    scale = _MAGNITUDE.search(told.text, found.start, found.end)
    return scale[0].lower() if scale else ""


@cache
def _small() -> frozenset[str]:
    return frozenset(table("left_out")["small"]["words"])
