"""Words from outside made safe to show, and the small change of sentences."""

from __future__ import annotations

import textwrap
import unicodedata

NAMES = {"phone": "phone number"}
PLURALS = {"address": "addresses"}


def plain(text: str) -> str:
    """Bring words onto one line and drop what could steer a terminal or turn the reading direction."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (" " if char.isspace() else char for char in text if char.isspace() or not _steers(char))
    return " ".join("".join(kept).split())


def _steers(char: str) -> bool:
    """Whether a character is a control code, half a surrogate pair, or turns the direction of writing."""
    return (
        unicodedata.category(char) in {"Cc", "Cs"}
        or char in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
        or ("\u2066" <= char <= "\u2069")
    )


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def count(amount: int, noun: str) -> str:
    """Write a count with its noun: "1 rank", "4 dates", "1,200 figures", "no figures"."""
    noun = NAMES.get(noun, noun)
    many = noun if amount == 1 else PLURALS.get(noun, f"{noun}s")
    return f"{f'{amount:,}' if amount else 'no'} {many}"


def join(parts: list[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def short(text: str, most: int) -> str:
    """Cut a long text at a word."""
    return textwrap.shorten(text, most, placeholder=" …")
