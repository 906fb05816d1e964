"""Attributions in a parsed text: who (source) says (cue) what (content).

Cues are tagged first, word by word, then each cue gets its source among the phrases of its sentence, then
its content among phrases and quotations. Every choice is made by a small network learnt from the PolNeAR
corpus; attributions that overlap are settled in favour of the surer one, since what is reported inside a
report belongs to the outer one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import exp
from operator import attrgetter, itemgetter, mul
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from addup.reading.model import PIPELINE, one_thread
from addup.reading.speech.contents import CONTENTS, content_rows, possible_contents, trimmed
from addup.reading.speech.features import CUES, Columns, Indices, columns, cue_rows
from addup.reading.speech.network import Floats, Network, odds, read_arrays
from addup.reading.speech.sources import SOURCES, possible_sources, source_rows
from addup.reading.speech.tree import Piece, Tree, plant
from addup.reading.speech.words import Words

WEIGHTS, WORDS = "attribution_weights.npz", "attribution_words.json"
# An attribution is reported when its certainty is at least this: what balances misses and false alarms in
# held-out training articles. A cue alone must be that sure too, and its first word `POSSIBLE`.
CERTAIN, POSSIBLE = 0.3, 0.1
# A report in a clause that stands by itself stays inside the content of a surer one from this certainty on.
LIKELIER = 0.5
_STANDING_ALONE = frozenset({"advcl", "conj"})
_anchor = attrgetter("anchor")
_OPENED_BY = {")": "(", "]": "["}
# Candidates for source and content are weighed against each other from this probability on.
LIKELY = 0.05
# A word is taken for a part of a cue from this chance on, given that the cue begins where it does.
GOING = 0.35
# The words behind a possible first word that are asked whether they go on with the cue.
REACH = 7
# The labels of the network for cues.
OUTSIDE, BEGINS, GOES_ON = range(3)


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution: character offsets into the text of source, cue and content, in pieces.

    `source` and `content` may be empty: "were expected to" names nobody. `certainty` is the probability
    of the cue times how well source and content may be expected to agree with the right ones, as F1 over
    words.
    """

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in tokens, with the word of the cue that governs the others."""

    anchor: int
    certainty: float
    cue: Piece
    source: Piece | None
    content: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """The three networks, and the codes of words that they share."""

    words: Words
    cues: Network
    sources: Network
    contents: Network

    @classmethod
    def load(cls, folder: Path) -> Model:
        """Read the model from the folder of the pipeline."""
        stored = read_arrays(folder / WEIGHTS)
        return cls(
            Words.load(folder / WORDS),
            Network.of_arrays("cues", CUES, stored),
            Network.of_arrays("sources", SOURCES, stored),
            Network.of_arrays("contents", CONTENTS, stored),
        )

    def save(self, folder: Path) -> None:
        """Write what `load` reads."""
        self.words.save(folder / WORDS)
        named = {"cues": self.cues, "sources": self.sources, "contents": self.contents}
        arrays = {
            key: array for name, network in named.items() for key, array in network.arrays(name).items()
        }
        np.savez_compressed(folder / WEIGHTS, allow_pickle=False, **arrays)


def find_attributions(doc: Doc, *, model: Model | None = None) -> list[Relation]:
    """Find the attributions of a text, in the order of their cues.

    The Doc is a whole article or a run of its sentences, with sentence starts set; sentences that were not
    parsed (tokens without a tag) hold no cues but may be part of a quotation.
    """
    tree = plant(doc)
    with one_thread():
        found = find(tree, model or bundled_model())
    kept = _settle(tree, found)
    return [_in_characters(doc, tree, one, _own_content(tree, one, kept)) for one in kept]


@cache
def bundled_model() -> Model:
    """Load the model that comes with the pipeline, once."""
    return Model.load(PIPELINE)


def find(tree: Tree, model: Model) -> list[Found]:
    """Complete every cue of a text that can be sure enough, overlapping or not."""
    parse = columns(tree, model.words)
    cues = [(anchor_of(tree, cue), cue, sure) for cue, sure in tag_cues(tree, parse, model)]
    if not cues:
        return []
    sources = _choose_sources(tree, parse, model, [(anchor, cue) for anchor, cue, _ in cues])
    spoken = [
        Found(anchor, sure * sure_source, cue, source, ())
        for (anchor, cue, sure), (source, sure_source) in zip(cues, sources, strict=True)
        if sure * sure_source >= CERTAIN  # no content can make it surer
    ]
    contents = _choose_contents(tree, parse, model, [(one.anchor, one.cue, one.source) for one in spoken])
    return [
        Found(one.anchor, one.certainty * sure, one.cue, one.source, content)
        for one, (content, sure) in zip(spoken, contents, strict=True)
        if one.certainty * sure >= CERTAIN
    ]


def tag_cues(tree: Tree, parse: Columns, model: Model) -> Iterator[tuple[Piece, float]]:
    """The possible cues, each with its probability: runs of words tagged as its beginning and going on.

    First the words that can begin a cue are asked, then those behind the ones that may.
    """
    tagged = np.zeros((len(tree.words), 3), dtype=np.float32)
    first = model.words.can_begin(tree.lemmas, tree.tags)
    _tag(np.flatnonzero(first), tagged, parse, model)
    starts = np.flatnonzero(tagged[:, BEGINS] >= POSSIBLE)
    behind = np.zeros(len(tree.words), dtype=bool)
    for start in starts.tolist():
        behind[start + 1 : min(start + 1 + REACH, tree.bounds[tree.sentence[start]][1])] = True
    _tag(np.flatnonzero(behind & parse.tagged & ~first), tagged, parse, model)
    begins, goes_on = tagged[:, BEGINS], tagged[:, GOES_ON]
    taken = 0
    for start in starts.tolist():
        if start < taken:
            continue
        end, last = start + 1, tree.bounds[tree.sentence[start]][1]
        # The words that go on with the cue, if it begins here, with a chance that pays in F1 over words.
        while end < last and goes_on[end] >= max(begins[end], GOING * begins[start]):
            end += 1
        taken = end
        sure = float((begins[start:end] + goes_on[start:end]).max())
        if sure >= CERTAIN:
            yield (start, end), sure


def _tag(tokens: Indices, tagged: Floats, parse: Columns, model: Model) -> None:
    """Note the odds of the labels of some tokens."""
    if len(tokens):
        tagged[tokens] = odds(model.cues.scores(cue_rows(tokens, parse)))


def anchor_of(tree: Tree, cue: Piece) -> int:
    """The word of the cue that governs the others."""
    inside = range(*cue)
    top = [i for i in inside if tree.wordlike[i] and (tree.heads[i] == i or tree.heads[i] not in inside)]
    verbs = [i for i in top if tree.tags[i].startswith("VB")]
    return (verbs or top or [cue[0]])[0]


def _choose_sources(
    tree: Tree, parse: Columns, model: Model, cues: Sequence[tuple[int, Piece]]
) -> list[tuple[Piece | None, float]]:
    """The source of each cue that may be expected to agree best with the right one, and how well."""
    choices = [possible_sources(tree, cue) for _, cue in cues]
    scores = model.sources.scores(source_rows(tree, parse, model.words, cues, choices))
    chosen = []
    for some, likely in zip(choices, _likely(scores, [len(some) for some in choices]), strict=True):
        pieces, sure = _best(tree, [(_pieces(some[place].piece), chance) for place, chance in likely])
        chosen.append((pieces[0] if pieces else None, sure))
    return chosen


def _choose_contents(
    tree: Tree, parse: Columns, model: Model, cues: Sequence[tuple[int, Piece, Piece | None]]
) -> list[tuple[tuple[Piece, ...], float]]:
    """The content of each cue that may be expected to agree best with the right one, and how well."""
    choices = [possible_contents(tree, *cue) for cue in cues]
    if not any(choices):
        return [((), 0.0) for _ in cues]
    scores = model.contents.scores(content_rows(tree, parse, model.words, cues, choices))
    return [
        _best(tree, [(some[place].pieces, chance) for place, chance in likely])
        for some, likely in zip(choices, _likely(scores, [len(some) for some in choices]), strict=True)
    ]


def _pieces(piece: Piece | None) -> tuple[Piece, ...]:
    return (piece,) if piece else ()


def _likely(scores: Floats, sizes: Sequence[int]) -> list[list[tuple[int, float]]]:
    """For each group of so many rows the places with a chance, and that, the likeliest first."""
    column: list[float] = scores[:, 0].tolist()
    likely, first = [], 0
    for size in sizes:
        group = column[first : first + size]
        first += size
        highest = max(group, default=0.0)
        raised = [exp(score - highest) for score in group]
        total = sum(raised)
        some = [(place, one / total) for place, one in enumerate(raised) if one / total >= LIKELY]
        if group and not some:
            some = [(group.index(highest), 1 / total)]
        likely.append(sorted(some, key=itemgetter(1), reverse=True) if len(some) > 1 else some)
    return likely


def _best(tree: Tree, options: Sequence[tuple[tuple[Piece, ...], float]]) -> tuple[tuple[Piece, ...], float]:
    """Give of several pieces with their chances those that may be expected to agree best, and how well.

    They are not always the likeliest: of many that differ in a word or two each has a small chance.
    """
    if len(options) == 1:  # mostly
        return options[0]
    chances = [chance for _, chance in options]
    agreeing = [[1.0] * len(options) for _ in options]
    for (place, (some, _)), (other, (others, _)) in combinations(enumerate(options), 2):
        agreeing[place][other] = agreeing[other][place] = agreement(tree, some, others)
    expected = [sum(map(mul, chances, row)) for row in agreeing]
    rated = [(pieces, sure) for (pieces, _), sure in zip(options, expected, strict=True)]
    return max(rated, key=itemgetter(1), default=((), 0.0))


def agreement(tree: Tree, some: Sequence[Piece], others: Sequence[Piece]) -> float:
    """F1 over the words of two sets of pieces; 1 if both are empty."""
    if some == others:
        return 1.0
    words = sum([tree.count_words(*piece) for piece in (*some, *others)])
    if not words:
        return float(not some and not others)
    both = sum([tree.count_words(max(a, c), min(b, d)) for a, b in some for c, d in others])
    return 2 * both / words


def _settle(tree: Tree, found: list[Found]) -> list[Found]:
    """Leave out the reports inside the content of a surer one: all of that is told by the outer source.

    One that is surer than the report around it stays beside it: mostly the outer content was taken too long.
    So does one that is likely and in a clause that stands by itself, of time, of reason or behind "and"
    ("they fled after officials suggested ...").
    """
    kept: list[Found] = []
    reported = bytearray(len(tree.words))
    for one in sorted(found, key=lambda f: (-f.certainty, f.anchor)):
        alone = tree.relations[one.anchor] in _STANDING_ALONE and one.certainty >= LIKELIER
        if reported[one.anchor] and not alone:
            continue
        kept.append(one)
        for start, end in one.content:
            reported[start:end] = b"\1" * (end - start)
    return sorted(kept, key=_anchor)


def _own_content(tree: Tree, found: Found, kept: Sequence[Found]) -> tuple[Piece, ...]:
    """The content of a report without the reports that stand inside it by themselves, if anything is left.

    `kept` has the reports in the order of their anchors.
    """
    content = found.content
    if not content:
        return content
    first, behind = (bisect_left(kept, edge, key=_anchor) for edge in (content[0][0], content[-1][1]))
    for other in kept[first:behind]:
        if other is not found and _holds(content, other.anchor):
            extent = _extent(tree, other, found)
            if not extent[0] <= found.anchor < extent[1]:
                content = trimmed(tree, list(content), [extent]) or content
    return content


def _extent(tree: Tree, inner: Found, outer: Found) -> Piece:
    """From the first word of a report inside another to its last, with its clause if that is not the outer's.

    Both may have one source, before all of it: "the mayor said 40 came and warned that more would come".
    """
    pieces = [inner.cue, *inner.content]
    if inner.source and _holds(outer.content, inner.source[0]):
        pieces.append(inner.source)
    clause = tree.left[inner.anchor], tree.right[inner.anchor]
    if not clause[0] <= outer.anchor < clause[1]:
        pieces.append(clause)
    return min(start for start, _ in pieces), max(end for _, end in pieces)


def _holds(pieces: Sequence[Piece], token: int) -> bool:
    return any(start <= token < end for start, end in pieces)


def _in_characters(doc: Doc, tree: Tree, found: Found, content: Sequence[Piece]) -> Relation:
    return Relation(
        tuple(_offsets(doc, tree, piece) for piece in _pieces(found.source)),
        (_offsets(doc, tree, found.cue),),
        tuple(_offsets(doc, tree, piece) for piece in content),
        found.certainty,
    )


def _offsets(doc: Doc, tree: Tree, piece: Piece) -> Piece:
    start, end = piece
    if _parts_brackets(tree, piece):
        end += 1
    last = doc[end - 1]
    return doc[start].idx, last.idx + len(last)


def _parts_brackets(tree: Tree, piece: Piece) -> bool:
    """Whether a bracket opens in a piece and closes right behind it: "Bell (D-Ohio", stripped of ")"."""
    start, end = piece
    closing = tree.words[end] if end < len(tree.words) else ""
    if closing not in _OPENED_BY:
        return False
    words = tree.words[start:end]
    return words.count(_OPENED_BY[closing]) > words.count(closing)
