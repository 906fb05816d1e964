"""Where sentences begin, and which of them are worth parsing.

Both work on tokens alone, before any tagging, so that only the sentences that can hold a figure, a time or
an attribution cost a parse.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise

from spacy.tokens import Doc

from addup.reading.text import text_of

_TERMINAL = frozenset({".", "!", "?", "…", "...", "....", ".”", '."'})
_CLOSING = frozenset({'"', "”", "’", "''", "'", ")", "]", "»"})
_WORDS = tomllib.loads(files("addup.reading").joinpath("sentences.toml").read_text(encoding="utf8"))
_TITLES = frozenset(_WORDS["abbreviations"].split())
_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.)+$")

_CANDIDATE = re.compile(rf"\d|[\"“”«]|%|\b(?:{'|'.join(_WORDS['candidates'].split())})\b", re.IGNORECASE)

# The line that says where, when and for whom a report was written: "GENEVA, August 7 (Reuters) --",
# "KABUL, Afghanistan (Nov. 22, 2010)", "NEWARK, N.J. _". It is a sentence of its own, or the parser takes it
# for the subject of what follows.
_DATELINE = re.compile(
    r"""(?:^|(?<=\s))[A-Z][A-Z'’.-]{2,}(?:[ ][A-Z][A-Z'’.-]+)*(?:,[ ]?[A-Z][\w'’.]*(?:[ ][\w'’.]+){0,2}){0,2}
    (?:[ ]?\([A-Z][^()\n]{1,30}\)[ ]?(?:[-–—_]{1,2}\s)?|[ ](?:--?|[–—_])[ ])\s*(?=[A-Z"“‘'])""",
    re.MULTILINE | re.VERBOSE,
)
_HEAD = 800


def sentence_starts(doc: Doc) -> list[int]:
    """Indices of the tokens that begin a sentence, in order; the first is 0. Needs tokens only.

    A sentence ends at terminal punctuation (with the closing quotes and brackets after it) that no lower-case
    word follows, and at a blank line, or the end of a line that ends like a sentence.
    """
    if not len(doc):
        return []
    dateline = _DATELINE.search(text_of(doc)[:_HEAD])
    edges = dateline.span() if dateline else ()
    return [0, *(index for index in range(1, len(doc)) if _begins(doc, index) or doc[index].idx in edges)]


def sentence_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """First token and the token after the last, for each sentence."""
    starts = [*sentence_starts(doc), len(doc)]
    yield from pairwise(starts)


def is_candidate(text: str) -> bool:
    """Whether a sentence may hold a figure, a time or an attribution, judged by its words alone."""
    return _CANDIDATE.search(text) is not None


def _begins(doc: Doc, index: int) -> bool:
    token, before = doc[index], doc[index - 1]
    if token.is_space:
        return False
    if before.is_space:
        return _breaks_line(doc, index, before.text)
    if token.text in _CLOSING and not before.whitespace_:
        return False
    last = _last_before_closing(doc, index - 1)
    if last < 0 or not _ends_sentence(doc[last].text, doc[last].lower_):
        return False
    if last < index - 1 and doc[last].whitespace_:
        return False  # the quotation mark before opens the sentence
    # Tokenised text has its space in front of the full stop: "for new aircraft .Air Canada has ordered".
    stray = index > 1 and bool(doc[index - 2].whitespace_) and token.text[:1].isupper()
    return (
        (bool(before.whitespace_) or stray)
        and not token.text[:1].islower()
        and token.text not in {",", ";", ":", "-", "--"}
    )


def _breaks_line(doc: Doc, index: int, space: str) -> bool:
    if len(space.splitlines()) >= 2 or index < 2:
        return True
    last = _last_before_closing(doc, index - 2)
    ended = last >= 0 and (_ends_sentence(doc[last].text, doc[last].lower_) or doc[last].text == ":")
    if "\n" in space:
        return ended or doc[index - 2].text == "]"  # a credit ends its line: "[Valley Herald]"
    return ended and not doc[index].text[:1].islower()


def _last_before_closing(doc: Doc, index: int) -> int:
    while index >= 0 and (doc[index].text in _CLOSING or doc[index].is_space):
        index -= 1
    return index


def _ends_sentence(text: str, lower: str) -> bool:
    if text in _TERMINAL:
        return True
    return text.endswith(".") and len(text) > 2 and lower not in _TITLES and not _ABBREVIATION.match(text)
