"""The account as plain records: what an account file says, read and checked (see docs/account.md)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import wraps
from typing import Concatenate, Literal, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from addup.account.language.calendar import Unit
from addup.account.language.expressions import Expression, Kind, Sense, Share, Term
from addup.records import Change, Evidence, Number, Stance
from addup.words import Convention, Interval

View = Literal["charitable", "sharp"]
Trend = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Declared:
    """A series of the account. `inflows` and `outflows` feed and drain a level."""

    name: str
    kind: Kind
    inflows: tuple[str, ...] = ()
    outflows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report. `first` and `last` are its days, filled in from the span where it has not `given` them.

    `each_unit` says that a rate bounds every single unit, not the average; `percent` that a change is
    relative; `of` makes the amount a percentage of another series, which `of_days` gives other days than
    those of the report. `through` is the relation by which a report of a share speaks of part and whole.
    `converted` says what its words come to in the unit of its series, where that is another.
    """

    index: int
    id: str
    series: str
    first: int
    last: int
    given: tuple[bool, bool] = (True, True)
    charitable: Interval
    sharp: Interval
    per: Unit | None = None
    each_unit: bool = False
    of: str | None = None
    of_days: tuple[int, int] | None = None
    through: int | None = None
    change: Change | None = None
    percent: bool = False
    trend: Trend | None = None
    unit: str | None = None
    source: str | None = None
    stance: Stance = "stated"
    words: str | None = None
    converted: str | None = None
    counted: str | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def binds(self) -> bool:
        """Whether the report holds anybody to anything: only what is stated does."""
        return self.stance == "stated" and self.trend is None

    @property
    def dated(self) -> bool:
        """Whether the report names a day."""
        return any(self.given)

    @property
    def total(self) -> bool:
        """Whether the report gives an amount of its series itself, neither a share nor a change."""
        return self.of is None and self.change is None and self.trend is None

    def interval(self, view: View) -> Interval:
        """Give the interval under one of the two readings."""
        return self.charitable if view == "charitable" else self.sharp


@dataclass(frozen=True, slots=True)
class Relation:
    """`expression` `sense` 0, with the words that suggest it if it is only supposed.

    A `share` is said by each report of its series of shares; the relation itself then has no terms.
    """

    index: int
    text: str
    expression: Expression
    sense: Sense
    supposed: bool = False
    evidence: tuple[Evidence, ...] = ()
    share: Share | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """The series that it speaks of, with their days."""
        return self.share.terms if self.share else self.expression.terms

    @property
    def low(self) -> Fraction | None:
        """The least that the terms may come to."""
        return None if self.sense == "<=" else -self.expression.number

    @property
    def high(self) -> Fraction | None:
        """The most that the terms may come to."""
        return None if self.sense == ">=" else -self.expression.number


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in the words of the account and read."""

    text: str
    expression: Expression


@dataclass(frozen=True, eq=False)
class Account:
    """A whole account. `first` and `last` are its span; an account without dates has one nameless day.

    `weights` say what a report counts in a correction, by source; 1 where they say nothing.
    """

    series: Mapping[str, Declared]
    reports: tuple[Report, ...]
    relations: tuple[Relation, ...]
    questions: tuple[Question, ...]
    first: int
    last: int
    convention: Convention = "plain"
    weights: Mapping[str, Number] = field(default_factory=dict)


def split(account: Account, members: Collection[int]) -> tuple[list[Report], list[Relation]]:
    """Give the reports and the relations that members number, and those through which reports speak."""
    count = len(account.reports)
    reports = [account.reports[member] for member in members if member < count]
    named = {member - count for member in members if member >= count}
    named |= {report.through for report in reports if report.through is not None}
    return reports, [account.relations[index] for index in sorted(named)]


Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def once_each(
    work: Callable[Concatenate[Account, Asked], Found],
) -> Callable[Concatenate[Account, Asked], Found]:
    """Work something out once for each account, and keep it for as long as the account lives."""
    kept: WeakKeyDictionary[Account, dict[tuple[object, ...], Found]] = WeakKeyDictionary()

    @wraps(work)
    def ask(account: Account, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Found:
        known = kept.setdefault(account, {})
        asked = (*args, *kwargs.items())
        if asked not in known:
            known[asked] = work(account, *args, **kwargs)
        return known[asked]

    return ask
