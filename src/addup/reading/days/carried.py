"""The figures of an article that have their days already, and what of these is carried over to the next.

A figure without a time has the days of the last one of its kind in the paragraph. Lengths and ages are passed
over, and so are figures that hold at all times and those that others are held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.days.against import is_come_from
from addup.reading.days.article import Article
from addup.reading.days.dated import UNDATED, Dated, dated_by
from addup.reading.days.tense import is_before_then, is_perfect
from addup.reading.days.timeless import is_definite, is_standing
from addup.reading.days.told import Told
from addup.reading.events import change_of
from addup.reading.text import text_of
from addup.records import Time

# A count of all so far has not the days of the count before it.
_SO_FAR = re.compile(
    r"\b(?:in all|so far|to date|altogether|in total|a total of|total(?:s|led|ling)?|overall|since then)\b"
)
_SO_FAR_BEHIND = re.compile(rf"[\w\s]*{_SO_FAR.pattern}")
# All up to now: "has raised $3 million to date".
_TO_DATE = re.compile(r"[^.,;:()]{0,30}? to date\b")
_JUST_BEHIND = 30
_JUST_BEHIND_COPULA = 4  # words: "was about 19 percent fewer"
_TO_LEVEL = re.compile(r" to (?:(?:about|almost|around|just|nearly|only|over|some|under|a record) )?")
_SINCE_WHEN = re.compile(r"\bsince\b[^.;]*$")
_FAR_SINCE = 60  # characters of "since the rebellion began in"


def is_to_date(told: Told) -> bool:
    """Whether a figure is that of all up to the day of publication: "has raised $3 million to date"."""
    return _TO_DATE.match(text_of(told.anchor.doc), told.amount.span.end) is not None


class Before:
    """The figures so far, each with its days, in the order of the text."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._figures: list[tuple[Told, Dated]] = []

    def add(self, told: Told, dated: Dated) -> None:
        """Remember the days of a figure."""
        self._figures.append((told, dated))

    @property
    def dated(self) -> list[Dated]:
        """The days of all figures so far."""
        return [dated for _, dated in self._figures]

    def last(self) -> tuple[Told, Dated] | None:
        """Give the figure right before the next one."""
        return self._figures[-1] if self._figures else None

    def last_result(self) -> tuple[Told, Dated] | None:
        """Give the last figure that is not one that others are held against."""
        return next((found for found in reversed(self._figures) if not found[0].held), None)

    def in_paragraph(self, told: Told) -> Iterator[tuple[Told, Dated]]:
        """Give the figures so far in the paragraph of one, the last first."""
        for other, dated in reversed(self._figures):
            if "\n\n" in self._between(other, told):
                return
            yield other, dated

    def carried(self, told: Told) -> Dated:
        """Give the days of the last figure of this kind in the paragraph, lengths and ages passed over."""
        amount = told.amount
        if told.is_length:
            return UNDATED
        recalled = UNDATED
        behind = amount.span.end
        if _SO_FAR_BEHIND.match(self._article.text, behind, behind + _JUST_BEHIND):
            return UNDATED
        for other, dated in self.in_paragraph(told):
            if _SO_FAR.search(self._between(other, told)):
                break
            if self._is_passed_over(other, dated, told):
                continue
            of_kind = other.amount.kind == amount.kind or (other.is_reported and told.is_reported)
            if of_kind or _is_told_with(told, other):
                if recalled == UNDATED and self._is_recalled(other, dated, told):
                    recalled = dated  # what was told of before that goes on, where there is such
                    continue
                found = dated if recalled == UNDATED or _is_later(dated, recalled) else recalled
                return self._in_full(found)
            if not other.is_length:
                break
        return recalled

    def is_part(self, told: Told) -> bool:
        """Whether a figure is of a whole that opens its clause: "of the 50 built in May, 30 had sunk"."""
        last = self.last()
        if last is None or not _is_told_with(told, last[0]):
            return False
        anchor = last[0].anchor
        return grammar.preposition(grammar.modified(anchor) or anchor) == "of"

    def has_given(self, time: Time) -> bool:
        """Whether a time has given its days to a figure, other than a length."""
        return any(dated.words == time.span and not other.is_length for other, dated in self._figures)

    def of_move_to(self, told: Told) -> Dated:
        """Give the days of the move that brought something to a level: "fell by 28 percent to [79,000]"."""
        found = self.last()
        if found is None or not _TO_LEVEL.fullmatch(self._between(found[0], told)):
            return UNDATED
        return found[1] if change_of(found[0].anchor, found[0].amount.kind) is not None else UNDATED

    def of_sentence_before(self, sentence: Span) -> Dated:
        """Give the days that the sentence before one names, as its last figure has them."""
        doc = sentence.doc
        before = doc[sentence.start - 1].sent if sentence.start else sentence
        for other, dated in reversed(self._figures):
            if other.anchor.sent == before and dated != UNDATED:
                return dated
        start, end = before.start_char, before.end_char
        inside = [time for time in self._article.days if start <= time.span.start < end]
        return dated_by(inside[-1]) if inside else UNDATED

    def _is_passed_over(self, other: Told, dated: Dated, told: Told) -> bool:
        """Whether what is carried over to a figure is not of another one, but of those before that."""
        is_beside = other.is_now or is_standing(other) or is_before_then(other.anchor)
        if dated == UNDATED and is_beside:
            return True
        held = other.held or is_come_from(self._article.text, other.amount, dated)
        return held and not told.held

    def _in_full(self, dated: Dated) -> Dated:
        """Give all of a time of which a figure has only the last day: "ended the month with $2 million"."""
        if dated.period.first is None or dated.period.first != dated.period.last:
            return dated
        named = (time for time in self._article.times if time.span == dated.words)
        return next((dated_by(time) for time in named if time.period.last == dated.period.last), dated)

    def _is_recalled(self, other: Told, dated: Dated, told: Told) -> bool:
        """Whether days are those that another figure only looks back to: "four years ago they had 52"."""
        if dated.words is None or dated.words.start < other.anchor.sent.start_char:
            return False
        if other.anchor.sent == told.anchor.sent or is_before_then(told.anchor):
            return False
        return dated.words.text.endswith(" ago") or is_before_then(other.anchor)

    def of_last(self, told: Told) -> Dated | None:
        """Give the days of the figure that "that was" goes on with; None where a figure says nothing of one.

        "In April 900 came. That was 12 percent fewer than in 2019."
        """
        found = self.last()
        if found is None or not _is_said_of_last(told.anchor):
            return None
        gap = self._between(found[0], told)
        doc, start = told.anchor.doc, told.anchor.sent.start
        is_beside = start > 0 and found[0].anchor.sent == doc[start - 1].sent and "\n\n" not in gap
        return found[1] if is_beside and not found[0].is_length else None

    def _between(self, other: Told, told: Told) -> str:
        """Give the text between two figures."""
        return self._article.text[other.amount.span.end : told.amount.span.start]


def _is_told_with(told: Told, other: Told) -> bool:
    """Whether a predicate tells one figure of another: "the crop of 90 tons was 30 percent of all"."""
    clause = grammar.predicate(told.anchor)
    if clause is None or other.is_length or clause.i <= other.anchor.i:
        return False
    return grammar.predicate(other.anchor) == clause


def _is_later(dated: Dated, recalled: Dated) -> bool:
    """Whether days begin after those that are only looked back to."""
    first, other = dated.period.first, recalled.period.last
    return first is not None and other is not None and first > other


def _is_said_of_last(anchor: Token) -> bool:
    """Whether a figure is what "that" or "this" was, which is what the sentence before tells."""
    clause = grammar.predicate(anchor)
    subject = grammar.subject(clause) if clause is not None else None
    copulas = grammar.children(clause, "cop") if clause is not None else []
    if subject is None or not copulas or anchor.i - copulas[0].i > _JUST_BEHIND_COPULA:
        return False
    return subject.lower_ in {"that", "this"} and subject.i == anchor.sent.start and not [*subject.children]


def is_level(told: Told, carried: Dated, article: Article) -> bool:
    """Whether a figure is how many there are now, beside days since which others were counted."""
    start = carried.words.start if carried.words is not None else 0
    since = _SINCE_WHEN.search(article.text, max(0, start - _FAR_SINCE), start)
    return since is not None and not (is_perfect(told.anchor) or is_definite(told.anchor))
