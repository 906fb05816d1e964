"""What figures of all documents are about: series, and the relations between them, with their evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from addup.records.readings import Document, Figure, Reading, Span

SeriesKind = Literal["flow", "level", "toll"]
Place = tuple[str, int, int]
"""Where some words stand: the id of their document, and their first and last characters there."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of a document that something rests on; `document` is its id."""

    document: str
    start: int
    end: int
    text: str

    @classmethod
    def of(cls, document: str, span: Span) -> Evidence:
        """Point at a stretch of the text of a document, which is named by its id."""
        return cls(document, span.start, span.end, span.text)

    @classmethod
    def within(cls, document: Document, start: int, end: int) -> Evidence:
        """Point at some characters of a document's text."""
        return cls(document.id, start, end, document.text[start:end])

    @property
    def place(self) -> Place:
        """Where the words stand."""
        return self.document, self.start, self.end

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {"document": self.document, "start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Member:
    """A figure in a series, with the document that it stands in."""

    document: str
    figure: Figure

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "document": self.document,
            "id": self.figure.id,
            "start": self.figure.span.start,
            "end": self.figure.span.end,
            "number": {"start": self.figure.amount.number.start, "end": self.figure.amount.number.end},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Figures about the same thing: same counted thing, same event, same scope."""

    id: str
    name: str
    kind: SeriesKind
    counted: str | None
    event: str | None
    scope: str | None
    unit: str | None
    members: tuple[Member, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "counted": self.counted,
            "event": self.event,
            "scope": self.scope,
            "unit": self.unit,
            "figures": [member.to_dict() for member in self.members],
        }


@dataclass(frozen=True, slots=True)
class Relation:
    """A linear relation between series, in the account language, with the words that suggest it."""

    text: str
    supposed: bool = True
    evidence: tuple[Evidence, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "text": self.text,
            "supposed": self.supposed,
            "evidence": [evidence.to_dict() for evidence in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Grouping:
    """What `addup.series` makes of readings: their series, and the relations that the texts suggest.

    `rejected` are the texts of relations of which people said that they do not hold.
    """

    readings: tuple[Reading, ...]
    series: tuple[Series, ...]
    relations: tuple[Relation, ...] = ()
    rejected: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "series": [series.to_dict() for series in self.series],
            "relations": [relation.to_dict() for relation in self.relations],
        }
