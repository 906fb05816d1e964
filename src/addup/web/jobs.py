"""Reports that were dropped in: read one after the other in the background, with their progress."""

from __future__ import annotations

import queue
import secrets
import shutil
import tempfile
import threading
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, Literal

import addup
from addup import documents
from addup.documents.kinds import ENDINGS, TABLES
from addup.documents.listed import LISTS
from addup.documents.source import is_url
from addup.errors import AddupError
from addup.ledger import Added, Ledger
from addup.ledger.adding import Failed, add_all, addresses_in
from addup.records import Document
from addup.report import words
from addup.web.settling import Settling

MOST_KEPT = 200
"""Jobs that are remembered after they ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """What somebody dropped in: a pasted text, addresses, a folder of this machine, or uploaded files."""

    by: str
    text: str | None = None
    title: str | None = None
    addresses: tuple[str, ...] = ()
    uploaded: Path | None = None
    published: str | None = None


@dataclass(slots=True)
class Line:
    """What became of one report."""

    name: str
    document: str | None = None
    title: str | None = None
    figures: int = 0
    new: bool = False
    why: str | None = None
    changes: tuple[str, ...] = ()


@dataclass(slots=True)
class Job:
    """A drop under way. `found` tells how many findings there are now that were not there before it."""

    id: str
    drop: Drop
    total: int | None = None
    state: Literal["waiting", "reading", "checking", "done"] = "waiting"
    lines: list[Line] = field(default_factory=list)
    found: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "id": self.id,
            "state": self.state,
            "total": self.total,
            "done": len(self.lines),
            "failed": sum(line.why is not None for line in self.lines),
            "figures": sum(line.figures for line in self.lines if line.new),
            "found": self.found,
            "reports": [
                {
                    "name": line.name,
                    "document": line.document,
                    "title": line.title,
                    "figures": line.figures,
                    "new": line.new,
                    "why": line.why,
                    "changes": list(line.changes),
                }
                for line in list(self.lines)
            ],
        }


class Jobs:
    """Carries out drops, in the order in which they came, in a thread of its own."""

    def __init__(self, ledger: Ledger, settling: Settling) -> None:
        self._ledger = ledger
        self._settling = settling
        self._jobs: dict[str, Job] = {}
        self._queue: queue.Queue[Job | None] = queue.Queue()
        self._worker = threading.Thread(target=self._work, name="addup jobs", daemon=True)
        self._worker.start()

    def begin(self, drop: Drop) -> Job:
        """Take a drop; its progress shows in the job.

        Raises:
            LedgerError: the ledger can only be read.
        """
        self._ledger.refuse_to_write()
        job = Job(secrets.token_hex(8), drop)
        while len(self._jobs) >= MOST_KEPT:
            self._jobs.pop(next(iter(self._jobs)))
        self._jobs[job.id] = job
        self._queue.put(job)
        return job

    def get(self, id: str) -> Job | None:
        """Give a job."""
        return self._jobs.get(id)

    def close(self) -> None:
        """End after the report that is being read."""
        self._queue.put(None)

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            try:
                self._carry_out(job)
            except AddupError as problem:
                job.lines.append(Line(job.drop.title or "what was dropped in", why=str(problem)))
            except Exception:  # a mistake of ours with one report must not stop all those after it
                traceback.print_exc()
                job.lines.append(Line(job.drop.title or "what was dropped in", why="a mistake in addup."))
            finally:
                job.state = "done"
                if job.drop.uploaded is not None:
                    shutil.rmtree(job.drop.uploaded, ignore_errors=True)

    def _carry_out(self, job: Job) -> None:
        job.state = "reading"
        before = {kept.key for kept in self._ledger.findings()}
        for line in self._lines(job):
            job.lines.append(line)
        job.state = "checking"
        self._settling()
        job.found = len({kept.key for kept in self._ledger.findings()} - before)

    def _lines(self, job: Job) -> Iterator[Line]:
        drop = job.drop
        if drop.text is not None:
            job.total = 1
            yield _line(drop.title or "pasted text", self._pasted(drop))
        elif drop.uploaded is not None:
            files = sorted(str(file) for file in drop.uploaded.rglob("*") if file.is_file())
            reports = addresses_in(files)
            job.total = len(reports)
            for report in reports:
                name = str(Path(report).relative_to(drop.uploaded))
                yield _line(name, self._file(report, name, drop))
        else:
            addresses = addresses_in(drop.addresses)
            job.total = len(addresses)
            added = add_all(self._ledger, addresses, by=drop.by, published=drop.published or None)
            yield from (_line(name, outcome) for name, outcome in added)

    def _pasted(self, drop: Drop) -> Added | Failed:
        try:
            document = documents.from_text(drop.text or "", published=drop.published or None)
            if drop.title:
                found = {**document.found, "title": "given"}
                document = replace(document, title=drop.title, found=found)
            return self._keep(document, by=drop.by)
        except AddupError as problem:
            return Failed("the text", str(problem))

    def _file(self, file: str, name: str, drop: Drop) -> Added | Failed:
        """Read an uploaded file; its address is its name, or that on the web if it gives one."""
        try:
            document = addup.load(file, published=drop.published or None)
            address = document.address if document.address and is_url(document.address) else name
            return self._keep(replace(document, address=address), by=drop.by)
        except AddupError as problem:
            return Failed(name, str(problem).replace(file, name))

    def _keep(self, document: Document, *, by: str) -> Added:
        if self._ledger.holds(document.id):
            return self._ledger.see(document)
        return self._ledger.add(addup.read(document), by=by, reader=addup.__version__)


def _line(name: str, outcome: Added | Failed) -> Line:
    if isinstance(outcome, Failed):
        return Line(name, why=outcome.why)
    return Line(
        name,
        document=outcome.document.id,
        title=words.title(outcome.document),
        figures=outcome.figures,
        new=outcome.is_new,
        changes=(*outcome.carried, *outcome.changes),
    )


def upload(files: Iterable[tuple[str, bytes]]) -> Path | None:
    """Put uploaded files into a folder of their own; those that are no reports are left out, None if all are.

    Names come from the browser, with the folders that they lie in; nothing of them leads out of the folder.
    """
    folder = Path(tempfile.mkdtemp(prefix="addup-upload-"))
    kept = 0
    for name, data in files:
        parts = [
            part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in {"/", "..", "."}
        ]
        is_hidden = any(part.startswith(".") for part in parts)
        known = ENDINGS if len(parts) > 1 else ENDINGS | TABLES | LISTS | {".zip"}
        if not parts or is_hidden or PurePosixPath(parts[-1]).suffix.lower() not in known:
            continue
        place = folder.joinpath(*(part[:100] for part in parts))
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        kept += 1
    if not kept:
        shutil.rmtree(folder, ignore_errors=True)
        return None
    return folder


def on_the_web(address: str) -> bool:
    """Whether an address is on the web, and no file of this machine."""
    return is_url(address) and address.split(":", 1)[0].lower() in {"http", "https"}
