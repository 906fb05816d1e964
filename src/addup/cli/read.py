"""`addup read`: one report, its figures, and whether they can all be true."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import addup
from addup.cli.days import tell_of_days_to_come
from addup.cli.shared import print_json, status_of, terminal, working, write_whole
from addup.errors import AddupError
from addup.records import Document

READ_HELP = """Read one report and show the account of its numbers.

\b
REPORT is a text, Markdown, HTML, PDF, Word (.docx), Excel (.xlsx), LibreOffice (.odt, .ods) or CSV file, an
e-mail (.eml), an address on the web, or - for standard input. What is attached to a mail, lies in a zip file,
or in a row of a list has an address below it: update.eml/report.docx, reports.zip/flood.txt, articles.csv/2.
Every figure is shown with the words that it was read from, who says it, and the days that it covers;
figures about the same thing stand together, and whatever cannot all be true is shown with the arithmetic.

\b
Examples:
  addup read report.txt
  addup read report.txt --published "16 May 2024"
  addup read https://news.example/flood --html flood.html
  pdftotext old.pdf - | addup read - --json > old.json
  addup read report.txt --pipeline en_core_web_trf     with the parse of a spaCy pipeline that you have

\b
Exit status: 0 nothing conflicts, 1 something conflicts, 2 it could not be done.
"""


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
    pipeline: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="A spaCy pipeline of your own, with tags, parse and names; slower ones read better.",
        ),
    ] = None,
) -> int:
    """Read one report and show its account."""
    document = addup.load(report, published=published)
    _tell_of_others(document)
    tell_of_days_to_come([(report, document.published)])
    if html is not None:
        _refuse_to_overwrite(html, report)
    length = len(document.text)
    with working(length) as doing:
        doing(f"reading {length:,} characters")
        reading = addup.read(document, pipeline=pipeline)
        doing(f"bringing {len(reading.figures):,} figures together")
        grouping = addup.series([reading])
        doing(f"checking the {len(grouping.series):,} series of {len(reading.figures):,} figures")
        result = addup.check(grouping)
    if html is not None:
        from addup.report.html import render

        write_whole(html, render(reading, grouping, result))
    if json_:
        print_json({**reading.to_dict(), "account": {**grouping.to_dict(), **result.to_dict()}})
    else:
        from addup.report.terminal import print_report

        print_report(terminal(), reading, grouping, result)
    return status_of(result)


def _tell_of_others(document: Document) -> None:
    """Say which other reports lie in the file, so that nobody thinks that they were read as well."""
    from addup.documents.containers import reports_in

    for other in reports_in(document.address) if document.address else ():
        if other != document.address:
            typer.echo(f"addup: attached is {other}: read it, too.", err=True)


def _refuse_to_overwrite(page: Path, report: str) -> None:
    if page.exists() and Path(report).exists() and page.samefile(report):
        raise AddupError(f"{page} is the report itself: give --html another file.")
