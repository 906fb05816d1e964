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
