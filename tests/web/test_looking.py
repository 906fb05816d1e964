"""Every page as people see it: without JavaScript, on a phone, in the dark, and for everybody."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # it has no stubs
from playwright.sync_api import Page, expect

from web.running_app import App, Open, account, budget, conflict, dossier, series, source

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
"""WCAG 2.2, level AA, with all that it builds upon."""


def plain(path: str) -> Callable[[App], str]:
    return lambda _: path


PAGES: dict[str, Callable[[App], str]] = {
    "home": plain("/"),
    "reports": plain("/documents"),
    "report": budget,
    "findings": plain("/findings"),
    "finding": conflict,
    "series list": plain("/series"),
    "series": series,
    "events": plain("/dossiers"),
    "event": dossier,
    "account": account,
    "accounts": plain("/accounts"),
    "sources": plain("/sources"),
    "source": source,
    "search": plain("/search?q=4,900"),
    "log": plain("/log"),
    "nothing there": plain("/documents/none"),
}
every_page = pytest.mark.parametrize("name", PAGES)


@every_page
def test_nobody_is_kept_out_of_a_page(name: str, looked_at: App, open_page: Open) -> None:
    page = open_page(looked_at.url + PAGES[name](looked_at))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found = Axe().run(page, options=RULES)
        assert not found.response["violations"], f"{scheme}: {found.generate_report()}"


@every_page
def test_a_page_can_be_read_without_javascript_on_a_phone(name: str, looked_at: App, open_page: Open) -> None:
    address = looked_at.url + PAGES[name](looked_at)
    with_scripts, without = open_page(address, width=320), open_page(address, width=320, scripts=False)
    for page in (with_scripts, without):
        over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(over) <= 0
    expect(without.locator(".needs-script:visible")).to_have_count(0)
    assert words_on(with_scripts) <= words_on(without)


def words_on(page: Page) -> set[str]:
    """Give all that a page tells, but what scripts offer for editing, and how long ago things were."""
    told = page.locator("main :is(p, li, td, th, h1, h2, h3, blockquote):visible").evaluate_all(
        """all => all.filter(one => !one.closest('.needs-script') && !one.querySelector('.needs-script'))
          .map(one => one.innerText)"""
    )
    return {re.sub(r"just now|\d+ minutes? ago", "", text) for text in told}


@every_page
def test_every_page_has_its_json(name: str, looked_at: App) -> None:
    path, _, query = PAGES[name](looked_at).partition("?")
    address = f"{'/index' if path == '/' else path}.json?{query}"
    answer = httpx.get(looked_at.url + address)
    assert answer.status_code == (404 if name == "nothing there" else 200)
    assert answer.json()


def test_the_whole_app_can_be_walked_with_links_alone(looked_at: App, open_page: Open) -> None:
    page = open_page(looked_at.url, scripts=False)
    page.get_by_role("link", name="Findings", exact=True).click()
    page.locator(".finding.conflict .says a").click()
    page.get_by_role("link", name="4.2 billion euros").first.click()
    expect(page.locator("#text .figure.clash").first).to_be_visible()
    page.locator("#text .figure.clash").first.click()
    assert "#figure-1" in page.url
    page.get_by_role("link", name="The series of 4.2 billion euros").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Budget")
    page.get_by_role("link", name="The account").click()
    expect(page.locator("textarea")).to_contain_text("budget passed")


def test_one_page_to_send_needs_nothing_else(looked_at: App, open_page: Open) -> None:
    page = open_page(f"{looked_at.url}{budget(looked_at)}/report.html", scripts=False)
    expect(page.locator(".finding.conflict")).to_be_visible()
    assert page.locator("script, link[rel=stylesheet]").count() == 0
