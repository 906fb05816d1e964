"""The page that people send to an editor: one HTML file that needs nothing else, no script, no network.

The same input gives the same bytes: nothing on the page tells when or where it was made.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from addup.account import Result
from addup.calendar_names import MONTHS
from addup.records import Figure, Finding, Grouping, Reading
from addup.report import words
from addup.report.arrange import arrange, key, weight
from addup.report.charts import charts
from addup.report.marking import Run, mark
from addup.report.telling import tell
from addup.words import Convention

MOST_OPEN = 5
"""Findings of a list that are open at first; those after them are a line each, which opens."""
MOST_NAMED = 3
"""Series that say what a finding is about."""
STATUS = {
    "conflict": "These numbers do not add up",
    "tension": "These numbers hardly add up",
    "consistent": "Nothing in these numbers conflicts",
}
MEANING = {
    "conflict": "cannot all be true, however the words are read",
    "tension": "true together only if words are stretched, or mean something else",
    "implied": "follows from the figures, though nobody says it",
    "revised": "a source moved its number",
    "disputed": "said by one source, denied by another",
    "trend": "a claim that numbers rise or fall",
    "lookalike": "the same number for different things",
    "mismatch": "looks comparable and is not",
    "unanswered": "left open by the report",
    "expected": "to be held against later reports",
}


QUOTES = '"“”„«» ,'


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: its figures (places in the reading) and what it is said to say, as cue and content."""

    name: str
    figures: tuple[int, ...]
    statements: tuple[tuple[str, str], ...]


def render(reading: Reading, grouping: Grouping, result: Result, *, convention: Convention = "plain") -> str:
    """Make the page for one report: its text with every figure marked, and all that addup makes of it.

    `convention` is the one under which vague words were read; the page names it.
    """
    document = reading.document
    places = {(document.id, figure.id): index for index, figure in enumerate(reading.figures)}
    arrangement = arrange(reading, grouping, result)
    findings = sorted(result.findings, key=weight)
    return _page().render(
        reading=reading,
        document=document,
        arrangement=arrangement,
        findings=[tell(finding, reading, grouping) for finding in findings],
        paragraphs=mark(document.text, reading.figures, reading.coverage),
        voices=voices(reading),
        notes=[note(figure, reading, convention) for figure in reading.figures],
        clashing=_clashing(result, reading),
        kinds={figure.amount.kind for figure in reading.figures},
        status=STATUS[result.status],
        result=result,
        place_of=lambda member: places.get(key(member)),
        note_of=lambda figure: note(figure, reading, convention),
        charts=lambda series: charts(series, published=document.published, convention=convention),
        commits=lambda figure: words.commits(figure, convention=convention),
        convention=convention,
        version=version("addup"),
    )


@cache
def _page() -> Template:
    environment = Environment(
        loader=PackageLoader("addup.report", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["exact"] = exact
    environment.filters["loud"] = loud
    environment.filters["plus_one"] = lambda place: place + 1
    environment.globals.update(
        words=words, MEANING=MEANING, MOST_OPEN=MOST_OPEN, about=about, title_of=run_title
    )
    return environment.get_template("report.html")


def exact(text: str) -> Markup:
    """Escape words so that a reader of HTML gets the very same characters back.

    HTML folds a carriage return into a line feed unless it is written as a reference, and has no way to
    write the character 0, which is shown as a replacement character.
    """
    return Markup(str(Markup.escape(text.replace("\x00", "\ufffd"))).replace("\r", "&#13;"))


_MONTH = "|".join(MONTHS)
_LOUD = re.compile(
    rf"""(?P<day> \b (?:\d{{1,2}}\ to\ )? \d{{1,2}}\ (?:{_MONTH}) (?:\ \d{{4}})? \b
           | \b (?:{_MONTH})\ \d{{1,4}} \b | \b \d{{4}}-\d\d(?:-\d\d)? \b )
      | (?P<number> (?<![\w.,-]) [$£€]? \d+ (?:[.,]\d+)* (?![\w-])
                    (?:\ (?:thousand|million|billion|trillion))? (?:\ ?%)? )""",
    re.VERBOSE,
)


def loud(text: str) -> Markup:
    """Escape a sentence and set its numbers, but not its days, in bold: they are what it is about."""
    parts, at = [], 0
    for found in _LOUD.finditer(text):
        if found["number"]:
            parts += [Markup.escape(text[at : found.start()]), Markup("<b>{}</b>").format(found[0])]
            at = found.end()
    return Markup("").join([*parts, Markup.escape(text[at:])])


def about(finding: Finding | Mapping[str, Any]) -> str:
    """Name what a finding counts, where its sentence does not: "killed, Brennick; homes lost"."""
    told = finding if isinstance(finding, Mapping) else finding.to_dict()
    text = told["text"].casefold()
    names = [words.plain(name) for name in told["series"]]
    if any(name.casefold() in text for name in names):
        return ""
    shown = [words.short(name, 60) for name in names[:MOST_NAMED]]
    more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    return "; ".join(shown + more)


def voices(reading: Reading) -> list[Voice]:
    """List everybody who is credited in a report, in the order of the text, with what they say."""
    figures: dict[str, list[int]] = {}
    for index, figure in enumerate(reading.figures):
        figures.setdefault(words.source(figure), []).append(index)
    statements: dict[str, list[tuple[str, str]]] = {}
    text = reading.document.text
    for attribution in reading.attributions:
        who, cue, content = (
            " … ".join(words.plain(text[start:end]) for start, end in pieces)
            for pieces in (attribution.source, attribution.cue, attribution.content)
        )
        said = content.strip(QUOTES)  # the page sets quotation marks of its own
        statements.setdefault(words.speaker(attribution.speaker or who), []).append((cue, said))
    names = dict.fromkeys((*figures, *statements))
    return [Voice(name, tuple(figures.get(name, ())), tuple(statements.get(name, ()))) for name in names]


def note(figure: Figure, reading: Reading, convention: Convention) -> str:
    """Say in a line what stands behind a figure: who, when, what it commits to."""
    parts = (
        words.source(figure),
        words.figure_days(figure, reading.document.published),
        words.commits(figure, convention=convention),
        "" if figure.stance == "stated" else words.STANCES[figure.stance],
    )
    return " · ".join(part for part in parts if part)


def run_title(run: Run, notes: list[str], reading: Reading) -> str:
    """Say what a marked run is, for the pointer that rests on it."""
    if run.skipped is not None:
        return f"left out: {words.plain(reading.coverage.skipped[run.skipped].why)}"
    return " / ".join(notes[index] for index in run.figures)


def _clashing(result: Result, reading: Reading) -> dict[int, str]:
    """Give the figures that cannot all be true, or hardly, with the kind of the finding."""
    places = {figure.id: index for index, figure in enumerate(reading.figures)}
    clashing: dict[int, str] = {}
    for finding in sorted(result.findings, key=weight):
        if finding.kind in ("conflict", "tension"):
            for name in finding.reports:
                if name in places:
                    clashing.setdefault(places[name], finding.kind)
    return clashing
