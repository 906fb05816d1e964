"""What holds for every text: offsets, order, coverage, the same answer twice."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from amounts.reader import read

PIECES = [
    "about", "more than", "12", "1,700", "2.5 million", "$", "€5", "percent", "%", "people",
    "two dozen", "a third of", "between", "and", "to", "-", "one", "of the", "F-16", "3:30", "5 feet",
    "10", "a year", "half", "several hundred", "page", "9/11", "2-1", "(", ")", ".", ",", "\n\n",
    "Boeing", "747", "twice", "no one", "first", "½", "#1", "°C", "20cm-40cm", "-", "6-3 vote", "aged",
    "+44 20 7946 0000", "@", "x", "m", "bn", "USD", "or more", "up", "most",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))


@settings(deadline=None)
@given(TEXTS)
def test_offsets_are_those_of_the_text(text: str) -> None:
    found, skipped = read(text)
    for span in [s for amount in found for s in (amount.span, amount.number)] + [s.span for s in skipped]:
        assert text[span.start : span.end] == span.text
    for amount in found:
        assert amount.span.start <= amount.number.start < amount.number.end <= amount.span.end


@settings(deadline=None)
@given(TEXTS)
def test_nothing_overlaps_and_all_is_in_order(text: str) -> None:
    for spans in ([amount.span for amount in read(text)[0]], [one.span for one in read(text)[1]]):
        for first, second in pairwise(spans):
            assert first.end <= second.start


@settings(deadline=None)
@given(TEXTS)
def test_every_digit_is_accounted_for(text: str) -> None:
    found, skipped = read(text)
    spans = [amount.span for amount in found] + [one.span for one in skipped]
    for match in re.finditer(r"\d+", text):
        assert any(span.start <= match.start() < span.end for span in spans), match[0]


@settings(deadline=None)
@given(TEXTS)
def test_an_amount_has_the_ends_that_its_bound_says(text: str) -> None:
    for amount in read(text)[0]:
        assert (amount.low is None) == (amount.bound == "max")
        if amount.bound in ("exact", "about"):
            assert amount.low == amount.high


@settings(deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert read(text) == read(text)
