"""Two reports of one event find each other, whatever words they have for where and what."""

import pytest

import addup
from addup.records import Reading


def reports(*texts: str) -> list[Reading]:
    """Read reports of the 3rd, 4th ... of May 2024, a Friday."""
    return [addup.read(text, published=f"2024-05-0{day}") for day, text in enumerate(texts, start=3)]


def names(*texts: str) -> list[str]:
    return [one.name for one in addup.series(reports(*texts)).series]


def are_one(*texts: str) -> bool:
    """Whether all reports are in one series."""
    many = len(texts)
    return any(
        len({member.document for member in one.members}) == many
        for one in addup.series(reports(*texts)).series
    )


KILLED = "At least 31 people were killed in a flood {} on Thursday, police said."
LATER = "The flood {} on Thursday killed 19 people, rescuers said."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in Marlow", "on the outskirts of Marlow"),
        ("in Marlow", "in the northern suburbs of Marlow"),
        ("in Marlow", "in the Marlow area"),
        ("in Marlow", "in the Marlow valley"),
        ("in Marlow", "in the town of Marlow in northern Kenya"),
        ("in Marlow", "in Marlow, in northern Kenya,"),
        ("in northern Kenya", "in the village of Marlow in Kenya"),
        ("in Kenya's northern town of Marlow", "in Marlow"),
        ("near Marlow", "in the village of Orrin, near Marlow,"),
        ("in Marlow, a town in the north of Kenya,", "in Marlow"),
        ("at the Marlow market", "in Marlow in Kenya"),
    ],
)
def test_a_place_is_the_same_in_other_words(one: str, other: str) -> None:
    assert are_one(KILLED.format(one), LATER.format(other))
    assert are_one(KILLED.format(other), LATER.format(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in Marlow", "in the Orrin valley"),
        ("in the town of Marlow in Kenya", "in the town of Orrin in Kenya"),
        ("in the town of Marlow", "in Marlow province"),
        ("in Marlow in Chad", "in Orrin in Kenya"),
        ("in the town of Marlow in northern Kenya", "in southern Kenya"),
        ("in Marlow County, Kenya,", "in Orrin, a town in the north of Kenya,"),
    ],
)
def test_other_places_stay_apart(one: str, other: str) -> None:
    assert not are_one(KILLED.format(one), LATER.format(other))


DIED = "Nineteen people died in Marlow on Thursday, police said."
HURT = "Nineteen people were injured in Marlow on Thursday, police said."
LOST = "Nineteen homes were destroyed in Marlow on Thursday, police said."
TAKEN = "Nineteen people were arrested in Marlow on Thursday, police said."


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("At least 31 people were shot dead in Marlow on Thursday, officials said.", DIED),
        ("Gunmen shot dead 31 people in Marlow on Thursday, officials said.", DIED),
        ("At least 31 people were stabbed to death in Marlow on Thursday, officials said.", DIED),
        ("A mob beat 31 people to death in Marlow on Thursday, officials said.", DIED),
        ("At least 31 people were gunned down in Marlow on Thursday, officials said.", DIED),
        ("At least 31 people were burned alive in Marlow on Thursday, officials said.", DIED),
        ("At least 31 people suffocated in Marlow on Thursday, officials said.", DIED),
        ("At least 31 people were fatally shot in Marlow on Thursday, officials said.", DIED),
        ("Doctors pronounced 31 people dead in Marlow on Thursday.", DIED),
        ("At least 31 people were taken to hospital in Marlow on Thursday, officials said.", HURT),
        ("At least 31 people suffered burns in Marlow on Thursday, officials said.", HURT),
        ("At least 31 homes were washed away in Marlow on Thursday, officials said.", LOST),
        ("A fire reduced 31 homes to ashes in Marlow on Thursday, officials said.", LOST),
        ("Police detained 31 people in Marlow on Thursday, officials said.", TAKEN),
        ("Officials said 31 people had been detained in Marlow on Thursday.", TAKEN),
    ],
)
def test_what_happened_is_the_same_in_other_words(text: str, other: str) -> None:
    assert are_one(text, other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("At least 31 people were shot in Marlow on Thursday, officials said.", DIED),
        ("At least 31 people were shot and left for dead in Marlow on Thursday, officials said.", DIED),
        ("At least 31 people were shot in Marlow on Thursday and are still alive, officials said.", DIED),
        ("At least 31 people were sentenced to death in Marlow on Thursday, officials said.", DIED),
        ("At least 31 people were treated and sent home in Marlow on Thursday, officials said.", HURT),
        ("The flood swept away 31 people in Marlow on Thursday, officials said.", LOST),
        ("At least 31 people are still detained in Marlow, officials said on Thursday.", TAKEN),
    ],
)
def test_what_happened_stays_apart_from_the_rest(text: str, other: str) -> None:
    assert not are_one(text, other)


ARRESTS = "Police arrested {} people {} in Nairobi on {}, the interior ministry said."


def test_arrests_of_one_day_are_held_against_each_other_where_no_other_is_meant() -> None:
    both = (
        ARRESTS.format(310, "during a protest", "Thursday"),
        ARRESTS.format(190, "at a march", "Thursday"),
    )
    assert are_one(*both)
    assert {one.kind for one in addup.check(addup.series(reports(*both))).findings} & {"conflict", "revised"}
    # In a large city many are arrested on any day, at this or that.
    other = ARRESTS.format(190, "for theft", "Thursday")
    assert not are_one(ARRESTS.format(310, "during a protest", "Thursday"), other)
    small = ARRESTS.replace("Nairobi", "Marlow")
    assert are_one(small.format(310, "during a protest", "Thursday"), small.format(190, "", "Thursday"))


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Marlow, a town in the north of Kenya, on Thursday, killing 31 people.",
        "Some 31 people drowned in Marlow, a port in Kenya, when a ferry sank.",
    ],
)
def test_what_is_said_of_a_place_is_not_where_it_happened(text: str) -> None:
    assert {figure.place for figure in addup.read(text).figures} == {"Marlow"}
