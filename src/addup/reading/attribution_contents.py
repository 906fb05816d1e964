"""Candidates for what a cue reports: parts of its sentence, quotations, and both together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from addup.reading.attribution_features import Columns, beside, one_hot
from addup.reading.attribution_network import Codes, Rows, layout
from addup.reading.attribution_tree import Piece, Tree
from addup.reading.attribution_words import Words

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


@dataclass(frozen=True, slots=True)
class Content:
    """A possible content: its pieces, and the ways that lead to it."""

    pieces: tuple[Piece, ...]
    ways: tuple[str, ...]


def possible_contents(tree: Tree, anchor: int, cue: Piece, source: Piece | None) -> list[Content]:
    """All candidates for the content of a cue, each set of pieces once, in a fixed order."""
    taken = [cue, source] if source else [cue]
    ways: dict[tuple[Piece, ...], list[str]] = {}
    for way, pieces in _with_quotations(tree, anchor, _bases(tree, anchor, taken)):
        trimmed = _trim(tree, pieces, taken)
        if trimmed:
            ways.setdefault(trimmed, []).append(way)
    return [Content(pieces, tuple(names[:_WAYS])) for pieces, names in ways.items()]


def _bases(tree: Tree, anchor: int, taken: list[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """What may be said, quotations aside; `taken` is the cue and, where there is one, the source."""
    start, end = tree.bounds[tree.sentence[anchor]]
    first, last = min(piece[0] for piece in taken), max(piece[1] for piece in taken)
    yield "after", [(taken[0][1], end)]
    yield "before", [(start, first)]
    yield "around", [(start, first), (last, end)]
    yield from _phrases(tree, anchor)
    for quotation in tree.quotations_near(start, end):
        yield f"quotation {'left' if quotation[0] < anchor else 'right'}", [quotation]


def _phrases(tree: Tree, anchor: int) -> Iterator[tuple[str, list[Piece]]]:
    """Phrases around the cue: those under it, those above it without its own, and those beside it."""
    for token in _below(tree, anchor, _DEEPEST):
        way = tree.path(anchor, token)
        yield way, [(tree.left[token], tree.right[token])]
        for cut in _cuts(tree, token):
            yield f"{way} cut", [(tree.left[token], cut)]
    child, head, rise = anchor, tree.heads[anchor], 0
    while child != head and rise < _HIGHEST:
        rest = [(tree.left[head], tree.left[child]), (tree.right[child], tree.right[head])]
        yield f"but {tree.path(anchor, head)}", rest
        for token in _below(tree, head, 1):
            if token != child:
                yield tree.path(anchor, token), [(tree.left[token], tree.right[token])]
        child, head, rise = head, tree.heads[head], rise + 1


def _cuts(tree: Tree, token: int) -> list[int]:
    """Where a phrase may end before the clauses that follow its head."""
    places = (
        tree.left[child]
        for child in tree.children[token]
        if child > token and tree.relations[child] in _CUTS and tree.left[child] > token
    )
    return sorted(set(places))


def _below(tree: Tree, token: int, depth: int) -> Iterator[int]:
    for child in tree.children[token]:
        if tree.relations[child] not in _FUNCTION:
            yield child
            if depth > 1:
                yield from _below(tree, child, depth - 1)


def _with_quotations(
    tree: Tree, anchor: int, bases: Iterable[tuple[str, list[Piece]]]
) -> Iterator[tuple[str, list[Piece]]]:
    """Each base, the base with the quotations it touches made whole, and with the quotation that follows."""
    inside = tree.quotation[anchor]
    following = list(dict.fromkeys(_following_quotations(tree, tree.sentence[anchor])))
    if not following and not tree.quotations_near(*tree.bounds[tree.sentence[anchor]]):
        yield from bases
        return
    for way, pieces in bases:
        yield way, pieces
        numbers: set[int] = set().union(*(tree.quotation[a:b] for a, b in pieces)) - {-1, inside}
        whole = [*pieces, *(tree.quotations[number] for number in sorted(numbers))]
        if numbers:
            yield f"{way} whole", whole
        for more in sorted({1, len(following)}) if following else ():
            yield f"{way} on {'once' if more == 1 else 'and on'}", [*whole, *following[:more]]


def _following_quotations(tree: Tree, sentence: int) -> Iterator[Piece]:
    """The quotations that fill the next sentences: "…," she said. "…"."""
    for start, end in tree.bounds[sentence + 1 : sentence + 1 + _LONGEST_RUN]:
        words = [token for token in range(start, end) if tree.wordlike[token]]
        if not words or tree.quotation[words[0]] < 0:
            return
        yield tree.quotations[tree.quotation[words[0]]]
        if any(tree.quotation[token] < 0 for token in words):
            return


def _trim(tree: Tree, pieces: list[Piece], taken: list[Piece]) -> tuple[Piece, ...]:
    """Join overlapping pieces, take out cue and source, and strip punctuation off the ends."""
    joined: list[Piece] = []
    for start, end in sorted([piece for piece in pieces if piece[0] < piece[1]]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    for hole in taken:
        joined = _without(joined, hole)
    stripped = [_strip(tree, piece) for piece in joined]
    return tuple([piece for piece in stripped if tree.count_words(*piece)])


def _without(pieces: Sequence[Piece], hole: Piece) -> list[Piece]:
    parts: list[Piece] = []
    for start, end in pieces:
        if end <= hole[0] or hole[1] <= start:
            parts.append((start, end))
            continue
        if start < hole[0]:
            parts.append((start, hole[0]))
        if hole[1] < end:
            parts.append((hole[1], end))
    return parts


def _strip(tree: Tree, piece: Piece) -> Piece:
    """A piece without punctuation at its ends, quotation marks excepted."""
    start, end = piece
    while start < end and not tree.wordlike[start] and tree.quotation[start] < 0:
        start += 1
    while start < end and not tree.wordlike[end - 1] and tree.quotation[end - 1] < 0:
        end -= 1
    return start, end


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
    flat = [(cue, one) for cue, some in zip(cues, choices, strict=True) for one in some]
    anchor = np.array([cue[0] for cue, _ in flat], dtype=np.int64)
    first, last = (np.array([cue[1][side] for cue, _ in flat], dtype=np.int64) for side in (0, 1))
    start = np.array([one.pieces[0][0] for _, one in flat], dtype=np.int64)
    end = np.array([one.pieces[-1][1] for _, one in flat], dtype=np.int64)
    head = np.array([_head(tree, one.pieces) for _, one in flat], dtype=np.int64)
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
        words.codes("way", [one.ways[place] if place < len(one.ways) else "" for _, one in flat])
        for place in range(_WAYS)
    ]
    codes += [parse.words[table][places[name]] for name, tables in _PLACES.items() for table in tables]
    shapes = _shapes(tree, cues, choices)
    side, begins, ends, marked, cut, pieces, said, left, gap, missed, _, source_side = shapes.T
    core = (parse.bits[anchor][:, :_CORE] @ (1 << np.arange(_CORE))).astype(np.int64)
    shape = (((side * 3 + begins) * 4 + ends) * 4 + marked) * 2 + cut
    extra = [shape, pieces, said, left, gap, missed, source_side, core]
    numbers = [one_hot(column, size) for column, size in zip(shapes.T, _SHAPE, strict=True)]
    numbers += [parse.bits[anchor], one_hot(parse.mixed[anchor], 4)]
    numbers += [one_hot(parse.quoted[anchor] >= 0, 2), one_hot(parse.stopped[anchor], 2)]
    return Rows(np.stack([*codes, *extra], axis=1), np.concatenate(numbers, axis=1))


def _shapes(
    tree: Tree, cues: Sequence[tuple[int, Piece, Piece | None]], choices: Sequence[Sequence[Content]]
) -> Codes:
    """What candidates look like: where they begin and end, what they leave out, how they are quoted."""
    quoted = [0, *accumulate(number >= 0 for number in tree.quotation)]
    shapes: list[list[int]] = []
    for (_, cue, source), some in zip(cues, choices, strict=True):
        taken = [cue, source] if source else [cue]
        sentence = tree.bounds[tree.sentence[cue[0]]]
        near = tree.quotations_near(*sentence)
        free = tree.count_words(*sentence) - _words_inside(tree, sentence, taken)
        shapes += [_shape(tree, quoted, taken, sentence, near, free, one.pieces) for one in some]
    columns = np.array(shapes, dtype=np.int64).reshape(len(shapes), len(_SHAPE))
    for place, bounds in _COUNTS.items():
        columns[:, place] = np.digitize(columns[:, place], bounds)
    return columns


_CORE = 8  # how many of the dependents in `bits` are the core of a clause
# How many values each number of `_shape` takes.
_SHAPE = (3, 3, 4, 4, 2, 4, 8, 8, 9, 4, 2, 3)
# Which of them are counts, and from where on these are told apart.
_COUNTS = {6: _SIZES, 7: _LEFT_OUT, 8: _GAPS}


def _words_inside(tree: Tree, sentence: Piece, pieces: Sequence[Piece]) -> int:
    """How many words of a sentence are in some pieces."""
    return sum([tree.count_words(max(start, sentence[0]), min(end, sentence[1])) for start, end in pieces])


def _shape(
    tree: Tree,
    quoted: list[int],
    taken: Sequence[Piece],
    sentence: Piece,
    near: Sequence[Piece],
    free: int,
    pieces: Sequence[Piece],
) -> list[int]:
    """Describe one candidate of a cue.

    `quoted` counts the quoted tokens from the start of the text, `taken` is the cue with its source, `near`
    are the quotations in its sentence and beside it, `free` the words of it outside cue and source.
    """
    cue, source = taken[0], taken[1] if len(taken) > 1 else None
    first, last = pieces[0][0], pieces[-1][1]
    said = sum([tree.words_before[end] - tree.words_before[start] for start, end in pieces])
    marked = sum([quoted[end] - quoted[start] for start, end in pieces])
    length = sum([end - start for start, end in pieces])
    missed = sum(not any(start <= one[0] and one[1] <= end for start, end in pieces) for one in near)
    left = free - _words_inside(tree, sentence, pieces)
    return [
        0 if last <= cue[0] else 1 if first >= cue[1] else 2,
        0 if not tree.count_words(sentence[0], first) else 1 if _adjoins(taken, first) else 2,
        _ending(tree, sentence, taken, last),
        0 if not marked else 1 if marked == length else 2 if 2 * marked > length else 3,
        _cuts_quotation(tree, pieces),
        min(len(pieces), 4) - 1,
        said,
        left,
        _gap(cue, pieces),
        min(missed, 3),
        bool(source),
        0 if source is None else 1 if source[0] < cue[0] else 2,
    ]


def _ending(tree: Tree, sentence: Piece, taken: Sequence[Piece], last: int) -> int:
    if last > sentence[1]:
        return 0
    if not tree.count_words(last, sentence[1]):
        return 1
    return 2 if _adjoins(taken, last) else 3


def _adjoins(taken: Sequence[Piece], place: int) -> bool:
    return any(place in {start - 1, start, end, end + 1} for start, end in taken)


def _cuts_quotation(tree: Tree, pieces: Sequence[Piece]) -> bool:
    """Whether a piece begins or ends amid a quotation, quotation marks aside."""
    for start, end in pieces:
        opening, closing = tree.quotation[start], tree.quotation[end - 1]
        if opening >= 0 and start > tree.quotations[opening][0] + 1:
            return True
        if closing >= 0 and end < tree.quotations[closing][1] - 1:
            return True
    return False


def _head(tree: Tree, pieces: Sequence[Piece]) -> int:
    """The first word that no other word of its piece governs."""
    for start, end in pieces:
        for token in range(start, end):
            if tree.heads[token] == token or not start <= tree.heads[token] < end:
                return token
    return pieces[0][0]


def _gap(cue: Piece, pieces: Sequence[Piece]) -> int:
    """The tokens between the cue and the piece after it; less than 0 where there is only one before it."""
    after = next((start - cue[1] for start, _ in pieces if start >= cue[1]), None)
    return after if after is not None else pieces[-1][1] - cue[0] - 1
