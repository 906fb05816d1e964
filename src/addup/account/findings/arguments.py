"""Arguments in words: the rows that prove a contradiction or a bound, as sums that a person can follow."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from addup.account.language.account import Account, Report, View, once_each, split
from addup.account.language.wording import number, read_as, statement
from addup.account.solving.conflicts import Contradiction
from addup.account.solving.network import Bound, Used, total

LONGEST = 1000
"""Denominators from which a fraction says less than its decimals."""

_DAYS = re.compile(r"(?:@| )\d{4}-\d{2}-\d{2}(?:\.\.\d{4}-\d{2}-\d{2})?")


@dataclass(frozen=True, slots=True)
class Item:
    """What one member adds to a sum: "1,700 a day × 30 days", 51,000. `given` marks a mere condition.

    `owner` numbers the member, and `low` says which of its ends counts.
    """

    text: str
    member: str
    amount: Fraction
    given: bool
    owner: int
    low: bool
    unit: str | None = None

    @property
    def shown(self) -> str:
        """The text with its member."""
        return f"{self.text} ({self.member})"


def items(account: Account, used: Iterable[Used], view: View) -> list[Item]:
    """Gather the rows of an argument by member and side."""
    sides: dict[tuple[int, bool], list[Used]] = {}
    for use in used:
        if use.row.owner >= 0:
            sides.setdefault((use.row.owner, use.factor > 0), []).append(use)
    found = [_item(account, owner, low, uses, view) for (owner, low), uses in sorted(sides.items())]
    return _with_shares(account, found, view)


def _with_shares(account: Account, found: Sequence[Item], view: View) -> list[Item]:
    """Let the amount of a whole take up the share of it that counts: "60.5 % of 5,150,000"."""
    items = list(found)
    for share in found:
        if share.owner >= len(account.reports) or (report := account.reports[share.owner]).of is None:
            continue
        end = report.interval(view)[0 if share.low else 1] or Fraction(0)
        taken = [place for place, item in enumerate(items) if _is_taken(account, item, report.of, end, view)]
        if not share.given or len(taken) != 1:
            continue
        whole = items[taken[0]]
        amount = number(abs(whole.amount) * 100 / end, whole.unit)
        by = "" if account.reports[whole.owner].source == report.source else f" ({report.id})"
        items[taken[0]] = replace(whole, text=f"{number(end)} %{by} of {amount}")
        items.remove(share)
    return items


def _is_taken(account: Account, item: Item, of: str, end: Fraction, view: View) -> bool:
    """Tell whether an item is a percentage, as large as a share's end, of what one report says of a whole."""
    if item.given or not end or item.owner >= len(account.reports):
        return False
    report = account.reports[item.owner]
    said = report.interval(view)[0 if item.low else 1]
    if said is None or report.series != of or not report.total or report.per:
        return False
    return abs(item.amount) * 100 == abs(said) * end


def _item(account: Account, owner: int, low: bool, uses: Sequence[Used], view: View) -> Item:
    amount = total(uses)
    if owner >= len(account.reports):
        relation = account.relations[owner - len(account.reports)]
        text = number(abs(amount)) if amount else bare(relation.text)
        return Item(text, "relation", amount, not amount, owner, low)
    report = account.reports[owner]
    end = report.interval(view)[0 if low else 1] or Fraction(0)
    if report.of is not None or report.percent:
        return Item(
            f"{'at least' if low else 'at most'} {_said(report, end)}",
            report.id,
            amount,
            not amount,
            owner,
            low,
        )
    return Item(_product(report, end, abs(amount)), report.id, amount, False, owner, low, report.unit)


def bare(relation: str) -> str:
    """Write a relation for people, without the days that tell a program when it holds."""
    text = _DAYS.sub("", relation)
    return text.replace("<=", "≤").replace(">=", "≥").replace(" - ", " − ")


def _said(report: Report, end: Fraction) -> str:
    if report.of is not None:
        return f"{number(end)} % of {report.of}"
    return f"{number(end)} % {report.change}"


def _product(report: Report, end: Fraction, amount: Fraction) -> str:
    """Write an amount, as a rate times units or as a multiple where it is one."""
    if not end or abs(end) == amount:
        return number(amount, report.unit)
    count = amount / abs(end)
    if report.per:
        units = report.per if count == 1 else f"{report.per}s"
        return f"{number(end, report.unit)} a {report.per} × {number(count)} {units}"
    return f"{_multiple(count)} × {number(abs(end), report.unit)}"


def _multiple(count: Fraction) -> str:
    """Write how many times: "0.4", but "2/3", for no decimals come to that."""
    decimal = number(count)
    exact = Fraction(decimal.replace(",", "")) == count
    return decimal if exact or count.denominator >= LONGEST else f"{count.numerator}/{count.denominator}"


@once_each
def why(account: Account, found: Contradiction) -> str:
    """Say in one sentence, with the arithmetic, why members cannot all be true."""
    if (said := _share_as_said(account, found)) is not None:
        return said
    parts = items(account, _scaled(found.argument), found.view)
    needed = [item for item in parts if not item.given and item.amount > 0]
    allowed = [item for item in parts if not item.given and item.amount <= 0]
    misfit = total(_scaled(found.argument))
    unit = next((item.unit for item in parts if item.unit), None)
    things = all(report.counted and not report.unit for report in _reports(account, found))
    ended = [Fraction(math.ceil(end)) if things and end is not None else end for end in (misfit, found.gap)]
    given = [item.text if item.member == "relation" else item.shown for item in parts if item.given]
    condition = f", given {' and '.join(given)}" if given else ""
    if found.view == "sharp":
        condition += ", as most readers take the words"
    if not allowed and needed and given:
        sentence = f"At least {_sum(needed)} cannot be{condition}"
    else:
        over = f"{number(ended[0] or 0, unit)} too {'much' if unit else 'many'}"
        sentence = f"At least {_sum(needed)}, but at most {_sum(allowed)}{condition}: {over}"
    if ended[1] is not None and ended[1] != ended[0]:
        sentence += f"; the least that one of them would have to give way is {number(ended[1], unit)}"
    converted = dict.fromkeys(report.converted for report in _reports(account, found) if report.converted)
    return "; ".join((sentence, *converted)) + "."


def _share_as_said(account: Account, found: Contradiction) -> str | None:
    """Tell how a share of a whole and its part clash in the sharp reading, with the numbers as they are said.

    What the share gives way there makes up for the rounding of the counts, and is no number of anybody.
    """
    share = next((report for report in _reports(account, found) if report.through is not None), None)
    if found.view != "sharp" or share is None:
        return None
    others = [report for report in _reports(account, found) if report is not share]
    said = next(report for report in account.reports if report.id == share.id and report.through is None)
    if len(found.members) != len(others) + 1 or [one.series for one in others] not in (
        [share.of, share.series],
        [share.series, share.of],
    ):
        return None
    part, whole = sorted(others, key=lambda report: report.series == share.of)
    numbers = [report.sharp.low for report in (said, whole, part) if report.sharp.low == report.sharp.high]
    if len(numbers) < 3 or None in numbers:
        return None
    percent, of, counted = (value or Fraction(0) for value in numbers)
    return (
        f"{number(percent)} % ({said.id}) of {number(of, whole.unit)} ({whole.id}) = "
        f"{number(percent * of / 100, part.unit)}, but {number(counted, part.unit)} ({part.id})."
    )


def _reports(account: Account, found: Contradiction) -> list[Report]:
    return [account.reports[member] for member in found.members if member < len(account.reports)]


def _scaled(used: Sequence[Used]) -> list[Used]:
    """Bring the largest factor of a report that counts to one."""
    counting = [abs(use.factor) for use in used if use.amount and use.row.owner >= 0]
    largest = max(counting, default=max(abs(use.factor) for use in used))
    return [Used(use.row, use.factor / largest) for use in used]


def _sum(parts: Sequence[Item]) -> str:
    """Write a sum of amounts with their members: "14,000 (a) + 8,000 (b) = 22,000"."""
    if not parts:
        return "0"
    amount = abs(sum((item.amount for item in parts), Fraction(0)))
    text = " + ".join(item.shown for item in parts)
    whole = number(amount, next((item.unit for item in parts if item.unit), None))
    plain = len(parts) == 1 and parts[0].text == whole
    return text if plain else f"{text} = {whole}"


def contradiction_rows(account: Account, found: Contradiction) -> tuple[str, ...]:
    """Write a contradiction line by line: what each member says, then the sum."""
    reports, relations = split(account, found.members)
    said = [statement(report) + read_as(report, found.view) for report in reports]
    said += [f"relation: {bare(relation.text)}" for relation in relations]
    return (*said, why(account, found).rstrip("."))


def bound_row(
    account: Account, name: str, bound: Bound, *, low: bool, view: View = "charitable"
) -> str | None:
    """Write how a bound follows: "at least 100,000 (a) − 17,000 (b) = 83,000". None if nothing proves it."""
    if bound.value is None or not bound.used:
        return None
    parts = items(account, bound.used, view)
    sign = 1 if low else -1
    given = [item.text if item.member == "relation" else item.shown for item in parts if item.given]
    counted = sorted((item for item in parts if not item.given), key=lambda item: item.amount * sign < 0)
    terms = ""
    for item in counted:
        minus = item.amount * sign < 0
        terms += f" {'−' if minus else '+'} " if terms else "−" if minus else ""
        terms += item.shown
    if not terms:
        return None
    condition = f", given {' and '.join(given)}" if given else ""
    value = number(bound.value, next((item.unit for item in counted if item.unit), None))
    return f"{name}: {'at least' if low else 'at most'} {terms} = {value}{condition}"
