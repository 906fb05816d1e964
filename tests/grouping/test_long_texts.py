"""Work on a long text grows as the text does; counted in calls, since seconds depend on the machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

import addup

_TOWNS = ("Arrin", "Belmora", "Cadrey", "Dunmoor", "Estvik", "Fallow", "Gorin", "Hathby")
_TOLD = (
    "Police in {town} said that {n} people were injured on {day} May 2024.",
    "The council of {town} spent ${n} million on schools, {k} percent more than a year earlier.",
    "Some {n} homes were built in {town}, the mayor said.",
    "According to the auditor, {k} percent of the {n} pupils in {town} are under ten.",
    "The number of visitors fell to {n}. Nobody in {town} knows why.",
)


def _text(sentences: int) -> str:
    random = Random(3)
    told = (
        random.choice(_TOLD).format(
            town=random.choice(_TOWNS), n=random.randint(11, 999), k=random.randint(2, 60), day=1 + at % 30
        )
        for at in range(sentences)
    )
    return "".join(f"{sentence}{' ' if at % 4 else chr(10) * 2}" for at, sentence in enumerate(told))


def _calls(work: Callable[[], object]) -> int:
    count = 0

    def note(_frame: Any, what: str, _value: Any) -> None:
        nonlocal count
        count += what in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_reading_four_times_the_text_takes_about_four_times_the_work() -> None:
    addup.read(_text(20), published="2024-06-03")  # what is made once
    texts = [_text(sentences) for sentences in (100, 400)]
    short, long = (_calls(partial(addup.read, text, published="2024-06-03")) for text in texts)
    assert long < 4.6 * short


def test_checking_three_times_the_text_takes_about_three_times_the_work() -> None:
    readings = [addup.read(_wordy(sentences), published="2024-06-03") for sentences in (20, 110, 330)]
    once, short, long = (addup.series([reading]) for reading in readings)
    addup.check(once)  # what is made once
    works = [_calls(partial(addup.check, grouping)) for grouping in (short, long)]
    assert works[1] < 3.5 * works[0]


def _wordy(sentences: int) -> str:
    """Give a text with few numbers for its length."""
    nothing = (
        "Nobody at the town hall had anything to say about it, and those who were asked in the street " * 2
    )
    return _text(sentences).replace(". ", f". {nothing}knew of nothing either. ")
