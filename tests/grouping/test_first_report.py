"""The first real report, from its text to its findings, with nothing done by hand."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

import addup
from addup.account.result import Result
from addup.report.terminal import print_report


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, Any]:
    """The annotated figures by what happened."""
    found = json.loads((shared / "cases/first/figures.json").read_text(encoding="utf-8"))["figures"]
    return {one["event"]: one for one in found if one["kind"] == "count" and one["counted"] != "child"}


@pytest.fixture(scope="module")
def result(shared: Path) -> Result:
    text = (shared / "cases/first/report.txt").read_text(encoding="utf-8")
    published = json.loads((shared / "cases/first/figures.json").read_text(encoding="utf-8"))["published"]
    return addup.check(addup.series([addup.read(text, published=published)]))


def told(result: Result, kind: str) -> str:
    return "\n".join(" ".join((one.text, *one.rows)) for one in result.findings if one.kind == kind)


def test_it_adds_up(result: Result) -> None:
    assert result.status == "consistent"


def test_those_in_no_figure_are_told_as_said_and_as_rounded(result: Result, figures: dict[str, Any]) -> None:
    whole, parts = figures["call up"], (figures["mobilize"], figures["dismiss"])
    rest = whole["low"] - sum(part["low"] for part in parts)
    implied = told(result, "implied")
    assert f"{rest:,} as said; {rest - 1000:,} to {rest + 1000:,} if only" in implied
    assert f"0 to {2 * rest + 1000:,} if {whole['number']} is round too" in implied


def test_the_others_present_are_within_those_under_contract(result: Result, figures: dict[str, Any]) -> None:
    others = figures["present"]["low"] - figures["mobilize"]["low"]
    assert f"{others:,} others" in told(result, "implied")
    assert "are within" in told(result, "implied")


def test_the_last_days_ran_faster_and_under_the_ceiling(result: Result, figures: dict[str, Any]) -> None:
    assert "% faster" in told(result, "implied")
    assert f"under the {figures['register']['number']} a day" in told(result, "implied")


def test_the_claim_that_numbers_rise_is_borne_out(result: Result) -> None:
    assert "borne out" in told(result, "trend")


@pytest.mark.parametrize("kind", ["disputed", "expected", "unanswered"])
def test_denials_plans_and_open_questions_are_told(result: Result, kind: str) -> None:
    assert told(result, kind)


def test_it_fits_on_one_screen(shared: Path) -> None:
    text = (shared / "cases/first/report.txt").read_text(encoding="utf-8")
    published = json.loads((shared / "cases/first/figures.json").read_text(encoding="utf-8"))["published"]
    grouping = addup.series([addup.read(text, published=published)])
    out = io.StringIO()
    print_report(Console(file=out, width=80), grouping.readings[0], grouping, addup.check(grouping))
    assert len(out.getvalue().splitlines()) <= 50
