"""What changed in the figures from one version of a document to the next."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from addup.records import Figure, Reading


def changes(before: Reading, after: Reading) -> Iterator[str]:
    """Tell in words which figures differ between two versions of a document, in the order of the text.

    Figures are taken for the same where they count the same thing in the same order.
    """
    old, new = before.figures, after.figures
    matcher = SequenceMatcher(a=[_about(one) for one in old], b=[_about(one) for one in new], autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(old[first:last], new[begin:end], strict=True)
            yield from (
                f"“{one.span.text}” is now “{two.span.text}”" for one, two in pairs if _differ(one, two)
            )
        else:
            yield from (f"“{one.span.text}” is gone" for one in old[first:last])
            yield from (f"“{one.span.text}” is new" for one in new[begin:end])


def _about(figure: Figure) -> tuple[str, str | None, str | None, str | None]:
    counted = figure.counted.head if figure.counted else None
    return figure.amount.kind, figure.amount.unit, counted, figure.event


def _differ(one: Figure, two: Figure) -> bool:
    ends = [(figure.amount.low, figure.amount.high, figure.amount.bound) for figure in (one, two)]
    return ends[0] != ends[1]
