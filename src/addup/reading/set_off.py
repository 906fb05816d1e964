"""Parts set off without a verb: "900 houses were hit when the river rose, 40 of them schools".

What happened to the whole, when, and who says so, holds for them, wherever the parser hangs them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from addup.reading import grammar
from addup.reading.frames import words
from addup.records import Figure

_PARTS = frozenset({"count", "share"})
_OF_THEM = re.compile(r" of (?:them|whom)\b(?P<rest>[^.,;:()\d]{2,40})(?=[.,;)]|$)")
# "12 of whom were officers", "of whom 12 were officers": only what they are is told of them.
_ARE_OF_THEM = re.compile(r" of (?:whom|which) (?:are|was|were)\b(?P<rest>[^.,;:()\d]{2,40})(?=[.,;)]|$)")
_ARE = re.compile(r"(?: (?:are|was|were)\b)?(?P<rest>[^.,;:()\d]{2,40})(?=[.,;)]|$)")
_OF_WHOM = re.compile(r" of (?:whom|which) (?:(?:about|almost|at least|more than|nearly|only|some) )*$")
_INCLUDING = re.compile(
    r"\b(?:including|among them)"
    r"(?: (?:about|almost|at least|just|more than|nearly|not (?:just|only)|only|some))* $"
)
_UP_TO_END = re.compile(r"[^.,;:()]+")
_SET_OFF = re.compile(r"[,(]\s(?:(?:about|almost|at least|including|more than|nearly|only|some) )*$")


def carry_to_parts(doc: Doc, text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Give the parts that are set off without a verb the event, days and source of their whole."""
    carried = list(figures)
    for place, part in enumerate(figures):
        whole = None
        if part.amount.kind in _PARTS:
            whole = _whole_of(doc, text, carried, place) or _including(doc, text, carried, place)
        if whole is not None:
            carried[place] = replace(part, event=whole.event, source=whole.source, stance=whole.stance)
            if not _has_own_time(part):
                carried[place] = replace(carried[place], period=whole.period, time=whole.time)
    return tuple(carried)


def _has_own_time(part: Figure) -> bool:
    """Whether a part has a time of its own: "58 of them last year"."""
    return part.time is not None and part.span.end <= part.time.start < part.sentence[1]


def _whole_of(doc: Doc, text: str, figures: Sequence[Figure], place: int) -> Figure | None:
    """Give the count that a figure is said to be a part of, which nothing else is said of."""
    part = figures[place]
    end = part.amount.number.end if part.amount.kind == "count" else part.amount.span.end
    found = _what_they_are(text, part, end) if part.event is None else None
    if found is None and _SET_OFF.search(text, part.sentence[0], part.span.start):
        found = _OF_THEM.match(text, end, part.sentence[1])
    if found is None or any(map(grammar.is_verb, grammar.span_of(doc, *found.span("rest")))):
        return None
    last = figures[place - 1] if place else None
    if last is None or last.sentence != part.sentence or last.amount.kind != "count":
        return None
    return last


def _what_they_are(text: str, part: Figure, end: int) -> re.Match[str] | None:
    """Find what so many of those before are: "12 of whom were officers", "of whom 12 were officers"."""
    if _OF_WHOM.search(text, part.sentence[0], part.span.start):
        return _ARE.match(text, end, part.sentence[1])
    return _ARE_OF_THEM.match(text, end, part.sentence[1])


def _including(doc: Doc, text: str, figures: Sequence[Figure], place: int) -> Figure | None:
    """Give the figure before that one is part of, which says no more of it: "including 40 nurses".

    The parser hangs it on the verb right before, whatever that tells of.
    """
    part = figures[place]
    start = part.span.start
    if _INCLUDING.search(text, part.sentence[0], start) is None:
        return None
    rest = _UP_TO_END.match(text, part.amount.number.end, part.sentence[1])
    if rest is None or any(grammar.is_verb(token) for token in grammar.span_of(doc, *rest.span())):
        return None
    before = (figure for figure in reversed(figures[:place]) if figure.sentence == part.sentence)
    return next((figure for figure in before if _may_be_whole(figure, part)), None)


def _may_be_whole(whole: Figure, part: Figure) -> bool:
    """Whether a figure may have another as its part: it is of the same kind, and no smaller count."""
    if whole.amount.kind != part.amount.kind or whole.event is None:
        return False
    if part.counted is not None and part.counted.head in words("event", "counted"):
        return False  # "6,000 crimes, including 80 murders"
    most, least = whole.amount.high, part.amount.low
    return whole.amount.kind == "share" or most is None or least is None or least <= most
