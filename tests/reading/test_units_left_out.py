"""A number without a unit has the one that its report means, in any words; or it counts things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import addup
from addup.reading.amounts.left_out.learnt import WEIGHTS
from addup.reading.trait_network import PLACES, code, networks
from addup.records import Figure

LEFT_OUT = [
    (
        "Selm's depot was promised 31,000 tonnes of grain and has had 12,400, the mayor said.",
        "12,400",
        "tonne",
        12_400,
    ),
    (
        "Holm's two dams hold 61 million cubic metres, against 88 last spring.",
        "88",
        "cubic metre",
        88_000_000,
    ),
    (
        "The roads of Orrin swallowed 84 million crowns last year. Schools had to make do with 12 million.",
        "12 million",
        "crowns",
        12_000_000,
    ),
    (
        "Net profit at Brennick Oil slid to 211 million euros from 306.",
        "306",
        "EUR",
        306_000_000,
    ),
    (
        "Spending is set at 655 million francs. Schools get the largest share with 214 million, followed by "
        "social services with 168 million and transport with 131 million.",
        "168 million",
        "CHF",
        168_000_000,
    ),
    (
        "The line to Orrin will be 46 kilometres long: 31 in tunnels, seven on viaducts and the remaining 18 "
        "at street level.",
        "seven",
        "kilometre",
        7,
    ),
    (
        "Snow guns ran for 410 hours in Marenda. In the winter before, a warm one, it had been 655.",
        "655",
        "hour",
        655,
    ),
    (
        "Marenda brought in 4.6 million tonnes of cane, a record. The old one stood at 4.1 million.",
        "4.1 million",
        "tonne",
        4_100_000,
    ),
]
COUNTED = [
    ("Holm's stock went from $19, with 20 million outstanding, to $21 on Monday.", "20 million"),
    ("Selm sent 31 tonnes by road, seven drivers by rail and 18 tonnes by air.", "seven"),
    ("In May 2,300 people had waited for more than 12 weeks, up from 1,613 in April.", "1,613"),
    ("Of 31,204 suspects in 2010, 7,911, or 25 percent, were foreign nationals.", "7,911"),
    ("The fire burned 900 hectares near Selm. Of the 62 who fled, 41 are back, the mayor said.", "41"),
    ("Brennick has 310 tonnes of rice left for 900 patients. Another 260 are waiting at its gates.", "260"),
    (
        "Holm's mill lost 4 million euros and let 120 of its 400 workers go. The other 280 keep their jobs.",
        "280",
    ),
    (
        "Holm Steel agreed to pay $390 million for the rest of Brennick Mills. It already owns about "
        "48 million of Brennick's 70 million common shares.",
        "48 million",
    ),
]


def _figure(text: str, words: str) -> Figure:
    reading = addup.read(text, published="2025-06-12")
    return next(figure for figure in reading.figures if figure.amount.number.text == words)


@pytest.mark.parametrize(("text", "words", "unit", "value"), LEFT_OUT)
def test_a_unit_that_is_left_out_is_that_of_the_amount_it_is_held_against(
    text: str, words: str, unit: str, value: int
) -> None:
    amount = _figure(text, words).amount
    of_amount = {"crowns": "XXX"}.get(unit, unit)
    assert (amount.unit, amount.low) == (of_amount, value)


@pytest.mark.parametrize(("text", "words"), COUNTED)
def test_people_and_things_beside_an_amount_are_counted(text: str, words: str) -> None:
    amount = _figure(text, words).amount
    assert (amount.kind, amount.unit) == ("count", None)


@given(st.integers(2_000, 90_000), st.integers(100, 1_900))
def test_a_number_with_its_own_unit_keeps_it(tonnes: int, people: int) -> None:
    text = f"Selm got {tonnes:,} tonnes of rice on Monday, and {people} people carried it."
    figures = addup.read(text, published="2025-06-12").figures
    assert [(figure.amount.low, figure.amount.unit) for figure in figures] == [
        (tonnes, "tonne"),
        (people, None),
    ]


def test_the_weights_know_every_trait() -> None:
    pairs = networks(WEIGHTS, "number", "pair")
    assert all(len(network.wide) == PLACES for pair in pairs for network in pair)
    assert 0 <= code("unit=tonne") < PLACES
