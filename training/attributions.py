"""Learn the networks that find attributions, from the PolNeAR articles as the pipeline parses them.

Three choices are learnt: which words are the beginning and the rest of a cue, which phrase is the source of a
cue, and which candidate is its content. The same code that finds attributions at run time makes the choices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import network
import numpy as np
from cues import Chances
from numpy.typing import NDArray
from spacy.tokens import Doc

from addup.reading.speech.contents import CONTENTS, content_rows, possible_contents
from addup.reading.speech.features import CUES, Columns, columns, cue_rows
from addup.reading.speech.network import Layout, Network, Rows
from addup.reading.speech.sources import SOURCES, possible_sources, source_rows
from addup.reading.speech.spans import BEGINS, GOES_ON, Model, agreement, anchor_of
from addup.reading.speech.tree import Piece, Tree, plant
from addup.reading.speech.words import SHARES, Words

HIDDEN = {"cues": 32, "sources": 32, "contents": 32}
EPOCHS = {"cues": 3, "sources": 3, "contents": 3}
# The labels of the network for cues.
LABELS = 3
# How much of what is learnt is the word of the larger network, and how much surer than it learnt to be the
# network for sources is made: what learns from two that differ is less sure than it is right.
OF_TEACHER = {"cues": 0.5, "sources": 0.3}
SURER = 1.2
# A word that the larger network is surer of than this counts no more.
SUREST = 0.999
# Rows, or groups of candidates, of one step of the learning.
BATCHES = {"cues": 1200, "sources": 64, "contents": 64}
# Words that the training articles have fewer times than this have no code of their own.
FEWEST = 4
# A lemma can head a cue if it did so this often, and in at least this share of its uses.
FEWEST_CUES, LEAST_SHARE = 2, 0.0
# Another word than a verb can begin a cue if it did so this often, and in at least this share of its uses.
FEWEST_BEGINS, LEAST_BEGINS = 2, 0.004
# A candidate is right if it agrees with the corpus nearly as well as the best, and that well.
NEARLY, WELL = 0.02, 0.3


@dataclass(frozen=True)
class Marked:
    """An attribution of the corpus in tokens, with the word that heads its cue."""

    anchor: int
    cue: Piece
    source: tuple[Piece, ...]
    content: tuple[Piece, ...]


@dataclass(frozen=True)
class Article:
    """A parsed article with its attributions."""

    tree: Tree
    known: list[Marked]
    cues: NDArray[np.float32]
    """How likely each word begins a cue or goes on with one (words, labels)."""
    sources: NDArray[np.float32]
    """The log odds of each word being in a source; 0 where nothing is known of it (words)."""

    @classmethod
    def of(cls, doc: Doc, attributions: Iterable[dict[str, Any]], chances: Chances) -> Article:
        """Take a parsed article apart, and find its annotated attributions where their cue was parsed."""
        tree = plant(doc)
        known = []
        for attribution in attributions:
            cue, source, content = (_pieces(doc, attribution[role]) for role in ("cue", "source", "content"))
            if cue and content and any(tree.tags[slice(*cue[0])]):
                known.append(Marked(anchor_of(tree, cue[0]), cue[0], source, content))
        return cls(tree, known, _cues(doc, known, chances), _sources(doc, chances))


def _cues(doc: Doc, known: Iterable[Marked], chances: Chances) -> NDArray[np.float32]:
    """Give the mean of what the corpus and the larger network say; the corpus alone where that is silent."""
    labels = np.zeros(len(doc), dtype=np.int64)
    for marked in known:
        labels[slice(*marked.cue)] = GOES_ON
        labels[marked.cue[0]] = BEGINS
    said: NDArray[np.float32] = np.eye(LABELS, dtype=np.float32)[labels]
    for token in doc:
        if token.idx in chances:
            said[token.i] += OF_TEACHER["cues"] * (chances[token.idx][:LABELS] - said[token.i])
    return said


def _sources(doc: Doc, chances: Chances) -> NDArray[np.float32]:
    """Give the log odds by which the larger network finds words in sources."""
    said = np.full(len(doc), 0.5, dtype=np.float32)
    for token in doc:
        if token.idx in chances and any(letter.isalnum() for letter in token.text):
            said[token.i] = chances[token.idx][LABELS]
    said = np.clip(said, 1 - SUREST, SUREST)
    log_odds: NDArray[np.float32] = np.log(said / (1 - said))
    return log_odds


def _pieces(doc: Doc, offsets: list[list[int]]) -> tuple[Piece, ...]:
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in offsets)
    return tuple((span.start, span.end) for span in spans if span is not None)


def learn(parsed: Iterable[tuple[Doc, list[dict[str, Any]]]], chances: Sequence[Chances], seed: int) -> Model:
    """Learn the networks from parsed articles and their attributions.

    `chances` has for each article what a larger network that did not learn from it says of its words.
    """
    articles = [
        Article.of(doc, attributions, said) for (doc, attributions), said in zip(parsed, chances, strict=True)
    ]
    counts = Counts.of(articles)
    words = _words(articles, counts)
    # What the article itself adds to the counts is left out: at run time it is not known.
    coded = [columns(one.tree, words, counts.without(Counts.of([one])).reports()) for one in articles]
    return Model(
        words,
        _learn_cues(articles, coded, words, seed),
        _learn_sources(articles, coded, words, seed),
        _learn_contents(articles, coded, words, seed),
    )


@dataclass(frozen=True)
class Counts:
    """How often each lemma is used, and how often it heads a cue."""

    uses: Counter[str]
    cues: Counter[str]

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Counts:
        """Count the lemmas of parsed articles."""
        uses: Counter[str] = Counter()
        cues: Counter[str] = Counter()
        for one in articles:
            uses.update(lemma for lemma, tag in zip(one.tree.lemmas, one.tree.tags, strict=True) if tag)
            cues.update(one.tree.lemmas[marked.anchor] for marked in one.known)
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


def _words(articles: Sequence[Article], counts: Counts) -> Words:
    """Number what the articles have often enough, commonest first."""
    seen: dict[str, Counter[str]] = {name: Counter() for name in ("lemma", "tag", "relation", "name", "way")}
    for one in articles:
        tree = one.tree
        seen["lemma"].update(tree.lemmas)
        seen["tag"].update(tree.tags)
        seen["relation"].update(tree.relations)
        seen["name"].update(tree.names)
        for marked in one.known:
            source = marked.source[0] if marked.source else None
            tokens = (choice.token for choice in possible_sources(tree, marked.cue))
            seen["way"].update(
                "none" if token is None else tree.path(marked.anchor, token) for token in tokens
            )
            contents = possible_contents(tree, marked.anchor, marked.cue, source)
            seen["way"].update(way for content in contents for way in content.ways)
    tables = {
        name: [word for word, times in sorted(uses.items(), key=_commonest) if word and times >= FEWEST]
        for name, uses in seen.items()
    }
    return Words.of(tables, counts.reports(), _beginnings(articles))


def _beginnings(articles: Iterable[Article]) -> list[tuple[str, str]]:
    """The lemmas, each with the kind of its tag, that begin a cue and are no verbs."""
    uses: Counter[tuple[str, str]] = Counter()
    begins: Counter[tuple[str, str]] = Counter()
    for one in articles:
        kinds = [(lemma, tag[:2]) for lemma, tag in zip(one.tree.lemmas, one.tree.tags, strict=True)]
        uses.update(kinds)
        begins.update(kinds[marked.cue[0]] for marked in one.known)
    return [
        kind
        for kind, times in sorted(begins.items())
        if kind[1] != "VB" and times >= FEWEST_BEGINS and times / uses[kind] >= LEAST_BEGINS
    ]


def _commonest(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _blank(name: str, layout: Layout, rows: Rows, words: Words, labels: int, seed: int) -> Network:
    sizes = {table: SHARES if table == "share" else words.size(table) for table in layout.tables}
    return network.blank(layout, sizes, rows.numbers.shape[1], HIDDEN[name], labels, seed)


def _learn_cues(
    articles: Sequence[Article],
    coded: Sequence[Columns],
    words: Words,
    seed: int,
) -> Network:
    """Learn which words begin a cue and which go on with it."""
    some, wanted = [], []
    for one, parse in zip(articles, coded, strict=True):
        tokens = np.array([token for token, tag in enumerate(one.tree.tags) if tag], dtype=np.int64)
        if len(tokens):
            some.append(cue_rows(tokens, parse))
            wanted.append(one.cues[tokens])
    rows = _together(some)
    learnt = _blank("cues", CUES, rows, words, LABELS, seed)
    network.descend(
        learnt,
        rows,
        network.batches_of_rows(len(rows), BATCHES["cues"]),
        network.label_slopes(np.concatenate(wanted)),
        epochs=EPOCHS["cues"],
        seed=seed,
    )
    return learnt


def _learn_sources(
    articles: Sequence[Article],
    coded: Sequence[Columns],
    words: Words,
    seed: int,
) -> Network:
    """Learn which phrase of its sentence is the source of a cue."""
    some: list[Rows] = []
    gains: list[list[float]] = []
    likely: list[NDArray[np.float32]] = []
    for one, parse in zip(articles, coded, strict=True):
        cues = [(marked.anchor, marked.cue) for marked in one.known]
        choices = [possible_sources(one.tree, cue) for _, cue in cues]
        if cues:
            some.append(source_rows(one.tree, parse, words, cues, choices))
        for marked, choice in zip(one.known, choices, strict=True):
            pieces = ([source.piece] if source.piece else [] for source in choice)
            gains.append([agreement(one.tree, piece, marked.source) for piece in pieces])
            likely.append(_likely(one, marked, [source.piece for source in choice]))
    return _surer(_learn_choice("sources", SOURCES, _together(some), gains, words, seed, likely))


def _likely(article: Article, marked: Marked, choice: Sequence[Piece | None]) -> NDArray[np.float32]:
    """How likely each phrase is the source of a cue by what the larger network says of its words.

    The words of other sources are left out, since it does not tell whose source a word is in.
    """
    odds = article.sources.copy()
    for other in article.known:
        for start, end in other.source:
            odds[start:end] = 0
    for start, end in marked.source:
        odds[start:end] = article.sources[start:end]
    before = np.append(np.float32(0), np.cumsum(odds))
    scores = np.array([before[piece[1]] - before[piece[0]] if piece else 0 for piece in choice])
    raised = np.exp(scores - scores.max())
    likely: NDArray[np.float32] = (raised / raised.sum()).astype(np.float32)
    return likely


def _surer(learnt: Network) -> Network:
    """Give a network whose scores lie further apart."""
    output, crossed = (layer * np.float32(SURER) for layer in (learnt.output, learnt.crossed))
    return replace(learnt, output=output, crossed=crossed)


def _learn_contents(
    articles: Sequence[Article],
    coded: Sequence[Columns],
    words: Words,
    seed: int,
) -> Network:
    """Learn which candidate is the content of a cue."""
    some: list[Rows] = []
    gains: list[list[float]] = []
    for one, parse in zip(articles, coded, strict=True):
        cues = [
            (marked.anchor, marked.cue, marked.source[0] if marked.source else None) for marked in one.known
        ]
        choices = [possible_contents(one.tree, *cue) for cue in cues]
        if any(choices):
            some.append(content_rows(one.tree, parse, words, cues, choices))
        for marked, choice in zip(one.known, choices, strict=True):
            if choice:
                gains.append([agreement(one.tree, content.pieces, marked.content) for content in choice])
    return _learn_choice("contents", CONTENTS, _together(some), gains, words, seed)


def _learn_choice(
    name: str,
    layout: Layout,
    rows: Rows,
    gains: Sequence[Sequence[float]],
    words: Words,
    seed: int,
    likely: Sequence[NDArray[np.float32]] | None = None,
) -> Network:
    """Learn a choice among groups of candidates, by how well each agrees with the corpus.

    `likely` has what the larger network says of the candidates of each group.
    """
    sizes = np.array([len(group) for group in gains], dtype=np.int64)
    right = np.concatenate([_right(group) for group in gains])
    learnable = np.repeat([bool(_right(group).any()) for group in gains], sizes)
    said = np.concatenate(likely)[learnable] if likely is not None else None
    rows = Rows(rows.codes[learnable], rows.numbers[learnable])
    right = right[learnable]
    sizes = sizes[[bool(_right(group).any()) for group in gains]]
    bounds = np.append(0, np.cumsum(sizes))
    learnt = _blank(name, layout, rows, words, 1, seed)
    network.descend(
        learnt,
        rows,
        network.batches_of_groups(bounds, BATCHES[name]),
        network.choice_slopes(np.repeat(np.arange(len(sizes)), sizes), right, said, OF_TEACHER.get(name, 0)),
        epochs=EPOCHS[name],
        seed=seed,
    )
    return learnt


def _right(gains: Sequence[float]) -> NDArray[np.bool_]:
    best = max(gains)
    return np.array([gain >= best - NEARLY and best > WELL for gain in gains], dtype=bool)


def _together(some: Sequence[Rows]) -> Rows:
    """All rows in one; the numbers in half precision, which holds what they are and saves memory."""
    return Rows(
        np.concatenate([rows.codes.astype(np.int32) for rows in some]),
        np.concatenate([rows.numbers.astype(np.float16) for rows in some]),
    )
