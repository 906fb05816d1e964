"""Tables and labelled lines of a text: which there are, and what their cells and numbers say."""

from addup.reading.tables.cells import Told, read_cells, told_in
from addup.reading.tables.labelled import find_labelled, read_labelled
from addup.reading.tables.roles import Role
from addup.reading.tables.shape import Stretch, Table, find_tables, without

__all__ = [
    "Role",
    "Stretch",
    "Table",
    "Told",
    "find_labelled",
    "find_tables",
    "read_cells",
    "read_labelled",
    "told_in",
    "without",
]
