"""Reading and checking in a process of its own, which a page may crash and which does not hang for ever.

`Server` begins the process, asks it, and begins another one where it ended. The process is this module, run:
it loads the language pipeline once, then answers until nobody asks any more.

The limits are in seconds of the processor, not of the clock, so that a busy machine skips nothing that an
idle one reads.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import cache
from typing import IO, Any

from addup.documents.source import Source
from addup.errors import AddupError

SECONDS_TO_READ = 60.0
"""A report of a megabyte takes half of it."""
SECONDS_TO_CHECK = 600.0
MEMORY = 4 << 30
"""Bytes of address space that reading or checking may take."""

_FIRST_PAGE = (
    b"<html><body><article><p>SELM, May 7, 2024 - Police said on Monday that 40 people had died.</p>"
    b"<p>Some 12 percent of the homes were lost, Ann Bell told reporters.</p></article></body></html>"
)

Row = dict[str, Any]
Answer = tuple[str, Any]
_LENGTH = 8


class Server:
    """A process that reads and checks for this one."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, source: Source | str, given: Row, *, seconds: float = SECONDS_TO_READ) -> Row:
        """Read a report, as bytes or as text; give its row (see `schemas.READ`).

        `given` holds what is known beside it: `title`, `outlet`, `published`, `address`.
        """
        kind, answer = self._ask("read", (source, given), seconds)
        if kind == "done":
            return dict(answer)
        return {"reason": answer if kind != "refused" else _without_name(answer, source), "why": answer}

    def check(
        self,
        records: Sequence[bytes],
        originals: Sequence[bytes | None],
        *,
        seconds: float = SECONDS_TO_CHECK,
    ) -> list[Row] | str:
        """Group and check the packed readings of a dossier; give its rows, or why there are none.

        `originals` has for each of them what it may copy, if that is in another dossier.
        """
        kind, answer = self._ask("check", (list(records), list(originals)), seconds)
        return answer if kind == "done" else str(answer)

    def _ask(self, what: str, argument: Any, seconds: float) -> Answer:
        process = self._begun()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            _send(process.stdin, (what, argument, seconds))
            answer: Answer = _receive(process.stdout)
            return answer
        except (EOFError, BrokenPipeError):
            self._process = None
            return "crashed", _ended(process.wait(), seconds)

    def _begun(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "addup.spark.serving"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        return self._process

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            self._process.wait()
            self._process = None


def _ended(status: int, seconds: float) -> str:
    if status == -signal.SIGPROF:
        return f"took more than {seconds:g} seconds of the processor"
    if status < 0:
        return f"crashed the reader ({signal.Signals(-status).name})"
    return f"ended the reader (status {status})"


def _without_name(told: str, source: Source | str) -> str:
    """Give the reason without the name of the report and without advice, so that reasons can be counted."""
    name = "the text" if isinstance(source, str) else source.name
    reason = told.replace(name, "", 1).strip(" :.")
    return reason.partition(":")[0].partition(";")[0].strip(" .")


def _send(stream: IO[bytes], what: Any) -> None:
    packed = pickle.dumps(what, pickle.HIGHEST_PROTOCOL)
    stream.write(len(packed).to_bytes(_LENGTH))
    stream.write(packed)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    length = stream.read(_LENGTH)
    packed = stream.read(int.from_bytes(length)) if len(length) == _LENGTH else b""
    if not packed:
        raise EOFError
    return pickle.loads(packed)


# --- the process itself -------------------------------------------------------------------------------------


def main() -> None:
    """Answer what is asked on standard input, until it ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand between the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks decides when to end
    signal.signal(signal.SIGPROF, signal.SIG_DFL)  # ends the process, also inside of C code
    with contextlib.suppress(ValueError, OSError):  # a lower limit may be set already
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    doing = {"read": _read, "check": _check}
    with contextlib.suppress(EOFError):
        while True:
            what, argument, seconds = _receive(sys.stdin.buffer)
            if what == "read":
                _get_ready()
            signal.setitimer(signal.ITIMER_PROF, seconds)
            answer = _answer(doing[what], argument)
            signal.setitimer(signal.ITIMER_PROF, 0)
            _send(answers, answer)


@cache
def _get_ready() -> None:
    """Read a page, so that what reading loads is not the fault of the first report."""
    _answer(_read, (Source(_FIRST_PAGE, name="the first page"), {}))


def _answer(do: Any, argument: Any) -> Answer:
    try:
        return "done", do(argument)
    except AddupError as problem:
        return "refused", str(problem)
    except MemoryError:
        return "failed", f"needs more than {MEMORY >> 30} GB of memory"
    except RecursionError:
        return "failed", "is nested too deeply"
    except Exception as problem:  # one report must not end the run, whatever is wrong with it
        return "failed", f"could not be read ({type(problem).__name__}: {problem})"


def _read(argument: tuple[Source | str, Row]) -> Row:
    from dataclasses import replace

    from addup.documents import from_source, from_text
    from addup.documents.days import given_day
    from addup.reading.read import read
    from addup.spark.schemas import read_row

    started = time.process_time()
    source, given = argument
    day = given_day(given["published"]) if given.get("published") else None
    if isinstance(source, str):
        document = from_text(source, published=day, address=given.get("address"))
    else:
        document = from_source(source, given=day)
    known = {name: given[name] for name in ("title", "outlet") if given.get(name)}
    reading = read(replace(document, **known))
    return {**read_row(reading), "seconds": time.process_time() - started}


def _check(argument: tuple[Sequence[bytes], Sequence[bytes | None]]) -> list[Row]:
    records, originals = argument
    return check_records(records, originals)


def check_records(records: Sequence[bytes], originals: Sequence[bytes | None] = ()) -> list[Row]:
    """Group and check the packed readings of a dossier; give its rows.

    What copies one of `originals`, which are in other dossiers, is told as a copy; it is checked all the
    same, as in a ledger, which does not know of them.
    """
    from addup.account.reported.of_reports import check_reports
    from addup.account.reported.originals import without
    from addup.grouping.group import group
    from addup.grouping.joining.copies import copies
    from addup.spark.schemas import checked_rows, unpack

    readings = [unpack(record) for record in records]
    grouping = group(readings)
    found = copies(grouping.readings)
    elsewhere: dict[str, str] = {}
    for reading, original in zip(readings, originals, strict=False):
        if original is not None:
            other = unpack(original)
            if copies([reading, other]):
                elsewhere[reading.document.id] = other.document.id
    return checked_rows(grouping, elsewhere | found, check_reports(without(grouping, found)))


if __name__ == "__main__":
    main()
