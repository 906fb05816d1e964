"""Which days the figures of firms, markets, budgets and statistics cover."""

from collections.abc import Callable

import pytest
from finders import Finder, days

from addup.records import Period, Reading


def test_a_share_that_is_owned_is_of_no_quarter(figure: Finder) -> None:
    text = "Hill Corp., which is 92%-owned by Dale Corp., earned $9 million in the first quarter."
    assert figure(text, "9 million").period == days("2024-01-01", "2024-03-31")
    text = "Hill Corp. lost $9 million in the first quarter. Dale Corp. has a 40% stake in it."
    assert figure(text, "40").period == Period()


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


def test_the_quarter_is_the_one_whose_end_the_text_gives_further_on(figure: Finder) -> None:
    text = "Sales rose 4 percent for the quarter, Orel said. Profit for the first quarter ended March 2 fell."
    assert figure(text, "4").period == days("2023-12-03", "2024-03-02")


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


def test_a_price_in_trading_is_of_no_quarter(figure: Finder) -> None:
    text = (
        "Hill Corp. said profit in the first quarter fell to $20 million. "
        "Its shares closed at $31 in composite trading yesterday."
    )
    assert figure(text, "20 million").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "31").period == days("2024-05-15", "2024-05-15")


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


def test_a_firm_reports_on_what_is_past(figure: Finder) -> None:
    text = (
        "Hill Corp. lost $2 million in the first quarter. It expects a small profit in the second quarter. "
        "The mills had sales of $5 million."
    )
    assert figure(text, "5 million").period == days("2024-01-01", "2024-03-31")


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


def test_prices_of_no_day_at_all_are_of_the_last_trading_before_publication(
    read: Callable[..., Reading],
) -> None:
    text = "Orr Ltd. named a chief. On the Tarn Stock Exchange, its shares rose five cents to $14."
    for published, day in (("2024-05-16", "2024-05-15"), ("2024-05-13", "2024-05-10")):
        found = [figure.period for figure in read(text, published).figures]
        assert found == [days(day, day)] * 2


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


def test_what_a_forecast_is_held_against_was_said_before_and_dates_nothing_else(figure: Finder) -> None:
    text = (
        "The bank expects growth of 2 percent this year, compared with one of 3 percent in August, and "
        "unemployment of 7 percent."
    )
    assert figure(text, "3").period == days("2023-08-01", "2023-08-31")
    assert figure(text, "7").period == days("2024-01-01", "2024-12-31")


def test_what_was_revised_is_of_one_quarter_and_a_comparison_that_opens_dates_nothing(figure: Finder) -> None:
    text = "Growth in the first quarter was revised to 0.9 percent from 1.1 percent."
    assert figure(text, "1.1").period == figure(text, "0.9").period
    text = (
        "Output rose 2 percent in the first quarter. Compared with a year earlier, output was up 3 percent."
    )
    assert figure(text, "3").period == days("2024-01-01", "2024-03-31")


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


def test_what_a_day_of_trading_pushed_an_index_up_by_is_of_that_day(figure: Finder) -> None:
    text = "Stocks on Wall Street rose on Wednesday, pushing the index up 72 points, to 8,189."
    assert figure(text, "72").period == figure(text, "8,189").period == days("2024-05-15", "2024-05-15")


def test_what_a_firm_has_is_of_no_quarter(figure: Finder) -> None:
    text = (
        "Orel Corp. said third-quarter profit rose 12 percent to $40 million. The lender has assets of $3.2 "
        "billion. Costs were $9 million."
    )
    assert not figure(text, "3.2 billion").period.known
    assert figure(text, "9 million").period == figure(text, "40 million").period != Period()


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


@pytest.mark.parametrize(
    ("text", "number", "first", "last"),
    [
        (
            "Orel earned $9 million in the first quarter, against $7 million in the like period of 2023.",
            "7 million",
            "2023-01-01",
            "2023-03-31",
        ),
        (
            "First-quarter sales were $50 million, compared with $46 million in the comparable 2023 period.",
            "46 million",
            "2023-01-01",
            "2023-03-31",
        ),
        (
            "First-quarter sales were $50 million, against $46 million in the similar period a year ago.",
            "46 million",
            "2023-01-01",
            "2023-03-31",
        ),
        (
            "For the three months, net was $20 million, up from $18 million in the like period of 2023.",
            "18 million",
            "2023-01-01",
            "2023-03-31",
        ),
        (
            "For the 9 months, net was $20 million, up from $18 million in the like period a year ago.",
            "18 million",
            "2022-01-01",
            "2022-09-30",
        ),
        ("Ms. Bell cut her estimate of 2024 earnings to $3.10 a share.", "3.10", "2024-01-01", "2024-12-31"),
        ("She lowered her 2024 estimate to $2 a share.", "2", "2024-01-01", "2024-12-31"),
        ("The firm cut its 2024 earnings forecast to $30 million.", "30 million", "2024-01-01", "2024-12-31"),
        ("Analysts see 2024 earnings of $4 a share.", "4", "2024-01-01", "2024-12-31"),
    ],
)
def test_the_like_period_is_that_of_the_report_and_a_guess_is_of_the_whole_year(
    figure: Finder, text: str, number: str, first: str, last: str
) -> None:
    assert figure(text, number).period == days(first, last)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("December wheat gained 2 cents in Selm.", "2"),
        ("January heating oil rose 1.2 cents.", "1.2"),
        ("December gold closed at $374.50 an ounce, up $1.20.", "374.50"),
        ("Orel sold the mill for $33 million, half of what it paid in 2005.", "33 million"),
        ("She was paid $410,000 last year and holds options on 80,000 shares.", "80,000"),
    ],
)
def test_when_goods_are_due_and_what_was_paid_before_are_no_days_of_a_price(
    figure: Finder, text: str, number: str
) -> None:
    assert not figure(text, number).period.known


def test_what_is_made_of_goods_is_of_its_month(figure: Finder) -> None:
    assert figure("April copper output rose 3% to 40,000 tons.", "3").period == days(
        "2024-04-01", "2024-04-30"
    )


def test_a_quarter_before_its_result_is_not_the_day_of_the_telling(figure: Finder) -> None:
    text = "Norvex reported first-quarter revenue of 4 million euros on Thursday."
    assert figure(text, "4 million").period == days("2024-01-01", "2024-03-31")
