"""Numbers right behind a name that count, and are no part of it: "Coast 50, Workers' Union 44, Liberals 19".

A number behind a capital may be that of a model, a ward or a film. What says that it counts is the sentence:
a list behind a colon that gives each name a number, a place of which is said what was said of another ("… pay
910, and in Darsk 640"), a verb that has no other subject ("in Boca 58 died"), and a genitive that is held
against a number before it ("took 11 votes off Stroud's 904").
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from addup.reading.amounts.grammar import magnitudes
from addup.reading.amounts.mentions import Mention, is_near
from addup.reading.amounts.tables import any_of
from addup.reading.amounts.tallies import NAMED
from addup.reading.amounts.units import unit_after
from addup.reading.amounts.words_around import Around

_REACH = 200  # characters back to the colon of a list, or to a number of the same sentence
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_ENDS = re.compile(r"[.,;)](?!\d)|\s(?:and|but|while)\b|\s*(?:\n|\Z)")


def counts_behind_name(around: Around, found: Mention) -> bool:
    """Whether a number behind a capital says how many, by the sentence around it."""
    text = around.text
    if _is_listed(text, found):
        return True
    sentence = _SENTENCE_END.split(text[max(0, found.start - _REACH) : found.start])[-1]
    if _is_subject(around, found, sentence):
        return True
    if _ENDS.match(text, found.end) is None or not _COUNTS_BEFORE.search(sentence):
        return False
    return _IN_NEXT_PLACE.search(sentence) is not None or _OFF_OTHERS.search(sentence) is not None


# An amount of the same sentence, and no name: "he starred in Rocky 4 and in Alien 3"
_COUNTS_BEFORE = re.compile(r"(?:\b[a-z]+ |[$€£])\d|\d(?:%| [a-z]+s\b)")
# "tenants pay 910, and in Darsk 640", "200 welders and the one at Stord 130"
_IN_NEXT_PLACE = re.compile(rf"(?:[,;]|\b(?:and|but|one|that|those|while)) (?:at|in) {NAMED} \Z")
# "took 11 votes off Jenna Stroud's 904"
_OFF_OTHERS = re.compile(
    r"\b(?:above|against|behind|below|off|than) (?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+['’]s \Z"
)
# "In Boca 58 died": the place is no subject, so that the number must be.
_IN_PLACE = re.compile(rf"(?:\A\s*|[,;] (?:and |but )?)(?:[Aa]t|[Ii]n) {NAMED} \Z")
_OF_ONE = frozenset({"has", "is", "was"})


def _is_subject(around: Around, found: Mention, sentence: str) -> bool:
    """Whether a verb of many stands behind a number that follows nothing but a place."""
    if found.value <= 1 or _IN_PLACE.search(sentence) is None:
        return False
    return is_before_verb_of_many(around, found)


def is_before_verb_of_many(around: Around, found: Mention) -> bool:
    """Whether a finite verb that many may have stands right behind a number."""
    verb = around.token(found.right + 1) if around.text[found.right : found.right + 1] == " " else None
    return verb is not None and verb.tag_ in ("VBD", "VBP") and verb.lower_ not in _OF_ONE


_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_NAMED = r"[^\d,;:!?\n.()]{2,40} "
_BEHIND = r"(?![\w-])(?:%|(?: (?!and\b)[a-z]+){0,3})"
_NEXT = r"(?:, (?:and )?| and |; )"
_ITEMS = re.compile(
    rf" ?{_NAMED}(?:[$€£]\s?)?{_NUMBER}{_BEHIND}(?:{_NEXT}{_NAMED}(?:[$€£]\s?)?{_NUMBER}{_BEHIND})+"
)
_EACH = re.compile(rf"{_NAMED}(?:[$€£]\s?)?(?P<number>{_NUMBER}){_BEHIND}")
_PLAYED = re.compile(
    r"\b(?:coach|final|games?|goals?|league|match(?:es)?|overtime|quarterback|season|scor\w+)\b",
    re.IGNORECASE,
)
_SIDES = 2


def _is_listed(text: str, found: Mention) -> bool:
    """Whether a number is one of a list behind a colon that gives one to each name."""
    colon = text.rfind(":", max(0, found.start - _REACH), found.start)
    return colon >= 0 and found.start in _listed(text, colon)


@lru_cache(maxsize=4)  # asked again for each number of a list
def _listed(text: str, colon: int) -> frozenset[int]:
    """Give where the numbers of a list begin; none for what numbers name, and for results of games."""
    items = _ITEMS.match(text, colon + 1)
    before = _SENTENCE_END.split(text[max(0, colon - _REACH) : colon])[-1]
    if items is None or _numbered().search(before):
        return frozenset()
    pairs = all(len(_EACH.findall(part)) == _SIDES for part in items[0].split(";"))
    if pairs and _PLAYED.search(text):
        return frozenset()
    return frozenset(item.start("number") for item in _EACH.finditer(text, colon + 1, items.end()))


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('numbered', 'words')}s?\b", re.IGNORECASE)


# "27 degrees on Friday and at Horusk 29", "put in 200 million dollars, the company 330"
_OTHER_SAID = re.compile(rf"(?:[,;]|\b(?:and|but|one|that|those|while)) (?:(?:at|in) {NAMED}|the [a-z]+) \Z")
_LONGEST = 60


def with_units_carried(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give what is said of one more in a list, or without a verb, the unit of the number before."""
    carried = list(mentions)
    for index in range(1, len(carried)):
        last, found = carried[index - 1], carried[index]
        if last.unit is None and last.form == "digits":
            carried[index - 1] = last = _of_heading(text, last)
        if found.unit is None and last.unit is not None and found.form == last.form == "digits":
            carried[index] = _carried(text, last, found)
    return carried


# "Rainfall by town, in millimetres: Dunmarra 64, Port Helly 51"
_IN_UNIT = re.compile(r"[,(] ?in(?= [a-z])")


def _of_heading(text: str, found: Mention) -> Mention:
    """Give the first number of a list the unit that is said before its colon."""
    colon = text.rfind(":", max(0, found.start - _LONGEST), found.start)
    if colon < 0 or text.find(",", colon, found.start) >= 0 or not _is_listed(text, found):
        return found
    said = _IN_UNIT.search(_SENTENCE_END.split(text[max(0, colon - _REACH) : colon])[-1])
    beside = unit_after(said.string, said.end(), found.value) if said is not None else None
    return found if beside is None or beside.unit.kind == "duration" else replace(found, unit=beside.unit)


def _carried(text: str, last: Mention, found: Mention) -> Mention:
    gap = text[last.right : found.start]
    other_kind = last.unit is None or last.unit.kind in ("duration", "age") or last.per or last.change
    if other_kind or len(gap) > _LONGEST or _SENTENCE_END.search(gap) or not _ENDS.match(text, found.end):
        return found
    scaled = _with_magnitude_of(text, last, found)
    if not is_near(scaled.value, last.value, within=20):
        return found
    listed = _is_listed(text, found) and _is_listed(text, last)
    return replace(scaled, unit=last.unit) if listed or _OTHER_SAID.search(gap) else found


def _with_magnitude_of(text: str, last: Mention, found: Mention) -> Mention:
    """Give "330" its million behind "200 million dollars"."""
    word = _LARGE.search(text[last.start : last.end])
    if word is None or found.value >= _THOUSAND:
        return found
    value = found.value * magnitudes()[word[0]]
    return replace(found, low=value, high=value)


_LARGE = re.compile(r"(?:million|billion|trillion)\Z")
_THOUSAND = 1000
