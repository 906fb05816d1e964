"""Documents: text, Markdown, HTML, PDF and web addresses, each with how its facts were found."""

from addup.documents.loading import from_source, from_text, load, restate

__all__ = ["from_source", "from_text", "load", "restate"]
