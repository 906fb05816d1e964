"""The parse of a document as plain lists, for finding attributions fast."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np
from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, SENT_START, TAG
from spacy.tokens import Doc

from addup.reading.quotations import quotation_of_tokens, quotations_of
from addup.reading.text import strings_of

# The first token and the one after the last.
Piece = tuple[int, int]
_HIGHEST = 12  # tokens that are followed upward from one


@dataclass(frozen=True, slots=True)
class Tree:
    """What attributions are found by, token by token; token numbers throughout, ends exclusive.

    `left` and `right` bound the subtree of a token; `sentence` is the number of its sentence in `bounds`;
    `quotation` the number of its quotation, -1 outside. Tokens that were not parsed have an empty tag.
    `wordlike` tells tokens with a letter or a digit; `words_before` counts them from the start of the text.
    `upward` keeps the tokens above those that were asked for.
    """

    words: list[str]
    lemmas: list[str]
    tags: list[str]
    relations: list[str]
    names: list[str]
    heads: list[int]
    children: list[list[int]]
    left: list[int]
    right: list[int]
    sentence: list[int]
    bounds: list[Piece]
    quotation: list[int]
    quotations: list[Piece]
    wordlike: list[bool]
    words_before: list[int]
    upward: dict[int, dict[int, int]] = field(default_factory=dict)

    def count_words(self, start: int, end: int) -> int:
        """How many of the tokens are words."""
        return self.words_before[end] - self.words_before[start] if start < end else 0

    def quotations_near(self, start: int, end: int) -> list[Piece]:
        """The quotations in a sentence, or right before or after it."""
        near = self.quotation[max(0, start - 2) : end + 2]
        return [self.quotations[number] for number in dict.fromkeys(near) if number >= 0]

    def path(self, start: int, end: int, longest: int = 4) -> str:
        """The relations from one token up to the common governor and down to the other."""
        up, down = self._ancestors(start), self._ancestors(end)
        top = next((token for token in up if token in down), None)
        if top is None:
            return "elsewhere"
        if up[top] + down[top] > longest:
            return "far"
        relations = self.relations
        steps = [f"^{relations[token]}" for token in up if up[token] < up[top]]
        steps += [f">{relations[token]}" for token in reversed(down) if down[token] < down[top]]
        return "".join(steps)

    def _ancestors(self, token: int) -> dict[int, int]:
        """A token and those above it, nearest first, and how far above they are."""
        found = self.upward.get(token)
        if found is None:
            found = self.upward[token] = {token: 0}
            while self.heads[token] != token and len(found) < _HIGHEST:
                token = self.heads[token]
                found[token] = len(found)
        return found


def plant(doc: Doc) -> Tree:
    """Take a Doc apart; sentence starts must be set, unparsed sentences are left without a tree."""
    columns = doc.to_array([HEAD, SENT_START]).reshape(len(doc), 2).T.astype(np.int64)
    words, lemmas, tags, relations, names = (
        strings_of(doc, attribute) for attribute in (LOWER, LEMMA, TAG, DEP, ENT_TYPE)
    )
    heads = (np.arange(len(doc)) + columns[0]).tolist()
    children, left, right = _subtrees(heads)
    bounds = _bounds(columns[1] == 1)
    quotations = quotations_of(doc)
    wordlike = [any(map(str.isalnum, word)) for word in words]
    return Tree(
        words=words,
        lemmas=[lemma.lower() for lemma in lemmas],
        tags=tags,
        relations=relations,
        names=names,
        heads=heads,
        children=children,
        left=left,
        right=right,
        sentence=[number for number, (start, end) in enumerate(bounds) for _ in range(start, end)],
        bounds=bounds,
        quotation=quotation_of_tokens(len(doc), quotations),
        quotations=[(one.start, one.end) for one in quotations],
        wordlike=wordlike,
        words_before=[0, *accumulate(wordlike)],
    )


def _subtrees(heads: list[int]) -> tuple[list[list[int]], list[int], list[int]]:
    """The children of each token, and the first and last token (exclusive) of its subtree."""
    children: list[list[int]] = [[] for _ in heads]
    downward = []  # every token behind its head
    for token, head in enumerate(heads):
        if head == token:
            downward.append(token)
        else:
            children[head].append(token)
    for token in downward:
        downward += children[token]
    left, right = list(range(len(heads))), list(range(1, len(heads) + 1))
    for token in reversed(downward):
        head = heads[token]
        left[head] = min(left[head], left[token])
        right[head] = max(right[head], right[token])
    return children, left, right


def _bounds(opens: np.ndarray) -> list[tuple[int, int]]:
    """First token and the token after the last of each sentence."""
    starts = [index for index, first in enumerate(opens.tolist()) if first or index == 0]
    return list(zip(starts, [*starts[1:], len(opens)], strict=True)) if starts else []
