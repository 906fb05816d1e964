"""What is found once for a document: its text and words, and what several parts of reading ask for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.attrs import LEMMA, LOWER, ORTH
from spacy.strings import StringStore
from spacy.tokens import Doc, Span, Token

DASHES = frozenset({"--", "–", "—", "―"})
"""The dashes that set a part of a sentence off, as tokens."""
DASHES_OR_HYPHEN = DASHES | {"-"}
"""The same, where a hyphen between blanks is one as well."""

_KEPT, _REMEMBERED = "addup.text", "addup.remembered"
_STRINGS = 1 << 17  # strings remembered
_SET_IN = 3  # blanks before a line that goes on with an item of a list; a paragraph is set in by more


# "whose approval rating has risen to the [low] 50s"
_RATED = re.compile(
    r"\b(?:approv\w+|disapprov\w+|favou?rab\w+|polls?|ratings?|support|unfavou?rab\w+)\b[^.;!?\n]{0,200}"
    r" (?:at|from|in|into|near|to) the (?P<part>(?:low|lower|mid|middle|upper|high)[ -])?\Z",
    re.IGNORECASE,
)
_LIVED = re.compile(r"\b(?:age[ds]?|born|decades?|era|since|temperatures?|weather|years?)\b", re.IGNORECASE)


def rating_before(text: str, start: int) -> re.Match[str] | None:
    """Find what makes tens behind it those of a rating, and no years: "approval has dipped into the mid-20s".

    `part` is which part of the ten is meant, with the blank or hyphen behind it.
    """
    rated = _RATED.search(text, max(0, start - 240), start)
    return None if rated is None or _LIVED.search(rated[0]) else rated


@lru_cache(maxsize=2)
def _in_small_letters(text: str) -> str:
    return text.lower()


def has_any(text: str, parts: Iterable[str]) -> bool:
    """Whether a text has one of some strings (in small letters) anywhere, which is asked before a pattern.

    A pattern for words in any letters takes a hundred times as long to find nothing.
    """
    small = _in_small_letters(text)
    return any(part in small for part in parts)


def text_of(doc: Doc) -> str:
    """Give the text of a document, put together once."""
    text: str | None = doc.user_data.get(_KEPT)
    if text is None:
        text = doc.user_data[_KEPT] = doc.text
    return text


def keep_text(doc: Doc, text: str) -> None:
    """Keep the text that a document was made from."""
    doc.user_data[_KEPT] = text


def written(span: Span) -> str:
    """Give the text of a span, cut from that of its document: spaCy takes six times as long for it."""
    return text_of(span.doc)[span.start_char : span.end_char]


def words_of(doc: Doc) -> list[str]:
    """Give the text of each token."""
    return strings_of(doc, ORTH)


def strings_of(doc: Doc, attribute: int) -> list[str]:
    """Give an attribute of each token (LOWER, TAG, ...), looked up once; what a parse sets, only behind it.

    Going through a list takes a tenth of the time that asking the tokens takes.
    """
    known: dict[int, list[str]] = kept(doc, "strings")
    if attribute not in known:
        known[attribute] = strings_now(doc, attribute)
    return known[attribute]


def lemmas_of(doc: Doc) -> list[str]:
    """Give the lemma of each token in small letters."""
    known: dict[str, list[str]] = kept(doc, "lemmas")
    if "" not in known:
        known[""] = [lemma.lower() for lemma in strings_of(doc, LEMMA)]
    return known[""]


def spots(doc: Doc, attribute: int, words: Set[str]) -> list[int]:
    """Give where a document has one of some words by an attribute (lemmas in small letters), in order.

    Which words a text has is noted once: mostly none is among those that a rule looks for.
    """
    known: dict[int, frozenset[str]] = kept(doc, "present")
    written = lemmas_of(doc) if attribute == LEMMA else strings_of(doc, attribute)
    if attribute not in known:
        known[attribute] = frozenset(written)
    present = known[attribute] & words
    return [place for place, word in enumerate(written) if word in present] if present else []


def strings_now(doc: Doc, attribute: int) -> list[str]:
    """Give an attribute of each token as it is now, where it may still change."""
    return _written(doc, doc.to_array([attribute]))


def _written(doc: Doc, codes: Any) -> list[str]:
    """Give the strings that codes stand for."""
    return list(map(_strings(doc.vocab.strings).__getitem__, codes.tolist()))


def rows_as_bytes(doc: Doc, attributes: list[int | str]) -> list[bytes]:
    """Give some attributes of each token as one key, which is made and looked up faster than their codes."""
    columns: Any = doc.to_array(attributes)
    keys: list[bytes] = columns.view(f"V{columns.itemsize * len(attributes)}").reshape(-1).tolist()
    return keys


class Changing:
    """An attribute of each token while it may change: looked up again only where it has."""

    def __init__(self, doc: Doc, attribute: int) -> None:
        """Take a document and the attribute, as it is now."""
        self._doc, self._attribute = doc, attribute
        self._codes: Any = doc.to_array([attribute])
        self._strings = _written(doc, self._codes)

    def now(self) -> list[str]:
        """Give the attribute as it is by now; what was given before stays as it was."""
        codes: Any = self._doc.to_array([self._attribute])
        changed: list[int] = np.flatnonzero(codes != self._codes).tolist()
        if changed:
            self._codes, self._strings = codes, self._strings.copy()
            for place in changed:
                self._strings[place] = self._doc.vocab.strings[int(codes[place])]
        return self._strings


class _Strings(dict[int, str]):
    """The strings of codes, remembered: a store makes a new string each time that it is asked."""

    def __init__(self, store: StringStore) -> None:
        """Take the store that knows the codes."""
        super().__init__()
        self._store = store

    def __missing__(self, code: int) -> str:
        """Look a code up."""
        if len(self) >= _STRINGS:
            self.clear()
        found = self[code] = self._store[code]
        return found


@lru_cache(maxsize=4)
def _strings(store: StringStore) -> _Strings:
    return _Strings(store)


def share_words(doc: Doc, indices: Sequence[int], part: Doc) -> None:
    """Let a part of a document, made of some of its tokens, have what was looked up of their words."""
    known = kept(part, "strings")
    for attribute in (ORTH, LOWER):
        strings = strings_of(doc, attribute)
        known[attribute] = [strings[index] for index in indices]


def kept(doc: Doc, name: str) -> dict[Any, Any]:
    """Give what is remembered of a document under a name: plain values, since tokens would keep it alive."""
    known: defaultdict[str, dict[Any, Any]] | None = doc.user_data.get(_REMEMBERED)
    if known is None:
        known = doc.user_data[_REMEMBERED] = defaultdict(dict)
    return known[name]


def paragraph_start(doc: Doc, index: int) -> int:
    """Give the token with which the paragraph of another begins."""
    starts = _paragraph_starts(doc)
    return starts[max(bisect_right(starts, index) - 1, 0)]


def paragraph_end(doc: Doc, index: int) -> int:
    """Give the space that ends the paragraph of a token, or the end of the text."""
    starts = _paragraph_starts(doc)
    behind = bisect_right(starts, index)
    return starts[behind] - 1 if behind < len(starts) else len(doc)


def _paragraph_starts(doc: Doc) -> list[int]:
    """Give the tokens with which the paragraphs of a text begin."""
    known: dict[str, list[int]] = kept(doc, "paragraphs")
    if "starts" not in known:
        breaks = (place for place, word in enumerate(words_of(doc), 1) if word.isspace())
        known["starts"] = [0, *(place for place in breaks if is_break(doc[place - 1]))]
    return known["starts"]


def is_break(token: Token) -> bool:
    """Whether a token is the space between two paragraphs."""
    return token.is_space and parts_paragraphs(token.text)


def parts_paragraphs(space: str) -> bool:
    """Whether blank text holds a blank line, or begins a line as far in as that of a new paragraph."""
    _, *lines = f"{space}|".splitlines()
    return len(lines) > 1 or any(len(line) > _SET_IN + 1 or "\t" in line for line in lines)


def has_break(doc: Doc, start: int, end: int) -> bool:
    """Whether a paragraph ends among some tokens."""
    starts = _paragraph_starts(doc)
    return bisect_right(starts, end) > bisect_right(starts, start)
