"""What was read in one document: figures, times and attributions, each with its place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Literal

Bound = Literal["exact", "about", "min", "max", "range", "vague"]
Kind = Literal["count", "money", "share", "measure", "duration", "age"]
Stance = Literal["stated", "expected", "denied", "supposed"]
Change = Literal["up", "down"]
SourceKind = Literal["person", "organisation", "official", "document"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Number = int | float


def iso(day: date | None) -> str | None:
    """The day as ISO 8601, None for an unknown day."""
    return None if day is None else day.isoformat()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: its words and their offsets."""

    text: str
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        """Give start, end and text."""
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Document:
    """A report as it was got: its text, and what is known about it.

    `found` says for title, outlet, language and published how each was found
    ("given", "html meta", "first line", ...); a field that was not found is not in it.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: date | None = None
    address: str | None = None
    found: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day covered, both included; None where a side is open or unknown."""

    first: date | None = None
    last: date | None = None

    @property
    def known(self) -> bool:
        """Whether both ends are known."""
        return self.first is not None and self.last is not None

    @property
    def length(self) -> int:
        """How many days it covers; 0 where an end is unknown."""
        return (self.last - self.first).days + 1 if self.first and self.last else 0

    def meets(self, other: Period, *, slack: timedelta = timedelta(0)) -> bool | None:
        """Whether both have a day in common, give or take `slack`; None where an end is unknown."""
        if not (self.first and self.last and other.first and other.last):
            return None
        return self.first <= other.last + slack and other.first <= self.last + slack

    def holds(self, other: Period) -> bool:
        """Whether all days of another are among its own; False where an end is unknown."""
        if not (self.first and self.last and other.first and other.last):
            return False
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression as TimeML's TIMEX3, with the days that it covers.

    `value` is ISO 8601 with TIMEX3's extensions ("2024-W13", "P10D", "PAST_REF"); None where a relative
    time could not be resolved for want of a day of publication.
    """

    span: Span
    type: TimeType
    value: str | None
    period: Period = Period()

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            **self.span.to_dict(),
            "type": self.type,
            "value": self.value,
            "from": iso(self.period.first),
            "to": iso(self.period.last),
        }


@dataclass(frozen=True, slots=True)
class Amount:
    """How much a text says: a number with its hedge and its unit.

    `span` runs from the hedge to the unit ("up to 1,700", "more than $2.5 million a day"), `number` is the
    number as written, without them. `low` and `high` are what the words strictly commit to, in `unit`;
    None is an open end. `hedge` is the word that made the bound, `worded` marks amounts without a number
    word ("most", "both"). `change` is set where the expression itself says the direction ("up 40").
    """

    span: Span
    number: Span
    low: Number | None
    high: Number | None
    bound: Bound
    kind: Kind
    unit: str | None = None
    unit_text: str | None = None
    per: str | None = None
    hedge: str | None = None
    worded: bool = False
    change: Change | None = None
    turned: Turned | None = None


@dataclass(frozen=True, slots=True)
class Turned:
    """What an amount was turned from: as it was `said`, in its own unit, and what it commits to in this one.

    `charitable` and `sharp` are from the least to the most under the two readings. Only what compares amounts
    turns them; a reading has all its amounts as they were said.
    """

    said: Amount
    charitable: tuple[Fraction | None, Fraction | None]
    sharp: tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the words of the text, and the head noun in the singular."""

    text: str
    head: str


@dataclass(frozen=True, slots=True)
class Source:
    """Who is credited: the words of the sentence with their place, and the name that they stand for.

    `kind` tells persons, organisations, officials whom the text does not name, and documents (reports,
    polls, statistics) apart; None where the words do not say.
    """

    text: str
    start: int
    end: int
    name: str | None = None
    kind: SourceKind | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {"text": self.text, "name": self.name, "kind": self.kind, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: offsets of the source, of the cue and of the content, each in one or more pieces."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    speaker: str | None = None
    stance: Stance = "stated"

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "source": [list(piece) for piece in self.source],
            "cue": [list(piece) for piece in self.cue],
            "content": [list(piece) for piece in self.content],
            "speaker": self.speaker,
            "stance": self.stance,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One expression that says how many or how much of something, and all that its text says of it.

    `corrected` names who set its amount right, which is then not what its words say.
    """

    id: str
    span: Span
    amount: Amount
    counted: Counted | None = None
    event: str | None = None
    change: Change | None = None
    period: Period = Period()
    time: Span | None = None
    place: str | None = None
    source: Source | None = None
    stance: Stance = "stated"
    sentence: tuple[int, int]
    series: str | None = None
    corrected: str | None = None

    @property
    def noun(self) -> str:
        """The noun of what it counts, in small letters; empty where nobody tells what it counts."""
        return self.counted.head.lower() if self.counted else ""

    @property
    def said_by(self) -> str | None:
        """Who says it: the name of the source, else the words for it; None for the report itself."""
        return (self.source.name or " ".join(self.source.text.split())) if self.source else None

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        amount = self.amount
        return {
            "id": self.id,
            **self.span.to_dict(),
            "number": amount.number.to_dict(),
            "low": amount.low,
            "high": amount.high,
            "bound": amount.bound,
            "hedge": amount.hedge,
            "worded": amount.worded,
            "kind": amount.kind,
            "unit": amount.unit,
            "unit_text": amount.unit_text,
            "per": amount.per,
            "counted": self.counted and {"text": self.counted.text, "head": self.counted.head},
            "event": self.event,
            "change": self.change,
            "from": iso(self.period.first),
            "to": iso(self.period.last),
            "time": self.time and self.time.to_dict(),
            "place": self.place,
            "source": self.source and self.source.to_dict(),
            "stance": self.stance,
            "sentence": list(self.sentence),
            "series": self.series,
        }


@dataclass(frozen=True, slots=True)
class Skipped:
    """A number of the text that is no figure, and why not ("date", "rank", "name", ...)."""

    span: Span
    why: str

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {**self.span.to_dict(), "why": self.why}


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many numbers a text holds, how many became figures, and what became of the rest."""

    numbers: int
    figures: int
    skipped: tuple[Skipped, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "numbers": self.numbers,
            "figures": self.figures,
            "skipped": [skipped.to_dict() for skipped in self.skipped],
        }


@dataclass(frozen=True, slots=True)
class Tolls:
    """What a report says happened in its main event: the least number of people, the day, the place."""

    killed: int | None = None
    captured: int | None = None
    injured: int | None = None
    day: date | None = None
    place: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {
            "killed": self.killed,
            "captured": self.captured,
            "injured": self.injured,
            "date": iso(self.day),
            "place": self.place,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document."""

    document: Document
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    attributions: tuple[Attribution, ...]
    coverage: Coverage
    tolls: Tolls

    def to_dict(self) -> dict[str, Any]:
        """Give the record of the design."""
        document = self.document
        return {
            "id": document.id,
            "title": document.title,
            "outlet": document.outlet,
            "published": iso(document.published),
            "language": document.language,
            "figures": [figure.to_dict() for figure in self.figures],
            "times": [time.to_dict() for time in self.times],
            "attributions": [attribution.to_dict() for attribution in self.attributions],
            "coverage": self.coverage.to_dict(),
            "tolls": self.tolls.to_dict(),
        }
