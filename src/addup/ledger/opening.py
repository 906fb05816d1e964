"""Opening a ledger: a file of SQLite, or a database of PostgreSQL, brought up to date.

A file that can only be read is opened for looking alone.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from addup.ledger.errors import LedgerError

# How long a writer waits for another one, in milliseconds: longer than any single step takes.
_PATIENCE = 60_000
_SETTINGS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON")


def connect(address: str | Path) -> Engine:
    """Open the ledger at an address, make it where there is none, and bring its tables up to date.

    `address` is the path of a file, or `postgresql://USER@HOST/DATABASE`.

    Raises:
        LedgerError: it cannot be reached, is no ledger, or was made by a newer addup.
    """
    if can_only_be_read(address):
        engine = _sqlite_to_read(Path(address))
        with explained(address), engine.connect() as connection:
            _refuse_other_tables(connection, str(address))
        return engine
    engine = _engine(str(address))
    with explained(address), engine.begin() as connection:
        _bring_up_to_date(connection, str(address))
    return engine


def can_only_be_read(address: str | Path) -> bool:
    """Whether a ledger is a file to which, or beside which, nothing can be written: SQLite needs both."""
    path = Path(address)
    return (
        "://" not in str(address)
        and path.is_file()
        and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    )


def await_turn(connection: Connection) -> None:
    """Wait until no other writes, so that two never wait for each other.

    SQLite has one writer at a time by itself.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('addup writes'))")


def _engine(address: str) -> Engine:
    if "://" not in address:
        return _sqlite(Path(address))
    try:
        url = make_url(address)
        if url.get_backend_name() == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
            return create_engine(url, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError):
        pass
    except ModuleNotFoundError:
        raise LedgerError(
            "for a ledger in PostgreSQL, addup needs its extra: pip install 'addup[postgres]'"
        ) from None
    raise LedgerError(f"{address} is no ledger: give a file, or postgresql://USER@HOST/DATABASE.")


def _sqlite(path: Path) -> Engine:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise LedgerError(f"the folder of {path} cannot be made: {problem.strerror}.") from None
    url = URL.create("sqlite", database=str(path))  # a ? in a name of a folder begins no options
    engine = create_engine(url, connect_args={"timeout": _PATIENCE / 1000})

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # transactions begin where SQLAlchemy says, not at the first write
        for setting in _SETTINGS:
            connection.execute(setting)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its turn at once: one that reads first could not be let in between two others.
        reads_only = connection.get_execution_options().get("reads_only")
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")

    return engine


def _sqlite_to_read(path: Path) -> Engine:
    # Others may be able to write: whoever looks opens the file anew, and sees it as it is then.
    engine = create_engine("sqlite://", creator=lambda: _opened_to_read(path), poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _opened_to_read(path: Path) -> sqlite3.Connection:
    """Open a file that others may be writing to; where none does, without the locks that it would need.

    What was written last may stand in a log beside the file, which SQLite passes over where it takes the
    file for immutable: so this is only for a file without one.
    """
    try:
        return _probed(path, "mode=ro")
    except sqlite3.OperationalError:
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise LedgerError(
                f"{path} was left while it was written: copy it, together with {log.name}, to where it can "
                "be written, and open the copy."
            ) from None
        return _probed(path, "immutable=1")


def _probed(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        timeout=_PATIENCE / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def _migrations(connection: Connection, address: str) -> Iterator[Config]:
    with as_file(files("addup.ledger").joinpath("migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        try:
            yield config
        except CommandError:
            raise LedgerError(f"{address} was made by a newer addup: install that one to open it.") from None


def _bring_up_to_date(connection: Connection, address: str) -> None:
    if connection.dialect.name == "postgresql":  # one at a time, where several open a new ledger at once
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('addup ledger'))")
    with _migrations(connection, address) as config:
        command.upgrade(config, "head")


def _refuse_other_tables(connection: Connection, address: str) -> None:
    """Refuse a ledger that would have to be brought up to date, and cannot be written."""
    with _migrations(connection, address) as config:
        scripts = ScriptDirectory.from_config(config)
        current = MigrationContext.configure(connection).get_current_revision()
        if current is not None:
            scripts.get_revision(current)  # there is none where a newer addup made it
        if current != scripts.get_current_head():
            raise LedgerError(
                f"{address} was made by an older addup, and cannot be brought up to date where it can only "
                "be read: copy it to where it can be written, and open the copy."
            )


@contextmanager
def explained(address: object) -> Iterator[None]:
    """Say in one line what a database complains about.

    Raises:
        LedgerError: for every error of the database.
    """
    try:
        yield
    except DBAPIError as problem:
        told: Any = problem.orig
        first = " ".join(str(told).split()) or type(told).__name__
        raise LedgerError(f"the ledger {_without_password(address)}: {first[:300]}") from None
    except SQLAlchemyError as problem:
        raise LedgerError(f"the ledger {_without_password(address)}: {problem}") from None


def _without_password(address: object) -> str:
    text = str(address)
    return make_url(text).render_as_string(hide_password=True) if "://" in text else text
