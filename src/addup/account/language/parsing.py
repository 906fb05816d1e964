"""From a loaded file to an `Account`: every mistake is collected, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from addup.account.language.account import Account, Declared, Question, Relation
from addup.account.language.expressions import (
    Expression,
    ExpressionError,
    Kind,
    Sense,
    read_question,
    read_relation,
    read_share,
)
from addup.account.language.files import PARTS, AccountText, Path_, load
from addup.account.language.reports import read_reports
from addup.account.language.shares import shares_said
from addup.account.language.span import has_days, settle_days
from addup.account.language.values import (
    MOST_LISTED,
    Mistakes,
    entries,
    evidence_of,
    misspelt,
    names_given,
    nearest,
    read_number,
    same_name,
)
from addup.records import Number
from addup.words import CONVENTIONS, Convention

NO_DAYS = "a rate needs days to count by, and the account names none; give the report `from` and `to`"
KEYS = ("series", "relations", "reports", "ask", "weights", "convention")
SHARED: tuple[Expression, Sense] = Expression(()), "="
"""What a relation says by itself if it says of what a series is the share: nothing."""
KINDS: tuple[Kind, ...] = get_args(Kind)


def read_account(
    source: Mapping[str, Any] | AccountText | str | Path, *, convention: Convention = "plain"
) -> Account:
    """Read an account from a dict, or from a YAML or JSON file.

    Raises AccountError with all mistakes at once, each with line and column (or its place in the dict).
    """
    data, locate = load(source)
    written: dict[str | int, str] = {}
    mistakes = Mistakes(
        lambda where: locate((written.get(where[0], where[0]), *where[1:]) if where else where)
    )
    for key, meant in misspelt(data, KEYS):
        written.setdefault(meant, key)
        mistakes.add((key,), f"there is no key {key!r}; did you mean {meant!r}?")
        data = {meant: data[key], **data}  # so that what stands under it is not missed once more
    if not isinstance(source, Mapping) and data.keys().isdisjoint(KEYS):  # a dict may be empty
        mistakes.add((), f"{PARTS}; this has {_only(data)}")
    named = data.get("convention", convention)
    if named not in CONVENTIONS:
        mistakes.add(("convention",), f"there is no convention {named!r}; {nearest(named, CONVENTIONS)}")
        named = "plain"
    series = _series(data.get("series"), mistakes)
    kinds = {name: declared.kind for name, declared in series.items()}
    relations = tuple(_relations(data.get("relations"), kinds, mistakes))
    drafts = read_reports(entries(data, "reports", mistakes), kinds, named, mistakes)
    questions = tuple(_questions(data.get("ask"), kinds, mistakes))
    if not has_days(drafts, relations):
        for draft in drafts:
            if draft.report.per:
                mistakes.add(("reports", draft.report.index, "per"), NO_DAYS)
    weights = dict(_weights(data.get("weights"), [draft.report.source for draft in drafts], mistakes))
    mistakes.raise_any()
    first, last, reports = settle_days(drafts, relations)
    reports += tuple(shares_said(reports, relations))
    return Account(series, reports, relations, questions, first, last, named, weights)


def _only(data: Mapping[Any, Any]) -> str:
    """Name the keys of what is no account: nobody should take it for one that adds up."""
    return f"only {', '.join(map(repr, list(data)[:MOST_LISTED]))}" if data else "none"


def _series(data: Any, mistakes: Mistakes) -> dict[str, Declared]:
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        mistakes.add(("series",), "series must be a table of names, such as `dead: {kind: toll}`")
        return {}
    series = {str(key): _declared(str(key), value, ("series", key), mistakes) for key, value in data.items()}
    for name, declared in series.items():
        for key, flows in (("in", declared.inflows), ("out", declared.outflows)):
            for flow in flows:
                where = ("series", name, key)
                if flow not in series:
                    mistakes.add(where, f"there is no series {flow!r}; {nearest(flow, series)}")
                elif series[flow].kind != "flow":
                    mistakes.add(where, f"{flow!r} is a {series[flow].kind}; only flows go in and out")
    return series


def _declared(name: str, data: Any, where: Path_, mistakes: Mistakes) -> Declared:
    kind = data.get("kind") if isinstance(data, Mapping) else None
    if kind not in KINDS:
        if kind is None:
            meant = f" ({key!r} is no key)" if (key := _near_kind(data)) else ""
            mistakes.add(where, f"series {name!r} needs a kind: flow, level or toll{meant}")
        else:
            mistakes.add((*where, "kind"), f"there is no kind {kind!r} of series; {nearest(kind, KINDS)}")
        return Declared(name, "flow")
    flows = {key: names_given(data.get(key)) for key in ("in", "out")}
    if kind != "level" and any(flows.values()):
        mistakes.add(where, f"{name!r} is a {kind}; only a level has `in` and `out`")
    return Declared(name, kind, flows["in"], flows["out"])


def _near_kind(data: Any) -> str | None:
    """Give the key that was meant as `kind`, if there is one."""
    return next((key for key, _ in misspelt(data, ["kind"])), None) if isinstance(data, Mapping) else None


def _relations(data: Any, kinds: Mapping[str, Kind], mistakes: Mistakes) -> Iterable[Relation]:
    for index, entry in enumerate(entries({"relations": data}, "relations", mistakes)):
        where: Path_ = ("relations", index)
        given = entry if isinstance(entry, Mapping) else {"text": entry}
        text = given.get("text")
        if not isinstance(text, str):
            mistakes.add(where, "a relation is a text such as 'total = north + south'")
            continue
        try:
            if share := read_share(text, kinds):
                expression, sense = SHARED
            else:
                expression, sense = read_relation(text, kinds)
        except ExpressionError as error:
            mistakes.add(where, f"in {text!r}: {error}")
            continue
        evidence = tuple(
            evidence_of(piece) for piece in given.get("evidence") or () if isinstance(piece, Mapping)
        )
        yield Relation(index, text, expression, sense, bool(given.get("supposed")), evidence, share)


def _weights(data: Any, sources: Sequence[str | None], mistakes: Mistakes) -> Iterator[tuple[str, Number]]:
    """Read what sources weigh. A source that nobody names is a slip of the pen."""
    if data is not None and not isinstance(data, Mapping):
        mistakes.add(("weights",), "weights must be a table of sources, such as `the mayor: 2`")
        return
    known = {same_name(source): source for source in sources if source}
    for source, weight in (data or {}).items():
        where: Path_ = ("weights", source)
        if same_name(str(source)) not in known:
            mistakes.add(
                where, f"no report has the source {str(source)!r}; {nearest(source, known.values())}"
            )
        number = read_number(weight)
        if number is None or number <= 0:
            mistakes.add(where, f"a weight is a number above 0, not {weight!r}")
        else:
            yield str(source), weight


def _questions(data: Any, kinds: Mapping[str, Kind], mistakes: Mistakes) -> Iterable[Question]:
    for index, text in enumerate(entries({"ask": data}, "ask", mistakes)):
        try:
            yield Question(str(text), read_question(str(text), kinds))
        except ExpressionError as error:
            mistakes.add(("ask", index), f"in {str(text)!r}: {error}")
