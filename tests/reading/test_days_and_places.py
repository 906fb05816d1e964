"""Which days a figure covers, and where it holds."""

from collections.abc import Callable
from datetime import date

import pytest

import addup
from addup.records import Figure, Period, Reading

Finder = Callable[[str, str], Figure]


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("Some 140 fell ill in the week to Sunday.", "140", days("2024-05-06", "2024-05-12")),
        ("On Tuesday 31 people drowned.", "31", days("2024-05-14", "2024-05-14")),
        ("More than 9,000 people have signed since 1 March 2024.", "9,000", days("2024-03-01", "2024-05-16")),
        ("In the past 10 days, some 900 men have signed.", "900", days("2024-05-07", "2024-05-16")),
        (
            "A fire that began on Monday has burned 900 homes and hurt 12 people.",
            "12",
            days("2024-05-13", "2024-05-16"),
        ),
        (
            "Raids brought to 40 the number of people killed since May 2023.",
            "40",
            days("2023-05-01", "2024-05-16"),
        ),
        ("Raids brought to 40 the number killed this year.", "40", days("2024-01-01", "2024-05-16")),
        ("Oil for July delivery rose $2 on Tuesday.", "2", days("2024-05-14", "2024-05-14")),
        (
            "Profit for the January-March quarter was $9 million.",
            "9 million",
            days("2024-01-01", "2024-03-31"),
        ),
        (
            "Since the vote on 3 May 40 people have been arrested.",
            "40",
            days("2024-05-03", "2024-05-16"),
        ),
        (
            "Some 900 people have fled since the fall of Selm on Monday.",
            "900",
            days("2024-05-13", "2024-05-16"),
        ),
        (
            "Since the last report, of 10 May, 301 cases were added.",
            "301",
            days("2024-05-10", "2024-05-16"),
        ),
        (
            "Sales in the first quarter of 2023 were $9 million.",
            "9 million",
            days("2023-01-01", "2023-03-31"),
        ),
    ],
)
def test_a_figure_has_the_days_of_its_sentence(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_what_began_after_the_report_is_not_since_when_it_counts(read: Callable[..., Reading]) -> None:
    text = "More than 4,000 people have reached the island since January."
    (figure,) = read(text, published="2024-11-20").figures
    assert not figure.period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "In the third quarter profit fell to $40 million. The merger had cost it $31 million a year.",
            "31 million",
        ),
        ("The firm, which employs 310 people, will close a plant next year.", "310"),
        ("Some 40 percent opposed it, up from 30 percent in March, while 31 percent backed it.", "31"),
        ("Orders were 31 percent below last year's level.", "31"),
        ("The party won 26 seats on Sunday, down from 31.", "31"),
        ("A court jailed him on Monday for killing 31 hostages.", "31"),
        ("He was sentenced on Monday for his part in the massacre of 31 villagers.", "31"),
        ("The storm has killed 31 people, six of them in a blast on Wednesday.", "31"),
        ("Turnout on the island was 31 percent, seven points below that of 2020.", "31"),
        ("Orel will issue 4 million shares; last Monday, it had 70 million.", "4 million"),
        ("It hopes to hold 5% of the market by 1992; currently it holds 2%.", "2"),
        ("The team dug 17 kilometres from Selm, the 11th century temple.", "17"),
        ("The index was within 70 points of its record high set on Aug. 6.", "70"),
        ("The ministry has recorded 4,310 cases, including 260 in the past 24 hours.", "4,310"),
        ("The bank lost $2 million after it said September sales were off.", "2 million"),
        ("About 8,400 troops remain, down from a peak of 140,000 in 2011.", "8,400"),
        ("It needs $48 million, of which 19 million had come by Wednesday.", "48 million"),
        ("Output was 24% higher than in 2003.", "24"),
        ("Tin fell to $14 a pound after a survey showed stocks had risen in April.", "14"),
        ("The jobless rate was 4.7 percent, unchanged from April.", "4.7"),
        ("Diesel costs $2.31 a gallon, 6 cents more than a month ago.", "2.31"),
        ("Wheat futures for March fell 4 cents to $4.12 a bushel.", "4"),
    ],
)
def test_a_figure_has_not_the_days_of_another(figure: Finder, text: str, number: str) -> None:
    assert not figure(text, number).period.known


def test_when_those_counted_did_something_else_is_not_when_they_are_counted(figure: Finder) -> None:
    text = "The camp now holds 310 people who fled when the river flooded their town in March."
    assert not figure(text, "310").period.known


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("From January through March, 310 people fled.", "310", days("2024-01-01", "2024-03-31")),
        ("Between May and August 2021, 310 people fled.", "310", days("2021-05-01", "2021-08-31")),
        ("From 2010 to 2015, 310 people fled.", "310", days("2010-01-01", "2015-12-31")),
        ("Between 3 and 5 May, 310 people fled.", "310", days("2024-05-03", "2024-05-05")),
        ("On Monday and Tuesday, 310 people fled.", "310", days("2024-05-13", "2024-05-14")),
        ("In the year to March, exports fell 4 percent.", "4", days("2023-04-01", "2024-03-31")),
        ("In the 12 months ended April 30, exports fell 4 percent.", "4", days("2023-05-01", "2024-04-30")),
        ("For the week ended May 4, claims fell to 310,000.", "310,000", days("2024-04-28", "2024-05-04")),
        ("Some 310 people have fled since the war began in April.", "310", days("2024-04-01", "2024-05-16")),
        ("The firm must repay $4 million within 30 days.", "4 million", days("2024-05-16", "2024-06-15")),
        ("In the two years since the coup, 310 people fled.", "310", days("2022-05-16", "2024-05-16")),
        (
            "Three days after the quake of May 7, 31 people were found.",
            "31",
            days("2024-05-10", "2024-05-10"),
        ),
    ],
)
def test_two_ends_make_one_stretch(figure: Finder, text: str, number: str, period: Period) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The bank sold $40 million of notes due Nov. 1, 2031.", "40 million"),
        ("Sales dropped 23 percent compared to March 2022.", "23"),
        ("Some 40 people praised the men who founded the party in 1961.", "40"),
        ("The minister promised a vote next year after delegates voted 89 to 52 for it.", "89"),
        ("Two weeks before the vote, 40 percent were undecided.", "40"),
        ("Police said on Tuesday that 40 people were in custody.", "40"),
        ("On May 6 a 44-year-old driver was charged.", "44"),
        ("The mill was sold five years ago.", "five"),
        ("On Tuesday he spoke of trade between the two countries.", "two"),
        ("The firm now has 237 orders.", "237"),
        ("Profit in the fourth quarter of fiscal 2023 was $4 million.", "4 million"),
        ("The mill hired 40 people to restore the roof by the end of 2026.", "40"),
    ],
)
def test_the_time_of_something_else_is_not_that_of_the_figure(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == Period()


def test_a_year_whose_days_are_unknown_is_not_taken_for_the_one_reported_on(figure: Finder) -> None:
    text = "Hill Corp. lost $2 million in the first quarter. In fiscal 2022 it earned $17 million."
    found = figure(text, "17 million")
    assert found.period == Period()
    assert found.time is not None
    assert found.time.text == "fiscal 2022"


def test_only_what_follows_is_of_the_year_earlier(figure: Finder) -> None:
    text = "Profit for the first quarter of 2024 fell 50% to 75% below the year-earlier $5 million."
    assert figure(text, "50% to 75").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "5 million").period == days("2023-01-01", "2023-03-31")


def test_things_known_before_may_have_a_day_of_their_own(figure: Finder) -> None:
    text = "Four of the 14 fires since 2019 were set, police said."
    assert figure(text, "14").period == days("2019-01-01", "2024-05-16")


def test_a_share_that_is_owned_is_of_no_quarter(figure: Finder) -> None:
    text = "Hill Corp., which is 92%-owned by Dale Corp., earned $9 million in the first quarter."
    assert figure(text, "9 million").period == days("2024-01-01", "2024-03-31")
    text = "Hill Corp. lost $9 million in the first quarter. Dale Corp. has a 40% stake in it."
    assert figure(text, "40").period == Period()


def test_a_time_in_the_phrase_of_what_is_counted_comes_first(figure: Finder) -> None:
    text = "The council on Wednesday condemned Monday's two bomb attacks in the north."
    assert figure(text, "two").period == days("2024-05-13", "2024-05-13")


def test_casualties_of_an_incident_that_is_recalled_have_its_day(read: Callable[..., Reading]) -> None:
    figures = read(
        "The minister arrived on Tuesday to mourn the victims of the May 7 blast. "
        "On Wednesday he laid flowers at the crater left by the blast that killed 10 people."
    ).figures
    assert figures[-1].period == days("2024-05-07", "2024-05-07")


def test_what_a_poll_found_is_of_the_days_on_which_it_was_taken(figure: Finder) -> None:
    text = (
        "Some 46 percent of voters would choose the mayor in Sunday's vote. "
        "The poll was conducted from May 2 to 6, with a sample of 804 adults."
    )
    assert figure(text, "46").period == figure(text, "804").period == days("2024-05-02", "2024-05-06")


def test_a_poll_is_not_of_the_day_on_which_it_came_out(figure: Finder) -> None:
    text = (
        "The mayor is holding on to a lead of 6 points, by a poll released Wednesday. "
        "A third of the town is undecided. Hill University conducted the poll from May 2-6."
    )
    assert figure(text, "6").period == figure(text, "A third").period == days("2024-05-02", "2024-05-06")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        # thirteen weeks, for it does not end with a month
        (
            "Hill earned $5 million for the quarter ended May 4.",
            "5 million",
            days("2024-02-04", "2024-05-04"),
        ),
        (
            "Hill lost $5 million in the fiscal third quarter. Sales in the quarter ended March 31 fell.",
            "5 million",
            days("2024-01-01", "2024-03-31"),
        ),
        (
            "Hill had a fourth-quarter loss of $5 million. Net for the year ended April 30 was $9 million.",
            "5 million",
            days("2024-02-01", "2024-04-30"),
        ),
        (
            "Hill said it had a loss of $5 million, or 10 cents a share, in the first quarter.",
            "5 million",
            days("2024-01-01", "2024-03-31"),
        ),
        ("Sales fell 8% through the first three months of the year.", "8", days("2024-01-01", "2024-03-31")),
    ],
)
def test_a_quarter_is_that_of_the_firm(figure: Finder, text: str, number: str, period: Period) -> None:
    assert figure(text, number).period == period


def test_a_number_of_comparison_has_the_time_behind_it(figure: Finder) -> None:
    text = "The rate fell to 3.8 percent last month from 4.1 percent in December."
    assert figure(text, "3.8").period == days("2024-04-01", "2024-04-30")
    assert figure(text, "4.1").period == days("2023-12-01", "2023-12-31")
    text = "On Sunday the city posted 160 guards along the river, up from 90 last year."
    assert figure(text, "160").period == days("2024-05-12", "2024-05-12")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Prices rose 7 percent in March from a year earlier, after a 6 percent increase in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        (
            "Prices rose 7 percent in March from a year earlier, compared with 6 percent in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        (
            "Prices were 7 percent higher in March than a year earlier, after a 6 percent rise in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        (
            "Exports fell 7 percent in March from a year ago following a 6 percent drop in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        ("Output was 40 tonnes in 2022, up 6 percent on 2021.", "6", days("2022-01-01", "2022-12-31")),
        (
            "Output was 40 tonnes in 2022, up 6 percent on the year before.",
            "6",
            days("2022-01-01", "2022-12-31"),
        ),
        (
            "The loss narrowed to $9 million in 2022 from $14 million.",
            "14 million",
            days("2021-01-01", "2021-12-31"),
        ),
        (
            "Some 270 miners have died since 2005, 58 of them last year.",
            "58",
            days("2023-01-01", "2023-12-31"),
        ),
        ("Thefts have doubled since 2019, from 40 to 90 last year.", "40", days("2019-01-01", "2019-12-31")),
    ],
)
def test_what_something_is_held_against_has_its_own_time(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize("text", ["Revenue rose 7 percent from a year earlier, while costs fell 3 percent."])
def test_the_year_that_a_change_is_counted_from_is_not_that_of_what_follows(
    figure: Finder, text: str
) -> None:
    assert not figure(text, "3").period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The cuts are to save $40 million a year from 2025.", "40 million"),
        ("The mill will make 40,000 cars a year starting in 2025.", "40,000"),
    ],
)
def test_what_begins_in_time_to_come_has_no_end(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == Period(date(2025, 1, 1), None)


def test_the_quarter_is_the_one_whose_end_the_text_gives_further_on(figure: Finder) -> None:
    text = "Sales rose 4 percent for the quarter, Orel said. Profit for the first quarter ended March 2 fell."
    assert figure(text, "4").period == days("2023-12-03", "2024-03-02")


def test_what_struck_once_before_killed_then(figure: Finder) -> None:
    text = "The storm hit Orsa on Tuesday. Storm Dora, which struck Selm in 2004, killed 57 people."
    assert figure(text, "57").period == days("2004-01-01", "2004-12-31")


def test_what_somebody_did_before_the_trial_has_its_own_day(figure: Finder) -> None:
    text = "He was convicted on Friday of killing 40 people in 1994."
    assert figure(text, "40").period == days("1994-01-01", "1994-12-31")


def test_what_is_told_without_a_time_is_of_the_day_that_the_article_tells_of(figure: Finder) -> None:
    text = (
        "Fans filled the old town on Tuesday.\n\nPolice closed four streets.\n\n"
        "The club has 900 members, and it says that 30 will leave."
    )
    assert figure(text, "four").period == days("2024-05-14", "2024-05-14")
    assert figure(text, "900").period == figure(text, "30").period == Period()


def test_that_same_day_is_the_day_last_spoken_of(figure: Finder) -> None:
    text = "The bridge was closed on May 3. That same day 40 people were caught on an island."
    assert figure(text, "40").period == days("2024-05-03", "2024-05-03")


def test_trading_that_names_no_day_is_of_the_day_of_the_article(figure: Finder) -> None:
    text = "Stocks rose Wednesday.\n\nHill Corp. is up 50 cents to $31 in composite trading."
    assert figure(text, "31").period == days("2024-05-15", "2024-05-15")


_MARKETS = (
    "Stocks on Wall Street ended higher Wednesday.\n\n"
    "The mill said it earned $2 million in the first quarter. "
    "The dollar fell to 102 yen from 105 yen the day before, and the pound rose to $1.32. "
    "Crude was up 46 cents."
)


@pytest.mark.parametrize(
    ("number", "period"),
    [
        ("2 million", days("2024-01-01", "2024-03-31")),
        ("102", days("2024-05-15", "2024-05-15")),
        ("105", days("2024-05-14", "2024-05-14")),
        ("1.32", days("2024-05-15", "2024-05-15")),
        ("46", days("2024-05-15", "2024-05-15")),
    ],
)
def test_prices_in_a_report_on_the_markets_are_of_its_day(
    figure: Finder, number: str, period: Period
) -> None:
    assert figure(_MARKETS, number).period == period


def test_a_price_is_of_the_day_behind_the_one_that_it_is_held_against(figure: Finder) -> None:
    text = (
        "In late Selm trading the dollar was at 1.84 marks and 142 yen compared with 1.83 marks and 141 yen "
        "Monday."
    )
    assert figure(text, "1.84").period == figure(text, "142").period == days("2024-05-14", "2024-05-14")
    assert figure(text, "1.83").period == figure(text, "141").period == days("2024-05-13", "2024-05-13")


def test_a_premium_is_not_of_the_day_of_the_price_that_it_is_over(figure: Finder) -> None:
    text = "Holm agreed Tuesday to buy Orr for $9 million, a 34 percent premium to Monday's close."
    assert figure(text, "34").period == days("2024-05-14", "2024-05-14")


def test_how_the_shares_of_two_firms_moved_is_of_the_day_and_of_no_quarter(figure: Finder) -> None:
    text = (
        "Holt agreed Tuesday to buy Orr.\n\nOrr earned $31 million in the first quarter.\n\n"
        "Shares of Orr jumped $8.40 to $36.20 in New York trading. Holt lost 2.1 percent."
    )
    tuesday = days("2024-05-14", "2024-05-14")
    assert figure(text, "31 million").period == days("2024-01-01", "2024-03-31")
    assert [figure(text, number).period for number in ("8.40", "36.20", "2.1")] == [tuesday] * 3


def test_the_month_before_what_is_counted_by_the_month_is_its_time(figure: Finder) -> None:
    text = (
        "March sales rose 3.7 percent over all, compared with the period a year earlier, with car sales "
        "falling 1.9 percent."
    )
    assert figure(text, "3.7").period == figure(text, "1.9").period == days("2024-03-01", "2024-03-31")


def test_a_price_in_trading_is_of_no_quarter(figure: Finder) -> None:
    text = (
        "Hill Corp. said profit in the first quarter fell to $20 million. "
        "Its shares closed at $31 in composite trading yesterday."
    )
    assert figure(text, "20 million").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "31").period == days("2024-05-15", "2024-05-15")


@pytest.mark.parametrize(
    "text",
    [
        "It earned $9 million in the first quarter, from $7 million (£5 million), or $2 a share.",
        "It earned $9 million in the first quarter. It had $7 million, or $2 each, in the year-ago quarter.",
        "It earned $9 million in the first quarter, up from last year's $7 million, or $2 a share.",
        "It earned $9 million in the first quarter. A year earlier it had net of $7 million, or $2 a share.",
        "It earned $9 million in the first quarter. It had net of $7 million, or $2 a share, a year ago.",
        "It earned $9 million in the first quarter, twice the $7 million, or $2 a share, a year earlier.",
    ],
)
def test_all_amounts_of_the_year_before_are_known_by_one_word(figure: Finder, text: str) -> None:
    assert figure(text, "9 million").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "7 million").period == figure(text, "2").period == days("2023-01-01", "2023-03-31")


def test_what_is_part_of_an_amount_of_the_year_before_is_of_that_year(figure: Finder) -> None:
    text = (
        "Orr Ltd. had a loss of $3 million for the first quarter.\n\n"
        "In the year-ago quarter it earned $9 million, including a gain of $2 million from a sale."
    )
    assert figure(text, "2 million").period == figure(text, "9 million").period
    assert figure(text, "2 million").period == days("2023-01-01", "2023-03-31")


def test_what_this_quarters_results_hold_is_of_the_quarter_reported(figure: Finder) -> None:
    text = (
        "Orr Ltd. had a loss of $3 million for the first quarter. This quarter's loss includes charges of "
        "$2 million. Sales for the first quarter were $14 million, down from $21 million last year."
    )
    assert figure(text, "2 million").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "21 million").period == days("2023-01-01", "2023-03-31")


@pytest.mark.parametrize("number", ["15", "7 million"])
def test_a_deal_to_come_is_of_no_quarter_that_is_over(figure: Finder, number: str) -> None:
    text = (
        "Orr Ltd. had a loss of $3 million for the first quarter. It will offer 15% of its yard to investors "
        "and has agreed to sell a mill for $7 million."
    )
    assert not figure(text, number).period.known


def test_a_poll_is_not_of_the_days_of_the_last_one(figure: Finder) -> None:
    text = (
        "Bell has 45 percent support in a new Tarn poll. His support rose four points since the last poll in "
        "March."
    )
    assert not figure(text, "45").period.known


def test_amounts_held_against_others_in_one_breath_are_of_the_same_year(figure: Finder) -> None:
    text = "Its loss widened to $21 million, or $1.60 a share, from $8 million, or 60 cents, a year earlier."
    assert figure(text, "8 million").period == figure(text, "60").period == days("2023-01-01", "2023-12-31")


def test_a_firm_reports_on_what_is_past(figure: Finder) -> None:
    text = (
        "Hill Corp. lost $2 million in the first quarter. It expects a small profit in the second quarter. "
        "The mills had sales of $5 million."
    )
    assert figure(text, "5 million").period == days("2024-01-01", "2024-03-31")


def test_an_amount_of_comparison_is_of_the_year_before(figure: Finder) -> None:
    text = "For the first quarter of 2024, sales rose 8% to $20 million from $18.5 million."
    assert figure(text, "20 million").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "18.5 million").period == days("2023-01-01", "2023-03-31")


def test_casualties_have_the_day_of_the_incident(figure: Finder) -> None:
    text = (
        "An explosion tore through the market on Monday. Doctors at two clinics said 17 people were killed."
    )
    assert figure(text, "17").period == days("2024-05-13", "2024-05-13")


def test_casualties_of_that_attack_have_the_day_of_the_sentence_before(figure: Finder) -> None:
    text = (
        "A bomb exploded in the market on Monday, killing 17 people. On May 2 a raid killed 42 miners. "
        "The governor counted 38 people killed in that raid."
    )
    assert figure(text, "17").period == days("2024-05-13", "2024-05-13")
    assert figure(text, "38").period == days("2024-05-02", "2024-05-02")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Oster province had 300 cases of fever.", "Oster province"),
        ("Halden has 300 cases of fever.", "Halden"),
        ("Orvane reported 300 cases of fever.", None),
    ],
)
def test_what_befell_a_place_is_there(figure: Finder, text: str, place: str | None) -> None:
    assert figure(text, "300").place == place


def test_how_rare_something_is_says_nothing_of_when(figure: Finder) -> None:
    text = "The fire killed 14 people, the worst toll in the city since 1998."
    assert figure(text, "14").period == Period()


def test_a_rate_may_have_its_unit_apart(figure: Finder) -> None:
    assert figure("Up to 300 men register at the offices each day.", "300").amount.per == "day"


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("At least 19 people were hurt in Lisbon on Sunday evening.", "19", "Lisbon"),
        ("Some 1,500 people marched in London on Sunday.", "1,500", "London"),
        ("The toll from a fire in the central Philippines rose to 40.", "40", "central Philippines"),
        ("Sri Lanka bomb attack kills five\n\nA bus was hit on Monday.", "five", "Sri Lanka"),
        ("12 killed in Selm blast\n\nA bomb went off on Monday.", "12", "Selm"),
        ("Some 39 died as floods battered northern and central Peru.", "39", "northern and central Peru"),
        ("Troops killed 22 rebels as bombs hit two towns.", "22", None),
        ("The firm employs 50,000 people worldwide, with about 7,000 in Peru.", "50,000", "worldwide"),
        ("The firm employs 50,000 people worldwide, with about 7,000 in Peru.", "7,000", "Peru"),
        ("Unions said 350,000 people marched nationwide, 120,000 of them in Selm.", "350,000", "nationwide"),
        ("Unions said 350,000 people marched nationwide, 120,000 of them in Selm.", "120,000", "Selm"),
        ("A bomb killed two in Holm. Some 1,900 people have died in the war.", "1,900", None),
        ("One person in the Philippines and one in Hong Kong have died.", "One", "Philippines"),
        ("The army counted 600 soldiers.", "600", None),
        ("At least 19 people were hurt in Lisbon Friday morning.", "19", "Lisbon"),
        ("Some 900 people rallied in Ballymoy against the road.", "900", "Ballymoy"),
        ("Shares of the mill fell 50 cents on the Big Board.", "50", "Big Board"),
        ("North American sales rose 8 percent.", "8", "North American"),
        ("About 200 nurses left Spain on Monday.", "200", "Spain"),
        ("Crews in Lisbon said 40 people lived there.", "40", "Lisbon"),
        ("It has one of the 10 best ports in the world.", "10", None),
        ("The blast in Lisbon killed 40 people, according to a priest in Porto.", "40", "Lisbon"),
        ("A priest in Porto said 40 people had been killed in Lisbon.", "40", "Lisbon"),
        ("The blast in Lisbon killed 6. A doctor in Porto said that 40 people were injured.", "40", "Lisbon"),
        ("Police in Porto said 40 people were killed.", "40", "Porto"),
        ("Some 40 percent of Ohio voters agree.", "40", "Ohio"),
        ("The firm owns a tenth of the country's mines.", "a tenth", "country"),
        ("Iraq has 17 million residents.", "17 million", "Iraq"),
        ("She won 40 delegates at the Iowa caucuses.", "40", "Iowa"),
        ("The firm laid off 40 people at its Chicago plant.", "40", "Chicago"),
        ("The army sent 40 U.S. soldiers.", "40", None),
        ("In Lisbon, the city posted 40 guards along the route.", "40", "Lisbon"),
        ("He won Ohio, taking 30 of 40 posts in the state.", "30", "Ohio"),
        ("On the night of the Kabul attack there were three guards on duty.", "three", "Kabul"),
        ("The deal lifts its 9% share of the U.S. market.", "9", "U.S."),
        ("Last spring Brazil was facing a $3 billion deficit.", "3 billion", "Brazil"),
        ("She told 3,100 people gathered at Selm University.", "3,100", "Selm University"),
        ("Orr won Florida and Virginia by at least 20 points.", "20", "Florida and Virginia"),
        ("She led the last 10 Iowa polls.", "10", "Iowa"),
        (
            "More than 3,100 houses burned in Orrin and El Selmo counties.",
            "3,100",
            "Orrin and El Selmo counties",
        ),
        ("In Mbarulu district alone, 310 cases were recorded.", "310", "Mbarulu district"),
        ("Some 40 people died in fighting around the northern town of Tal Vessa.", "40", "Tal Vessa"),
        ("In neighbouring Rangora, 12 people died.", "12", "neighbouring Rangora"),
        ("The quake killed 40 people in villages near Orrin.", "40", "villages near Orrin"),
        ("A boat with 40 people sank near the resort of Vikmar.", "40", "resort of Vikmar"),
        (
            "The rate is higher in the eastern part of Spain, where it is 18 percent.",
            "18",
            "eastern part of Spain",
        ),
        ("A storm battered the Filben islands, destroying 300 houses.", "300", "Filben islands"),
        ("Peru needs $85 million in aid, she told reporters in the capital.", "85 million", "Peru"),
        ("Malawi's cholera outbreak has killed 1,900 people.", "1,900", "Malawi"),
        ("The Los Angeles camp had grown to some 400 tents.", "400", "Los Angeles"),
    ],
)
def test_a_figure_has_the_place_that_limits_it(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Earnings for its fourth quarter ended March 31 fell. In fiscal 2023, Orr earned $9 million.",
            "9 million",
            days("2022-04-01", "2023-03-31"),
        ),
        (
            "The deficit for this fiscal year, which ends Sept. 30, is put at $9 billion.",
            "9 billion",
            days("2023-10-01", "2024-09-30"),
        ),
        (
            "Orr Ltd. closed its year ended Jan. 31 well. Fiscal 2022 had brought a loss of $9 million.",
            "9 million",
            days("2022-02-01", "2023-01-31"),
        ),
        (
            "The fund gives $9 million for the fiscal year ending in June 2024.",
            "9 million",
            days("2023-07-01", "2024-06-30"),
        ),
        (
            "In the year-ago period, the second quarter ended May 31, Orr Ltd. lost $9 million.",
            "9 million",
            days("2023-03-01", "2023-05-31"),
        ),
    ],
)
def test_a_fiscal_year_has_the_end_that_the_text_gives_it(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize(
    "text",
    [
        "Orr Ltd. reported a drop in net income for its first quarter.\n\nIncome fell 31% to $9 million.",
        "Orr Ltd. said first-quarter earnings were weak.\n\nIncome fell 31% to $9 million.",
    ],
)
def test_results_are_of_the_quarter_that_a_sentence_without_figures_names(figure: Finder, text: str) -> None:
    assert figure(text, "9 million").period == days("2024-01-01", "2024-03-31")


def test_growth_of_a_quarter_is_not_the_period_reported_on(figure: Finder) -> None:
    text = "Spending fed much of the first-quarter boom. Wages edged up 0.3%."
    assert figure(text, "0.3").period == Period()


def test_votes_given_over_some_days_are_of_all_of_them(figure: Finder) -> None:
    text = "The party says 31,000 members cast votes from May 1-8. Orr received 71 percent of the vote."
    assert figure(text, "31,000").period == days("2024-05-01", "2024-05-08")
    assert figure(text, "71").period == days("2024-05-01", "2024-05-08")


def test_what_came_out_of_a_vote_is_of_its_day(figure: Finder) -> None:
    text = (
        "Orr was beaten in the state caucuses on Monday by Selm.\n\nThe loss is no end. Many have come back"
        " from worse.\n\nHe won just 21 percent among the young."
    )
    assert figure(text, "21").period == days("2024-05-13", "2024-05-13")


def test_those_asked_on_their_way_out_spoke_on_the_day_of_the_vote(figure: Finder) -> None:
    text = (
        "Orr won the primary on Tuesday.\n\nExit poll data showed worry. About three out of 10 voters said"
        " taxes were too high."
    )
    assert figure(text, "three out of 10").period == days("2024-05-14", "2024-05-14")


def test_a_move_since_an_earlier_poll_ends_with_the_poll(figure: Finder) -> None:
    text = (
        "Approval of Orr has risen 8 points since March and 12 points since January. The poll was conducted"
        " May 6 to 9 by telephone."
    )
    assert figure(text, "8").period == days("2024-03-01", "2024-05-09")
    assert figure(text, "12").period == days("2024-01-01", "2024-05-09")


def test_what_happened_when_a_stretch_began_is_of_that_time(figure: Finder) -> None:
    text = "Since Orr bought the firm in March for $9 million, it has sold 31 shops."
    assert figure(text, "9 million").period == days("2024-03-01", "2024-03-31")
    assert figure(text, "31").period == days("2024-03-01", "2024-05-16")


def test_what_is_likely_of_a_year_is_of_all_of_it(figure: Finder) -> None:
    text = "This year's profit is likely to be $9 million."
    assert figure(text, "9 million").period == days("2024-01-01", "2024-12-31")


def test_prices_of_no_day_at_all_are_of_the_last_trading_before_publication(
    read: Callable[..., Reading],
) -> None:
    text = "Orr Ltd. named a chief. On the Tarn Stock Exchange, its shares rose five cents to $14."
    for published, day in (("2024-05-16", "2024-05-15"), ("2024-05-13", "2024-05-10")):
        found = [figure.period for figure in read(text, published).figures]
        assert found == [days(day, day)] * 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("After beating Orr in Monday's primary, Selm will face 40 rivals.", "2024-05-13"),
        ("The results of Monday's vote will force 40 people to go.", "2024-05-13"),
        ("Orr prepared to speak to 40 people in Lisbon on Monday.", "2024-05-13"),
        ("Orr will speak to 40 people in Lisbon on Monday.", "2024-05-20"),
        ("Orr is set to hear 40 people on Monday.", "2024-05-20"),
    ],
)
def test_a_weekday_is_to_come_where_its_own_verb_says_so(
    read: Callable[..., Reading], text: str, day: str
) -> None:
    found = [time.period for time in read(text).times]
    assert found == [days(day, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Fans filled the old town on Tuesday.\n\nSome 40 of them were still waiting at noon.",
        "Fans filled the old town on Tuesday.\n\nWith 40 seats filled, the guards closed the hall.",
        "Fans filled the old town on Tuesday.\n\nThe mayor told 40 people to go home.",
    ],
)
def test_what_was_so_then_is_of_the_day_that_the_article_tells_of(figure: Finder, text: str) -> None:
    assert figure(text, "40").period == days("2024-05-14", "2024-05-14")


def test_what_somebody_says_has_not_the_day_of_the_article(figure: Finder) -> None:
    text = "Fans filled the old town on Tuesday.\n\nTwo guards said that the hall has 40 seats."
    assert figure(text, "Two").period == figure(text, "40").period == Period()


def test_a_day_of_what_is_so_now_is_not_the_day_of_what_was(figure: Finder) -> None:
    text = "Selm won on Monday. The town looks poorer today. The club closed 40 bars."
    assert figure(text, "40").period == days("2024-05-13", "2024-05-13")


def test_what_a_figure_is_held_against_sets_no_days_for_those_behind_it(figure: Finder) -> None:
    text = "The rate fell to 3.8% last month from 4.1% in December. That of women rose to 4.4%."
    assert figure(text, "4.4").period == days("2024-04-01", "2024-04-30")


def test_the_close_of_trading_is_not_that_of_the_morning_of_publication(figure: Finder) -> None:
    text = (
        "Hill Corp. said it sold 31 shops yesterday. Its plans will come out this morning. "
        "Its shares closed at $14 in composite trading."
    )
    assert figure(text, "14").period == days("2024-05-15", "2024-05-15")


@pytest.mark.parametrize("number", ["11.2", "7.4", "18.35", "310"])
def test_a_fall_of_shares_beside_results_is_of_the_day(figure: Finder, number: str) -> None:
    text = (
        "Orel said on Thursday it lost $40 million in the second quarter.\n\n"
        "Its shares, which have lost a third of their value, dropped as much as 11.2 percent before closing"
        " down 7.4 percent at 18.35 euros.\n\nShares in Hill fell to 310 pence."
    )
    assert figure(text, number).period.first is not None
    assert figure(text, number).period.first == figure(text, number).period.last


def test_shares_are_priced_by_the_day_in_a_report_on_results(figure: Finder) -> None:
    text = (
        "Hill Corp. earned $9 million in the first quarter. It shut 40 shops yesterday. "
        "The stock closed at $31."
    )
    assert figure(text, "9 million").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "31").period == days("2024-05-15", "2024-05-15")


def test_an_age_said_of_a_time_has_its_days(figure: Finder) -> None:
    assert figure("Orr turned 70 on Tuesday.", "70").period == days("2024-05-14", "2024-05-14")
    text = "Selm, who was 69 when he took office in 1981, was older."
    assert figure(text, "69").period == days("1981-01-01", "1981-12-31")


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("The firm has 40 U.S. plants.", "40", "U.S."),
        ("It controls 40% of the British jewelry market.", "40", "British"),
        ("It lost 40 Republican seats.", "40", None),
        ("The army sent 40 Israeli soldiers.", "40", None),
        ("Some 40 percent of Ohio voters agree.", "40", "Ohio"),
        ("Ohio supported him by 40 points.", "40", "Ohio"),
        ("Ohio sends 40 delegates to the state's convention.", "40", "Ohio"),
        ("In Ohio he lost, and he won 40 seats in a state that he hates.", "40", "Ohio"),
        ("He won 40 seats in the state.", "40", "state"),
        ("A body was found 40 miles south of Lisbon.", "40", "Lisbon"),
        ("He captured Ohio by 40 votes.", "40", "Ohio"),
        ("On the Toronto Stock Exchange, Paris Bay shares closed at $40.", "40", "Toronto Stock Exchange"),
        ("The value of the Indonesian stock market has fallen by 40 percent.", "40", "Indonesian"),
        ("It will raise the number of its Canadian shops to about 40.", "40", "Canadian"),
        ("Its North American workforce of 40,000 will shrink.", "40,000", "North American"),
        ("The Russian minister sank 40 boats.", "40", None),
        ("Selm Mills posted a profit of 4.7 million Canadian dollars.", "4.7 million", None),
        ("She was named to join American Selm's 40-member board.", "40", None),
        ("Rosa Orr, 56, who was raised in Chile, voted on Friday.", "56", None),
        ("They own 63 million shares, or 86 percent, of the Los Angeles-based brewer.", "86", None),
    ],
)
def test_a_place_may_stand_before_what_is_there_or_be_who_has_it(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Orr has been fined 40 times in seven states.", "40", "seven states"),
        ("Orr has been fined 40 times in seven states.", "seven", None),
        ("Orr runs 40 shops in the southern counties.", "40", "southern counties"),
        ("Orr enjoys 40 percent support in the Evergreen State.", "40", "Evergreen State"),
        ("It will cut 40 of its jobs world-wide.", "40", "world-wide"),
        ("Some 40 pickets gathered at the main gate.", "40", "main gate"),
        ("Some 40 pickets met at the gate of a plant in Lisbon.", "40", "Lisbon"),
        ("Some 40 men struck at the country's largest port.", "40", "country's largest port"),
        ("He spent 40 days in court.", "40", None),
        ("Fighting in the hills of Kandor killed 30 people.", "30", "hills of Kandor"),
        (
            "Police said 112 people died in Selm province and 68 in neighbouring Ostra.",
            "68",
            "neighbouring Ostra",
        ),
        ("Some 90 drivers at state-owned Orel walked out.", "90", None),
    ],
)
def test_places_are_named_by_what_they_are(figure: Finder, text: str, number: str, place: str | None) -> None:
    assert figure(text, number).place == place


def test_a_name_is_that_of_a_place_if_the_text_says_where_it_is(figure: Finder) -> None:
    for text in (
        "Selm — a community of over 21,000 — elected Orr.",
        "Selm, Ohio, saw two fires. Selm, which has a population of 21,000, elected Orr.",
        "Selm, Ohio, saw two fires. In 2014, Selm had 21,000 voters.",
    ):
        assert figure(text, "21,000").place == "Selm"


@pytest.mark.parametrize(
    "how",
    [
        "It was conducted between May 2 and May 6.",
        "The firm interviewed 1,000 adults on May 2 to 6.",
        "The poll was in the field May 2-6.",
        "The poll sampled 904 voters from May 2 through May 6.",
        "Interviewing ran from May 2 to 6.",
        "Respondents were reached by phone from May 2-6.",
        "It is based on interviews conducted 2-6 May.",
    ],
)
def test_a_poll_is_of_the_days_on_which_people_were_asked_however_that_is_told(
    figure: Finder, how: str
) -> None:
    text = f"Some 46 percent of voters back Orr, a new poll shows. {how}"
    assert figure(text, "46").period == days("2024-05-02", "2024-05-06")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("In the first four months of the year, 31 firms failed.", "31", days("2024-01-01", "2024-04-30")),
        ("In the last three months of 2023, 31 firms failed.", "31", days("2023-10-01", "2023-12-31")),
        ("In 2008 and 2012, Orr won 31 counties.", "31", days("2008-01-01", "2012-12-31")),
        (
            "A bomb killed 46 people on Sunday. It was the worst since 2004, when 91 died.",
            "91",
            days("2004-01-01", "2004-12-31"),
        ),
        (
            "So far this year, 46 people have died, compared with 31 in the same period last year.",
            "31",
            days("2023-01-01", "2023-05-16"),
        ),
        (
            "Orr Ltd. earned $9 million in the first four months of the year. Sales rose 31% this year.",
            "31",
            days("2024-01-01", "2024-04-30"),
        ),
    ],
)
def test_parts_of_years_and_years_together_are_told_apart(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("The attack was like that in Lima, Peru, where 46 people died.", "46", "Lima, Peru"),
        ("Police in Lima said the storm hit Peru, where 46 people died in Cusco.", "46", "Cusco"),
        ("The United States has 46 bases in Japan.", "46", "Japan"),
        ("Orr, a senator from Ohio, opened 46 shops in Iowa.", "46", "Iowa"),
        ("The state of Ohio has 46 prisons.", "46", "Ohio"),
        ("In Tokyo trading, shares rose 46 points.", "46", "Tokyo"),
        ("He spoke to 46 people at a hotel in Chicago.", "46", "Chicago"),
        ("At the University of Ohio, 46 students were ill.", "46", "University of Ohio"),
        ("It is one of 46 powers in the world.", "46", "world"),
        ("The 46 families from Syria have settled in Braga.", "46", "Braga"),
        ("Orr leaves Oslo for Denmark today, where he will be met by 46 farmers.", "46", "Denmark"),
        ("Two people died in Lima, 46 in Cusco and one near Piura.", "46", "Cusco"),
        ("France has 68 million people, and Germany has 84 million.", "84 million", "Germany"),
        ("Prices could lose $46, said Ida Orr, an analyst at Vell Bank in London.", "46", None),
        ("Profit fell 46 percent, and the firm said it would cut jobs in Europe.", "46", None),
        ("The firm, which has plants in Peru, cut 46 jobs.", "46", None),
        ("Troops recovered 46 bodies from Lima and three from Cusco.", "46", "Lima"),
        ("Troops recovered 46 bodies from the river and three from Cusco.", "46", None),
        ("The 46 who were rescued from Lima were taken to five camps.", "46", "Lima"),
        ("It has infected 46 people worldwide since it broke out in Peru.", "46", "worldwide"),
        ("The airline flies to 46 cities in Peru and Chile.", "46", "Peru and Chile"),
        ("A $46-a-share bid by Orel Ltd., a drug company based in Basel, was dropped.", "46", None),
        (
            "Profit was $46 million, according to an aide to U.S. Trade Representative Jo Bell.",
            "46 million",
            None,
        ),
        ("In the largest U.S. military operation since then, 46 men have flown out.", "46", None),
        ("Boston Corp. said Boston now has 46 million shares, and a rival owns 5% of Boston.", "5", None),
        ("Some 46 percent of women backed her in Tuesday's Ohio primary.", "46", "Ohio"),
        ("The Selm Disaster Office put the number of dead at 46.", "46", None),
        ("Police raids on suspected Islamic State militants brought 46 arrests.", "46", None),
        ("Some 46 died in deadliest U.S. flooding this year.", "46", "U.S."),
    ],
)
def test_the_place_of_the_event_comes_before_that_of_others(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "In 2012, Orr won Ohio by 46 points, and in 2008 by 31.",
            "46",
            days("2012-01-01", "2012-12-31"),
        ),
        (
            "The deficit will grow from $46 billion this year to $31 billion in 2028.",
            "31 billion",
            days("2028-01-01", "2028-12-31"),
        ),
        (
            "The plan would add $46 billion to the debt over the next decade.",
            "46 billion",
            days("2024-05-16", "2034-05-16"),
        ),
    ],
)
def test_a_time_right_behind_a_figure_is_its_own_and_one_behind_and_is_of_the_next(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_who_is_for_something_is_a_matter_of_the_poll(figure: Finder) -> None:
    text = "Voters oppose spending, 59%-28%. The poll of 900 voters was conducted from May 2 to 6."
    assert figure(text, "28").period == days("2024-05-02", "2024-05-06")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Orr, who on Monday cut his 2025 profit forecast to $2 million, resigned.",
            "2 million",
            days("2025-01-01", "2025-12-31"),
        ),
        (
            "Last month, Selm posted a 38% jump in pretax profit for the first quarter.",
            "38",
            days("2024-01-01", "2024-03-31"),
        ),
        (
            "Selm sold 40 carts last year, according to a note sent to bankers in January.",
            "40",
            days("2023-01-01", "2023-12-31"),
        ),
        (
            "On Tuesday they passed a budget that is bigger than this year, by 31 votes.",
            "31",
            days("2024-05-14", "2024-05-14"),
        ),
        ("The line, which carried 4,000 people last year, will pay each of them $31.", "31", Period()),
        ("Selm will cut 40 jobs by the end of 2026.", "40", Period(None, date(2026, 12, 31))),
        ("Some 40 firms had answered by Tuesday.", "40", days("2024-05-14", "2024-05-14")),
    ],
)
def test_a_time_is_that_of_what_it_stands_with(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_what_is_so_now_does_not_go_on_with_a_day_that_is_past(figure: Finder) -> None:
    text = "On Tuesday 31 boats sank. About 9,000 boats use the port. Police held 40 boats."
    assert figure(text, "9,000").period == Period()
    assert figure(text, "40").period == days("2024-05-14", "2024-05-14")


def test_the_day_of_writing_is_not_the_day_that_is_told_of(figure: Finder) -> None:
    text = "SELM, May 16 (Hill News) -- A ferry sank on Tuesday, the mayor said.\n\nDivers pulled out 31 men."
    assert figure(text, "31").period == days("2024-05-14", "2024-05-14")


def test_what_was_so_has_the_day_told_of(figure: Finder) -> None:
    text = "Orr's party won the vote on Sunday. Turnout was 58 percent."
    assert figure(text, "58").period == days("2024-05-12", "2024-05-12")


def test_the_hurt_of_no_known_incident_have_the_day_told_of(figure: Finder) -> None:
    text = "Workers walked out on Tuesday. Police held four men after a scuffle in which 31 men were hurt."
    assert figure(text, "31").period == days("2024-05-14", "2024-05-14")


def test_a_figure_of_the_headline_has_the_days_of_the_same_figure_below(figure: Finder) -> None:
    text = "Walkout leaves forty ships at sea\n\nPilots left 40 ships at sea on Tuesday, the port said."
    assert figure(text, "forty").period == days("2024-05-14", "2024-05-14")


def test_what_something_came_from_is_of_the_time_up_to_then(figure: Finder) -> None:
    text = "The outbreak has killed 120 people since the start of 2024, up from 85 a week ago."
    found, now = figure(text, "85").period, figure(text, "120").period
    assert found.first == now.first == date(2024, 1, 1)
    assert found.last is not None
    assert now.last is not None
    assert found.last < now.last


def test_a_share_of_the_deaths_is_of_those_told_before(figure: Finder) -> None:
    text = "Some 1,900 people died since the start of 2024. Rebels did 61 percent of the deaths."
    assert figure(text, "61").period == figure(text, "1,900").period


def test_the_dead_of_the_lead_are_not_of_an_attack_told_of_at_the_end(figure: Finder) -> None:
    text = (
        "A bomber killed 14 people in an attack on a bus in Selm, early on Monday, officials said.\n\n"
        "The blast follows a separate attack on a court on May 1."
    )
    assert figure(text, "14").period == days("2024-05-13", "2024-05-13")


def test_a_name_behind_in_is_of_a_place_whatever_the_tagger_has_elsewhere(figure: Finder) -> None:
    text = "Aid reached Madaya. Madaya had waited. Madaya residents wept. Some 46 died in Madaya."
    assert figure(text, "46").place == "Madaya"


def test_the_dead_of_another_year_are_not_where_the_accident_was(figure: Finder) -> None:
    text = "A ferry sank off Selm on Monday, killing 40 people. The firm lost another in 2011, when 84 died."
    assert figure(text, "40").place == "Selm"
    assert figure(text, "84").place is None


def test_a_time_before_the_comma_of_a_report_is_of_what_is_reported(figure: Finder) -> None:
    text = "On Tuesday 100 were still missing, down from 250 a day earlier, the mayor said."
    assert figure(text, "250").period == days("2024-05-13", "2024-05-13")


def test_when_results_were_shown_is_not_when_seats_were_won(figure: Finder) -> None:
    text = "Unity lost its majority in Sunday's vote, winning 96 of 200 seats, final results showed Monday."
    assert figure(text, "96").period == days("2024-05-12", "2024-05-12")


def test_what_a_forecast_is_held_against_was_said_before_and_dates_nothing_else(figure: Finder) -> None:
    text = (
        "The bank expects growth of 2 percent this year, compared with one of 3 percent in August, and "
        "unemployment of 7 percent."
    )
    assert figure(text, "3").period == days("2023-08-01", "2023-08-31")
    assert figure(text, "7").period == days("2024-01-01", "2024-12-31")


def test_as_many_as_at_a_time_is_not_at_that_time(figure: Finder) -> None:
    text = "Some 230 households have fallen behind, twice as many as a year ago."
    assert not figure(text, "230").period.known


def test_what_counts_from_something_without_a_day_has_not_the_day_of_the_sentence(figure: Finder) -> None:
    text = (
        "Shelling killed 14 people on Wednesday, according to the council, which said 612 had died since "
        "the siege began."
    )
    assert figure(text, "14").period.known
    assert not figure(text, "612").period.known


def test_state_firms_are_no_place(figure: Finder) -> None:
    assert figure("The plan is to sell two state firms with 900 workers.", "900").place is None


def test_what_was_revised_is_of_one_quarter_and_a_comparison_that_opens_dates_nothing(figure: Finder) -> None:
    text = "Growth in the first quarter was revised to 0.9 percent from 1.1 percent."
    assert figure(text, "1.1").period == figure(text, "0.9").period
    text = (
        "Output rose 2 percent in the first quarter. Compared with a year earlier, output was up 3 percent."
    )
    assert figure(text, "3").period == days("2024-01-01", "2024-03-31")


def test_what_is_behind_a_semicolon_is_not_of_the_year_that_is_held_against(figure: Finder) -> None:
    text = "Clinics have taken in 3,400 this year, twice as many as in the same period of 2023; 86 have died."
    assert figure(text, "86").period == days("2024-01-01", "2024-05-16")


DATA = (
    "Employers added 212,000 jobs in April, the ministry said on Thursday. The jobless rate fell to "
    "4.1 percent from 4.3 percent in March.\n\nFactories took on 18,000 workers, after a loss of 4,000 in "
    "March. Builders added 21,000. The economy has created 190,000 jobs a month over the last three months, "
    "and 2.1 million over the past year.\n\nWages rose 0.3 percent, after 0.1 percent in March."
)


@pytest.mark.parametrize("number", ["4.1", "18,000", "21,000", "0.3"])
def test_a_report_on_the_data_of_a_month_tells_of_that_month(figure: Finder, number: str) -> None:
    assert figure(DATA, number).period == days("2024-04-01", "2024-04-30")


@pytest.mark.parametrize("number", ["4.3", "4,000", "0.1"])
def test_what_the_data_of_a_month_came_after_is_of_its_own_month(figure: Finder, number: str) -> None:
    assert figure(DATA, number).period == days("2024-03-01", "2024-03-31")


def test_the_last_months_of_data_end_with_the_last_of_them(figure: Finder) -> None:
    assert figure(DATA, "190,000").period == days("2024-02-01", "2024-04-30")
    assert figure(DATA, "2.1 million").period == days("2023-05-16", "2024-05-16")


RESULTS = (
    "Norvane to cut 1,400 jobs after first-quarter loss\n\nNorvane said it would cut jobs and close 12 "
    "plants after a loss of $84 million in the first quarter.\n\nFor the half year to March it lost $120 "
    "million on sales of $900 million. Analysts had expected a loss of $40 million.\n\nThe company will save "
    "$60 million a year and will take a charge of $75 million in the third quarter. It sees full-year sales "
    "of $4 billion."
)


@pytest.mark.parametrize("number", ["1,400", "12", "60 million"])
def test_what_a_firm_will_do_is_of_no_quarter_that_is_over(figure: Finder, number: str) -> None:
    assert not figure(RESULTS, number).period.known


def test_what_a_firm_lost_before_it_cut_jobs_and_what_was_expected_is_of_its_quarter(figure: Finder) -> None:
    assert figure(RESULTS, "84 million").period == days("2024-01-01", "2024-03-31")
    assert figure(RESULTS, "40 million").period == days("2024-01-01", "2024-03-31")


def test_the_full_year_is_that_of_the_quarter_reported(read: Callable[..., Reading], figure: Finder) -> None:
    assert figure(RESULTS, "4 billion").period == days("2024-01-01", "2024-12-31")
    text = (
        "Orel earned $9 million in the fourth quarter, which ended Dec. 31.\n\nFor the full year, profit "
        "rose 14 percent. Costs rose 3 percent."
    )
    shares = [
        each.period for each in read(text, published="2024-02-06").figures if each.amount.kind == "share"
    ]
    assert shares == [days("2023-01-01", "2023-12-31")] * 2


def test_shares_that_have_lost_so_much_this_year_are_at_that_now(figure: Finder) -> None:
    text = "Orel lost $9 million in the first quarter. Its shares have lost 38 percent this year."
    assert figure(text, "38").period == days("2024-01-01", "2024-05-16")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Economists expect the rate to fall to 2.75 percent from 3.25 percent by December.",
            "2.75",
            Period(None, date(2024, 12, 31)),
        ),
        (
            "Economists expect the rate to fall to 2.75 percent from 3.25 percent by December.",
            "3.25",
            Period(),
        ),
        ("Belora has 7 million inhabitants, 565,000 fewer than ten years ago.", "7 million", Period()),
        ("Belora has 7 million inhabitants, 565,000 fewer than ten years ago.", "565,000", Period()),
        (
            "In the first wave, from February to March, the virus killed 640 people.",
            "640",
            days("2024-02-01", "2024-03-31"),
        ),
        ("The firm hopes to save 60 tonnes and will burn 75 tonnes in August.", "60", Period()),
        (
            "Sales fell 9 percent to $5 million in the first quarter. It had cash of $11 million at the end "
            "of April, from $12 million a month earlier.",
            "12 million",
            days("2024-03-01", "2024-03-31"),
        ),
        (
            "In the first quarter the loss shrank to $43 million from $62 million 12 months earlier.",
            "62 million",
            days("2023-01-01", "2023-03-31"),
        ),
    ],
)
def test_a_time_is_of_the_number_that_its_words_put_it_with(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_a_level_now_has_no_days_to_come(figure: Finder) -> None:
    text = "Inflation is expected to average 2.2 percent in 2025. The target of the bank is 2 percent."
    assert not figure(text, "2").period.known


def test_the_incident_of_an_article_is_the_one_that_its_lead_tells_of(figure: Finder) -> None:
    text = (
        "A bomb hidden in a handcart killed nine people and wounded 26 in a market in Korvan on Wednesday. "
        "Three of the wounded were in a critical condition.\n\nOn Sunday gunmen shot dead four policemen."
    )
    assert figure(text, "Three").period == days("2024-05-15", "2024-05-15")
    assert figure(text, "four").period == days("2024-05-12", "2024-05-12")


FISCAL = (
    "Orel said profit in its fiscal third quarter rose to $4 million. Sales rose 30 percent.\n\nFor the "
    "fiscal year ending in June, Orel lifted its outlook. It now expects earnings of $18 million.\n\nIt also "
    "raised its sales forecast to $60 million. Last year it had spent $31 million, and it bought Selm for $7 "
    "million last year."
)


@pytest.mark.parametrize(
    ("number", "period"),
    [
        ("4 million", days("2024-01-01", "2024-03-31")),
        ("30", days("2024-01-01", "2024-03-31")),
        ("18 million", days("2023-07-01", "2024-06-30")),
        ("60 million", days("2023-07-01", "2024-06-30")),
        ("31 million", days("2022-07-01", "2023-06-30")),
        ("7 million", days("2023-01-01", "2023-12-31")),
    ],
)
def test_a_fiscal_year_told_once_is_that_of_quarters_outlooks_and_years(
    figure: Finder, number: str, period: Period
) -> None:
    assert figure(FISCAL, number).period == period


def test_the_quarter_is_that_with_an_end_beside_a_year_with_another(figure: Finder) -> None:
    text = (
        "Orel's volume rose 4 percent for the quarter. It has a plan to save $90 million in the fiscal year "
        "ending in November 2024.\n\nIt earned $12 million in the first quarter ended Feb. 29."
    )
    assert figure(text, "4").period == days("2023-12-01", "2024-02-29")


BUDGET = (
    "The minister presented a budget for the fiscal year that begins on July 1 with spending of $48 million. "
    "He said the deficit would be 3.4 percent of output, down from 4.1 percent this year.\n\nThe budget sets "
    "aside $9 million for schools. Defence gets $4 million, up from $3 million. The tax on fuel has brought "
    "in $7 million."
)


@pytest.mark.parametrize("number", ["48 million", "3.4", "9 million", "4 million"])
def test_what_a_budget_plans_is_of_its_fiscal_year(figure: Finder, number: str) -> None:
    assert figure(BUDGET, number).period == days("2024-07-01", "2025-06-30")


@pytest.mark.parametrize("number", ["4.1", "3 million"])
def test_what_a_budget_is_held_against_is_of_the_fiscal_year_before(figure: Finder, number: str) -> None:
    assert figure(BUDGET, number).period == days("2023-07-01", "2024-06-30")


def test_what_has_come_in_so_far_is_of_no_budget_to_come(figure: Finder) -> None:
    assert not figure(BUDGET, "7 million").period.known


def test_a_time_behind_two_verbs_of_one_subject_is_of_both(figure: Finder) -> None:
    text = (
        "Troops killed 16 rebels and wounded six more during a battle in Orel on Monday, police said Tuesday."
    )
    assert figure(text, "16").period == figure(text, "six").period == days("2024-05-13", "2024-05-13")


def test_a_date_on_a_line_of_its_own_is_that_of_writing(figure: Finder) -> None:
    text = (
        "Blast kills dozens in Selm\n\nThursday, May 16, 2024\n\nA bomb went off in Selm on Monday. "
        "It was brought in a car, followed by two gunmen."
    )
    assert figure(text, "two").period == days("2024-05-13", "2024-05-13")


def test_the_dead_of_an_attack_are_not_of_a_day_since_which_others_had_waited(figure: Finder) -> None:
    text = (
        "At least 44 soldiers have been killed in an air strike.\n\nOn Sunday, officials said blasts shook "
        "the base, where men had gathered since Saturday.\n\nFour died in a clash on Friday."
    )
    assert figure(text, "44").period == days("2024-05-12", "2024-05-12")
    assert figure(text, "Four").period == days("2024-05-10", "2024-05-10")


def test_what_a_vote_seems_to_have_brought_is_of_its_day(figure: Finder) -> None:
    text = (
        "Unity came first in Sunday's election.\n\nIt was set to win 71 seats, the same as in March, and "
        "Alba looked likely to get 32."
    )
    assert figure(text, "71").period == days("2024-05-12", "2024-05-12")


def test_another_poll_has_not_the_days_of_the_first(figure: Finder) -> None:
    text = (
        "Lind has the support of 48 percent of voters, according to a poll taken May 5-9. Another survey "
        "last week had her rival at 44 percent. A separate poll gave Lind 46 percent."
    )
    assert figure(text, "48").period == days("2024-05-05", "2024-05-09")
    assert figure(text, "44").period == days("2024-05-06", "2024-05-12")
    assert not figure(text, "46").period.known


def test_a_price_in_a_session_that_still_runs_is_of_the_day_of_the_report(figure: Finder) -> None:
    text = "Orel said its profit had grown. Shares in Orel were up 6% at 458p in morning trade."
    assert figure(text, "6").period == figure(text, "458").period == days("2024-05-16", "2024-05-16")


def test_the_period_of_another_year_is_that_of_a_firm_s_own_quarter(figure: Finder) -> None:
    text = (
        "Orel lost $4 million in the quarter ended Feb. 29, 2024. In the 2023 period, it earned $6 million."
    )
    assert figure(text, "6 million").period == days("2022-12-01", "2023-02-28")


@pytest.mark.parametrize(
    "text",
    [
        "The economy added 90,000 jobs in April, far above the 70,000 forecast by economists.",
        "Employers added 90,000 jobs in April, the ministry said on Thursday, above the 70,000 that experts "
        "had expected.",
    ],
)
def test_what_was_forecast_of_a_result_is_of_its_month(figure: Finder, text: str) -> None:
    assert figure(text, "70,000").period == days("2024-04-01", "2024-04-30")


WAR = (
    "A bomb killed nine people in Korvan on Wednesday. Some 310 patients are in hospital.\n\nThe war has "
    "cost 15,000 lives. Fighting has killed 2,300 people since January, and some 8,000 since the rebellion "
    "started in 2010. About 400 are in camps.\n\nA year ago 60 people died when a bank was bombed."
)


@pytest.mark.parametrize(
    ("number", "period"),
    [
        ("nine", days("2024-05-15", "2024-05-15")),
        ("15,000", Period()),
        ("2,300", days("2024-01-01", "2024-05-16")),
        ("8,000", days("2010-01-01", "2024-05-16")),
        ("400", Period()),
        ("60", days("2023-01-01", "2023-12-31")),
    ],
)
def test_the_dead_of_a_war_are_not_of_the_day_of_a_bomb(figure: Finder, number: str, period: Period) -> None:
    assert figure(WAR, number).period == period


def test_how_many_a_ship_is_built_for_is_of_no_day(figure: Finder) -> None:
    text = "The ship, built to carry 180 people, had 263 on board when it sank on May 4, 2023."
    assert not figure(text, "180").period.known
    assert figure(text, "263").period == days("2023-05-04", "2023-05-04")


def test_what_a_day_of_trading_pushed_an_index_up_by_is_of_that_day(figure: Finder) -> None:
    text = "Stocks on Wall Street rose on Wednesday, pushing the index up 72 points, to 8,189."
    assert figure(text, "72").period == figure(text, "8,189").period == days("2024-05-15", "2024-05-15")


def test_what_a_study_published_on_a_day_tells_is_not_of_that_day(figure: Finder) -> None:
    text = "A study published Wednesday named the worst towns.\n\nIt looked at murders. Selm had 130 murders."
    assert not figure(text, "130").period.known


def test_those_hurt_are_of_the_day_that_their_paragraph_tells_of(figure: Finder) -> None:
    text = (
        "The strike in Selm left 62 ships waiting on Wednesday.\n\nOn Monday police arrested 23 strikers. "
        "Two officers were hurt."
    )
    assert figure(text, "Two").period == days("2024-05-13", "2024-05-13")


def test_a_time_to_come_is_of_the_verb_to_come(figure: Finder) -> None:
    text = "It released 300,000 tonnes from its reserves in April, and will sell 200,000 more by December."
    assert figure(text, "300,000").period == days("2024-04-01", "2024-04-30")
    assert figure(text, "200,000").period == Period(None, date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sales will rise slightly from an estimated $470 million this year.", "470 million"),
        ("Analysts had forecast sales of 4 million tonnes this year.", "4 million"),
    ],
)
def test_what_is_thought_of_a_year_is_of_all_of_it(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Fires have killed at least 16 people since Saturday and destroyed more than 700 homes.", "16"),
        ("Fires have killed at least 16 people since Saturday and destroyed more than 700 homes.", "700"),
        ("Fires have destroyed 700 homes and killed 16 people since Saturday.", "700"),
    ],
)
def test_at_least_is_no_superlative_that_ends_with_since(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2024-05-11", "2024-05-16")


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("The storm killed 41 people, 12 of them in Kenya, and hurt 87.", "41", None),
        ("The storm killed 41 people, 12 of them in Kenya, and hurt 87.", "12", "Kenya"),
        ("The storm killed 41 people, 12 of them in Kenya, and hurt 87.", "87", None),
        (
            "The bank will cut 900 jobs by 2030, 600 of them in its home country, to save 2 euros.",
            "900",
            None,
        ),
        ("The bank will cut 900 jobs by 2030, 600 of them in its home country, to save 2 euros.", "2 ", None),
        ("The group counted 160 raids, 42 of them outside the capital.", "160", None),
        ("The group counted 160 raids, 42 of them outside the capital.", "42", "capital"),
        ("The group counted 40 raids in Norway, of which four were in Oslo.", "40", "Norway"),
        ("The group counted 40 raids, four of which were in Oslo.", "four", "Oslo"),
        ("The group counted 40 raids, four of which were in Oslo.", "40", None),
        ("Police in Oslo held 41 people, six of them at the port.", "41", "Oslo"),
        ("The firm sold 40 shops in Spain, 12 of which were in Madrid.", "12", "Madrid"),
    ],
)
def test_the_place_of_a_part_is_of_the_part_alone(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number.strip()).place == place


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Norway on Monday pledged $25 million and Japan $14 million.", "14 million", None),
        ("Norway gave $3 million, Ghana $2 million and Malta $1 million.", "2 million", None),
        ("Norway has 300 cases and Ghana 12.", "12", "Ghana"),
        ("Norway exported 300 tonnes and Ghana 200 tonnes.", "200", "Ghana"),
        ("Norway gave $4 million to Mali and Ghana $2 million.", "4 million", "Mali"),
        ("In Norway and Ghana 40 people died.", "40", "Norway and Ghana"),
    ],
)
def test_who_acts_is_no_place_also_where_the_verb_is_left_out(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place


def test_who_has_soldiers_in_a_country_is_not_that_country(figure: Finder) -> None:
    text = "Norway had 340 soldiers in the country and Malta 180, an envoy said."
    assert [figure(text, number).place for number in ("340", "180")] == ["country"] * 2


def test_there_is_not_where_those_told_of_come_from(figure: Finder) -> None:
    before = "The force in Ghana has 3,200 soldiers. The first 500, from Norway and Malta, leave in May."
    text = f"{before} Peru has 1,150 there."
    assert figure(text, "1,150").place == "Ghana"


def test_who_money_is_given_to_is_no_place_of_other_money(figure: Finder) -> None:
    text = "The bill would raise pay by $26 million, give $3 million to Peru and cut aid by 2 percent."
    assert [figure(text, number).place for number in ("26 million", "3 million", "2")] == [None, "Peru", None]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("So far this year 46 fires burned 900 homes, compared with a five-year average of 39 fires.", "39"),
        ("The agency has received $26 million and will have to cut rations from July.", "26 million"),
    ],
)
def test_averages_of_years_and_what_came_before_a_plan_have_no_days(
    figure: Finder, text: str, number: str
) -> None:
    assert not figure(text, number).period.known


def test_what_is_still_so_is_of_the_day_on_which_it_was_said(read: Callable[..., Reading]) -> None:
    reading = read(
        "The toll of Monday night's attack on Selm has risen to five, officials said on Wednesday. The mayor "
        "said nine people remained in hospital. Some 43,000 homes still had no power."
    )
    found = {one.amount.number.text: one.period for one in reading.figures}
    assert found["nine"] == found["43,000"] == days("2024-05-15", "2024-05-15")


@pytest.mark.parametrize(
    ("text", "number", "last"),
    [
        ("The banks agreed in May to delay 14 loans by a year, until April.", "14", "2025-04-30"),
        ("The council voted on Monday to keep 14 guards there until May.", "14", "2025-05-31"),
        ("The truce held until April and saved 14 mines.", "14", "2024-04-30"),
    ],
)
def test_what_was_agreed_or_decided_is_still_to_come(
    read: Callable[..., Reading], text: str, number: str, last: str
) -> None:
    found = [one for one in read(text, published="2024-12-05").figures if one.amount.number.text == number]
    assert [one.period for one in found] == [Period(None, date.fromisoformat(last))]


def test_amounts_of_two_months_have_each_its_own(figure: Finder) -> None:
    text = "Imports rose 3 percent, compared with 7 percent in March and 5 percent in April."
    assert figure(text, "7").period == days("2024-03-01", "2024-03-31")
    assert figure(text, "5").period == days("2024-04-01", "2024-04-30")


def test_what_something_came_to_is_of_the_time_of_its_move(figure: Finder) -> None:
    text = (
        "Brandt AG's first-quarter net profit fell 44 percent to 615 million euros.\n\nBrandt sold 418,000 "
        "pumps between January and March. In Norway deliveries slumped by 28 percent to 79,000."
    )
    assert figure(text, "79,000").period == figure(text, "28").period == days("2024-01-01", "2024-03-31")


def test_the_end_of_a_plan_is_not_the_time_of_what_was_done(figure: Finder) -> None:
    text = "The fund plans to reach 60,000 people by the end of August. Nine camps were hit by storms."
    assert figure(text, "60,000").period == Period(None, date(2024, 8, 31))
    assert not figure(text, "Nine").period.known


def test_what_had_been_so_before_is_not_of_the_day_told_of(figure: Finder) -> None:
    text = "Troops killed 40 rebels on Tuesday. They had lost 200 men in the war. They took 30 guns."
    assert not figure(text, "200").period.known
    assert figure(text, "30").period == figure(text, "40").period != Period()
    said = "The fire killed 12 people on Tuesday. Police said they had arrested four men."
    assert figure(said, "four").period == figure(said, "12").period


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Opened in 2019, the plant employs 400 people.", "400"),
        ("The rule limits any holding to 15 percent until the ban expires on Dec. 31, 2026.", "15"),
        ("Over her career as a senator and her 2010 bid, Ms. Holt raised $14.7 million.", "14.7 million"),
        ("His bitter 2010 race with Holt and his six years in office are over.", "six"),
    ],
)
def test_a_time_of_another_deed_or_noun_is_not_that_of_a_figure(
    figure: Finder, text: str, number: str
) -> None:
    assert not figure(text, number).period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The 2015 floods killed 40 people.", "40"),
        ("In the 2015 election Ms. Holt won 43 seats.", "43"),
        ("Opened in 2015, the plant employed 40 people that year.", "40"),
    ],
)
def test_a_year_before_what_a_figure_is_of_is_its_own(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2015-01-01", "2015-12-31")


def test_what_a_firm_has_is_of_no_quarter(figure: Finder) -> None:
    text = (
        "Orel Corp. said third-quarter profit rose 12 percent to $40 million. The lender has assets of $3.2 "
        "billion. Costs were $9 million."
    )
    assert not figure(text, "3.2 billion").period.known
    assert figure(text, "9 million").period == figure(text, "40 million").period != Period()


def test_what_is_to_come_is_not_of_a_past_day_told_of(figure: Finder) -> None:
    text = "The army killed 40 rebels on Tuesday. It will send 900 men there. They lost nine trucks."
    assert not figure(text, "900").period.known
    assert figure(text, "nine").period == figure(text, "40").period != Period()


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("Lind also finished ahead of Orr in recent polls from Hill and Orrin, by 11 points.", "11"),
        ("Polling averages show Lind ahead by 3 points.", "3"),
        ("Her approval rose from 41 percent in the last poll.", "41"),
        ("She has momentum after finishing 2 points behind Orr at the Selm caucuses.", "2"),
    ],
)
def test_what_is_of_other_polls_or_of_a_vote_has_not_the_days_of_the_poll(
    figure: Finder, told: str, number: str
) -> None:
    text = f"Lind has the support of 48 percent of voters, according to a Tarn poll taken May 5-9. {told}"
    assert figure(text, "48").period == days("2024-05-05", "2024-05-09")
    assert not figure(text, number).period.known


def test_a_poll_that_a_move_is_counted_from_is_not_the_poll(figure: Finder) -> None:
    text = (
        "Since last week's poll, support for Lind rose by two points.\n\nA Hill poll has Lind at 44 percent."
    )
    assert figure(text, "two").period == days("2024-05-06", "2024-05-16")
    assert not figure(text, "44").period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Police found a boat on Monday in Selm, 30 miles (48 km) south of Orrin.", "30"),
        ("Police found a boat on Monday in Selm, 30 miles (48 km) south of Orrin.", "48"),
        ("The school opened on Monday about 40 kilometres away.", "40"),
        ("The mill reopened on Monday, two weeks after the flood.", "two"),
        ("Orr announced plans this week to give another $15 million to the fund.", "15 million"),
        ("In April, it announced plans to buy the mill for $40 million.", "40 million"),
        ("Selm, a town of over 21,000, erupted in protests in August 2014.", "21,000"),
        ("A 2009 report by the bank found that the tax would raise $220 billion.", "220 billion"),
        ("The homes, worth $3 million in April, are worth only half that now.", "half"),
        (
            "It had a loss in the year to April and its debts currently exceed its assets by $13 million.",
            "13 million",
        ),
        ("The storm hit on Thursday. Selm has 17,000 residents.", "17,000"),
        ("On Monday Orr met the families, who had given him $40 million.", "40 million"),
    ],
)
def test_what_a_time_beside_does_not_date_has_no_days(figure: Finder, text: str, number: str) -> None:
    assert not figure(text, number).period.known


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("Nine people, three of them children, died on Monday.", "three", days("2024-05-13", "2024-05-13")),
        ("It announced plans to cut 40 jobs next year.", "40", days("2025-01-01", "2025-12-31")),
        ("The homes were worth $3 million in April.", "3 million", days("2024-04-01", "2024-04-30")),
        (
            "A 2009 study found that 40 percent of pupils eat too little.",
            "40",
            days("2009-01-01", "2009-12-31"),
        ),
        ("Some 900 members have joined since the April vote.", "900", days("2024-04-01", "2024-05-16")),
        ("Orr had told them to release 15 pages by April 30.", "15", Period(None, date(2024, 4, 30))),
        (
            "Claims fell in March, with firms adding 900 jobs during the month.",
            "900",
            days("2024-03-01", "2024-03-31"),
        ),
        ("Oster won 12 titles in the 1960s and 70s.", "12", days("1960-01-01", "1979-12-31")),
    ],
)
def test_a_time_that_dates_a_figure_gives_it_its_days(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_a_headline_has_not_the_days_of_other_things_that_are_as_many(figure: Finder) -> None:
    text = "Five trends to watch in Malta\n\nPolice held five men on Monday."
    assert figure(text, "five").period == days("2024-05-13", "2024-05-13")
    assert not figure(text, "Five").period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He has outlasted eight American presidents.", "eight"),
        ("A poll shows that 91 percent of African Americans agree.", "91"),
        ("Backing for Orr was 37 percent, according to Gallup.", "37"),
        ("Gallup's own tracking poll puts backing for Orr at 49 percent.", "49"),
        ("It posted net income of 5 million Canadian dollars ($4 million).", "4 million"),
        ("Orel, based in Santa Fe, N.M., has 3 million shares. Orel, Ohio, is far.", "3 million"),
        (
            "Norda Corp., New York, fell. Norda Corp., which makes rope, reported a profit of $27 million.",
            "27 million",
        ),
        ("General Motors Acceptance Corp. grew. At GMAC, profit rose by $16 million.", "16 million"),
        ("Orel, the second-largest maker in Malta, will cut 900 jobs.", "900"),
        ("Bell, a physician from Oregon, leaked thousands of letters.", "thousands"),
        ("They vote in California and five other states.", "five"),
        ("Ohio voted for Orr as one of only 10 states that he won.", "10"),
        ("The jet left Malta at last, two days after the storm.", "two"),
        ("Orr, who at 77 is about to go to Malta, was glad.", "77"),
        ("The plan moves $350 billion to states.", "350 billion"),
    ],
)
def test_a_place_of_something_else_is_not_that_of_a_figure(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).place is None


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        (
            "Some 40 people live in parts of the northern US and eastern Canada.",
            "40",
            "northern US and eastern Canada",
        ),
        (
            "They vote in Utah, with 131 seats; on Monday, Malta and Cyprus hold votes with 12.",
            "12",
            "Malta and Cyprus",
        ),
        ("On the Greek island of Lesbos 40 men waited.", "40", "Lesbos"),
        ("Some 40 people died as a storm hit Malta.", "40", "Malta"),
        ("Two men were held in Orsin district of Balk province.", "Two", "Orsin district"),
        ("The army sent 900 men to cities like Selm.", "900", "cities"),
        ("Forty people died in Selm, a town in Malta.", "Forty", "Selm"),
        ("Malta and Cyprus recorded 300 cases.", "300", "Malta and Cyprus"),
        ("Hundreds of people marched through Lisbon on Monday.", "Hundreds", "Lisbon"),
    ],
)
def test_a_place_is_named_whole_where_the_figure_is(
    figure: Finder, text: str, number: str, place: str
) -> None:
    found = figure(text, number).place
    assert found is not None
    assert found.endswith(place)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A 50-state poll came out on Monday.", "50"),
        ("The $2 billion Orin Fund lost $40 million in April.", "2 billion"),
        ("Costs had run at $35 million before Orel scrapped the unit in April.", "35 million"),
        ("A bid for 900 shares was extended to July 16.", "900"),
    ],
)
def test_a_size_and_what_was_so_before_then_have_not_the_days_beside(
    figure: Finder, text: str, number: str
) -> None:
    assert not figure(text, number).period.known


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("A 50-strong mob burned a shop on Monday.", "50", days("2024-05-13", "2024-05-13")),
        ("Some 40 people were held before the vote on Monday.", "40", days("2024-05-13", "2024-05-13")),
        (
            "Orr raised $11 million in April and spent $17 million over the course of the month.",
            "17 million",
            days("2024-04-01", "2024-04-30"),
        ),
        ("The bank may buy 900 shares after Jan. 1, 2025.", "900", Period(date(2025, 1, 2), None)),
        (
            "Orel has gained an estimated 2 percent of the market so far this year.",
            "2",
            days("2024-01-01", "2024-05-16"),
        ),
        (
            "Profit this year is likely to be 4.7 billion francs ($754 million), up from last year.",
            "754 million",
            days("2024-01-01", "2024-12-31"),
        ),
    ],
)
def test_a_stretch_has_the_ends_that_its_words_give_it(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_what_was_set_until_it_was_changed_is_of_no_year_before(figure: Finder) -> None:
    text = (
        "Orel Corp. said first-quarter profit rose to $40 million from $30 million. It also raised its "
        "quarterly dividend to $1.20 a share from $1.05."
    )
    assert figure(text, "30 million").period == days("2023-01-01", "2023-03-31")
    assert not figure(text, "1.05").period.known


def test_a_conversion_has_the_place_of_what_it_converts(figure: Finder) -> None:
    text = "Police in Selm found 1,300 pounds (600 kgs) of fertilizer. Malta is far."
    assert figure(text, "600").place == figure(text, "1,300").place


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Norda is to buy a 15% stake in Orrin.", "15"),
        ("Columbia shares fell. Columbia reported earnings of $16 million.", "16 million"),
        ("The Wilmington, Del., company reported net of $547 million.", "547 million"),
        ("British Gas shed 8.5 pence a share.", "8.5"),
        ("Orr was convicted in state court of cheating thousands of investors.", "thousands"),
        ("They will subscribe 170 million marks in share capital.", "170 million"),
    ],
)
def test_a_firm_and_what_it_has_are_no_place(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).place is None


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        (
            "In New York Stock Exchange composite trading, Orel closed at $60.",
            "60",
            "New York Stock Exchange",
        ),
        ("Orel closed at $60 in composite New York Stock Exchange trading.", "60", "New York Stock Exchange"),
        ("In late London trading the dollar was at 142 yen.", "142", "London"),
        ("Some 150 seats are at stake in Utah, Idaho, and Ohio.", "150", "Utah, Idaho, and Ohio"),
        (
            "They voted in Utah and Idaho. On the Toronto Stock Exchange it rose $2.",
            "2",
            "Toronto Stock Exchange",
        ),
    ],
)
def test_the_place_of_trading_and_of_a_list_is_named_whole(
    figure: Finder, text: str, number: str, place: str
) -> None:
    assert figure(text, number).place == place


def test_an_aside_between_dashes_and_what_a_thing_is_worth_have_not_the_days_beside(figure: Finder) -> None:
    assert not figure("Selm — a town of over 21,000 — rose in August 2014.", "21,000").period.known
    text = "The offer, valued at about $576 million, was made in March."
    assert not figure(text, "576 million").period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The meeting in Selm was the first of the 15-member committee.", "15"),
        ("After a 16-hour flight Orr landed in Malta.", "16"),
        ("Norda agreed to sell three candy businesses to Nestle.", "three"),
        ("Holders, except residents in Malta, may buy two shares.", "two"),
    ],
)
def test_a_size_and_what_a_buyer_gets_are_of_no_place(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).place is None


def test_a_band_is_where_it_is_and_a_gift_where_it_goes(figure: Finder) -> None:
    assert figure("A 40-strong mob burned a shop in Selm.", "40").place == "Selm"
    assert figure("It costs as much as a three-bed flat in Lisbon.", "three").place == "Lisbon"
    assert figure("She gave 500 pounds of food to Malta and Cyprus.", "500").place == "Malta and Cyprus"


def test_a_stretch_that_came_before_has_not_the_time_of_what_came_after(figure: Finder) -> None:
    assert not figure("Orr left in 1960 after eight years in office.", "eight").period.known


def test_what_a_bulletin_tells_in_the_past_is_of_the_days_that_it_covers() -> None:
    head = "Protection Update | 16 - 29 April 2024\n\n"
    figures = addup.read(head + "Gunmen abducted 9 aid workers.", published="2024-05-02").figures
    assert (figures[0].period.first, figures[0].period.last) == (date(2024, 4, 16), date(2024, 4, 29))


def test_parts_are_of_the_week_of_their_whole_and_not_of_that_before() -> None:
    head = "Fever bulletin\nReporting period: 29 April – 5 May 2024\n\n"
    text = (
        "A total of 312 cases were registered this week, a decrease of 12 per cent from the previous week "
        "(355 cases). Of these, 140 were in Orrin County."
    )
    figures = {each.span.text: each for each in addup.read(head + text, published="2024-05-07").figures}
    assert figures["355 cases"].period.last == date(2024, 4, 28)
    assert figures["140"].period.first == date(2024, 4, 29)


POLL_OF_APRIL = """\
The Ridge College poll of 900 voters was taken April 3 to 7.

Stone is more likely to be seen as able than she was in December, 64 percent to 56 percent.

Seven in 10 call her honest, after half did in the earlier poll. \
Stone is up from 37 percent in January and Hill is down from 49 percent.

The Ridge College poll came a day after a Valley Herald poll showed a 2-point gap. Forty percent said yes.
"""


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        ("64", date(2016, 4, 3), date(2016, 4, 7)),
        ("56", date(2015, 12, 1), date(2015, 12, 31)),
        ("Seven in 10", date(2016, 4, 3), date(2016, 4, 7)),
        ("half", None, None),
        ("37", date(2016, 1, 1), date(2016, 1, 31)),
        ("49", date(2016, 1, 1), date(2016, 1, 31)),
        ("2", None, None),
        ("Forty", date(2016, 4, 3), date(2016, 4, 7)),
    ],
)
def test_a_poll_gives_its_days_to_what_it_found_and_not_to_what_another_did(
    number: str, first: date | None, last: date | None
) -> None:
    found = addup.read(POLL_OF_APRIL, published="2016-04-16").figures
    period = next(figure.period for figure in found if figure.amount.number.text == number)
    assert (period.first, period.last) == (first, last)


POLLS_WITHOUT_DAYS = """\
Stone had 45 percent support among voters in a new Ridge College poll released Thursday. \
Her support rose four percentage points since the last Ridge College poll in March. \
Hill was at 25 percent in the poll, up eight points from March.

In March, Hill had 38 percent support in a Ridge College poll. \
The most recent poll shows that he fell to 27 percent.

Stone was backed by 42 percent of voters in the Herald poll, a nine-point dip from March.
"""


@pytest.mark.parametrize("number", ["45", "four", "25", "eight", "27", "42", "nine"])
def test_what_a_poll_is_held_against_or_when_it_came_out_is_no_time_of_what_it_found(number: str) -> None:
    found = addup.read(POLLS_WITHOUT_DAYS, published="2016-04-16").figures
    period = next(figure.period for figure in found if figure.amount.number.text == number)
    assert (period.first, period.last) == (None, None)


def test_a_share_of_a_poll_before_has_the_month_of_that_one() -> None:
    found = addup.read(POLLS_WITHOUT_DAYS, published="2016-04-16").figures
    period = next(figure.period for figure in found if figure.amount.number.text == "38")
    assert (period.first, period.last) == (date(2016, 3, 1), date(2016, 3, 31))


def test_the_days_of_a_where_clause_are_not_those_of_what_it_stands_in() -> None:
    text = "In Selm, where Ms. Bell won a narrow victory in May, turnout dropped 40 percent."
    (figure,) = addup.read(text, published="2024-07-25").figures
    assert not figure.period.known
    assert figure.place == "Selm"


def test_no_place_is_part_of_the_name_of_who_took_a_poll(figure: Finder) -> None:
    text = "In a national USA TODAY/Selm College Poll, voters given the choice of four names mostly say no."
    assert figure(text, "four").place is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The region grew barley on 400 hectares in 2022. The crop made up 30 percent of all grain.", "30"),
        ("The region grew barley on 400 hectares in 2022. The crop of 90 tons was 30 percent of all.", "30"),
        (
            "Exports of tin fell 3 percent in 2022, the port said on Tuesday. Imports were 40 million tons.",
            "40",
        ),
        ("Of the 900 boats that were built in 2022, 30 percent were sold abroad.", "30"),
    ],
)
def test_data_of_a_year_go_on_in_the_next_sentence(figure: Finder, text: str, number: str) -> None:
    number = "40 million" if number == "40" else number
    assert figure(text, number).period == days("2022-01-01", "2022-12-31")


def test_a_share_over_all_is_not_of_the_year_before_it(figure: Finder) -> None:
    text = "The region grew barley on 400 hectares in 2022. Over all, 30 percent of its land was sown."
    assert figure(text, "30").period.known is False


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A court sent forty rebels to prison on Tuesday. Jo Orr was sentenced to nine years.", "nine"),
        ("A court sent forty rebels to prison on Tuesday. The judge gave Jo Orr 16 years.", "16"),
        ("A court sent forty rebels to prison on Tuesday. The lightest sentence was six months.", "six"),
        ("Orr was charged with 14 counts of fraud on Tuesday.", "14"),
    ],
)
def test_a_penalty_is_of_the_day_on_which_it_was_set(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2024-05-14", "2024-05-14")


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("Three men died on Tuesday, a day after a boiler exploded and killed seven.", "seven", "2024-05-13"),
        ("The raid on Tuesday came three days after 20 guards were shot.", "20", "2024-05-11"),
        ("Police held a man on Sunday, a week after a blast that killed 31 people.", "31", "2024-05-05"),
        ("On Monday, just two days after a mob burned 14 shops, troops moved in.", "14", "2024-05-11"),
        ("The raid on Sunday came hours after rebels fired 20 rockets.", "20", "2024-05-12"),
        ("On Friday, the day after the flood, divers found 12 survivors.", "12", "2024-05-10"),
        ("Tuesday's raid, which killed 14, was the third this month.", "14", "2024-05-14"),
        ("Saturday's flood, in which 40 people died, was followed by another on Monday.", "40", "2024-05-11"),
    ],
)
def test_what_was_before_its_sentence_has_the_day_so_long_before(
    figure: Finder, text: str, number: str, day: str
) -> None:
    assert figure(text, number).period == days(day, day)


@pytest.mark.parametrize(
    "text",
    [
        "A court on Tuesday jailed two guards, four months after a riot in which 60 men died.",
        "A court on Tuesday freed two guards, more than a week after a riot in which 60 men died.",
    ],
)
def test_what_was_some_time_before_its_sentence_is_not_of_its_day(figure: Finder, text: str) -> None:
    assert not figure(text, "60").period.known


def test_deaths_since_a_day_that_somebody_is_blamed_for_are_since_then(figure: Finder) -> None:
    found = figure("The cold has been blamed for 33 deaths since Friday.", "33")
    assert found.period == days("2024-05-10", "2024-05-16")


def test_years_given_for_something_else_are_no_penalty(figure: Finder) -> None:
    text = "A mayor closed forty shops on Tuesday. He gave their owners two years to leave."
    assert not figure(text, "two").period.known


def test_what_was_to_explode_is_no_incident_with_its_day(figure: Finder) -> None:
    text = (
        'Selm was quiet on Thursday. "The device was made to explode at 6:15 in the evening," police said. '
        "On Tuesday, at least six people were hurt, after blasts. Nine people were hurt when a bomb exploded."
    )
    assert figure(text, "Nine").period == days("2024-05-14", "2024-05-14")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The storm killed 34 in the towns of Bhadoi and Rupa.", "Bhadoi and Rupa"),
        ("Some 300 were hurt in the district of Dhubri.", "Dhubri"),
        ("A ship sank 40 kilometres off of the Maltese coast.", "Maltese coast"),
        ("Ninety people were shot at the Lisbon nightclub, police said.", "Lisbon"),
        ("Four people died at the dam.", "dam"),
        ("Gunmen killed nine herders in Niger's Tahoua region.", "Tahoua region"),
        ("Nine herders died in Egypt's restive Sinai peninsula.", "Sinai peninsula"),
        ("Nine herders died in Brazil's northern state of Amapa.", "Amapa"),
        ("The rebels shelled the border town of Karkamis, wounding nine herders.", "Karkamis"),
        ("Nine herders died in the eastern prefecture of Ituria.", "Ituria"),
        ("A storm battered the Caribbean island of Grenada and killed nine.", "Grenada"),
        ("Nine drowned in the Pacific island nation of Tonga.", "Tonga"),
        ("A boat sank in the Gulf of Aden, drowning nine.", "Gulf of Aden"),
        ("Measles in the Republic of the Congo has killed nine.", "Republic of the Congo"),
    ],
)
def test_a_place_behind_its_kind_or_before_a_building_counts(figure: Finder, text: str, place: str) -> None:
    assert addup.read(text, published="2024-05-16").figures[0].place == place


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Nine dead, 30 wounded in shelling of Benghazi", "30", "Benghazi"),
        ("The siege of Srebrenica cost 60 lives.", "60", "Srebrenica"),
        ("Troops have retaken 14 districts of eastern Raqqa.", "14", "eastern Raqqa"),
        ("Northern Laos was hit by floods that killed 18 people.", "18", "Northern Laos"),
        ("The death toll from the landslide in Quillota rose to 17.", "17", "Quillota"),
        ("A rocket attack on a wedding near Dalgo killed 13.", "13", "Dalgo"),
        ("Relief workers reached Tolga, where 900 people were cut off.", "900", "Tolga"),
        ("A 48-hour truce took effect in Aden on Saturday.", "48", "Aden"),
        ("Sudan reported 27 new Ebola cases.", "27", "Sudan"),
    ],
)
def test_where_something_is_fought_over_struck_or_reached_is_a_place(
    figure: Finder, text: str, number: str, place: str
) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The fires have spread in Cyprus. Some 400 people live there.", "Cyprus"),
        ("Malta has a base in Lisbon. It is full.\n\nA station rose. Some 400 people live there.", "there"),
        ("They went to the country in May, 40 in all. Some 400 people live there.", "there"),
    ],
)
def test_there_is_a_place_just_named_or_stays_as_it_is(figure: Finder, text: str, place: str) -> None:
    assert figure(text, "400").place == place


def test_names_joined_to_a_place_and_people_behind_a_comma_are_told_apart(figure: Finder) -> None:
    text = "Instead of going on in Iraq, Obama and Clinton withdrew 900 soldiers."
    assert "Obama" not in (figure(text, "900").place or "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Of the 50 tons of rice that Malta imported in 2022, 60 percent had come from Spain.", "60"),
        ("Of the 80 boats that Malta built in 2022, 30 had been ordered by Spain.", "30"),
    ],
)
def test_a_part_has_the_days_of_its_whole_though_it_was_so_before(
    figure: Finder, text: str, number: str
) -> None:
    assert figure(text, number).period == days("2022-01-01", "2022-12-31")
