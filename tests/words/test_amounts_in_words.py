"""What amounts in words commit to."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addup.words import AmountError, Interval, charitable, figure_meaning, phrases, read_amount, sharp
from addup.words.numbers import read_number

Ends = tuple[float | None, float | None]


def ends(interval: Interval) -> Ends:
    low, high = interval
    return None if low is None else float(low), None if high is None else float(high)


@pytest.mark.parametrize(
    ("amount", "widest", "said"),
    [
        ("more than 100,000", (100_000, None), (100_000, 110_000)),
        ("at least 144", (144, None), (144, 158.4)),
        ("nearly 500,000", (400_000, 500_000), (450_000, 500_000)),
        ("about 16,000", (14_400, 17_600), (15_200, 16_800)),
        ("about 5", (4, 6), (4.5, 5.5)),
        ("some 40", (30, 50), (35, 45)),
        ("up to 1,700", (0, 1_700), (0, 1_700)),
        ("fewer than 60", (0, 60), (0, 60)),
        ("between 15 and 20", (15, 20), (15, 20)),
        ("15–20", (15, 20), (15, 20)),
        ("2 to 2.5 million", (2_000_000, 2_500_000), (2_000_000, 2_500_000)),
        ("2.5 million", (2_450_000, 2_550_000), (2_500_000, 2_500_000)),
        ("two and a half million", (2_450_000, 2_550_000), (2_500_000, 2_500_000)),
        ("$1.5bn", (1_450_000_000, 1_550_000_000), (1_500_000_000, 1_500_000_000)),
        (300_000, (285_000, 315_000), (300_000, 300_000)),
        (144, (144, 144), (144, 144)),
        (10, (10, 10), (10, 10)),
        ("exactly 300,000", (300_000, 300_000), (300_000, 300_000)),
        ("several", (2, 20), (3, 9)),
        ("several hundred", (200, 2_000), (300, 900)),
        ("dozens", (12, 240), (24, 119)),
        ("tens of thousands", (10_000, 200_000), (20_000, 99_000)),
        ("three dozen", (36, 36), (36, 36)),
        ("at least 30", (30, None), (30, 33)),
        ("30 or more", (30, None), (30, None)),
        ("nobody", (0, 0), (0, 0)),
    ],
)
def test_amount_is_read_both_ways(amount: str | int, widest: Ends, said: Ends) -> None:
    meaning = read_amount(amount)
    assert (ends(meaning.charitable), ends(meaning.sharp)) == (widest, said)


@pytest.mark.parametrize(
    ("amount", "widest"),
    [("40", (38, 42)), ("61.2 percent", (61.15, 61.25)), ("half", (47.5, 52.5)), ("most", (50, 100))],
)
def test_share_is_read_in_per_cent(amount: str, widest: Ends) -> None:
    assert ends(read_amount(amount, unit="%").charitable) == widest


@pytest.mark.parametrize(
    "amount", ["", "a lot", "16,000 people", "-5", "several or so many", "about about 3"]
)
def test_amount_with_something_left_over_is_refused(amount: str) -> None:
    with pytest.raises(AmountError, match="not understood"):
        read_amount(amount)


@pytest.mark.parametrize(
    ("convention", "words", "widest"),
    [
        ("aan", "several", (3, None)),
        ("aan", "a couple", (2, None)),
        ("aan", "dozens", (24, None)),
        ("acled", "dozens", (12, None)),
        ("acled", "hundreds", (100, None)),
        ("acled", "several", (2, 20)),
    ],
)
def test_vague_words_follow_the_named_convention(convention: str, words: str, widest: Ends) -> None:
    assert ends(read_amount(words, convention=convention).charitable) == widest  # type: ignore[arg-type]


def test_bound_speaks_for_a_missing_hedge() -> None:
    assert ends(read_amount(80, bound="min").charitable) == (80, None)
    assert ends(read_amount(80, bound="max").charitable) == (0, 80)
    assert ends(read_amount("nearly 80", bound="max").charitable) == (64, 80)


def test_rates_in_words_bound_every_unit_only_where_the_words_do() -> None:
    assert read_amount("up to 1,700").every_unit
    assert read_amount("more than 20").every_unit
    assert not read_amount("nearly 20").every_unit
    assert not read_amount("about 20").every_unit


def test_read_figure_gives_the_same_intervals_as_its_words() -> None:
    assert charitable(low=None, high=200, bound="max", hedge="nearly") == Interval(
        Fraction(160), Fraction(200)
    )
    assert sharp(low=100, high=None, bound="min", hedge="over") == Interval(Fraction(100), Fraction(110))
    assert ends(charitable(low=617_000, high=617_000, bound="exact")) == (616_500, 617_500)
    dozens = figure_meaning(low=24, high=None, bound="vague", number="dozens")
    assert ends(dozens.charitable) == (12, 240)


@pytest.mark.parametrize("phrase", [*phrases("before")])
def test_every_hedge_phrase_is_read_in_front_of_a_number(phrase: str) -> None:
    assert read_amount(f"{phrase} 450").charitable is not None


@given(st.integers(0, 10**15))
def test_every_whole_number_is_within_both_its_readings(value: int) -> None:
    meaning = read_amount(f"{value:,}")
    for low, high in (meaning.charitable, meaning.sharp):
        assert low is not None
        assert high is not None
        assert low <= value <= high


@given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion"]))
def test_magnitudes_multiply(value: int, magnitude: str) -> None:
    size = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[magnitude]
    number = read_number(f"{value} {magnitude}")
    assert number is not None
    assert number.value == value * size
