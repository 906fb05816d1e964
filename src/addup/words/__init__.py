"""What words commit to: hedges and vague amounts as intervals, under a named convention."""

from addup.words.amounts import (
    AmountError,
    amount_meaning,
    charitable,
    figure_meaning,
    read_amount,
    sharp,
)
from addup.words.hedges import CONVENTIONS, Convention, Interval, Meaning, bound_of, phrases

__all__ = [
    "CONVENTIONS",
    "AmountError",
    "Convention",
    "Interval",
    "Meaning",
    "amount_meaning",
    "bound_of",
    "charitable",
    "figure_meaning",
    "phrases",
    "read_amount",
    "sharp",
]
