"""Readings made by hand, so that the views are tested without the language pipeline."""

from __future__ import annotations

from datetime import date

from addup.account import Answer, Conflict, Result
from addup.records import (
    Amount,
    Attribution,
    Bound,
    Counted,
    Coverage,
    Document,
    Evidence,
    Figure,
    Finding,
    Grouping,
    Kind,
    Member,
    Number,
    Period,
    Reading,
    Relation,
    Series,
    SeriesKind,
    Skipped,
    Source,
    Span,
    Tolls,
)

PUBLISHED = date(2024, 6, 12)

TEXT = (
    "Harbour ferry sinks off Lowick\n\n"
    "At least 31 people died when the ferry sank on 10 June, the coast guard said on Tuesday. "
    "The shipping line put the dead at 24 & denies that the ferry was overloaded.\n\n"
    "The ferry carried about 260 passengers; 228 of them, among them several children, were rescued, "
    "said the coast guard. Since the start of the year the line has carried more than 90,000 passengers, "
    "up to 800 <a day>. It expects to pay $1.5 million. The ferry was 22 years old."
)


def span(text: str, words: str, start: int = 0) -> Span:
    """Find the words in the text."""
    at = text.index(words, start)
    return Span(words, at, at + len(words))


def figure(  # noqa: PLR0913 - a figure has many fields
    text: str,
    words: str,
    number: str,
    *,
    low: Number | None = None,
    high: Number | None = None,
    bound: Bound = "exact",
    kind: Kind = "count",
    unit: str | None = None,
    per: str | None = None,
    hedge: str | None = None,
    period: Period = Period(),  # noqa: B008 - frozen
    time: str | None = None,
    source: str | None = None,
    counted: str | None = None,
) -> Figure:
    """Make a figure of words that stand once in the text."""
    whole = span(text, words)
    inner = span(text, number, whole.start)
    amount_words = words[: words.index(number) + len(number)]
    amount = Amount(
        Span(amount_words, whole.start, inner.end), inner, low, high, bound, kind, unit, None, per, hedge
    )
    start = text.rfind(". ", 0, whole.start) + 2 if ". " in text[: whole.start] else 0
    end = text.find(".", whole.end)
    return Figure(
        id=f"f{whole.start}",
        span=whole,
        amount=amount,
        counted=Counted(counted, counted) if counted else None,
        period=period,
        time=span(text, time) if time else None,
        source=Source(source, *_at(text, source), source) if source else None,
        sentence=(start, len(text) if end < 0 else end + 1),
    )


def _at(text: str, words: str) -> tuple[int, int]:
    found = span(text, words)
    return found.start, found.end


def series(name: str, kind: SeriesKind, *figures: Figure) -> Series:
    """Make a series of figures of the one document."""
    members = tuple(Member("lowick", one) for one in figures)
    return Series(
        id=name, name=name, kind=kind, counted=None, event=None, scope=None, unit=None, members=members
    )


def evidence(words: str) -> Evidence:
    """Point at words of the sample text."""
    found = span(TEXT, words)
    return Evidence("lowick", found.start, found.end, words)


SUNK = Period(date(2024, 6, 10), date(2024, 6, 10))
THIS_YEAR = Period(date(2024, 1, 1), PUBLISHED)

DEAD = figure(
    TEXT,
    "At least 31 people",
    "31",
    low=31,
    bound="min",
    hedge="at least",
    period=SUNK,
    source="the coast guard",
)
FEWER = figure(TEXT, "24", "24", low=24, high=24, period=SUNK, source="The shipping line")
ABOARD = figure(
    TEXT, "about 260 passengers", "260", low=260, high=260, bound="about", hedge="about", period=SUNK
)
SAVED = figure(TEXT, "228 of them", "228", low=228, high=228, period=SUNK, source="the coast guard")
CHILDREN = figure(
    TEXT, "several children", "several", low=3, bound="vague", period=SUNK, source="the coast guard"
)
CARRIED = figure(
    TEXT,
    "more than 90,000 passengers",
    "90,000",
    low=90000,
    bound="min",
    hedge="more than",
    period=THIS_YEAR,
    time="Since the start of the year",
)
DAILY = figure(TEXT, "up to 800", "800", high=800, bound="max", hedge="up to", per="day")
COST = figure(TEXT, "$1.5 million", "1.5 million", low=1_500_000, high=1_500_000, kind="money", unit="USD")
AGE = figure(TEXT, "22 years old", "22", low=22, high=22, kind="age", unit="year")
FIGURES = (DEAD, FEWER, ABOARD, SAVED, CHILDREN, CARRIED, DAILY, COST, AGE)

READING = Reading(
    document=Document(
        id="lowick",
        text=TEXT,
        title="Harbour ferry sinks off Lowick",
        outlet="The Lowick <Echo>",
        published=PUBLISHED,
        found={"published": "html meta", "title": "first line"},
    ),
    figures=FIGURES,
    times=(),
    attributions=(
        Attribution(
            source=(_at(TEXT, "The shipping line"),),
            cue=(_at(TEXT, "denies"),),
            content=(_at(TEXT, "that the ferry was overloaded"),),
            speaker="The shipping line",
            stance="denied",
        ),
    ),
    coverage=Coverage(numbers=10, figures=9, skipped=(Skipped(span(TEXT, "10 June"), "date"),)),
    tolls=Tolls(killed=31, day=date(2024, 6, 10), place="Lowick"),
)

GROUPING = Grouping(
    readings=(READING,),
    series=(
        series("dead", "toll", DEAD, FEWER),
        series("aboard", "level", ABOARD),
        series("rescued", "toll", SAVED),
        series("children rescued", "toll", CHILDREN),
        series("passengers carried", "flow", CARRIED, DAILY),
        series("pay", "flow", COST),
        series("ferry's age", "level", AGE),
    ),
    relations=(
        Relation("children rescued <= rescued", evidence=(evidence("among them several children"),)),
        Relation("rescued <= aboard", evidence=(evidence("228 of them"),)),
    ),
)

RESULT = Result(
    status="conflict",
    conflicts=(Conflict((DEAD.id, FEWER.id), (), 7, "31 dead or more against 24 dead, both on 10 June."),),
    asked=(Answer("dead@2024-06-10", None, None), Answer("passengers carried", 90000, 130400)),
    findings=(
        Finding(
            kind="implied",
            text="Between 6 and 58 of those aboard are not among the 228 rescued.",
            rows=("260 − 228 = 32",),
            series=("aboard", "rescued"),
            reports=(ABOARD.id, SAVED.id),
        ),
        Finding(
            kind="conflict",
            text="At least 31 dead and 24 dead on the same day cannot both be true.",
            rows=("31 ≤ dead on 10 June", "dead on 10 June = 24"),
            series=("dead",),
            reports=(DEAD.id, FEWER.id),
            gap=7,
            evidence=(evidence("At least 31 people died"), evidence("The shipping line put the dead at 24")),
        ),
        Finding(
            kind="disputed",
            text="The shipping line denies that the ferry was overloaded.",
            evidence=(evidence("denies that the ferry was overloaded"),),
        ),
        Finding(
            kind="expected",
            text="The line expects to pay $1.5 million.",
            evidence=(evidence("It expects to pay $1.5 million"),),
        ),
    ),
)
