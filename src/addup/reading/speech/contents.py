"""Candidates for what a cue reports: parts of its sentence, quotations, and both together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from addup.reading.speech.features import (
    Columns,
    Indices,
    beside,
    looked_up,
    one_above_other,
    one_hot,
    sides,
)
from addup.reading.speech.network import Codes, Rows, layout
from addup.reading.speech.tree import Piece, Tree
from addup.reading.speech.words import Words

# Words of these relations head no phrase that could be said.
_FUNCTION = frozenset(
    {"punct", "det", "aux", "aux:pass", "mark", "case", "cc", "cop", "fixed", "flat", "compound:prt", "expl"}
)
# Clauses that a phrase may be said without: "backed the bill[, which failed]".
_CUTS = frozenset({"acl:relcl", "advcl", "conj", "parataxis"})
# How many governors above a cue may hold its content, and how deep below it.
_HIGHEST, _DEEPEST = 3, 2
# Most of the ways that lead to one candidate say the same; these many are told apart.
_WAYS = 3
# A quotation goes on over this many sentences at most, if nobody else speaks in between.
_LONGEST_RUN = 12


Base: TypeAlias = tuple[str, list[Piece]]
"""What may be said, with the way that leads to it."""


class Content(NamedTuple):
    """A possible content: its pieces, and the ways that lead to it."""

    pieces: tuple[Piece, ...]
    ways: tuple[str, ...]


def possible_contents(tree: Tree, anchor: int, cue: Piece, source: Piece | None) -> list[Content]:
    """All candidates for the content of a cue, each set of pieces once, in a fixed order."""
    taken = [cue, source] if source else [cue]
    ways: dict[tuple[Piece, ...], list[str]] = {}
    for way, pieces in _with_quotations(tree, anchor, _bases(tree, anchor, taken)):
        kept = trimmed(tree, pieces, taken)
        if kept:
            ways.setdefault(kept, []).append(way)
    return [Content(pieces, tuple(names[:_WAYS])) for pieces, names in ways.items()]


def _bases(tree: Tree, anchor: int, taken: list[Piece]) -> list[Base]:
    """What may be said, quotations aside; `taken` is the cue and, where there is one, the source."""
    start, end = tree.bounds[tree.sentence[anchor]]
    first, last = min(piece[0] for piece in taken), max(piece[1] for piece in taken)
    return [
        ("after", [(taken[0][1], end)]),
        ("before", [(start, first)]),
        ("around", [(start, first), (last, end)]),
        *_phrases(tree, anchor),
        *(
            (f"quotation {'left' if quotation[0] < anchor else 'right'}", [quotation])
            for quotation in tree.quotations_near(start, end)
        ),
    ]


def _phrases(tree: Tree, anchor: int) -> list[Base]:
    """Phrases around the cue: those under it, those above it without its own, and those beside it."""
    left, right, found = tree.left, tree.right, []
    for way, token in _below(tree, anchor, "", _DEEPEST):
        found.append((way, [(left[token], right[token])]))
        found += [(f"{way} cut", [(left[token], cut)]) for cut in _cuts(tree, token)]
    child, head, rise, above = anchor, tree.heads[anchor], 0, ""
    while child != head and rise < _HIGHEST:
        above += f"^{tree.relations[child]}"
        found.append((f"but {above}", [(left[head], left[child]), (right[child], right[head])]))
        beside = _below(tree, head, above, 1)
        found += [(way, [(left[token], right[token])]) for way, token in beside if token != child]
        child, head, rise = head, tree.heads[head], rise + 1
    return found


def _cuts(tree: Tree, token: int) -> list[int]:
    """Where a phrase may end before the clauses that follow its head."""
    places = [
        tree.left[child]
        for child in tree.children[token]
        if child > token and tree.relations[child] in _CUTS and tree.left[child] > token
    ]
    return sorted(set(places)) if places else places


def _below(tree: Tree, token: int, above: str, depth: int) -> list[tuple[str, int]]:
    """Give what hangs on a token, with the way there as `Tree.path` has it; `above` leads to the token."""
    found = []
    for child in tree.children[token]:
        relation = tree.relations[child]
        if relation not in _FUNCTION:
            way = f"{above}>{relation}"
            found.append((way, child))
            if depth > 1:
                found += _below(tree, child, way, depth - 1)
    return found


def _with_quotations(tree: Tree, anchor: int, bases: list[Base]) -> list[Base]:
    """Each base, the base with the quotations it touches made whole, and with the quotation that follows."""
    sentence = tree.sentence[anchor]
    following = list(dict.fromkeys(_following_quotations(tree, sentence)))
    near = tree.quotations_near(*tree.bounds[sentence])
    if not following and not near:
        return bases
    outside = [quotation for quotation in near if not quotation[0] <= anchor < quotation[1]]
    ends = [("once", 1), ("and on", len(following))][: len(following)]
    found = []
    for way, pieces in bases:
        found.append((way, pieces))
        touched = [one for one in outside if [a for a, b in pieces if a < b and a < one[1] and one[0] < b]]
        whole = [*pieces, *touched]
        if touched:
            found.append((f"{way} whole", whole))
        found += [(f"{way} on {how}", [*whole, *following[:more]]) for how, more in ends]
    return found


def _following_quotations(tree: Tree, sentence: int) -> Iterator[Piece]:
    """The quotations that fill the next sentences: "…," she said. "…"."""
    for start, end in tree.bounds[sentence + 1 : sentence + 1 + _LONGEST_RUN]:
        words = [token for token in range(start, end) if tree.wordlike[token]]
        if not words or tree.quotation[words[0]] < 0:
            return
        yield tree.quotations[tree.quotation[words[0]]]
        if any(tree.quotation[token] < 0 for token in words):
            return


def trimmed(tree: Tree, pieces: list[Piece], taken: list[Piece]) -> tuple[Piece, ...]:
    """Join overlapping pieces, take some out (cue and source), and strip punctuation off the ends.

    Punctuation inside of a quotation stays, and its marks do.
    """
    joined = _joined(pieces) if len(pieces) > 1 else pieces
    for hole in taken:
        opening, closing = hole
        for start, end in joined:  # mostly none is touched
            if start < closing and opening < end:
                joined = _without(joined, hole)
                break
    words, stays, stripped = tree.words_before, tree.stays, []
    for piece in joined:
        start, end = piece
        while start < end and not stays[start]:
            start += 1
        while start < end and not stays[end - 1]:
            end -= 1
        if words[start] < words[end]:
            stripped.append((start, end))
    return tuple(stripped)


def _joined(pieces: list[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for start, end in sorted(pieces):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _without(pieces: list[Piece], hole: Piece) -> list[Piece]:
    opening, closing = hole
    parts: list[Piece] = []
    for piece in pieces:
        start, end = piece
        if end <= opening or closing <= start:
            parts.append(piece)
            continue
        if start < opening:
            parts.append((start, opening))
        if closing < end:
            parts.append((closing, end))
    return parts


# What the network for contents looks up.
_PLACES = {
    "first": ("lemma", "tag"),
    "first next": ("lemma", "tag"),
    "last": ("lemma", "tag"),
    "before": ("lemma", "tag"),
    "after": ("lemma", "tag", "relation"),
    "head": ("lemma", "tag", "relation", "share"),
    "mark of head": ("lemma",),
    "anchor": ("lemma", "tag", "relation", "share"),
    "above": ("lemma", "tag", "share"),
    "last of cue": ("lemma", "tag"),
    "after cue": ("lemma", "tag"),
    "before cue": ("lemma", "tag"),
    "complement": ("tag",),
    "complement's mark": ("lemma",),
    "object": ("lemma",),
}
_EXTRA = ("shape", "pieces", "said", "left", "gap", "missed", "source side", "core")
_WAY_PLACES = {"candidate": ("way",), "second": ("way",), "third": ("way",)}
CONTENTS = layout({**_WAY_PLACES, **_PLACES}, _EXTRA, "contents")
_SIZES = (2, 3, 5, 9, 15, 23, 41)
_LEFT_OUT = (1, 2, 3, 5, 9, 15, 23)
_GAPS = (-4, -2, -1, 0, 1, 2, 3, 5)
_NOWHERE = (-1, -1)
_FAR = 1 << 30


def content_rows(
    tree: Tree,
    parse: Columns,
    words: Words,
    cues: Sequence[tuple[int, Piece, Piece | None]],
    choices: Sequence[Sequence[Content]],
) -> Rows:
    """What the network for contents is told of all choices of all cues, one after the other.

    A cue is its anchor, its piece and that of its source.
    """
    flat = [one for some in choices for one in some]
    owner = np.repeat(np.arange(len(cues)), [len(some) for some in choices])
    anchor = np.array([anchor for anchor, _, _ in cues], dtype=np.int64)[owner]
    first, last = np.array([cue for _, cue, _ in cues], dtype=np.int64)[owner].T
    start = np.array([one.pieces[0][0] for one in flat], dtype=np.int64)
    end = np.array([one.pieces[-1][1] for one in flat], dtype=np.int64)
    heads = {piece: _head(tree, piece) for piece in {one.pieces[0] for one in flat}}
    head = np.array([heads[one.pieces[0]] for one in flat], dtype=np.int64)
    size = len(tree.words)
    places = {
        "first": start,
        "first next": beside(start, 1, parse),
        "last": end - 1,
        "before": start - 1,
        "after": np.where(end < size, end, -1),
        "head": head,
        "mark of head": parse.mark[head],
        "anchor": anchor,
        "above": parse.head[anchor],
        "last of cue": last - 1,
        "after cue": beside(last - 1, 1, parse),
        "before cue": beside(first, -1, parse),
        "complement": parse.complement[anchor],
        "complement's mark": parse.mark[parse.complement[anchor]],
        "object": parse.object[anchor],
    }
    codes: list[Codes] = [
        words.codes("way", [one.ways[place] if place < len(one.ways) else "" for one in flat])
        for place in range(_WAYS)
    ]
    codes += looked_up(parse, places, _PLACES)
    shapes = _shapes(tree, cues, choices)
    side, begins, ends, marked, cut, pieces, said, left, gap, missed, _, source_side = shapes
    core = (parse.bits[anchor][:, :_CORE] @ (1 << np.arange(_CORE))).astype(np.int64)
    shape = (((side * 3 + begins) * 4 + ends) * 4 + marked) * 2 + cut
    extra = [shape, pieces, said, left, gap, missed, source_side, core]
    numbers = [one_hot(column, size) for column, size in zip(shapes, _SHAPE, strict=True)]
    numbers += [parse.bits[anchor], one_hot(parse.mixed[anchor], 4)]
    numbers += [one_hot(parse.quoted[anchor] >= 0, 2), one_hot(parse.stopped[anchor], 2)]
    return Rows(one_above_other([*codes, *extra]).T, np.concatenate(numbers, axis=1))


def _shapes(
    tree: Tree, cues: Sequence[tuple[int, Piece, Piece | None]], choices: Sequence[Sequence[Content]]
) -> Codes:
    """What candidates look like, a row for each question: edges, what they leave out, how they are quoted."""
    flat = _Flat.of(tree, cues, choices)
    cue, source, (opening, closing) = flat.cue, flat.source, flat.sentence
    first, last, words = flat.first, flat.last, flat.words
    opens = words[np.maximum(first, opening)] == words[opening]
    closes = words[np.minimum(last, closing)] == words[closing]
    marked, length = (
        flat.total(flat.quoted[flat.end] - flat.quoted[flat.start]),
        flat.total(flat.end - flat.start),
    )
    columns = [
        np.where(last <= cue[0], 0, np.where(first >= cue[1], 1, 2)),
        np.where(opens, 0, np.where(_adjoin(flat, first), 1, 2)),
        np.where(last > closing, 0, np.where(closes, 1, np.where(_adjoin(flat, last), 2, 3))),
        np.where(marked == 0, 0, np.where(marked == length, 1, np.where(2 * marked > length, 2, 3))),
        np.minimum(flat.total(_cut_quotations(tree, flat)), 1),
        np.minimum(flat.counts, 4) - 1,
        np.digitize(flat.total(words[flat.end] - words[flat.start]), _SIZES),
        np.digitize(_left(tree, flat, cues), _LEFT_OUT),
        np.digitize(_gap(flat), _GAPS),
        np.minimum(_missed(tree, cues, choices), 3),
        source[0] >= 0,
        np.where(source[0] < 0, 0, np.where(source[0] < cue[0], 1, 2)),
    ]
    return one_above_other(columns).astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Flat:
    """The pieces of all candidates, one after the other, and what belongs to each candidate.

    `start` and `end` are those of each piece and `owner` its candidate; `rows` is where the pieces of each
    candidate begin, `counts` how many they are, `first` and `last` their edges. `cue`, `source` and
    `sentence` are edges, too, by candidate. `words` and `quoted` count tokens from the start of the text.
    """

    start: Indices
    end: Indices
    owner: Indices
    rows: Indices
    counts: Indices
    first: Indices
    last: Indices
    cue: Indices
    source: Indices
    sentence: Indices
    of_cue: Indices
    words: Indices
    quoted: Indices

    @classmethod
    def of(
        cls,
        tree: Tree,
        cues: Sequence[tuple[int, Piece, Piece | None]],
        choices: Sequence[Sequence[Content]],
    ) -> _Flat:
        """Lay out the candidates of all cues."""
        pieces = [one.pieces for some in choices for one in some]
        counts = np.array([len(some) for some in pieces], dtype=np.int64)
        rows = np.cumsum(counts) - counts
        start, end = sides([piece for some in pieces for piece in some])
        of_cue = np.repeat(np.arange(len(cues)), [len(some) for some in choices])
        sentences = [tree.bounds[tree.sentence[anchor]] for anchor, _, _ in cues]
        return cls(
            start,
            end,
            np.repeat(np.arange(len(counts)), counts),
            rows,
            counts,
            start[rows],
            end[rows + counts - 1],
            np.array([cue for _, cue, _ in cues], dtype=np.int64)[of_cue].T,
            np.array([source or _NOWHERE for _, _, source in cues], dtype=np.int64)[of_cue].T,
            np.array(sentences, dtype=np.int64)[of_cue].T,
            of_cue,
            np.array(tree.words_before, dtype=np.int64),
            np.append(0, np.cumsum(np.array(tree.quotation) >= 0)),
        )

    def total(self, values: Indices) -> Indices:
        """Add up for each candidate what is known of its pieces."""
        found: Indices = np.add.reduceat(values, self.rows)
        return found


def _left(tree: Tree, flat: _Flat, cues: Sequence[tuple[int, Piece, Piece | None]]) -> Indices:
    """How many words of the sentence of its cue a candidate leaves out, those of cue and source aside."""
    (opening, closing), words = flat.sentence[:, flat.owner], flat.words
    low, high = np.maximum(flat.start, opening), np.minimum(flat.end, closing)
    free = np.array([_free_words(tree, *cue) for cue in cues], dtype=np.int64)[flat.of_cue]
    left: Indices = free - flat.total(np.where(low < high, words[high] - words[low], 0))
    return left


def _free_words(tree: Tree, anchor: int, cue: Piece, source: Piece | None) -> int:
    """How many words of the sentence of a cue are in neither cue nor source."""
    start, end = tree.bounds[tree.sentence[anchor]]
    taken = [cue, source] if source else [cue]
    inside = [tree.count_words(max(piece[0], start), min(piece[1], end)) for piece in taken]
    return tree.count_words(start, end) - sum(inside)


def _adjoin(flat: _Flat, place: Indices) -> NDArray[np.bool_]:
    """Whether places are right at the edge of the cue or the source, or one token away."""
    near = np.zeros(len(place), dtype=bool)
    for edges in (flat.cue, flat.source):
        before, behind = place - edges[0], place - edges[1]
        beside = (before == -1) | (before == 0) | (behind == 0) | (behind == 1)
        near |= beside & (edges[0] >= 0)
    return near


def _cut_quotations(tree: Tree, flat: _Flat) -> Indices:
    """Whether pieces begin or end amid a quotation, quotation marks aside."""
    quotation = np.array(tree.quotation, dtype=np.int64)
    opens, closes = np.array([*tree.quotations, _NOWHERE], dtype=np.int64).T
    opening, closing = quotation[flat.start], quotation[flat.end - 1]
    begins_amid = (opening >= 0) & (flat.start > opens[opening] + 1)
    ends_amid = (closing >= 0) & (flat.end < closes[closing] - 1)
    cut: Indices = (begins_amid | ends_amid).astype(np.int64)
    return cut


def _gap(flat: _Flat) -> Indices:
    """The tokens between the cue and the piece after it; less than 0 where there is only one before it."""
    behind = flat.start - flat.cue[1][flat.owner]
    nearest = np.minimum.reduceat(np.where(behind >= 0, behind, _FAR), flat.rows)
    gap: Indices = np.where(nearest < _FAR, nearest, flat.last - flat.cue[0] - 1)
    return gap


def _missed(
    tree: Tree, cues: Sequence[tuple[int, Piece, Piece | None]], choices: Sequence[Sequence[Content]]
) -> Indices:
    """How many quotations in the sentence of a cue and beside it candidates leave out."""
    missed: list[int] = []
    for (anchor, _, _), some in zip(cues, choices, strict=True):
        near = tree.quotations_near(*tree.bounds[tree.sentence[anchor]])
        missed += [len(near) - _held(one.pieces, near) for one in some] if near else [0] * len(some)
    return np.array(missed, dtype=np.int64)


def _held(pieces: Sequence[Piece], quotations: Sequence[Piece]) -> int:
    """How many of some quotations are within one of some pieces, which do not overlap."""
    held = 0
    for start, end in pieces:
        for opens, closes in quotations:
            held += start <= opens and closes <= end
    return held


_CORE = 8  # how many of the dependents in `bits` are the core of a clause
# How many values each number of `_shapes` takes.
_SHAPE = (3, 3, 4, 4, 2, 4, 8, 8, 9, 4, 2, 3)


def _head(tree: Tree, piece: Piece) -> int:
    """The first word of a piece that no other word of it governs."""
    start, end = piece
    heads = tree.heads
    for token in range(start, end):
        if heads[token] == token or not start <= heads[token] < end:
            return token
    return start
