"""Numbers behind a name count where their sentence says so, and else are part of the name."""

import pytest

from amounts.reader import amounts, read


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "The council has three sides: Coast 50, Weavers' Union 44, Liberals 19 and the Isles four.",
            [50, 44, 19],
        ),
        ("Votes in Holm: Rhona Keast 611, Sid Opie 607, the officer said.", [611, 607]),
        ("The Unity list has 19, Forward 13 and Our Land six.", [19, 13]),
        ("The recount took 11 votes off Jenna Stroud's 904.", [11, 904]),
        ("Tenants pay 910, and in Darsk 640.", [910, 640]),
        ("The yard at Florvik hires 200 welders and the one at Stord 130.", [200, 130]),
        ("They flew 10 rescues and 90 others, a round 100.", [10, 90, 100]),
        ("The teachers on its list number 2,950; inspectors met few.", [2950]),
        ("In Selm ward 166 out of 640 left.", [166, 640]),
        ("The hall cost 900 euros, for windows 650 went.", [900, 650]),
        ("It is a galaxy 1.6 times heavier than thought.", [1.6]),
    ],
)
def test_a_number_behind_a_name_counts_where_the_sentence_says_of_what(
    text: str, numbers: list[float]
) -> None:
    found = [amount.low for amount in amounts(text) if any(map(str.isdigit, amount.number.text))]
    assert found == numbers


@pytest.mark.parametrize(
    "text",
    [
        "He starred in Rocky 4, and in Alien 3.",
        "They cancelled these flights: Selm 303, Orrin 202.",
        "The match ended like this: Rovers 3, Athletic 1.",
        "It runs on Windows 95.",
        "They took Boeing's 747.",
        "A storm, now of category 4, came.",
        "They live in district 5.",
    ],
)
def test_a_number_behind_a_name_is_else_part_of_it(text: str) -> None:
    assert {skipped.why for skipped in read(text)[1]} == {"name"}
    assert not amounts(text)


@pytest.mark.parametrize(
    ("text", "unit", "numbers"),
    [
        (
            "Rain since May: Halvey 212 millimetres, Stour Cross 188, Penmarch 97.",
            "millimetre",
            [212, 188, 97],
        ),
        ("Damage: hall 900,000 francs, organ 250,000, windows 65,000.", "CHF", [900_000, 250_000, 65_000]),
        ("It was 27 degrees at Stary and at Horusk 29.", "degree", [27, 29]),
        ("The fund put in 200 million dollars, the company 330.", "USD", [200_000_000, 330_000_000]),
        ("Rain by town, in millimetres: Selm 64, Port Helly 51.", "millimetre", [64, 51]),
        ("They charge 98 percent in Sill and in Mund 135.", "%", [98, 135]),
    ],
)
def test_one_more_of_a_list_has_the_unit_that_it_leaves_out(
    text: str, unit: str, numbers: list[float]
) -> None:
    assert [(amount.unit, amount.low) for amount in amounts(text)] == [(unit, number) for number in numbers]
