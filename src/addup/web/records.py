"""The records of the JSON API, as OpenAPI describes them: those of the design, and lists of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from addup.ledger.looking import ListedDossier
from addup.ledger.records import Found, ListedDocument
from addup.records import Bound, Change, FindingKind, Kind, SeriesKind, SourceKind, Stance, TimeType

Number = int | float
Mark = Literal["open", "checked", "dismissed", "shared"]


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


class DocumentRecord(Record):
    """A document as it stands: what was read in it with all corrections, and what it takes to edit it.

    `version` is to be given back as `seen` with every edit: so an edit of what somebody else changed in the
    meantime is refused, not lost.
    """

    id: str
    title: str | None
    outlet: str | None
    published: date | None
    language: str | None
    address: str | None
    text: str
    version: int
    dossier: int | None
    figures: list[FigureRecord]
    times: list[TimeRecord]
    attributions: list[AttributionRecord]
    coverage: CoverageRecord
    tolls: TollsRecord
    findings: list[KeptFindingRecord]
    acts: list[ActRecord]
    earlier: list[str]
    later: list[str]


class Counts(Record):
    """How much a ledger holds."""

    documents: int
    figures: int
    series: int
    findings: int


class Home(Record):
    """What a ledger holds, and what was added last."""

    counts: Counts
    documents: list[ListedDocument]


class Documents(Record):
    """A list of documents."""

    documents: list[ListedDocument]


class ReportLine(Record):
    """What became of one report that was dropped in; `why` says why it could not be read."""

    name: str
    document: str | None
    title: str | None
    figures: int
    new: bool
    why: str | None
    changes: list[str]


class JobRecord(Record):
    """Reports dropped in: how far the reading is, and how many findings came of it."""

    id: str
    state: Literal["waiting", "reading", "checking", "done"]
    total: int | None
    done: int
    failed: int
    figures: int
    found: int
    reports: list[ReportLine]


class Place(Record):
    """A figure: its document and its id."""

    document: str
    figure: str


class ListedSeriesRecord(Record):
    """One line in the list of series. Its own page is that of the series with the figure `at`."""

    name: str
    kind: str
    counted: str | None
    event: str | None
    scope: str | None
    unit: str | None
    figures: int
    documents: int
    dossier: int
    at: Place


class SeriesList(Record):
    """A list of series."""

    series: list[ListedSeriesRecord]


class RowRecord(Record):
    """A figure as one flat row, with the document, the sentence and the series that it is in."""

    document: str
    title: str | None
    opening: str
    outlet: str | None
    published: date | None
    figure: str
    start: int
    end: int
    text: str
    low: Number | None
    high: Number | None
    bound: Bound
    kind: Kind
    unit: str | None
    per: str | None
    counted: str | None
    event: str | None
    first: date | None = Field(alias="from")
    last: date | None = Field(alias="to")
    place: str | None
    source: str | None
    stance: Stance
    series: str | None
    sentence: str


class SeriesPage(ListedSeriesRecord):
    """A series with its figures."""

    rows: list[RowRecord]
    findings: list[KeptFindingRecord]


class Findings(Record):
    """A list of findings, and how many there are of each status and kind."""

    findings: list[KeptFindingRecord]
    statuses: dict[str, int]
    kinds: dict[str, int]


class MoveRecord(Record):
    """A report that gives way: a figure, or the id of a report of a written account."""

    report: str
    by: Number
    was: str


class FigurePlace(Record):
    """Where a figure is found: its document, and its id in it."""

    document: str
    figure: str


class Least(Record):
    """The least that would have to change in a dossier: reports taken away, or moved.

    `figures` says which figure each of them is, wherever in the dossier it stands.
    """

    reading: str
    take_away: list[str]
    moves: list[MoveRecord]
    figures: dict[str, FigurePlace]


class FindingPage(KeptFindingRecord):
    """A finding with what people did about it, and what the least correction would be."""

    acts: list[ActRecord]
    least: Least | None


class Dossiers(Record):
    """A list of dossiers."""

    dossiers: list[ListedDossier]


class DossierPage(Record):
    """A dossier with its documents, series and findings."""

    dossier: ListedDossier
    documents: list[ListedDocument]
    series: list[ListedSeriesRecord]
    findings: list[KeptFindingRecord]


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


class AccountPage(Record):
    """The account of a dossier: series, relations, and all of it in the account language."""

    dossier: int
    series: list[GroupedSeriesRecord]
    relations: list[RelationRecord]
    text: str


class SavedAccount(Record):
    """An account that somebody saved under a name."""

    name: str
    text: str
    by: str
    made: datetime
    why: str | None


class SavedAccounts(Record):
    """All saved accounts."""

    accounts: list[SavedAccount]


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

    status: Literal["consistent", "tension", "conflict"]
    conflicts: list[ConflictRecord]
    asked: list[AnswerRecord]
    findings: list[FindingRecord]


class SourceLine(Record):
    """Who said something, and how often it changed its number or met another. No score: no count is truth."""

    name: str
    figures: int
    documents: int
    series: int
    first: date | None
    last: date | None
    revised: int
    contradicted: int
    disputed: int


class Sources(Record):
    """All sources."""

    sources: list[SourceLine]


class SourcePage(Record):
    """A source with what it said and the findings that its figures are in."""

    source: SourceLine
    rows: list[RowRecord]
    findings: list[KeptFindingRecord]


class Search(Record):
    """What a search found: documents with the words, and figures with the number."""

    asked: str
    number: Number | None
    documents: list[ListedDocument]
    figures: list[Found]
    series: list[ListedSeriesRecord]


class Log(Record):
    """What people did, the newest last."""

    acts: list[ActRecord]


class Session(Record):
    """Who asks, what they may do, and the token that changes must carry in the header X-CSRF-Token."""

    name: str
    role: str
    csrf: str


class EventDecided(Record):
    """What was decided about an event, and the event (the dossier) of its first report after it."""

    act: ActRecord
    dossier: int


class Edited(Record):
    """What was done, and the document's version and findings after it."""

    act: ActRecord
    version: int
    findings: list[KeptFindingRecord]


# --- what is sent ----------------------------------------------------------------------------------------


class Given(BaseModel):
    """What a client sends; other fields than these are refused."""

    model_config = ConfigDict(extra="forbid")


Words = Field(default=None, max_length=2000)
Value = str | int | float | None


class EditGiven(Given):
    """An edit: the version of the document that the editor saw, and why."""

    seen: int | None = Field(default=None, ge=0, le=2**31 - 1)
    why: str | None = Words


class CorrectGiven(EditGiven):
    """Fields of a figure to set (value, low, high, bound, kind, unit, ...) with their new values."""

    fields: dict[str, Value] = Field(min_length=1, max_length=20)


class AddFigureGiven(EditGiven):
    """The characters of words that are a figure, too, with fields to set."""

    start: int = Field(ge=0, le=2**31 - 1)
    end: int = Field(ge=1, le=2**31 - 1)
    fields: dict[str, Value] = Field(default_factory=dict, max_length=20)


class DescribeGiven(EditGiven):
    """Title, outlet or day of publication of a document."""

    fields: dict[str, str | None] = Field(min_length=1, max_length=3)


class UndoGiven(Given):
    """Why something is taken back."""

    why: str | None = Words


class MarkGiven(Given):
    """What became of a finding; a reason is needed to dismiss it."""

    status: Mark
    why: str | None = Words


class RelationGiven(Given):
    """A relation of a dossier, as its account writes it, to accept or to reject."""

    decision: Literal["accept", "reject"]
    relation: str = Field(min_length=1, max_length=2000)
    why: str | None = Words


class EventGiven(Given):
    """What somebody decides about an event.

    `name` gives it a name, `merge` says that it is one with the event `other`, `split` that some of its
    `reports` are of an event of their own, `pin` that they are of the event `other`.
    """

    decision: Literal["name", "merge", "split", "pin"]
    name: str = Field(default="", max_length=200)
    other: int | None = Field(default=None, ge=1, le=2**31 - 1)
    reports: list[str] = Field(default_factory=list, max_length=1000)
    why: str | None = Words


class NameGiven(Given):
    """Another name for the series of a figure."""

    name: str = Field(min_length=1, max_length=200, pattern=r"^[^\r\n]*\S[^\r\n]*$")
    why: str | None = Words


class DropGiven(Given):
    """A report to read: a text, or an address on the web."""

    text: str | None = Field(default=None, max_length=2_000_000)
    address: str | None = Field(default=None, max_length=2000)
    title: str | None = Field(default=None, max_length=300)
    published: date | None = None


class AccountGiven(Given):
    """An account in the account language (YAML)."""

    text: str = Field(max_length=1_000_000)
    why: str | None = Words


PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "What was sent is not JSON in UTF-8."},
    401: {"model": Problem, "description": "Nobody is signed in."},
    403: {"model": Problem, "description": "The token is missing or another one, or the role is too low."},
    404: {"model": Problem, "description": "There is nothing of that name."},
    413: {"model": Problem, "description": "What was sent is too large."},
    422: {"model": Problem, "description": "What was sent cannot be done, and why."},
}
"""Answers that every request of the API may get, beside its own."""
