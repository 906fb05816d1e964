"""Reports in words: sources, coverage, the day of publication."""

from __future__ import annotations

from datetime import date

from addup.records import Document, Figure, Reading
from addup.report.words.days import day
from addup.report.words.text import count, join, plain
from addup.words.articles import within_sentence

ITSELF = "the report itself"
UNREAD = "not understood"


def source(figure: Figure) -> str:
    """Name who gives a figure: the name, else the words of the text, else the report itself."""
    return speaker(figure.said_by) if figure.said_by else ITSELF


def speaker(name: str) -> str:
    """Write a name as within a sentence; without one, the report itself speaks."""
    return within_sentence(plain(name)) or ITSELF


def sources(reading: Reading) -> tuple[str, ...]:
    """Name the sources of a reading's figures, in the order in which they appear."""
    named: dict[str, str] = {}
    for figure in reading.figures:
        named.setdefault(source(figure).casefold(), source(figure))
    return tuple(named.values())


def without_sources(text: str, reading: Reading) -> str:
    """Leave the sources in brackets out of a sum: the figures above it name them."""
    for name in sources(reading):
        text = text.replace(f" ({name})", "")
    return text


def coverage(reading: Reading) -> str:
    """Say in one line how many numbers became figures, and what became of the rest.

    An encoding other than UTF-8 is told as well: read in a wrong one, names and signs would be others.
    """
    reasons: dict[str, int] = {}
    for skipped in reading.coverage.skipped:
        reasons[skipped.why] = reasons.get(skipped.why, 0) + 1
    unread = reasons.pop(UNREAD, 0)
    figures = count(len(reading.figures), "figure")
    if reading.figures:
        figures += f" from {count(len(sources(reading)), 'source')}"
    left_out = join([count(amount, plain(why)) for why, amount in reasons.items()])
    parts = (
        figures,
        f"{left_out} left out" if left_out else "nothing left out",
        f"{count(unread, 'number')} not understood" if unread else "nothing unread",
        *(f"read as {encoding}" for encoding in [reading.document.found.get("encoding")] if encoding),
    )
    return " · ".join(parts)


def published(reading: Reading) -> str:
    """Say when the document was published and how that was found, or what its figures tell about it."""
    document = reading.document
    if document.published is not None:
        how = how_found(document, "published")
        return f"published {day(document.published, full=True)}" + (f" ({how})" if how else "")
    latest = latest_day(reading)
    if latest is None:
        return "day of publication not known"
    return f"day of publication not known; not before {day(latest, full=True)}, the latest day that it names"


def how_found(document: Document, what: str) -> str:
    """Say how a field of the document was found ("given", "html meta"), "" if nobody noted it."""
    return plain(document.found.get(what, ""))


def latest_day(reading: Reading) -> date | None:
    """Give the latest day on which something stated had begun: the report cannot be older."""
    begun = [figure.period.first for figure in reading.figures if figure.stance == "stated"]
    return max((first for first in (*begun, reading.tolls.day) if first is not None), default=None)


def title(document: Document) -> str:
    """Give the title of a document, or else its address, or else its id."""
    return plain(document.title or "") or plain(document.address or "") or plain(document.id) or "untitled"
