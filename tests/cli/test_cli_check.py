"""`addup check` as a shell sees it: exit status, stdout and stderr."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from addup import cli
from addup.cli.check import CHECK_HELP

FITS = """
series:
  arrived: {kind: flow}
reports:
  - {id: port, series: arrived, from: 2024-03-01, to: 2024-03-31, amount: more than 400}
  - {id: town, series: arrived, from: 2024-03-01, to: 2024-03-31, amount: about 450}
ask: [arrived 2024-03-01..2024-03-31]
"""
CLASHES = FITS.replace("about 450", "fewer than 300")
MISTAKEN = FITS.replace("amount: more than 400", "amount: rather many").replace(
    "to: 2024-03-31, amount: about", "to: soon, amount: about"
)


def run(*arguments: str, stdin: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "addup.cli", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, cwd=cwd)


def account(folder: Path, text: str) -> str:
    path = folder / "account.yaml"
    path.write_text(text)
    return str(path)


def test_without_an_argument_the_ledger_is_checked() -> None:
    ended = run("check")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "holds no reports yet" in ended.stdout


@pytest.mark.parametrize(("text", "status"), [(FITS, 0), (CLASHES, 1)])
def test_the_exit_status_says_whether_something_conflicts(tmp_path: Path, text: str, status: int) -> None:
    ended = run("check", account(tmp_path, text))
    assert (ended.returncode, ended.stderr) == (status, "")
    assert "\x1b" not in ended.stdout
    assert max(map(len, ended.stdout.splitlines())) <= 80


def test_that_reports_may_not_be_comparable_comes_before_their_conflict(tmp_path: Path) -> None:
    counted = CLASHES.replace("more than 400", "more than 400, counted: person")
    ended = run("check", account(tmp_path, counted.replace("than 300", "than 300, counted: household")))
    told = ended.stdout
    assert ended.returncode == 1
    assert told.count("may not be comparable") == 1
    assert told.index("may not be comparable") < told.index("cannot all be true")


def test_json_is_the_result_and_the_same_each_time(tmp_path: Path) -> None:
    path = account(tmp_path, CLASHES)
    ended = run("check", path, "--json")
    assert json.loads(ended.stdout)["status"] == "conflict"
    assert run("check", path, "--json").stdout == ended.stdout


def test_all_mistakes_of_an_account_are_listed_each_with_its_place(tmp_path: Path) -> None:
    path = account(tmp_path, MISTAKEN)
    ended = run("check", path)
    lines = ended.stderr.splitlines()
    assert (ended.returncode, ended.stdout) == (2, "")
    assert [line.split(":")[1] for line in lines] == ["5", "6"]
    assert all(line.startswith(f"{path}:") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "nowhere.yaml"], "nowhere.yaml"),
        (["read"], "Missing argument"),
        (["chekc"], "No such command 'chekc'"),
        (["check", "x.yaml", "--jsn"], "No such option: --jsn"),
        (["read", "nowhere.txt"], "nowhere.txt: there is no such file"),
        (["read", "nowhere.txt", "--published", "soon"], "'soon' is not a day"),
        (["read", "."], ". is a folder"),
        (["read", "page.html"], "page.html holds no article"),
        (["read", "-"], "standard input is empty"),
    ],
)
def test_what_cannot_be_carried_out_is_one_line_on_stderr(
    tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "page.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    ended = run(*arguments, cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert message in ended.stderr
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["check", "account.yaml"], ["check", "account.yaml", "--json"], ["--help"]]
)
def test_when_nobody_reads_the_output_the_status_is_not_that_of_a_conflict(
    tmp_path: Path, arguments: list[str]
) -> None:
    account(tmp_path, CLASHES)
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "addup.cli", *arguments]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, cwd=tmp_path)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_the_version_and_the_help_are_shown() -> None:
    assert run("--version").stdout.startswith("addup 0.")
    for arguments in (["--help"], []):
        ended = run(*arguments)
        assert ended.returncode == 0
        assert "addup read report.txt" in ended.stdout


def test_the_example_in_the_help_of_check_works(tmp_path: Path) -> None:
    lines = CHECK_HELP.splitlines()
    first = lines.index("Example, flood.yaml:") + 1
    last = next(number for number in range(first, len(lines)) if "addup check" in lines[number])
    ended = run("check", account(tmp_path, textwrap.dedent("\n".join(lines[first:last]))))
    assert (ended.returncode, ended.stderr) == (1, "")


@pytest.mark.parametrize(
    ("problem", "status", "told"),
    [(KeyboardInterrupt(), 130, ""), (ZeroDivisionError(), 2, "this is a mistake in addup")],
)
def test_interruptions_and_mistakes_of_addup_do_not_look_like_conflicts(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    problem: BaseException,
    status: int,
    told: str,
) -> None:
    def fail(_: Path, **options: object) -> None:
        raise problem

    monkeypatch.setattr("addup.account.inquire", fail)
    monkeypatch.setattr(sys, "argv", ["addup", "check", "account.yaml"])
    assert cli.main() == status
    assert told in capsys.readouterr().err
