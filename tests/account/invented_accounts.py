"""Invented accounts: small, of every kind of series and report, sometimes true and sometimes not."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

UNITS = ("day", "week", "month", "year")
SIZES = (1, 1, 7919, 10**6, 10**9)

# More goes out each day than stays, so that amounts double towards the first day.
DOUBLING: dict[str, Any] = {
    "series": {
        "dead": {"kind": "toll"},
        "held": {"kind": "level", "out": ["freed"]},
        "freed": {"kind": "flow"},
    },
    "relations": ["freed >= held + dead", "dead@2021-05-06 >= 6"],
    "reports": [
        {"id": "toll", "series": "dead", "on": "2021-04-29", "low": 44},
        {"id": "share", "series": "held", "on": "2021-05-03", "of": "dead", "high": 107},
        {"id": "begin", "series": "freed", "on": "2021-03-29", "low": 0},
    ],
}


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


def invented_year(random: Random) -> dict[str, Any]:
    """Invent an account over up to a year: parts of a whole, a level that they fill, dozens of reports.

    Reports are about one true course, but for a few that are planted.
    """
    start, length = date(2021, random.randint(1, 12), 1), random.choice((60, 150, 365))
    size = random.choice((3, 4000, 10**6))
    parts = [f"part {number}" for number in range(random.randint(1, 3))]
    amounts = {part: [random.randint(0, size) for _ in range(length)] for part in parts}
    amounts["whole"] = [sum(day) for day in zip(*amounts.values(), strict=True)]
    reports = [_of_course(random, amounts, start) for _ in range(random.randint(30, 80))]
    for report in random.sample(reports, random.choice((0, 0, 1, 2))):
        report.update(low=(report["low"] or report["high"] or 0) * 3 + 1, high=None)
    flows = {name: {"kind": "flow"} for name in amounts}
    last = start + timedelta(length - 1)
    return {
        "series": {**flows, "present": {"kind": "level", "in": ["whole"]}},
        "relations": [f"whole = {' + '.join(parts)}", f"present@{start - timedelta(1)} = 0"],
        "reports": [{**report, "id": f"r{number}"} for number, report in enumerate(reports)],
        "ask": [
            f"part 0 {start + timedelta(9)}..{last}",
            f"present@{start + timedelta(length // 2)}",
            "whole",
        ],
    }


def _of_course(random: Random, amounts: dict[str, list[int]], start: date) -> dict[str, Any]:
    """Report truly what happened: a sum, what was present, a rate or a share."""
    name = random.choice(list(amounts))
    first, last = sorted(random.choices(range(len(amounts[name])), k=2))
    total = sum(amounts[name][first : last + 1])
    report: dict[str, Any] = {"series": name, "from": start + timedelta(first), "to": start + timedelta(last)}
    kind = random.choice(("sum", "sum", "present", "rate", "share"))
    if kind == "present":
        report = {"series": "present", "on": start + timedelta(last)}
        total = sum(amounts["whole"][: last + 1])
    elif kind == "rate":
        days = last - first + 1
        report["per"] = unit = random.choice(("day", "week", "year"))
        total = round(total / days * {"day": 1, "week": 7, "year": 365}[unit], 1)  # type: ignore[assignment]
        report["bound"] = "range"
    elif kind == "share":
        of = sum(amounts["whole"][first : last + 1])
        report["of"], total = "whole", round(100 * total / max(of, 1), 1)  # type: ignore[assignment]
    low, high = round(total * 0.9 - 1, 1), round(total * 1.1 + 1, 1)
    ends = random.choice(((low, high), (low, None), (None, high)))
    if kind in ("sum", "present") and random.random() < 0.2:
        ends = (total, total)
    return report | {"low": ends[0] and max(ends[0], 0), "high": ends[1]}


def with_mixed_magnitudes(random: Random, account: dict[str, Any]) -> dict[str, Any]:
    """Give each series of an account numbers of its own size, people beside billions, some with decimals."""
    sizes = {name: random.choice(SIZES) for name in account["series"]}
    decimals = random.random() < 0.6
    reports = []
    for report in account["reports"]:
        changed = dict(report)
        if "of" not in report and report.get("unit") != "%":
            size = sizes[report["series"]]
            ends = [end for end in ("low", "high") if report.get(end) is not None]
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
