"""Following feeds: one request at a time, for as long as it is left running.

What is remembered between two rounds is bounded, and everything that matters is in the ledger; so a watch
that is stopped and begun again misses nothing that the feeds still hold.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

import httpx

import addup
from addup.errors import AddupError
from addup.ledger import Added, Ledger, LedgerError
from addup.records import Document, Reading
from addup.watching.feeds import Entry, Feed, FeedError
from addup.watching.notices import Notice, notices
from addup.watching.politeness import BETWEEN, Politeness

ANSWER_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened on the watch: a report came in, a notice, or a trouble."""

    report: Added | None = None
    address: str = ""
    notice: Notice | None = None
    trouble: str | None = None


@dataclass(slots=True)
class Watch:
    """Follows feeds into a ledger.

    `every` is how many seconds lie between two askings of a feed, `between` those between two requests to
    one host at the least.
    """

    ledger: Ledger
    feeds: Sequence[str]
    by: str
    every: float = 900.0
    between: float = BETWEEN
    read: Callable[[Document], Reading] = addup.read
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _feeds: list[Feed] = field(init=False)
    _client: httpx.Client = field(init=False)
    _polite: Politeness = field(init=False)
    _untold: list[tuple[Added, str]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Set up what lasts from round to round."""
        self._feeds = [Feed(address, self.every, self.clock) for address in dict.fromkeys(self.feeds)]
        agent = f"addup/{version('addup')} (follows feeds at a person's request)"
        self._client = httpx.Client(
            follow_redirects=True, timeout=ANSWER_SECONDS, headers={"User-Agent": agent}
        )
        self._polite = Politeness(self._client, self.between, self.sleep, self.clock)

    def run(self) -> Iterator[Told]:
        """Follow the feeds without end, and tell what happens as it happens."""
        while True:
            yield from self.round()
            wait = min(feed.due for feed in self._feeds) - self.clock()
            if wait > 0:
                self.sleep(wait)

    def round(self, *, last: bool = False) -> Iterator[Told]:
        """Ask every feed that is due, once, and take in what is new; after the `last` round none is asked."""
        for feed in self._feeds:
            if feed.due <= self.clock():
                yield from self._follow(feed, last=last)

    def _follow(self, feed: Feed, *, last: bool) -> Iterator[Told]:
        try:
            if not self._polite.allows(feed.address):
                feed.due = self.clock() + self.every
                yield Told(trouble=f"robots.txt of the host does not let us ask {feed.address}.")
                return
            self._polite.wait(feed.address)
            entries = feed.ask(self._client)
        except FeedError as problem:
            yield Told(trouble=f"{problem.problem}." if last else str(problem))
            return
        for entry in entries:
            try:
                yield from self._take(feed, entry)
            except LedgerError as problem:  # a server that restarts: the report is asked for again
                yield Told(trouble=str(problem))
                return
        yield from self._tell()

    def _take(self, feed: Feed, entry: Entry) -> Iterator[Told]:
        """Take in the report of an entry, unless the ledger had it, as it is, when the watch began."""
        seen = self.ledger.seen(entry.address)
        if seen and not feed.knows(entry) and not (entry.updated and entry.updated > seen):
            feed.handled(entry)
            return
        try:
            if not self._polite.allows(entry.address):
                feed.handled(entry)
                yield Told(trouble=f"robots.txt of the host does not let us get {entry.address}.")
                return
            self._polite.wait(entry.address)
            reading = self.read(addup.load(entry.address))
        except AddupError as problem:  # a page that breaks costs only itself
            feed.failed(entry)
            yield Told(trouble=str(problem))
            return
        added = self.ledger.add(reading, by=self.by, reader=addup.__version__, address=entry.address)
        feed.handled(entry)
        if added.is_new:
            self._untold.append((added, entry.address))
            yield Told(report=added, address=entry.address)
            yield from self._tell()

    def _tell(self) -> Iterator[Told]:
        """Check what new reports touch, and tell what they change; what cannot be told now is told later."""
        while self._untold:
            added, address = self._untold[0]
            try:
                self.ledger.settle()
                found = list(notices(self.ledger, added, address))
            except LedgerError as problem:
                yield Told(trouble=str(problem))
                return
            self._untold.pop(0)
            for notice in found:
                yield Told(notice=notice, address=address)
