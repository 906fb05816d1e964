"""Rows of tables as lines of text, in the form in which extracted pages have them: "| town | dead |"."""

from __future__ import annotations

from collections.abc import Iterable


def row_of_cells(cells: Iterable[str]) -> str:
    """Give the cells of a row as one line; a bar within one becomes a slash."""
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "/") for cell in cells) + " |"
