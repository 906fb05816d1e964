"""Reports full of numbers that are all right: nothing is said of them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from checked import found

import addup

QUIET = tomllib.loads(Path(__file__).with_name("quiet.toml").read_text(encoding="utf8"))


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_a_report_without_a_contradiction_is_left_in_peace(text: str) -> None:
    loud = found(text, published="2025-07-02", kinds=("conflict", "tension", "disputed"))
    assert [finding.text for finding in loud] == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The injured come down as some die, or with a word of it.
        (
            "A jet broke in two in Selm on Friday, killing nine people and injuring 48, police said.",
            "Two more people have died after the crash of a jet in Selm on Friday, police said. "
            "The number of injured is now 46.",
        ),
        (
            "Thirty-one people were wounded in Tuesday's strike on Selm, which killed seven.",
            "The toll of Tuesday's strike on Selm rose to eight when a man died, officials said. The "
            "number of wounded was lowered to 30 accordingly.",
        ),
        # A hundred and fifty-six passengers and a crew of six, told the other way round.
        (
            "A jet carrying 156 passengers and a crew of six left the runway in Selm on Friday.",
            "A crew of six and 156 passengers were aboard the jet that left the runway in Selm on Friday.",
        ),
        # A toll that grew between two reports, with the day of the blast beside it in both.
        (
            "Two explosions tore through a plant in Orrin on Friday, killing eight, the ministry said.",
            "A woman died of her burns after Friday's explosions in Orrin, which brought the number of the "
            "dead to 14.",
        ),
        # One of the survivors died later.
        (
            "A plane carrying 58 people crashed in Orrin on Friday; 51 bodies were found and three people "
            "survived, police said. Four are missing.",
            "Ice brought down the plane in which 56 people were killed in Orrin on Friday, police said. "
            "A man, one of the three survivors, died later.",
        ),
        # Those missing on a later day are fewer than some of those missing before.
        (
            "The storm killed 37 people in Orrin on Friday. Nineteen are missing, 16 of them fishermen.",
            "The storm of Friday killed 53 people in Orrin. Six people remain missing.",
        ),
        # Two cities, of one of which the table of places knows the country.
        (
            "Six killed in strikes on Selm and Kharkiv, Ukraine says\n\nRussia attacked Ukraine in "
            "the night to Friday, killing six people, Ukrainian officials said.",
            "The number of people killed in Friday's attack on Selm and Kharkiv has gone up to nine. "
            "Seven of the nine died in Selm and two in Kharkiv.",
        ),
        # Each province its own.
        (
            "The agency said 318 people had died in the three provinces, Tamar, Ilvar and Sorn, by Friday.",
            "Governor Selim Aksoy said on Friday that 204 people in Tamar province had been killed. In Ilvar "
            "province 102 people were killed, its governor said on Friday.",
        ),
    ],
)
def test_two_reports_that_agree(first: str, second: str) -> None:
    readings = [
        addup.read(text, published=day, id=day)
        for text, day in ((first, "2025-06-06"), (second, "2025-06-07"))
    ]
    findings = addup.check(addup.series(readings)).findings
    assert [one.text for one in findings if one.kind in ("conflict", "tension", "disputed")] == []


def test_a_headline_with_an_infinitive_on_top_is_read() -> None:
    assert [time.value for time in addup.read("To continue in May.", published="2025-06-03").times]


@pytest.mark.parametrize(
    "text",
    [
        "Flood kills 43 in Brennick\n\nA flood killed 38 people in Brennick on Tuesday, police said.",
        "Some 120 homes were destroyed in Brennick. The mayor said the fire destroyed 90 homes in Brennick.",
    ],
)
def test_a_headline_and_somebody_quoted_contradict_the_text_of_a_report(text: str) -> None:
    assert [finding.kind for finding in found(text, published="2024-05-16")] == ["conflict"]
