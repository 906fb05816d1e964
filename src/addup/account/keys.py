"""Names for findings that stay when other reports come."""

from __future__ import annotations

import hashlib

from addup.records import Finding


def key_of(finding: Finding) -> str:
    """Name a finding by its kind and the words that it rests on, which stay when other reports come."""
    words = sorted(f"{one.document}:{one.start}:{one.end}" for one in finding.evidence)
    told = "|".join((finding.kind, *(words or [finding.text])))
    return hashlib.sha256(told.encode()).hexdigest()[:12]
