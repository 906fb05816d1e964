"""What `addup check` can be asked for beside the result, and tables."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

QUARREL = """
weights: {union: 3}
series:
  marchers: {kind: level}
reports:
  - {id: union, series: marchers, on: 2023-04-13, low: 50000, source: union}
  - {id: police, series: marchers, on: 2023-04-13, high: 20000, source: police}
  - {id: paper, series: marchers, on: 2023-04-13, high: 30000, source: paper}
"""
AGREED = QUARREL.replace("50000", "15000")
TABLE = "low,best,high,men,women\n1,2,3,1,1\n4,3,5,1,2\n1,2,2,1,3\n"


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "addup.cli", "check", *arguments]
    full = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=full)


def record(*arguments: str, cwd: Path) -> dict[str, Any]:
    return dict(json.loads(run(*arguments, "--json", cwd=cwd).stdout))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "quarrel.yaml").write_text(QUARREL)
    (tmp_path / "agreed.yaml").write_text(AGREED)
    (tmp_path / "events.csv").write_text(TABLE)
    (tmp_path / "rules.yaml").write_text("rules:\n  - low <= best <= high\n  - men + women = best\n")
    return tmp_path


def test_all_conflicts_are_listed_and_said_to_be_all(folder: Path) -> None:
    shown = run("quarrel.yaml", "--all", cwd=folder)
    assert shown.returncode == 1
    assert "2; these are all" in shown.stdout
    found = record("quarrel.yaml", "--all", cwd=folder)["all"]
    assert [conflict["reports"] for conflict in found["conflicts"]] == [
        ["union", "police"],
        ["union", "paper"],
    ]
    assert found["complete"]


def test_a_limit_is_kept_and_said(folder: Path) -> None:
    assert "there may be more" in run("quarrel.yaml", "--all", "--limit", "1", cwd=folder).stdout
    found = record("quarrel.yaml", "--all", "--limit", "1", cwd=folder)["all"]
    assert (len(found["conflicts"]), found["complete"]) == (1, False)


def test_the_least_correction_is_told_both_ways_with_the_weights_of_the_file(folder: Path) -> None:
    least = record("quarrel.yaml", "--least", cwd=folder)["least"]
    assert least["removal"] == {"reports": ["police", "paper"], "weight": 2, "possible": True}
    assert [(move["report"], move["by"], move["was"]) for move in least["moves"]["moves"]] == [
        ("police", 30_000, "too low"),
        ("paper", 20_000, "too low"),
    ]
    assert "take away police and paper" in run("quarrel.yaml", "--least", cwd=folder).stdout
    assert "Nothing: everything can be true" in run("agreed.yaml", "--least", cwd=folder).stdout


def test_bounds_are_given_for_every_series_on_every_day(folder: Path) -> None:
    shown = run("agreed.yaml", "--bounds", cwd=folder)
    assert (shown.returncode, shown.stdout.split()[-4:]) == (
        0,
        ["marchers", "2023-04-13", "15,000", "20,000"],
    )
    assert record("agreed.yaml", "--bounds", cwd=folder)["bounds"] == [
        {"series": "marchers", "day": "2023-04-13", "low": 15_000, "high": 20_000}
    ]
    assert record("quarrel.yaml", "--bounds", cwd=folder)["bounds"] == []


def test_nothing_is_added_that_was_not_asked_for(folder: Path) -> None:
    assert list(record("quarrel.yaml", cwd=folder)) == ["status", "conflicts", "asked", "findings"]


def test_a_convention_decides_what_vague_words_commit_to(folder: Path) -> None:
    account = "series: {held: {kind: flow}}\nreports: [{series: held, on: 2023-09-02, amount: several}]\n"
    (folder / "vague.yaml").write_text(account + "ask: [held@2023-09-02]\n")
    asked = [record("vague.yaml", *more, cwd=folder)["asked"][0] for more in ((), ("--convention", "aan"))]
    assert [(answer["low"], answer["high"]) for answer in asked] == [(2, 20), (3, None)]


def test_faults_of_a_table_are_listed_with_row_rule_and_least_correction(folder: Path) -> None:
    shown = run("events.csv", "--rule", "low <= best <= high", "--rule", "men + women = best", cwd=folder)
    assert shown.returncode == 1
    assert shown.stderr == ""
    assert "2 of 3 rows break a rule" in shown.stdout
    assert "row 2, low ≤ best ≤ high" in shown.stdout
    assert "least correction: change low" in shown.stdout
    faults = record("events.csv", "--rules", "rules.yaml", cwd=folder)["faults"]
    assert [(fault["row"], fault["rule"], fault["cells"]) for fault in faults] == [
        (2, "low <= best <= high", {"low": 4, "best": 3}),
        (3, "men + women = best", {"men": 1, "women": 3, "best": 2}),
    ]


def test_a_table_without_faults_ends_with_nothing_conflicts(folder: Path) -> None:
    shown = run("events.csv", "--rule", "best <= high", cwd=folder)
    assert (shown.returncode, shown.stdout.strip()) == (0, "Every row keeps the rules (3 rows)")


def test_progress_is_shown_on_stderr_to_whoever_watches(folder: Path) -> None:
    shown = run("events.csv", "--rule", "best <= high", cwd=folder, FORCE_COLOR="1")
    assert "events.csv" in shown.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["events.csv"], "say what must hold in events.csv"),
        (["events.csv", "--rule", "low <= best", "--rules", "rules.yaml"], "either --rule"),
        (["events.csv", "--rule", "low <= most"], "no column 'most'"),
        (["nowhere.csv", "--rule", "low <= best"], "nowhere.csv"),
        (["agreed.yaml", "--rule", "low <= best"], "only a table"),
        (["agreed.yaml", "--limit", "0"], "--limit"),
        (["agreed.yaml", "--convention", "mine"], "'mine' is not one of"),
    ],
)
def test_what_cannot_be_checked_is_one_line_on_stderr(
    folder: Path, arguments: list[str], message: str
) -> None:
    ended = run(*arguments, cwd=folder)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert message in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_who_checks_a_report_is_told_how_to_read_it(folder: Path) -> None:
    (folder / "flood.txt").write_text("The mayor said that 38 people died.")
    ended = run("flood.txt", cwd=folder)
    assert ended.returncode == 2
    assert ended.stderr == (
        "addup: flood.txt is no account (YAML, JSON) and no table (CSV, TSV, Parquet): addup read shows what "
        "is in a report.\n"
    )


@pytest.mark.parametrize("name", ["events.xlsx", "events.ods", "events.xls"])
@pytest.mark.parametrize("rules", [[], ["--rule", "low <= best"]])
def test_a_workbook_is_refused_with_what_to_do(folder: Path, name: str, rules: list[str]) -> None:
    (folder / name).write_bytes(b"PK")
    ended = run(name, *rules, cwd=folder)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"addup: {name} is a workbook: save its sheet as CSV")
