"""Where the commands write to: terminals and files of any encoding, closed ones, and disks that are full."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""Why nothing more can be written to an output that is there."""

_SIMPLER = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "→": ">", "−": "-", "–": "-", "—": "-"})
_SIMPLER |= str.maketrans({"·": ".", "…": ".", "●": "*", "▸": ">", "◂": "<", "─": "-", "≤": "<", "≥": ">"})


def prepare() -> None:
    """Let nothing fail for want of a stream, or of a letter in the encoding that a terminal has."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever began this
            nowhere = os.open(os.devnull, os.O_RDONLY if name == "stdin" else os.O_WRONLY)
            setattr(sys, name, os.fdopen(nowhere, "r" if name == "stdin" else "w"))
    codecs.register_error("addup.simpler", _simpler)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="addup.simpler")


def write_no_more() -> None:
    """Send to nowhere what is left to write: Python would complain once more when it closes stdout."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _simpler(problem: UnicodeError) -> tuple[str, int]:
    """Write what a terminal has no letter for with one that it has: quotes and arrows, else "?"."""
    assert isinstance(problem, UnicodeEncodeError)
    letters = problem.object[problem.start : problem.end]
    return "".join(letter if letter.isascii() else "?" for letter in letters.translate(_SIMPLER)), problem.end
