"""One feed, asked again and again: what is new in it, and when to ask next."""

from __future__ import annotations

import time
from calendar import timegm
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
import httpx

from addup.documents.fetch import no_answer
from addup.errors import AddupError

MOST_REMEMBERED = 10_000
"""Entries of a feed that are remembered: many times what any feed holds."""
LONGEST_WAIT = 86_400.0
"""Seconds after which even a feed that keeps breaking is asked again."""
MOST_TRIES = 5
"""How often a report is asked for that cannot be had; then it waits until the feed says that it changed."""
LARGEST = 20_000_000
_BROKEN_STATUS = 400


class FeedError(AddupError):
    """A feed cannot be had or read: `problem` says why, the text of the error also when it is asked again."""

    def __init__(self, problem: str, wait: float) -> None:
        super().__init__(f"{problem}: it is asked again in {_told(wait)}.")
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: the address of its report, what marks its version, and when it was updated."""

    address: str
    mark: str
    updated: datetime | None = None


@dataclass(slots=True)
class Feed:
    """A feed with what it said last: so it is asked only for what changed, and less often while it breaks.

    `every` is how many seconds lie between two askings while all is well.
    """

    address: str
    every: float
    clock: Callable[[], float] = time.monotonic
    due: float = 0.0
    failures: int = 0
    etag: str | None = None
    modified: str | None = None
    _handled: OrderedDict[str, str] = field(default_factory=OrderedDict)
    _waiting: dict[str, Entry] = field(default_factory=dict)
    _tries: dict[str, int] = field(default_factory=dict)

    def ask(self, client: httpx.Client) -> list[Entry]:
        """Ask the feed, and give the entries that were not handled yet, the oldest first.

        Raises:
            FeedError: it cannot be had or is no feed; it is asked again later, each time with more patience.
        """
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        try:
            answer = client.get(self.address, headers={name: value for name, value in asked.items() if value})
        except (httpx.HTTPError, httpx.InvalidURL) as problem:
            raise self._put_off(no_answer(problem)) from None
        if answer.status_code == httpx.codes.NOT_MODIFIED:
            self._all_well()
            return list(self._waiting.values())
        if answer.status_code >= _BROKEN_STATUS:
            asked_for = _seconds(answer.headers.get("Retry-After"))
            raise self._put_off(f"answers {answer.status_code} {answer.reason_phrase}", least=asked_for)
        if len(answer.content) > LARGEST:
            raise self._put_off("is larger than any feed")
        parsed = feedparser.parse(answer.content, response_headers=dict(answer.headers))
        if not parsed.entries and (parsed.get("bozo") or not parsed.get("version")):
            raise self._put_off("is no feed that can be read (RSS or Atom)")
        self.etag, self.modified = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
        self._all_well()
        self._waiting |= {
            entry.address: entry for entry in reversed(list(_entries(parsed))) if self._is_new(entry)
        }
        return list(self._waiting.values())

    def failed(self, entry: Entry) -> None:
        """Take note that the report of an entry could not be had: it is given again, a few times."""
        self._tries[entry.address] = self._tries.get(entry.address, 0) + 1
        if self._tries[entry.address] >= MOST_TRIES:
            self.handled(entry)

    def handled(self, entry: Entry) -> None:
        """Remember that an entry needs nothing more, until its mark changes."""
        self._waiting.pop(entry.address, None)
        self._tries.pop(entry.address, None)
        self._handled[entry.address] = entry.mark
        self._handled.move_to_end(entry.address)
        while len(self._handled) > MOST_REMEMBERED:
            self._handled.popitem(last=False)

    def knows(self, entry: Entry) -> bool:
        """Whether some version of an entry was handled since the watch began."""
        return entry.address in self._handled

    def _is_new(self, entry: Entry) -> bool:
        return self._handled.get(entry.address) != entry.mark

    def _all_well(self) -> None:
        self.failures = 0
        self.due = self.clock() + self.every

    def _put_off(self, why: str, *, least: float = 0.0) -> FeedError:
        """Ask again later: twice as late after each failure, and not before the host wishes."""
        self.failures += 1
        wait = min(LONGEST_WAIT, max(least, self.every * 2 ** min(self.failures, 10)))
        self.due = self.clock() + wait
        return FeedError(f"the feed {self.address} {why}", wait)


def _entries(parsed: feedparser.FeedParserDict) -> Iterator[Entry]:
    for entry in parsed.entries:
        address = entry.get("link") or ""
        if address.startswith(("http://", "https://")):
            moment = _said(entry, "updated_parsed") or _said(entry, "published_parsed")
            updated = datetime.fromtimestamp(timegm(moment), UTC) if moment else None
            mark = _said(entry, "updated") or _said(entry, "published") or ""
            yield Entry(address, str(mark), updated)


def _said(entry: feedparser.FeedParserDict, name: str) -> Any:
    """Give what an entry says itself: asked for `updated`, feedparser would fall back on `published`."""
    return entry[name] if name in entry else None  # noqa: SIM401 - get() falls back, too


def _seconds(retry_after: str | None) -> float:
    """Read Retry-After, which gives seconds or a date."""
    if not retry_after:
        return 0.0
    if retry_after.isdigit():
        return float(retry_after)
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except ValueError:
        return 0.0


def _told(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    return f"{minutes} min" if minutes < 120 else f"{round(minutes / 60)} h"
