"""Units, money, ages and rates beside a number."""

import pytest

from amounts.reader import amounts, day, only

UNITS = [
    ("It weighs 500 pounds.", "measure", "pound", 500),
    ("It cost 5 million pounds.", "money", "GBP", 5_000_000),
    ("It cost £60.", "money", "GBP", 60),
    ("It cost 500 pounds sterling.", "money", "GBP", 500),
    ("It cost C$60.", "money", "CAD", 60),
    ("It cost A$60.", "money", "AUD", 60),
    ("It cost US$60.", "money", "USD", 60),
    ("It cost HK $60.", "money", "HKD", 60),
    ("It cost EUR50m.", "money", "EUR", 50_000_000),
    ("It cost RM23.50.", "money", "MYR", 23.5),
    ("It cost 60 Canadian dollars.", "money", "CAD", 60),
    ("It cost 60 rupees.", "money", "INR", 60),
    ("It cost 4.2bn rand.", "money", "ZAR", 4_200_000_000),
    ("It cost 30 MUSD.", "money", "USD", 30_000_000),
    ("It cost 50 cents.", "money", "USD", 0.5),
    ("It cost 50 United States cents.", "money", "USD", 0.5),
    ("It cost PS2.7m.", "money", "GBP", 2_700_000),
    ("It cost 75 USD million.", "money", "USD", 75_000_000),
    ("It cost MAUD 60.", "money", "AUD", 60_000_000),
    ("It cost half a million usd.", "money", "USD", 500_000),
    ("It cost 90 Dutch guilders.", "money", "NLG", 90),
    ("It cost 6.25 BTC.", "money", "BTC", 6.25),
    ("It cost 12 dollars and 40 cents.", "money", "USD", 12.4),
    ("It cost 40 grand.", "money", "USD", 40_000),
    ("It lost $-50.8bn.", "money", "USD", -50_800_000_000),
    ("She has a six-figure salary.", "money", "USD", 100_000),
    ("The fees ran into six figures.", "money", "USD", 100_000),
    ("It drew a five-figure crowd.", "count", None, 10_000),
    ("The double-digit price stays.", "count", None, 10),
    ("The bank cut its key rate to zero.", "share", "%", 0),
    ("It has held rates near zero.", "share", "%", 0),
    ("The zero-interest rates of the bank stay.", "share", "%", 0),
    ("The party has zero chance.", "share", "%", 0),
    ("The party has zero seats.", "count", None, 0),
    ("The rate of new cases fell to zero deaths.", "count", None, 0),
    ("She spent three remarkable weeks there.", "duration", "week", 3),
    ("She spent two more dull years there.", "duration", "year", 2),
    ("They shot two men days ago.", "count", None, 2),
    ("They won 12 games weeks later.", "count", None, 12),
    ("It left two dead days later.", "count", None, 2),
    ("It rose by 12 percent.", "share", "%", 12),
    ("It rose by 12 per cent.", "share", "%", 12),
    ("It rose by 1.38pc.", "share", "%", 1.38),
    ("It rose by 3 percentage points.", "share", "pp", 3),
    ("It rose by 110 basis points.", "measure", "basis point", 110),
    ("The index rose by 12 points.", "measure", "point", 12),
    ("The poll gave him a lead of 12 points.", "share", "pp", 12),
    ("It is 40 deg Celsius here.", "measure", "degree Celsius", 40),
    ("It is -5°C here.", "measure", "degree Celsius", -5),
    ("It boils at 100° Celsius.", "measure", "degree Celsius", 100),
    ("It weighs 20 (kg).", "measure", "kilogram", 20),
    ("It bore 61.4 MPa.", "measure", "megapascal", 61.4),
    ("It flew at an altitude of 3,000' there.", "measure", "foot", 3000),
    ("It was 12 PS strong.", "measure", "horsepower", 12),
    ("They expect a low-single-digit rise.", "share", "%", 1),
    ("The engine turned at 40 kV.", "measure", "kilovolt", 40),
    ("It is 48m from the quay.", "measure", "metre", 48),
    ("It is a 17-km road.", "measure", "kilometre", 17),
    ("It is 17 km from town.", "measure", "kilometre", 17),
    ("It covers 311 square miles.", "measure", "square mile", 311),
    ("It covers 9 km² of land.", "measure", "square kilometre", 9),
    ("It holds 64GB of data.", "measure", "gigabyte", 64),
    ("She is 5 feet 10 tall.", "measure", "inch", 70),
    ("She is 5 ft 10 in tall.", "measure", "inch", 70),
    ('The pen is 10" long.', "measure", "inch", 10),
    ("It is a 24-hour strike.", "duration", "hour", 24),
    ("It fell for two consecutive quarters.", "duration", "quarter", 2),
    ("She served five long years.", "duration", "year", 5),
    ("They waited three more days.", "duration", "day", 3),
    ("They sold 30 - year bonds.", "duration", "year", 30),
    ("It lasted half an hour.", "duration", "hour", 0.5),
    ("It lasted a couple of years.", "duration", "year", 2),
    ("It is 2.6 times the old one.", "measure", "time", 2.6),
    ("It is twice as big.", "measure", "time", 2),
    ("Output grew 10 fold.", "measure", "time", 10),
    ("They will double the fleet.", "measure", "time", 2),
    ("They met three times.", "count", None, 3),
    ("They invest millions in it.", "money", "USD", 2_000_000),
    ("They met over the next three quarters.", "duration", "quarter", 3),
    ("It passed a four-quarter test.", "duration", "quarter", 4),
    ("It lost for several quarters of the decade.", "duration", "quarter", 3),
    ("Three quarters of voters agree.", "share", "%", 75),
    ("She won the vote by double digits.", "share", "pp", 10),
    ("He trails by one-half of 1 percent.", "share", "%", 0.5),
    ("The French bank lent 60 francs.", "money", "FRF", 60),
    ("It cost 60 francs.", "money", "CHF", 60),
    ("In the Philippines it cost 60 pesos.", "money", "PHP", 60),
    ("Sweden's bank lent 155 mln crowns.", "money", "SEK", 155_000_000),
    ("The census cost 66 million leva.", "money", "BGN", 66_000_000),
    ("Moldova's bank lent 60 lei.", "money", "MDL", 60),
    ("The bank lent 60 crowns.", "count", None, 60),
    ("The bank lent 60 million crowns.", "money", "XXX", 60_000_000),
    ("It took a 1.5 mln dlr writedown.", "money", "USD", 1_500_000),
    ("It paid 43 cts per share.", "money", "USD", 0.43),
    ("Profits came to 43.9 mln stg.", "money", "GBP", 43_900_000),
    ("It put the number of people in need at 1.8m and urged help.", "count", None, 1_800_000),
    ("It put the total length of the wall at 1.8m.", "measure", "metre", 1.8),
    ("It struck within a 100m radius.", "measure", "metre", 100),
    ("They searched 10,000 square nautical miles.", "measure", "square nautical mile", 10_000),
    ("They bought five mln shares.", "count", None, 5_000_000),
    ("It cost 15 dollars 50.", "money", "USD", 15.5),
    ("A magnitude 6.1 quake struck.", "measure", "magnitude", 6.1),
    ("A 7.4 quake struck.", "measure", "magnitude", 7.4),
    ("The aftershock measured 5.4.", "measure", "magnitude", 5.4),
    ("A quake measuring about 6.2 struck.", "measure", "magnitude", 6.2),
    ("The tremor near Selm registered 5.8.", "measure", "magnitude", 5.8),
    ("The agency put its magnitude at 6.3.", "measure", "magnitude", 6.3),
    ("Its magnitude was 6.7, the agency said.", "measure", "magnitude", 6.7),
    ("The board measured 5.4 feet.", "measure", "foot", 5.4),
    ("It gave a reading of 7.2 on the Richter scale.", "measure", "magnitude", 7.2),
    ("They counted 2,371 TB cases.", "count", None, 2371),
    ("The notes are priced at 99.5 to yield well.", "measure", "point", 99.5),
    ("It is a 22-story tower.", "count", None, 22),
    ("The 12-strong jury left.", "count", None, 12),
    ("The share has risen by a third since August.", "share", "%", 100 / 3),
    ("The poll has Orr ahead by seven in the north.", "share", "pp", 7),
    ("In the poll both were tied at 43.", "share", "%", 43),
    ("It hid millions in foreign donations.", "money", "USD", 2_000_000),
    ("It hid “thousands” in fees.", "money", "USD", 2_000),
    ("It left millions in Asia.", "count", None, 2_000_000),
    ("Orr trailed Moore in the primary by more than 20 points.", "share", "pp", 20),
    ("The index trailed its rival by more than 20 points.", "measure", "point", 20),
    ("They pumped 500,000 barrels.", "measure", "barrel", 500_000),
    ("It hit ten times harder.", "measure", "time", 10),
    ("The price was 13 times expected earnings.", "measure", "time", 13),
]


@pytest.mark.parametrize(("text", "kind", "unit", "value"), UNITS)
def test_an_amount_has_its_kind_and_unit(text: str, kind: str, unit: str | None, value: float) -> None:
    amount = only(text)
    assert (amount.kind, amount.unit) == (kind, unit)
    assert amount.low == pytest.approx(value)


def test_a_closing_quotation_mark_is_no_inch() -> None:
    assert only('She said "we lost 10" and left.').kind == "count"


def test_units_said_once_hold_for_the_whole_row() -> None:
    found = amounts("The taxes are 3, 4 and 5 percent.")
    assert [(a.low, a.unit) for a in found] == [(3, "%"), (4, "%"), (5, "%")]


COMPARED = [
    ("The rate fell to 4.1 percent from 4.3.", "%"),
    ("Its profit rose to 30 million euros, up from 14 million.", "EUR"),
    ("The plot is 12 by 14 feet.", "foot"),
    ("Its price fell from 12 euros to 9.", "EUR"),
    ("Output shrank to 3 million tonnes from almost 4 million last year.", "tonne"),
    ("Output will rise to at least 4 million tonnes, from roughly 3 million now.", "tonne"),
    ("The rate was 3 percent, down from nearly 4 a year earlier.", "%"),
    ("The index rose 64.06 points to 4,577.10.", "point"),
    ("The index stood at 16,369.03, up 58 points.", "point"),
    ("Marle rose by 2 percent but Holm fell by 1.", "%"),
    ("The highest bid is 84.7 euros, while the lowest is 74.2.", "EUR"),
    ("The city gave $40 million to its clinics and 12 million to shelters.", "USD"),
    ("The agency asked for $180 million and has received 46 million.", "USD"),
    ("The share rose 35 cents to 17.90.", "USD"),
    ("The share fell $1.60 to 58.25.", "USD"),
    ("Its turnover was 6 billion HK dollars, not 8 billion HK dollars.", "HKD"),
    ("The area sown rose by 12,000 hectares to 827,000.", "hectare"),
    ("Yields fell to 4.1 tonnes from 4.6.", "tonne"),
    ("Each gets seven litres of water a day instead of 20.", "litre"),
    ("The wait rose to 12 days from nine.", "day"),
    ("The budget is 412 billion euros. Schools get an extra 9 billion.", "EUR"),
    ("Sales were 30 million euros. Its net debt stood at 14 million.", "EUR"),
    ("The tide was 5.1 metres in Marle and 3.2 in Holm.", "metre"),
    ("The slide was 600 metres long and up to 80 wide.", "metre"),
    ("The crater was 12 metres deep and 30 across.", "metre"),
    ("It rolled over 35 minutes into a crossing that usually takes 50.", "minute"),
    ("The poll put the Reds at 25 percent and the Greens at 35.", "%"),
    ("It was awarded 74 million euros. The firm has set aside 20 million.", "EUR"),
    ("Costs were 11 billion euros; fees slipped in May to 290 million.", "EUR"),
    ("It was worth 6.4 million euros. Of that sum 2.1 million has been recovered.", "EUR"),
    ("The wind blew at 20 knots in the bay on Monday but 14 on Tuesday.", "knot"),
]


@pytest.mark.parametrize(("text", "unit"), COMPARED)
def test_a_unit_said_once_holds_for_both_sides_of_a_comparison(text: str, unit: str) -> None:
    assert [amount.unit for amount in amounts(text)] == [unit, unit]


def test_a_large_number_beside_its_percentage_is_no_percentage() -> None:
    found = amounts("Selm lost 200,000 or 4 percent of its trees, Holm 3 or 4 percent.")
    assert [(one.unit, one.low) for one in found][:2] == [(None, 200_000), ("%", 4)]
    assert found[-1].unit == "%"


@pytest.mark.parametrize("when", ["May 2023", "2023"])
def test_a_year_does_not_part_the_two_sides_of_a_comparison(when: str) -> None:
    text = f"It sold 30 million tonnes of wheat in {when}, down from 34 million."
    assert [amount.unit for amount in amounts(text, [day(text, when)])] == ["tonne", "tonne"]


def test_things_out_of_a_few_are_a_share() -> None:
    (found,) = amounts("Four houses out of five were uninhabitable.")
    assert (found.low, found.unit) == (80, "%")


@pytest.mark.parametrize(
    "text",
    [
        "The film cost $40 million and 12 million people saw it.",
        "They spent $4 billion on a country of 52 million.",
        "It cost $40 million. Its viewers were 12 million.",
    ],
)
def test_millions_that_count_something_are_no_money(text: str) -> None:
    assert [amount.kind for amount in amounts(text)] == ["money", "count"]


def test_a_price_behind_a_conversion_has_the_currency_that_was_converted() -> None:
    found = amounts("It sells at 2,435,000 yen ($22,480) for the van and 2,380,000 ($21,972) for the car.")
    assert [amount.unit for amount in found] == ["JPY", "USD", "JPY", "USD"]


def test_a_count_in_the_second_part_of_a_sentence_takes_no_unit_over() -> None:
    assert amounts("The firm paid $3 million to its lawyers and 12 to leave.")[1].unit is None
    assert amounts("It cost $3 million in May and 4 guards in June were hurt.")[1].unit is None


def test_the_level_of_an_index_has_the_points_of_its_move() -> None:
    found = amounts("The index lost 12.5 points, or 2.1%, to end at 583.2. It has 300 firms.")
    assert [amount.unit for amount in found] == ["point", "%", "point", None]


def test_a_board_of_prices_gives_each_move_the_unit_of_its_level() -> None:
    found = amounts(
        "Industrials 2596.72, off 17.01; utilities 215.86, up 0.19. Dollar: 141.65 yen, off 0.45."
    )
    assert [amount.unit for amount in found] == ["point"] * 4 + ["JPY"] * 2
    assert [amount.unit for amount in amounts("It had 40 seats, up 12 seats.")] == [None, None]


def test_a_count_takes_no_unit_over_from_what_follows_it() -> None:
    assert amounts("He got 1,234 votes to her 1,101, or 52.9%.")[1].unit is None


def test_cents_are_those_of_the_currency_that_the_text_speaks_of() -> None:
    found = amounts("It made 1.4bn euros ($1.8bn). For every call it gains 60 cents.")
    assert (found[-1].low, found[-1].unit) == (0.6, "EUR")
    assert amounts("It lost 60 cents.")[0].unit == "USD"


def test_a_rate_that_is_compared_has_the_base_of_the_first() -> None:
    found = amounts("The rate was 28.3 per 100,000, compared with 18.3 in the south.")
    assert [amount.low for amount in found] == pytest.approx([0.0283, 0.0183])


def test_what_a_currency_is_held_against_has_its_rate() -> None:
    found = amounts("The dollar was at 1.84 marks and 142 yen, compared with 1.83 marks and 141 yen Tuesday.")
    assert [amount.per for amount in found] == ["dollar"] * 4
    found = amounts("Holm fell $8 a share, to $100. Crude was up 63 cents at $31.49 a barrel.")
    assert [amount.per for amount in found] == ["share", "share", "barrel", "barrel"]


def test_the_european_currency_unit_was_money() -> None:
    found = amounts("It gave 6 million European currency units and 400,000 ecu.")
    assert [amount.unit for amount in found] == ["XEU", "XEU"]


def test_a_decimal_behind_another_name_is_a_share_as_the_one_before() -> None:
    found = amounts("The Alliance had 31.8 percent and the Greens 12.1, up from 7.4.")
    assert [amount.unit for amount in found] == ["%", "%", "%"]


def test_numbers_behind_the_next_names_of_a_list_are_shares_as_the_first() -> None:
    found = amounts("The Greens had 31 percent of the vote, the Reds 24 and the Blues 12.")
    assert [(amount.low, amount.unit) for amount in found] == [(31, "%"), (24, "%"), (12, "%")]
    found = amounts("The Greens won 31 percent, the Reds 24 seats and the Blues 12.")
    assert [amount.unit for amount in found[:2]] == ["%", None]


def test_points_of_a_rate_are_those_of_per_cent() -> None:
    found = amounts("The bank raised its key rate by a quarter of a point to 3.25 percent.")
    assert [(amount.low, amount.unit) for amount in found] == [(0.25, "pp"), (3.25, "%")]


RATES = [
    ("They sign 1,700 a day.", "day"),
    ("They pump 40 barrels per day.", "day"),
    ("Sales will rise 8.5% annually through the next three years.", "year"),
    ("The dollar was at 1.84 marks on Monday.", "dollar"),
    ("The pound fell to $1.57.", "pound"),
    ("Prices rose at an annual rate of 2.9%.", "year"),
    ("It promised 50,000 dollars for each family there.", "family"),
    ("The euro bought $1.12.", "euro"),
    ("The dollar fell to its lowest in a year after a loss of $3.", None),
    ("He drove at 40 mph.", "hour"),
    ("It paid $6 a share.", "share"),
    ("It paid $6 per capita.", "person"),
    ("It paid $12 for each of the 5 shares.", "share"),
    ("There are four flights a week.", "week"),
    ("It saves $3 million in fuel a year.", "year"),
    ("The fund pays $2 million annually.", "year"),
    ("It opened 12 days ago.", None),
    ("They lost 12 men in a week.", None),
    ("Two wanted a quarter point.", None),
    ("They smoke 20 cigarettes a day and drink.", "day"),
    ("It sold 12 boats a year earlier.", None),
    ("It grew at a 3 percent annual pace there.", "year"),
    ("They get 21 cents for each dollar they are owed.", "dollar"),
    ("Both had half the vote.", None),
    ("Shares of Orel fell $1.50 apiece to $19.", "share"),
    ("Orel sold its shares for $7.50 each to its parent.", "share"),
    ("Moore sold the shares and got $30,000 each.", None),
    ("It notes a conversion price of $17.50 a common share.", "share"),
    ("The ale is 25 cents a 12-pack cheaper.", "12-pack"),
    ("They get $21 in cash a share there.", "share"),
    ("They swap 13.8 shares per note.", "note"),
    ("They swap 1.4 shares of common stock for each share.", "share"),
    ("It pays $15 of its own stock for each share.", "share"),
    ("It buys all of the shares of Selm N.V. for $37 each.", "share"),
    ("It offers 1,850 francs each for Orel shares.", "share"),
    ("It sees double-digit per-share growth.", None),
    ("It elects 2 members for each district.", "district"),
    ("It pays one warrant for each three there.", None),
    ("Average hourly earnings of staff rose 4 cents.", "hour"),
    ("The monthly rent is $900.", "month"),
    ("It has 4 beds there.", None),
    ("Two men won a prize for each team.", None),
    ("It pays 3 percent per annum.", "year"),
    ("It earned $1.38 per diluted share.", "share"),
    ("It paid 30 cents an ordinary share.", "share"),
    ("It costs $40 per metric ton.", "ton"),
    ("Up to 300 homes were destroyed in all of Selm a day over the past ten days.", "day"),
    ("No more than 300 people fell ill with cholera in Selm a day, it said.", "day"),
    ("Some 300 people were arrested in the town of Selm a day after the blast.", None),
    ("Some 300 people were arrested in the town of Selm a week ago.", None),
    ("The 180 passengers whom it takes to Selm in a day, it said.", None),
    ("It takes 180 passengers a trip and makes it often a day.", None),
]


@pytest.mark.parametrize(("text", "per"), RATES)
def test_an_amount_has_its_rate(text: str, per: str | None) -> None:
    assert amounts(text)[0].per == per


AGES = [
    ("The driver, 34, was arrested.", 34, "year"),
    ("They found a man's body and his daughter, 9, alive.", 9, "year"),
    ("The dead were the ship's engineer, 53, and a guard.", 53, "year"),
    ("A 25-year-old swimmer won.", 25, "year"),
    ("The baby was 6 months old.", 6, "month"),
    ("Maria Lind, 45, won.", 45, "year"),
    ("The winner was Maria Lind, 45.", 45, "year"),
    ("A swimmer aged 32 won.", 32, "year"),
    ("It is for children aged 8–10 years.", 8, "year"),
    ("It is for swimmers aged between 8 and 10 years.", 8, "year"),
    ("Mr. Lind, now 81 and retired, won.", 81, "year"),
    ("It can happen when you’re 45.", 45, "year"),
    ("Anna Lind, at 15 the youngest of them, won.", 15, "year"),
    ("Even now at 86 she swims.", 86, "year"),
    ("She was 92 when she won.", 92, "year"),
    ("She was not asked, as she already was 92 at the time.", 92, "year"),
    ("When she was around 9, she won.", 9, "year"),
    ("Now 46 and living in Lagos, she fears for her shop.", 46, "year"),
    ("He turned 18 on the ship.", 18, "year"),
    ("The pension age for miners was 60.", 60, "year"),
    ("The oldest of the dead was 81.", 81, "year"),
    ("The youngest was only 6.", 6, "year"),
    ("The median age of patients is 34 years.", 34, "year"),
    ("We see children of 11 in our clinics.", 11, "year"),
    ("She died at 92.", 92, "year"),
    ("It is for voters between the ages of 18 and 54.", 18, "year"),
    ("Swimmers 45 or older won.", 45, "year"),
    ("It hits children at 3 years of age.", 3, "year"),
    ("She will be 35 by the end of the term.", 35, "year"),
    ("A 28 - year - old swimmer won.", 28, "year"),
]


@pytest.mark.parametrize(("text", "value", "unit"), AGES)
def test_an_age_is_told_from_a_count(text: str, value: int, unit: str) -> None:
    amount = only(text)
    assert (amount.kind, amount.low, amount.unit) == ("age", value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "It is for children under the age of 5 years.",
        "All the victims were children under 5.",
        "Many of those arrested were under 5, she said.",
        "Most were under five.",
        "It is for children under age 5.",
    ],
)
def test_an_age_may_be_a_bound(text: str) -> None:
    amount = only(text)
    assert (amount.kind, amount.bound, amount.high) == ("age", "max", 5)


DIRECTIONS = [
    ("Shares were up 40 points.", "up"),
    ("It closed at $43, down $1.", "down"),
    ("Brent settled up 63 cents.", "up"),
    ("Marle was trending up 0.2%.", "up"),
    ("Marle up 9.4 per cent to the joy of all.", "up"),
    ("Marle (down 3 per cent) led the losses.", "down"),
    ("In Europe: Marle -1.3%.", "down"),
    ("In Europe: Marle 50 +0.4%.", "up"),
]


@pytest.mark.parametrize(("text", "change"), DIRECTIONS)
def test_up_and_down_are_read_where_the_expression_says_them(text: str, change: str) -> None:
    assert amounts(text)[-1].change == change


NO_DIRECTIONS = [
    "The state shut down 12 mills.",
    "Women make up 40 percent of it.",
    "The dam took up 12 percent of it.",
    "Growth was -1.3% there.",
]


@pytest.mark.parametrize("text", NO_DIRECTIONS)
def test_a_particle_of_a_verb_or_a_level_below_zero_is_no_change(text: str) -> None:
    assert only(text).change is None


def test_millions_less_than_the_money_before_are_money() -> None:
    found = amounts("Tax revenue came to 31.4 billion euros, 2.1 billion less than expected.")
    assert [amount.unit for amount in found] == ["EUR", "EUR"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("She paid for four years there -- two for the first degree and two for the next.", ["year"] * 3),
        ("It ran 10 miles: four on sand, six on grass.", ["mile"] * 3),
        ("It ran 10 miles: four on sand, five on grass.", ["mile", None, None]),
        ("He takes millions in, accepting millions from the trade.", [None, "USD"]),
        ("Orr Won Twice As Much, Twice That Of Bell.", ["time", "time"]),
        ("It is at its quarter-century low.", ["century"]),
        ("Millions of taxpayer dollars went.", ["USD"]),
        ("Shares closed at C$35, up 12.5 cents.", ["CAD", "CAD"]),
        ("She wrote a 50K check.", ["USD"]),
        ("She ran a 50K race.", [None]),
        ("Billions of investors' dollars pour out.", ["USD"]),
        ("He got hundreds of thousands of dollars. She gave 'hundreds of thousands'.", ["USD", "USD"]),
        ("He led hundreds of thousands. She gave 'hundreds of thousands'.", [None, None]),
        ("The Selm index was down 15.82 at 2681.76.", ["point", "point"]),
        ("The $932 million T. Orel Fund closed.", ["USD"]),
        ("Orel fell to #10.86.", ["GBP"]),
        ("A poll has a margin of error of plus or minus 3.1.", ["pp"]),
        ("It sells at about half Orel Data's value.", ["%"]),
        ("Ann, 29 years old, lives here. Who lives at home at 29?", ["year", "year"]),
        ("Ann lives here. Who lives at home at 29?", [None]),
    ],
)
def test_a_unit_left_out_is_that_of_the_whole_or_of_what_is_said_elsewhere(
    text: str, units: list[str | None]
) -> None:
    assert [amount.unit for amount in amounts(text)] == units


def test_a_third_year_is_the_next_in_a_row() -> None:
    assert [amount.low for amount in amounts("Robberies rose for a third year, to 2,450.")] == [2450]
    (length,) = amounts("He waited a third of a year.")
    assert length.unit == "year"


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Her sons, 9 and 13, died there.", [9, 13]),
        ("The children, 4, 7 and 11, were found.", [4, 7, 11]),
        ("The couple, 79 and 77, met in Selm.", [79, 77]),
        ("The pair, now 79 and 77, met in Selm.", [79, 77]),
        ("The youngest of the nine is 21, and the oldest, Maria Lind, is 33.", [21, 33]),
        ("Of the men, 12 and 15 were freed in May and June.", []),
        ("It has closed the oldest 12 schools.", []),
    ],
)
def test_several_ages_behind_their_people_are_ages(text: str, ages: list[int]) -> None:
    assert [amount.low for amount in amounts(text) if amount.kind == "age"] == ages


def test_both_of_two_ages_are_ages() -> None:
    found = amounts("Two brothers, aged 23 and 31, were held.")
    assert [amount.kind for amount in found] == ["count", "age", "age"]


def test_millions_of_which_or_that_are_given_are_of_the_money_before() -> None:
    text = (
        "It asked for 48 million dollars, of which 19 million had come. Peru gave 5 million and sent 5 dogs."
    )
    assert [amount.unit for amount in amounts(text)] == ["USD", "USD", "USD", None]


def test_what_analysts_expected_of_a_sum_is_money() -> None:
    found = amounts("Revenue was 9.4 billion euros, short of the 9.9 billion expected by analysts.")
    assert [amount.unit for amount in found] == ["EUR", "EUR"]


def test_the_price_that_a_day_closed_at_has_the_currency_of_the_move() -> None:
    found = amounts("Shares dropped to 14.20 euros before recovering to close at 14.85 in Selm.")
    assert [amount.unit for amount in found] == ["EUR", "EUR"]


@pytest.mark.parametrize(
    ("text", "number", "unit", "per"),
    [
        ("Output fell to 4.1 million barrels a day from 4.3 million.", 4_300_000, "barrel", "day"),
        ("Output fell to 4.1 million barrels a day in May from 4.3 million.", 4_300_000, "barrel", "day"),
        ("It is to grow by 90 tonnes a day this year and 120 in 2025.", 120, "tonne", "day"),
        ("It is to grow by 90 tonnes a day this year, to 1,800.", 1800, "tonne", "day"),
        ("Ostran pumped 900 barrels a day in May, 60 above its quota.", 60, "barrel", "day"),
        ("Of 1,170 hectares that were burned, 948 have been planted, leaving 222.", 948, "hectare", None),
        ("Of 1,170 hectares that were burned, 948 have been planted, leaving 222.", 222, "hectare", None),
        ("Profit fell to 615 million euros. Analysts had expected 780 million.", 780_000_000, "EUR", None),
        ("Sales were $4 billion, not the 5 billion that brokers had forecast.", 5_000_000_000, "USD", None),
        ("A poll gave the Alliance 48 percent and the Greens 37.", 37, "%", None),
        ("It gave the Reds 41.7 percent, its best result ever, and the Greens 25.6.", 25.6, "%", None),
        ("The poll put Jo Bell at 28 percent and former mayor Ann Orr at 19.", 19, "%", None),
        ("The fee rose to $45 a tonne in May from $40.", 40, "USD", "tonne"),
        ("Stocks rose by 1.2 million barrels to 290.5 million last week.", 290_500_000, "barrel", None),
        ("Reserves fell 300 tonnes to 4,100 in May.", 4100, "tonne", None),
        ("Stocks fell 2 million barrels. They now stand at 290 million.", 290_000_000, "barrel", None),
    ],
)
def test_a_measure_goes_on_with_its_unit_and_rate(text: str, number: int, unit: str, per: str | None) -> None:
    found = next(amount for amount in amounts(text) if amount.low == number)
    assert (found.unit, found.per) == (unit, per)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Of 1,170 hectares, 12 villages own 948.", 12),
        ("It takes 300 tonnes a day, and 40 people work there.", 40),
        (
            "Profit was $3 million. The town has 4 million inhabitants. Analysts had expected 5 million.",
            5_000_000,
        ),
        ("It carries 5,800 people, 190 a day, against 4,900.", 4900),
        ("It pumps 2 million barrels. The country has a population of 9 million.", 9_000_000),
        ("It pumps 2 million barrels. The party has 9 million in all.", 9_000_000),
    ],
)
def test_what_counts_something_else_has_no_unit_of_a_measure(text: str, number: int) -> None:
    found = next(amount for amount in amounts(text) if amount.low == number)
    assert (found.unit, found.per) == (None, None)


def test_earnings_are_no_price_of_a_share() -> None:
    found = amounts("Net rose to $87 million, or $2.02 a share, from $58 million, or $1.40 a share.")
    assert [amount.per for amount in found] == [None, "share", None, "share"]
    found = amounts("Net rose to $87 million, or $2.02 a share, from $58 million, or $1.40, a year earlier.")
    assert [amount.per for amount in found] == [None, "share", None, "share"]


@pytest.mark.parametrize("text", ["They saw the mayor, 40 guards and a bus.", "Of the prize, 34, she spoke."])
def test_a_number_behind_a_comma_is_no_age_of_whom_it_does_not_stand_beside(text: str) -> None:
    assert [amount.kind for amount in amounts(text)] == ["count"]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("The rupee fell to 64.25 against the dollar.", [(64.25, "INR", "dollar")]),
        (
            "The Turkish lira rose to 5.31 to the dollar from 5.36.",
            [(5.31, "TRY", "dollar"), (5.36, "TRY", "dollar")],
        ),
        (
            "The rupiah fell to 9,850 per dollar. It had closed at 9,790 on Monday.",
            [(9850, "IDR", "dollar"), (9790, "IDR", "dollar")],
        ),
        ("The euro rose to 1.3245 against the dollar.", [(1.3245, "USD", "euro")]),
        (
            "The ruble fell to 61.4 against the dollar and to 66.2 against the euro.",
            [(61.4, "RUB", "dollar"), (66.2, "RUB", "euro")],
        ),
        ("The euro fell 0.3 percent to $1.1032.", [(0.3, "%", None), (1.1032, "USD", "euro")]),
        ("Sterling lost 1 percent against the dollar to $1.31.", [(1, "%", None), (1.31, "USD", "pound")]),
        ("The euro zone cut its fee to $1.31.", [(1.31, "USD", None)]),
        (
            "Crude settled up 63 cents, or 1.4%, at $41.20 a barrel after a strike.",
            [(0.63, "USD", "barrel"), (1.4, "%", None), (41.2, "USD", "barrel")],
        ),
        (
            "Average hourly wages rose 12 cents, or 0.5 percent, to $23.40.",
            [(0.12, "USD", "hour"), (0.5, "%", None), (23.4, "USD", "hour")],
        ),
        ("The krona weakened to 9.42 to the euro.", [(9.42, "SEK", "euro")]),
    ],
)
def test_the_rate_of_a_currency_is_money_for_a_dollar_or_a_euro(
    text: str, rates: list[tuple[float, str, str]]
) -> None:
    assert [(amount.low, amount.unit, amount.per) for amount in amounts(text)] == rates


@pytest.mark.parametrize(
    "text",
    [
        "The rupee fell to 64.25 against the dollar. She ran it in 63.60 at Selm.",
        "The rupee fell to 64.25 against the dollar. The baht slid to 63.60 as well.",
        "He preferred 64.25 to the dollar.",
    ],
)
def test_a_bare_number_that_no_currency_led_to_is_no_rate(text: str) -> None:
    assert amounts(text)[-1].unit is None


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("It made R3,6-billion.", 3_600_000_000, "ZAR"),
        ("It lost R500m.", 500_000_000, "ZAR"),
        ("The fee is R40 in South Africa.", 40, "ZAR"),
        ("It made $7,4-billion.", 7_400_000_000, "USD"),
        ("It fell by 3,5%.", 3.5, "%"),
        ("The rupee lost 67 paise.", 0.67, "INR"),
    ],
)
def test_a_decimal_comma_stands_before_a_hyphened_magnitude(text: str, low: float, unit: str) -> None:
    amount = only(text)
    assert (amount.low, amount.unit) == (low, unit)


@pytest.mark.parametrize("text", ["It used R22 gas.", "The R-27 flew.", "He drove on the R40."])
def test_a_letter_before_a_small_number_is_no_rand_without_them(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("The price of a gallon of regular gasoline fell 4 cents over two weeks to $1.95.", "gallon"),
        ("A barrel of light crude rose 32 cents to settle at $54.07 in Selm.", "barrel"),
        ("A ton of bricks fell on him and cost $4,000.", None),
        ("A gallon was lost, and she paid $40.", None),
    ],
)
def test_the_price_of_one_measure_is_a_rate(text: str, per: str | None) -> None:
    assert {amount.per for amount in amounts(text) if amount.kind == "money"} == {per}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("He was fined 600 pounds.", "GBP"),
        ("Average wages are 470 pounds a week.", "GBP"),
        ("The fare rose from 7.20 pounds to 7.60 pounds.", "GBP"),
        ("The club got 30,000 pounds ($41,000).", "GBP"),
        ("It took a 40,000 pound loan.", "GBP"),
        ("She owes 90,000 pounds in tax.", "GBP"),
        ("The fish weighed 41 pounds.", "pound"),
        ("He lost 35 pounds.", "pound"),
        ("It sold 400 pounds of tea.", "pound"),
        ("A 50-pound bomb went off.", "pound"),
        ("The price was $3 for 10 pounds.", "pound"),
        ("The crate holds 60 pounds (27 kg).", "pound"),
    ],
)
def test_pounds_are_money_where_something_is_paid(text: str, unit: str) -> None:
    assert unit in {amount.unit for amount in amounts(text)}
    assert ({"GBP", "pound"} - {unit}).isdisjoint({amount.unit for amount in amounts(text)})


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The tax rose from 10 Canadian dollars in the past to 30 dollars.", ["CAD", "CAD"]),
        ("It gave back 2 million Canadian dollars, more than the 1 million dollars it took.", ["CAD", "CAD"]),
        ("It cost 10 Canadian dollars, or 7 dollars.", ["CAD", "USD"]),
        ("It cost 10 Canadian dollars (7 dollars).", ["CAD", "USD"]),
        ("It cost 10 Canadian dollars. The fee was 30 dollars.", ["CAD", "USD"]),
        ("It cost C$10 and $30.", ["CAD", "USD"]),
    ],
)
def test_dollars_are_those_of_the_country_that_their_sentence_names(text: str, units: list[str]) -> None:
    assert [amount.unit for amount in amounts(text)] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It took in 14.6 million euros at its two bars but spent 16.1 million.", ["EUR", None, "EUR"]),
        ("So far 29 million dollars have come of the 84 million requested in June.", ["USD", "USD"]),
        (
            "Exports were worth 7.9 billion yen, goods to the value of 9.4 billion were imported.",
            ["JPY", "JPY"],
        ),
        ("It cost 4.8 million pounds. The 4.8 million covers all of them.", ["GBP", "GBP"]),
        ("Some 11.5 million litres flowed in, while 19.5 million were drawn off.", ["litre", "litre"]),
        ("The fire burned 2,240 hectares; in the summer before it was 1,600.", ["hectare", "hectare"]),
        ("The drive cost 5 million dollars and reached 2 million there.", ["USD", None]),
        ("The drive cost 5 million dollars and 2 million were fed.", ["USD", None]),
        ("Sales were 40 million euros, above the 36 million reported in May.", ["EUR", "EUR"]),
        ("It cost 4.8 million pounds. The 4.8 million visitors paid nothing.", ["GBP", None]),
    ],
)
def test_a_bare_amount_that_goes_on_with_one_before_has_its_unit(text: str, units: list[str | None]) -> None:
    assert [amount.unit for amount in amounts(text)] == units


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("Selm signed a budget of N412 billion.", 412_000_000_000, "NGN"),
        ("A ram now costs D13,500.", 13_500, "GMD"),
        ("Thieves cost the Botswana railway P38m.", 38_000_000, "BWP"),
        ("The Philippines will pay P38 million.", 38_000_000, "PHP"),
        ("Thieves cost the railway P38m.", 38_000_000, "XXX"),
        ("Orrin Zinc made SKr1.38 billion.", 1_380_000_000, "SEK"),
        ("Asia made up the balance of SKr 950m.", 950_000_000, "SEK"),
        ("Sweden puts kr 820m into rail.", 820_000_000, "SEK"),
        ("The budget has kr 820m for roads.", 820_000_000, "XXX"),
        ("Police collected Shs1.92 billion in fines.", 1_920_000_000, "UGX"),
    ],
)
def test_a_letter_or_two_before_a_large_sum_is_money(text: str, low: float, unit: str) -> None:
    amount = only(text)
    assert (amount.kind, amount.low, amount.unit) == ("money", low, unit)


def test_a_letter_of_money_stands_before_small_sums_too_where_a_text_has_a_large_one() -> None:
    assert [a.low for a in amounts("Hay costs him D40 a day. He is D2,600 down.")] == [40, 2_600]
    assert amounts("Take the D40, wear an N95 mask and climb the K2.") == []
    assert amounts("The S P 500 rose.") == []


def test_the_second_of_two_sums_in_millions_is_no_length() -> None:
    low = [(a.low, a.unit) for a in amounts("Profit went up from SEK 360m to 414m.")]
    assert low == [(360_000_000, "SEK"), (414_000_000, "SEK")]
    assert [a.unit for a in amounts("The final was moved from 300m to 400m.")] == ["metre"] * 2
