"""What the commands say of days of publication that are missing, to come, or not those that were given."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from datetime import date

import typer

Dated = tuple[str, date | None]
"""A report as the user named it, with its day of publication."""


def tell_of_days_to_come(reports: Sequence[Dated], *, in_ledger: bool = False) -> None:
    """Say that a day still lies ahead: mostly a slip, which moves every "Tuesday" of the report."""
    from addup.documents.days import is_to_come
    from addup.report import words

    ahead = [(report, day) for report, day in reports if day is not None and is_to_come(day)]
    if ahead:
        report, day = ahead[0]
        how = _how(report, "2024-05-15") if in_ledger else f"addup read {shlex.quote(report)} --published DAY"
        typer.echo(
            f"Day of publication still to come: {_which(ahead)} ({words.day(day, full=True)}). "
            f"If that is a slip: {how}",
            err=True,
        )


def ask_for_days(undated: Sequence[Dated]) -> None:
    """Say that tolls of reports without a day are held against nothing, and how to give the day."""
    if undated:
        typer.echo(
            f"Day of publication not known: {_which(undated)}. What such a report counts so far cannot be "
            f"held against others; give its day: {_how(undated[0][0], '2024-05-15')}",
            err=True,
        )


def tell_of_days_kept(known: Sequence[Dated], given: date) -> None:
    """Say that reports that the ledger holds already keep the days that they have there."""
    others = [one for one in known if one[1] != given]
    if others:
        typer.echo(
            f"Known already with another day of publication, which it keeps: {_which(others)}. "
            f"To change it: {_how(others[0][0], given.isoformat())}",
            err=True,
        )


def _which(reports: Sequence[Dated]) -> str:
    from addup.report import words

    first, others = reports[0][0], len(reports) - 1
    return f"{first} and {words.count(others, 'other')}" if others else first


def _how(report: str, day: str) -> str:
    return f"addup correct {shlex.quote(report)} published={day}"
