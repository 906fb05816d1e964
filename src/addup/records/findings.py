"""What an account shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from addup.records.readings import Number
from addup.records.series import Evidence

FindingKind = Literal[
    "conflict",
    "tension",
    "implied",
    "revised",
    "disputed",
    "trend",
    "lookalike",
    "mismatch",
    "unanswered",
    "expected",
]
Mark = Literal["open", "checked", "dismissed", "shared"]
"""What somebody says became of a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that an account shows.

    `text` is one sentence, `rows` the arithmetic line by line, `reports` and `relations` name the members
    of the account that it rests on (ids, and indices into its relations), `series` the series concerned,
    `evidence` the words of the documents. `gap` is set for conflicts only.
    """

    kind: FindingKind
    text: str
    rows: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    relations: tuple[int, ...] = ()
    gap: Number | None = None
    evidence: tuple[Evidence, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "kind": self.kind,
            "text": self.text,
            "rows": list(self.rows),
            "series": list(self.series),
            "reports": list(self.reports),
            "relations": list(self.relations),
            "gap": self.gap,
            "evidence": [evidence.to_dict() for evidence in self.evidence],
        }
