"""A ledger that can only be read can be looked at; what would change it is refused in one line."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Command
from only_read import only_read

import addup
from addup.ledger import Edit, Ledger, LedgerError
from addup.records import Reading
from ledger.conftest import FLOOD


@pytest.fixture
def kept(tmp_path: Path, flood: Reading) -> Path:
    """A ledger in a folder of its own, with a report, checked."""
    folder = tmp_path / "kept #1? 50%"  # marks that mean something in the address of a file
    folder.mkdir()
    ledger = Ledger(folder / "ledger.sqlite")
    ledger.add(flood, by="ana", reader=addup.__version__)
    ledger.settle()
    ledger.close()
    return folder / "ledger.sqlite"


@pytest.fixture
def locked(kept: Path) -> Iterator[Path]:
    """The same, where nothing can be written."""
    with only_read(kept.parent):
        yield kept


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("show", "flood"),
        ("check",),
        ("series", "--all"),
        ("series", "killed", "--explain"),
        ("events",),
        ("log",),
        ("accounts",),
        ("export", "figures.csv"),
        ("export", "flood.html", "--document", "flood"),
        ("export", "ledger.jsonl"),
        ("export", "copy.sqlite"),
    ],
)
def test_it_can_be_looked_at_in_every_way(arguments: tuple[str, ...], command: Command, kept: Path) -> None:
    before = command(*arguments, ledger=str(kept))
    with only_read(kept.parent):
        ended = command(*arguments, ledger=str(kept))
    assert (ended.returncode, ended.stdout, ended.stderr) == (before.returncode, before.stdout, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "report.txt"),
        ("watch", "https://news.example/feed", "--once"),
        ("import", "ledger.jsonl"),
        ("correct", "flood", "published=2024-05-16"),
        ("undo", "1"),
        ("mark", "{finding}", "checked"),
    ],
)
def test_what_would_change_it_is_refused_in_one_line(
    arguments: tuple[str, ...], command: Command, locked: Path, tmp_path: Path
) -> None:
    (tmp_path / "report.txt").write_text(FLOOD, encoding="utf-8")
    (tmp_path / "ledger.jsonl").write_text("", encoding="utf-8")
    opened = Ledger(locked)
    finding = opened.findings()[0].key
    opened.close()
    ended = command(*(one.format(finding=finding) for one in arguments), ledger=str(locked))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        f"addup: the ledger {locked} can only be read: copy it to where it can be written, and give the copy "
        "as --ledger.\n"
    )


def test_looking_at_it_leaves_nothing_beside_it(kept: Path, command: Command) -> None:
    before = kept.read_bytes()
    with only_read(kept.parent):
        command("check", ledger=str(kept))
    assert kept.read_bytes() == before
    assert [one.name for one in kept.parent.iterdir()] == [kept.name]


def test_what_was_not_checked_is_not_shown_as_if_it_were(kept: Path, command: Command) -> None:
    ledger = Ledger(kept)
    ledger.describe("flood", {"outlet": "The Selm Post"}, Edit("ana"))
    ledger.close()
    with only_read(kept.parent):
        assert command("show", ledger=str(kept)).returncode == 0
        ended = command("check", ledger=str(kept))
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)
    assert "was not checked since it was last added to" in ended.stderr


def test_what_was_written_last_is_never_passed_over(kept: Path, tmp_path: Path) -> None:
    """A writer that was killed leaves what it wrote last in a log beside the file."""
    left = tmp_path / "left"
    left.mkdir()
    writer = sqlite3.connect(kept)
    writer.execute("PRAGMA wal_autocheckpoint = 0")
    writer.execute("UPDATE documents SET title = 'The last word'")
    writer.commit()
    for file in (kept, kept.with_name(f"{kept.name}-wal")):
        shutil.copy(file, left)
    writer.close()
    with only_read(left), pytest.raises(LedgerError, match="was left while it was written") as problem:
        Ledger(left / kept.name)
    assert "\n" not in str(problem.value)
    assert Ledger(left / kept.name).stored("flood").reading.document.title == "The last word"


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, who can have one folder in two places")
def test_what_another_writes_who_may_is_seen(kept: Path, flood: Reading, tmp_path: Path) -> None:
    shown = tmp_path / "shown"
    shown.mkdir()
    with only_read(shown, of=kept.parent):
        looking = Ledger(shown / kept.name)
        assert looking.stored("flood").reading.document.title is None
        writing = Ledger(kept)
        writing.describe("flood", {"title": "While it is open"}, Edit("ana"))
        assert looking.stored("flood").reading.document.title == "While it is open"
        writing.describe("flood", {"title": "Closed"}, Edit("ana"))
        writing.close()
        assert looking.stored("flood").reading.document.title == "Closed"
        looking.close()


@pytest.mark.parametrize(
    ("version", "told"),
    [("9999", "was made by a newer addup"), ("0001", "was made by an older addup"), (None, "older addup")],
)
def test_one_of_another_version_is_refused_in_one_line(
    version: str | None, told: str, kept: Path, command: Command
) -> None:
    with sqlite3.connect(kept) as database:
        if version:
            database.execute("UPDATE alembic_version SET version_num = ?", (version,))
        else:
            database.execute("DELETE FROM alembic_version")
    database.close()
    with only_read(kept.parent):
        ended = command("show", ledger=str(kept))
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)
    assert told in ended.stderr


def test_what_is_no_ledger_is_told_as_elsewhere(tmp_path: Path, command: Command) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "note.txt").write_text("This is a note, and no ledger at all. " * 40)
    with only_read(folder):
        ended = command("show", ledger=str(folder / "note.txt"))
    assert ended.returncode == 2
    assert "file is not a database" in ended.stderr
