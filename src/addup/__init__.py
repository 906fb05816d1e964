"""addup reads news reports and keeps the account of the numbers in them.

    import addup

    reading = addup.read(text, published="2024-04-03")   # the figures of one report
    grouping = addup.series([reading])                    # those about the same thing, together
    result = addup.check(grouping)                        # can they all be true?

`addup.load` gets a report from a file or from the web. Each of the four loads what it needs when it is
first called, so that importing addup costs next to nothing. What is of another type than each takes is a
TypeError that says what it takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from addup.account import Result
    from addup.records import Document, Grouping, Reading
    from addup.words import Convention

__all__ = ["__version__", "check", "load", "read", "series"]


def load(
    address: str | PathLike[str], *, published: date | str | None = None, id: str | None = None
) -> Document:
    """Get one report: a file, a URL, or "-" for standard input.

    `published` overrides the day that the report itself gives; `id` names the document, else its content
    does.

    Raises:
        DocumentError: the report cannot be had or read, or is not in English.
        DateError: `published` is not a day.
    """
    from addup import documents

    _expect(address, (str, PathLike), "addup.load takes a path or an address")
    _expect(id, (str, NoneType), "an id is a text")
    return documents.load(fspath(address), published=published, id=id)


def read(
    text: str | Document,
    *,
    published: date | str | None = None,
    id: str | None = None,
    pipeline: str | None = None,
) -> Reading:
    """Find the figures of a report, who says them and when they hold.

    Offsets in the reading are character offsets into `text` as it is given. Relative times ("on Monday")
    are resolved against `published`, the day of publication; without one they stay unresolved. `pipeline`
    names a spaCy pipeline of your own (a package such as en_core_web_trf, or a folder) whose tags, parse and
    names are to be used in place of the bundled ones.

    Raises:
        DocumentError: the text is empty or not in English.
        DateError: `published` is not a day.
        PipelineError: the pipeline cannot be loaded, or has no tags, no parse or no names.
    """
    from addup import documents
    from addup.reading.model import other_pipeline
    from addup.reading.read import read as read_document
    from addup.records import Document

    taken = "addup.read takes the text of a report or what addup.load gives"
    _expect(text, (str, Document), f"{taken} (addup.read(addup.load(path)) reads a file)")
    _expect(id, (str, NoneType), "an id is a text")
    language = other_pipeline(pipeline) if pipeline else None
    if isinstance(text, str):
        return read_document(documents.from_text(text, published=published, id=id), language=language)
    return read_document(documents.restate(text, published=published, id=id), language=language)


def series(readings: Iterable[Reading]) -> Grouping:
    """Put the figures of readings that are about the same thing together.

    A figure that shares its subject with no other is a series of its own.
    """
    from addup.grouping.group import group
    from addup.records import Reading

    taken = "addup.series takes readings, as in addup.series([addup.read(text)])"
    _expect(readings, Iterable, taken)
    together = list(readings)
    for one in together:
        _expect(one, Reading, taken)
    return group(together)


def check(account: Grouping | Mapping[str, Any] | str | Path, *, convention: Convention = "plain") -> Result:
    """Tell whether all that was reported can be true, and what follows from it.

    `account` is what `series` made of readings, an account as a dict, or the path of one in YAML or JSON.
    `convention` names the table that says what vague words ("dozens") commit to.

    Raises:
        AccountError: the account has mistakes; the error lists all of them.
    """
    from addup import account as room
    from addup.account.reported.of_reports import check_reports
    from addup.records import Grouping

    taken = "addup.check takes what addup.series gives, an account as a dict, or the path of one"
    _expect(account, (Grouping, Mapping, str, Path), taken)
    if isinstance(account, Grouping):
        return check_reports(account, convention=convention)
    return room.check(account, convention=convention)


def _expect(given: object, types: type | tuple[type, ...], taken: str) -> None:
    """Raise a TypeError with what a function takes if it was given something else."""
    if not isinstance(given, types):
        raise TypeError(f"{taken}, not {type(given).__name__}")


def __getattr__(name: str) -> str:
    if name == "__version__":
        from importlib.metadata import version

        return version("addup")
    raise AttributeError(f"module 'addup' has no attribute {name!r}")
