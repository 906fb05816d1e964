"""Finding the time expressions of a text, and what each of them means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc

from addup.reading.text import text_of
from addup.reading.times import calendar
from addup.reading.times.bulletins import bulletins
from addup.reading.times.cascade import Rules, reduce, signature
from addup.reading.times.clock import clock, day_times
from addup.reading.times.composed import composed
from addup.reading.times.context import Context
from addup.reading.times.dateline import reference_day
from addup.reading.times.dates import dates
from addup.reading.times.fiscal import LAST_QUARTER, days_of, first_of, fiscal_year
from addup.reading.times.holidays import holidays
from addup.reading.times.lengths import closing_of, lengths, opening_of, spans
from addup.reading.times.lexemes import Chain, Lexeme, chains
from addup.reading.times.meaning import OF_THE_CLOCK, Length, Meaning, of_unit
from addup.reading.times.numbers import numbers
from addup.reading.times.references import references
from addup.reading.times.relative import relative, shifts
from addup.reading.times.repeated import repeated
from addup.reading.times.reporting import reporting
from addup.reading.times.surroundings import Surroundings
from addup.reading.times.years import years
from addup.records import Period, Span, Time

# The layers in the order in which they work on a chain; True: again until nothing changes.
CASCADE: tuple[tuple[Rules, bool], ...] = (
    (numbers, True),
    (clock, False),
    (holidays, False),
    (bulletins, False),
    (lengths, True),
    (repeated, False),
    (relative, False),
    (dates, False),
    (years, False),
    (reporting, False),
    (composed, True),
    (shifts, False),
    (composed, True),
    (day_times, False),
    (spans, False),
    (references, False),
)
MADE = frozenset({"point", "time_point", "span"})
# "USA Today", "This Week With ...": such a word with a capital within a sentence is part of a name.
LAST = re.compile(r"(?:the )?(?:last|final|closing)\b", re.IGNORECASE)
IN_A_NAME = re.compile(
    r"[\w,] (?:Today|TODAY|Tomorrow|Tonight|Now|Recent|Current|Our|The Future|This (?:Week|Morning)|Daily)\b"
    r"|.[\"“`']This (?:Week|Morning)\b"
)
# In a headline with capitals throughout such words are none: "Lind Is Now Free", "What To Know For Today".
IN_A_TITLE = re.compile(
    r"\b(?:Are|And|But|By|Can|Could|For|From|Had|Has|Have|Is|May|Must|Not|Should|To|Until|Was|Were|Will) $"
)
# "the Sunday Mirror" is a paper, whatever the day.
PAPER = re.compile(
    r"Sunday (?:Business|Express|Herald|Independent|Mail|Mercury|Mirror|Nation|News|People|Post|Star|Sun"
    r"|Telegraph|Times|Tribune|World)\b"
)
# "the third-quarter loss", "a several-year tenure": the determiner is the noun's, not the time's.
ADJECTIVE = re.compile(
    r"((?:the|its|their|his|her|our|your|an?)\s+)(?:\S+\s+)*\w+-(?:century|decade|quarter|year|month|week|day|hour|minute|second|ago|earlier)$"
    r"|((?:the|its|their|his|her|our|your|an?)\s+)(?:decade|year|month|week|day|hour)s?-?long$",
    re.IGNORECASE,
)
ENDED = re.compile(r",? (?:(?:that |which )?(ended|ending|ends)(?: in| on)?|to|through) ")
STARTED = re.compile(r",? (?:that |which )?(?:began|begins|beginning|started|starting|starts)(?: in| on)? ")
FISCAL = re.compile(r"(?:budget|financial|fiscal)\b", re.IGNORECASE)
# What a length is counted from: "after the quake of", "before the".
FROM_EVENT = re.compile(
    r" (after|before) (?:(?:an?|the|his|her|its|their)(?: [\w'’-]+){1,4} (?:of|on) (?:the )?|(?:the|its) )"
)
# Leads to an amount that another is held against, with the amount up to its time.
HELD_AGAINST = re.compile(r"\b(?:against|from|than|versus|with)(?: [^\s.,;]+){1,4} $")
# "This year through May" is the year of the calendar, "its quarter ended May 30" the firm's own.
EDGE = re.compile(r"\b(?:beginning|close|end|middle|start|turn) of\b", re.IGNORECASE)
OF_ITS_OWN = re.compile(r"(?:the|its|their|a)\b|(?:\w+ )?fiscal\b", re.IGNORECASE)
NAMED = re.compile(r"(?:this|last|next)\b", re.IGNORECASE)
PAIRED = re.compile(r" (?:and|to|or|through|until) |\s?[-–—]\s?")
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
ROUND = {"day": 7, "month": 12}
"""After how many of them weekdays and months come round."""
_LED_BY = re.compile(r"\b(from|between)\s+$", re.IGNORECASE)
_LEAD_REACH = 12
HAS_YEAR = re.compile(r"(?:1\d|20)\d\d|/\d\d$|\b(?:last|this|next|that) year\b")
HAVE_YEARS = ("day", "month", "quarter", "season", "half")
# A day of publication outside these years is a slip of the metadata and is not counted from.
PLAUSIBLE = range(1000, 3000)
Found = tuple[int, int, Meaning]
POINTING_BACK = frozenset({"before", "earlier", "following", "later"})
AMOUNTS = frozenset({"cardinal", "digits", "small"})


def find_times(doc: Doc, published: date | None) -> tuple[Time, ...]:
    """Give the time expressions of a document in reading order.

    `published` is the day that relative times are counted from. Without it the day of a dateline written in
    the text serves; where there is none either, relative times have no value and no period.
    """
    text = text_of(doc)
    day = published or reference_day(text)
    context = Context(text, day if day and day.year in PLAUSIBLE else None, Surroundings(doc))
    found = list(_meanings(context))
    return tuple(
        Time(
            Span(text[start:end], start, end),
            meaning.type,
            meaning.value,
            days_of(context, meaning, text[start:end]),
        )
        for start, end, meaning in found
    )


def _meanings(context: Context) -> Iterator[Found]:
    held: Found | None = None
    for chain in chains(context.text):
        for start, end, read in _read(chain, context):
            before = held
            meaning = read if held is None else _in_year_before(context, held, start, read)
            if held is not None:
                held = _in_order(context, held, (start, end, meaning))
                before = held = _in_one_year(context, held, (start, end, meaning))
                held = _started(context, _ended(context, held, start, meaning), start, meaning)
                held = _counted_from(context, held, start, meaning)
                yield held
            held = (start, end, meaning)
            context.note_opening(meaning, start)
            context.note_full(meaning, start, end)
            if not _is_of_comparison(context.text, start, end):
                context.remember(meaning)
                if before is not None:
                    _note_stretch(context, before, start, meaning)
                context.is_opening = context.word_before(start) == "since"
    if held is not None:
        yield held


def _is_of_comparison(text: str, start: int, end: int) -> bool:
    """Whether a time only says when an amount was so that another is held against: "from 9 a week earlier".

    What is told goes on at the time told of before.
    """
    return (
        text.endswith("earlier", start, end)
        and HELD_AGAINST.search(text, max(0, start - 60), start) is not None
    )


def _read(chain: Chain, context: Context) -> Iterator[Found]:
    """Give the times of a chain of words.

    What counts from one before it is read when that is known: "40 in 2012 and 12 the year before".
    """
    words, kinds = list(chain), signature(chain)
    for layer, again in CASCADE:
        before, kinds = kinds, reduce(chain, kinds, layer, context)
        while again and kinds != before:
            before, kinds = kinds, reduce(chain, kinds, layer, context)
    for index, lexeme in enumerate(chain):
        if lexeme.kind in MADE:
            start = lexeme.start
            named = IN_A_NAME.match(context.text[max(0, start - 2) : lexeme.end])
            named = named if named and not IN_A_TITLE.search(context.text, max(0, start - 8), start) else None
            if named or PAPER.match(context.text, start):
                continue
            if determiner := ADJECTIVE.match(context.text, start, lexeme.end):
                start = determiner.end(determiner.lastindex or 0)
            yield start, lexeme.end, _part(context, lexeme, chain[index + 1 : index + 3])
            behind = [word for word in words if word.start >= lexeme.end]
            if _counts_from_before(behind):
                yield from _read(behind, context)
                return


def _counts_from_before(words: Chain) -> bool:
    """Whether behind a time stands an amount with a time counted from it: "and 12 the next year"."""
    points = next((index for index, word in enumerate(words) if word.kind in POINTING_BACK), 0)
    return any(word.kind in AMOUNTS for word in words[:points])


def _part(context: Context, lexeme: Lexeme, behind: Chain) -> Meaning:
    """Put "the first nine months" and "the last week" into the year that "of 1997" names behind it."""
    meaning: Meaning = lexeme.value
    if meaning.reach is None or [word.kind for word in behind] != ["of", "point"]:
        return meaning
    whole: Meaning = behind[1].value
    if whole.unit is None or not whole.period.known or meaning.reach.grain in OF_THE_CLOCK:
        return meaning
    is_last = LAST.match(context.text, lexeme.start) is not None
    return replace(meaning, period=(closing_of if is_last else opening_of)(whole.unit, meaning.reach))


def _in_one_year(context: Context, held: Found, later: Found) -> Found:
    """Put "May" of "between May and August 2021" into the year that is named once for both."""
    begin, end, meaning = held
    unit, other = meaning.unit, later[2].unit
    if unit is None or other is None or unit.grain != other.grain or unit.grain not in HAVE_YEARS:
        return held
    named = HAS_YEAR.search(context.text, *later[:2]) and not HAS_YEAR.search(context.text, begin, end)
    if not named or not PAIRED.fullmatch(context.text, end, later[0]):
        return held
    moved = unit.shift_years(other.first.year - unit.first.year)
    moved = moved if moved.index < other.index else moved.shift_years(-1)
    return begin, end, of_unit(moved)


def _in_order(context: Context, held: Found, later: Found) -> Found:
    """Put "Monday" of "from Monday to Sunday", "January" of "from January to May" before that end."""
    begin, end, meaning = held
    unit, other = meaning.unit, later[2].unit
    if unit is None or other is None or not _are_two_ends(context, held, later[0]):
        return held
    around = ROUND.get(unit.grain, 0) if unit.grain == other.grain else 0
    bare = not HAS_YEAR.search(context.text, begin, end) and not meaning.floating
    if unit.grain == "day":
        bare = WEEKDAY.fullmatch(context.text, begin, end) is not None
    over = unit.index - other.index
    return (begin, end, of_unit(unit.shift(-around))) if bare and 0 < over < around else held


def _are_two_ends(context: Context, held: Found, start: int) -> bool:
    """Whether "from" or "between" leads to a time, and what joins it to the one that begins behind it."""
    led = led_by(context.text, held[0]) is not None
    return led and PAIRED.fullmatch(context.text, held[1], start) is not None


def led_by(text: str, start: int) -> str | None:
    """Give the word that leads to the first end of a stretch which begins there: "from" or "between"."""
    lead = _LED_BY.search(text, max(0, start - _LEAD_REACH), start)
    return lead[1].lower() if lead is not None else None


def _note_stretch(context: Context, held: Found, start: int, meaning: Meaning) -> None:
    """Keep "between July and September" as the stretch told of, which "the same months" then are."""
    unit, other = held[2].unit, meaning.unit
    if unit is None or other is None or not unit.grain == other.grain == "month" or unit.index >= other.index:
        return
    if not _are_two_ends(context, held, start):
        return
    quarter = calendar.containing(unit.first, "quarter")
    if (quarter.first, quarter.last) == (unit.first, other.last):
        context.remember(of_unit(quarter))
    else:
        months = Length(other.index - unit.index + 1, "month")
        context.remember(Meaning("DURATION", None, Period(unit.first, other.last), reach=months))


def _in_year_before(context: Context, held: Found, start: int, meaning: Meaning) -> Meaning:
    """Put "August" of "this year through August" into the year that it goes on from."""
    year, unit = held[2].unit, meaning.unit
    if year is None or unit is None or year.grain != "year" or unit.grain not in ("day", "month"):
        return meaning
    if context.text[held[1] : start] != " through " or meaning.floating:
        return meaning
    return of_unit(unit.shift_years(year.first.year - unit.first.year))


def _ended(context: Context, held: Found, start: int, end_point: Meaning) -> Found:
    """Give "the quarter ended Sept. 30", "the three months to March", "this year through May" their days."""
    begin, end, meaning = held
    unit = end_point.unit
    joint = ENDED.fullmatch(context.text, end, start)
    if joint is None or unit is None or end_point.floating or unit.grain not in ("day", "month"):
        return held
    if EDGE.search(context.text, begin, end):
        return held  # "from the start of the year to the end of March"
    if meaning.unit is not None and not OF_ITS_OWN.match(context.text, begin):
        return begin, end, _through(meaning, meaning.unit, unit.last)
    length = _own_length(meaning, said_to_end=joint[1] is not None)
    first = length and first_of(unit.last, *length)
    if length is None or first is None:
        return held
    if length == (1, "year"):  # a year of its own, not that of the calendar
        context.fiscal_year = Period(first, unit.last)
        if not NAMED.match(context.text, begin):
            meaning = Meaning("DURATION", "P1Y", reach=Length(1, "year"))
    meaning = replace(meaning, period=Period(first, unit.last))
    if meaning.unit is not None:
        context.fiscal[meaning.unit] = meaning.period
        if meaning.unit.index % 4 == LAST_QUARTER and context.fiscal_year == Period():
            context.fiscal_year = fiscal_year(unit.last, unit.last.year)
    context.remember(meaning)
    return begin, end, meaning


def _started(context: Context, held: Found, start: int, start_point: Meaning) -> Found:
    """Give "the fiscal year that begins on July 1" its days."""
    begin, end, meaning = held
    unit = start_point.unit
    if unit is None or start_point.floating or unit.grain not in ("day", "month"):
        return held
    if not STARTED.fullmatch(context.text, end, start) or not FISCAL.search(context.text, begin, end):
        return held
    behind = calendar.add(unit.first, 1, "year")
    if behind is None or _own_length(meaning, said_to_end=True) != (1, "year"):
        return held
    meaning = replace(meaning, period=Period(unit.first, behind - timedelta(days=1)))
    context.fiscal_year = meaning.period
    context.remember(meaning)
    return begin, end, meaning


def _counted_from(context: Context, held: Found, start: int, base: Meaning) -> Found:
    """Give "three days" of "three days after the quake of May 7" its day."""
    begin, end, meaning = held
    joint = FROM_EVENT.fullmatch(context.text, end, start)
    length = meaning.reach.whole if meaning.reach is not None else None
    if joint is None or length is None or base.unit is None or base.floating or base.unit.grain != "day":
        return held
    count, grain = length
    day = calendar.add(base.unit.first, count if joint[1] == "after" else -count, grain)
    if day is None or grain in OF_THE_CLOCK:
        return held
    return begin, end, replace(meaning, period=Period(day, day))


def _through(meaning: Meaning, year: calendar.Unit, last: date) -> Meaning:
    """Cut "this year" off at the end that "through August" gives it."""
    if year.grain != "year" or not year.first <= last <= year.last:
        return meaning
    return replace(meaning, period=Period(year.first, last))


def _own_length(meaning: Meaning, *, said_to_end: bool) -> tuple[int, str] | None:
    """Give the count and grain of a stretch that an end may be named for; "to" and "through" end fewer."""
    length = meaning.reach or (Length(1, meaning.unit.grain) if meaning.unit is not None else None)
    if meaning.reach is not None and meaning.reach.grain == "day":
        return meaning.reach.whole  # "the seven days to Sunday"
    may_end = ("week", "month", "quarter", "year") if said_to_end else ("week", "month", "year")
    return length.whole if length is not None and length.grain in may_end else None
