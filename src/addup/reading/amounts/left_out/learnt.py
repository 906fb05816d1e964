"""Units that are left out in words that no rule knows: "Tolland asked for 31,000 tonnes and got 12,000".

All amounts that stand near a bare number might give it their unit. Small networks, which learnt from reports
with marked units (`training/left_out.py`), weigh each of them, and that the number counts things.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import numpy as np
from spacy.tokens import Span

from addup.reading.amounts.ages import aged
from addup.reading.amounts.left_out.giving import (
    PLAIN,
    SENTENCE_BETWEEN,
    may_be_alike,
    with_magnitude_of,
    with_unit_of,
)
from addup.reading.amounts.left_out.traits import Told, traits_between, traits_of
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.ranges import scale_of
from addup.reading.amounts.words_around import Around
from addup.reading.trait_network import Floats, Network, code, networks

WEIGHTS = Path(__file__).with_name("weights.npz")
"""What `training/left_out.py` writes: networks for bare numbers by themselves, and for them and an amount."""
_SURE = 0.75
"""So likely a unit must be."""
_BEFORE, _BEHIND = 10, 3
"""So many amounts before and behind a number may give it their unit."""
_KINDS = frozenset({"money", "measure", "duration", "share"})
_FEW = 12
"""Numbers in words up to here mostly count people or things: "two of them"."""
_COUNTED = frozenset({"NNS", "NNPS", "NNP"})
_BEFORE_COUNTED = frozenset({"JJ", "NN", "VBN", "VBG"})
"""The tags of what a number counts, and of a word between the two."""
_PLURAL = frozenset({"NNS", "NNPS"})
_DEFINITE, _THE = frozenset({"PRP$", "POS", "WP$"}), frozenset({"the", "these", "those"})
_CLOSING = frozenset({"IN", "TO", "VBD", "VBZ", "VBP", "MD", ",", ".", ":", "CC", "-LRB-"})
"""The tags of plural nouns, what says that known things are meant, and what ends their phrase."""
_NUMBER_OF = re.compile(r"\b[Nn]umber of [^,;]*$")
# What stands between two numbers of a row: "31 [in tunnels,] seven [on viaducts and the remaining] 18".
_IN_ROW = re.compile(
    r" (?:at|by|for|from|in|on|to)(?: [\w'’-]+){1,4}(?:,|,? and)(?: the)?(?: (?:last|other|remaining|rest))? "
)
_NEAR = 9
"""So many words behind a number are looked through."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A number without a unit: its place among all numbers, those that may give it theirs, and the traits."""

    place: int
    givers: Sequence[int]
    traits: Sequence[int]
    pairs: Sequence[Sequence[int]]


def give_learnt_units(around: Around, mentions: Sequence[Mention], dated: frozenset[int]) -> list[Mention]:
    """Give bare numbers the unit that they most likely have. `dated` has the starts of (parts of) dates."""
    found = list(mentions)
    for bare in bare_numbers(around, mentions, dated):
        giver = _giver(bare, mentions)
        if giver is not None and may_be_alike(mentions[giver], found[bare.place]):
            given = with_unit_of(mentions[giver], found[bare.place])
            found[bare.place] = with_magnitude_of(around.text, mentions[giver], given)
    return [_as_its_neighbours(around, found, place, dated) for place in range(len(found))]


def _as_its_neighbours(
    around: Around, found: Sequence[Mention], place: int, dated: frozenset[int]
) -> Mention:
    """Give a number the unit that those before and behind it in its sentence share.

    Small ones in words have it in a row alone: "46 kilometres: 31 in tunnels, seven on viaducts and the
    remaining 18 at street level". Millions between millions of money are money.
    """
    one = found[place]
    if one.unit is not None or one.start in dated or not 0 < place < len(found) - 1:
        return one
    before, behind = found[place - 1], found[place + 1]
    if before.unit != behind.unit or not _bears_unit(before) or around.counts_something(one):
        return one
    gaps = (around.text[before.right : one.left], around.text[one.right : behind.left])
    is_small = one.form == "words" and one.value <= _FEW
    in_row = is_small and all(_IN_ROW.fullmatch(gap) for gap in gaps)
    is_sum = _is_money(before) and all(scale_of(around.text, each) for each in (before, one, behind))
    told_at_once = not any(SENTENCE_BETWEEN.search(gap) for gap in gaps)
    return with_unit_of(before, one) if in_row or (is_sum and told_at_once) else one


def _is_money(found: Mention) -> bool:
    return found.unit is not None and found.unit.kind == "money"


def bare_numbers(around: Around, mentions: Sequence[Mention], dated: frozenset[int]) -> Iterator[Bare]:
    """Give the numbers that may have left a unit out, as the networks are told of them; none without tags."""
    bears = [_bears_unit(found) and found.start not in dated for found in mentions]
    if not any(bears) or not around.doc.has_annotation("TAG"):
        return
    told = Told(around.doc, mentions, bears)
    having = [place for place, one in enumerate(bears) if one]
    for place, found in enumerate(mentions):
        if found.start in dated or not _may_lack_unit(told, place) or aged(around, found).unit is not None:
            continue
        before = [one for one in having if one < place]
        givers = before[-_BEFORE:] + having[len(before) : len(before) + _BEHIND]
        pairs = [[code(trait) for trait in traits_between(told, place, one)] for one in givers]
        yield Bare(place, givers, [code(trait) for trait in traits_of(told, place)], pairs)


def _bears_unit(found: Mention) -> bool:
    return found.unit is not None and found.unit.kind in _KINDS and found.low is not None


def _may_lack_unit(told: Told, place: int) -> bool:
    """Whether a number has no unit, and no noun behind it that it counts."""
    found = told.mentions[place]
    if found.unit is not None or found.form not in PLAIN or found.low is None or found.value <= 0:
        return False
    if found.form == "words" and found.value <= _FEW:
        return False
    behind = told.doc[told.tokens[place][1] + 1 :][:_NEAR]
    return not (_are_counted(behind) or _is_part_of_things(told, behind) or _is_number_of(told, place))


def _is_number_of(told: Told, place: int) -> bool:
    """Whether the clause before a number says that it counts: "the number of farms fell from 810 to 545"."""
    first = told.tokens[place][0]
    start = told.sentences[bisect_right(told.sentences, first) - 1]
    return _NUMBER_OF.search(told.doc[start:first].text) is not None


def _are_counted(behind: Span) -> bool:
    """Whether a noun of things comes next, or behind an adjective: "12 million newly issued shares"."""
    tags = [token.tag_ for token in behind[:3]]
    if tags and tags[0] == "RB":
        tags = tags[1:]
    if tags and tags[0] in _BEFORE_COUNTED:
        tags = tags[1:]
    return bool(tags) and tags[0] in _COUNTED


def _is_part_of_things(told: Told, behind: Span) -> bool:
    """Whether a number is part of known things, which are no unit: "4 million of its 5 million shares"."""
    if not behind or behind[0].lower_ != "of":
        return False
    phrase = list(takewhile(lambda token: token.tag_ not in _CLOSING, behind[1:]))
    things = next((token for token in phrase if token.tag_ in _PLURAL), None)
    definite = any(token.tag_ in _DEFINITE or token.lower_ in _THE for token in phrase)
    return definite and things is not None and not told.has_unit(things.i)


def _giver(bare: Bare, mentions: Sequence[Mention]) -> int | None:
    """Give the likeliest amount of the likeliest unit; None if the number more likely has none."""
    found = chances(bare, networks(WEIGHTS, "number", "pair"))
    by_unit: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for giver, chance in zip(bare.givers, found, strict=True):
        unit = mentions[giver].unit
        if unit is not None:
            by_unit[unit.name].append((chance, giver))
    likeliest = max(by_unit.values(), key=lambda found: sum(chance for chance, _ in found))
    return max(likeliest)[1] if sum(chance for chance, _ in likeliest) > _SURE else None


def chances(bare: Bare, learnt: Iterable[Sequence[Network]]) -> Sequence[float]:
    """Give how likely each amount gives a bare number its unit, on average over some pairs of networks."""
    found = []
    for alone, pair in learnt:
        scores: Floats = np.concatenate([alone.scores([bare.traits])[:, 0], pair.scores(bare.pairs)[:, 0]])
        raised = np.exp(scores - scores.max())
        found.append(raised / raised.sum())
    mean: Floats = np.mean(found, axis=0)
    chances: Sequence[float] = mean[1:].tolist()
    return chances
