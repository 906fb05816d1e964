"""What a ledger stands, and how fast it is when it is full.

    python benchmarks/ledgers.py size [--documents 100000] [--ledger FILE]

`size` fills a ledger with invented readings of ten figures each and prints how long it takes to add one more
document, to check what that touches, and to list a series. Times are of the processor and of the clock.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from random import Random

from invented_reports import invent
from sqlalchemy import Connection, insert, update

from addup.grouping.group import happenings
from addup.grouping.matters import names_in
from addup.ledger import Ledger, keeping, tables
from addup.records import Figure, Reading

READER = "0.1.0"
ROUNDS = 50


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parts = parser.add_subparsers(required=True)
    size = parts.add_parser("size")
    size.add_argument("--documents", type=int, default=100_000)
    size.add_argument("--ledger", type=Path, help="Keep it here; what is there already is gone on with.")
    size.set_defaults(run=lambda given: measure_size(given.documents, given.ledger))
    given = parser.parse_args()
    given.run(given)


def measure_size(count: int, path: Path | None) -> None:
    """Fill a ledger, then measure what people wait for."""
    with tempfile.TemporaryDirectory() as folder:
        place = path or Path(folder) / "ledger.sqlite"
        ledger = Ledger(place)
        if not ledger.counts()["documents"]:
            fill(ledger, count)
        told = ledger.counts()
        print(
            f"{told['documents']:,} documents, {told['figures']:,} figures, {told['series']:,} series, "
            f"{told['findings']:,} findings, {place.stat().st_size / 1e6:,.0f} MB"
        )
        add_more(ledger)
        list_series(ledger)
        ledger.close()


def fill(ledger: Ledger, count: int) -> None:
    """Put so many documents into the tables, one dossier for each event, as adding and checking would.

    Reading and grouping so many would take hours; what is measured later goes the usual way.
    """
    begun = time.process_time()
    made = groupby(invent(count, Random(1), more=7), key=lambda one: one[1][0].split(" ")[0])
    tallies: Counter[str] = Counter()
    with ledger._engine.begin() as connection:
        for _, reports in made:
            put_event(connection, list(reports), tallies)
        counted = [{"key": key, "documents": number} for key, number in tallies.items()]
        connection.execute(insert(tables.link_counts), counted)
    print(f"filled in {time.process_time() - begun:.0f} s of the processor", flush=True)


def put_event(
    connection: Connection, reports: list[tuple[Reading, tuple[str, ...]]], tallies: Counter[str]
) -> None:
    """Put the documents of one event down, with their dossier, already grouped."""
    made = connection.execute(insert(tables.dossiers).values(version=1, settled=1, status="consistent"))
    dossier = made.inserted_primary_key[0]  # type: ignore[index] # both databases give it
    members: dict[str, list[tuple[str, Figure]]] = {}
    for reading, names in reports:
        document = reading.document
        keeping.put_document(connection, document, by="benchmark")
        keeping.put_reading(connection, reading, reader=READER)
        for name, figure in zip(names, reading.figures, strict=True):
            members.setdefault(name, []).append((document.id, figure))
        keys = names_in(document.text) | happenings(reading)
        connection.execute(insert(tables.links), [{"key": key, "document": document.id} for key in keys])
        tallies.update(keys)
    ids = [reading.document.id for reading, _ in reports]
    connection.execute(update(tables.documents).where(tables.documents.c.id.in_(ids)).values(dossier=dossier))
    for figures in members.values():
        one = figures[0][1]
        series = {
            "dossier": dossier,
            "name": f"{one.event}, {one.place or 'anywhere'}",
            "kind": "flow",
            "counted": one.counted and one.counted.head,
            "event": one.event,
            "scope": one.place,
            "unit": one.amount.unit,
            "figures": len(figures),
            "documents": len({document for document, _ in figures}),
        }
        number = connection.execute(insert(tables.series).values(series)).inserted_primary_key[0]  # type: ignore[index]
        rows = [{**keeping._figure_row(document, figure), "series": number} for document, figure in figures]
        connection.execute(insert(tables.figures), rows)


def add_more(ledger: Ledger) -> None:
    """Add reports one by one, as they come in, each on an event that the ledger knows already."""
    adding, checking, sizes = [], [], []
    for number, one in enumerate(Random(2).sample(ledger.documents(), ROUNDS)):
        reading = ledger.stored(one.id).reading
        text = f"{reading.document.text} "
        later = replace(reading, document=replace(reading.document, id=f"later-{number}", text=text))
        adding.append(timed(partial(ledger.add, later, by="benchmark", reader=READER)))
        dossier = ledger.dossier_of(later.document.id)
        sizes.append(len(ledger.documents(dossier=dossier)))
        checking.append(timed(ledger.settle))
    report("adding one more document", adding)
    few = [time for time, size in zip(checking, sizes, strict=True) if size <= 50]
    report(
        f"checking what it touches, all ({statistics.median(sizes):.0f} documents, {max(sizes)} at most)",
        checking,
    )
    report(f"checking what it touches, dossiers of up to 50 documents ({len(few)})", few)


def list_series(ledger: Ledger) -> None:
    """List series as `addup series NAME` does: those with a name, then the figures of one."""
    listed = Random(3).sample(ledger.series(least=2), ROUNDS)
    report("finding a series by its name", [timed(partial(ledger.series, one.name)) for one in listed])
    report("listing a series", [timed(partial(ledger.members, one.id)) for one in listed])
    largest = ledger.series()[0]
    took = timed(partial(ledger.members, largest.id))
    report(f"listing the largest series ({largest.figures} figures)", [took])


def timed(do: Callable[[], object]) -> tuple[float, float]:
    """Give the seconds of the processor and of the clock that something takes."""
    processor, clock = time.process_time(), time.perf_counter()
    do()
    return time.process_time() - processor, time.perf_counter() - clock


def report(what: str, times: list[tuple[float, float]]) -> None:
    """Print the median and the largest of some times."""
    processor, clock = ([one[which] for one in times] for which in (0, 1))
    print(
        f"{what}: {1000 * statistics.median(processor):.1f} ms, {1000 * max(processor):.1f} ms at most "
        f"(processor); {1000 * statistics.median(clock):.1f} and {1000 * max(clock):.1f} ms by the clock",
        flush=True,
    )


if __name__ == "__main__":
    main()
