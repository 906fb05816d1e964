"""What every command needs: exit statuses, the terminal, JSON, and files that are written whole."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from addup.errors import AddupError

if TYPE_CHECKING:
    from rich.console import Console

    from addup.account import Result
    from addup.ledger import Ledger

NOTHING_CONFLICTS, CONFLICT, NOT_DONE = 0, 1, 2
LONG_TEXT = 50_000
"""Characters of a text whose reading takes some seconds."""

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE|URL",
        envvar="ADDUP_LEDGER",
        help="A file, or postgresql://USER@HOST/DATABASE.  [default: a file of your own]",
        show_default=False,
    ),
]
ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", envvar="ADDUP_BY", help="Who does this.  [default: your login]"),
]
WhyOption = Annotated[str | None, typer.Option("--why", metavar="WORDS", help="Why, for the log.")]


def open_ledger(address: str | None, *, to_write: bool = False) -> Ledger:
    """Open the ledger that a command is to work with: as given, else the user's own.

    With `to_write`, one that can only be read is refused before any work is done. Without, a file that the
    command names must be there: a slip in its name must not pass for a ledger in which nothing conflicts.
    The variable says where the user's own is to be.

    Raises:
        AddupError: there is no such ledger.
    """
    from addup.ledger import Ledger

    named = address and address != os.environ.get("ADDUP_LEDGER")
    if named and not to_write and "://" not in str(address) and not Path(str(address)).exists():
        raise AddupError(f"there is no ledger {address}: addup add REPORT --ledger {address} makes it.")

    opened = Ledger(address or Path(typer.get_app_dir("addup")) / "ledger.sqlite")
    if to_write:
        opened.refuse_to_write()
    return opened


def name_of(by: str | None) -> str:
    """Give the name to put to what a user does: as given, else the login."""
    return by or getpass.getuser()


@contextmanager
def working(size: int) -> Iterator[Callable[[str], None]]:
    """Give what says which work goes on, where somebody watches and it will take more than a moment."""
    from rich.console import Console

    console = Console(stderr=True)
    if size < LONG_TEXT or not console.is_terminal:
        yield lambda what: None
        return
    with console.status("") as status:
        yield status.update


def settle(ledger: Ledger) -> None:
    """Group and check what changed in a ledger, with a progress bar where somebody watches."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("checking what changed", total=None)
        ledger.settle(progress=lambda done, total: bar.update(task, completed=done, total=total))


def status_of(result: Result) -> int:
    """Give the exit status that says whether something conflicts."""
    return CONFLICT if result.status == "conflict" else NOTHING_CONFLICTS


def print_json(record: dict[str, Any] | list[Any]) -> None:
    """Print a record on stdout."""
    # JSON is UTF-8 whatever the terminal's encoding.
    typer.echo(json.dumps(record, ensure_ascii=False, indent=2).encode())


def terminal() -> Console:
    """Give the terminal, or the pipe, that stdout is."""
    from rich.console import Console

    return Console(highlight=False)


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all: whoever has the old page open never sees half of a new one."""
    with whole_file(path) as part:
        part.write_text(text, encoding="utf-8")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a place to write a file to; it takes the file's own name when all of it is there."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    except OSError as problem:
        raise AddupError(f"{path} cannot be written: {problem.strerror}.") from None
    finally:
        with suppress(OSError):
            part.unlink()
