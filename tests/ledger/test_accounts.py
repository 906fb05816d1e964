"""Accounts that are kept in a ledger, over its series."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Command

ACCOUNT = """\
series:
  dead: {kind: toll, ledger: "SERIES"}
  identified: {kind: level}
relations: [identified <= dead]
reports:
  - {id: police, series: identified, on: 2024-05-16, amount: 52, source: police}
"""
REPORT = "The flood in Brennick killed 47 people on Tuesday, the army said."


@pytest.fixture
def flooded(command: Command, tmp_path: Path) -> Command:
    """A ledger with a report, and an account file over its series."""
    (tmp_path / "flood.txt").write_text(REPORT)
    command("add", "flood.txt", "--published", "2024-05-16", check=True)
    listed = json.loads(command("series", "--all", "--json").stdout)
    (name,) = (one["name"] for one in listed if one["event"] == "kill")
    (tmp_path / "flood.yaml").write_text(ACCOUNT.replace("SERIES", name))
    return command


def test_an_account_takes_over_what_the_ledger_holds(flooded: Command, tmp_path: Path) -> None:
    assert "no account is saved yet" in flooded("accounts").stdout
    flooded("accounts", "save", "flood", "flood.yaml", check=True)
    checked = flooded("accounts", "check", "flood")
    assert checked.returncode == 1
    assert "52 (police), but at most 47 (the army" in " ".join(checked.stdout.split())
    flooded("correct", "flood.txt", "47", "value=at least 47", check=True)
    assert flooded("accounts", "check").returncode == 0  # the correction holds here, too
    assert flooded("accounts").stdout.split()[0] == "flood"
    assert flooded("accounts", "show", "flood").stdout == (tmp_path / "flood.yaml").read_text()


def test_an_account_that_was_saved_over_comes_back_with_undo(flooded: Command, tmp_path: Path) -> None:
    before = (tmp_path / "flood.yaml").read_text()
    flooded("accounts", "save", "flood", "flood.yaml", check=True)
    (tmp_path / "flood.yaml").write_text(before.replace("52", "40"))
    flooded("accounts", "save", "flood", "flood.yaml", "--why", "recounted", check=True)
    assert flooded("accounts", "check").returncode == 0
    assert "because recounted" in flooded("log").stdout
    flooded("undo", "2", check=True)
    assert flooded("accounts", "show", "flood").stdout == before


def test_an_account_is_edited_in_the_editor(
    flooded: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    flooded("accounts", "save", "flood", "flood.yaml", check=True)
    monkeypatch.setenv("EDITOR", "sed -i s/52/40/")
    flooded("accounts", "edit", "flood", check=True)
    assert "40" in flooded("accounts", "show", "flood").stdout
    monkeypatch.setenv("EDITOR", "true")
    assert flooded("accounts", "edit", "flood").stdout == "Nothing was changed.\n"
    monkeypatch.setenv("EDITOR", "no-such-editor")
    ended = flooded("accounts", "edit", "flood")
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ACCOUNT, "the ledger has no series called 'SERIES'"),
        (ACCOUNT.replace(', ledger: "SERIES"', "").replace("52", "so many"), "bad.yaml:6:"),
        (ACCOUNT.replace("52", "so many"), "bad.yaml:6:"),
        ("[1, 2]", "bad.yaml:1:1"),
        ("series: {dead: {kind: toll, ledger: [", "this is not YAML"),
    ],
)
def test_an_account_with_mistakes_is_not_kept(
    flooded: Command, tmp_path: Path, text: str, problem: str
) -> None:
    (tmp_path / "bad.yaml").write_text(text)
    ended = flooded("accounts", "save", "bad", "bad.yaml")
    assert ended.returncode == 2
    assert problem in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "no account is called 'bad': none is saved yet" in flooded("accounts", "show", "bad").stderr
