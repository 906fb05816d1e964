"""Parts set off without a verb: "900 houses were hit when the river rose, 40 of them schools".

What happened to the whole, when, and who says so, holds for them, wherever the parser hangs them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from addup.reading import grammar
from addup.records import Figure

_PARTS = frozenset({"count", "share"})
_OF_THEM = re.compile(r" of (?:them|whom)\b(?P<rest>[^.,;:()\d]{2,40})(?=[.,;)]|$)")
_SET_OFF = re.compile(r"[,(]\s(?:(?:about|almost|at least|including|more than|nearly|only|some) )*$")


def carry_to_parts(doc: Doc, text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Give the parts that are set off without a verb the event, days and source of their whole."""
    carried = list(figures)
    for place, part in enumerate(figures):
        whole = _whole_of(doc, text, carried, place) if part.amount.kind in _PARTS else None
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
    found = _OF_THEM.match(text, end, part.sentence[1])
    if found is None or not _SET_OFF.search(text, part.sentence[0], part.span.start):
        return None
    if any(grammar.is_verb(token) for token in grammar.span_of(doc, *found.span("rest"))):
        return None
    last = figures[place - 1] if place else None
    if last is None or last.sentence != part.sentence or last.amount.kind != "count":
        return None
    return last
