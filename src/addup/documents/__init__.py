"""Documents: text, Markdown, HTML, PDF and web addresses, each with how its facts were found."""

from addup.documents.load import from_text, load

__all__ = ["from_text", "load"]
