"""The account: what was reported as constraints, and whether it can all be true."""

from addup.account.check import check
from addup.account.result import Answer, Conflict, Result

__all__ = ["Answer", "Conflict", "Result", "check"]
