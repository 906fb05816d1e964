"""What clients send to the JSON API, as OpenAPI describes it; what does not fit is refused."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from addup.records import Mark


class Given(BaseModel):
    """What a client sends; other fields than these are refused."""

    model_config = ConfigDict(extra="forbid")


Why = Annotated[str | None, Field(max_length=2000)]
Value = str | int | float | None


class EditGiven(Given):
    """An edit: the version of the document that the editor saw, and why."""

    seen: int | None = Field(default=None, ge=0, le=2**31 - 1)
    why: Why = None


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

    why: Why = None


class MarkGiven(Given):
    """What became of a finding; a reason is needed to dismiss it."""

    status: Mark
    why: Why = None


class RelationGiven(Given):
    """A relation of a dossier, as its account writes it, to accept or to reject."""

    decision: Literal["accept", "reject"]
    relation: str = Field(min_length=1, max_length=2000)
    why: Why = None


class EventGiven(Given):
    """What somebody decides about an event.

    `name` gives it a name, `merge` says that it is one with the event `other`, `split` that some of its
    `reports` are of an event of their own, `pin` that they are of the event `other`.
    """

    decision: Literal["name", "merge", "split", "pin"]
    name: str = Field(default="", max_length=200)
    other: int | None = Field(default=None, ge=1, le=2**31 - 1)
    reports: list[str] = Field(default_factory=list, max_length=1000)
    why: Why = None


class NameGiven(Given):
    """Another name for the series of a figure."""

    name: str = Field(min_length=1, max_length=200, pattern=r"^[^\r\n]*\S[^\r\n]*$")
    why: Why = None


class DropGiven(Given):
    """A report to read: a text, or an address on the web."""

    text: str | None = Field(default=None, max_length=2_000_000)
    address: str | None = Field(default=None, max_length=2000)
    title: str | None = Field(default=None, max_length=300)
    published: date | None = None


class AccountGiven(Given):
    """An account in the account language (YAML)."""

    text: str = Field(max_length=1_000_000)
    why: Why = None
