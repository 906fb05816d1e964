"""The ledger: it keeps documents, readings, corrections and accounts, with who changed what and when."""

from addup.ledger.errors import CollisionError, LedgerError
from addup.ledger.records import Act, Added, Edit, Stored
from addup.ledger.store import Ledger

__all__ = ["Act", "Added", "CollisionError", "Edit", "Ledger", "LedgerError", "Stored"]
