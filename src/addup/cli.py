"""The commands. They are thin: each says in a few lines which rooms it passes through.

Exit status: 0 nothing conflicts, 1 there are findings of kind conflict, 2 the command could not be carried
out, with one line on stderr that says why and what to do.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import addup
from addup.errors import AccountError, AddupError
from addup.words import Convention  # typer reads it from the annotation

if TYPE_CHECKING:
    from rich.console import Console

    from addup.account import Result

NOTHING_CONFLICTS, CONFLICT, NOT_DONE = 0, 1, 2
# As shells report a program that was ended by SIGINT (128 + 2) and by SIGPIPE (128 + 13).
INTERRUPTED, NOBODY_READS = 130, 141

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
READ_HELP = """Read one report and show the account of its numbers.

\b
REPORT is a text, Markdown, HTML or PDF file, an address on the web, or - for standard input.
Every figure is shown with the words that it was read from, who says it, and the days that it covers;
figures about the same thing stand together, and whatever cannot all be true is shown with the arithmetic.

\b
Examples:
  addup read report.txt
  addup read report.txt --published "16 May 2024"
  addup read https://news.example/flood --html flood.html
  pdftotext old.pdf - | addup read - --json > old.json

\b
Exit status: 0 nothing conflicts, 1 something conflicts, 2 it could not be done.
"""
CHECK_HELP = """Check figures that you noted down in an account file, or the rows of a table.

\b
ACCOUNT is YAML or JSON: series, what was reported for them, how they hang together, and what you ask.
All mistakes in it are listed at once, each with its line and column.

\b
Example, flood.yaml:
  series:
    dead in the valley: {kind: toll}
  reports:
    - {id: mayor, series: dead in the valley, on: 2024-05-16, amount: at least 40, source: the mayor}
    - {id: army, series: dead in the valley, on: 2024-05-17, amount: 31, source: the army}
  addup check flood.yaml
  addup check flood.yaml --all --least        every conflict, and the least that would have to change

\b
TABLE is a CSV, TSV or Parquet file; every row is held against rules over its columns:
  addup check events.csv --rule "low <= best <= high" --rule "civilians + soldiers = best"
  addup check events.parquet --rules rules.yaml

\b
Exit status: 0 nothing conflicts, 1 something conflicts, 2 it could not be done.
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


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


@app.command(help=READ_HELP)
def read(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="A file, an address on the web, or - for standard input.")
    ],
    published: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day of publication, whatever the report says: 2024-05-16."),
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the record as JSON.")] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write one page with every figure marked in the text.")
    ] = None,
) -> int:
    """Read one report and show its account."""
    document = addup.load(report, published=published)
    if html is not None:
        _refuse_to_overwrite(html, report)
    reading = addup.read(document)
    grouping = addup.series([reading])
    result = addup.check(grouping)
    if html is not None:
        from addup.report.html import render

        _write(html, render(reading, grouping, result))
    if json_:
        _print_json({**reading.to_dict(), "account": {**grouping.to_dict(), **result.to_dict()}})
    else:
        from addup.report.terminal import print_report

        print_report(_console(), reading, grouping, result)
    return _status(result)


@app.command(help=CHECK_HELP)
def check(  # noqa: PLR0913, PLR0917 - a command has as many arguments as it has options
    account: Annotated[
        Path, typer.Argument(metavar="ACCOUNT|TABLE", help="YAML or JSON; or CSV, TSV or Parquet.")
    ],
    every: Annotated[bool, typer.Option("--all", help="All conflicts, those that overlap too.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="The most conflicts that --all lists.")] = 100,
    least: Annotated[
        bool,
        typer.Option("--least", help="The least that would have to change; `weights` in ACCOUNT weigh it."),
    ] = False,
    bounds: Annotated[
        bool, typer.Option("--bounds", help="What follows for every series on every day that is named.")
    ] = False,
    convention: Annotated[Convention, typer.Option(help="What vague words commit to.")] = "plain",
    rules: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The rules of a table, as YAML or JSON.")
    ] = None,
    rule: Annotated[
        list[str] | None, typer.Option(help="One rule of a table: 'low <= best <= high'. Any number of them.")
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> int:
    """Check an account file or a table."""
    from addup.account import inquire
    from addup.account.table_files import is_table

    if is_table(account):
        return _check_table(account, rules, rule or [], as_json=json_)
    if rules or rule:
        raise AddupError(f"only a table (CSV, TSV, Parquet) has rules, and {account} is none.")
    most = limit if every else None
    found = inquire(account, convention=convention, most_conflicts=most, least=least, bounds=bounds)
    if json_:
        _print_json(found.to_dict())
    else:
        from addup.report.checking import print_inquiry

        print_inquiry(_console(), found)
    return _status(found.result)


def _check_table(table: Path, rules: Path | None, rule: list[str], *, as_json: bool) -> int:
    """Check a table row by row, with a progress bar where somebody watches."""
    from addup.account import check_table
    from addup.report.checking import print_table, progress_over

    if bool(rules) == bool(rule):
        either = '--rule "low <= best <= high" (any number of them), or --rules FILE'
        raise AddupError(f"say what must hold in {table}: give either {either}")
    with progress_over(table) as told:
        result = check_table(table, rules or rule, progress=told)
    if as_json:
        _print_json(result.to_dict())
    else:
        print_table(_console(), result)
    return CONFLICT if result.faults else NOTHING_CONFLICTS


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
        # Whoever read the output has seen enough. Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except Exception:
        # Python itself would end with 1, which says that something conflicts.
        traceback.print_exc()
        return _fail("addup: this is a mistake in addup, not in your input: please report the lines above.")


def _run() -> int:
    try:
        status: int | None = app(standalone_mode=False)
        sys.stdout.flush()
    except AccountError as problem:
        return _fail(str(problem))
    except AddupError as problem:
        return _fail(f"addup: {problem}")
    except typer.TyperException as problem:
        return _fail(f"addup: {problem.format_message().rstrip('.')} (addup --help shows how)")
    return status or NOTHING_CONFLICTS


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return NOT_DONE


def _status(result: Result) -> int:
    return CONFLICT if result.status == "conflict" else NOTHING_CONFLICTS


def _print_json(record: dict[str, Any]) -> None:
    # JSON is UTF-8 whatever the terminal's encoding.
    typer.echo(json.dumps(record, ensure_ascii=False, indent=2).encode())


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False)


def _refuse_to_overwrite(page: Path, report: str) -> None:
    if page.exists() and Path(report).exists() and page.samefile(report):
        raise AddupError(f"{page} is the report itself: give --html another file.")


def _write(path: Path, text: str) -> None:
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


if __name__ == "__main__":
    sys.exit(main())
