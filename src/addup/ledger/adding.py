"""Adding reports to a ledger: files, folders, addresses and standard input, read on all cores.

Each document is kept as soon as it is read, in one transaction. So whatever stops the work, what was done is
done; beginning again passes over it and goes on.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Any

import addup
from addup.documents.containers import reports_in
from addup.documents.kinds import ENDINGS
from addup.documents.source import is_url
from addup.errors import AddupError, DocumentError
from addup.ledger.records import Added
from addup.ledger.store import Ledger
from addup.records import Document, Reading

_WORTH_PROCESSES = 10
"""Fewer reports are read sooner than other processes have begun."""
_AHEAD = 4
"""Reports under way for each process: enough that none waits, few enough that memory stays flat."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that could not be added, and why."""

    address: str
    why: str


Outcome = tuple[str, Added | Failed]
"""The address of a report, and what became of it."""


def addresses_in(given: Iterable[str]) -> list[str]:
    """Give every report that some arguments name: a folder stands for the reports in it, also in its folders.

    So does a zip file, and a mail stands for itself and what is attached to it.

    Raises:
        AddupError: a folder holds no report.
    """
    found: list[str] = []
    for argument in given:
        path = Path(argument)
        if argument == "-" or not path.is_dir():
            found += _held(argument)
            continue
        inside = sorted(
            file
            for file in path.rglob("*")
            if file.is_file()
            and file.suffix.lower() in ENDINGS
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
        )
        if not inside:
            raise AddupError(f"the folder {argument} holds no reports ({', '.join(sorted(ENDINGS))}).")
        found += (report for file in inside for report in _held(str(file)))
    return list(dict.fromkeys(found))


def _held(address: str) -> list[str]:
    """Give the reports in a file; one that cannot be opened is named when it is read."""
    if address == "-" or is_url(address):
        return [address]
    try:
        return reports_in(address)
    except DocumentError:
        return [address]


def add_all(
    ledger: Ledger,
    addresses: Iterable[str],
    *,
    by: str,
    published: str | None = None,
    processes: int | None = None,
    again: bool = False,
) -> Iterator[Outcome]:
    """Add reports to a ledger, and tell what became of each as soon as it is known.

    What the ledger holds is passed over; with `again` it is read anew where another version of addup read
    it. A report that cannot be read costs only itself. `processes` is how many read at once; by default one
    for each core, where there are more than a few.
    """
    reader = addup.__version__
    waiting = list(addresses)
    cores = 1 if len(waiting) < _WORTH_PROCESSES else os.cpu_count() or 1
    count = min(processes or cores, len(waiting))

    def keep(address: str, read: Reading | Failed) -> Outcome:
        return address, read if isinstance(read, Failed) else ledger.add(read, by=by, reader=reader)

    def known(document: Document) -> Added | None:
        """Note a document that needs no reading, for its address may be new."""
        held = ledger.holds(document.id, reader=reader if again else None)
        return ledger.see(document) if held else None

    if count <= 1:
        for address in waiting:
            document = _load(address, published)
            held = None if isinstance(document, Failed) else known(document)
            if held is not None:
                yield address, held
            else:
                yield keep(address, document if isinstance(document, Failed) else _read(document))
        return
    yield from _in_parallel(waiting, published, count, known, keep)


def _in_parallel(
    waiting: list[str],
    published: str | None,
    count: int,
    known: Callable[[Document], Added | None],
    keep: Callable[[str, Reading | Failed], Outcome],
) -> Iterator[Outcome]:
    """Load and read in other processes; what they give is kept here, by one writer."""
    under_way: dict[Future[Any], str] = {}  # of documents that are got, and of readings that are made
    waiting.reverse()
    # Spawned, not forked: numerical libraries may hold locks that a forked child would wait for.
    with ProcessPoolExecutor(count, get_context("spawn"), initializer=end_with_parent) as pool:
        try:
            while waiting or under_way:
                while waiting and len(under_way) < count * _AHEAD:
                    address = waiting.pop()
                    under_way[pool.submit(_load, address, published)] = address
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in sorted(done, key=lambda one: under_way[one]):
                    address = under_way.pop(future)
                    result = future.result()
                    if not isinstance(result, Document):
                        yield keep(address, result)
                    elif held := known(result):
                        yield address, held
                    else:
                        under_way[pool.submit(_read, result)] = address
        except BrokenProcessPool:
            raise AddupError(
                "a reading process ended by itself, perhaps for want of memory: begin again, it goes on."
            ) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def end_with_parent() -> None:
    """End this reading process when the one that began it is gone, however that ended.

    Ctrl-C, which a terminal sends to all of them, is left to the one that began it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        begun_by = parent_process()
        if begun_by is not None:
            begun_by.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def _load(address: str, published: str | None) -> Document | Failed:
    try:
        return addup.load(address, published=published)
    except AddupError as problem:
        return Failed(address, str(problem))


def _read(document: Document) -> Reading | Failed:
    try:
        return addup.read(document)
    except AddupError as problem:
        return Failed(document.address or document.id, str(problem))
