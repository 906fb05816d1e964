"""Commands, run in this process as the shell would run them."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from addup.cli import main

WIDTH = "100"
"""Columns of the terminal that commands are shown in."""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


class Command:
    """Runs commands as the shell would, in this process, with a ledger of their own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, ledger: Path) -> None:
        self._patch = monkeypatch
        self._ledger = ledger

    def __call__(self, *arguments: object, ledger: str | None = None, check: bool = False) -> Ended:
        self._patch.setenv("ADDUP_LEDGER", ledger or str(self._ledger))
        self._patch.setenv("ADDUP_BY", "ana")
        self._patch.setenv("COLUMNS", WIDTH)
        self._patch.setattr(sys, "argv", ["addup", *map(str, arguments)])
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with redirect_stdout(out), redirect_stderr(err):
            status = main()
        ended = Ended(status, *(stream.buffer.getvalue().decode() for stream in (out, err)))
        assert not check or status == 0, ended.stderr
        return ended
