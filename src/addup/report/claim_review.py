"""Findings that somebody has checked, as ClaimReview: what search engines read fact-checks from.

The terms are those of https://schema.org/ClaimReview.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from addup.ledger.records import KeptFinding
from addup.records import Document, Evidence, Figure, Reading
from addup.report import words
from addup.report.kept import in_words

# What schema.org calls authors; documents and officials without a name are nobody in particular.
_AUTHORS = {"person": "Person", "organisation": "Organization"}
VERDICTS = {
    "conflict": "Does not add up",
    "tension": "Hardly adds up",
    "mismatch": "Not comparable",
    "disputed": "Disputed",
    "revised": "Revised",
    "lookalike": "The same number for another thing",
}
"""How each kind of finding is worded as a rating; other kinds say nothing against a claim."""


def claim_review(kept: KeptFinding, readings: Mapping[str, Reading]) -> dict[str, Any]:
    """Give a finding as ClaimReview in JSON-LD; its claims are the sentences that it rests on."""
    finding, checked = kept.finding, kept.acts[-1]
    text, rows = in_words(finding, readings)
    claims = [
        _claim(piece, readings[piece.document]) for piece in finding.evidence if piece.document in readings
    ]
    unique = {repr(claim): claim for claim in claims}
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": kept.key,
        "datePublished": checked.made.date().isoformat(),
        "author": {"@type": "Person", "name": checked.by},
        "claimReviewed": text,
        "reviewBody": " ".join(
            map(_ended, (text, *rows, *([words.capital(checked.why)] if checked.why else [])))
        ),
        "reviewRating": {"@type": "Rating", "alternateName": VERDICTS.get(finding.kind, finding.kind)},
        "itemReviewed": list(unique.values()),
    }


def _ended(words: str) -> str:
    """End words with a full stop, as they stand behind one another."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _claim(piece: Evidence, reading: Reading) -> dict[str, Any]:
    figure = next((one for one in reading.figures if _holds(piece, one)), None)
    text = reading.document.text[slice(*figure.sentence)] if figure else piece.text
    claim: dict[str, Any] = {
        "@type": "Claim",
        "text": words.plain(text),
        "appearance": _work(reading.document),
    }
    if figure and figure.source:
        kind = _AUTHORS.get(figure.source.kind or "", "Thing")
        claim["author"] = {"@type": kind, "name": words.source(figure)}
    return claim


def _holds(piece: Evidence, figure: Figure) -> bool:
    return figure.sentence[0] <= piece.start and piece.end <= figure.sentence[1]


def _work(document: Document) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "NewsArticle", "name": words.title(document), "identifier": document.id}
    if document.address and "://" in document.address:
        work["url"] = document.address
    if document.published:
        work["datePublished"] = document.published.isoformat()
    if document.outlet:
        work["publisher"] = {"@type": "Organization", "name": document.outlet}
    return work
