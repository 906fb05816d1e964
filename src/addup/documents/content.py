"""What a reader of one format makes of a file: its text, and what the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a report with what its format says about it; None and no entry in `found` for the rest."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    found: dict[str, str] = field(default_factory=dict)
