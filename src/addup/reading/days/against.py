"""Whether a time is only that of a comparison or a maturity: what an amount in its sentence is held against.

"$5 million, compared with a loss in 2022", "up 3 percent from May", "bonds due in 2030". The words around the
time decide, whatever the parse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from addup.calendar_names import ANY_MONTH
from addup.reading.days.dated import Dated
from addup.reading.days.words import listed
from addup.reading.frames import words
from addup.reading.text import text_of
from addup.reading.times import begins_after
from addup.records import Amount, Time

# What a time behind one of these says is when a bond or an offer ends.
_FALLS_DUE = re.compile(r"\b(?:due|maturing|matures|payable|redeemable|expiring)(?: (?:on|in|by))? $")
# What tells when a level that something is held against was reached: "its record high set on Aug. 6".
_SET_THEN = re.compile(
    r"\b(?:high|low|peak|record)\b[^.;,]{0,12} (?:hit|posted|reached|set|touched)(?: (?:back in|in|on))? $"
)
_HELD_AGAINST = re.compile(
    r"\b(?:(?:compared (?:with|to)|versus|than|(?:above|below) (?:that|those))\b|against (?=[$£€\d])"
    r"|against (?:an?|its|the|their)(?= (?:\w+ )?(?:estimate|forecast|projection|prediction)s?\b| \w+ $))"
    r"(?:[^.;]|\.(?=\d))*$"
)
# Opens what an amount is held against, set off between commas with its own time.
_ASIDE = re.compile(
    r", (?:after|against|(?:up |down )?from(?! $)|compared (?:to|with)|versus) (?:[^,;]|(?<=\d),(?=\d))*$"
)
# What stands between the two ends of a stretch: "from March 1-8".
_BOTH_ENDS = re.compile(r"\d\s?[-–—]\s?\w|\s(?:to|through|thru|until)\s")
# Another number that a figure came from, with its own time: "20 percent, up from 15 percent last year".
# So has one that it came after: "0.3 percent, after 0.1 percent in March", "after a loss of 4,000 in May".
_FROM_NUMBER = re.compile(
    r"(?:\bfrom (?:[a-z]+ ){0,4}|\bafter (?:(?:an?|the) )?(?:[a-z-]+ (?:of |by )?){0,2})"
    r"(?:[A-Z]{0,3}[$#£€]|\d)[^;]*$"
)
# What leads to a number that one before it came from or after.
_LEADS_TO_EARLIER = re.compile(
    r"\b(?:after|from|than|against|versus|compared (?:to|with)) (?:(?:an?|the|just|only|about) )?"
    r"(?:[a-z-]+ (?:of |by )?){0,2}$"
)
_NEAR = 40  # characters before an amount in which stands what leads to it
# What something is held against with "on", which before a day says when: a year, a quarter, a month.
# "On the month, prices were up 0.1 percent": what a change is counted from.
_BASE = re.compile(r"the (?:month|quarter|year)")
_OVER_WHAT = re.compile(r"\b(?:discount|gain|increase|premium|rise)\w* (?:from|on|over|to) $")
_WHOLE = re.compile(r"\d{4}(?:-(?:\d\d|Q\d|H\d))?")
_PREVIOUS = re.compile(
    r"the (?:previous|prior|preceding)\b|(?:the|a) year (?:before|earlier)\b", re.IGNORECASE
)
_OF_PART = re.compile(r", (?:including )?(?:[\w-]+ ){0,3}of (?:them|whom|which)\b(?:(?! and )[^,;])*$")
_OF_PART_SINCE = re.compile(
    r", (?:including|among them) [^,;]*\b(?:in|over|during|within|since)(?: the)?(?: (?:past|last))? $"
)
_COUNTED_FROM = re.compile(
    r"(?:percent|per cent|%|points?)(?: (?:in|for|during) [\w ]{3,25})? (?:from|on|over)(?: the)? $"
    r"|\bcompared (?:with|to) (?:the )?(?:same )?(?:period |month |quarter |week |day |time )?$"
)
_NEAR_BASE = 60  # characters before a time in which that stands
_GOES_ON = re.compile(r",? (?:after|to|and|as|but|while|with|against|versus|compared (?:to|with))\b")
# The number that another came from, right before the time that it alone is of: "up from 15 percent in [May]".
_OF_BEFORE = re.compile(
    r"\bfrom (?:[a-z]+ ){0,2}[A-Z$#£€]{0,4}\d[\d,.]*(?:%|[a-z]{1,2}\b)?(?: [a-z]+){0,2} "
    r"(?:(?:in|on|during)(?: the)? )?$"
)
# "$33 million, half of what it paid in 1985"
_OF_WHAT = re.compile(
    r"\b(?:double|half|of|than|times|twice) what (?:[\w’']+ ){1,4}(?:during|in|on)(?: the)? $"
)
# "A drop from the 2,011 logged in [2023]", "above the $36 million reported in [May]": of that number alone
_TOLD_THEN = re.compile(
    r"\b(?:above|against|below|compared (?:to|with)|from|than|versus) the (?:[a-z]+ ){0,2}"
    r"(?P<number>[A-Z]{0,3}[$£€]?\d[\d.,]*)(?:[ -][a-z]+){0,3} [a-z]+(?:ed|en|lt|nt|pt|wn) "
    r"(?:during|for|in|on)(?: the)? $"
)
_NEXT_CLAUSE = re.compile(r";(?![^()]*\))")  # not "($6.58bn; £3.5bn)"
_BUT_NOW = re.compile(r"; (?:[a-z]+ )?(?:currently|now|today)\b")
# What a time is that something is more or less than, or as much as: "24% higher than in 2003".
_LEADS_THAN = re.compile(
    r" (?:above|below|than|the same as|as (?:big|fast|high|large|many|much) as)"
    r"(?: (?:at|during|for|in|on))?(?: the same (?:month|period|time) (?:in|of))? $"
)
_THAN = re.compile(r"(?:fewer|less|more) than ")
_COUNTED = re.compile(
    r"(?:\d|%|percent|[mb]illion|thousand|hundred|dozen|\d (?:cents|dollars|euros|pence|points)) $"
)
_UNCHANGED = re.compile(r"\bunchanged (?:from|on)(?: the)? $")

# "Oil for November [delivery] rose": when it is due, not when it rose
_OF_CONTRACT = re.compile(r"[ -](?:contracts?|deliver(?:y|ies)|futures|settlement)\b")
_CONTRACT_FOR = re.compile(
    r"\b(?:contracts?|futures|(?P<goods>[A-Za-z]+)) for $|\bdelivery (?:for|in) $", re.IGNORECASE
)
# "December [wheat rose]", "January [heating oil fell]"
_MONTH = re.compile(ANY_MONTH)
_GOODS_BEHIND = re.compile(r" (?:crude |fuel |heating )?(?P<goods>[A-Za-z]+) (?P<next>[a-z]+)")
_NEAR_CONTRACT = 24  # characters before a time


@dataclass(frozen=True, slots=True)
class _Pair:
    """An amount and a time, by their places in their sentence."""

    sentence: str
    amount_start: int
    amount_end: int
    start: int
    end: int

    def before(self, cue: re.Pattern[str]) -> bool:
        """Whether words stand right before the time."""
        return cue.search(self.sentence, 0, self.start) is not None


def is_another_date(amount: Amount, anchor: Token, time: Time, published: date | None) -> bool:
    """Whether a time is that of a comparison or a maturity: "$5 million, compared with a loss in 2022"."""
    first = anchor.sent.start_char
    amount_at, time_at = amount.span, time.span
    pair = _Pair(
        anchor.sent.text,
        amount_at.start - first,
        amount_at.end - first,
        time_at.start - first,
        time_at.end - first,
    )
    if _is_parted(pair) or _is_of_something_else(pair, time):
        return True
    if is_told_then(amount, time, text_of(anchor.doc)) is False:
        return True
    if time_at.end <= amount_at.start:
        return _is_of_number_before(pair) or is_base(text_of(anchor.doc), time, amount)
    return time_at.start >= amount_at.end and _is_of_what_follows(pair, time, published)


def is_told_then(amount: Amount, time: Time, text: str) -> bool | None:
    """Whether a time is that of what another amount is held against: "a drop from the 2,011 logged in 2023".

    None where it is of no such amount.
    """
    start = max(0, time.span.start - 2 * _NEAR_BASE)
    told = _TOLD_THEN.search(text, start, time.span.start)
    return None if told is None else told.start("number") <= amount.number.start < time.span.start


def _is_parted(pair: _Pair) -> bool:
    """Whether a semicolon parts a figure from a time further on, or from one before what is so now.

    "It will issue 40 shares; last Monday it had 60", "it hopes for 5% by 1992; currently it has 2%".
    """
    if pair.amount_start < pair.start:
        return _NEXT_CLAUSE.search(pair.sentence, pair.amount_start, pair.start) is not None
    return _BUT_NOW.search(pair.sentence, pair.start, pair.amount_start) is not None


def _is_of_something_else(pair: _Pair, time: Time) -> bool:
    """Whether the words right before a time make it that of a maturity, a record or a comparison."""
    if any(map(pair.before, (_FALLS_DUE, _SET_THEN, _LEADS_THAN, _UNCHANGED))):
        return True
    if _THAN.match(time.span.text) and pair.before(_COUNTED):
        return True  # "400,000 fewer than ten years ago"
    if _BASE.fullmatch(time.span.text) and pair.sentence.endswith(("On ", " on "), 0, pair.start):
        return True
    owns = pair.sentence.startswith(("'s ", "’s "), pair.end)
    return owns and pair.before(_OVER_WHAT)  # "a premium to Wednesday's close"


def _is_of_number_before(pair: _Pair) -> bool:
    """Whether a time before an amount is of what stands before it: "up from 15 percent in May, to 20"."""
    closed = pair.sentence.startswith(",", pair.end)
    return (closed and pair.before(_ASIDE)) or pair.before(_OF_BEFORE)


def _is_of_what_follows(pair: _Pair, time: Time, published: date | None) -> bool:
    """Whether a time behind an amount is of what that is held against, or of a part of it."""
    between = pair.sentence[pair.amount_end : pair.start]
    if between.endswith((" by ", " by the ")):  # "will fall to 2 percent from 3 percent by December"
        return _LEADS_TO_EARLIER.search(pair.sentence, 0, pair.amount_start) is not None
    if _HELD_AGAINST.search(between) or _OF_PART_SINCE.search(between):
        return True
    if time.type == "DURATION":
        return False
    if _FROM_NUMBER.search(between) or _OF_WHAT.search(between) or is_of_part(between):
        return True
    return _is_counted_from(between, time, published)


def _is_counted_from(between: str, time: Time, published: date | None) -> bool:
    """Whether an amount is held against what was so at a time: "up 3 percent from May", "on 2008"."""
    if between.endswith((" from ", " from the ")):
        begins = begins_after(time.period, published)  # "40 a year from 2015"
        return not begins and _BOTH_ENDS.search(time.span.text) is None
    if between.endswith((" on ", " on the ")):
        return _WHOLE.fullmatch(time.value or "") is not None
    return between.endswith(" over ") and _PREVIOUS.match(time.span.text) is not None


def is_come_from(text: str, amount: Amount, own: Dated) -> bool:
    """Whether an amount beside a time is what one before came from.

    "After 1 percent in [May]", "a rise of 9 percent from [the previous week] (355 cases)".
    """
    if own.words is None:
        return False
    led = amount.span.start if own.words.start >= amount.span.end else own.words.start
    if led == own.words.start and text[own.words.end : amount.span.start] != " (":
        return False
    return _LEADS_TO_EARLIER.search(text, max(0, led - _NEAR), led) is not None


def is_of_part(between: str) -> bool:
    """Whether a time stands behind a part of an amount: "nine, six of them in a blast on Wednesday"."""
    return _OF_PART.search(between) is not None


def is_counted_from(text: str, time: Time) -> bool:
    """Whether a time is what a change before it is counted from: "12 percent from the previous week"."""
    start = time.span.start
    return _COUNTED_FROM.search(text, max(0, start - _NEAR_BASE), start) is not None


def is_left_behind(text: str, time: Time) -> bool:
    """Whether a time is that of a number that another has come from: "to 4 percent from 5 in May"."""
    before = text[max(0, time.span.start - _NEAR_BASE) : time.span.start]
    return _OF_BEFORE.search(before) is not None or _UNCHANGED.search(before) is not None


def is_of_contract(text: str, time: Time) -> bool:
    """Whether a time is when goods are due that are traded now: "wheat futures for March", "May delivery"."""
    if _OF_CONTRACT.match(text, time.span.end) or _names_goods(text, time):
        return True
    if not text[max(0, time.span.start - len("for ")) : time.span.start].lower().endswith(("for ", "in ")):
        return False
    led = _CONTRACT_FOR.search(text, max(0, time.span.start - _NEAR_CONTRACT), time.span.start)
    return led is not None and (not led["goods"] or led["goods"].lower() in words("market", "goods"))


def _names_goods(text: str, time: Time) -> bool:
    """Whether a month stands right before goods that are traded for it, and not before their output."""
    led = _GOODS_BEHIND.match(text, time.span.end)
    is_month = _MONTH.fullmatch(time.span.text) is not None
    goods = led is not None and led["goods"].lower() in words("market", "goods")
    return is_month and goods and led is not None and led["next"] not in listed("against", "of_goods")


def is_base(text: str, time: Time, amount: Amount) -> bool:
    """Whether a time is only what a change before it is counted from, so that an amount behind is not of it.

    "Prices rose 7 percent from a year earlier, after 5 percent in May."
    """
    if not is_counted_from(text, time) or _WHOLE.fullmatch(time.value or "") is None:
        return False
    return _GOES_ON.match(text, time.span.end, amount.span.start) is not None
