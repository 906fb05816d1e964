"""Candidates for what a cue reports: parts of its sentence, quotations, and both together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from addup.reading.attribution_shapes import marks_of, shape_of
from addup.reading.attribution_tree import Piece, Tree, overlap

# Words of these relations head no phrase that could be said.
_FUNCTION = frozenset(
    {"punct", "det", "aux", "aux:pass", "mark", "case", "cc", "cop", "fixed", "flat", "compound:prt", "expl"}
)
# How many governors above a cue may hold its content, and how deep below it.
_HIGHEST, _DEEPEST = 3, 2
# Most of the ways that lead to one candidate say the same; these many are told apart.
_KINDS = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible content: its pieces, the ways that lead to it, its shape, and marks of its words."""

    pieces: tuple[Piece, ...]
    kinds: tuple[str, ...]
    shape: str
    marks: tuple[str, ...]


def candidates(tree: Tree, anchor: int, cue: Piece, source: Piece | None) -> list[Candidate]:
    """All candidates for the content of a cue, each set of pieces once, in a fixed order."""
    taken = [cue, source] if source else [cue]
    kinds: dict[tuple[Piece, ...], list[str]] = {}
    for kind, pieces in _with_quotations(tree, anchor, _bases(tree, anchor, taken)):
        trimmed = _trim(tree, pieces, taken)
        if trimmed:
            kinds.setdefault(trimmed, []).append(kind)
    sentence = tree.bounds[tree.sentence[anchor]]
    return [
        Candidate(
            pieces,
            tuple(names[:_KINDS]),
            shape_of(tree, sentence, taken, pieces),
            marks_of(tree, sentence, taken, pieces),
        )
        for pieces, names in kinds.items()
    ]


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
        yield tree.path(anchor, token), [(tree.left[token], tree.right[token])]
    child, head, rise = anchor, tree.heads[anchor], 0
    while child != head and rise < _HIGHEST:
        rest = [(tree.left[head], tree.left[child]), (tree.right[child], tree.right[head])]
        yield f"but {tree.path(anchor, head)}", rest
        for token in _below(tree, head, 1):
            if token != child:
                yield tree.path(anchor, token), [(tree.left[token], tree.right[token])]
        child, head, rise = head, tree.heads[head], rise + 1


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
    following = _following_quotation(tree, tree.bounds[tree.sentence[anchor]][1])
    for kind, pieces in bases:
        yield kind, pieces
        numbers = {number for a, b in pieces for number in tree.quotation[a:b]} - {-1, inside}
        whole = [*pieces, *(tree.quotations[number] for number in sorted(numbers))]
        if numbers:
            yield f"{kind} whole", whole
        if following is not None:
            yield f"{kind} on", [*whole, following]


def _following_quotation(tree: Tree, end: int) -> Piece | None:
    """The quotation that opens the next sentence: "…," she said. "…"."""
    index = end
    while index < len(tree.words) and tree.words[index].isspace():
        index += 1
    number = tree.quotation[index] if index < len(tree.words) else -1
    opens = number >= 0 and tree.quotations[number][0] == index
    return tree.quotations[number] if opens else None


def _trim(tree: Tree, pieces: list[Piece], taken: list[Piece]) -> tuple[Piece, ...]:
    """Join overlapping pieces, take out cue and source, and strip punctuation off the ends."""
    joined: list[Piece] = []
    for start, end in sorted(piece for piece in pieces if piece[0] < piece[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    for hole in taken:
        joined = [part for piece in joined for part in _without(piece, hole)]
    stripped = (_strip(tree, piece) for piece in joined)
    return tuple(piece for piece in stripped if tree.count_words(*piece))


def _without(piece: Piece, hole: Piece) -> list[Piece]:
    if not overlap(piece, hole):
        return [piece]
    parts = [(piece[0], hole[0]), (hole[1], piece[1])]
    return [part for part in parts if part[0] < part[1]]


def _strip(tree: Tree, piece: Piece) -> Piece:
    """A piece without punctuation at its ends, quotation marks excepted."""
    start, end = piece
    while start < end and not tree.wordlike[start] and tree.quotation[start] < 0:
        start += 1
    while start < end and not tree.wordlike[end - 1] and tree.quotation[end - 1] < 0:
        end -= 1
    return start, end
