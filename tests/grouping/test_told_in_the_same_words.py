"""Two reports that say the same of two numbers, in the same words, are held against each other."""

import pytest

import addup
from addup.records import Finding


def told(*texts: str, days: tuple[str, str] = ("2024-05-03", "2024-05-03")) -> list[Finding]:
    readings = [addup.read(text, published=day) for text, day in zip(texts, days, strict=True)]
    found = addup.check(addup.series(readings)).findings
    return [one for one in found if one.kind in {"conflict", "disputed", "revised"}]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Peru's annual inflation rate rose to {} percent in March, the statistics office said.",
            "7.4",
            "9.8",
        ),
        ("Malta's economy grew {} percent in the first quarter, the statistics office said.", "1.4", "2.8"),
        (
            "Consumer prices in Kenya rose {}% in March from a year earlier, official figures show.",
            "7.4",
            "9.8",
        ),
        ("The government of Kenya will spend ${} million on schools this year.", "740", "980"),
        ("The Unity Party will have {} seats in the new parliament of Kenya.", "54", "61"),
        ("The health ministry of Kenya has reported {} cholera cases since January.", "1,740", "2,980"),
        ("Orrin Foods shares closed at ${} on Thursday.", "54", "61"),
        ("The EU has pledged {} million euros in aid to Kenya, it said.", "74", "98"),
    ],
)
def test_the_same_words_tell_one_thing_whatever_it_is(text: str, one: str, other: str) -> None:
    (found,) = told(text.format(one), text.format(other))
    assert {evidence.text for evidence in found.evidence} != set()
    assert any(one in evidence.text for evidence in found.evidence)
    assert any(other in evidence.text for evidence in found.evidence)
    assert not told(text.format(one), text.format(one))


def test_a_change_told_in_the_same_words_shows_both_and_how_far_they_are_apart_at_least() -> None:
    text = "Malta's economy grew {} percent in the first quarter, {} said."
    both = text.format("1.4", "the bank"), text.format("2.8", "the statistics office")
    (found,) = told(*both, days=("2024-05-03", "2024-05-04"))
    assert found.text == (
        "Told in the same words: “1.4 percent” (the bank) and “2.8 percent” (the statistics office), "
        "apart by 1.3 %."
    )
    assert found.gap == 1.3  # 1.4 may be just below 1.45, and 2.8 just above 2.75


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # other months, other bases, other things
        (
            "Consumer prices in Kenya rose 7 percent in March.",
            "Consumer prices in Kenya rose 9 percent in April.",
        ),
        (
            "Consumer prices in Kenya rose 1 percent in March from a month earlier.",
            "Consumer prices in Kenya rose 9 percent in March from a year earlier.",
        ),
        (
            "Kenya will spend $740 million on schools this year.",
            "Kenya will spend $90 million on roads this year.",
        ),
        ("Core inflation in Kenya was 7 percent in March.", "Inflation in Kenya was 9 percent in March."),
        ("Shares rose 4 percent on Thursday.", "Shares rose 6 percent on Thursday."),
        ("Malta's economy grew about 1.4 percent in 2023.", "Malta's economy grew 1.43 percent in 2023."),
        (
            "Holm grew 4 percent in March and Orel 6 percent.",
            "Holm grew 4 percent in March and Orel 6 percent in March.",
        ),
    ],
)
def test_other_words_may_tell_of_something_else(one: str, other: str) -> None:
    assert not told(one, other)


def test_what_has_no_day_is_one_only_within_days() -> None:
    text = "Orrin Foods said sales of Selm Milk rose {} percent."
    assert told(text.format(4), text.format(9), days=("2024-05-03", "2024-05-04"))
    assert not told(text.format(4), text.format(9), days=("2024-05-03", "2024-05-20"))


@pytest.mark.parametrize(
    "other",
    [
        "Inflation in Peru was {} per cent in March, according to the central bank.",
        "Annual inflation in Peru accelerated to {} percent in March.",
        "In March inflation in Peru reached {}%, the statistics office said.",
    ],
)
def test_inflation_is_one_rate_in_all_words(other: str) -> None:
    text = "Peru's annual inflation rate rose to 7.4 percent in March, the statistics office said."
    assert told(text, other.format("9.8"))
    assert not told(text, other.format("7.4"))
