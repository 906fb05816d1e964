"""What `addup read` and `addup check` print."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import GROUPING, READING, RESULT, evidence
from rich.cells import cell_len
from rich.console import Console

from addup.account import Result
from addup.records import Finding, Grouping, Reading, Relation
from addup.report import words
from addup.report.terminal import print_report, print_result


def printed(
    reading: Reading = READING,
    grouping: Grouping = GROUPING,
    result: Result = RESULT,
    *,
    width: int = 80,
    colour: bool = False,
) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    print_report(console, reading, grouping, result)
    return out.getvalue()


def widest(text: str) -> int:
    return max(cell_len(line) for line in text.splitlines())


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    assert widest(printed(width=width)) <= width


def test_wide_characters_count_twice() -> None:
    finding = Finding(kind="implied", text="漢字" * 60, series=("dead",))
    text = printed(result=replace(RESULT, findings=(finding,)))
    assert widest(text) <= 80
    assert text.count("漢") == 60


def test_without_colour_nothing_but_text_is_printed() -> None:
    assert "\x1b" not in printed()


def test_colour_adds_nothing_to_the_words() -> None:
    assert re.sub(r"\x1b\[[\d;]*m", "", printed(colour=True)) == printed()


def test_the_report_fits_on_one_screen() -> None:
    assert len(printed().splitlines()) <= 50


def test_every_finding_and_its_arithmetic_is_printed() -> None:
    text = " ".join(printed().split())
    for finding in RESULT.findings:
        assert " ".join(finding.text.split()) in text
        for row in finding.rows:
            assert words.short_days(row, None) in text


def test_every_figure_is_printed_with_its_source() -> None:
    text = printed()
    for figure in READING.figures:
        assert words.said(figure) in " ".join(text.split())
        assert words.source(figure) in text


def test_what_is_asked_of_a_sound_account_is_answered_in_a_table() -> None:
    out = io.StringIO()
    print_result(Console(file=out, width=80), replace(RESULT, status="consistent", conflicts=()))
    assert "passengers carried    90,000  130,400" in out.getvalue()


def test_what_addup_supposes_is_marked_and_quoted() -> None:
    assert "supposed: 228 of the 260 (“228 of them”)" in printed()


def supposed(*texts: str) -> list[str]:
    """Print the relations of the sample report, and give the lines that tell of them."""
    relations = tuple(Relation(text, evidence=(evidence("among them"),)) for text in texts)
    shown = printed(grouping=replace(GROUPING, relations=relations))
    return [line.strip() for line in shown.splitlines() if line.strip().startswith("supposed")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("rescued + children rescued <= aboard", "supposed: 228 and several of the 260 (“among them”)"),
        ("rescued = children rescued + pay", "supposed: the 228 is several and $1.5 million together"),
        ("rescued <= aboard + dead", "supposed: all of 228 within the 260 + “dead” (“among them”)"),
        ("dead <= aboard", "supposed: “dead” of the 260 (“among them”)"),
        ("2 * rescued <= aboard", "supposed: 2 * rescued ≤ aboard (“among them”)"),
    ],
)
def test_relations_are_told_with_the_numbers_that_were_said(text: str, line: str) -> None:
    assert any(told.startswith(line) for told in supposed(text))


def test_parts_that_are_told_together_are_not_told_apart() -> None:
    assert len(supposed("rescued <= aboard", "rescued + children rescued <= aboard")) == 1


def test_a_claim_with_its_sum_below_takes_one_line() -> None:
    claim = Finding(kind="trend", text="“rising”: borne out.", rows=("90, then 100",), series=("pay",))
    pace = Finding(kind="implied", text="pay: 10 a day.", rows=("100 − 90",), series=("pay",))
    text = printed(result=replace(RESULT, findings=(claim, pace)))
    assert "90, then 100" not in text
    assert "→ “rising”: borne out." in text
    assert "100 − 90" in text


def test_words_from_outside_are_not_taken_for_markup() -> None:
    reading = replace(READING, document=replace(READING.document, title="[red]x[/red] :smile: [/]\x1b[2J"))
    first = printed(reading).splitlines()[0]
    assert first == "[red]x[/red] :smile: [/][2J"


def test_the_answer_to_an_account_tells_status_conflict_and_bounds() -> None:
    out = io.StringIO()
    print_result(Console(file=out, width=80), RESULT)
    text = out.getvalue()
    assert "does not add up" in text
    assert RESULT.conflicts[0].why in text
    assert widest(text) <= 80


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=200), st.integers(20, 120))
def test_no_text_breaks_the_screen(text: str, width: int) -> None:
    finding = Finding(kind="conflict", text=text, rows=(text,), series=("dead",))
    document = replace(READING.document, title=text, outlet=text)
    shown = printed(
        replace(READING, document=document), result=replace(RESULT, findings=(finding,)), width=width
    )
    assert "\x1b" not in shown
    assert widest(shown) <= width


def test_an_encoding_that_had_to_be_found_is_told() -> None:
    found = {**READING.document.found, "encoding": "cp1252, detected"}
    reading = replace(READING, document=replace(READING.document, found=found))
    assert "read as cp1252, detected" in " ".join(printed(reading).split())
    assert "read as" not in printed()
