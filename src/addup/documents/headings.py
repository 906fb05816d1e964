"""Headings of reports that come again and again, and their day: "Situation Report No. 3 (7 May 2024)".

Origin: titles of situation reports, flash updates and bulletins as relief agencies and ministries give them.
"""

from __future__ import annotations

import re
from datetime import date

from addup.documents.dates import CLOCK, DATE, MONTH, WEEKDAY, day_of

_LONGEST = 150
_REPORT = re.compile(
    r"\b(?:sit-?reps?|reports?|updates?|bulletins?|snapshots?|overviews?|brief(?:ing)?s?|newsletters?|dashboards?"
    r"|digests?|fact ?sheets?|assessments?|data|figures|information|situation|status)\b"
    r"(?!\s+(?:about|into|of|on)\b)",
    re.IGNORECASE,
)
_HOUR = r"(?:\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?|hours|hrs)?(?:\s*[A-Z]{3,4})?,?\s+(?:on\s+)?)?"
_AS_OF = re.compile(
    rf"(?P<before>.*?)\bas\s+(?:of|at)\s*:?\s+{_HOUR}{WEEKDAY}{DATE}{CLOCK}\s*[)\].]?", re.IGNORECASE
)
_AT_END = re.compile(
    rf"(?P<before>.+?)(?P<mark>\s*[,|(:–—-]\s*|\s+){WEEKDAY}{DATE}{CLOCK}\s*[)\]]?", re.IGNORECASE
)
_AT_START = re.compile(rf"{WEEKDAY}{DATE}\s*[,|:–—-]\s*(?P<behind>.+)", re.IGNORECASE)
# What stands before the dash in "1 – 30 April 2024" and "29 April - 5 May 2024", the first of several days;
# in "No. 2 - 7 May 2024" it is the number of the report.
NUMBERED = ("no", "no.", "nr", "issue", "number", "report", "update", "sitrep", "bulletin")
NOT_NUMBERED = "".join(f"(?<!{re.escape(word)} )" for word in NUMBERED)
_FIRST_OF_DAYS = re.compile(
    rf"(?:\b{MONTH}|{NOT_NUMBERED}(?<![#\d])\d{{1,2}}(?:st|nd|rd|th)?)\s*$", re.IGNORECASE
)


def heading_day(line: str) -> date | None:
    """Give the day of a heading that names a report and when it is of; None for other lines.

    "Report on the attack of 7 May 2024" is of what happened then, and a report of several days has none.
    """
    if len(line) > _LONGEST:
        return None
    as_of = _AS_OF.fullmatch(line)
    if as_of is not None:
        is_bare = not as_of["before"].strip(" (|,:–—-")
        return day_of(as_of) if is_bare or names_report(as_of["before"]) else None
    at_end = _AT_END.fullmatch(line)
    if at_end is not None and names_report(at_end["before"]):
        return None if _is_of_days(at_end) else day_of(at_end)
    at_start = _AT_START.fullmatch(line)
    return day_of(at_start) if at_start is not None and names_report(at_start["behind"]) else None


def names_report(words: str) -> bool:
    """Whether words of a heading name a report that comes again and again: "Flash Update No. 4"."""
    return _REPORT.search(words) is not None


def _is_of_days(heading: re.Match[str]) -> bool:
    """Whether the day at the end of a heading is the last of several, or no part of the heading."""
    before, mark = heading["before"], heading["mark"].strip()
    if not mark:  # "Situation report 7 May 2024", not "Report by the council that met 7 May 2024"
        return _REPORT.fullmatch(before.split()[-1]) is None
    return mark in {"-", "–", "—"} and _FIRST_OF_DAYS.search(before) is not None
