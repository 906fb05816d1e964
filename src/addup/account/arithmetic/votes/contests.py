"""Votes held against what was cast, margins against the two numbers, divisions against their chamber."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from addup.account.arithmetic.clashing import Told, are_far, clash, meant, quoted
from addup.account.arithmetic.intervals import as_written, total
from addup.account.language.wording import number
from addup.grouping.arithmetic.votes.contests import Contest, contest
from addup.grouping.arithmetic.votes.divisions import Division, divisions
from addup.grouping.arithmetic.votes.margins import Margin, margins
from addup.records import Figure, Finding, FindingKind, Grouping
from addup.words.hedges import half_of_last_digit

_MARGIN = Fraction(101, 100)
_MOST = 3
"""Candidates' votes that are more times all that were cast are not those of one vote."""
_LEAST_POINTS = Fraction(3, 2)
_HALF = Fraction(1, 2)
_SLIP = 4
"""A margin that is off by more times is of another vote, where only words bring it to its numbers."""
_MOST_TIMES = 20
"""Two candidates of whom one has so many times the other's votes are not the two of a margin."""


def contest_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the votes, margins and divisions of each report that cannot be."""
    for reading in grouping.readings:
        id = reading.document.id
        found = contest(reading)
        if found is not None:
            yield from _cast(found, id)
            yield from _valid(found, id)
        yield from _margins(list(margins(reading)), id)
        for division in divisions(reading):
            yield from _division(division, id)


def _low(figure: Figure) -> Fraction:
    return meant(figure).low or Fraction(0)


def _high(figure: Figure) -> Fraction | None:
    return meant(figure).high


def _cast(found: Contest, id: str) -> Iterator[Finding]:
    """Hold the votes of candidates against what was cast, or against the turnout of those registered."""
    votes = sum(map(_low, found.candidates), Fraction(0))
    limit, told, words = _limit(found)
    if limit is None or not found.candidates or not limit * _MARGIN < votes < limit * _MOST:
        return
    named = [Told(id, one) for one in (*found.candidates, *told)]
    counted = _sum(found.candidates)
    yield clash(
        "conflict",
        f"Votes for candidates: {counted}, but {words}: at least {number(_short(votes - limit))} too many.",
        [f"votes for candidates: {counted}", *(quoted(one) for one in told)],
        named,
        votes - limit,
    )


def _limit(found: Contest) -> tuple[Fraction | None, Sequence[Figure], str]:
    """Give the most votes that all candidates may have, the figures it rests on, and it in words."""
    ballots = [*found.cast, *found.valid]
    if ballots:
        every = max(ballots, key=lambda one: _high(one) or 0)
        top = None if any(_high(one) is None for one in ballots) else _high(every)
        return top, [every], f"“{every.span.text}” in all"
    if not found.registered or any(_high(one) is None for one in found.registered):
        return None, [], ""
    voters = max(found.registered, key=lambda one: _high(one) or 0)
    most = _high(voters) or Fraction(0)
    if not found.turnout:
        return most, [voters], f"“{voters.span.text}” might vote"
    turnout = max(found.turnout, key=lambda one: _high(one) or 0)
    share = _high(turnout)
    if share is None:
        return None, [], ""
    share = max(share, _low(turnout) + half_of_last_digit(_low(turnout)))
    words = f"“{turnout.span.text}” of “{voters.span.text}” is at most {number(_short(most * share / 100))}"
    return most * share / 100, [turnout, voters], words


def _valid(found: Contest, id: str) -> Iterator[Finding]:
    """Hold valid and spoiled ballots against all that were cast."""
    if len(found.cast) != 1 or len(found.valid) != 1:
        return
    (cast,), (valid,), void = found.cast, found.valid, found.void[:1]
    told, every = total(map(meant, (valid, *void))), meant(cast)
    low, least = told.low or Fraction(0), _low(cast)
    over = low - (every.high or low)
    under = least - (told.high or least)
    if over <= 0 and (under <= least / 100 or not void):
        return
    words = " + ".join(f"“{one.span.text}”" for one in (valid, *void))
    gap = max(over, under)
    off = f"{number(gap)} too {'many' if over > 0 else 'few'}"
    yield clash(
        "conflict",
        f"{words} = {number(low)}, but “{cast.span.text}” were cast: {off}.",
        [f"{words} = {number(low)}", f"“{cast.span.text}” in all"],
        [Told(id, one) for one in (valid, *void, cast)],
        gap,
    )


def _margins(found: Sequence[Margin], id: str) -> Iterator[Finding]:
    """Hold margins against the numbers of candidates; where one fits them, another is of another vote."""
    found = [one for one in found if not (one.loose and _is_of_another(one))]
    clashes = [list(_margin(one, id)) for one in found]
    fitting = {one.numbers for one, told in zip(found, clashes, strict=True) if not told}
    for one, told in zip(found, clashes, strict=True):
        if one.numbers not in fitting:
            yield from told


def _is_of_another(found: Margin) -> bool:
    """Tell whether a margin is so many times what lies between two numbers that it is of another vote."""
    first, second = _top_two(found)
    return are_far(abs(as_written(first) - as_written(second)), as_written(found.ahead), times=_SLIP)


def _margin(found: Margin, id: str) -> Iterator[Finding]:
    """Hold a margin against the numbers of any two candidates."""
    ahead, unit = as_written(found.ahead), found.ahead.amount.unit
    apart = [
        (
            abs(abs(as_written(one) - as_written(other)) - ahead) - _rounding(one, other, found.ahead),
            one,
            other,
        )
        for one, other in combinations(found.numbers, 2)
    ]
    spare = (abs(Fraction(str(one)) - Fraction(str(other))) for one, other in combinations(found.spare, 2))
    if ahead in spare:
        return
    off = min(gap for gap, *_ in apart)
    least = _LEAST_POINTS if unit in ("pp", "point") else max(Fraction(2), ahead / 100)
    if off < least:
        return
    first, second = _top_two(found)
    if are_far(as_written(first), as_written(second), times=_MOST_TIMES):
        return
    more, less = sorted((as_written(first), as_written(second)), reverse=True)
    kind: FindingKind = "conflict" if first.sentence == second.sentence and not found.loose else "tension"
    points = " points" if unit in ("pp", "point") else ""
    yield clash(
        kind,
        f"“{first.span.text}” and “{second.span.text}” are {number(_short(more - less))}{points} apart, but "
        f"“{found.ahead.span.text}” are told between them.",
        [
            f"{number(more)} − {number(less)} = {number(_short(more - less))}{points}",
            quoted(found.ahead),
        ],
        [Told(id, one) for one in (first, second, found.ahead)],
        off,
    )


def _top_two(found: Margin) -> tuple[Figure, Figure]:
    """Give the two largest numbers of the sentence nearest to a margin."""
    nearest = min(found.numbers, key=lambda one: abs(one.span.start - found.ahead.span.start))
    beside = [one for one in found.numbers if one.sentence == nearest.sentence]
    chosen = beside if len(beside) > 1 else found.numbers
    first, second = sorted(chosen, key=as_written, reverse=True)[:2]
    return first, second


def _rounding(*figures: Figure) -> Fraction:
    """Give by how much rounded numbers may differ otherwise than as they are written."""
    if figures[0].amount.unit == "%":
        return sum((half_of_last_digit(as_written(one)) for one in figures), Fraction(0))
    intervals = map(meant, figures)
    return sum(
        ((high - low) / 2 for low, high in intervals if high is not None and low is not None), Fraction(0)
    )


def _division(found: Division, id: str) -> Iterator[Finding]:
    """Hold those who voted one way or another, or not at all, against all who sit in a chamber."""
    votes = sum(map(_low, found.votes), Fraction(0))
    chamber = max(found.chamber, key=lambda one: _high(one) or 0)
    top = _high(chamber)
    if top is None or not votes * _HALF <= top < votes:
        return
    yield clash(
        "conflict",
        f"{_sum(found.votes)} voted or did not, but “{chamber.span.text}” is told: "
        f"at least {number(votes - top)} too many.",
        [_sum(found.votes), quoted(chamber)],
        [Told(id, one) for one in (*found.votes, chamber)],
        votes - top,
    )


def _sum(figures: Sequence[Figure]) -> str:
    """Add figures up as they are written: "31 + 24 + 3 = 58"."""
    values = [as_written(figure) for figure in figures]
    told = " + ".join(map(number, values))
    return f"{told} = {number(sum(values, Fraction(0)))}" if len(values) > 1 else told


def _short(value: Fraction) -> Fraction:
    return value if value.denominator == 1 else Fraction(f"{float(value):.5g}")
