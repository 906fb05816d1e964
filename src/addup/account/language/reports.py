"""The reports of an account file: amounts, days and what they speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, get_args

from addup.account.language.account import Report
from addup.account.language.calendar import UNITS
from addup.account.language.expressions import Kind
from addup.account.language.files import Path_
from addup.account.language.values import Mistakes, evidence_of, misspelt, nearest, read_day, read_number
from addup.records import Bound, Change, Evidence, Stance
from addup.words import AmountError, Convention, Interval, Meaning, read_amount

CHOICES: Mapping[str, tuple[str, ...]] = {
    "per": UNITS,
    "bound": get_args(Bound),
    "change": get_args(Change),
    "stance": get_args(Stance),
    "trend": ("up", "down"),
}
AMOUNTS = frozenset({"amount", "low", "high", "sharp", "share", "trend"})
DATES = ("on", "from", "to")
FOR_THE_READER = ("id", "source", "text", "converted", "counted", "unit", "document", "start", "end")
KEYS = ("series", *DATES, *sorted(AMOUNTS), "of", *CHOICES, *FOR_THE_READER)


@dataclass(frozen=True, slots=True)
class Draft:
    """A report whose days are not filled in yet: the span is known only when all are read."""

    report: Report
    first: int | None
    last: int | None


def read_reports(
    data: Sequence[Any], kinds: Mapping[str, Kind], convention: Convention, mistakes: Mistakes
) -> list[Draft]:
    """Read all reports; what is wrong goes to `mistakes`. One that is a draft already needs no reading."""
    drafts: list[Draft] = []
    seen: dict[str, int] = {}
    for index, entry in enumerate(data):
        if isinstance(entry, Draft):
            drafts.append(entry)
            continue
        where: Path_ = ("reports", index)
        if not isinstance(entry, Mapping):
            mistakes.add(where, "a report is a table such as {id: a, series: dead, on: 2024-03-01, low: 3}")
            continue
        name = str(entry["id"]) if entry.get("id") is not None else f"#{index + 1}"
        if name in seen:
            mistakes.add((*where, "id"), f"the id {name!r} is taken by report {seen[name] + 1}")
        seen.setdefault(name, index)
        before = len(mistakes.texts)
        draft = _Reader(entry, where, kinds, convention, mistakes).draft(index, name)
        if len(mistakes.texts) == before and draft:
            drafts.append(draft)
    return drafts


class _Reader:
    """Reads one report."""

    def __init__(
        self,
        entry: Mapping[Any, Any],
        where: Path_,
        kinds: Mapping[str, Kind],
        convention: Convention,
        mistakes: Mistakes,
    ) -> None:
        # Readers of YAML 1.1 take the key `on` for true.
        turned = True in entry
        self.entry = {("on" if key is True else key): entry[key] for key in entry} if turned else entry
        self.where, self.kinds, self.convention, self.mistakes = where, kinds, convention, mistakes

    def wrong(self, key: str, text: str) -> None:
        self.mistakes.add((*self.where, key), text)

    def draft(self, index: int, name: str) -> Draft | None:
        series = self.series("series", required=True)
        of = self.series("of")
        self.spelling()
        chosen = {key: self.choice(key) for key in CHOICES}
        first, last = self.days()
        meaning = self.meaning(chosen["bound"], of is not None)
        if series is not None:
            self.fits(self.kinds[series], chosen, of)
        if series is None or meaning is None:
            return None
        entry = self.entry
        report = Report(
            index=index,
            id=name,
            series=series,
            first=first or 0,
            last=last or 0,
            given=(first is not None, last is not None),
            charitable=meaning.charitable,
            sharp=meaning.sharp,
            per=chosen["per"],
            each_unit=self.each_unit(meaning, chosen["bound"]),
            of=of,
            change=chosen["change"],
            percent=chosen["change"] is not None and entry.get("unit") == "%",
            trend=chosen["trend"],
            unit=_text(entry.get("unit")),
            source=_text(entry.get("source")),
            stance=chosen["stance"] or "stated",
            words=_text(entry.get("text")) or _text(entry.get("amount", entry.get("share"))),
            converted=_text(entry.get("converted")),
            counted=_text(entry.get("counted")),
            evidence=self.evidence(),
        )
        return Draft(report, first, last)

    def series(self, key: str, *, required: bool = False) -> str | None:
        value = self.entry.get(key)
        if value is None:
            if required:
                self.wrong(key, "a report needs a series")
            elif self.entry.get("share") is not None:
                self.wrong("share", "a share needs `of`: the series that it is a share of")
            return None
        if str(value) not in self.kinds:
            self.wrong(key, f"there is no series {str(value)!r}; {nearest(value, self.kinds)}")
            return None
        return str(value)

    def spelling(self) -> None:
        """Look for a slip of the pen where a report gives no amount, for then it says nothing."""
        if not AMOUNTS & self.entry.keys():
            for key, meant in misspelt(self.entry, KEYS):
                self.wrong(key, f"there is no key {key!r}; did you mean {meant!r}?")

    def choice(self, key: str) -> Any:
        value = self.entry.get(key)
        if value is not None and value not in CHOICES[key]:
            self.wrong(key, f"{key} cannot be {value!r}; {nearest(value, CHOICES[key])}")
            return None
        return value

    def days(self) -> tuple[int | None, int | None]:
        days: dict[str, int | None] = {}
        for key in DATES:
            value = self.entry.get(key)
            days[key] = None if value is None else read_day(value)
            if value is not None and days[key] is None:
                self.wrong(key, f"{value!r} is not a day; write it as 2024-03-01")
        if days["on"] is not None:
            if days["from"] is not None or days["to"] is not None:
                self.wrong("on", "a report has either `on` or `from` and `to`")
            return days["on"], days["on"]
        first, last = days["from"], days["to"]
        if first is not None and last is not None and first > last:
            self.wrong(
                "from", f"the report ends ({self.entry['to']}) before it begins ({self.entry['from']})"
            )
        return first, last

    def meaning(self, bound: Bound | None, share: bool) -> Meaning | None:
        """Give both intervals: from low and high if there is one, else from the words."""
        entry = self.entry
        ends = {key: self.number(key, entry.get(key)) for key in ("low", "high")}
        words = entry.get("share") if share and entry.get("share") is not None else entry.get("amount")
        if words is not None and ends["low"] is None and ends["high"] is None:
            unit = "%" if share else _text(entry.get("unit"))
            try:
                meaning = read_amount(words, unit=unit, bound=bound, convention=self.convention)
            except AmountError as error:
                self.wrong("share" if words is entry.get("share") else "amount", str(error))
                return None
        else:
            given = Interval(ends["low"], ends["high"])
            meaning = Meaning(given, given, bound or "exact", _bounds_each(given))
        if entry.get("sharp") is None:
            return meaning
        return Meaning(meaning.charitable, self.pair("sharp"), meaning.bound, meaning.every_unit)

    def pair(self, key: str) -> Interval:
        value = self.entry[key]
        if isinstance(value, str) or not isinstance(value, Sequence) or len(value) != 2:
            self.wrong(key, f"{key} is a pair, such as [90, 110]; null is an open end")
            return Interval(None, None)
        return Interval(*(self.number(key, end) for end in value))

    def number(self, key: str, value: Any) -> Fraction | None:
        if value is None:
            return None
        number = read_number(value)
        if number is None:
            self.wrong(key, f"{key} must be a number or null, not {value!r}; words go into `amount`")
        return number

    def each_unit(self, meaning: Meaning, bound: Bound | None) -> bool:
        return bound in ("min", "max") if bound is not None else meaning.every_unit

    def fits(self, kind: Kind, chosen: Mapping[str, Any], of: str | None) -> None:
        """Check what goes with which kind of series."""
        if chosen["per"] and kind != "flow":
            self.wrong("per", f"{self.entry['series']!r} is a {kind}; only a flow has a rate")
        if chosen["per"] and of:
            self.wrong("per", "a share has no rate; say what it is a share of in the same period")
        if chosen["change"] and kind == "flow":
            self.wrong(
                "change", f"{self.entry['series']!r} is a flow; only levels and tolls change between days"
            )
        if chosen["change"] and of:
            self.wrong("change", "a report is either a change or a share, not both")

    def evidence(self) -> tuple[Evidence, ...]:
        return (evidence_of(self.entry),) if self.entry.get("document") else ()


def _bounds_each(given: Interval) -> bool:
    """Tell a ceiling or a floor for every single unit from an average, where `bound` does not say."""
    return not given.low or given.high is None


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
