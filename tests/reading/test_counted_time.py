"""What a length of time or an age is of."""

import pytest
from finders import HeadOf


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Over the past six months, the firm has cut the dose.", "six", "dose"),
        ("Rents have soared in the last two years.", "two", "rent"),
        ("The mill burnt down three years ago.", "three", "time"),
        ("Shares of the mill hit a five-year low.", "five", "low"),
        ("For the nine months ended March 31, the mill had a loss.", "nine", "period"),
        ("The guards kept the secret for 20 years.", "20", "secret"),
        ("Moore has slept for six hours.", "six", "time"),
        ("The trial will take two weeks.", "two", "trial"),
        ("He got into a quarrel with the mayor over the past four days.", "four", "time"),
        ("The north has been at war for 20 years.", "20", "war"),
    ],
)
def test_a_duration_is_of_what_lasts_or_else_of_time(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The army said that it had told the family of Moore, 37 years old when he died.", "37", "Moore"),
        ("My father began his studies in Leeds at age 16.", "16", "father"),
        ("The judge ruled that 17-year-olds may vote.", "17", "person"),
        ("The ban comes after an 18-year-old who arrived from Selm fell ill.", "18", "person"),
        ("In Selm, 61-year-old Karl Bell told the paper of it.", "61", "Bell"),
        ("A 31-year-old New York woman fell ill.", "31", "woman"),
        ("A new survey of those 18 to 35 years old shows a split.", "18 to 35", "person"),
    ],
)
def test_an_age_is_of_the_one_it_is_said_of(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The company reported its smallest quarterly profit in 17 years.", "17", "profit"),
        ("Senators are confirming judges at the slowest pace in more than 50 years.", "50", "pace"),
        ("Tens of thousands of soldiers will surrender over the next few days.", "few", "soldier"),
        ("Sales will rise 8.5% annually through the next three years.", "three", "sale"),
        ("The Treasury's benchmark 30-year rose fractionally.", "30", "bond"),
        ("The suspect confessed after three days of questioning.", "three", "questioning"),
        ("The progress of these past eight years had shown the way.", "eight", "progress"),
        ("The next three weeks will see a rapid increase in visits.", "three", "increase"),
        ("The past three years have been hard.", "three", "time"),
    ],
)
def test_a_duration_is_of_what_goes_on_or_is_the_best_in_it(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("Marshall is 63 years old and has a record of 20 cases.", "63", "Marshall"),
        ("Anna Moore, who led 3 firms, died on Monday. She was 92.", "92", "Moore"),
        ('Anna Moore led 3 firms. "Go home," said the 46-year-old.', "46", "Moore"),
    ],
)
def test_an_age_is_of_the_person_that_a_pronoun_or_the_age_itself_stands_for(
    head_of: HeadOf, text: str, number: str, name: str
) -> None:
    assert head_of(text, number) == name


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The bonds would be redeemed in five years.", "five", "bond"),
        ("The answer is coming up in three minutes.", "three", "answer"),
        ("The firm will save the mill in five years.", "five", "time"),
        ("The firm hopes to find its cargo within two weeks.", "two", "time"),
    ],
)
def test_a_length_of_time_is_of_what_happens_in_it_but_not_of_what_is_done(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Moore, who served on the council for 14 years, retired.", "14", "time"),
        ("She met the mayor of Selm, the town she represented for eight years.", "eight", "time"),
        ("The officer had trained for ten months.", "ten", "time"),
        ("In the last few days, union leaders insisted on a vote.", "few", "time"),
        ("The strike lasted three days.", "three", "strike"),
        ("The guards held 40 hostages for six days.", "six", "hostage"),
    ],
)
def test_what_people_do_for_so_long_is_of_time(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The meeting, which was more than three hours long, ended without a vote.", "three", "meeting"),
        ("The film is 90 minutes long.", "90", "film"),
        ("Fog delayed the launch by several hours.", "several", "launch"),
        ("The fee will be reviewed every three years.", "three", "fee"),
        ("Officials call every 15 minutes.", "15", "time"),
        ("It was the first strike in 12 years.", "12", "strike"),
        ("For the first time in 12 years, the mill closed.", "12", "time"),
        ("He hopes to clear the site within the next two weeks.", "two", "site"),
        ("Those who return the boots within the first two weeks are paid.", "two", "time"),
        ("There has been a lot of talk in the last four weeks.", "four", "talk"),
        ("She was jailed for three years, with six months suspended.", "six", "sentence"),
        ("He spent two years in Selm, including three months in hospital.", "three", "time"),
    ],
)
def test_a_length_is_of_what_is_so_long_put_off_or_done_so_often(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Children as young as seven work in the mines.", "seven", "child"),
        ("Mothers younger than 20 are at risk.", "20", "mother"),
        ("Drivers younger than 25 pay more.", "25", "driver"),
        ("The median age of the patients was 47.", "47", "patient"),
        ("The average age of nurses in the county is 51.", "51", "nurse"),
        ("Prosecutors had asked for 10 years.", "10", "sentence"),
        ("The prosecutor sought 12 years in prison.", "12", "sentence"),
    ],
)
def test_ages_held_against_others_are_of_people_and_what_prosecutors_ask_for_is_a_sentence(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head
