"""Words that say that an amount is of others, or of others too, and not of those told of."""

from __future__ import annotations

import re
from functools import cache

from addup.grouping.patterns import alternatives, phrase
from addup.grouping.tables import table
from addup.records import Figure

_NEXT_CLAUSE = re.compile(r"[;:]|,? (?:and|but|while) (?=[A-Z]|(?:it|the|they|he|she)\b)")
_NO_MORE = re.compile(
    r"\b(?:no|nothing|nobody|none|without any) (?:other|others|another|else)\b", re.IGNORECASE
)


def holds_more(total: Figure, text: str) -> bool:
    """Tell whether words about an amount say that it is of others, or of others too."""
    start, end = total.sentence
    behind = _NEXT_CLAUSE.split(text[total.span.end : end])[0]
    words = _NO_MORE.sub(" ", f"{text[start : total.span.end]}{behind}")
    return phrase(*table("arithmetic")["each"]["more"]).search(words) is not None


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives(table('arithmetic')['products']['compared'], any_case=True)})(?: \w+)?\W+$"
    )


def is_compared(figure: Figure, text: str) -> bool:
    """Tell whether an amount is what another is held against: "against 3.2 million last year"."""
    return _compared().search(text[figure.sentence[0] : figure.span.start]) is not None
