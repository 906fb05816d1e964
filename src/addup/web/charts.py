"""A series over time as a chart of Vega-Lite, made with Altair: reports as marks, with all that bounds them.

Each report is a mark at its day with the interval that its words allow: open ends are arrows, vague words
are faded, sources have shapes and colours of their own. A band shows what follows from everything else, and
lines connect the reports of a conflict. Every mark carries its document and figure, for the page to show the
sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from addup.account import check
from addup.account.reported.from_series import account_of
from addup.errors import AccountError
from addup.ledger.records import KeptFinding
from addup.records import Amount, Counted, Figure, Grouping, Period, Span
from addup.report import words
from addup.words.conversions import in_unit, scale_of, tells_again

if TYPE_CHECKING:
    import altair as alt

MOST_SOURCES = 7
"""Sources with a look of their own; all others share one."""
OTHERS = "other sources"
MOST_ASKED = 60
FEW_DAYS = 14
"""Days that have a tick each."""
FEW_MARKS, MANY_MARKS = 16, 300
"""Marks that have their number beside them, and those that are drawn small."""
COLOURS = ("#1f5fa8", "#b4511a", "#1c6b45", "#7a3fa0", "#8a6d00", "#9a2d68", "#2b6e78", "#5b6068")
CLASH, BAND = "#b3202a", "#6b7280"
IN_THE_DARK = {
    **dict(
        zip(
            COLOURS,
            ("#8fc0ff", "#f5a173", "#84d6ac", "#d3a8f2", "#e2c65c", "#f5a3cd", "#82cfdb", "#b9bfc9"),
            strict=True,
        )
    ),
    CLASH: "#ff9b97",
    BAND: "#c3c8d1",
}
"""What takes the place of each colour where the page is dark."""
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down", "triangle-right", "stroke")


def specification(
    rows: Sequence[Mapping[str, Any]], kept: Iterable[KeptFinding], band: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """Give the chart of the figures of a series; those without any day are not in it."""
    marks = _marks(list(_in_one_unit(rows)))
    scale = _most_common(mark["scale"] for mark in marks)
    marks = [mark for mark in marks if mark["scale"] == scale]  # never two measures on one scale
    measure = _most_common(mark["measure"] for mark in marks)
    names = sorted(dict.fromkeys(mark["source"] for mark in marks), key=lambda name: name == OTHERS)
    lines = _connections(marks, kept)
    size = 90 if len(marks) <= MANY_MARKS else 28
    aside = 48 if len(marks) <= FEW_MARKS else 24  # room for the numbers beside marks
    drawing = _drawing(
        tuple(names),
        measure,
        size,
        aside,
        _span(marks) <= FEW_DAYS,
        with_band=bool(band),
        with_lines=bool(lines),
    )
    datasets = {
        "reports": marks,
        "spans": _some(marks, lambda mark: mark["day0"] != mark["day"], "day0", "value"),
        "intervals": _some(marks, lambda mark: mark["low"] != mark["high"], "low", "high", "firm"),
        "arrows": _some(marks, lambda mark: bool(mark["open"]), "tip", "arrow", "firm"),
        "labels": _labels(marks) if len(marks) <= FEW_MARKS else [],
        "room": [{"value": max((max(mark["high"], mark["tip"]) for mark in marks), default=0) * 1.06}],
        "band": list(band),
        "clashes": lines,
    }
    return {**drawing, "datasets": datasets, "usermeta": {"dark": IN_THE_DARK}}


def _some(
    marks: Iterable[Mapping[str, Any]], wanted: Callable[[Mapping[str, Any]], bool], *names: str
) -> list[dict[str, Any]]:
    """Give those fields of some marks that one layer of the chart draws."""
    return [{name: mark[name] for name in ("day", "source", *names)} for mark in marks if wanted(mark)]


def _labels(marks: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give the number of each mark, once where several say the same of a day."""
    said = {(mark["day"], mark["value"]): mark for mark in marks}
    return [
        {name: mark[name] for name in ("day", "value", "source", "document", "figure")}
        | {"label": mark.get("range") or words.number(mark["value"])}
        for mark in said.values()
    ]


@lru_cache(maxsize=64)
def _drawing(
    names: tuple[str, ...],
    measure: str,
    size: int,
    aside: int,
    few_days: bool,
    *,
    with_band: bool,
    with_lines: bool,
) -> dict[str, Any]:
    """Give how a chart is drawn, whatever its data: Altair would check and copy every mark of them."""
    import altair as alt

    def over(name: str) -> alt.Chart:
        return alt.Chart(alt.NamedData(name), name=name)

    look = alt.Scale(domain=list(names), range=list(COLOURS[: len(names)]))
    shapes = alt.Scale(domain=list(names), range=list(SHAPES[: len(names)]))
    day, amount = _days_and_amounts(measure, aside, few_days=few_days)
    key = alt.Legend(title=None, orient="bottom", symbolOpacity=1)
    colour = alt.Color("source:N", scale=look, legend=key)
    shape = alt.Shape("source:N", scale=shapes, legend=key)
    faded = alt.condition("datum.firm", alt.value(0.95), alt.value(0.4))
    layers = []
    if with_band:
        box = over("band").mark_rect(opacity=0.16, color=BAND)
        layers.append(box.encode(x="from:T", x2="to:T", y=alt.Y("low:Q"), y2="high:Q"))
    if with_lines:
        line = over("clashes").mark_rule(color=CLASH, strokeDash=[5, 4], strokeWidth=1.5)
        layers.append(line.encode(x="day:T", x2="day2:T", y="value:Q", y2="value2:Q"))
    layers += [
        over("spans")
        .mark_rule(strokeWidth=3, opacity=0.35)
        .encode(x=day, x2="day0:T", y=amount, color=colour),
        over("intervals")
        .mark_rule(strokeWidth=2)
        .encode(x=day, y="low:Q", y2="high:Q", color=colour, opacity=faded),
        over("arrows")
        .mark_text(fontSize=15)
        .encode(x=day, y="tip:Q", text="arrow:N", color=colour, opacity=faded),
        over("reports")
        .mark_point(size=size, filled=True, cursor="pointer", tooltip=True)
        .encode(x=day, y=amount, color=colour, shape=shape, opacity=faded),
        over("labels")
        .mark_text(align="left", dx=9, fontSize=15, fontWeight="bold", cursor="pointer", tooltip=True)
        .encode(x=day, y=amount, text="label:N", color=colour),
        over("room").mark_point(opacity=0).encode(y=amount),  # so that no mark stands at the very top
    ]
    zoom = alt.selection_interval(bind="scales", name="zoom")
    chart = alt.layer(*layers).properties(width="container", height=380)
    made: dict[str, Any] = chart.add_params(zoom).configure_view(stroke=None).to_dict(validate=False)
    return made


def _days_and_amounts(measure: str, aside: int, *, few_days: bool) -> tuple[alt.X, alt.Y]:
    """Give the two directions of a chart, with their axes."""
    import altair as alt

    ticks: Any = "day" if few_days else 6
    days = alt.Axis(
        grid=False,
        labelFlush=40,  # at the ends, so that none is cut off
        labelOverlap=True,
        labelSeparation=14,
        tickCount=ticks,
        format="%-d %b %Y",
    )
    # Days are days everywhere: in UTC, so that no time zone moves them.
    day = alt.X("day:T", title=None, scale=alt.Scale(type="utc", padding=aside), axis=days)
    amount = alt.Y(
        "value:Q",
        title=measure or None,
        scale=alt.Scale(zero=True, nice=True),
        axis=alt.Axis(format=",~r", tickCount=6),
    )
    return day, amount


def _span(marks: Sequence[Mapping[str, Any]]) -> int:
    """Count the days from the first mark to the last."""
    days = [date.fromisoformat(mark[name]) for mark in marks for name in ("day", "day0")]
    return (max(days) - min(days)).days if days else 0


def _marks(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give what is drawn of each figure. A figure without days stands at the day of its report."""
    sources = Counter(row["source"] or "the report itself" for row in rows)
    named = {name for name, _ in sources.most_common(MOST_SOURCES)}
    if len(sources) == MOST_SOURCES + 1:
        named = set(sources)
    drawn = []
    for row in rows:
        last = row["to"] or row["published"] or row["from"]
        said = row["low"] if row["low"] is not None else row["high"]
        if last is None or said is None:
            continue
        low, high = row["ends"]
        value = (row["low"] + row["high"]) / 2 if row["bound"] == "range" else said
        opens = "up" if high is None else "down" if row["bound"] == "max" else ""
        reach = abs(value) * 0.12 or 1
        source = row["source"] or "the report itself"
        first = row["from"] if row["from"] and row["to"] and row["from"] < row["to"] else last
        drawn.append(
            {
                "day": last.isoformat(),
                "day0": first.isoformat(),
                "value": value,
                "low": value - reach if low is None or opens == "down" else low,
                "high": value + reach if high is None else high,
                "tip": value + reach if opens == "up" else value - reach,
                "open": opens,
                "arrow": "▲" if opens == "up" else "▼",
                "firm": row["bound"] != "vague" and row["stance"] == "stated",
                "source": source if source in named else OTHERS,
                "measure": _measure(row, row["unit"] or row["counted"]),
                "scale": _measure(row, row["unit"]),
                "document": row["document"],
                "figure": row["figure"],
                "start": row["start"],
                "end": row["end"],
            }
            | ({"range": _ends_in_words(row)} if row["bound"] == "range" else {})
        )
    return drawn


def _ends_in_words(row: Mapping[str, Any]) -> str:
    return f"{words.number(row['low'])} to {words.number(row['high'])}"


def _measure(row: Mapping[str, Any], unit: str | None) -> str:
    parts = (unit, f"a {row['per']}" if row["per"] else "")
    return " ".join(words.plain(part) for part in parts if part)


def _most_common(names: Iterable[str]) -> str:
    """Give the name that there are most of, the first of them; nothing without any."""
    return next((name for name, _ in Counter(names).most_common(1)), "")


def _figure(row: Mapping[str, Any]) -> Figure:
    """Give as much of the figure of a row as a chart needs."""
    span = Span(row["text"], row["start"], row["end"])
    amount = Amount(
        span, span, row["low"], row["high"], row["bound"], row["kind"], row["unit"], per=row["per"]
    )
    counted = Counted(row["counted"], row["counted"]) if row["counted"] else None
    return Figure(id="", span=span, amount=amount, counted=counted, sentence=(0, 0), period=Period())


def _in_one_unit(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Give rows in the unit that most have, where the others turn into it.

    What only tells an amount once more in another unit is left out.
    """
    unit = _most_common(row["unit"] for row in rows if row["unit"])
    figures = [_figure(row) for row in rows]
    for row, figure in zip(rows, figures, strict=True):
        others = (
            other for told, other in zip(rows, figures, strict=True) if told["document"] == row["document"]
        )
        if not any(tells_again(other, figure) for other in others):
            turned = in_unit(figure, scale_of(figure, unit))
            amount = turned.amount
            yield {**row, "low": amount.low, "high": amount.high, "unit": amount.unit, "ends": _ends(turned)}


def _ends(figure: Figure) -> tuple[float | None, float | None]:
    """Give the interval that the words of a figure allow."""
    low, high = words.drawn_interval(figure)
    return (None if low is None else float(low)), (None if high is None else float(high))


def _connections(marks: Sequence[Mapping[str, Any]], kept: Iterable[KeptFinding]) -> list[dict[str, Any]]:
    """Connect the reports of every conflict that are in the chart, one after the other in time."""
    placed = {(mark["document"], mark["start"], mark["end"]): mark for mark in marks}
    lines = []
    for one in kept:
        if one.finding.kind not in {"conflict", "tension"} or one.status == "dismissed":
            continue
        places = (piece.place for piece in one.finding.evidence)
        met = sorted((placed[at] for at in places if at in placed), key=lambda mark: str(mark["day"]))
        lines += [
            {"day": a["day"], "day2": b["day"], "value": a["value"], "value2": b["value"]}
            for a, b in pairwise(met)
        ]
    return lines


def bands(grouping: Grouping, name: str) -> list[dict[str, Any]]:
    """Give what follows from everything for a series: bounds for each period that it has reports of.

    Nothing follows from a conflict, so then there is none.
    """
    account = account_of(grouping)
    kind = account["series"].get(name, {}).get("kind")
    periods: dict[str, tuple[str, str]] = {}
    for report in account["reports"]:
        if report["series"] == name and not report.get("per") and not report.get("trend"):
            first = report.get("from") or report.get("on")
            last = report.get("to") or report.get("on")
            if first and last:
                periods[f"{name} {first}..{last}" if kind == "flow" else f"{name}@{last}"] = (first, last)
    asked = list(periods)[:MOST_ASKED]
    if not asked:
        return []
    try:
        answers = check({**account, "ask": asked}, most_implied=0).asked
    except AccountError:
        return []
    told = []
    for question, answer in zip(asked, answers, strict=True):
        first, last = periods[question]
        if answer.high is not None:
            told.append({"from": first, "to": last, "low": answer.low or 0, "high": answer.high})
    return _joined(told, steps=kind != "flow")


def _joined(told: list[dict[str, Any]], *, steps: bool) -> list[dict[str, Any]]:
    """Let what is known of a day last until the next, so that a band is seen and not a row of lines."""
    if not steps:
        return told
    ordered = sorted(told, key=lambda one: str(one["to"]))
    return (
        [
            {**one, "from": one["to"], "to": after["to"]}
            for one, after in zip(ordered, [*ordered[1:], ordered[-1]], strict=True)
        ]
        if ordered
        else []
    )
