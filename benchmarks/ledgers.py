"""What a ledger stands, and how fast it is when it is full.

    python benchmarks/ledgers.py size [--documents 100000] [--ledger FILE]
    python benchmarks/ledgers.py kills [--times 200] [--postgresql]
    python benchmarks/ledgers.py writers [--documents 200] [--postgresql]

`size` fills a ledger with invented readings of ten figures each and prints how long it takes to add one more
document, to check what that touches, and to list a series. Times are of the processor and of the clock.

`kills` ends `addup add` with SIGKILL at random moments, each time in a new ledger, looks whether it opens and
holds whole documents only, and adds again. `writers` lets four processes add the same documents at once, each
from another beginning. Both use files of SQLite, or a PostgreSQL server that they start themselves.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path
from random import Random

from invented_reports import invent
from killing import kill_often, write_reports
from sqlalchemy import Connection, insert, update

from addup.grouping.group import happenings
from addup.grouping.subjects.matters import names_in
from addup.ledger import Ledger, keeping, tables
from addup.records import Figure, Reading

READER = "0.1.0"
ROUNDS = 50
SOON = 0.5


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
    kills = parts.add_parser("kills")
    kills.add_argument("--times", type=int, default=200)
    kills.set_defaults(run=lambda given: measure_kills(given.times, postgresql=given.postgresql))
    writers = parts.add_parser("writers")
    writers.add_argument("--documents", type=int, default=200)
    writers.set_defaults(run=lambda given: measure_writers(given.documents, postgresql=given.postgresql))
    for part in (kills, writers):
        part.add_argument("--postgresql", action="store_true")
    given = parser.parse_args()
    given.run(given)


def measure_kills(times: int, *, postgresql: bool) -> None:
    """Kill so often, and count what was found then."""
    with tempfile.TemporaryDirectory() as folder, places(Path(folder), postgresql=postgresql) as place:
        reports = Path(folder) / "reports"
        write_reports(reports)
        outcomes = kill_often(reports, [place(f"ledger{number}") for number in range(times + 2)])
    came = Counter(outcome.documents for outcome in outcomes)
    print(
        f"{len(outcomes)} kills of addup add over 10 reports: "
        f"{sum(outcome.whole for outcome in outcomes)} times only whole documents, "
        f"{sum(outcome.equal for outcome in outcomes)} times the same content after adding again, "
        f"{sum(outcome.unsettled for outcome in outcomes)} times not all checked yet; documents kept: "
        + ", ".join(f"{number}: {came[number]} times" for number in sorted(came))
    )


def measure_writers(count: int, *, postgresql: bool) -> None:
    """Let four processes add the same documents at once."""
    with tempfile.TemporaryDirectory() as folder, places(Path(folder), postgresql=postgresql) as place:
        address = place("written")
        with get_context("spawn").Pool(4) as pool:
            took = timed(partial(pool.starmap, write, [(address, count, of) for of in range(4)]))
        ledger = Ledger(address)
        settled, told = ledger.settle(), ledger.counts()
        expected = sum(len(reading.figures) for reading, _ in invent(count, Random(1), more=7))
        held = Counter(one.id for one in ledger.documents())
        print(
            f"four writers of {count} documents each: {told['documents']} documents, "
            f"{sum(number > 1 for number in held.values())} doubled, {count - len(held)} lost; "
            f"{told['figures']} figures of {expected}; {settled} dossiers left to check; {took[1]:.1f} s"
        )
        ledger.close()


def write(address: str, count: int, of: int) -> None:
    """Add documents as one of four writers does."""
    readings = [reading for reading, _ in invent(count, Random(1), more=7)]
    first = of * count // 4
    ledger = Ledger(address)
    for reading in readings[first:] + readings[:first]:
        ledger.add(reading, by=f"writer {of}", reader=READER)
    ledger.settle()
    ledger.close()


@contextmanager
def places(folder: Path, *, postgresql: bool) -> Iterator[Callable[[str], str]]:
    """Give a function that names a place for a new ledger."""
    if not postgresql:
        yield lambda name: str(folder / f"{name}.sqlite")
        return
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from ledger.postgres_server import Server

    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
    data = folder / "postgresql"
    folder.chmod(0o755)  # PostgreSQL runs as a user of its own where we are root
    data.mkdir()
    server = Server(programs, data)
    server.make()
    server.start()
    try:
        yield server.new_database
    finally:
        server.stop(how="immediate")


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
    listed = ledger.documents()
    for number, one in enumerate(Random(2).sample(listed, ROUNDS)):
        reading = ledger.stored(one.id).reading
        text = f"{reading.document.text} "
        later = replace(
            reading, document=replace(reading.document, id=f"later-{len(listed)}-{number}", text=text)
        )
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
    soon = [size for (seconds, _), size in zip(checking, sizes, strict=True) if seconds <= SOON]
    print(f"checked within {SOON} s of the processor: {len(soon)} of {ROUNDS}, up to {max(soon)} documents")


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
