"""The days of every figure: the walk through the amounts, and the order in which it is decided.

A figure has the days that its own sentence names, unless the article sets them for its kind of figure: a
poll's finding, a price, a result. Without a time it has those that a reader would carry over: of the figure
before in its paragraph, of the incident that casualties are of, of the budget, or the day that the article
tells of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from addup.reading import grammar
from addup.reading.amounts.conversions import is_conversion
from addup.reading.counting import Subject
from addup.reading.days.after import is_before_its_sentence
from addup.reading.days.apart import day_apart
from addup.reading.days.article import Article, article_of
from addup.reading.days.below import has_since
from addup.reading.days.carried import Before, is_level, is_to_date
from addup.reading.days.casualties import days_of_incident, days_of_year_before, is_of_incident
from addup.reading.days.clauses import deed_of
from addup.reading.days.comparison import compared_days, expected_days, guessed_days
from addup.reading.days.data import month_of_data, up_to_data
from addup.reading.days.dated import UNDATED, Dated, dated_by
from addup.reading.days.fiscal import FiscalYears
from addup.reading.days.headline import with_headline
from addup.reading.days.held import held_against
from addup.reading.days.incident import find_incidents
from addup.reading.days.lead import day_of_lead, day_told_of
from addup.reading.days.own import is_told_of_now, own_days
from addup.reading.days.penalty import is_penalty
from addup.reading.days.poll import Poll
from addup.reading.days.rates import is_longer
from addup.reading.days.results import Results
from addup.reading.days.tense import (
    fits_tense,
    in_present,
    is_ahead,
    is_before_then,
    is_perfect,
    is_planned,
    is_possible,
    is_so_now,
    tells,
)
from addup.reading.days.timeless import has_no_day, is_beside_own, is_of_average, is_standing
from addup.reading.days.told import Told
from addup.reading.days.trading import Trading
from addup.reading.days.vote import days_of_vote, is_of_vote
from addup.reading.days.words import listed
from addup.reading.quotations import is_quoted
from addup.records import Amount, Period, Time


def date_figures(
    doc: Doc,
    amounts: Sequence[Amount],
    subjects: Sequence[Subject],
    times: Sequence[Time],
    published: date | None,
) -> list[Dated]:
    """Give the days of each figure, in the order of the text.

    They come from a time expression of the figure's own sentence, or else from where a reader would carry
    them over from: the figure before in its paragraph, the day of the incident that the casualties are of,
    the days of the poll, the period that a company reports on, or the day that the article tells of.
    """
    article = article_of(doc, amounts, subjects, times, published)
    return with_headline(article, _Walk(article).dated())


class _Walk:
    """Goes through the amounts of one article, with what it sets once and what its figures had so far."""

    def __init__(self, article: Article) -> None:
        told_of = [time for time in article.days if not article.is_held_against(time.span)]
        self._lead = day_of_lead(article, told_of)
        self._data = month_of_data(article, told_of)
        plain = tuple(up_to_data(time, self._data) for time in article.plain)
        self._article = replace(article, plain=plain)
        self._incidents = find_incidents(article)
        self._told_of = {*self._incidents.days.values(), *([dated_by(self._lead)] if self._lead else [])}
        self._poll = Poll(article)
        self._vote = days_of_vote(article)
        self._trading = Trading(article, self._lead)
        self._results = Results(article)
        self._years = FiscalYears(article)
        self._before = Before(article)

    def dated(self) -> list[Dated]:
        """Give the days of each figure, in the order of the text."""
        article = self._article
        held = held_against(article.text, article.amounts, article.subjects, article.year_before)
        for amount, subject, against in zip(article.amounts, article.subjects, held, strict=True):
            is_now = not self._poll.may_give(amount) and is_so_now(subject.anchor)
            told = Told(amount, subject, against, is_now)
            before = self._before.last()
            converted = before is not None and is_conversion(before[0].amount, amount, article.text)
            self._before.add(told, before[1] if before is not None and converted else self._days(told))
        found = zip(article.amounts, article.subjects, self._before.dated, strict=True)
        return [self._then_or_apart(*figure) for figure in found]

    def _then_or_apart(self, amount: Amount, subject: Subject, dated: Dated) -> Dated:
        """Give the day of a figure that may be of another time than what the article tells of."""
        sentence = subject.anchor.sent
        is_own = dated.words is None or sentence.start_char <= dated.words.start < sentence.end_char
        if is_own or dated not in self._told_of:
            return dated
        return day_apart(amount, subject.anchor, dated, self._article)

    def _days(self, told: Told) -> Dated:
        """Decide on a figure: what is of no day, then what is so at all times, then the others."""
        if has_no_day(told, self._article):
            return UNDATED
        told = replace(told, own=self._own(told, self._article.plain))
        if is_of_average(told):
            return UNDATED
        expected = expected_days(told, self._article, self._before)
        if expected != UNDATED:
            return expected
        is_earlier = told.own.words is not None and is_before_its_sentence(told.anchor)
        if is_earlier or told.amount.kind == "age":
            return told.own
        if is_standing(told):
            return told.own if is_beside_own(told) else UNDATED
        return self._days_then(told)

    def _days_then(self, told: Told) -> Dated:
        """Decide on a figure of what was so or happened at some time."""
        if told.is_reported:
            self._results.note(told)
        dated = self._years.of(told, self._set_or_own(told))
        if dated != told.own and is_longer(told.amount, dated) and not is_penalty(told):
            return told.own
        if dated == UNDATED and self._article.year_before:
            dated = self._own(told, self._article.year_before)
        return self._before.of_move_to(told) if dated == UNDATED else dated

    def _is_lasting(self, told: Told) -> bool:
        """Whether a figure is told of now, or is what somebody has at all times: "has 500,000 residents"."""
        verb = in_present(told.anchor)
        has = verb is not None and verb.lemma_.lower() in listed("results", "had")
        return has or is_told_of_now(told.anchor, self._article.times) is not None

    def _own(self, told: Told, times: tuple[Time, ...]) -> Dated:
        """Give the days that some times of its sentence name for a figure."""
        published = self._article.published
        own = own_days(told.amount, told.subject, times, published)
        return Dated(Period(None, published), None) if own == UNDATED and is_to_date(told) else own

    def _set_or_own(self, told: Told) -> Dated:
        """Give the days that the article sets for a figure's kind, or those of its own time, or of others."""
        polled = self._poll.days_of(told)
        if polled is not None:
            return polled
        if self._trading.covers(told):
            return self._trading.of(told)
        if self._results.cover(told):
            return self._results.of(told, self._before)
        if told.held:
            compared = compared_days(told, self._article, self._before, self._results)
            if compared is not None:
                return compared
        if is_of_incident(told):
            struck = days_of_incident(told, self._article, self._incidents, self._before)
            if struck is not None:
                return struck
        return self._own_or_other(told)

    def _own_or_other(self, told: Told) -> Dated:
        """Give the days of a figure's own time, or of the figure that it says something of, or others."""
        if told.own != UNDATED:
            return told.own
        recalled = days_of_year_before(told, self._article)
        if recalled != UNDATED:
            return recalled
        of_last = self._before.of_last(told)
        if of_last is not None:
            return of_last
        since = self._since_sentence_before(told)
        if since is not None:
            return since
        guessed = guessed_days(told, self._article, self._before)
        return self._carried_or_told(told) if guessed == UNDATED else guessed

    def _since_sentence_before(self, told: Told) -> Dated | None:
        """Give the days since what the sentence before tells: "It opened in May. It has since sold 40"."""
        clause = grammar.clause_head(told.anchor)
        published = self._article.published
        if clause is None or published is None or not (has_since(clause) and is_perfect(told.anchor)):
            return None
        then = self._before.of_sentence_before(told.anchor.sent)
        first = then.period.first
        if first is None or first > published:
            return None
        return Dated(Period(first, published), then.words)

    def _carried_or_told(self, told: Told) -> Dated:
        """Give the days of a figure without a time: carried over, of the budget, of the lead or of a vote."""
        is_other = is_before_then(told.anchor) and not self._before.is_part(told)
        if deed_of(told.anchor) is not None or is_other or is_quoted(told.anchor):
            return UNDATED
        carried = self._before.carried(told)
        if self._poll.is_passed_over(carried, told):
            carried = UNDATED
        if self._article.ends_ahead(carried) and tells(told.anchor):
            carried = UNDATED  # "plans to reach 40 by May", and what was done until now
        ahead = is_ahead(told.anchor) or is_planned(told.anchor) is not None or is_possible(told.anchor)
        is_over = self._article.is_over(carried)
        if ahead and is_over:
            carried = UNDATED  # "killed 40 on Friday", and what it will do now
        is_other_now = is_over or self._article.is_to_come(carried)
        if carried == UNDATED or is_other_now:
            planned = self._years.of_budget(told)
            if planned != UNDATED:
                return planned
        if told.is_now and (is_other_now or is_level(told, carried, self._article) or self._is_lasting(told)):
            return UNDATED
        if told.held and carried.period.first is None:
            return UNDATED  # "will fall to 2 percent by May from 3 percent"
        if carried == UNDATED:
            found = day_told_of(told, self._article, self._before, self._lead, self._data)
            return self._vote if found == UNDATED and is_of_vote(told.amount, told.subject) else found
        return carried if fits_tense(told.anchor, carried.period, self._article.published) else UNDATED
