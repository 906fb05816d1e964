"""What every command needs: exit statuses, the terminal, JSON, and files that are written whole."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import typer

from addup.errors import AddupError

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

    from addup.account import Result

NOTHING_CONFLICTS, CONFLICT, NOT_DONE = 0, 1, 2


def status_of(result: Result) -> int:
    """Give the exit status that says whether something conflicts."""
    return CONFLICT if result.status == "conflict" else NOTHING_CONFLICTS


def print_json(record: dict[str, Any]) -> None:
    """Print a record on stdout."""
    # JSON is UTF-8 whatever the terminal's encoding.
    typer.echo(json.dumps(record, ensure_ascii=False, indent=2).encode())


def terminal() -> Console:
    """Give the terminal, or the pipe, that stdout is."""
    from rich.console import Console

    return Console(highlight=False)


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all: whoever has the old page open never sees half of a new one."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as problem:
        raise AddupError(f"{path} cannot be written: {problem.strerror}.") from None
    finally:
        with suppress(OSError):
            part.unlink()
