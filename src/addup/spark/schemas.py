"""The tables of an archive, and the rows of what was read and found.

Columns are named as in the records (`to_dict`). Days are dates; a number that may be open at one end is null
there.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from datetime import date
from typing import Any

import pyarrow as pa
from pydantic import TypeAdapter

from addup.account import Result
from addup.account.keys import key_of
from addup.grouping.group import happenings
from addup.grouping.subjects.events import is_narrow
from addup.grouping.subjects.matters import names_in
from addup.records import Attribution, Figure, Finding, Grouping, Reading, Series, Time
from addup.spark.copying import signature

READING = TypeAdapter(Reading)

Row = dict[str, Any]

_TEXT, _NUMBER, _REAL, _DAY = pa.string(), pa.int32(), pa.float64(), pa.date32()
_SPAN = pa.struct([("start", _NUMBER), ("end", _NUMBER), ("text", _TEXT)])
_PIECES = pa.list_(pa.list_(_NUMBER))
_EVIDENCE = pa.struct([("document", _TEXT), ("start", _NUMBER), ("end", _NUMBER), ("text", _TEXT)])

FIGURE = pa.struct(
    [
        ("id", _TEXT),
        ("start", _NUMBER),
        ("end", _NUMBER),
        ("text", _TEXT),
        ("number", _SPAN),
        ("low", _REAL),
        ("high", _REAL),
        ("bound", _TEXT),
        ("hedge", _TEXT),
        ("worded", pa.bool_()),
        ("kind", _TEXT),
        ("unit", _TEXT),
        ("unit_text", _TEXT),
        ("per", _TEXT),
        ("counted", pa.struct([("text", _TEXT), ("head", _TEXT)])),
        ("event", _TEXT),
        ("change", _TEXT),
        ("from", _DAY),
        ("to", _DAY),
        ("time", _SPAN),
        ("place", _TEXT),
        ("source", pa.struct([("text", _TEXT), ("name", _TEXT), ("start", _NUMBER), ("end", _NUMBER)])),
        ("stance", _TEXT),
        ("sentence", pa.list_(_NUMBER)),
    ]
)
TIME = pa.struct(
    [
        ("start", _NUMBER),
        ("end", _NUMBER),
        ("text", _TEXT),
        ("type", _TEXT),
        ("value", _TEXT),
        ("from", _DAY),
        ("to", _DAY),
    ]
)
ATTRIBUTION = pa.struct(
    [("source", _PIECES), ("cue", _PIECES), ("content", _PIECES), ("speaker", _TEXT), ("stance", _TEXT)]
)
DOCUMENT = [
    ("id", _TEXT),
    ("title", _TEXT),
    ("outlet", _TEXT),
    ("language", _TEXT),
    ("published", _DAY),
    ("address", _TEXT),
    ("input", _TEXT),
    ("place", pa.int64()),
    ("text", _TEXT),
    ("numbers", _NUMBER),
    ("figures_read", _NUMBER),
    (
        "tolls",
        pa.struct(
            [
                ("killed", _NUMBER),
                ("captured", _NUMBER),
                ("injured", _NUMBER),
                ("date", _DAY),
                ("place", _TEXT),
            ]
        ),
    ),
]
READ = pa.schema(
    [
        *DOCUMENT,
        ("figures", pa.list_(FIGURE)),
        ("times", pa.list_(TIME)),
        ("attributions", pa.list_(ATTRIBUTION)),
        ("names", pa.list_(_TEXT)),
        ("events", pa.list_(_TEXT)),
        ("narrow", pa.list_(_TEXT)),
        ("signature", pa.list_(pa.int64())),
        ("record", pa.binary()),
        ("bytes", pa.int64()),
        ("seconds", _REAL),
        ("reason", _TEXT),
        ("why", _TEXT),
    ]
)
"""What a task gives for each record of the archive: a reading, or the reason why there is none.

`names` and `events` are what the document is found by, `narrow` those events that are of small places,
`signature` is what its copies share, `record` the whole reading, packed; `bytes` is the length of the text,
`seconds` the processor time that reading it took.
"""

SERIES = pa.struct(
    [
        ("id", _TEXT),
        ("name", _TEXT),
        ("kind", _TEXT),
        ("counted", _TEXT),
        ("event", _TEXT),
        ("scope", _TEXT),
        ("unit", _TEXT),
        (
            "figures",
            pa.list_(
                pa.struct(
                    [
                        ("document", _TEXT),
                        ("id", _TEXT),
                        ("start", _NUMBER),
                        ("end", _NUMBER),
                        ("number", pa.struct([("start", _NUMBER), ("end", _NUMBER)])),
                    ]
                )
            ),
        ),
        ("documents", _NUMBER),
        ("originals", _NUMBER),
    ]
)
FINDING = pa.struct(
    [
        ("key", _TEXT),
        ("kind", _TEXT),
        ("text", _TEXT),
        ("rows", pa.list_(_TEXT)),
        ("series", pa.list_(_TEXT)),
        ("reports", pa.list_(_TEXT)),
        ("relations", pa.list_(_NUMBER)),
        ("gap", _REAL),
        ("evidence", pa.list_(_EVIDENCE)),
    ]
)
DOSSIER = pa.struct(
    [
        ("status", _TEXT),
        ("why", _TEXT),
        ("documents", pa.list_(_TEXT)),
        ("copies", pa.list_(pa.struct([("copy", _TEXT), ("original", _TEXT)]))),
        (
            "relations",
            pa.list_(
                pa.struct([("text", _TEXT), ("supposed", pa.bool_()), ("evidence", pa.list_(_EVIDENCE))])
            ),
        ),
    ]
)
CHECKED = pa.schema(
    [
        ("dossier", _TEXT),
        ("published", _DAY),
        ("about", DOSSIER),
        ("series", SERIES),
        ("finding", FINDING),
    ]
)
"""What a task gives for a dossier: a row about it, one for each series and one for each finding."""

NOT_CHECKED = "not checked"
"""The status of a dossier whose check was given up."""


def pack(reading: Reading) -> bytes:
    """Pack a whole reading; its text is in it."""
    return zlib.compress(READING.dump_json(reading), 1)


def unpack(record: bytes) -> Reading:
    """Unpack a reading."""
    return READING.validate_json(zlib.decompress(record))


def read_row(reading: Reading) -> Row:
    """Give the row of a document and all that was read in it."""
    document, tolls = reading.document, reading.tolls
    events = happenings(reading)
    return {
        "id": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "language": document.language,
        "published": document.published,
        "address": document.address,
        "text": document.text,
        "numbers": reading.coverage.numbers,
        "figures_read": reading.coverage.figures,
        "tolls": {**tolls.to_dict(), "date": tolls.day},
        "figures": [_figure(one) for one in reading.figures],
        "times": [_time(one) for one in reading.times],
        "attributions": [_attribution(one) for one in reading.attributions],
        "names": sorted(names_in(document.text)),
        "events": sorted(events),
        "narrow": sorted(filter(is_narrow, events)),
        "signature": signature(document.text),
        "record": pack(reading),
        "bytes": len(document.text.encode(errors="surrogatepass")),
    }


def _figure(figure: Figure) -> Row:
    return {**figure.to_dict(), "from": figure.period.first, "to": figure.period.last}


def _time(time: Time) -> Row:
    return {**time.to_dict(), "from": time.period.first, "to": time.period.last}


def _attribution(attribution: Attribution) -> Row:
    return attribution.to_dict()


def checked_rows(grouping: Grouping, copies: dict[str, str], result: Result) -> list[Row]:
    """Give the rows of a dossier: about it, its series and its findings."""
    published = {one.document.id: one.document.published for one in grouping.readings}
    about = {
        "status": result.status,
        "why": None,
        "documents": sorted(published),
        "copies": [{"copy": one, "original": copies[one]} for one in sorted(copies)],
        "relations": [relation.to_dict() for relation in grouping.relations],
    }
    return [
        _row(_first(published, published), about=about),
        *(
            _row(
                _first(published, (one.document for one in series.members)),
                series=_series(series, copies, published),
            )
            for series in grouping.series
        ),
        *(
            _row(_last(published, (one.document for one in finding.evidence)), finding=_finding(finding))
            for finding in result.findings
        ),
    ]


def unchecked_row(documents: list[str], why: str) -> Row:
    """Give the row of a dossier that could not be checked."""
    about = {
        "status": NOT_CHECKED,
        "why": why,
        "documents": sorted(documents),
        "copies": [],
        "relations": [],
    }
    return _row(None, about=about)


def _row(published: date | None, **parts: Row) -> Row:
    return {"published": published, "about": None, "series": None, "finding": None, **parts}


def _series(series: Series, copies: dict[str, str], own: Iterable[str]) -> Row:
    """Give the row of a series; what copies a document that is not among its dossier's own is no original."""
    documents = {one.document for one in series.members}
    return {
        **series.to_dict(),
        "documents": len(documents),
        "originals": len({copies.get(one, one) for one in documents}.intersection(own)),
    }


def _finding(finding: Finding) -> Row:
    return {**finding.to_dict(), "key": key_of(finding)}


def _days(published: dict[str, date | None], documents: Any) -> list[date]:
    return [day for one in documents if (day := published[one])]


def _first(published: dict[str, date | None], documents: Any) -> date | None:
    """Give the day on which the first of some documents was published."""
    return min(_days(published, documents), default=None)


def _last(published: dict[str, date | None], documents: Any) -> date | None:
    return max(_days(published, documents), default=None)
