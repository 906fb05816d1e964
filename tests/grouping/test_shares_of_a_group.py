"""Shares of a group are held against the counts of a report, however each of them is worded."""

from __future__ import annotations

from functools import partial

import pytest
from checked import found

import addup

_tensions = partial(found, published="2025-06-12", kinds=("tension",))
CLASHES = {
    "a count between commas": (
        "Doctors in Velm have confirmed 320 cases of measles. Three quarters of the patients, {}, were "
        "children under five, the health office said.",
        "148",
        "240",
    ),
    "a count behind those told of": (
        "A total of 840 cadets took the examination. Two thirds of them, {}, passed at the first attempt.",
        "290",
        "560",
    ),
    "a share in the next sentence": (
        "Doctors have examined 1,900 residents of Velm for lead. In {} of those tested the level was above "
        "the "
        "limit. That means that nearly half of the residents tested had too much lead in their blood.",
        "310",
        "880",
    ),
    "of those tested": (
        "Only 5 percent of the tests done at the border came back positive, health minister Ola Brand said. "
        "Between 1 and 16 March 26,400 travellers were tested, the bulletin shows. It lists {} positive "
        "tests.",
        "4,390",
        "1,320",
    ),
    "one in fifty of those": (
        "In the trial 1,480 volunteers got the injection and 1,476 a placebo. Side effects were reported by "
        "one in fifty of those who got the injection, the company said. The paper says {} of the volunteers "
        "who received the injection reported side effects.",
        "116",
        "31",
    ),
    "those who took a test": (
        "Some 31,200 trainee drivers sat the theory test in the first quarter, the agency said on Thursday. "
        "It said a majority of those who took the test failed it on the first attempt. According to a table "
        "in the agency's annual report, {} trainees failed at the first attempt.",
        "9,400",
        "19,400",
    ),
    "without water": (
        "The Brennick Water Company serves 84,000 households. Nearly half of the households were still "
        "without running water on Sunday, mayor Ines Pallas said. The company's chief engineer said {} "
        "households had no running water on Sunday.",
        "11,300",
        "40,300",
    ),
    "screened children": (
        "Health workers screened 5,240 children for malnutrition in the camps around Orrin in January, the "
        "aid group said. It found that 42 percent of those screened were acutely malnourished. A total of "
        "{} children were diagnosed with acute malnutrition.",
        "890",
        "2,200",
    ),
    "an area": (
        "The national park covers 46,000 hectares. Three quarters of it burned in the September fire, the "
        "park director told reporters. Satellite pictures show that {} hectares of the park burned.",
        "12,500",
        "34,500",
    ),
    "those who survived": (
        "The foundation planted 12,000 saplings on the slopes above Holm in 2022. Researchers who counted "
        "them last month found {} still alive. The survival rate was 71 percent, they wrote in the journal.",
        "2,800",
        "8,520",
    ),
    "of so many, so many": (
        "More than 60 per cent of the ewes on the Holm farms have caught the disease, the veterinary "
        "service said. Of the 7,400 ewes kept on the farms of the valley, {} have tested positive, it said.",
        "1,950",
        "4,950",
    ),
    "a rate that is told at once": (
        "In July its teams weighed 8,200 children in the six camps and found {} of them acutely "
        "malnourished, a rate of 35 percent.",
        "960",
        "2,870",
    ),
    "a fatality ratio": (
        "As of 4 May, 120 confirmed cases, of which 54 fatal, had been notified from Selm. The case "
        "fatality ratio among confirmed cases is {} per cent.",
        "12",
        "45",
    ),
}


@pytest.mark.parametrize("name", CLASHES)
def test_a_share_that_counts_do_not_bear_out_is_told_with_its_arithmetic(name: str) -> None:
    text, wrong, _ = CLASHES[name]
    (found,) = _tensions(text.format(wrong))
    assert len(found.evidence) == 3
    assert " is told" in found.text


@pytest.mark.parametrize("name", CLASHES)
def test_a_share_that_counts_bear_out_is_not_told(name: str) -> None:
    text, _, right = CLASHES[name]
    assert not _tensions(text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        # Of other things.
        "The court heard 640 appeals in the autumn. Half of the judges are women, the minister said. Of the "
        "appeals, 95 were brought by women.",
        # Of another time.
        (
            "The clinic treated 2,310 patients in 2024. About one in ten patients died in 2019, and 702 "
            "died in 2024."
        ),
        # Those to whom it did not happen.
        (
            "The tower has 164 flats. Most of the flats have a balcony. Inspectors said 38 of the flats had "
            "no balcony."
        ),
        # Those whom a poll asked.
        (
            "The poll of 996 likely voters found that 44 percent back Mr Holm. The 284 Liberal voters "
            "surveyed back him."
        ),
        # Of another place.
        (
            "In Selm, 4,000 houses stand. Half of the houses in Orrin burned, the mayor said; in Selm 300 "
            "houses burned."
        ),
    ],
)
def test_a_share_of_others_is_not_held_against_counts(text: str) -> None:
    assert not _tensions(text)


def test_the_whole_may_stand_in_another_report() -> None:
    first = addup.read(
        "Tarn County's 34 schools opened on Wednesday with 20,500 students returning for the year.",
        published="2024-09-05",
    )
    second = addup.read(
        "Roughly one in four students in Tarn County missed at least 18 days of class this year and is "
        "chronically absent. The county's report lists 13,100 students as chronically absent.",
        published="2025-06-17",
    )
    found = [one for one in addup.check(addup.series([first, second])).findings if one.kind == "tension"]
    assert ["20,500 students" in one.text and "64 %" in one.text for one in found] == [True]
