"""The least number of people killed, captured and injured that a report makes certain."""

from datetime import date

import pytest

from addup.reading.model import parse
from addup.reading.times import find_times
from addup.reading.tolls.summary import tolls
from addup.records import Tolls


def summed(text: str) -> Tolls:
    doc = parse(text)
    return tolls(doc, find_times(doc, None))


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("A gunman was killed.", 1),
        ("Soldiers killed two gunmen near the bridge.", 2),
        ("Several rebels were killed in the clash.", 3),
        ("A handful of rebels were killed in the clash.", 4),
        ("Dozens of rebels were killed in the clash.", 24),
        ("Rebels were killed in the clash.", 2),
        ("More than 40 rebels were killed in the clash.", 41),
        ("At least 40 rebels were killed in the clash.", 40),
        ("A group of rebels was killed in the clash.", 3),
        ("A rebel leader and two fighters were killed.", 3),
        ("The blast killed a driver and several passengers.", 4),
        ("The army killed four rebels, including a commander.", 4),
        ("The clash led to the deaths of 12 rebels.", 12),
        ("The flood claimed the lives of 30 people.", 30),
        ("Six miners died when the roof fell.", 6),
        ("The death toll rose to 12 on Friday.", 12),
        ("The number of deaths reached 40.", 40),
        ("The attack claimed 17 lives.", 17),
        ("Twelve people are dead after a ferry sank.", 12),
        ("A fire left three dead and 15 injured.", 3),
        ("Gunmen shot dead four policemen.", 4),
        ("A bomber killed himself and 13 worshippers.", 14),
        ("A doctor, a nurse and three patients were killed.", 5),
        ("The clash resulted in 14 rebels killed and one wounded.", 14),
        ("Helicopters fired on the camp, killing more than 30 rebels overnight.", 31),
        ("A total of eight rebels were killed in the clash.", 8),
        ("A commander and three rebels fired on the patrol and were killed.", 4),
        ("The army killed a commander and at least four other rebels in Obe district.", 5),
        ("Twenty-nine people died in the fire.", 29),
        ("A further 15 were killed on the coast.", 15),
        ("Two climbers fell to their deaths.", 2),
        ("Five men were stabbed to death.", 5),
        ("Six bodies were recovered from the river.", 6),
        ("The number of people killed in the floods has risen to 73.", 73),
        ("Rescuers worked all night, bringing the number of dead to 63.", 63),
        ("Forty migrants are known to have died. Hundreds are feared dead.", 40),
        ("Three rebels were shot and killed, and a fourth died of his wounds.", 4),
        ("A rebel was fatally shot as he tried to flee.", 1),
        ("Six children drowned on Thursday in a pond, the fire brigade said.", 6),
        ("A crash killed 17 passengers. At least 17 people died, officials said.", 17),
        ("A bomber blew himself up in a hall, killing nine worshippers.", 10),
        ("An air strike killed a rebel leader, his brother and four of his fighters.", 6),
        ("Eight hikers caught in a sudden blizzard froze to death on a ridge near Selm.", 8),
    ],
)
def test_words_commit_to_their_minimum(text: str, least: int) -> None:
    assert summed(text).killed == least


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Police arrested a smuggler on Monday.", 1),
        ("Police detained multiple suspects on Monday.", 3),
        ("Police took two suspects into custody.", 2),
        ("The raid resulted in the detention of several suspects.", 3),
        ("The patrol captured a commander along with two of his associates.", 3),
        ("The patrol captured a commander. It also detained two additional suspects.", 3),
        ("The patrol seized rifles and ammunition.", 0),
        ("The patrol captured a hilltop and two bridges.", 0),
        ("The patrol also detained one suspect and seized multiple AK-47s and rifles.", 1),
        ("A patrol arrested a senior United Front of the North (UFN) leader in the hills.", 1),
        ("A patrol arrested a Movement of the North facilitator. Six rebels were detained as well.", 7),
        ("A patrol stopped a car and detained all six occupants.", 6),
        ("Police killed one rebel and arrested another.", 1),
        ("Police shot dead two rebels and arrested five more.", 5),
        ("Police killed one rebel. Two more were captured as they fled.", 2),
        ("One rebel was killed and one captured.", 1),
        ("A patrol arrested a commander. He was detained with two other rebels.", 3),
        ("A patrol arrested a commander. One of his bodyguards was also arrested.", 2),
        ("A patrol captured a bomb maker and two other rebels.", 3),
        ("Five rebels were held for further questioning.", 5),
        ("A smuggler is in custody after a search.", 1),
        ("The fight ended with two insurgents dead, three wounded and five under arrest.", 5),
        ("Three people were caught in the crossfire.", 0),
        ("Border guards killed two smugglers and caught three others.", 3),
        ("Four rebels are being held after the raid.", 4),
        ("The manager was being held accountable.", 0),
        ("The patrol detained a commander. The trainer was detained along with three other rebels.", 4),
        ("Two rebels were killed. The third was detained.", 1),
        ("The patrol killed seven of them and took two captive.", 2),
        ("The patrol took the leader and one associate into custody.", 2),
        ("A rebel leader found hiding in a haystack was arrested together with two of his men.", 3),
    ],
)
def test_the_captured_are_people(text: str, least: int) -> None:
    assert summed(text).captured == least


@pytest.mark.parametrize(
    "text",
    [
        "No civilians were killed or injured.",
        "The patrol tried to kill the commander.",
        "The patrol searched the valley to capture a commander.",
        "The bomb could have killed dozens of people.",
        "The man is accused of killing two guards last year.",
        "The commander is responsible for an attack that killed two officers.",
        "Patrols have killed 30 rebels and detained 50 since January.",
        "The army found no evidence that guards were killed.",
        "Reports that soldiers had killed a shepherd are false.",
        "He is alleged to have arranged the bombing in May that killed nine guests.",
    ],
)
def test_what_did_not_happen_in_the_event_does_not_count(text: str) -> None:
    assert (summed(text).killed, summed(text).captured, summed(text).injured) == (0, 0, 0)


@pytest.mark.parametrize(
    "rest",
    [
        "In Dand district, Kandahar province, a patrol killed five rebels.",
        "In Ghor, a patrol killed five rebels.",
        "In a separate operation, a patrol killed five rebels.",
        "Elsewhere, a patrol killed five rebels.",
        "In the past two weeks, patrols have killed five rebels in the province.",
    ],
)
def test_what_is_told_of_another_scene_or_a_longer_time_does_not_count(rest: str) -> None:
    text = f"In Obe district, Herat province, a patrol killed two rebels on Monday. {rest}"
    assert summed(text).killed == 2


def test_what_happened_at_one_place_and_at_the_next_adds_up() -> None:
    text = (
        "A patrol detained several rebels in Herat province. At the first farm it detained a commander "
        "and two rebels. It then moved to a second farm and detained four rebels."
    )
    assert summed(text).captured == 7


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers killed three rebels in the hills. The three rebels were killed when they opened fire.",
        "Three rebels were killed in the hills. Three rebels were killed when a patrol returned fire.",
        "Soldiers killed several rebels in the hills. The rebels were killed at dawn.",
    ],
)
def test_the_same_people_told_of_twice_count_once(text: str) -> None:
    assert summed(text).killed == 3


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("At least 17 people were killed and 45 others hurt when two ferries collided.", 45),
        ("A blast killed a dozen workers and injured around 30 on Monday.", 30),
        ("The attack left four people dead and seven more wounded.", 7),
        ("Three people died, and two are in critical condition.", 2),
        ("Two guards suffered shrapnel wounds.", 2),
    ],
)
def test_the_injured_are_counted_beside_the_dead(text: str, least: int) -> None:
    assert summed(text).injured == least


def test_people_without_a_least_number_are_not_guessed() -> None:
    assert summed("Nearly 200 people were injured in the storm.").injured is None


def test_the_day_is_that_of_the_event_not_of_the_report() -> None:
    text = "HERAT, Afghanistan (June 3, 2012) - A patrol detained two smugglers in Obe district yesterday."
    assert summed(text).day == date(2012, 6, 2)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A patrol detained two smugglers in Obe district, Herat province, on Monday.", "Herat province"),
        ("In Takhar province, a patrol detained two smugglers on Monday.", "Takhar province"),
        ("A patrol detained two smugglers in Zurmat district, Paktia province.", "Paktya province"),
        ("A patrol went to a farm near Shajoy, Zabul. Two smugglers were detained.", "Zabul"),
        ("A train derailed near Selm on Friday, killing two people.", "Selm"),
        ("Shelling of Selm on Friday killed two people.", "Selm"),
        ("Five men were hanged in Selm prison.", "Selm"),
    ],
)
def test_the_place_is_the_province_of_the_event(text: str, place: str) -> None:
    assert summed(text).place == place


def test_since_beside_the_simple_past_does_not_make_a_count_of_many_events() -> None:
    text = "The blast claimed the lives of 12 people, making it the worst since 1998."
    assert summed(text).killed == 12


def test_a_sum_over_several_events_gives_way_to_the_event_that_is_told() -> None:
    text = (
        "Patrols detained more than 20 smugglers during four operations on Monday. "
        "In Takhar province, a patrol searched a farm and detained two smugglers."
    )
    assert (summed(text).captured, summed(text).place) == (2, "Takhar province")


def test_the_lead_of_an_update_sums_up_a_day_of_events() -> None:
    text = (
        "Northern Command Evening Update, March 8, 2011\nLIMA, Peru (March 8, 2011) - Numerous rebels were "
        "killed in the north over the past 24 hours. In Selm, a patrol returned fire, killing one rebel."
    )
    assert summed(text).killed == 1


def test_plurals_of_those_told_of_before_have_no_number() -> None:
    text = (
        "A patrol captured a leader and detained one rebel. The leaders and suspected rebels were detained."
    )
    assert summed(text).captured == 2


def test_a_sum_over_several_events_may_be_what_the_events_resulted_in() -> None:
    text = (
        "The raids on Monday resulted in nine smugglers captured. "
        "In Takhar province, a patrol searched a farm and detained two smugglers."
    )
    assert summed(text).captured == 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Northern Command Morning Update, March 8, 2011\n"
            "LIMA, Peru (March 8, 2011) - A patrol detained two smugglers.",
            date(2011, 3, 7),
        ),
        ("LIMA, Peru (March 8, 2011) - A patrol detained two smugglers.", date(2011, 3, 8)),
        (
            "LIMA, Peru (March 12, 2011) - Two smugglers were captured during an overnight search Thursday.",
            date(2011, 3, 9),
        ),
        ("LIMA, Peru (March 8, 2011) - Two smugglers were captured overnight.", date(2011, 3, 7)),
        ("LIMA, Peru (March 8) - Two smugglers were captured yesterday.", None),
        (
            "Smugglers Captured Overnight\n"
            "LIMA, Peru (March 12, 2011) - A patrol captured two smugglers in the port Thursday.",
            date(2011, 3, 9),
        ),
        (
            "LIMA, Peru (March 8, 2011) - A patrol caught two smugglers. They had planned to disturb "
            "yesterday's vote.",
            date(2011, 3, 8),
        ),
        (
            "LIMA, Peru (March 8) - A patrol killed two smugglers Monday. They stole a boat in June 2010.",
            None,
        ),
        (
            "March 8: Smugglers captured in the north\nHarbour Command 2011-03-HC-005\n"
            "LIMA, Peru (March 8) - A patrol captured two smugglers Monday.",
            date(2011, 3, 7),
        ),
        (
            "LIMA, Peru (March 8, 2011) - The navy confirmed today that a smuggler was killed on March 3.",
            date(2011, 3, 3),
        ),
        (
            "LIMA, Peru (June 9, 2011) - A smuggler is now in custody. He was arrested Wednesday.",
            date(2011, 6, 8),
        ),
        (
            "LIMA, Peru (June 9, 2011) - A smuggler responsible for the deaths of six guards in March died "
            "when a patrol returned fire yesterday.",
            date(2011, 6, 8),
        ),
        (
            "LIMA, Peru (March 9, 2011) - The toll from Monday's earthquake rose to 12 on Wednesday.",
            date(2011, 3, 7),
        ),
        (
            "LIMA, Peru (March 9, 2011) - Ten people died in Monday's storm, officials said on Wednesday.",
            date(2011, 3, 7),
        ),
    ],
)
def test_the_day_is_that_of_the_report_its_update_or_its_night(text: str, day: date | None) -> None:
    assert summed(text).day == day


def test_a_place_that_no_list_knows_is_known_by_its_preposition() -> None:
    text = "In Zorbek last night, a patrol detained two smugglers on the road to the Qala district."
    assert summed(text).place == "Zorbek"


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("There was an excess of 4,100 deaths over births in Marenda last year.", 0),
        ("There were 4,100 more deaths than births in Marenda.", 0),
        ("Selm had 9,100 deaths and 7,800 births in 2025.", 0),
        ("Some 12,400 people died and 8,300 were born, a natural loss of 4,100.", 0),
        ("There were 310 excess deaths in the heat wave.", 310),
    ],
)
def test_deaths_beside_births_are_no_toll(text: str, least: int) -> None:
    assert summed(text).killed == least


def test_a_number_behind_and_is_of_the_verb_behind_it() -> None:
    found = summed("At least 12 people died and 40 were hurt in the blast.")
    assert (found.killed, found.injured) == (12, 40)
