"""Hedges and ranges make the bounds of an amount."""

import pytest

from amounts.reader import amounts, day, only, read

HEDGED = [
    ("About 200 people came.", "about", 200, 200, "About 200"),
    ("Some 200 people came.", "about", 200, 200, "Some 200"),
    ("An estimated 200 people came.", "about", 200, 200, "An estimated 200"),
    ("200 or so people came.", "about", 200, 200, "200 or so"),
    ("More than 200 people came.", "min", 200, None, "More than 200"),
    ("At least 12 people came.", "min", 12, None, "At least 12"),
    ("No fewer than 12 people came.", "min", 12, None, "No fewer than 12"),
    ("Well over 200 people came.", "min", 200, None, "Well over 200"),
    ("More than a dozen people came.", "min", 12, None, "More than a dozen"),
    ("It cost 3 miles or more.", "min", 3, None, "3 miles or more"),
    ("A 300-plus crowd came.", "min", 300, None, "300-plus"),
    ("A crowd of 300+ came.", "min", 300, None, "300+"),
    ("Up to 200 people came.", "max", None, 200, "Up to 200"),
    ("As many as 200 people came.", "max", None, 200, "As many as 200"),
    ("At most 200 people came.", "max", None, 200, "At most 200"),
    ("Just under 200 people came.", "max", None, 200, "Just under 200"),
    ("Nearly 200 people came.", "max", None, 200, "Nearly 200"),
    ("No more than 200 people came.", "max", None, 200, "No more than 200"),
    ("A record 3.2 million people came.", "exact", 3_200_000, 3_200_000, "3.2 million"),
    ("Exactly 200 people came.", "exact", 200, 200, "Exactly 200"),
    ("Just 200 people came.", "exact", 200, 200, "200"),
    ("Fewer came, lower than 200.", "max", None, 200, "lower than 200"),
    ("Barely 200 people came.", "about", 200, 200, "Barely 200"),
    ("It stood near 10 percent.", "about", 10, 10, "near 10 percent"),
    ("It would surpass $90.", "min", 90, None, "surpass $90"),
    ("It would not exceed $90.", "max", None, 90, "exceed $90"),
    ("They do not send more than 3 guards.", "max", None, 3, "more than 3"),
    ("It went on for at least the past 18 months.", "min", 18, None, "at least the past 18 months"),
    ("It took for as long as three hours.", "max", None, 3, "for as long as three hours"),
    ("The haul is within $4 million of the record.", "max", None, 4_000_000, "within $4 million"),
    ("The party is within three seats of a win.", "max", None, 3, "within three"),
    ("It took her to within 40 delegates of the goal.", "max", None, 40, "within 40"),
    ("Seats for the play start at $40.", "min", 40, None, "$40"),
    ("They sell seats starting at 40 euros.", "min", 40, None, "40 euros"),
    ("Police estimated more than 200 came.", "min", 200, None, "more than 200"),
    ("Its debt is estimated at less than $200.", "max", None, 200, "less than $200"),
    ("It hovered near 100 degrees.", "about", 100, 100, "near 100 degrees"),
    ("It has held rates near zero.", "about", 0, 0, "near zero"),
]


@pytest.mark.parametrize(("text", "bound", "low", "high", "span"), HEDGED)
def test_a_hedge_makes_the_bound(
    text: str, bound: str, low: float | None, high: float | None, span: str
) -> None:
    amount = only(text)
    assert (amount.bound, amount.low, amount.high, amount.span.text) == (bound, low, high, span)


PREPOSITIONS = [
    "The sale pushed its yield up to 2.4 percent.",
    "The vote brings the total up to 300.",
    "They talked about two islands.",
    "The war over two islands went on.",
    "She will pay 5 dollars over two years.",
    "The city won control over two ports.",
    "She was chosen over three rivals.",
    "Deficits add up to $90 there.",
    "The gain was revised up to 12,000.",
    "Donors handed over $90 there.",
    "There is a two percent plus or minus margin of error.",
    "~ Two players left.",
    "The mill stands near two villages.",
    "It must be paid within 30 days of the vote.",
    "They live within 40 miles of the mill.",
    "They care about two things.",
    "They were buried under two landslides.",
]


@pytest.mark.parametrize("text", PREPOSITIONS)
def test_a_preposition_is_no_hedge(text: str) -> None:
    assert {amount.bound for amount in amounts(text)} == {"exact"}


def test_a_hedge_belongs_to_the_first_of_two_figures_alone() -> None:
    killed, wounded = amounts("At least 75 people died and 1,240 were hurt.")
    assert (killed.bound, wounded.bound) == ("min", "exact")


def test_a_hedge_before_respectively_holds_for_both() -> None:
    found = amounts("The sisters gave more than $38 million and $23 million, respectively.")
    assert [amount.bound for amount in found] == ["min", "min"]
    found = amounts("They have about 40% and 36% of the market for ships, respectively.")
    assert [amount.bound for amount in found] == ["about", "about"]
    found = amounts("It had followings of more than 45 million and 33 million, respectively.")
    assert [amount.bound for amount in found] == ["min", "min"]


def test_a_conversion_keeps_the_hedge_of_what_it_converts() -> None:
    found = amounts("The track is nearly 20 miles (32 km) long.")
    assert [(a.bound, a.high, a.unit) for a in found] == [("max", 20, "mile"), ("max", 32, "kilometre")]


RANGES = [
    ("Between 15 and 20 cows fled.", "15 and 20", 15, 20, None),
    ("Some 15-20 cows fled.", "15-20", 15, 20, None),
    ("From 15 to 20 cows fled.", "15 to 20", 15, 20, None),
    ("Rates stood at 15-20 percent.", "15-20", 15, 20, "%"),
    ("Prices will rise by anywhere from 15 to 20 percent.", "15 to 20", 15, 20, "%"),
    ("They make up 15% to 20% of the herd.", "15% to 20", 15, 20, "%"),
    ("It costs $3 million to $5 million.", "3 million to $5 million", 3_000_000, 5_000_000, "USD"),
    ("It costs $300 to 350 million.", "300 to 350 million", 300_000_000, 350_000_000, "USD"),
    ("Two to three weeks are needed.", "Two to three", 2, 3, "week"),
    ("Some 10-15,000 cows fled.", "10-15,000", 10_000, 15_000, None),
    ("As many as 2-3 million fled.", "2-3 million", 2_000_000, 3_000_000, None),
    ("It costs $5-6m now.", "5-6m", 5_000_000, 6_000_000, "USD"),
    ("A six- to eight-week ban is due.", "six- to eight", 6, 8, "week"),
    ("Two or three cows fled.", "Two or three", 2, 3, None),
    ("Cows between one week and three months old fled.", "one week and three", 1, 13, "week"),
    ("It took a year or two.", "a year or two", 1, 2, "year"),
    ("Snow of 20cm-40cm fell.", "20cm-40", 20, 40, "centimetre"),
    ("It is for readers aged 18 to 29.", "18 to 29", 18, 29, "year"),
    ("It is a 200,000 to-260,000-year-old tooth.", "200,000 to-260,000", 200_000, 260_000, "year"),
]


@pytest.mark.parametrize(("text", "number", "low", "high", "unit"), RANGES)
def test_a_range_is_one_amount(text: str, number: str, low: float, high: float, unit: str | None) -> None:
    amount = only(text)
    assert (amount.number.text, amount.low, amount.high) == (number, low, high)
    assert (amount.bound, amount.unit) == ("range", unit)


def test_between_two_shares_is_a_range_also_in_a_text_on_polls() -> None:
    *_, amount = amounts("A poll asked 900 voters. The Orel party holds between 15 percent to 20 percent.")
    assert (amount.low, amount.high, amount.bound) == (15, 20, "range")


CHANGES = [
    ("Sales rose from 40 to 52.", [40, 52]),
    ("The index was up 40 from 52.", [40, 52]),
    ("Shares fell $2 to $30.", [2, 30]),
    ("Heating oil added 2 cents to $1.51 a gallon.", [0.02, 1.51]),
    ("Sales grew 8% to $30.", [8, 30]),
    ("He leads her 43 percent to 38 percent.", [43, 38]),
    ("He leads her 43 to 38 percent.", [43, 38]),
    ("The poll is split, 37 percent to 43 percent.", [37, 43]),
]


@pytest.mark.parametrize(("text", "values"), CHANGES)
def test_a_change_or_a_comparison_is_two_amounts(text: str, values: list[float]) -> None:
    assert [amount.low for amount in amounts(text)] == values


def test_a_range_and_its_conversion_are_two_amounts() -> None:
    found = amounts("Snow of 20cm-40cm (8in-16in) fell.")
    assert [(a.low, a.high, a.unit) for a in found] == [(20, 40, "centimetre"), (8, 16, "inch")]


def test_a_vote_is_two_amounts_and_a_score_is_none() -> None:
    assert [amount.low for amount in amounts("The board ruled 6-3 for the port.")] == [6, 3]
    assert amounts("Rovers beat Athletic 2-1 on Sunday.") == []


def test_two_shares_of_those_for_and_those_against_are_no_range() -> None:
    found = amounts("She has a negative 42%-49% approval rating.")
    assert [(amount.low, amount.high) for amount in found] == [(42, 42), (49, 49)]


def test_a_share_that_says_an_amount_again_has_its_bound() -> None:
    shares, share = amounts("It will buy up to 1.4 million of its shares, or 10% of them.")
    assert (shares.bound, share.bound, share.high) == ("max", "max", 10)


def test_a_vague_number_said_again_is_one_amount() -> None:
    assert only("He gave millions and millions of dollars.").number.text == "millions and millions"


def test_a_move_and_the_level_that_it_led_to_are_two_amounts() -> None:
    assert [amount.low for amount in amounts("The index rose 23 to 12,340 there.")] == [23, 12_340]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The price was cut nearly in half.", ["max"]),
        ("She would not go above a $12 wage.", ["max"]),
        ("She did pay above a $12 wage.", ["min"]),
        ("It is more than a fourfold increase.", ["min"]),
        ("More than a record 5,000 came.", ["min"]),
        ("Between the two and up to 20 percent stay away.", ["exact", "max"]),
    ],
)
def test_a_hedge_is_that_of_the_number_it_leads_to(text: str, bounds: list[str]) -> None:
    assert [amount.bound for amount in amounts(text)] == bounds


def test_a_share_that_eased_by_so_much_to_so_much_is_no_range() -> None:
    assert [amount.low for amount in amounts("Orel eased 1 to 416 on turnover.")] == [1, 416]


def test_a_range_may_go_over_two_units_of_time() -> None:
    (review,) = amounts("It may lead to a review in 18 months to two years.")
    assert (review.low, review.high, review.unit) == (18, 24, "month")


def test_a_change_that_may_be_none_begins_at_nothing() -> None:
    (sales,) = amounts("The firm expects sales to range from flat to up 3 percent.")
    assert (sales.low, sales.high, sales.bound) == (0, 3, "range")


def test_the_last_two_of_a_list_are_no_range() -> None:
    found = amounts("They will not admit 100,000, 200,000 or 250,000 of them.")
    assert [amount.low for amount in found] == [100_000, 200_000, 250_000]


def test_what_went_from_one_number_to_another_may_be_named_far_before() -> None:
    found = amounts(
        "They announced an increase in the number of refugees to be let in from around the world, from "
        "70,000 to 85,000."
    )
    assert [amount.low for amount in found] == [70_000, 85_000]


def test_by_how_much_a_toll_rose_and_to_what_are_two_amounts() -> None:
    assert [amount.low for amount in amounts("The toll rose by 4 to 12.")] == [4, 12]


def test_an_age_may_be_one_of_several() -> None:
    found = amounts("Eleven of them were men between 18 and 30; the rest, all over 70, were women.")
    assert [amount.kind for amount in found] == ["count", "age", "age"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Shares of the bank lost $2.13 to $31.44.", [2.13, 31.44]),
        ("The index lost 12 to 340.", [12, 340]),
        ("The bill would raise military spending by $25.9 billion to $572.7 billion.", [25.9e9, 572.7e9]),
    ],
)
def test_what_something_moved_by_and_to_is_no_range(text: str, numbers: list[float]) -> None:
    assert [(amount.low, amount.high) for amount in amounts(text)] == [(number, number) for number in numbers]


def test_a_change_by_so_much_to_about_as_much_is_a_range() -> None:
    (found,) = amounts("The shop cut its prices by $2 to $3.")
    assert (found.low, found.high) == (2, 3)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It fell by between a fifth and a quarter.", (20, 25)),
        ("It has a $20-plus trillion budget.", (20 * 10**12, None)),
        ("She leads among voters 45 and older.", (45, None)),
        ("Orr is right about one thing.", (1, 1)),
    ],
)
def test_parts_magnitudes_and_ages_have_the_ends_that_their_words_name(
    text: str, ends: tuple[float, float | None]
) -> None:
    (found,) = amounts(text)
    assert (found.low, found.high) == ends


@pytest.mark.parametrize("words", ["40 or 50 years ago", "40 or 50 years from now"])
def test_the_first_of_two_lengths_before_ago_is_no_date(words: str) -> None:
    text = f"It is so {words}."
    found = only(text, [day(text, words)])
    assert (found.low, found.high, found.unit) == (40, 50, "year")


@pytest.mark.parametrize(
    ("text", "bound", "low", "high", "span"),
    [
        ("Profit almost halved in May.", "max", None, 50, "almost halved"),
        ("Rents more than halved in May.", "min", 50, None, "more than halved"),
        ("Rents nearly trebled in May.", "max", None, 3, "nearly trebled"),
        ("Rents halved in May.", "exact", 50, 50, "halved"),
    ],
)
def test_a_change_in_one_word_has_the_bound_of_its_hedge(
    text: str, bound: str, low: int | None, high: int | None, span: str
) -> None:
    found = read(text)[0][0]
    assert (found.bound, found.low, found.high, found.span.text) == (bound, low, high, span)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It reached 400 children under five, or 87 per cent of the target.", "87"),
        ("The drones were shot down over five regions.", "five"),
        ("Some 68 drones were intercepted overnight over five regions.", "five"),
    ],
)
def test_words_of_age_and_place_bound_no_other_number(text: str, number: str) -> None:
    found = {amount.number.text: amount for amount in amounts(text)}
    assert found[number].bound == "exact"
