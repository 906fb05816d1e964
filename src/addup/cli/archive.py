"""`addup archive`: an archive's worth of reports, on Apache Spark."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from addup.cli.shared import CONFLICT, NOTHING_CONFLICTS
from addup.errors import AddupError

if TYPE_CHECKING:
    from addup.spark.archive import Summary
    from addup.spark.watching import Told

READING = "reading"

ARCHIVE_HELP = """Read and check an archive of reports with Apache Spark, on this machine or on a cluster.

\b
IN is a folder or a file: WARC (.warc, .warc.gz), Parquet or JSON Lines with a column of text, or text, HTML,
Markdown, PDF and Word files. OUT is a folder for the tables: documents, figures, times, attributions, series,
findings, dossiers, and what was skipped. Both may be anywhere that Spark reaches (hdfs://, s3a://).
Again reads only what is new, and goes on where it was stopped.

\b
Examples:
  addup archive crawl/ tables/                       all cores of this machine
  addup archive crawl/ tables/ --master local[2]     two of them
  addup archive s3a://news/2024/ s3a://tables/ --master spark://boss:7077

\b
Exit status: 0 nothing conflicts in what is new, 1 something does, 2 it could not be done.
"""


def archive(
    source: Annotated[str, typer.Argument(metavar="IN", help="The reports.")],
    out: Annotated[str, typer.Argument(metavar="OUT", help="Where the tables are to be.")],
    text: Annotated[
        str, typer.Option(metavar="COLUMN", help="The column of text, in Parquet and JSON Lines.")
    ] = "text",
    master: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Where Spark runs.  [default: all cores of this machine]", show_default=False
        ),
    ] = None,
    memory: Annotated[
        str | None,
        typer.Option(
            metavar="SIZE", help="Memory of Spark's driver, such as 4g.  [default: 2g]", show_default=False
        ),
    ] = None,
) -> int:
    """Read and check an archive."""
    from addup.spark.session import session

    spark = session(master, memory=memory)  # says so where the extra is missing, which the next lines need
    from pyspark.errors import PySparkException

    from addup.spark.archive import archive as run

    try:
        with _progress() as told:
            done = run(spark, source, out, text=text, told=told)
    except PySparkException as problem:
        told_by_spark = str(problem).strip().partition("\n")[0]
        raise AddupError(f"Spark gave up ({told_by_spark}): the same command goes on from there.") from None
    finally:
        spark.stop()
    for summary in done:
        _sum_up(summary)
    if not done:
        typer.echo("Nothing is new.")
    return CONFLICT if any(summary.conflicts for summary in done) else NOTHING_CONFLICTS


@contextmanager
def _progress() -> Iterator[Told]:
    """Show a bar where somebody watches, else a line whenever something else is going on."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _tell_in_lines()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("beginning", total=None)
        yield lambda what, done, total: bar.update(
            task, description=what, completed=done, total=total or None
        )


def _tell_in_lines() -> Told:
    """Give what writes a line whenever something else is going on, and at every tenth of the reading."""
    last = ("", -1)

    def tell(what: str, done: int, total: int) -> None:
        nonlocal last
        tenth = 10 * done // total if total and what == READING else 0
        if (what, tenth) != last:
            last = (what, tenth)
            typer.echo(
                f"addup: {what}, {done} of {total} pieces" if what == READING else f"addup: {what}", err=True
            )

    return tell


def _sum_up(summary: Summary) -> None:
    """Print what a run did."""
    from addup.report import words

    files, documents = words.count(summary.files, "file"), words.count(summary.documents, "report")
    typer.echo(
        f"{documents} with {words.count(summary.figures, 'figure')} read from {files}; "
        f"{words.count(summary.conflicts, 'conflict')} in {words.count(summary.dossiers, 'dossier')} "
        "that are new or changed."
    )
    speed = (
        f", {summary.bytes / 1000 / summary.reading_seconds:.1f} kB/s per core" if summary.documents else ""
    )
    typer.echo(f"{summary.seconds:,.0f} seconds in all{speed} while reading.")
    if summary.skipped:
        typer.echo(f"{words.count(sum(summary.skipped.values()), 'record')} skipped:")
    for reason, count in sorted(summary.skipped.items(), key=lambda one: (-one[1], one[0])):
        typer.echo(f"  {count:>8,}  {reason}")
