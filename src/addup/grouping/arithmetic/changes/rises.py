"""What reports say went up or down, with what it was before and after: "£1.89 in July … £2.69, up 15%".

Two amounts of one thing are told with words or days that say which came first. What is said of the change may
stand with them, in the sentence before or behind, or elsewhere in the report of the same thing and the same
years: how many percent or times, by how much, or only which way. Changes told with both their ends in the
strictest of forms are in `addup.grouping.relations.changes`; these here are matched more loosely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import combinations
from typing import Literal

from addup.grouping.arithmetic.beside import (
    in_one_unit,
    is_bare,
    is_told,
    sentences_apart,
    stem,
    value,
    words_of,
)
from addup.grouping.nouns import is_mere_money, is_people
from addup.grouping.patterns import alternatives, phrase
from addup.grouping.relations.changes import is_of_two_times
from addup.grouping.tables import table
from addup.records import Change, Figure, Period, Reading

_CLAUSE = re.compile(r"[;:]|\b(?:after|and|as|because|but|that|when|which|while|who)\b")
_JOINED = re.compile(r"\band (?:[\w'’-]+ ){2}")
_BESIDE = 60
_LEAD = 45
_FEW = 5
"""Fewer things than these are told in words of no change: "a one-time gain", "two of the towns"."""
_SOON = timedelta(days=31)
_YEAR = timedelta(days=365)
How = Literal["percent", "times", "by", "way", "points"]


@dataclass(frozen=True, slots=True)
class Step:
    """What is said of a change: by how much of what it was, how often that, by how much, or which way."""

    figure: Figure
    how: How
    way: Change


@dataclass(frozen=True, slots=True)
class Levels:
    """Two amounts of one thing, of which the words or the days say which came first."""

    before: Figure
    after: Figure
    by_words: bool


@dataclass(frozen=True, slots=True)
class Rise:
    """What is said of a change, the two amounts, and all of the report that it may be said of instead.

    Where only a word says which way it went, `word` has its place and there is no step.
    """

    levels: Levels
    way: Change
    step: Step | None = None
    word: tuple[int, int] | None = None
    others: tuple[tuple[Figure, Figure], ...] = ()


def steps_told(reading: Reading) -> list[Step]:
    """Find what a report says of changes."""
    return [step for figure in reading.figures if _is_told(figure) and (step := _step(figure, reading))]


def amounts_told(reading: Reading) -> list[Figure]:
    """Give the amounts of a report that may have changed to or from others."""
    told = [figure for figure in reading.figures if _is_told(figure) and _is_level(figure)]
    return [figure for figure in told if _step(figure, reading) is None]


def rises_told(reading: Reading) -> Iterator[Rise]:
    """Find what a report says went up or down, with two amounts that it is said of."""
    steps, amounts = steps_told(reading), amounts_told(reading)
    levels = list(levels_told(amounts, reading))
    for step in steps:
        pair = _said_of(step, steps, levels, reading)
        if pair is not None and not _is_apart(step, pair, reading.document.text):
            yield Rise(
                pair, step.way, step, others=tuple(_others(step, pair, amounts, reading.document.text))
            )
    for pair in levels:
        turned = _turned(pair, reading)
        if turned is not None:
            yield Rise(pair, turned[0], word=turned[1])


def _is_apart(step: Step, pair: Levels, text: str) -> bool:
    """Tell whether a change is told with something left out, or since another time than the amount before."""
    apart = phrase(*table("cues")["change"]["apart"]).search(text, *step.figure.sentence) is not None
    return apart or is_of_two_times(step.figure, pair.before, text)


def _is_told(figure: Figure) -> bool:
    """Tell whether a figure is a number that somebody states, or a word like "halved"."""
    halved = figure.amount.worded and figure.change is not None and figure.amount.low is not None
    return figure.stance not in ("denied", "supposed") and (is_told(figure) or halved)


def _is_level(figure: Figure) -> bool:
    if figure.amount.unit is None and value(figure) < _FEW:
        return False
    return figure.amount.kind in ("count", "money", "measure", "share") and figure.amount.unit != "pp"


def _step(figure: Figure, reading: Reading) -> Step | None:
    """Tell what an amount says of a change; None if it says nothing of one."""
    amount, text = figure.amount, reading.document.text
    if amount.kind == "measure" and amount.unit == "time":
        as_many = _patterns().as_many.match(text, figure.span.end)
        return Step(figure, "times", figure.change or "up") if figure.change or as_many else None
    way = figure.change or _way(figure, text)
    if way is None:
        return None
    if amount.kind == "share" and amount.unit == "%":
        return None if _patterns().planned.match(text, figure.span.end) else Step(figure, "percent", way)
    if amount.kind in ("count", "money", "measure") and _is_difference(figure, text):
        return Step(figure, "by", way)
    return None


def _way(figure: Figure, text: str) -> Change | None:
    """Tell which way an amount is said to have gone by so much: "an increase of 85", "85 more than"."""
    lead = text[max(figure.sentence[0], figure.span.start - _LEAD) : figure.span.start]
    found = _patterns().by.search(lead)
    if found is not None:
        return "up" if found["up"] else "down"
    behind = _patterns().than.match(text, figure.span.end) or _patterns().than.match(
        text, figure.amount.number.end, figure.span.end
    )  # "a quarter more woodland ... than last year"
    if behind is None:
        return None
    return "down" if behind[1].lower() in ("fewer", "less", "lower", "smaller", "cheaper", "down") else "up"


def _is_difference(figure: Figure, text: str) -> bool:
    """Tell whether an amount is by how much another changed, and not what it changed to."""
    lead = text[max(figure.sentence[0], figure.span.start - _LEAD) : figure.span.start]
    behind = text[figure.span.end : figure.span.end + _LEAD]
    return _patterns().by.search(lead) is not None or _patterns().more_than.match(behind) is not None


@dataclass(frozen=True, slots=True)
class _Patterns:
    by: re.Pattern[str]
    than: re.Pattern[str]
    more_than: re.Pattern[str]
    former: re.Pattern[str]
    latter: re.Pattern[str]
    opening: re.Pattern[str]
    ways: re.Pattern[str]
    right_before: re.Pattern[str]
    now: re.Pattern[str]
    planned: re.Pattern[str]
    as_many: re.Pattern[str]
    year: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = table("arithmetic")["rise"]
    up, down = (alternatives(words[way], any_case=True) for way in ("up", "down"))
    hedges = alternatives(table("cues")["putting"]["hedges"])
    so_much = alternatives(words["so_much"])
    from_, than = alternatives(words["from"], any_case=True), alternatives(words["than"])
    near = rf"(?:\s(?:a|an|the|its|their|only|just|{hedges}))*\s+[$€£¥]?$"
    ups = alternatives([*words["up"], *words["loose_up"]], any_case=True)
    downs = alternatives([*words["down"], *words["loose_down"]], any_case=True)
    return _Patterns(
        re.compile(rf"\b(?:(?P<up>{up})|(?P<down>{down}))\s(?:{so_much}){near}"),
        re.compile(rf"\s(?:[a-z]+\s)?({than})\b"),
        re.compile(rf"\s(?:[a-z]+\s)?(?:{than})\sthan\b"),
        re.compile(rf"\b(?:{from_}){near}"),
        re.compile(rf"\b(?:to|at|now|stands at|reached){near}"),
        re.compile(rf"(?:{alternatives(words['opening'])})\b"),
        re.compile(rf"\b(?:(?P<up>{up})|(?P<down>{down}))\b"),
        re.compile(rf",?\s(?:(?P<up>{ups})|(?P<down>{downs}))\s(?:from|than)\b"),
        phrase(*words["now"]),
        re.compile(r"\s(?:above|ahead of|below|short of|over (?:plan|target)|under (?:plan|target))\b"),
        re.compile(r"\s(?:as (?:big|great|high|large|long|many|much)|the|that of)\b"),
        re.compile(
            rf"\b(?:in|of|for|during) (?:[A-Za-z]+ )?([12]\d{{3}})\b|(?:{phrase(*words['now']).pattern})"
        ),
    )


def levels_told(amounts: Sequence[Figure], reading: Reading) -> Iterator[Levels]:
    """Find the pairs of amounts of one thing of which the words or days say which came first."""
    text = reading.document.text
    for one, other in _near_pairs(amounts, text):
        apart = sentences_apart(text, one, other)
        if not _are_alike(one, other, apart):
            continue
        if phrase(*table("arithmetic")["rise"]["unless"]).search(text, one.sentence[0], other.sentence[1]):
            continue
        between = [figure for figure in amounts if one.span.end <= figure.span.start < other.span.start]
        if any(in_one_unit(one, figure) and figure is not other for figure in between):
            continue
        if apart == 0 and (by_words := ordered_by_words(one, other, text)):
            yield Levels(*by_words, by_words=True)
        elif (by_days := _by_days(one, other, text, apart)) is not None:
            yield Levels(*by_days, by_words=False)


def _near_pairs(amounts: Sequence[Figure], text: str) -> Iterator[tuple[Figure, Figure]]:
    """Give the pairs of amounts that stand in one sentence or in two that follow each other."""
    for place, one in enumerate(amounts):
        for other in amounts[place + 1 :]:
            if sentences_apart(text, one, other) > 1:
                break
            yield one, other


def _are_alike(one: Figure, other: Figure, apart: int) -> bool:
    """Tell whether two amounts are of one thing: one unit, and one noun or none of its own."""
    mine, theirs = one.amount, other.amount
    if _takes_its_unit(one, other):
        return apart == 0 and one.stance == other.stance
    if (mine.kind, mine.unit) != (theirs.kind, theirs.unit) or one.stance != other.stance:
        return False
    if mine.per != theirs.per and (apart or not _are_prices(one, other)):
        return False
    if one.counted is None or other.counted is None:
        return False
    if apart == 0 and (is_bare(other) or mine.unit is not None):
        return True
    return stem(one.counted.head.lower()) == stem(other.counted.head.lower())


def are_of_one_scale(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts are in one unit, or a bare number takes that of the other."""
    mine, its = one.amount, other.amount
    if (mine.kind, mine.unit, mine.per) == (its.kind, its.unit, its.per):
        return True
    return mine.per == its.per and (_takes_its_unit(one, other) or _takes_its_unit(other, one))


def _takes_its_unit(one: Figure, other: Figure) -> bool:
    """Tell whether a bare number of millions follows an amount with a unit: "88 million tonnes"."""
    scaled = other.amount.number.text.lower().endswith(("illion", "thousand"))
    is_count = other.amount.kind == "count" and other.amount.unit is None
    return scaled and is_count and is_bare(other) and one.amount.kind in ("measure", "money")


def _are_prices(one: Figure, other: Figure) -> bool:
    """Tell whether of two amounts one alone says for what it is: "$1,150 a month … now $1,610"."""
    per = {figure.amount.per for figure in (one, other)} - {None}
    is_price = one.amount.kind == "money" or is_bare(other)
    return is_price and len(per) == 1 and not per & {"share", "head", "person"}


def leads_to_former(before: str) -> bool:
    """Tell whether words end in one that leads to what was before: "more than the", "down from"."""
    return _patterns().former.search(before) is not None


def ordered_by_words(one: Figure, other: Figure, text: str) -> tuple[Figure, Figure] | None:
    """Give two amounts of a sentence, the former first, where words before them say which it is."""
    if _patterns().former.search(
        text, max(other.sentence[0], one.span.end, other.span.start - _LEAD), other.span.start
    ):
        return other, one
    start = max(one.sentence[0], one.span.start - _LEAD)
    between = text[one.span.end : other.span.start]
    if _patterns().former.search(text, start, one.span.start) and _patterns().latter.search(between):
        return one, other
    return None


def _by_days(one: Figure, other: Figure, text: str, apart: int) -> tuple[Figure, Figure] | None:
    """Give two amounts, the former first, where their days or the years behind them say which it is."""
    mine, theirs = one.period, other.period
    to = _patterns().latter.search(text, one.span.end, other.span.start)
    if apart == 0 and to and _is_since(mine, theirs):
        return one, other
    if mine.meets(theirs) is False and (apart == 0 or _are_as_long(mine, theirs)):
        assert mine.first
        assert theirs.first
        return (one, other) if mine.first < theirs.first else (other, one)
    if apart:
        return None
    end = other.span.start
    first = _year(text[one.span.end : end], one)
    second = _year(text[other.span.end : other.sentence[1]], other)
    second = second or (NOW if _patterns().now.search(text, one.span.end, end) else None)
    if first is None or second is None or first == second:
        return None
    return (one, other) if first < second else (other, one)


NOW = 9999
"""The year of what holds now, behind all others."""


def _year(behind: str, figure: Figure) -> int | None:
    """Give the year named right behind an amount; `NOW` for "this year" and "today"."""
    found = _patterns().year.search(behind[:_BESIDE])
    if found is not None:
        return int(found[1]) if found[1] else NOW
    first = figure.period.first
    return first.year if first and figure.period.last and first.year == figure.period.last.year else None


def _is_since(one: Period, other: Period) -> bool:
    """Tell whether a stretch of days begins with another and goes on long after it: "since then"."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.first <= other.first <= one.last < other.last - (one.last - one.first)


def _are_as_long(one: Period, other: Period) -> bool:
    lengths = sorted(_length(days) for days in (one, other))
    return lengths[1] <= 5 * lengths[0]


def _length(days: Period) -> int:
    return (days.last - days.first).days + 1 if days.first and days.last else 0


def _said_of(step: Step, steps: Sequence[Step], levels: Sequence[Levels], reading: Reading) -> Levels | None:
    """Give the two amounts that a change is said of: beside it, or of the same thing and years."""
    text = reading.document.text
    here = [pair for pair in levels if pair.after.sentence == pair.before.sentence == step.figure.sentence]
    if here:
        alone = len({(value(pair.before), value(pair.after)) for pair in here}) == 1
        beside = [one for one in steps if one.figure.sentence == step.figure.sentence]
        if step.how == "by" and not in_one_unit(step.figure, here[0].after) and not is_bare(step.figure):
            return None
        return here[0] if alone and len(beside) == 1 and not _is_cut_off(step, here[0], text) else None
    near = [pair for pair in levels if _follows(step, pair, levels, text)]
    near = near or [pair for pair in levels if _stands_beside(step, pair, text)]
    if len({(value(pair.before), value(pair.after)) for pair in near}) == 1:
        ends = (near[0].before, near[0].after)
        beside = [one for one in steps if min(sentences_apart(text, one.figure, end) for end in ends) <= 1]
        return near[0] if len(beside) == 1 else None
    far = [pair for pair in levels if not near and _is_of_years(step, pair)]
    return far[0] if len(far) == 1 else None


def _follows(step: Step, pair: Levels, levels: Sequence[Levels], text: str) -> bool:
    """Tell whether a change is told with what it led to, and what was before in the sentence beside."""
    if pair.after.sentence != step.figure.sentence or pair.before.sentence == pair.after.sentence:
        return False
    others = (figure for other in levels if other is not pair for figure in (other.before, other.after))
    if step.how == "by" or any(pair.after is figure for figure in others):
        return False
    return not _is_cut_off(step, Levels(pair.after, pair.after, by_words=False), text)


def _is_cut_off(step: Step, pair: Levels, text: str) -> bool:
    """Tell whether a clause of its own stands between a change and the amounts beside it."""
    first, last = sorted((pair.before, pair.after), key=lambda figure: figure.span.start)
    between = text[last.span.end : step.figure.span.start] if step.figure.span.start > last.span.end else ""
    between = between or text[step.figure.span.end : first.span.start]
    if step.figure.event not in (pair.before.event, pair.after.event) and _JOINED.search(between):
        return True  # "rose from 91 to 94 percent, and the number sent home fell by a fifth"
    if step.how == "by" and (
        between.endswith(" and ") or _JOINED.search(text, first.span.end, last.span.start) is not None
    ):
        return True  # "on 212 occasions, 27 fewer than in 2023, and 611 bans, 48 of them for life"
    return (
        re.search(r"[;()]|\b(?:after|although|as|but|when|whereas|while)\b", between) is not None
        or len(between) > 2 * _BESIDE
    )


def _stands_beside(step: Step, pair: Levels, text: str) -> bool:
    """Tell whether a change is told in the sentence before or behind its amounts, of the same thing."""
    figures = (pair.before, pair.after)
    if any(sentences_apart(text, step.figure, figure) > 2 for figure in figures):
        return False
    if min(sentences_apart(text, step.figure, figure) for figure in figures) != 1:
        return False
    start = min(figure.sentence[0] for figure in figures)
    end = max(figure.sentence[1] for figure in figures)
    if step.how == "by" or pair.before.amount.kind == "share" or not _are_of_its_days(step, pair):
        return False  # "a billion gallons less than the law requires" is said of what stands beside it
    ways = {"up" if found["up"] else "down" for found in _patterns().ways.finditer(text, start, end)}
    if ways and step.way not in ways:
        return False  # "Sales rose 5 percent. Its work force shrank to 900 from 1,000"
    return _are_kin(step, text, pair.before, text[start:end])


def _are_of_its_days(step: Step, pair: Levels) -> bool:
    """Tell whether two amounts may be those before and after a change, by the days of the three."""
    days, before, after = step.figure.period, pair.before.period, pair.after.period
    if not (days.first and days.last) or days.first == days.last:
        return True
    if after.first and after.last and not (after.first <= days.last + _SOON and days.first <= after.last):
        return False
    if before.first is None or before.last is None:
        return True
    is_year_before = abs(before.first + _YEAR - days.first) <= 3 * _SOON
    return is_year_before or before.last >= days.first - (days.last - days.first) - _SOON


def _are_kin(step: Step, text: str, before: Figure, pair: str) -> bool:
    """Tell whether the words before a change, or what it counts, are of what a sentence tells of."""
    figure = step.figure
    counted = figure.counted.text if figure.counted else ""
    clause = _CLAUSE.split(text[figure.sentence[0] : figure.span.start])[-1]
    said = f"{clause} {counted}"
    lead = words_of(said)
    behind = words_of(pair)
    if _patterns().opening.match(text, figure.sentence[0]) and not lead - words_of(counted):
        return True  # "That is an increase of 15 percent"
    if before.amount.kind == "count" and phrase(*table("arithmetic")["rise"]["counts"]).search(said):
        return True
    kin = [frozenset(map(stem, row)) for row in table("arithmetic")["rise"]["kin"]]
    return bool(lead & behind) or any(lead & row and behind & row for row in kin)


def _is_of_years(step: Step, pair: Levels) -> bool:
    """Tell whether a change and two amounts are of one noun, and from the days of the one to the other's."""
    days, before, after = step.figure.period, pair.before.period, pair.after.period
    if not (days.first and days.last and before.first and after.last) or days.first == days.last:
        return False
    heads = {_head(one) for one in (step.figure, pair.before) if one.counted}
    if step.how == "by" or any(is_people(head) or is_mere_money(head) for head in heads):
        return False
    return len(heads) == 1 and days.first.year == before.first.year and days.last.year == after.last.year


def _others(
    step: Step, pair: Levels, amounts: Sequence[Figure], text: str
) -> Iterator[tuple[Figure, Figure]]:
    """Give all pairs of amounts in one unit that a change might be said of: of its noun, or beside it."""
    own = _head(pair.before)
    near = [
        figure
        for figure in amounts
        if sentences_apart(text, figure, step.figure) <= 1 or sentences_apart(text, figure, pair.after) <= 1
    ]
    for one, other in combinations(amounts, 2):
        if one.amount.kind == other.amount.kind and one.amount.unit == other.amount.unit:
            of_one_noun = _head(one) == _head(other) == own and not is_people(own) and not is_mere_money(own)
            if of_one_noun or (one in near and other in near and one.sentence == other.sentence):
                yield from (two for two in ((one, other), (other, one)) if two != (pair.after, pair.before))


def _head(figure: Figure) -> str:
    return stem(figure.counted.head.lower()) if figure.counted else ""


def _turned(pair: Levels, reading: Reading) -> tuple[Change, tuple[int, int]] | None:
    """Give which way two amounts of one sentence are said to have gone, and the word that says so."""
    text = reading.document.text
    if not pair.by_words or phrase(*table("arithmetic")["rise"]["inverse"]).search(
        text, *pair.after.sentence
    ):
        return None
    first, last = sorted((pair.before, pair.after), key=lambda figure: figure.span.start)
    between = text[first.span.end : last.span.start]
    found = re.search(_patterns().right_before.pattern + r"\s(?:[a-z]+ ){0,2}[$€£¥]?$", between)
    if found is not None:
        start = first.span.end + found.start("up" if found["up"] else "down")
        end = first.span.end + found.end("up" if found["up"] else "down")
        return ("up" if found["up"] else "down"), (start, end)
    lead_start = max(first.sentence[0], first.span.start - _LEAD)
    lead = text[lead_start : first.span.start]
    told = re.search(_patterns().ways.pattern + r"(?:\s[a-z]+ly)?\s(?:to|from)(?:\s[a-z]+)?\s[$€£¥]?$", lead)
    if told is None or re.search(r"[;:()]|\b(?:and|while|but|after|when|which|who)\b", between):
        return None
    group = "up" if told["up"] else "down"
    return ("up" if told["up"] else "down"), (lead_start + told.start(group), lead_start + told.end(group))
