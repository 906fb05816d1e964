"""Names and where they stand: the records that following names works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

NameKind = Literal["person", "organisation"]
Sex = Literal["male", "female"]


@dataclass(slots=True)
class Name:
    """Someone named in an article: the fullest name, the words that it describes them with, the sex."""

    kind: NameKind
    full: str
    words: set[str] = field(default_factory=set)
    sex: Sex | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a name stands (tokens, end exclusive), whose it is, if it is the subject there, and the sex.

    The sex is None where nothing tells it, and for a last name alone that a man and a woman have. `passes_on`
    is of an outlet that only sent the report, asked, or was told.
    """

    start: int
    end: int
    name: Name
    is_subject: bool
    sex: Sex | None = None
    passes_on: bool = False
