"""A figure as its sentence tells it, before it has days."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from addup.reading.counting import Subject
from addup.reading.days.dated import UNDATED, Dated
from addup.records import Amount

# Kinds of figure that a company's or a state's report gives for one period and the one before it.
_REPORTED = frozenset({"money", "share"})
# A day is carried over these: how old or how long something is has seldom a day of its own.
_LENGTHS = frozenset({"duration", "age"})


@dataclass(frozen=True, slots=True)
class Told:
    """An amount, what it counts, and how it is told.

    `held` is whether it is one that others are held against, `is_now` whether its clause tells what is so or
    has come to be so by now. `own` has the days that its own sentence names for it.
    """

    amount: Amount
    subject: Subject
    held: bool
    is_now: bool
    own: Dated = UNDATED

    @property
    def anchor(self) -> Token:
        """The head of the amount."""
        return self.subject.anchor

    @property
    def is_reported(self) -> bool:
        """Whether it is of a kind that reports of results give for a period."""
        return self.amount.kind in _REPORTED

    @property
    def is_length(self) -> bool:
        """Whether it is an age or a duration."""
        return self.amount.kind in _LENGTHS
