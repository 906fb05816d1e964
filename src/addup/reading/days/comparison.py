"""The days of amounts that others are held against: "to $5 million, from $4 million a year earlier".

Such an amount is of the time one year before that of the amount before it, where the sentence says so; of a
time that only the other amount has, it has none. What others had expected is of the days of the result.
"""

from __future__ import annotations

import re

from addup.reading import grammar
from addup.reading.days.article import Article
from addup.reading.days.carried import Before
from addup.reading.days.clauses import is_of_release
from addup.reading.days.dated import UNDATED, Dated, in_sentence, year_before
from addup.reading.days.results import Results
from addup.reading.days.told import Told
from addup.records import Period, Span

_SINCE = re.compile(r"\bsince (?:the )?$")
_NEAR_SINCE = 12  # characters before a time in which "since" stands
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CAME_FROM = re.compile(
    r",? (?:up |down |compared )?(?:from|with|against|versus) (?:an? |just |only |about )?"
)
_MOVED_FROM = (" up from ", " down from ")
# What a result is held against that others had expected: "far above the 235,000 forecast by economists".
_BESIDE = re.compile(
    r"\b(?:above|against|below|beat\w*|exceed\w*|miss\w*|than|top(?:ped|ping)|compared (?:to|with))\b"
)
_GUESSED = re.compile(
    r"\b(?:consensus|estimate|expect|forecast|predict|project)(?:s|ed|ation|ations|ions?)?\b"
)
_JUST_BEHIND = 30  # characters behind an amount in which its guess is named


def expected_days(told: Told, article: Article, before: Before) -> Dated:
    """Give the days of a result for what was expected of it: "added 90 jobs, above the 70 forecast"."""
    sentence = told.anchor.sent
    found = before.last_result()
    if found is None or found[0].amount.span.start < sentence.start_char:
        return UNDATED
    result, dated = found
    if told.own != dated and not _is_open(told.own, article):
        return UNDATED
    end = told.amount.span.end
    lead = article.text[result.amount.span.end : told.amount.span.start]
    behind = article.text[end : min(sentence.end_char, end + _JUST_BEHIND)]
    is_guess = _GUESSED.search(lead) or _GUESSED.search(behind)
    return dated if is_guess and _BESIDE.search(lead) else UNDATED


def guessed_days(told: Told, article: Article, before: Before) -> Dated:
    """Give the days of the result in the sentence before: "Prices rose 3%. Economists had expected 2%"."""
    found = before.last_result()
    is_guess = found is not None and _had_been_guessed(told)
    return found[1] if found and is_guess and _is_sentence_before(found[0], told, article) else UNDATED


def _had_been_guessed(told: Told) -> bool:
    """Whether a sentence tells what others had thought, with no time: "Economists had expected 2%"."""
    clause = grammar.predicate(told.anchor)
    if told.own != UNDATED or clause is None or "had" not in grammar.auxiliaries(clause):
        return False
    return clause.head == clause and _GUESSED.fullmatch(clause.lemma_.lower()) is not None


def _is_sentence_before(other: Told, told: Told, article: Article) -> bool:
    """Whether a figure stands in the sentence right before another and its paragraph."""
    start = told.anchor.sent.start
    between = article.text[other.amount.span.end : told.amount.span.start]
    return start > 0 and other.anchor.sent == told.anchor.doc[start - 1].sent and "\n\n" not in between


def compared_days(told: Told, article: Article, before: Before, results: Results) -> Dated | None:
    """Give the days of an amount of comparison: a year before those named, or of the amount before.

    None where it has them like any other figure.
    """
    if _comes_from_year_before(told, article.text):
        return year_before(told.own)
    so_far = _so_far_then(told, article.text, before)
    if so_far is not None:
        return so_far
    found = before.last()
    if found is None or not _names_year_before(told, article, found[0]) or results.names_other(told):
        return UNDATED if _came_down_from(told, article.text) else None
    other, dated = found
    if told.own.words is not None and told.own.words.start > told.amount.span.start and told.own != dated:
        return None  # "up 3 percent from a year earlier, after a rise of 2 percent in September"
    return dated if other.held else year_before(dated)


def _is_open(own: Dated, article: Article) -> bool:
    """Whether a figure has no time of its own but when it was told."""
    if own.words is None:
        return own == UNDATED
    return is_of_release(grammar.anchor(grammar.span_of(article.doc, own.words.start, own.words.end)))


def _names_year_before(told: Told, article: Article, other: Told) -> bool:
    """Whether a sentence holds an amount against the one before at the same time a year before."""
    named = in_sentence(told.anchor, article.year_before)
    return bool(named) and other.amount.span.start >= told.anchor.sent.start_char


def _so_far_then(told: Told, text: str, before: Before) -> Dated | None:
    """Give the days up to a time before, of what has been counted since another.

    "Has killed 120 since January, up from 85 a week ago."
    """
    found, own = before.last(), told.own
    if found is None or found[1].words is None or own.words is None:
        return None
    other, dated = found
    lead = text[other.amount.span.end : told.amount.span.start]
    if own.words.start < told.amount.span.end or not _is_since(text, found[1].words):
        return None
    if not lead.endswith(_MOVED_FROM) or ". " in lead:
        return None
    return Dated(Period(dated.period.first, own.period.last), own.words)


def _came_down_from(told: Told, text: str) -> bool:
    """Whether the time is that of what an amount became: "won 40 seats on Sunday, down from 52"."""
    day = told.own.words
    if day is None or day.end > told.amount.span.start:
        return False
    return text.endswith(_MOVED_FROM, day.end, told.amount.span.start) and not _is_since(text, day)


def _is_since(text: str, time: Span) -> bool:
    """Whether a time is that since which something is counted."""
    return _SINCE.search(text, max(0, time.start - _NEAR_SINCE), time.start) is not None


def _comes_from_year_before(told: Told, text: str) -> bool:
    """Whether a year was named for what came of an amount: "rose to $5 in 2010 from $4"."""
    year = told.own.words
    if year is None or _YEAR.fullmatch(year.text) is None:
        return False
    if not text.endswith((" in ", " for "), 0, year.start):
        return False
    return _CAME_FROM.fullmatch(text, year.end, told.amount.span.start) is not None
