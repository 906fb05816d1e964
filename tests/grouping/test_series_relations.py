"""Relations between series, and the words that suggest them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import Said, reading, said
from reports import recruitment

from addup.grouping.group import group
from addup.grouping.relations.trends import find_trends
from addup.records import Reading

DAY = "2024-06-04"


def relations(*readings: Reading) -> dict[str, list[str]]:
    return {
        relation.text: [evidence.text for evidence in relation.evidence]
        for relation in group(readings).relations
    }


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The blast hurt 40 people, including 6 children.", "including"),
        ("The blast hurt 40 people, of whom 6 are children.", "of whom"),
        ("The blast hurt 40 people, 6 of them children.", "of them"),
        ("The blast hurt 40 people, 6 children among them.", "among them"),
        ("The blast hurt 40 people. Of these, 6 are children.", "Of these"),
        ("The blast hurt 40 people. Out of this number, 6 are children.", "of this number"),
        ("The blast hurt 40 people. 6 children are among the injured.", "among the injured"),
    ],
)
def test_words_for_a_part_make_a_part(text: str, cue: str) -> None:
    figures = (
        replace(said("40", 40, "person", "hurt"), days=DAY, place="Holm"),
        replace(said("6", 6, "child"), days=DAY, place="Holm"),
    )
    found = relations(reading(text, *figures))
    assert cue in found["children injured, Holm <= injured, Holm"]


@pytest.mark.parametrize(
    "text",
    [
        "The blast hurt 40 people and 6 dogs were lost.",
        "The blast hurt 40 people, most of them visitors, and killed 6 dogs.",
        "The blast hurt 4 people, including 6 dogs.",
    ],
)
def test_without_such_words_or_against_the_amounts_there_is_no_part(text: str) -> None:
    first = "40" if "40" in text else "4"
    figures = (
        replace(said(first, int(first), "person", "hurt"), days=DAY, place="Holm"),
        replace(said("6", 6, "dog", "lose"), days=DAY),
    )
    assert relations(reading(text, *figures)) == {}


def test_part_of_the_next_number() -> None:
    text = "The team brought home 7 of the 9 climbers lost on the ridge."
    found = relations(reading(text, said("7", 7, "climber", "bring"), said("9", 9, "climber", "lose")))
    assert found == {"climbers brought, of those lose <= climbers lost": ["of the "]} or len(found) == 1


def test_part_of_what_somebody_has() -> None:
    text = "The disease has reached nine of the province's 14 districts."
    found = relations(reading(text, said("nine", 9, "district", "reach"), said("14", 14, "district", None)))
    assert list(found.values()) == [["of the province's "]]


def test_parts_of_a_sum_of_money_are_together_at_most_the_sum() -> None:
    text = "The fund has 900 euros. Of this sum, 500 euros go to schools and 300 euros to roads."
    figures = [
        replace(said(words, value, "euro", event), kind="money", unit="EUR")
        for words, value, event in (("900", 900, "have"), ("500", 500, "go"), ("300", 300, None))
    ]
    found = relations(reading(text, *figures))
    assert any(text.count("+") == 1 and "<=" in text for text in found)


def test_a_rest_completes_the_parts() -> None:
    text = "Of the 20 miners, 12 of them Poles, the remaining 8 Czechs are safe."
    figures = said("20", 20, "miner", "be"), said("12", 12, "Pole"), said("8", 8, "Czech", "be")
    found = relations(reading(text, *figures))
    assert any(relation.count("+") == 1 and " = " in relation for relation in found)


def test_what_was_taken_since_is_at_most_what_was_brought() -> None:
    found = relations(recruitment())
    text = "called up, of those present + dismissed, of those called up <= called up"
    assert found[text] == ["Of these", "of them"]


def test_the_only_other_part_of_a_whole_bounds_what_the_first_part_leaves() -> None:
    found = relations(recruitment())
    assert "guards present, border zone <= called up, of those present + guards under contract" in found


def test_every_relation_is_supposed_and_has_its_words() -> None:
    for relation in group([recruitment()]).relations:
        assert relation.supposed
        assert relation.evidence


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("Since May 40 people have joined, with numbers rising.", ["up"]),
        ("Since May 40 people have joined, and the figures are slowly falling.", ["down"]),
        ("Since May 40 people have joined, as prices are rising.", []),
        ("Since May 40 people have joined, the number rising by 3.", []),
        ("A growing number of people join: 40 since May.", ["up"]),
    ],
)
def test_claims_that_numbers_move_are_found(text: str, directions: list[str]) -> None:
    figure = replace(said("40", 40, "person", "join"), days="2024-05-01..2024-06-01")
    claims = find_trends(group([reading(text, figure)]))
    assert [claim.direction for claim in claims] == directions
    for claim in claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


def test_a_worded_share_is_no_part_of_a_count() -> None:
    text = "Of 40 guests, most left."
    most = Said(words="most", low=50, bound="vague", kind="share", unit="%", worded=True, counted="guest")
    assert relations(reading(text, said("40", 40, "guest", "come"), most)) == {}


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Of the 300 guests, 190 were in Selm Bay and 131 in Arr.", True),
        ("Of the 300 guests, 190 were in Selm and 131 in Selm.", False),
        ("Of the 300 guests, 190 were in Selm and 131 ill.", False),
    ],
)
def test_parts_in_places_of_their_own_are_together_at_most_their_whole(text: str, together: bool) -> None:
    figures = (said("300", 300, "guest"), said("190", 190, "guest"), said("131", 131, "guest"))
    found = relations(reading(text, *figures))
    assert len(found) == 2 + together
    assert any(" + " in one for one in found) is together


def test_people_are_part_of_people_and_not_of_the_places_before_them() -> None:
    text = "Police arrested 14 people in four cities, including two officers."
    figures = (
        said("14", 14, "person", "arrest"),
        said("four", 4, "city", "arrest"),
        said("two", 2, "officer", "arrest"),
    )
    assert relations(reading(text, *figures)) == {"officers arrested <= arrested": ["including"]}


def test_they_are_those_of_the_whole_that_were_told_of() -> None:
    text = "Observers visited 1,350 of the 9,200 stations and found faults in 90 of them."
    figures = (
        said("1,350", 1350, "station", "visit"),
        said("9,200", 9200, "station"),
        said("90", 90, "station", "find"),
    )
    assert "stations found, of those visited <= stations visited, of the stations" in relations(
        reading(text, *figures)
    )


def test_people_are_part_of_those_whose_arrests_were_counted_before_those_hurt_elsewhere() -> None:
    text = (
        "Some 45 demonstrators were hurt. The group recorded 1,340 detentions, among them 57 journalists, it "
        "said."
    )
    figures = (
        said("45", 45, "demonstrator", "injure"),
        said("1,340", 1340, "detention", "record"),
        said("57", 57, "journalist", "record"),
    )
    assert relations(reading(text, *figures)) == {"journalists arrested <= arrested": ["among them"]}
