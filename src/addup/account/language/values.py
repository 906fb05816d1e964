"""Single values of an account file, and the list of what is wrong with them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from functools import lru_cache
from typing import Any

from addup.account.language.files import Locate, Path_
from addup.errors import AccountError
from addup.records import Evidence

MOST_LISTED = 12
"""Known words that a message lists."""


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


def names_given(data: Any) -> tuple[str, ...]:
    """Take names that are given one alone, as a list, or not at all."""
    if data is None:
        return ()
    return (data,) if isinstance(data, str) else tuple(str(name) for name in data)


def nearest(word: object, known: Iterable[str]) -> str:
    """Ask whether a known word near to this one was meant; else say which there are."""
    known = list(known)
    close = difflib.get_close_matches(str(word), known, n=3)
    if close:
        return f"did you mean {' or '.join(map(repr, close))}?"
    others = f" and {len(known) - MOST_LISTED} others" if len(known) > MOST_LISTED else ""
    return f"known: {', '.join(known[:MOST_LISTED])}{others}" if known else "none is declared"


def misspelt(data: Mapping[Any, Any], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give unknown keys that are nearly the name of a known one that is missing, and that name."""
    known = list(known)
    missing = [key for key in known if key not in data]
    for key in data:
        if (
            isinstance(key, str)
            and key not in known
            and (close := difflib.get_close_matches(key, missing, n=1, cutoff=0.7))
        ):
            yield key, close[0]


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
        return value if isinstance(value, Fraction) else _fraction(value)
    except ValueError:
        return None


@lru_cache(maxsize=1 << 14, typed=True)  # reports give the same few numbers over and over
def _fraction(value: float) -> Fraction:
    return Fraction(value) if isinstance(value, int) else Fraction(str(float(value)))


def same_name(source: str) -> str:
    """Bring a source's name to the form under which two names are the same: case and spaces do not count."""
    return " ".join(source.casefold().split())
