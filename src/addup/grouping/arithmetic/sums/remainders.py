"""What is left when parts are taken from a whole, and lists that are complete because their number is told.

"The remaining 24 million", "which leaves 62 at large": with the parts told before, the rest makes up the
whole. "Its three works", and three numbers with three names behind: they are all there are. Which figures
are the parts is supposed, so all choices among them are given by whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from addup.grouping.arithmetic.beside import is_told, value
from addup.grouping.arithmetic.one_matter import on_one_matter
from addup.grouping.arithmetic.people.role_words import roles_of
from addup.grouping.arithmetic.people.roles import heads_of
from addup.grouping.arithmetic.said import are_kin, names_said, noun_of
from addup.grouping.arithmetic.told import Told
from addup.grouping.nouns import is_people, is_person
from addup.grouping.patterns import may_hold, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_SOON = timedelta(days=60)
_BACK = 700
"""So far before what is left its parts are told."""
_MOST = 9
_REST = re.compile(
    r"\b(?:[Tt]he (?:remaining|other|rest,|remainder,|final|last)|[Rr]emaining|leaving(?: a further)?)"
    r"(?: (?:about|some|around|roughly|nearly))? [$€£¥]?$"
)
_LEAVES = re.compile(
    r"\b(?:which leaves|leaves|leaving|[Tt]hat left|which left|[Tt]hat leaves|[Tt]his leaves)"
    r"(?: (?:about|some|around|at least|another|only|just|the other|the remaining))? $"
)
_SUB = re.compile(
    r"\b(?:including|of (?:whom|which|them|these)|among (?:them|these))\W*(?:\w+ ){0,2}[$€£¥]?$"
    r"|(?:\b(?:from|than|against|compared with|compared to|by)|\()\W*(?:about |some |nearly )?[$€£¥]?$",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"(?: \w+){0,2} of (?:the|its|their|his|her) (?!total|budget|money|sum|amount)\w+")
_THAT = re.compile(r"\s*(?:That|This|It) (?:leaves|left|would leave)\b")
_OF = re.compile(r"\b(?:[Oo]f (?:this|that|these|those|which|whom|the|them|it)|takes? \S+ of that)\b")
_CONTAINERS = re.compile(r"\b(?:in|at|from|across|of|among|over) (?:all )?(?:the |its |his |their |these )?$")
_NAME = re.compile(r"\b[A-Z][\w’'-]+")


MANY, FEW = frozenset({"many"}), frozenset({"few"})
"""How parts are not their whole: they are more, or less."""


@dataclass(frozen=True, slots=True)
class Remainder:
    """A whole, its parts and what is left of it (none where a list is complete by its number).

    `wholes` and `others` are all that may be meant for a whole and for parts; `wrong` tells how the parts may
    not be: of a sum that is divided too many, since some may be left out, of people who are left too few,
    since too many are found by what became of them, of a complete list neither.
    """

    whole: Told
    parts: tuple[Told, ...]
    rest: Told | None
    wholes: tuple[Told, ...]
    others: tuple[Told, ...]
    wrong: frozenset[str]


def remainders(readings: Sequence[Reading]) -> Iterator[Remainder]:
    """Find what is left of wholes, and complete lists, in the reports."""
    for index, reading in enumerate(readings):
        yield from _rests(reading)
        yield from _numbered(reading)
        yield from _left(index, readings)


def _is_amount(figure: Figure) -> bool:
    amount = figure.amount
    return (
        is_told(figure)
        and amount.kind in ("money", "count", "measure")
        and amount.per is None
        and amount.bound in ("exact", "about", "min")
        and figure.change is None
        and figure.stance in ("stated", "expected")
    )


def _alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are amounts of one kind: money, measures, counts that may be of the same."""
    mine, its = one.amount, other.amount
    if {mine.kind, its.kind} == {"money", "count"}:
        return _is_sum_alone(one if mine.kind == "count" else other)
    if (mine.kind, mine.unit) != (its.kind, its.unit):
        return False
    return mine.kind != "count" or are_kin(_noun(one), _noun(other))


def _is_sum_alone(figure: Figure) -> bool:
    """Tell whether a number may be one of money told before: "41 million goes to schools"."""
    number = figure.amount.number
    return figure.span.end == number.end and number.text.endswith(("million", "billion"))


def _noun(figure: Figure) -> str:
    """Give the noun that stands with a count, "" where its words have none: then it may count anything."""
    bare = figure.span.end == figure.amount.number.end
    return "" if bare else noun_of(figure)


def _is_part(figure: Figure, text: str) -> bool:
    """Tell whether a figure is no part of a part, and nothing that it is compared with."""
    return _SUB.search(text[figure.sentence[0] : figure.amount.number.start]) is None


def _rests(reading: Reading) -> Iterator[Remainder]:
    """Find what remains of a sum or a number in the paragraph that divides it."""
    text = reading.document.text
    if not may_hold(text, ["remaining", "the other ", "the rest,", "remainder,", "the last ", "the final "]):
        return
    for rest in reading.figures:
        if not _is_amount(rest) or not _REST.search(text[rest.sentence[0] : rest.amount.number.start]):
            continue
        start = max(_two_paragraphs(text, rest.span.start), rest.span.start - _BACK)
        before = [
            one
            for one in reading.figures
            if start <= one.span.start
            and one.span.end <= rest.span.start
            and _is_amount(one)
            and _alike(one, rest)
        ]
        if not before:
            continue
        sums = [one for one in before if one.amount.kind == "money"]
        if sums and _is_sum_alone(rest):
            before = [one for one in before if one.amount.kind == "money" or _is_sum_alone(one)]
        whole = max(before, key=value)
        parts = [one for one in before if one.span.start >= whole.span.end and _is_part(one, text)]
        between = text[whole.sentence[0] : rest.sentence[1]]
        if _apart().search(between) or _OF_ANOTHER.match(text, rest.amount.number.end):
            continue
        if len(parts) < 2 and not (parts and _OF.search(between)):
            continue
        if not _named(whole, parts, rest) or not _is_part(whole, text):
            continue
        yield Remainder(
            Told(reading, whole),
            tuple(Told(reading, one) for one in parts),
            Told(reading, rest),
            tuple(Told(reading, one) for one in before),
            tuple(Told(reading, one) for one in before),
            MANY,
        )


def _two_paragraphs(text: str, at: int) -> int:
    """Give where the paragraph before that of a place begins."""
    return text.rfind("\n\n", 0, max(0, text.rfind("\n\n", 0, at)))


def _named(whole: Figure, parts: Sequence[Figure], rest: Figure) -> bool:
    """Tell whether some noun says that a count is of the same as its parts; money needs none."""
    if whole.amount.kind != "count":
        return True
    noun = _noun(whole)
    return noun != "" and any(are_kin(noun, _noun(one)) for one in (*parts, rest))


def _numbered(reading: Reading) -> Iterator[Remainder]:
    """Find the numbers of each of "its three works" behind the number of all of them."""
    text, figures = reading.document.text, reading.figures
    for many in figures:
        size = int(value(many)) if is_told(many) and many.amount.kind == "count" else 0
        if (
            not 2 <= size <= _MOST
            or many.counted is None
            or is_people(many.counted.head)
            or is_person(many.counted.head)
        ):
            continue
        if not _CONTAINERS.search(text[many.sentence[0] : many.span.start]):
            continue
        for whole in figures:
            if (
                whole is many
                or whole.sentence != many.sentence
                or not _is_amount(whole)
                or value(whole) <= _MOST
            ):
                continue
            parts = _next_list(whole, size, reading)
            if parts:
                told = tuple(Told(reading, one) for one in parts)
                yield Remainder(Told(reading, whole), told, None, (), (), MANY | FEW)


def _next_list(whole: Figure, size: int, reading: Reading) -> Sequence[Figure]:
    """Give the numbers in the next sentence, if there are so many, each with a name of its own."""
    text = reading.document.text
    behind = [one for one in reading.figures if one.span.start >= whole.sentence[1]]
    if not behind or behind[0].sentence[0] - whole.sentence[1] > 3:
        return ()
    sentence = behind[0].sentence
    parts = [one for one in behind if one.sentence == sentence and _is_amount(one) and _alike(one, whole)]
    if len(parts) != size or any(one.sentence == sentence and one not in parts for one in behind):
        return ()
    starts = [sentence[0], *(one.span.end for one in parts)]
    ends = [*(one.span.start for one in parts), sentence[1]]
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    behind_names = [names_said(f"x {piece}") for piece in words[1:]]
    before_names = [names_said(f"x {piece}") for piece in words[:-1]]
    for names in (behind_names, before_names):
        if all(names) and len(set(names)) == size:
            return parts if all(_is_part(one, text) for one in parts) else ()
    return ()


def _left(index: int, readings: Sequence[Reading]) -> Iterator[Remainder]:
    """Find how many are left of those to whom something happened: "which leaves 62 at large"."""
    reading = readings[index]
    text = reading.document.text
    if not may_hold(text, table("roles")["words"]["remainder"]):
        return
    for rest in reading.figures:
        before = text[rest.sentence[0] : rest.amount.number.start]
        if rest.amount.kind != "count" or not _is_amount(rest) or not _LEAVES.search(before):
            continue
        near = [
            one
            for one in reading.figures
            if one.span.end <= rest.span.start
            and rest.span.start - one.span.start <= _BACK
            and one.amount.kind == "count"
            and one.amount.unit is None
            and _is_amount(one)
        ]
        first = rest.sentence[0]
        if _THAT.match(before):
            first = max(
                (one.sentence[0] for one in near if one.sentence[1] <= rest.sentence[0]), default=first
            )
        parts = [one for one in near if one.sentence[0] >= first and _is_part(one, text)]
        last = [one for one in near if one.sentence[1] <= first and one.sentence[1] >= first - 3]
        parts = [*(one for one in last if not parts or _THAT.match(before)), *parts]
        wholes = [
            one
            for one in _all_of(rest, parts, index, readings)
            if are_kin(_noun(rest), noun_of(one.figure)) or _noun(rest) in ("person", "other")
        ]
        parts = [one for one in parts if not _noun(one) or is_people(_noun(one)) or _is_body(_noun(one))]
        wholes.sort(key=lambda one: value(one.figure) <= value(rest))
        if parts and wholes and value(wholes[0].figure) > value(rest):
            yield Remainder(
                wholes[0],
                tuple(Told(reading, one) for one in parts),
                Told(reading, rest),
                tuple(wholes),
                (*(Told(reading, one) for one in near), *_told_elsewhere(index, readings)),
                FEW,
            )


def _told_elsewhere(index: int, readings: Sequence[Reading]) -> Iterator[Told]:
    """Give the people told of in reports before on the matter: some may have been let go earlier."""
    own = readings[index]
    for place, other in enumerate(readings):
        if other is not own and _is_of_before(other, own, len(readings)):
            yield from (
                Told(other, head.figure) for head in heads_of(place, other) if _is_amount(head.figure)
            )


def _all_of(rest: Figure, parts: Sequence[Figure], index: int, readings: Sequence[Reading]) -> Iterator[Told]:
    """Give the numbers of those to whom something happened, if some may be left: escaped, aboard, taken."""
    own = readings[index]
    for place, other in enumerate(readings):
        if other is not own and not _is_of_before(other, own, len(readings)):
            continue
        for head in heads_of(place, other):
            figure = head.figure
            if figure in (rest, *parts) or (other is own and figure.span.start > rest.span.start):
                continue
            whole = head.roles & _wholes() or roles_of(head.noun) & _wholes() & head.roles
            if whole and _is_amount(figure) and head.of is None:
                yield Told(other, figure)


def _is_body(noun: str) -> bool:
    return is_person(noun) or are_kin(noun, "body") or noun in table("roles")["tolls"]["persons"]


@cache
def _apart() -> re.Pattern[str]:
    return phrase(*table("arithmetic")["remainders"]["apart"])


@cache
def _wholes() -> frozenset[str]:
    """Give the roles of all those to whom something happened."""
    return frozenset(role for row in table("roles")["sum"] for role in row["whole"]) - {"cases", "tried"}


def _is_of_before(one: Reading, own: Reading, reports: int) -> bool:
    """Tell whether a report is on the matter of another, and no later."""
    first, last = one.document.published, own.document.published
    before = first is not None and last is not None and first <= last
    return before and on_one_matter(one, own, reports, within=_SOON)
