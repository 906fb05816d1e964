"""Numbers in the cells of a table, and whether a comma or a point parts their decimals.

Where semicolons or tabs part the cells, as German and French Excel write them, "1.234" is a thousand in one
table and little more than one in another. The other numbers of the table tell: "0,5" and "12,75" have decimal
commas, "1.234.567" has points between thousands. Where nothing tells, a number is refused, not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from addup.account.solving.claims import Exact, whole
from addup.account.tables.files import Table
from addup.errors import AccountError

Mark = Literal[",", "."]
EMPTY = frozenset({"", "na", "n/a", "nan", "null", "none", "-"})
_EITHER = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
"""A number whose one mark may stand between thousands or before decimals."""
_NAMES: dict[Mark, str] = {",": "comma", ".": "point"}
# By threes, or as in India: "12,34,567".
_GROUPED = {
    mark: re.compile(rf"[+-]?(?:\d{{1,3}}(?:\{mark}\d{{3}})+|\d\d?(?:\{mark}\d\d)+\{mark}\d{{3}})(?!\d)")
    for mark in _NAMES
}


class NoNumberError(ValueError):
    """A cell holds no number; the message says why."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How the numbers of a table are written: what parts their decimals, None if nothing in it tells."""

    decimal: Mark | None

    def read(self, value: Any) -> Exact | None:
        """Read a cell; an empty one is unknown.

        Raises NoNumberError where it is no number, or may be two.
        """
        text = "" if value is None else str(value).strip()
        if text.isdecimal():
            return int(text)
        if text.casefold() in EMPTY:
            return None
        if self.decimal is None and _EITHER.fullmatch(text):
            plain = re.sub("[.,]", "", text)
            told = f"may be {plain} or {text.replace(',', '.')} with decimals, and no other number tells"
            raise NoNumberError(f"{text!r} {told}; write thousands without a mark")
        decimal: Mark = self.decimal or "."
        between: Mark = "." if decimal == "," else ","
        try:
            return whole(Fraction(_plain(text, decimal, between)))
        except (ValueError, ZeroDivisionError):
            if between in text and re.fullmatch(r"[+-]?[\d.,]+", text):
                ways = (
                    f"a {_NAMES[decimal]} is before decimals here, and a {_NAMES[between]} between thousands"
                )
                raise NoNumberError(f"{text!r} is not a number: {ways}") from None
            raise NoNumberError(f"{text!r} is not a number; leave unknown cells empty") from None


def _plain(text: str, decimal: Mark, between: Mark) -> str:
    """Write a number with a decimal point and without marks between thousands, which must part it as such."""
    if between in text:
        grouped = _GROUPED[between].match(text)
        if grouped is None or between in text[grouped.end() :]:
            raise ValueError(text)
        text = grouped[0].replace(between, "") + text[grouped.end() :]
    return text.replace(decimal, ".")


def numbers_of(table: Table, columns: Sequence[str]) -> Numbers:
    """Find out how the numbers in some columns of a table are written.

    Raises AccountError where two of them are written in two ways.
    """
    if table.delimiter is None or table.delimiter == ",":
        return Numbers(".")
    told: dict[Mark, str] = {}
    for row, record in enumerate(table.rows(), 1):
        for column in columns:
            text = str(record.get(column) or "").strip()
            for mark in _told_by(text):
                told.setdefault(mark, f"row {row}, column {column!r}: {text!r}")
        if len(told) > 1:
            ways = f"decimals have a comma ({told[',']}) and a point ({told['.']})"
            raise AccountError([f"{table.path}: {ways}; write all numbers in one way"])
    if told:
        return Numbers(next(iter(told)))
    return Numbers("." if table.delimiter == "\t" else None)


def _told_by(text: str) -> Iterator[Mark]:
    """Tell which mark parts the decimals of a number, if its own form leaves no doubt."""
    if not re.fullmatch(r"[+-]?\d[\d.,]*", text) or _EITHER.fullmatch(text):
        return
    marks = re.sub(r"[^.,]", "", text)
    if len(set(marks)) == 2 or len(marks) == 1:
        yield "," if marks[-1] == "," else "."
    elif marks:  # "1.234.567"
        yield "." if marks[0] == "," else ","
