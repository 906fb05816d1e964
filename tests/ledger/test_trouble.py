"""Whatever happens to a ledger, it holds whole documents, and what went wrong is said in one line."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import Command
from killing import kill_often, write_reports

import addup
from addup.ledger import Edit, Ledger, LedgerError
from addup.records import Reading
from ledger.postgres_server import Server

KILLS = 2
"""Moments at which adding is killed here; `benchmarks/ledgers.py kills` tries 200."""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of small reports."""
    write_reports(tmp_path / "reports")
    return tmp_path / "reports"


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_killed_at_any_moment_it_holds_whole_documents_and_again_completes_it(
    database: str, reports: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if database == "sqlite":
        addresses = [str(tmp_path / f"{number}.sqlite") for number in range(KILLS + 2)]
    else:
        server: Server = request.getfixturevalue("server")
        addresses = [server.new_database(f"kill_{os.getpid()}_{number}") for number in range(KILLS + 2)]
    outcomes = kill_often(reports, addresses)
    assert all(outcome.whole and outcome.equal for outcome in outcomes), outcomes


def children_of(process: int) -> list[int]:
    """The processes that a process began."""
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def is_running(process: int) -> bool:
    """Whether a process is there and no mere entry of one that ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def leaves_interrupts(process: int) -> bool:
    """Whether a process leaves Ctrl-C to others."""
    status = Path(f"/proc/{process}/status").read_text().splitlines()
    ignored = next(line for line in status if line.startswith("SigIgn"))
    return bool(int(ignored.split()[1], 16) & 1 << (signal.SIGINT - 1))


@pytest.mark.parametrize(("how", "status"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)])
def test_reading_processes_end_with_the_command_and_say_nothing(
    tmp_path: Path, how: signal.Signals, status: int
) -> None:
    address = str(tmp_path / "ledger.sqlite")
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(200):  # so many that none of the processes is done when the signal comes
        (reports / f"{number}.txt").write_text(f"On Monday {number + 30} boats left Lund, the pilot said.\n")
    command = [sys.executable, "-m", "addup.cli", "add", str(reports), "--ledger", address]
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # what runs in the background ignores it
    with (tmp_path / "told").open("wb") as told:
        adding = subprocess.Popen(
            [*command, "--processes", "2"], stdout=subprocess.DEVNULL, stderr=told, start_new_session=True
        )
    signal.signal(signal.SIGINT, before)
    children: list[int] = []
    while adding.poll() is None and (len(children) < 3 or not all(map(leaves_interrupts, children))):
        time.sleep(0.05)  # until two read, and one tracks resources
        children = children_of(adding.pid)
    if how == signal.SIGINT:  # as a terminal does it
        os.killpg(adding.pid, how)
    else:
        adding.send_signal(how)
    assert adding.wait() == status
    assert len(children) >= 2
    patience = time.monotonic() + 30
    while any(map(is_running, children)) and time.monotonic() < patience:
        time.sleep(0.05)
    assert not any(map(is_running, children))
    if how == signal.SIGINT:  # of a kill, Python itself tells that it left something to clear away
        assert (tmp_path / "told").read_text() == ""
    Ledger(address).close()


def test_four_writers_at_once_lose_and_double_nothing(address: str, flood: Reading) -> None:
    Ledger(address).close()
    texts = [f"On Monday {number} boats left Lund, the pilot said." for number in range(30, 50)]
    readings = [addup.read(text, published="2024-05-16") for text in texts]

    def write(writer: int) -> None:
        ledger = Ledger(address)
        for reading in readings[writer * 4 :] + readings[: writer * 4]:
            ledger.add(reading, by=f"writer {writer}", reader="1.0")
        ledger.add(flood, by=f"writer {writer}", reader="1.0")
        ledger.correct("flood", flood.figures[writer % 3].id, {"place": f"{writer}"}, Edit(f"{writer}"))
        ledger.settle()
        ledger.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    ledger = Ledger(address)
    assert ledger.counts()["documents"] == len(texts) + 1
    assert sorted(act.by for act in ledger.log()) == ["0", "1", "2", "3"]
    assert ledger.settle() == 0
    ledger.close()


def test_a_restart_of_the_server_costs_at_most_the_step_under_way(server: Server, flood: Reading) -> None:
    ledger = Ledger(server.new_database(f"restart_{os.getpid()}"))
    ledger.add(flood, by="ana", reader="1.0")
    server.stop(how="immediate")
    try:
        with pytest.raises(LedgerError) as problem:
            ledger.documents()
        assert "\n" not in str(problem.value)
    finally:
        server.start()
    assert [one.id for one in ledger.documents()] == ["flood"]
    ledger.close()


def test_a_server_that_stops_while_reports_are_added_loses_none(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30, 90):
        (folder / f"{number}.txt").write_text(f"On Monday {number} boats left Lund, the pilot said.")
    address = server.new_database(f"stopped_{os.getpid()}")
    command = [sys.executable, "-m", "addup.cli", "add", str(folder), "--published", "2024-05-16"]
    adding = subprocess.Popen(
        [*command, "--ledger", address, "--processes", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    ledger = Ledger(address)
    while not ledger.counts()["documents"] and adding.poll() is None:
        time.sleep(0.02)
    server.stop(how="immediate")
    try:
        _, told = adding.communicate(timeout=120)
    finally:
        server.start()
    assert adding.returncode == 2, told
    (line,) = told.splitlines()
    assert line.startswith("addup: the ledger ")
    held = ledger.counts()
    assert 0 < held["documents"] < 60
    assert held["figures"] == held["documents"]
    again = subprocess.run(
        [*command, "--ledger", address, "--processes", "1"], check=False, capture_output=True, text=True
    )
    assert again.returncode == 0, again.stderr
    assert ledger.counts()["documents"] == ledger.counts()["figures"] == 60
    ledger.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)


def test_a_full_disk_is_said_in_one_line_and_what_was_there_stays(small_disk: Path, flood: Reading) -> None:
    ledger = Ledger(small_disk / "ledger.sqlite")
    ledger.add(flood, by="ana", reader="1.0")
    text = flood.document.text + " The harbour was quiet." * 60_000
    large = replace(flood, document=replace(flood.document, id="large", text=text))
    with pytest.raises(LedgerError, match=r"disk is full|disk I/O") as problem:
        ledger.add(large, by="ana", reader="1.0")
    assert "\n" not in str(problem.value)
    assert "flood" in {one.id for one in ledger.documents()}
    ledger.close()


def test_a_file_size_limit_is_told_like_a_full_disk(command: Command, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Nine boats left Lund on Monday. " + "The harbour was quiet. " * 900)
    command("show", check=True)  # makes the ledger
    limit = (tmp_path / "own.sqlite").stat().st_size + 1000
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        ended = command("add", "report.txt")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert command("add", "report.txt").returncode == 0


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("mysql://somewhere/ledger", "is no ledger: give a file, or postgresql://"),
        ("postgresql://addup:secret@127.0.0.1:1/none", "the ledger postgresql://addup:***@127.0.0.1:1/none"),
        ("/proc/nowhere/ledger.sqlite", "cannot be made"),
        ("{folder}", "unable to open database file"),
        ("{folder}/note.txt", "file is not a database"),
        ("{folder}/newer.sqlite", "was made by a newer addup"),
    ],
)
def test_what_is_no_ledger_is_told_in_one_line(
    command: Command, tmp_path: Path, address: str, problem: str
) -> None:
    (tmp_path / "note.txt").write_text("This is a note, and no ledger at all. " * 40)
    newer = tmp_path / "newer.sqlite"
    Ledger(newer).close()
    with sqlite3.connect(newer) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    ended = command("show", ledger=address.format(folder=tmp_path))
    assert ended.returncode == 2
    assert problem in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert "secret" not in ended.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to everything")
def test_a_ledger_that_may_only_be_read_refuses_to_be_written(command: Command, tmp_path: Path) -> None:
    command("show", check=True)
    (tmp_path / "own.sqlite").chmod(0o444)
    ended = command("add", "-")
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)


def test_a_ledger_in_a_place_where_nothing_can_be_written_is_named_in_one_line(
    command: Command, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    for place in (tmp_path / "file" / "own.sqlite", Path("/proc/own.sqlite")):
        ended = command("check", ledger=str(place))
        assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1), ended.stderr
        assert str(place) in ended.stderr
        assert "Traceback" not in ended.stderr


def test_checking_an_empty_ledger_says_that_it_is_empty(command: Command) -> None:
    assert "holds no reports yet: addup add" in command("check").stdout


def test_a_slip_in_the_name_of_a_ledger_is_no_ledger_in_which_nothing_conflicts(
    command: Command, tmp_path: Path
) -> None:
    slip = tmp_path / "fodler" / "ledger.sqlite"
    for words in (["check"], ["show"], ["series"], ["export", tmp_path / "all.csv"], ["undo", "1"]):
        ended = command(*words, "--ledger", slip)
        assert ended.returncode == 2
        assert f"there is no ledger {slip}: addup add REPORT --ledger" in ended.stderr
    assert not slip.parent.exists()
