"""What came, what went, and what lies between the two: arrivals, departures and net migration.

Which of the three an amount is, the words beside it in its clause say, whatever it is said to count. The
three are in one unit and of the same days, as far as these are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, Literal

from addup.grouping.arithmetic.beside import (
    NAME,
    is_told,
    names_of,
    sentences_apart,
    takes_unit,
    value,
)
from addup.grouping.arithmetic.told import Told
from addup.grouping.patterns import alternatives, may_hold, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_LEAD, _BEHIND = 70, 45
_ITS_YEAR = ("the year", "year", "the month", "the quarter")
_NEAR = 2
_LEADS = 200
"""Characters of a title, and of the sentence behind it, that say what a report is on."""
_MONTH = 27
_ENDS = re.compile(r"[;:]|, (?:and|but|while)\b|\b(?:and|but|while|whereas)\b")
_BREAK = re.compile(r"[;:]")
_OF_SOME = re.compile(
    r"\b(?:exports?|imports?|exported|imported|deficit|surplus|gap|revenues?|income|spending|expenditures?|costs)"
    r" (?:of [a-z]|to [A-Z]|from [A-Z]|with [A-Z]|for [a-z]|on [a-z])"
)
_NOUN = re.compile(r"[\s-](?:[a-z$€£-]+[\s-]){0,2}")
_GOES_ON = re.compile(r"(?:That|This|It|Which)\b")
Role = Literal["in", "out", "more", "less", "either", "before", "after"]
_GAPS: tuple[Role, ...] = ("more", "less", "either")


@dataclass(frozen=True, slots=True)
class Moved(Told):
    """An amount of a report, and what it is: what came, what went, or what lies between."""

    role: Role
    of_some: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Net:
    """What came and went and what is said to lie between the two, and all other ways to choose the three."""

    came: Moved
    went: Moved
    gap: Moved
    others: tuple[tuple[Figure, Figure], ...]


def nets_told(readings: Sequence[Reading]) -> Iterator[Net]:
    """Find what some reports say came and went, and what lies between the two."""
    for row in table("arithmetic")["net"]:
        told = [one for reading in readings for one in _roles(reading, row)]
        across = row.get("across", False)
        for gap in (one for one in told if one.role in ("more", "less", "either")):
            found = _of_gap(gap, told if across else [one for one in told if one.reading is gap.reading])
            if found is not None:
                yield found


def words_of_role(words: Sequence[str]) -> re.Pattern[str]:
    """Match the words by which an amount has a role."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words, any_case=True)})(?!\w)")


def _of_gap(gap: Moved, told: Sequence[Moved]) -> Net | None:
    """Give what came and went of which an amount may be what lies between; None if nothing is told of it."""
    alike = [one for one in told if _fits(one, gap)]
    near = [one for one in alike if one.reading is gap.reading or _is_of_its_year(one, gap)]
    homes = {one.reading.document.id for one in near if one.figure.period.known}
    others = [one for one in alike if one not in near and one.reading.document.id in homes]
    near += [one for one in others if not one.figure.period.known]
    came, went = ([one for one in near if one.role == role] for role in ("in", "out"))
    pairs = [(one, other) for one, other in product(came, went) if _are_of_one_time(one, other, gap)]
    if not pairs:
        return None
    pairs = [pair for pair in pairs if _are_of_all(*pair, gap)]
    beside = [pair for pair in pairs if all(_is_beside(one, gap) for one in pair)]
    here = beside or [pair for pair in pairs if any(_is_of_its_year(one, gap) for one in pair)]
    here = here or _alone(pairs, gap, told)
    if not here:
        return None
    first, second = min(here, key=_spread)
    return Net(first, second, gap, tuple((one.figure, other.figure) for one, other in pairs))


def _alone(
    pairs: Sequence[tuple[Moved, Moved]], gap: Moved, told: Sequence[Moved]
) -> list[tuple[Moved, Moved]]:
    """Give what came and what went in one breath, where their report tells of one gap alone."""
    text = gap.reading.document.text
    gaps = {value(one.figure) for one in told if one.role in _GAPS and one.reading is gap.reading}
    near = [
        pair
        for pair in pairs
        if all(one.reading is gap.reading for one in pair)
        and sentences_apart(text, pair[0].figure, pair[1].figure) <= _NEAR
    ]
    return near if len(gaps) == 1 else []


def _spread(pair: tuple[Moved, Moved]) -> tuple[bool, float]:
    """Put pairs of one sentence first, and of these the largest: a part of what came is less than all."""
    first, second = (one.figure for one in pair)
    return first.sentence != second.sentence, -(value(first) + value(second))


def _fits(one: Moved, gap: Moved) -> bool:
    """Tell whether two amounts are in one unit; "spent 16.1 million" is in that of the others."""
    mine, its = one.figure.amount, gap.figure.amount
    if one.figure is gap.figure:
        return False
    alike = (mine.kind, mine.unit, mine.per) == (its.kind, its.unit, its.per)
    return alike or takes_unit(one.figure, gap.figure) or takes_unit(gap.figure, one.figure)


def _are_of_one_time(one: Moved, other: Moved, gap: Moved) -> bool:
    """Tell whether the days of three amounts, as far as they are known, are the same."""
    three = [one, other, gap]
    if gap.figure.time is not None and gap.figure.time.text.lower() in _ITS_YEAR and _is_beside(one, gap):
        three.pop()  # "The year closed with a profit": the one just told of
    known = [told.figure.period for told in three if told.figure.period.known]
    if any(days.meets(known[0]) is False for days in known[1:]):
        return False
    lengths = sorted(days.length for days in known)
    return not lengths or lengths[-1] <= 1.2 * lengths[0]


def _are_of_all(one: Moved, other: Moved, gap: Moved) -> bool:
    """Tell whether not one of three amounts is of some goods or partners and another of all."""
    if one.of_some == other.of_some == gap.of_some:
        return True
    if one.figure.sentence == gap.figure.sentence and one.reading is gap.reading:
        return True
    return one.of_some == other.of_some and bool(
        _GOES_ON.match(gap.reading.document.text, gap.figure.sentence[0])
    )


def net_names(reading: Reading) -> frozenset[str]:
    """Name the balances of which a report tells a part, by which others find it: "trade|marenda|2024"."""
    text = reading.document.text
    rows = [
        row for row in table("arithmetic")["net"] if row.get("across") and phrase(*row["about"]).search(text)
    ]
    told = [one for row in rows for one in _roles(reading, row)]
    names = names_of(reading)
    found: set[str] = set()
    for one in (one for one in told if one.figure.period.length > _MONTH):
        beside = text[slice(*one.figure.sentence)] + text[:_LEADS]
        where = names.intersection(NAME.findall(f"{beside} {one.figure.place or ''}"))
        days = f"{one.figure.period.first}|{one.figure.period.last}"
        found.update(f"{one.name}|{name.lower()}|{days}" for name in where)
    return frozenset(found)


def _is_beside(one: Moved, gap: Moved) -> bool:
    text = gap.reading.document.text
    return one.reading is gap.reading and sentences_apart(text, one.figure, gap.figure) <= _NEAR


def _is_of_its_year(one: Moved, gap: Moved) -> bool:
    """Tell whether two amounts are known to be of one stretch of days, and their reports share a name."""
    days, its = one.figure.period, gap.figure.period
    if not (days.known and days == its and days.first != days.last):
        return False
    return one.reading is gap.reading or bool(names_of(one.reading) & names_of(gap.reading))


def _roles(reading: Reading, row: Mapping[str, Any]) -> Iterator[Moved]:
    """Say of the amounts of a report what they are to one of the balances."""
    text = reading.document.text
    patterns = _patterns(row["name"])
    if not may_hold(text, [*row["more"], *row["less"], *row["either"], *row["in"], *row["out"]]):
        return
    amounts = [figure for figure in reading.figures if is_told(figure) and figure.amount.kind in row["kinds"]]
    for place, figure in enumerate(amounts):
        if figure.stance == "supposed" or (figure.stance == "expected" and not row.get("planned", False)):
            continue
        if phrase(*row["unless"]).search(text, *figure.sentence):
            continue
        before, behind = segments(text, amounts, place)
        role = role_of(before, behind, patterns)
        if role is not None and (figure.change is None or role in _GAPS):
            yield Moved(reading, figure, role, _OF_SOME.search(f"{before}{behind}") is not None, row["name"])


def segments(text: str, amounts: Sequence[Figure], place: int) -> tuple[str, str]:
    """Give the words of an amount's sentence before and behind it, up to the amounts beside it."""
    figure = amounts[place]
    start, end = figure.sentence
    if place and amounts[place - 1].span.end > start:
        start = amounts[place - 1].span.end
    if place + 1 < len(amounts) and amounts[place + 1].span.start < end:
        end = amounts[place + 1].span.start
    start, end = min(start, figure.span.start), max(end, figure.span.end)
    number_end = figure.amount.number.end
    return text[start : figure.span.start], text[number_end:end]


def role_of(
    before: str, behind: str, patterns: Mapping[Role, re.Pattern[str]], sides: Sequence[Role] = ("in", "out")
) -> Role | None:
    """Say what an amount is by the word nearest to it; what lies between two is told before it."""
    last = _BREAK.split(before)[-1]
    for role in _GAPS:
        if role in patterns and (patterns[role].search(last) or _names(behind, patterns[role])):
            return role
    near: list[tuple[int, Role]] = []
    behind = _ENDS.split(behind)[0]
    for role in sides:
        hits = [len(last) - hit.end() for hit in patterns[role].finditer(last)]
        hits = [far for far in hits if far <= _LEAD]
        hits += [hit.start() for hit in patterns[role].finditer(behind[:_BEHIND])]
        if hits:
            near.append((min(hits), role))
    near.sort()
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1]


def _names(behind: str, words: re.Pattern[str]) -> bool:
    """Tell whether the noun of an amount itself says that it lies between: "the 2.5 million euro deficit"."""
    found = words.search(behind[:_BEHIND])
    return found is not None and _NOUN.fullmatch(behind[: found.start()]) is not None


@cache
def _patterns(name: str) -> Mapping[Role, re.Pattern[str]]:
    row = next(row for row in table("arithmetic")["net"] if row["name"] == name)
    roles: tuple[Role, ...] = ("in", "out", *_GAPS)
    return {role: words_of_role(row[role]) for role in roles}
