"""How well and how fast an archive is read and checked on Spark, by invented reports whose truth is known.

    python benchmarks/archive.py quality COUNT   planted contradictions found, conflicts that are real
    python benchmarks/archive.py same COUNT      the tables against those of `addup add` and `addup check`
    python benchmarks/archive.py speed COUNT...  seconds and kB/s per core, by cores, beside a plain pool
    python benchmarks/archive.py faults COUNT    a worker, then the driver, killed in the middle of each step
    python benchmarks/archive.py pages COUNT     unpacking pages, finding the articles, reading them
    python benchmarks/archive.py write COUNT FOLDER     only write the reports, as JSON Lines with the truth

`--seed` makes other reports, `--master` and `--memory` say where Spark runs, `--work` where files go. What is
complete in `--work` is not done again: a measurement that was stopped goes on, and `quality` takes the tables
that `speed` has left.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Any

import plain_archive
import pyarrow as pa
import pyarrow.dataset as ds
from invented_archive import Report, Statement, contradicted, invent, told, write_folder, write_lines

_LOOKS = 5.0  # seconds
PARTS = ds.partitioning(pa.schema([("run", pa.int32()), ("published", pa.date32())]), flavor="hive")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["quality", "same", "speed", "faults", "pages", "write"])
    parser.add_argument("counts", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--master", default="local[2]", help="for speed, one or more with commas")
    parser.add_argument("--pool", action="store_true", help="for speed, a plain pool beside Spark")
    parser.add_argument("--memory", default="2g")
    parser.add_argument("--work", type=Path)
    arguments = parser.parse_args()
    count = int(arguments.counts[0])
    reports = list(invent(count, Random(arguments.seed)))
    if arguments.what == "write":
        folder = Path(arguments.counts[1])
        folder.mkdir(parents=True, exist_ok=True)
        write_lines(reports, folder / "reports.jsonl")
        _write_truth(reports, folder / "truth.json")
        return
    work: Path = arguments.work or Path(tempfile.mkdtemp(prefix="addup-archive-"))
    try:
        match arguments.what:
            case "quality":
                quality(reports, work, arguments.master, arguments.memory)
            case "same":
                same(reports, work, arguments.master, arguments.memory)
            case "speed":
                counts, masters = list(map(int, arguments.counts)), arguments.master.split(",")
                speed(counts, arguments.seed, work, masters, memory=arguments.memory, pool=arguments.pool)
            case "faults":
                faults(reports, work)
            case "pages":
                pages(reports, work)
    finally:
        if arguments.work is None:
            shutil.rmtree(work)


def _write_truth(reports: Iterable[Report], path: Path) -> None:
    path.write_text("\n".join(json.dumps(told(report)) for report in reports), encoding="utf-8")


def run(source: Path, out: Path, master: str, memory: str) -> Any:
    """Read and check an archive as the command does, unless that is done; give its summary."""
    from addup.spark.archive import Summary, archive
    from addup.spark.session import session

    done = out / "_addup" / "runs" / "1.json"
    if done.exists():
        return Summary(**json.loads(done.read_text(encoding="utf-8"))["summary"])
    with Processor() as processor:
        spark = session(master, memory=memory)
        (summary,) = archive(spark, str(source), str(out), told=_Steps().told)
    print(
        f"  all that Spark has begun took {processor.seconds:,.0f} s of the processor; "
        f"{shuffled_bytes(spark) / 1e6:,.0f} MB were shuffled, "
        f"{size_of(out) / 1e6:,.0f} MB are in the tables and beside them",
        flush=True,
    )
    spark.stop()
    return summary


def shuffled_bytes(spark: Any) -> int:
    """Give how much a session has written for its shuffles."""
    context = spark.sparkContext
    none = context._gateway.new_array(context._jvm.double, 0), context._jvm.java.util.ArrayList()
    stages = context._jsc.sc().statusStore().stageList(None, False, False, *none)
    return sum(int(stages.apply(number).shuffleWriteBytes()) for number in range(stages.size()))


def size_of(folder: Path) -> int:
    """Give the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


class Processor:
    """Counts the processor time of all that this process begins, looking every few seconds.

    What has ended is known from when it was last seen: Spark's workers end without waiting for theirs.
    """

    def __init__(self) -> None:
        self._seen: dict[tuple[int, float], float] = {}
        self._ended = Event()
        self._watcher = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Processor:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._look()
        self._ended.set()
        self._watcher.join()

    @property
    def seconds(self) -> float:
        """The sum over all processes."""
        return sum(self._seen.values())

    def _watch(self) -> None:
        while not self._ended.wait(_LOOKS):
            self._look()

    def _look(self) -> None:
        import psutil

        for one in psutil.Process().children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                times = one.cpu_times()
                self._seen[one.pid, one.create_time()] = times.user + times.system


class _Steps:
    """Prints how long each step took."""

    def __init__(self) -> None:
        self._step, self._began = "", time.monotonic()

    def told(self, what: str, done: int, total: int) -> None:
        """Take what is going on."""
        if what != self._step:
            now = time.monotonic()
            if self._step:
                print(f"  {self._step}: {now - self._began:,.1f} s", flush=True)
            self._step, self._began = what, now


def told_of(summary: Any) -> str:
    """Give a line about a run."""
    return (
        f"{summary.documents:,} documents, {summary.figures:,} figures in {summary.seconds:,.1f} s; reading "
        f"took {summary.reading_seconds:,.1f} s of the processor, "
        f"{summary.bytes / 1000 / max(summary.reading_seconds, 1e-9):.1f} kB/s; "
        f"{summary.dossiers:,} dossiers, {summary.conflicts:,} conflicts; skipped: {summary.skipped}"
    )


def table(out: Path, name: str) -> list[dict[str, Any]]:
    """Give the rows of a table."""
    if not (out / name).exists():
        return []
    rows: list[dict[str, Any]] = ds.dataset(out / name, partitioning=PARTS).to_table().to_pylist()
    return rows


# --- quality ----------------------------------------------------------------------------------------------


def quality(reports: Sequence[Report], work: Path, master: str, memory: str) -> None:
    """Print how many planted contradictions are found, and how many of the conflicts reported are real."""
    write_lines(reports, work / "reports.jsonl")
    print(told_of(run(work / "reports.jsonl", work / "out", master, memory)), flush=True)
    print(judged(reports, table(work / "out", "findings")))


def judged(reports: Sequence[Report], findings: Sequence[dict[str, Any]]) -> str:
    """Hold the conflicts found against what the reports were made of; give lines about it."""
    said: dict[str, tuple[Statement, ...]] = {report.document: report.statements for report in reports}
    tolls: dict[tuple[int, str], list[Statement]] = defaultdict(list)
    for report in reports:
        for statement in report.statements:
            tolls[statement.event, statement.toll].append(statement)
    planted = {toll for toll, statements in tolls.items() if contradicted(statements)}
    found: set[tuple[int, str]] = set()
    real = 0
    wrong: list[str] = []
    conflicts = [finding for finding in findings if finding["kind"] == "conflict"]
    for finding in conflicts:
        met = [
            statement
            for piece in finding["evidence"]
            for statement in said.get(piece["document"], ())
            if statement.start < piece["end"] and piece["start"] < statement.end
        ]
        about = {(statement.event, statement.toll) for statement in met}
        if len(about) == 1 and contradicted(met):
            real += 1
            found |= about
        else:
            wrong.append(finding["text"])
    missed = sorted(planted - found)
    lines = [
        f"planted: {len(planted):,} of {len(tolls):,} tolls; found {len(planted & found):,}, "
        f"recall {len(planted & found) / max(1, len(planted)):.1%}",
        f"conflicts: {len(conflicts):,}; real {real:,}, precision {real / max(1, len(conflicts)):.1%}",
        *(f"  not real: {text}" for text in wrong[:20]),
        *(f"  missed: event {event}, {toll}" for event, toll in missed[:20]),
    ]
    return "\n".join(lines)


# --- the same answers ---------------------------------------------------------------------------------------


def same(reports: Sequence[Report], work: Path, master: str, memory: str) -> None:
    """Print whether the tables hold what the ledger holds of the same files."""
    from addup.ledger import Ledger
    from addup.ledger.adding import add_all, addresses_in

    write_folder(reports, work / "in")
    print(told_of(run(work / "in", work / "out", master, memory)), flush=True)
    started = time.monotonic()
    ledger = Ledger(work / "ledger.sqlite")
    for _ in add_all(ledger, addresses_in([str(work / "in")]), by="benchmark", processes=1):
        pass
    ledger.settle()
    print(f"the ledger took {time.monotonic() - started:,.0f} s", flush=True)
    theirs = {kept.key: (kept.finding.kind, kept.finding.text) for kept in ledger.findings()}
    ours = {row["key"]: (row["kind"], row["text"]) for row in table(work / "out", "findings")}
    dossiers: dict[int | None, set[str]] = defaultdict(set)
    for listed in ledger.documents():
        dossiers[listed.dossier].add(listed.id)
    together = {frozenset(row["documents"]) for row in table(work / "out", "dossiers")}
    their_series = sorted((one.name, one.kind, one.figures, one.documents) for one in ledger.series())
    our_series = sorted(
        (row["name"], row["kind"], len(row["figures"]), row["documents"])
        for row in table(work / "out", "series")
    )
    both = len(together & set(map(frozenset, dossiers.values())))
    alike = sum(theirs.get(key) == told for key, told in ours.items())
    print(f"dossiers: {len(together):,} and {len(dossiers):,}, the same {both:,}")
    print(f"series: {len(our_series):,} and {len(their_series):,}, the same: {our_series == their_series}")
    print(f"findings: {len(ours):,} and {len(theirs):,}, the same {alike:,}")
    ledger.close()


# --- speed ------------------------------------------------------------------------------------------------


def speed(
    counts: Sequence[int], seed: int, work: Path, masters: Sequence[str], *, memory: str, pool: bool
) -> None:
    """Print how long archives of some sizes take on some numbers of cores, and how well they are checked.

    With `pool`, print beside it how long a plain pool of processes takes for the same work.
    """
    for count in counts:
        folder = work / str(count)
        folder.mkdir(parents=True, exist_ok=True)
        reports = list(invent(count, Random(seed)))
        write_lines(reports, folder / "reports.jsonl")
        size = sum(len(report.text.encode()) for report in reports) / 1000
        for master in masters:
            out = folder / master
            summary = run(folder / "reports.jsonl", out, master, memory)
            print(f"{count:,} reports of {size:,.0f} kB, {master}: {told_of(summary)}", flush=True)
            print(judged(reports, table(out, "findings")), flush=True)
            if pool:
                _beside(reports, out, int(master.partition("[")[2].strip("]")))


def _beside(reports: Sequence[Report], out: Path, cores: int) -> None:
    """Print how long a plain pool takes for what Spark did, and whether it comes to the same dossiers."""
    beside = out.with_name(f"pool-{cores}")
    shutil.rmtree(beside, ignore_errors=True)
    started = time.monotonic()
    dossiers = plain_archive.archive(reports, beside, cores)
    seconds = time.monotonic() - started
    together = {frozenset(row["documents"]) for row in table(out, "dossiers")}
    both = len(together & set(map(frozenset, dossiers)))
    print(
        f"  a plain pool of {cores}: {seconds:,.1f} s; dossiers {len(dossiers):,}, the same {both:,}",
        flush=True,
    )


# --- pages --------------------------------------------------------------------------------------------------

REPORTS_OF_A_PAGE = 5
_LINKS, _SCRIPT = 250, 30_000


def pages(reports: Sequence[Report], work: Path) -> None:
    """Print what pages as a crawler packs them cost beside reading: of one process, in its processor time."""
    from addup.documents import from_source, from_text
    from addup.reading.read import read
    from addup.spark.records import Piece, records_in

    together = [
        reports[first : first + REPORTS_OF_A_PAGE]
        for first in range(0, len(reports) - REPORTS_OF_A_PAGE + 1, REPORTS_OF_A_PAGE)
    ]
    path = work / "crawl.warc.gz"
    with path.open("wb") as file:
        for number, some in enumerate(together):
            file.write(gzip.compress(_record(f"https://news.example/{number}", _page(some))))
    read(from_text("Two boats sank."))  # loads the language pipeline
    times = [time.process_time()]
    sources = [one.content for one in records_in(Piece("warc", (path.as_uri(),), 0, path.stat().st_size))]
    times.append(time.process_time())
    documents = [from_source(source) for source in sources if source and not isinstance(source, str)]
    times.append(time.process_time())
    for document in documents:
        read(document)
    times.append(time.process_time())
    assert len(documents) == len(together), f"{len(documents)} of {len(together)} pages hold an article"
    text = sum(len(document.text) for document in documents)
    unpacking, finding, reading = (
        (after - before) / len(documents) for before, after in itertools.pairwise(times)
    )
    print(
        f"{len(documents):,} pages of {len(_page(together[0])) / 1000:,.0f} kB, "
        f"{text / len(documents) / 1000:.1f} kB of text in each: unpacking {unpacking * 1000:.1f} ms, "
        f"finding the article {finding * 1000:.1f} ms, reading it {reading * 1000:.1f} ms"
    )


def _page(reports: Iterable[Report]) -> bytes:
    """Give a page as outlets make them: an article among very many links and a script."""
    links = "".join(f'<li><a href="/section/{number}">Section {number}</a></li>' for number in range(_LINKS))
    script = "window.data = [" + "0.125, " * (_SCRIPT // 7) + "];"
    text = "".join(f"<p>{report.text}</p>" for report in reports)
    return (
        f"<html><head><title>News</title><script>{script}</script></head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>What happened</h1>{text}</article><footer><ul>{links}</ul></footer></body></html>"
    ).encode()


def _record(address: str, body: bytes) -> bytes:
    """Give a record of a WARC file."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    about = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2024-05-16T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return about.encode() + answer + b"\r\n\r\n"


# --- faults -----------------------------------------------------------------------------------------------

STEPS = ("reading", "sorting out", "linking", "checking", "writing")


class Cluster:
    """A standalone cluster of a master and two workers on this machine."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self.address = f"spark://localhost:{_free_port()}"
        port = self.address.rpartition(":")[2]
        where = ("--host", "localhost", "--port", port, "--webui-port", "0")
        self._master = self._begin("deploy.master.Master", *where)
        self.workers = [self.worker(), self.worker()]

    def worker(self) -> subprocess.Popen[bytes]:
        """Begin a worker with one core."""
        return self._begin("deploy.worker.Worker", "-c", "1", "-m", "1500m", self.address)

    def _begin(self, name: str, *arguments: str) -> subprocess.Popen[bytes]:
        import pyspark

        program = Path(pyspark.__file__).parent / "bin" / "spark-class"
        log = (self._work / f"{name}.log").open("ab")
        environment = {**os.environ, "SPARK_WORKER_DIR": str(self._work / "executors")}
        return subprocess.Popen(
            [program, f"org.apache.spark.{name}", *arguments],
            stdout=log,
            stderr=log,
            env=environment,
            start_new_session=True,
        )

    def lose_worker(self) -> None:
        """Kill a worker with all that it runs, and begin another one."""
        _kill(self.workers.pop(0))
        self.workers.append(self.worker())

    def end(self) -> None:
        """End all of it."""
        for process in (*self.workers, self._master):
            _kill(process)


def _free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("localhost", 0))
        return int(any_port.getsockname()[1])


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and those that it began."""
    import psutil

    with suppress(psutil.NoSuchProcess):
        begun = psutil.Process(process.pid)
        for one in (*begun.children(recursive=True), begun):
            with suppress(psutil.NoSuchProcess):
                one.kill()
    process.wait()


def faults(reports: Sequence[Report], work: Path) -> None:
    """Print whether the tables are the same where workers, and then the driver, were killed in each step.

    They are killed when half the time has passed that the step takes undisturbed.
    """
    write_lines(reports, work / "reports.jsonl")
    cluster = Cluster(work)
    try:
        took = _drive(cluster, work, "undisturbed", {}, {})
        _drive(cluster, work, "workers", dict.fromkeys(STEPS, cluster.lose_worker), took)
        print(f"a worker killed in each of {', '.join(STEPS)}: tables the same: {_same(work, 'workers')}")
        for step in STEPS:
            _drive(cluster, work, "driver", {step: None}, took)
        _drive(cluster, work, "driver", {}, took)
        print(f"the driver killed in each of them: tables the same: {_same(work, 'driver')}")
    finally:
        cluster.end()


def _drive(
    cluster: Cluster,
    work: Path,
    name: str,
    acts: Mapping[str, Callable[[], None] | None],
    took: Mapping[str, float],
) -> dict[str, float]:
    """Run the command, and do something in the middle of some steps; None kills the command.

    `took` says how long each step takes; what this run took is given.
    """
    command = [sys.executable, "-m", "addup.cli", "archive", work / "reports.jsonl", work / name]
    started = time.monotonic()
    driver = subprocess.Popen(
        [*map(str, command), "--master", cluster.address],
        stderr=subprocess.PIPE,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable},
        start_new_session=True,
    )
    assert driver.stderr is not None
    began: dict[str, float] = {}
    for line in driver.stderr:
        step = next((step for step in STEPS if line.startswith(f"addup: {step}".encode())), None)
        if step is None or step in began:
            continue
        began[step] = time.monotonic()
        if step not in acts:
            continue
        time.sleep(took[step] / 2)
        act = acts[step]
        print(f"  {name}, {step}: killed after {time.monotonic() - started:,.0f} s", flush=True)
        if act is None:
            _kill(driver)
            return {}
        act()
    driver.wait()
    ended = time.monotonic()
    print(f"  {name}: ended with {driver.returncode} after {ended - started:,.0f} s", flush=True)
    ends = [*list(began.values())[1:], ended]
    return {step: end - began[step] for step, end in zip(began, ends, strict=True)}


def _same(work: Path, name: str) -> bool:
    return all(
        _rows(work / "undisturbed", one) == _rows(work / name, one)
        for one in (
            "documents",
            "figures",
            "times",
            "attributions",
            "dossiers",
            "series",
            "findings",
            "skipped",
        )
    )


def _rows(out: Path, name: str) -> list[str]:
    return sorted(repr(sorted(row.items())) for row in table(out, name))


if __name__ == "__main__":
    main()
