"""So much each, how many there are, and how much it is in all: "64 firms", "$50,000 each", "$3.2 million".

An amount is one of each where it says of what ("$12 a share", "averaging $210,000 per dairy"), where a word
says so ("each", "apiece", "on average"), or where "every fisherman" receives it. How many there are is told
of the same noun, or of any where none is named; what it comes to is a larger amount in the same unit. The
three stand in one sentence or in two that follow each other. Beside them are given all others of the report
that could be meant: it tells of several deals, and prices vary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from addup.grouping.arithmetic.beside import (
    are_one_noun,
    in_one_unit,
    is_one_of,
    is_told,
    sentences_apart,
    stem,
    value,
)
from addup.grouping.arithmetic.said import names_of_sentence
from addup.grouping.arithmetic.said import stem as said_stem
from addup.grouping.patterns import alternatives, as_written, may_hold, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_HINTS = ("each", "every", "apiece", "average", "averaging", " a ", " an ", " per ", "no ", "none", "not one")
_A = re.compile(
    r"\s(?:a|an|per|for each|for every|for a)\s(?:single\s|outstanding\s)?"
    r"(?:(?:[A-Z][\w’'-]+\s){1,3})?([a-z][a-z-]+)"
)
_A_ONE = re.compile(
    r"\b(?:[Aa]n?|[Aa]ny) (?:[a-z]+ )?([a-z]+) (?:can|may|could|will be able to|is entitled to) "
    r"(?:get|receive|apply for|be given|claim|borrow|be paid|donate|give|win)\b"
)
_THEY = re.compile(r"\b(?:[Tt]hey|[Tt]heir|[Tt]hem|[Tt]hese|[Tt]hose|[Ee]ach|[Ee]very one)\b")
_THEM = frozenset({"them", "these", "those", "whom"})
_WINDOW = 2
"""So many sentences may stand between what each has and those who have it, where words link them."""
_OF_THEM = re.compile(
    r"(?:That|This|It)\b[^.,;:\d]{0,24}(?:amounts? to|comes? to|equals|is|makes|means|was|works out)\b"
)
_OR = ", or "
_AND_MORE = re.compile(
    r"([a-z]{3,})(?:,? and|,? plus|,? as well as|,? including) (?:a|an|the|its|other|new|[a-z]+s)\b"
)
_NEXT_CLAUSE = re.compile(r"[;:]|,? (?:and|but|while) (?=[A-Z]|(?:it|the|they|he|she)\b)")
_NO_MORE = re.compile(
    r"\b(?:no|nothing|nobody|none|without any) (?:other|others|another|else)\b", re.IGNORECASE
)
_SEVERAL = 5
_CLOSE = 1.25
"""What words near by link to so much each may be of a little more, or less: by no more than so much."""
_UNLIKE = 12
"""What is so many times as much as its number and so much each is of something else: "three shares"."""
_LARGER = 1.5
"""What all have is at least so many times what each has: else the two are of something else."""
Told = Literal["each", "average", "most"]


@dataclass(frozen=True, slots=True)
class Rate:
    """So much of each: the figure, the noun of that which has as much, if named, and how it is told."""

    figure: Figure
    noun: str | None
    told: Told


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
        totals = [one for one in totals if not any(one is other.figure for other in rates)]
        text = reading.document.text
        found = _beside(rate, counts, totals, text) or _linked(rate, counts, totals, text)
        if found is not None:
            yield Each(rate, *found, tuple(counts), tuple(totals), tuple(rates))


def _is_no_change(figure: Figure) -> bool:
    """Tell whether an amount is not by how much another changed; money that somebody raised is none."""
    return figure.change is None or (figure.amount.kind == "money" and figure.event == "raise")


def rates_told(reading: Reading) -> Iterator[Rate]:
    """Find what each has, or has on average, in a report."""
    if not may_hold(reading.document.text, [*_HINTS, *table("arithmetic")["each"]["steady"]]):
        return
    for figure in reading.figures:
        if is_told(figure) and figure.amount.kind not in ("share", "age") and figure.change is None:
            rate = rate_of(figure, reading)
            if rate is not None and not _is_of_others(figure, reading.document.text):
                yield rate


def rate_of(figure: Figure, reading: Reading) -> Rate | None:
    """Tell of what, and how, an amount is one of each; None if it is not."""
    text = reading.document.text
    before, behind = _around(figure, reading)
    is_average = _patterns().average.search(before) or _patterns().on_average.match(behind)
    is_most = figure.amount.bound == "max" or _patterns().most.search(
        text[figure.sentence[0] : figure.amount.number.start]
    )
    told: Told = "average" if is_average else "most" if is_most else "each"
    if told == "each" and _is_speed(figure):
        if not _is_steady(figure, text):
            return None  # "at 120 kilometres an hour" is how fast it was then, and not all the way
        told = "average"
    if figure.amount.unit in _speeds() or figure.amount.per is not None:
        per = figure.amount.per or "hour"
        return None if _is_of_earnings(figure, text) else Rate(figure, per.lower(), told)
    found, noun = _of_whom(figure, reading, told)
    return Rate(figure, noun, told) if found else None


def _of_whom(figure: Figure, reading: Reading, told: Told) -> tuple[bool, str | None]:
    """Tell whether the words around an amount make it one of each, and of what noun, if they name it."""
    before, behind = _around(figure, reading)
    named = _A.match(reading.document.text, figure.span.end)
    if named and _is_counted(named[1], figure, reading):
        return True, named[1]
    none = _patterns().none.search(before)
    if none and told == "most":
        is_bare = none[0].lower().startswith("none ") and not _is_counted(none["noun"], figure, reading)
        is_bare = is_bare or none["noun"] in _THEM
        return True, None if is_bare else none["noun"]  # "None was larger than"
    closed = figure.span.text.lower().endswith((" each", " apiece"))
    if told == "average" or closed or _patterns().each.match(behind):
        return True, None
    one = _A_ONE.search(before) if figure.amount.bound == "max" and figure.amount.kind == "money" else None
    if one is not None:
        return True, one[1]
    every = _patterns().every.search(before)
    if every and (figure.amount.kind == "money" or figure.amount.bound == "max"):
        is_adverb = every[0].startswith("each ") and not _is_counted(every["noun"], figure, reading)
        return True, None if is_adverb else every["noun"]  # "will each get 120 euros"
    return False, None


def _is_counted(noun: str, figure: Figure, reading: Reading) -> bool:
    """Tell whether a report counts what a noun names: in "will each get 120 euros" it is no noun."""
    return any(is_one_of(one, noun) for one in reading.figures if one is not figure)


def _is_of_earnings(figure: Figure, text: str) -> bool:
    """Tell whether an amount is what was earned, by all shares: "$254 million, or $5.94 a share"."""
    lead = text[max(figure.sentence[0], figure.span.start - len(_OR)) : figure.span.start]
    return figure.amount.per == "share" and lead.endswith(_OR)


def _is_speed(figure: Figure) -> bool:
    amount = figure.amount
    return amount.unit in _speeds() or (
        amount.per is not None and amount.unit in table("arithmetic")["each"]["lengths"]
    )


def _is_steady(figure: Figure, text: str) -> bool:
    """Tell whether a speed is said to have been kept all the way."""
    return phrase(*table("arithmetic")["each"]["steady"]).search(text, *figure.sentence) is not None


@cache
def _speeds() -> Mapping[str, str]:
    """Give the units of speeds that do not name a unit of length, with it."""
    speeds: Mapping[str, str] = table("arithmetic")["each"]["speeds"]
    return speeds


def _around(figure: Figure, reading: Reading) -> tuple[str, str]:
    """Give the words before an amount in its clause, and those behind it up to the next number."""
    text = reading.document.text
    before = text[figure.sentence[0] : figure.span.end]
    return before, text[figure.span.end : figure.sentence[1]]


@dataclass(frozen=True, slots=True)
class _Patterns:
    average: re.Pattern[str]
    on_average: re.Pattern[str]
    each: re.Pattern[str]
    every: re.Pattern[str]
    none: re.Pattern[str]
    most: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = table("arithmetic")["each"]
    amount = r"[^.;:\d]{0,30}?[$€£¥]?\d[^;:]{0,30}$"
    average = alternatives(words["average"], any_case=True)
    noun = r"(?P<noun>[a-z][a-z-]+)"
    them = r"(?:of )?(?:the|its|his|her|our|my|their)"
    return _Patterns(
        re.compile(rf"\b(?:{average})\b{amount}"),
        re.compile(rf",?\s(?:a [a-z]+ )?(?:{average})\b"),
        re.compile(rf",?\s{as_written(*words['each'])}"),
        re.compile(
            rf"\b(?:{alternatives(words['every'], any_case=True)}) "
            rf"(?:of (?:the|its|our|their|these|those) )?(?:[\d.,]+ (?:[mb]illion )?)?{noun}\b[^;:]*$"
        ),
        re.compile(rf"\b(?:{alternatives(words['none'], any_case=True)}) (?:{them} )?{noun}\b"),
        re.compile(rf"\b(?:{alternatives(words['most'], any_case=True)})\s[$€£¥]?$"),
    )


def _is_of_others(figure: Figure, text: str) -> bool:
    """Tell whether the words of an amount say that it is no average of those that the report counts."""
    return phrase(*table("arithmetic")["each"]["unless"]).search(text, *figure.sentence) is not None


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
    length = _speeds().get(rate.figure.amount.unit or "")
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
        and not _is_of_others(total, text)
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
    if count is total or count.period.meets(total.period) is False or _is_of_others(total, text):
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


def holds_more(total: Figure, text: str) -> bool:
    """Tell whether words about an amount say that it is of others, or of others too."""
    start, end = total.sentence
    behind = _NEXT_CLAUSE.split(text[total.span.end : end])[0]
    words = _NO_MORE.sub(" ", f"{text[start : total.span.end]}{behind}")
    return phrase(*table("arithmetic")["each"]["more"]).search(words) is not None


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


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives(table('arithmetic')['products']['compared'], any_case=True)})(?: \w+)?\W+$"
    )


def is_compared(figure: Figure, text: str) -> bool:
    """Tell whether an amount is what another is held against: "against 3.2 million last year"."""
    return _compared().search(text[figure.sentence[0] : figure.span.start]) is not None
