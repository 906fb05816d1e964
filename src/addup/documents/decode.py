"""From bytes to text: which encoding they are in, and whether they are text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from addup.documents.encodings import LOST, taken_for, told_by_words
from addup.documents.mojibake import put_right
from addup.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
# What people send instead of text, by the first bytes of the file.
_KINDS = (
    (b"\xd0\xcf\x11\xe0", "an old or locked Word or Excel file, or a mail of Outlook"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3\x00", "a ledger or another database"),
    (b"PAR1", "a Parquet file"),
)
_LINE_END = re.compile(r"\r\n?")
_UNUSED = re.compile(r"[\x80-\x84\x86-\x9f]")
"""Control characters that no text holds: where an encoding gives them, it is another one."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding that its bytes were in, and how that was found (None: plain UTF-8).

    `mended` tells in how many places letters that were spoilt before were put right.
    """

    text: str
    encoding: str
    how: str | None = None
    mended: int = 0

    @property
    def found(self) -> dict[str, str]:
        """The entry for a document's `found`."""
        told = [self.how] if self.how else []
        if self.mended:
            told.append(f"{self.mended} spoilt letter{'s' if self.mended > 1 else ''} put right")
        if lost := self.text.count(LOST):
            told.append(f"{lost} letter{'s' if lost > 1 else ''} lost before ({LOST})")
        return {"encoding": ", ".join([self.encoding, *told])} if told else {}


def decode(data: bytes, *, name: str, declared: str | None = None) -> Decoded:
    """Turn bytes into text: by their byte-order mark, as declared, as UTF-8, or as detected.

    Line ends become newlines, a byte-order mark goes, and letters that an earlier program spoilt by taking
    UTF-8 for another encoding ("donâ€™t") are put right; nothing else changes.

    Raises:
        DocumentError: the bytes are not text, or in no encoding that can be told.
    """
    _refuse_known_kinds(data, name)
    for encoding, how in _candidates(data, declared):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return _decoded(text, encoding, how, name)
    return _detected(data, name)


def _candidates(data: bytes, declared: str | None) -> list[tuple[str, str | None]]:
    candidates: list[tuple[str, str | None]] = [
        (encoding, "byte-order mark" if encoding != "utf-8-sig" else None)
        for mark, encoding in _MARKS
        if data.startswith(mark)
    ][:1]
    if not candidates and b"\x00" in data:
        candidates += [(encoding, "detected") for encoding in _WIDE if _is_wide(data, encoding)]
    if declared and (encoding := _meant(declared, data)):
        candidates.append((encoding, "declared"))
    return [*candidates, ("utf-8", None)]


def _meant(declared: str, data: bytes) -> str | None:
    """Give the encoding that a declared one stands for; None if there is none, or its bytes belie it."""
    try:
        encoding = taken_for(declared)
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return encoding if encoding.lower() not in {"utf-8", "utf8"} and not _UNUSED.search(text) else None


def _is_wide(data: bytes, encoding: str) -> bool:
    """Whether bytes are words in an encoding of two or four bytes for each letter, which has no mark here."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return "\x00" not in text and 2 * sum(letter < "\x7f" for letter in text) > len(text)


def _detected(data: bytes, name: str) -> Decoded:
    from charset_normalizer import from_bytes

    if b"\x00" in data:
        raise _not_text(name)
    if (mixed := _mixed(data)) is not None:
        return _decoded(mixed, "utf-8", "with parts in cp1252", name)
    best = from_bytes(data).best()
    encoding, odd = told_by_words(data, best.encoding if best else None)
    doubt = f", though {odd} word{'s look' if odd > 1 else ' looks'} wrong" if odd else ""
    return _decoded(data.decode(encoding, "replace"), encoding, f"detected{doubt}", name)


def _mixed(data: bytes) -> str | None:
    """Give text that is put together from UTF-8 and the encoding of Windows, or cut within a letter.

    None where letters of UTF-8 are not at least as many as bytes that are none: those come about by chance.
    """
    strays = 0

    def stray(problem: UnicodeError) -> tuple[str, int]:
        nonlocal strays
        assert isinstance(problem, UnicodeDecodeError)
        strays += 1
        if problem.end == len(data) and problem.end - problem.start > 1:
            return LOST, problem.end
        byte = data[problem.start : problem.start + 1]
        return byte.decode("cp1252", "replace"), problem.start + 1

    codecs.register_error("addup.stray", stray)
    text = data.decode("utf-8", "addup.stray")
    letters = sum(letter > "\x7f" for letter in text) - strays
    return text if letters >= strays else None


def _decoded(text: str, encoding: str, how: str | None, name: str) -> Decoded:
    text, mended = put_right(_checked(text, name))
    return Decoded(text, encoding, how, mended)


def _refuse_known_kinds(data: bytes, name: str) -> None:
    for mark, kind in _KINDS:
        if data.startswith(mark):
            raise DocumentError(f"{name} is {kind}: save it as text, Word (.docx), HTML or PDF first.")


def _checked(text: str, name: str) -> str:
    """Give the text with its line ends as newlines, if it is one."""
    # A stray control character happens in real text; one in a hundred does not.
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise _not_text(name)
    return _LINE_END.sub("\n", text)


def _not_text(name: str) -> DocumentError:
    return DocumentError(
        f"{name} is binary, not text: addup reads text, HTML, PDF, Word, Excel, LibreOffice, e-mails and CSV."
    )
