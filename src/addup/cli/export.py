"""`addup export` and `addup import`: a ledger for other tools, and for another ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from addup.cli.shared import LedgerOption, open_ledger, settle, whole_file, write_whole
from addup.errors import AddupError

if TYPE_CHECKING:
    from addup.ledger import Ledger

EXPORT_HELP = """Write the ledger to a file; the ending says in which form.

\b
  figures.csv             every figure as it stands, for spreadsheets
  figures.parquet         the same for analysis
  ledger.jsonl            everything that was added and done; addup import reads it back
  ledger.sqlite           to browse and publish with Datasette; FILE.metadata.json goes with it
  checked.jsonld          findings marked as checked, as ClaimReview (schema.org)
  report.html             one report as a page of its own: say which with --document

\b
Examples:
  addup export figures.csv
  addup export flood.html --document flood
"""
IMPORT_HELP = """Read what addup export wrote as JSON Lines into this ledger.

What the ledger holds already is passed over, so that again is harmless.
"""
Form = Literal["csv", "parquet", "jsonl", "sqlite", "jsonld", "html"]


def export(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file to write; it is written whole or not at all.")
    ],
    form: Annotated[
        Form | None, typer.Option("--as", help="The form, whatever the ending says.", show_default=False)
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            metavar="DOCUMENT", help="The report, for a page: an id, a file, an address, or words of a title."
        ),
    ] = None,
    ledger: LedgerOption = None,
) -> int:
    """Write the ledger in some form."""
    from addup.report import words

    wanted = form or _form_of(file)
    opened = open_ledger(ledger)
    settle(opened)
    counts = opened.counts()
    held = f"{words.count(counts['figures'], 'figure')} of {words.count(counts['documents'], 'report')}"
    match wanted:
        case "html":
            write_whole(file, _page(opened, document))
            held = "one report"
        case "jsonld":
            reviews = _reviews(opened)
            write_whole(file, json.dumps(reviews, ensure_ascii=False, indent=2) + "\n")
            held = words.count(len(reviews), "checked finding")
        case _:
            with whole_file(file) as part:
                _write(wanted, part, opened)
            if wanted == "sqlite":
                from addup.report.datasette import metadata

                write_whole(file.with_name(f"{file.name}.metadata.json"), metadata(file.stem))
    typer.echo(f"{file} holds {held}.")
    return 0


def _form_of(file: Path) -> Form:
    forms: dict[str, Form] = {
        ".csv": "csv",
        ".parquet": "parquet",
        ".jsonl": "jsonl",
        ".sqlite": "sqlite",
        ".db": "sqlite",
        ".jsonld": "jsonld",
        ".html": "html",
    }
    form = forms.get(file.suffix.lower())
    if form is None:
        raise AddupError(f"{file} does not say in which form: end it with {', '.join(forms)}, or give --as.")
    return form


def _write(form: Form, part: Path, ledger: Ledger) -> None:
    from addup.report.datasette import write_datasette
    from addup.report.tables import write_csv, write_parquet

    match form:
        case "csv":
            write_csv(part, ledger.figure_rows())
        case "parquet":
            write_parquet(part, ledger.figure_rows())
        case "sqlite":
            write_datasette(part, ledger)
        case _:
            with part.open("w", encoding="utf-8") as out:
                out.writelines(f"{line}\n" for line in ledger.lines())


def _page(ledger: Ledger, document: str | None) -> str:
    import addup
    from addup.report.html import render

    if document is None:
        raise AddupError("say of which report the page is to be: --document; addup show lists them.")
    reading = ledger.stored(ledger.find(document)).reading
    grouping = addup.series([reading])
    return render(reading, grouping, addup.check(grouping))


def _reviews(ledger: Ledger) -> list[object]:
    from addup.report.claim_review import claim_review

    checked = [kept for kept in ledger.findings() if kept.status == "checked"]
    readings = {
        reading.document.id: reading
        for dossier in dict.fromkeys(kept.dossier for kept in checked)
        for reading in ledger.grouping(dossier).readings
    }
    return [claim_review(kept, readings) for kept in checked]


def take(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of addup export, in JSON Lines.")],
    ledger: LedgerOption = None,
) -> int:
    """Read an exported ledger into this one."""
    from addup.report import words

    opened = open_ledger(ledger, to_write=True)
    with _lines(file) as lines:
        new = opened.take(lines)
    settle(opened)
    told = ", ".join(words.count(count, type_) for type_, count in new.items() if count)
    typer.echo(f"New: {told or 'nothing'}.")
    return 0


@contextmanager
def _lines(file: Path) -> Iterator[Iterator[str]]:
    try:
        with file.open(encoding="utf-8") as lines:
            yield iter(lines)
    except OSError as problem:
        raise AddupError(f"{file} cannot be read: {problem.strerror}.") from None
    except UnicodeDecodeError:
        raise AddupError(f"{file} is no text: give a file of addup export in JSON Lines.") from None
