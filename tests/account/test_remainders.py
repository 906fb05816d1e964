"""Parts of a whole and what is left of it are together the whole, and so are all numbers of a complete "
"list."""

from __future__ import annotations

import pytest
from checked import found

import addup

CLASHES = {
    "a budget": (
        "The authority will spend £186m this year. Adult care takes £71m of that, and £{}m will go on "
        "schools. "
        "Roads get £29m and debt interest will swallow £14m. Everything else has to be paid for out of the "
        "remaining £24m.",
        "98",
        "48",
    ),
    "money without its name": (
        "Donors promised 480 million dollars to Orrin. Of this, 210 million will go to housing and 190 "
        "million to "
        "roads. The rest, {} million, is for schools.",
        "140",
        "80",
    ),
    "the others": (
        "The ship treated 1,300 patients in Orrin.\n\nIt operated on 640 people, 480 were treated for "
        "malaria, "
        "and the other {} came for their teeth.",
        "420",
        "180",
    ),
    "who is left": (
        "There were 310 people on the ferry that sank off Kalm. So far 174 have been rescued and 61 bodies "
        "have "
        "been recovered, which leaves {} unaccounted for.",
        "39",
        "75",
    ),
    "a list of three": (
        "In all, 12,400 people were evacuated from the three districts along the river. The office said {} "
        "were "
        "evacuated from Ostermark, 2,600 from Brell and 1,900 from Tann.",
        "4,200",
        "7,900",
    ),
}
SILENT = {
    "two budgets": (
        "Kalm will spend 92 million crowns. Schools get 41 million crowns and roads 12 million crowns. The "
        "state "
        "adds 60 million crowns for a bridge, and the remaining 14 million crowns of the bridge's cost "
        "come from "
        "Holm."
    ),
    "parts of parts": (
        "Holm has 92 buses. Some 60 are in service, 41 of them on the coast and 19 in town. The remaining "
        "32 are "
        "being repaired."
    ),
    "what was promised before": (
        "Donors promised 480 million dollars. Of this, 210 million dollars will go to housing and 190 "
        "million "
        "dollars to roads. The other 140 million dollars promised earlier are for schools."
    ),
    "a list that is not told to be complete": (
        "The storm damaged 2,400 houses. Most were in three counties. Selm lost 300, Orrin 250 and Velm 190."
    ),
    "what was compared": (
        "The fund holds 60 million dollars in bonds and 45 million in shares, up from 38 million. The "
        "remaining "
        "30 million dollars are in cash."
    ),
    "others who are left": (
        "A total of 180 prisoners escaped from the jail. Police caught 104. That leaves 12 guards without "
        "work."
    ),
}


@pytest.mark.parametrize(("text", "clashing", "right"), CLASHES.values(), ids=CLASHES)
def test_parts_and_their_rest_are_the_whole(text: str, clashing: str, right: str) -> None:
    (one,) = found(text.format(clashing), published="2025-05-12")
    assert len(one.evidence) > 3
    assert not found(text.format(right), published="2025-05-12")


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_what_is_of_another_whole_is_no_part(text: str) -> None:
    assert not found(text, published="2025-05-12")


@pytest.mark.parametrize(("left", "clashes"), [("62", True), ("138", False)])
def test_those_at_large_are_those_who_escaped_before_less_those_caught(left: str, clashes: bool) -> None:
    before = (
        "Break-out at Maravel\n\nA headcount found 241 inmates gone from Maravel prison, the ministry said."
    )
    after = (
        "Fugitives of Maravel tired\n\nA week after the break-out from Maravel, 96 of the fugitives are "
        "back behind "
        f"bars and seven have been shot dead, which leaves {left} at large, the ministry said."
    )
    days = {before: "2025-07-06", after: "2025-07-12"}
    result = addup.check(addup.series([addup.read(text, published=day) for text, day in days.items()]))
    assert (result.status != "consistent") == clashes
