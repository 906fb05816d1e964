"""What looks only at the words that can tell something finds what looking at every word finds."""

from __future__ import annotations

from pathlib import Path

import pytest

import addup
from addup.reading.crediting.voices import find
from addup.reading.model import parse

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_report_hangs_on_a_word_that_is_not_looked_at(path: Path) -> None:
    doc = parse(path.read_text(encoding="utf-8"))
    everywhere = [voice for token in doc if token.tag_ for voice in find.voices_of(token)]
    assert list(find.find_voices(doc)) == everywhere


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Home students number 3,380, or 65 per cent; 1,460 come from Orrin.",
            ["3,380", "65 per cent", "1,460"],
        ),
        ("Public holidays in Selm will number 15 from next year.", ["15"]),
        ("Homes burnt down. They number 46.", ["46"]),
        ("He lives at number 46 in Selm.", []),
        ("Buses number 46 stop in Selm.", []),
    ],
)
def test_those_who_number_so_many_are_counted(text: str, numbers: list[str]) -> None:
    assert [figure.span.text for figure in addup.read(text, published="2025-06-12").figures] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Marenda will accept 60 and Brennick 55.", [60, 55]),
        ("The Reds won 19 of the 39 seats, the Blues 18 and the Greens 2.", [19, 39, 18, 2]),
        ("Selm contributes 640 beds to the new group, Holm 310 and Sankt Orr 180.", [640, 310, 180]),
        ("Selm itself lost 490, Orrin 228 and Holm 132.", [490, 228, 132]),
        ("Selm drove at 60 and Route 66 was empty.", [60]),
        ("Selm flew 60 and Boeing 747 jets were late.", [60]),
    ],
)
def test_what_a_verb_says_of_one_it_says_of_the_next(text: str, numbers: list[float]) -> None:
    assert [figure.amount.low for figure in addup.read(text, published="2025-06-12").figures] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In this year's round 404 of them, or 9.8 per cent, said no.", [404, 9.8]),
        ("Of the 212 lifts in the region 53 were running on Saturday.", [212, 53]),
        ("Of that number 1,870 have recovered.", [1870]),
        ("Of 1,500 tents flown in during the week 600, or 40 per cent, were dry.", [1500, 600, 40]),
        ("Of all who sent it back, 781 – 63 per cent – want it sold.", [781, 63]),
        ("Nine in ten voted no. Ninety people had gone home.", [90, 90]),
        ("Line 4 and line 5 were shut.", []),
        ("On stage 4 of the race the road was wet.", []),
    ],
)
def test_what_stands_behind_a_number_may_say_that_it_counts(text: str, numbers: list[float]) -> None:
    assert [figure.amount.low for figure in addup.read(text, published="2025-06-12").figures] == numbers
