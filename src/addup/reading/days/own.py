"""Which time of its sentence a figure has: of those that bear on it, the nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.amounts.brackets import bracket_around, has_own_time, is_set_apart, part_of
from addup.reading.counting import Subject
from addup.reading.days.after import before_its_sentence
from addup.reading.days.against import is_of_contract, is_told_then
from addup.reading.days.bearing import bears_on
from addup.reading.days.below import is_begun
from addup.reading.days.dated import UNDATED, Dated, around, dated_by, head_of, in_sentence
from addup.reading.days.distance import distance, is_of_noun
from addup.reading.days.tense import expects, is_awaited, is_perfect, sets_guess
from addup.reading.days.words import listed
from addup.reading.text import text_of
from addup.reading.times import days_covered
from addup.records import Amount, Period, Time

# What leads from an amount to the time of what it counts from: "9,000 since the rebellion began in [2010]".
_SINCE_IT_BEGAN = re.compile(
    r"(?: [\w'’-]+){0,2} since (?:an?|his|her|its|the|their) [^,;:.()]*"
    r"\b(?:began|erupted|started) (?:[a-z]+ ){0,2}"
)
# "Since the vote on [3 August] 40 people have been arrested", "have fled since the fall of Selm on [Friday]"
_SINCE_EVENT = re.compile(
    r"\b[Ss]ince (?:an?|his|her|its|the|their) (?P<event>[^;:.()\d]{2,60}?),?(?: (?:at|in|of|on))?(?: the)? $"
)
_SINCE_THE = re.compile(r"\bsince (?:the|his|her|its|their) $")
_NEAR_SINCE = 90  # characters before a time
_SINCE_FROM = re.compile(r",? (?:up |down )?from (?:just |only |about |some )?")
_NUMBER_OF = re.compile(r" (?:its|the|their) (?:number|toll|total)\b[^.,;:!?]{1,80} ")
_GUESSED = re.compile(r"\b(?:estimated|expected|projected)\b[^.;,]*$")
_NEAR_GUESS = 12  # characters before an amount
# What joins an amount to the time of the one before it, and what stands between an amount and its own time.
_JOINED = re.compile(r",? (?:and|but|or|then|to)(?: (?:about|another|just|only|some|then|to))? [$£€]?")
_NUMBER_BEFORE = re.compile(r"\d[^.;!?]*$")
_NEAR_NUMBER = 60  # characters before a time
_OWN_BEHIND = re.compile(r"(?: [\w'’-]+){0,5} (?:by|during|in|on)(?: the)? ")
_PRESENT = "PRESENT_REF"
_COUNTED_FROM_NOW = re.compile(r"\b(?:past|last|next|previous|coming|recent)\b", re.IGNORECASE)


def own_days(amount: Amount, subject: Subject, times: tuple[Time, ...], published: date | None) -> Dated:
    """Choose among the times of the sentence that bear on a figure.

    One in the figure's own clause counts before that of a clause above, and there the nearest.
    """
    anchor = subject.anchor
    for time in around(amount.number.start, times):
        if time.period.known:
            is_distance = time.type == "DATE" and amount.kind == "duration"  # "five years ago"
            return UNDATED if is_distance else dated_by(time)
    here = _not_apart(amount, in_sentence(anchor, times), text_of(anchor.doc))
    if here and here[-1].period.known and _is_when(anchor, here[-1]):
        return dated_by(here[-1])  # behind it another time may be nearer
    for time in here:
        if time.period.known and is_told_then(amount, time, text_of(anchor.doc)):
            return dated_by(time)
    at_edge = _at_edge(anchor, here)
    if at_edge is not None:
        return at_edge
    usable = [
        time
        for time in here
        if _may_be_of(amount, subject, time, published) and not is_of_contract(text_of(anchor.doc), time)
    ]
    nearer = is_told_of_now(anchor, times)
    usable = [time for time in usable if nearer is None or not _is_beyond(time, nearer, amount, anchor)]
    usable = [time for time in usable if not _is_of_amount_before(time, amount, usable, text_of(anchor.doc))]
    if not usable:
        return _without_days(amount, anchor, here, published)
    best = min(usable, key=lambda time: distance(amount, subject, time))
    earlier = before_its_sentence(anchor, best)
    return earlier if earlier is not None else _covered(amount, anchor, best, published)


def _at_edge(anchor: Token, here: Sequence[Time]) -> Dated | None:
    """Give the first or last day of a time that something began or ended with an amount.

    "Began March with $8 million", "ended the month with 40 workers".
    """
    for time in here:
        day = head_of(anchor.doc, time)
        opens = day.head.lemma_ in listed("own", "opening")
        if day.i < day.head.i or not (opens or day.head.lemma_ in listed("own", "closing")):
            continue
        if grammar.preposition(day):
            continue  # "began in March with 40 workers"
        phrase = next((word for word in (anchor, *anchor.ancestors) if word.head in (day, day.head)), None)
        edge = time.period.first if opens else time.period.last
        if phrase is not None and edge is not None and grammar.preposition(phrase) in {"at", "on", "with"}:
            return Dated(Period(edge, edge), time.span)
    return None


def _not_apart(amount: Amount, here: list[Time], text: str) -> list[Time]:
    """Leave out the times that brackets part from a figure; one that stands with it in them goes first."""
    bracket = bracket_around(text, amount.number.start)
    if bracket is not None and has_own_time(text, amount, here):
        start, end = part_of(text, bracket, amount)
        return [time for time in here if start <= time.span.start < end]
    return [time for time in here if not is_set_apart(text, amount, time)]


def is_told_of_now(anchor: Token, times: tuple[Time, ...]) -> Time | None:
    """Give the "now" or "currently" of the predicate that tells a figure: "is now worth half that"."""
    clause = grammar.predicate(anchor)
    here = (time for time in in_sentence(anchor, times) if is_present(time))
    return next((time for time in here if head_of(anchor.doc, time).head == clause), None)


def _is_beyond(time: Time, now: Time, amount: Amount, anchor: Token) -> bool:
    """Whether a time is farther from a figure than the "now" it is told of, and of another predicate.

    "The homes, worth $3 million in [May], are worth half that now."
    """
    at = amount.span.start
    apart = abs(time.span.start - at) > abs(now.span.start - at)
    return apart and head_of(anchor.doc, time).head != grammar.predicate(anchor)


def _is_of_amount_before(time: Time, amount: Amount, usable: Sequence[Time], text: str) -> bool:
    """Whether a time is that of the amount before it, where what is joined to that has one of its own behind.

    "130 in Selm last November and [32] in Orrin in March", "from 10 cents in 2008 to [30] by 2012".
    """
    if _JOINED.fullmatch(text, time.span.end, amount.span.start) is None:
        return False
    if _NUMBER_BEFORE.search(text, max(0, time.span.start - _NEAR_NUMBER), time.span.start) is None:
        return False
    end = amount.span.end
    behind = (other.span.start for other in usable if other.span.start > end)
    return any(_OWN_BEHIND.fullmatch(text, end, start) for start in behind)


def is_present(time: Time) -> bool:
    """Whether a time is "now" or "currently"."""
    return time.value == _PRESENT


def _may_be_of(amount: Amount, subject: Subject, time: Time, published: date | None) -> bool:
    """Whether a time of its sentence can be that of a figure."""
    return (_says_when(time) and not _is_of_what_came_after(amount, subject, time)) and (
        is_of_noun(subject, time)
        or _stands_behind(amount, time)
        or _is_of_number_behind(amount, subject.anchor, time)
        or bears_on(amount, subject.anchor, time, published)
    )


def _covered(amount: Amount, anchor: Token, time: Time, published: date | None) -> Dated:
    """Give the days that a figure covers by the time that it has: "since May" is up to now."""
    doc = anchor.doc
    text, whole = text_of(doc), time.period
    if _SINCE_FROM.fullmatch(text, time.span.end, amount.span.start) is not None:
        return dated_by(time)  # "has doubled since 2007, from 6 tonnes to 13"
    between = text[amount.span.end : time.span.start]
    if _SINCE_IT_BEGAN.fullmatch(between) and whole.first and published:
        return Dated(Period(whole.first, published), time.span)
    is_past = published is not None and whole.first is not None and whole.first <= published
    since = (_is_since_event, _is_since_named)
    if is_past and (any(test(amount, anchor, time) for test in since) or _is_since_it_began(anchor, time)):
        return Dated(Period(whole.first, published), time.span)
    covered = days_covered(doc, anchor, time, published)
    cut = published is not None and whole.last is not None and covered.last == published < whole.last
    if cut and _is_guess(amount, anchor) and not text.endswith("so far ", 0, time.span.start):
        covered = whole  # and not up to now: "had forecast 4.9 million for the three months to March"
    return Dated(covered, time.span)


def _is_since_event(amount: Amount, anchor: Token, time: Time) -> bool:
    """Whether a time is that of what a figure counts since: a noun with its day, not a clause of its own."""
    doc, text = anchor.doc, text_of(anchor.doc)
    start = max(anchor.sent.start_char, time.span.start - _NEAR_SINCE)
    since = _SINCE_EVENT.search(text, start, time.span.start)
    if since is None or since.start() <= amount.span.start < time.span.end:
        return False
    if since.start() != anchor.sent.start_char and not is_perfect(anchor):
        return False
    return not any(grammar.is_verb(token) for token in grammar.span_of(doc, *since.span("event")))


def _is_since_named(amount: Amount, anchor: Token, time: Time) -> bool:
    """Whether a time only says since which event a figure is counted: "since the [April] vote"."""
    text = text_of(anchor.doc)
    led = _SINCE_THE.search(text, max(0, time.span.start - _NEAR_GUESS), time.span.start) is not None
    event = grammar.modified(head_of(anchor.doc, time)) if led else None
    outside = not time.span.start <= amount.span.start < time.span.end
    return event is not None and outside and is_perfect(anchor)


def _is_since_it_began(anchor: Token, time: Time) -> bool:
    """Whether a time is that on which what has brought about a figure began."""
    clause = grammar.clause_head(head_of(anchor.doc, time))
    return clause is not None and is_begun(clause, anchor)


def _is_guess(amount: Amount, anchor: Token) -> bool:
    """Whether a figure is what somebody thought that it would be: "had forecast", "an estimated $470"."""
    said = text_of(anchor.doc)[max(0, amount.span.start - _NEAR_GUESS) : amount.number.start]
    if _GUESSED.search(said) is not None:
        return True
    return is_awaited(anchor) or expects(anchor) or sets_guess(anchor)


def _is_of_what_came_after(amount: Amount, subject: Subject, time: Time) -> bool:
    """Whether a time is that of what came after a stretch: "left in [1960] after eight years in office"."""
    noun = grammar.modified(subject.anchor) or subject.anchor
    if amount.kind != "duration" or grammar.preposition(noun) != "after":
        return False
    return noun not in (head := head_of(noun.doc, time), *head.ancestors)


def _stands_behind(amount: Amount, time: Time) -> bool:
    """Whether a day stands right behind an amount of money: "compared with $1.61 Wednesday"."""
    one_day = time.type == "DATE" and time.period.known and time.period.first == time.period.last
    return one_day and amount.kind == "money" and time.span.start == amount.span.end + 1


def _is_of_number_behind(amount: Amount, anchor: Token, time: Time) -> bool:
    """Whether a time is in the phrase that says of what so many are: "to 40 the number killed in May"."""
    text = text_of(anchor.doc)
    return _NUMBER_OF.fullmatch(text, amount.span.end, max(amount.span.end, time.span.start)) is not None


def _is_when(anchor: Token, time: Time) -> bool:
    """Whether a figure is in the clause that tells what was so then: "the worst since 2004, when 90 died"."""
    doc = anchor.doc
    end = grammar.span_of(doc, time.span.start, time.span.end).end
    when = end + 1 if end < len(doc) and doc[end].lower_ == "," else end
    if when >= len(doc) or doc[when].lower_ != "when":
        return False
    clause = doc[when].head
    return anchor.i > when and (clause == anchor or clause in anchor.ancestors)


def _without_days(amount: Amount, anchor: Token, here: Sequence[Time], published: date | None) -> Dated:
    """Give the words of a time that names days which the text does not tell: "in fiscal 1988"."""
    for time in here:
        is_named = time.type == "DATE" and time.value is not None and time.value[:1].isdigit()
        if is_named and not time.period.known and bears_on(amount, anchor, time, published):
            return Dated(Period(), time.span)
    return UNDATED


def _says_when(time: Time) -> bool:
    """Whether a time has days, or would have them if the day of publication were known.

    "Now" has none: what is said to be so now holds before and after as well.
    """
    if is_present(time):
        return False
    if time.period.known or time.type == "SET":
        return time.period.known
    return time.value is None or (
        time.type == "DURATION" and _COUNTED_FROM_NOW.search(time.span.text) is not None
    )
