"""Tables checked row by row."""

import sys
from pathlib import Path
from typing import Any

import pytest

from addup.account import Fault, check_table
from addup.errors import AccountError


def faults(tmp_path: Path, text: str, *rules: Any) -> tuple[Fault, ...]:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return check_table(path, list(rules)).faults


@pytest.mark.parametrize(
    ("row", "rules", "text", "least"),
    [
        ("1,2,3", ["a <= b <= c"], None, None),
        ("3,2,3", ["a <= b <= c"], "a 3 − b 2 = 1, which should be at most 0.", (("a",), ("b",))),
        ("1,9,3", ["a <= b <= c"], "b 9 − c 3 = 6, which should be at most 0.", (("b",), ("c",))),
        ("1,2,4", ["a + b = c"], "a 1 + b 2 − c 4 = −1, which should be 0.", (("a",), ("b",), ("c",))),
        ("5,2,4", ["a + b = c"], "a 5 + b 2 − c 4 = 3, which should be 0.", (("a",), ("c",))),
        ("0.1,0.2,0.3", ["a + b = c"], None, None),
        ("1,,0", ["a <= b <= c", "a + b = c"], None, None),
        (
            '"1,200",n/a,1000',
            ["a <= c"],
            "a 1,200 − c 1,000 = 200, which should be at most 0.",
            (("a",), ("c",)),
        ),
        ("1,2,7", ["c <= 2 * b + 1"], "c 7 − 2 × b 2 − 1 = 2, which should be at most 0.", (("b",), ("c",))),
    ],
)
def test_row_is_held_against_relations(
    tmp_path: Path, row: str, rules: list[str], text: str | None, least: Any
) -> None:
    found = faults(tmp_path, f"a,b,c\n{row}\n", *rules)
    assert [(fault.text.replace("-", "−"), fault.least) for fault in found] == (
        [(text, least)] if text else []
    )


def test_least_correction_keeps_all_rules_of_the_row(tmp_path: Path) -> None:
    found = faults(tmp_path, "low,best,high,a,b\n1,9,9,2,2\n", "low <= best <= high", "a + b = best")
    assert [fault.rule for fault in found] == ["a + b = best"]
    assert found[0].least == (("a",), ("b",), ("best",))


def test_cumulative_column_may_not_fall_within_its_group(tmp_path: Path) -> None:
    text = "day,country,dead\n1,N,5\n1,S,9\n2,N,7\n2,S,8\n3,S,\n4,S,8\n"
    rule = {"cumulative": "dead", "by": "country", "order": "day"}
    (fault,) = faults(tmp_path, text, rule)
    assert (fault.row, fault.cells, fault.text) == (4, {"dead": 8}, "dead fell from 9 in row 2 to 8.")
    assert len(faults(tmp_path, text, {"cumulative": ["dead"]})) == 1


@pytest.mark.parametrize(
    ("text", "rules", "says"),
    [
        ("best,low\n1,2\n", ["lwo <= best"], "there is no column 'lwo'; did you mean 'low'?"),
        ("best,low\n1,2\n", ["deaths_x + low = best"], "no column 'deaths_x'; known: best, low"),
        ("a,b\n1,2\n", [{"cumulative": "dead", "by": "c"}], "no column 'c'; known: a, b"),
        ("a,b\n1,2\n", ["a"], "needs one of"),
        ("a,b\n1,2\n", [], "there are no rules"),
        ("a,b\n1,2\n", [{"cumulative": "c"}], "there is no column 'c'"),
        ("a,b\n1,2\n", [{"by": "a"}], "with `cumulative`"),
        ("a,b\n1,x\n", ["a <= b"], "row 1, column 'b': 'x' is not a number"),
        ("", ["a <= b"], "the table is empty"),
        ("a,b\n9,1\n10,1\n2,1\n", [{"cumulative": "b", "order": "a"}], "sort by 'a'"),
    ],
)
def test_table_that_cannot_be_checked_is_refused(
    tmp_path: Path, text: str, rules: list[Any], says: str
) -> None:
    with pytest.raises(AccountError) as error:
        faults(tmp_path, text, *rules)
    assert says in str(error.value)


def test_semicolons_part_cells_as_german_excel_writes_them(tmp_path: Path) -> None:
    text = "tief;bester;hoch\n1,5;2,25;3\n1.200;900,5;2.000\n"
    (fault,) = faults(tmp_path, text, "tief <= bester <= hoch")
    assert (fault.row, fault.cells) == (2, {"tief": 1200, "bester": 900.5})
    assert faults(tmp_path, f"sep=;\n{text}", "tief <= bester <= hoch") == (fault,)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a;b\n1.5;1\n", {"a": 1.5, "b": 1}),  # semicolons with decimal points
        ("a;b\n1.234.567;7\n", {"a": 1234567, "b": 7}),
        ("a;b\n1,234,567;7\n", {"a": 1234567, "b": 7}),
        ("a;b\n1.234,5;0,123\n", {"a": 1234.5, "b": 0.123}),
        ("a;b\n300;20\n", {"a": 300, "b": 20}),
        ("a;b;said\n9;8;roughly, or so\n", {"a": 9, "b": 8}),
        ('"a, all";b\n9;8\n', None),
        ("a\tb\n2.345\t1\n", {"a": 2.345, "b": 1}),
        ('a,b\n"12,34,567",1\n', {"a": 1234567, "b": 1}),
    ],
)
def test_numbers_are_read_as_their_table_writes_them(
    tmp_path: Path, text: str, cells: dict[str, float] | None
) -> None:
    rule = "a <= b" if cells else "b <= 1"
    (fault,) = faults(tmp_path, text, rule)
    assert cells is None or fault.cells == cells


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a;b\n1.234;1\n", "row 1, column 'a': '1.234' may be 1234 or 1.234 with decimals"),
        ("a;b\n1;1\n2;1,234\n", "row 2, column 'b': '1,234' may be 1234 or 1.234 with decimals"),
        ("a;b\n1,5;1\n2;1.5\n", "decimals have a comma (row 1, column 'a': '1,5') and a point (row 2"),
        ('a,b\n"1,5",1\n', "row 1, column 'a': '1,5' is not a number: a point is before decimals here"),
        ("a,b\n1,5,1\n", "row 1 (line 2) has 3 cells, and the heading names 2 columns"),
        ("a;b,c\n1;2,3\n", "commas and semicolons part the names of the columns equally often"),
        ("a,b,a\n1,2,3\n", "two columns are called 'a'"),
    ],
)
def test_numbers_that_may_be_others_are_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(AccountError) as error:
        faults(tmp_path, text, "a <= b")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('a,b,said\n1,2,well\n3,4,"so be it\n9,1,no\n', "row 2 (line 3)"),
        ('a,b,said\n1,2,"oh\n9,1,"no"\n', "row 1 (line 2)"),
        ('a,b,said\n1,2,"oh\n9,1,no\n3,4,yes"\n', "row 1 (column 'said')"),
        ('a,b,"said\n9,1,no\n', "the heading (line 1)"),
    ],
)
def test_a_quotation_mark_that_is_not_closed_takes_no_rows_with_it(
    tmp_path: Path, text: str, where: str
) -> None:
    with pytest.raises(AccountError) as error:
        faults(tmp_path, text, "a <= b")
    assert f"table.csv: {where}: a quotation mark is opened and not closed" in str(error.value)


def test_cells_may_hold_lines_and_quotation_marks(tmp_path: Path) -> None:
    text = 'a,b,said\n1,2,"of two lines,\nthis is the second, so"\n3,2,"he said ""no"""\n'
    (fault,) = faults(tmp_path, text, "a <= b")
    assert fault.row == 2


def test_rules_come_from_a_file_and_progress_is_told(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("rules:\n  - a <= b\n")
    (tmp_path / "table.tsv").write_text("a\tb\n1\t2\n3\t2\n")
    seen: list[int] = []
    result = check_table(tmp_path / "table.tsv", tmp_path / "rules.yaml", progress=seen.append)
    assert (result.rows, result.status, seen) == (2, "conflict", [1, 2])
    assert result.to_dict()["faults"][0]["row"] == 2


def test_parquet_without_its_library_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(AccountError, match="install it"):
        check_table(tmp_path / "table.parquet", ["a <= b"])


def test_parquet_is_read_as_csv_is(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pyarrow.table({"a": [1, 3], "b": [2, None]}), tmp_path / "table.parquet")
    assert check_table(tmp_path / "table.parquet", ["a <= b"]).rows == 2


def test_casualty_events_outside_their_own_bounds_are_found(shared: Path) -> None:
    table = shared / "data" / "tables" / "ucdp_events.csv"
    assert len({fault.row for fault in check_table(table, ["low <= best <= high"]).faults}) == 13
    parts = "deaths_a + deaths_b + deaths_civilians + deaths_unknown = best"
    assert check_table(table, [parts]).faults == ()
