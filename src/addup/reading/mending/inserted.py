"""Reports that commas set into what they tell: "The main worries, [nurses said], are pay and hours"."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading.grammar import SUBJECTS
from addup.reading.mending.hanging import take_place
from addup.reading.mending.reports import is_finite, reports


def part_inserted(teller: Token) -> bool:
    """Give the clause around a report its verb and subject, which the parser has for those of the report.

    A report has one subject, so that one before a comma is of what goes on behind the report. Tells whether
    it did.
    """
    report = teller.head
    if report.i + 1 >= len(report.doc) or report.nbor().text != "," or not reports(report):
        return False
    before = [child for child in report.lefts if child.dep_ in SUBJECTS and child.i < teller.left_edge.i]
    told = _told_around(report)
    if not before or told is None or teller.left_edge.nbor(-1).text != ",":
        return False
    if not is_finite(told) or any(child.dep_ in SUBJECTS | {"expl"} for child in told.children):
        return False
    if told.head == report:
        take_place(told, report)
    for child in list(report.children):
        if child != told and (child.i < teller.left_edge.i - 1 or child.i > report.i + 1):
            child.head = told
    report.head, report.dep_ = told, "parataxis"
    return True


def _told_around(report: Token) -> Token | None:
    """Give the verb that goes on behind a report, below it in the parse or above."""
    if report.dep_ == "parataxis" and report.head.i > report.i:
        return report.head
    return next((child for child in report.rights if child.dep_ in {"ccomp", "xcomp", "parataxis"}), None)
