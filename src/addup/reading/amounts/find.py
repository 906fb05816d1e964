"""All amounts of a text: from the numbers to records, and the reasons of those that are none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from spacy.tokens import Doc

from addup.reading.amounts.ages import aged
from addup.reading.amounts.dates import is_date, why_dated
from addup.reading.amounts.directions import direction, moves_share
from addup.reading.amounts.exchange_rates import exchange_rates
from addup.reading.amounts.hedges import hedged, passed_on
from addup.reading.amounts.index_levels import index_levels
from addup.reading.amounts.joins import join
from addup.reading.amounts.mentions import Mention, Reason, mention
from addup.reading.amounts.names import named_again
from addup.reading.amounts.notations import counts
from addup.reading.amounts.numerals import openings, plain, scan
from addup.reading.amounts.rates import rated, rates_shared
from addup.reading.amounts.reasons import reason
from addup.reading.amounts.results import POINTS_OF_SHARE, SHARE, bare_result
from addup.reading.amounts.tables import either, table
from addup.reading.amounts.units import Unit
from addup.reading.amounts.worded import worded
from addup.reading.amounts.words_around import Around
from addup.reading.text import text_of
from addup.records import Amount, Number, Skipped, Span, Time

_TIME = Unit("time", "measure")
_POINT = Unit("point", "measure")
_MAGNITUDE = Unit("magnitude", "measure")
_DOLLARS = Unit("USD", "money")
# "investing millions in advertising", "worth billions": only money goes without its name there.
_SPENT_BEFORE = re.compile(
    r"\b(?:accept(?:ed|ing|s)?|collect(?:ed|ing|s)?|funnel(?:ed|led|ing|ling|s)?|made|mak(?:es?|ing)|contribut(?:e[ds]?|ing)|cost(?:s|ing)?"
    r"|donat(?:e[ds]?|ing)|earn(?:ed|ing|s)?|embezzl(?:e[ds]?|ing)|fork(?:ed|ing)? over"
    r"|invest(?:ed|ing|s)?|owe[ds]?|g[ai]ven? away|giv(?:es|ing) away"
    r"|rais(?:e[ds]?|ing)|paid|pays?|paying|pocket(?:ed|ing|s)?|siphon(?:ed|ing|s)?(?: off)?"
    r"|spen[dt]s?|spending|squander(?:ed|ing|s)?|worth) \Z",
    re.IGNORECASE,
)
_NO_NOUN_BEHIND = re.compile(
    r" (?:a|an|each|every|for|from|in|into|more|of (?:his|her|its|their)|on|per|to|without|[a-z]+ing)\b"
    r"|[.,;:]|$",
    re.IGNORECASE,
)
# "millions in foreign donations": what only money is
_IN_MONEY = re.compile(
    r"[\"”'’]? in (?:[a-z]+[ -]){0,2}(?:aid|assets|bonuses|bribes|cash|commissions|compensation|contributions"
    r"|damages|donations|dues|fees|fines|fundraising|funding|funds|gifts|grants|income|investments?|kickbacks|loans"
    r"|losses|payments|payouts|profits?|refunds|rents?|revenues?|royalties|salaries|savings|spending|subsidies"
    r"|tax(?:es)?|tips|wages)\b"
)
# "gave 'hundreds of thousands'", where the text has "hundreds of thousands of dollars"
_ENDS_PHRASE = re.compile(r"\.?[\"”'’]| (?:from|in) |[.,;]")
# Bonds are quoted in points, that is in per cent of their face value.
_BOND_PRICE = re.compile(r"\bpriced at [\d ./]+ to yield\b")
_TIMES = re.compile(
    r"[ -]times(?= (?:as|more|less|higher|larger|bigger|greater|faster|lower|better|worse|likelier|that|what"
    r"|the|its|their|his|her|normal|earnings|(?:bright|clos|cold|deep|fast|hard|heavi|hott|long|loud|old|quick|rich"
    r"|saf|slow|small|smart|strong|tall|thick|tough|warm|weak|wid|young)er"
    r"|(?:[a-z]+ )?(?:average|capacity|costs?|cover|earnings|income|level|limit|output|price|profits?|rate"
    r"|revenues?|sales|size|value))\b)|x(?![\w-])"
)
_TIMES_PLAIN = re.compile(r"[ -]times\b")


@cache
def _percentages() -> re.Pattern[str]:
    words = either(table("contexts")["percentages"]["words"])
    return re.compile(rf"[ -](?:[\w-]+ ){{0,2}}{words}\b|\s?%")


def find_amounts(doc: Doc, times: Sequence[Time]) -> tuple[tuple[Amount, ...], tuple[Skipped, ...]]:
    """Find every number expression of a text: how much it says, or why it is no figure.

    `times` are the time expressions of the same text; a number that is part of a date or a clock time is
    skipped, a length of time ("two weeks ago") is an amount. Offsets are those of `doc.text`. Neither the
    amounts nor the skipped overlap among themselves.
    """
    text = text_of(doc)
    places = openings(text)
    mentions = [mention(text, numeral) for numeral in scan(text, places)]
    around = Around.of(text, doc, times, mentions)
    kept, reasons = _sorted_out(around, mentions)
    joined = join(text, kept, frozenset(found.start for found in kept if is_date(around, found)))
    dated = [found for found in joined if is_date(around, found)]
    figures = [found for found in joined if not is_date(around, found)]
    reasons += [Reason(found.left, found.right, why_dated(around, found)) for found in dated]
    finished = rates_shared(text, passed_on(text, [_finished(around, found) for found in figures]))
    finished = index_levels(doc, exchange_rates(text, finished))
    amounts = [_amount(text, found) for found in _apart(text, finished)]
    skipped = _skipped(text, reasons)
    return _with_worded(amounts, worded(around, places)), skipped


def _with_worded(amounts: list[Amount], others: Iterable[Amount]) -> tuple[Amount, ...]:
    """Add the amounts without number words that lie in no other expression."""
    taken = sorted([(amount.span.start, amount.span.end) for amount in amounts])
    starts = [start for start, _ in taken]
    more = []
    for amount in others:
        index = bisect_left(starts, amount.span.end) - 1
        if index < 0 or taken[index][1] <= amount.span.start:
            more.append(amount)
    return tuple(sorted([*amounts, *more], key=lambda amount: amount.span.start))


def _sorted_out(around: Around, mentions: list[Mention]) -> tuple[list[Mention], list[Reason]]:
    """Part the numbers into possible figures and those with a reason against them."""
    kept: list[Mention] = []
    reasons: list[Reason] = []
    end = -1
    for found in mentions:
        if found.start < end:
            if reasons and found.right > reasons[-1].end == end:
                end = found.right
                reasons[-1] = replace(reasons[-1], end=end)
            continue
        why = None if is_date(around, found) and found.form != "ordinal" else reason(around, found)
        if why is None:
            kept.append(found)
        else:
            reasons.append(why)
            end = why.end
        end = max(end, found.right)
    return _named_again(around, kept, reasons)


def _named_again(
    around: Around, kept: list[Mention], reasons: list[Reason]
) -> tuple[list[Mention], list[Reason]]:
    """Leave out numbers that elsewhere in the text are part of a name."""
    parts = [re.findall(r"\d+", around.text[why.start : why.end]) for why in reasons if why.why == "name"]
    names = frozenset(number for numbers in parts for number in numbers)
    again = {found.start: named_again(around, found, names) for found in kept}
    left = [found for found in kept if again[found.start] is None]
    return left, reasons + [why for why in again.values() if why is not None]


def _finished(around: Around, found: Mention) -> Mention:
    """Read age, multiple, direction, hedge and rate of a number."""
    text = around.text
    points = found.unit == _POINT
    if points and (around.is_poll or _is_of_election(around, found) or _is_of_rate(around, found)):
        found = replace(found, unit=POINTS_OF_SHARE)
    if found.form == "figures" and _is_margin(around, found):
        found = replace(found, unit=POINTS_OF_SHARE)
    if found.form == "figures" and found.unit is None and _is_sum(text, found):
        found = replace(found, unit=_DOLLARS)
    if found.unit is None and found.form in {"digits", "words"} and around.is_poll:
        found = bare_result(around.text, found)
    if found.unit is None and found.form == "digits" and _is_strength(around.text, found):
        found = replace(found, unit=_MAGNITUDE)
    if found.unit is None and _BOND_PRICE.search(text, max(0, found.left - 12), found.right + 9):
        found = replace(found, unit=_POINT)
    if moves_share(text, found):
        found = replace(found, unit=POINTS_OF_SHARE)
    if found.unit is None and found.value == 0 and _is_rate_of_nothing(text, found):
        found = replace(found, unit=SHARE)
    found = _part_or_multiple(around, aged(around, found))
    way = direction(text, found)
    if found.form == "vague" and found.unit is None and _is_spent(text, found):
        found = replace(found, unit=_DOLLARS)
    found = rated(text, hedged(text, _from_nothing(text, found)))
    way = way or direction(text, found)
    return found if way is None else replace(found, change=way)


# "sales are to be flat to up 3 percent"
_FLAT_TO = re.compile(r"\b(?:flat|unchanged|level) to (?:up|down) \Z")


def _from_nothing(text: str, found: Mention) -> Mention:
    """Read a change that may be none as a range from 0."""
    flat = _FLAT_TO.search(text, max(0, found.left - 20), found.left) if found.bound == "exact" else None
    return replace(found, left=flat.start(), low=Fraction(0), bound="range") if flat is not None else found


# "won by double digits", "a double-digit lead": how far apart two shares are
_APART_BEFORE = re.compile(
    r"\b(?:by|within|(?:leads?|lead in) (?:by|of|the)) (?:low |mid |high )?\Z", re.IGNORECASE
)
_APART_BEHIND = re.compile(r" (?:advantage|edge|lead|leads|margin|margins|victory|win|wins)\b")
_VOTED = re.compile(
    r"\b(?:ballots?|caucus(?:es)?|elections?|precincts?|primar(?:y|ies)|voters?)\b", re.IGNORECASE
)
_ELECTION = re.compile(
    r"\b(?:caucus(?:es)?|elections?|precincts?|primar(?:y|ies)|voters?|votes?)\b", re.IGNORECASE
)


# "won by more than 10 points", "trails him by 20 points", "10 points ahead", where people vote
_BY_POINTS = re.compile(
    r"\b(?:lead|led|los|trail|w[io]n|victor|defeat|beat|ahead|behind)[a-z]*\b[^.;:!?\n]{0,40}"
    r"\bby (?:[a-z]+ ){0,3}\Z"
)
_AHEAD = re.compile(r" (?:ahead|behind|clear|defeat|lead|loss|margin|victory|win)\b")


def _is_of_election(around: Around, found: Mention) -> bool:
    """Whether points are those of a vote."""
    apart = _BY_POINTS.search(around.text, max(0, found.left - 80), found.left)
    return (apart or _AHEAD.match(around.text, found.right)) is not None and bool(_VOTED.search(around.text))


# How strong an earthquake was: "a 7.4 quake", "a reading of 7.2" where the scale is named.
_QUAKE = r"(?:aftershock|(?:earth)?quake|temblor|tremor)"
_OF_QUAKE = re.compile(rf" {_QUAKE}\b")
_QUAKE_OF = re.compile(
    rf"\b(?:{_QUAKE}s?|one|reading) (?:of|measuring|registering)(?: about| at least)? \Z", re.IGNORECASE
)
_MEASURED = re.compile(
    rf"\b{_QUAKE}s?\b[^.;:!?\n]{{0,60}}\b(?:measur|register)(?:ed|ing)(?: (?:at|about|around|at least))* \Z"
    r"|\bmagnitude\b[^.;:!?\n]{0,40}\b(?:as|at|to|was) \Z"
    r"|\bmagnitude\b(?:[^.;:!?\n]|\.(?=\d)){0,60}\bit (?:down |up )?to \Z",
    re.IGNORECASE,
)
_READING = re.compile(r" (?:reading\b|on the Richter)")
_SCALE = re.compile(r"\b(?:Richter|magnitude)\b")
_STRONGEST = 10
_NEAR_QUAKE = 90  # characters from an earthquake to its strength


def _is_strength(text: str, found: Mention) -> bool:
    """Whether a bare number is the strength of an earthquake."""
    if not 1 <= found.value < _STRONGEST:
        return False
    if "." in text[found.start : found.end]:
        if _OF_QUAKE.match(text, found.end):
            return True
        before = text[max(0, found.left - _NEAR_QUAKE) : found.left]
        if ("measur" in before or "magnitude" in before or "register" in before) and _MEASURED.search(before):
            return True
    said = _READING.match(text, found.end) or _QUAKE_OF.search(text, max(0, found.left - 40), found.left)
    return said is not None and _SCALE.search(text) is not None


# "raised its key rate by a quarter of a point to 3.25 percent"
_RATE = re.compile(r"\brates?\b[^.;:!?\n]{0,60}\Z", re.IGNORECASE)
_TO_SHARE = re.compile(r"[^.;:!?\n]{0,20}\bto [\d.]+(?: per ?cent|%)")


def _is_of_rate(around: Around, found: Mention) -> bool:
    """Whether points are those of a rate in per cent."""
    rate = _RATE.search(around.text, max(0, found.left - 80), found.left)
    return rate is not None and _TO_SHARE.match(around.text, found.right) is not None


_FOUR_DIGITS = 1000
_SUM = (
    r"(?:advance|bid|bill|bonus|budget|check|cheque|cost|contract|deal|debt|donation|fee|fine|gift|income|loan"
    r"|offer|pay|pay(?:ment|out)|price|prize|profit|salar(?:y|ie)|settlement|spending|sum|wage)(?:e?s)?"
)
# "a six-figure salary", "fees that ran into six figures"
_OF_SUM = re.compile(rf"[- ](?:[a-z]+ )?{_SUM}\b")
_SUM_BEFORE = re.compile(rf"\b(?:{_SUM}|costs?|earn(?:ed|s)?|paid)\b[^.;:!?\n\d]{{0,60}}\Z", re.IGNORECASE)


def _is_sum(text: str, found: Mention) -> bool:
    """Whether a number of digits tells how much money something is."""
    if found.value < _FOUR_DIGITS:
        return False  # "double-digit wage rises"
    if text[found.start : found.end].lower().endswith("figures"):
        return _SUM_BEFORE.search(text, max(0, found.left - 100), found.left) is not None
    return _OF_SUM.match(text, found.end) is not None


# "has held rates near zero", "rates will return to zero"; "zero interest", "zero chance"
_RATE_AT = re.compile(
    r"\brates?\b[^.;:!?\n\d]{0,60} (?:around|at|below|above|close to|effectively|from|near|of|practically|to"
    r"|virtually) \Z",
    re.IGNORECASE,
)
_NOTHING_OF = re.compile(r"[- ](?:interest|rates?|chance|likelihood|probability)\b")


def _is_rate_of_nothing(text: str, found: Mention) -> bool:
    """Whether zero is a rate or a likelihood in per cent."""
    said = _RATE_AT.search(text, max(0, found.left - 100), found.left)
    of_it = _NOTHING_OF.match(text, found.right)
    return of_it is not None or (said is not None and not counts(text, found.right))


def _is_margin(around: Around, found: Mention) -> bool:
    """Whether a number of digits says by how many points somebody leads, in a poll or an election."""
    before = around.text[max(0, found.start - 24) : found.start]
    apart = _APART_BEFORE.search(before) or _APART_BEHIND.match(around.text, found.end)
    return apart is not None and (around.is_poll or _ELECTION.search(around.text) is not None)


def _part_or_multiple(around: Around, found: Mention) -> Mention:
    """Give fractions, multiples and "double-digit" their kind."""
    text = around.text
    if found.form == "multiple":
        return _said_multiple(text, found)
    if found.unit is not None:
        return _scaled(found, found.unit.factor)
    if found.form == "figures" and (around.is_poll or _percentages().match(text, found.right)):
        return replace(found, unit=SHARE)
    if found.form == "fraction":
        return _scaled(replace(found, unit=SHARE), Fraction(100))
    return _multiple(text, found)


_OCCASIONS = re.compile(r"(?:twice|thrice)$", re.IGNORECASE)
_COMPARED = re.compile(
    r" (?:as|the|that|those|what|its|their|his|her|my|our|your|more|normal|over)\b",
    re.IGNORECASE,
)


_SIZES = frozenset({"double", "triple", "treble", "quadruple", "quintuple"})
# "is double what it was", not "is doubled"
_IS = re.compile(
    r"\b(?:am|are|be|been|being|is|was|were)"
    r"(?: (?:about|almost|around|less than|more than|nearly|now|over|roughly|still|well)){0,3} \Z"
)


def _said_multiple(text: str, found: Mention) -> Mention:
    """Tell "twice as many" from "met twice", which counts occasions; "double" and "threefold" go up."""
    if not _OCCASIONS.match(text[found.start : found.end]):
        words = text[found.start : found.end]
        if words.lower() in _SIZES and _IS.search(text, max(0, found.start - 40), found.start):
            return replace(found, unit=_TIME)  # how large it is, not how it grew
        return replace(
            found, unit=_TIME, unit_text=words if words.endswith("fold") else found.unit_text, change="up"
        )
    return replace(found, unit=_TIME) if _COMPARED.match(text, found.end) else found


def _multiple(text: str, found: Mention) -> Mention:
    """Read "2.6 times", "three times as many", "5x"."""
    match = _TIMES.match(text, found.right) or (
        _TIMES_PLAIN.match(text, found.right) if found.value.denominator != 1 else None
    )
    if match is None:
        return found
    return replace(found, unit=_TIME, right=match.end(), unit_text=match[0].strip(" -"))


def _scaled(found: Mention, factor: Fraction) -> Mention:
    low = None if found.low is None else found.low * factor
    return replace(found, low=low, high=None if found.high is None else found.high * factor)


def _apart(text: str, mentions: list[Mention]) -> list[Mention]:
    """Cut spans that run into the one before, and drop numbers inside it ("64 cents a dozen")."""
    apart: list[Mention] = []
    for found in mentions:
        end = apart[-1].right if apart else 0
        if found.start < end:
            continue
        blank = len(text[end : found.start]) - len(text[end : found.start].lstrip())
        apart.append(replace(found, left=end + blank) if found.left < end else found)
    return apart


def _number(value: Fraction | None) -> Number | None:
    return None if value is None else plain(value)


def _is_spent(text: str, found: Mention) -> bool:
    """Whether "millions" are money that the text names by its verb alone."""
    if not text[found.start : found.end].lower().endswith(("thousands", "millions", "billions", "trillions")):
        return False
    said = re.escape(text[found.start : found.end])
    if _ENDS_PHRASE.match(text, found.end) and re.search(rf"{said} of (?:dollars|euros|pounds)\b", text):
        return True
    if _IN_MONEY.match(text, found.end):
        return True
    spent = _SPENT_BEFORE.search(text, max(0, found.start - 30), found.start)
    return spent is not None and _NO_NOUN_BEHIND.match(text, found.end) is not None


def _amount(text: str, found: Mention) -> Amount:
    unit = found.unit
    return Amount(
        span=_span(text, found.left, found.right),
        number=_span(text, found.start, found.end),
        low=_number(found.low),
        high=_number(found.high),
        bound=found.bound,
        kind=unit.kind if unit else "count",
        unit=unit.name if unit else None,
        unit_text=found.unit_text,
        per=found.per,
        hedge=found.hedge,
        change=found.change,
    )


def _skipped(text: str, reasons: list[Reason]) -> tuple[Skipped, ...]:
    skipped: list[Skipped] = []
    for why in sorted(reasons, key=lambda reason: (reason.start, reason.end)):
        if not skipped or why.start >= skipped[-1].span.end:
            skipped.append(Skipped(_span(text, why.start, why.end), why.why))
    return tuple(skipped)


def _span(text: str, start: int, end: int) -> Span:
    return Span(text[start:end], start, end)
