"""Every series explains itself: which words put a figure there."""

from __future__ import annotations

import pytest

import addup
from addup.grouping.explaining import explain

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
