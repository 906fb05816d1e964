"""Addresses on the web become documents, or are refused in one line. The server is a local one."""

import socket
from datetime import date

import pytest
from document_samples import PAGE, PAGE_WITHOUT_ARTICLE, PAGE_WITHOUT_DAY, PARAGRAPHS, make_pdf, refusal
from local_site import Site, site

from addup.documents import fetch, load, source

__all__ = ["site"]


def test_a_page_is_fetched_by_a_client_that_says_who_it_is(site: Site) -> None:
    document = load(site.put("/flood", PAGE))
    assert (document.title, document.outlet) == ("Orle floods Tessin", "The Orle Courier")
    assert document.published == date(2024, 5, 14)
    assert site.requests[0]["User-Agent"].startswith("addup/")


def test_a_redirect_is_followed_and_the_final_address_kept(site: Site) -> None:
    final = site.put("/2024/05/14/flood", PAGE_WITHOUT_DAY)
    document = load(site.put("/short", status=301, headers={"Location": final}))
    assert document.address == final
    assert (document.published, document.found["published"]) == (date(2024, 5, 14), "address")
    assert (document.outlet, document.found["outlet"]) == ("127.0.0.1", "address")


@pytest.mark.parametrize(
    ("body", "media", "text"),
    [
        (PARAGRAPHS[0].encode(), "text/plain", PARAGRAPHS[0]),
        (PARAGRAPHS[0].encode(), None, PARAGRAPHS[0]),
        (
            "The café owner saw 40 boats.".encode("latin-1"),
            "text/plain; charset=latin-1",
            "The café owner saw 40 boats.",
        ),
        (b"At least **nine** people died.", "text/markdown", "At least nine people died."),
        (make_pdf([["At least nine people died."]]), "application/pdf", "At least nine people died."),
    ],
)
def test_text_markdown_and_pdf_are_read_from_the_web_too(
    site: Site, body: bytes, media: str | None, text: str
) -> None:
    assert load(site.put("/report", body, media=media)).text == text


@pytest.mark.parametrize(("status", "words"), [(404, "404 Not Found"), (403, "403 Forbidden"), (500, "500")])
def test_an_error_of_the_server_is_told(site: Site, status: int, words: str) -> None:
    assert f"answers {words}" in refusal(site.put("/gone", PAGE, status=status))


def test_what_is_no_page_text_or_pdf_is_refused(site: Site) -> None:
    assert "is image/png: addup reads pages, text, PDF, Word, Excel and LibreOffice" in refusal(
        site.put("/map.png", b"x", media="image/png")
    )


def test_a_page_without_an_article_and_an_empty_one_are_refused(site: Site) -> None:
    assert "holds no article" in refusal(site.put("/", PAGE_WITHOUT_ARTICLE))
    assert "is empty" in refusal(site.put("/empty"))


def test_redirects_in_a_circle_end(site: Site) -> None:
    assert "redirects more than 10 times" in refusal(site.put("/a", status=302, headers={"Location": "/a"}))


@pytest.mark.parametrize("headers", [{}, {"Content-Length": "3000"}])
def test_a_page_beyond_the_limit_is_not_read_to_its_end(
    site: Site, monkeypatch: pytest.MonkeyPatch, headers: dict[str, str]
) -> None:
    monkeypatch.setattr(fetch, "MAX_BYTES", 1000)
    assert f"larger than {source.MAX_MEGABYTES} MB" in refusal(
        site.put("/large", "x" * 3000, headers=headers)
    )


def test_a_server_that_does_not_answer_is_given_up(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "ANSWER_SECONDS", 0.1)
    assert "does not answer in time" in refusal(site.put("/silent", silent=True))


def test_a_server_that_takes_for_ever_is_given_up(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "WHOLE_SECONDS", -1.0)
    assert "takes longer than" in refusal(site.put("/slow", PAGE))


def test_a_server_that_hangs_up_is_told(site: Site) -> None:
    assert "cannot be fetched" in refusal(site.put("/cut", "too short", headers={"Content-Length": "500"}))


def test_a_closed_port_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "takes no connection" in refusal(f"http://127.0.0.1:{port}/")


def test_a_name_that_does_not_resolve_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_such_name(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_such_name)
    assert "there is no server of that name" in refusal("http://courier.invalid/flood")


@pytest.mark.parametrize(
    "url", ["ftp://courier.example/flood", "http://", "https:///flood", "file:///etc/hosts"]
)
def test_only_http_addresses_are_fetched(url: str) -> None:
    assert "give one with http:// or https://" in refusal(url)
