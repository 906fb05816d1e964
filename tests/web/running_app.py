"""An app that runs while a test needs it, and what tests know of the sample reports."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from playwright.sync_api import Page

import addup
from addup.ledger import Ledger
from addup.web import Settings, create_app

Open = Callable[..., Page]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PASSWORDS = {"ana": "a long way home", "bo": "the river Selm", "cyn": "only looking here"}
ROLES = {"ana": "admin", "bo": "editor", "cyn": "reader"}


@dataclass(frozen=True)
class App:
    """A running app: where it answers, and its ledger."""

    url: str
    settings: Settings

    @property
    def ledger(self) -> Ledger:
        """The ledger, opened beside the app."""
        return Ledger(self.settings.ledger)


@contextmanager
def running(settings: Settings) -> Iterator[App]:
    """Run an app in a thread until the test is done."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="error", proxy_headers=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the app does not begin"
        time.sleep(0.01)
    yield App(f"http://127.0.0.1:{listening.getsockname()[1]}", settings)
    server.should_exit = True
    thread.join(10)
    listening.close()


def fill(address: str, readings: list[addup.records.Reading]) -> None:
    """Put readings into a ledger, and check them."""
    ledger = Ledger(address)
    for reading in readings:
        ledger.add(reading, by="ana", reader=addup.__version__)
    ledger.settle()
    ledger.close()


def budget(app: App) -> str:
    """Give the page of the report whose numbers do not add up."""
    (kept,) = app.ledger.findings(kinds=("conflict",))
    return f"/documents/{kept.finding.evidence[0].document}"


def conflict(app: App) -> str:
    (kept,) = app.ledger.findings(kinds=("conflict",))
    return f"/findings/{kept.key}"


def series(app: App) -> str:
    largest = next(one for one in app.ledger.series() if one.name.startswith("killed"))
    return "/series/{}/{}".format(*app.ledger.first_figures([largest.id])[largest.id])


def dossier(app: App) -> str:
    return f"/dossiers/{app.ledger.dossiers()[-1].id}"


def account(app: App) -> str:
    return f"{dossier(app)}/account"


def source(app: App) -> str:
    return f"/source?name={app.ledger.sources()[0].name}"
