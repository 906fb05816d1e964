"""What a new report changes: figures not as before, words that are disputed, sums that no longer hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from addup.ledger import Added, Ledger
from addup.records import FindingKind
from addup.report.kept import told_of

TOLD: tuple[FindingKind, ...] = ("conflict", "tension", "disputed", "revised", "mismatch", "lookalike")
"""Findings worth being woken for; what merely follows is in the ledger."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a new report changes.

    `kind` is "changed" for a page whose figures are not what they were, else the kind of a finding; `rows`
    are its arithmetic and the sentences that it rests on.
    """

    kind: str
    address: str
    document: str
    text: str
    rows: tuple[str, ...] = ()
    finding: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the notice as plain data, as it is posted."""
        return {
            "kind": self.kind,
            "address": self.address,
            "document": self.document,
            "text": self.text,
            "rows": list(self.rows),
            "finding": self.finding,
        }


def notices(ledger: Ledger, added: Added, address: str) -> Iterator[Notice]:
    """Tell what a document that was just added changes. The ledger must be settled.

    A finding that rests on words of the new document is new, for no other document has them.
    """
    id = added.document.id
    for change in added.changes:
        yield Notice("changed", address, id, change)
    for kept in ledger.findings(kinds=TOLD, dossier=ledger.dossier_of(id)):
        finding = kept.finding
        cited = dict.fromkeys(piece.document for piece in finding.evidence)
        if id in cited:
            text, rows = told_of(finding, {one: ledger.stored(one).reading for one in cited})
            yield Notice(finding.kind, address, id, text, tuple(rows), kept.key)
