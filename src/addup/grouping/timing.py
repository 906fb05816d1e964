"""Which days a figure counts, where the words beside it say that it counts everything so far."""

from __future__ import annotations

import re

from addup.grouping.lexicon import phrase, table
from addup.records import Figure, Period

_NEAR = 30


def counting_days(figure: Figure, text: str) -> Period:
    """Give the days that a figure counts; unknown for a count of everything so far ("900 in all").

    Such a count began nobody knows when, whatever day its sentence names, unless it names the beginning
    ("in all since April").
    """
    return Period() if counts_all(figure, text) else figure.period


def counts_all(figure: Figure, text: str) -> bool:
    """Tell whether words beside a figure say that it counts everything so far, and not from when."""
    rows = table("cues")["so_far"]
    start, end = figure.sentence
    before = text[max(start, figure.span.start - _NEAR) : figure.amount.number.start]
    behind = text[figure.span.end : min(end, figure.span.end + _NEAR)].lstrip(" ,")
    after = re.split(r"[.,;:()\d]", behind)[0]
    if not (_ends_with(before, rows["before"]) or phrase(*rows["after"]).search(after)):
        return False
    if figure.time is None:
        return True
    since = text[max(0, figure.time.start - _NEAR) : figure.time.end]
    return not phrase(*rows["unless"]).search(since)


def _ends_with(words: str, cues: list[str]) -> bool:
    """Tell whether words end in a cue, but for a hedge ("the total to about")."""
    return bool(re.search(phrase(*cues).pattern + r"\s+(?:[\w-]+\s+){0,2}$", words, re.IGNORECASE))
