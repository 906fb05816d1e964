"""Reports on one matter are found beside each other by what they begin with and what they count."""

from __future__ import annotations

import addup
from addup.grouping.group import happenings


def _keys(text: str, published: str = "2025-03-04") -> frozenset[str]:
    return happenings(addup.read(text, published=published))


def test_reports_that_begin_with_one_small_place_meet_within_weeks() -> None:
    taken = "Armed men took 84 pupils from a boarding school in Garvandu before dawn on Monday, police said."
    back = "Thirty-two captives walked home from the bush near Garvandu on Wednesday, a commander said."
    assert _keys(taken) & _keys(back, "2025-03-12")
    assert not _keys(taken) & _keys(back, "2025-09-12")


def test_reports_that_count_the_same_at_one_name_meet_within_a_year() -> None:
    first = (
        "Doors opened at all 34 Tarn County schools on Wednesday, with 20,500 students and 1,390 teachers."
    )
    later = "Roughly one in four students in the Tarn County district missed class. It lists 13,100 students."
    assert _keys(first, "2024-09-05") & _keys(later, "2025-06-17")
    other = (
        "Tarn County has spent 3 million dollars on 24 bridges and 80 kilometres of road, it said on Monday."
    )
    assert not _keys(first, "2024-09-05") & _keys(other, "2025-06-17")


def test_reports_that_count_the_same_on_one_day_meet_by_any_name() -> None:
    agency = "There were 48 wolves in the forest of Kesselmark on 31 December, the environment agency said."
    hunters = "Hunters counted 131 wolves in their district of Kesselmark on 31 December, a letter says."
    assert _keys(agency, "2025-02-04") & _keys(hunters, "2025-04-20")
    assert not _keys(agency, "2025-02-04") & _keys(hunters.replace("31 December", "9 January"), "2025-04-20")


def test_a_person_in_the_lead_of_two_reports_does_not_make_them_meet() -> None:
    rally = "Ilse Tranter told 600 supporters that schools come first. Tranter spoke for an hour."
    book = "Ilse Tranter has written a book with 40 letters to her supporters. Tranter began it in March."
    assert not _keys(rally) & _keys(book)


def test_a_headline_in_capitals_gives_no_names() -> None:
    one = "Ten Big Surprise Wins Shake The League\n\nThe club won 10 games, it said."
    other = "Another Big Surprise Loss Ends The Run\n\nThe side lost 3 games, it said."
    assert not _keys(one) & _keys(other)


def test_reports_that_tell_the_same_of_the_same_on_one_day_meet_without_a_name() -> None:
    sat = "The new examination was held in the morning. In all 48,600 pupils sat the paper on 20 May."
    passed = "Of the candidates who sat the exam on May 20, a total of 17,400 reached the pass mark."
    assert _keys(sat, "2025-05-20") & _keys(passed, "2025-07-04")
    assert not _keys(sat, "2025-05-20") & _keys(passed.replace("May 20", "May 6"), "2025-07-04")
