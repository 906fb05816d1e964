"""Candidates for who reports: the nominals of a cue's sentence, each with the phrases it can stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from addup.reading.grammar import VERBS
from addup.reading.speech.features import Columns, beside, looked_up, one_above_other, one_hot, sides
from addup.reading.speech.network import Codes, Floats, Rows, layout
from addup.reading.speech.tree import Piece, Tree
from addup.reading.speech.words import Words

_NOMINAL = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "CD", "WP", "WDT", "JJ", "JJS", "JJR", "EX", "ADD"}
)
_NO_SOURCE = frozenset(
    {"det", "amod", "nummod", "compound", "flat", "punct", "case", "mark", "fixed", "advmod"}
)
# What a parser may have hung into a phrase that ends before it: "the mayor [on Tuesday] said".
_CUTS = frozenset(
    {
        "acl", "acl:relcl", "advcl", "advmod", "appos", "ccomp", "conj", "dep", "nmod", "nmod:unmarked",
        "obl", "obl:unmarked", "parataxis", "xcomp",
    }
)  # fmt: skip
_DISTANCES = (1, 2, 3, 4, 6, 9, 14, 22, 35)
_SIZES = (1, 2, 3, 4, 6, 9, 14, 22)


class Source(NamedTuple):
    """A possible source of a cue: the nominal that heads it and its phrase; both None for nobody."""

    token: int | None
    piece: Piece | None


NOBODY = Source(None, None)


def possible_sources(tree: Tree, cue: Piece) -> list[Source]:
    """Nobody, and the nominals of the sentence outside the cue, with every phrase of each once."""
    start, end = tree.bounds[tree.sentence[cue[0]]]
    found: dict[Piece, int] = {}
    for token in range(start, end):
        if (
            not cue[0] <= token < cue[1]
            and tree.tags[token] in _NOMINAL
            and tree.relations[token] not in _NO_SOURCE
        ):
            for piece in _phrases(tree, token, cue):
                found.setdefault(piece, token)
    return [NOBODY, *(Source(token, piece) for piece, token in found.items())]


def _phrases(tree: Tree, token: int, cue: Piece) -> Iterator[Piece]:
    """The phrase of a nominal up to the cue, whole and cut off before what may not belong to it."""
    start, end = tree.left[token], tree.right[token]
    if start <= cue[0] < end:
        start, end = (start, cue[0]) if token < cue[0] else (cue[1], end)
    while start < token and (not tree.wordlike[start] or tree.relations[start] in {"case", "mark", "cc"}):
        start += 1
    cuts = {tree.left[below] for below in range(token + 1, end) if tree.relations[below] in _CUTS}
    inside = sorted([cut for cut in cuts if token < cut < end]) if cuts else ()
    for edge in (end, *inside):
        last = edge
        while last - 1 > token and (not tree.wordlike[last - 1] or tree.tags[last - 1] in {"POS", "CC"}):
            last -= 1
        if start < last:
            yield start, last


# What the network for sources looks up.
_PLACES = {
    "token": ("lemma", "tag", "relation", "name", "share"),
    "before token": ("lemma", "tag"),
    "after token": ("lemma", "tag"),
    "mark": ("lemma",),
    "governor": ("lemma", "tag", "relation", "share"),
    "before": ("lemma", "tag"),
    "last": ("lemma", "tag", "relation"),
    "after": ("lemma", "tag", "relation"),
    "anchor": ("lemma", "tag", "relation", "share"),
    "above": ("lemma", "tag", "relation", "share"),
    "first of cue": ("lemma", "tag"),
    "last of cue": ("lemma", "tag"),
    "after cue": ("lemma", "tag"),
    "subject": ("lemma", "tag"),
}
_EXTRA = ("gap", "size", "verbs", "depth", "whole", "nobody", "core", "both quoted", "is subject")
SOURCES = layout({"candidate": ("way",), **_PLACES}, _EXTRA, "sources")
_CORE = 8


def source_rows(
    tree: Tree,
    parse: Columns,
    words: Words,
    cues: Sequence[tuple[int, Piece]],
    choices: Sequence[Sequence[Source]],
) -> Rows:
    """What the network for sources is told of all choices of all cues, one after the other."""
    flat = [one for some in choices for one in some]
    owner = np.repeat(np.arange(len(cues)), [len(some) for some in choices])
    anchor = np.array([anchor for anchor, _ in cues], dtype=np.int64)[owner]
    first, last = np.array([cue for _, cue in cues], dtype=np.int64)[owner].T
    token = np.array([-1 if one.token is None else one.token for one in flat], dtype=np.int64)
    start, end = sides([one.piece or (-1, -1) for one in flat])
    codes: list[Codes] = [words.codes("way", _ways(tree, cues, choices))]
    places = _places(parse, token, (start, end), anchor, (first, last))
    codes += looked_up(parse, places, _PLACES)
    all_verbs = np.array([0, *accumulate(map(VERBS.__contains__, tree.tags))])
    there = token >= 0
    gap = np.where(start >= last, start - last + 1, np.where(there, end - first - 1, 0))
    gap = np.sign(gap) * np.digitize(np.abs(gap), _DISTANCES) + 9
    size = np.digitize(end - start, _SIZES)
    verbs = np.where(there, np.minimum(all_verbs[end] - all_verbs[start], 2), 0)
    depth = np.where(there, np.minimum(end - 1 - token, 3), 0)
    whole = there & (end == np.array([*tree.right, 0])[token])
    quoted = parse.quoted[token] >= 0, parse.quoted[anchor] >= 0
    is_subject = there & (token == parse.subject[anchor])
    core = (parse.bits[anchor][:, :_CORE] @ (1 << np.arange(_CORE))).astype(np.int64)
    extra = [gap, size, verbs, depth, whole, ~there, core, quoted[0] + 2 * quoted[1], is_subject]
    numbers = [
        one_hot(gap, 19),
        one_hot(size, 9),
        one_hot(verbs, 3),
        one_hot(depth, 4),
        one_hot(parse.lent[anchor], 2),
        one_hot(parse.mixed[anchor], 4),
        _flags(
            there,
            is_subject,
            parse.subject[anchor] >= 0,
            quoted[0],
            quoted[1],
            quoted[0] & (parse.quoted[token] == parse.quoted[anchor]),
            whole,
            start == parse.start[anchor],
            last == parse.end[anchor],
        ),
        parse.bits[anchor],
    ]
    return Rows(one_above_other([*codes, *extra]).astype(np.int64).T, np.concatenate(numbers, axis=1))


def _ways(tree: Tree, cues: Sequence[tuple[int, Piece]], choices: Sequence[Sequence[Source]]) -> list[str]:
    """Give the way through the parse from each cue to each of its choices."""
    pairs = [(at, one.token) for (at, _), some in zip(cues, choices, strict=True) for one in some]
    paths = {(at, to): "none" if to is None else tree.path(at, to) for at, to in set(pairs)}
    return [paths[pair] for pair in pairs]


def _places(
    parse: Columns,
    token: NDArray[np.int64],
    phrase: tuple[NDArray[np.int64], NDArray[np.int64]],
    anchor: NDArray[np.int64],
    cue: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> dict[str, NDArray[np.int64]]:
    """Give the tokens whose words a network is told of each choice: those in and beside phrase and cue."""
    (start, end), (first, last) = phrase, cue
    last_token = np.where(end >= 0, end - 1, -1)
    return {
        "token": token,
        "before token": beside(token, -1, parse),
        "after token": beside(token, 1, parse),
        "mark": parse.mark[token],
        "governor": parse.head[token],
        "before": beside(start, -1, parse),
        "last": last_token,
        "after": beside(last_token, 1, parse),
        "anchor": anchor,
        "above": parse.head[anchor],
        "first of cue": first,
        "last of cue": last - 1,
        "after cue": beside(last - 1, 1, parse),
        "subject": parse.subject[anchor],
    }


def _flags(*columns: NDArray[np.bool_]) -> Floats:
    return one_above_other(columns).T.astype(np.float32)
