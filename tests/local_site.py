"""A web server on this machine with the pages that a test puts on it."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass
class Answer:
    """What the server sends for a path; a silent one lets the client wait."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    silent: bool = False


class Site:
    """The pages by path, and the headers of the requests that came."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.posted: list[bytes] = []
        self.over = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())

    def put(
        self, path: str, body: bytes | str = b"", *, media: str | None = "text/html", **more: object
    ) -> str:
        """Put an answer on the site and give its URL."""
        data = body.encode() if isinstance(body, str) else body
        answer = Answer(data, **more)  # type: ignore[arg-type]
        if media:
            answer.headers = {"Content-Type": media, **answer.headers}
        self.answers[path] = answer
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.requests.append(dict(self.headers))
                site.paths.append(self.path)
                self._answer(site.answers.get(self.path, Answer(status=404)))

            def do_POST(self) -> None:
                site.posted.append(self.rfile.read(int(self.headers["Content-Length"])))
                self._answer(site.answers[self.path])

            def _answer(self, answer: Answer) -> None:
                if answer.silent:
                    site.over.wait(10)
                    return
                tag = answer.headers.get("ETag")
                if tag and self.headers.get("If-None-Match") == tag:
                    self.send_response(304)
                    self.end_headers()
                    return
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                # A client that has had enough hangs up, as it should.
                with suppress(BrokenPipeError, ConnectionResetError):
                    self.wfile.write(answer.body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A running local site; proxies that the environment names are left out of the way."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    site = Site()
    thread = threading.Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield site
    site.over.set()
    site.server.shutdown()
    thread.join()
    site.server.server_close()
