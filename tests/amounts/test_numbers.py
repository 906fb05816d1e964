"""Numbers in digits and in words are read at their worth."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amounts.reader import amounts, only

WRITTEN = [
    ("The depot held 1,700 crates.", "1,700", 1700),
    ("Some roads were shut to 816 000 drivers.", "816 000", 816_000),
    ("It moved 4\u2009250 tonnes.", "4\u2009250", 4250),
    ("The bill came to 1.234,5 euros.", "1.234,5", 1234.5),
    ("They planted 12,34,567 saplings.", "12,34,567", 1_234_567),
    ("The nail is 2 1/2 inches long.", "2 1/2", 2.5),
    ("He waited 5½ hours.", "5½", 5.5),
    ("He waited 1\u20444 hour.", "1\u20444", 0.25),
    ("The pool lost .5 inches overnight.", ".5", 0.5),
    ("A sum of 3,5 million was named.", "3,5 million", 3_500_000),
    ("It has 2.5 million readers.", "2.5 million", 2_500_000),
    ("About 4 hundred million letters went out.", "4 hundred million", 400_000_000),
    ("The port lost $1.5bn of trade.", "1.5bn", 1_500_000_000),
    ("She sold it for $1MM in cash.", "1MM", 1_000_000),
    ("A cheque for $40k bounced.", "40k", 40_000),
    ("The fund drew $2B from savers.", "2B", 2_000_000_000),
    ("The service has 7m subscribers.", "7m", 7_000_000),
    ("One hundred and five goats were counted.", "One hundred and five", 105),
    ("The hall seats twenty-five hundred guests.", "twenty-five hundred", 2500),
    ("Fewer than one in twenty said so.", "one in twenty", 5),
    ("It was reported by one in fifty of those who took it.", "one in fifty", 2),
    ("Two dozen lorries were turned back.", "Two dozen", 24),
    ("A dozen lorries were turned back.", "A dozen", 12),
    ("A half-dozen lorries were turned back.", "A half-dozen", 6),
    ("Half a million letters were lost.", "Half a million", 500_000),
    ("Three quarters of a million letters were lost.", "Three quarters of a million", 750_000),
    ("A quarter-of-a-million letters were lost.", "A quarter-of-a-million", 250_000),
    ("Five million two hundred thousand bees died.", "Five million two hundred thousand", 5_200_000),
    ("The tower cost one point six billion yen.", "one point six billion", 1_600_000_000),
    ("They walked two and a half miles.", "two and a half", 2.5),
    ("It flew at two five thousand feet.", "two five thousand", 25_000),
    ("They lost two\nmillion trees.", "two\nmillion", 2_000_000),
    ("A minute and a half went by.", "A minute and a half", 1.5),
    ("A million and a half people fled.", "A million and a half", 1_500_000),
    ("Three billion and a half were spent.", "Three billion and a half", 3_500_000_000),
    ("The port doubled its trade.", "doubled", 2),
    ("He got 41/2 years.", "41/2", 4.5),
    ("It is spoken by every fifth teacher.", "every fifth", 20),
    ("It has lost every 10th household.", "every 10th", 10),
    ("The trip lasts 2h 20m now.", "2h 20", 140),
    ("Diesel use fell a tenth last winter.", "a tenth", 10),
    ("Bread is up almost a third since the flood.", "a third", 100 / 3),
    ("WATER BILLS UP A QUARTER — Homes pay more.", "A QUARTER", 25),
    ("An increase of more than a third can't be chance.", "a third", 100 / 3),
    ("ONE IN SIX UNDECIDED", "ONE IN SIX", 100 / 6),
    ("It lost half – and smiled.", "half", 50),
    ("It grows by half every decade.", "half", 50),
    ("The permit costs half as much again as before.", "half", 1.5),
    ("She has the votes, with 3.348m to come.", "3.348m", 3_348_000),
    ("A 31/4-acre park opened.", "31/4", 3.25),
    ("Rye closed at $4.02 1/2 a bushel.", "4.02 1/2", 4.025),
    ("Oats fell to $1.30¾.", "1.30¾", 1.3075),
    ("The bond closed at 101 3/4.", "101 3/4", 101.75),
]


@pytest.mark.parametrize(("text", "number", "value"), WRITTEN)
def test_a_number_is_read_as_written(text: str, number: str, value: float) -> None:
    amount = only(text)
    assert (amount.number.text, amount.low or amount.high) == (number, value)


VAGUE = [
    ("Dozens of homes burned.", "Dozens", 24, None),
    ("Scores of homes burned.", "Scores", 40, None),
    ("Hundreds fled.", "Hundreds", 200, None),
    ("Tens of thousands fled.", "Tens of thousands", 20_000, None),
    ("Hundreds of thousands fled.", "Hundreds of thousands", 200_000, None),
    ("Millions of bees died.", "Millions", 2_000_000, None),
    ("Several hundred cows were moved.", "Several hundred", 300, None),
    ("Several cows were moved.", "Several", 3, None),
    ("A few cows were moved.", "A few", 3, None),
    ("A few thousand cows were moved.", "A few thousand", 3000, None),
    ("A couple of cows were moved.", "A couple", 2, 2),
    ("Growth was double-digit again.", "double-digit", 10, 99),
    ("He earned a six-figure sum.", "six-figure", 100_000, 999_999),
]


@pytest.mark.parametrize(("text", "number", "low", "high"), VAGUE)
def test_a_vague_word_commits_to_its_least(text: str, number: str, low: int, high: int | None) -> None:
    amount = only(text)
    assert (amount.number.text, amount.low, amount.high, amount.bound) == (number, low, high, "vague")


SHARES = [
    ("A third of the 60 boats sank.", "A third", 100 / 3),
    ("Two-thirds of them voted.", "Two-thirds", 200 / 3),
    ("Half the boats sank.", "Half", 50),
    ("The price was cut by half.", "half", 50),
    ("Two in three nurses agreed.", "Two in three", 200 / 3),
    ("One child in five was hungry.", "One child in five", 20),
    ("One crate in 50 is searched.", "One crate in 50", 2),
    ("One woman in every four had been beaten.", "One woman in every four", 25),
    ("Eight out of 10 nurses agreed.", "Eight out of 10", 80),
    ("It strikes 177 out of every 100,000 adults.", "177 out of every 100,000", 0.177),
    ("Some 30 per 100,000 fell ill.", "30 per 100,000", 0.03),
    ("One in 45 children has it.", "One in 45", 100 / 45),
    ("A third say that they do not know.", "A third", 100 / 3),
    ("The budget was cut in half last year.", "half", 50),
]


@pytest.mark.parametrize(("text", "number", "percent"), SHARES)
def test_a_part_of_a_whole_is_a_share_in_per_cent(text: str, number: str, percent: float) -> None:
    amount = amounts(text)[0]
    assert (amount.number.text, amount.kind, amount.unit) == (number, "share", "%")
    assert amount.low == pytest.approx(percent)


def test_a_share_of_a_count_is_two_amounts() -> None:
    assert [a.number.text for a in amounts("A third of the 60 boats sank.")] == ["A third", "60"]


def test_a_number_of_one_word_stays_apart_from_the_compound_behind_it() -> None:
    found = amounts("They served two three-year terms.")
    assert [(a.number.text, a.low, a.unit) for a in found] == [("two", 2, None), ("three", 3, "year")]


@settings(deadline=None)
@given(st.integers(min_value=2, max_value=10**12))
def test_a_spelled_number_reads_back(value: int) -> None:
    num2words = pytest.importorskip("num2words")
    spelled = num2words.num2words(value).replace(",", "")
    assert only(f"They counted {spelled} beans.").low == value


@settings(deadline=None)
@given(st.integers(min_value=1000, max_value=10**14))
def test_a_grouped_number_reads_back(value: int) -> None:
    assert only(f"They counted {value:,} beans.").low == value


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("One flat in 12 stands empty.", 100 / 12),
        ("Only one new home in five will be cheap.", 20),
        ("Four pupils in ten leave school unable to swim.", 40),
        ("The census found one resident in five born abroad.", 20),
        ("One job in three!", 100 / 3),
    ],
)
def test_so_many_things_in_a_few_are_a_share(text: str, share: float) -> None:
    amount = only(text)
    assert amount.kind == "share"
    assert amount.low == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("They killed one man in five armed raids.", [1, 5]), ("Selm won one game in 12 attempts.", [1, 12])],
)
def test_one_in_so_many_others_is_no_share(text: str, numbers: list[int]) -> None:
    assert [a.low for a in amounts(text)] == numbers


def test_places_that_are_counted_are_no_parts() -> None:
    text = "There were 12 firsts, nine second places and 17 thirds."
    assert [(a.kind, a.low) for a in amounts(text)] == [("count", 12), ("count", 9), ("count", 17)]


def test_a_share_may_end_a_headline() -> None:
    text = "Thefts in Selm climb by almost a third\n\nORRIN - Police counted 40 thefts."
    assert [a.number.text for a in amounts(text)] == ["a third", "40"]
    assert [a.number.text for a in amounts("A third\nman was held.")] == []


@pytest.mark.parametrize(
    "text", ["Of the 52, 13 — a quarter — are young.", "Selm will raise it by a third next year."]
)
def test_a_part_may_be_set_off_or_be_how_much_something_changes(text: str) -> None:
    assert amounts(text)[-1].kind == "share"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Output fell to 750 – 40 per cent below plan – when the mill shut.", ["750", "40"]),
        ("Deaths fell to 12 – 40 per cent below normal.", ["12", "40"]),
        ("The ferries ran on Monday 14 times, and then 17 – 40 in all.", ["14", "17", "40"]),
        ("They are 235 – 140 paid, the rest volunteers.", ["235", "140"]),
        ("Some 20 - 30 people came.", ["20 - 30"]),
    ],
)
def test_a_dash_with_blanks_sets_one_number_off_from_another(text: str, numbers: list[str]) -> None:
    assert [amount.number.text for amount in amounts(text)] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In Selm 166 out of 640 beds were taken.", [166, 640]),
        ("We mended 1,480 out of 2,220 roofs.", [1480, 2220]),
        ("Some 177 out of every 2,000 had it.", [8.85]),
        ("Some 30 out of 100 had it.", [30]),
    ],
)
def test_so_many_out_of_so_many_are_two_counts_unless_the_whole_is_a_base(
    text: str, numbers: list[float]
) -> None:
    assert [amount.low for amount in amounts(text)] == numbers


def test_the_number_of_a_label_is_parted_from_the_one_behind_it() -> None:
    found = amounts("Heads at the school: Year 7 180, Year 8 174. It is seen by 7 180 people.")
    assert [amount.low for amount in found] == [180, 174, 7180]
