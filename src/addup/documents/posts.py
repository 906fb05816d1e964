"""Posts on social networks that a text holds, with the account that each is of.

Accounts stand above a post, as networks show them ("Selm Police @SelmPolice · 3h"), before it in one line
("Selm Police (@SelmPolice): ..."), or behind it, as pages embed them ("— Jo Bell (@jobell) May 3, 2024").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

Offsets = tuple[int, int]

_HANDLE = r"\(?@\w{1,30}(?:@[\w.-]+\w)?\)?"
_WHO = r"(?P<who>[^\W\d_][^\n@|·•:()—–]{1,58}?)"
_ABOVE = re.compile(rf"^[ \t]*{_WHO}[ \t]+{_HANDLE}(?:[ \t]*[·•|,–—-][^\n]{{1,30}})?[ \t]*\n", re.MULTILINE)
_BEFORE = re.compile(rf"^[ \t]*{_WHO}[ \t]+{_HANDLE}:[ \t]+(?=\S)", re.MULTILINE)
_BEHIND = re.compile(
    rf"(?:[—–]|(?<=\s)-)[ \t]?{_WHO}[ \t]+\(@\w{{1,30}}\)(?:[ \t]+[A-Z][a-z]+ \d\d?, \d{{4}})?"
)
_BREAK = re.compile(r"\n\s*\n")
# Where an embedded post begins, besides at the beginning of its paragraph.
_OPENING = re.compile(r"<tweet>|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Post:
    """Where the name of an account, the words around it that are no part of the post, and the post stand."""

    who: Offsets
    label: Offsets
    content: Offsets


@lru_cache(maxsize=1)  # several parts of a reading ask about the same text
def posts_of(text: str) -> tuple[Post, ...]:
    """Find the posts of a text, in the order of their accounts."""
    if "@" not in text:
        return ()
    before = sorted(
        [*_ABOVE.finditer(text), *_BEFORE.finditer(text)], key=lambda found: (found.start(), found.end())
    )
    behind = list(_BEHIND.finditer(text))
    found = [_told_behind(text, label, [*before, *behind]) for label in before]
    found += [_told_before(text, label, behind[:index]) for index, label in enumerate(behind)]
    return tuple(sorted(found, key=lambda post: post.label))


def _told_behind(text: str, label: re.Match[str], labels: list[re.Match[str]]) -> Post:
    """Take what follows a label, up to the next one or the end of the paragraph."""
    paragraph = _BREAK.search(text, label.end())
    ends = [other.start() for other in labels if other.start() >= label.end()]
    ends.append(paragraph.start() if paragraph is not None else len(text))
    return Post(label.span("who"), label.span(), (label.end(), min(ends)))


def _told_before(text: str, label: re.Match[str], earlier: list[re.Match[str]]) -> Post:
    """Take what stands before a label, from where its paragraph begins or the post before it ends."""
    openings = [opening.end() for opening in _OPENING.finditer(text, 0, label.start())]
    ends = [other.end() for other in earlier]
    return Post(label.span("who"), label.span(), (max([0, *openings, *ends]), label.start()))
