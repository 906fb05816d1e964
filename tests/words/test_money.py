"""Amounts of money in words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from addup.account.language.wording import amount, number, whole
from addup.words import Interval
from addup.words.money import money


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        ("4300000000", "EUR", "4.3 billion euros"),
        ("150000000", "USD", "150 million US dollars"),
        ("1234567", "CHF", "1,234,567 Swiss francs"),
        ("12.5", "GBP", "12.50 pounds sterling"),
        ("3", "QQQ", None),
        ("420000000", "XXX", "420 million crowns"),
    ],
)
def test_money_is_told_with_its_currency(value: str, code: str, words: str | None) -> None:
    assert money(Fraction(value), code) == words


def test_a_unit_is_told_once_in_a_range() -> None:
    ends = Interval(Fraction(4_200_000_000), Fraction(4_300_000_000))
    assert amount(ends, unit="EUR") == "4.2 to 4.3 billion euros"


def test_other_units_stand_behind_the_number() -> None:
    assert number(92, "%") == "92 %"


@pytest.mark.parametrize(
    ("ends", "kept"), [(("134.6", "155.4"), (135, 155)), (("4.2", "4.8"), ("4.2", "4.8"))]
)
def test_people_are_counted_in_whole_numbers(ends: tuple[str, str], kept: tuple[str, str]) -> None:
    assert whole(Interval(*map(Fraction, ends))) == Interval(*map(Fraction, kept))
