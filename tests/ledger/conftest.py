"""Ledgers to test with: a file of SQLite, and a database of a PostgreSQL server that the tests start."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Command

import addup
from addup.ledger import Ledger
from addup.records import Reading
from ledger.postgres_server import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server of our own, gone when the tests end."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        pytest.skip("needs PostgreSQL (Debian's package postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="addup-postgres-"))
    server = Server(found[-1], folder)
    server.make()
    server.start()
    yield server
    server.stop(how="immediate")  # nobody needs what is in it
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger can be made: once a file, once a database."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite")
    server: Server = request.getfixturevalue("server")
    return server.new_database(f"ledger_{uuid.uuid4().hex}")


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """A new ledger, open."""
    opened = Ledger(address)
    yield opened
    opened.close()


FLOOD = (
    "At least 43 people were killed and 120 injured when the river Selm flooded Brennick on Tuesday, the "
    "governor of Marland said. The mayor of Brennick put the death toll at 38."
)


@pytest.fixture(scope="session")
def flood() -> Reading:
    """A report whose two sources do not agree."""
    return addup.read(FLOOD, published="2024-05-15", id="flood")


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run addup as a user does, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return Command(monkeypatch, tmp_path / "own.sqlite")
