"""The plain records that all rooms share.

They hold what was read and where, and no logic beyond their own invariants. `to_dict` gives the
published form (see the design): a field that is not known is None, never left out. Offsets are
character offsets into the document's text, end exclusive.
"""

from addup.records.findings import Finding, FindingKind, Mark
from addup.records.readings import (
    Amount,
    Attribution,
    Bound,
    Change,
    Counted,
    Coverage,
    Document,
    Figure,
    Kind,
    Number,
    Period,
    Reading,
    Skipped,
    Source,
    SourceKind,
    Span,
    Stance,
    Time,
    TimeType,
    Tolls,
    Turned,
    iso,
)
from addup.records.series import Evidence, Grouping, Member, Place, Relation, Series, SeriesKind

__all__ = [
    "Amount",
    "Attribution",
    "Bound",
    "Change",
    "Counted",
    "Coverage",
    "Document",
    "Evidence",
    "Figure",
    "Finding",
    "FindingKind",
    "Grouping",
    "Kind",
    "Mark",
    "Member",
    "Number",
    "Period",
    "Place",
    "Reading",
    "Relation",
    "Series",
    "SeriesKind",
    "Skipped",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Time",
    "TimeType",
    "Tolls",
    "Turned",
    "iso",
]
