"""Groups that a share makes, told of later as known: "45 percent of 1,840 homes", "the 1,012 homes".

A number behind "the", "those" or "all" is that of things told of before. Where its noun is one of the whole
of a share, or a word for those who did what is said of the share, and nothing sets it apart, it is the group
that the share made, unless another number of the report was told of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from addup.grouping.arithmetic.beside import are_kin, are_one_noun, is_told, stem, value, words_of
from addup.grouping.nouns import is_people, is_person
from addup.grouping.subjects.parts import Part, find_parts
from addup.grouping.tables import table
from addup.records import Figure, Reading

_KNOWN = re.compile(
    r"\b(?:all|all of the|all the|[Tt]he|those|these|[Oo]f the|[Oo]f those) (?:other |remaining )?$",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:other|remaining|further)\b", re.IGNORECASE)
_OF_NEXT = re.compile(
    r"\s*(?:percent|per cent|%|pct)?\s*of "
    r"(?:all |the |its |their |all the |all its |these |those |some |about )*"
)
_SET_APART = re.compile(
    r"\s+(?:who|which|that|whose|in|at|from|of|for|with|on|under|over|aged|built|made|born)\b"
)
_NEXT = 3
_LEAST = 10
_FAR = 4_000


@dataclass(frozen=True, slots=True)
class KnownGroup:
    """A share of a whole, the number told later of the group that it makes, and all others that may be it."""

    share: Figure
    whole: Figure
    size: Figure
    others: tuple[Figure, ...]


def known_groups(reading: Reading) -> Iterator[KnownGroup]:
    """Find the numbers that are told as known of groups that shares made before."""
    text = reading.document.text
    shares = [figure for figure in reading.figures if _is_share(figure)]
    if not shares:
        return
    parts = find_parts(reading)
    counts = [figure for figure in reading.figures if _is_count(figure)]
    for share in shares:
        whole = _whole_of(share, reading, parts)
        if whole is None or not _is_count(whole):
            continue
        sizes = [
            figure
            for figure in counts
            if 0 < figure.span.start - share.span.end < _FAR
            and figure is not whole
            and value(figure) < value(whole)
            and _is_known(figure, text)
            and _is_of_group(figure, share, whole, text)
        ]
        if sizes:
            about = words_of(text[slice(*share.sentence)])
            others = tuple(
                one
                for one in counts
                if one is not whole and one is not sizes[0] and _may_name(one, whole, about)
            )
            yield KnownGroup(share, whole, sizes[0], others)


def _is_share(figure: Figure) -> bool:
    return (
        figure.amount.kind == "share"
        and figure.amount.unit == "%"
        and figure.amount.bound in ("exact", "about")
        and figure.stance in ("stated", "expected")
        and (figure.amount.low or 0) < 100
    )


def _is_count(figure: Figure) -> bool:
    amount = figure.amount
    return is_told(figure) and amount.kind == "count" and amount.per is None and value(figure) >= _LEAST


def _whole_of(share: Figure, reading: Reading, parts: Mapping[int, Part]) -> Figure | None:
    """Give the number of which a share is: "18 percent of the 2,500 jobs", "1,200 jobs, 35 % of which"."""
    place = reading.figures.index(share)
    if place in parts:
        return reading.figures[parts[place].whole]
    counted = _just_counted(share, reading)
    if counted is not None:
        return counted
    if place + 1 < len(reading.figures):
        behind = reading.figures[place + 1]
        between = reading.document.text[
            share.amount.number.end : max(behind.span.start, share.amount.number.end)
        ]
        if _OF_NEXT.fullmatch(between):
            return behind
    return None


def _just_counted(share: Figure, reading: Reading) -> Figure | None:
    """Give the one count right before a share of the same things: "180 grants. 55 percent went to women"."""
    head = share.counted.head.lower() if share.counted else ""
    near = [
        one
        for one in reading.figures
        if _is_count(one)
        and one.counted
        and one.counted.head.lower() == head
        and one.span.end <= share.span.start
        and share.sentence[0] - one.sentence[1] <= _NEXT
    ]
    return near[0] if len(near) == 1 and not is_people(head) else None


def _is_known(figure: Figure, text: str) -> bool:
    """Tell whether a number is told of things that the reader knows of, and not of the rest of them."""
    before = text[figure.sentence[0] : figure.span.start]
    found = _KNOWN.search(before)
    return found is not None and _REST.search(found[0]) is None


def _is_of_group(size: Figure, share: Figure, whole: Figure, text: str) -> bool:
    """Tell whether a number is of the things of which a share is, and of those of whom the share is told."""
    about = words_of(text[slice(*share.sentence)])
    if not _may_name(size, whole, about):
        return False
    told = (
        size.counted.text.lower().split()[:-1] if size.counted and size.counted.text in size.span.text else []
    )
    apart = {stem(word) for word in told if word not in _plain()} - about
    behind = text[size.span.end : size.sentence[1]]
    if _SET_APART.match(behind):
        clause = re.split(r"[,;.](?!\d)", behind)[0]
        mine = words_of(clause)
        return not apart and (bool(mine & about) or are_kin(mine, about, "known"))
    return not apart


def _may_name(size: Figure, whole: Figure, about: frozenset[str]) -> bool:
    """Tell whether two counts are of the same things, or one names people by what a share says they did."""
    if size.counted is None or whole.counted is None:
        return False
    mine, its = size.counted.head.lower(), whole.counted.head.lower()
    if are_one_noun(mine, its) or (is_people(mine) and (is_person(its) or is_people(its))):
        return True
    if (
        stem(size.counted.text.lower().split()[-1]) in about and mine not in _plain()
    ):  # "55 percent went to women", "the 118 women"
        return True
    deeds = table("arithmetic")["known"]["deeds"]
    return any(mine in names and about & frozenset(map(stem, verbs)) for names, verbs in deeds)


@cache
def _plain() -> frozenset[str]:
    return frozenset(table("arithmetic")["known"]["plain"])
