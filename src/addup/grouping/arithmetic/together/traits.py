"""What is told of a figure, and what lies between two, as traits that a network can weigh."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log10

from addup.grouping.arithmetic.said import are_apart, are_kin, is_ratio, stem
from addup.grouping.arithmetic.together.operands import WORD, Operand
from addup.grouping.nouns import is_people, is_person
from addup.grouping.tables import table
from addup.reading.trait_network import words_between

_DEFINITE = re.compile(r"(?:the|its|their|those|these|all|his|her)\b")
_BETWEEN = 90
_OPENING = 40


@dataclass(frozen=True, slots=True)
class Alike:
    """How many figures of one dimension a report has, and the largest of them."""

    many: int
    most: float


def traits_of(one: Operand, text: str, alike: Alike) -> Iterator[str]:
    """Give what is told of a figure; `alike` are all of its dimension in the report."""
    figure, amount = one.figure, one.figure.amount
    yield from ("any", f"sort={one.sort}", f"kind={amount.kind}", f"bound={amount.bound}")
    yield from (f"stance={figure.stance}", f"change={figure.change or amount.change}")
    yield from (f"worded={amount.worded}", f"per={bool(amount.per)}", f"size={_size(one)}{one.sort}")
    yield from (f"before{at}={_word(word)}" for at, word in enumerate(reversed(one.before[-2:])))
    yield from (f"behind{at}={_word(word)}" for at, word in enumerate(one.behind[:2]))
    yield from (f"before={word}" for word in sorted({_word(word) for word in one.before}))
    yield from (f"behind={word}" for word in sorted({_word(word) for word in one.behind}))
    yield from (
        f"in={word}" for word in sorted(set(WORD.findall(figure.span.text.lower()))) if _is_word(word)
    )
    start = figure.sentence[0]
    yield from (f"opens={word}" for word in WORD.findall(text[start : start + _OPENING].lower())[:2])
    if figure.event:
        yield f"deed={one.deed}"
    yield f"noun={one.noun}"
    if one.noun:
        yield f"people={is_people(one.noun)}{is_person(one.noun)}"
        if is_ratio(one.noun):
            yield "ratio"
    if not one.paragraph:
        yield "headline"
    if figure.counted and _DEFINITE.match(figure.counted.text.lower()):
        yield "definite"
    if amount.hedge:
        yield f"hedge={amount.hedge.lower()}"
    if one.value == alike.most:
        yield "most"
    yield f"alike={min(alike.many, 6)}"


def traits_between(one: Operand, other: Operand, text: str, between: Sequence[Operand]) -> Iterator[str]:
    """Give what lies between two figures, as seen from the first; `between` are the operands there."""
    mine, its = one.figure, other.figure
    way = "<" if one.start < other.start else ">"
    apart = abs(one.sentence - other.sentence)
    here = "far" if apart else "here"
    yield from (f"any{way}", f"apart{_steps(apart)}{way}")
    yield f"paragraphs{min(abs(one.paragraph - other.paragraph), 3)}{way}"
    if not apart:
        first, last = (mine, its) if way == "<" else (its, mine)
        yield from _words_between(text[first.span.end : last.span.start], way)
    yield from _of_nouns(one, other, here)
    yield from _of_what_is_said(one, other, here)
    yield from _of_circumstances(one, other, here)
    low, high = sorted((one.place, other.place))
    yield f"figures{min(high - low - 1, 4)}{here}"
    rivals = sum(each.dimension == other.dimension for each in between)
    yield f"rivals{min(rivals, 3)}{here}"
    same = one.dimension == other.dimension
    yield f"sorts={one.sort}{other.sort}{same}"
    if same:
        yield f"ratio={_ratio(one.value / other.value)}"
    if mine.amount.per:
        per = mine.amount.per.lower()
        if other.noun and stem(per) == stem(other.noun):
            yield "per noun"
        if its.amount.unit == per:
            yield "per unit"


def _words_between(between: str, way: str) -> Iterator[str]:
    if len(between) < _BETWEEN:
        words = [_word(word) for word in WORD.findall(between.lower())]
        yield from words_between(words, way, _small())


def _of_nouns(one: Operand, other: Operand, here: str) -> Iterator[str]:
    if one.noun and other.noun:
        same = one.noun == other.noun
        alike = "group" if one.group == other.group else "kin" if are_kin(one.noun, other.noun) else "unlike"
        told = "same" if same else alike
    else:
        told = f"none{not one.noun}{not other.noun}"
    yield from (f"nouns={told}", f"nouns={told}{here}")
    counted = [each.figure.counted.text.lower() if each.figure.counted else "" for each in (one, other)]
    if counted[0] and counted[0] == counted[1]:
        yield "counted alike"
    if one.noun != other.noun:
        if other.noun and not is_people(other.noun) and stem(other.noun) in one.stems:
            yield f"its noun in mine{here}"
        if one.noun and not is_people(one.noun) and stem(one.noun) in other.stems:
            yield f"my noun in its{here}"


def _of_what_is_said(one: Operand, other: Operand, here: str) -> Iterator[str]:
    if one.deed and other.deed:
        yield f"deeds={one.deed == other.deed}{here}"
    else:
        yield "deeds=none"
    if one.deed and one.deed in other.stems:
        yield f"my deed in its{here}"
    if other.deed and other.deed in one.stems:
        yield f"its deed in mine{here}"
    yield f"said{min(len(one.stems & other.stems), 3)}{here}"
    if here == "far":
        yield f"shared{min(len(one.sentence_stems & other.sentence_stems), 4)}"
        yield f"names{min(len(one.names & other.names), 2)}"
        yield f"mine shared{min(len(one.stems & other.sentence_stems), 2)}"
        yield f"its shared{min(len(other.stems & one.sentence_stems), 2)}"


def _of_circumstances(one: Operand, other: Operand, here: str) -> Iterator[str]:
    mine, its = one.figure, other.figure
    if mine.period.known and mine.period == its.period:
        days = "same"
    else:
        meets = mine.period.meets(its.period)
        last, first = mine.period.last, its.period.first
        over = "before" if last is not None and first is not None and last < first else "after"
        days = "open" if meets is None else "meet" if meets else over
    yield f"days={days}{here}"
    places = mine.place, its.place
    where = "same" if places[0] == places[1] else "apart" if are_apart(*places) else "unlike"
    yield f"places={where if all(places) else 'none'}"
    voices = mine.said_by, its.said_by
    alike = "same" if voices[0] == voices[1] else sum(map(bool, voices))
    yield f"voices={alike if any(voices) else 'none'}"
    yield f"stances={mine.stance == its.stance}"


def _size(one: Operand) -> int:
    return int(log10(one.value)) if one.value >= 1 else -1


def _steps(apart: int) -> int:
    return apart if apart < 3 else 3 if apart < 6 else 6


_RATIOS = ((0.05, "<<<"), (0.5, "<<"), (0.97, "<"), (1.03, "="), (2.0, ">"), (20.0, ">>"))


def _ratio(ratio: float) -> str:
    return next((sign for most, sign in _RATIOS if ratio < most), ">>>")


def _is_word(word: str) -> bool:
    return not word[0].isdigit()


def _word(word: str) -> str:
    """Give a word; all numbers are one."""
    return word if _is_word(word) else "#"


@cache
def _small() -> frozenset[str]:
    return frozenset(table("together")["small"]["words"])
