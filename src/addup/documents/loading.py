"""Documents, from wherever they are: a file, an address on the web, standard input, or a text in hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from urllib.parse import urlsplit

from addup.documents.content import Content
from addup.documents.days import address_day, date_line_day, given_day, is_date_line
from addup.documents.decode import decode
from addup.documents.kinds import kind_of
from addup.documents.language import require_english
from addup.documents.layout import lay_out
from addup.documents.pdf import read_pdf
from addup.documents.source import Source, from_file, from_standard_input, is_url
from addup.errors import DateError, DocumentError
from addup.records import Document

# A headline is a line of its own, not a sentence and not a paragraph.
LONGEST_TITLE = 150
_DATA = frozenset({".json", ".jsonl", ".jsonld", ".ndjson", ".yaml", ".yml"})


def load(address: str, *, published: date | str | None = None, id: str | None = None) -> Document:
    """Get and read one report: a file, a URL, or "-" for standard input.

    Text, Markdown, HTML, Word, Excel, LibreOffice, e-mails, CSV and (with the extra `pdf`) PDF are told apart
    by their content first and by the file's ending second. A report in a zip file, attached to a mail, or in
    a row of a list of reports has an address below it: "reports.zip/flood.txt", "articles.csv/2".

    `published` overrides whatever day the report itself gives; `id` names the document, else its content
    does. Line ends and a byte-order mark are normalised and letters spoilt by a wrong encoding put right,
    nothing else.

    Raises:
        DocumentError: the report cannot be had or read, or is not in English.
        DateError: `published` is not a day.
    """
    given = None if published is None else given_day(published)
    return from_source(_source(address), given=given, id=id)


def from_source(source: Source, *, given: date | None = None, id: str | None = None) -> Document:
    """Make a document of bytes in hand and what was said about them where they were got.

    `given` is a day of publication that goes before the report's own.

    Raises:
        DocumentError: the bytes are no report that can be read, or it is not in English.
    """
    said = source.said
    if given is None and said.published:
        given = _day_said(said.published, source.name)
    content = _content(source)
    told = {field: words for field in ("title", "outlet") if (words := getattr(said, field))}
    content = replace(content, **told, found=content.found | dict.fromkeys(told, "given"))
    address = said.address if said.address and is_url(said.address) else source.address
    return _document(content, name=source.name, address=address, given=given, id=id)


def _day_said(words: str, name: str) -> date:
    try:
        return given_day(words)
    except DateError as problem:
        raise DateError(f"{name}: {problem}") from None


def from_text(
    text: str, *, published: date | str | None = None, id: str | None = None, address: str | None = None
) -> Document:
    """Make a document of a text, which is kept exactly as it is.

    Raises:
        DocumentError: the text is empty or not in English.
        DateError: `published` is not a day.
    """
    given = None if published is None else given_day(published)
    return _document(Content(text), name=address or "the text", address=address, given=given, id=id)


def restate(document: Document, *, published: date | str | None = None, id: str | None = None) -> Document:
    """Give a document with another day of publication or another id, where they are given.

    Raises:
        DateError: `published` is not a day.
    """
    if published is not None:
        found = {**document.found, "published": "given"}
        document = replace(document, published=given_day(published), found=found)
    return replace(document, id=id) if id else document


def _source(address: str) -> Source:
    if address == "-":
        return from_standard_input()
    if not is_url(address):
        return _file(address)
    from addup.documents.fetch import fetch

    return fetch(address)


def _file(address: str) -> Source:
    """Read a file, or a report in one that holds others; one that holds one report alone stands for it."""
    from addup.documents.containers import reports_in, source_within

    if (within := source_within(address)) is not None:
        return within
    held = reports_in(address)
    if held[0] == address:
        return from_file(address)
    if len(held) > 1:
        raise DocumentError(
            f"{address} holds {len(held)} reports, such as {held[0]}: read one, or  addup add {address}  all."
        )
    return source_within(held[0]) or from_file(address)


def _content(source: Source) -> Content:
    # The libraries for pages and Markdown take up to half a second to import; plain text needs neither.
    data, name = source.data, source.name
    declared = source.charset
    match kind_of(source):
        case "pdf":
            return read_pdf(data, name=name)
        case "word":
            from addup.documents.word import read_word

            return read_word(data, name=name)
        case "excel":
            from addup.documents.excel import read_excel

            return read_excel(data, name=name)
        case "opendocument":
            from addup.documents.opendocument import read_opendocument

            return read_opendocument(data, name=name)
        case "zip":
            from addup.documents.containers import refused

            raise refused(data, name)
        case "mail":
            from addup.documents.mail import read_mail

            return read_mail(data, name=name)
        case "page":
            from addup.documents.page import declared_charset, read_page

            decoded = decode(data, name=name, declared=declared or declared_charset(data))
            content = read_page(decoded.text, name=name, address=source.address)
        case "markdown":
            from addup.documents.markdown import read_markdown

            decoded = decode(data, name=name, declared=declared)
            content = read_markdown(decoded.text)
        case "table":
            from addup.documents.delimited import read_delimited

            decoded = decode(data, name=name, declared=declared)
            content = read_delimited(decoded.text, name=name)
        case "text":
            _refuse_data(source)
            decoded = decode(data, name=name, declared=declared)
            content = Content(decoded.text)
    return replace(content, found=content.found | decoded.found)


def _refuse_data(source: Source) -> None:
    """Refuse what programs write for programs: its keys and brackets are nobody's words."""
    if PurePath(source.address or "").suffix.lower() in _DATA:
        raise DocumentError(
            f"{source.name} is data, not a report: addup check reads accounts (YAML, JSON), "
            "addup import ledgers (JSON Lines). In a list of reports each has a “text”."
        )


def _document(
    content: Content, *, name: str, address: str | None, given: date | None, id: str | None
) -> Document:
    if not content.text.strip():
        raise DocumentError(f"{name} is empty.")
    found = dict(content.found)
    language, found["language"] = require_english(content.text, name=name)
    title, outlet = content.title, content.outlet
    if not title and (title := _headline(content.text)):
        found["title"] = "first line"
    if not outlet and (outlet := _host(address)):
        found["outlet"] = "address"
    published, how = _published(content, given=given, address=address)
    if how:
        found["published"] = how
    return Document(
        id=id or hashlib.sha256(content.text.encode(errors="surrogatepass")).hexdigest()[:12],
        text=content.text,
        title=title,
        outlet=outlet,
        language=language,
        published=published,
        address=address,
        found=found,
    )


def _published(
    content: Content, *, given: date | None, address: str | None
) -> tuple[date | None, str | None]:
    """Give the day of publication and how it was found: the first that is known, surest first."""
    if given:
        return given, "given"
    if content.published:
        return content.published, content.found["published"]
    if day := date_line_day(content.text):
        return day, "date line"
    if address and is_url(address):
        return (day, "address") if (day := address_day(urlsplit(address).path)) else (None, None)
    day = address_day(PurePath(address).name) if address else None
    return (day, "file name") if day else (None, None)


def _headline(text: str) -> str | None:
    layout = lay_out(text)
    first, _, rest = (layout.text if layout else text).strip().partition("\n")
    line = first.strip()
    words = [word for word in line.split() if word[:1].isalpha()]
    is_sentence = line.endswith((".", ",", ";", ":", ".”", '."'))
    if len(line) > LONGEST_TITLE or len(words) < 2 or is_sentence or not rest.strip() or is_date_line(line):
        return None
    if line.startswith("|"):  # the heads of a table
        return None
    return line


def _host(address: str | None) -> str | None:
    host = urlsplit(address).hostname if address and is_url(address) else None
    return host.removeprefix("www.") if host else None
