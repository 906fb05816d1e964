"""Two who count one thing at one time and give two numbers are set against each other."""

from __future__ import annotations

import pytest

import addup
from addup.records import Finding

RIVALS = {
    "as of one day": (
        "As of Monday, 2,140 houses in Marenda had been connected to the grid again, the utility said on "
        "Tuesday. The mayor's office said only {} houses had been reconnected in Marenda as of Monday.",
        "630",
        "2,140",
    ),
    "the day that was told": (
        "The ministry said 5,600 cattle had been culled in Orrin province by December 10. Farmers' leaders "
        "said {} cattle had been culled in the province by that date.",
        "14,900",
        "5,600",
    ),
    "the same stretch of days": (
        "The harbour authority says 9,400 tonnes of grain left the port of Selm between November 1 and "
        "November 15. The grain traders' association puts the amount shipped from Selm in the same two "
        "weeks at {} tonnes.",
        "3,100",
        "9,400",
    ),
    "a number whose noun stands elsewhere": (
        "At noon on Tuesday 34 inmates in the whole of the prison were refusing food, the ministry said. "
        "The Lawyers' Circle, whose members were in all six wings, gave the number refusing food in the "
        "prison at noon on Tuesday as {}.",
        "260",
        "34",
    ),
}


@pytest.mark.parametrize("name", RIVALS)
def test_two_numbers_for_one_thing_are_disputed(name: str) -> None:
    text, wrong, _ = RIVALS[name]
    (found,) = _disputed((text.format(wrong), "2025-12-11"))
    assert len(found.evidence) == 2
    assert "apart by" in found.text


@pytest.mark.parametrize("name", RIVALS)
def test_one_number_is_no_dispute(name: str) -> None:
    text, _, right = RIVALS[name]
    assert not _disputed((text.format(right), "2025-12-11"))


def test_two_reports_tell_of_the_night_that_one_of_them_named() -> None:
    first = (
        "The Prison Service confirmed on Tuesday that Tarn Hill held 1,310 prisoners on the night of 1 March."
    )
    second = (
        "Inspectors who arrived at Tarn Hill prison on the evening of 1 March found broken showers, a "
        "report released on Wednesday says. There were {} prisoners in the jail that night, they wrote."
    )
    (found,) = _disputed((first, "2025-03-04"), (second.format("1,940"), "2025-03-19"))
    assert "on 1 March 2025" in found.text
    assert not _disputed((first, "2025-03-04"), (second.format("1,310"), "2025-03-19"))


@pytest.mark.parametrize(
    "text",
    [
        # Two places.
        "The union said 340 drivers stopped work on Thursday in Selm. The firm said 90 drivers stopped work "
        "on Thursday in Orrin.",
        # Two days.
        "The city said 412 people slept in the Holm shelter on July 15. The charity said 690 people slept "
        "in the Holm shelter on July 16.",
        # Some of them.
        (
            "The firm said 90 lorry drivers stopped work on Thursday. The union said 340 drivers stopped "
            "work on Thursday."
        ),
        # Each of his own.
        "Institut Holm said 5,700 shares had been tendered to its offer on Thursday. Orrin Labs said 1,100 "
        "shares had been tendered to its offer on Thursday.",
        # The other number is told as well.
        "The ministry said 14 inmates refused food on Tuesday in the north wing and 230 inmates in the "
        "prison. Lawyers said 230 inmates refused food on Tuesday in the prison.",
    ],
)
def test_what_is_not_one_thing_is_not_disputed(text: str) -> None:
    assert not _disputed((text, "2025-07-18"))


def _disputed(*reports: tuple[str, str]) -> list[Finding]:
    readings = [addup.read(text, published=day) for text, day in reports]
    return [one for one in addup.check(addup.series(readings)).findings if one.kind == "disputed"]
