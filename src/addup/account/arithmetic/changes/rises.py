"""What is said to have gone up or down, held against the two amounts: 242 to 331 is no fall.

The amounts are matched loosely, so that this is worth a look and no conflict. It is told only where the
change is off by a clear margin after all rounding, and no other two amounts beside it bear it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from addup.account.arithmetic.changes.stated import step_factor
from addup.account.arithmetic.clashing import Told, are_far, cite, meant
from addup.account.arithmetic.intervals import as_written, less, middle, ratio
from addup.account.language.wording import amount, number
from addup.grouping.arithmetic.changes.apart import Apart, changes_apart, stands_beside
from addup.grouping.arithmetic.changes.levels import Levels
from addup.grouping.arithmetic.changes.since import Since, rises_since
from addup.grouping.arithmetic.changes.steps import Step
from addup.grouping.arithmetic.changes.turned import Turn, turns_told
from addup.grouping.relations.changes import changes_told
from addup.records import Evidence, Figure, Finding, Grouping, Reading

_POINTS = Fraction(3, 2)
_MOST_TIMES = 8
_NEAR = 3
"""What is off by more times is no slip of a writer, but told of something else."""
_POINT = Fraction(6, 1000)
_LITTLE = Fraction(6, 100)
"""So much, or such a part of it, a change may be off as it is written to be that of two amounts."""
_PART = Fraction(15, 100)
"""So many points, or so much of a change in percent, may lie between what is said and what it was."""


def rise_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give what is said to have gone up or down and did not, or not so much."""
    for reading in grouping.readings:
        yield from (_turned(turn, reading) for turn in turns_told(reading) if _went_other_way(turn))
        stated = {change.step.id for change in changes_told(reading)}
        for one in changes_apart(reading):
            if one.step.figure.id not in stated:
                yield from _left_over(one, reading)


def since_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give what is said to have gone up or down since another report, and did not, or not so much."""
    for since in rises_since(grouping.readings):
        if not any(_fits(since.step, before, since.after) for _, before in since.befores):
            yield _told_since(since)


def _left_over(apart: Apart, reading: Reading) -> Iterator[Finding]:
    """Tell of a change that nothing bears out, where one pair that it may be of is left.

    A change that any two amounts of its report bear out is of these, if it does not stand beside others, and
    two amounts that another change is borne out by are of that one.
    """
    step = apart.step
    if any(_fits(step, pair.before, pair.after) for pair in apart.pairs) or _is_of_others(step, reading):
        return
    beside = [pair for pair in apart.pairs if stands_beside(step, pair, reading.document.text)]
    if not beside and any(_is_as_written(step, *two) for two in apart.bearing):
        return
    pairs = [
        pair
        for pair in beside or apart.pairs
        if not any(_is_as_written(other, pair.before, pair.after) for other in apart.others)
    ]
    pairs = [pair for pair in pairs if pair.by_words] or pairs
    pairs = [pair for pair in pairs if not _is_far(pair)]
    alone = len({(meant(pair.before), meant(pair.after)) for pair in pairs}) == 1
    if alone and (beside or _is_near(step, pairs[0])):
        yield _told(pairs[0], step, reading.document.id)


def _is_as_written(step: Step, before: Figure, after: Figure) -> bool:
    """Tell whether two amounts, as they are written, bear out what is said of a change."""
    was, became = (middle(meant(figure)) for figure in (before, after))
    said, moved = _said_and_moved(step, was, became)
    way = "up" if became > was else "down"
    return way == step.way and abs(said - moved) <= max(
        said * _LITTLE, Fraction(0) if step.how == "points" else _POINT
    )


def _said_and_moved(step: Step, was: Fraction, became: Fraction) -> tuple[Fraction, Fraction]:
    """Give by how much of itself, or by how many points, an amount is said to have changed, and did."""
    if step.how == "points":
        return middle(meant(step.figure)), abs(became - was)
    factor = as_written(step.figure)
    factor = factor - 1 if step.how == "times" else factor / 100
    return abs(factor), abs(became / was - 1) if was else Fraction(0)


def _is_near(step: Step, pair: Levels) -> bool:
    """Tell whether a change is off by no more than writers are: what is further off is of something else."""
    said, moved = _said_and_moved(step, *(middle(meant(figure)) for figure in (pair.before, pair.after)))
    return bool(said and moved) and not are_far(said, moved, times=_NEAR)


def _told_since(since: Since) -> Finding:
    """Tell what was said of a change, and what it was since another report."""
    reading, before = since.befores[0]
    step, after = since.step.figure, since.after
    cited = [Told(reading.document.id, before)]
    cited += (Told(since.reading.document.id, figure) for figure in _sorted(step, after))
    return cite("tension", _is_said(step.span.text, before, after), list(_rows(before, after)), cited)


def _is_far(pair: Levels) -> bool:
    """Tell whether two amounts lie so far from each other that the one did not become the other."""
    was, became = meant(pair.before), meant(pair.after)
    return are_far(was.low or was.high, became.low or became.high, times=_MOST_TIMES)


def _is_of_others(step: Step, reading: Reading) -> bool:
    """Tell whether any other two amounts of its sentence bear a change out, whatever they seem to be of."""
    beside = [
        figure
        for figure in reading.figures
        if figure.sentence == step.figure.sentence
        and figure is not step.figure
        and figure.amount.kind in ("count", "measure", "money")
    ]
    return any(_fits(step, before, after) for before, after in permutations(beside, 2))


def _fits(step: Step, before: Figure, after: Figure) -> bool:
    """Tell whether what is said of a change may be true of two amounts."""
    was, became = meant(before), meant(after)
    if step.how in ("by", "points"):
        moved = less(became, was) if step.way == "up" else less(was, became)
        said = meant(step.figure)
        slack = (said.high or said.low or Fraction(0)) * _PART
        return moved.meets(said, slack=slack)
    factor, moved = step_factor(step.figure, step.way), ratio(became, was)
    slack = max(_POINTS / 100, abs((factor.low or factor.high or Fraction(1)) - 1) * _PART)
    if step.how == "times" and step.figure.amount.bound == "exact":
        slack = _POINTS / 100  # what is loosely said is within the factor already
    return moved.meets(factor, slack=slack)


def _went_other_way(turn: Turn) -> bool:
    """Tell whether an amount fell that is said to have risen, and be it by how much amounts change."""
    was, became = meant(turn.levels.before), meant(turn.levels.after)
    return not _is_far(turn.levels) and (became.below(was) if turn.way == "up" else was.below(became))


def _told(pair: Levels, step: Step, document: str) -> Finding:
    """Tell what was said of a change, and what it was."""
    before, after = pair.before, pair.after
    cited = [Told(document, figure) for figure in _sorted(step.figure, before, after)]
    return cite("tension", _is_said(step.figure.span.text, before, after), list(_rows(before, after)), cited)


def _is_said(words: str, before: Figure, after: Figure) -> str:
    return (
        f"“{words}” is said of the change from “{before.span.text}” to “{after.span.text}”, "
        f"which is {_change(before, after)}."
    )


def _turned(turn: Turn, reading: Reading) -> Finding:
    """Tell which way an amount was said to have gone, and which way it went."""
    before, after = turn.levels.before, turn.levels.after
    word = Evidence.within(reading.document, *turn.word)
    cited = [Told(reading.document.id, figure) for figure in (before, after)]
    found = cite("tension", _is_said(word.text, before, after), list(_rows(before, after)), cited)
    return replace(found, evidence=tuple(sorted((word, *found.evidence), key=lambda piece: piece.start)))


def _sorted(*figures: Figure) -> list[Figure]:
    return sorted(figures, key=lambda figure: figure.span.start)


def _rows(before: Figure, after: Figure) -> Iterator[str]:
    """Write what each amount is read as."""
    for figure in (before, after):
        yield f"{figure.span.text}, read as {amount(meant(figure), unit=figure.amount.unit)}"


def _change(before: Figure, after: Figure) -> str:
    """Write what lies between two amounts: "a rise of 42 % (0.8)", "no change"."""
    was, became = (middle(meant(figure)) for figure in (before, after))
    if not was or was == became:
        return "no change" if was else "no rise that can be told in percent"
    way = "rise" if became > was else "fall"
    moved = Fraction(f"{float(abs(became / was - 1) * 100):.3g}")
    by = Fraction(f"{float(abs(became - was)):.4g}")
    return f"a {way} of {number(moved, '%')}, by {number(by, before.amount.unit)}"
