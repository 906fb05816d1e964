"""What an amount of money is of."""

import pytest
from finders import Finder, HeadOf, counted_text


@pytest.mark.parametrize("number", ["3 million", "2 million", "1 million"])
def test_money_that_is_shared_out_is_called_alike_in_the_whole_row(figure: Finder, number: str) -> None:
    text = "Of this sum, $3 million go to schools, $2 million to transport and at least $1 million to parks."
    found = figure(text, number)
    assert found.counted is not None
    assert (found.counted.head, found.event) == ("money", "go")


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The mill reported a loss of $3.1 million for the quarter.", "3.1 million", "loss"),
        ("The $40 million offering was delayed.", "40 million", "offering"),
        ("Sales rose 8% to $20 million from $18.5 million.", "20 million", "sale"),
        ("Sales rose 8% to $20 million from $18.5 million.", "18.5 million", "sale"),
        ("The ministry will spend $90 million in aid this year.", "90 million", "aid"),
        ("The company lost $7 million in May.", "7 million", "loss"),
        ("She sold the barn for $310,000 in May.", "310,000", "barn"),
        ("Orel bought 3 million shares from a widow for $4.25 a share, or $12.8 million.", "4.25", "share"),
        (
            "Orel bought 3 million shares from a widow for $4.25 a share, or $12.8 million.",
            "12.8 million",
            "share",
        ),
        ("He was paid $300,000 for his shares.", "300,000", "share"),
        ("The mill had a loss of C$3 million, or 14 Canadian cents a share.", "14", "loss"),
        ("The yard had a 3% drop in revenue to $71 million.", "71 million", "revenue"),
        ("The bank posted an 18% profit gain to $4 million.", "4 million", "profit"),
        ("The $210 million deal values the mill at a high price.", "210 million", "deal"),
        ("Rebuilding the bridge would cost an estimated $80 million.", "80 million", "cost"),
        ("Traders rushed to the desk, valuing the company at $90 million.", "90 million", "company"),
        ("Tickets went from $3 to $5 in May.", "5", "ticket"),
        ("The bonus came to $64 million, and repairs took $27 million.", "27 million", "repair"),
        ("Yields were put at $64 million.", "64 million", "yield"),
        ("A litre of milk cost $1.45 in May.", "1.45", "milk"),
        ("A loaf cost 90 pence in May.", "90", "loaf"),
    ],
)
def test_money_is_of_what_it_pays_or_measures(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The banks, who are owed about $40 million, met on Monday.", "40 million"),
        ("The charity raised about $5 million in support of the shelter.", "5 million"),
        ("The offering, priced at $20 a share, will raise $90 million.", "90 million"),
        ("The club is $3 million short of its goal.", "3 million"),
        ("That puts the committee about $2 million short.", "2 million"),
        ("The jury awarded the family $2 million.", "2 million"),
        ("The bank lent the town $2 million.", "2 million"),
    ],
)
def test_money_is_money_where_the_text_names_only_who_has_it(head_of: HeadOf, text: str, number: str) -> None:
    assert head_of(text, number) == "money"


@pytest.mark.parametrize("number", ["31.50", "75"])
def test_a_price_of_a_firm_on_the_market_is_of_its_share(head_of: HeadOf, number: str) -> None:
    assert head_of("In Frankfurt, Orel Holding closed at $31.50, down 75 cents.", number) == "share"


def test_money_that_is_only_given_is_what_the_text_called_it_before(head_of: HeadOf) -> None:
    text = "The state offered the yards a loan last week. Orel will receive $40 million in June."
    assert head_of(text, "40 million") == "loan"


def test_an_amount_in_brackets_is_of_what_stands_before_it(figure: Finder) -> None:
    text = "The army flew in 90 pounds (41 kilograms) of medicine."
    assert figure(text, "41").counted == figure(text, "90").counted


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        (
            "The firm plans to place 150 million kroner ($22 million) in preferred shares.",
            "150 million",
            "share",
        ),
        ("The offer, valued at about $576 million, expired on Monday.", "576 million", "offer"),
    ],
)
def test_money_is_of_what_it_is_in_or_what_is_valued(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


def test_a_goal_is_of_what_it_is_set_for(head_of: HeadOf) -> None:
    assert head_of("The unit had higher sales than the target of 8.5 percent.", "8.5") == "sale"


@pytest.mark.parametrize("number", ["1.8400", "142.10", "1.8353"])
def test_a_rate_of_exchange_is_of_the_currency_that_is_traded(head_of: HeadOf, number: str) -> None:
    text = (
        "In late New York trading the dollar was at 1.8400 marks and 142.10 yen compared with 1.8353 marks."
    )
    assert head_of(text, number) == "dollar"


def test_what_a_firm_earned_goes_by_the_name_that_the_article_has_for_it(head_of: HeadOf) -> None:
    text = "Dorland reported a decline in fourth-quarter earnings. The company earned $45.2 million."
    assert head_of(text, "45.2 million") == "earnings"
    assert head_of("The company earned $45.2 million.", "45.2 million") == "earnings"
    assert head_of("Profit fell. In the nine months, it earned $4 million.", "nine") == "profit"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The deal has a total indicated value of $7.4 million.", "7.4 million", "deal"),
        (
            "She got 390,000 shares of preferred stock with a face value of $39 million.",
            "39 million",
            "stock",
        ),
        ("That gives the transaction a value of $104 million.", "104 million", "transaction"),
        ("Brokers put the value of the proposal at about $115.", "115", "proposal"),
        ("The ferry was insured at a value of $35 million in May.", "35 million", "ferry"),
        ("The value of imports fell to $40 million.", "40 million", "import"),
        ("The painting's value is $3 million.", "3 million", "value"),
        ("The value of imports fell 4%.", "4", "value"),
        ("The shares fell from a price of $8 a share.", "8", "share"),
        ("Orel said it believes the $18-a-share price is fair.", "18", "share"),
        ("The bonds are being issued at an issue price of $849.", "849", "bond"),
        ("The price of the stock rose to $15 a share.", "15", "price"),
        (
            "Orel will buy the mill for $40 a share, or a total of $8 million (£5 million).",
            "8 million",
            "mill",
        ),
        (
            "Orel will buy the mill for $40 a share, or a total of $8 million (£5 million).",
            "5 million",
            "mill",
        ),
        ("Orel will acquire Lund for $7 a share.", "7", "share"),
        ("Earlier it offered $13.65 a share in cash.", "13.65", "share"),
        ("They seized $3 million in cash.", "3 million", "cash"),
        ("Orel added $18 million to its loan reserves.", "18 million", "reserve"),
        ("The plan would add $3 billion to the deficit.", "3 billion", "deficit"),
        ("Oil added $2 to $60 a barrel.", "2", "Oil"),
        ("The tax is about $22 in current dollars.", "22", "tax"),
        ("Orel will raise $40 million net of expenses.", "40 million", "money"),
        ("Orel boosted net 16 percent to $9 million.", "9 million", "income"),
    ],
)
def test_a_price_or_a_value_is_of_what_has_it(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The teacher was earning $37,000 a year.", "37,000", "earnings"),
        ("She makes $41,000 a year.", "41,000", "earnings"),
        ("The clerk is paid $900 a month.", "900", "salary"),
        ("The minister is worth $4 billion.", "4 billion", "fortune"),
        ("The state requires a $15 minimum. The minimum wage was $7.", "15", "wage"),
        ("They want a $15 an hour minimum wage and union representation.", "15", "wage"),
        ("Her houses, worth $4 billion, are for sale.", "4 billion", "house"),
    ],
)
def test_what_people_earn_or_are_worth_has_a_name(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("He owns between $15,000 and $50,000 in Orel stock.", "15,000 and $50,000", "stock"),
        (
            "It took charges in the year-earlier period, including $11 million related to a mill.",
            "11 million",
            "charge",
        ),
        (
            "Benchmark crude reversed earlier losses and was up 46 cents to settle at $41.60.",
            "41.60",
            "crude",
        ),
    ],
)
def test_money_is_of_what_it_is_in_or_a_part_of(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Results included a $30 million, or 40 cents a share, charge for a plant.", "30 million", "charge"),
        ("Results included a $30 million, or 40 cents a share, charge for a plant.", "40", "charge"),
        ("Net income fell below the year-earlier $4.5 million.", "4.5 million", "income"),
        ("The firm sold 2 million shares of common stock at $15 a share.", "15", "share"),
        ("Each holder may buy $100 face amount of 9% bonds.", "100", "bond"),
        ("Orel will offer 1,850 francs ($297) each for Norsk shares.", "1,850", "share"),
        ("Such tickets sell for $200.", "200", "ticket"),
        ("Orel will buy a third of Norsk for 1,015 francs ($162) a share.", "1,015", "share"),
        ("The network will pay the candidate $5 million.", "5 million", "money"),
        (
            "In 2026, the final year of its outlook, the deficit would surpass $1 trillion.",
            "1 trillion",
            "deficit",
        ),
    ],
)
def test_money_is_called_by_what_the_trade_calls_it(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Outlets planned $27 million in TV and radio spots for the fall.", "27 million", "spot"),
        ("The mill paid for 10 House of Keys members to fly to Troy.", "10", "member"),
        ("He was stopped by four plain-clothes officers.", "four", "officer"),
        ("The bill has only one Green co-sponsor.", "one", "co-sponsor"),
        ("The charge includes $4 million of other write-offs.", "4 million", "write-off"),
        ("The sale came after a decline of 87 cents in Orel stock.", "87", "stock"),
        ("Revenue rose to $5 million, an increase of $2 million.", "2 million", "revenue"),
        ("Orel, with 30% of the market, hopes for a 50% U.S. market share.", "50", "market"),
        ("The bank increased its stake in Orel to 40%.", "40", "Orel"),
        ("The secretary earned $3 million last year.", "3 million", "money"),
        ("Orel had net income in 1988. In 1987 it earned $3 million.", "3 million", "income"),
    ],
)
def test_the_noun_of_an_amount_is_found_behind_names_hyphens_and_changes(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("He received nine $2,500 donations on Oct. 4.", "nine", "donation"),
        (
            "A win takes 1,237 delegates. Orr may stop Moore from getting to 1237.",
            "1237",
            "delegate",
        ),
        ("The 44-square-mile (114-square-kilometer) blaze was contained.", "44", "blaze"),
        ("The 44-square-mile (114-square-kilometer) blaze was contained.", "114", "blaze"),
        ("In a survey, builders were gloomy. Shares in Tarn were up 6% at 458.5p.", "6", "share"),
        ("In a survey, builders were gloomy. Shares in Tarn were up 6% at 458.5p.", "458.5", "share"),
        ("A bomb killed 42 people in Delmas, 30 km (19 miles) to the south.", "30", "distance"),
        ("Organizers said 120,000 took part. Police put the crowd at 45,000.", "120,000", "person"),
        ("Organizers said 120,000 took part. Police put the crowd at 45,000.", "45,000", "person"),
        ("Analysts polled by Norn expected more. Capacity was up 1.5 percent.", "1.5", "capacity"),
        ("A poll of 20 economists was gloomy. Capacity was up 1.5 percent.", "1.5", "capacity"),
        ("The tax rose from 10 francs per ton of carbon to 30 francs.", "10", "tax"),
        ("The income of the richest 1 percent grew.", "1", "person"),
        ("Imports grew to 40 percent from 5 percent of the market.", "40", "market"),
        ("Moore led Orr by a little -- 212,205 to 210,424 votes.", "212,205", "vote"),
        ("The share of readers under 30 was 39 percent.", "39", "reader"),
        ("In the count, 54 percent of nurses were 45 or older.", "45", "nurse"),
        ("Orr leads among voters ages 18 to 39.", "18 to 39", "voter"),
        ("Orr leads with women between the ages of 18 and 54.", "18 and 54", "woman"),
    ],
)
def test_the_noun_of_an_amount_may_stand_behind_the_next_or_before_ages(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


def test_aid_workers_who_promise_money_promise_no_aid(head_of: HeadOf) -> None:
    assert head_of("Aid workers left. The union promised another 5 million euros.", "5 million") == "money"


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Food prices rose 14 percent and energy prices 21 percent.", "21", "energy prices"),
        ("Exports rose 3 percent in May, imports 4 percent and wages 2 percent.", "2", "wages"),
        ("Profit rose to $4 million and sales to $9 million.", "9 million", "sales"),
        ("Sales rose 3 percent in May and last year 4 percent.", "4", "Sales"),
    ],
)
def test_a_noun_where_the_verb_is_left_out_is_what_its_amount_is_of(
    figure: Finder, text: str, number: str, counted: str
) -> None:
    assert counted_text(figure(text, number)) == counted


def test_what_analysts_expected_is_what_came_to_about_as_much(figure: Finder) -> None:
    text = "Net profit was 615 million euros on sales of 21.7 billion euros. Analysts expected 780 million."
    assert counted_text(figure(text, "780 million")) == "Net profit"


POLL = "A poll of registered voters is out. "


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Aides collected more than $100,000 each for the campaign.", "100,000", "money"),
        ("Her $350 million, 10-year plan includes free tuition.", "350 million", "plan"),
        ("The agency lists the population of the town as 21,090.", "21,090", "person"),
        ("A photo of Bell, who died at age 74, was shown.", "74", "Bell"),
        (
            "The ratio of debt to assets was 3.6%, and total equity was $457 million.",
            "457 million",
            "total equity",
        ),
        (
            "The gain on the sale of the assets will range from $20 to $30 million.",
            "20 to $30 million",
            "gain",
        ),
        (
            "Orel foresaw losses, increasing general reserves to $300 million.",
            "300 million",
            "general reserves",
        ),
        ("The Selm index was hit by profit-taking and fell 151 points.", "151", "Selm index"),
        ("Orel bought two more of the nation's top mills.", "two", "top mills"),
        ("A one-eyed man led them.", "one", "eye"),
        ("For four years, Bell traveled the globe.", "four", "time"),
        (
            "It is 40% of the planned advertising in the state over the next two months.",
            "two",
            "planned advertising",
        ),
        (
            "More than $20 million of the roughly $27 million in radio advertising is paid.",
            "20 million",
            "radio advertising",
        ),
        (
            "It has a $50 million credit line. The remaining $40 million can be used in May.",
            "40 million",
            "credit line",
        ),
        ("Each year yields a 10% bump in income.", "10", "income"),
        (POLL + "Republicans disagree, although most oppose the fee, 59%-28%.", "28", "Republicans"),
        ("The 3 million member union followed suit.", "3 million", "member"),
        ("It is a flood of 250,000 coming to Norway.", "250,000", "person"),
        ("The board rejected a $15 a share offer.", "15", "offer"),
        ("Orel will begin selling boxes for as little as 99 cents.", "99", "boxes"),
        ("Bell went to a sell recommendation on Orel stock, which closed at $71.75.", "71.75", "Orel stock"),
        ("The rise left the index within 70 points of its record.", "70", "index"),
        (POLL + "It has a two percent plus or minus margin of error.", "two", "margin"),
        ('A note came from 2 lawmakers. "We left," the two write.', "two", "lawmakers"),
        ("Sales are to grow to 25% of total corporate sales from 20%.", "20", "total corporate sales"),
        ("Declining issues on the Big Board outstripped gainers 1,141 to 406.", "1,141", "Declining issues"),
        (POLL + "Orr is within 4 points of the frontrunner.", "4", "voters"),
        ("The Danish-born 29-year-old tackles the question.", "29", "person"),
        ("They have a rare issue or two on which they agree.", "two", "rare issue"),
        ("She named the rare issue or two on which they agree.", "two", "rare issue"),
    ],
)
def test_what_is_beside_an_amount_is_not_always_what_it_counts(
    figure: Finder, text: str, number: str, counted: str
) -> None:
    assert counted_text(figure(text, number)) == counted


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The mill has 9,500 workers. It announced a loss of 400 in Selm.", "400", "worker"),
        ("The firm sold 20 cars. It announced a loss of 400 in Selm.", "400", "loss"),
        ("A barrel of light crude rose 32 cents to $54.07 in Selm.", "54.07", "crude"),
        ("Light, sweet crude for November settled at $54.07 a barrel in Selm.", "54.07", "crude"),
        ("Rainfall amounts of 4-6 inches are possible.", "4-6", "rainfall"),
        ("In the 2016 defense bill, lawmakers set aside $45 million for tunnels.", "45 million", "money"),
        ("The clinic observed all who took part for 12 years.", "12", "time"),
    ],
)
def test_what_is_priced_lost_or_set_aside_is_no_container_of_it(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "counted", "event", "source"),
    [
        (
            "Orel lost 9 cents a share, better than the 12 cents analysts had expected.",
            "12",
            "loss",
            "expect",
            "analysts",
        ),
        (
            "Prices rose 3.4 percent, more than the 3 percent Wall Street expected.",
            "3",
            "price",
            "expect",
            "Wall Street",
        ),
        (
            "Sales were $5.2 billion, below the $5.5 billion analysts polled by Kalm had predicted.",
            "5.5 billion",
            "sale",
            "predict",
            "analysts",
        ),
        (
            "Orel sold 3,900 boats, well above the 3,400 brokers had forecast.",
            "3,400",
            "boat",
            "forecast",
            "brokers",
        ),
        (
            "The 6 percent drop was worse than the 4 percent economists asked by Kalm had forecast.",
            "4",
            "drop",
            "forecast",
            "economists",
        ),
    ],
)
def test_who_foresaw_an_amount_is_no_part_of_it(
    figure: Finder, text: str, number: str, counted: str, event: str, source: str
) -> None:
    found = figure(text, number)
    assert found.counted is not None
    assert found.source is not None
    assert (found.counted.head, found.event, found.source.text) == (counted, event, source)
    assert found.stance == "expected"


def test_those_counted_who_foresaw_something_are_counted(head_of: HeadOf) -> None:
    assert head_of("The 40 analysts expected a loss, not more.", "40") == "analyst"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Analysts expected net of about 65 cents a share.", "65", "income"),
        ("Orel posted net of more than $6 million.", "6 million", "income"),
        ("The fund raised $3 million net of fees.", "3 million", "money"),
        (
            "Orel completed the sale of its mill for about $95 million in cash and notes.",
            "95 million",
            "sale",
        ),
        ("Orel completed its acquisition of the mill for $20 million in stock.", "20 million", "acquisition"),
        ("Orel will pay $42 million in cash for the mill.", "42 million", "cash"),
        ("Orel bought the mill for $12 a share, a total of about $90 million.", "90 million", "mill"),
        ("Orel bought the mill for $12 a share in cash, or about $90 million.", "90 million", "mill"),
    ],
)
def test_a_price_in_cash_or_in_all_is_of_what_is_sold(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head
