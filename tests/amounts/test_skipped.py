"""Numbers that are no amounts are skipped with the reason."""

import pytest

from amounts.reader import amounts, day, read

SKIPPED = [
    ("It flew a Boeing 747 to Lagos.", "747", "name"),
    ("They invoked Article 5 again.", "5", "name"),
    ("They want Boeing 737-800 jets.", "800", "name"),
    ("She has a 401(k) plan.", "401(k)", "name"),
    ("He read from Isaiah 45:1 there.", "1", "name"),
    ("It is a 501(c)(3) group.", "501(c)(3)", "name"),
    ("The Group of Seven met.", "Seven", "name"),
    ("Snow closed Highway 9 again.", "9", "name"),
    ("The ship is an F-16 copy.", "F-16", "name"),
    ("He hid a .303 rifle.", ".303", "name"),
    ("They sell 5G phones.", "5G", "name"),
    ("They met Mr. GA\u03031\u20444nter there.", "GA\u03031\u20444nter", "name"),
    ('They saw <post author="orel" time="1454432400">this</post>.', "1454432400", "name"),
    ("He lives at 12 Castle Street.", "12", "name"),
    ("Write to ann3@example.org today.", "ann3@example.org", "name"),
    ("The 22nd amendment passed.", "22nd", "rank"),
    ("It is the third most read book.", "third", "rank"),
    ("The No. 2 envoy resigned.", "2", "rank"),
    ("It was number one again.", "one", "rank"),
    ("They slipped towards the bottom three and stayed.", "three", "rank"),
    ("The S P 500 rose again.", "500", "name"),
    ("They look for Planet 9 by night.", "9", "name"),
    ("The COVID -19 tests came.", "19", "name"),
    ("They are in Phase 3 or above.", "3", "name"),
    ("It is for storms of category 4 and up.", "4", "name"),
    ("Read Sitrep 5 again.", "5", "name"),
    ("So Bulletin 7 lists it.", "7", "name"),
    ("We tried the new Marle Watch 5 to please her.", "5", "name"),
    ("They sell PS5 consoles.", "PS5", "name"),
    ("See page 12 there.", "12", "page or case number"),
    ("They took bus number 412.", "412", "page or case number"),
    ("They sell 486-based machines.", "486-based", "name"),
    ("We back the 5-Star Movement again.", "5-Star", "name"),
    ("It is the trailer for season four of it.", "four", "name"),
    ("It came after a third failed rainy season.", "a third", "rank"),
    ("And a third, Anna Moore, said no.", "a third", "rank"),
    ("It is a tax like one developed by her.", "one", "pronoun"),
    ("The polls agree, including one from Lagos.", "one", "pronoun"),
    ("It is too heavy to land on many strips, including one at Lagos.", "one", "pronoun"),
    ("She sent her aides, including one with years of work behind him.", "one", "pronoun"),
    ("The adoptees, including one who served in the army, were deported.", "one", "pronoun"),
    ("One need look no further.", "One", "pronoun"),
    ("Rovers beat Athletic 2-1 there.", "2-1", "score"),
    ("Call 555-010-2345 now.", "555-010-2345", "phone"),
    ("It begins at 11:30 there.", "11:30", "clock time"),
    ("It rose in the 1988 quarter.", "1988", "date"),
    ("Rovers beat Athletic 3 – 1 there.", "3 – 1", "score"),
    ("And so it was Rovers 3 – 1 Athletic on the day.", "3 – 1", "score"),
    ("They met every third day.", "third", "rank"),
    ("He reads every third page.", "third", "rank"),
    ("They went a third time.", "a third", "rank"),
    ("No one came.", None, None),
    ("One of the reasons is rain.", "One", "pronoun"),
    ("This is the one that sank.", "one", "pronoun"),
    ("One might ask why.", "One", "pronoun"),
    ("The shop is open 24/7 there.", "24/7", "idiom"),
    ("They shot one another.", "one another", "idiom"),
    ("She doubled down on it.", "doubled down", "idiom"),
    ("That is the $64,000 question.", "64,000 question", "idiom"),
    ("She left one Sunday in May.", "one Sunday", "idiom"),
    ("It lay at ground zero.", "zero", "idiom"),
    ("It came in the second half.", "second", "rank"),
    ("There is no sign one way or the other.", "one way or the other", "idiom"),
    ("Our ranking:\n\n1 Anna Reyes.\n\n2 Paul Moore.", "2", "name"),
    ("It ranks in the nation's top 10 that cannot be cured.", "10", "rank"),
    ("It moved from one crisis to the next.", "one crisis to the next", "idiom"),
    ("The bonds are rated double-C there.", "double-C", "name"),
    ("She told 60 Minutes so.", "60 Minutes", "name"),
    ("The police get 911 calls.", "911 calls", "idiom"),
    ("Orr Scores Direct Hit On Bell", "Scores", "idiom"),
    ("Write to Haven Lane, Selm, NY, 10032.", "10032", "name"),
    ("They sell the PS/2 computer.", "PS/2", "name"),
    ("They fear the worm Orel 2.0.", "2.0", "name"),
    ("They watch Hawk Six-0 there.", "Six", "name"),
    ("They sued the group One Selm Now there.", "One", "name"),
    ("It does not trouble her one bit.", "one bit", "idiom"),
    ("She was of two minds on it.", "two minds", "idiom"),
    ("He wrote notes, including one last month on it.", "one", "pronoun"),
    ("It is one anyone could miss.", "one", "pronoun"),
    ("1. Anna Reyes (Last week: 2.)\n\n2. Paul Moore (1.)", "1", "rank"),
    ("He has many feats, including one of the greatest ever.", "one", "pronoun"),
    ("They ban all forms, including one called slow cloning.", "one", "pronoun"),
]


@pytest.mark.parametrize(("text", "number", "why"), SKIPPED)
def test_a_number_that_is_no_amount_says_why(text: str, number: str | None, why: str | None) -> None:
    assert amounts(text) == []
    if number is not None:
        assert (number, why) in [(skipped.span.text, skipped.why) for skipped in read(text)[1]]


def test_the_number_of_a_name_is_one_again_whoever_owns_it() -> None:
    text = "She flies a Boeing 747. Her 747 is old, and a 25-year-old 747 is loud. Her 747 guests left."
    assert [amount.low for amount in amounts(text)] == [25, 747]


COUNTED = [
    ("One soldier died.", [1]),
    ("Three were held and one was charged.", [3, 1]),
    ("At least one of the mills burned.", [1]),
    ("Only one of the mills burned.", [1]),
    ("It burned 9 boats, including one of the forest guards.", [9, 1]),
    ("It hurt 9 sailors, including one who later died.", [9, 1]),
    ("It was 20 Degrees Celsius.", [20]),
    ("It has two seats, one of which is vacant.", [2, 1]),
    ("The S&P 500-stock index rose.", [500]),
    ("She has 12 votes to Reyes' 9.", [12, 9]),
    ("Volume 170,330 shares.", [170330]),
    ("They saw 404 boats a year.", [404]),
    ("The bus hit 12 people.", [12]),
    ("The dead number 310.", [310]),
    ("Refugees now number 40,000.", [40000]),
    ("In Lagos 12 people died.", [12]),
    ("The top three teams won.", [3]),
    ("A 16-nation bloc met.", [16]),
    ("They have one thing in common.", [1]),
    ("Boats lost by Danes: 0.", [0]),
    ("It grew at Orel by 2.0 percent.", [2]),
    ("One last chance is left.", [1]),
]


@pytest.mark.parametrize(("text", "values"), COUNTED)
def test_a_number_that_counts_is_an_amount(text: str, values: list[int]) -> None:
    assert [amount.low or amount.high or 0 for amount in amounts(text)] == values


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Guards outnumber sailors 4-1.", 4),
        ("The Reds were outspent by 5-to-1.", 5),
        ("Rivals of Orr are outspending friends of Bell 6-1.", 6),
    ],
)
def test_those_who_outdo_others_do_so_many_times(text: str, times: int) -> None:
    assert [(amount.low, amount.unit) for amount in amounts(text)] == [(times, "time")]


POLL = "A poll asked voters. "


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Reyes tops Moore 41-40; Moore ties Bell at 44-44.", [(41, "%"), (40, "%"), (44, "%"), (44, "%")]),
        ("Moore leads 48-43 among women.", [(48, "%"), (43, "%")]),
        ("Reyes beats Moore 45 to 40 percent.", [(45, "%"), (40, "%")]),
        ("They oppose the toll by 2-1.", [(2, "time")]),
        ("They back the toll by a 3-to-1 margin.", [(3, "time")]),
        ("Moore's approval rating fell to the mid-20s.", [(24, "%")]),
        ("Support rose to the low 50s, and remains in the 30s for Orr.", [(50, "%"), (30, "%")]),
        ("The Senate voted 54-45 to end it.", [(54, None), (45, None)]),
        ("The court ruled by a 2-1 vote.", [(2, None), (1, None)]),
        ("About 20-30 voters came.", [(20, None)]),
        ("Rovers won the game 41-40.", []),
        ("The approval came for men born in the 30s.", []),
    ],
)
def test_what_a_poll_found_may_look_like_a_score_or_a_decade(
    text: str, values: list[tuple[int, str | None]]
) -> None:
    found = amounts(POLL + text)
    assert [(one.low if one.low is not None else one.high, one.unit) for one in found] == values


def test_a_name_said_again_without_its_noun_stays_a_name() -> None:
    assert amounts("The Boeing 747 was late. The 747 was full.") == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Trials entered phases 2 and 3.", ["2", "3"]),
        ("The fire reached floors 9, 10 and 11.", ["9", "10", "11"]),
        ("Shells fell near army posts 250 and 251.", ["250", "251"]),
        ("Reactors 3 and 4 were shut.", ["3", "4"]),
        ("Voters in wards 3 to 5 left.", ["3", "5"]),
    ],
)
def test_numbers_that_name_several_things_are_no_amounts(text: str, numbers: list[str]) -> None:
    found, skipped = read(text)
    assert not found
    assert [(one.span.text, one.why) for one in skipped] == [(number, "name") for number in numbers]


@pytest.mark.parametrize(
    "text", ["The parts 3 and 4 men carried broke.", "The beds 3 and 4 nurses made broke."]
)
def test_numbers_behind_such_a_noun_may_count_what_follows(text: str) -> None:
    assert [amount.low for amount in amounts(text)] == [3, 4]


def test_a_date_is_skipped_and_a_length_of_time_is_an_amount() -> None:
    text = "It opened in August 2015 and shut two weeks ago."
    times = [day(text, "August 2015"), day(text, "two weeks ago")]
    found, skipped = read(text, times)
    assert [(amount.low, amount.unit) for amount in found] == [(2, "week")]
    assert [(one.span.text, one.why) for one in skipped] == [("2015", "date")]


def test_an_average_is_no_year() -> None:
    text = "Prices went up by an average of 1500 there."
    assert [amount.low for amount in amounts(text, [day(text, "1500")])] == [1500]


def test_a_clock_time_is_skipped() -> None:
    text = "It opened at 5 in the morning."
    assert [one.why for one in read(text, [day(text, "5 in the morning", kind="TIME")])[1]] == ["clock time"]


def test_the_second_day_of_a_date_is_a_date() -> None:
    text = "They meet on May 24 and 25."
    assert [one.why for one in read(text, [day(text, "May 24")])[1]] == ["date", "date"]


WORDED = [
    ("Most candidates left.", "share", 50, None),
    ("The majority of boats sank.", "share", 50, None),
    ("No one came.", "count", 0, 0),
    ("Both boats sank.", "count", 2, 2),
    ("None of the boats sank.", "count", 0, 0),
    ("Not one boat sank.", "count", 0, 0),
    ("Not a single boat sank.", "count", 0, 0),
    ("No civilians were hurt.", "count", 0, 0),
    ("They saw sales doubling.", "measure", 2, 2),
]


@pytest.mark.parametrize(("text", "kind", "low", "high"), WORDED)
def test_an_amount_without_a_number_word_is_worded(
    text: str, kind: str, low: int | None, high: int | None
) -> None:
    (amount,) = read(text)[0]
    assert (amount.worded, amount.kind, amount.low, amount.high) == (True, kind, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "The most important boat sank.",
        "It is both red and blue.",
        "They had no plans.",
        "All of a sudden the boat sank.",
    ],
)
def test_other_uses_of_quantity_words_are_no_amounts(text: str) -> None:
    assert read(text) == ((), ())


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("The Greens would take 74 seats and the Alliance 68.", [74, 68]),
        (
            "The coast had 410 cases, the northern hills 265, Lower Dessa 188 and Selm 97.",
            [410, 265, 188, 97],
        ),
        ("The Greens won 12 seats, the Reds 9 and the Blues 4.", [12, 9, 4]),
        ("The Greens would have 52 seats in the new house, down from 63, and the Reds 41.", [52, 63, 41]),
        ("A poll gave the Greens 48 percent and the Reds 37.", [48, 37]),
        ("The Blues have 192, the Reds 64 and the Greens 63.", [192, 64, 63]),
        ("It would give the Greens 311 of 630 seats.", [311, 630]),
        ("In Selm 92 people were killed, in Orrin 61 and in Holm 44.", [92, 61, 44]),
        (
            "In Selm district 92 people were killed, in Orrin district 61 and in Holm district 44.",
            [92, 61, 44],
        ),
        ("The firm sold 300 cars in May and Orel 210, the union said.", [300, 210]),
        ("Orel flies 40 jets and the Boeing 747 to Lagos.", [40]),
        ("The delegate count is Jo Bell 384, Sen. Ann Orr 300, Stone 151, and Kay 37.", [384, 300, 151, 37]),
    ],
)
def test_a_number_behind_a_name_is_of_it_where_verb_and_noun_are_said_once(
    text: str, sizes: list[int]
) -> None:
    assert [amount.low for amount in amounts(text)] == sizes


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("He saw Ann, a third-year law student.", "a third-year", "rank"),
        ("We read in 2 Timothy of it.", "2", "name"),
        ("UPDATE: 5/12 — The club has closed.", "5/12", "date"),
        ("They run a 501 c3 group.", "501 c3", "name"),
        ("They are all-in-one shops.", "one", "idiom"),
        ("The house doubles as an office.", "doubles as an", "idiom"),
        ("He beat a one-time rival there.", "one-time", "idiom"),
        ("She was the only one of those held to speak.", "one", "pronoun"),
    ],
)
def test_words_of_number_that_count_nothing_are_left_out(text: str, number: str, why: str) -> None:
    found, skipped = read(text)
    assert not found
    assert [(one.span.text, one.why) for one in skipped] == [(number, why)]


@pytest.mark.parametrize(
    "text", ["The minority leader spoke.", "The majority whip left.", "He stayed all of an hour."]
)
def test_a_side_of_a_house_and_an_emphasis_are_no_shares(text: str) -> None:
    assert not [amount for amount in read(text)[0] if amount.kind == "share"]
