"""What the people of one event cannot be as they are told: too many, too few, or counted in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from addup.account.arithmetic.people.headcounts import headcount_findings
from addup.account.arithmetic.people.listings import listing_findings
from addup.account.arithmetic.people.rivals import rival_findings
from addup.account.arithmetic.people.tallies import tally_findings
from addup.grouping.arithmetic.people.matters import matters_of_people
from addup.records import Finding, Grouping


def people_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give what the counts of people in the reports show by their words alone, matter by matter."""
    matters = list(matters_of_people(grouping.readings))
    for find in (headcount_findings, tally_findings, listing_findings, rival_findings):
        yield from find(matters, grouping.readings)
