"""Posts are found by the account above, before or behind them, and nothing else is one."""

import pytest

from addup.documents.posts import posts_of


def read(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*post.who)], " ".join(text[slice(*post.content)].split())) for post in posts_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Selm Police @SelmPolice · 3h\n40 arrests.\n\nMore follows.", [("Selm Police", "40 arrests.")]),
        ("Jo Bell (@jobell): 40 boats sank.", [("Jo Bell", "40 boats sank.")]),
        ("The harbour.\n\n40 boats! — Jo Bell (@jobell) May 3, 2024", [("Jo Bell", "40 boats!")]),
        ("<tweet>40 boats!— Jo Bell (@jobell) May 3, 2024</tweet>.", [("Jo Bell", "40 boats!")]),
        ("Jo Bell @jobell@sea.example • May 3\n40 boats.\n", [("Jo Bell", "40 boats.")]),
        (
            "Jo Bell @jobell · 3h\n40 boats.\nSelm Police @SelmPolice\n12 boats.\n",
            [("Jo Bell", "40 boats."), ("Selm Police", "12 boats.")],
        ),
    ],
)
def test_a_post_is_of_the_account_beside_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Write to jo@selm.example: 40 boats.", "He tweeted at @jobell that 40 boats sank.", "40 boats sank."],
)
def test_an_address_and_a_mention_are_no_account_of_a_post(text: str) -> None:
    assert read(text) == []
