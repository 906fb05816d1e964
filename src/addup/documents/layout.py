"""How a text is set, undone before it is read: lines broken at a width, paragraphs without empty lines.

Reading knows one way of setting a text: a paragraph is a line, an empty line parts it from the next, and one
blank parts two words. `lay_out` sets any text so, and `Layout.place` tells where what was found in it stands
in the text as given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

BULLETS = "•‣▪▫■□●○◦·*➢➤✓"
"""What begins an item of a list; a dash may also stand in a sentence that is broken into lines."""

_NARROWEST, _WIDEST = 40, 132  # columns: from those of newspapers to those of line printers
_LEAST_TOLD, _LEAST_SHARE = 3, 0.7  # by how many of the lines that end amid a sentence a width is told

_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NOTHING = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens, joiners, byte-order marks
# A blank of its own kind between digits groups them ("816 000"), more surely than another.
_ODD = re.compile(rf"(?<!\d)[{_BLANKS}]+|[{_BLANKS}]+(?!\d)|(?P<nothing>[{_NOTHING}]+)")
_MAY_BE_ODD = re.compile(f"[{_BLANKS}{_NOTHING}]")
_AMID_PARAGRAPH = re.compile(r"\n(?<!\n\n)[ \t]*(?=\S)")
_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<words>\S[^\n]*?)[ \t]*(?:\n|\Z)")
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*\Z")
_OPENS = re.compile(r"[\"'“‘(\[]*[A-Z\d$€£]")
_ITEM = re.compile(rf"[{BULLETS}>#|+]|[-–—]\s+(?![a-z])")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s")
_CELLS = re.compile(r"[\t|]|\s{3,}")
_HYPHEN = re.compile(r"\w-\Z")
_HEADLINE = re.compile(r"\s*[^\n]{1,150}\n\s*\n")
_LONG_HEADLINE = 110  # characters of a first line beyond which a full stop makes a sentence of it


def headline_end(text: str) -> int:
    """Give where the headline ends: the first line, if a blank line follows; 0 without one."""
    found = _HEADLINE.match(text)
    line = found[0].rstrip() if found else ""
    is_sentence = line.endswith(".") and len(line) > _LONG_HEADLINE
    return found.end() if found and not is_sentence else 0


@dataclass(frozen=True, slots=True)
class Layout:
    """A text set as reading knows it, and the way back to the text as given.

    `ends` are the offsets in `text` behind each change, in order; `shifts`, one more than these, what to add
    to an offset before the first of them, between two, and behind the last.
    """

    text: str
    ends: tuple[int, ...]
    shifts: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Give where a stretch of this text stands in the text as given."""
        first = self._offset(start)
        return first, self._offset(end - 1) + 1 if end > start else first

    def _offset(self, place: int) -> int:
        change = bisect_right(self.ends, place)
        offset = place + self.shifts[change]
        if change == len(self.ends):
            return offset
        # An empty line stands for a line end, which is shorter: nothing in it lies behind that.
        return min(offset, self.ends[change] + self.shifts[change + 1] - 1)


def lay_out(text: str) -> Layout | None:
    """Set a text as reading knows it; None where it is set so already."""
    changes = sorted([*_line_ends(text), *_odd_blanks(text)])
    if not changes:
        return None
    pieces: list[str] = []
    ends, shifts, last, length = [], [0], 0, 0
    for start, end, instead in changes:
        pieces += (text[last:start], instead)
        length += start - last + len(instead)
        last = end
        ends.append(length)
        shifts.append(end - length)
    return Layout("".join([*pieces, text[last:]]), tuple(ends), tuple(shifts))


_Changed = tuple[int, int, str]
"""Where a change begins and ends in the text as given, and what stands there instead."""


def _odd_blanks(text: str) -> Iterator[_Changed]:
    if text.isascii() or not _MAY_BE_ODD.search(text):
        return
    for odd in _ODD.finditer(text):
        yield odd.start(), odd.end(), "" if odd["nothing"] else " "


def _line_ends(text: str) -> Iterator[_Changed]:
    """Give the line ends that only the width of the page made, and those that part paragraphs."""
    if not _AMID_PARAGRAPH.search(text):
        return
    breaks = list(_breaks(text))
    width = _width(breaks)
    for one in breaks:
        instead = one.instead(width)
        if instead is not None:
            yield one.start, one.end, instead


@dataclass(frozen=True, slots=True)
class _Break:
    """The end of a line with no empty line behind it: the words of both lines, and where they stand."""

    before: str
    behind: str
    column: int
    is_set_in: bool
    start: int
    end: int

    @property
    def amid_sentence(self) -> bool:
        """Whether the line before ends amid a sentence."""
        return not _ENDED.search(self.before)

    @property
    def widths(self) -> range:
        """The widths of a page, in columns, on which the next word would have found no room."""
        length = self.column + len(self.before)
        return range(length, length + len(self.behind.split(maxsplit=1)[0]) + 1)

    def instead(self, width: int | None) -> str | None:
        """Give what stands for this end in a text whose lines are broken at a width; None: it stays."""
        if not self.is_set_in and width is not None and width in self.widths:
            return "" if _HYPHEN.search(self.before) else " "
        if self.amid_sentence:
            goes_on = len(self.before) >= _NARROWEST and self.behind[0].islower()
            return " " if goes_on and not self.before.endswith(":") else None
        return "\n\n" if _OPENS.match(self.behind) else None


def _breaks(text: str) -> Iterator[_Break]:
    """Give the line ends amid blocks of text; those of lists and tables are left alone."""
    for line, following in pairwise(_LINE.finditer(text)):
        before, behind = line["words"], following["words"]
        end = following.start("words")
        if line.end() != following.start() or _ITEM.match(behind):
            continue
        if _NUMBERED.match(behind) and (before.endswith(":") or _ENDED.search(before)):
            continue
        if not (_CELLS.search(before) or _CELLS.search(behind)):
            is_set_in = len(following["indent"]) > len(line["indent"])
            yield _Break(before, behind, len(line["indent"]), is_set_in, line.end("words"), end)


def _width(breaks: Sequence[_Break]) -> int | None:
    """Give the width at which the lines of a text are broken, in columns; None where they are not.

    Programs that break lines put as many words on each as find room. That a line begins with a small letter
    tells as much again.
    """
    amid = [one for one in breaks if one.amid_sentence]
    widths = Counter(width for one in amid for width in one.widths if _NARROWEST <= width <= _WIDEST)
    if not widths:
        return None
    ended = Counter(width for one in breaks for width in one.widths)
    width, explained = max(widths.items(), key=lambda item: (item[1], ended[item[0]], -item[0]))
    small = sum(width in one.widths and one.behind[0].islower() for one in amid)
    long = sum(2 * len(one.before) > width for one in amid)
    return width if explained + small >= _LEAST_TOLD and explained >= _LEAST_SHARE * long else None
