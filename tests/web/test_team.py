"""The app of a team: accounts, roles, sessions, a proxy in front, and two editors on one figure."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from command_line import Command
from playwright.sync_api import Page, expect

import addup
from addup.errors import AddupError
from addup.web import Settings
from addup.web.limits import PER_NAME, WINDOW, Failures
from addup.web.people import People
from web.running_app import EXAMPLES, PASSWORDS, App, Open, budget, fill, running


def signed_in(open_page: Open, app: App, name: str, path: str = "/") -> Page:
    """Open a page as somebody."""
    page = open_page(app.url + path)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORDS[name])
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(app.url + path)
    return page


def test_nothing_is_shown_to_those_who_are_not_signed_in(team: App) -> None:
    with httpx.Client(base_url=team.url) as stranger:
        for path in ("/", "/documents", "/findings", "/log", "/people", budget(team), "/nothing"):
            answer = stranger.get(path)
            assert answer.status_code in {303, 404}
            if answer.status_code == 303:
                assert answer.headers["Location"].startswith("/sign-in")
        for path in ("/index.json", "/findings.json", f"{budget(team)}.json", "/api/session"):
            assert stranger.get(path).status_code == 401
        assert stranger.post("/api/check", json={"text": ""}).status_code == 401


def test_a_reader_looks_and_cannot_change(team: App, open_page: Open) -> None:
    page = signed_in(open_page, team, "cyn", budget(team))
    expect(page.get_by_role("heading", name="The figures")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Correct"))).to_have_count(0)
    page.locator("#text .figure").first.focus()
    page.keyboard.press("r")
    page.goto(team.url)
    expect(page.get_by_label("Paste a report")).to_have_count(0)
    token = page.locator("meta[name=csrf]").get_attribute("content")
    address = f"/api{budget(team)}/figures/42/confirm"
    answer = page.evaluate(
        """([address, token]) => fetch(address, {method: 'POST', body: '{}',
          headers: {'Content-Type': 'application/json', 'X-CSRF-Token': token}})
          .then(answer => answer.status)""",
        [address, token],
    )
    assert answer == 403
    assert not team.ledger.log()


def test_an_admin_lets_somebody_in_and_takes_access_away_at_once(team: App, open_page: Open) -> None:
    editor = signed_in(open_page, team, "bo")
    expect(editor.get_by_role("link", name="People", exact=True)).to_have_count(0)
    page = signed_in(open_page, team, "ana", "/people")
    form = page.locator("form").last
    form.get_by_label("Name").fill("dee")
    form.get_by_label("Password").fill("short")
    form.get_by_label("Password").evaluate("field => field.removeAttribute('minlength')")
    form.get_by_role("button", name="Let in").click()
    expect(page.get_by_role("alert")).to_contain_text("10 characters or more")
    form.get_by_label("Name").fill("dee")
    form.get_by_label("Password").fill("a password that is long")
    form.get_by_role("button", name="Let in").click()
    expect(page.get_by_role("heading", name="dee")).to_be_visible()
    page.locator(".card", has_text="bo").get_by_role("button", name="Take access away").click()
    expect(page.get_by_role("heading", name="bo", exact=True)).to_have_count(0)
    editor.reload()
    expect(editor).to_have_url(re.compile("/sign-in"))


def test_a_wrong_password_is_told_and_too_many_end_the_tries(team: App, open_page: Open) -> None:
    page = open_page(f"{team.url}/sign-in")
    for _ in range(PER_NAME):
        page.get_by_label("Name").fill("bo")
        page.get_by_label("Password").fill("not this one")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("is another")
    page.get_by_label("Password").fill(PASSWORDS["bo"])
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("wait 15 minutes")
    with httpx.Client(base_url=team.url) as other:
        form = other.get("/sign-in").text
        token = re.search(r'name="csrf" value="([^"]+)"', form)
        assert token
        sent = {"csrf": token[1], "name": "bo", "password": PASSWORDS["bo"]}
        answer = other.post("/sign-in", data=sent)
        assert answer.status_code == 429
        assert int(answer.headers["Retry-After"]) > 800


def test_failures_are_forgotten_in_time() -> None:
    now = 0.0
    failures = Failures(lambda: now)
    for _ in range(PER_NAME):
        failures.note("bo", "192.0.2.1")
    assert failures.wait("bo", "192.0.2.2") > 0
    assert failures.wait("ana", "192.0.2.2") == 0
    now = WINDOW + 1
    assert failures.wait("bo", "192.0.2.2") == 0


def test_after_signing_in_one_is_led_to_no_other_host(team: App) -> None:
    for back in ("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"):
        with httpx.Client(base_url=team.url) as client:
            token = re.search(r'name="csrf" value="([^"]+)"', client.get("/sign-in").text)
            assert token
            sent = {"csrf": token[1], "name": "bo", "password": PASSWORDS["bo"], "back": back}
            assert client.post("/sign-in", data=sent).headers["Location"] == "/"


def test_a_session_is_signed_and_ends_with_the_password(team: App, people: Path) -> None:
    with httpx.Client(base_url=team.url) as client:
        token = re.search(r'name="csrf" value="([^"]+)"', client.get("/sign-in").text)
        assert token
        client.post("/sign-in", data={"csrf": token[1], "name": "bo", "password": PASSWORDS["bo"]})
        assert client.get("/api/session").json()["role"] == "editor"
        cookie = client.cookies["addup"]
        signed, _, signature = cookie.rpartition(".")
        # Its first letter: the last one holds two bits that mean nothing.
        other = ("A" if signature[0] != "A" else "B") + signature[1:]
        assert client.get("/api/session", headers={"Cookie": f"addup={signed}.{other}"}).status_code == 401
        People(people).put("bo", "editor", "another password")
        assert client.get("/api/session").status_code == 401


def test_passwords_are_kept_hashed_in_a_file_for_its_owner_alone(people: Path) -> None:
    text = people.read_text(encoding="utf-8")
    assert not any(password in text for password in PASSWORDS.values())
    assert all(fields["password"].startswith("$argon2id$") for fields in json.loads(text).values())
    assert stat.S_IMODE(people.stat().st_mode) == 0o600


def test_somebody_has_to_be_admin(people: Path) -> None:
    known = People(people)
    for change in (lambda: known.remove("ana"), lambda: known.put("ana", "reader")):
        with pytest.raises(AddupError, match="admin"):
            change()
    people.write_text("[1, 2]", encoding="utf-8")
    with pytest.raises(AddupError, match="no file of accounts"):
        known.all()


def test_two_editors_on_one_figure_lose_nothing(team: App, open_page: Open) -> None:
    pages = [signed_in(open_page, team, name, budget(team)) for name in ("ana", "bo")]
    for page in pages:
        page.locator("#text .figure", has_text="4.2 billion").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
    ana, bo = (page.get_by_role("dialog") for page in pages)
    ana.get_by_label("Source").fill("the council")
    ana.get_by_role("button", name="Save", exact=True).click()
    expect(ana).to_be_hidden()

    bo.get_by_label("Source").fill("the mayor")
    bo.get_by_label("Place").fill("Wexmoor")
    bo.get_by_role("button", name="Save", exact=True).click()
    expect(bo.locator("#editor-problem")).to_contain_text("ana was quicker")
    expect(bo.locator("#theirs-source")).to_have_text("now: the council")
    expect(bo.get_by_label("Source")).to_have_value("the mayor")
    expect(bo.get_by_label("Place")).to_have_value("Wexmoor")
    bo.get_by_role("button", name="Save", exact=True).click()
    expect(bo).to_be_hidden()
    told = [(act.by, act.content["fields"]) for act in team.ledger.log()]
    assert told == [("ana", {"source": "the council"}), ("bo", {"place": "Wexmoor", "source": "the mayor"})]


def test_a_proxy_names_whom_it_let_in_and_nobody_else_can(
    settings: Settings, people: Path, read_examples: list[addup.records.Reading]
) -> None:
    fill(settings.ledger, read_examples)
    behind = replace(settings, people=people, header="Remote-User", header_role="reader")
    with running(behind) as app:
        told = httpx.get(f"{app.url}/api/session", headers={"Remote-User": "bo"}).json()
        assert (told["name"], told["role"]) == ("bo", "editor")
        assert httpx.get(f"{app.url}/api/session", headers={"Remote-User": "eve"}).json()["role"] == "reader"
        assert httpx.get(f"{app.url}/api/session").status_code == 401
    with running(replace(behind, proxies=("192.0.2.7",))) as app:
        assert httpx.get(f"{app.url}/api/session", headers={"Remote-User": "ana"}).status_code == 401


def test_a_team_cannot_read_files_of_the_machine(team: App, open_page: Open) -> None:
    page = signed_in(open_page, team, "bo")
    page.get_by_label("Or an address").fill("/etc/hostname")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("is no address on the web")


def test_an_app_that_anybody_could_change_does_not_begin(command: Command) -> None:
    ended = command("serve", "--host", "0.0.0.0", "--no-browser")
    assert ended.returncode == 2
    assert ended.stderr == (
        "addup: on 0.0.0.0 anybody could change everything: give --people FILE or --proxy-header NAME.\n"
    )
    ended = command("serve", "--people", "nobody.json")
    assert ended.returncode == 2
    assert "no such file" in ended.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--port", "{busy}"), "127.0.0.1, port {busy}: Address already in use: give another --port."),
        (("--port", "99999"), "Invalid value for '--port'"),
        (("--host", "203.0.113.9", "--proxy-header", "X"), "give another --host."),
        (("--host", "nowhere.invalid", "--proxy-header", "X"), "give another --host."),
        (("--people", "words.txt"), "words.txt is no file of accounts"),
        (("--ledger", "words.txt"), "the ledger words.txt: file is not a database"),
        (("--ledger", "."), "the ledger .: unable to open database file"),
        (("--ledger", "/dev/null/x/ledger.sqlite"), "cannot be made"),
        (("--ledger", "postgresql://nobody@127.0.0.1:1/none"), "connection failed"),
        (("--ledger", "mysql://nobody@127.0.0.1/none"), "is no ledger: give a file"),
        (("--proxy", "192.0.2.7"), "--proxy says whom to believe"),
        (("--proxy-header", "X", "--proxy", "proxy.example"), "give the proxy's IP address"),
        (("--proxy-header", "Remote User"), "a header's name has letters"),
        (("--proxy-role", "boss"), "'boss' is not one of"),
        (("--name", "https://addup.news.example/"), "give the name alone"),
    ],
)
def test_what_the_app_cannot_begin_with_is_told_in_one_line(
    options: tuple[str, ...], told: str, command: Command, tmp_path: Path
) -> None:
    (tmp_path / "words.txt").write_text("Twelve people died. " * 9, encoding="utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        busy = str(taken.getsockname()[1])
        ended = command("serve", "--no-browser", *(option.format(busy=busy) for option in options))
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("addup: ")
    assert ended.stderr.count("\n") == 1
    assert told.format(busy=busy) in ended.stderr


def test_the_app_opens_the_browser_on_the_ledger_of_the_commands(command: Command, tmp_path: Path) -> None:
    command("add", str(EXAMPLES / "strike.txt"), check=True)
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path / "opened"}\n', encoding="utf-8")
    browser.chmod(0o755)
    begun = subprocess.Popen(
        [sys.executable, "-m", "addup.cli", "serve", "--name", "addup.news.example"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "BROWSER": f"{browser} %s", "ADDUP_LEDGER": str(tmp_path / "own.sqlite")},
    )
    assert begun.stdout is not None
    said = begun.stdout.readline()
    found = re.fullmatch(r"addup is at (http://127\.0\.0\.1:\d+/) \(Ctrl\+C ends it\)\n", said)
    assert found, said
    for _ in range(100):
        with suppress(httpx.ConnectError):
            answer = httpx.get(found[1], headers={"Host": "addup.news.example"})
            if (tmp_path / "opened").exists():
                break
        time.sleep(0.05)
    assert answer.status_code == 200
    assert "Bus and tram drivers" in answer.text
    assert (tmp_path / "opened").read_text(encoding="utf-8").strip() == found[1]
    begun.send_signal(signal.SIGINT)
    assert begun.wait(20) in {0, 130, -signal.SIGINT}


def test_an_app_behind_https_keeps_its_cookie_from_http(team: App) -> None:
    with running(replace(team.settings, https=True)) as app:
        assert "secure" in httpx.get(f"{app.url}/sign-in").headers["Set-Cookie"].casefold()


def test_accounts_are_made_on_the_command_line(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "a long way home")
    command("people", "people.json", "ana", "--role", "admin", check=True)
    command("people", "people.json", "bo", "--role", "reader", check=True)
    command("people", "people.json", "bo", "--role", "editor", "--keep-password", check=True)
    known = People(tmp_path / "people.json")
    assert [(person.name, person.role) for person in known.all()] == [("ana", "admin"), ("bo", "editor")]
    assert known.sign_in("bo", "a long way home")
    assert not known.sign_in("bo", "a short way home")
    assert command("people", "people.json", "ana", "--remove").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("words.txt", "ana"), "words.txt is no file of accounts: addup people makes one."),
        ((".", "ana"), ". is no file of accounts: addup people makes one."),
        (("words.txt/people.json", "ana"), "words.txt/people.json cannot be read: Not a directory."),
        (("new.json", " "), "a name has 1 to 60 letters"),
        (("people.json", "ana", "--role", "reader"), "somebody has to be admin"),
    ],
)
def test_no_password_is_asked_for_where_the_accounts_cannot_be_changed(
    arguments: tuple[str, ...],
    told: str,
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "words.txt").write_text("Twelve people died.", encoding="utf-8")
    People(tmp_path / "people.json").put("ana", "admin", "a long way home")
    monkeypatch.setattr("typer.prompt", lambda *_, **__: pytest.fail("a password was asked for"))
    ended = command("people", *arguments)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert told in ended.stderr
