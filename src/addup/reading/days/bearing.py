"""Whether a time of its sentence bears on a figure.

It does not where it is that of a comparison, a maturity or a record (`against`), of another clause
(`clauses`, `below`), of what cannot have been so then by its verb (`tense`), or where it only says how rare
or how old something is.
"""

from __future__ import annotations

from datetime import date

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.days.against import is_another_date
from addup.reading.days.below import is_below, is_of_noun_below
from addup.reading.days.clauses import (
    deed_of,
    has_become_so,
    is_new_end,
    is_of_description,
    is_of_document,
    is_of_end,
    is_of_joined_noun,
    is_of_later_clause,
    is_of_likening,
    is_of_opening_participle,
    is_of_origin,
    is_of_past_before,
    is_of_place_beside,
    is_of_report,
    is_of_what_follows,
    is_of_when_beside,
    is_so_always,
)
from addup.reading.days.tense import fits_tense, is_ahead, is_planned, is_promised, is_what_came_before
from addup.reading.times import begins_after, opens_stretch
from addup.records import Amount, Time

_DIGITS_OF_YEAR = 4  # in the value of a year; a decade has three, a century two


def bears_on(amount: Amount, anchor: Token, time: Time, published: date | None) -> bool:
    """Whether a time can be that of a figure elsewhere in its sentence."""
    words_of_time = grammar.span_of(anchor.doc, time.span.start, time.span.end)
    if _says_how_rare(words_of_time) or is_another_date(amount, anchor, time, published):
        return False
    if opens_stretch(words_of_time, anchor):
        return True
    head = grammar.anchor(words_of_time)
    if _is_age_of_thing(time, head):
        return False
    if _is_of_other_deed(anchor, head) or _is_before_what_is_to_come(anchor, time, head, published):
        return False
    last = time.period.last
    ahead = published is None or last is None or last >= published
    return fits_tense(anchor, time.period, published) and not (
        is_so_always(anchor, head)
        or has_become_so(anchor, head)
        or (_may_be_of_report(time) and is_of_report(anchor, head))
        or is_below(amount, anchor, head, ahead=ahead)
        or is_of_later_clause(anchor, head)
        or is_of_past_before(anchor, head)
        or is_of_opening_participle(anchor, head)
        or is_of_end(anchor, head)
        or is_of_what_follows(anchor, head)
        or is_of_when_beside(anchor, head)
        or is_of_place_beside(anchor, head)
        or is_new_end(head)
        or is_of_joined_noun(anchor, head)
        or is_of_description(anchor, head)
        or is_of_document(anchor, head)
        or is_of_origin(anchor, head)
        or is_of_noun_below(anchor, head)
        or is_of_likening(anchor, head)
    )


def _is_of_other_deed(anchor: Token, head: Token) -> bool:
    """Whether a figure is of what somebody is tried for, and a time is not: not "40 deaths since May"."""
    deed = deed_of(anchor)
    if deed is None or deed.is_ancestor(head):
        return False
    return not (anchor.i < head.i and grammar.preposition(head) == "since")


def _is_before_what_is_to_come(anchor: Token, time: Time, head: Token, published: date | None) -> bool:
    """Whether a figure is of what is to come, and a time of what led to it.

    "To cut 40 jobs after a loss in May", "announced plans on Monday to cut 40 jobs".
    """
    last = time.period.last
    is_over = published is not None and last is not None and last < published
    if is_over and is_ahead(anchor) and is_what_came_before(head, grammar.clause_head(anchor)):
        return True
    promised = is_promised(anchor)
    if is_over and promised is not None and not promised.is_ancestor(head):
        return True
    plan = is_planned(anchor)
    return plan is not None and not begins_after(time.period, published) and not plan.is_ancestor(head)


def _says_how_rare(words_of_time: Span) -> bool:
    """Whether a time ends a superlative: "the worst attack on a school since the early 1990s".

    "Only" before a number is none: "only 40 since March".
    """
    doc, index = words_of_time.doc, words_of_time.start
    first = words_of_time.sent.start
    if doc[index].lower_ != "since" and (
        index == first or "since" not in doc[max(index - 2, first) : index].text
    ):
        return False
    for token in reversed(doc[first:index]):
        if grammar.is_superlative(token) or token.lower_ == "first":
            return True
        if token.lower_ == "only":
            return not grammar.is_number(token.nbor()) or doc[max(token.i - 1, first)].lower_ == "the"
        if grammar.is_verb(token):
            return False
    return False


def _is_age_of_thing(time: Time, head: Token) -> bool:
    """Whether a century or a decade only says how old something is: "the [11th century] temple"."""
    coarse = time.value is not None and time.value.isdigit() and len(time.value) < _DIGITS_OF_YEAR
    return coarse and grammar.modified(head) is not None


def _may_be_of_report(time: Time) -> bool:
    """Whether something may be said at a time; a firm says what was so in a quarter when it is over."""
    return time.type != "DURATION" and "Q" not in (time.value or "")
