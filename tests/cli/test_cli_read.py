"""`addup read`: what it says of a real report, and what it leaves behind."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from addup.cli import app
from addup.cli.shared import working
from addup.errors import AddupError

TEXT = "Orle floods Tessin\n\nAt least nine people died, the café owner said.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    return path


@pytest.mark.parametrize(
    ("said", "status", "exit_status"),
    [
        ("At least 14", "consistent", 0),
        ("Nearly 16", "tension", 0),
        ("At least 16", "conflict", 1),
    ],
)
def test_only_a_conflict_changes_the_exit_status(
    said: str, status: str, exit_status: int, report: Path
) -> None:
    report.write_text(
        "Orle floods Tessin\n\nThe army said that 14 people were killed in Tessin on Monday. "
        f"{said} people were killed in Tessin on Monday, the mayor said.\n"
    )
    ended = CliRunner().invoke(
        app, ["read", str(report), "--published", "14 May 2024"], standalone_mode=False
    )
    assert ended.return_value == exit_status
    assert "Orle floods Tessin" in ended.output
    told = CliRunner().invoke(app, ["read", str(report), "--published", "14 May 2024", "--json"])
    assert json.loads(told.stdout)["account"]["status"] == status


def test_json_is_the_record_with_the_account(report: Path) -> None:
    ended = CliRunner().invoke(app, ["read", str(report), "--published", "14 May 2024", "--json"])
    record = json.loads(ended.stdout)
    assert (record["title"], record["published"], record["language"]) == (
        "Orle floods Tessin",
        "2024-05-14",
        "en",
    )
    assert record["coverage"]["numbers"] == 1
    assert record["account"]["status"] == "consistent"


def test_html_writes_one_whole_page_and_replaces_the_old_one(report: Path) -> None:
    page = report.with_name("page.html")
    page.write_text("old")
    ended = CliRunner().invoke(app, ["read", str(report), "--html", str(page)])
    assert ended.exit_code == 0
    assert "the café owner said" in page.read_text(encoding="utf-8")
    assert sorted(path.name for path in report.parent.iterdir()) == ["page.html", "report.txt"]


def test_a_page_that_cannot_be_written_whole_leaves_the_old_one(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    page = report.with_name("page.html")
    page.write_text("old")
    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(AddupError, match=r"page\.html cannot be written: No space left on device\."):
        CliRunner().invoke(app, ["read", str(report), "--html", str(page)], catch_exceptions=False)
    assert page.read_text() == "old"
    assert sorted(path.name for path in report.parent.iterdir()) == ["page.html", "report.txt"]


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("nowhere/page.html", r"cannot be written: No such file or directory"),
        ("report.txt/page.html", r"cannot be written: Not a directory"),
        ("folder", r"cannot be written: Is a directory"),
        ("report.txt", r"is the report itself: give --html another file"),
    ],
)
def test_a_place_where_no_page_can_be_written_is_refused(report: Path, place: str, message: str) -> None:
    (report.parent / "folder").mkdir()
    with pytest.raises(AddupError, match=message) as refused:
        CliRunner().invoke(
            app, ["read", str(report), "--html", str(report.parent / place)], catch_exceptions=False
        )
    assert "\n" not in str(refused.value)
    assert report.read_text() == TEXT
    assert os.listdir(report.parent / "folder") == []


def test_reading_a_long_text_says_so_where_somebody_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def told(size: int) -> str:
        with working(size) as doing:
            doing("reading 90,000 characters")

        return capsys.readouterr().err

    assert told(90_000) == ""  # a pipe
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "reading 90,000 characters" in told(90_000)
    assert told(900) == ""
