"""The check of an account: whether all that was reported can be true, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from addup.account.findings.arguments import why
from addup.account.findings.of_account import findings
from addup.account.language.account import Account, split
from addup.account.language.files import AccountText
from addup.account.language.parsing import read_account
from addup.account.result import Answer, Conflict, Result, Status, plain
from addup.account.solving import exact
from addup.account.solving.answers import answers
from addup.account.solving.conflicts import Contradiction
from addup.account.solving.parts import Parts
from addup.words import Convention


def check(
    account: Mapping[str, Any] | AccountText | str | Path,
    *,
    convention: Convention = "plain",
    most_implied: int = 10,
) -> Result:
    """Check an account given as a dict, or as a path to a YAML or JSON file.

    `convention` says what vague words commit to, where the account does not say so itself. Of what follows
    though nobody asked, no more than `most_implied` are worked out, those of the latest days.

    Raises AccountError if the account has mistakes; it lists all of them.
    """
    return check_account(read_account(account, convention=convention), most_implied=most_implied)


@exact.limited()
def check_account(account: Account, *, most_implied: int = 10) -> Result:
    """Check an account that is read already."""
    parts, sharp = Parts(account), Parts(account, "sharp")
    conflicts = parts.contradictions()
    clashing = {row.terms[0][0][0] for found in conflicts for row in found.rows if row.terms}
    tensions = sharp.contradictions(without=clashing)
    status: Status = "conflict" if conflicts else "tension" if tensions else "consistent"
    asked = _nothing_follows(account) if conflicts else answers(parts)
    return Result(
        status,
        tuple(published(account, found) for found in conflicts),
        asked,
        tuple(findings(parts, sharp, conflicts, tensions, most_implied=most_implied)),
    )


def _nothing_follows(account: Account) -> tuple[Answer, ...]:
    return tuple(Answer(question.text, None, None) for question in account.questions)


def published(account: Account, found: Contradiction) -> Conflict:
    """Name the members of a contradiction, and say why they clash."""
    reports, relations = named(account, found.members)
    return Conflict(reports, relations, plain(found.gap), why(account, found))


def named(account: Account, members: Sequence[int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Name members as ids of reports and indices of relations."""
    reports, relations = split(account, members)
    return (
        tuple(dict.fromkeys(report.id for report in reports)),
        tuple(relation.index for relation in relations),
    )
