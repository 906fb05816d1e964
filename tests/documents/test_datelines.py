"""The line that says where and when a report was written is told from the report."""

import pytest

import addup
from addup.documents.datelines import credited_lines, dateline

REPORT = "Two boats collided."


@pytest.mark.parametrize(
    "line",
    [
        "MOMBASA, August 7 (Coast News) -- ",
        "MOMBASA, Kenya (Nov. 22, 2009) ",
        "PORT SELM, N.J. _ ",
        "(Mombasa, November 22, 2009) – ",
        "Mombasa, Kenya, 22 November 2009: ",
        "22 November 2009, Port Selm/Mombasa – ",
        "Mombasa, Kenya – 22 November 2009 – ",
    ],
)
def test_a_dateline_ends_where_the_report_begins(line: str) -> None:
    text = f"Boats collide\n\n{line}{REPORT}"
    span = dateline(text)
    assert span is not None
    assert text[slice(*span)].strip() == line.strip()


@pytest.mark.parametrize("text", [REPORT, "Boats collide\n\nMombasa, a port, has two ferries: both are old."])
def test_a_report_may_have_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_each_report_of_a_text_may_be_credited_to_an_agency() -> None:
    text = f"MOMBASA (Coast News) - {REPORT}\n\nSELM, Marland (Orel) -- {REPORT}"
    assert [text[start:end] for start, end in credited_lines(text)] == [
        "MOMBASA (Coast News) -",
        "SELM, Marland (Orel) --",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "(Port Selm, November 24, 2009) – ",
        "Port Selm, Marland, 24 November 2009: ",
        "24 November 2009, Selm – ",
    ],
)
def test_days_are_counted_from_the_dateline_of_a_relief_agency(line: str) -> None:
    [killed] = addup.read(f"{line}At least 43 people were killed on Sunday.").figures
    assert killed.period.first is not None
    assert killed.period.first.isoformat() == "2009-11-22"
    assert killed.sentence[0] == len(line)
