"""A report from the web."""

from __future__ import annotations

import socket
import time
from importlib.metadata import version

import httpx

from addup.documents.source import MAX_BYTES, Source, too_large
from addup.errors import DocumentError

CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 20.0
# A server that sends a byte now and then would pass every other limit.
WHOLE_SECONDS = 60.0
MAX_REDIRECTS = 10
READABLE = {
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/markdown",
    "text/x-markdown",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "text/csv",
    "text/tab-separated-values",
}


def fetch(url: str) -> Source:
    """Get one page, text, table, PDF, Word or other office file over HTTP, following redirects.

    Raises:
        DocumentError: the server does not answer, answers with an error, too slowly or too much, or what it
            sends is none of these.
    """
    try:
        with _client() as client, client.stream("GET", url) as response:
            _check(response, url)
            data = _body(response, url)
    except httpx.TooManyRedirects:
        raise DocumentError(
            f"{url} redirects more than {MAX_REDIRECTS} times: give the final address."
        ) from None
    except httpx.TimeoutException:
        raise DocumentError(f"{url} does not answer in time: try again later.") from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol):
        raise DocumentError(
            f"{url} is not an address that can be fetched: give one with http:// or https://."
        ) from None
    except httpx.HTTPError as problem:
        raise DocumentError(_no_connection(url, problem)) from None
    if not data.strip():
        raise DocumentError(f"{url} is empty.")
    return Source(
        data, name=url, address=str(response.url), media=_media(response), charset=response.charset_encoding
    )


def _client() -> httpx.Client:
    return httpx.Client(
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
        timeout=httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
        headers={
            "User-Agent": f"addup/{version('addup')} (reads single reports at a person's request)",
            "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.1",
            "Accept-Language": "en",
        },
    )


def _media(response: httpx.Response) -> str:
    return str(response.headers.get("Content-Type", "")).partition(";")[0].strip().lower()


def _check(response: httpx.Response, url: str) -> None:
    if response.is_error:
        raise DocumentError(
            f"{url} answers {response.status_code} {response.reason_phrase}: check the address."
        )
    media = _media(response)
    if media and media not in READABLE:
        raise DocumentError(f"{url} is {media}: addup reads pages, text, PDF, Word, Excel and LibreOffice.")
    if int(response.headers.get("Content-Length") or 0) > MAX_BYTES:
        raise too_large(url)


def _body(response: httpx.Response, url: str) -> bytes:
    end = time.monotonic() + WHOLE_SECONDS
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > MAX_BYTES:
            raise too_large(url)
        if time.monotonic() > end:
            raise DocumentError(f"{url} takes longer than {WHOLE_SECONDS:.0f} seconds: try again later.")
    return bytes(body)


def no_answer(problem: Exception) -> str:
    """Say what became of a request to a server that gave no answer."""
    if isinstance(problem, httpx.TimeoutException):
        return "does not answer in time"
    if isinstance(problem, httpx.ConnectError):
        return "takes no connection"
    if isinstance(problem, (httpx.InvalidURL, httpx.UnsupportedProtocol)):
        return "is no address on the web"
    return f"does not answer as a server should ({problem or type(problem).__name__})"


def _no_connection(url: str, problem: BaseException) -> str:
    cause: BaseException | None = problem
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            return f"{url}: there is no server of that name: check the address and the connection."
        cause = cause.__cause__ or cause.__context__
    if isinstance(problem, httpx.ConnectError):
        return f"{url} {no_answer(problem)}: check the address, or try again later."
    return f"{url} cannot be fetched: {problem or type(problem).__name__}."
