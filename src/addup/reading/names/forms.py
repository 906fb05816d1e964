"""When two names are one: a surname, a firm's first words and its initials stand for the full name before."""

from __future__ import annotations

from functools import lru_cache

from addup.reading.names.records import Name, NameKind


def same_name(text: str, kind: NameKind, known: list[Name]) -> Name | None:
    """Give the name known already that a new one repeats, in full or in short, the last one first."""
    for name in reversed(known):
        if name.kind == kind and (is_short(text, name.full, kind) or is_short(name.full, text, kind)):
            return name
    return None


# Each name of an article is held against all others, again and again.
@lru_cache(maxsize=1 << 14)
def is_short(text: str, full: str, kind: NameKind) -> bool:
    """Whether a name is another in short: a surname, a firm's first words, or its initials."""
    if text == full:
        return True
    short, long = parts_of(text), parts_of(full)
    if kind == "person":
        return len(short) < len(long) and short[-1] == long[-1] and (len(short) == 1 or short[0] == long[0])
    within = len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short)
    return (within and (len(short) > 1 or long[0] == short[0])) or is_acronym(text, full)


def is_surname(text: str, name: Name) -> bool:
    """Whether a word is the last name of a person whom the article named in full."""
    if name.kind != "person" or not name.full.endswith(text):
        return False
    return parts_of(name.full)[1:][-1:] == (text,)


def is_acronym(text: str, full: str) -> bool:
    """Whether a name is made of the initials of another: "WHO", "W.H.O."."""
    return text.isupper() and len(initials := _initials(full)) > 1 and text.replace(".", "") == initials


@lru_cache(maxsize=1 << 12)
def parts_of(name: str) -> tuple[str, ...]:
    """Give the words of a name, taken apart once."""
    return tuple(name.split())


@lru_cache(maxsize=1 << 12)
def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
