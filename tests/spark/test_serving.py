"""What a page does to the process that reads it costs that page only."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from addup.documents.source import Source
from addup.spark.schemas import unpack
from addup.spark.serving import Server

REPORT = "At least 43 people were killed when the river Selm flooded Brennick on Tuesday."


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def test_a_report_is_read(server: Server) -> None:
    row = server.read(REPORT, {"published": "2024-05-16", "title": "Flood", "outlet": None})
    reading = unpack(row["record"])
    assert [figure.amount.low for figure in reading.figures] == [43]
    assert (row["title"], row["figures"][0]["low"], row["tolls"]["killed"]) == ("Flood", 43, 43)


def test_reasons_can_be_counted(server: Server) -> None:
    pages = [Source(b"<html><p>Menu</p></html>", name=f"https://x.example/{number}") for number in (1, 2)]
    rows = [server.read(page, {}) for page in pages]
    assert [row["reason"] for row in rows] == ["holds no article"] * 2
    assert rows[1]["why"].startswith("https://x.example/2 holds no article")
    assert (
        server.read("Drei Menschen sind bei einem Brand in der Nacht gestorben.", {})["reason"]
        == "is in German"
    )
    assert "is not a day" in server.read(REPORT, {"published": "5/6/2024"})["why"]


def test_an_endless_report_is_given_up(server: Server) -> None:
    row = server.read(f"{REPORT} " * 20_000, {}, seconds=0.3)
    assert row["reason"] == "took more than 0.3 seconds of the processor"
    assert server.read(REPORT, {})["id"]


def test_a_crash_is_told_and_the_next_report_is_read(server: Server) -> None:
    os.kill(server._begun().pid, signal.SIGSEGV)
    assert server.read(REPORT, {})["reason"] == "crashed the reader (SIGSEGV)"
    assert server.read(REPORT, {})["id"]


def test_a_dossier_is_checked(server: Server) -> None:
    governor = f"{REPORT[:-1]}, the governor of Marland said."
    mayor = "The flood in Brennick killed 38 people on Tuesday, the mayor said. The Selm rose in Marland."
    records = [server.read(text, {"published": "2024-05-16"})["record"] for text in (governor, mayor)]
    rows = server.check(records, [None, None])
    assert not isinstance(rows, str)
    assert [row["finding"]["kind"] for row in rows if row["finding"]].count("conflict") == 1
    assert rows[0]["about"]["status"] == "conflict"
    assert isinstance(server.check([b"broken"], [None]), str)
