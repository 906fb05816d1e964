"""The records of the design as OpenAPI describes them, of which the answers of the JSON API are made."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from addup.account.result import Status
from addup.records import Bound, Change, FindingKind, Kind, Number, SeriesKind, SourceKind, Stance, TimeType


class Record(BaseModel):
    """A record. Fields that are not known are null, never left out; there may be more than are described."""

    model_config = ConfigDict(populate_by_name=True, extra="allow", from_attributes=True)


class Problem(Record):
    """Why something was not done."""

    detail: str


class SpanRecord(Record):
    """Words of a text, by their characters; `end` is exclusive."""

    start: int
    end: int
    text: str


class CountedRecord(Record):
    """What is counted: the words, and the head noun in the singular."""

    text: str
    head: str


class SourceRecord(Record):
    """Who is credited."""

    text: str
    name: str | None
    kind: SourceKind | None
    start: int
    end: int


class FigureRecord(Record):
    """One expression that says how many or how much, and all that its text says of it."""

    id: str
    start: int
    end: int
    text: str
    number: SpanRecord
    low: Number | None
    high: Number | None
    bound: Bound
    hedge: str | None
    worded: bool
    kind: Kind
    unit: str | None
    unit_text: str | None
    per: str | None
    counted: CountedRecord | None
    event: str | None
    change: Change | None
    first: date | None = Field(alias="from")
    last: date | None = Field(alias="to")
    time: SpanRecord | None
    place: str | None
    source: SourceRecord | None
    stance: Stance
    sentence: list[int]
    series: str | None


class TimeRecord(SpanRecord):
    """A time expression as TimeML's TIMEX3, with the days that it covers."""

    type: TimeType
    value: str | None
    first: date | None = Field(alias="from")
    last: date | None = Field(alias="to")


class AttributionRecord(Record):
    """Who says what, by characters of the text."""

    source: list[list[int]]
    cue: list[list[int]]
    content: list[list[int]]
    speaker: str | None
    stance: Stance


class SkippedRecord(SpanRecord):
    """A number that is no figure, and why not."""

    why: str


class CoverageRecord(Record):
    """How many numbers a text holds, and what became of them."""

    numbers: int
    figures: int
    skipped: list[SkippedRecord]


class TollsRecord(Record):
    """The least number of people that a report says were killed, captured and injured in its main event."""

    killed: int | None
    captured: int | None
    injured: int | None
    date: str | None
    place: str | None


class ActRecord(Record):
    """One thing that somebody did."""

    id: int
    made: datetime
    by: str
    kind: str
    document: str | None
    subject: str | None
    content: dict[str, Any]
    why: str | None
    undoes: int | None
    undone: bool


class EvidenceRecord(SpanRecord):
    """Words of a document that something rests on."""

    document: str


class FindingRecord(Record):
    """Something that an account shows."""

    kind: FindingKind
    text: str
    rows: list[str]
    series: list[str]
    reports: list[str]
    relations: list[int]
    gap: Number | None
    evidence: list[EvidenceRecord]


class KeptFindingRecord(FindingRecord):
    """A finding of the ledger: with its key, its dossier, and what became of it."""

    key: str
    dossier: int
    status: str


class MemberRecord(Record):
    """A figure in a series."""

    document: str
    id: str
    start: int
    end: int
    number: dict[str, int]


class GroupedSeriesRecord(Record):
    """Figures about the same thing."""

    id: str
    name: str
    kind: SeriesKind
    counted: str | None
    event: str | None
    scope: str | None
    unit: str | None
    figures: list[MemberRecord]


class RelationRecord(Record):
    """A linear relation between series, with the words that suggest it."""

    text: str
    supposed: bool
    evidence: list[EvidenceRecord]


class ConflictRecord(Record):
    """Reports and relations that cannot all be true, but can without any one of them."""

    reports: list[str]
    relations: list[int]
    gap: Number | None
    why: str


class AnswerRecord(Record):
    """The tightest bounds of something asked; null is unbounded."""

    ask: str
    low: Number | None
    high: Number | None


class ResultRecord(Record):
    """What a check gives back."""

    status: Status
    conflicts: list[ConflictRecord]
    asked: list[AnswerRecord]
    findings: list[FindingRecord]


PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "What was sent is not JSON in UTF-8."},
    401: {"model": Problem, "description": "Nobody is signed in."},
    403: {"model": Problem, "description": "The token is missing or another one, or the role is too low."},
    404: {"model": Problem, "description": "There is nothing of that name."},
    413: {"model": Problem, "description": "What was sent is too large."},
    422: {"model": Problem, "description": "What was sent cannot be done, and why."},
}
"""Answers that every request of the API may get, beside its own."""
