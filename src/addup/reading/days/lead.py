"""The day that an article tells of, which its lead names, for what is told in the simple past without a time.

Where a paragraph has named a day since, that is the day told of; in an article on the data of a month, it is
that month.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.days.against import is_counted_from
from addup.reading.days.article import Article
from addup.reading.days.clauses import is_of_release, is_of_report
from addup.reading.days.dated import UNDATED, Dated, dated_by, head_of, is_short
from addup.reading.days.tense import fits_tense, tells
from addup.reading.days.told import Told
from addup.reading.days.words import listed
from addup.records import Time

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


def day_told_of(told: Told, article: Article, lead: Time | None, data: Dated) -> Dated:
    """Give the day that an article tells of, for a figure in the simple past without a time.

    That is the day last named in the paragraph, or else the month of its data, the days that a bulletin says
    it covers, or the day of the lead.
    """
    if told.is_length or not tells(told.anchor):
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
    if day is None or not is_short(day.period):
        return UNDATED
    if is_of_report(told.anchor, head_of(article.doc, day)):
        return UNDATED  # "police said on Tuesday that 40 were in custody"
    return dated_by(day)


def _told_before(told: Told, article: Article) -> list[Time]:
    """Give the times named before a figure in its paragraph of which something was told in the past."""
    start = article.paragraph(told.amount)
    return [
        time
        for time in article.days
        if start < time.span.start < told.amount.span.start
        and not is_counted_from(article.text, time)
        and fits_tense(told.anchor, time.period, article.published)
        and _is_of_past(head_of(article.doc, time), told.anchor)
    ]


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
