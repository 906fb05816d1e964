"""Attributions in a parsed text: who (source) says (cue) what (content).

Cues are tagged first, word by word, then each cue gets its source among the phrases of its sentence, then
its content among phrases and quotations. Every choice is made by a small network learnt from the PolNeAR
corpus; attributions that overlap are settled in favour of the surer one, since what is reported inside a
report belongs to the outer one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from addup.reading.attribution_contents import CONTENTS, content_rows, possible_contents
from addup.reading.attribution_features import CUES, Columns, columns, cue_rows
from addup.reading.attribution_network import Floats, Network, odds, read_arrays
from addup.reading.attribution_sources import SOURCES, possible_sources, source_rows
from addup.reading.attribution_tree import Piece, Tree, plant
from addup.reading.attribution_words import Words
from addup.reading.model import one_thread

PIPELINE = Path(__file__).with_name("pipeline")
WEIGHTS, WORDS = "attribution_weights.npz", "attribution_words.json"
# An attribution is reported when cue, source and content are all right with this probability: what balances
# misses and false alarms in held-out training articles. A cue alone must be that sure too.
CERTAIN = 0.2
# The labels of the network for cues.
OUTSIDE, BEGINS, GOES_ON = range(3)
# The farthest that a cue reaches from its first word, in tokens.
LONGEST = 20


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution: character offsets into the text of source, cue and content, in pieces.

    `source` and `content` may be empty: "were expected to" names nobody. `certainty` is the probability
    that all three are right.
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
    return [_in_characters(doc, one) for one in _settle(tree, found)]


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
        replace(one, certainty=one.certainty * sure, content=content)
        for one, (content, sure) in zip(spoken, contents, strict=True)
        if one.certainty * sure >= CERTAIN
    ]


def tag_cues(tree: Tree, parse: Columns, model: Model) -> Iterator[tuple[Piece, float]]:
    """The possible cues, each with its probability: runs of words tagged as its beginning and going on."""
    tokens = np.array([token for token, tag in enumerate(tree.tags) if tag], dtype=np.int64)
    if not len(tokens):
        return
    tagged = np.zeros((len(tree.words), 3), dtype=np.float32)
    tagged[tokens] = odds(model.cues.scores(cue_rows(tokens, parse)))
    begins, goes_on = tagged[:, BEGINS], tagged[:, GOES_ON]
    taken = 0
    for start in np.flatnonzero(begins >= CERTAIN).tolist():
        if start < taken:
            continue
        end, last = start + 1, min(tree.bounds[tree.sentence[start]][1], start + LONGEST)
        # The words that go on with the cue if it begins here, as likely as not.
        while end < last and goes_on[end] >= max(begins[end], begins[start] / 2):
            end += 1
        taken = end
        yield (start, end), float((begins + goes_on)[start:end].max())


def anchor_of(tree: Tree, cue: Piece) -> int:
    """The word of the cue that governs the others."""
    inside = range(*cue)
    top = [i for i in inside if tree.wordlike[i] and (tree.heads[i] == i or tree.heads[i] not in inside)]
    verbs = [i for i in top if tree.tags[i].startswith("VB")]
    return (verbs or top or [cue[0]])[0]


def _choose_sources(
    tree: Tree, parse: Columns, model: Model, cues: Sequence[tuple[int, Piece]]
) -> list[tuple[Piece | None, float]]:
    choices = [possible_sources(tree, cue) for _, cue in cues]
    scores = model.sources.scores(source_rows(tree, parse, model.words, cues, choices))
    chosen = _surest(scores, [len(some) for some in choices])
    return [(some[place].piece, sure) for some, (place, sure) in zip(choices, chosen, strict=True)]


def _choose_contents(
    tree: Tree, parse: Columns, model: Model, cues: Sequence[tuple[int, Piece, Piece | None]]
) -> list[tuple[tuple[Piece, ...], float]]:
    choices = [possible_contents(tree, *cue) for cue in cues]
    if not any(choices):
        return [((), 0.0) for _ in cues]
    scores = model.contents.scores(content_rows(tree, parse, model.words, cues, choices))
    chosen = _surest(scores, [len(some) for some in choices])
    return [
        (some[place].pieces, sure) if some else ((), 0.0)
        for some, (place, sure) in zip(choices, chosen, strict=True)
    ]


def _surest(scores: Floats, sizes: Sequence[int]) -> list[tuple[int, float]]:
    """For each group of so many rows the place of the highest score, and its probability in the group."""
    chosen, first = [], 0
    for size in sizes:
        group = scores[first : first + size, 0].astype(np.float64)
        first += size
        if not size:
            chosen.append((0, 0.0))
            continue
        best = int(group.argmax())
        chosen.append((best, float(1 / np.exp(group - group[best]).sum())))
    return chosen


def _settle(tree: Tree, found: list[Found]) -> list[Found]:
    """Keep the surest of those that overlap, and leave out cues inside the content of a kept one.

    A report in a clause of time or reason ("they fled after officials suggested ...") stands by itself.
    """
    kept: list[Found] = []
    reported, bound = bytearray(len(tree.words)), bytearray(len(tree.words))  # tokens; anchors of reports
    for one in sorted(found, key=lambda f: (-f.certainty, f.anchor)):
        alone = tree.relations[one.anchor] == "advcl" and one.source is not None
        inside = reported[one.anchor] and not alone
        if not inside and not any(any(bound[start:end]) for start, end in one.content):
            kept.append(one)
            bound[one.anchor] |= not alone
            for start, end in one.content:
                reported[start:end] = b"\1" * (end - start)
    return sorted(kept, key=lambda f: f.anchor)


def _in_characters(doc: Doc, found: Found) -> Relation:
    source = (found.source,) if found.source else ()
    return Relation(
        tuple(_offsets(doc, piece) for piece in source),
        (_offsets(doc, found.cue),),
        tuple(_offsets(doc, piece) for piece in found.content),
        found.certainty,
    )


def _offsets(doc: Doc, piece: Piece) -> Piece:
    span = doc[piece[0] : piece[1]]
    return span.start_char, span.end_char
