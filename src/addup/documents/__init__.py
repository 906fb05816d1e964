"""Documents, from files of many kinds and from the web, each with how its facts were found."""

from addup.documents.loading import from_source, from_text, load, restate

__all__ = ["from_source", "from_text", "load", "restate"]
