"""From text to chains of words that may speak of time.

A chain is a run of words of the vocabulary and of numbers, with nothing but a space, a comma or a hyphen
between them; any other word ends it. Only chains with a word that can carry a time are handed on, so that
most of a text is never looked at twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from addup.calendar_names import ANY_WEEKDAY
from addup.reading.times.vocabulary import HOLIDAYS, WORDS, beside

_HOLIDAYS = "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s") for name in HOLIDAYS)
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"  # "Feb.3", which lost its blank
# What a shape can begin with is asked first: most words of a text are none of those with digits, and a blank
# begins none but a dash between blanks.
SHAPES = re.compile(
    r"""(?x) (?= [^ ] | [ ][-–] ) (?:
      (?=[A-Z]) (?P<holiday> (?<!\w) (?: HOLIDAYS ) (?!\w) )
    | (?=[\d'’`‘½¼¾⅓⅔]) (?:
          (?P<iso> (?<![\w/-]) \d{4}(?P<joint>[-/])\d\d(?P=joint)\d\d (?![\w/-]) )
        | (?P<nine_eleven> (?<![\w/-]) 9/11 (?![\w/-]) )
        | (?P<slashed> (?<![\w/]) \d{1,2}/\d{1,2}/(?:\d{4}|\d\d) (?![\w/]) )
        | (?P<dotted> (?<![\w.]) \d{1,2}\.\d{1,2}\.(?:19|20)\d\d (?!\w|\.\d) )
        | (?P<am_pm> (?<![\w:.]) (?:1[0-2]|0?[1-9]) (?:[.:][0-5]\d)? \s? [ap]m \b )
        | (?P<clock> (?<![\w:.]) (?:[01]?\d|2[0-3]):[0-5]\d (?:[:][0-5]\d)? (?![\w:]) )
        | (?P<two_years> (?<![\w.,/-]) (?:1[5-9]|20)\d\d (?: [-–/]\d\d? | / (?:1[5-9]|20)\d\d )
            (?![\w/-]|\.\d) )
        | (?P<glued_year> (?<=,[ ]) (?:19|20)\d\d (?=[A-Z][a-z]) )
        | (?P<numbered> (?<![\w.,$]) [1-4]Q (?=\W|\Z) )
        | (?P<decade> (?<!\w) (?:['’`‘]|\d\d)?\d0['’]?s \b )
        | (?P<short_year> (?: (?<!\w) | (?<=\bQ\d) ) ['’`‘]\d\d (?![\d%]|['’]?s|\w) )
        | (?P<nth> (?<![\w.,]) \d{1,3}(?:st|nd|rd|th) \b )
        | (?P<fraction> (?<![\w/]) \d/\d (?![\w/]) | [½¼¾⅓⅔] )
        | (?P<number> (?: (?<![\w.,:/$£€#¥+]) (?<!(?<!\w)[-–])
              | (?<= \bFY ) | (?<= (?:MONTHS) \. ) | (?<= Sept\. ) )
            \d+ (?:,\d{3})* (?:\.\d+)? (?![\d%/] | [A-Za-z]\w | \.\d | -\d\d-) )
      )
    | (?P<word> (?: Q[1-4] | H[12] ) \b | FY(?=[ ]?(?:(?:19|20)\d\d|\d\d)\b)
          | [A-Za-z]+ (?: \.[A-Za-z] \b | ['’]clock )* )
    | (?P<possessive> ['’]s? (?!\w) )
    | (?P<hyphen> (?<=\w) [-–] (?=\w) | (?<=\d) [ ][-–][ ] (?=\d{1,2}(?:st|nd|rd|th)?[ ](?:MONTHS|May)) )
    | (?P<comma> , ) )
    """.replace("HOLIDAYS", _HOLIDAYS).replace("MONTHS", _SHORT_MONTHS)
)
CARRIERS = beside("carriers")
# The number words that a spoken year begins with.
OPENS_YEARS = frozenset({17, 18, 19, 20})
# No expression comes near this many words; a table of numbers is cut into chains that cost little.
LONGEST = 60
SPACE = frozenset({"", " ", "  ", "\n", " \n", "\n ", "\xa0", "\t"})
# What may stand between the shapes of a chain: behind a short form its stop does ("Jan. 5").
_GAPS = SPACE | {f".{space}" for space in SPACE}
# Shapes that carry no time by themselves.
_MARKS = frozenset({"comma", "hyphen", "possessive"})


class Lexeme(NamedTuple):
    """One or more words that work as one: their kind, their place in the text, and what they stand for."""

    kind: str
    start: int
    end: int
    value: Any = ""


Chain = list[Lexeme]


def chains(text: str) -> Iterator[Chain]:
    """Give the chains of a text that may speak of time, in reading order."""
    run: list[re.Match[str]] = []
    may_carry, end = False, 0
    for match in SHAPES.finditer(text):
        word = match[0] if match.lastgroup == "word" else None
        if word is not None and word not in KNOWN and not word.endswith(_MONTHS):
            continue
        start = match.start()
        if run and text[end:start] not in _GAPS:
            if may_carry:
                yield from _chains_of(text, run)
            run, may_carry = [], False
        run.append(match)
        may_carry = may_carry or (word not in _LEADING if word is not None else match.lastgroup not in _MARKS)
        end = match.end()
    if may_carry:
        yield from _chains_of(text, run)


def _chains_of(text: str, run: Sequence[re.Match[str]]) -> Iterator[Chain]:
    """Give the chains among shapes that stand together, which may still be parted by a word or a stop."""
    chain: Chain = []
    carries = False
    for match in run:
        lexeme = _lexeme(text, match)
        if lexeme is None:
            continue  # any other word: no blank stands between what is around it
        if chain and (len(chain) == LONGEST or text[chain[-1].end : lexeme.start] not in SPACE):
            if carries:
                yield chain
            chain, carries = [], False
        chain.append(lexeme)
        carries = carries or lexeme.kind in CARRIERS or _opens_year(lexeme)
    if carries:
        yield chain


def _opens_year(lexeme: Lexeme) -> bool:
    return lexeme.kind == "cardinal" and lexeme.value in OPENS_YEARS


def _lexeme(text: str, match: re.Match[str]) -> Lexeme | None:
    shape = match.lastgroup
    start, end = match.span()
    if shape == "word":
        return (_word if text[start:end] in KNOWN else _glued_month)(text, start, end)
    if shape == "glued_year":
        return Lexeme("four", start, end, int(match.group()))
    if shape == "number":
        return _number(text, start, end)
    if shape == "numbered":
        return Lexeme("quarter_code", start, end, int(match.group()[0]))
    if shape == "nth":
        return Lexeme("ordinal", start, end, int(match.group()[:-2]))
    return Lexeme(shape or "", start, end, match.group())


def _word(text: str, start: int, end: int) -> Lexeme | None:
    written = text[start:end]
    if _is_another_word(text, start, end):
        return None
    if written == "second" and _COUNTED_BEFORE.search(text, max(0, start - 16), start):
        return Lexeme("grain", start, end, written)
    if text[end : end + 1] == "." and (entry := WORDS.get(text[start : end + 1])):
        return Lexeme(entry[0], start, end + 1, entry[1])
    found = WORDS.get(written)
    return Lexeme(found[0], start, end, found[1]) if found else _small_month(text, start, end)


# The full names of months, as they stand at the end of a word that lost the blank between.
_MONTHS = tuple(
    word for word, (kind, _) in WORDS.items() if kind == "month" and len(word) > 2 and word.istitle()
)
_DAY_AND_YEAR = re.compile(r" \d{1,2} ?, ?(?:19|20)\d\d")


def _glued_month(text: str, start: int, end: int) -> Lexeme | None:
    """Read the month of a full date that is stuck to the word before it: "... closesMay 7, 2009"."""
    written = text[start:end]
    if not _DAY_AND_YEAR.match(text, end):
        return None
    name = next(month for month in _MONTHS if written.endswith(month))
    return Lexeme("month", end - len(name), end, WORDS[name][1])


# "A 30-second film", "ten-second"; "twenty-second" is a rank.
_ONES = "|".join(word for word, (kind, value) in WORDS.items() if kind == "cardinal" and value < 20)
_COUNTED_BEFORE = re.compile(rf"(?:\d|\b(?:{_ONES}))[-–]$")

# Words that lead to a verb, and units that none of them would have behind "last": "will last 10 days".
_LEADS_TO_VERB = re.compile(
    r"(?:\b(?:can|cannot|could|may|might|must|not|shall|should|to|will|would)|n['’]t|['’]ll)"
    r"(?: (?:even|just|likely|only|probably|still))? $",
    re.IGNORECASE,
)
_UNIT_BEHIND = re.compile(r" (?:[A-Z]|autumn|fall|month|night|quarter|season|spring|summer|week|winter|year)")
# What "two weeks from" counts from; elsewhere "from" parts times, and leads to amounts.
_COUNTED_FROM = re.compile(rf" (?:now|today|tomorrow|next|this|{ANY_WEEKDAY})\b")
_SOON = re.compile(r"(?: time)? soon\b")
_BEFORE_SOON = frozenset({"any", "anytime"})


def _is_another_word(text: str, start: int, end: int) -> bool:
    """Whether what stands around a word of the vocabulary makes it another: "will last", "from 40"."""
    written = text[start:end]
    if written == "last":
        return _is_lasting(text, start, end)
    small = written.lower()
    if small == "from":
        return not _COUNTED_FROM.match(text, end)
    return small in _BEFORE_SOON and not _SOON.match(text, end)


def _is_lasting(text: str, start: int, end: int) -> bool:
    """Whether "last" is a verb by what stands before and behind it."""
    before = text[max(0, start - 20) : start]
    return _LEADS_TO_VERB.search(before) is not None and _UNIT_BEHIND.match(text, end) is None


# Copy that lost its capitals: "on may 19", "dec. 12, 1994", "on 1 may". Without a day beside it a word is
# as likely another, so it is without a word that leads to a date where its letters make one.
DAY_BEHIND = re.compile(r"\.? \d{1,2}(?:st|nd|rd|th)?(?![\w%:/]|[.,]\d| (?:percent|per cent)\b)")
DAY_BEFORE = re.compile(
    r"(?:^|\b(?:on|by|until|from|since|of) (?:the )?)\d{1,2}(?:st|nd|rd|th)?(?: of)? $", re.IGNORECASE
)
LED_TO = re.compile(r"\b(?:on|by|until|from|since|of|ended|ending|due|through|before|after) $", re.IGNORECASE)
VERBS_TOO = frozenset({"may", "march", "mar"})
SMALL_MONTHS = frozenset(
    word.removesuffix(".").lower() for word, (kind, _) in WORDS.items() if kind == "month"
)


# Words that may stand for something, whatever is around them; most words of a text do not, and but for those
# that end with a month are passed over at once.
KNOWN = frozenset({*WORDS, *(word.removesuffix(".") for word in WORDS), *SMALL_MONTHS})
# Those of them that carry no time by themselves, and only lead to what does: "the", "of", "three".
_LEADING = frozenset(
    word
    for word, (kind, value) in WORDS.items()
    if kind not in CARRIERS
    and not (kind == "cardinal" and value in OPENS_YEARS)
    and f"{word}." not in WORDS
    and word not in SMALL_MONTHS
    and word != "second"
)


def _small_month(text: str, start: int, end: int) -> Lexeme | None:
    """Read a month in small letters where a day stands beside it."""
    written = text[start:end]
    if written not in SMALL_MONTHS:
        return None
    found = WORDS.get(written.capitalize()) or WORDS[written.capitalize() + "."]
    before = text[max(0, start - 16) : start]
    behind = DAY_BEHIND.match(text, end)
    led = DAY_BEFORE.search(before) or (behind and (written not in VERBS_TOO or LED_TO.search(before)))
    full = end + (text[end : end + 1] == "." and behind is not None)
    return Lexeme("month", start, full, found[1]) if led else None


# A year before 1500 only where the words around cannot count with it: "set up in 1337 by the king".
_LEADS_TO_YEAR = re.compile(r"\b(?:in|since|until) $", re.IGNORECASE)
_ENDS_YEAR = re.compile(r"[.,;:)]|\s(?:by|when|and|as|after|with|under)\b")


def _is_old_year(text: str, start: int, end: int) -> bool:
    """Whether a number below 1500 is a year."""
    before = text[max(0, start - 6) : start]
    return bool(_LEADS_TO_YEAR.search(before)) and _ENDS_YEAR.match(text, end) is not None


def full_year(short: int) -> int:
    """Give the year that two digits stand for."""
    return short + (2000 if short < 50 else 1900)


def _number(text: str, start: int, end: int) -> Lexeme:
    written = text[start:end]
    value = float(written.replace(",", ""))
    if not written.isdigit():
        return Lexeme("quantity", start, end, value)
    if len(written) == 2 and text[max(0, start - 3) : start].strip() == "FY":
        return Lexeme("four", start, end, full_year(int(value)))
    if len(written) == 4 and (1500 <= value < 2200 or (value >= 1000 and _is_old_year(text, start, end))):
        return Lexeme("four", start, end, int(value))
    return Lexeme("small" if 1 <= value <= 31 and len(written) <= 2 else "digits", start, end, int(value))
