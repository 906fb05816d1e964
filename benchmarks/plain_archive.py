"""The work of `addup archive` by a plain pool of processes, so that it is seen what Spark itself costs.

It reads the reports, puts them into dossiers by the same rule, groups and checks these, and writes the same
rows as Parquet. What Spark gives beyond that, it does not: it cannot be stopped and go on, a report that
crashes it ends it, an archive that grows is read from the beginning, all readings are in the memory of one
machine, and no near copies are looked for in other dossiers.
"""

from __future__ import annotations

import multiprocessing
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq
from invented_archive import Report

Item = TypeVar("Item")
_REPORTS, _DOCUMENTS = 500, 200
"""Reports that a process reads, and documents that it checks, before it writes a file."""


class Read(NamedTuple):
    """What the parent must know of a document that was read."""

    id: str
    names: list[str]
    events: list[str]
    narrow: list[str]
    record: bytes


def archive(reports: Sequence[Report], out: Path, cores: int) -> list[list[str]]:
    """Read and check reports, write the rows below `out`; give the documents of each dossier."""
    out.mkdir(parents=True)
    with multiprocessing.get_context("spawn").Pool(cores) as pool:
        parts = pool.imap(partial(_read, out), _parted(reports, [1] * len(reports), _REPORTS))
        found = {one.id: one for part in parts for one in part}  # the first of those with the same text
        dossiers = link(found.values())
        sizes = list(map(len, dossiers))
        records = ([found[id].record for id in dossier] for dossier in dossiers)
        for _ in pool.imap_unordered(partial(_check, out), _parted(records, sizes, _DOCUMENTS)):
            pass
    return dossiers


def link(documents: Iterable[Read]) -> list[list[str]]:
    """Put documents into dossiers by the rule of ledgers and archives, the largest first."""
    from addup.grouping.joining.hanging import COMMON, LEAST_ALIKE, alike
    from addup.grouping.subjects.matters import LEAST_NAMES
    from addup.spark.linking import Dossiers

    dossiers = Dossiers()
    size: dict[str, int] = {}
    with_name: dict[str, list[str]] = defaultdict(list)
    with_event: dict[str, list[str]] = defaultdict(list)
    for one in documents:
        telling = [with_name[name] for name in one.names if len(with_name[name]) <= COMMON]
        shared = Counter(id for ids in telling for id in ids)
        likeness = {
            id: alike(both, size[id], len(one.names)) for id, both in shared.items() if both >= LEAST_NAMES
        }
        near = sorted(
            (id for id, much in likeness.items() if much >= LEAST_ALIKE), key=lambda id: (-likeness[id], id)
        )
        about = [event for event in one.events if event in one.narrow or len(with_event[event]) <= COMMON]
        first = [with_event[event][0] for event in about if with_event[event]]
        dossiers.place(one.id, first, near)
        size[one.id] = len(one.names)
        for held, keys in ((with_name, one.names), (with_event, one.events)):
            for key in keys:
                held[key].append(one.id)
    together: dict[str, list[str]] = defaultdict(list)
    for id, home in dossiers.items():
        together[home].append(id)
    return sorted(together.values(), key=len, reverse=True)


def _parted(items: Iterable[Item], sizes: Sequence[int], most: int) -> Iterator[tuple[int, list[Item]]]:
    """Number parts of the items, each of about so much."""
    part: list[Item] = []
    number = held = 0
    for item, size in zip(items, sizes, strict=True):
        part.append(item)
        held += size
        if held >= most:
            yield number, part
            part, held, number = [], 0, number + 1
    if part:
        yield number, part


def _read(out: Path, numbered: tuple[int, list[Report]]) -> list[Read]:
    """Read reports as the tasks do, and write their rows."""
    import addup
    from addup.errors import AddupError
    from addup.spark.schemas import READ, read_row

    number, reports = numbered
    rows = []
    for report in reports:
        try:
            rows.append(read_row(addup.read(report.text, published=report.published)))
        except AddupError as problem:
            _write([{"why": str(problem)}], READ, out / f"skipped-{number}-{report.name}.parquet")
    _write(rows, READ, out / f"read-{number}.parquet")
    return [Read(*(row[name] for name in Read._fields)) for row in rows]


def _check(out: Path, numbered: tuple[int, list[list[bytes]]]) -> None:
    """Group and check dossiers, and write the rows."""
    from addup.spark.schemas import CHECKED
    from addup.spark.serving import check_records

    number, dossiers = numbered
    rows = [row for records in dossiers for row in check_records(records)]
    _write(rows, CHECKED, out / f"checked-{number}.parquet")


def _write(rows: list[dict[str, object]], schema: pa.Schema, path: Path) -> None:
    whole = [{**dict.fromkeys(schema.names), **row} for row in rows]
    pq.write_table(pa.Table.from_pylist(whole, schema=schema), path, compression="zstd")
