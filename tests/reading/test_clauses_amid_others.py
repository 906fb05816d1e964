"""Clauses, reports and amounts amid others hang where grammar leaves them one place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from addup.reading.model import parse
from addup.records import Figure

Finder = Callable[[str, str], Figure]


@pytest.mark.parametrize(
    ("text", "word", "label", "above"),
    [
        (
            "Yet two weeks ago, after his rivals all dropped out and he might have been expected to rest, "
            "he unloaded again on the paper.",
            "dropped",
            "advcl",
            "unloaded",
        ),
        (
            "The top three most important issues facing the town, respondents said, are schools and roads.",
            "issues",
            "nsubj",
            "schools",
        ),
        ("In a poll of 900 voters she led Mr. Bell 56 percent to 32 percent.", "Bell", "obj", "led"),
        (
            "Prosecutors charged two Selm developers, Ann Bell and Jo Orr, with defrauding 74 investors.",
            "Ann",
            "appos",
            "developers",
        ),
        (
            "Just last week, an amendment to end the tax as part of a broader proposal to cut spending "
            "passed by a vote of 90 to 10.",
            "amendment",
            "nsubj",
            "passed",
        ),
    ],
)
def test_a_word_hangs_where_nothing_else_can_be(text: str, word: str, label: str, above: str) -> None:
    found = next(token for token in parse(text) if token.text == word)
    assert (found.dep_, found.head.text) == (label, above)


def test_an_amount_is_joined_to_one_of_its_unit(figure: Finder) -> None:
    text = (
        "Orel says it will offer 1,850 francs each for shares that enjoy full rights, "
        "and 1,800 francs each for others."
    )
    assert (figure(text, "1,800").event, figure(text, "1,800").stance) == ("offer", "expected")


def test_what_comes_to_pass_is_told_of_its_week(figure: Finder) -> None:
    text = (
        "Just last week, an amendment to end the tax as part of a broader proposal to cut spending passed "
        "by a vote of 90 to 10."
    )
    assert figure(text, "90").stance == "stated"
