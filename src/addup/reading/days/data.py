"""The month whose data an article reports: prices, sales, jobs.

It is the first time that the lead names, when the data came out left aside: "Prices rose in April, the
ministry said on Friday". Where something else happened on the day first named, the article is of that. The
last so many months end with the month of the data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dateutil.relativedelta import relativedelta
from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.days.against import is_left_behind, is_of_contract
from addup.reading.days.article import Article
from addup.reading.days.below import is_told_in_reason
from addup.reading.days.clauses import is_of_release
from addup.reading.days.dated import UNDATED, Dated, dated_by, head_of
from addup.reading.days.lead import LEAD, is_when_published
from addup.reading.days.words import listed
from addup.reading.frames import changing_verbs, words
from addup.records import Period, Time

# The data of a month come out within so many days.
_OLD_DATA = 75
_MONTH = re.compile(r"\d{4}-\d\d")
_MONTHS = re.compile(r"P(\d{1,2})M")
_PAST = re.compile(r"\b(?:last|past|latest)\b")


def month_of_data(article: Article, times: Sequence[Time]) -> Dated:
    """Give the month that an article on the data of a month reports on, among some times."""
    published = article.published
    for time in times:
        head = head_of(article.doc, time)
        if time.span.start > LEAD:
            break
        if is_of_release(head) or is_when_published(head) or _is_of_something_else(article.text, head, time):
            continue
        last = time.period.last
        is_month = time.type == "DATE" and _MONTH.fullmatch(time.value or "") is not None
        if not is_month or published is None or last is None or not 0 < (published - last).days < _OLD_DATA:
            break
        return dated_by(time) if _is_of_data(head) else UNDATED
    return UNDATED


def _is_of_something_else(text: str, head: Token, time: Time) -> bool:
    """Whether a month is what something is held against, when goods are due, or of what a reason tells."""
    return is_left_behind(text, time) or is_of_contract(text, time) or is_told_in_reason(head, head.sent.root)


def up_to_data(time: Time, data: Dated) -> Time:
    """Give the last so many months as an article on the data of a month counts them: they end with it."""
    counted = _MONTHS.fullmatch(time.value or "")
    last = data.period.last
    if last is None or counted is None or _PAST.search(time.span.text) is None or not time.period.known:
        return time
    first = last + timedelta(days=1) - relativedelta(months=int(counted[1]))
    return replace(time, period=Period(first, last))


def _is_of_data(month: Token) -> bool:
    """Whether a clause with a month tells how something measured was or changed then: "sales fell in May".

    What a poll found is no such data.
    """
    clause = grammar.clause_head(month)
    if clause is None or any(token.lemma_.lower() == "poll" for token in month.sent):
        return False  # "has 38 percent in a poll in March": when others were asked
    measuring = changing_verbs() | words("measured", "nouns")
    measuring |= listed("results", "earned")
    return any(token.lemma_.lower() in measuring for token in (clause, *clause.children))
