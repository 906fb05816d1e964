"""Files that hold reports: a zip file, a mail with what is attached to it, and a list with one in each row.

A report in one has the address of a file in a folder: "reports.zip/may/flood.txt", "update.eml/sitrep 7.pdf",
"articles.csv/2", "reports.zip/articles.csv/2".
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from functools import lru_cache
from pathlib import Path, PurePosixPath

from addup.documents.kinds import ENDINGS, TABLES, kind_of
from addup.documents.listed import LISTS, listed
from addup.documents.mail import message_of, words_of
from addup.documents.packed import ZIP, bytes_of, unpacking
from addup.documents.source import MAX_BYTES, Source, from_file
from addup.errors import DocumentError

_MOST_OF_LIST = 10 * MAX_BYTES
"""Bytes of a list of reports, which are held in memory while they are read; what is larger is an archive."""
# Of what attaches itself to mails and to zip files: a signature, what a Mac notes beside each file.
_NO_REPORTS = ("__MACOSX/",)


def reports_in(path: str) -> list[str]:
    """Give the addresses of all reports that a file holds: itself first, if it is one; never none.

    Raises:
        DocumentError: a zip file is broken or holds no report.
    """
    if not _may_hold_others(path):
        return [path]
    source = _opened(path)
    inside = [f"{path}/{name}" for name in _names(source)]
    if listed(source):
        return inside
    match kind_of(source):
        case "zip" if inside:
            return inside
        case "zip":
            raise refused(source.data, path)
        case "mail" if inside and not words_of(message_of(source.data), path).strip():
            return inside
    return [path, *inside]


def _may_hold_others(path: str) -> bool:
    """Look at a file without reading all of it."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(len(ZIP)) == ZIP or _ending(path) in LISTS | {".eml"}
    except (OSError, ValueError):
        return False


def _opened(path: str) -> Source:
    """Read a file whose reports are asked for one after the other."""
    try:
        status = Path(path).stat()
    except OSError:
        return from_file(path)
    return _kept(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1)
def _kept(path: str, _changed: int, _size: int) -> Source:
    return from_file(path, most=_MOST_OF_LIST if _ending(path) in LISTS else MAX_BYTES)


def source_within(address: str) -> Source | None:
    """Read a report that lies in a zip file, a mail or a list, None where the address leads into none.

    Raises:
        DocumentError: the file that it leads into is broken, or holds no such report.
    """
    outer = next((one for one in Path(address).parents if one.is_file()), None)
    if outer is None:
        return None
    name = address[len(str(outer)) :].replace("\\", "/").strip("/")
    found = _held(_opened(str(outer)), name)
    if found is None:
        raise DocumentError(f"{address}: {outer} holds no such report.")
    return found


def _held(source: Source, name: str) -> Source | None:
    """Read what a file holds under a name, also where that leads into a list which it holds."""
    if (report := listed(source).get(name)) is not None:
        if isinstance(report, DocumentError):
            raise report
        return report
    if (member := _member(source, name)) is not None:
        return member
    for outer in PurePosixPath(name).parents:
        if (member := _member(source, str(outer))) is not None:
            return _held(member, name[len(str(outer)) + 1 :])
    return None


def _member(source: Source, name: str) -> Source | None:
    """Read a file in a zip file, or one attached to a mail."""
    address = f"{source.name}/{name}"
    match kind_of(source):
        case "zip":
            with unpacking(source.data, source.name) as file:
                if name in file.namelist():
                    return _checked(bytes_of(file, name, name=address, most=MAX_BYTES), address)
        case "mail":
            for own, part in _attached(message_of(source.data)):
                if own == name:
                    return _checked(_bytes(part), address, charset=part.get_content_charset())
    return None


def refused(data: bytes, name: str) -> DocumentError:
    """Give the error for a packed file that is no report and holds none that can be got out of it."""
    with unpacking(data, name) as file:
        parts = set(file.namelist())
    if parts & {"[Content_Types].xml", "mimetype"}:
        return DocumentError(f"{name} is a PowerPoint or like file: save it as PDF, Word or text first.")
    if any(map(_has_ending, parts)):
        return DocumentError(f"{name} is a zip file: save it, and run  addup add  on it.")
    return DocumentError(f"{name} is a zip file without reports ({', '.join(sorted(ENDINGS | TABLES))}).")


def _checked(data: bytes, address: str, charset: str | None = None) -> Source:
    if not data.strip():
        raise DocumentError(f"{address} is empty.")
    return Source(data, name=address, address=address, charset=charset)


def _names(source: Source) -> list[str]:
    """Give the names of the reports in a list, in a zip file, or of those attached to a mail."""
    if rows := listed(source):
        return list(rows)
    match kind_of(source):
        case "zip":
            with unpacking(source.data, source.name) as file:
                members = sorted({one.filename for one in file.infolist() if _is_visible(one)})
        case "mail":
            members = [name for name, _ in _attached(message_of(source.data))]
        case _:
            members = []
    return [name for member in members for name in _names_of(source, member)]


def _names_of(source: Source, member: str) -> list[str]:
    """Give the names of the reports in a member, which mostly is one itself."""
    if _ending(member) in LISTS:
        try:
            inner = _member(source, member)
        except DocumentError:  # told where it is read
            inner = None
        if inner is not None and (rows := listed(inner)):
            return [f"{member}/{row}" for row in rows]
    return [member] if _has_ending(member) else []


def _is_visible(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    hidden = member.filename.startswith(_NO_REPORTS) or any(part.startswith(".") for part in parts)
    return not (member.is_dir() or hidden)


def _has_ending(name: str) -> bool:
    return _ending(name) in ENDINGS | TABLES


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _attached(message: EmailMessage) -> Iterator[tuple[str, EmailMessage]]:
    """Give what is attached to a mail, each under a name of its own."""
    taken: set[str] = set()
    for number, part in enumerate(message.iter_attachments(), start=1):
        if not isinstance(part, EmailMessage):
            continue
        inner = part.get_content_type() == "message/rfc822"
        name = (part.get_filename() or f"attached {number}{'.eml' if inner else ''}").replace("/", "_")
        if name in taken:
            path = PurePosixPath(name)
            name = f"{path.stem} ({number}){path.suffix}"
        taken.add(name)
        yield name, part


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
