"""From bytes to text: which encoding they are in, and whether they are text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from addup.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What people send instead of text, by the first bytes of the file.
_KINDS = (
    (b"\xd0\xcf\x11\xe0", "an old or locked Word or Excel file, or a mail of Outlook"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "an RTF file"),
)
_LINE_END = re.compile(r"\r\n?")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding that its bytes were in, and how that was found (None: plain UTF-8)."""

    text: str
    encoding: str
    how: str | None = None

    @property
    def found(self) -> dict[str, str]:
        """The entry for a document's `found`."""
        return {"encoding": f"{self.encoding}, {self.how}"} if self.how else {}


def decode(data: bytes, *, name: str, declared: str | None = None) -> Decoded:
    """Turn bytes into text: by their byte-order mark, as declared, as UTF-8, or as detected.

    Line ends become newlines and a byte-order mark goes; nothing else changes.

    Raises:
        DocumentError: the bytes are not text, or in no encoding that can be told.
    """
    _refuse_known_kinds(data, name)
    for encoding, how in _candidates(data, declared):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return Decoded(_checked(text, name), encoding, how)
    return _detected(data, name)


def _candidates(data: bytes, declared: str | None) -> list[tuple[str, str | None]]:
    candidates: list[tuple[str, str | None]] = [
        (encoding, "byte-order mark" if encoding != "utf-8-sig" else None)
        for mark, encoding in _MARKS
        if data.startswith(mark)
    ][:1]
    if declared and declared.lower() not in {"utf-8", "utf8"}:
        candidates.append((declared, "declared"))
    return [*candidates, ("utf-8", None)]


def _detected(data: bytes, name: str) -> Decoded:
    from charset_normalizer import from_bytes

    if b"\x00" in data:
        raise _not_text(name)
    best = from_bytes(data).best()
    if best is None:
        raise DocumentError(f"{name}: its encoding cannot be told; save it as UTF-8.")
    # Several encodings of one family give the same text; English was nearly always saved in this one.
    encoding = "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
    return Decoded(_checked(str(best), name), encoding, "detected")


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
        f"{name} is binary, not text: addup reads text, Markdown, HTML, PDF, Word, e-mails and CSV."
    )
