"""What came and went, held against what is said to lie between: 412 less 268 are no 231.

Words tell loosely which amount is which, so that what does not fit is worth a look and no conflict, and
nothing is told where any amounts of the reports in the same roles, and of the same days, bear it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations

from addup.account.arithmetic.clashing import cite, meant
from addup.account.arithmetic.intervals import less, middle, total
from addup.account.language.wording import amount, number
from addup.grouping.arithmetic.sums.nets import Moved, Net, nets_told
from addup.grouping.arithmetic.sums.stocks import Stock, stocks_told
from addup.records import Figure, Finding, Grouping
from addup.words import Interval
from addup.words.hedges import half_of_last_digit

_MARGIN = Fraction(1, 100)
"""So much of the larger side of a balance its rest may be off, after rounding, before it is told."""


def net_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give what is said to lie between what came and what went, and does not."""
    for net in nets_told(grouping.readings):
        pairs = ((net.came.figure, net.went.figure), *net.others)
        if not any(_fits(came, went, net) for came, went in pairs) and not _is_of_others(net):
            yield _told(net)


def _is_of_others(net: Net) -> bool:
    """Tell whether any other two amounts of its report lie apart by just what is said to lie between two."""
    gap = net.gap.figure
    amounts = [
        value
        for figure in net.gap.reading.figures
        if (figure.amount.kind, figure.amount.unit) == (gap.amount.kind, gap.amount.unit)
        and (value := _middle(figure)) > _middle(gap)
    ]
    spread = half_of_last_digit(_middle(gap))
    meant_ones = {_middle(net.came.figure), _middle(net.went.figure)}
    return any(
        abs(abs(one - other) - _middle(gap)) <= spread and {one, other} != meant_ones
        for one, other in combinations(amounts, 2)
    )


def stock_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give what is said to be there after all that came and went, and cannot be."""
    for reading in grouping.readings:
        for stock in stocks_told(reading):
            rest = _rest(stock)
            said = meant(stock.after.figure)
            slack = max(end for end in (rest.high, said.high, Fraction(0)) if end is not None) * _MARGIN
            if not rest.meets(said, slack=slack):
                yield _told_of(stock, rest)


def _rest(stock: Stock) -> Interval:
    """Reckon what is there after all that came and went."""
    came, went = (total(meant(one.figure) for one in moved) for moved in (stock.came, stock.went))
    return less(total([meant(stock.before.figure), came]), went)


def _told_of(stock: Stock, rest: Interval) -> Finding:
    """Tell what must be there after all that came and went, and what is said instead."""
    told = (stock.before, *stock.came, *stock.went, stock.after)
    unit = stock.before.figure.amount.unit
    sums = "".join(
        f" {sign} “{one.figure.span.text}”"
        for sign, side in (("+", stock.came), ("−", stock.went))
        for one in side
    )
    return cite(
        "tension",
        f"“{stock.before.figure.span.text}”{sums} is {amount(rest, unit=unit)}, but "
        f"“{stock.after.figure.span.text}” is told of what there was then.",
        list(_rows(told, unit)),
        told,
    )


def _rows(told: Iterable[Moved], unit: str | None) -> Iterator[str]:
    """Write what each amount is read as."""
    for one in told:
        yield f"{one.figure.span.text}, read as {amount(meant(one.figure), unit=unit)}"


def _fits(came: Figure, went: Figure, net: Net) -> bool:
    """Tell whether what came less what went may be what is said to lie between."""
    said = meant(net.gap.figure)
    slack = max(end for figure in (came, went) for end in meant(figure) if end is not None) * _MARGIN
    ways = [less(meant(came), meant(went)), less(meant(went), meant(came))]
    if net.gap.role == "more":
        ways = ways[:1]
    elif net.gap.role == "less":
        ways = ways[1:]
    return any(way.meets(said, slack=slack) for way in ways)


def _told(net: Net) -> Finding:
    """Tell what lies between what came and what went, and what is said instead."""
    came, went, gap = net.came, net.went, net.gap
    first, second = (went, came) if _middle(went.figure) > _middle(came.figure) else (came, went)
    unit = gap.figure.amount.unit
    rest = number(_middle(first.figure) - _middle(second.figure), unit)
    said = f"“{first.figure.span.text}” less “{second.figure.span.text}” is {rest}"
    told = sorted((came, went, gap), key=lambda one: (one.reading.document.id, one.figure.span.start))
    return cite(
        "tension",
        f"{said}, but “{gap.figure.span.text}” is told of what lies between the two{_way(net)}.",
        list(_rows(told, unit)),
        told,
    )


def _way(net: Net) -> str:
    """Say which way a gap is told to be, where it is the other way round."""
    more_came = _middle(net.came.figure) > _middle(net.went.figure)
    wrong = (net.gap.role == "more" and not more_came) or (net.gap.role == "less" and more_came)
    return ", the other way round" if wrong else ""


def _middle(figure: Figure) -> Fraction:
    return middle(meant(figure))
