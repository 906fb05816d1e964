"""Ages: "a 25-year-old", "aged 32", "turned 6", and the bare number behind a name (", 45,")."""

from __future__ import annotations

import re
from dataclasses import replace

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.units import Unit

_OLD = re.compile(r"[ -]?(?:of[ -]age\b|old\b|olds\b)")
_SHORT = re.compile(r"[ -]?(?:yo|y/o|y\.o\.)(?!\w)")
_AGED = re.compile(
    r"\b(?:aged(?: between)?|ages?|age of|ages of|ages between|turn(?:ed|s|ing)?|the age of|by age|who at|whose age is|now)\s$",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"(?:[^\W\d_][\w’'.-]*|\b(?:Jr|Sr)\.),\ $")
_BEHIND_AGE = re.compile(r",|\.(?:\s|$)|;|\)|\ and\b|\ --|\s?$")
_OLDEST = 120


def aged(text: str, found: Mention) -> Mention:
    """Make an age of a number where the text says one."""
    if found.unit is not None and found.unit.kind == "duration":
        old = _OLD.match(text, found.right)
        return replace(found, unit=Unit(found.unit.name, "age"), right=old.end()) if old else found
    if (
        found.unit is not None
        or found.high is None
        or found.value > _OLDEST
        or found.bound not in ("exact", "range")
    ):
        return found
    short = _SHORT.match(text, found.right)
    if short:
        return _years(replace(found, right=short.end()))
    before = text[max(0, found.left - 40) : found.left]
    says_age = _AGED.search(before) is not None and not re.compile(r"[ -][a-z]{4,}s\b").match(
        text, found.right
    )
    if says_age and not before.rstrip().endswith("now"):
        return _years(found)
    return _years(found) if _stands_behind_name(text, found, before) else found


def _stands_behind_name(text: str, found: Mention, before: str) -> bool:
    """Whether a bare number stands in apposition to a name: "Maria Lind, 45, said"."""
    name = _AFTER_NAME.search(before)
    if found.form != "digits" or name is None or not _BEHIND_AGE.match(text, found.right):
        return False
    bare = found.left == found.start and text[found.start : found.end].isdigit()
    return bare and found.value >= 1 and name[0][0].isupper()


def _years(found: Mention) -> Mention:
    return replace(found, unit=Unit("year", "age"))
