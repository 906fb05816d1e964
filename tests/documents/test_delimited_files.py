"""Tables in files of their own are read with the heads of their columns."""

from pathlib import Path

import pytest

import addup
from addup.documents import load
from addup.errors import DocumentError


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("dead.csv", 'district,killed\n"Malow, east",9\nOrle,12\n'),
        ("dead.csv", "district;killed\r\nMalow, east;9\r\nOrle;12\r\n"),
        ("dead.tsv", "district\tkilled\nMalow, east\t9\nOrle\t12\n"),
    ],
)
def test_a_table_file_is_read_whatever_parts_its_cells(tmp_path: Path, name: str, table: str) -> None:
    path = tmp_path / name
    path.write_bytes(table.encode())
    document = load(str(path), published="2024-05-16")
    assert document.text == "| district | killed |\n| Malow, east | 9 |\n| Orle | 12 |"
    assert document.title is None
    figures = addup.read(document).figures
    assert [(one.amount.low, one.event) for one in figures] == [(9, "kill"), (12, "kill")]


def test_what_stands_alone_above_and_below_a_table_is_a_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "dead.csv"
    path.write_text("Dead by town,,\n,,\ntown,dead,missing\nMalow,9,\nOrle,,\nLunz,3,1\nProvisional.,,\n")
    rows = "| town | dead | missing |\n| Malow | 9 |  |\n| Orle |  |  |\n| Lunz | 3 | 1 |"
    assert load(str(path)).text == f"Dead by town\n\n{rows}\n\nProvisional."


def test_short_rows_are_filled_and_empty_ones_part_tables(tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    path.write_text("town,dead,missing\nMalow,9\n\ntown,homes lost\nOrle,40\n")
    assert load(str(path)).text == (
        "| town | dead | missing |\n| Malow | 9 |  |\n\n| town | homes lost |\n| Orle | 40 |"
    )


def test_a_broken_table_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.csv"
    path.write_text("town,dead\nMalow," + "9" * 200_000 + "\n")
    with pytest.raises(DocumentError, match="is a broken table"):
        load(str(path))


@pytest.mark.parametrize(
    "rows",
    [
        'Selm,3,"a market\nOrrin,5,a bridge\nHolm,7,a school\n',
        'Selm,3,"a market\nOrrin,5,a bridge\nHolm,7,"a school"\n',
    ],
    ids=["to the end", "to the next one"],
)
def test_a_quotation_mark_that_takes_the_rows_behind_it_is_told(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "open.csv"
    path.write_text(f"town,dead,what was hit\n{rows}")
    with pytest.raises(DocumentError, match=r"open\.csv: line 2: a quotation mark is opened and not closed"):
        load(str(path))


@pytest.mark.parametrize(
    "note",
    [
        '"a market, a bridge,\nand, at noon, a school"',
        '"the ""old"" market\nby the river"',
        '6" shells',
        '"no end',
    ],
    ids=["lines of prose", "doubled", "inches", "in the last row"],
)
def test_other_quotation_marks_are_what_they_are(tmp_path: Path, note: str) -> None:
    path = tmp_path / "notes.csv"
    path.write_text(f"town,dead,what was hit\nSelm,3,ok\nOrrin,5,{note}\n")
    assert "| Orrin | 5 |" in load(str(path)).text
