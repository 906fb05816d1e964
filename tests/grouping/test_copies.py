"""One report in ten papers is one voice; an edition with another number is another report."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import addup
from addup.account.reported.of_reports import check_reports
from addup.account.reported.originals import without
from addup.grouping.joining.copies import copies
from addup.records import Reading

Read = Callable[..., Reading]

AGENCY = (
    "At least 43 people were killed when the river Selm flooded Brennick in Marland on Tuesday, the governor "
    "of Marland said. Rescuers searched the old town with boats until late in the night. Some 120 people "
    "were taken to the hospital in Harden, where doctors asked for blood."
)
MAYOR = (
    "The flood of the Selm in Brennick killed 38 people on Tuesday, the mayor of Brennick said in Marland."
)


def test_a_reprint_is_a_copy_of_what_was_published_first(read: Read) -> None:
    first = read(AGENCY, published="2024-05-15")
    later = read(f"{AGENCY} Reporting by the Northern Press.", published="2024-05-16")
    assert copies([first, later]) == {later.document.id: first.document.id}
    assert copies([later, first]) == {later.document.id: first.document.id}


def test_a_reprint_that_was_cut_is_a_copy_of_the_whole(read: Read) -> None:
    whole, cut = read(AGENCY), read(AGENCY.partition(" Some 120")[0])
    assert copies([cut, whole]) == {cut.document.id: whole.document.id}


def test_a_reprint_with_another_headline_and_dateline_is_a_copy(read: Read) -> None:
    first = read(AGENCY, published="2024-05-15")
    later = read(
        f"Flood kills at least 43\n\nHARDEN, May 16 (Northern Press) -- {AGENCY}", published="2024-05-16"
    )
    assert copies([later, first]) == {later.document.id: first.document.id}


def test_of_two_prints_the_one_with_a_number_more_is_kept(read: Read) -> None:
    agency, other = read(AGENCY), read(f"Flood kills 60 people in Marland\n\n{AGENCY}")
    assert copies([agency, other]) == {agency.document.id: other.document.id}


def test_an_edition_with_another_number_is_no_copy(read: Read) -> None:
    assert copies([read(AGENCY), read(AGENCY.replace("43", "47"))]) == {}


def test_the_same_number_by_another_source_is_no_copy(read: Read) -> None:
    assert copies([read(AGENCY), read(AGENCY.replace("the governor of Marland", "the Red Cross"))]) == {}


def test_reports_in_other_words_are_no_copies(read: Read) -> None:
    assert copies([read(AGENCY), read(MAYOR)]) == {}


def test_ten_reprints_conflict_once(read: Read) -> None:
    printed = [read(f"{AGENCY} Printed by paper number {name}.") for name in ("A", "B", "C", "D")]
    grouping = addup.series([*printed, read(MAYOR)])
    found = copies(grouping.readings)
    assert len(found) == 3
    result = check_reports(without(grouping, found))
    assert [finding.kind for finding in result.findings].count("conflict") == 1
    documents = {one.document for finding in result.findings for one in finding.evidence}
    assert documents.isdisjoint(found)


def test_the_order_of_reports_changes_nothing(read: Read) -> None:
    readings = [read(AGENCY), read(f"{AGENCY} It rained."), read(AGENCY.replace("43", "47")), read(MAYOR)]
    assert len({tuple(sorted(copies(order).items())) for order in permutations(readings)}) == 1


def test_what_is_left_without_copies_keeps_its_names(read: Read) -> None:
    agency, mayor = read(AGENCY), read(MAYOR)
    grouping = addup.series([agency, mayor])
    left = without(grouping, {agency.document.id})
    assert {series.name for series in left.series} < {series.name for series in grouping.series}
    assert [one.document.id for one in left.readings] == [mayor.document.id]
    assert without(grouping, ()) == grouping
