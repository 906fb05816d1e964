"""Where a command reads and writes: full disks, closed streams, poor terminals, and what slips are called."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Command

TEXT = "Orle floods Tessin\n\nAt least nine people died on Monday, the café owner said.\n"
PROGRAM = [sys.executable, "-c", "from addup.cli import main; raise SystemExit(main())"]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "flood in Orle.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def addup(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    return Command(monkeypatch, tmp_path / "ledger.sqlite")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
@pytest.mark.parametrize("options", [[], ["--json"], ["--help"]])
def test_a_full_disk_under_the_output_is_told_in_one_line(report: Path, options: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, "read", str(report), *options], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "addup: the output cannot be written: No space left on device.\n"


def test_closed_streams_are_no_mistake_of_addup(report: Path) -> None:
    for command, status, told in (
        (f"read '{report}' >&-", 0, ""),
        ("read - <&-", 2, "addup: standard input is empty.\n"),
    ):
        done = subprocess.run(
            ["sh", "-c", f'"$@" {command}', "sh", *PROGRAM], stderr=subprocess.PIPE, check=False
        )
        assert (done.returncode, done.stderr.decode()) == (status, told)


def test_a_terminal_without_our_letters_gets_simpler_ones(report: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "read", str(report)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert b'"Monday" stays open' in done.stdout
    assert b"the caf? owner" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["mark", "x", "gone"], "'gone' is not one of 'open', 'checked', 'dismissed', 'shared'"),
        (["undo", "last"], "it has to be a whole number"),
        (["serve", "--port", "99999"], "it can be 65535 at most"),
        (["show", "--last", "0"], "it has to be at least 1"),
        (["watch", "https://x.example", "--between", "long"], "it has to be a number"),
    ],
)
def test_a_slip_is_told_in_plain_words(addup: Command, arguments: list[str], told: str) -> None:
    ended = addup(*arguments)
    assert ended.returncode == 2
    assert f": {told} (addup --help shows how)\n" in ended.stderr


def test_data_is_not_taken_for_a_report(addup: Command, tmp_path: Path) -> None:
    path = tmp_path / "account.yaml"
    path.write_text("reports:\n  - {id: a, series: dead, amount: 12}\n")
    assert "is data, not a report: addup check reads accounts" in addup("read", path).stderr


def test_export_says_what_it_wrote(addup: Command, report: Path, tmp_path: Path) -> None:
    addup("add", report, check=True)
    for name, held in (
        ("figures.csv", "1 figure of 1 report"),
        ("ledger.jsonl", "1 figure of 1 report"),
        ("checked.jsonld", "no checked findings"),
        ("flood.html", "one report"),
    ):
        ended = addup("export", tmp_path / name, "--document", "Orle", check=True)
        assert ended.stdout == f"{tmp_path / name} holds {held}.\n"


@pytest.mark.parametrize("name", ["flood in Orle.txt", "flood in Orle"])
def test_a_report_is_found_by_the_name_of_its_file(addup: Command, report: Path, name: str) -> None:
    addup("add", report, check=True)
    assert addup("show", name, check=True).stdout.startswith("Orle floods Tessin")


def test_a_report_without_a_title_is_listed_by_its_first_words(addup: Command, report: Path) -> None:
    report.write_text("At least nine people died on Monday, the café owner said.\n")
    addup("add", report, check=True)
    assert "At least nine people died on Monday" in addup("show", check=True).stdout


def test_an_id_stays_whole_in_a_narrow_terminal(
    addup: Command, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    addup("add", report, "--published", "2024-05-14", check=True)
    wide = addup("show", check=True).stdout
    monkeypatch.setattr("command_line.WIDTH", "40")
    narrow = addup("show", check=True).stdout
    assert narrow.split()[0] == wide.split()[0]
    assert max(map(len, narrow.splitlines())) <= 40


def test_an_empty_ledger_says_so(addup: Command) -> None:
    for name in ("show", "events"):
        assert addup(name, check=True).stdout.startswith("The ledger holds no reports yet: addup add")
    assert addup("series", check=True).stdout.startswith("No series yet")


def test_what_is_attached_to_a_mail_is_told(addup: Command, tmp_path: Path) -> None:
    path = tmp_path / "update.eml"
    head = "From: press@tessin.example\nMessage-ID: <1@tessin>\nMIME-Version: 1.0\n"
    attached = 'Content-Disposition: attachment; filename="more.txt"'
    plain = "Content-Type: text/plain"
    parts = f"--x\n{plain}\n\n{TEXT}\n--x\n{plain}\n{attached}\n\n{TEXT}\n--x--\n"
    path.write_text(f"{head}Content-Type: multipart/mixed; boundary=x\n\n{parts}", newline="\n")
    ended = addup("read", path, check=True)
    assert ended.stderr == f"addup: attached is {path}/more.txt: read it, too.\n"
