"""The account: what was reported as constraints, and whether it can all be true.

Its parts, each knows only those before it: `language`, `solving`, `findings`, `arithmetic`, `reported`,
`tables`.
"""

from addup.account.check import check
from addup.account.inquiry import DayBounds, EveryConflict, Inquiry, inquire
from addup.account.language.parsing import read_account
from addup.account.result import Answer, Conflict, Result
from addup.account.running import RunningAccount
from addup.account.solving.choices import Correction, Enumeration, every_conflict, least_correction
from addup.account.solving.moves import Move, Moves, least_moves
from addup.account.tables.check import Fault, TableResult, check_table

__all__ = [
    "Answer",
    "Conflict",
    "Correction",
    "DayBounds",
    "Enumeration",
    "EveryConflict",
    "Fault",
    "Inquiry",
    "Move",
    "Moves",
    "Result",
    "RunningAccount",
    "TableResult",
    "check",
    "check_table",
    "every_conflict",
    "inquire",
    "least_correction",
    "least_moves",
    "read_account",
]
