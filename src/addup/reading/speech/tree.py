"""The parse of a document as plain lists, for finding attributions fast."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate, islice

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_TYPE, LOWER, TAG
from spacy.tokens import Doc

from addup.reading.parsed import made_parse, parse_of, sentence_bounds
from addup.reading.quotations import quotation_of_tokens, quotations_of
from addup.reading.text import lemmas_of, strings_of

# The first token and the one after the last.
Piece = tuple[int, int]
_HIGHEST = 12  # tokens that are followed upward from one


@dataclass(frozen=True, slots=True)
class Tree:
    """What attributions are found by, token by token; token numbers throughout, ends exclusive.

    `left` and `right` bound the subtree of a token; `sentence` is the number of its sentence in `bounds`;
    `quotation` the number of its quotation, -1 outside. Tokens that were not parsed have an empty tag.
    `wordlike` tells tokens with a letter or a digit; `words_before` counts them from the start of the text.
    `stays` tells those that are not stripped off the end of a piece: words, and all of a quotation.
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
    stays: list[bool]
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
        up, relations, heads = self._ancestors(start), self.relations, self.heads
        down: list[int] = []
        while end not in up:
            if heads[end] == end or len(down) == _HIGHEST - 1:
                return "elsewhere"
            down.append(end)
            end = heads[end]
        if up[end] + len(down) > longest:
            return "far"
        above = [f"^{relations[token]}" for token in islice(up, up[end])]
        return "".join([*above, *[f">{relations[token]}" for token in reversed(down)]])

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
    words, tags, relations, names = (strings_of(doc, attribute) for attribute in (LOWER, TAG, DEP, ENT_TYPE))
    parse = parse_of(doc) or made_parse(doc)
    left, right = _subtrees(np.array(parse.heads, dtype=np.int64), np.array(list(map(bool, tags))))
    bounds = sentence_bounds(doc)
    with_letters = {word for word in set(words) if word.isalnum() or any(map(str.isalnum, word))}
    wordlike = [word in with_letters for word in words]
    quotation = quotation_of_tokens(doc)
    return Tree(
        words=words,
        lemmas=lemmas_of(doc),
        tags=tags,
        relations=relations,
        names=names,
        heads=parse.heads,
        children=parse.children,
        left=left,
        right=right,
        sentence=[number for number, (start, end) in enumerate(bounds) for _ in range(start, end)],
        bounds=bounds,
        quotation=quotation,
        quotations=[(one.start, one.end) for one in quotations_of(doc)],
        wordlike=wordlike,
        words_before=[0, *accumulate(wordlike)],
        stays=[is_word or number >= 0 for is_word, number in zip(wordlike, quotation, strict=True)],
    )


def _subtrees(heads: NDArray[np.int64], parsed: NDArray[np.bool_]) -> tuple[list[int], list[int]]:
    """The first and last token (exclusive) of the subtree of each token.

    Blanks and line breaks are tokens that were not parsed: they hang on the first of their sentence, which is
    no reason why its phrase should reach as far as they stand.
    """
    left, right = np.arange(len(heads)), np.arange(1, len(heads) + 1)
    heads = np.where(parsed, heads, left)
    for edge, furthest in ((left, np.minimum), (right, np.maximum)):
        before = np.full_like(edge, -1)
        while not np.array_equal(before, edge):  # once for each storey of the tree
            before[:] = edge
            furthest.at(edge, heads, before)
    return left.tolist(), right.tolist()
