"""What the JSON API answers, as OpenAPI describes it: a document, a series, a dossier, and lists of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from addup.ledger.looking import ListedDossier
from addup.ledger.records import Found, ListedDocument
from addup.records import Bound, Kind, Number, Stance
from addup.web.records import (
    ActRecord,
    AttributionRecord,
    CoverageRecord,
    FigureRecord,
    GroupedSeriesRecord,
    KeptFindingRecord,
    Record,
    RelationRecord,
    TimeRecord,
    TollsRecord,
)


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


class FigurePlace(Record):
    """Where a figure is found: its document, and its id in it."""

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
    at: FigurePlace


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
