"""The day that a report itself says it was written on."""

from __future__ import annotations

import re
from datetime import date

from addup.reading.times import calendar
from addup.reading.times.vocabulary import load

MONTHS: dict[str, int] = load("words")["month"]
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
# A place in capitals, then the day in brackets or behind a comma: "KABUL, Afghanistan (Nov. 22, 2009)".
DATELINE = re.compile(
    rf"(?m)^[^\S\n]*[A-Z][A-Z'’. -]+,?(?:[ ,]+[A-Z][\w'’.-]+)*[ ,]+\(?"
    rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:\s*,\s*(?P<year>\d{{4}}))?\b"
)
# The number of a release that begins with its year and month: "2010-09-CA-005".
RELEASE_NUMBER = re.compile(r"(?m)(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-[A-Z]{1,3}-\d+")
# A headline that begins with its day: "Feb. 17: Patrols in the south".
HEADLINE = re.compile(rf"^\s*(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:,\s*(?P<year>\d{{4}}))?:\s")
# A title that ends with the day that it is of: "Evening update, March 6, 2011".
TITLE = re.compile(
    rf"\A\s*\S[^\n]*?\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}),\s*(?P<year>\d{{4}})\s*$", re.M
)
HEAD = 600


def reference_day(text: str) -> date | None:
    """Give the day of a title, dateline or header in the first lines of a report, None where there is none.

    The day in a title is that which the report is of, also where it was sent out later. A dateline without
    a year takes it from a release number of the same or the next month; without that it stays unknown,
    since a year is never guessed.
    """
    head = re.sub("[\u2028\u2029\r]", "\n", text[:HEAD]).replace("\xa0", " ")
    line = TITLE.search(head) or DATELINE.search(head) or HEADLINE.search(head)
    number = RELEASE_NUMBER.search(head)
    if line is None:
        return None
    month, day = MONTHS[line["month"]], int(line["day"])
    if line["year"]:
        return _day(int(line["year"]), month, day)
    if number is not None:
        months_apart = (month - int(number["month"])) % 12
        if months_apart in (0, 1, 11):
            year = (
                int(number["year"])
                + (months_apart == 1 and month == 1)
                - (months_apart == 11 and month == 12)
            )
            return _day(year, month, day)
    return None


def _day(year: int, month: int, number: int) -> date | None:
    unit = calendar.day(year, month, number)
    return None if unit is None else unit.first
