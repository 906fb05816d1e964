"""Single values of an account file, and the list of what is wrong with them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from addup.account.files import Locate, Path_
from addup.errors import AccountError
from addup.records import Evidence


class Mistakes:
    """All mistakes of one account, in the order in which they are met."""

    def __init__(self, locate: Locate) -> None:
        self.locate = locate
        self.texts: list[str] = []

    def add(self, where: Path_, text: str) -> None:
        """Note a mistake at a place."""
        self.texts.append(f"{self.locate(where)}: {text}")

    def raise_any(self) -> None:
        """Raise AccountError if there is any."""
        if self.texts:
            raise AccountError(list(dict.fromkeys(self.texts)))


def entries(data: Mapping[str, Any], key: str, mistakes: Mistakes) -> list[Any]:
    """Give the list under a key, empty if it is missing."""
    value = data.get(key)
    if value is None:
        return []
    if isinstance(value, str | Mapping) or not isinstance(value, Sequence):
        mistakes.add((key,), f"{key} must be a list")
        return []
    return list(value)


def nearest(word: object, known: Iterable[str]) -> str:
    """Say which known words there are, the nearest one first if there is one near."""
    known = list(known)
    close = difflib.get_close_matches(str(word), known, n=1)
    if close:
        return f"did you mean {close[0]!r}?"
    return f"known: {', '.join(known)}" if known else "none is declared"


def evidence_of(data: Mapping[str, Any]) -> Evidence:
    """Take the words of a document that a report or a relation rests on."""
    return Evidence(
        str(data.get("document") or ""),
        int(data.get("start") or 0),
        int(data.get("end") or 0),
        str(data.get("text") or ""),
    )


def read_day(value: Any) -> int | None:
    """Read a day given as a YAML date or as an ISO string; None if it is neither."""
    if isinstance(value, datetime):
        return value.date().toordinal()
    if isinstance(value, date):
        return value.toordinal()
    try:
        return date.fromisoformat(value).toordinal() if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None


def read_number(value: Any) -> Fraction | None:
    """Take a number for the decimal that was written; None if it is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction):
        return None
    try:
        return Fraction(value) if isinstance(value, int | Fraction) else Fraction(str(float(value)))
    except ValueError:
        return None
