"""Reports with marked numbers, from which it is learnt which numbers belong together.

In `together_reports.txt` numbers bear their roles, "[[48,600|a:whole]]", below a line that names the
relations, "# a share, b sum". The reports were written for addup, tell of people and places that do not
exist, and are true in themselves.
"""

from __future__ import annotations

import gzip
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import addup
from addup.account.arithmetic.together import agrees
from addup.grouping.arithmetic.together.candidates import Candidate
from addup.grouping.arithmetic.together.operands import Operand
from addup.grouping.arithmetic.together.weigh import Told, tell

HERE = Path(__file__).resolve().parent
REPORTS = HERE / "together_reports.txt"
DOSSIERS = HERE.parent / "benchmarks" / "planted" / "dossiers.jsonl"
PUBLISHED = "2025-06-12"
UNLIKELY = math.log(0.02)
"""What is lost where numbers of a true text are taken for belonging together that do not agree."""
_MARK = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]]+)\]\]")
_ROLE = re.compile(r"(\w+):(\w+)(?:=-?[\d.]+)?")

Span = tuple[int, int]
Roles = Mapping[str, Sequence[Span]]


@dataclass(frozen=True)
class Report:
    """A text, and its marked relations: the kind of each, and where the numbers of each role stand.

    None says that nothing is marked, though relations may be told.
    """

    text: str
    published: str | None
    relations: Sequence[tuple[str, Roles]] | None


def marked(block: str) -> Report:
    """Take the marks out of a report."""
    head, _, body = block.strip("\n").partition("\n")
    kinds = dict(item.split() for item in head.removeprefix("#").split(",") if item.strip())
    roles: dict[str, dict[str, list[Span]]] = {name: {} for name in kinds}
    text, marks = without_marks(body)
    for span, given in marks:
        for name, role in _ROLE.findall(given):
            roles[name].setdefault(role, []).append(span)
    return Report(text + "\n", PUBLISHED, [(kinds[name], found) for name, found in roles.items()])


def without_marks(body: str) -> tuple[str, Sequence[tuple[Span, str]]]:
    """Give a text without its marks, and where each marked number stands with what is said of it."""
    text, at = "", 0
    marks = []
    for mark in _MARK.finditer(body):
        text += body[at : mark.start()]
        marks.append(((len(text), len(text) + len(mark[1])), mark[2]))
        text += mark[1]
        at = mark.end()
    return text + body[at:], marks


def reports() -> list[Report]:
    """Read the marked reports."""
    return [marked(block) for block in REPORTS.read_text(encoding="utf8").split("\n====\n") if block.strip()]


def true_texts(articles: Path | None) -> Iterator[Report]:
    """Give texts that contradict nothing: dossiers without their clashes, and articles."""
    for dossier in map(json.loads, DOSSIERS.read_text(encoding="utf8").splitlines()):
        twin = dossier["twin"]
        if dossier["part"] == "new":
            continue
        for report in dossier["reports"]:
            text = report["text"]
            if twin and report["name"] == twin["file"]:
                text = text.replace(twin["old"], twin["new"])
            yield Report(text, report["published"], None)
    if articles is not None:
        with gzip.open(articles, "rt", encoding="utf8") as lines:
            for article in map(json.loads, lines):
                yield Report(article["text"], article.get("published"), None)


@dataclass(frozen=True)
class Example:
    """A report in numbers, and for each of its figures what its candidates are worth.

    `worth` has the logarithms of what being nothing, and each candidate, is worth as an answer. `gold` are
    the figures whose relation is marked, `rights` the candidates that are it.
    """

    told: Told
    worth: Sequence[Sequence[float]]
    gold: Sequence[bool]
    rights: Sequence[Sequence[bool]]


def example(report: Report) -> Example | None:
    """Read a report and put it into numbers."""
    told = tell(addup.read(report.text, published=report.published))
    if told is None:
        return None
    worth, gold, rights = [], [], []
    for candidates in told.candidates:
        right = [_is_marked(one, told.operands, report.relations or ()) for one in candidates]
        if report.relations is None:
            values = [0.0, *(0.0 if agrees(one, told.operands) else UNLIKELY for one in candidates)]
        else:
            values = [-20.0 if any(right) else 0.0, *(0.0 if each else -20.0 for each in right)]
        worth.append(values if candidates else [])
        gold.append(any(right))
        rights.append(right)
    return Example(told, worth, gold, rights)


def _is_marked(
    candidate: Candidate, operands: Sequence[Operand], relations: Sequence[tuple[str, Roles]]
) -> bool:
    """Tell whether a candidate is one of the marked relations."""
    return any(_is_relation(candidate, operands, kind, roles) for kind, roles in relations)


_RESULTS = {"percent", "factor", "amount", "total", "gap"}
_OTHERS = {
    "share": ("whole", "part"),
    "change": ("before", "after"),
    "difference": ("first", "second"),
    "product": ("each", "count"),
}


def _is_relation(candidate: Candidate, operands: Sequence[Operand], kind: str, roles: Roles) -> bool:
    """Tell whether a candidate is a marked relation."""
    result = operands[candidate.result]
    others = [operands[place] for place in candidate.others]
    if kind == "sum":
        return _stands(result, roles["whole"]) and all(
            _are_all(some, operands, roles.get(role, ()))
            for role, some in zip(("part", "less"), _by_sign(candidate), strict=True)
        )
    said = next(role for role in roles if role in _RESULTS)
    kinds = ("change", "multiple") if kind == "change" else (kind,)
    if candidate.kind not in (("difference",) if said == "amount" else kinds):
        return False
    orders = [others, others[::-1]] if candidate.kind == "difference" else [others]
    return _stands(result, roles[said]) and any(
        all(_stands(one, roles[role]) for one, role in zip(order, _OTHERS[kind], strict=True))
        for order in orders
    )


def _by_sign(candidate: Candidate) -> tuple[Sequence[int], Sequence[int]]:
    """Give the others that are added, and those that are taken away; neither where none are."""
    if candidate.kind not in ("sum", "balance"):
        return (), ()
    added = len(candidate.others) - candidate.less
    return candidate.others[:added], candidate.others[added:]


def _are_all(places: Sequence[int], operands: Sequence[Operand], spans: Sequence[Span]) -> bool:
    """Tell whether some figures are those that were marked, each once."""
    return len(places) == len(spans) and all(_stands(operands[place], spans) for place in places)


def _stands(one: Operand, spans: Sequence[Span]) -> bool:
    """Tell whether the number of a figure is one that was marked."""
    number = one.figure.amount.number
    return any(number.start < end and start < number.end for start, end in spans)
