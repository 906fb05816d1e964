"""Tables in a text: which there are, what their edges say, and the figures of their cells."""

from addup.reading.tables.cells import Told, read_cells, told_in
from addup.reading.tables.roles import Role
from addup.reading.tables.shape import Table, find_tables, without_tables

__all__ = ["Role", "Table", "Told", "find_tables", "read_cells", "told_in", "without_tables"]
