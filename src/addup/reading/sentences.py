"""Where sentences begin, and which of them are worth parsing.

Both work on tokens alone, before any tagging, so that only the sentences that can hold a figure, a time or
an attribution cost a parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from spacy.attrs import IDX, IS_SPACE, SPACY
from spacy.tokens import Doc

from addup.documents.datelines import dateline
from addup.documents.layout import BULLETS
from addup.documents.posts import posts_of
from addup.reading.text import DASHES_OR_HYPHEN, parts_paragraphs, text_of, words_of
from addup.tables import table

_TERMINAL = frozenset({".", "!", "?", "…", "...", "....", ".”", '."'})
_CLOSING = frozenset({'"', "”", "’", "''", "'", ")", "]", "»"})
# The last letters of these, and of words with a full stop.
_LAST = frozenset(word[-1] for word in _TERMINAL | _CLOSING)
_WORDS = table("addup.reading", "sentences")
_ABBREVIATED = frozenset(_WORDS["abbreviations"].split())
TITLES: tuple[str, ...] = tuple(_WORDS["titles"].split() + _WORDS["titles"].upper().split())
"""Abbreviated titles and words that tokenizers may leave in two; each is one word."""
_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.)+$")
_NEED_BLANKS = frozenset({"-", "–"})
"""Dashes that also join words and numbers, where no blank stands beside them."""
_JOINTS = frozenset({"and", "but", "or"})

_WORD = re.compile(r"\w+")
_SIGN = re.compile(r"[\d\"“”«%@]")
_TELLING = re.compile("|".join(_WORDS["candidates"].split()), re.IGNORECASE)
# The list that `training/reporting.py` makes: words that often stand in what reports.
REPORTING = Path(__file__).with_name("reporting_words.txt")
_REPORTING = frozenset(REPORTING.read_text(encoding="utf8").split())
_FORMS = 1 << 15  # words remembered

# "The claim: Crime is down", "FACTS: ..."
_LABEL = re.compile(
    r"(?:^|(?<=[.!?\"”] )|(?<=\n))"
    rf"(?:(?:(?:the|our|my) )?(?:{'|'.join(_WORDS['labels'].split())})|{'|'.join(_WORDS['labels_whole'])}): ",
    re.IGNORECASE,
)

_LONGEST_HEADING = 8  # words in capitals


@dataclass(frozen=True, slots=True)
class _Tokens:
    """Tokens as plain lists: their words, whether a blank follows, and whether they are blank themselves."""

    words: list[str]
    spaced: list[bool]
    blank: list[bool]


def sentence_starts(doc: Doc) -> list[int]:
    """Indices of the tokens that begin a sentence, in order; the first is 0. Needs tokens only.

    A sentence ends at terminal punctuation (with the closing quotes and brackets after it) that no lower-case
    word follows, at a blank line, at the end of a line that ends like one, and before an item of a list.
    """
    if not len(doc):
        return []
    columns: Any = doc.to_array([SPACY, IS_SPACE]) == 1  # spaCy's types do not know what it gives
    tokens = _Tokens(words_of(doc), columns[:, 0].tolist(), columns[:, 1].tolist())
    behind = (
        index
        for index, (word, blank) in enumerate(zip(tokens.words, tokens.blank, strict=True), 1)
        if (blank or word[-1] in _LAST) and index < len(doc)
    )
    starts = {0, *(index for index in behind if _begins(tokens, index))}
    starts.update([index + 1 for index in starts if _is_item(tokens, index)])  # its mark is not parsed
    # Sentences of their own, or the parser takes them for the subject of what follows.
    text = text_of(doc)
    ends = {*(dateline(text) or ()), *(end for post in posts_of(text) for end in post.label)}
    ends.update(label.end() for label in _LABEL.finditer(text))
    if ends:
        offsets: list[int] = doc.to_array([IDX]).tolist()
        starts.update(index for index, offset in enumerate(offsets) if offset in ends)
    return sorted(starts)


def sentence_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """First token and the token after the last, for each sentence."""
    starts = [*sentence_starts(doc), len(doc)]
    yield from pairwise(starts)


def find_asides(
    words: Sequence[str], spaced: Sequence[bool], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Give what brackets or dashes set off amid a sentence, which goes on as if it were not there."""
    brackets = list(_between_brackets(words, start, end))
    dashes = _between_dashes(words, spaced, start, end)
    apart = dashes is not None and all(last <= dashes[0] or first >= dashes[1] for first, last in brackets)
    yield from sorted([*brackets, dashes]) if dashes is not None and apart else brackets


def _between_brackets(words: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give what stands in round brackets and has a number: "12 [(10%)] died".

    A day in brackets before a dash is a dateline's.
    """
    if "(" not in words[start:end]:
        return
    opens = None
    for place in range(start + 1, end):
        if words[place] == "(":
            opens = place if words[place - 1].strip() else None
        elif words[place] == ")" and opens is not None:
            numbered = any(word[:1].isdigit() for word in words[opens + 1 : place])
            behind = words[place + 1 : end]
            if numbered and any(map(str.isalnum, behind)) and behind[0] not in DASHES_OR_HYPHEN:
                yield opens, place + 1
            opens = None


def _between_dashes(
    words: Sequence[str], spaced: Sequence[bool], start: int, end: int
) -> tuple[int, int] | None:
    """Give what stands between the two dashes of a sentence: "Six towns [- two of them small -] flooded".

    A short dash without blanks is a hyphen, and behind one capitals or another mark may go on with a list.
    """
    if DASHES_OR_HYPHEN.isdisjoint(words[start:end]):
        return None
    dashes = [
        place
        for place in range(start + 1, end - 1)
        if words[place] in DASHES_OR_HYPHEN
        and (words[place] not in _NEED_BLANKS or (spaced[place] and spaced[place - 1]))
    ]
    if len(dashes) != 2 or dashes[1] - dashes[0] <= 2 or words[dashes[0]] != words[dashes[1]]:
        return None
    joined = words[dashes[0] + 1].lower() in _JOINTS
    return (dashes[0], dashes[1] + 1) if words[dashes[1] + 1][:1].islower() and not joined else None


def chosen_spans(spans: Sequence[tuple[int, int]], texts: Sequence[str]) -> list[tuple[int, int]]:
    """Give the sentences to parse: those that may hold something, and who a report right behind speaks of.

    "Police gave no cause. They said 12 had died": without a parse nobody is there whom "they" may be.
    """
    chosen = [is_candidate(text) for text in texts]
    for place in range(1, len(texts)):
        if chosen[place] and not chosen[place - 1] and "\n\n" not in texts[place - 1]:
            chosen[place - 1] = _REPORTED.match(texts[place]) is not None
    return [span for span, is_chosen in zip(spans, chosen, strict=True) if is_chosen]


# "They said", "It has put the toll at", "He later told"
_REPORTED = re.compile(r"\s*(?:He|It|She|They) (?:\w+ ){0,2}?(?:add|estimate|put|report|sa[iy]|told)\w*\b")


def is_candidate(text: str) -> bool:
    """Whether a sentence may hold a figure, a time or an attribution, judged by its words alone."""
    return tells(text) or not _REPORTING.isdisjoint(_WORD.findall(text.lower()))


def tells(text: str) -> bool:
    """Whether a sentence has a sign or a word of the table, which tell of a figure, a time or a report."""
    return _SIGN.search(text) is not None or any(map(is_telling, _WORD.findall(text)))


@lru_cache(maxsize=_FORMS)
def is_telling(word: str) -> bool:
    """Whether a word is one of the table's that may tell of a figure, a time, a report or a casualty."""
    return _TELLING.fullmatch(word) is not None


def _begins(tokens: _Tokens, index: int) -> bool:
    words, spaced = tokens.words, tokens.spaced
    word, before = words[index], words[index - 1]
    if tokens.blank[index]:
        return False
    if tokens.blank[index - 1]:
        return _breaks_line(tokens, index, before)
    if word in _CLOSING and not spaced[index - 1]:
        return False
    last = _last_before_closing(tokens, index - 1)
    if last < 0 or not _ends_sentence(words[last]):
        return False
    if last < index - 1 and spaced[last]:
        return False  # the quotation mark before opens the sentence
    # Tokenised text has its space in front of the full stop: "for new aircraft .Air Canada has ordered".
    stray = index > 1 and spaced[index - 2] and word[:1].isupper()
    return (spaced[index - 1] or stray) and not word[:1].islower() and word not in {",", ";", ":", "-", "--"}


def _breaks_line(tokens: _Tokens, index: int, space: str) -> bool:
    if parts_paragraphs(space) or index < 2:
        return True
    last = _last_before_closing(tokens, index - 2)
    ended = last >= 0 and (_ends_sentence(tokens.words[last]) or tokens.words[last] == ":")
    if "\n" in space:
        is_credit = tokens.words[index - 2] == "]"  # "[Valley Herald]"
        return ended or is_credit or _is_item(tokens, index) or _is_heading(tokens, index)
    return ended and not tokens.words[index][:1].islower()


def _is_heading(tokens: _Tokens, index: int) -> bool:
    """Whether the line before is a heading in capitals, and this one is not: "SITUATION OVERVIEW"."""
    start = index - 1
    while start > 0 and index - start <= _LONGEST_HEADING and "\n" not in tokens.words[start - 1]:
        start -= 1
    line = [word for word in tokens.words[start : index - 1] if word.isalpha()]
    if not line or len(line) > _LONGEST_HEADING or not all(map(str.isupper, line)) or len(line[0]) <= 2:
        return False
    return any(word.isalpha() and not word.isupper() for word in tokens.words[index : index + 2])


def _is_item(tokens: _Tokens, index: int) -> bool:
    """Whether an item of a list begins here; behind a dash the next word must look like a beginning."""
    if not tokens.spaced[index] or index + 1 == len(tokens.words):
        return False
    if index and "\n" not in tokens.words[index - 1]:
        return False
    mark, first = tokens.words[index], tokens.words[index + 1]
    return mark in BULLETS or (mark in DASHES_OR_HYPHEN and not first[:1].islower())


def _last_before_closing(tokens: _Tokens, index: int) -> int:
    while index >= 0 and (tokens.words[index] in _CLOSING or tokens.blank[index]):
        index -= 1
    return index


def _ends_sentence(word: str) -> bool:
    if word in _TERMINAL:
        return True
    return (
        word.endswith(".")
        and len(word) > 2
        and word.lower() not in _ABBREVIATED
        and not _ABBREVIATION.match(word)
    )
