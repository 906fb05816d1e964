"""Every series explains itself: which words put a figure there."""

from __future__ import annotations

import pytest

import addup
from addup.grouping.explaining import explain, explain_series

TEXT = "At least 43 people were killed when the Selm flooded Brennick on Tuesday, the governor said."


def test_a_figure_is_explained_by_the_words_around_it() -> None:
    found = addup.series([addup.read(TEXT, published="2024-06-06", id="a")])
    (member,) = found.series[0].members
    line, evidence = explain(found, "a", member.figure.id)
    assert line == (
        "“At least 43 people” is in “killed, Brennick”: “killed” says what happened; “people” says what is "
        "counted; “Brennick” says where; “Tuesday” says when."
    )
    assert all(TEXT[one.start : one.end] == one.text for one in evidence)


def test_what_is_not_there_is_not_explained() -> None:
    found = addup.series([addup.read(TEXT, id="a")])
    with pytest.raises(KeyError):
        explain(found, "a", "no such figure")


def test_a_series_explains_each_of_its_figures() -> None:
    other = "The flood in Brennick killed 39 people on Tuesday, the army said."
    first = addup.read(TEXT, published="2024-06-06", id="a")
    found = addup.series([first, addup.read(other, published="2024-06-06", id="b")])
    series = next(one for one in found.series if len(one.members) > 1)
    lines = [line for line, _ in explain_series(found, series.name)]
    assert lines == [explain(found, one.document, one.figure.id)[0] for one in series.members]
    with pytest.raises(KeyError):
        explain_series(found, "no such series")


def test_the_firm_by_which_short_reports_meet_is_named() -> None:
    texts = (
        "Carmaker Norvex laid off 900 workers on Monday, the company said.",
        "Norvex has made 950 employees redundant, the metalworkers' union said on Tuesday.",
    )
    found = addup.series(
        [addup.read(text, published=f"2024-02-0{day}", id=f"r{day}") for day, text in enumerate(texts, 5)]
    )
    (series,) = found.series
    assert all("“Norvex” says whose it is" in line for line, _ in explain_series(found, series.name))


def test_the_verb_beside_a_number_says_what_happened_however_short_it_is() -> None:
    text = "The mayor denied that 51 people had died in the flood, and put the death toll at 38."
    found = addup.series([addup.read(text, published="2024-05-16", id="a")])
    line, _ = explain(found, "a", next(one.figure.id for one in found.series[0].members))
    assert "“died” says what happened" in line
