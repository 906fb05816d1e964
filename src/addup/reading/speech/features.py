"""A parse as columns of codes, and what the network for cues is told of each word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from addup.reading.speech.network import Codes, Floats, Rows, layout
from addup.reading.speech.tree import Piece, Tree
from addup.reading.speech.words import SHARES, Words

# Relations of dependents that tell what a word can be.
_DEPENDENTS = (
    "nsubj", "nsubj:pass", "ccomp", "xcomp", "obj", "obl", "advcl", "parataxis", "mark", "aux", "aux:pass",
    "acl", "nmod", "case", "obl:agent", "advmod", "conj", "acl:relcl", "cop", "nmod:poss", "iobj",
)  # fmt: skip
_NUMBERS = {relation: number for number, relation in enumerate(_DEPENDENTS, 1)}  # 0: another relation
_SUBJECTS = ("nsubj", "nsubj:pass")
# Clauses that leave their subject out have that of the word above.
_SUBJECTLESS = ("conj", "xcomp", "advcl", "acl")
_NEAR = 8  # how far the nearest quotation mark is looked for, in tokens
_LENGTHS = (5, 10, 15, 20, 30, 45)

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Columns:
    """A parse as arrays with one entry more than tokens, the last for "nothing", so that -1 reads nothing.

    Only `tagged`, which tells the tokens that were parsed, has none.
    `words` are arrays of codes by table; the rest are places of tokens (-1: none): governor, subject (also
    of the word above, where `lent`), and first dependents by kind. `bits` tell which dependents there are.
    """

    words: Mapping[str, Codes]
    head: Indices
    subject: Indices
    lent: Indices
    object: Indices
    complement: Indices
    oblique: Indices
    mark: Indices
    auxiliary: Indices
    bits: Floats
    start: Indices
    end: Indices
    quoted: Indices
    tagged: NDArray[np.bool_]
    before: Indices
    after: Indices
    mixed: Indices
    stopped: Indices


def columns(tree: Tree, words: Words, reports: Mapping[str, float] | None = None) -> Columns:
    """Code a parse; `reports` says how often each lemma heads a cue, in place of what `words` say."""
    size = len(tree.words)
    numbers = map(_NUMBERS.get, (*tree.relations, ""), repeat(0))
    relations = np.fromiter(numbers, dtype=np.int64, count=size + 1)
    tagged = np.fromiter(map(bool, tree.tags), dtype=bool, count=size)
    heads = np.array(tree.heads, dtype=np.int64)
    head = np.append(np.where(tagged & (heads != np.arange(size)), heads, -1), -1)
    subject = _dependents(relations, head, _SUBJECTS)
    lending = _among(relations, _SUBJECTLESS) & (subject < 0)
    lent = np.where(lending, subject[head], -1)
    sentence = np.array([*tree.sentence, -1], dtype=np.int64)
    bounds = np.array([*tree.bounds, (0, 0)], dtype=np.int64)[sentence]
    quoted = np.append(np.array(tree.quotation, dtype=np.int64), -1)
    before, after = _distances(tree)
    return Columns(
        words={
            "lemma": np.append(words.codes("lemma", tree.lemmas), 0),
            "tag": np.append(words.codes("tag", tree.tags), 0),
            "relation": np.append(words.codes("relation", tree.relations), 0),
            "name": np.append(words.codes("name", tree.names), 0),
            "share": np.append(words.shares(tree.lemmas, reports) * tagged, 0),
        },
        head=head,
        subject=np.where(lent >= 0, lent, subject),
        lent=(lent >= 0).astype(np.int64),
        object=_dependents(relations, head, ("obj",)),
        complement=_dependents(relations, head, ("ccomp", "xcomp")),
        oblique=_dependents(relations, head, ("obl", "nmod")),
        mark=_dependents(relations, head, ("mark", "case")),
        auxiliary=_dependents(relations, head, ("aux", "aux:pass")),
        bits=_bits(relations, head),
        start=bounds[:, 0],
        end=bounds[:, 1],
        quoted=quoted,
        tagged=tagged,
        before=before,
        after=after,
        mixed=_mixed(tree, quoted[:-1], sentence),
        stopped=_stopped(tree, sentence),
    )


def _among(relations: Indices, wanted: tuple[str, ...]) -> NDArray[np.bool_]:
    """Whether each token has one of some relations."""
    chosen = np.zeros(len(_NUMBERS) + 1, dtype=bool)
    chosen[[_NUMBERS[relation] for relation in wanted]] = True
    return chosen[relations]


def _dependents(relations: Indices, head: Indices, wanted: tuple[str, ...]) -> Indices:
    """The first dependent of each token with one of some relations."""
    found = np.full(len(head), -1, dtype=np.int64)
    places = np.flatnonzero(_among(relations, wanted) & (head >= 0))[::-1]
    found[head[places]] = places
    return found


def _bits(relations: Indices, head: Indices) -> Floats:
    bits = np.zeros((len(head), len(_DEPENDENTS)), dtype=np.float32)
    telling = (relations > 0) & (head >= 0)
    bits[head[telling], relations[telling] - 1] = 1
    return bits


def _distances(tree: Tree) -> tuple[Indices, Indices]:
    """How far back and ahead the nearest quotation mark is; one more than `_NEAR` within quotations."""
    size = len(tree.words)
    places = np.arange(size)
    marks = sorted({edge for start, end in tree.quotations for edge in (start, end - 1)})
    edges = np.array([-(10**6), *marks, 10**6])
    next_one = np.searchsorted(edges, places, side="left")
    last_one = np.searchsorted(edges, places, side="right") - 1
    inside = np.array(tree.quotation, dtype=np.int64) >= 0
    back = np.where(inside, _NEAR + 1, np.minimum(places - edges[last_one], _NEAR))
    ahead = np.where(inside, _NEAR + 1, np.minimum(edges[next_one] - places, _NEAR))
    return np.append(back, _NEAR), np.append(ahead, _NEAR)


def _mixed(tree: Tree, quoted: Indices, sentence: Indices) -> Indices:
    """Whether the sentence of each token has quoted words (1), words outside quotations (2), or both (3)."""
    outside = (quoted < 0) & np.array(tree.wordlike, dtype=bool)
    return (_in_sentence(tree, quoted >= 0) + 2 * _in_sentence(tree, outside))[sentence]


def _stopped(tree: Tree, sentence: Indices) -> Indices:
    """Whether the sentence of each token ends like one: headlines, with ways of their own, lack the stop."""
    stops = np.array([tag == "." for tag in tree.tags], dtype=bool)
    return _in_sentence(tree, stops)[sentence]


def _in_sentence(tree: Tree, there: NDArray[np.bool_]) -> Indices:
    """Whether each sentence has one of some tokens; the last entry is for none, which has nothing."""
    starts = [start for start, _ in tree.bounds]
    return np.append(np.logical_or.reduceat(there, starts), False).astype(np.int64)


# What the network for cues looks up: a word, its neighbours, governors and dependents.
_TABLES = ("lemma", "tag", "relation", "share")
_CUE_PLACES = {
    "self": (*_TABLES, "name"),
    **{f"{reach} {side}": _TABLES for reach in (1, 2, 3) for side in ("before", "after")},
    "governor": (*_TABLES, "name"),
    "grand": _TABLES,  # the governor of the governor
    "subject": (*_TABLES, "name"),
    "object": (*_TABLES, "name"),
    "complement": _TABLES,
    "oblique": _TABLES,
    "mark": _TABLES,
    "auxiliary": _TABLES,
    "complement's mark": ("lemma",),
    "oblique's mark": ("lemma",),
}
_CUE_EXTRA = (
    "dependents", "core", "back", "ahead", "mixed", "quoted", "stopped", "length", "first", "last",
    "above", "lent",
)  # fmt: skip
CUES = layout(_CUE_PLACES, _CUE_EXTRA, "cues")
_CORE = 8  # how many of `_DEPENDENTS` are the core of a clause


def cue_rows(tokens: Indices, parse: Columns) -> Rows:
    """What the network for cues is told of some tokens."""
    places = _cue_places(tokens, parse)
    codes = looked_up(parse, places, _CUE_PLACES)
    head, bits = parse.head[tokens], parse.bits[tokens]
    weights = 1 << np.arange(bits.shape[1])
    lengths = np.digitize(parse.end[tokens] - parse.start[tokens], _LENGTHS)
    first = np.minimum(tokens - parse.start[tokens], 4)
    last = np.minimum(parse.end[tokens] - 1 - tokens, 4)
    quoted = (parse.quoted[tokens] >= 0).astype(np.int64)
    above = head
    highest = np.zeros(len(tokens), dtype=np.int64)
    for _ in range(5):
        highest = np.maximum(highest, parse.words["share"][above])
        above = parse.head[above]
    extra = [
        (bits @ weights).astype(np.int64),
        (bits[:, :_CORE] @ weights[:_CORE]).astype(np.int64),
        parse.before[tokens],
        parse.after[tokens],
        parse.mixed[tokens],
        quoted,
        parse.stopped[tokens],
        lengths,
        first,
        last,
        highest,
        parse.lent[tokens],
    ]
    numbers = [
        bits,
        parse.bits[head],
        one_hot(parse.before[tokens], _NEAR + 2),
        one_hot(parse.after[tokens], _NEAR + 2),
        one_hot(parse.mixed[tokens], 4),
        one_hot(quoted, 2),
        one_hot(parse.stopped[tokens], 2),
        one_hot(lengths, 7),
        one_hot(first, 5),
        one_hot(last, 5),
        one_hot(np.where(head >= 0, np.clip(head - tokens, -4, 4), 0) + 4, 9),
        one_hot(parse.lent[tokens], 2),
        one_hot(highest, SHARES),
    ]
    return Rows(one_above_other([*codes, *extra]).T, np.concatenate(numbers, axis=1))


def _cue_places(tokens: Indices, parse: Columns) -> dict[str, Indices]:
    head, complement, oblique = parse.head[tokens], parse.complement[tokens], parse.oblique[tokens]
    places = {
        "self": tokens,
        "governor": head,
        "grand": parse.head[head],
        "subject": parse.subject[tokens],
        "object": parse.object[tokens],
        "complement": complement,
        "oblique": oblique,
        "mark": parse.mark[tokens],
        "auxiliary": parse.auxiliary[tokens],
        "complement's mark": parse.mark[complement],
        "oblique's mark": parse.mark[oblique],
    }
    for reach in (1, 2, 3):
        places[f"{reach} before"] = beside(tokens, -reach, parse)
        places[f"{reach} after"] = beside(tokens, reach, parse)
    return places


def looked_up(
    parse: Columns, places: Mapping[str, Indices], wanted: Mapping[str, Sequence[str]]
) -> list[Codes]:
    """The codes of tokens in some places, by the tables that are wanted for each place."""
    return [parse.words[table].take(places[name]) for name, tables in wanted.items() for table in tables]


def one_above_other(columns: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Columns as the rows of one array, in a tenth of the time that `np.stack` takes for many short ones."""
    return np.concatenate(columns).reshape(len(columns), -1)


def beside(tokens: Indices, step: int, parse: Columns) -> Indices:
    """The tokens some steps away in the same sentence, -1 where there are none."""
    there = tokens + step
    within = (tokens >= 0) & (there >= parse.start[tokens]) & (there < parse.end[tokens])
    return np.where(within, there, -1)


def sides(pieces: Iterable[Piece]) -> Indices:
    """The first tokens of pieces, and the ones behind their last."""
    return np.fromiter(chain.from_iterable(pieces), dtype=np.int64).reshape(-1, 2).T


def one_hot(values: NDArray[np.integer] | NDArray[np.bool_], size: int) -> Floats:
    """Give a row for each value, with 1 in the column of the value and 0 elsewhere."""
    return _eye(size).take(values.astype(np.int64), axis=0)


@cache
def _eye(size: int) -> Floats:
    return np.eye(size, dtype=np.float32)
