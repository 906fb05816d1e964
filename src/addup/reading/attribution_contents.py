"""Candidates for what a cue reports: parts of its sentence, quotations, and both together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from addup.reading.attribution_tree import Tree

Piece = tuple[int, int]

# Words of these relations head no phrase that could be said.
_FUNCTION = frozenset(
    {"punct", "det", "aux", "aux:pass", "mark", "case", "cc", "cop", "fixed", "flat", "compound:prt", "expl"}
)
_LONGEST_PATH = 3


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
    return [_describe(tree, anchor, cue, taken, pieces, names) for pieces, names in kinds.items()]


def _bases(tree: Tree, anchor: int, taken: list[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    start, end = tree.bounds[tree.sentence[anchor]]
    first, last = min(piece[0] for piece in taken), max(piece[1] for piece in taken)
    yield "after", [(taken[0][1], end)]
    yield "before", [(start, first)]
    yield "around", [(start, first), (last, end)]
    yield from _subtrees(tree, anchor, start, end)
    for quotation in _near_quotations(tree, start, end):
        side = "<" if quotation[0] < anchor else ">"
        yield f"quote{side}", [quotation]


def _subtrees(tree: Tree, anchor: int, start: int, end: int) -> Iterator[tuple[str, list[Piece]]]:
    """Phrases around the cue: those under it, those above it without it, and those beside it."""
    for token in _below(tree, anchor, 2):
        yield f"v{tree.path(anchor, token)}", [(tree.left[token], tree.right[token])]
    child, head, rise = anchor, tree.heads[anchor], 1
    while child != head and rise <= _LONGEST_PATH:
        path = tree.path(anchor, head)
        yield f"^{path}", [(tree.left[head], tree.left[child]), (tree.right[child], tree.right[head])]
        for token in _below(tree, head, 1):
            if token != child:
                yield f"v{tree.path(anchor, token)}", [(tree.left[token], tree.right[token])]
        child, head, rise = head, tree.heads[head], rise + 1


def _below(tree: Tree, token: int, depth: int) -> Iterator[int]:
    for child in tree.children[token]:
        if tree.relations[child] not in _FUNCTION:
            yield child
            if depth > 1:
                yield from _below(tree, child, depth - 1)


def _near_quotations(tree: Tree, start: int, end: int) -> list[Piece]:
    """Quotations in the sentence, or right before or after it."""
    lowest, highest = max(0, start - 2), min(len(tree.words) - 1, end + 1)
    numbers = dict.fromkeys(tree.quotation[i] for i in range(lowest, highest + 1) if tree.quotation[i] >= 0)
    return [(tree.quotations[n].start, tree.quotations[n].end) for n in numbers]


def _with_quotations(
    tree: Tree, anchor: int, bases: Iterable[tuple[str, list[Piece]]]
) -> Iterator[tuple[str, list[Piece]]]:
    """Each base, the base with the quotations it touches made whole, and with the quotation that follows."""
    _, end = tree.bounds[tree.sentence[anchor]]
    inside = tree.quotation[anchor]
    following = _following_quotation(tree, end)
    for kind, pieces in bases:
        yield kind, pieces
        numbers = {tree.quotation[i] for a, b in pieces for i in range(a, b)} - {-1, inside}
        touched = [(tree.quotations[n].start, tree.quotations[n].end) for n in sorted(numbers)]
        whole = [*pieces, *touched]
        if touched:
            yield f"{kind}+q", whole
        if following is not None:
            yield f"{kind}+n", [*whole, following]


def _following_quotation(tree: Tree, end: int) -> Piece | None:
    """The quotation that opens the next sentence, where the sentence before it does not run into it."""
    size = len(tree.words)
    index = end
    while index < size and tree.words[index].isspace():
        index += 1
    number = tree.quotation[index] if index < size else -1
    if number < 0 or tree.quotations[number].start != index:
        return None
    return tree.quotations[number].start, tree.quotations[number].end


def _trim(tree: Tree, pieces: list[Piece], taken: list[Piece]) -> tuple[Piece, ...]:
    """Join overlapping pieces, take out cue and source, and strip punctuation off the ends."""
    joined: list[Piece] = []
    for start, end in sorted(piece for piece in pieces if piece[0] < piece[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    for hole_start, hole_end in taken:
        joined = (
            [
                part
                for start, end in joined
                for part in ((start, min(end, hole_start)), (max(start, hole_end), end))
                if part[0] < part[1]
            ]
            if any(s < hole_end and hole_start < e for s, e in joined)
            else joined
        )
    stripped = (_strip(tree, start, end) for start, end in joined)
    return tuple(piece for piece in stripped if piece[0] < piece[1])


def _strip(tree: Tree, start: int, end: int) -> Piece:
    while start < end and not tree.is_word(start) and tree.quotation[start] < 0:
        start += 1
    while start < end and not tree.is_word(end - 1) and tree.quotation[end - 1] < 0:
        end -= 1
    if not any(tree.is_word(i) for i in range(start, end)):
        return start, start
    return start, end


def _describe(
    tree: Tree, anchor: int, cue: Piece, taken: list[Piece], pieces: tuple[Piece, ...], kinds: list[str]
) -> Candidate:
    start, end = tree.bounds[tree.sentence[anchor]]
    first, last = pieces[0][0], pieces[-1][1]
    side = "<" if last <= cue[0] else ">" if first >= cue[1] else "="
    begins = "s" if _only_marks(tree, start, first) else "t" if _adjoins(taken, first) else "m"
    ends = (
        "e"
        if last <= end and _only_marks(tree, last, end)
        else "b"
        if last > end
        else "c"
        if _adjoins(taken, last)
        else "m"
    )
    quoted = _quote_cover(tree, pieces)
    words = sum(b - a for a, b in pieces)
    nearest = next((a for a, b in pieces if a >= cue[1]), None)
    gap = (
        min(nearest - cue[1], 5)
        if nearest is not None
        else min(cue[0] - pieces[-1][1], 5)
        if last <= cue[0]
        else 6
    )
    head = next(
        (i for a, b in pieces for i in range(a, b) if not a <= tree.heads[i] < b or tree.heads[i] == i), first
    )
    rest = sum(1 for i in range(start, end) if tree.is_word(i)) - sum(
        1 for a, b in (*pieces, *taken) for i in range(max(a, start), min(b, end)) if tree.is_word(i)
    )
    missed = sum(
        1 for q in _near_quotations(tree, start, end) if not any(a <= q[0] and q[1] <= b for a, b in pieces)
    )
    return Candidate(
        pieces,
        tuple(kinds[:4]),
        f"{side}{begins}{ends}{quoted}",
        (
            f"f{tree.tags[first]}",
            f"w{tree.words[first]}",
            f"l{_size(words)}",
            f"n{len(pieces)}",
            f"g{side}{gap}",
            f"t{tree.tags[head][:2]}/{tree.relations[head]}",
            f"x{tree.words[last] if last < len(tree.words) else ''}",
            f"r{_size(rest)}",
            f"m{min(missed, 3)}/{quoted}",
            f"p{tree.words[first - 1] if first else ''}",
        ),
    )


def _only_marks(tree: Tree, start: int, end: int) -> bool:
    return not any(tree.is_word(i) for i in range(start, end))


def _adjoins(taken: list[Piece], place: int) -> bool:
    return any(place in (a - 1, a, b, b + 1) for a, b in taken)


def _quote_cover(tree: Tree, pieces: tuple[Piece, ...]) -> str:
    """How much of the pieces is quoted, and whether they cut a quotation in two."""
    quoted = [tree.quotation[i] for a, b in pieces for i in range(a, b) if tree.quotation[i] >= 0]
    words = sum(b - a for a, b in pieces)
    share = "0" if not quoted else "1" if len(quoted) == words else "h" if 2 * len(quoted) > words else "l"
    whole = all(
        sum(1 for n in quoted if n == number)
        >= tree.quotations[number].end - tree.quotations[number].start - 2
        for number in set(quoted)
    )
    return share if whole else f"{share}cut"


def _size(words: int) -> str:
    for bound in (0, 1, 2, 4, 8, 14, 22, 40):
        if words <= bound:
            return str(bound)
    return "+"
