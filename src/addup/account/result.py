"""What a check gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from addup.records import Finding, Number

Status = Literal["consistent", "tension", "conflict"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reports (ids) and relations (indices) that cannot all be true, but can without any one of them.

    `gap` is the least amount by which a report would have to give way, in what its series counts; None if
    there is no report. `why` is one sentence with the arithmetic.
    """

    reports: tuple[str, ...]
    relations: tuple[int, ...]
    gap: Number | None
    why: str

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "reports": list(self.reports),
            "relations": list(self.relations),
            "gap": self.gap,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """The tightest bounds of something asked; None is unbounded, or unknown in a conflict."""

    ask: str
    low: Number | None
    high: Number | None

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {"ask": self.ask, "low": self.low, "high": self.high}


@dataclass(frozen=True, slots=True)
class Result:
    """Whether an account can be true, what follows from it, and what it shows."""

    status: Status
    conflicts: tuple[Conflict, ...] = ()
    asked: tuple[Answer, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON of the design."""
        return {
            "status": self.status,
            "conflicts": [conflict.to_dict() for conflict in self.conflicts],
            "asked": [answer.to_dict() for answer in self.asked],
            "findings": [finding.to_dict() for finding in self.findings],
        }


def plain(value: int | Fraction | None) -> Number | None:
    """Give an exact number as a plain one, whole where it is whole."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)
