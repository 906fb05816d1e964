"""The days that a figure covers, from the time beside it and the words that lead to it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.times.surroundings import Surroundings, tense_of
from addup.records import Period, Time

LEADING = re.compile(
    r"\b(since|until|till|through|by|from|between|for|starting|beginning)(?:\s+(?:at\s+least|from|in|on))?"
    r"\s+(?:about\s+|around\s+)?$",
    re.I,
)
# What that ends with, and what parts it from what is before.
_LEADING_LAST = frozenset(
    {
        "since", "until", "till", "through", "by", "from", "between", "for", "starting", "beginning", "least",
        "in", "on", "about", "around",
    }
)  # fmt: skip
_BETWEEN_WORDS = re.compile(r"\W+")
# "Through the first nine months" is all of them, as "in the first nine months" is.
_COUNTED = re.compile(r"(?:the )?(?:first|next|past|last|coming) \w+ (?:\w+ )?\w+s\b", re.I)
# "elections going back to 1972", "cases that date from May": since then
_REACHES_BACK = re.compile(
    r"\b(?:dat(?:e|es|ed|ing)|go(?:es|ing)?|reach(?:es|ing)?|stretch(?:es|ing)?) (?:as far )?back to $", re.I
)
_BOTH_ENDS = re.compile(r" (?:to|through|thru|until|till) ")  # "from Sept. 2 to 5" ends
_TO_COME = re.compile(r"(?:the )?(?:next|coming|following)\b", re.I)  # "over the next decade"
REACH = 6  # words before the expression


def days_covered(doc: Doc, anchor: Token, time: Time, published: date | None) -> Period:
    """Give the days that what is told of a token with a time expression covers.

    Mostly those of the expression. "Since May" runs from its first day to the day of publication, "until May"
    and "by May" end with its last ("40 had left by May" was so in May), "from May", when that is to come, has
    no end, nor what is to be "after May"; what has happened "this year" has
    happened up to the day of publication, unless the sentence speaks of the future.
    """
    period, span = time.period, time.span
    expression = doc.char_span(span.start, span.end, alignment_mode="expand")
    assert expression is not None  # expand always gives the tokens around
    before = doc[max(0, expression.start - REACH) : expression.start].text_with_ws
    last = _BETWEEN_WORDS.split(before.rstrip())[-1].lower()
    lead = LEADING.search(before) if last in _LEADING_LAST else None
    word = lead[1].lower() if lead else ""
    back = last == "to" and _REACHES_BACK.search(before) is not None
    if word == "since" or back or opens_stretch(expression, anchor):
        began = period.first
        late = began is None or (published is not None and began > published)
        return Period() if late else Period(began, published)
    if _is_after(before, time, published) and period.last is not None:
        return Period(period.last + timedelta(days=1), None)
    both_ends = _BOTH_ENDS.search(span.text) is not None
    if word in ("from", "starting", "beginning") and begins_after(period, published) and not both_ends:
        return Period(period.first, None)
    is_hour = time.type == "TIME"  # "down 4 percent by 9:40 a.m." is so on that day
    ends = word in ("until", "till", "through") or (word == "by" and not (is_hour or _is_past(anchor)))
    if ends and not _COUNTED.match(span.text):
        return Period(None, period.last)
    if word == "for":  # "a budget for 2024" is for all of it, whenever it was passed
        return period
    return _up_to(doc, anchor, time, published)


def _is_after(before: str, time: Time, published: date | None) -> bool:
    """Whether something is to be after a time to come: "may sell 40 after May 1"."""
    return before.lower().endswith(" after ") and time.type == "DATE" and begins_after(time.period, published)


def begins_after(period: Period, published: date | None) -> bool:
    """Whether days begin after the day of publication, or with it and without end: "the next few weeks"."""
    if published is None or period.first is None:
        return False
    return period.first > published or (period.first == published and period.last is None)


def _is_past(anchor: Token) -> bool:
    """Whether a clause tells what was so; not what was still to be done: "had told them to pay by May"."""
    clause = grammar.clause_head(anchor)
    return clause is not None and clause.tag_ != "VB" and tense_of(clause) == "past"


def opens_stretch(expression: Span, anchor: Token) -> bool:
    """Whether a time tells when something began since which the rest is so: "since the war began in May".

    What stands in that clause itself ("since it bought 40 in May") was so at that time.
    """
    token = expression.root
    while token.head != token and token.dep_ not in {"advcl", "acl", "acl:relcl"}:
        token = token.head
    if token in anchor.ancestors:
        return False
    above = token.head if token.dep_ == "acl" else token
    return any(child.lower_ == "since" for one in (token, above) for child in one.lefts)


def _up_to(doc: Doc, anchor: Token, time: Time, published: date | None) -> Period:
    """Give the period cut off at the day of publication, where the sentence tells what has been."""
    first, last = time.period.first, time.period.last
    if published is None or first is None or last is None or not first <= published < last:
        return time.period
    if _TO_COME.match(time.span.text):
        return time.period
    clause = grammar.clause_head(anchor)
    future = (clause is not None and clause.tag_ != "VB" and tense_of(clause) == "future") or (
        Surroundings(doc).direction(time.span.start, time.span.end) == "future"
    )
    return time.period if future else replace(time.period, last=published)
