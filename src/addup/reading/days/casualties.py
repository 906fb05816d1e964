"""The days of people killed or hurt: those of the incident that the article tells of.

Casualties of another incident have the day of the sentence before ("in that attack"), of their paragraph, or
of the time a year before that opens their sentence. Those of a war or an epidemic have none.
"""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting import Subject
from addup.reading.days.against import is_of_part
from addup.reading.days.article import Article
from addup.reading.days.carried import Before
from addup.reading.days.dated import UNDATED, Dated, is_short
from addup.reading.days.incident import Incidents, is_named, points_back
from addup.reading.days.own import own_days
from addup.reading.days.tense import is_perfect, tells
from addup.reading.days.told import Told
from addup.reading.days.words import listed
from addup.reading.events import event_of
from addup.reading.frames import words


def is_of_incident(told: Told) -> bool:
    """Whether a figure is of people killed or hurt, on no day of its own."""
    return (told.own == UNDATED or _is_recalled(told.anchor)) and _is_casualty(told.subject)


def days_of_incident(told: Told, article: Article, incidents: Incidents, before: Before) -> Dated | None:
    """Give the days of the incident that casualties are of, None where they are not of one."""
    is_open = told.own == UNDATED
    if is_open and _goes_on(told.anchor):
        return UNDATED
    days = incidents.of(told.subject)
    if is_open:
        other = _of_other_incident(told, days, article, before)
        if other != UNDATED or points_back(told.anchor.sent):
            return other
        if told.amount.kind == "share":
            return None
    return None if days.words is None or _is_of_part(told, days, article) else days


def _of_other_incident(told: Told, days: Dated, article: Article, before: Before) -> Dated:
    """Give the days of casualties of another incident than the one that the article tells of.

    It is that of the sentence before for "that attack", for a share ("61 percent of the deaths") and in a
    paragraph with a day of its own; or the time a year before that opens the sentence.
    """
    recalled = days_of_year_before(told, article)
    if recalled != UNDATED:
        return recalled
    sentence = told.anchor.sent
    if points_back(sentence) or told.amount.kind == "share":
        return before.of_sentence_before(sentence)
    paragraph = article.paragraph(told.amount)
    is_before = days.words is not None and days.words.start < paragraph
    if not is_before or not tells(told.anchor):
        return UNDATED
    led_to = before.of_sentence_before(sentence)
    start = led_to.words.start if led_to.words is not None else -1
    return led_to if start > paragraph and is_short(led_to.period) else UNDATED


def days_of_year_before(told: Told, article: Article) -> Dated:
    """Give the days of what a sentence that opens so looks back to: "A year ago 60 people died"."""
    start, end = told.anchor.sent.start_char, told.anchor.sent.end_char
    opening = tuple(
        time
        for time in article.year_before
        if start <= time.span.start < end and article.text[start : time.span.start].strip() == ""
    )
    return own_days(told.amount, told.subject, opening, article.published) if opening else UNDATED


def _is_of_part(told: Told, days: Dated, article: Article) -> bool:
    """Whether the day of an incident stands behind a part of casualties, in their sentence."""
    day, end = days.words, told.amount.span.end
    if day is None or not end <= day.start < told.anchor.sent.end_char:
        return False
    return is_of_part(article.text[end : day.start])


def _is_casualty(subject: Subject) -> bool:
    """Whether a figure is of people killed or hurt."""
    return event_of(subject.holder, subject.anchor) in words("incident", "casualties")


def _is_recalled(anchor: Token) -> bool:
    """Whether casualties are of an incident that is only recalled: "visited where the blast killed 10"."""
    clause = grammar.clause_head(anchor)
    if clause is None or clause.dep_ != "acl:relcl":
        return False
    return is_named(clause.head) and clause.head.dep_ != "nsubj"


def _goes_on(anchor: Token) -> bool:
    """Whether casualties are of what goes on for long, and of no one day: "the war has cost 15,000 lives"."""
    clause = grammar.clause_head(anchor)
    subject = grammar.subject(clause) if clause is not None else None
    if subject is None or subject.lemma_.lower() not in listed("incident", "lasting"):
        return False
    return is_perfect(anchor)
