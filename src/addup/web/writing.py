"""The account of a dossier as text, in the account language, for people to read and to change."""

from __future__ import annotations

from io import StringIO
from typing import Any

from addup.account.reported.from_series import account_of
from addup.records import Grouping

KEPT = ("id", "series", "trend", "on", "from", "to", "per", "low", "high", "bound", "source", "stance")
"""What of a report is written: what it claims, and who says so. Its words follow as a comment would."""


def written(grouping: Grouping) -> str:
    """Write the account of what was grouped."""
    account = account_of(grouping)
    named = {report["series"] for report in account["reports"]}
    for relation in account["relations"]:
        named |= {name for name in account["series"] if name in relation["text"]}
    told: dict[str, Any] = {
        "series": {name: _series(one) for name, one in account["series"].items() if name in named},
        "relations": [relation["text"] for relation in account["relations"]],
        "reports": [_report(report) for report in account["reports"]],
        "ask": account["ask"],
    }
    return _yaml({key: value for key, value in told.items() if value})


def _series(declared: dict[str, Any]) -> dict[str, Any]:
    return {key: declared[key] for key in ("kind", "unit") if declared[key] is not None}


def _report(report: dict[str, Any]) -> dict[str, Any]:
    kept = {key: report[key] for key in KEPT if report.get(key) is not None}
    if kept.get("stance") == "stated":
        del kept["stance"]
    sharp = report.get("sharp")
    if sharp and sharp != [report["low"], report["high"]]:
        kept["sharp"] = sharp
    return {**kept, "text": " ".join(report["text"].split())}


def _yaml(account: dict[str, Any]) -> str:
    """Write an account as YAML with one line for each report."""
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    def flat(record: dict[str, Any]) -> CommentedMap:
        line = CommentedMap(record)
        line.fa.set_flow_style()
        for key, value in record.items():
            if isinstance(value, list):
                line[key] = CommentedSeq(value)
                line[key].fa.set_flow_style()
        return line

    whole = CommentedMap(account)
    whole["series"] = CommentedMap({name: flat(one) for name, one in account.get("series", {}).items()})
    whole["reports"] = CommentedSeq([flat(report) for report in account.get("reports", [])])
    yaml = YAML(typ="rt")
    yaml.width = 100_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(whole, stream)
    return stream.getvalue()
