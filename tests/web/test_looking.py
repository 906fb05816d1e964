"""Every page as people see it: without JavaScript, on a phone, in the dark, and for everybody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # it has no stubs
from command_line import Command
from fastapi.routing import APIRoute
from local_site import Site
from playwright.sync_api import Page, expect

from addup.web.routes import routers
from web.running_app import EXAMPLES, App, Open, account, budget, conflict, dossier, series, source

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
"""WCAG 2.2, level AA, with all that it builds upon."""
Media: TypeAlias = Literal["light", "dark", "print"]


def done(app: App) -> str:
    """Drop in a report that is there already, and wait until the app has found that out."""
    with httpx.Client(base_url=app.url, timeout=60) as client:
        place = add(client, app, EXAMPLES / "budget.txt")
        while client.get(f"{place}.json").json()["state"] != "done":
            pass
    return place


def add(client: httpx.Client, app: App, *files: Path) -> str:
    """Drop files in, and give the page of their progress."""
    token = client.get("/api/session").json()["csrf"]
    sent = [("files", (file.name, file.read_bytes())) for file in files]
    return client.post("/add", data={"csrf": token}, files=sent).headers["Location"].partition("?")[0]


def large_dossier(app: App) -> str:
    """Give the event that has most reports: some can be moved elsewhere."""
    return f"/dossiers/{max(app.ledger.dossiers(), key=lambda one: one.documents).id}"


@dataclass(frozen=True)
class Looked:
    """A page to look at: where it is, in which app, and as whom (nobody: not signed in)."""

    path: str | Callable[[App], str]
    team: bool = False
    name: str = ""

    def of(self, app: App) -> str:
        return self.path if isinstance(self.path, str) else self.path(app)


PAGES: dict[str, dict[str, Looked]] = {
    "/": {
        "home": Looked("/"),
        "home of an admin": Looked("/", team=True, name="ana"),
        "home of a reader": Looked("/", team=True, name="cyn"),
    },
    "/documents": {"reports": Looked("/documents")},
    "/documents/{id}": {
        "report": Looked(budget),
        "report as a reader": Looked(budget, team=True, name="cyn"),
        "nothing there": Looked("/documents/none"),
    },
    "/documents/{id}/report.html": {"one page to send": Looked(lambda app: f"{budget(app)}/report.html")},
    "/findings": {"findings": Looked("/findings"), "no findings": Looked("/findings?status=shared")},
    "/findings/{key}": {"finding": Looked(conflict)},
    "/series": {"series list": Looked("/series"), "no series": Looked("/series?q=soup")},
    "/series/{document}/{figure}": {"series": Looked(series)},
    "/dossiers": {"events": Looked("/dossiers")},
    "/dossiers/{id}": {"event": Looked(dossier), "event of two reports": Looked(large_dossier)},
    "/dossiers/{id}/account": {"account": Looked(account)},
    "/accounts": {"accounts": Looked("/accounts")},
    "/accounts/{name}": {"saved account": Looked("/accounts/Our count of the dead")},
    "/sources": {"sources": Looked("/sources")},
    "/source": {"source": Looked(source)},
    "/search": {
        "search": Looked("/search"),
        "search for a number": Looked("/search?q=4,900"),
        "search for words": Looked("/search?q=Brennick"),
        "nothing found": Looked("/search?q=12,345,678"),
    },
    "/log": {"log": Looked("/log")},
    "/adding/{id}": {"added": Looked(done)},
    "/sign-in": {"sign-in": Looked("/sign-in", team=True)},
    "/people": {"people": Looked("/people", team=True, name="ana")},
}
"""Every page that the app has, by its route, in the states that look different."""
FILES = {"/static/{digest}/{name}", "/charts/{name}"}
EVERY = {name: looked for states in PAGES.values() for name, looked in states.items()}
every_page = pytest.mark.parametrize("name", EVERY)


@pytest.fixture
def opened(
    request: pytest.FixtureRequest, looked_at: App, team_looked_at: App, open_page: Open
) -> Callable[..., Page]:
    """Open a page by its name."""

    def open_named(name: str, **how: Any) -> Page:
        looked = EVERY[name]
        app = team_looked_at if looked.team else looked_at
        page = open_page(app.url + looked.of(app), name=looked.name, **how)
        assert re.sub(r"\W", "", page.title())
        return page

    return open_named


def routes() -> Iterator[APIRoute]:
    """Give what the app answers when somebody opens an address."""
    for router in routers:
        for route in router.routes:
            if isinstance(route, APIRoute) and "GET" in (route.methods or ()):
                yield route


def test_no_page_of_the_app_is_left_out_here() -> None:
    pages = {
        route.path
        for route in routes()
        if not route.path.endswith(".json") and not route.path.startswith("/api/")
    }
    assert pages - FILES == set(PAGES)


def keeps_nobody_out(page: Page, *media: Media) -> None:
    """Check that axe finds nothing that keeps anybody out, in all of these media."""
    for medium in media:
        page.emulate_media(
            media="print" if medium == "print" else "screen",
            color_scheme="dark" if medium == "dark" else "light",
        )
        found = Axe().run(page, options=RULES)
        assert not found.response["violations"], f"{medium}: {found.generate_report()}"


@every_page
def test_nobody_is_kept_out_of_a_page(name: str, opened: Callable[..., Page]) -> None:
    keeps_nobody_out(opened(name), "light", "dark")


def test_nobody_is_kept_out_of_a_form_on_a_report(opened: Callable[..., Page]) -> None:
    page = opened("report")
    page.get_by_role("checkbox", name=re.compile("left out")).check()
    for button in (re.compile("^Correct 4.2"), "Add a figure", "Correct title or day", "Keys"):
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        keeps_nobody_out(page, "light", "dark")
        page.keyboard.press("Escape")


def test_nobody_is_kept_out_by_a_problem(opened: Callable[..., Page]) -> None:
    page = opened("home")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    keeps_nobody_out(page, "light", "dark")
    page = opened("sign-in")
    page.get_by_label("Name").fill("eve")
    page.get_by_label("Password").fill("let me in, please")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    keeps_nobody_out(page, "light", "dark")
    page = opened("saved account")
    page.get_by_label("The account", exact=True).fill("series: {a: {kind: soup}}")
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#checked .problem")).to_be_visible()
    keeps_nobody_out(page, "light", "dark")


def test_nobody_is_kept_out_while_reports_are_read(app: App, open_page: Open, site: Site) -> None:
    page = open_page(app.url)
    page.get_by_label("Or an address").fill(site.put("/slow", silent=True))
    page.get_by_role("button", name="Read", exact=True).click()
    page.wait_for_url(re.compile("/adding/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Reading")
    keeps_nobody_out(page, "light", "dark")
    site.over.set()
    expect(page.locator("#lines .failed")).to_be_visible(timeout=30_000)
    keeps_nobody_out(page, "light", "dark")


def test_nobody_is_kept_out_of_an_app_with_nothing_in_it(app: App, open_page: Open) -> None:
    for path in ("/", "/documents", "/findings", "/series", "/dossiers", "/sources", "/accounts", "/log"):
        keeps_nobody_out(open_page(app.url + path), "light", "dark")


@pytest.mark.parametrize("name", ["budget", "epidemic", "flood-day-2", "recruitment", "strike"])
def test_nobody_is_kept_out_of_a_report_in_one_file(
    name: str, command: Command, open_page: Open, tmp_path: Path
) -> None:
    text = str(EXAMPLES / f"{name}.txt")
    command("read", text, "--published", "2024-05-16", "--html", "read.html")
    command("add", text, "--published", "2024-05-16", check=True)
    command("export", "kept.html", "--document", text, check=True)
    for file in ("read.html", "kept.html"):
        page = open_page((tmp_path / file).as_uri())
        keeps_nobody_out(page, "light", "dark", "print")
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate(OVER) <= 0


OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
"""How many pixels of a page stand out of the window."""


@every_page
def test_a_page_can_be_read_without_javascript_on_a_phone(name: str, opened: Callable[..., Page]) -> None:
    with_scripts, without = opened(name, width=320), opened(name, width=320, scripts=False)
    for page in (with_scripts, without):
        assert page.evaluate(OVER) <= 0
    expect(without.locator(".needs-script:visible")).to_have_count(0)
    assert words_on(with_scripts) <= words_on(without)


def words_on(page: Page) -> set[str]:
    """Give all that a page tells, but what scripts offer for editing, and how long ago things were."""
    told = page.locator("main :is(p, li, td, th, h1, h2, h3, blockquote):visible").evaluate_all(
        """all => all.filter(one => !one.closest('.needs-script') && !one.querySelector('.needs-script'))
          .map(one => one.innerText)"""
    )
    return {re.sub(r"just now|\d+ minutes? ago", "", text) for text in told}


ONLY_FOR_PEOPLE = {"sign-in", "people", "one page to send"}
"""What has no JSON: who may sign in is nobody's data, and the one page has that of its report."""


@pytest.mark.parametrize("name", [name for name in EVERY if name not in ONLY_FOR_PEOPLE])
def test_every_page_has_its_json(name: str, looked_at: App, team_looked_at: App) -> None:
    looked = EVERY[name]
    app = team_looked_at if looked.team else looked_at
    path, _, query = looked.of(app).partition("?")
    address = f"{'/index' if path == '/' else path}.json?{query}"
    answer = httpx.get(app.url + address, headers={"Remote-User": looked.name} if looked.name else {})
    assert answer.status_code == (404 if name == "nothing there" else 200)
    assert answer.json()


def test_the_whole_app_can_be_walked_with_links_alone(looked_at: App, open_page: Open) -> None:
    page = open_page(looked_at.url, scripts=False)
    page.get_by_role("link", name="Findings", exact=True).click()
    page.locator(".finding.conflict .more a").click()
    page.get_by_role("link", name="4.2 billion euros").first.click()
    expect(page.locator("#text .figure.clash").first).to_be_visible()
    page.locator("#text .figure.clash").first.click()
    expect(page).to_have_url(re.compile("#figure-1"))
    page.get_by_role("link", name="The series of 4.2 billion euros").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Budget")
    page.get_by_role("link", name="The account").click()
    expect(page.locator("textarea")).to_contain_text("budget passed")


def test_one_page_to_send_needs_nothing_else(looked_at: App, open_page: Open) -> None:
    page = open_page(f"{looked_at.url}{budget(looked_at)}/report.html", scripts=False)
    expect(page.locator(".finding.conflict")).to_be_visible()
    assert page.locator("script, link[rel=stylesheet]").count() == 0
