"""Whose a figure is where its sentence has the words for it apart, or late."""

from __future__ import annotations

import pytest
from finders import figures, source_of


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Bell also said the company expects sales to rise 8.5%.", "Bell"),
        ("Orel Co. expects margins of 8.5% next year, top officers told analysts here.", "top officers"),
        ("A fund disclosed a stake of 8.5% in the firm, according to Jo Bell, its treasurer.", "Jo Bell"),
    ],
)
def test_what_others_expect_or_make_known_is_credited_to_who_tells_of_it(text: str, source: str) -> None:
    found = figures(text)["8.5"].source
    assert found is not None
    assert found.text == source


def test_a_sentence_may_end_in_its_source() -> None:
    found = figures("More than 40 percent of that money arrived in May alone, new fundraising reports show.")[
        "40"
    ]
    assert found.source is not None
    assert found.source.text == "new fundraising reports"


def test_two_sides_that_are_known_speak_like_one() -> None:
    found = figures("Orel Co. is making a bid of $7.40 a share for Minster Pumps, the two sides said.")[
        "7.40"
    ]
    assert found.source is not None
    assert found.source.text == "the two sides"


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("They asked the harbour office, which reported 250 arrivals in May.", "250", "the harbour office"),
        ("The mayor, who said 40 houses had burned, left for Kisumu.", "40", "The mayor"),
        ("Despite problems in its paper business, Orel Corp. posted a 20% gain.", "20", "Orel Corp."),
        ("The judge ruled that 17-year-olds may vote.", "17", "The judge"),
        ("The mayor blamed delays of 30 days on rain.", "30", "The mayor"),
        ("Orel Co. proposed to pay $30 a share.", "30", "Orel Co."),
        ("Ridge Inc. said that Orel Co. has proposed to pay $30 a share.", "30", "Ridge Inc."),
        ("The rain cost 40 lives, according to data released by state police.", "40", "state police"),
    ],
)
def test_who_speaks_is_found_in_every_form_of_a_report(text: str, number: str, source: str) -> None:
    found = figures(text)[number].source
    assert found is not None
    assert found.text == source


def test_what_a_participle_behind_a_comma_says_is_said_by_the_subject_and_not_by_the_object() -> None:
    found = figures(
        "The governor lowered the death toll to 39, saying that four of them had been counted twice."
    )
    source = found["four"].source
    assert source is not None
    assert source.text == "The governor"


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        (
            "Orel reported earnings of $8.42 a share, above the $8.04 that analysts expected.",
            "8.04",
            "analysts",
        ),
        (
            "The bureau said the economy added 358,000 jobs, far above the 235,000 forecast by economists.",
            "235,000",
            "economists",
        ),
        ("The polling average shows the mayor ahead by 3.7 points.", "3.7", "The polling average"),
    ],
)
def test_an_amount_is_theirs_who_expected_it_or_whose_average_it_is(
    text: str, number: str, source: str
) -> None:
    found = figures(text)[number]
    assert found.source is not None
    assert found.source.text == source


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('"We will go on to the end," he told 2,267 people in the hall.', "2,267"),
        ("In all, the bombings in Kenya claimed at least 217 lives.", "217"),
        ("Analysts had expected Orel to post a slim profit, and its stock was down 25 cents.", "25"),
        ('The 34-year-old mother of three replied, "It is well meant."', "three"),
        ("More came on Sunday. That put turnout at 41 percent of those on the register.", "41"),
        ("The turnstiles counted 6,120 people on Monday.", "6,120"),
    ],
)
def test_who_speaks_or_is_spoken_to_is_counted_by_the_outlet(text: str, number: str) -> None:
    assert figures(text)[number].source is None


def test_according_to_covers_what_follows_however_the_parser_joins_it() -> None:
    found = figures(
        "According to exit polls, Stone had a ten-point lead among farmers. "
        "According to May's Valley Herald polling, half of her support (57 percent) comes from women."
    )
    assert found["ten"].source is not None
    assert found["ten"].source.text.endswith("polls")
    for number in ("half", "57"):
        source = found[number].source
        assert source is not None
        assert source.text == "May's Valley Herald polling"


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        (
            "The town had 115 thefts, according to the latest data available from the Harbour Office.",
            "115",
            "the Harbour Office",
        ),
        (
            "According to a poll from Ridge University broadcast on Radio Kisumu, Bell has 48 percent.",
            "48",
            "Ridge University",
        ),
        (
            "About 70% of the spots are gone, tallies by Kilda Group show.",
            "70",
            "Kilda Group",
        ),
    ],
)
def test_who_stands_behind_numbers_is_their_source(text: str, number: str, whose: str) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The Menlo Park, Calif., company said it lost $40 million.", "The Menlo Park, Calif., company"),
        (
            "Orel Inc. said it hired a bank to assist in finding buyers and reported a loss of $40 million.",
            "Orel Inc.",
        ),
        ("Orel Inc. expects to report a loss of $40 million, Jo Bell, chairman, said.", "Jo Bell"),
        ("Orel Inc. expects to report a loss of $40 million.", "Orel Inc."),
        ('"We are lost," Bell said.\n\n"They took $40 million from us."\n\nThen he left.', "Bell"),
    ],
)
def test_who_speaks_is_found_where_a_place_a_title_or_a_paragraph_stands_between(
    text: str, whose: str
) -> None:
    assert source_of(text, "40 million") == whose


def test_according_to_covers_its_sentence_where_a_parser_makes_its_noun_the_root() -> None:
    text = (
        "Militia raids and mortar fire after the blast killed 38 Kisumans in towns near Lake Orel, according "
        "to Sana reports, which could not be immediately confirmed."
    )
    assert source_of(text, "38") == "Sana"


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("Three aid groups have paid, they told the paper.", "Three", "Three aid groups"),
        ("Residents said the base burned. They counted six raids.", "six", "Residents"),
        ("Sailors at Ridge College read 30 maps. They found that 6 ships were lost.", "6", "Sailors"),
        ("The mayor told parliament the deficit would narrow to 6 percent.", "6", "The mayor"),
        ('"It is good," Ana Bell said, adding that 6 ships would come.', "6", "Ana Bell"),
        ("The court heard that Bell had moved 212 crates.", "212", "The court"),
        ("Bell moved 212 crates, the jury was told.", "212", "the jury"),
        ("The hearing took 3 days. The court heard Bell.", "3", None),
        ("Smoke kills 40,000 a year, says a study.", "40,000", "a study"),
        ('"We lost 40 carts," Ana Bell, the mayor, told the Kisumu Herald.', "40", "Ana Bell"),
        ("Another 11 people died, Sana News reported. Seven of them were children.", "Seven", "Sana News"),
        ("Another 11 people died, Sana News reported. Seven ships sank.", "Seven", None),
        (
            "Shares in Orel fell after the builder reported a loss and said it would cut 340 jobs.",
            "340",
            "the builder",
        ),
        (
            "Two had been shot, a police officer who asked not to be named told the paper.",
            "Two",
            "a police officer",
        ),
        (
            'Colonel Jan Orr said 26 died.\n\nA spokesman for them denied it. "We lost 9 men," he said.',
            "9",
            "A spokesman",
        ),
        (
            'Colonel Jan Orr said 26 died.\n\nA spokeswoman for them denied it. "We lost 9 men," he said.',
            "9",
            "Jan Orr",
        ),
        (
            "Ana Bell said it was wrong. She told a rally of 15,000 in Selm that 640 posts were vacant.",
            "640",
            "Ana Bell",
        ),
        (
            "About 820 people who hold a passport of Selm live abroad, the office estimates, half in Orel.",
            "820",
            "the office",
        ),
        (
            "Ana Bell said the town might be 200 people smaller, as many men were counted by relatives.",
            "200",
            "Ana Bell",
        ),
        (
            "It sank with 40 men on board, an official who spoke on condition of anonymity said.",
            "40",
            "an official",
        ),
        (
            "A bomb killed 23 people and wounded 67, police and hospital officials said.",
            "67",
            "police and hospital officials",
        ),
        (
            "Profit was $412 million, above a forecast of $380 million in an Orel Bank poll.",
            "412 million",
            None,
        ),
        (
            "Profit was $412 million, above a forecast of $380 million in an Orel Bank poll.",
            "380 million",
            "Orel Bank poll",
        ),
        ("Prices rose 3.1 percent, above the 2.9 percent expected in an Orel Bank poll.", "3.1", None),
        (
            "The other 43 people sustained minor injuries, said a press officer at Selm.",
            "43",
            "a press officer",
        ),
        (
            "Six died, local officials and police said. Two were soldiers, they said.",
            "Two",
            "local officials and police",
        ),
        (
            "Output rose at a 1.4 percent rate instead of the previously reported 1.0 percent pace.",
            "1.0",
            None,
        ),
        (
            "The rate fell to 5 percent in October as employers added 41,000 jobs, government data showed.",
            "41,000",
            "government data",
        ),
        (
            "It sent 12,000 people into Orel, residents and aid workers said.",
            "12,000",
            "residents and aid workers",
        ),
        ("The deal, announced on Friday, would last four years.", "four", None),
        ("Their smiles said a lot as 75 people came.", "75", None),
    ],
)
def test_speakers_that_stand_elsewhere_or_are_called_they(text: str, number: str, whose: str | None) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("The yard employs, according to the union, 400 people.", "400", "the union"),
        ("According to the clerk, Jo Bell, 40 ships came.", "40", "Jo Bell"),
        ("Hill's close friends have in the past said she had 20 boats.", "20", "Hill's close friends"),
        ("Pointing to one change at the yard, Hill noted that it had three cranes.", "one", "Hill"),
        ('"We lost 40 boats. It was bad," the letter read.', "40", "the letter"),
        (
            "Based on the statement released by the yard, Hill has met Stone four times.",
            "four",
            "the statement",
        ),
        ("Based on a novel, the film took $40.", "40", None),
        ("Based on the current number of shares, the deal has a value of $40.", "40", None),
        ('"Who are they?" Hill said of Orel in May, when the firm shut a dock used by 40 ships.', "40", None),
        ("Dunlow boasted only 12 lamps in 2012.", "12", None),
        (
            "The plan would have Hill pull in an average of $20 a month during the next five years.",
            "five",
            None,
        ),
        ("The bank expects growth to slow. Prices are forecast to rise by 4 percent.", "4", "The bank"),
        ("The ministry said 40 people had died. Rain of 12 millimetres is expected to fall.", "12", None),
        (
            "The agency raised the death toll to 267. The number of injured stands at 387.",
            "387",
            "The agency",
        ),
        ("The agency raised the death toll to 267. The number of tents stands at 387.", "387", None),
    ],
)
def test_who_speaks_is_found_where_words_part_them_and_only_there(
    text: str, number: str, source: str | None
) -> None:
    found = figures(text)[number].source
    assert (found and found.text) == source


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("Police said 4,000 people marched; organisers claimed 12,000.", "12,000", "organisers"),
        ("The storm has claimed 40.", "40", None),
        ("Police put the crowd at 4,000 and organisers at 12,000.", "4,000", "Police"),
        ("Police put the crowd at 4,000 and organisers at 12,000.", "12,000", "organisers"),
        ("Some 4,000 marched, according to police, or 9,000 according to the union.", "4,000", "police"),
        ("Some 4,000 marched, according to police, or 9,000 according to the union.", "9,000", "the union"),
        ("According to the ministry, some 300 men, 40 of them sailors, fled.", "300", "the ministry"),
        ("According to the ministry, some 300 men, 40 of them sailors, fled.", "40", "the ministry"),
        ("Turnout was estimated by officials at about 40 percent.", "40", "officials"),
        ("Forty sailors were confirmed dead by the ministry.", "Forty", "the ministry"),
        ("One of the officials said 12 were hurt.", "12", "One of the officials"),
        ("He paid half of the $40 million the firm says it lost.", "40 million", "the firm"),
        ("The union says Vale will announce a plan for 40 ports.", "40", "The union"),
        ("Vale announced the plan at a rally attended by 4,000 sailors.", "4,000", None),
        ("In one tweet, Vale said the port would close.", "one", None),
        ("Two weeks after the fire, the ministry said the port would close.", "Two", None),
    ],
)
def test_each_of_several_who_tell_has_its_own_number(text: str, number: str, whose: str | None) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("In a paper in Science, Orr and colleagues report that the ice is 40 metres thick.", "40", "Orr"),
        (
            "SELM, Malta, Nov. 15, 2015 /PRNewswire/ -- Orel Inc. today announced that it has 40 shops.",
            "40",
            "Orel Inc.",
        ),
        ("Per the ministry, 61 sailors have died.", "61", "the ministry"),
        ("Sixty sailors have died, as per the ministry.", "Sixty", "the ministry"),
        ("They pay $40 per the hour.", "40", None),
        ("Two survivors said 61 sailors were aboard.", "61", "Two survivors"),
        ("Two survivors, who asked not to be named, put the toll at 61.", "61", "Two survivors"),
        ("The mayor declined to confirm that 40 had died.", "40", None),
        ("The mayor declined to comment on the 12 arrests.", "12", None),
        ("The army rejected the rebels' claim that 12 soldiers died.", "12", "the rebels"),
        ("Orel announced a strike after 12 days.", "12", None),
        ("According to Orel Aid, 400 need food; UNICEF estimates that 60 are children.", "60", "UNICEF"),
        ("Some 300 homes were reported destroyed by local authorities.", "300", "local authorities"),
    ],
)
def test_who_tells_is_found_behind_openings_and_not_where_it_is_withheld(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose
