"""Learn the weights that find attributions, from the PolNeAR articles as the pipeline parses them.

Four choices are learnt, each by stochastic gradient descent with AdaGrad step sizes on a log-linear loss:
whether a word heads a cue, whether a word belongs to a cue, which nominal is the source, and which
candidate is the content. The same code that finds attributions at run time makes the choices here.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.tokens import Doc

from addup.reading import attribution_features as features
from addup.reading.attribution_contents import candidates
from addup.reading.attribution_scorer import SIZE, Scorer, places
from addup.reading.attribution_spans import possible_cues, possible_sources
from addup.reading.attribution_tree import Piece, Tree, plant

EPOCHS = 4
STEP = 0.05
# Features seen fewer times than this in the training are left out.
FEWEST = 4
# A lemma can head a cue if it did so this often, and in at least this share of its uses.
FEWEST_CUES, LEAST_SHARE = 2, 0.02


@dataclass(frozen=True)
class Marked:
    """An attribution of the corpus in tokens, with the word that heads its cue."""

    anchor: int
    cue: Piece
    source: tuple[Piece, ...]
    content: tuple[Piece, ...]


@dataclass(frozen=True)
class Choice:
    """One decision: the features of each option (as places of weights) and how good each option is."""

    options: tuple[np.ndarray, ...]
    right: np.ndarray


def marked(doc: Doc, tree: Tree, attributions: Iterable[dict[str, Any]]) -> list[Marked]:
    """The annotated attributions of an article, where the sentence of the cue was parsed."""
    found = []
    for attribution in attributions:
        cue, source, content = (_pieces(doc, attribution[role]) for role in ("cue", "source", "content"))
        if cue and content and tree.tags[cue[0][0]]:
            found.append(Marked(_anchor(tree, cue[0]), cue[0], source, content))
    return found


def _pieces(doc: Doc, offsets: list[list[int]]) -> tuple[Piece, ...]:
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in offsets)
    return tuple((span.start, span.end) for span in spans if span is not None)


def _anchor(tree: Tree, cue: Piece) -> int:
    """The word of the cue that governs the others."""
    inside = range(*cue)
    top = [i for i in inside if tree.wordlike[i] and (tree.heads[i] == i or tree.heads[i] not in inside)]
    verbs = [i for i in top if tree.tags[i].startswith("VB")]
    return (verbs or top or [cue[0]])[0]


def learn(articles: list[tuple[Doc, list[dict[str, Any]]]], seed: int) -> Scorer:
    """Learn the weights from parsed articles and their attributions."""
    trees = [plant(doc) for doc, _ in articles]
    known = [marked(doc, tree, given) for (doc, given), tree in zip(articles, trees, strict=True)]
    counts = Counts.of(trees, known)
    weights = np.zeros(SIZE, dtype=np.float64)
    for make in (cue_choices, extent_choices, source_choices, content_choices):
        choices: list[Choice] = []
        for tree, given in zip(trees, known, strict=True):
            # What the article itself adds to the counts is left out: at run time it is not known.
            reports = counts.without(Counts.of([tree], [given])).reports()
            choices += make(tree, given, reports)
        descend(weights, choices, seed)
    return Scorer(weights.tolist(), counts.reports())


@dataclass(frozen=True)
class Counts:
    """How often each lemma is used, and how often it heads a cue."""

    uses: Counter[str]
    cues: Counter[str]

    @classmethod
    def of(cls, trees: Iterable[Tree], known: Iterable[list[Marked]]) -> Counts:
        """Count the lemmas of parsed articles."""
        uses: Counter[str] = Counter()
        cues: Counter[str] = Counter()
        for tree, given in zip(trees, known, strict=True):
            uses.update(lemma for lemma, tag in zip(tree.lemmas, tree.tags, strict=True) if tag)
            cues.update(tree.lemmas[one.anchor] for one in given)
        return cls(uses, cues)

    def without(self, others: Counts) -> Counts:
        """The counts of all articles but those of `others`, for the lemmas of `others`."""
        lemmas = others.uses
        uses = Counter({lemma: self.uses[lemma] - others.uses[lemma] for lemma in lemmas})
        return Counts(uses, Counter({lemma: self.cues[lemma] - others.cues[lemma] for lemma in lemmas}))

    def reports(self) -> dict[str, float]:
        """The share of its uses in which each lemma heads a cue, for those that do."""
        shares = {
            lemma: round((times - 0.5) / (self.uses[lemma] + 1), 3)
            for lemma, times in self.cues.items()
            if times >= FEWEST_CUES
        }
        return {lemma: share for lemma, share in sorted(shares.items()) if share >= LEAST_SHARE}


def cue_choices(tree: Tree, given: list[Marked], reports: dict[str, float]) -> Iterator[Choice]:
    """Cue or not, for every word that could head one."""
    anchors = {one.anchor for one in given}
    inside = {token for one in given for token in range(*one.cue)}
    for token in possible_cues(tree, reports):
        if token in inside and token not in anchors:
            continue
        options = (
            np.array(places("cue", features.cue_features(tree, token, reports))),
            np.array([], dtype=int),
        )
        yield Choice(options, np.array([1.0, 0.0]) if token in anchors else np.array([0.0, 1.0]))


def extent_choices(tree: Tree, given: list[Marked], _: dict[str, float]) -> Iterator[Choice]:
    """Part of the cue or not, for the words of a cue and the first beyond it on either side."""
    for one in given:
        lowest, highest = tree.bounds[tree.sentence[one.anchor]]
        steps = [(i, 1) for i in range(one.anchor + 1, min(one.cue[1] + 1, highest))]
        steps += [(i, -1) for i in range(max(one.cue[0] - 1, lowest), one.anchor)]
        for token, step in steps:
            names = features.extent_features(tree, one.anchor, token, step)
            right = one.cue[0] <= token < one.cue[1]
            options = (np.array(places("extent", names)), np.array([], dtype=int))
            yield Choice(options, np.array([1.0, 0.0]) if right else np.array([0.0, 1.0]))


def source_choices(tree: Tree, given: list[Marked], _: dict[str, float]) -> Iterator[Choice]:
    """Which nominal of the sentence is the source."""
    for one in given:
        options = possible_sources(tree, one.anchor, one.cue)
        gains = [agreement(tree, [piece] if piece else [], one.source) for _, piece in options]
        yield _choice(
            "source", [features.source_features(tree, one.anchor, token) for token, _ in options], gains
        )


def content_choices(tree: Tree, given: list[Marked], _: dict[str, float]) -> Iterator[Choice]:
    """Which candidate is the content."""
    for one in given:
        options = candidates(tree, one.anchor, one.cue, one.source[0] if one.source else None)
        gains = [agreement(tree, option.pieces, one.content) for option in options]
        if options:
            yield _choice("content", [features.content_features(tree, one.anchor, o) for o in options], gains)


def _choice(task: str, options: list[list[str]], gains: list[float]) -> Choice:
    """A choice whose target is shared among the options that agree with the corpus best."""
    best = max(gains)
    right = np.array([float(gain >= best - 0.02) if best > 0.3 else 0.0 for gain in gains])
    total = right.sum()
    return Choice(
        tuple(np.array(places(task, names)) for names in options), right / total if total else right
    )


def agreement(tree: Tree, mine: Iterable[Piece], theirs: Iterable[Piece]) -> float:
    """F1 over the words of two sets of pieces; 1 if both are empty."""
    a, b = (
        {i for start, end in pieces for i in range(start, end) if tree.wordlike[i]}
        for pieces in (mine, theirs)
    )
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def descend(weights: np.ndarray, choices: list[Choice], seed: int) -> None:
    """Fit the weights of one task in place."""
    choices = _without_rare_features([choice for choice in choices if choice.right.any()])
    squares = np.full(SIZE, 1e-2)
    chance = random.Random(seed)
    order = list(range(len(choices)))
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for index in order:
            _step(weights, squares, choices[index])


def _without_rare_features(choices: list[Choice]) -> list[Choice]:
    seen = np.zeros(SIZE, dtype=np.int64)
    for choice in choices:
        for option in choice.options:
            np.add.at(seen, option, 1)
    common = seen >= FEWEST
    return [Choice(tuple(option[common[option]] for option in c.options), c.right) for c in choices]


def _step(weights: np.ndarray, squares: np.ndarray, choice: Choice) -> None:
    scores = np.array([weights[option].sum() for option in choice.options])
    odds = np.exp(scores - scores.max())
    odds /= odds.sum()
    # Where several options are right, they share the target as the model would.
    target = odds * (choice.right > 0)
    target /= target.sum()
    for option, slope in zip(choice.options, odds - target, strict=True):
        if abs(slope) > 1e-4 and len(option):
            squares[option] += slope * slope
            weights[option] -= STEP * slope / np.sqrt(squares[option])
