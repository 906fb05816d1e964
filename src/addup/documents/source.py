"""The bytes of a report, from a file or from standard input."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from addup.errors import DocumentError

# A report is some kB of text and a long PDF some MB; what is larger is not a report.
MAX_MEGABYTES = 20
MAX_BYTES = MAX_MEGABYTES * 1_000_000

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a list of reports says about one of them, beside its text."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a report, and what was said about them where they were got.

    `name` is how messages call it; `address` is where it is, None for standard input. `media` and
    `charset` are what a server declared, `said` is what stands beside it in a list of reports.
    """

    data: bytes
    name: str
    address: str | None = None
    media: str | None = None
    charset: str | None = None
    said: Said = Said()


def is_url(address: str) -> bool:
    """Whether an address is on the web, not a path. One letter before the colon is a Windows drive."""
    return _URL.match(address) is not None


def from_file(path: str, *, most: int = MAX_BYTES) -> Source:
    """Read a file, never more of it than a report can hold, or so many bytes.

    Raises:
        DocumentError: there is no such file, it is a folder, empty, too large or not to be read.
    """
    try:
        if Path(path).is_dir():
            raise DocumentError(
                f"{path} is a folder: give one file, or run  addup add {path}  and  addup check."
            )
        with Path(path).open("rb") as stream:
            data = _read(stream, name=path, most=most)
    except FileNotFoundError:
        raise DocumentError(f"{path}: there is no such file.") from None
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
        raise DocumentError(f"{path} cannot be read: {reason}.") from None
    return Source(data, name=path, address=path)


def from_standard_input() -> Source:
    """Read standard input to its end.

    Raises:
        DocumentError: it is empty or too large.
    """
    name = "standard input"
    return Source(_read(sys.stdin.buffer, name=name), name=name)


def too_large(name: str) -> DocumentError:
    """Give the error for a report beyond the limit."""
    return DocumentError(
        f"{name} is larger than {MAX_MEGABYTES} MB, the most that addup reads as one report."
    )


def _read(stream: IO[bytes], *, name: str, most: int = MAX_BYTES) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise too_large(name)
    if not data.strip():
        raise DocumentError(f"{name} is empty.")
    return data
