"""The app over PostgreSQL, as a team has it: the same work, with the same outcome."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import httpx
import pytest
from ledger.postgres_server import Server
from playwright.sync_api import expect

import addup
from addup.ledger import Edit
from addup.web import Settings
from web.conftest import WRITTEN
from web.running_app import EXAMPLES, App, Open, account, budget, fill, running
from web.test_looking import EVERY


@pytest.fixture
def shared(settings: Settings, server: Server) -> Iterator[App]:
    """An app over an empty database of PostgreSQL; a proxy names who uses it."""
    address = server.new_database(f"app_{uuid.uuid4().hex}")
    with running(replace(settings, ledger=address, header="Remote-User")) as started:
        yield started


@contextmanager
def client_of(app: App, name: str) -> Iterator[httpx.Client]:
    """Give a client with a session of somebody."""
    with httpx.Client(base_url=app.url, headers={"Remote-User": name}, timeout=60) as client:
        client.headers["X-CSRF-Token"] = client.get("/api/session").json()["csrf"]
        yield client


def test_a_day_of_work(shared: App, open_page: Open) -> None:
    page = open_page(shared.url, name="ana")
    page.get_by_label("Paste a report").fill((EXAMPLES / "budget.txt").read_text(encoding="utf-8"))
    page.get_by_label("Published on").fill("2024-05-14")
    page.get_by_role("button", name="Read", exact=True).click()
    page.wait_for_url(re.compile("/documents/"))
    conflict = page.locator("#findings .finding.conflict")
    expect(conflict).to_have_count(1)

    # Correct a figure with the keyboard alone, and take it back.
    page.locator("#text .figure").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Value")).to_be_focused()
    page.keyboard.type("4.7 billion euros")
    page.keyboard.press("Enter")
    expect(conflict).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(conflict).to_have_count(1)
    assert [(act.kind, act.by) for act in shared.ledger.log()] == [("correct", "ana"), ("undo", "ana")]

    # Files, which are known the second time.
    for known in (False, True):
        page.goto(shared.url)
        page.locator("#files").set_input_files([EXAMPLES / f"flood-day-{day}.txt" for day in (1, 2)])
        page.get_by_role("button", name="Read", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Read")
        expect(page.locator("#lines li", has_text="known already")).to_have_count(2 if known else 0)
    assert len(shared.ledger.documents()) == 3

    # By number and by words.
    page.get_by_label("Words or a number").fill("1.1 billion")
    page.keyboard.press("Enter")
    expect(page.locator("tbody").first).to_contain_text("at least 1.1 billion euros")
    page.get_by_label("Words or a number").fill("Brennick flood")
    page.keyboard.press("Enter")
    expect(page.locator("tbody").last).to_contain_text("Brennick")

    # A relation rejected, an account saved, a finding dismissed.
    found = shared.ledger.findings(kinds=("conflict",))[0]
    page.goto(f"{shared.url}/dossiers/{found.dossier}/account")
    page.locator(".relation", has_text="+").focus()
    page.keyboard.press("r")
    expect(page.locator(".verdict")).to_have_text("Nothing in it conflicts")
    page.locator(".acts [data-undo]").first.click()
    expect(page.locator(".verdict")).to_have_text("It does not add up")
    page.get_by_label("Save as").fill("Budget")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Budget")
    page.goto(f"{shared.url}/findings/{found.key}")
    page.get_by_label("Why").fill("Wexmoor is invented")
    page.get_by_role("button", name="Dismiss").click()
    expect(page.locator(".acts")).to_contain_text("Wexmoor is invented")


def test_two_editors_on_one_figure_lose_nothing(
    shared: App, open_page: Open, read_examples: list[addup.records.Reading]
) -> None:
    fill(shared.settings.ledger, read_examples)
    pages = [open_page(shared.url + budget(shared), name=name) for name in ("ana", "bo")]
    for page in pages:
        page.locator("#text .figure", has_text="4.2 billion").focus()
        page.keyboard.press("Enter")
    ana, bo = (page.get_by_role("dialog") for page in pages)
    for form, source in ((ana, "the council"), (bo, "the mayor")):
        form.get_by_label("Source").fill(source)
    # Which of two saves comes first at the server is open, so the second waits for the first.
    ana.get_by_role("button", name="Save", exact=True).click()
    expect(ana).to_be_hidden()
    bo.get_by_role("button", name="Save", exact=True).click()
    expect(bo.locator("#theirs-source")).to_have_text("now: the council")
    expect(bo.get_by_label("Source")).to_have_value("the mayor")
    bo.get_by_role("button", name="Save", exact=True).click()
    expect(bo).to_be_hidden()
    assert [act.by for act in shared.ledger.log()] == ["ana", "bo"]


def test_editors_at_once_lose_nothing(shared: App, read_examples: list[addup.records.Reading]) -> None:
    fill(shared.settings.ledger, read_examples)
    work = [
        (f"editor {number}", reading.document.id, figure.id)
        for number, reading in enumerate(read_examples)
        for figure in reading.figures[:3]
    ]

    def correct(task: tuple[str, str, str]) -> str:
        name, document, figure = task
        with client_of(shared, name) as client:
            address = f"/api/documents/{document}/figures/{figure}"
            answer = client.patch(address, json={"fields": {"place": f"set by {name}"}})
            return "" if answer.status_code == 200 else answer.text

    with ThreadPoolExecutor(len(work)) as pool:
        assert set(pool.map(correct, work)) == {""}
    for name, document, figure in work:
        figures = shared.ledger.stored(document).reading.figures
        assert [one.place for one in figures if one.id == figure] == [f"set by {name}"]
    assert len(shared.ledger.log()) == len(work)


def test_every_page_is_there(shared: App, read_examples: list[addup.records.Reading]) -> None:
    fill(shared.settings.ledger, read_examples)
    shared.ledger.save_account("Our count of the dead", WRITTEN, Edit("ana", None))
    with client_of(shared, "ana") as client:
        for name, looked in EVERY.items():
            if looked.path in {"/sign-in", "/people"} or name in {"added", "nothing there"}:
                continue  # there are no passwords here, nothing was dropped in
            answer = client.get(looked.of(shared))
            assert answer.status_code == 200, name
        assert "Brennick" in client.get("/search?q=Brennick flood").text
        assert client.get(f"{account(shared)}.json").json()["series"]
