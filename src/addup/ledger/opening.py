"""Opening a ledger: a file of SQLite, or a database of PostgreSQL, brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
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
    engine = _engine(str(address))
    with explained(address), engine.begin() as connection:
        _bring_up_to_date(connection, str(address))
    return engine


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
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _PATIENCE / 1000})

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


def _bring_up_to_date(connection: Connection, address: str) -> None:
    if connection.dialect.name == "postgresql":  # one at a time, where several open a new ledger at once
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('addup ledger'))")
    with as_file(files("addup.ledger").joinpath("migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError:
            raise LedgerError(f"{address} was made by a newer addup: install that one to open it.") from None


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
