"""A ledger as a SQLite file that opens well in Datasette (https://datasette.io): to browse, ask and publish.

Tables with foreign keys, full-text search over the reports, views with readable names, and beside the file
its metadata: `datasette FILE --metadata FILE.metadata.json`.
"""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from addup.ledger import Ledger
from addup.report import words

TABLES = """
CREATE TABLE reports (
    id TEXT PRIMARY KEY, title TEXT, outlet TEXT, published TEXT, address TEXT, added TEXT, text TEXT
);
CREATE TABLE series (
    id INTEGER PRIMARY KEY, name TEXT, kind TEXT, counted TEXT, event TEXT, place TEXT, unit TEXT,
    figures INTEGER
);
CREATE TABLE figures (
    id TEXT PRIMARY KEY, report TEXT REFERENCES reports(id), series INTEGER REFERENCES series(id),
    said TEXT, low REAL, high REAL, bound TEXT, kind TEXT, unit TEXT, per TEXT, counted TEXT, event TEXT,
    first_day TEXT, last_day TEXT, place TEXT, source TEXT, stance TEXT, start INTEGER, "end" INTEGER
);
CREATE TABLE findings (id INTEGER PRIMARY KEY, key TEXT, kind TEXT, status TEXT, text TEXT, arithmetic TEXT);
CREATE TABLE evidence (
    finding INTEGER REFERENCES findings(id), report TEXT REFERENCES reports(id), words TEXT,
    start INTEGER, "end" INTEGER
);
"""
SEARCH = """
CREATE VIRTUAL TABLE reports_fts USING fts5(title, text, content='reports', tokenize='porter unicode61');
INSERT INTO reports_fts (reports_fts) VALUES ('rebuild');
CREATE INDEX figures_by_report ON figures (report);
CREATE INDEX figures_by_series ON figures (series);
CREATE INDEX evidence_by_finding ON evidence (finding);
"""
VIEWS = """
CREATE VIEW "who said how many" AS
    SELECT figures.source, figures.said, series.name AS series, figures.first_day AS "from",
           figures.last_day AS "to", reports.title AS report, reports.published
    FROM figures JOIN reports ON reports.id = figures.report LEFT JOIN series ON series.id = figures.series;
CREATE VIEW "what does not add up" AS
    SELECT findings.kind, findings.text, findings.arithmetic, findings.status,
           group_concat(DISTINCT reports.title) AS reports
    FROM findings LEFT JOIN evidence ON evidence.finding = findings.id
    LEFT JOIN reports ON reports.id = evidence.report
    WHERE findings.kind IN ('conflict', 'tension') GROUP BY findings.id;
"""
METADATA: dict[str, Any] = {
    "title": "Figures in news reports",
    "description": "Who said how many, of what, when; and what cannot all be true. Made with addup.",
    "tables": {
        "reports": {"label_column": "title", "sort_desc": "published"},
        "series": {"label_column": "name", "sort_desc": "figures"},
        "figures": {
            "label_column": "said",
            "facets": ["kind", "source"],
            "columns": {
                "said": "the words of the report",
                "low": "the least that the words commit to; empty where they leave it open",
                "high": "the most that the words commit to; empty where they leave it open",
                "stance": "stated, expected, denied or supposed",
            },
        },
        "findings": {"label_column": "text", "facets": ["kind", "status"]},
    },
}


def write_datasette(path: Path, ledger: Ledger) -> None:
    """Write the file; its metadata is `metadata()`.

    Raises:
        OSError: it cannot be written.
    """
    try:
        with closing(sqlite3.connect(path)) as database, database:
            database.executescript(TABLES)
            _reports(database, ledger)
            _figures(database, ledger.figure_rows())
            _findings(database, ledger)
            database.executescript(SEARCH + VIEWS)
    except sqlite3.OperationalError as problem:
        raise OSError(errno.EIO, str(problem)) from None


def metadata(name: str) -> str:
    """Give the metadata of a file for Datasette, as JSON."""
    tables = {key: value for key, value in METADATA.items() if key == "tables"}
    general = {key: value for key, value in METADATA.items() if key != "tables"}
    return json.dumps({**general, "databases": {name: tables}}, indent=2)


def _reports(database: sqlite3.Connection, ledger: Ledger) -> None:
    for listed in reversed(ledger.documents()):
        document = ledger.stored(listed.id).document
        database.execute(
            "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                document.id,
                words.title(document),
                document.outlet,
                document.published and document.published.isoformat(),
                document.address,
                listed.added.isoformat(),
                document.text,
            ),
        )
    database.executemany(
        "INSERT INTO series VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (one.id, one.name, one.kind, one.counted, one.event, one.scope, one.unit, one.figures)
            for one in sorted(ledger.series(), key=lambda one: one.id)
        ],
    )


def _figures(database: sqlite3.Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    columns = ("low", "high", "bound", "kind", "unit", "per", "counted", "event", "first", "last", "place")
    for row in rows:
        values = [
            str(row[name]) if name in {"first", "last"} and row[name] else row[name] for name in columns
        ]
        database.execute(
            f"INSERT INTO figures VALUES ({', '.join('?' * 19)})",
            (
                f"{row['document']}:{row['id']}",
                row["document"],
                row["series_id"],
                row["text"],
                *values,
                row["source"],
                row["stance"],
                row["start"],
                row["end"],
            ),
        )


def _findings(database: sqlite3.Connection, ledger: Ledger) -> None:
    for number, kept in enumerate(ledger.findings(), start=1):
        finding = kept.finding
        database.execute(
            "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?)",
            (number, kept.key, finding.kind, kept.status, finding.text, "\n".join(finding.rows)),
        )
        database.executemany(
            "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)",
            [(number, piece.document, piece.text, piece.start, piece.end) for piece in finding.evidence],
        )
