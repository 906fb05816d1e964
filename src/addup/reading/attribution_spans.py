"""Attributions in a parsed text: who (source) says (cue) what (content).

Cues are found first, among the words that can report, then how far each cue reaches, then its source
among the nominals of the sentence, then its content among phrases and quotations. Every choice is made
by the weights of `attribution_scorer`, learnt from the PolNeAR corpus; attributions that overlap are
settled in favour of the surer cue, since what is reported inside a report belongs to the outer one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from addup.reading import attribution_features as features
from addup.reading.attribution_contents import candidates
from addup.reading.attribution_scorer import Scorer
from addup.reading.attribution_tree import Piece, Tree, plant

PIPELINE = Path(__file__).with_name("pipeline")
# An attribution is reported when cue, source and content are all right with this probability: what balances
# misses and false alarms in the training articles.
CERTAIN = 0.2
# The farthest that a cue reaches from its head word, in tokens.
LONGEST_REACH = 12
_NOMINAL = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "CD", "WP", "WDT", "JJ", "JJS", "JJR", "EX", "ADD"}
)
_HELPERS = frozenset({"aux", "aux:pass", "cop"})
_NO_SOURCE = frozenset(
    {"det", "amod", "nummod", "compound", "flat", "punct", "case", "mark", "fixed", "advmod"}
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution: character offsets into the text of source, cue and content, in pieces.

    `source` and `content` may be empty: "were expected to" names nobody. `certainty` is the probability
    of the cue.
    """

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in tokens."""

    anchor: int
    certainty: float
    cue: Piece
    source: Piece | None
    content: tuple[Piece, ...]


def find_attributions(doc: Doc, *, scorer: Scorer | None = None) -> list[Relation]:
    """Find the attributions of a text, in the order of their cues.

    The Doc is a whole article or a run of its sentences, with sentence starts set; sentences that were not
    parsed (tokens without a tag) hold no cues but may be part of a quotation.
    """
    scorer = scorer or bundled_scorer()
    tree = plant(doc)
    found = [complete(tree, anchor, sure, scorer, least=CERTAIN) for anchor, sure in _cues(tree, scorer)]
    return [_in_characters(doc, one) for one in _settle([one for one in found if one.certainty >= CERTAIN])]


@cache
def bundled_scorer() -> Scorer:
    """Load the weights that come with the pipeline, once."""
    return Scorer.load(PIPELINE)


def possible_cues(tree: Tree, reports: dict[str, float]) -> Iterator[int]:
    """The words that can head a cue: full verbs, and other words whose lemma has done so in the training."""
    for token, tag in enumerate(tree.tags):
        if tag and (
            tree.lemmas[token] in reports or (tag[:2] == "VB" and tree.relations[token] not in _HELPERS)
        ):
            yield token


def _cues(tree: Tree, scorer: Scorer) -> Iterator[tuple[int, float]]:
    for token in possible_cues(tree, scorer.reports):
        score = scorer.score("cue", features.cue_features(tree, token, scorer.reports))
        sure = 1 / (1 + math.exp(-score))
        if sure >= CERTAIN:
            yield token, sure


def complete(tree: Tree, anchor: int, certainty: float, scorer: Scorer, *, least: float = 0.0) -> Found:
    """Find the extent, source and content of the cue at `anchor`, and how sure all of it is.

    Contents, which take longest, are not looked for where cue and source alone are less sure than `least`.
    """
    cue = _extent(tree, anchor, scorer)
    sources = possible_sources(tree, anchor, cue)
    chosen, sure_source = _surest(
        [scorer.score("source", features.source_features(tree, anchor, token)) for token, _ in sources]
    )
    source = sources[chosen][1]
    enough = certainty * sure_source >= least
    contents = candidates(tree, anchor, cue, source) if enough else []
    if not contents:
        return Found(anchor, 0.0, cue, source, ())
    chosen, sure_content = _surest(
        [scorer.score("content", features.content_features(tree, anchor, choice)) for choice in contents]
    )
    return Found(anchor, certainty * sure_source * sure_content, cue, source, contents[chosen].pieces)


def _surest(scores: list[float]) -> tuple[int, float]:
    """The place of the highest score, and its probability among all."""
    highest = max(scores)
    return scores.index(highest), 1 / sum(math.exp(score - highest) for score in scores)


def _extent(tree: Tree, anchor: int, scorer: Scorer) -> Piece:
    start, end = anchor, anchor + 1
    lowest, highest = tree.bounds[tree.sentence[anchor]]
    while end < min(highest, anchor + LONGEST_REACH) and _belongs(tree, anchor, end, 1, scorer):
        end += 1
    while start > max(lowest, anchor - LONGEST_REACH) and _belongs(tree, anchor, start - 1, -1, scorer):
        start -= 1
    return start, end


def _belongs(tree: Tree, anchor: int, token: int, step: int, scorer: Scorer) -> bool:
    return scorer.score("extent", features.extent_features(tree, anchor, token, step)) > 0


def possible_sources(tree: Tree, anchor: int, cue: Piece) -> list[tuple[int | None, Piece | None]]:
    """Nominals of the sentence outside the cue, each with its phrase; and (None, None) for no source."""
    start, end = tree.bounds[tree.sentence[anchor]]
    found: dict[Piece, int] = {}
    for token in range(start, end):
        if (
            cue[0] <= token < cue[1]
            or tree.tags[token] not in _NOMINAL
            or tree.relations[token] in _NO_SOURCE
        ):
            continue
        piece = _phrase(tree, token, cue)
        if piece[0] < piece[1]:
            found.setdefault(piece, token)
    return [(None, None), *((token, piece) for piece, token in found.items())]


def _phrase(tree: Tree, token: int, cue: Piece) -> Piece:
    """The phrase of a nominal up to the cue, without preposition, possessive ending and punctuation."""
    start, end = tree.left[token], tree.right[token]
    if start <= cue[0] < end:
        start, end = (start, cue[0]) if token < cue[0] else (cue[1], end)
    while start < token and (not tree.wordlike[start] or tree.relations[start] in {"case", "mark", "cc"}):
        start += 1
    while end - 1 > token and (not tree.wordlike[end - 1] or tree.tags[end - 1] == "POS"):
        end -= 1
    return start, end


def _settle(found: list[Found]) -> list[Found]:
    """Keep the surest of those that overlap, and leave out cues inside the content of a kept one."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (-f.certainty, f.anchor)):
        if not any(
            _inside(one.anchor, other.content) or _inside(other.anchor, one.content) for other in kept
        ):
            kept.append(one)
    return sorted(kept, key=lambda f: f.anchor)


def _inside(token: int, pieces: tuple[Piece, ...]) -> bool:
    return any(start <= token < end for start, end in pieces)


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
