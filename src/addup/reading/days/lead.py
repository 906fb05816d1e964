"""The day that an article tells of, which its lead names, for what is told in the simple past without a time.

Where a paragraph has named a day since, that is the day told of; in an article on the data of a month, it is
that month.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.days.against import is_counted_from
from addup.reading.days.article import Article
from addup.reading.days.carried import Before
from addup.reading.days.clauses import is_of_release, is_of_report
from addup.reading.days.dated import UNDATED, Dated, dated_by, head_of, is_short
from addup.reading.days.penalty import is_penalty
from addup.reading.days.tense import fits_tense, tells
from addup.reading.days.told import Told
from addup.reading.days.words import listed
from addup.records import Time

# What a report on a period goes on with; a count may be of any time.
_DATA = frozenset({"measure", "money", "share"})
# What opens a sentence on more than the period told of before.
_OVER_ALL = re.compile(r"(?:and |but )?(?:altogether|in all|in total|over ?all)\b", re.IGNORECASE)
LEAD = 400
"""How far into a text its lead may reach, in characters."""
JUST_PAST = 3
"""How long before an article, in days, what is news happened."""


def day_of_lead(article: Article, times: Sequence[Time]) -> Time | None:
    """Give the first of some times, where it is in the lead and a day just past."""
    published = article.published
    if published is None or not times:
        return None
    first = times[0]
    day = first.period.first
    if first.span.start > LEAD or day is None or day != first.period.last:
        return None
    if is_when_published(head_of(article.doc, first)):
        return None
    return first if 0 <= (published - day).days <= JUST_PAST else None


def day_told_of(told: Told, article: Article, before_it: Before, lead: Time | None, data: Dated) -> Dated:
    """Give the day that an article tells of, for a figure in the simple past without a time.

    That is the day last named in the paragraph, or else the month of its data, the days that a bulletin says
    it covers, or the day of the lead.
    """
    if (told.is_length and not is_penalty(told)) or not tells(told.anchor):
        return UNDATED
    before = _told_before(told, article)
    if data != UNDATED:
        before = [
            time for time in before if is_short(time.period) and not is_of_release(head_of(article.doc, time))
        ]
        if not before:
            return data
    if not before and article.covered != UNDATED:
        return article.covered
    day = before[-1] if before else lead
    if day is None or not (is_short(day.period) or _is_reported_on(day, told, article, before_it)):
        return UNDATED
    if is_of_report(told.anchor, head_of(article.doc, day)):
        return UNDATED  # "police said on Tuesday that 40 were in custody"
    return dated_by(day)


def _is_reported_on(period: Time, told: Told, article: Article, before: Before) -> bool:
    """Whether a sentence goes on with the data of a longer period that one before it names.

    "Farmers grew it on 400 hectares in 2014. The crop made up 30 percent of all grain."
    """
    if told.amount.kind not in _DATA or not before.has_given(period):
        return False
    sentence = told.anchor.sent
    if _OVER_ALL.match(article.text, sentence.start_char, told.amount.span.start):
        return False
    last = period.period.last
    is_over = article.published is not None and last is not None and last < article.published
    return is_over and period.type == "DATE" and period.span.end < sentence.start_char


def _told_before(told: Told, article: Article) -> list[Time]:
    """Give the times named before a figure in its paragraph of which something was told in the past."""
    start = article.paragraph(told.amount)
    told_of = [
        time
        for time in article.days
        if start < time.span.start < told.amount.span.start
        and not is_counted_from(article.text, time)
        and fits_tense(told.anchor, time.period, article.published)
        and _is_of_past(head_of(article.doc, time), told.anchor)
    ]
    return [time for time in told_of if not _is_of_release_of(time, told_of, article)]


def _is_of_release_of(day: Time, times: Sequence[Time], article: Article) -> bool:
    """Whether on a day somebody told what was at another time: "fell in 1990, he said on Friday"."""
    head = head_of(article.doc, day)
    if not is_of_release(head):
        return False
    beside = (head_of(article.doc, time) for time in times if time != day)
    return any(other.sent == head.sent and not is_of_release(other) for other in beside)


def _is_of_past(day: Token, anchor: Token) -> bool:
    """Whether a day is that of something told in the past, and not only when a figure was spoken of."""
    clause = grammar.clause_head(day)
    if clause is None:
        return True
    finite = {clause.tag_, *(child.tag_ for child in grammar.children(clause, "aux", "aux:pass", "cop"))}
    is_infinitive = clause.tag_ == "VB" and bool({"TO", "MD"} & {child.tag_ for child in clause.children})
    return not (is_infinitive or finite & {"VBZ", "VBP"} or is_of_report(anchor, day))


def is_when_published(day: Token) -> bool:
    """Whether a day is that on which something came out: "a study published on Wednesday"."""
    return day.head.dep_ == "acl" and day.head.lemma_.lower() in listed("lead", "published")
