"""So much each, held against how many there are and how much it is in all."""

from __future__ import annotations

import pytest

import addup


def worth_a_look(text: str) -> list[str]:
    """Give what is in tension in a report."""
    result = addup.check(addup.series([addup.read(text, published="2025-09-09")]))
    told = [finding.text for finding in result.findings if finding.kind in ("conflict", "tension")]
    assert (result.status != "consistent") == bool(told)
    return told


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
