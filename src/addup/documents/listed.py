"""Files that list reports, one in each row or line, as archives and monitoring services hand them out.

A report has the address of its row below that of the file: "articles.csv/2" stands in the second row, under
the heads of the columns, "articles.jsonl/2" in the second line, "articles.xlsx/May/2" on the sheet of May.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import PurePath

from addup.documents.dates import with_years_first
from addup.documents.decode import decode
from addup.documents.delimited import rows_of_delimited
from addup.documents.kinds import kind_of
from addup.documents.sheets import Row
from addup.documents.source import Said, Source
from addup.errors import DocumentError

LINES = frozenset({".jsonl", ".ndjson"})
"""Endings of files with a JSON object in each line."""
LISTS = LINES | {".json", ".csv", ".tsv", ".xlsx", ".ods"}
"""Endings of files that may list reports."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "story"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "publication", "newspaper", "media_name", "source_name", "source"),
    "published": (
        "published", "date", "published_at", "publishedat", "publication_date", "publish_date", "pub_date",
        "pubdate",
    ),
    "address": ("address", "url", "link"),
}  # fmt: skip
"""What a row may say, and the names of columns that are looked for, the first first."""

_WORDS_OF_TEXT = 5
_FRAGMENT = re.compile(
    r"\s*<(?:p|div|h\d|article|section|span|figure|ul)\b[^>]*>.*</", re.DOTALL | re.IGNORECASE
)

Values = Mapping[str, object]
Table = dict[int, Values | DocumentError]
"""The rows of a table by their numbers, each by the heads of its columns, or what is wrong with it."""


@lru_cache(maxsize=1)  # each of its reports is asked for by itself
def listed(source: Source) -> Mapping[str, Source | DocumentError]:
    """Give the reports that a file lists, by their place below it, and what is wrong with a row that is none.

    Empty for a file that is no such list: no column is called as one of texts, or its cells are no sentences.
    """
    try:
        tables = _tables(source)
    except (DocumentError, ValueError, RecursionError):  # told where it is read as a report
        return {}
    if not tables or not all(map(_is_list, tables.values())):
        return {}
    reports: dict[str, Source | DocumentError] = {}
    for sheet, table in tables.items():
        below = f"{sheet}/" if len(tables) > 1 else ""
        reports |= {f"{below}{number}": one for number, one in _reports(f"{source.name}/{below}", table)}
    return reports


def fields_of(values: Values) -> dict[str, str]:
    """Give what a row says of a report, by the names of `FIELDS`; what is no words and no day is left out."""
    named = {_name(column): value for column, value in values.items()}
    found = {}
    for field, names in FIELDS.items():
        told = (_words(named[name]) for name in names if name in named)
        if words := next(filter(None, told), None):
            found[field] = words
    return found


def is_field(column: str) -> bool:
    """Whether a column is one of those that tell something of a report."""
    return any(_name(column) in names for names in FIELDS.values())


def _tables(source: Source) -> dict[str, Table]:
    """Give the tables of a file, by the names of their sheets, none where it is no file of tables."""
    ending = PurePath(source.name).suffix.lower()
    if ending in LINES:
        return {"": _of_lines(source)}
    if ending == ".json":
        return {"": _of_values(source)}
    match kind_of(source):
        case "table":
            decoded = decode(source.data, name=source.name, declared=source.charset)
            return {"": _under_heads(rows_of_delimited(decoded.text, name=source.name))}
        case "excel":
            from addup.documents.excel import sheets_of_excel as sheets_of
        case "opendocument":
            from addup.documents.opendocument import sheets_of_opendocument as sheets_of
        case _:
            return {}
    sheets = sheets_of(source.data, name=source.name)
    return {title: _under_heads(rows) for title, rows in sheets if any(rows)}


def _of_lines(source: Source) -> Table:
    table: Table = {}
    for number, line in enumerate(source.data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except (ValueError, RecursionError):
            values = None
        table[number] = values if isinstance(values, dict) else DocumentError("no object of JSON")
    return table


def _of_values(source: Source) -> Table:
    values = json.loads(source.data)
    if not isinstance(values, list):
        return {}
    wrong = DocumentError("no object of JSON")
    return {number: one if isinstance(one, dict) else wrong for number, one in enumerate(values, start=1)}


def _under_heads(rows: Sequence[Row]) -> Table:
    """Give the rows below the first one that holds something, each cell by the head of its column."""
    first = next((place for place, row in enumerate(rows) if row), None)
    if first is None:
        return {}
    heads = rows[first]
    return {
        number: {heads[column]: cell for column, cell in row.items() if column in heads}
        for number, row in enumerate(rows[first + 1 :], start=first + 2)
        if row
    }


def _is_list(table: Table) -> bool:
    """Whether half of the rows have a text at least, and half of the texts are as long as sentences."""
    texts = [text for row in table.values() if isinstance(row, Mapping) and (text := _text(row))]
    long = sum(len(text.split()) >= _WORDS_OF_TEXT for text in texts)
    return bool(texts) and 2 * len(texts) >= len(table) and 2 * long >= len(texts)


def _text(values: Values) -> str:
    return fields_of(values).get("text", "")


def _reports(name: str, table: Table) -> Iterator[tuple[int, Source | DocumentError]]:
    """Give what each row says as a report, days as the whole column shows them to be meant."""
    told = {
        number: row if isinstance(row, DocumentError) else fields_of(row) for number, row in table.items()
    }
    days = "\n".join(row.get("published", "") for row in told.values() if isinstance(row, Mapping))
    for number, row in told.items():
        place = f"{name}{number}"
        if isinstance(row, DocumentError):
            yield number, DocumentError(f"{place} is {row}.")
        elif not row.get("text"):
            yield number, DocumentError(f"{place} has no text.")
        else:
            text = row.pop("text")
            if "published" in row:
                row["published"] = with_years_first(row["published"], days)
            media = "text/html" if _FRAGMENT.match(text) else None
            yield number, Source(text.encode(errors="replace"), place, place, media, "utf-8", Said(**row))


def _name(column: object) -> str:
    """Give the name of a column as `FIELDS` has it: "Publication Date" is "publication_date"."""
    return re.sub(r"[\s_-]+", "_", str(column).strip().lower())


def _words(value: object) -> str | None:
    """Give a value as words, None for what is neither words nor a day."""
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() or None if isinstance(value, str) else None
