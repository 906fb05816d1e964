"""Lists and tables: each item is a statement of its own, each cell counts what its row and column say."""

from __future__ import annotations

import pytest

import addup
from addup.reading.model import parse
from addup.reading.tables import find_labelled, find_tables
from addup.records import Figure

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


DISTRICTS = """Floods in Marenda

The river flooded the district on Saturday, the disaster agency said.

District | Killed | Injured | Houses destroyed | Cost (US$ million) | Funded (%)
--- | --- | --- | --- | --- | ---
Selm | 12 | 30 | 1,200 | 3.4 | 22
Orrin | 35 | ~72 | 830 | 2.25 | 31.5
Kalm | - | 10 | more than 280 | 1 | 8
Total | 47 | 112 | 2,310 | 6.65 | 24

Rain is expected for three more days, the weather service said.
"""


def told(text: str) -> dict[tuple[str, str | None, str | None], Figure]:
    """Give the figures of a text by number, place and time."""
    reading = addup.read(text, published="2024-08-15")
    return {
        (figure.amount.number.text, figure.place, figure.time.text if figure.time else None): figure
        for figure in reading.figures
    }


def test_a_cell_counts_what_its_column_says_where_its_row_says() -> None:
    figures = told(DISTRICTS)
    killed = figures["12", "Selm", None]
    assert (killed.event, killed.counted and killed.counted.head) == ("kill", "person")
    houses = figures["830", "Orrin", None]
    assert (houses.event, houses.counted and houses.counted.head) == ("destroy", "house")
    assert figures["112", None, None].event == "injure"


def test_the_unit_of_a_column_is_that_of_its_cells() -> None:
    figures = told(DISTRICTS)
    cost, share = figures["3.4", "Selm", None].amount, figures["31.5", "Orrin", None].amount
    assert (cost.low, cost.unit, cost.kind) == (3_400_000, "USD", "money")
    assert (share.low, share.unit, share.kind) == (31.5, "%", "share")


def test_a_cell_keeps_its_hedge() -> None:
    figures = told(DISTRICTS)
    assert figures["72", "Orrin", None].amount.bound == "about"
    assert figures["280", "Kalm", None].amount.bound == "min"


def test_a_cell_stands_at_its_characters_and_in_its_row() -> None:
    for figure in addup.read(DISTRICTS, published="2024-08-15").figures:
        assert DISTRICTS[figure.span.start : figure.span.end] == figure.span.text
        number = figure.amount.number
        assert DISTRICTS[number.start : number.end] == number.text
        assert "\n" not in DISTRICTS[slice(*figure.sentence)].strip()


def test_a_table_says_nothing_of_the_sentences_around_it() -> None:
    around = told(DISTRICTS)
    alone = told(DISTRICTS[: DISTRICTS.index("District |")] + DISTRICTS[DISTRICTS.index("Rain") :])
    for key, figure in alone.items():
        assert (around[key].event, around[key].counted, around[key].said_by) == (
            figure.event,
            figure.counted,
            figure.said_by,
        )


DAYS = "Indicator\t12 August\t14 August\nPeople displaced\t31,200\t27,500\nCholera cases\t340\t415\n"


def test_days_may_stand_over_the_columns_and_measures_before_the_rows() -> None:
    displaced = told(DAYS)["27,500", None, "14 August"]
    assert displaced.event == "displace"
    assert displaced.period.first == displaced.period.last
    assert str(displaced.period.first) == "2024-08-14"


def test_a_table_without_heads_has_its_measures_before_its_rows() -> None:
    figures = told("Dead | 47\nHouses damaged | more than 8,000\nFood (tonnes) | 1,250\n")
    assert figures["47", None, None].event == "die"
    assert figures["8,000", None, None].amount.bound == "min"
    assert figures["1,250", None, None].amount.unit == "tonne"


def test_kinds_of_people_may_stand_over_the_columns() -> None:
    figures = told("Category | Children | Women\nKilled | 6 | 14\nInjured | 21 | 30\n")
    assert [figure.counted and figure.counted.head for figure in figures.values()] == ["child", "woman"] * 2


def test_every_number_of_a_table_is_a_figure_or_left_out_for_a_reason() -> None:
    text = "Week | Cases | Note\n12 May 2024 | 340 | 3 stations closed\n19 May 2024 | 415 | n/a\n"
    coverage = addup.read(text, published="2024-05-20").coverage
    assert coverage.numbers == coverage.figures + len(coverage.skipped)
    assert {skipped.why for skipped in coverage.skipped} == {"date"}


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | Sport\nBy our reporter | 12 May 2024\n",
        "Reuters | 3 min read\n\nThe mayor said 12 people died.\n",
        "12 | 30 | 4\n13 | 31 | 5\n",
    ],
)
def test_lines_with_bars_that_tell_nothing_are_no_table(text: str) -> None:
    assert not find_tables(text)


REPORT = """Floods in Marenda: report no. 4

* People affected: 128,400
* Confirmed dead: 31
* Killed in Selm: 12
* Evacuated: about 1,900 people
* Number of houses destroyed: 2,310
* Funding required: US$ 14.2 million
* Share of schools reopened: 61%
* New cases in the last 24 hours: 143 (up from 118)
* Phone: 20 7946 0000
"""


@pytest.mark.parametrize(
    ("number", "head", "event"),
    [
        ("128,400", "person", "affect"),
        ("31", "person", "die"),
        ("12", "person", "kill"),
        ("1,900", "person", "evacuate"),
        ("2,310", "house", "destroy"),
        ("14.2 million", "funding", "require"),
        ("61", "school", "reopen"),
        ("143", "case", None),
    ],
)
def test_a_label_before_a_number_says_what_it_counts(number: str, head: str, event: str | None) -> None:
    figure = next(one for one in addup.read(REPORT).figures if one.amount.number.text == number)
    assert figure.counted is not None
    assert (figure.counted.head, figure.event) == (head, event)


def test_a_labelled_line_has_the_days_and_the_place_that_it_names_itself() -> None:
    figures = {one.amount.number.text: one for one in addup.read(REPORT, published="2024-08-12").figures}
    assert str(figures["143"].period.first) == "2024-08-11"
    assert figures["128,400"].period.first is None
    assert figures["12"].place == "Selm"
    assert figures["31"].place is None


def test_labelled_lines_leave_no_number_and_no_character_behind() -> None:
    reading = addup.read(REPORT, published="2024-08-12")
    for figure in reading.figures:
        assert REPORT[figure.span.start : figure.span.end] == figure.span.text
        assert "\n" not in REPORT[slice(*figure.sentence)]
    assert {skipped.why for skipped in reading.coverage.skipped} == {"rank", "phone"}
    assert reading.coverage.numbers == len(reading.figures) + len(reading.coverage.skipped)


@pytest.mark.parametrize(
    "text",
    [
        "Selm: 40\nOrrin: 12\n",
        "The mayor said: 12 people died.\nPolice said: 14 people died.\n",
        "Deaths: 12\n\nThe river fell.\n\nDeaths: 14\n",
    ],
)
def test_what_no_label_measures_is_read_as_it_stands(text: str) -> None:
    assert not find_labelled(text)
