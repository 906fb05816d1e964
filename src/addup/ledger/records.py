"""What a ledger gives back: stored documents, what people did, and where a document hangs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from addup.records import Document, Finding, Reading, SeriesKind

ActKind = Literal["correct", "add", "remove", "confirm", "describe", "undo", "account", "mark", "decide"]
"""What somebody did.

    correct    set fields of a figure          remove    a figure is none
    add        a figure that was missed        confirm   a figure is right as it stands
    describe   set title, outlet or day of a document
    undo       take back another act
    account    save an account under a name    mark      say what became of a finding
    decide     name, merge, split or pin series or events
"""


@dataclass(frozen=True, slots=True)
class Edit:
    """Who edits, and why.

    `seen` is the version of the document that the editor looked at (`Stored.version`): an edit of what
    somebody else changed since is refused. None edits whatever is there.
    """

    by: str
    why: str | None = None
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that somebody did, as it was recorded.

    `subject` is what it was done to: the id of a figure in `document`, the name of an account, the key of a
    finding. `content` holds what the kind needs. `undone` tells whether a later act took it back.
    """

    id: int
    made: datetime
    by: str
    kind: ActKind
    document: str | None
    subject: str | None
    content: Mapping[str, Any]
    why: str | None = None
    undoes: int | None = None
    undone: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Give the act as plain data."""
        return {
            "id": self.id,
            "made": self.made.isoformat(),
            "by": self.by,
            "kind": self.kind,
            "document": self.document,
            "subject": self.subject,
            "content": dict(self.content),
            "why": self.why,
            "undoes": self.undoes,
            "undone": self.undone,
        }


@dataclass(frozen=True, slots=True)
class Stored:
    """A document of the ledger as it stands: its reading with corrections laid over, and its acts.

    `version` is the id of the last act on the document, 0 without any: who edits gives it back, so that
    edits that collide are seen. `earlier` and `later` are other versions from the same address.
    """

    document: Document
    reading: Reading
    reader: str
    added: datetime
    by: str
    acts: tuple[Act, ...] = ()
    version: int = 0
    earlier: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document that was added.

    `is_new` is False where the ledger held its content already. `before` is the document that the same
    address gave until now; `changes` tells in words which figures differ from it, and `carried` what became
    of its corrections.
    """

    document: Document
    is_new: bool
    figures: int
    before: str | None = None
    changes: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """One line in the list of documents. `opening` is how its text begins, for those without a title."""

    id: str
    title: str | None
    outlet: str | None
    published: date | None
    added: datetime
    figures: int
    dossier: int | None
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A figure that a search found, with the document that it stands in; `opening` is how that begins."""

    document: str
    title: str | None
    opening: str
    published: date | None
    figure: str
    text: str
    source: str | None
    series: str | None


@dataclass(frozen=True, slots=True)
class ListedSeries:
    """One line in the list of series: the series without its figures, and how many it has."""

    id: int
    name: str
    kind: SeriesKind
    counted: str | None
    event: str | None
    scope: str | None
    unit: str | None
    figures: int
    documents: int
    dossier: int


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A finding with the dossier that it is of, and what somebody made of it ("open" at first)."""

    key: str
    dossier: int
    finding: Finding
    status: str = "open"
    acts: tuple[Act, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the published form of the finding, with its key, its dossier and what became of it."""
        return {**self.finding.to_dict(), "key": self.key, "dossier": self.dossier, "status": self.status}
