"""Numbers of four digits without a comma that count something and are no years: "some 1500 Albanians"."""

from __future__ import annotations

import re

from addup.reading.grammar import SUBJECTS
from addup.reading.times.context import Context
from addup.reading.times.lexemes import Lexeme
from addup.reading.times.vocabulary import beside, one_of

# "In 2015 women voted": no number stands so.
_LEADS_TO_YEAR = frozenset({"in", "since", "during", "until", "till"})
_NOT_BEFORE_YEARS = beside("not_before_years")
_TOLD_AS_TIME = beside("before_years")
_COUNTED = re.compile(rf"\s+(?:{one_of('counted')})\b")
# "1850 French francs"
_CURRENCY = re.compile(rf"\s+[A-Z][a-z]+ (?:{one_of('currencies')})\b")
# "1,846 were hospitalised and 1720 had been discharged": years are not many, and nobody treats them.
_COUNTED_PEOPLE = re.compile(
    rf"\s+(?:are|were|have|(?:(?:had|has)(?: \w+)?(?: been)? )?(?:{one_of('undergone')}))\b"
)
_ANOTHER_YEAR = re.compile(r"\b(?:1\d|20)\d\d(?:,| and|, and| or) $")
# A plural, with up to three words before it: "police officers", "suspected drug smugglers".
_MANY = re.compile(
    r"(?:\s+[A-Za-z-]+){0,3}?\s+(?:[A-Za-z]{2,}[^\Wsu]s|[a-z]*(?:children|men|people|police))\b"
)
_OF_A_YEAR = beside("of_a_year")
_OF_THEM = re.compile(r"\s+(?:(?:out )?of (?:the|them|these|those|its|his|her|their)\b|out of \d)")
_COUNTS_MANY = beside("before_many")
_HEDGED = re.compile(
    rf"\b(?:(?<!since )(?<!until )(?<!in )at least|{one_of('hedges_of_many')}) \Z", re.IGNORECASE
)
# "A crowd of 1700", "a total of 1999"
_OF_SO_MANY = re.compile(rf"\b(?:{one_of('made_of_many')}) of \Z", re.IGNORECASE)
# "Rose to 1820 from 1790"
_MOVED = re.compile(rf"\b(?:{one_of('moves')}) (?:(?:from|to) (?:\d[\d,.]* (?:from|to) )?)?\Z", re.IGNORECASE)
# "Between 1900 and 2000 residents", "going from 1000 to 2000 hires", seen from either number
_FROM_OR_BETWEEN = re.compile(r"\b(?:from|between) (?:(?:1\d|20)\d\d (?:to|and) )?\Z", re.IGNORECASE)
_OTHER_END = re.compile(r" (?:to|and) (?:1\d|20)\d\d\b(?![-.,]\d)")
_YEARS = re.compile(r"\d{4}")
_REACH = 48
_SPOKEN_OF = range(1800, 2100)  # years that news speaks of, of what there was then
_LATELY = 1950
_AROUND = 12  # years around publication, of which anything may be: "the 2016 candidates"
_ROUND = 100
_BEING = frozenset({"be", "become", "remain"})
_OPENING = " \n\t\"'“‘("
_APART = frozenset({"CC", "RB", "WDT", "WP"})
_DATED = beside("dated")


def counts(context: Context, word: Lexeme) -> bool:
    """Whether a number of four digits is of many and not of a year."""
    before = context.word_before(word.start)
    text, end = context.text, word.end
    if (ends := _ends_of_many(context, word)) is not None:
        return ends
    if before in _NOT_BEFORE_YEARS or (before not in _LEADS_TO_YEAR and _COUNTED.match(text, end)):
        return True
    if _CURRENCY.match(text, end) or _is_of_many(context, word, before):
        return True
    return _COUNTED_PEOPLE.match(text, end) is not None and not _goes_on(context, word.start, before)


def _ends_of_many(context: Context, word: Lexeme) -> bool | None:
    """Tell of two numbers "from" or "between" which something is, this one of them, whether they count it.

    Where what they would count is a subject, and either may be a year, they are years: "between 1990 and 2000
    prices doubled". None is for a number that does not stand so.
    """
    lead = _FROM_OR_BETWEEN.search(context.text, max(0, word.start - _REACH), word.start)
    if lead is None:
        return None
    other = _OTHER_END.match(context.text, word.end)
    end = other.end() if other else word.end
    many = _MANY.match(context.text, end)
    if many is None or not _is_before_many(context, end):
        return None
    plural = context.surroundings.token(many.end() - 1)
    first = context.surroundings.token(end + 1)
    if not all(each.tag_.startswith(("JJ", "NN", "VBN")) for each in plural.doc[first.i : plural.i]):
        return None
    years = map(int, _YEARS.findall(context.text, lead.start(), end))
    return plural.dep_ not in SUBJECTS or not any(year in _SPOKEN_OF for year in years)


def _is_of_many(context: Context, word: Lexeme, before: str) -> bool:
    """Whether what stands before a number makes it one of many: "up to 1800", "captured 1640"."""
    text, start, end = context.text, word.start, word.end
    lead = max(0, start - _REACH), start
    if _HEDGED.search(text, *lead) or _OF_SO_MANY.search(text, *lead):
        return True
    many = _is_before_many(context, end)
    if many and (before in _COUNTS_MANY or (before == "of" and word.value not in _SPOKEN_OF)):
        return True
    if _is_near(context, word.value):
        return False
    if _MOVED.search(text, *lead):
        return True
    return not _goes_on(context, start, before) and _is_told_of(context, word, many=many)


def _is_told_of(context: Context, word: Lexeme, *, many: bool) -> bool:
    """Whether a number, of a year long ago or of many, stands like one of many: "killed 1600"."""
    kind = _kind_before(context, word.start)
    if kind == "verb" or _OF_THEM.match(context.text, word.end):
        return True
    return many and kind == "none"


def _is_before_many(context: Context, end: int) -> bool:
    """Whether a plural follows that may be counted: not "2016 presidential candidates"."""
    many = _MANY.match(context.text, end)
    if many is None or not _OF_A_YEAR.isdisjoint(many[0].lower().split()):
        return False
    return not context.surroundings.token(many.end() - 1).tag_.startswith("VB")


def _is_near(context: Context, number: int) -> bool:
    """Whether a number is also a year of which news of that day may speak by the way."""
    if number % _ROUND == 0:
        return False
    if context.published is None:
        return _LATELY <= number < _SPOKEN_OF.stop
    return abs(number - context.published.year) <= _AROUND


def _kind_before(context: Context, start: int) -> str:
    """Tell what is before a number: a "verb" ("killed 1600"), an "other" word of its phrase, or "none"."""
    before = context.text[max(0, start - _REACH) : start]
    if not before.rstrip(_OPENING):
        return "none"
    token = context.surroundings.token(start - 1 - len(before) + len(before.rstrip()))
    if token.tag_.startswith("VB"):
        return "other" if token.lemma_ in _BEING or token.lower_ in _DATED else "verb"
    says_that = token.lower_ == "that" and token.tag_ == "IN"
    return "none" if token.is_punct or token.is_space or token.tag_ in _APART or says_that else "other"


def _goes_on(context: Context, start: int, before: str) -> bool:
    """Whether what stands before a number makes a year of it: "in 2015", "1984 and 1985"."""
    return (
        before in _TOLD_AS_TIME or _ANOTHER_YEAR.search(context.text, max(0, start - 12), start) is not None
    )
