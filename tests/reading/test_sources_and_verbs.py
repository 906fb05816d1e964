"""Which verbs and nouns report, and which only tell of an act."""

from __future__ import annotations

import pytest
from finders import figures, source_of


def test_who_found_something_reports_nothing() -> None:
    text = "Police found 40 rifles on Sunday in a shed in Dunlow."
    assert figures(text)["40"].source is None


def test_percentage_points_say_nothing() -> None:
    found = figures(
        "Among the 578 voters surveyed, the margin of error is plus or minus 4.1 percentage points."
    )
    assert found["578"].source is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Orel Corp. declared a 10% stock dividend, payable Dec. 15.", "10"),
        ("Republicans are confirming judges at the slowest pace in more than 50 years.", "50"),
        ("Jack Bell, the chief executive, posted just two words on his network.", "two"),
        ("Orel Corp. recorded an additional $20 million in loan loss reserves.", "20 million"),
    ],
)
def test_acts_are_no_reports(text: str, number: str) -> None:
    assert figures(text)[number].source is None


def test_a_firm_reports_its_results_by_posting_them() -> None:
    source = figures("Despite a strike, Orel Corp. posted a 20% gain in income.")["20"].source
    assert source is not None
    assert source.text == "Orel Corp."


@pytest.mark.parametrize(
    "text",
    [
        '"Crime fell by half," Bell said at a rally, 40 hours after he landed.',
        "In her 40-page report, Bell said that half of them had died.",
        "In 40 sections, Bell wrote that half of them had died.",
    ],
)
def test_where_and_when_somebody_spoke_the_outlet_tells(text: str) -> None:
    assert source_of(text, "40") is None
    assert source_of(text, "half") == "Bell"


def test_a_statement_has_one_thing_to_say() -> None:
    text = "A statement said that 40 ships had left. The port has 15 berths."
    assert source_of(text, "15") is None


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("A group led by its directors indicated it had a stake of 45% in Selm Foods.", "45", "A group"),
        ("The weather indicated that 40 men would stay.", "40", None),
        ("Bell pledged that she would hire 40 teachers.", "40", "Bell"),
        ("Bell promised to meet them after they voted 40-30.", "40", None),
        ("Investigators determined that 40 ships had left.", "40", "Investigators"),
        ("Orel Corp.'s announcement of a $40 million loss came late.", "40 million", "Orel Corp."),
        ("The 40 men that Orel Corp. said would be laid off met.", "40", "Orel Corp."),
        ("The 40 men that Orel Corp. said it would hire met.", "40", None),
    ],
)
def test_verbs_of_promising_and_finding_out_report_with_a_clause(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ('After a two-hour meeting, Bell said, "I have no plan."', "two", None),
        ("In the past two years, the ministry said, 40 have left.", "two", "the ministry"),
        ("Bell wrote to his 20,000 followers that it was over.", "20,000", None),
        ("Orel Corp. said it would take two months, but it was done in one month.", "one", None),
        ("Orel Corp. said it would take two months, but that one would do.", "two", "Orel Corp."),
        ("Over the past two weeks, prosecutors charged the officer with theft.", "two", None),
        ("Prosecutors charged that the officer stole 40 rifles.", "40", "Prosecutors"),
        ("Bell took down Stone, claiming 41 percent of the vote to her 33.", "41", None),
    ],
)
def test_when_and_to_whom_somebody_spoke_and_what_was_done_nobody_said(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("All told, the group, whose members met last week, raised $4 million.", "4 million", None),
        ("Bell, whose plan to announce the support of 40 priests failed, left.", "40", None),
        ("Sales projected to rise to $40 million will pay for it.", "40 million", None),
        ("Orel Corp. projected that sales would rise to $40 million.", "40 million", "Orel Corp."),
        ("The account adds a voice to the debate, which even three years later goes on.", "three", None),
        ("Bell trailed the 74-year-old senator in national polling averages.", "74", None),
        ("Ada Stone spoke. Stone aides told the Herald that 40 had come.", "40", "Stone aides"),
        (
            "The Labor Department said jobs rose by 255,000. That number follows 290,000 in May.",
            "290,000",
            "The Labor Department",
        ),
        ("The bureau said 40 men work. In total, 90 do not.", "90", "The bureau"),
        ("The bureau said 40 men work. That firm has 90.", "90", None),
    ],
)
def test_verbs_and_polls_that_report_nothing_and_sentences_that_go_on(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Lee Stone wrote a check of $40,000 to the group.", "40,000"),
        ("Lee Stone tweeted a photo of 14 boats alongside nine dogs.", "14"),
        ("Lee Stone tweeted a photo of 14 boats alongside nine dogs.", "nine"),
        ("Lee Stone wrote two letters to the governor in May.", "two"),
        ("Lee Stone spoke down the street from a mill where 48 workers had gathered.", "48"),
        ("Lee Stone said after 68 hours of talks that he would go.", "68"),
        ("Lee Stone wrote in the description of the 67-foot boat that he plans to sell it.", "67"),
    ],
)
def test_what_somebody_writes_or_where_they_speak_is_nothing_they_say(text: str, number: str) -> None:
    assert figures(text)[number].source is None


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("Researchers at Kisumu University found that mice lived 40 percent longer.", "40", "Researchers"),
        ("The study's authors found that 40 ponds were dry.", "40", "The study's authors"),
        ("A parliamentary inquiry found 40 ships had been sold.", "40", "A parliamentary inquiry"),
        ("An investigation by the Selm Herald found 40 such cases.", "40", "the Selm Herald"),
        ("Researchers found a 40 percent drop in visits.", "40", "Researchers"),
        ("Police found 12 people living in the mill.", "12", None),
        ("Rescuers found 12 sailors dead.", "12", None),
        ("Satellite images show that 40 ships have left.", "40", "Satellite images"),
        ("One slide shows that eight of 10 pears come from Selm.", "eight of 10", "One slide"),
        ("Court filings show the firm owes $40 million.", "40 million", "Court filings"),
        ("The latest figures from the ministry show 61 deaths.", "61", "the ministry"),
        ("Shares fell after a report that the bank had lost $40 million.", "40 million", "a report"),
        ("As reported in the Selm Herald, 40 wells are dry.", "40", "the Selm Herald"),
        ("About 300 schools have closed, figures obtained by the Herald show.", "300", "the Herald"),
        ("By the ministry's count, 61 sailors have died.", "61", "the ministry"),
        ("Up to 4,000 people, by the Red Cross's estimate, have no water.", "4,000", "the Red Cross"),
        ("The war has killed 4,000 people, by one estimate.", "4,000", "one estimate"),
        ("By Monday's count, 61 sailors had died.", "61", None),
        ("By this measure, 61 families are poor.", "61", None),
        ("The bank's forecast of 4 percent growth is too high.", "4", "The bank"),
        ("The governor's estimate that it will cost $40 million is too low.", "40 million", "The governor"),
        ("The fund kept its forecast for growth at 4 percent.", "4", "The fund"),
        ("The bank cut its growth forecast by 0.4 points to 3.2 percent.", "0.4", "The bank"),
        ("The fund sees growth of 4 percent next year.", "4", "The fund"),
        ("The clinic saw growth of 4 percent last year.", "4", None),
        ("The paper doubted Vale's claim that there had been 40 thefts.", "40", "Vale"),
    ],
)
def test_what_is_found_counted_or_forecast_is_of_whoever_did_so(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("The commission forecast that prices would rise 4 percent.", "4", "The commission"),
        ("The bank cut its rate in May and forecast that prices would rise 4 percent.", "4", "The bank"),
        (
            "The toll has risen to 61, the health ministry said, with 12 sailors still missing.",
            "61",
            "the health ministry",
        ),
        ("Shares in Orel, which said on Monday it would cut 300 jobs, fell.", "300", "Orel"),
        (
            "The price is $4 billion, people familiar with the talks said.",
            "4 billion",
            "people familiar with the talks",
        ),
        ("Preliminary results gave Vale 61 percent of the vote.", "61", "Preliminary results"),
        ("The mayor posted on Facebook that 40 houses were lost.", "40", "The mayor"),
        ("The firm posted 40 guards at the gate.", "40", None),
    ],
)
def test_who_tells_is_found_beside_verbs_that_are_like_nouns(text: str, number: str, whose: str) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("In 12 years, the mayor said, the town had lost its port.", "12", "the mayor"),
        ("After the storm sank 40 boats, Ventner said, most of the crews left.", "40", "Ventner"),
        ("After a talk of 40 minutes, Ventner said that most of the crews had left.", "40", None),
        ('Asked about the 40 boats, Ventner said, "They sank."', "40", None),
        ("After 40 days, the mayor, who said little, left.", "40", None),
        ("The port will lose 40 boats, some skippers now think.", "40", "some skippers"),
        ("The loss of 40 boats was due to the ice, Ventner surmised.", "40", "Ventner"),
        ("An aide clarified that 40 boats had been sold.", "40", "An aide"),
        ("As Rosa Ventner documented, 40 boats sank in May.", "40", "Rosa Ventner"),
        ("As the mayor put 40 boats to sea, it rained.", "40", None),
        ("By most accounts, 40 boats sank.", "40", "most accounts"),
        ("The court relied on Ruiz's testimony of 40 thefts.", "40", "Ruiz"),
        (
            "Ventner has said he owns boats. His estimates ranged from 30 to 40 boats.",
            "30 to 40",
            "Ventner",
        ),
        ("Traders see the odds of a strike at 60 percent.", "60", "Traders"),
        ("Tourists saw 40 boats in the bay.", "40", None),
        ("Two lawsuits have accused the port of selling 40 faulty boats.", "40", "Two lawsuits"),
        ("The coroner's office identified the skipper as Rosa Ventner, 32.", "32", "The coroner's office"),
        ("The review of the books identified 40 errors.", "40", "The review"),
        ("Skippers who identify as fishers own 40 boats.", "40", None),
    ],
)
def test_who_tells_is_found_by_more_verbs_and_nouns_and_before_a_report_between_commas(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        (
            "The port will lose $40 million next year, the budget office projects.",
            "40 million",
            "the budget office",
        ),
        ("Some 40 boats sank last week, the Herald reports.", "40", "the Herald"),
        ("The local union counters that 40 boats would go.", "40", "The local union"),
        ("The port had 40 boats, two docks and the union reports.", "40", None),
        ("There were 40 homes, and two state projects.", "40", None),
    ],
)
def test_a_report_whose_verb_is_written_like_a_plural_is_one(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("The claim by the rebels that they shot down 12 planes could not be verified.", "12", "the rebels"),
        (
            "Warnings from the agency that 2 million people could starve went unheeded.",
            "2 million",
            "the agency",
        ),
        ("The rebels' claim to have killed 50 soldiers was not confirmed.", "50", "The rebels"),
        ("The mayor's contention that crime is down 9 percent is disputed.", "9", "The mayor"),
        ("The lawyer questioned the police claim that 15 shots were fired.", "15", "police"),
        ("Police played down claims by organisers that 4,000 had marched.", "4,000", "organisers"),
        ("Claims by organisers that were rejected cost 40 jobs.", "40", None),
        ("The ministry's figure of 61 dead did not include soldiers.", "61", "The ministry"),
        ("The army's figures of 12 dead and 40 wounded were not confirmed.", "40", "The army"),
        ("The fans cheered Orla Penk's tally of 12 goals.", "12", None),
        ("At the ministry's last count, 97 people were missing.", "97", "the ministry"),
        (
            "In the opinion of most analysts, the mine is worth at least $30 million.",
            "30 million",
            "most analysts",
        ),
        ("The view of most economists is that growth will reach 2 percent.", "2", "most economists"),
        ("The minister dismissed reports that 200 people had died.", "200", "reports"),
    ],
)
def test_what_a_noun_of_claiming_tells_is_of_whoever_claims_it(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("He is believed by investigators to have stolen $7 million.", "7 million", "investigators"),
        (
            "The haul is estimated by customs officers to be worth $3 million.",
            "3 million",
            "customs officers",
        ),
        ("The barn, valued by experts at $30 million, burned down.", "30 million", "experts"),
        ("He was accused by prosecutors of taking $40,000.", "40,000", "prosecutors"),
        ("The minister was told by aides that 12 men had died.", "12", "aides"),
        ("The toll was put at 60 by officials and 90 by residents.", "60", "officials"),
        ("The toll was put at 60 by officials and 90 by residents.", "90", "residents"),
        ("Of the new cases 61 were reported by Lisbon, 39 by Porto and 14 by Faro.", "39", None),
    ],
)
def test_what_is_put_believed_or_told_by_somebody_is_theirs(text: str, number: str, whose: str) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    "text",
    [
        "The senator is expected to announce 40 grants.",
        "The bank is likely to report a loss of 40 million euros.",
        "Neither side has confirmed that 40 trucks were sold.",
    ],
)
def test_who_is_only_held_likely_to_report_says_nothing(text: str) -> None:
    assert source_of(text, "40 million" if "million" in text else "40") is None


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("The ministry recorded 90 cases, while charities say 400.", "90", "The ministry"),
        ("The ministry recorded 90 cases, while charities say 400.", "400", "charities"),
        ("He told the court he had paid $900 for the gun.", "900", "He"),
        ("The jury found that he stole $9 million.", "9 million", "The jury"),
        ("Tests showed nine wells were fouled.", "nine", "Tests"),
    ],
)
def test_who_says_so_many_says_no_more_than_that(text: str, number: str, whose: str) -> None:
    assert source_of(text, number) == whose
