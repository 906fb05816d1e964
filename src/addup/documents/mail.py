"""E-mails (.eml): what was written, with subject, sender and day from the head."""

from __future__ import annotations

import re
from datetime import date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage

from addup.documents.content import Content
from addup.documents.decode import decode
from addup.errors import DocumentError

_PASSED_ON = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read_mail(data: bytes, *, name: str) -> Content:
    """Give the subject of a mail and what it says below; of its two forms, plain text before a page.

    What is attached is left out: it has an address of its own (see `containers`).

    Raises:
        DocumentError: the mail says nothing; where something is attached, it is named.
    """
    message = message_of(data)
    written = words_of(message, name)
    if not written.strip():
        raise DocumentError(_says_nothing(message, name))
    title = _PASSED_ON.sub("", " ".join(str(message.get("Subject", "")).split())) or None
    outlet, day = _sender(message), _day(message)
    facts = {"title": title, "outlet": outlet, "published": day}
    found = {field: "head of the mail" for field, value in facts.items() if value}
    return Content(f"{title}\n\n{written}" if title else written, title, outlet, day, found)


def message_of(data: bytes) -> EmailMessage:
    """Give the mail that some bytes are."""
    return message_from_bytes(data, policy=policy.default)


def words_of(message: EmailMessage, name: str) -> str:
    """Give what was written in a mail, "" where nothing was.

    Raises:
        DocumentError: it is in no encoding that can be told.
    """
    body = message.get_body(("plain", "html"))
    return _text(body, name) if isinstance(body, EmailMessage) else ""


def _text(body: EmailMessage, name: str) -> str:
    content = body.get_payload(decode=True)
    text = decode(
        content if isinstance(content, bytes) else b"", name=name, declared=body.get_content_charset()
    ).text
    if body.get_content_type() != "text/html" or not text.strip():
        return text.strip()
    from addup.documents.page import read_page

    return read_page(text, name=name, address=None).text


def _says_nothing(message: EmailMessage, name: str) -> str:
    attached = [part.get_filename() or "a file without a name" for part in message.iter_attachments()]
    if attached:
        return f"{name} says nothing itself: save what is attached and read that ({', '.join(attached)})."
    return f"{name} is empty."


def _sender(message: EmailMessage) -> str | None:
    addresses = getattr(message.get("From"), "addresses", ())
    return next((one.display_name or one.domain for one in addresses), None) or None


def _day(message: EmailMessage) -> date | None:
    try:
        sent = getattr(message.get("Date"), "datetime", None)
    except (MessageError, ValueError):
        return None
    return sent.date() if sent else None
