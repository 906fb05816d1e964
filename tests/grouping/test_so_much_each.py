"""So much each, held against how many there are and how much it is in all."""

from __future__ import annotations

import pytest
from reports import does_not_add_up

import addup


def worth_a_look(text: str) -> list[str]:
    return does_not_add_up(("2025-09-09", text))


@pytest.mark.parametrize(
    ("text", "fitting"),
    [
        (
            "Inspectors in Selm fined 64 dairies a total of $3.2 million last year. The fines averaged "
            "{} per dairy, the ministry said.",
            ("$210,000", "$50,000"),
        ),
        (
            "Each of the 900 fishermen will get 4,000 euros, the governor of Holm said. The payments will "
            "cost the province {} euros in all.",
            ("9.6 million", "3.6 million"),
        ),
        (
            "All of its 1,200 employees will receive a payment this month. The average bonus is 2,500 "
            "crowns, "
            "the company said. Rolff will spend a total of {} crowns on the bonuses.",
            ("7.4 million", "3 million"),
        ),
        (
            "Halden will pay $18.50 in cash for every Corvo share. Corvo has about 62 million shares "
            "outstanding. "
            "The purchase price for the shares comes to about {}, and Halden will also take on $310 "
            "million of "
            "debt.",
            ("$2.4 billion", "$1.15 billion"),
        ),
        (
            "The province gave money to 640 farmers. On average they received 3,200 crowns. The payments "
            "added "
            "up to {} crowns.",
            ("5.9 million", "2.05 million"),
        ),
        (
            "Holm has fined 38 boats for fishing in the reserve. The average fine was 4,500 crowns. All "
            "fines "
            "together came to {} crowns.",
            ("612,000", "171,000"),
        ),
        (
            "The mayor has collected {} for her campaign. The money came from 2,100 people. None of them "
            "gave more "
            "than 400 dollars, said the treasurer.",
            ("1.4 million dollars", "400,000 dollars"),
        ),
        (
            "Teachers in Velm will get a Christmas bonus of 900 crowns each. There are 21,000 teachers in "
            "the "
            "state. The bonus will cost {} crowns.",
            ("46 million", "19 million"),
        ),
        (
            "Orrin bought 80 trams for 2 million euros each. The order cost the city {} euros.",
            ("340 million", "160 million"),
        ),
        (
            "Across 22 home matches Brennick counted {} spectators. That is an average of 18,200.",
            ("612,000", "400,400"),
        ),
        (
            "Halden agreed to buy 30 million shares of Orrin Mining at $14 a share, a deal worth {}.",
            ("$950 million", "$420 million"),
        ),
        (
            "The lorry was stopped four hours later, 620 kilometres away. It had never gone faster than "
            "{} kilometres an hour, the driver said.",
            ("90", "160"),
        ),
        (
            "The foundation gave 310 grants last year. None was larger than 5,000 euros, and in all it paid "
            "out {} euros.",
            ("2.4 million", "1.2 million"),
        ),
        (
            "The union's 64,000 members will each get a strike payment of 120 euros. The payout will drain "
            "{} euros from the strike fund, which held 41 million euros in January.",
            ("15.4 million", "7.7 million"),
        ),
        (
            "No donor gave more than $400, her office said. Some 510 people contributed to the fund, which "
            "took in {} by the end of the year.",
            ("$690,000", "$190,000"),
        ),
    ],
)
def test_so_much_each_that_the_total_does_not_bear_out(text: str, fitting: tuple[str, str]) -> None:
    wrong, right = fitting
    assert len(worth_a_look(text.format(wrong))) == 1
    assert worth_a_look(text.format(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        # Another number of the report bears it out.
        "Kalm fined 64 dairies and 20 bakeries last year, for a total of $4.2 million. The fines averaged "
        "$50,000 per firm, and came to $3.2 million for the 64 dairies.",
        # Two prices, of which either may be that of all.
        "Kalm bought 80 trams for 2 million euros each and 20 for 1 million euros each. In all they cost "
        "160 million euros.",
        # The average of others.
        "Inspectors fined 64 dairies a total of $3.2 million. The national average is $210,000 per dairy.",
        # Off by less than what prices and rounding leave open.
        "Orrin bought 80 trams for 2 million euros each. The order cost the city 168 million euros.",
        # What a share earned is of all shares that there are.
        "Net income was $254 million, or $5.94 a share. It sold one million shares for $7.6 million.",
        # How fast it was at one time.
        "The lorry went at 120 kilometres an hour when it left the road. It had come 600 kilometres in eight "
        "hours.",
        # How fast it might have gone.
        "The train was running 25 minutes late and doing 85 kilometres an hour in a stretch with a limit of "
        "105 kilometres an hour. Selm is 140 kilometres away.",
        # What each had a year before is that of the year before.
        "Brennick Steel's second-quarter profit rose, the firm said on Tuesday.\n\nOperating profit climbed "
        "to 1.71 billion crowns from 1.26 billion a year earlier.\n\nSales fell to 34 billion crowns from 36 "
        "billion.\n\nNet profit was 920 million crowns, or 3.41 crowns for each of the company's 270 million "
        "shares, compared with 540 million, exactly 2.00 crowns, a year ago.",
        # Nobody says that it is all.
        "Orrin has 80 trams, which cost 2 million euros each. It also owns land that is taxed at "
        "400 million euros.",
    ],
)
def test_what_is_no_total_of_so_much_each(text: str) -> None:
    assert worth_a_look(text) == []


def test_the_arithmetic_is_shown() -> None:
    text = "Orrin bought 80 trams for 2 million euros each. The order cost the city 340 million euros."
    result = addup.check(addup.series([addup.read(text, published="2025-09-09")]))
    (finding,) = (one for one in result.findings if one.kind == "tension")
    assert [piece.text for piece in finding.evidence] == ["80 trams", "2 million euros", "340 million euros"]
    assert finding.rows[-1] == "“340 million euros” ÷ “80 trams” is about 4.25 million euros"


@pytest.mark.parametrize(
    "text",
    [
        "Selm paid 640 farmers 3,200 crowns each on average. It also runs a scheme for foresters, which "
        "has paid "
        "out 5.9 million crowns in all.",
        "Selm has 1,200 employees. The average bonus in private industry is 2,500 crowns. Selm spends a "
        "total of "
        "9.4 million crowns on bonuses and pensions.",
        "Orrin has ordered 45 trams. Each tram costs 3.1 million euros. In all, the city will pay 260 "
        "million "
        "euros for the trams and a new depot.",
        "Selm has set aside 46 million crowns for bonuses. So far 12,000 teachers have got 900 crowns each.",
        "The campaign has 120 staff. None of the donors gave more than 400 dollars, said the treasurer, "
        "who put "
        "the total raised at 1.4 million dollars.",
        "Holm sold 12,000 tonnes of copper. The average price was 8,900 dollars a tonne. Total revenue was "
        "410 "
        "million dollars, most of it from iron ore.",
        "Holders get 105 shares for each bond. The shares trade at $100 each. About $9 million of the "
        "bonds have "
        "been sold.",
    ],
)
def test_what_is_of_others_too_is_not_held_against_so_much_each(text: str) -> None:
    assert worth_a_look(text) == []
