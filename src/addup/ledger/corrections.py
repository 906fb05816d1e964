"""Corrections laid over a reading.

A correction names a figure by where its number stands in the text. A document never changes, so the place
holds whatever version of addup reads the text; and each correction carries the whole figure as it stood, so
that it holds even where a later version does not find that figure.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from pydantic import TypeAdapter

from addup.ledger.errors import LedgerError
from addup.ledger.records import Act
from addup.records import (
    Amount,
    Bound,
    Change,
    Counted,
    Coverage,
    Figure,
    Kind,
    Period,
    Reading,
    Skipped,
    Source,
    Span,
    Stance,
)

FIGURE = TypeAdapter(Figure)
CARRIED = re.compile(r"(.+?) did so in \S+?(?:: |$)")
"""The reason of what is done again in the next version of a document, which names who did it first."""
REMOVED = "not a figure, says a correction"


def lay_over(reading: Reading, acts: Iterable[Act]) -> Reading:
    """Give a reading with all corrections that were not undone, in the order in which they were made."""
    figures = {figure.id: figure for figure in reading.figures}
    skipped = {(one.span.start, one.span.end): one for one in reading.coverage.skipped}
    for act in acts:
        if act.undone or act.subject is None or "figure" not in act.content:
            continue
        figure = figures.get(act.subject) or FIGURE.validate_python(act.content["figure"])
        place = (figure.amount.number.start, figure.amount.number.end)
        if act.kind == "remove":
            figures.pop(act.subject, None)
            skipped[place] = Skipped(figure.amount.number, REMOVED)
            continue
        if act.kind == "confirm":
            figure = FIGURE.validate_python(act.content["figure"])
        revised = revise(figure, act.content.get("fields", {}))
        if act.kind == "correct" and revised.amount != figure.amount:
            revised = replace(revised, corrected=_by_whom(act))
        figures[act.subject] = revised
        skipped = {at: one for at, one in skipped.items() if not _overlap(at, place)}
    return replace(
        reading,
        figures=tuple(sorted(figures.values(), key=lambda figure: (figure.span.start, figure.id))),
        coverage=_coverage(reading.coverage, len(figures), skipped.values()),
    )


def _by_whom(act: Act) -> str:
    """Say who corrected something: of what was carried over to a next version, who did it first."""
    carried = CARRIED.match(act.why or "")
    return carried[1] if carried else act.by


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _coverage(before: Coverage, figures: int, skipped: Iterable[Skipped]) -> Coverage:
    left = tuple(sorted(skipped, key=lambda one: one.span.start))
    return replace(before, numbers=max(before.numbers, figures + len(left)), figures=figures, skipped=left)


def new_figure(text: str, start: int, end: int, *, sentence: tuple[int, int]) -> Figure:
    """Make a figure of words that the reading missed; its amount is read from the words.

    Raises:
        LedgerError: the words hold no amount.
    """
    amount = _amount(text[start:end])
    moved = replace(amount, span=_moved(amount.span, start), number=_moved(amount.number, start))
    return Figure(
        id=str(moved.number.start), span=Span(text[start:end], start, end), amount=moved, sentence=sentence
    )


def _amount(words: str) -> Amount:
    from addup.reading.amounts import find_amounts
    from addup.reading.model import parse

    amounts, _ = find_amounts(parse(words), ())
    if not amounts:
        raise LedgerError(f"“{words}” holds no amount: give a number, such as 40 or “at least 40 people”.")
    return amounts[0]


def _moved(span: Span, by: int) -> Span:
    return Span(span.text, span.start + by, span.end + by)


def revise(figure: Figure, fields: Mapping[str, Any]) -> Figure:
    """Give a figure with some fields set: those of the published record, as they stand there.

    Raises:
        LedgerError: no such field, or a value that it cannot have.
    """
    for name, value in fields.items():
        if name not in FIELDS:
            raise LedgerError(f"a figure has no field {name!r} to correct: there are {', '.join(FIELDS)}.")
        figure = FIELDS[name](figure, _given(value))
    low, high = figure.amount.low, figure.amount.high
    if low is not None and high is not None and low > high:
        raise LedgerError(f"low {low} is more than high {high}.")
    return figure


def _given(value: Any) -> Any:
    return None if isinstance(value, str) and value.strip() in ("", "-") else value


def _choice(name: str, choices: tuple[str, ...], *, needed: bool = True) -> Callable[[Any], Any]:
    def choose(value: Any) -> Any:
        if value in choices or (value is None and not needed):
            return value
        raise LedgerError(f"{name} is one of {', '.join(choices)}, not {value!r}.")

    return choose


def _number(value: Any) -> int | float | None:
    if value is None:
        return None
    try:
        number = float(str(value).replace(",", ""))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise LedgerError(f"{value!r} is not a number.")
    return int(number) if number.is_integer() else number


def _day(value: Any) -> date | None:
    from addup.documents.days import given_day

    return None if value is None else given_day(value if isinstance(value, date) else str(value))


def _word(value: Any) -> str | None:
    return None if value is None else str(value)


def _of_amount(name: str, check: Callable[[Any], Any]) -> Callable[[Figure, Any], Figure]:
    def set_field(figure: Figure, value: Any) -> Figure:
        return replace(figure, amount=replace(figure.amount, **{name: check(value)}))

    return set_field


def _of_figure(name: str, check: Callable[[Any], Any]) -> Callable[[Figure, Any], Figure]:
    def set_field(figure: Figure, value: Any) -> Figure:
        changed: dict[str, Any] = {name: check(value)}
        return replace(figure, **changed)

    return set_field


def _value(figure: Figure, value: Any) -> Figure:
    """Set both ends at once, by a number or by words that say an amount ("at least 40")."""
    said = _amount(str(value))
    changed = replace(figure.amount, low=said.low, high=said.high, bound=said.bound, hedge=said.hedge)
    return replace(figure, amount=changed)


def _counted(figure: Figure, value: Any) -> Figure:
    if value is None:
        return replace(figure, counted=None)
    if isinstance(value, Mapping):
        return replace(figure, counted=Counted(str(value["text"]), str(value["head"])))
    words = str(value).split()
    return replace(figure, counted=Counted(" ".join(words), words[-1].lower()))


def _source(figure: Figure, value: Any) -> Figure:
    """Set who says it: the name, or the whole record of a source."""
    if isinstance(value, Mapping):
        return replace(figure, source=TypeAdapter(Source).validate_python(dict(value)))
    start, end = figure.sentence
    if value is None:
        return replace(figure, source=None)
    said = figure.source or Source(str(value), start, end)
    # What kind of source somebody else's name is, the words of the text do not say.
    kind = said.kind if said.name == value else None
    return replace(figure, source=replace(said, name=str(value), kind=kind))


def _period(end: str) -> Callable[[Figure, Any], Figure]:
    def set_field(figure: Figure, value: Any) -> Figure:
        changed: dict[str, Any] = {end: _day(value)}
        period: Period = replace(figure.period, **changed)
        if period.first and period.last and period.first > period.last:
            return replace(figure, period=Period(_day(value), _day(value)))
        return replace(figure, period=period)

    return set_field


FIELDS: dict[str, Callable[[Figure, Any], Figure]] = {
    "value": _value,
    "low": _of_amount("low", _number),
    "high": _of_amount("high", _number),
    "bound": _of_amount("bound", _choice("bound", get_args(Bound))),
    "kind": _of_amount("kind", _choice("kind", get_args(Kind))),
    "unit": _of_amount("unit", _word),
    "per": _of_amount("per", _word),
    "counted": _counted,
    "event": _of_figure("event", _word),
    "change": _of_figure("change", _choice("change", get_args(Change), needed=False)),
    "from": _period("first"),
    "to": _period("last"),
    "place": _of_figure("place", _word),
    "source": _source,
    "stance": _of_figure("stance", _choice("stance", get_args(Stance))),
}
"""How each field of a figure is set."""
