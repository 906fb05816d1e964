"""A rate with a name is held against the counts that make it, wherever in the reports these are told."""

from __future__ import annotations

import pytest
from checked import found

import addup

CLASHES = {
    "ballots of those entitled": (
        "Some 74,000 people were entitled to vote in Selm. The office counted 28,100 ballot papers on Sunday "
        "night, 310 of them blank. That put the turnout at {} percent, it said.",
        "57",
        "38",
    ),
    "those of the voters who voted": (
        "Holm has 48,000 registered voters, of whom 19,200 cast a ballot. Turnout was {} percent, the city "
        "said. The vote is binding because more than a quarter of those entitled took part.",
        "61",
        "40",
    ),
    "a ballot of a union": (
        "The union represents 9,400 nurses. A total of 3,150 of them returned a ballot, it said, a turnout "
        "of {} percent. The hospitals offered 4 percent more pay.",
        "68",
        "34",
    ),
    "both sides of a referendum": (
        "There are 186,000 eligible voters in Brennick. The city clerk said 61,400 people voted in favour of "
        "the park on Sunday and 38,900 against. Participation reached {} percent.",
        "81",
        "54",
    ),
    "a share that names no rate": (
        "About 2.1 million people are on the electoral roll in Orrin. The commission said {} percent of "
        "registered voters cast ballots. It counted 840,000 ballots on Sunday night, it said.",
        "63",
        "40",
    ),
    "people out of work": (
        "The jobless rate stood at {} percent of the labour force in April-June, against 6.1 percent before, "
        "seasonally unadjusted data showed. The number of people out of work and looking for a job came to "
        "338,000. The labour force, which counts everyone in work or seeking it, was put at 5.2 million.",
        "9.4",
        "6.5",
    ),
    "unemployed of a workforce": (
        "Joblessness in Holm came to {} percent in January, the office said. It counted 46,000 unemployed in "
        "a workforce of 720,000, and 9,100 vacancies.",
        "11.2",
        "6.4",
    ),
}
SILENT = {
    "at noon": "Orrin has 186,000 eligible voters. By noon 31,000 people had voted. Turnout was 71 percent.",
    "one district": (
        "Orrin has 186,000 eligible voters and 72,000 of them voted, the board said. In the district of Velm "
        "turnout was 61 percent."
    ),
    "the vote before": (
        "Orrin has 186,000 eligible voters and 72,000 of them voted on Sunday. At the previous election "
        "turnout was 61 percent."
    ),
    "votes of one candidate": (
        "Orrin has 186,000 eligible voters. Turnout was 61 percent. Of these 52,000 voted for Mayor Ida "
        "Brandt."
    ),
    "votes of two candidates": (
        "Orrin has 186,000 eligible voters. Turnout was 61 percent. Some 39,000 voted for Mayor Ida Brandt "
        "and "
        "22,000 for Jon Ferrel, with three others behind them."
    ),
    "the young out of work": (
        "The jobless rate was 9.4 percent. There were 58,000 young people out of work in a labour force of "
        "5.2 million."
    ),
    "women's rate": (
        "Among women the jobless rate was 9.4 percent. The number of people out of work was 338,000 in a "
        "labour "
        "force of 5.2 million."
    ),
    "who became unemployed": (
        "The jobless rate rose to 6.4 percent. The number of unemployed climbed by 2,300 to 46,000. Holm "
        "has a "
        "workforce of 720,000."
    ),
    "a quorum": (
        "The referendum needed a turnout of at least 50 percent. Orrin has 186,000 eligible voters; 72,000 "
        "of "
        "them cast a ballot."
    ),
}


@pytest.mark.parametrize(("text", "clashing", "right"), CLASHES.values(), ids=CLASHES)
def test_counts_far_from_the_rate_are_told_with_both(text: str, clashing: str, right: str) -> None:
    (one,) = found(text.format(clashing), published="2025-05-12")
    assert f"“{clashing} percent" in one.text
    assert len(one.evidence) > 2
    assert not found(text.format(right), published="2025-05-12")


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_counts_of_others_or_of_another_time_are_not_held_against_a_rate(text: str) -> None:
    assert not found(text, published="2025-05-12")


@pytest.mark.parametrize(("turnout", "clashes"), [("71", True), ("39", False)])
def test_voters_are_told_before_a_vote_and_ballots_after_it(turnout: str, clashes: bool) -> None:
    before = (
        "Orrin votes\n\nVoting began at dawn on Sunday in Orrin, where 3.1 million people are on the "
        "electoral roll. President Amadou Keli is expected to win."
    )
    after = (
        "Keli wins in Orrin\n\nPresident Amadou Keli has won a second term. Of the 1.2 million voters who "
        "went to "
        f"the polls in Orrin on Sunday, 58 percent chose Keli. Turnout was given as {turnout} percent."
    )
    days = {before: "2025-09-14", after: "2025-09-16"}
    readings = [addup.read(text, published=day) for text, day in days.items()]
    result = addup.check(addup.series(readings))
    assert (result.status == "tension") == clashes
