"""A check with more on request: all conflicts, the least correction, bounds for every day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from addup.account.check import check_account, published
from addup.account.language.account import Account, View
from addup.account.language.calendar import iso
from addup.account.language.files import AccountText
from addup.account.language.parsing import read_account
from addup.account.language.span import NAMELESS
from addup.account.result import Conflict, Result, plain
from addup.account.solving import exact
from addup.account.solving.answers import bounds_everywhere
from addup.account.solving.choices import Correction, every_conflict, least_correction
from addup.account.solving.moves import Moves, least_moves
from addup.records import Number
from addup.words import Convention


@dataclass(frozen=True, slots=True)
class EveryConflict:
    """All irreducible conflicts, overlapping ones too; `complete` is False where a limit cut the list."""

    conflicts: tuple[Conflict, ...]
    complete: bool

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {"conflicts": [found.to_dict() for found in self.conflicts], "complete": self.complete}


@dataclass(frozen=True, slots=True)
class DayBounds:
    """The tightest bounds of a series on a day (ISO 8601; None in an account without dates), None if open.

    For a flow they bound the amount of that day.
    """

    series: str
    day: str | None
    low: Number | None
    high: Number | None

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {"series": self.series, "day": self.day, "low": self.low, "high": self.high}


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The result of a check, and what was asked for beside it; None is not asked for.

    `reading` is the one under which `every` and the corrections hold: the sharp one if only that clashes.
    `bounds` are charitable, and none in a conflict, from which nothing follows.
    """

    result: Result
    reading: View
    every: EveryConflict | None = None
    removal: Correction | None = None
    moves: Moves | None = None
    bounds: tuple[DayBounds, ...] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the published form: that of the result, with `all`, `least` and `bounds` if asked for."""
        record = self.result.to_dict()
        if self.every is not None:
            record["all"] = {"reading": self.reading, **self.every.to_dict()}
        if self.removal is not None and self.moves is not None:
            least = {"removal": self.removal.to_dict(), "moves": self.moves.to_dict()}
            record["least"] = {"reading": self.reading, **least}
        if self.bounds is not None:
            record["bounds"] = [each.to_dict() for each in self.bounds]
        return record


@exact.limited()
def inquire(
    account: Mapping[str, Any] | AccountText | str | Path,
    *,
    convention: Convention = "plain",
    most_conflicts: int | None = None,
    least: bool = False,
    bounds: bool = False,
) -> Inquiry:
    """Check an account as `check` does, and answer more about it.

    `most_conflicts` asks for all conflicts, up to that many; `least` for the least correction, by reports
    taken away and by reports moved; `bounds` for every series on every day that the account names.

    Raises AccountError if the account has mistakes; it lists all of them.
    """
    read = read_account(account, convention=convention)
    result = check_account(read)
    view: View = "sharp" if result.status == "tension" else "charitable"
    return Inquiry(
        result,
        view,
        None if most_conflicts is None else _every(read, view, most_conflicts),
        least_correction(read, view=view) if least else None,
        least_moves(read, view=view) if least else None,
        None if not bounds else () if result.conflicts else _bounds(read),
    )


def _every(account: Account, view: View, most: int) -> EveryConflict:
    found = every_conflict(account, view=view, limit=most)
    return EveryConflict(tuple(published(account, each) for each in found.conflicts), found.complete)


def _bounds(account: Account) -> tuple[DayBounds, ...]:
    return tuple(
        DayBounds(series, None if day == NAMELESS else iso(day), plain(low.value), plain(high.value))
        for (series, day), (low, high) in bounds_everywhere(account).items()
    )
