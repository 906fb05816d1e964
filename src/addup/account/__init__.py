"""The account: what was reported as constraints, and whether it can all be true."""

from addup.account.check import check
from addup.account.choices import Correction, Enumeration, every_conflict, least_correction
from addup.account.parsing import read_account
from addup.account.result import Answer, Conflict, Result
from addup.account.running import RunningAccount
from addup.account.tables import Fault, TableResult, check_table

__all__ = [
    "Answer",
    "Conflict",
    "Correction",
    "Enumeration",
    "Fault",
    "Result",
    "RunningAccount",
    "TableResult",
    "check",
    "check_table",
    "every_conflict",
    "least_correction",
    "read_account",
]
