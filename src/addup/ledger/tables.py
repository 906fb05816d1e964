"""The tables of a ledger.

What was added and what people did is only ever appended: `documents`, `addresses`, `readings` and `acts`. The
other tables are worked out from these, and can be thrown away and worked out again: `dossiers`, `links`,
`figures`, `series` and `findings`.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

dossiers = Table(
    "dossiers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("settled", Integer, nullable=False),
    Column("status", String),
    Column("name", Text),
)
"""Documents that hang together, whose figures are grouped and checked as one: reports of one event.

`version` counts what changed in it, `settled` is the version that was grouped and checked last. `name` is
what happened, where and when, as far as the words tell; what people call it stands in `acts`.
"""

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("language", String),
    Column("published", Date),
    Column("found", JSON, nullable=False),
    Column("added", DateTime(timezone=True), nullable=False),
    Column("by", String, nullable=False),
    Column("dossier", ForeignKey("dossiers.id"), index=True),
)
"""Each document as it was got, in the order in which they were added. `id` is the hash of its text."""

addresses = Table(
    "addresses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("address", Text, nullable=False, index=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("seen", DateTime(timezone=True), nullable=False),
    UniqueConstraint("address", "document"),
)
"""Where each document was got. Two documents at one address are two versions, the later row the newer."""

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("reader", String, nullable=False),
    Column("published", Date),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("record", Text, nullable=False),
    Index(None, "document", "id"),
)
"""What a version of addup (`reader`) read in a document, taking it to be published on a day."""

acts = Table(
    "acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("by", String, nullable=False),
    Column("kind", String, nullable=False, index=True),
    Column("document", ForeignKey("documents.id"), index=True),
    Column("subject", Text, index=True),
    Column("content", JSON, nullable=False),
    Column("why", Text),
    Column("undoes", ForeignKey("acts.id"), unique=True),
)
"""What people did: corrections, decisions, accounts saved, findings marked, and undoing any of these."""

links = Table(
    "links",
    metadata,
    Column("key", String, primary_key=True),
    Column("document", ForeignKey("documents.id"), primary_key=True, index=True),
)
"""The names and events by which documents are found to hang together."""

link_counts = Table(
    "link_counts",
    metadata,
    Column("key", String, primary_key=True),
    Column("documents", Integer, nullable=False),
)
"""In how many documents each key of `links` stands: what stands in very many tells nothing."""

series = Table(
    "series",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier", ForeignKey("dossiers.id"), nullable=False, index=True),
    Column("name", Text, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("counted", Text),
    Column("event", Text),
    Column("scope", Text),
    Column("unit", Text),
    Column("figures", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
)

figures = Table(
    "figures",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("id", String, primary_key=True),
    Column("series", ForeignKey("series.id"), index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("bound", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("unit", String),
    Column("per", String),
    Column("counted", Text),
    Column("event", Text),
    Column("first", Date),
    Column("last", Date),
    Column("place", Text),
    Column("source", Text),
    Column("stance", String, nullable=False),
    Index(None, "low"),
    Index(None, "high"),
)
"""The figures as they stand now: read by the newest reader, with corrections laid over."""

findings = Table(
    "findings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier", ForeignKey("dossiers.id"), nullable=False, index=True),
    Column("key", String, nullable=False, index=True),
    Column("kind", String, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("record", Text, nullable=False),
)
"""What the account of each dossier shows. `key` stays the same as long as its words do."""
