"""Dropping reports in: text, files, folders and addresses, with progress."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from local_site import Site
from playwright.sync_api import Page, expect

from addup.web.jobs import upload
from web.running_app import EXAMPLES, App, Open


def test_files_are_read_one_by_one_and_what_cannot_be_is_told(
    app: App, open_page: Open, tmp_path: Path
) -> None:
    german = tmp_path / "bericht.txt"
    german.write_text(
        "Bei dem Hochwasser starben gestern mindestens 43 Menschen, sagte der Sprecher der Polizei."
    )
    page = open_page(app.url)
    files = [EXAMPLES / "flood-day-1.txt", EXAMPLES / "flood-day-2.txt", german]
    page.locator("#files").set_input_files(files)
    page.get_by_label("Published on").fill("2024-05-16")
    page.get_by_role("button", name="Read", exact=True).click()
    page.wait_for_url(re.compile("/adding/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Read")
    expect(page.locator("#lines li")).to_have_count(3)
    expect(page.locator("#lines .failed")).to_contain_text("English")
    expect(page.locator("#told")).to_contain_text("new findings")
    assert {one.published and one.published.isoformat() for one in app.ledger.documents()} == {"2024-05-16"}
    assert app.ledger.stored(app.ledger.documents()[0].id).document.address == "flood-day-2.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of reports, with what is none and with a folder in it."""
    place = tmp_path / "reports"
    (place / "old").mkdir(parents=True)
    for name, under in (("flood-day-1", place), ("flood-day-2", place), ("budget", place / "old")):
        text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
        (under / f"{name}.txt").write_text(text, encoding="utf-8")
    (place / "picture.png").write_bytes(b"no report")
    return place


def drop(page: Page, *paths: Path) -> None:
    """Drag files and folders of this machine onto the page with the mouse, and let go of them there."""
    session = page.context.new_cdp_session(page)
    dragged = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": 400, "y": 300, "data": dragged})
        if kind == "dragOver":
            expect(page.locator("#drop")).to_have_class(re.compile("over"))


def test_a_file_dropped_with_the_mouse_is_read(app: App, open_page: Open) -> None:
    page = open_page(app.url)
    page.get_by_label("Published on").fill("2024-05-15")
    drop(page, EXAMPLES / "flood-day-1.txt")
    page.wait_for_url(re.compile("/documents/"))
    expect(page.locator("#text")).to_contain_text("Brennick")
    (kept,) = app.ledger.documents()
    assert kept.published
    assert kept.published.isoformat() == "2024-05-15"


def addresses(app: App) -> list[str]:
    """Give the names under which reports were dropped in."""
    return sorted(app.ledger.stored(one.id).document.address or "" for one in app.ledger.documents())


def test_a_folder_dropped_with_the_mouse_is_read(app: App, open_page: Open, folder: Path) -> None:
    page = open_page(app.url)
    drop(page, folder, EXAMPLES / "strike.txt")
    expect(page.get_by_role("heading", level=1)).to_have_text("Read")
    expect(page.locator("#lines li")).to_have_count(4)
    inside = ["reports/flood-day-1.txt", "reports/flood-day-2.txt", "reports/old/budget.txt"]
    assert addresses(app) == [*inside, "strike.txt"]


def test_a_folder_is_chosen(app: App, open_page: Open, folder: Path) -> None:
    page = open_page(app.url)
    page.get_by_role("checkbox", name="a whole folder").check()
    page.locator("#files").set_input_files(folder)
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Read")
    assert addresses(app) == ["reports/flood-day-1.txt", "reports/flood-day-2.txt", "reports/old/budget.txt"]
    page.goto(app.url)
    page.locator("#files").set_input_files(EXAMPLES / "strike.txt")  # and without the tick, files as ever


def test_a_drop_without_a_report_in_it_is_told(app: App, open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"no report")
    page = open_page(app.url)
    drop(page, tmp_path)
    expect(page.get_by_role("alert")).to_contain_text("None of these files is a report")


def test_a_folder_of_this_machine_and_without_javascript(app: App, open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "reports" / "old").mkdir(parents=True)
    for name, place in (("flood-day-1", "reports"), ("budget", "reports/old")):
        text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
        (tmp_path / place / f"{name}.txt").write_text(text, encoding="utf-8")
    page = open_page(app.url, scripts=False)
    page.get_by_label("Or an address").fill(str(tmp_path / "reports"))
    page.get_by_role("button", name="Read", exact=True).click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Read")  # the page loads itself again until it is done
    expect(page.locator("#lines li")).to_have_count(2)


def test_a_page_of_the_web_is_read_and_again_is_harmless(
    app: App,
    open_page: Open,
    site: Site,
) -> None:
    address = site.put(
        "/flood", f"<html><body><p>{'At least 43 people were killed on Tuesday. ' * 9}</p></body></html>"
    )
    for _ in range(2):
        page = open_page(app.url)
        page.get_by_label("Or an address").fill(address)
        page.get_by_role("button", name="Read", exact=True).click()
        page.wait_for_url(re.compile("/documents/"))
    assert len(app.ledger.documents()) == 1


def test_what_cannot_be_taken_is_told_beside_the_form(app: App, open_page: Open) -> None:
    page = open_page(app.url)
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("give a text, files, or an address", ignore_case=True)
    page.get_by_label("Paste a report").fill("Twelve people died.")
    page.locator("#published").evaluate("field => { field.type = 'text'; field.value = 'someday'; }")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("someday")
    expect(page.get_by_label("Paste a report")).to_have_value("Twelve people died.")


def test_who_has_no_report_at_hand_tries_an_invented_one(app: App, open_page: Open) -> None:
    page = open_page(app.url)
    page.get_by_role("button", name="Try an invented report").click()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/documents/"))
    expect(page.locator("#findings .finding.conflict")).to_contain_text("43")
    page.goto(app.url)
    expect(page.get_by_role("button", name="Try an invented report")).to_have_count(0)


@pytest.mark.parametrize(
    "name", ["../../etc/cron.txt", "/etc/passwd.txt", "..\\..\\boot.txt", "a/../../../b.txt", "./x.txt"]
)
def test_names_of_uploaded_files_lead_nowhere_else(name: str) -> None:
    folder = upload([(name, b"12 people died.")])
    assert folder is not None
    (kept,) = (path for path in folder.rglob("*") if path.is_file())
    assert kept.resolve().is_relative_to(folder.resolve())
    assert kept.read_bytes() == b"12 people died."


def test_uploaded_files_that_are_no_reports_are_left_out() -> None:
    assert upload([("a.exe", b"MZ"), (".git/config.txt", b"x"), ("", b"x")]) is None


def test_a_report_of_a_day_that_is_still_to_come_says_so_on_its_page(app: App, open_page: Open) -> None:
    page = open_page(app.url)
    page.get_by_label("Paste a report").fill(
        "The mayor said on Monday that 12 people were killed in the flood."
    )
    page.get_by_label("Published on").fill((date.today() + timedelta(days=400)).isoformat())
    page.get_by_role("button", name="Read", exact=True).click()
    page.wait_for_url(re.compile("/documents/"))
    expect(page.locator(".kicker")).to_contain_text("which is still to come")
