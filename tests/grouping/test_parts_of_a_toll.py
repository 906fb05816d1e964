"""Parts of a toll in one report, and numbers that are none of it."""

from __future__ import annotations

from reports import does_not_add_up

import addup


def relations(text: str, published: str = "2024-11-04") -> list[str]:
    reading = addup.read(text, published=published)
    return [relation["text"] for relation in addup.series([reading]).to_dict()["relations"]]


def conflicts(text: str, published: str = "2024-11-04") -> list[str]:
    return does_not_add_up((published, text))


def test_of_the_cases_and_of_the_deaths_each_go_back_to_their_own() -> None:
    text = (
        "The number of Ebola cases in Marland has climbed to 131, with 48 deaths, the ministry said.\n\n"
        "Selm accounts for 62 of the cases and 29 of the deaths."
    )
    assert conflicts(text) == []


def test_bodies_that_raise_a_toll_are_not_the_toll() -> None:
    text = (
        "Rescuers have found the bodies of eight more miners in the Selm mine, which raised the death toll "
        "of the blast to 19."
    )
    assert conflicts(f"At least 11 miners were killed in the Selm mine on Monday.\n\n{text}") == []


def test_members_of_a_force_are_not_everybody() -> None:
    text = (
        "At least 76 people have been killed in protests in Marland since 16 September, the group said. "
        "Officials say that five members of the security forces have died."
    )
    assert conflicts(text) == []


def test_deaths_beside_new_cases_are_new_as_well() -> None:
    text = (
        "A total of 1,240 cholera cases and 61 deaths have been reported in Selm district, the ministry "
        "said. The case fatality rate stands at 4.9 percent.\n\n"
        "During the past 24 hours 38 new cases and two deaths were registered."
    )
    assert conflicts(text) == []


def test_storms_with_names_have_each_its_dead() -> None:
    text = (
        "The death toll of Tropical Storm Nando has reached 98, the agency said.\n\n"
        "In December, Typhoon Odile killed more than 400 people."
    )
    assert conflicts(text) == []


def test_parts_told_by_the_same_words_are_of_one_whole() -> None:
    text = "Police said 41 people were killed in Selm on Monday, 18 of them women and nine of them children."
    assert "children killed, Selm <= killed, Selm" in relations(text)


def test_nobody_is_child_and_adult() -> None:
    text = (
        "The camp in Selm hosts 87,000 refugees, of whom 52,000 are children and {adults} are adults, "
        "the agency said."
    )
    assert conflicts(text.format(adults="35,000")) == []
    (why,) = conflicts(text.format(adults="41,000"))
    assert "= 92,000, but at most 87,500" in why


def test_bodies_of_which_something_is_told_are_part_of_nothing() -> None:
    text = (
        "An air strike killed 31 people and wounded more than 70 in Selm on Monday. "
        "The clinic said that 31 bodies came and some of them were burned."
    )
    assert not any("31 of" in relation or "of those injured" in relation for relation in relations(text))


def test_both_of_a_list_behind_left_dead_are_among_the_dead() -> None:
    text = "A stampede in the Selm prison left 129 people dead, among them {} men and 61 women, police said."
    assert conflicts(text.format(68)) == []
    assert len(conflicts(text.format(87))) == 1


def test_the_toll_of_a_war_is_not_that_of_a_strike() -> None:
    text = (
        "The number of those killed in Saturday's strike on a school in Selm has risen to 21, the agency "
        "said. The health ministry put the toll of the war at 39,820."
    )
    assert conflicts(text) == []
