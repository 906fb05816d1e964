"""Days, amounts and counts in words for people. Every view of a report takes its words from here."""

from addup.report.words.amounts import (
    answer,
    commits,
    drawn_interval,
    interval,
    number,
    quantity,
    said,
    said_alone,
    said_in_full,
)
from addup.report.words.days import day, days, figure_days, formula, period, short_days
from addup.report.words.reports import (
    ITSELF,
    UNREAD,
    coverage,
    how_found,
    latest_day,
    published,
    source,
    sources,
    speaker,
    title,
    without_sources,
)
from addup.report.words.text import capital, count, join, plain, short

KINDS = {
    "count": "a count of things or people",
    "money": "an amount of money",
    "share": "a share of a whole",
    "measure": "a measure",
    "duration": "a length of time",
    "age": "an age",
}
"""What a kind of figure is."""
STANCES = {
    "stated": "stated",
    "expected": "expected, not yet so",
    "denied": "denied",
    "supposed": "supposed, not stated as a fact",
}
"""How a source stands to what it is credited with."""

__all__ = [
    "ITSELF",
    "KINDS",
    "STANCES",
    "UNREAD",
    "answer",
    "capital",
    "commits",
    "count",
    "coverage",
    "day",
    "days",
    "drawn_interval",
    "figure_days",
    "formula",
    "how_found",
    "interval",
    "join",
    "latest_day",
    "number",
    "period",
    "plain",
    "published",
    "quantity",
    "said",
    "said_alone",
    "said_in_full",
    "short",
    "short_days",
    "source",
    "sources",
    "speaker",
    "title",
    "without_sources",
]
