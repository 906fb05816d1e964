"""Relations and questions: linear expressions over series, such as `total@2024-03-01 = north + 2 * south`.

A series is named by the longest declared name that fits, so names may hold spaces, digits and hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, NoReturn

from addup.account.language.values import nearest

Kind = Literal["flow", "level", "toll"]
Sense = Literal["=", "<=", ">="]

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:[eE][+-]?\d+)?")
DATE = r"(\d{4}-\d{2}-\d{2})"
UNKNOWN = re.compile(r"[^\W\d](?:[^+*×<>=≤≥@]*[^\s+*×<>=≤≥@−-])?")
"""What may be meant as a name: up to the next sign, though names may hold hyphens."""
AT = re.compile(rf" ?@ ?{DATE}(?!\d)")
OVER = re.compile(rf" {DATE} ?\.\. ?{DATE}(?!\d)")
OF = "% of"
"""Stands between a series of shares and the whole that they are of."""
SENSES: Mapping[str, Sense] = {"<=": "<=", ">=": ">=", "==": "=", "=": "=", "≤": "<=", "≥": ">="}


class ExpressionError(ValueError):
    """An expression that cannot be read; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class Term:
    """A series with a factor: on the evening of `last`, summed over `first..last`, or undated (None)."""

    factor: Fraction
    series: str
    first: int | None = None
    last: int | None = None

    @property
    def dated(self) -> bool:
        """Whether the term says when."""
        return self.last is not None


@dataclass(frozen=True, slots=True)
class Share:
    """`part = share % of whole`: what a series of shares says of two others."""

    part: Term
    share: Term
    whole: Term

    @property
    def terms(self) -> tuple[Term, ...]:
        """All three."""
        return self.part, self.share, self.whole


@dataclass(frozen=True, slots=True)
class Expression:
    """Terms and a number that stands alone."""

    terms: tuple[Term, ...]
    number: Fraction = Fraction(0)

    def minus(self, other: Expression) -> Expression:
        """Take another expression away."""
        turned = tuple(Term(-term.factor, term.series, term.first, term.last) for term in other.terms)
        return Expression(self.terms + turned, self.number - other.number)


class Scanner:
    """Reads one text from left to right against the declared series, or the columns of a table."""

    def __init__(self, text: str, kinds: Mapping[str, Kind], what: str = "series") -> None:
        self.text = " ".join(text.split())
        self.place = 0
        self.kinds, self.what = kinds, what

    def skip(self) -> None:
        """Pass over a space."""
        if self.text[self.place : self.place + 1] == " ":
            self.place += 1

    def rest(self) -> str:
        """Give what is not read yet."""
        return self.text[self.place :]

    def take(self, *signs: str) -> str | None:
        """Read one of the signs, None if none of them is next."""
        self.skip()
        for sign in signs:
            if self.text.startswith(sign, self.place):
                self.place += len(sign)
                return sign
        return None

    def side(self) -> Expression:
        """Read a sum of terms."""
        terms: list[Term] = []
        number = Fraction(0)
        sign = -1 if self.take("-", "−") else 1
        while True:
            factor, term = self.term(sign)
            if term is None:
                number += factor
            else:
                terms.append(term)
            next_sign = self.take("+", "-", "−")
            if next_sign is None:
                return Expression(tuple(terms), number)
            sign = 1 if next_sign == "+" else -1

    def term(self, sign: int) -> tuple[Fraction, Term | None]:
        """Read a number, a series, or a number times a series."""
        self.skip()
        name = self.name()
        factor = Fraction(sign)
        if name is None:
            number = NUMBER.match(self.text, self.place)
            if number is None:
                self.fail()
            self.place = number.end()
            factor *= Fraction(number[0].replace(",", ""))
            if not self.take("*", "×"):
                return factor, None
            self.skip()
            name = self.name()
            if name is None:
                self.fail()
        return factor, self.dated(name, factor)

    def name(self) -> str | None:
        """Read the longest declared name that fits here."""
        # Asking for every end that a name may have takes as long for 10,000 series as for ten.
        for end in range(len(self.text), self.place, -1):
            name = self.text[self.place : end]
            if name in self.kinds and not re.match(r"\w", self.text[end : end + 1]):
                self.place = end
                return name
        return None

    def dated(self, name: str, factor: Fraction) -> Term:
        """Read the date or the period behind a name, if there is one."""
        kind = self.kinds[name]
        at = AT.match(self.text, self.place)
        if at:
            self.place = at.end()
            day = ordinal(at[1])
            return Term(factor, name, day, day)
        over = OVER.match(self.text, self.place)
        if not over:
            return Term(factor, name)
        self.place = over.end()
        first, last = ordinal(over[1]), ordinal(over[2])
        if first > last:
            raise ExpressionError(f"the period {over[1]}..{over[2]} ends before it begins")
        if kind == "level":
            raise ExpressionError(
                f"{name!r} is a level: it has a value on a day ({name}@{over[2]}), not over a period"
            )
        return Term(factor, name, first, last)

    def fail(self) -> NoReturn:
        """Say what was expected here."""
        rest = self.rest()
        if not rest:
            raise ExpressionError(f"a {self.what} or a number is missing at the end")
        name = UNKNOWN.match(rest)
        if name is None:
            raise ExpressionError(f"a {self.what} or a number is missing before {rest[:30]!r}")
        raise ExpressionError(f"there is no {self.what} {name[0]!r}; {nearest(name[0], self.kinds)}")

    def left_over(self, expected: str) -> None:
        """Make sure that nothing is left over."""
        self.skip()
        rest = self.rest()
        if not rest:
            return
        if re.match(DATE, rest):
            raise ExpressionError(f"{rest[:30]!r} is not understood; a day is written as @{rest[:10]}")
        raise ExpressionError(f"{rest[:30]!r} is not understood; expected is one of {expected}")


def takes_more(longer: Expression, expression: Expression) -> bool:
    """Tell whether a bound takes all the parts that another takes from its whole, and more."""
    return set(expression.terms) < set(longer.terms)


def ordinal(text: str) -> int:
    """Read an ISO day."""
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        raise ExpressionError(f"{text} is not a day of the calendar") from None


def read_relation(text: str, kinds: Mapping[str, Kind]) -> tuple[Expression, Sense]:
    """Read `left = right` as `left - right = 0`.

    Raises ExpressionError if a name is not declared, the relation has no sense, or something is left over.
    """
    scanner = Scanner(text, kinds)
    left = scanner.side()
    sign = scanner.take(*SENSES)
    if sign is None:
        scanner.left_over("+, -, =, <=, >=")
        raise ExpressionError("a relation needs one of =, <=, >=")
    right = scanner.side()
    scanner.left_over("+, -")
    return left.minus(right), SENSES[sign]


def read_share(text: str, kinds: Mapping[str, Kind]) -> Share | None:
    """Read `part = share % of whole`; None for any other relation.

    Raises ExpressionError if the whole is not declared, or something is left over.
    """
    if OF not in text:
        return None
    scanner = Scanner(text, kinds)
    terms: list[Term] = []
    for sign in ("=", OF, ""):
        scanner.skip()
        name = scanner.name()
        if name is None and sign:
            return None
        terms.append(scanner.dated(name or scanner.fail(), Fraction(1)))
        if sign and not scanner.take(sign):
            return None
    scanner.left_over("@ and a day")
    return Share(*terms)


def series_of(text: str, kinds: Mapping[str, Kind]) -> set[str]:
    """Name the series that a relation of either kind speaks of.

    Raises ExpressionError as `read_relation` does.
    """
    read = read_share(text, kinds) or read_relation(text, kinds)[0]
    return {term.series for term in read.terms}


def read_chain(text: str, kinds: Mapping[str, Kind]) -> list[tuple[Expression, Sense]]:
    """Read a relation or a chain of them, such as `low <= best <= high`, each as `left - right` against 0.

    Raises ExpressionError as `read_relation` does.
    """
    scanner = Scanner(text, kinds, "column")
    left = scanner.side()
    relations: list[tuple[Expression, Sense]] = []
    while sign := scanner.take(*SENSES):
        right = scanner.side()
        relations.append((left.minus(right), SENSES[sign]))
        left = right
    scanner.left_over("+, -, =, <=, >=")
    if not relations:
        raise ExpressionError("a rule needs one of =, <=, >=")
    return relations


def read_question(text: str, kinds: Mapping[str, Kind]) -> Expression:
    """Read what is asked: a sum of series.

    Raises ExpressionError as `read_relation` does.
    """
    scanner = Scanner(text, kinds)
    expression = scanner.side()
    scanner.left_over("+, -")
    return expression
