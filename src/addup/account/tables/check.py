"""Tables: the rules of a table checked row by row, with the least correction of every faulty row."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

from addup.account.language.wording import number
from addup.account.result import plain
from addup.account.solving.claims import Exact, Point
from addup.account.solving.rows import STRUCTURE, Row
from addup.account.solving.solvers import NOISE, Problem, contradiction
from addup.account.tables.files import Table, open_table, unclosed
from addup.account.tables.numbers import NoNumberError, Numbers, numbers_of
from addup.account.tables.rules import Comparison, Cumulative, Relations, Rule, read_rules
from addup.errors import AccountError
from addup.records import Number

Moment = tuple[int, Any]
Cells = dict[str, Exact | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that breaks a rule.

    `row` counts the rows of data from 1, without the heading. `least` are the smallest sets of columns any
    one of which would have to change for the row to keep all its rules.
    """

    row: int
    rule: str
    cells: Mapping[str, Number | None]
    text: str
    least: tuple[tuple[str, ...], ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "row": self.row,
            "rule": self.rule,
            "cells": dict(self.cells),
            "text": self.text,
            "least": [list(columns) for columns in self.least],
        }


@dataclass(frozen=True, slots=True)
class TableResult:
    """All faults of a table, and how many rows were looked at."""

    rows: int
    faults: tuple[Fault, ...]

    @property
    def status(self) -> str:
        """Whether every row keeps every rule."""
        return "conflict" if self.faults else "consistent"

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "status": self.status,
            "rows": self.rows,
            "faults": [fault.to_dict() for fault in self.faults],
        }


def check_table(
    path: str | Path, rules: str | Path | Sequence[Any], *, progress: Callable[[int], None] | None = None
) -> TableResult:
    """Check every row of a CSV, TSV or Parquet file against rules over its columns.

    `rules` is a list such as `["low <= best <= high"]`, or the path of a YAML or JSON file that holds one
    under `rules`. `progress` is called with the number of every row. Only faults are kept in memory.

    Raises AccountError if the table or its rules cannot be read.
    """
    faults: list[Fault] = []
    count = 0
    for count, found in enumerate(_checked(Path(path), rules), 1):
        faults += found
        if progress:
            progress(count)
    return TableResult(count, tuple(faults))


def _checked(path: Path, rules: str | Path | Sequence[Any]) -> Iterator[list[Fault]]:
    """Give the faults of each row."""
    table = open_table(path)
    read = read_rules(rules, table.columns)
    relations = [rule for rule in read if isinstance(rule, Relations)]
    states = [_State(rule) for rule in read if isinstance(rule, Cumulative)]
    numeric = _numeric(read)
    _refuse_doubled(table, numeric)
    numbers = numbers_of(table, numeric)
    for row, record in enumerate(table.rows(), 1):
        _refuse_swallowed(table, record, row, numeric, numbers)
        cells = {column: _cell(record.get(column), column, row, path, numbers) for column in numeric}
        falls = [fault for state in states for fault in state.check(record, cells, row, path)]
        yield [*_broken(relations, cells, row), *falls]


def _numeric(rules: Iterable[Rule]) -> list[str]:
    """Name the columns whose cells are numbers."""
    names: dict[str, None] = {}
    for rule in rules:
        if isinstance(rule, Cumulative):
            names[rule.column] = None
        else:
            names.update((name, None) for pair in rule.pairs for name, _ in pair.weights)
    return list(names)


def _cell(value: Any, column: str, row: int, path: Path, numbers: Numbers) -> Exact | None:
    try:
        return numbers.read(value)
    except NoNumberError as problem:
        raise AccountError([f"{path}: row {row}, column {column!r}: {problem}"]) from None


def _refuse_doubled(table: Table, numeric: Sequence[str]) -> None:
    for name in numeric:
        if table.columns.count(name) > 1:
            raise AccountError(
                [f"{table.path}: two columns are called {name!r}; give them names of their own"]
            )


def _refuse_swallowed(
    table: Table, record: Mapping[str, Any], row: int, numeric: Sequence[str], numbers: Numbers
) -> None:
    """Refuse a cell that holds rows of the table as its lines: a quotation mark before them is not closed."""
    if table.delimiter is None:
        return
    for column, cell in record.items():
        for line in cell.splitlines()[1:] if "\n" in cell else ():
            cells = next(csv.reader([line], delimiter=table.delimiter), [])
            inside = dict(zip(table.columns, cells, strict=False))
            if len(cells) == len(table.columns) and _has_numbers(inside, numeric, numbers):
                raise AccountError([unclosed(table.path, row, f"column {column!r}")])


def _has_numbers(record: Mapping[str, str], numeric: Sequence[str], numbers: Numbers) -> bool:
    try:
        found = [numbers.read(record[column]) for column in numeric]
    except NoNumberError:
        return False
    return any(one is not None for one in found)


def _broken(rules: Sequence[Relations], cells: Cells, row: int) -> list[Fault]:
    """Give the faults of one row against the relations."""
    broken = [(rule, pair) for rule in rules for pair in rule.pairs if _misfit(pair, cells)]
    if not broken:
        return []
    least = _least_columns(rules, cells)
    return [
        Fault(
            row,
            rule.text,
            {term.series: plain(cells[term.series]) for term in pair.expression.terms},
            _explained(pair, cells),
            least,
        )
        for rule, pair in broken
    ]


def _misfit(pair: Comparison, cells: Cells) -> Exact | None:
    """Say by how much left and right differ where they should not; None if they are in order or unknown."""
    amounts: list[Exact] = [pair.number]
    for name, weight in pair.weights:
        value = cells[name]
        if value is None:
            return None
        amounts.append(weight * value)
    amount = sum(amounts)
    wrong = amount > 0 if pair.sense == "<=" else amount < 0 if pair.sense == ">=" else amount != 0
    return (
        amount
        if wrong and abs(Fraction(amount)) > NOISE * max(abs(Fraction(each)) for each in amounts)
        else None
    )


def _explained(pair: Comparison, cells: Cells) -> str:
    """Write the arithmetic of a broken relation: "best 4 − high 3 = 1, which should be at most 0"."""
    expression = pair.expression
    text = ""
    amount = expression.number
    for term in expression.terms:
        value = cells[term.series]
        assert value is not None
        amount += term.factor * value
        size = "" if abs(term.factor) == 1 else f"{number(abs(term.factor))} × "
        text += f"{' − ' if term.factor < 0 else ' + ' if text else ''}{size}{term.series} {number(value)}"
    if expression.number:
        text += f" {'−' if expression.number < 0 else '+'} {number(abs(expression.number))}"
    should = {"=": "0", "<=": "at most 0", ">=": "at least 0"}[pair.sense]
    return f"{text.strip()} = {number(amount)}, which should be {should}."


def _least_columns(rules: Sequence[Relations], cells: Cells) -> tuple[tuple[str, ...], ...]:
    """Find the smallest sets of columns that would have to change, as Fellegi and Holt (1976) ask.

    Tries one column, then two, and so on: rows have few columns, and rules fewer.
    """
    always = [row for rule in rules for row in _rows_of_rule(rule, cells)]
    involved = sorted({series for row in always for (series, _), _ in row.terms})
    for size in range(1, len(involved) + 1):
        found = tuple(
            changed for changed in combinations(involved, size) if _possible(always, cells, involved, changed)
        )
        if found:
            return found
    return ()


def _rows_of_rule(rule: Relations, cells: Cells) -> Iterator[Row]:
    for pair in rule.pairs:
        if any(cells[name] is None for name, _ in pair.weights):
            continue
        factors: dict[Point, Exact] = {}
        for name, weight in pair.weights:
            factors[name, 0] = factors.get((name, 0), 0) + weight
        low = None if pair.sense == "<=" else -pair.number
        high = None if pair.sense == ">=" else -pair.number
        terms = tuple((point, factor) for point, factor in sorted(factors.items()) if factor)
        yield Row(terms, low, high, STRUCTURE)


def _possible(always: Sequence[Row], cells: Cells, involved: Sequence[str], changed: Sequence[str]) -> bool:
    """Whether all rules can hold if just these columns may change. What is not negative stays so."""
    rows = list(always)
    for name in involved:
        value = cells[name]
        if name not in changed:
            rows.append(Row((((name, 0), 1),), value, value, STRUCTURE))
        elif value is None or value >= 0:
            rows.append(Row((((name, 0), 1),), 0, None, STRUCTURE))
    used, _ = contradiction(Problem(rows))
    return used is None


@dataclass(slots=True)
class _State:
    """What a cumulative column stood at last, by group."""

    rule: Cumulative
    last: dict[tuple[str, ...], tuple[int, Exact, Moment]] = field(default_factory=dict)

    def check(self, record: Mapping[str, Any], cells: Cells, row: int, path: Path) -> Iterator[Fault]:
        """Compare a row with the one before in its group."""
        rule = self.rule
        value = cells[rule.column]
        if value is None:
            return
        group = tuple(str(record.get(name)) for name in rule.by)
        order = _place_in_time(record.get(rule.order)) if rule.order else (0, "")
        before = self.last.get(group)
        self.last[group] = (row, value, order)
        if before is None:
            return
        earlier, stood, when = before
        if order < when:
            later = f"{path}: row {row} comes after row {earlier}, which is later"
            raise AccountError([f"{later}; sort by {rule.order!r} first"])
        if value < stood:
            text = f"{rule.column} fell from {number(stood)} in row {earlier} to {number(value)}."
            yield Fault(row, rule.text, {rule.column: plain(value)}, text, ((rule.column,),))


def _place_in_time(value: Any) -> Moment:
    """Order numbers as numbers and everything else, such as ISO dates, as text."""
    try:
        return 0, float(value)
    except (TypeError, ValueError):
        return 1, str(value)
