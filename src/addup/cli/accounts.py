"""`addup accounts`: accounts that are kept in the ledger, over its series."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from addup.cli.shared import (
    CONFLICT,
    NOTHING_CONFLICTS,
    ByOption,
    LedgerOption,
    WhyOption,
    name_of,
    open_ledger,
    print_json,
    settle,
    terminal,
)
from addup.errors import AddupError

if TYPE_CHECKING:
    from addup.ledger import Act, Ledger

ACCOUNTS_HELP = """Keep accounts in the ledger: relations and questions of your own over its series.

\b
An account is written in the account language (addup check --help). A series of it takes over the figures of
the ledger's series of a name with `ledger`:
  series:
    dead: {kind: toll, ledger: "killed, Brennick"}
    identified: {kind: level}
  relations: [identified <= dead]
  reports:
    - {id: police, series: identified, on: 2024-05-18, amount: 52, source: police}

\b
Examples:
  addup accounts                              list them
  addup accounts save flood flood.yaml        keep a file under a name; - is standard input
  addup accounts check flood                  check it over the reports that the ledger holds now
  addup accounts check                        check all of them
  addup accounts edit flood                   change it in your editor (VISUAL or EDITOR)
  addup accounts show flood > flood.yaml      write it out

\b
What was saved before stays in the log (addup log), and addup undo brings it back.
Exit status: 0 nothing conflicts, 1 something conflicts, 2 it could not be done.
"""
NEW = """\
# An account for addup. The series of the ledger are listed by: addup series --all
series:
  dead: {kind: toll, ledger: "the name of a series"}
relations: []
reports: []
ask: []
"""
accounts = typer.Typer(help=ACCOUNTS_HELP, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of an account.")]


@accounts.callback(invoke_without_command=True)
def _list(context: typer.Context, ledger: LedgerOption = None) -> None:
    from addup.report.kept import print_accounts

    if context.invoked_subcommand is None:
        print_accounts(terminal(), open_ledger(ledger).accounts())


@accounts.command(help="Keep an account under a name, in place of what had that name.")
def save(
    name: Name,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A file of YAML or JSON, or - for standard input.")
    ],
    why: WhyOption = None,
    ledger: LedgerOption = None,
    by: ByOption = None,
) -> int:
    """Save an account."""
    from addup.account.language.files import read_text

    text = sys.stdin.read() if file == "-" else read_text(Path(file))
    _keep(
        open_ledger(ledger, to_write=True), name, text, called="line" if file == "-" else file, why=why, by=by
    )
    return NOTHING_CONFLICTS


@accounts.command(help="Print an account as it was saved last.")
def show(name: Name, ledger: LedgerOption = None) -> int:
    """Print an account."""
    typer.echo(open_ledger(ledger).account(name).rstrip("\n"))
    return NOTHING_CONFLICTS


@accounts.command(help="Change an account in your editor (VISUAL or EDITOR); make it where there is none.")
def edit(name: Name, why: WhyOption = None, ledger: LedgerOption = None, by: ByOption = None) -> int:
    """Edit an account."""
    opened = open_ledger(ledger, to_write=True)
    saved = opened.accounts().get(name)
    before = saved.content["text"] if saved else NEW
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "account.yaml"
        file.write_text(before, encoding="utf-8")
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
        try:
            subprocess.run([*shlex.split(editor), str(file)], check=True)
        except (OSError, ValueError, subprocess.CalledProcessError):
            raise AddupError(f"the editor {editor!r} did not do it: set EDITOR, or save a file.") from None
        text = file.read_text(encoding="utf-8")
    if text == before:
        typer.echo("Nothing was changed.")
    else:
        _keep(opened, name, text, called=name, why=why, by=by)
    return NOTHING_CONFLICTS


@accounts.command(help="Check an account, or all of them, over what the ledger holds now.")
def check(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The name of an account.  [default: all]")
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the result as JSON, by name.")] = False,
    ledger: LedgerOption = None,
) -> int:
    """Check accounts."""
    from addup.account import inquire
    from addup.report.checking import print_inquiry

    opened = open_ledger(ledger)
    settle(opened)
    names = [name] if name else sorted(opened.accounts())
    found = {one: inquire(opened.filled(opened.account(one), name=one)) for one in names}
    if json_:
        print_json({one: result.to_dict() for one, result in found.items()})
    for one, result in () if json_ else found.items():
        if name is None:
            typer.echo(f"{one}:")
        print_inquiry(terminal(), result)
    return CONFLICT if any(one.result.status == "conflict" for one in found.values()) else NOTHING_CONFLICTS


def _keep(ledger: Ledger, name: str, text: str, *, called: str, why: str | None, by: str | None) -> Act:
    """Keep an account that can be checked; one with mistakes is refused, with all of them."""
    from addup.account.language.parsing import read_account
    from addup.ledger import Edit
    from addup.report.kept import print_log

    settle(ledger)
    read_account(ledger.filled(text, name=called))
    act = ledger.save_account(name, text, Edit(name_of(by), why))
    print_log(terminal(), [act])
    return act
