"""How a text is set on the page changes nothing of what is read in it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import addup
from addup.documents.layout import lay_out
from addup.records import Reading

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt"))
TEXT = """\
SELM, March 4 — At least 310 people were killed and more than 1,200 injured when a dam above the town of
Orrin burst on Monday night, the interior ministry said. Some 45,000 people were moved to 16 schools.

"We have found 27 bodies in the old market alone," said Ana Dorn, who leads a crew of 60 firefighters. She
expected "several hundred" more.

The repair will cost $2.5 million a day, up 12 percent from last year, and take six months. Of the 45,000
people who had to leave, about a third have found a place with relatives, according to the Red Cross, which
has sent four teams of doctors and 12 tonnes of medicine to the valley and asks for another $3 million for
the rest of the year.
"""


def _said(reading: Reading) -> list[dict[str, Any]]:
    """What was read of each figure, whatever its place and its blanks."""
    kept = ("low", "high", "bound", "kind", "unit", "event", "change", "from", "to", "place", "stance")
    return [
        {
            **{name: figure[name] for name in kept},
            "counted": figure["counted"] and figure["counted"]["text"],
            "source": figure["source"] and _words(figure["source"]["text"]),
            "words": _words(figure["text"]),
        }
        for figure in reading.to_dict()["figures"]
    ]


def _words(text: str) -> list[str]:
    return re.sub("[\u00ad\u200b\ufeff]", "", text).split()


def _paragraphs(text: str) -> list[str]:
    return [re.sub(r"\s+", " ", paragraph).strip() for paragraph in re.split(r"\n\s*\n", text)]


def _broken(text: str, width: int) -> str:
    return "\n\n".join(
        textwrap.fill(one, width, break_long_words=False, break_on_hyphens=False) for one in _paragraphs(text)
    )


def _read(text: str) -> Reading:
    return addup.read(text, published="2024-03-05")


PLAIN = "\n\n".join(_paragraphs(TEXT))


@given(width=st.integers(45, 120))
@settings(max_examples=20, deadline=None)
def test_lines_broken_at_any_width_are_read_as_paragraphs(width: int) -> None:
    assert _said(_read(_broken(TEXT, width))) == _said(_read(PLAIN))


@pytest.mark.parametrize(
    "reset",
    [
        lambda text: text.replace("\n\n", "\n"),
        lambda text: _broken(text, 72).replace("\n\n", "\n    "),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: re.sub(r"(?<=[a-z])(?=ing\b)", "\u00ad", text),
        lambda text: "\ufeff" + text.replace(" people", " \u200bpeople"),
    ],
    ids=["a line a paragraph", "paragraphs set in", "no-break blanks", "soft hyphens", "zero-width blanks"],
)
def test_paragraphs_and_blanks_may_be_set_otherwise(reset: Callable[[str], str]) -> None:
    assert _said(_read(reset(PLAIN))) == _said(_read(PLAIN))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [60, 78])
def test_all_that_is_read_in_broken_lines_has_its_own_place(path: Path, width: int) -> None:
    text = _broken(path.read_text(encoding="utf-8"), width)
    record = addup.read(text, published="2024-05-16").to_dict()
    spans = [
        *record["figures"],
        *(figure["number"] for figure in record["figures"]),
        *(figure["source"] for figure in record["figures"] if figure["source"]),
        *(figure["time"] for figure in record["figures"] if figure["time"]),
        *record["times"],
        *record["coverage"]["skipped"],
    ]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    assert all(figure["id"] == str(figure["number"]["start"]) for figure in record["figures"])


@pytest.mark.parametrize(
    "text",
    [
        "The flood reached three towns.\n\nTwo of them were left without power.\n",
        "New cases: 143\nDeaths: 12\nPeople in hospital: 45\n",
        "- 12 people killed in Selm\n- 30 hurt in Orrin\n- 4 missing\n",
        "District\tKilled\tHurt\nSelm\t12\t40\nOrrin\t7\t22\n",
        "FLOOD KILLS 12 IN THE NORTH\nMinistry sends boats",
    ],
    ids=["paragraphs", "labelled lines", "a list", "a table", "headlines"],
)
def test_what_is_set_line_by_line_is_left_so(text: str) -> None:
    assert lay_out(text) is None


def test_a_word_that_is_broken_at_its_hyphen_stays_one() -> None:
    laid = lay_out(
        "All of this was seen from a window on the third floor by a twelve-\n"
        "year-old boy of the town, who had told his teacher about it in the\n"
        "morning, and by two of the 40 people who were waiting for a bus to\n"
        "Orrin."
    )
    assert laid is not None
    assert "by a twelve-year-old boy" in laid.text


def test_a_number_that_ends_a_sentence_at_the_start_of_a_line_is_no_item() -> None:
    laid = lay_out(
        "The third of the men whom the police took was a driver named Arno Vell,\n"
        "49. Two others, who are said to have waited in a car behind the bank in\n"
        "Selm, got away. They had stopped there on two of the days before the raid\n"
        "and asked for change."
    )
    assert laid is not None
    assert "Arno Vell, 49. Two others" in laid.text


def test_what_ends_before_a_new_paragraph_ends_there_in_the_text_as_given() -> None:
    text = "Eleven people are missing.\nDivers went on searching.\nTwo boats came.\n"
    laid = lay_out(text)
    assert laid is not None
    for words in ("Eleven people are missing.\n", "Divers went on searching.\n"):
        start = laid.text.index(words)
        end = start + len(words) + 1  # with the empty line
        assert text[slice(*laid.place(start, end))] == words
    start = laid.text.index("Two boats")
    assert text[slice(*laid.place(start, len(laid.text)))] == "Two boats came.\n"
