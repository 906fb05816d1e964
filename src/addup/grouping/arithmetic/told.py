"""A figure with the report that tells it."""

from __future__ import annotations

from dataclasses import dataclass

from addup.records import Figure, Reading


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the report that tells it."""

    reading: Reading
    figure: Figure

    @property
    def document(self) -> str:
        """The id of the report."""
        return self.reading.document.id
