"""The rules of a table: relations between the columns of a row, and columns that may not fall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from addup.account.language.expressions import Expression, ExpressionError, Kind, Sense, read_chain
from addup.account.language.files import load
from addup.account.language.values import Mistakes, entries, names_given, nearest
from addup.account.solving.claims import Exact, whole
from addup.errors import AccountError


@dataclass(frozen=True, slots=True)
class Comparison:
    """`expression` `sense` 0 over the cells of a row; an empty cell among them leaves it without a say.

    `weights` and `number` are those of the expression, whole where they are whole: tables are long.
    """

    expression: Expression
    sense: Sense
    weights: tuple[tuple[str, Exact], ...]
    number: Exact


@dataclass(frozen=True, slots=True)
class Relations:
    """A rule within a row, as its comparisons: `low <= best <= high` are two."""

    text: str
    pairs: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Cumulative:
    """A rule over the rows of a group in time: the column may not fall. `order` must not go back."""

    column: str
    by: tuple[str, ...] = ()
    order: str | None = None

    @property
    def text(self) -> str:
        """The rule in words."""
        within = f" within {', '.join(self.by)}" if self.by else ""
        return f"{self.column} never falls{within}"


Rule = Relations | Cumulative


def read_rules(rules: str | Path | Sequence[Any], columns: Sequence[str]) -> tuple[Rule, ...]:
    """Read rules from a YAML or JSON file, or from a list of texts and tables.

    A rule is a text such as `a + b = total`, or `{cumulative: [deaths], by: [country], order: date}`.

    Raises AccountError with all mistakes at once.
    """
    data, locate = load({"rules": rules}) if isinstance(rules, list | tuple) else load(_path(rules))
    mistakes = Mistakes(locate)
    found: list[Rule] = []
    for index, entry in enumerate(entries(data, "rules", mistakes)):
        if isinstance(entry, Mapping):
            found += _cumulative(entry, columns, ("rules", index), mistakes)
            continue
        kinds: dict[str, Kind] = dict.fromkeys(columns, "level")
        try:
            found.append(Relations(str(entry), tuple(_comparisons(str(entry), kinds))))
        except ExpressionError as error:
            mistakes.add(("rules", index), f"in {str(entry)!r}: {error}")
    if not found and not mistakes.texts:
        mistakes.add(("rules",), "there are no rules; write some, such as 'low <= best <= high'")
    mistakes.raise_any()
    return tuple(found)


def _comparisons(text: str, kinds: Mapping[str, Kind]) -> Iterable[Comparison]:
    for expression, sense in read_chain(text, kinds):
        weights = tuple((term.series, whole(term.factor)) for term in expression.terms)
        yield Comparison(expression, sense, weights, whole(expression.number))


def _path(rules: Any) -> Path:
    if isinstance(rules, str | Path):
        return Path(rules)
    raise AccountError(["rules are a list, or the path of a YAML or JSON file with a list `rules`"])


def _cumulative(
    entry: Mapping[Any, Any], columns: Sequence[str], where: tuple[str | int, ...], mistakes: Mistakes
) -> Iterable[Cumulative]:
    names = {key: names_given(entry.get(key)) for key in ("cumulative", "by", "order")}
    if not names["cumulative"]:
        mistakes.add(where, "a rule is a text, or a table with `cumulative`, `by` and `order`")
    for name in (name for listed in names.values() for name in listed):
        if name not in columns:
            mistakes.add(where, f"there is no column {name!r}; {nearest(name, columns)}")
    order = names["order"][0] if names["order"] else None
    return [Cumulative(column, names["by"], order) for column in names["cumulative"]]
