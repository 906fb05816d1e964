"""The year that an article counts money by, where that is not the calendar's, and the year of a budget.

"Last year" of a firm whose year ends in June is the one up to then; what a budget puts and plans is of the
year of the budget.
"""

from __future__ import annotations

import re
from datetime import timedelta

from dateutil.relativedelta import relativedelta
from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.days.article import Article
from addup.reading.days.dated import DECEMBER, UNDATED, Dated, dated_by, head_of, year_before
from addup.reading.days.lead import LEAD
from addup.reading.days.tense import expects, is_perfect
from addup.reading.days.told import Told
from addup.reading.days.words import listed
from addup.reading.frames import words
from addup.reading.text import has_any
from addup.records import Period

_FISCAL = re.compile(
    r"\b(?:(?:budget|financial|fiscal) year|fiscal \d{4}|year (?:ended|ending|ends|to))\b", re.IGNORECASE
)
_BUDGET = re.compile(r"\bbudget\b", re.IGNORECASE)
_SHORTEST_YEAR = 360
_YEAR_NAMED = re.compile(r"(?:(?:last|next|this|that) year|\d{4})", re.IGNORECASE)


class FiscalYears:
    """The fiscal year and the year of the budget of an article, as far as it has them."""

    def __init__(self, article: Article) -> None:
        self._year = _fiscal_year(article)
        self._budget = _year_of_budget(article)

    def of(self, told: Told, dated: Dated) -> Dated:
        """Give the days of a figure, a year of money as the fiscal year of its number: "last year"."""
        named, end, first = dated.words, self._year.last, dated.period.first
        if not told.is_reported or named is None or first is None or end is None or _is_dealt(told.anchor):
            return dated
        if not _YEAR_NAMED.fullmatch(named.text) or (first.month, first.day) != (1, 1):
            return dated
        last = end + relativedelta(years=first.year - end.year)
        return Dated(Period(last - relativedelta(years=1) + timedelta(days=1), last), named)

    def of_budget(self, told: Told) -> Dated:
        """Give the year of the budget that an article is about, for what it plans and puts: "health gets"."""
        if self._budget == UNDATED or not told.is_reported:
            return UNDATED
        if not (told.is_now or expects(told.anchor)) or is_perfect(told.anchor):
            return UNDATED
        return year_before(self._budget) if told.held else self._budget


def _fiscal_year(article: Article) -> Period:
    """Give the year that an article counts by, where that is not the calendar's: "the year to June"."""
    for time in article.times:
        first, last = time.period.first, time.period.last
        if first is None or last is None or _FISCAL.search(time.span.text) is None:
            continue
        ends_month = (last + timedelta(days=1)).day == 1
        if (last - first).days >= _SHORTEST_YEAR and ends_month and last.month != DECEMBER:
            return time.period
    return Period()


def _year_of_budget(article: Article) -> Dated:
    """Give the year of the budget that an article is about: the first of its lead that is not over."""
    on_budget = has_any(article.text, ("budget",)) and _BUDGET.search(article.text, 0, LEAD)
    if article.published is None or not on_budget:
        return UNDATED
    for time in article.days:
        first, last = time.period.first, time.period.last
        if time.span.start > LEAD:
            break
        if first and last and (last - first).days >= _SHORTEST_YEAR and last > article.published:
            sentence = head_of(article.doc, time).sent
            of_it = any(token.lemma_.lower() in listed("fiscal", "budgets") for token in sentence)
            return dated_by(time) if of_it else UNDATED
    return UNDATED


def _is_dealt(anchor: Token) -> bool:
    """Whether a clause tells what was bought or sold, which goes by the year of the calendar."""
    clause = grammar.clause_head(anchor)
    dealing = words("market", "trades") | words("market", "offers")
    return clause is not None and clause.lemma_.lower() in dealing
