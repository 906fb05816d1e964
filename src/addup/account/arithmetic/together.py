"""Numbers that belong together, by all that is learnt of how reports tell them, and that do not agree.

What a number is the result of is never sure. So it is weighed against all else that may be so: that it is
the result of nothing here, that other numbers were meant, which do agree, or that these agree with another
result. What agrees by chance is rare, and weighs the more.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from addup.account.arithmetic.clashing import Told, cite, meant, quoted
from addup.account.language.wording import four_digits, number
from addup.grouping.arithmetic.together.candidates import Candidate
from addup.grouping.arithmetic.together.operands import Operand
from addup.grouping.arithmetic.together.ruled_out import is_ruled_out
from addup.grouping.arithmetic.together.weigh import Choice, choices
from addup.records import Finding, Grouping, Reading

_SURE = 1.5
"""So many times likelier than all else a clash must be, when arithmetic has not been asked yet."""
_AGREES = 30
"""So many times likelier numbers are meant for each other that agree: one in thirty agrees by chance."""
_ELSE = 0.02
"""The chance of what nobody thought of."""
_LEAST_WORDS = 40
"""What was learnt is of whole reports; a shorter text leaves out most of what else might be meant."""
_SLACK = 0.005
_OFF = 2
"""What is off by more was hardly meant: who errs misses by a digit, a half or a double."""
_OFF_AFTER = 1.25
"""The same for what a change leads to: a slip in what there is now makes much of a small percentage."""
_PART = 0.05
_WORDED = 1.5
_INFERRED = "That they belong together is inferred from how they are told."
"""What a reader must know to judge such a finding: no word of the report says it."""
_NUMBER = re.compile(r"(\d[\d,]*)(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class _Range:
    low: float
    high: float

    def meets(self, other: _Range) -> bool:
        """Tell whether both have a number in common."""
        return self.low <= other.high and other.low <= self.high


def together_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the numbers of each report that belong together and do not agree."""
    for reading in grouping.readings:
        yield from _of_report(reading)


def _of_report(reading: Reading) -> Iterator[Finding]:
    text = reading.document.text
    found = choices(reading) if len(text.split()) >= _LEAST_WORDS else []
    if not found:
        return
    told = found[0].operands
    agreeing = {
        candidate: chance
        for choice in found
        for candidate, chance in choice.candidates
        if agrees(candidate, told)
    }
    alike: dict[tuple[str, tuple[int, ...]], float] = {}
    for candidate, chance in agreeing.items():
        key = candidate.kind, candidate.others
        alike[key] = max(chance, alike.get(key, 0))
    cited: set[frozenset[int]] = set()
    for choice in sorted(found, key=lambda choice: choice.nothing):
        clash = _clash(choice, told, agreeing, alike)
        if clash is None or is_ruled_out(clash, told, text):
            continue
        if (figures := frozenset((clash.result, *clash.others))) not in cited:
            cited.add(figures)
            yield _finding(clash, told, reading.document.id)


def _clash(
    choice: Choice,
    operands: Sequence[Operand],
    agreeing: Mapping[Candidate, float],
    alike: Mapping[tuple[str, tuple[int, ...]], float],
) -> Candidate | None:
    """Give what a number most likely is the result of, if that does not agree and nothing explains it.

    `agreeing` are the candidates of all numbers of the report that agree, with their chances, and `alike` the
    best of these chances for each kind and its numbers but the result.
    """
    unlike = [
        (chance, candidate)
        for candidate, chance in choice.candidates
        if candidate not in agreeing
        and _is_plausible(candidate, operands)
        and _goes_its_way(candidate, operands)
    ]
    if not unlike:
        return None
    likely, clash = max(unlike, key=lambda pair: pair[0])
    agree = sum(chance for candidate, chance in choice.candidates if candidate in agreeing)
    elsewhere = alike.get((clash.kind, clash.others), 0)
    others = choice.nothing + _AGREES * (agree + elsewhere) + _ELSE
    return clash if likely > _SURE * others else None


def _is_plausible(candidate: Candidate, operands: Sequence[Operand]) -> bool:
    """Tell whether numbers that do not agree are near enough to have been meant for each other."""
    if 1 / _OFF < off(candidate, operands) < _OFF:
        return True
    if candidate.kind != "change":
        return False
    before, after = (operands[place].value for place in candidate.others)
    percent = operands[candidate.result].value
    led_to = before * (1 + math.copysign(percent, after - before) / 100)
    return after / _OFF_AFTER < led_to < after * _OFF_AFTER


def _goes_its_way(candidate: Candidate, operands: Sequence[Operand]) -> bool:
    """Tell whether what is told to rise rises, and what to fall falls: nobody errs in that."""
    result = operands[candidate.result].figure
    way = result.change or result.amount.change
    if candidate.kind != "change" or way is None:
        return True
    before, after = (operands[place].value for place in candidate.others)
    return (after > before) == (way == "up")


def agrees(candidate: Candidate, operands: Sequence[Operand]) -> bool:
    """Tell whether the result of a candidate may be what the other numbers come to."""
    result = operands[candidate.result]
    others = [_told_as(operands[place]) for place in candidate.others]
    said = _told_as(result)
    if candidate.kind in ("sum", "balance"):
        return said.meets(_added(others, candidate.signs))
    first, last = others
    if candidate.kind == "share":
        return said.meets(_times(_ratio(last, first), 100))
    if candidate.kind == "product":
        times = operands[candidate.others[1]]
        return said.meets(_product(first, _times(last, times.number / times.value)))
    if candidate.kind == "difference":
        return said.meets(_size(_Range(first.low - last.high, first.high - last.low)))
    ratio = _ratio(last, first)
    if candidate.kind == "multiple":
        return said.meets(ratio) or said.meets(_ratio(first, last))
    return said.meets(_changed(ratio, result))


def off(candidate: Candidate, operands: Sequence[Operand]) -> float:
    """Give how many times what is told as the result the other numbers come to."""
    return reckoned(candidate, operands) / operands[candidate.result].value


def reckoned(candidate: Candidate, operands: Sequence[Operand]) -> float:
    """Give what the other numbers come to, in the base unit of the result."""
    values = [operands[place].value for place in candidate.others]
    if candidate.kind in ("sum", "balance"):
        return sum(sign * value for sign, value in zip(candidate.signs, values, strict=True))
    first, last = values
    if candidate.kind == "share":
        return 100 * last / first
    if candidate.kind == "change":
        return abs(100 * (last / first - 1))
    if candidate.kind == "multiple":
        return max(last / first, first / last)
    if candidate.kind == "difference":
        return abs(first - last)
    return first * operands[candidate.others[1]].number


def _told_as(one: Operand) -> _Range:
    """Give all that a figure may stand for: by its words, and since its last digits may be rounded."""
    said = meant(one.figure)
    base = one.value / one.number
    low = float(said.low) * base if said.low is not None else 0.0
    high = float(said.high) * base if said.high is not None else math.inf
    slack = _rounding(one) + _SLACK * one.value * (one.sort == "amount")
    return _Range(low - slack, high + slack)


def _rounding(one: Operand) -> float:
    """Give by how much a number may be rounded: half of its last digit that is none of zero."""
    found = _NUMBER.search(one.figure.amount.number.text)
    if found is None:
        small = one.sort == "amount" and one.number <= 20
        return 0.0 if small else max(_WORDED * (one.sort == "percent"), 1.2 * _PART * one.value)
    digits, decimals = found[1].replace(",", ""), found[2]
    zeros = 0 if one.sort == "percent" else len(digits) - len(digits.rstrip("0"))
    last = 10.0 ** (-len(decimals) if decimals else zeros)
    written = float(found[0].replace(",", "")) or 1.0
    plain = one.figure.amount.kind == "count" and written == one.number
    if plain and last == 1:
        return 0.0
    return min(last / 2 / written * one.value, _PART * one.value)


def _added(some: Sequence[_Range], signs: Sequence[int]) -> _Range:
    """Add ranges up, those with a minus taken away."""
    pairs = [*zip(some, signs, strict=True)]
    low = sum(one.low if sign > 0 else -one.high for one, sign in pairs)
    return _Range(low, sum(one.high if sign > 0 else -one.low for one, sign in pairs))


def _times(one: _Range, factor: float) -> _Range:
    return _Range(one.low * factor, one.high * factor)


def _product(one: _Range, other: _Range) -> _Range:
    return _Range(one.low * other.low, one.high * other.high)


def _ratio(one: _Range, other: _Range) -> _Range:
    return _Range(one.low / max(other.high, 1e-9), one.high / max(other.low, 1e-9))


def _size(one: _Range) -> _Range:
    """Give a range of differences without their signs."""
    if one.high < 0:
        return _Range(-one.high, -one.low)
    return one if one.low >= 0 else _Range(0, max(one.high, -one.low))


def _changed(ratio: _Range, result: Operand) -> _Range:
    """Give by how many percent something changed, in the direction that is told."""
    risen = _Range(100 * (ratio.low - 1), 100 * (ratio.high - 1))
    way = result.figure.change or result.figure.amount.change
    if way is None:
        return _size(risen)
    return risen if way == "up" else _Range(-risen.high, -risen.low)


def _finding(candidate: Candidate, operands: Sequence[Operand], document: str) -> Finding:
    """Tell what some numbers come to, and what is told instead."""
    result = operands[candidate.result]
    others = [operands[place] for place in candidate.others]
    in_one_voice = len({one.figure.said_by for one in (result, *others)}) == 1
    quote = (lambda figure: f"“{figure.span.text}”") if in_one_voice else quoted
    names = [quote(one.figure) for one in others]
    unit = {"percent": "%", "factor": "times"}.get(result.sort, result.figure.amount.unit)
    base = result.value / result.number
    comes_to = number(four_digits(Fraction(reckoned(candidate, operands) / base)), unit)
    text, row = _worded(candidate, names, comes_to)
    cited = [Told(document, one.figure) for one in sorted((result, *others), key=lambda one: one.start)]
    return cite("tension", f"{text}, but {quote(result.figure)} is told. {_INFERRED}", [row], cited)


def _worded(candidate: Candidate, names: Sequence[str], comes_to: str) -> tuple[str, str]:
    """Write what some numbers come to as a sentence, and as a row of arithmetic."""
    if candidate.kind in ("sum", "balance"):
        return _worded_sum(names, candidate.less, comes_to)
    first, last = names
    worded = {
        "share": (f"{last} of {first} is {comes_to}", f"{last} ÷ {first} = {comes_to}"),
        "product": (f"{first} times {last} is {comes_to}", f"{first} × {last} = {comes_to}"),
        "difference": (f"{first} and {last} are {comes_to} apart", f"between {first} and {last}: {comes_to}"),
        "multiple": (f"{first} and {last} are one {comes_to} the other", f"{first}, {last}: {comes_to}"),
        "change": (
            f"From {first} to {last} is a change of {comes_to}",
            f"{last} ÷ {first}: {comes_to} more or less",
        ),
    }
    return worded[candidate.kind]


def _worded_sum(names: Sequence[str], less: int, comes_to: str) -> tuple[str, str]:
    """Write what some numbers come to, the last of which may be taken away."""
    added, gone = names[: len(names) - less], names[len(names) - less :]
    row = f"{' + '.join(added)}{''.join(f' − {name}' for name in gone)} = {comes_to}"
    if gone:
        return f"{' and '.join(added)} less {' and '.join(gone)} leaves {comes_to}", row
    return f"{', '.join(added[:-1])} and {added[-1]} come to {comes_to}", row
