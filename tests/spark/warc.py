"""WARC files to read, as a crawler writes them."""

from __future__ import annotations

import gzip
from collections.abc import Iterable


def page(text: str) -> bytes:
    """A page with one paragraph."""
    return (
        f"<html><head><title>News</title></head><body><article><p>{text}</p></article></body></html>".encode()
    )


def response(
    address: str,
    body: bytes,
    *,
    status: str = "200 OK",
    media: str = "text/html; charset=utf-8",
    kind: str = "response",
    coding: str | None = None,
) -> bytes:
    """A record of what a server answered."""
    headers = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n"
    if coding:
        headers += f"Content-Encoding: {coding}\r\n"
    answer = headers.encode() + b"\r\n" + body
    about = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-05-16T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(address)) % 10**12:012}>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return about.encode() + answer + b"\r\n\r\n"


def packed(records: Iterable[bytes]) -> bytes:
    """Records packed one by one, as WARC files are."""
    return b"".join(map(gzip.compress, records))
