"""Charts: every report at its place, nothing outside the frame."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import ABOARD, CARRIED, DAILY, DEAD, FEWER, series

from addup.records import Bound, Figure, Number, Period
from addup.report.charts import BOTTOM, LEFT, RIGHT, charts


def moved(figure: Figure, low: Number | None, high: Number | None, bound: Bound, day: date) -> Figure:
    amount = replace(figure.amount, low=low, high=high, bound=bound, hedge=None)
    return replace(figure, amount=amount, period=Period(day, day))


def test_reports_of_the_same_day_stand_side_by_side() -> None:
    (chart,) = charts(series("dead", "toll", DEAD, FEWER))
    asides = [mark.aside for mark in chart.marks]
    assert len(set(asides)) == 2
    assert sum(asides) == 0


def test_an_open_end_is_an_arrow() -> None:
    (chart,) = charts(series("dead", "toll", DEAD, FEWER))
    assert [mark.opens for mark in chart.marks] == ["up", ""]


def test_totals_and_rates_are_not_drawn_on_one_scale() -> None:
    assert charts(series("carried", "flow", CARRIED, DAILY)) == ()


def test_acres_are_drawn_among_hectares() -> None:
    acres, hectares = (
        replace(
            moved(ABOARD, value, value, "exact", date(2024, 6, day)),
            amount=replace(ABOARD.amount, low=value, high=value, kind="measure", unit=unit),
        )
        for value, unit, day in ((24_000, "acre", 10), (9_700, "hectare", 11))
    )
    burned = replace(series("burned", "toll", acres, hectares), unit="hectare")
    (chart,) = charts(burned)
    assert chart.name == "burned, hectare"
    assert abs(chart.marks[0].y - chart.marks[1].y) < 1


def test_a_report_without_a_day_is_told_but_not_drawn() -> None:
    undated = replace(ABOARD, period=Period())
    (chart,) = charts(series("aboard", "level", ABOARD, SAVED_LATER, undated))
    assert (len(chart.marks), chart.undrawn) == (2, 1)


SAVED_LATER = moved(ABOARD, 228, 228, "exact", date(2024, 6, 12))


@given(
    st.lists(
        st.tuples(
            st.integers(-(10**6), 10**12),
            st.integers(0, 4000),
            st.sampled_from(["exact", "about", "min", "max", "range", "vague"]),
        ),
        min_size=2,
        max_size=30,
    )
)
def test_every_mark_is_inside_the_frame(reports: list[tuple[int, int, Bound]]) -> None:
    figures = [
        moved(DEAD, None if bound == "max" else value, None if bound == "min" else value, bound,
              date(2020, 1, 1) + timedelta(days=days))
        for value, days, bound in reports
    ]  # fmt: skip
    for chart in charts(series("dead", "toll", *figures)):
        for mark in chart.marks:
            assert LEFT <= mark.x1 <= mark.x2 <= RIGHT
            assert 0 < mark.top <= mark.y <= mark.bottom <= BOTTOM + 0.1


@pytest.mark.parametrize("value", [0, 1, 7, 1_000_000, 0.02])
def test_the_scale_holds_zero_and_has_few_lines(value: float) -> None:
    figures = [moved(DEAD, value, value, "range", date(2024, 6, day)) for day in (1, 2)]
    (chart,) = charts(series("dead", "toll", *figures))
    assert "0" in [line.label for line in chart.lines]
    assert 2 <= len(chart.lines) <= 5
