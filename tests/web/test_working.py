"""Series, findings, accounts and search, as people work with them in the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

import addup
from addup.account import check
from addup.account.language.files import AccountText
from addup.web.charts import specification
from addup.web.diagram import diagram
from web.running_app import EXAMPLES, App, Open, account, conflict, fill, running, series


def chart_of(page: Page) -> Page:
    expect(page.locator("#chart[data-drawn]")).to_be_visible()
    return page


@contextmanager
def chart_changed(page: Page) -> Iterator[tuple[float, float]]:
    """Give a place inside the chart, and see that what is done there changes the drawing."""
    canvas = page.locator("#chart canvas")
    canvas.scroll_into_view_if_needed()
    before = canvas.evaluate("canvas => canvas.toDataURL()")
    box = canvas.bounding_box()
    assert box
    yield box["x"] + box["width"] / 2, box["y"] + 150
    page.wait_for_function(
        "before => document.querySelector('#chart canvas').toDataURL() !== before", arg=before
    )


# --- a series --------------------------------------------------------------------------------------------


def test_a_series_is_drawn_from_this_machine_alone(looked_at: App, open_page: Open) -> None:
    page = chart_of(open_page(looked_at.url + series(looked_at)))
    drawn = page.locator("#chart canvas")
    assert drawn.evaluate("canvas => canvas.width > 300 && canvas.height > 300")
    colours = drawn.evaluate(
        """canvas => { const seen = new Set();
          const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          for (let at = 0; at < data.length; at += 4) {
            if (data[at + 3] > 200) seen.add(`${data[at] >> 5},${data[at + 1] >> 5},${data[at + 2] >> 5}`);
          }
          return seen.size; }"""
    )
    assert colours > 4


def test_the_sentence_shows_when_a_mark_is_pointed_at(looked_at: App, open_page: Open) -> None:
    page = chart_of(open_page(looked_at.url + series(looked_at)))
    canvas = page.locator("#chart canvas")
    canvas.scroll_into_view_if_needed()
    orange = canvas.evaluate(  # the mayor's mark, a square, the first of its colour from above
        """canvas => { const {width, height} = canvas;
          const data = canvas.getContext('2d').getImageData(0, 0, width, height).data;
          for (let at = 0; at < data.length; at += 4) {
            if (data[at] > 150 && data[at + 1] < 110 && data[at + 2] < 60 && data[at + 3] > 200) {
              const scale = width / canvas.clientWidth;
              return [(at / 4 % width) / scale + 3, Math.floor(at / 4 / width) / scale + 3];
            }
          } }"""
    )
    box = canvas.bounding_box()
    assert box
    page.mouse.move(box["x"] + 2, box["y"] + 2)
    page.mouse.move(box["x"] + orange[0], box["y"] + orange[1])
    expect(page.locator("#peek")).to_contain_text("The mayor of Brennick put the death toll at 38.")


def test_the_chart_zooms(looked_at: App, open_page: Open) -> None:
    page = chart_of(open_page(looked_at.url + series(looked_at)))
    with chart_changed(page) as (across, down):
        page.mouse.move(across, down)
        page.mouse.wheel(0, -400)


def test_the_chart_moves_with_the_mouse(looked_at: App, open_page: Open) -> None:
    page = chart_of(open_page(looked_at.url + series(looked_at)))
    with chart_changed(page) as (across, down):
        page.mouse.move(across, down)
        page.mouse.down()
        page.mouse.move(across + 120, down + 40, steps=4)
        page.mouse.up()


def test_the_table_of_a_series_is_sorted_and_filtered(looked_at: App, open_page: Open) -> None:
    page = open_page(looked_at.url + series(looked_at), scripts=False)
    page.get_by_role("link", name="Figure", exact=True).click()
    amounts = page.locator("tbody .big").all_inner_texts()
    assert [re.sub(r"\D", "", text) for text in amounts] == ["38", "39", "43"]
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Figure")
    page.get_by_role("link", name="Figure", exact=True).click()
    expect(page.locator("tbody .big").first).to_contain_text("43")
    page.get_by_label("Words", exact=True).fill("counted twice")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("tbody tr")).to_have_count(1)


def row(**given: Any) -> dict[str, Any]:
    """Give a figure as a series has it."""
    base = {
        "document": "d", "title": None, "opening": "", "outlet": None, "published": date(2024, 5, 15),
        "figure": "1", "start": 0, "end": 2, "text": "40", "low": 40, "high": 40, "bound": "exact",
        "kind": "count", "unit": None, "per": None, "counted": "person", "event": "kill", "from": None,
        "to": None, "place": None, "source": "police", "stance": "stated", "series": "killed", "sentence": "",
    }  # fmt: skip
    return {**base, **given}


def marks_of(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    """Give what is drawn of figures."""
    told = specification(list(rows), [], [])
    marks: list[dict[str, Any]] = told["datasets"]["reports"]
    return marks


def test_hedges_are_drawn_as_they_are() -> None:
    exact, least, most, vague = marks_of(
        row(),
        row(figure="2", bound="min", high=None, text="at least 40"),
        row(figure="3", bound="max", low=None, text="up to 40"),
        row(figure="4", bound="vague", low=24, high=None, text="dozens"),
    )
    assert (exact["open"], exact["low"], exact["high"], exact["firm"]) == ("", 40, 40, True)
    assert (least["open"], least["low"]) == ("up", 40)
    assert least["tip"] > 40
    assert most["open"] == "down"
    assert most["tip"] < 40
    assert not vague["firm"]


def test_two_measures_are_never_on_one_scale() -> None:
    marks = marks_of(row(), row(figure="2"), row(figure="3", unit="%", kind="share"))
    assert {mark["measure"] for mark in marks} == {"person"}


def test_acres_are_drawn_among_hectares_and_once() -> None:
    """A conversion in brackets is no second report."""
    burned: dict[str, Any] = {"kind": "measure", "counted": "land"}
    marks = marks_of(
        row(**burned, unit="hectare", low=9700, high=9700, text="9,700 hectares"),
        row(**burned, unit="hectare", low=9900, high=9900, text="9,900 hectares", document="e"),
        row(**burned, unit="acre", low=24_000, high=24_000, text="24,000 acres", document="f", end=12),
        row(**burned, unit="hectare", low=9700, high=9700, text="9,700 hectares", document="f", start=14),
    )
    assert [mark["value"] for mark in marks] == [9700, 9900, 9712]
    assert {mark["measure"] for mark in marks} == {"hectare"}
    assert marks[2]["low"] < 9700 < marks[2]["high"]


def test_people_and_bodies_of_one_series_are_on_one_scale() -> None:
    marks = marks_of(row(), row(figure="2"), row(figure="3", counted="body", text="43 bodies"))
    assert len(marks) == 3
    assert specification([row(counted="body")], [], [])["datasets"]["reports"][0]["measure"] == "body"


def labels_of(*rows: dict[str, Any]) -> list[str]:
    """Give the numbers that are written beside the marks of figures."""
    return [one["label"] for one in specification(list(rows), [], [])["datasets"]["labels"]]


def test_few_marks_have_their_numbers_beside_them() -> None:
    assert labels_of(
        row(low=1_200_000, high=1_200_000, to=date(2024, 5, 13)),
        row(figure="2", low=4900, high=5100, bound="range", to=date(2024, 5, 14)),
        row(figure="3"),
        row(figure="4", source="the mayor"),  # the same number of the same day, once
    ) == ["1.2 million", "4,900 to 5,100", "40"]
    assert not labels_of(*(row(figure=str(low), low=low, high=low) for low in range(40)))


def test_figures_that_clash_are_connected_and_what_follows_is_a_band(
    settings: Any, read_examples: list[addup.records.Reading]
) -> None:
    first = next(
        one for one in read_examples if "Brennick" in one.document.text and "43" in one.document.text
    )
    fill(settings.ledger, [first])
    with running(settings) as app:
        (kept,) = app.ledger.findings(kinds=("conflict",))
        piece = kept.finding.evidence[0]
        place = f"{piece.document}/{first.figures[0].id}"
        told = httpx.get(f"{app.url}/series/{place}/chart.json", timeout=30).json()
        names = [layer.get("name") for layer in told["layer"]]
        assert "clashes" in names
        assert "band" not in names  # nothing follows from a conflict
        mayor = next(one for one in first.figures if one.amount.number.text == "38")
        with httpx.Client(base_url=app.url) as client:
            client.headers["X-CSRF-Token"] = client.get("/api/session").json()["csrf"]
            address = f"/api/documents/{first.document.id}/figures/{mayor.id}"
            assert client.patch(address, json={"fields": {"value": "45"}}).status_code == 200
            told = client.get(f"/series/{place}/chart.json", timeout=30).json()
        names = [layer.get("name") for layer in told["layer"]]
        assert "clashes" not in names
        assert "band" in names


# --- findings --------------------------------------------------------------------------------------------


def test_findings_are_worked_through_with_one_key_each(filled: App, open_page: Open) -> None:
    page = open_page(f"{filled.url}/findings")
    findings = page.locator("#worklist > .finding")
    keys = findings.evaluate_all("all => all.map(one => one.dataset.key)")
    assert len(keys) >= 4
    page.keyboard.press("j")
    expect(page.locator("#worklist > .finding.conflict")).to_be_focused()
    page.keyboard.press("c")
    expect(findings.nth(1)).to_have_attribute("data-key", keys[2])
    expect(findings.first).to_be_focused()  # the one that came next
    page.keyboard.press("s")
    expect(page.locator("#status")).to_contain_text("Shared: ")
    expect(findings).to_have_count(len(keys) - 2)
    expect(findings.first).to_be_focused()
    page.keyboard.press("d")
    page.keyboard.type("Morvania is invented")
    page.keyboard.press("Enter")
    expect(findings).to_have_count(len(keys) - 3)
    expect(page.get_by_role("link", name=re.compile("Dismissed"))).to_have_text("Dismissed 1")
    found = {kept.key: kept for kept in filled.ledger.findings()}
    assert [found[key].status for key in keys[:4]] == ["checked", "shared", "dismissed", "open"]
    assert found[keys[2]].acts[-1].why == "Morvania is invented"

    # One that was shared is opened again, and stands among the open ones.
    page.get_by_role("link", name=re.compile("Shared")).click()
    expect(findings).to_have_count(1)
    page.wait_for_load_state()
    page.keyboard.press("j")
    page.keyboard.press("o")
    expect(findings).to_have_count(0)
    expect(page.locator("#worklist")).to_contain_text("Nothing is shared yet")
    assert filled.ledger.finding(keys[1]).status == "open"


def test_keys_pressed_quickly_each_mean_the_finding_that_was_in_focus(filled: App, open_page: Open) -> None:
    page = open_page(f"{filled.url}/findings")
    findings = page.locator("#worklist > .finding")
    keys = findings.evaluate_all("all => all.map(one => one.dataset.key)")
    for key in "jcsc":
        page.keyboard.press(key)
    expect(findings).to_have_count(len(keys) - 3)
    told = [filled.ledger.finding(key).status for key in keys[:4]]
    assert told == ["checked", "shared", "checked", "open"]


def test_nothing_is_dismissed_without_a_reason(filled: App, open_page: Open) -> None:
    page = open_page(f"{filled.url}/findings")
    first = page.locator("#worklist > .finding").first
    first.get_by_role("button", name=re.compile("Dismiss")).click()
    expect(first.get_by_role("alert")).to_contain_text("Say why it is dismissed")
    without = open_page(f"{filled.url}/findings", scripts=False)
    first = without.locator("#worklist > .finding").first
    first.get_by_role("button", name=re.compile("Dismiss")).click()
    expect(without.get_by_role("alert")).to_contain_text("say why it is dismissed", ignore_case=True)
    without.get_by_label("Why").fill("the guard is invented")
    without.get_by_role("button", name="Dismiss").click()
    expect(without.locator(".acts")).to_contain_text("the guard is invented")
    (dismissed,) = (kept for kept in filled.ledger.findings() if kept.status == "dismissed")
    assert dismissed.acts[-1].why == "the guard is invented"


def test_a_finding_has_its_sentences_its_arithmetic_and_the_least_correction(
    looked_at: App, open_page: Open
) -> None:
    page = open_page(looked_at.url + conflict(looked_at))
    quotes = page.locator(".quote")
    expect(quotes).to_have_count(2)
    boxes = [quote.bounding_box() for quote in quotes.all()]
    assert len({box["y"] for box in boxes if box}) == 1  # side by side
    rows = page.locator(".sheet .rows").first
    expect(rows).to_contain_text("4.2 billion euros, budget passed")
    expect(rows).to_contain_text("50 million")
    expect(page.locator(".sheet .rows").last).to_contain_text("Without")
    told = httpx.get(f"{looked_at.url}{conflict(looked_at)}.json").json()
    assert told["least"]["take_away"]


ELSEWHERE = (
    "Police said 30 people were killed in a fire in Tornby on Monday.",
    "The fire service said 12 people were killed in a fire in Tornby on Monday. Organisers said 9,241 people "
    "marched through Tornby on Monday. Police put the crowd at 2,015.",
)


def test_the_least_correction_is_that_of_the_finding_and_others_of_its_event_are_folded_away(
    settings: Any, open_page: Open
) -> None:
    fill(settings.ledger, [addup.read(text, published="2025-03-04") for text in ELSEWHERE])
    with running(settings) as app:
        for kept in app.ledger.findings(kinds=("conflict",)):
            page = open_page(f"{app.url}/findings/{kept.key}", scripts=False)
            own, other = ("9,241 people", "30 people")[:: 1 if "9,241" in kept.finding.text else -1]
            told = page.locator(".sheet .rows", has_text="Without")
            expect(told).to_contain_text(own)
            expect(told).not_to_contain_text(other)
            expect(page.locator(".sheet details")).to_contain_text("1 figure would have to go as well")
            least = httpx.get(f"{app.url}/findings/{kept.key}.json").json()["least"]
            assert set(least["take_away"]) <= set(least["figures"])


def test_a_finding_in_a_list_says_what_it_counts(settings: Any, open_page: Open) -> None:
    fill(settings.ledger, [addup.read(text, published="2025-03-04") for text in ELSEWHERE])
    with running(settings) as app:
        for address in (app.url, f"{app.url}/findings"):
            page = open_page(address, scripts=False)
            for told, counted in (("At least 9,241", "marched, Tornby"), ("At least 30", "killed, Tornby")):
                line = page.locator(".conflict", has_text=told)
                expect(line).to_contain_text(counted, ignore_case=True)


def test_series_of_one_name_are_told_apart_by_their_events(looked_at: App, open_page: Open) -> None:
    page = open_page(f"{looked_at.url}/series", scripts=False)
    expect(page.get_by_role("row", name=re.compile("Killed, Brennick"))).to_contain_text("Flood, Brennick")


# --- accounts --------------------------------------------------------------------------------------------


FARMS = (
    "ORRIN, March 4, 2024 - The council of Orrin said on Monday that 120 dairy farms had received an average "
    "of $25,000 each. The fund paid out $1.2 million in all, the treasurer, Hanna Leid, said."
)


def test_an_account_that_does_not_add_up_says_why_also_where_no_relation_tells_it(
    app: App, open_page: Open
) -> None:
    fill(app.settings.ledger, [addup.read(addup.documents.from_text(FARMS))])
    (kept,) = app.ledger.findings(kinds=("tension",))
    page = open_page(f"{app.url}/dossiers/{kept.dossier}/account")
    expect(page.locator("#standing .verdict")).to_have_text("It hardly adds up")
    expect(page.locator("#standing .finding-line a")).to_contain_text(
        "“$25,000” for each of “120 dairy farms”"
    )


def test_what_cannot_be_true_stands_before_what_hardly_is_on_the_first_page(
    app: App, open_page: Open, read_examples: list[addup.records.Reading]
) -> None:
    fill(app.settings.ledger, [addup.read(addup.documents.from_text(FARMS)), *read_examples])
    labels = open_page(app.url).locator(".finding-line .label").all_text_contents()
    assert labels[0] == "Conflict"
    assert labels[-1] == "Tension"


def test_a_diagram_shows_how_the_series_hang_together(looked_at: App, open_page: Open) -> None:
    page = open_page(looked_at.url + account(looked_at), scripts=False)
    diagram = page.locator("svg.diagram")
    expect(diagram.locator("path.link.supposed")).not_to_have_count(0)
    part, whole = (
        diagram.locator("a", has=page.get_by_text(name, exact=True)).bounding_box()
        for name in ("children killed, Port", "killed, Port Alder")
    )
    assert part
    assert whole
    assert part["y"] > whole["y"] + whole["height"]  # a part stands below its whole
    diagram.locator("a", has=page.get_by_text("killed, Port Alder", exact=True)).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Killed, Port Alder")


def test_a_share_stands_between_its_part_and_its_whole() -> None:
    ballot = addup.load(str(EXAMPLES / "ballot.txt"), published="2024-09-10")
    picture = diagram(addup.series([addup.read(ballot)]))
    assert picture
    assert picture.shares
    tops = {box.series.name: box.y for box in picture.boxes}
    assert tops["voters"] < tops["turnout, Harvick, September 2024"] < tops["votes cast"]
    assert len(picture.links) == 4


def test_a_supposed_relation_is_accepted_or_rejected_with_one_key(filled: App, open_page: Open) -> None:
    path = f"/dossiers/{filled.ledger.findings(kinds=('conflict',))[0].dossier}/account"
    page = open_page(filled.url + path)
    relations = page.locator(".relation")
    many = relations.count()
    page.keyboard.press("j")
    expect(relations.first).to_be_focused()
    page.keyboard.press("a")
    expect(relations.first.locator(".mark")).to_have_text("accepted")
    expect(relations.nth(1)).to_be_focused()  # on to the next one
    page.keyboard.press("a")
    page.keyboard.press("a")
    expect(page.locator(".relation .mark", has_text="accepted")).to_have_count(3)
    sum_of_all = page.locator(".relation", has_text="+")
    expect(page.locator(".verdict")).to_have_text("It does not add up")
    sum_of_all.focus()
    page.keyboard.press("r")
    expect(relations).to_have_count(many - 1)
    expect(page.locator(".verdict")).to_have_text("Nothing in it conflicts")
    assert not filled.ledger.findings(kinds=("conflict",))
    page.locator(".acts [data-undo]").first.click()
    expect(page.locator(".verdict")).to_have_text("It does not add up")


def test_a_relation_of_ones_own_is_added_or_told_to_be_none(filled: App, open_page: Open) -> None:
    page = open_page(filled.url + account(filled))
    page.get_by_label("A relation of your own").fill("soup <= bread")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("#relate-problem")).to_contain_text("is no relation between series of this dossier")
    page.get_by_label("A relation of your own").fill("killed, Port Alder <= injured, Port Alder")
    page.get_by_role("button", name="Add it").click()
    own = page.locator(".relation", has_text="killed, Port Alder ≤ injured, Port Alder")
    expect(own.locator(".mark")).to_have_text("accepted")


def test_a_text_that_is_being_changed_stays_while_relations_are_settled(filled: App, open_page: Open) -> None:
    path = f"/dossiers/{filled.ledger.findings(kinds=('conflict',))[0].dossier}/account"
    page = open_page(filled.url + path)
    text = page.get_by_label("The account", exact=True)
    before = text.input_value()
    page.locator(".relation", has_text="+").focus()
    page.keyboard.press("r")
    expect(page.locator("#status")).to_contain_text("Rejected. Nothing in it conflicts.")
    assert " + " in before
    assert " + " not in text.input_value()  # the text is that of the account as it stands
    text.fill("series: {mine: {kind: toll}}")
    page.locator(".acts [data-undo]").first.click()
    expect(page.locator(".verdict")).to_have_text("It does not add up")
    expect(text).to_have_value("series: {mine: {kind: toll}}")


def test_the_text_of_an_account_is_changed_checked_and_saved(filled: App, open_page: Open) -> None:
    path = f"/dossiers/{filled.ledger.findings(kinds=('conflict',))[0].dossier}/account"
    page = open_page(filled.url + path)
    text = page.get_by_label("The account", exact=True)
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#checked .verdict")).to_have_text("It does not add up.")
    wrong = text.input_value().replace("kind: level", "kind: lever")
    text.fill(wrong)
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#checked .problem")).to_contain_text(
        re.compile(r"^Line \d+: there is no kind 'lever' of series; did you mean 'level'")
    )
    expect(text).to_be_focused()
    chosen = text.evaluate("text => text.value.slice(text.selectionStart, text.selectionEnd)")
    assert "kind: lever" in chosen  # the line with the mistake
    assert "\n" not in chosen
    text.fill(
        "series: {a: {kind: toll}}\nask: [a@2024-05-01]\n"
        "reports:\n  - {id: x, series: a, on: 2024-05-01, low: 3, high: 5}\n"
    )
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#checked")).to_contain_text("3 to 5")
    page.get_by_label("Save as").fill("What I think")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What I think")
    expect(page.locator(".verdict")).to_have_text("Nothing in it conflicts")
    assert list(filled.ledger.accounts()) == ["What I think"]


def test_the_text_of_very_many_figures_comes_when_it_is_asked_for(
    looked_at: App, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = looked_at.url + account(looked_at)
    whole = httpx.get(f"{looked_at.url}/api{account(looked_at)}.yaml").text
    monkeypatch.setattr("addup.web.routes.dossiers.LARGE", 3)
    assert whole not in httpx.get(address).text
    page = open_page(address)
    expect(page.get_by_label("The account", exact=True)).to_be_hidden()
    page.get_by_role("link", name="The text of all").click()
    expect(page.get_by_label("The account", exact=True)).to_have_value(whole)
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#checked .verdict")).to_be_visible()
    without = open_page(address, scripts=False)
    without.get_by_role("link", name="The text of all").click()
    assert without.get_by_text("series:").is_visible()


def test_very_many_findings_of_an_event_have_a_list_with_pages(
    looked_at: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    (kept,) = looked_at.ledger.findings(kinds=("conflict",))
    of_event = looked_at.ledger.findings(dossier=kept.dossier)
    assert len(of_event) < len(looked_at.ledger.findings())
    monkeypatch.setattr("addup.web.routes.findings.PER_PAGE", 1)
    listed = [
        re.findall(
            r'data-key="(\w+)"',
            httpx.get(f"{looked_at.url}/findings?status=all&event={kept.dossier}&at={at + 1}").text,
        )
        for at in range(len(of_event) + 1)
    ]
    assert sorted(key for part in listed for key in part) == sorted(one.key for one in of_event)
    record = httpx.get(f"{looked_at.url}/findings.json?status=all&event={kept.dossier}").json()
    assert len(record["findings"]) == len(of_event)
    assert httpx.get(f"{looked_at.url}/findings?event=999").status_code == 404


def test_an_event_of_many_reports_shows_them_in_parts(
    looked_at: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    largest = max(looked_at.ledger.dossiers(), key=lambda one: one.documents)
    monkeypatch.setattr("addup.web.routes.dossiers.PER_PAGE", 1)
    parts = [
        httpx.get(f"{looked_at.url}/dossiers/{largest.id}?at={at + 1}").text
        for at in range(largest.documents)
    ]
    for one in looked_at.ledger.documents(dossier=largest.id):
        assert sum(f'<th scope="row"><a href="/documents/{one.id}">' in part for part in parts) == 1
    assert f'href="/dossiers/{largest.id}?at=2"' in parts[0]


def test_the_account_as_text_says_what_the_dossier_says(looked_at: App) -> None:
    dossiers = looked_at.ledger.dossiers()
    assert dossiers
    for dossier in dossiers:
        told = httpx.get(f"{looked_at.url}/dossiers/{dossier.id}/account.json").json()
        assert check(AccountText(told["text"])).status == dossier.status


# --- across ----------------------------------------------------------------------------------------------


def test_who_else_said_a_number(looked_at: App, open_page: Open) -> None:
    page = open_page(looked_at.url)
    page.get_by_label("Words or a number").fill("4,900")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Who said 4,900")).to_be_visible()
    expect(page.locator("tbody").first).to_contain_text("some 4,900 citizens")
    page.get_by_role("link", name="some 4,900 citizens").click()
    expect(page.locator("li:has(:target)")).to_contain_text("4,900")


NUMBERS = {
    "4,460": 4460,
    "$2.5 million": 2_500_000,
    "three dozen": 36,
    "who else said 4,900?": 4900,
    "killed 1.2 million people": 1_200_000,
    "5 of 17": None,
    "flood": None,
    "1e999": None,
    "%": None,
}


@pytest.mark.parametrize("asked", NUMBERS)
def test_numbers_are_understood_as_people_write_them(asked: str, looked_at: App) -> None:
    told = httpx.get(f"{looked_at.url}/search.json", params={"q": asked}).json()
    assert told["number"] == NUMBERS[asked]


def test_words_find_reports_and_series(looked_at: App) -> None:
    told = httpx.get(f"{looked_at.url}/search.json", params={"q": "cholera"}).json()
    assert not told["documents"]
    told = httpx.get(f"{looked_at.url}/search.json", params={"q": "Brennick"}).json()
    assert len(told["documents"]) == 2
    for odd in ('"', "NEAR(", "a* OR", "Brennick:", "'; DROP TABLE documents; --"):
        assert httpx.get(f"{looked_at.url}/search.json", params={"q": odd}).status_code == 200


def test_a_source_shows_what_it_said_and_how_often_it_changed(looked_at: App) -> None:
    told = httpx.get(f"{looked_at.url}/sources.json").json()["sources"]
    treasurer = next(one for one in told if "city treasurer" in one["name"].lower())
    assert treasurer["contradicted"] == 1
    page = httpx.get(f"{looked_at.url}/source.json", params={"name": treasurer["name"]}).json()
    assert len(page["rows"]) == treasurer["figures"]
    assert {one["kind"] for one in page["findings"]} == {"conflict"}
    assert not any("score" in name or "truth" in name for name in treasurer)


def test_sources_and_events_lead_to_what_was_said(looked_at: App, open_page: Open) -> None:
    page = open_page(f"{looked_at.url}/sources")
    treasurer = page.locator("tbody tr", has=page.get_by_role("link", name="the city treasurer", exact=True))
    expect(treasurer.locator("[data-label=Contradicted]")).to_have_text("1")
    treasurer.get_by_role("link").click()
    expect(page.locator(".finding-line.conflict")).to_have_count(1)
    page.locator(".said").get_by_role("link", name="1.4 billion").click()
    expect(page.locator("li:has(:target)")).to_contain_text("1.4 billion euros")
    page.get_by_role("link", name="Its event").click()
    expect(page.locator(".finding-line.conflict")).to_have_count(1)
    page.get_by_role("link", name="Events", exact=True).click()
    expect(page.locator(".event")).to_have_count(3)
    page.locator(".event", has_text="2 reports").get_by_role("link").click()
    expect(page.locator("#d + .scroll tbody tr")).to_have_count(2)


def test_words_lead_to_reports_and_to_series(looked_at: App, open_page: Open) -> None:
    page = open_page(f"{looked_at.url}/search")
    page.get_by_label("Words, or a number").fill("Brennick")
    page.keyboard.press("Enter")
    expect(page.locator("#d + .scroll tbody tr")).to_have_count(2)
    page.locator("#s + .scroll").get_by_role("link", name="Killed, Brennick", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Killed, Brennick")


def test_days_are_told_in_the_order_of_time(looked_at: App) -> None:
    told = httpx.get(f"{looked_at.url}/dossiers.json").json()["dossiers"]
    flood = next(one for one in told if one["documents"] == 2)
    assert date.fromisoformat(flood["last"]) - date.fromisoformat(flood["first"]) == timedelta(days=1)


# --- events ----------------------------------------------------------------------------------------------


def test_an_event_is_named_merged_split_and_its_reports_moved(filled: App, open_page: Open) -> None:
    def events() -> dict[str, int]:
        return {one.called: one.documents for one in filled.ledger.dossiers()}

    flood = next(one for one in filled.ledger.dossiers() if one.documents == 2)
    before = events()
    page = open_page(f"{filled.url}/dossiers/{flood.id}")
    page.get_by_label("Call this event").fill("The Selm flood")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("The Selm flood")
    page.goto(f"{filled.url}/dossiers")
    page.get_by_role("link", name="The Selm flood").click()

    # One of its reports is of an event of its own; taken back, it is where it was.
    page.get_by_role("button", name="One of their own").click()
    expect(page.locator("#event-problem")).to_contain_text("say which reports")
    page.locator("#event").get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="One of their own").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#d + .scroll tbody tr")).to_have_count(1)
    assert sorted(events().values()) == [1, 1, 1, 1]
    page.locator(".acts [data-undo]").first.click()
    expect(page.locator("#d + .scroll tbody tr")).to_have_count(2)
    assert events()["The Selm flood"] == 2

    # It is one with another event, and not; then a report goes there alone.
    page.get_by_label("It is the same as").select_option(index=1)
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("#d + .scroll tbody tr")).to_have_count(3)
    page.goto(f"{filled.url}/log")
    expect(page.locator(".act").first).to_contain_text("are one")
    page.locator("[data-undo]").first.click()
    expect(page.locator(".act.undone").first).to_contain_text("are one")
    assert sorted(events().values()) == sorted(before.values())
    page.goto(f"{filled.url}/dossiers")
    page.get_by_role("link", name="The Selm flood").click()
    page.locator("#event").get_by_role("checkbox").first.check()
    page.get_by_label("or of").select_option(index=1)
    page.get_by_role("button", name="Move them there").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("The Selm flood")
    expect(page.locator("#d + .scroll tbody tr")).to_have_count(2)
    assert events()["The Selm flood"] == 1
    page.get_by_role("link", name="Its account").click()  # decisions about events are not about series
    expect(page.get_by_role("heading", name="As text")).to_be_visible()
    assert [act.kind for act in filled.ledger.log()] == [
        "decide",
        "decide",
        "undo",
        "decide",
        "undo",
        "decide",
    ]


def test_a_name_too_long_for_its_box_says_so() -> None:
    town = "Upper Llanvihangelmathafarneithaf-next-the-Water"
    text = f"Some 312 people were killed in {town} and Sarn, including 200 in {town} and 112 in Sarn."
    picture = diagram(addup.series([addup.read(text, published="2024-04-12")]))
    assert picture is not None
    ends = {box.lines[-1][-1] for box in picture.boxes if len(box.lines) == 3}
    assert "…" in ends
    assert all(len(line) <= 22 for box in picture.boxes for line in box.lines)


def test_a_diagram_is_no_wider_than_a_screen_and_its_boxes_lie_beside_each_other() -> None:
    towns = ["Arden", "Brask", "Dorn", "Elsk", "Fenn", "Garm"]
    parts = ", ".join(f"{10 + number} in {town}" for number, town in enumerate(towns))
    text = (
        f"Some 312 cases were reported in Port Sarn, including {parts}. Of the 640 schools in Pellara, 160 "
        "were closed. On Monday, 58 patients arrived, 12 of them children."
    )
    picture = diagram(addup.series([addup.read(text, published="2024-04-12")]))
    assert picture is not None
    assert len(picture.boxes) > 8
    assert picture.width < 1000
    for box in picture.boxes:
        for other in picture.boxes:
            apart = abs(box.x - other.x) >= picture.box or box.y >= other.y + other.height
            assert box is other or apart or other.y >= box.y + box.height
    assert picture.links
    assert all(link.y1 > link.y2 for link in picture.links)


# --- long lists of findings ------------------------------------------------------------------------------

TOWNS = ("Arden", "Brask", "Dorn", "Elsk", "Fenn", "Garm", "Holm", "Jorn")


@pytest.fixture
def long_list(settings: Any) -> Iterator[App]:
    """An app over a report with eight findings."""
    told = " ".join(
        f"In {town}, at least {number} people were killed when the river flooded {town} on Tuesday, the "
        f"mayor of {town} said. The army put the death toll in {town} at {number - 20}."
        for number, town in enumerate(TOWNS, start=41)
    )
    fill(settings.ledger, [addup.read(told, published="2024-05-15", id="floods")])
    with running(settings) as app:
        yield app


@pytest.mark.parametrize("address", ["/findings", "/documents/floods", "/documents/floods/report.html"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_long_list_of_findings_opens_folded_but_for_the_first(
    address: str, width: int, long_list: App, open_page: Open
) -> None:
    page = open_page(long_list.url + address, scripts=False, width=width)
    findings = page.locator(".finding")
    assert findings.count() == len(TOWNS)
    folded = page.locator(".finding:has(> details:not([open]))")
    assert folded.count() == len(TOWNS) - 5
    last = folded.last
    box = last.bounding_box()
    assert box
    assert box["height"] < 60  # one line
    expect(last).to_contain_text("Killed, Jorn")
    last.locator("summary").click()
    opened = findings.last.bounding_box()
    assert opened
    assert opened["height"] > 2 * box["height"]


@pytest.mark.parametrize("address", ["/findings", "/documents/floods", "/documents/floods/report.html"])
def test_what_is_folded_is_printed(address: str, long_list: App, open_page: Open) -> None:
    page = open_page(long_list.url + address, scripts=False)
    last = page.locator(".finding").last
    inside = last.locator("blockquote, .more").first
    expect(inside).not_to_be_visible()
    page.emulate_media(media="print")
    box = last.bounding_box()
    assert box
    assert box["height"] > 80
    assert last.locator("summary .says").evaluate("one => one.scrollWidth <= one.clientWidth")


def test_the_first_findings_of_an_event_stand_above_its_reports_and_the_others_open(
    long_list: App, open_page: Open
) -> None:
    (event,) = long_list.ledger.dossiers()
    page = open_page(f"{long_list.url}/dossiers/{event.id}", scripts=False)
    assert page.locator(".finding-line:visible").count() == 5
    page.get_by_text(f"{len(TOWNS) - 5} more").click()
    expect(page.locator(".finding-line:visible")).to_have_count(len(TOWNS))


def test_other_corrections_of_an_event_with_many_findings_are_behind_a_line_that_opens(
    long_list: App, open_page: Open
) -> None:
    key = long_list.ledger.findings(kinds=("conflict",))[0].key
    page = open_page(f"{long_list.url}/findings/{key}", scripts=False)
    expect(page.get_by_text("smallest move")).to_be_visible()
    others = page.locator(".sheet details li")
    expect(others).not_to_be_visible()
    page.get_by_text(f"{len(TOWNS) - 1} figures would have to go as well").click()
    expect(others).to_be_visible()


def test_findings_beside_a_report_name_sources_of_other_reports_and_no_ids(settings: Any) -> None:
    texts = (
        "Police said that 4,460 people were killed when a river burst its banks in Selmouth on Monday. The "
        "mayor of Selmouth thanked the Red Cross.",
        "A river burst its banks in Selmouth on Monday. The army said that 3,900 people were killed in "
        "Selmouth, and that 4,460 people were injured.",
    )
    fill(settings.ledger, [addup.read(text, published="2024-05-15") for text in texts])
    with running(settings) as app:
        for listed in app.ledger.documents():
            page = httpx.get(f"{app.url}/documents/{listed.id}").text
            beside = page.partition('id="findings"')[2].partition("figures-title")[0]
            rows = [re.sub(r"<[^>]*>", "", row) for row in re.findall(r"<li>(.*?)</li>", beside)]
            assert any("3,900" in row or "4,460" in row for row in rows)
            assert not [row for row in rows if re.match(r"[0-9a-f:]+: ", row)]


def test_a_finding_that_comes_into_focus_opens_and_stays_open(long_list: App, open_page: Open) -> None:
    page = open_page(f"{long_list.url}/findings")
    for _ in range(7):
        page.keyboard.press("j")
    seventh = page.locator("#worklist > .finding").nth(6)
    expect(seventh).to_be_focused()
    expect(seventh.locator("details[open]")).to_have_count(1)
    page.keyboard.press("k")
    page.keyboard.press("c")  # the sixth; the seventh comes into focus
    expect(page.locator("#worklist > .finding")).to_have_count(len(TOWNS) - 1)
    expect(page.locator("#worklist > .finding").nth(5).locator("details[open]")).to_have_count(1)
    expect(page.locator(".finding:has(> details:not([open]))")).to_have_count(1)
