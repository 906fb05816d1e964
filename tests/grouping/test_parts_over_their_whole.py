"""A part of which there is more than of its whole is told, by whatever words it is a part."""

from __future__ import annotations

from functools import partial

import pytest
from checked import found

_tensions = partial(found, published="2025-02-06", kinds=("tension",))
CLASHES = {
    "those employed at one factory": (
        "All {} people employed at the Orrin factory will lose their jobs, it said. The group, founded in "
        "1951, has 780 employees, among them 120 at headquarters.",
        "940",
        "240",
    ),
    "those to be laid off": (
        "The Orrin shipyard will lay off {} workers by the summer, its owner said on Thursday. The yard has "
        "a workforce of 1,240, among them 200 apprentices.",
        "1,600",
        "600",
    ),
    "the company's own": (
        "Administrators said that {} of the company's own staff would be made redundant. The retailer "
        "employs about 1,900 people in all, including 310 at its headquarters.",
        "2,900",
        "710",
    ),
    "nurses of those employed": (
        (
            "Brennick hospital employs 2,100 people. The books show that the hospital has {} nurses, the "
            "auditor said."
        ),
        "2,650",
        "1,150",
    ),
    "in one district alone": (
        "The flood destroyed 3,400 houses in Marenda province, the governor said. In the district of Selm "
        "alone {} houses were destroyed, his office said.",
        "4,900",
        "1,900",
    ),
    "among them": (
        (
            "Some 640 people were living in the shelter at Holm, the Red Cross said. Among them were {} "
            "children."
        ),
        "870",
        "270",
    ),
    "of them": (
        "The university has 18,200 students, {} of them from abroad, the rector said.",
        "21,500",
        "2,500",
    ),
    "there": (
        "Garran jail held 930 prisoners on Friday, the governor said. More than {} inmates there have not "
        "been tried, the bar association says.",
        "1,200",
        "300",
    ),
    "of its stores": (
        (
            "The company operates 310 stores in the country. It will shut {} of its stores by Christmas, it "
            "said."
        ),
        "370",
        "70",
    ),
    "of so many": ("Of the 85 people arrested on Monday, {} have since been released.", "97", "57"),
    "kinds of aid": (
        (
            "The convoy carried 520 tonnes of aid, including 390 tonnes of flour and {} tonnes of medical "
            "supplies."
        ),
        "280",
        "80",
    ),
    "wards": (
        "There are 212 beds in the Holm clinic: 120 in the surgical ward, 66 in the medical ward and {} in "
        "the maternity ward.",
        "88",
        "26",
    ),
}


@pytest.mark.parametrize("name", CLASHES)
def test_more_than_the_whole_is_told(name: str) -> None:
    text, wrong, _ = CLASHES[name]
    (found,) = _tensions(text.format(wrong))
    assert found.gap is not None
    assert found.gap > 0
    assert len(found.evidence) >= 2


@pytest.mark.parametrize("name", CLASHES)
def test_no_more_than_the_whole_is_not_told(name: str) -> None:
    text, _, right = CLASHES[name]
    assert not _tensions(text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        # Of another firm.
        (
            "Halden, which employs 900 people, will close. Rival Marenda Steel will lay off 1,600 workers, "
            "it said."
        ),
        # All of one place only.
        "The firm employs 300 people in Selm. It will lay off 500 workers across the country, it said.",
        # Of another number that is told.
        "The firm has 300 shops in Orrin and 2,000 shops in all. It will close 370 of its shops.",
        # Of another year.
        "The firm had 240 shops in the previous decade. It will close 370 of its shops by the summer.",
    ],
)
def test_a_part_of_others_is_not_told(text: str) -> None:
    assert not _tensions(text)
