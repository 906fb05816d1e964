"""The period whose results an article reports: a quarter, a half, a fiscal year.

Money and shares beside the results of a firm are of the period last named, unless their sentence names
another. What others had expected is of the period that the article is mainly about, what the firm expects of
the next one, and what it is to do of none.
"""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.days.article import Article
from addup.reading.days.carried import Before
from addup.reading.days.dated import DECEMBER, UNDATED, Dated, dated_by, head_of, in_sentence, year_before
from addup.reading.days.tense import expects, in_present, is_ahead, was_awaited
from addup.reading.days.told import Told
from addup.reading.days.words import listed
from addup.reading.frames import words
from addup.records import Amount, Period, Span, Time

_REPORTING = re.compile(
    r"\b(?:quarter|half|fiscal|(?:three|six|nine|[369])[- ]months?|first \w+ months"
    r"|year,? (?:ended|ending|to))\b",
    re.IGNORECASE,
)
# Shares of the first months of a year may be of anything, as a poll's are.
_SO_MANY_MONTHS = re.compile(r"\bfirst \w+ months\b", re.IGNORECASE)
_UP_TO_NOW = re.compile(r"\b(?:past|last|next|coming|recent) \w+ months\b", re.IGNORECASE)
_THIS_YEAR = re.compile(r"(?:so far )?this year|the (?:full )?year", re.IGNORECASE)
_FULL_YEAR = re.compile(r"(?:\bthe )?\bfull[- ]year\b", re.IGNORECASE)
_RUNNING = re.compile(r"(?:this|the current) quarter", re.IGNORECASE)
_OF_ITS_OWN_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\bended\b")
_FOR = re.compile(r"\b(?:for|in)(?: (?:the|its))? $")
_NEAR_FOR = 12  # characters of "for the"
_RIGHT_BEHIND = re.compile(r" (?:in|on|for|during|at) ")
_EARLIER = re.compile(r"\b(?:ago|before|earlier)$")
# Behind a share: what is owned is so at all times.
_OWNED = re.compile(r"-?\s?(?:owned|held|stake|interest|holding)\b")
_SOME_WEEKS = 80
_NEAR_NOUN = 3  # tokens before a noun in which stands whose it is


class Results:
    """The periods of results that an article has named so far.

    `_reported` is the last of them; `_main` the one that the article is mainly about, which is not the nine
    months that end with the quarter.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._reported = self._main = UNDATED
        self._with_amount = {subject.anchor.sent.start for subject in article.subjects}
        self._unnoted = [time for time in article.days if _REPORTING.search(time.span.text)]

    def note(self, told: Told) -> None:
        """Keep the period that a figure names, and those named before its sentence without any figure."""
        self._note_before(told)
        own = told.own
        of_anything = told.amount.kind == "share" and own.words and _SO_MANY_MONTHS.search(own.words.text)
        if not (told.held or of_anything):
            self._keep(own)

    def cover(self, told: Told) -> bool:
        """Whether a figure stands beside results."""
        return told.is_reported and self._reported != UNDATED

    def of(self, told: Told, before: Before) -> Dated:
        """Give the days of a figure beside the results of a firm: its own, or the period reported on."""
        if (
            told.held
            and _is_set_anew(told.anchor)
            and not in_sentence(told.anchor, self._article.year_before)
        ):
            return UNDATED
        if told.held and not (self._names_earlier(told.own) or self.names_other(told)):
            return year_before(self._reported)
        if self._is_owned(told):
            return UNDATED
        if told.own == UNDATED:
            return self._without_time(told, before)
        return self._full_year(told) or self._unless_of_now(told, told.own)

    def names_other(self, told: Told) -> bool:
        """Whether another time than the reported one stands right behind: "from 4 percent in December"."""
        own, end = told.own, told.amount.span.end
        if own.words is None or own.period == self._reported.period:
            return False
        if _EARLIER.search(own.words.text) and own.words.start == end + 1:
            return True
        return _RIGHT_BEHIND.fullmatch(self._article.text, end, own.words.start) is not None

    def _note_before(self, told: Told) -> None:
        """Keep the periods that sentences of results without a figure name before that of a figure.

        "Reported a sharp decline in income for its third quarter.", and behind it the figures.
        """
        start = told.anchor.sent.start_char
        while self._unnoted and self._unnoted[0].span.start < start:
            time = self._unnoted.pop(0)
            head = head_of(self._article.doc, time)
            if head.sent.start not in self._with_amount and self._is_of_results(time, head):
                self._keep(dated_by(time))

    def _is_of_results(self, time: Time, head: Token) -> bool:
        """Whether a period is that of results: "third-quarter earnings", "income for its third quarter"."""
        earned, start = listed("results", "earned"), time.span.start
        if _FOR.search(self._article.text, max(0, start - _NEAR_FOR), start) is None:
            return head.head.lemma_.lower() in earned
        return any(token.lemma_.lower() in earned for token in head.sent)

    def _keep(self, own: Dated) -> None:
        """Keep the period that an article reports on, not one that it looks ahead to or holds against it."""
        if own.words is None or not _REPORTING.search(own.words.text) or not own.period.known:
            return
        if _UP_TO_NOW.search(own.words.text) or _RUNNING.fullmatch(own.words.text):
            return
        last, first, published = own.period.last, self._reported.period.first, self._article.published
        if last is not None and published is not None and last > published:
            return
        if last is None or first is None or last >= first:
            self._reported = own
            if self._main.period.last != last:
                self._main = own

    def _without_time(self, told: Told, before: Before) -> Dated:
        """Give the days of a figure whose sentence names none: what is to come, expected, or reported on."""
        is_booked = _is_booked(told.anchor)
        if not is_booked and is_ahead(told.anchor):
            return UNDATED
        if was_awaited(told.anchor):
            return self._main
        if _is_had_now(told.anchor):
            return UNDATED
        full_year = self._full_year(told)
        if full_year is not None:
            return full_year
        if not is_booked and _is_outlook(told.anchor):
            return self._looked_ahead_to(told.amount)
        return self._unless_of_now(told, _full_year_before(told, before))

    def _unless_of_now(self, told: Told, own: Dated) -> Dated:
        """Give the days that a figure has, or the period reported on, where they are none or only end now."""
        is_of_now = self._is_this_year(told, own) or self._is_of_results_now(own)
        return own if own != UNDATED and not is_of_now else self._reported

    def _is_owned(self, told: Told) -> bool:
        """Whether a share is of what is owned, which is so at all times where no other are named."""
        owned = _OWNED.match(self._article.text, told.amount.span.end)
        return owned is not None and (told.own == UNDATED or owned[0].startswith("-"))

    def _names_earlier(self, own: Dated) -> bool:
        """Whether a figure's own time names a year or an end before the period of the article."""
        last, first = own.period.last, self._reported.period.first
        named = own.words is not None and _OF_ITS_OWN_YEAR.search(own.words.text) is not None
        return named and last is not None and first is not None and last < first

    def _full_year(self, told: Told) -> Dated | None:
        """Give the year of "the full year" and of "full-year sales": that with the quarter reported.

        What is expected for it beside the results of a fourth quarter is of the next one.
        """
        own = told.own
        last, first = self._main.period.last, own.period.first
        start = told.anchor.sent.start_char
        named = _FULL_YEAR.search(self._article.text, start, told.amount.span.start)
        is_year = _is_full_year(own)
        if last is None or not (is_year or (own == UNDATED and named is not None)):
            return None
        ended = last.month == DECEMBER and not expects(told.anchor)
        if not ended and is_year and first is not None and first <= last:
            return None
        year = last.year + (last.month == DECEMBER and not ended)
        words_of_year = own.words if named is None else Span(named[0], named.start(), named.end())
        return Dated(Period(date(year, 1, 1), date(year, 12, 31)), words_of_year)

    def _looked_ahead_to(self, amount: Amount) -> Dated:
        """Give the period to come last named, here or a paragraph before: "for the year to June"."""
        start, published = amount.span.start, self._article.published
        for time in reversed([time for time in self._article.days if time.span.start < start]):
            first, last = time.period.first, time.period.last
            if self._article.text.count("\n\n", time.span.end, start) > 1:
                break
            if first and last and published and first < published < last:
                return dated_by(time) if (last - first).days > _SOME_WEEKS else UNDATED
        return UNDATED

    def _is_this_year(self, told: Told, own: Dated) -> bool:
        """Whether a figure's time is the year of which the article reports the part that is over.

        Results "so far this year" are those of its first months, and those of "the full year" end with it.
        """
        first, last = self._reported.period.first, self._reported.period.last
        started, published = own.period.first, self._article.published
        if own.words is None or first is None or last is None or published is None or started is None:
            return False
        if told.is_now or _THIS_YEAR.fullmatch(own.words.text) is None:
            return False
        return first <= started < last < published

    def _is_of_results_now(self, own: Dated) -> bool:
        """Whether "this quarter's" are the results just reported, and not those of the quarter that runs."""
        if own.words is None or not _RUNNING.fullmatch(own.words.text):
            return False
        return self._article.text.startswith(("'s", "’s"), own.words.end)


def _full_year_before(told: Told, before: Before) -> Dated:
    """Give "the full year" of the last result in the paragraph, where that is of one."""
    for other, dated in before.in_paragraph(told):
        if other.is_reported and not other.held:
            return dated if _is_full_year(dated) else UNDATED
    return UNDATED


def _is_full_year(dated: Dated) -> bool:
    return dated.words is not None and _FULL_YEAR.fullmatch(dated.words.text) is not None


def _is_had_now(anchor: Token) -> bool:
    """Whether a clause tells what a firm has or owns now, and not in a quarter: "has assets of $3"."""
    clause = in_present(anchor)
    return clause is not None and clause.lemma_.lower() in listed("results", "had")


def _is_set_anew(anchor: Token) -> bool:
    """Whether an amount is of what somebody has set and changed: "raised its dividend to $2 from $1"."""
    clause = grammar.clause_head(anchor)
    thing = grammar.direct_object(clause) if clause is not None else None
    return thing is not None and thing.lemma_.lower() in listed("results", "set_anew")


def _is_booked(anchor: Token) -> bool:
    """Whether a clause tells what is put into the accounts of a quarter."""
    clause = grammar.clause_head(anchor)
    return clause is not None and clause.lemma_.lower() in listed("results", "booked")


def _is_outlook(anchor: Token) -> bool:
    """Whether a figure is of what a firm expects now: "sees sales of $4 million", "lifted its outlook"."""
    if expects(anchor):
        return True
    clause = grammar.clause_head(anchor)
    return clause is not None and any(map(_is_own_guess, clause.subtree))


def _is_own_guess(noun: Token) -> bool:
    """Whether a noun is a firm's own outlook, and not what others had thought: "its revenue forecast"."""
    if noun.lemma_.lower() not in words("container", "guesses") | listed("results", "outlooks"):
        return False
    before = noun.doc[max(noun.sent.start, noun.i - _NEAR_NOUN) : noun.i]
    return any(token.lower_ in listed("results", "its_own") for token in before)
