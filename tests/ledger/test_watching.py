"""Feeds are followed politely, whatever they do, and what a new report changes is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from command_line import Command
from local_site import Site, site

import addup
from addup.documents import from_text
from addup.errors import AddupError
from addup.ledger import Ledger
from addup.watching import Watch
from addup.watching.apart import ReadingApart
from addup.watching.watch import Told
from ledger.postgres_server import Server

__all__ = ["site"]

DAY_1 = "At least 43 people were killed when the Selm flooded Brennick on Tuesday, Marland's governor said."
DAY_2 = "The flood in Brennick killed 39 people on Tuesday, the army said. The Selm has fallen in Marland."
HARBOUR = "On Monday nine boats left the harbour of Lund, the pilot said."


@dataclass
class Clock:
    """A clock that moves when somebody sleeps, so that weeks pass in a moment."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def page(text: str, day: str = "2024-05-16") -> str:
    """A page as newspapers make them."""
    meta = f'<meta property="article:published_time" content="{day}">'
    return (
        f"<html><head><title>Report</title>{meta}</head><body><article><p>{text}</p></article></body></html>"
    )


def rss(*entries: tuple[str, str]) -> str:
    """A feed with entries of an address and a day of change, the newest first."""
    items = "".join(
        f"<item><link>{address}</link><pubDate>Thu, {day} May 2024 08:00:00 GMT</pubDate></item>"
        for address, day in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(tmp_path: Path, clock: Clock) -> Iterator[Callable[..., Watch]]:
    """Make a watch over feeds, on a ledger of its own."""
    ledgers: list[Ledger] = []

    def make(*feeds: str, ledger: str | None = None) -> Watch:
        ledgers.append(Ledger(ledger or tmp_path / "watched.sqlite"))
        return Watch(ledgers[-1], feeds, "ana", every=600.0, between=5.0, sleep=clock.sleep, clock=clock)

    yield make
    for ledger in ledgers:
        ledger.close()


def next_round(watching: Watch, clock: Clock, *, after: float = 600.0) -> list[Told]:
    clock.now += after
    return list(watching.round())


def troubles(told: list[Told]) -> list[str]:
    return [one.trouble for one in told if one.trouble]


def test_new_reports_are_read_and_what_stops_adding_up_is_told(
    site: Site, watch: Callable[..., Watch], clock: Clock
) -> None:
    one, two = site.put("/one", page(DAY_1)), site.put("/two", page(DAY_2))
    feed = site.put("/feed", rss((one, "16")), media="application/rss+xml")
    watching = watch(feed)
    first = list(watching.round())
    assert [told.address for told in first if told.report] == [one]
    assert [told.notice for told in first if told.notice] == []
    site.put("/feed", rss((two, "17"), (one, "16")), media="application/rss+xml")
    second = next_round(watching, clock)
    assert [told.address for told in second if told.report] == [two]
    (notice,) = [told.notice for told in second if told.notice]
    assert notice.kind == "conflict"
    assert "At least 43 (Marland's governor)" in notice.text
    assert "(the army)" in notice.text
    assert any(DAY_1 in row for row in notice.rows)
    assert any(
        "The flood in Brennick killed 39 people on Tuesday, the army said." in row for row in notice.rows
    )


def test_a_page_that_changes_is_read_again_and_what_changed_is_told(
    site: Site, watch: Callable[..., Watch], clock: Clock
) -> None:
    address = site.put("/one", page(DAY_1))
    feed = site.put("/feed", rss((address, "16")), media="application/rss+xml")
    watching = watch(feed)
    list(watching.round())
    site.put("/one", page(DAY_1.replace("43", "47")))
    assert next_round(watching, clock) == []  # the feed does not say so
    site.put("/feed", rss((address, "17")), media="application/rss+xml")
    told = next_round(watching, clock)
    changed = "“At least 43 people” is now “At least 47 people”"
    assert changed in [one.notice.text for one in told if one.notice]


def test_it_asks_only_for_what_changed_and_leaves_time_between_requests(
    site: Site, watch: Callable[..., Watch], clock: Clock
) -> None:
    one, two = site.put("/one", page(DAY_1)), site.put("/two", page(HARBOUR))
    feed = site.put(
        "/feed", rss((two, "17"), (one, "16")), media="application/rss+xml", headers={"ETag": '"1"'}
    )
    watching = watch(feed)
    list(watching.round())
    assert site.paths == ["/robots.txt", "/feed", "/one", "/two"]
    assert clock.slept == [5.0, 5.0, 5.0]
    assert next_round(watching, clock) == []
    assert site.paths[4:] == ["/feed"]
    assert site.requests[-1]["If-None-Match"] == '"1"'
    assert "addup/" in site.requests[-1]["User-Agent"]


def test_robots_txt_is_kept_to_with_the_delay_that_it_asks_for(
    site: Site, watch: Callable[..., Watch], clock: Clock
) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 20\nDisallow: /private\n", media="text/plain")
    secret, open_ = site.put("/private/one", page(DAY_1)), site.put("/two", page(HARBOUR))
    feed = site.put("/feed", rss((open_, "17"), (secret, "16")), media="application/rss+xml")
    watching = watch(feed)
    told = list(watching.round())
    assert troubles(told) == [f"robots.txt of the host does not let us get {secret}."]
    assert "/private/one" not in site.paths
    assert clock.slept[1:] == [20.0]
    assert next_round(watching, clock) == []  # nor is it asked for, or told, again


def test_a_host_in_trouble_is_not_asked(site: Site, watch: Callable[..., Watch]) -> None:
    site.put("/robots.txt", status=503)
    feed = site.put("/feed", rss(), media="application/rss+xml")
    assert "does not let us ask" in troubles(list(watch(feed).round()))[0]
    assert "/feed" not in site.paths


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"status": 500}, "answers 500"),
        ({"status": 404}, "answers 404"),
        ({"body": "<html>no feed</html>"}, "is no feed that can be read"),
        ({"body": b"\x00\xff\x17 broken"}, "is no feed that can be read"),
        ({"body": ""}, "is no feed that can be read"),
    ],
)
def test_a_feed_that_breaks_is_asked_less_often_and_the_others_go_on(
    site: Site, watch: Callable[..., Watch], clock: Clock, answer: dict[str, object], problem: str
) -> None:
    broken = site.put("/broken", **answer)  # type: ignore[arg-type]
    report = site.put("/one", page(HARBOUR))
    well = site.put("/feed", rss((report, "16")), media="application/rss+xml")
    watching = watch(broken, well)
    told = list(watching.round())
    assert problem in troubles(told)[0]
    assert [one.address for one in told if one.report] == [report]
    for _ in range(12):
        next_round(watching, clock)
    assert site.paths.count("/feed") == 13
    assert site.paths.count("/broken") <= 4
    site.put("/broken", rss(), media="application/rss+xml")
    next_round(watching, clock, after=100_000)
    assert watching._feeds[0].failures == 0


def test_it_waits_as_long_as_the_host_asks_for(site: Site, watch: Callable[..., Watch], clock: Clock) -> None:
    feed = site.put("/feed", status=429, headers={"Retry-After": "7200"})
    watching = watch(feed)
    list(watching.round())
    next_round(watching, clock, after=7000)
    assert site.paths.count("/feed") == 1
    next_round(watching, clock, after=300)
    assert site.paths.count("/feed") == 2


def test_a_report_that_cannot_be_had_is_asked_for_again_a_few_times(
    site: Site, watch: Callable[..., Watch], clock: Clock
) -> None:
    address = site.put("/one", status=503)
    feed = site.put("/feed", rss((address, "16")), media="application/rss+xml", headers={"ETag": '"1"'})
    watching = watch(feed)
    assert "answers 503" in troubles(list(watching.round()))[0]
    site.put("/one", page(HARBOUR))
    assert [one.address for one in next_round(watching, clock) if one.report] == [address]
    gone = site.put("/two", status=404)
    site.put("/feed", rss((gone, "17")), media="application/rss+xml")
    for _ in range(9):
        next_round(watching, clock)
    assert site.paths.count("/two") == 5


def test_a_watch_begun_again_takes_only_what_is_new(
    site: Site, watch: Callable[..., Watch], clock: Clock
) -> None:
    one, two = site.put("/one", page(DAY_1)), site.put("/two", page(HARBOUR))
    feed = site.put("/feed", rss((one, "16")), media="application/rss+xml")
    list(watch(feed).round())
    site.put("/feed", rss((two, "17"), (one, "16")), media="application/rss+xml")
    told = list(watch(feed).round())
    assert [told.address for told in told if told.report] == [two]
    assert site.paths.count("/one") == 1


def test_what_is_remembered_of_a_feed_does_not_grow(
    site: Site, watch: Callable[..., Watch], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("addup.watching.feeds.MOST_REMEMBERED", 5)
    watching = watch(site.put("/feed", rss(), media="application/rss+xml"))
    for day in range(3):
        gone = [(site.put(f"/{day}/{number}", status=404), "16") for number in range(4)]
        site.put("/feed", rss(*gone), media="application/rss+xml")
        for _ in range(5):
            next_round(watching, clock)
    (feed,) = watching._feeds
    assert len(feed._handled) == 5
    assert (len(feed._waiting), len(feed._tries)) == (0, 0)


def test_reports_are_read_in_processes_that_follow_each_other() -> None:
    document = from_text(HARBOUR, published="2024-05-16")
    with ReadingApart(readings=2) as read:
        assert read(document) == addup.read(document)
        (process,) = read._pool._processes.values()
        process.kill()
        with pytest.raises(AddupError, match="ended by itself"):
            read(document)
        assert read(document).figures == addup.read(document).figures


def test_it_survives_a_database_that_restarts(
    site: Site, watch: Callable[..., Watch], clock: Clock, server: Server
) -> None:
    report = site.put("/one", page(HARBOUR))
    feed = site.put("/feed", rss((report, "16")), media="application/rss+xml")
    watching = watch(feed, ledger=server.new_database(f"watch_{os.getpid()}"))
    server.stop(how="immediate")
    try:
        (trouble,) = troubles(list(watching.round()))
        assert "\n" not in trouble
    finally:
        server.start()
    assert [one.address for one in next_round(watching, clock) if one.report] == [report]


def test_the_command_tells_and_posts_what_happens(site: Site, command: Command) -> None:
    one, two = site.put("/one", page(DAY_1)), site.put("/two", page(DAY_2))
    feed = site.put("/feed", rss((two, "17"), (one, "16")), media="application/rss+xml")
    hook = site.put("/hook", "thanks")
    ended = command("watch", feed, "--once", "--between", "0", "--webhook", hook)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert f"Report: 1 figure ({two})" in ended.stdout
    assert "  Conflict: " in ended.stdout
    (posted,) = map(json.loads, site.posted)
    assert (posted["kind"], posted["address"]) == ("conflict", two)
    assert command("check").returncode == 1


def test_a_webhook_that_fails_costs_nothing_but_a_line(
    site: Site, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("addup.watching.webhook.WAIT", 0.0)
    one, two = site.put("/one", page(DAY_1)), site.put("/two", page(DAY_2))
    feed = site.put("/feed", rss((two, "17"), (one, "16")), media="application/rss+xml")
    hook = site.put("/hook", status=500)
    ended = command("watch", feed, "--once", "--between", "0", "--webhook", hook)
    assert ended.returncode == 0
    assert "answers 500 Internal Server Error; the notice is in the ledger." in ended.stderr
    assert len(site.posted) == 3


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--every", "soon"], "--every soon is no stretch of time"),
        (["--every", "0"], "--every 0 is no stretch of time"),
        (["--between", "-1"], "--between"),
        (["--webhook", "chat.example"], "chat.example is not the address of a webhook"),
    ],
)
def test_a_watch_that_cannot_be_is_refused(command: Command, arguments: list[str], problem: str) -> None:
    ended = command("watch", "https://news.example/feed", *arguments)
    assert ended.returncode == 2
    assert problem in ended.stderr


def test_what_is_no_address_of_a_feed_is_refused_at_once(command: Command) -> None:
    ended = command("watch", "feed.xml", "--once")
    assert ended.returncode == 2
    assert ended.stderr == (
        "addup: feed.xml is not the address of a feed: give one with http:// or https://.\n"
    )


def test_one_round_in_which_a_feed_does_not_answer_is_not_well(site: Site, command: Command) -> None:
    feed = site.put("/feed", "no feed at all")
    ended = command("watch", feed, "--once", "--between", "0")
    assert ended.returncode == 2
    assert ended.stderr == f"addup: the feed {feed} is no feed that can be read (RSS or Atom).\n"


def test_a_feed_that_breaks_on_a_watch_that_goes_on_is_asked_again(
    site: Site, watch: Callable[..., Watch]
) -> None:
    feed = site.put("/feed", "no feed at all")
    assert troubles(list(watch(feed).round())) == [
        f"the feed {feed} is no feed that can be read (RSS or Atom): it is asked again in 20 min."
    ]


def test_watching_ends_in_silence_when_it_is_stopped_as_a_service(site: Site, tmp_path: Path) -> None:
    feed = site.put("/feed", rss((site.put("/one", page(DAY_1)), "16")), media="application/rss+xml")
    asked = [sys.executable, "-m", "addup.cli", "watch", feed, "--every", "1s", "--between", "0"]
    watching = subprocess.Popen(
        [*asked, "--ledger", str(tmp_path / "own.sqlite")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert watching.stdout is not None
    assert "1 figure" in watching.stdout.readline()
    watching.terminate()
    _, complaints = watching.communicate(timeout=60)
    assert complaints == ""
