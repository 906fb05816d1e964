"""A number of four digits without a comma is a count where it stands like one, and else a year."""

from __future__ import annotations

import pytest

import addup
from addup.records import Reading


def _read(text: str) -> Reading:
    return addup.read(text, published="2016-03-05")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Some 1500 ethnic Albanians marched in the capital.", 1500),
        ("More than 2000 Catholic protesters rallied against the parade.", 2000),
        ("Around 1500 homeless families live there.", 1500),
        ("The department has said 2093 of the emails were redacted.", 2093),
        ("The bank offered 1850 French francs a share for the insurer.", 1850),
        ("Police detained 1900 suspected smugglers in the raids.", 1900),
        ("The storm killed 1600.", 1600),
        ("Of the patients, 1650 recovered.", 1650),
        ("1800 police officers were deployed.", 1800),
        ("The army lost 1780 tanks.", 1780),
        ("A total of 1999 were cast.", 1999),
        ("A crowd of 1700 heard the speech.", 1700),
        ("The court heard that 1850 unarmed prisoners were shot.", 1850),
        ("The death toll rose to 1820 from 40.", 1820),
        ("The dam holds 1900 cubic metres.", 1900),
        ("It was the worst flood since 1950, and 1950 houses collapsed.", 1950),
        ("The chain will go from 1500 to 2000 shops.", 2000),
        ("The guard has between 1800 and 2000 armed soldiers.", 1800),
        ("Between 1200 and 1400 people heard the speech.", 1200),
    ],
)
def test_a_number_that_counts_is_no_year(text: str, counted: int) -> None:
    assert counted in {figure.amount.low for figure in _read(text).figures}
    assert sum(time.value == str(counted) for time in _read(text).times) == text.count(f"since {counted}")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("She won more votes than in 1998.", "1998"),
        ("That 1978 resolution calls for talks.", "1978"),
        ("Turnout was the highest since at least 1980.", "1980"),
        ("The plan begins in 2020 rather than 2018.", "2018"),
        ("Some 2016 presidential candidates have left the race.", "2016"),
        ("Analysts were predicting 2015 earnings of $4 a share.", "2015"),
        ("It rose from 1990 to 2010.", "2010"),
        ("In 1998, 1999 and 2000 the river froze.", "2000"),
        ("The crops of 1946 were poor.", "1946"),
        ("He was born 1950 in Selm.", "1950"),
        ("A landmark 1933 law was repealed.", "1933"),
        ("2008 was a bad year for banks.", "2008"),
        ("In 1945 soldiers came to the town.", "1945"),
        ("From 1990 to 2000 sales doubled.", "2000"),
        ("Between 1990 and 2000 residents left the town.", "2000"),
        ("From 1990 to 2000 roads were paved.", "1990"),
        ("Between 1600 and 1900 winters grew colder.", "1600"),
        ("She worked from 1994 to 2001 in several countries.", "1994"),
    ],
)
def test_a_year_stays_one(text: str, year: str) -> None:
    assert year in {time.value for time in _read(text).times}
