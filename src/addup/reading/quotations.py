"""Which words of a text stand in quotation marks.

Quotations run over sentences, and over paragraphs by the convention of the press: each paragraph of a long
quotation opens with a mark, and only the last one closes.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from addup.reading.text import kept, words_of

_OPENING = {"“": "”", "‘": "’", "``": "''", "«": "»", "„": "”"}
# Marks that look the same at both ends; the space around them tells which end it is.
_STRAIGHT = frozenset({'"', "''", "'", "”"})
# Marks that close each other's quotations in texts that mix them.
_DOUBLE = frozenset({'"', "''", "”"})
_MARKS = _STRAIGHT | _OPENING.keys()


@dataclass(frozen=True, slots=True)
class Quotation:
    """The tokens from `start` to before `end`, quotation marks included, of one quotation."""

    start: int
    end: int


@dataclass
class _Open:
    """A quotation whose end is not found yet: where it opened, and the mark that closes it.

    `tight` says that its mark stands right before a word, as in all text but that which was tokenised before.
    """

    start: int
    closing: str
    tight: bool


def quotations_of(doc: Doc) -> list[Quotation]:
    """Give the outermost quotations of a text, in order, looked for once."""
    known: dict[str, list[Quotation]] = kept(doc, "quotations")
    if "found" not in known:
        known["found"] = find_quotations(doc, words_of(doc))
    return known["found"]


def find_quotations(doc: Doc, words: list[str]) -> list[Quotation]:
    """Find the outermost quotations of a text, in order. Needs tokens only; `words` are their texts.

    A quotation that is never closed ends with its paragraph, since in news that is nearly always an error
    of the text; a quotation inside another is part of it.
    """
    found: list[Quotation] = []
    opened: _Open | None = None
    for index, word in enumerate(words):
        text = word if opened or word != "`" else _doubled(words, index)
        if opened is None:
            closing = _closing_mark(doc, index, text) if text in _MARKS else None
            if closing is not None:
                opened = _Open(index, closing, _is_tight(doc, index))
        elif (text == opened.closing or {text, opened.closing} <= _DOUBLE) and _can_close(doc, index, opened):
            found.append(Quotation(opened.start, index + 1))
            opened = None
        elif "\n" in text and not _continues(words, index, opened):
            found.append(Quotation(opened.start, index))
            opened = None
    if opened is not None:
        found.append(Quotation(opened.start, len(doc)))
    return found


def quotation_of_tokens(doc: Doc) -> list[int]:
    """For each token of a text the number of its quotation, -1 outside all; looked for once."""
    known: dict[str, list[int]] = kept(doc, "quotation of tokens")
    if "found" not in known:
        owner = known["found"] = [-1] * len(doc)
        for number, quotation in enumerate(quotations_of(doc)):
            owner[quotation.start : quotation.end] = [number] * (quotation.end - quotation.start)
    return known["found"]


def is_quoted(token: Token) -> bool:
    """Whether a word stands in a quotation."""
    return quotation_of_tokens(token.doc)[token.i] >= 0


def _doubled(words: list[str], index: int) -> str:
    """Give the text of a token; of two accents, which tokens keep apart, the mark that they are together."""
    return "``" if words[index : index + 2] == ["`", "`"] else words[index]


def _closing_mark(doc: Doc, index: int, text: str) -> str | None:
    """The mark that will close the quotation that this token opens; None if it opens none."""
    if text == "'":
        # A single mark opens only before a word and after a space: elsewhere it is an apostrophe.
        return "'" if _after_space(doc, index) and not doc[index].whitespace_ else None
    if text in _OPENING:
        return _OPENING[text]
    return text if text in _STRAIGHT and text != "”" and index + 1 < len(doc) else None


def _can_close(doc: Doc, index: int, opened: _Open) -> bool:
    text = doc[index].text
    if text in {"’", "'"}:
        return bool(doc[index].whitespace_) or index + 1 == len(doc) or not doc[index + 1].is_alpha
    # A straight mark after a space and right before a word opens again what was never closed.
    return not (text == '"' and opened.tight and _after_space(doc, index) and _is_tight(doc, index))


def _is_tight(doc: Doc, index: int) -> bool:
    return index + 1 < len(doc) and not doc[index].whitespace_ and doc[index + 1].is_alpha


def _after_space(doc: Doc, index: int) -> bool:
    return index == 0 or bool(doc[index - 1].whitespace_) or doc[index - 1].is_space


def _continues(words: list[str], space: int, opened: _Open) -> bool:
    """Whether the paragraph after a line break opens with the mark of the open quotation."""
    after = space + 1
    return after < len(words) and words[after] == words[opened.start]
