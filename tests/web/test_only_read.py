"""The app over a ledger that can only be read: everything is there to look at, and nothing to change."""

from __future__ import annotations

from pathlib import Path

import httpx
from command_line import Command
from only_read import only_read
from playwright.sync_api import expect

import addup
from addup.ledger import Edit, Ledger
from addup.web import Settings
from web.running_app import Open, budget, conflict, dossier, fill, running, series


def test_everything_can_be_looked_at_and_nothing_changed(
    settings: Settings, read_examples: list[addup.records.Reading], open_page: Open
) -> None:
    fill(settings.ledger, read_examples)
    with only_read(Path(settings.ledger).parent), running(settings) as app:
        for place in (budget, conflict, dossier, series):
            page = open_page(f"{app.url}{place(app)}")
            expect(page.locator("h1")).to_be_visible()
            expect(page.locator("main form[method=post]")).to_have_count(0)
        home = open_page(app.url)
        expect(home.get_by_text("This ledger can only be read")).to_be_visible()
        expect(home.get_by_role("button", name="Read")).to_have_count(0)
        with httpx.Client(base_url=app.url) as client:
            token = client.get("/api/session").json()["csrf"]
            key = app.ledger.findings(kinds=("conflict",))[0].key
            client.headers["X-CSRF-Token"] = token
            for answer in (
                client.put(f"/api/findings/{key}", json={"status": "checked"}),
                client.post("/api/documents", json={"text": "Nine boats left Lund."}),
            ):
                assert answer.status_code == 422
                assert "can only be read" in answer.json()["detail"]


def test_one_that_was_not_checked_is_refused_in_one_line(
    command: Command, tmp_path: Path, read_examples: list[addup.records.Reading]
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    address = str(folder / "ledger.sqlite")
    fill(address, read_examples)
    ledger = Ledger(address)
    ledger.describe(read_examples[0].document.id, {"outlet": "The Selm Post"}, Edit("ana"))
    ledger.close()
    with only_read(folder):
        ended = command("serve", "--no-browser", ledger=address)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert "was not checked since it was last added to" in ended.stderr
