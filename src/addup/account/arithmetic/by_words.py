"""All that does not add up by the words around figures, beside what the account shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from addup.account.arithmetic.changes.rises import rise_findings, since_findings
from addup.account.arithmetic.changes.stated import change_findings
from addup.account.arithmetic.conversions import conversion_findings
from addup.account.arithmetic.days.lifetimes import lifetime_findings
from addup.account.arithmetic.days.spells import spell_findings
from addup.account.arithmetic.days.windows import window_findings
from addup.account.arithmetic.passages import in_passages
from addup.account.arithmetic.people.matters import people_findings
from addup.account.arithmetic.rates.each import each_findings
from addup.account.arithmetic.rates.extremes import extreme_findings
from addup.account.arithmetic.rates.limits import limit_findings
from addup.account.arithmetic.rivals.announced import announced_findings
from addup.account.arithmetic.rivals.counts import rival_findings
from addup.account.arithmetic.rivals.wording import wording_findings
from addup.account.arithmetic.shares.breakdowns import breakdown_findings
from addup.account.arithmetic.shares.known_groups import known_group_findings
from addup.account.arithmetic.shares.named_rates import named_rate_findings
from addup.account.arithmetic.shares.portions import portion_findings
from addup.account.arithmetic.sums.among import among_findings
from addup.account.arithmetic.sums.nets import net_findings, stock_findings
from addup.account.arithmetic.sums.overfull import overfull_findings
from addup.account.arithmetic.sums.remainders import remainder_findings
from addup.account.arithmetic.together import together_findings
from addup.account.arithmetic.two_units import of_two_units
from addup.account.arithmetic.votes.contests import contest_findings
from addup.records import Finding, Grouping

Find = Callable[[Grouping], Iterable[Finding]]
_RULES: tuple[Find, ...] = (
    conversion_findings,
    change_findings,
    announced_findings,
    people_findings,
    each_findings,
    net_findings,
    stock_findings,
    rise_findings,
    since_findings,
    window_findings,
    among_findings,
    breakdown_findings,
    portion_findings,
    known_group_findings,
    named_rate_findings,
    remainder_findings,
    overfull_findings,
    contest_findings,
    limit_findings,
    spell_findings,
    lifetime_findings,
    extreme_findings,
    wording_findings,
)
_LOUD = ("conflict", "tension", "disputed")


def wrong_by_words(grouping: Grouping, shown: Sequence[Finding]) -> list[Finding]:
    """Give what cannot all be true by the words of the reports, and is not `shown` by the account.

    Several rules, and what is learnt, may see one clash: it is told by the one that sees most of it.
    """
    ruled = in_passages(grouping, _ruled)
    ruled.sort(key=lambda one: (one.kind != "conflict", -len(one.evidence)))
    told: list[Finding] = []
    for finding in ruled:
        if not _is_told(finding, shown, wholly=True) and not _is_told(finding, told):
            told.append(finding)
    for finding in in_passages(grouping, together_findings):
        if not _is_told(finding, (*shown, *told)):
            told.append(finding)
    return told


def disputed_by_words(grouping: Grouping) -> list[Finding]:
    """Give what two voices count so differently that only one of them can be right."""
    return in_passages(grouping, _rivals)


def _ruled(grouping: Grouping) -> Iterator[Finding]:
    yield from of_two_units(grouping, _RULES)
    for find in _RULES:
        yield from find(grouping)


def _rivals(grouping: Grouping) -> Iterator[Finding]:
    yield from rival_findings(grouping)
    yield from of_two_units(grouping, [rival_findings])


def _is_told(finding: Finding, others: Iterable[Finding], *, wholly: bool = False) -> bool:
    """Tell whether a clash of most of the figures of a finding, or `wholly` of all, is told already."""
    evidence = set(finding.evidence)
    enough = len(evidence) if wholly else len(evidence) // 2 + 1
    loud = (one for one in others if one.kind in _LOUD)
    return any(len(evidence.intersection(one.evidence)) >= enough for one in loud)
