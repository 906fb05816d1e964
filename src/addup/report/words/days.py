"""Days and periods in words."""

from __future__ import annotations

import re
from datetime import date, timedelta

from addup.calendar_names import MONTHS
from addup.records import Figure, Period
from addup.report.words.text import plain

LONG = 60
"""Days from which a period that lasts until today is best told by its beginning."""
_LONG_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")
ISO_DAY = r"\d{4}-\d{2}-\d{2}"


def day(when: date, *, year: bool = True, full: bool = False) -> str:
    """Write a day: "22 Mar 2024", without the year "22 Mar", in full "22 March 2024"."""
    month = MONTHS[when.month - 1]
    return f"{when.day} {month if full else month[:3]}{f' {when.year}' if year else ''}"


def period(span: Period, *, published: date | None = None, words: str = "") -> str:
    """Write the days covered: "since 1 Jan 2024", "25 Mar to 3 Apr", "Sep to Nov 2022"; "" if unknown.

    Days up to the day of publication are told as "since" if `words`, those of the text, say so, or if there
    are many of them. The year is left out of a range within the year of publication.
    """
    first, last = span.first, span.last
    if first is None or last is None:
        return f"since {day(first)}" if first else f"until {day(last)}" if last else ""
    if first == last:
        return day(first)
    since = re.match(r"(ever )?since\b", words.strip(), re.IGNORECASE) or (last - first).days >= LONG
    if last == published and since:
        return f"since {day(first)}"
    return _whole_months(first, last) or _range(first, last, published)


def _whole_months(first: date, last: date) -> str:
    """Write whole years and months by their names, "" if a month is cut."""
    if first.day != 1 or (last + timedelta(days=1) if last < date.max else date.min).day != 1:
        return ""
    begin, end = MONTHS[first.month - 1][:3], MONTHS[last.month - 1][:3]
    if (begin, end) == ("Jan", "Dec"):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if first.year != last.year:
        return f"{begin} {first.year} to {end} {last.year}"
    return f"{begin} {last.year}" if begin == end else f"{begin} to {end} {last.year}"


def _range(first: date, last: date, published: date | None) -> str:
    same_year = first.year == last.year
    now = published is not None and published.year == last.year
    if same_year and first.month == last.month:
        return f"{first.day} to {day(last, year=not now)}"
    return f"{day(first, year=not same_year)} to {day(last, year=not (now and same_year))}"


def figure_days(figure: Figure, published: date | None) -> str:
    """Write when a figure holds; "on any day" and the like for a bound on every unit of a rate.

    Where the days are not known, the words of the text stand in quotes.
    """
    days = period(figure.period, published=published, words=figure.time.text if figure.time else "")
    if not days and figure.time:
        return f"“{plain(figure.time.text)}”"
    if not days and figure.amount.per and figure.amount.bound in ("min", "max"):
        return f"on any {figure.amount.per}" if figure.amount.per == "day" else f"in any {figure.amount.per}"
    return days


def formula(text: str) -> str:
    """Write a relation or a question of the account language with the signs and days that people use."""
    text = plain(text).replace("<=", "≤").replace(">=", "≥").replace(" - ", " − ")
    text = re.sub(
        rf" ({ISO_DAY})\.\.({ISO_DAY})", lambda days: f" ({_iso(days[1])} to {_iso(days[2])})", text
    )
    return re.sub(rf"@({ISO_DAY})", lambda days: f" ({_iso(days[1])})", text)


def days(text: str) -> str:
    """Write the ISO days of a text as people do."""
    return re.sub(rf"(?<![\w-]){ISO_DAY}(?![\w-])", lambda on: _iso(on[0]), text)


def _iso(text: str) -> str:
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


def short_days(text: str, published: date | None) -> str:
    """Shorten the months of a text's days, and leave out the year of publication: "25 Mar"."""

    def shorten(on: re.Match[str]) -> str:
        number, month, year = on.groups()
        now = published is not None and year == f"{published.year}"
        return f"{number} {month[:3]}{f' {year}' if year and not now else ''}"

    return _LONG_DAY.sub(shorten, text)
