"""The day that a report itself says it was written on."""

from __future__ import annotations

import re
from datetime import date

from addup.documents.dates import MONTH, WEEKDAY, month_of
from addup.documents.days import date_line_day
from addup.reading.times import calendar
from addup.reading.times.vocabulary import load

MONTHS: dict[str, int] = load("words")["month"]
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
# A place in capitals, then the day in brackets or behind a comma: "KABUL, Afghanistan (Nov. 22, 2009)".
DATELINE = re.compile(
    rf"(?m)^[^\S\n]*[A-Z][A-Z'’. -]+,?(?:[ ,]+[A-Z][\w'’.-]+)*[ ,]+\(?"
    rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:\s*,\s*(?P<year>\d{{4}}))?\b"
)
# The place in any letters, the day before the month or behind that of the week: "Kabul (Monday, 22 Nov.)".
IN_BRACKETS = re.compile(
    rf"(?im)^[^\S\n]*(?-i:[A-Z])[\w'’.-]+(?:,? (?-i:[A-Z])[\w'’.-]*){{0,5}}\s*\(\s*{WEEKDAY}"
    rf"(?:(?P<month>{MONTH})\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<day_1>\d{{1,2}})\s+(?P<month_1>{MONTH}))\s*\)"
)
# The number of a release that begins with its year, mostly with the month: "2010-09-CA-005", "2010-CA-005".
RELEASE_NUMBER = re.compile(
    r"(?<![\w-])(?P<year>(?:19|20)\d\d)-"
    r"(?:(?P<month>0[1-9]|1[0-2])-(?:[A-Z]{1,3}[- ]\d+|\d{3,})|[A-Z]{1,3}-\d{2,})\b"
)
# A headline that begins with its day: "Feb. 17: Patrols in the south".
HEADLINE = re.compile(rf"(?m)^\s*(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:,?\s+(?P<year>\d{{4}}))?:\s")
# A title that ends with the day that it is of: "Evening update, March 6, 2011".
TITLE = re.compile(
    rf"\A\s*\S[^\n]*?\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}),\s*(?P<year>\d{{4}})\s*$", re.M
)
HEAD = 600


def reference_day(text: str) -> date | None:
    """Give the day of a title, dateline or header in the first lines of a report, None where there is none.

    The day in a title is that which the report is of, also where it was sent out later. A dateline without
    a year takes it from a release number of the same or the next month, its own before one that it names;
    without that it stays unknown, since a year is never guessed.
    """
    head = re.sub("[\u2028\u2029\r]", "\n", text[:HEAD]).replace("\xa0", " ")
    line = TITLE.search(head) or DATELINE.search(head) or HEADLINE.search(head)
    if line is not None and line["year"]:
        return _day(int(line["year"]), MONTHS[line["month"]], int(line["day"]))
    whole = date_line_day(head)
    if whole is not None:
        return whole
    if line is not None:
        return _with_year(text, MONTHS[line["month"]], int(line["day"]))
    bracket = IN_BRACKETS.search(head)
    if bracket is None:
        return None
    month = month_of(bracket["month"] or bracket["month_1"])
    return _with_year(text, month, int(bracket["day"] or bracket["day_1"]))


def _with_year(text: str, month: int, day: int) -> date | None:
    """Give a day in the year of the first release number of its month, or one beside it, or of no month."""
    for number in RELEASE_NUMBER.finditer(text):
        apart = (month - int(number["month"] or month)) % 12
        if apart in (0, 1, 11):
            year = int(number["year"]) + (apart == 1 and month == 1) - (apart == 11 and month == 12)
            return _day(year, month, day)
    return None


def _day(year: int, month: int, number: int) -> date | None:
    unit = calendar.day(year, month, number)
    return None if unit is None else unit.first
