"""Changes told apart from the amounts that they are of: "the 35 percent drop", paragraphs behind the amounts.

Which change is of which amounts is found by what is left over. Of the changes and the pairs of amounts of a
report those that bear each other out belong together. A change and a pair that nothing bears out may be of
each other where their words are on one thing, or where the change only points back ("the increase was ...").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from addup.grouping.arithmetic.beside import (
    Placed,
    are_kin,
    in_one_unit,
    is_bare,
    is_told,
    pairs_within,
    sentences_apart,
    stem,
    value,
    words_of,
)
from addup.grouping.arithmetic.changes.levels import (
    Levels,
    are_of_one_scale,
    leads_to_former,
    levels_told,
    ordered_by_words,
)
from addup.grouping.arithmetic.changes.steps import Step, amounts_told, steps_told
from addup.grouping.nouns import is_mere_money, is_people, is_window
from addup.grouping.patterns import alternatives, phrase
from addup.grouping.relations.changes import is_of_two_times
from addup.grouping.tables import table
from addup.records import Figure, Reading

_FAR = 4_000
"""Over so many characters a report is on one thing."""
_Sentences = Mapping[tuple[int, int], Sequence[Figure]]
"""The amounts of a report by their sentences."""
_CLAUSE = re.compile(r"[;:,](?!\d)|\b(?:after|although|and|as|because|but|that|when|where|which|while|who)\b")
_BEHIND = re.compile(r"[;,](?!\d)|\b(?:against|and|but|compared|down|from|up|whereas|where|while)\b")
_NAMED_YEAR = re.compile(r"\b(?:during|for|in|of) (?:[A-Z][a-z]+ )?([12]\d{3})\b")
_CONCLUDES = re.compile(
    r"\b(?:[Hh]ence|[Ss]o that|[Tt]herefore|[Tt]hereby|[Tt]hus)\b|, so\b"
    r"|^\W*(?:That|This) (?:is|was|makes?|means?)\b"
)
_CLAUSE_MARK = re.compile(r"[;:]|\b(?:although|but|while|whereas)\b")
_CUT = re.compile(r"[;:()]|\b(?:after|although|and|as|but|when|whereas|while)\b")
_NUMBERS = re.compile(r"\b(?:our|its|their|the) (?:numbers?|figures?|total)\b(?! of)")
_BESIDE = 40
_LED_TO = re.compile(r"[^.;:,]{0,40}\b(?:to|at)\s(?:[a-z]+\s)?[$€£¥]?")
_PERCENT = r"\s*-?(?:percent|per cent|%|pct|(?:percentage )?points?)?"
_COPULA = (
    r"(?:of|was|is|came to|comes to|amounts to|amounted to|works out at)"
    r"(?: (?:about|almost|around|nearly|only|roughly|some|just))?\s"
)
_DETERMINER = r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Ss]uch an?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:[a-z]+ )?"
_LONG = 400
"""Days; what is told of longer ones is seldom a year on year change."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A change, and what stands near it: pairs of amounts that its words may be on, and other changes.

    `bearing` are all pairs that may bear it out, whatever they are of.
    """

    step: Step
    pairs: tuple[Levels, ...]
    bearing: tuple[tuple[Figure, Figure], ...]
    others: tuple[Step, ...]


def changes_apart(reading: Reading) -> list[Apart]:
    """Find what a report says of changes, and the amounts in other clauses that each may be of."""
    steps = [*steps_told(reading), *_points(reading)]
    if not steps:
        return []
    amounts = amounts_told(reading)
    sentences: dict[tuple[int, int], list[Figure]] = defaultdict(list)
    for amount in amounts:
        sentences[amount.sentence].append(amount)
    pairs = [*levels_told(amounts, reading), *_pairs_apart(amounts, sentences, reading)]
    levels = Placed((pair.before, pair) for pair in pairs)
    any_two = Placed((two[0], two) for two in _any_two(amounts))
    placed = Placed((step.figure, step) for step in steps)
    found = []
    for step in steps:
        at = step.figure
        near = levels.around(at, _FAR)
        mine = tuple(pair for pair in near if _may_be_of(step, pair, sentences, reading))
        if mine and not _is_qualified(step, reading):
            ordered = tuple((pair.before, pair.after) for pair in near)
            bearing = ordered if step.how == "points" else any_two.around(at, _FAR)
            others = tuple(other for other in placed.around(at, 2 * _FAR) if other is not step)
            found.append(Apart(step, mine, bearing, others))
    return found


def _points(reading: Reading) -> Iterator[Step]:
    """Find by how many points a share is said to have changed."""
    for figure in reading.figures:
        if figure.amount.unit == "pp" and figure.change is not None and is_told(figure):
            yield Step(figure, "points", figure.change)


def _any_two(amounts: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Give any two amounts of one thing, or of one sentence, in both orders."""
    told = [figure for figure in amounts if figure.amount.bound in ("exact", "about")]
    for one, other in pairs_within(told, _FAR):
        if _are_of_one_thing(one, other) or (one.sentence == other.sentence and are_of_one_scale(one, other)):
            yield one, other
            yield other, one


def _is_qualified(step: Step, reading: Reading) -> bool:
    """Tell whether a change is told with something left out, or of what is only expected."""
    text, figure = reading.document.text, step.figure
    unless = phrase(*table("arithmetic")["rise"]["unless"])
    apart = phrase(*table("cues")["change"]["apart"])
    if figure.stance not in ("stated", "expected"):
        return True
    if step.how != "points" and apart.search(text, *figure.sentence):
        return True
    return not _points_back(step, text) and (
        figure.stance == "expected" or unless.search(text, *figure.sentence) is not None
    )


def _pairs_apart(amounts: Sequence[Figure], sentences: _Sentences, reading: Reading) -> Iterator[Levels]:
    """Find two amounts of one thing of which the words of another clause say that one was before."""
    text = reading.document.text
    for one, other in pairs_within(amounts, _FAR):
        if not _are_of_one_thing(one, other):
            continue
        if one.sentence == other.sentence and (by_words := ordered_by_words(one, other, text)):
            yield Levels(*by_words, by_words=True)
            continue
        years = [_year(figure, sentences, text) for figure in (one, other)]
        if years[0] is not None and years[1] is not None and years[0] != years[1]:
            ordered = (one, other) if years[0] < years[1] else (other, one)
            yield Levels(*ordered, by_words=False)
            continue
        former = [_is_former(figure, sentences, text) for figure in (one, other)]
        if former[0] != former[1]:
            yield Levels(one, other, by_words=False) if former[0] else Levels(other, one, by_words=False)


def _are_of_one_thing(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts are in one unit and of one noun, or one of them has none of its own."""
    heads = [_head(figure) for figure in (one, other)]
    is_bare_too = (
        one.sentence == other.sentence and heads[0] == heads[1] and is_bare(other) and not other.amount.unit
    )
    if not are_of_one_scale(one, other) and not is_bare_too:
        return False
    nameless = [_is_nameless(figure) for figure in (one, other)]
    return heads[0] == heads[1] or any(nameless)


def _head(figure: Figure) -> str:
    """Give the stem of what an amount counts; those whom a poll asked are called by many names."""
    head = figure.counted.head.lower() if figure.counted else ""
    if figure.amount.kind == "share" and (is_people(head) or head in table("arithmetic")["rise"]["polled"]):
        return "voter"
    return stem(head)


def _is_nameless(figure: Figure) -> bool:
    """Tell whether an amount has no noun of its own: mere money, or a bare number that may count anything."""
    if figure.counted is None:
        return True
    head, number = figure.counted.head.lower(), figure.amount.number.text
    if figure.amount.kind == "money" and is_mere_money(head):
        return True
    return is_bare(figure) and (is_people(head) or number.endswith("illion"))


def _clause_around(figure: Figure, sentences: _Sentences, text: str) -> tuple[str, str]:
    """Give the words before and behind an amount, up to those beside it; behind it those of its clause."""
    start, end = figure.sentence
    for other in sentences[figure.sentence]:
        if other.span.end <= figure.span.start:
            start = max(start, other.span.end)
        elif other.span.start >= figure.span.end:
            end = min(end, other.span.start)
    before = text[start : figure.span.start]
    if start > figure.sentence[0]:  # what is told of the amount before is not told of this one
        before = before[len(_BEHIND.split(before)[0]) :]
    return before, _BEHIND.split(text[figure.span.end : end])[0]


def _is_former(figure: Figure, sentences: _Sentences, text: str) -> bool:
    """Tell whether the words around an amount say that it was so before."""
    before, behind = _clause_around(figure, sentences, text)
    return leads_to_former(before) or _former().search(f"{before} ~ {behind}") is not None


@cache
def _former() -> re.Pattern[str]:
    return phrase(*table("arithmetic")["rise"]["former"])


def _year(figure: Figure, sentences: _Sentences, text: str) -> int | None:
    """Give the year that is told of an amount: named behind it, or that of its days."""
    before, behind = _clause_around(figure, sentences, text)
    named = _NAMED_YEAR.findall(f"{before} ~ {behind}")
    if len(named) == 1:
        return int(named[0])
    first, last, time = figure.period.first, figure.period.last, figure.time
    own = time is not None and figure.sentence[0] <= time.start < figure.sentence[1]
    if not own or first is None or last is None or (last - first).days > _LONG:
        return None
    return first.year


def _may_be_of(step: Step, pair: Levels, sentences: _Sentences, reading: Reading) -> bool:
    """Tell whether the words of a change may be on what two amounts are of."""
    text, figure = reading.document.text, step.figure
    if not _may_lead(step, pair, sentences, text):
        return False
    if (figure.amount.unit == "pp") != (pair.after.amount.kind == "share"):
        return False
    if _points_back(step, text):  # its days are those of the words around it
        return True
    return _are_of_its_days(step, pair, sentences, text) and _are_on_one_thing(step, pair, text)


def _may_lead(step: Step, pair: Levels, sentences: _Sentences, text: str) -> bool:
    """Tell whether a change may have led from one amount to another: in its way, in its unit, to no other."""
    figure = step.figure
    if figure in (pair.before, pair.after):
        return False
    went = "up" if value(pair.after) > value(pair.before) else "down"
    if went != step.way and not (pair.by_words and sentences_apart(text, figure, pair.after) == 1):
        return False
    if step.how == "by":  # "95 more than the 317"
        return stands_beside(step, pair, text) and (is_bare(figure) or in_one_unit(figure, pair.after))
    if pair.before.sentence == figure.sentence and is_of_two_times(figure, pair.before, text):
        return False
    led_to = _led_to(step, sentences, text)
    return led_to is None or value(led_to) == value(pair.after)


def stands_beside(step: Step, pair: Levels, text: str) -> bool:
    """Tell whether a change and its two amounts stand in one clause."""
    three = sorted((step.figure, pair.before, pair.after), key=lambda figure: figure.span.start)
    if len({figure.sentence for figure in three}) > 1:
        return False
    return not any(_CUT.search(text, one.span.end, other.span.start) for one, other in pairwise(three))


def _led_to(step: Step, sentences: _Sentences, text: str) -> Figure | None:
    """Give the amount to which a change is said to have led: "has doubled in a day to 5,200 hectares"."""
    figure = step.figure
    behind = [one for one in sentences.get(figure.sentence, ()) if one.span.start > figure.span.end]
    if not behind:
        return None
    between = text[figure.span.end : behind[0].span.start]
    return behind[0] if _LED_TO.fullmatch(between) else None


def _are_of_its_days(step: Step, pair: Levels, sentences: _Sentences, text: str) -> bool:
    """Tell whether a change is of the years of two amounts, as far as they are told."""
    days = step.figure.period
    if step.figure.time is None or not (days.first and days.last) or days.first == days.last:
        return True
    before, after = (_year(figure, sentences, text) for figure in (pair.before, pair.after))
    if (days.last - days.first).days > _LONG:  # "since 2009"
        return before in (None, days.first.year) and after in (None, days.last.year)
    return after is None or days.first.year <= after <= days.last.year


def _points_back(step: Step, text: str) -> bool:
    """Tell whether a change has no noun but its own: "the 35 percent drop", "the increase was 31 percent"."""
    figure = step.figure
    if _CONCLUDES.search(_CLAUSE_MARK.split(text[figure.sentence[0] : figure.span.start])[-1]):
        return True
    near = max(figure.sentence[0], figure.span.start - _BESIDE)
    if _NUMBERS.search(text, near, figure.span.end):
        return True
    nouns = alternatives(table("arithmetic")["rise"]["nouns"], any_case=True)
    counted = figure.counted.head.lower() if figure.counted else ""
    if counted and not re.fullmatch(nouns, counted) and not is_window(counted):
        return False
    before = text[figure.sentence[0] : figure.span.start]
    behind = text[figure.amount.number.end : figure.sentence[1]]
    if re.search(rf"{_DETERMINER}(?:{nouns}) {_COPULA}$", before):
        return re.match(rf"{_PERCENT}\s*(?:in|of) (?!an? |one |the )[a-z]", behind) is None
    return bool(
        re.match(rf"{_PERCENT}[\s-](?:[a-z]+ )?(?:{nouns})\b(?! (?:in|of) (?!an? |one |the ))", behind)
        and re.search(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]uch an?) (?:[a-z]+ )?$", before)
    )


@cache
def _empty() -> frozenset[str]:
    return frozenset({"percent", "cent", "point", "points", "percentage", "call", "called"})


def _are_on_one_thing(step: Step, pair: Levels, text: str) -> bool:
    """Tell whether a change is told of what two amounts count, or of what their sentences are on."""
    figure = step.figure
    lead = _CLAUSE.split(text[figure.sentence[0] : figure.span.start])[-1]
    lead += f" {text[figure.span.start : figure.span.end]} {figure.counted.text if figure.counted else ''}"
    than = re.match(r"[^.;:,]{0,20}\bthan\b[^.;:,]*", text[figure.span.end : figure.sentence[1]])
    lead += f" {than[0]}" if than else ""
    mine = words_of(lead) - _ways()
    its: set[str] = set()
    for one in (pair.before, pair.after):
        its |= words_of(text[slice(*one.sentence)])
        its |= words_of(one.counted.text if one.counted else "")
    if pair.before.amount.kind == "count" and phrase(*table("arithmetic")["rise"]["counts"]).search(lead):
        return True
    return bool(mine & (its - _ways())) or are_kin(mine, its, "rise")


@cache
def _ways() -> frozenset[str]:
    words = table("arithmetic")["rise"]
    told = [*words["up"], *words["down"], *words["loose_up"], *words["loose_down"], *words["nouns"]]
    return words_of(" ".join(told)) | _empty()
