"""So much each, how many there are, and how much it is in all: "64 firms", "$50,000 each", "$3.2 million".

How many there are is told of the same noun, or of any where none is named; what it comes to is a larger
amount in the same unit. The three stand in one sentence or in two that follow each other, or words link
them. Beside them are given all others of the report that could be meant: it tells of several deals, and
prices vary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from addup.grouping.arithmetic.beside import (
    are_one_noun,
    in_one_unit,
    is_one_of,
    is_told,
    sentences_apart,
    stem,
    value,
)
from addup.grouping.arithmetic.rates.apart import holds_more, is_compared
from addup.grouping.arithmetic.rates.each import Rate, is_of_others, rates_told, speeds
from addup.grouping.arithmetic.said import names_of_sentence
from addup.grouping.arithmetic.said import stem as said_stem
from addup.grouping.patterns import phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_THEY = re.compile(r"\b(?:[Tt]hey|[Tt]heir|[Tt]hem|[Tt]hese|[Tt]hose|[Ee]ach|[Ee]very one)\b")
_WINDOW = 2
"""So many sentences may stand between what each has and those who have it, where words link them."""
_OF_THEM = re.compile(
    r"(?:That|This|It)\b[^.,;:\d]{0,24}(?:amounts? to|comes? to|equals|is|makes|means|was|works out)\b"
)
_AND_MORE = re.compile(
    r"([a-z]{3,})(?:,? and|,? plus|,? as well as|,? including) (?:a|an|the|its|other|new|[a-z]+s)\b"
)
_SEVERAL = 5
_CLOSE = 1.25
"""What words near by link to so much each may be of a little more, or less: by no more than so much."""
_UNLIKE = 12
"""What is so many times as much as its number and so much each is of something else: "three shares"."""
_LARGER = 1.5
"""What all have is at least so many times what each has: else the two are of something else."""


@dataclass(frozen=True, slots=True)
class Each:
    """So much each, how many there are, how much it is in all, and what else of the report may be meant."""

    rate: Rate
    count: Figure
    total: Figure
    counts: tuple[Figure, ...]
    totals: tuple[Figure, ...]
    rates: tuple[Rate, ...]


def each_told(reading: Reading) -> Iterator[Each]:
    """Find what a report says of each, of how many, and of all of them."""
    rates = list(rates_told(reading))
    told = (
        [figure for figure in reading.figures if is_told(figure) and _is_no_change(figure)] if rates else []
    )
    for rate in rates:
        counts = [figure for figure in told if _may_count(figure, rate)]
        totals = [figure for figure in told if _may_be_all(figure, rate)]
        wholes = [one for one in totals if not any(one is other.figure for other in rates)]
        text = reading.document.text
        found = _beside(rate, counts, wholes, text) or _linked(rate, counts, wholes, text)
        if found is not None:
            yield Each(rate, *found, tuple(counts), tuple(totals), tuple(rates))


def _is_no_change(figure: Figure) -> bool:
    """Tell whether an amount is not by how much another changed; money that somebody raised is none."""
    return figure.change is None or (figure.amount.kind == "money" and figure.event == "raise")


def _may_count(figure: Figure, rate: Rate) -> bool:
    """Tell whether a figure may say how many there are of that of which each has so much."""
    amount = figure.amount
    if figure is rate.figure or amount.per is not None or value(figure) < 2:
        return False
    if amount.kind == "count" and value(figure) % 1:
        return False  # 23.5 shares are what each warrant is good for
    if rate.noun is None or rate.noun in table("arithmetic")["each"]["heads"]:
        counts = amount.kind == "count" and amount.unit is None
        return counts and (not in_one_unit(figure, rate.figure) or _is_occasion(figure))
    if amount.unit is not None:
        return amount.unit == rate.noun or amount.unit == stem(rate.noun)
    return amount.kind == "count" and is_one_of(figure, rate.noun)


def _may_be_all(figure: Figure, rate: Rate) -> bool:
    """Tell whether a figure may say how much all have of that of which each has so much."""
    if figure is rate.figure or figure.amount.per is not None or value(figure) < _LARGER * value(rate.figure):
        return False
    if figure.amount.kind == "count" and figure.amount.unit is None:
        alike = in_one_unit(figure, rate.figure) or rate.told == "average"
        return rate.figure.amount.kind == "count" and rate.figure.amount.unit is None and alike
    length = speeds().get(rate.figure.amount.unit or "")
    return figure.amount.unit == length if length else in_one_unit(figure, rate.figure)


def _beside(
    rate: Rate, counts: Sequence[Figure], totals: Sequence[Figure], text: str
) -> tuple[Figure, Figure] | None:
    """Give how many there are and how much it is in all, where one of each is told beside so much each."""
    near_counts = [one for one in counts if sentences_apart(text, one, rate.figure) <= 1]
    near_totals = [one for one in totals if sentences_apart(text, one, rate.figure) <= 1]
    if rate.figure.amount.kind == "count" and rate.noun is None and rate.told == "average":
        near_counts = [one for one in near_counts if _is_occasion(one)]
    pairs = [
        (count, total)
        for count in near_counts
        for total in near_totals
        if count is not total
        and len({count.sentence, total.sentence, rate.figure.sentence}) <= 2
        and (count.sentence in (total.sentence, rate.figure.sentence) or rate.noun or rate.told == "most")
        and _is_all(total, count, rate, text)
        and count.period.meets(total.period) is not False
        and not is_of_others(total, text)
        and not holds_more(total, text)
        and not is_compared(total, text)
    ]
    if len({value(total) for _, total in pairs}) > 1:
        pairs = [(count, total) for count, total in pairs if _is_said_of_all(total, totals, text)]
    if rate.noun is None and rate.told == "each":
        pairs = [(count, total) for count, total in pairs if _is_given(count, rate)]
    if len({value(count) for count, _ in pairs}) != 1 or len({value(total) for _, total in pairs}) != 1:
        return None
    return pairs[0]


def _linked(
    rate: Rate, counts: Sequence[Figure], totals: Sequence[Figure], text: str
) -> tuple[Figure, Figure] | None:
    """Give how many there are and how much it is in all, where words in sentences near by link them.

    "All of its 1,200 employees will receive a payment. The average bonus is 2,500 marks. Rolff will spend a
    total of 7.4 million on the bonuses": one count and one amount alone may be meant.
    """
    near_counts = [one for one in counts if _is_near(one, rate, text) and _is_of_them(one, rate, text)]
    near_totals = [one for one in totals if _is_near(one, rate, text) and _is_sum(one, rate, text)]
    if len({value(total) for total in near_totals}) > 1:
        near_totals = [one for one in near_totals if _is_said_of_all(one, totals, text)]
    if len({value(one) for one in near_counts}) != 1 or len({value(one) for one in near_totals}) != 1:
        return None
    count, total = near_counts[0], near_totals[0]
    if count is total or count.period.meets(total.period) is False or is_of_others(total, text):
        return None
    if is_compared(total, text):
        return None
    if _are_of_two(total, rate, text) or _are_of_two(count, rate, text):
        return None
    if rate.noun in table("arithmetic")["products"]["times"] and count.sentence not in (
        rate.figure.sentence,
        total.sentence,
    ):
        return None  # "the first time in 12 years"
    product = value(count) * value(rate.figure)
    apart = max(product / value(total), value(total) / product)
    return (count, total) if _CLOSE < apart < _UNLIKE else None


def _are_of_two(one: Figure, rate: Rate, text: str) -> bool:
    """Tell whether the sentences of two figures name two places or firms: each names another."""
    mine, its = names_of_sentence(one, text), names_of_sentence(rate.figure, text)
    return bool(mine and its) and mine.isdisjoint(its)


def _is_near(figure: Figure, rate: Rate, text: str) -> bool:
    return sentences_apart(text, figure, rate.figure) <= _WINDOW


def _is_of_them(count: Figure, rate: Rate, text: str) -> bool:
    """Tell whether words link those counted with what each has: its noun, a pronoun, or what they get."""
    if rate.noun is not None and rate.noun not in table("arithmetic")["each"]["heads"]:
        return True
    if value(count) < _SEVERAL:
        return False
    before = text[rate.figure.sentence[0] : rate.figure.span.start]
    noun = count.counted.head.lower() if count.counted else ""
    if noun and any(are_one_noun(word, noun) for word in re.findall(r"[A-Za-z]{3,}", before)):
        return True
    thing = _thing(rate)
    if thing and any(
        _is_thing(word, thing) for word in re.findall(r"[a-z]{3,}", text[slice(*count.sentence)])
    ):
        return True
    follows = count.span.end <= rate.figure.sentence[0] and sentences_apart(text, count, rate.figure) <= 1
    return follows and count.amount.kind == "count" and _THEY.search(before) is not None


def _thing(rate: Rate) -> str:
    """Give what each has, if it is no mere amount: a bonus, a fine."""
    head = rate.figure.counted.head.lower() if rate.figure.counted else ""
    return "" if head in table("arithmetic")["each"]["amounts"] else head


def _is_thing(word: str, thing: str) -> bool:
    """Tell whether a word names a thing, or that it is given: "fined 38 boats", of fines."""
    return are_one_noun(word, thing) or said_stem(word) == said_stem(thing)


def _is_sum(total: Figure, rate: Rate, text: str) -> bool:
    """Tell whether words near an amount say that it is of all, and of what each has or who has it."""
    words = text[slice(*total.sentence)]
    if not phrase(*table("arithmetic")["each"]["total"]).search(words) or holds_more(total, text):
        return False
    named = [name for name in (rate.noun, _thing(rate)) if name]
    if any(_is_thing(word, name) for word in _AND_MORE.findall(words) for name in named):
        return False  # "for the trams and a new depot"
    if rate.told == "most" or phrase(*table("arithmetic")["each"]["all"]).search(words):
        return True
    return any(_is_thing(word, name) for word in re.findall(r"[a-z]{3,}", words) for name in named)


def _is_said_of_all(total: Figure, totals: Sequence[Figure], text: str) -> bool:
    """Tell whether a word between an amount and the one before it says that it is that of all."""
    beside = [one.span.end for one in totals if one.sentence == total.sentence]
    start = max([total.sentence[0], *(end for end in beside if end <= total.span.start)])
    return phrase(*table("arithmetic")["each"]["total"]).search(text, start, total.span.end) is not None


def _is_given(count: Figure, rate: Rate) -> bool:
    """Tell whether those counted stand before what each of them has, in one sentence."""
    return count.sentence == rate.figure.sentence and count.span.end <= rate.figure.span.start


def _is_occasion(figure: Figure) -> bool:
    heads = table("arithmetic")["each"]["occasions"]
    return figure.counted is not None and any(are_one_noun(figure.counted.head, head) for head in heads)


def _is_all(total: Figure, count: Figure, rate: Rate, text: str) -> bool:
    """Tell whether an amount is that of all: a word says so, or so much each is said of the two."""
    if phrase(*table("arithmetic")["each"]["total"]).search(text, *total.sentence):
        return True
    if count.sentence != total.sentence:
        return False
    return (
        count.sentence == rate.figure.sentence
        or rate.told != "each"
        or _OF_THEM.match(text, rate.figure.sentence[0]) is not None
    )
