"""Where sentences begin, and which of them are worth parsing.

Both work on tokens alone, before any tagging, so that only the sentences that can hold a figure, a time or
an attribution cost a parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

_TERMINAL = frozenset({".", "!", "?", "…", "...", "....", ".”", '."'})
_CLOSING = frozenset({'"', "”", "’", "''", "'", ")", "]", "»"})
# Abbreviations that end with a full stop and are followed by a name or number more often than by a new
# sentence; the tokenizer keeps the full stop on them.
_TITLES = frozenset(
    "mr. mrs. ms. dr. prof. gen. lt. col. sgt. capt. maj. cpl. adm. cmdr. gov. sen. rep. rev. st. messrs. "
    "hon. pres. no. vs. v. al. jr. sr. inc. corp. co. ltd. bros. u.s. u.n. u.k. e.u. d.c. jan. feb. mar. "
    "apr. jun. jul. aug. sep. sept. oct. nov. dec. a.m. p.m. approx. est. dlrs. mt. ft.".split()
)
_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.)+$")

_CANDIDATE = re.compile(
    r"""\d|["“”«]|%|\b(?:
    zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent\w+|thirt\w+|fort(?:y|ies)
    |fift\w+|sixt\w+|sevent\w+|eight\w+|ninet\w+|hundreds?|thousands?|million\w*|billion\w*|trillion\w*
    |dozens?|scores?|couple|pair|several|few|half|halves|third|thirds|quarters?|fifths?|tenths?|twice|thrice
    |doubl\w+|tripl\w+|quadrupl\w+|\w+fold|both|most|majority|none|many|no|digits?
    |today\w*|tonight|yesterday|tomorrow|now|current\w*|recent\w*|\w*day|\w*days|week\w*|month\w*|year\w*|decade\w*
    |centur\w+|hour\w*|minute\w*|second\w*|night\w*|morning|afternoon|evening|noon|midnight|weekend|spring|summer
    |autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december
    |jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|once|past|future|former\w*|ago|since|time|then|daily|annual\w*
    |said|says?|saying|told|tell\w*|accord\w+|report\w*|announc\w+|claim\w*|den(?:y|ied|ies|ying)|stat(?:e[ds]?|ing)
    |estimat\w+|add(?:ed|s|ing)|warn\w*|confirm\w*|suggest\w*|argu\w+|believ\w+|think\w*|thought|ask\w*|call\w*
    |insist\w*|accus\w+|blam\w+|vow\w*|promis\w+|predict\w*|expect\w*|show\w*|found|find\w*|note[ds]?|wrote|writes?
    |declar\w+|acknowledg\w+|admit\w*|urg\w+|describ\w+|explain\w*|agree\w*|hop(?:e[ds]?|ing)|plan\w*|want\w*|pledg\w+
    |view\w*|opinion\w*|statement\w*|decid\w+|criti\w+|suspect\w*|consider\w*|know\w*|knew|feel\w*|felt|indicat\w+
    |propos\w+|prais\w+|condemn\w*|refus\w+|kill\w*|wound\w*|injur\w+|captur\w+|detain\w*|arrest\w*
    |apprehend\w*|custody|seiz\w+|dead|deaths?|died|dies?|dying|slain|murder\w*|assassinat\w*|perish\w*|drown\w*
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)

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
    dateline = _DATELINE.search(doc.text[:_HEAD])
    edges = dateline.span() if dateline else ()
    return [0, *(index for index in range(1, len(doc)) if _begins(doc, index) or doc[index].idx in edges)]


def sentence_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """First token and the token after the last, for each sentence."""
    starts = [*sentence_starts(doc), len(doc)]
    yield from zip(starts, starts[1:], strict=False)


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
        return ended
    return ended and not doc[index].text[:1].islower()


def _last_before_closing(doc: Doc, index: int) -> int:
    while index >= 0 and (doc[index].text in _CLOSING or doc[index].is_space):
        index -= 1
    return index


def _ends_sentence(text: str, lower: str) -> bool:
    if text in _TERMINAL:
        return True
    return text.endswith(".") and len(text) > 2 and lower not in _TITLES and not _ABBREVIATION.match(text)
