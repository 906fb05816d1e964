"""Bare numbers that tell how strong an earthquake was: "a 7.4 quake"."""

from __future__ import annotations

import re

from addup.reading.amounts.mentions import Mention

# How strong an earthquake was: "a 7.4 quake", "a reading of 7.2" where the scale is named.
_QUAKE = r"(?:aftershock|(?:earth)?quake|temblor|tremor)"
_OF_QUAKE = re.compile(rf" {_QUAKE}\b")
_QUAKE_OF = re.compile(
    rf"\b(?:{_QUAKE}s?|one|reading) (?:of|measuring|registering)(?: about| at least)? \Z", re.IGNORECASE
)
_MEASURED = re.compile(
    rf"\b{_QUAKE}s?\b[^.;:!?\n]{{0,60}}\b(?:measur|register)(?:ed|ing)(?: (?:at|about|around|at least))* \Z"
    r"|\bmagnitude\b[^.;:!?\n]{0,40}\b(?:as|at|to|was) \Z"
    r"|\bmagnitude\b(?:[^.;:!?\n]|\.(?=\d)){0,60}\bit (?:down |up )?to \Z",
    re.IGNORECASE,
)
_READING = re.compile(r" (?:reading\b|on the Richter)")
_SCALE = re.compile(r"\b(?:Richter|magnitude)\b")
_STRONGEST = 10
_NEAR_QUAKE = 90  # characters from an earthquake to its strength


def is_strength(text: str, found: Mention) -> bool:
    """Whether a bare number is the strength of an earthquake."""
    if not 1 <= found.value < _STRONGEST:
        return False
    if "." in text[found.start : found.end]:
        if _OF_QUAKE.match(text, found.end):
            return True
        before = text[max(0, found.left - _NEAR_QUAKE) : found.left]
        if ("measur" in before or "magnitude" in before or "register" in before) and _MEASURED.search(before):
            return True
    said = _READING.match(text, found.end) or _QUAKE_OF.search(text, max(0, found.left - 40), found.left)
    return said is not None and _SCALE.search(text) is not None
