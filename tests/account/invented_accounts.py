"""Invented accounts: small, of every kind of series and report, sometimes true and sometimes not."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

UNITS = ("day", "week", "month", "year")
SIZES = (1, 1, 7919, 10**6, 10**9)


def invented_account(random: Random) -> dict[str, Any]:
    """Invent an account of one to five series and up to a dozen reports over a few weeks."""
    start = date(2021, random.randint(1, 12), random.randint(1, 28))
    days = [start + timedelta(days=number) for number in range(random.choice((1, 3, 8, 20, 45)))]
    series = _series(random)
    kinds = {name: declared["kind"] for name, declared in series.items()}
    reports = [_report(random, kinds, days) | {"id": f"r{number}"} for number in range(random.randint(1, 12))]
    if not any({"on", "from", "to"} & report.keys() for report in reports):
        reports[0] |= {"on": days[0]}
    relations = [_relation(random, kinds, days) for _ in range(random.choice((0, 0, 1, 2)))]
    ask = [_question(random, kinds, days) for _ in range(3)]
    return {"series": series, "relations": relations, "reports": reports, "ask": ask}


def with_mixed_magnitudes(random: Random, account: dict[str, Any]) -> dict[str, Any]:
    """Give each series of an account numbers of its own size, people beside billions, some with decimals."""
    sizes = {name: random.choice(SIZES) for name in account["series"]}
    decimals = random.random() < 0.6
    reports = []
    for report in account["reports"]:
        changed = dict(report)
        if "of" not in report and report.get("unit") != "%":
            size = sizes[report["series"]]
            ends = [end for end in ("low", "high") if end in report]
            grown = sorted(_grown(random, report[end], size, decimals) for end in ends)
            changed.update(zip(ends, grown, strict=True))
            if "sharp" in report:
                changed["sharp"] = sorted(_grown(random, end, size, decimals) for end in report["sharp"])
        reports.append(changed)
    return {**account, "reports": reports}


def _grown(random: Random, amount: int, size: int, decimals: bool) -> float:
    if not decimals:
        return amount * size
    return round(amount * size * random.choice((1, 1.000001, 0.73)), random.choice((0, 1, 6)))


def _series(random: Random) -> dict[str, dict[str, Any]]:
    names = random.sample(["a", "a-b", "in camp", "2 dead", "left"], random.randint(1, 5))
    series: dict[str, dict[str, Any]] = {
        name: {"kind": random.choice(("flow", "flow", "level", "level", "toll"))} for name in names
    }
    flows = [name for name in names if series[name]["kind"] == "flow"]
    for declared in series.values():
        if declared["kind"] == "level" and flows and random.random() < 0.5:
            declared["in"] = random.sample(flows, random.randint(0, min(2, len(flows))))
            declared["out"] = random.sample(flows, random.randint(0, 1))
    return series


def _days(random: Random, days: list[date]) -> dict[str, Any]:
    first, last = sorted(random.choices(days, k=2))
    return random.choice(
        (
            {"on": first},
            {"from": first, "to": last},
            {"from": first, "to": last},
            {"from": first},
            {"to": last},
            {},
        )
    )


def _report(random: Random, kinds: dict[str, str], days: list[date]) -> dict[str, Any]:
    name = random.choice(list(kinds))
    report: dict[str, Any] = {"series": name, **_days(random, days), **_amount(random, 60)}
    kind = kinds[name]
    if random.random() < 0.6:
        report["source"] = random.choice(("mayor", "Police", "police "))
    if random.random() < 0.1:
        report["stance"] = random.choice(("denied", "expected", "supposed"))
    if random.random() < 0.2:
        report |= {"of": random.choice(list(kinds)), **_amount(random, 120)}
    elif kind == "flow" and random.random() < 0.4:
        report |= {"per": random.choice(UNITS), **_amount(random, 20)}
    elif kind != "flow" and random.random() < 0.3:
        report["change"] = random.choice(("up", "down"))
        if random.random() < 0.4:
            report["unit"] = "%"
    return report


def _amount(random: Random, most: int) -> dict[str, Any]:
    low, high = sorted(random.choices(range(most), k=2))
    amount: dict[str, Any] = {
        **random.choice(({"low": low, "high": high}, {"low": low, "high": low}, {"low": low}, {"high": high}))
    }
    if random.random() < 0.3:
        amount["bound"] = random.choice(("exact", "about", "min", "max", "range", "vague"))
    if random.random() < 0.3:
        amount["sharp"] = sorted(random.choices(range(low, high + 1), k=2))
    return amount


def _term(random: Random, name: str, kind: str, days: list[date]) -> str:
    first, last = sorted(random.choices(days, k=2))
    if kind != "level" and random.random() < 0.5:
        return f"{name} {first}..{last}"
    return f"{name}@{last}"


def _relation(random: Random, kinds: dict[str, str], days: list[date]) -> str:
    names = random.sample(list(kinds), min(len(kinds), random.randint(1, 3)))
    dated = random.random() < 0.4
    mixed = random.random() < 0.2
    terms = []
    for name in names:
        term = _term(random, name, kinds[name], days) if dated or (mixed and random.random() < 0.5) else name
        terms.append(f"{random.choice((2, 0.5))} * {term}" if random.random() < 0.2 else term)
    if random.random() < 0.3 or len(terms) == 1:
        terms.append(str(random.randint(0, 30)))
    return f"{terms[0]} {random.choice(('=', '<=', '>='))} {' + '.join(terms[1:])}"


def _question(random: Random, kinds: dict[str, str], days: list[date]) -> str:
    around = [days[0] - timedelta(days=3), *days, days[-1] + timedelta(days=4)]
    names = random.sample(list(kinds), min(len(kinds), random.choice((1, 1, 2))))
    terms = [name if random.random() < 0.2 else _term(random, name, kinds[name], around) for name in names]
    return random.choice((" + ", " - ")).join(terms)
