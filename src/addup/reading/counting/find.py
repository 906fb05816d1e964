"""What a figure counts: a noun of the text, or the noun that the text leaves out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.counting.ages import age
from addup.reading.counting.counts.find import count
from addup.reading.counting.durations import duration
from addup.reading.counting.gaps import gapped
from addup.reading.counting.measures import measure
from addup.reading.counting.money import money
from addup.reading.counting.shares.find import share
from addup.reading.counting.subjects import Seen, Subject
from addup.records import Amount, Kind, Time

_OF_KIND: dict[Kind, Callable[[Seen, Amount, Token], Subject]] = {
    "count": count,
    "money": money,
    "share": share,
    "measure": measure,
    "duration": duration,
    "age": age,
}


def find_subjects(doc: Doc, amounts: Sequence[Amount], times: Sequence[Time]) -> list[Subject]:
    """Give for each amount what it counts, in the order of the text.

    Amounts without a noun of their own borrow that of the amount before them, in their sentence or the one
    before ("15 killed and 60 wounded", "$9 million, or 30 cents a share").
    """
    seen = Seen(doc, amounts, times)
    for amount in amounts:
        anchor = grammar.anchor(grammar.span_of(doc, amount.span.start, amount.span.end))
        known = seen.again(amount, anchor) or gapped(seen, amount, anchor)
        seen.add(amount, known or _OF_KIND[amount.kind](seen, amount, anchor))
    return seen.subjects
