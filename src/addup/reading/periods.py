"""Which days a figure covers: its time expression, chosen among those of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from spacy import tokens
from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.counted import Subject
from addup.reading.events import event_of, event_verb
from addup.reading.frames import words
from addup.reading.times import days_covered
from addup.records import Amount, Period, Span, Time

# Kinds of figure that a company's or a state's report gives for one period and the one before it.
_REPORTED = frozenset({"money", "share"})
_UNITS = {"P1D": "day", "P1W": "week", "P1M": "month", "P1Y": "year"}
_REPORTING = re.compile(r"\b(?:quarter|half|months|fiscal|nine-month|six-month|half-year)\b", re.IGNORECASE)
_YEAR_EARLIER = re.compile(
    r"\byear[- ](?:earlier|ago|before)\b|\bthe (?:same|corresponding) period\b", re.IGNORECASE
)
_COMPARISON = re.compile(
    r"\b(?:from|compared (?:with|to)|versus|against)"
    r"(?: an?| the)?(?: (?:restated|net|operating|pretax|loss|profit|income|earnings|of))*\s*$"
)
# A count of all so far has not the days of the count before it.
_SO_FAR = re.compile(
    r"[\w\s]*\b(?:in all|so far|to date|altogether|in total|a total of|total(?:s|led|ling)?|overall"
    r"|since then)\b"
)
_COUNTED_FROM_NOW = re.compile(r"\b(?:past|last|next|previous|coming|recent)\b", re.IGNORECASE)
_JOINED = re.compile(r"[\s,(]*or[\s(]*")
_AT_ONCE = re.compile(r",? (?:a year (?:earlier|ago|before)|in the year-(?:earlier|ago))")
_LISTED = re.compile(r",? and [\w\s-]*")
_JUST_BEHIND = 30


@dataclass(frozen=True, slots=True)
class Dated:
    """The days that a figure covers, and the words that say so."""

    period: Period
    words: Span | None


UNDATED = Dated(Period(), None)


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
    the period that a company reports on.
    """
    text = doc.text
    comparing = [time for time in times if _YEAR_EARLIER.search(time.span.text)]
    plain = [time for time in times if time not in comparing]
    incident = _day_of_incident(doc, times)
    reported = UNDATED
    found: list[Dated] = []
    held_against = False
    for index, (amount, subject) in enumerate(zip(amounts, subjects, strict=True)):
        dated = _own(doc, amount, subject.anchor, plain, published)
        earlier = amounts[index - 1] if index else None
        if dated.words is not None and _REPORTING.search(dated.words.text):
            reported = dated
        if amount.kind in _REPORTED and reported != UNDATED:
            sentence = subject.anchor.sent.start_char
            held_against = _is_held_against(text, amount, earlier, sentence, held_against)
            if dated == UNDATED or held_against:
                dated = _year_before(reported) if held_against else reported
        elif dated == UNDATED and _is_casualty(subject):
            dated = incident
        elif dated == UNDATED and earlier is not None:
            dated = _carried(text, earlier, found[-1], amount)
        if dated == UNDATED and comparing:
            dated = _own(doc, amount, subject.anchor, comparing, published)
        found.append(dated)
    return found


def rate_of(amount: Amount, subject: Subject, times: Sequence[Time]) -> str | None:
    """Give the unit of time of a rate whose words stand apart from its number: "up to 300 arrive each day".

    The expression ("each day", "daily") must hang on what happened to the thing counted.
    """
    if amount.per is not None or amount.kind != "count":
        return amount.per
    verb = event_verb(subject.holder)
    for time in _in_sentence(subject.anchor, times):
        unit = _UNITS.get(time.value or "")
        head = grammar.anchor(grammar.span_of(subject.anchor.doc, time.span.start, time.span.end))
        if time.type == "SET" and unit is not None and verb is not None and head.head == verb:
            return unit
    return None


def _is_casualty(subject: Subject) -> bool:
    event = event_of(subject.holder, subject.anchor)
    return event in words("incident", "casualties")


def _day_of_incident(doc: Doc, times: Sequence[Time]) -> Dated:
    """Give the first day of the text that stands in a sentence with an incident (an attack, a crash)."""
    for time in times:
        if not time.period.known or time.period.first != time.period.last:
            continue
        sentence = grammar.span_of(doc, time.span.start, time.span.end)[0].sent
        if any(token.lemma_.lower() in words("incident", "words") for token in sentence):
            return Dated(time.period, time.span)
    return UNDATED


def _carried(text: str, earlier: Amount, dated: Dated, amount: Amount) -> Dated:
    """Give the days of the figure before, if it is of one kind with this one and in the same paragraph."""
    between = text[earlier.span.end : amount.span.start]
    if _SO_FAR.search(between) or _SO_FAR.match(text, amount.span.end, amount.span.end + _JUST_BEHIND):
        return UNDATED
    if earlier.kind == amount.kind or {earlier.kind, amount.kind} <= _REPORTED:
        return dated if "\n\n" not in between else UNDATED
    return UNDATED


def _is_held_against(text: str, amount: Amount, earlier: Amount | None, sentence: int, before: bool) -> bool:
    """Whether an amount is what another is held against: "$5 million, from $4 million, or $2 a share".

    `sentence` is where the amount's sentence begins. An amount joined to one before by "or" shares the
    answer `before` of that one.
    """
    start = max(sentence, earlier.span.end if earlier is not None else 0)
    between = text[start : amount.span.start]
    if start > sentence and _JOINED.fullmatch(between):
        return before
    if (
        start > sentence
        and before
        and _YEAR_EARLIER.search(text[sentence:start])
        and _LISTED.fullmatch(between)
    ):
        return before
    behind = text[amount.span.end : amount.span.end + _JUST_BEHIND]
    return bool(_COMPARISON.search(between) or _YEAR_EARLIER.search(between) or _AT_ONCE.match(behind))


def _year_before(dated: Dated) -> Dated:
    """Give the same period one year before.

    That is what a figure of comparison in a report of results is of (SEC Regulation S-X, 17 CFR 210.10-01).
    """
    first, last = dated.period.first, dated.period.last
    if first is None or last is None:
        return UNDATED
    return Dated(Period(first - relativedelta(years=1), last - relativedelta(years=1)), dated.words)


def _own(doc: Doc, amount: Amount, anchor: Token, times: Sequence[Time], published: date | None) -> Dated:
    """Choose among the time expressions of the sentence.

    One in the figure's own clause counts before that of a clause above, and there the nearest.
    """
    for time in times:
        if time.span.start <= amount.number.start < time.span.end and time.period.known:
            return Dated(time.period, time.span)
    usable = [time for time in _in_sentence(anchor, times) if _says_when(time) and _bears_on(anchor, time)]
    if not usable:
        return UNDATED
    best = min(usable, key=lambda time: _distance(amount, anchor, time))
    return Dated(days_covered(doc, best, published), best.span)


def _says_when(time: Time) -> bool:
    """Whether a time has days, or would have them if the day of publication were known."""
    if time.period.known or time.type == "SET":
        return time.period.known
    return time.value is None or (
        time.type == "DURATION" and _COUNTED_FROM_NOW.search(time.span.text) is not None
    )


def _bears_on(anchor: Token, time: Time) -> bool:
    """Whether a time can be that of a figure elsewhere in its sentence.

    A time in a later of two joined clauses is that clause's alone ("1,700 register each day and in March
    16,000 signed"), and so is one that only says how rare something is ("the worst since 1998").
    """
    words_of_time = grammar.span_of(anchor.doc, time.span.start, time.span.end)
    if _says_how_rare(words_of_time):
        return False
    head = grammar.anchor(words_of_time)
    clause = head if grammar.is_verb(head) else grammar.clause_head(head)
    own = grammar.clause_head(anchor)
    while clause is not None and own is not None and clause.dep_ == "conj":
        clause = clause.head
        if clause == own:
            return False
    return True


def _says_how_rare(words_of_time: tokens.Span) -> bool:
    """Whether a time ends a superlative: "the worst attack on a school since the early 1990s"."""
    doc, index = words_of_time.doc, words_of_time.start
    first = words_of_time.sent.start
    if doc[index].lower_ != "since" and (
        index == first or "since" not in doc[max(index - 2, first) : index].text
    ):
        return False
    for token in reversed(doc[first:index]):
        if token.tag_ in {"JJS", "RBS"} or token.lower_ in {"first", "only"}:
            return True
        if grammar.is_verb(token):
            return False
    return False


def _in_sentence(anchor: Token, times: Sequence[Time]) -> list[Time]:
    sentence = anchor.sent
    return [time for time in times if sentence.start_char <= time.span.start < sentence.end_char]


def _distance(amount: Amount, anchor: Token, time: Time) -> tuple[int, int, int]:
    """Steps in the tree from the amount to the time, then characters between them."""
    head = grammar.anchor(grammar.span_of(anchor.doc, time.span.start, time.span.end))
    gap = (
        time.span.start - amount.span.end
        if time.span.start >= amount.span.end
        else amount.span.start - time.span.end
    )
    directly_behind = 0 <= time.span.start - amount.span.end <= 2
    return (0 if directly_behind else 1, _steps(anchor, head), gap)


def _steps(one: Token, other: Token) -> int:
    """Count the clause boundaries between two tokens: how many clauses up from the first, and down again."""
    above_one = [one, *one.ancestors]
    above_other = [other, *other.ancestors]
    shared = next((token for token in above_one if token in above_other), None)
    if shared is None:
        return 99
    path = above_one[: above_one.index(shared)] + above_other[: above_other.index(shared)]
    return sum(1 for token in path if grammar.is_clause(token))
