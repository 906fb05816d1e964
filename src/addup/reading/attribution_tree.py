"""The parse of a document as plain lists, for finding attributions fast."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.attrs import HEAD, SENT_START
from spacy.tokens import Doc

from addup.reading.quotations import Quotation, find_quotations, quotation_of_tokens


@dataclass(frozen=True, slots=True)
class Tree:
    """What attributions are found by, token by token; token numbers throughout, ends exclusive.

    `left` and `right` bound the subtree of a token; `sentence` is the number of its sentence in `bounds`;
    `quotation` the number of its quotation, -1 outside. Tokens that were not parsed have an empty tag.
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
    bounds: list[tuple[int, int]]
    quotation: list[int]
    quotations: list[Quotation]

    def is_word(self, token: int) -> bool:
        """Whether the token has a letter or a digit, as the words that agreement is measured by."""
        return any(character.isalnum() for character in self.words[token])

    def path(self, start: int, end: int, longest: int = 4) -> str:
        """The relations from one token up to the common governor and down to the other."""
        up, down = self._ancestors(start), self._ancestors(end)
        meeting = next((token for token in up if token in down), None)
        if meeting is None:
            return "elsewhere"
        rising, falling = up[: up.index(meeting)], down[: down.index(meeting)]
        if len(rising) + len(falling) > longest:
            return "far"
        steps = [f"^{self.relations[token]}" for token in rising]
        return "".join([*steps, *(f">{self.relations[token]}" for token in reversed(falling))])

    def _ancestors(self, token: int) -> list[int]:
        found = [token]
        while self.heads[token] != token and len(found) < 12:
            token = self.heads[token]
            found.append(token)
        return found


def plant(doc: Doc) -> Tree:
    """Take a Doc apart; sentence starts must be set, unparsed sentences are left without a tree."""
    size = len(doc)
    array = doc.to_array([HEAD, SENT_START]).astype("int64") if size else []
    heads = [index + int(row[0]) for index, row in enumerate(array)]
    bounds = _bounds(array, size)
    sentence = [number for number, (start, end) in enumerate(bounds) for _ in range(start, end)]
    children: list[list[int]] = [[] for _ in range(size)]
    left, right = list(range(size)), list(range(1, size + 1))
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
        below, above = token, head
        while above != below:
            left[above], right[above] = min(left[above], token), max(right[above], token + 1)
            below, above = above, heads[above]
    quotations = find_quotations(doc)
    return Tree(
        words=[token.lower_ for token in doc],
        lemmas=[token.lemma_.lower() for token in doc],
        tags=[token.tag_ for token in doc],
        relations=[token.dep_ for token in doc],
        names=[token.ent_type_ for token in doc],
        heads=heads,
        children=children,
        left=left,
        right=right,
        sentence=sentence,
        bounds=bounds,
        quotation=quotation_of_tokens(doc, quotations),
        quotations=quotations,
    )


def _bounds(array, size: int) -> list[tuple[int, int]]:
    starts = [0, *(index for index in range(1, size) if array[index][1] == 1)] if size else []
    return list(zip(starts, [*starts[1:], size], strict=True))
