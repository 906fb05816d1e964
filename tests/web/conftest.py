"""The app as its users have it: a server of its own, and Debian's Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from ledger.conftest import command, server  # noqa: F401 - fixtures
from local_site import Site, site  # noqa: F401 - a fixture
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

import addup
from addup.ledger import Edit, Ledger
from addup.web import Settings
from addup.web.people import People
from web.running_app import EXAMPLES, PASSWORDS, ROLES, App, Open, fill, running

CHROMIUM = Path("/usr/bin/chromium")
PATIENCE = 60_000
"""Milliseconds to wait for what must come: a machine that is busy with other things is no mistake of ours."""
expect.set_options(timeout=PATIENCE)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
]
DAYS = {
    "recruitment": "2024-05-16",
    "flood-day-1": "2024-05-15",
    "flood-day-2": "2024-05-16",
    "budget": "2024-05-14",
}


@pytest.fixture(scope="session")
def cache(pytestconfig: pytest.Config) -> Path:
    """Where the script for charts is kept: made once, as for a user."""
    kept = pytestconfig.cache
    assert kept is not None
    return Path(kept.mkdir("addup-web"))


@pytest.fixture(scope="session")
def read_examples() -> list[addup.records.Reading]:
    """The sample reports, read once for all tests."""
    return [
        addup.read(addup.load(str(EXAMPLES / f"{name}.txt"), published=day)) for name, day in DAYS.items()
    ]


@pytest.fixture
def settings(tmp_path: Path, cache: Path) -> Settings:
    """Settings of an app of one's own, over a new ledger."""
    return Settings(
        ledger=str(tmp_path / "ledger.sqlite"), name="ana", secret="of these tests alone", cache=cache
    )


@pytest.fixture
def app(settings: Settings) -> Iterator[App]:
    """An app over an empty ledger."""
    with running(settings) as started:
        yield started


@pytest.fixture
def filled(settings: Settings, read_examples: list[addup.records.Reading]) -> Iterator[App]:
    """An app over a ledger with the sample reports."""
    fill(settings.ledger, read_examples)
    with running(settings) as started:
        yield started


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A file of accounts: an admin, an editor, a reader."""
    return people_in(tmp_path)


def people_in(folder: Path) -> Path:
    """Make a file of accounts in a folder."""
    path = folder / "people.json"
    known = People(path)
    for name, password in PASSWORDS.items():
        known.put(name, ROLES[name], password)
    return path


@pytest.fixture
def team(settings: Settings, people: Path, read_examples: list[addup.records.Reading]) -> Iterator[App]:
    """The app of a team, over the sample reports."""
    fill(settings.ledger, read_examples)
    with running(replace(settings, people=people)) as started:
        yield started


WRITTEN = """\
series: {killed: {kind: toll}}
reports:
  - {id: police, series: killed, on: 2024-05-14, amount: 43}
  - {id: mayor, series: killed, on: 2024-05-14, amount: at least 50}
  - {id: hospital, series: killed, on: 2024-05-15, low: 40, high: 60}
ask: [killed@2024-05-14]
"""


@contextmanager
def shared_app(
    folder: Path, cache: Path, readings: list[addup.records.Reading], **more: object
) -> Iterator[App]:
    """Run an app over the sample reports, with something done in it, for all tests of one kind."""
    path = str(folder / "ledger.sqlite")
    fill(path, readings)
    ledger = Ledger(path)
    ledger.save_account("Our count of the dead", WRITTEN, Edit("ana", "the mayor counts otherwise"))
    ledger.close()
    settings = Settings(ledger=path, name="ana", secret="of these tests alone", cache=cache)
    with running(replace(settings, **more)) as started:  # type: ignore[arg-type] # fields of Settings
        yield started


def _shared_by_tests(use: str) -> Callable[..., Iterator[App]]:
    """Make a fixture: one app for all tests of one kind."""

    @pytest.fixture(scope="session", name=use)
    def app_for(
        tmp_path_factory: pytest.TempPathFactory, cache: Path, read_examples: list[addup.records.Reading]
    ) -> Iterator[App]:
        with shared_app(tmp_path_factory.mktemp(use), cache, read_examples) as started:
            yield started

    return app_for


looked_at = _shared_by_tests("looked_at")
"""An app that tests only look at."""
fuzzed = _shared_by_tests("fuzzed")
"""An app that anything may be sent to."""


@pytest.fixture(scope="session")
def team_looked_at(
    tmp_path_factory: pytest.TempPathFactory, cache: Path, read_examples: list[addup.records.Reading]
) -> Iterator[App]:
    """The app of a team that tests only look at; a proxy may name who looks."""
    folder = tmp_path_factory.mktemp("team-looked-at")
    people = people_in(folder)
    with shared_app(folder, cache, read_examples, people=people, header="Remote-User") as started:
        yield started


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    if not CHROMIUM.exists():
        pytest.skip("needs Debian's package chromium (make installs it)")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        except Error as problem:
            pytest.skip(f"Chromium does not start here: {str(problem).splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Open]:
    """Open an address in a browser of its own: by scheme, width and with or without JavaScript.

    Whatever a page complains about in its console, and every request to another host, fails the test.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(
        address: str, *, scheme: str = "light", width: int = 1280, scripts: bool = True, name: str = ""
    ) -> Page:
        context = chromium.new_context(
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            extra_http_headers={"Remote-User": name} if name else {},
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        own = address.split("/", 3)[2]
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: complaints.append(said.text) if "Security Policy" in said.text else None,
        )
        page.on(
            "request",
            lambda asked: (
                complaints.append(f"asked {asked.url}")
                if asked.url.startswith("http") and asked.url.split("/", 3)[2] != own
                else None
            ),
        )
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints
