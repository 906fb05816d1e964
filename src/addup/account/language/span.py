"""The span of an account, and the days that reports leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from addup.account.language.account import Relation, Report
from addup.account.language.reports import Draft

NAMELESS = 1
"""The one day that an account without dates lasts."""


def settle_days(
    drafts: Sequence[Draft], relations: Iterable[Relation]
) -> tuple[int, int, tuple[Report, ...]]:
    """Give the first and last day that anything names, and the reports with their days filled in.

    A report that binds nobody names its days too. A change on one day names the day before.
    """
    named = [*_named_by_reports(drafts), *_named_by_relations(relations)]
    first, last = (min(named), max(named)) if named else (NAMELESS, NAMELESS)
    if any(_is_change_on_one_day(draft, first, last) for draft in drafts):
        first = min(
            [first]
            + [
                _filled(draft, first, last)[0] - 1
                for draft in drafts
                if _is_change_on_one_day(draft, first, last)
            ]
        )
    return first, last, tuple(_settled(draft, first, last) for draft in drafts)


def has_days(drafts: Iterable[Draft], relations: Iterable[Relation]) -> bool:
    """Whether anything in the account names a day."""
    return any(True for _ in _named_by_reports(drafts)) or any(True for _ in _named_by_relations(relations))


def _named_by_reports(drafts: Iterable[Draft]) -> Iterator[int]:
    return (day for draft in drafts for day in (draft.first, draft.last) if day is not None)


def _named_by_relations(relations: Iterable[Relation]) -> Iterator[int]:
    terms = (term for relation in relations for term in relation.terms)
    return (day for term in terms for day in (term.first, term.last) if day is not None)


def _filled(draft: Draft, first: int, last: int) -> tuple[int, int]:
    return first if draft.first is None else draft.first, last if draft.last is None else draft.last


def _is_change_on_one_day(draft: Draft, first: int, last: int) -> bool:
    from_day, to_day = _filled(draft, first, last)
    return draft.report.change is not None and from_day == to_day


def _settled(draft: Draft, first: int, last: int) -> Report:
    days = _filled(draft, first, last)
    report = draft.report
    return report if (report.first, report.last) == days else replace(report, first=days[0], last=days[1])
