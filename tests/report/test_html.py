"""The page: whole, safe, and true to the text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from report_samples import GROUPING, PUBLISHED, READING, RESULT, TEXT

from addup.account import Result
from addup.records import Amount, Coverage, Document, Figure, Grouping, Reading, Skipped, Span, Tolls
from addup.report import html, words
from addup.report.html import render
from addup.report.marking import mark

INLINE = {"a", "b", "q", "i", "span", "cite", "kbd", "strong"}
VOID = {"meta", "link", "br", "hr", "img", "input", "wbr"}


class Page(HTMLParser):
    """Reads a page: every element must be closed in order, and the article's words are kept."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.article = ""
        self.marked: dict[str, str] = {}
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.words: list[str] = []
        self._figures: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.words += [] if tag in INLINE else [" "]
        self.links += [given[name] for name in ("href", "src", "action", "data") if name in given]
        self.ids += [given["id"]] if "id" in given else []
        assert not any(name.startswith("on") for name in given), given
        if tag not in VOID:
            self.open.append(tag)
        if "data-figures" in given:
            self._figures = given["data-figures"].split()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.words += [] if tag in INLINE else [" "]
        if tag == "a":
            self._figures = []

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)
        if "article" in self.open:
            self.article += data
            for figure in self._figures:
                self.marked[figure] = self.marked.get(figure, "") + data


PAGE = render(READING, GROUPING, RESULT)
PARSED = Page(PAGE)
SHOWN = " ".join("".join(PARSED.words).split())


def test_the_page_parses_and_nothing_is_left_open() -> None:
    assert PARSED.open == []
    assert len(PARSED.ids) == len(set(PARSED.ids))


def test_the_article_holds_the_text_and_nothing_else() -> None:
    assert PARSED.article == TEXT


def test_every_figure_is_marked_where_it_stands() -> None:
    for index, figure in enumerate(READING.figures):
        assert PARSED.marked[str(index + 1)] == figure.span.text


def test_every_figure_leads_to_its_details_and_back() -> None:
    for index in range(len(READING.figures)):
        assert f"#figure-{index + 1}" in PARSED.links
        assert {f"figure-{index + 1}", f"mark-{index + 1}", f"note-{index + 1}"} <= set(PARSED.ids)


def test_every_link_leads_somewhere_on_the_page() -> None:
    inside = [link for link in PARSED.links if link != "data:,"]
    assert {link.removeprefix("#") for link in inside} <= set(PARSED.ids)
    assert all(link.startswith("#") for link in inside)


def test_nothing_is_fetched_and_nothing_runs() -> None:
    assert not PARSED.tags & {"script", "img", "iframe", "object", "embed", "form"}
    assert "@import" not in PAGE
    assert not re.search(r"url\(|https?://", PAGE)


def test_every_source_and_every_finding_is_on_the_page() -> None:
    for source in words.sources(READING):
        assert words.capital(source) in SHOWN
    for finding in RESULT.findings:
        assert " ".join(finding.text.split()) in SHOWN
        assert all(row in SHOWN for row in finding.rows)


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("At least 50 (mayor), but at most 43 (police): 7 too many.", ["50", "43", "7"]),
        (
            "1.85 billion euros + $2.5 million + 12 % = 4,460.",
            ["1.85 billion", "$2.5 million", "12 %", "4,460"],
        ),
        ("350 a day 3 to 16 May 2024, as in May 2023 and on 2024-05-16.", ["350"]),
        ("A <b>9</b> & a T-72 and 3rd place", ["9"]),
    ],
)
def test_the_numbers_of_a_sentence_are_loud_and_its_days_are_not(sentence: str, numbers: list[str]) -> None:
    told = html.loud(sentence)
    assert re.findall(r"<b>(.*?)</b>", told) == numbers
    assert told.replace("<b>", "").replace("</b>", "") == str(Markup.escape(sentence))


def test_a_finding_shows_the_sentence_of_its_words() -> None:
    assert "the coast guard said on Tuesday." in " ".join(SHOWN.split("What the numbers show")[1].split())


def test_what_was_left_out_stands_with_its_reason() -> None:
    coverage = SHOWN.split("What was read and what was not")[1]
    assert "10 June date" in coverage


def test_the_page_tells_how_it_was_made() -> None:
    made = SHOWN.split("How this page was made")[1]
    assert "addup" in made
    assert "“plain”" in made
    assert "12 June 2024 (html meta)" in made


def test_a_clash_shows_without_colour() -> None:
    assert re.search(r"\.figure\.clash \{[^}]*dashed", PAGE)
    assert "in a conflict" in SHOWN


def test_every_kind_of_figure_has_a_line_of_its_own_shape() -> None:
    looks = {}
    for kind in words.KINDS:
        rule = re.search(rf"\.figure\.{kind} {{([^}}]*)}}", PAGE)
        assert rule
        style = re.search(r"text-decoration-(?:style|line): ([a-z ]+)", rule[1])
        looks[kind] = style[1] if style else "solid"
    assert len(set(looks.values())) == len(looks)


def test_a_series_over_time_is_drawn_with_open_ends_as_arrows() -> None:
    chart = PAGE.split('<figure class="chart">')[1].split("</figure>")[0]
    assert 'class="arrow"' in chart
    assert "At least 31" in chart


def test_the_same_input_gives_the_same_bytes() -> None:
    assert render(READING, GROUPING, RESULT) == PAGE


def test_an_empty_report_gives_a_page() -> None:
    reading = Reading(Document("empty", ""), (), (), (), Coverage(0, 0), Tolls())
    page = Page(render(reading, Grouping((reading,), ()), Result("consistent")))
    assert page.open == []
    assert page.article == ""


def _figure(text: str, start: int, end: int, inner: tuple[int, int], place: int) -> Figure:
    span = Span(text[start:end], start, end)
    number = Span(text[inner[0] : inner[1]], *inner)
    amount = Amount(span, number, 3, 3, "exact", "count")
    return Figure(id=f"f{place}", span=span, amount=amount, sentence=(0, len(text)))


MARKUP = ["<b>", "&amp;", "&", '"', "'", "{{ x }}", "{% if %}", "<!--", "]]>", "</article>", "</p>", "&#13;"]
PIECES = [*MARKUP, "\r", "\n", "\r\n", "\n\n", "\u202e", "\x00", "é", "漢", "👍🏽", " ", "12 ", "\t"]
PIECES += ["town | dead\n", "| Selm | 12 |\n", "|---|---|\r\n", "Orle | 3\n"]
NASTY = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
)


@settings(max_examples=100)
@given(NASTY, st.data())
def test_any_text_survives_marking_with_overlapping_figures(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    figures = []
    for index in range(data.draw(st.integers(0, 6)) if text else 0):
        ends = sorted(data.draw(st.tuples(place, place, place, place)))
        if ends[0] < ends[3]:
            figures.append(_figure(text, ends[0], ends[3], (ends[1], ends[2]), index))
    skipped = tuple(
        Skipped(Span(text[start:end], start, end), "date")
        for start, end in [sorted(data.draw(st.tuples(place, place)))]
    )
    document = Document("nasty", text, title=text, outlet=text, published=PUBLISHED, found={"title": text})
    coverage = Coverage(len(figures) + 1, len(figures), skipped)
    reading = Reading(document, tuple(figures), (), (), coverage, Tolls())
    page = Page(render(reading, Grouping((reading,), ()), Result("consistent")))
    whole = text.replace("\x00", "\ufffd")
    assert page.open == []
    assert page.article == whole
    for index, figure in enumerate(figures):
        assert page.marked[str(index + 1)] == whole[figure.span.start : figure.span.end]


@pytest.mark.parametrize(
    "rows",
    [
        ["| town | dead |", "|---|---:|", "| Selm | 12 |", "| Orle | 3 |"],
        ["town | dead", "Selm | 12", "Orle | 3"],
        ["town\tdead", "Selm\t12", "Orle\t3"],
        ["town      dead", "Selm        12", "Orle         3"],
    ],
)
@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("At noon.\n", "\nAgain.\n"), ("A.\n\n", "\n\n\nB.")]
)
def test_a_table_of_a_report_is_shown_as_a_table(rows: list[str], before: str, after: str) -> None:
    text = before + "\n".join(rows) + after
    paragraphs = mark(text, [], Coverage(0, 0, ()))
    assert "".join(run.text for paragraph in paragraphs for run in paragraph.runs) == text
    [table] = [paragraph for paragraph in paragraphs if paragraph.rows]
    shown = [
        ["".join(run.text for slot in cell if slot.is_cell for run in slot.runs) for cell in row.cells]
        for row in table.rows
    ]
    assert shown == [["town", "dead"], ["Selm", "12"], ["Orle", "3"]]
    assert [row.is_head for row in table.rows] == [True, False, False]
    assert {row.numbers for row in table.rows} == {frozenset({1})}


def test_a_series_of_other_documents_too_is_shown() -> None:
    member = replace(GROUPING.series[0].members[0], document="another")
    series = replace(GROUPING.series[0], members=(*GROUPING.series[0].members, member))
    page = Page(render(READING, replace(GROUPING, series=(series,), relations=()), RESULT))
    assert "in another document: another" in " ".join(" ".join(page.words).split())


CSS = (Path(html.__file__).parent / "page" / "report.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{([^}]*)\}", CSS)[:2]
)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_have_the_contrast_of_wcag_aa(scheme: dict[str, str]) -> None:
    for ink in ("ink", "soft", "bad", "warn"):
        for paper in ("paper", "card", "wash", "bad-wash"):
            assert contrast(scheme[ink], scheme[paper]) >= 4.5, (ink, paper)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_that_tell_kinds_apart_can_be_seen(scheme: dict[str, str]) -> None:
    for kind in words.KINDS:
        for paper in ("paper", "card", "wash"):
            assert contrast(scheme[kind], scheme[paper]) >= 3, (kind, paper)
