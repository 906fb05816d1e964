"""What people do with a report in the browser: drop it in, look, correct, undo."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from web.running_app import EXAMPLES, App, Open

BUDGET = (EXAMPLES / "budget.txt").read_text(encoding="utf-8")


def paste(page: Page, text: str, day: str = "2024-05-14") -> None:
    """Paste a report and wait until it is read."""
    page.get_by_label("Paste a report").fill(text)
    page.get_by_label("Published on").fill(day)
    page.get_by_role("button", name="Read", exact=True).click()
    page.wait_for_url(re.compile("/documents/"))


def test_a_pasted_report_shows_its_findings_and_a_correction_by_keyboard_settles_one(
    app: App, open_page: Open
) -> None:
    page = open_page(app.url)
    paste(page, BUDGET)
    conflict = page.locator("#findings .finding.conflict")
    expect(conflict).to_have_count(1)
    expect(conflict).to_contain_text("50 million euros too much")

    # From the top of the page, with the keyboard alone, to “4.2 billion euros”, the first figure.
    page.evaluate("document.getElementById('text').querySelector('.figure').focus()")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_label("Value")).to_be_focused()
    page.keyboard.type("4.7 billion euros")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(conflict).to_have_count(0)
    expect(page.locator("#status")).to_contain_text("Gone: Conflict")
    expect(page.locator("#text .figure").first).to_be_focused()

    page.keyboard.press("Control+z")
    expect(conflict).to_have_count(1)
    expect(page.locator("#status")).to_contain_text("Undone.")
    assert [act.kind for act in app.ledger.log()] == ["correct", "undo"]


def test_any_field_can_be_set_and_what_cannot_be_is_told(filled: App, open_page: Open) -> None:
    page = open_page(f"{filled.url}{_address(filled, 'flood-day-1')}")
    page.locator("#text .figure", has_text="38").focus()
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog")
    form.get_by_label("Low").fill("fortyish")
    page.keyboard.press("Enter")
    expect(page.locator("#editor-problem")).to_contain_text("'fortyish' is not a number")
    form.get_by_label("Low").fill("40")
    form.get_by_label("High").fill("45")
    form.get_by_label("Bound").select_option("range")
    form.get_by_label("Source").fill("the fire brigade")
    form.get_by_label("Place").fill("Brennick")
    form.get_by_label("From first day").fill("2024-05-14")
    form.get_by_label("To last day").fill("2024-05-14")
    form.get_by_label("Why").fill("its spokesman said so")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    (act,) = filled.ledger.log()
    assert act.why == "its spokesman said so"
    assert act.content["fields"]["low"] == "40"
    row = page.locator("[data-figure]", has_text="38")
    expect(row).to_contain_text("the fire brigade")
    expect(row).to_contain_text("corrected")


def test_a_click_on_a_figure_opens_its_form(filled: App, open_page: Open) -> None:
    page = open_page(f"{filled.url}{_address(filled, 'flood-day-1')}")
    page.locator("#text .figure", has_text="38").click()
    form = page.get_by_role("dialog")
    expect(form.locator("#editor-words")).to_have_text("“38”")
    expect(form.get_by_label("Value")).to_be_focused()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(page.locator("#text .figure", has_text="38")).to_be_focused()
    assert not filled.ledger.log()


def test_every_field_is_reached_with_the_tab_key(filled: App, open_page: Open) -> None:
    page = open_page(f"{filled.url}{_address(filled, 'flood-day-1')}")
    page.locator("#text .figure", has_text="38").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Value")).to_be_focused()
    fields = page.locator("#editor [name]").evaluate_all("all => all.map(one => one.name)")
    reached = ["value"]
    for _ in range(3 * len(fields)):  # a day has a stop for its month, its day and its year
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.name"))
    assert set(fields) <= set(reached)


def test_a_missed_figure_is_added_by_selecting_its_words(filled: App, open_page: Open) -> None:
    page = open_page(f"{filled.url}{_address(filled, 'budget')}")
    before = page.locator("[data-figure]").count()
    page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf('2024');
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 4);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return;
          }
        }"""
    )
    page.get_by_role("button", name="Add “2024” as a figure").click()
    expect(page.locator("[data-figure]")).to_have_count(before + 1)
    (act,) = filled.ledger.log()
    figure = act.content["figure"]
    assert BUDGET[figure["span"]["start"] : figure["span"]["end"]] == "2024"


def test_a_missed_figure_can_be_typed_and_a_skipped_number_taken(filled: App, open_page: Open) -> None:
    page = open_page(f"{filled.url}{_address(filled, 'budget')}")
    before = page.locator("[data-figure]").count()
    page.get_by_role("button", name="Add a figure").click()
    page.get_by_label("The words, as they stand").fill("not there")
    page.keyboard.press("Enter")
    expect(page.locator("#adder-problem")).to_contain_text("does not have the words")
    page.get_by_label("The words, as they stand").fill("2024")
    page.keyboard.press("Enter")
    expect(page.locator("[data-figure]")).to_have_count(before + 1)
    page.get_by_role("button", name="Take 2023 for a figure").click()
    expect(page.locator("[data-figure]")).to_have_count(before + 2)


def test_a_figure_is_marked_as_right_or_taken_away_with_one_key(filled: App, open_page: Open) -> None:
    page = open_page(f"{filled.url}{_address(filled, 'budget')}")
    before = page.locator("[data-figure]").count()
    mark = page.locator("#text .figure", has_text="150 million")
    mark.focus()
    page.keyboard.press("r")
    expect(page.locator("[data-figure]", has_text="150 million")).to_contain_text("marked as right")
    expect(mark).to_be_focused()
    page.keyboard.press("Delete")
    expect(page.locator("[data-figure]")).to_have_count(before - 1)
    page.keyboard.press("Control+z")
    expect(page.locator("[data-figure]")).to_have_count(before)


def test_skipped_numbers_show_with_their_reasons_on_demand(looked_at: App, open_page: Open) -> None:
    page = open_page(f"{looked_at.url}{_address(looked_at, 'budget')}")
    skipped = page.locator("#text .skipped").first
    reason = "one => getComputedStyle(one, '::after').content"
    assert skipped.evaluate(reason) == "none"
    page.get_by_role("checkbox", name=re.compile("left out")).check()
    assert "date" in skipped.evaluate(reason)
    expect(skipped).to_have_text("2024")


def test_what_stands_behind_a_figure_shows_at_hover_and_at_focus(looked_at: App, open_page: Open) -> None:
    page = open_page(f"{looked_at.url}{_address(looked_at, 'budget')}")
    mark = page.locator("#text .figure", has_text="1.1 billion")
    note = "one => getComputedStyle(one, '::after').content"
    mark.hover()
    assert "1.1 billion euros or more" in mark.evaluate(note)
    page.mouse.move(0, 0)
    assert "1.1 billion" not in mark.evaluate(note)
    page.locator("#text .figure", has_text="1.4 billion").focus()
    page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    assert "1.1 billion euros or more" in mark.evaluate(note)
    expect(page.locator(f"#{mark.get_attribute('aria-describedby')}")).to_contain_text("or more")


def test_every_kind_has_a_colour_and_a_shape_of_its_own(looked_at: App, open_page: Open) -> None:
    looks = set()
    kinds = set()
    for name in ("recruitment", "flood-day-1", "budget"):
        page = open_page(f"{looked_at.url}{_address(looked_at, name)}")
        for kind, line, colour in page.locator("#text .figure").evaluate_all(
            """all => all.map(one => [one.classList[1], getComputedStyle(one).textDecorationStyle
              + getComputedStyle(one).textDecorationLine, getComputedStyle(one).textDecorationColor])"""
        ):
            kinds.add(kind)
            looks.add((kind, line, colour))
    assert len(kinds) > 3
    assert len({line for _, line, _ in looks}) == len(kinds)
    assert len({colour for _, _, colour in looks}) == len(kinds)


def test_another_day_of_publication_reads_the_report_again(filled: App, open_page: Open) -> None:
    page = open_page(f"{filled.url}{_address(filled, 'flood-day-1')}")
    expect(page.locator("[data-figure]").first).to_contain_text("14 May 2024")
    page.get_by_role("button", name="Correct title or day").click()
    page.locator("#describe-published").fill("2024-05-22")
    page.locator("#describe-title").fill("The Selm bursts its banks")
    page.keyboard.press("Enter")
    expect(page.locator("[data-figure]").first).to_contain_text("21 May 2024")
    expect(page.get_by_role("heading", level=1)).to_have_text("The Selm bursts its banks")


def _address(app: App, name: str) -> str:
    """Give the page of a sample report."""
    from addup import load

    return f"/documents/{load(str(EXAMPLES / f'{name}.txt')).id}"
