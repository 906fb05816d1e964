"""The commands, one module each. They are thin: each says in a few lines which rooms it passes through.

Exit status: 0 nothing conflicts, 1 there are findings of kind conflict, 2 the command could not be carried
out, with one line on stderr that says why and what to do.
"""

from __future__ import annotations

import re
import sys
import traceback
from typing import Annotated

import typer

import addup
from addup.cli import streams
from addup.cli.accounts import accounts
from addup.cli.add import ADD_HELP, add
from addup.cli.archive import ARCHIVE_HELP, archive
from addup.cli.check import CHECK_HELP, check
from addup.cli.correct import CORRECT_HELP, correct
from addup.cli.events import EVENTS_HELP, events
from addup.cli.export import EXPORT_HELP, IMPORT_HELP, export, take
from addup.cli.log import LOG_HELP, UNDO_HELP, log, undo
from addup.cli.mark import MARK_HELP, mark
from addup.cli.read import READ_HELP, read
from addup.cli.series import SERIES_HELP, series
from addup.cli.serve import PEOPLE_HELP, SERVE_HELP, people, serve
from addup.cli.shared import NOT_DONE, NOTHING_CONFLICTS
from addup.cli.show import SHOW_HELP, show
from addup.cli.watch import WATCH_HELP, watch
from addup.errors import AccountError, AddupError

# As shells report a program that was ended by SIGINT (128 + 2) and by SIGPIPE (128 + 13).
INTERRUPTED, NOBODY_READS = 130, 141
_PLAINER = (
    ("Value error, ", ""),
    (r"Input should be a valid integer.*", "it has to be a whole number"),
    (r"Input should be a valid number.*", "it has to be a number"),
    (r"Input should be less than or equal to (\S+)", r"it can be \1 at most"),
    (r"Input should be greater than or equal to (\S+)", r"it has to be at least \1"),
)

HELP = """Read news reports and keep the account of the numbers in them: who said how many, of what, when
- and whether they can all be true.

\b
Examples:
  addup read report.txt                          the figures of a report, and what does not add up
  addup read https://news.example/flood          the same for a page on the web
  addup read report.pdf --published 2024-05-16   say on which day it was published
  addup check account.yaml                       check figures that you noted down yourself
  addup check events.csv --rule "low <= high"    check every row of a table

\b
Exit status: 0 nothing conflicts, 1 something conflicts, 2 it could not be done.
"""
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
app.command(help=READ_HELP, short_help="Read one report: who said how many, and what clashes.")(read)
app.command(help=CHECK_HELP, short_help="Check the ledger, an account of your own, or a table.")(check)
app.command(help=ADD_HELP, short_help="Read reports into the ledger.")(add)
app.command(help=SERIES_HELP, short_help="What is counted, over time.")(series)
app.command(help=EVENTS_HELP, short_help="What the reports are about.")(events)
app.command(help=SHOW_HELP, short_help="The reports in the ledger; one of them as it stands.")(show)
app.command(help=CORRECT_HELP, short_help="Correct a figure, a report, a series or an event.")(correct)
app.command(help=LOG_HELP, short_help="Who did what, when and why.")(log)
app.command(help=UNDO_HELP, short_help="Take back what the log lists.")(undo)
app.command(help=MARK_HELP, short_help="Say what became of a finding.")(mark)
app.add_typer(accounts, name="accounts", short_help="Keep accounts of your own over the ledger.")
app.command(help=WATCH_HELP, short_help="Follow feeds into the ledger.")(watch)
app.command(help=SERVE_HELP, short_help="Open the review app in the browser.")(serve)
app.command(help=PEOPLE_HELP, short_help="Let people into the app of a team.")(people)
app.command(help=EXPORT_HELP, short_help="CSV, Parquet, SQLite, ClaimReview, a page.")(export)
app.command("import", help=IMPORT_HELP, short_help="Read what export wrote as JSON Lines.")(take)
app.command(help=ARCHIVE_HELP, short_help="Read and check a whole archive on Spark.")(archive)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"addup {addup.__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True, help=HELP)
def _addup(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and end."),
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> int:
    """Run the command line and give the exit status; whatever a user can mend is told in one line."""
    try:
        return _run()
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except SystemExit:
        # Typer and Rich end so, with 1, when nobody reads what they print.
        return NOBODY_READS
    except BrokenPipeError:
        streams.write_no_more()  # whoever read the output has seen enough
        return NOBODY_READS
    except Exception:
        # Python itself would end with 1, which says that something conflicts.
        traceback.print_exc()
        return _fail("addup: this is a mistake in addup, not in your input: please report the lines above.")


def _run() -> int:
    try:
        streams.prepare()
        status: int | None = app(standalone_mode=False)
        sys.stdout.flush()
    except AccountError as problem:
        return _fail(str(problem))
    except AddupError as problem:
        return _fail(f"addup: {problem}")
    except typer.TyperException as problem:
        return _fail(f"addup: {_plainly(problem.format_message())} (addup --help shows how)")
    except OSError as problem:
        # Commands explain what they cannot read or write; what is left is where the output goes.
        if problem.errno not in streams.NO_ROOM:
            raise
        streams.write_no_more()
        return _fail(f"addup: the output cannot be written: {problem.strerror}.")
    return status or NOTHING_CONFLICTS


def _plainly(message: str) -> str:
    """Give what Typer says of a slip in the words of a user, not of a programmer."""
    for pattern, words in _PLAINER:
        message = re.sub(pattern, words, message)
    return message.rstrip(".")


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return NOT_DONE
