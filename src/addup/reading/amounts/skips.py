"""Why a number is no figure: a name, a rank, a score, a phone number, the pronoun "one", an idiom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.ones import is_pronoun
from addup.reading.amounts.tables import either, table
from addup.reading.amounts.words_around import Around


@dataclass(frozen=True, slots=True)
class Reason:
    """A number that is left out: the whole expression that it is part of, and why."""

    start: int
    end: int
    why: str


_PHONE = re.compile(
    r"(?:\+\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}\b|1-8\d\d-[\dA-Z-]{7,}|\b\d{3}-\d{4}\b(?!-)"
)
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\b\.?|GMT|hours\b)|\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\s?[ap]\.?m\b\.?|\d{1,2} o['’]clock"
)
_ADDRESS = re.compile(r"\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.'’]*\s){1,3}?(?P<street>[A-Z][\w.]*)")
_SCORE = re.compile(r"\d{1,3}\s?[-–]\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?![\w-]|,\d)|\d+-for-\d+")
_VOTE = re.compile(
    r"\b(?:vote[ds]?|voting|ruled|ruling|passed|approved|rejected|decision|majority|split|margin|by an?)\b[^.]{0,25}$",
    re.IGNORECASE,
)
_VOTE_BEHIND = re.compile(r"[ -](?:vote|ruling|decision|majority|split|margin|party|opinion)")
_PLURAL_DECADE = re.compile(r"['’]?s\b")


@cache
def _idioms() -> re.Pattern[str]:
    names = table("names")["idioms"]
    return re.compile(rf"{either(names['words'])}(?![\w-])", re.IGNORECASE)


@cache
def _idiom_before() -> re.Pattern[str]:
    return re.compile(rf"\b{either(table('names')['idioms']['before'])}[ -]$", re.IGNORECASE)


@cache
def _named_by() -> re.Pattern[str]:
    rows = table("names")["always"]
    groups = "|".join(f"(?P<_{index}>{either(words)})" for index, words in enumerate(rows.values()))
    return re.compile(rf"(?<![\w.])(?:{groups})\s?$", re.IGNORECASE)


def reason(around: Around, found: Mention) -> Reason | None:
    """Say why a number is no figure, None if it is one."""
    for check in (_ordinal, _phone, _clock, _glued, _idiom, _pronoun, _named, _score, _half):
        why = check(around, found)
        if why is not None:
            return why
    return None


def _ordinal(around: Around, found: Mention) -> Reason | None:
    return Reason(found.start, found.end, "rank") if found.form == "ordinal" else None


def _phone(around: Around, found: Mention) -> Reason | None:
    if found.form != "digits":
        return None
    start = found.start - (around.text[found.start - 1 : found.start] in ("(", "+"))
    match = _PHONE.match(around.text, start)
    return Reason(start, match.end(), "phone") if match and found.left == found.start else None


def _clock(around: Around, found: Mention) -> Reason | None:
    match = (
        _CLOCK.match(around.text, found.start)
        if found.form == "digits" and found.left == found.start
        else None
    )
    return Reason(found.start, match.end(), "clock time") if match else None


def _glued(around: Around, found: Mention) -> Reason | None:
    """Find names written in one with their number: "F-16", "5G", "787s", "3.1.4", addresses of the web."""
    if found.left != found.start:
        return None
    text, start, end = around.text, found.start, found.right
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
    chunk = re.compile(r"[\w.,:/@&%+-]*").match(text, end)
    tail = re.sub(r"[.,:;-]+$", "", chunk[0] if chunk else "")
    head_start = start
    while head_start and (text[head_start - 1].isalnum() or text[head_start - 1] in "-./@:_#&"):
        head_start -= 1
    head = text[head_start:start]
    whole = Reason(head_start, end + len(tail), "name")
    if "@" in head + tail or "://" in head or head.lower().startswith("www."):
        return whole
    if re.search(r"[^\W\d_]$", head) or (re.search(r"[^\W\d_][-–]$", head) and not around.follows(found)):
        return (
            None
            if re.fullmatch(r"(?:minus|plus|mid|non|about|nearly|under|over)-", head.lower()) and found.unit
            else whole
        )
    if behind.isalpha() and found.form == "digits" and not re.match(r"(?:ish|plus|strong|x\b)", text[end:]):
        years = _PLURAL_DECADE.match(text, end) is not None and found.value % 10 == 0
        return Reason(whole.start, whole.end, "date") if years else whole
    if (
        re.fullmatch(r"(?:\.\d+){2,}|(?:-[A-Z\d]+)*-[A-Z]\w*", tail)
        and found.unit is None
        and found.form == "digits"
        and not re.fullmatch(r"-[A-Z][a-z]+", tail)
    ):
        return whole
    return None


def _idiom(around: Around, found: Mention) -> Reason | None:
    match = _idioms().match(around.text, found.start)
    if match is not None and not (found.right > match.end()):
        return Reason(found.start, max(match.end(), found.end), "idiom")
    if found.form == "words" and _idiom_before().search(around.text, max(0, found.start - 12), found.start):
        return Reason(found.start, found.end, "idiom")
    return None


def _pronoun(around: Around, found: Mention) -> Reason | None:
    is_one = found.form == "words" and around.text[found.start : found.end].lower() == "one"
    return Reason(found.start, found.end, "pronoun") if is_one and is_pronoun(around, found) else None


def _named(around: Around, found: Mention) -> Reason | None:
    """Find numbers that name: "Boeing 747", "Article 5", "No. 2", "Group of Seven", "12 Main Street"."""
    text = around.text
    if found.unit is not None or found.form not in ("digits", "words"):
        return None
    before = text[max(0, found.start - 24) : found.start]
    match = _named_by().search(before)
    if match is not None:
        whys = list(table("names")["always"])
        why = whys[int((match.lastgroup or "_0")[1:])]
        label = match[0].strip().lower()
        why = (
            "rank"
            if label in ("no.", "number") and not re.match(r"\d{3,}|\d+[-:]", text[found.start :])
            else why
        )
        return (
            None
            if label == "number" and found.value >= 100 and before[-7:].islower() and False
            else Reason(found.start, found.end, why)
        )
    if found.form == "words":
        return _name_in_words(around, found, before)
    if _is_address(text, found) or _is_model(around, found, before):
        return Reason(found.start, found.end, "name")
    return None


def _name_in_words(around: Around, found: Mention, before: str) -> Reason | None:
    """Find "Group of Seven", "Formula One", "the Big Three": capitals on the number and before it."""
    capital = around.text[found.start].isupper() and not around.text[found.start : found.end].isupper()
    led = re.search(r"\b[A-Z][\w'’]*\s(?:of\s)?$", before) and not re.search(r"[.!?:]\s$", before)
    counted = re.compile(r"[ -][a-z]").match(around.text, found.right)
    return Reason(found.start, found.end, "name") if capital and led and not counted else None


def _is_address(text: str, found: Mention) -> bool:
    match = _ADDRESS.match(text, found.end)
    return match is not None and match["street"].lower() in table("names")["streets"]["words"]


def _is_model(around: Around, found: Mention, before: str) -> bool:
    """Whether a capitalised word, or one of the nouns that take numbers, stands before a bare number."""
    text = around.text
    if not text[found.start : found.end].isdigit() or found.left != found.start or found.right != found.end:
        return False
    match = re.search(r"(?P<word>[^\W\d_][\w&'’-]*)\s$", before)
    if match is None or around.in_time(found.start - 2):
        return False
    word = match["word"]
    counted = around.counts_something(found)
    if word.lower() in table("names")["before"]["name"]:
        return word[0].isupper() or not counted
    opens = around.opens_sentence(found.start - len(match[0]))
    return (
        word[0].isupper()
        and not counted
        and not around.is_function_word(found.start - len(match[0]), word, opens=opens)
    )


def _score(around: Around, found: Mention) -> Reason | None:
    match = _SCORE.match(around.text, found.start)
    if match is None or found.unit is not None or found.form != "digits" or found.end >= match.end():
        return None
    before = around.text[max(0, found.start - 40) : found.start]
    if _VOTE_BEHIND.match(around.text, match.end()) or (_VOTE.search(before) and not _SPORT.search(before)):
        return None
    return Reason(found.start, match.end(), "score")


_SPORT = re.compile(r"\b(?:won|beat|lost|win|defeat\w*|victor\w+|draw|drew|game|match)\b", re.IGNORECASE)
_HALF_NOUN = re.compile(
    r"(?:\b(?:first|second|latter|other|top|bottom|better|early|late|opening|closing|third|1st|2nd|this|last|each)[ -])$",
    re.IGNORECASE,
)
_HALF_OF = re.compile(
    r" (?:of|the|its|their|his|her|our|my|your|a|an|that|those|these|this|as|all|what|were|was|are|is|have|had|has|said|say|says"
    r"|will|would|to|more|less|again|or|and|off|price|full|empty|in|from|on|by|for|who|do|did|came|went|believe\w*|think|live\w*|now)\b|[.,;:)%?!-]|$"
)


def _half(around: Around, found: Mention) -> Reason | None:
    """Tell "half of them" from "the second half" and "half-hearted"; "a third man" from "a third of the men"."""
    if found.form != "fraction" or found.unit is not None:
        return None
    text, words = around.text, around.text[found.start : found.end].lower()
    before = text[max(0, found.start - 12) : found.start]
    if words == "half":
        plain = _HALF_OF.match(text, found.end) or re.search(r"\bto $", before)
        return Reason(found.start, found.end, "idiom") if _HALF_NOUN.search(before) or not plain else None
    if re.fullmatch(r"an? \w+", words):
        share = re.compile(
            r" (?:of|off|more|less|fewer|higher|lower|as|were|was|are|is|have|had|said|in|from|to|the)\b|[.,;:)]|$"
        )
        return (
            None
            if share.match(text, found.end) and words != "a second"
            else Reason(found.start, found.end, "rank")
        )
    return None
