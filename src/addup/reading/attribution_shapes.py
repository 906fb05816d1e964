"""What a candidate content looks like: where it begins and ends, what it leaves out, how it is quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from addup.reading.attribution_tree import Piece, Tree

_FAR = 5


def shape_of(tree: Tree, sentence: Piece, taken: Sequence[Piece], pieces: Sequence[Piece]) -> str:
    """Side of the cue, how the candidate begins and ends, and how it is quoted, in one word."""
    cue = taken[0]
    first, last = pieces[0][0], pieces[-1][1]
    side = "left" if last <= cue[0] else "right" if first >= cue[1] else "around"
    begins = _begins(tree, sentence, taken, first)
    ends = _ends(tree, sentence, taken, last)
    return f"{side}, {begins}, {ends}, {_quoted(tree, pieces)}"


def marks_of(tree: Tree, sentence: Piece, taken: Sequence[Piece], pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The telling details: first words, size, head, neighbours, and what is left out of the sentence."""
    first, last = pieces[0][0], pieces[-1][1]
    before = tree.words[first - 1] if first else ""
    after = tree.words[last] if last < len(tree.words) else ""
    head = _head(tree, pieces)
    missed = sum(not _covers(pieces, quotation) for quotation in tree.quotations_near(*sentence))
    return (
        f"first tag {tree.tags[first]}",
        f"first {tree.words[first]}",
        f"head {tree.tags[head][:2]} {tree.relations[head]}",
        f"before {before}",
        f"after {after}",
        f"size {_size(sum(end - start for start, end in pieces))}",
        f"pieces {len(pieces)}",
        f"gap {_gap(taken[0], pieces)}",
        f"left out {_size(_left_out(tree, sentence, taken, pieces))}",
        f"quotations left out {min(missed, 3)} {_quoted(tree, pieces)}",
    )


def _begins(tree: Tree, sentence: Piece, taken: Sequence[Piece], first: int) -> str:
    if not tree.count_words(sentence[0], first):
        return "from start"
    return "from cue" if _adjoins(taken, first) else "from within"


def _ends(tree: Tree, sentence: Piece, taken: Sequence[Piece], last: int) -> str:
    if last > sentence[1]:
        return "beyond end"
    if not tree.count_words(last, sentence[1]):
        return "to end"
    return "to cue" if _adjoins(taken, last) else "to within"


def _adjoins(taken: Sequence[Piece], place: int) -> bool:
    return any(place in {start - 1, start, end, end + 1} for start, end in taken)


def _quoted(tree: Tree, pieces: Sequence[Piece]) -> str:
    """How much of the pieces is quoted, and whether they cut a quotation in two."""
    if all(max(tree.quotation[start:end], default=-1) < 0 for start, end in pieces):
        return "unquoted"
    counts = Counter(number for start, end in pieces for number in tree.quotation[start:end] if number >= 0)
    size, quoted = sum(end - start for start, end in pieces), counts.total()
    share = "quoted" if quoted == size else "mostly quoted" if 2 * quoted > size else "partly quoted"
    # The two quotation marks themselves may be missing.
    lengths = {number: tree.quotations[number][1] - tree.quotations[number][0] for number in counts}
    whole = all(count >= lengths[number] - 2 for number, count in counts.items())
    return share if whole else f"{share}, cut"


def _head(tree: Tree, pieces: Sequence[Piece]) -> int:
    """The first word that no other word of its piece governs."""
    for start, end in pieces:
        for token in range(start, end):
            if tree.heads[token] == token or not start <= tree.heads[token] < end:
                return token
    return pieces[0][0]


def _gap(cue: Piece, pieces: Sequence[Piece]) -> str:
    """The tokens between the cue and the piece after it, or before it where there is none after."""
    after = next((start - cue[1] for start, _ in pieces if start >= cue[1]), None)
    if after is not None:
        return f"right {min(after, _FAR)}"
    return f"left {min(cue[0] - pieces[-1][1], _FAR)}"


def _left_out(tree: Tree, sentence: Piece, taken: Sequence[Piece], pieces: Sequence[Piece]) -> int:
    """How many words of the sentence are neither in the candidate nor in cue and source."""
    start, end = sentence
    told = sum(tree.count_words(max(a, start), min(b, end)) for a, b in (*pieces, *taken))
    return tree.count_words(start, end) - told


def _covers(pieces: Sequence[Piece], part: Piece) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in pieces)


def _size(words: int) -> str:
    return next((str(bound) for bound in (0, 1, 2, 4, 8, 14, 22, 40) if words <= bound), "more")
