"""Lists and tables: each item is a statement of its own, each cell counts what its row and column say."""

from __future__ import annotations

import pytest

import addup
from addup.reading.model import parse

BULLETIN = (
    "HIGHLIGHTS\n"
    "- 128,400 people affected across 14 villages\n"
    "- 31,200 people displaced, of whom 12,900 are in\n  schools\n"
    "- 8,750 houses damaged\n"
    "- US$ 14.2 million required; US$ 3.1 million received\n"
)


@pytest.mark.parametrize("mark", ["-", "–", "•", "*", "▪"])
def test_each_item_of_a_list_is_read_by_itself(mark: str) -> None:
    reading = addup.read(BULLETIN.replace("\n-", f"\n{mark}"), published="2024-08-12")
    events = {figure.amount.number.text: figure.event for figure in reading.figures}
    assert events["128,400"] == "affect"
    assert events["8,750"] == "damage"
    assert events["14.2 million"] == "require"
    places = {figure.amount.number.text: figure.place for figure in reading.figures}
    assert places["128,400"] == "14 villages"
    assert places["31,200"] != "14 villages"


def test_an_item_may_go_on_over_lines_that_are_set_in() -> None:
    sentences = [sentence.text.strip() for sentence in parse(BULLETIN).sents]
    assert "31,200 people displaced, of whom 12,900 are in\n  schools" in sentences


def test_a_dash_within_a_sentence_begins_no_item() -> None:
    text = "The mayor said that 12 people\n- and not 14 - had died in the flood."
    assert len(list(parse(text).sents)) == 1
