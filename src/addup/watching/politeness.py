"""Being a good guest: what robots.txt allows, and time between two requests to a host."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import httpx

AGENT = "addup"
BETWEEN = 5.0
"""Seconds between two requests to one host, where it does not ask for more."""
LONGEST_BETWEEN = 120.0
ROBOTS_HOLD = 86_400.0
"""Seconds after which robots.txt is asked for again."""
MOST_HOSTS = 10_000


@dataclass(slots=True)
class _Host:
    """What is known of one host: its rules, when they were got, and when it may be asked again."""

    rules: RobotFileParser | None = None
    got: float = float("-inf")
    free_at: float = 0.0
    between: float = BETWEEN


@dataclass(slots=True)
class Politeness:
    """Waits before each request as long as its host wishes.

    `client` gets robots.txt; `sleep` and `clock` are those of `time`.
    """

    client: httpx.Client
    between: float = BETWEEN
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _hosts: dict[str, _Host] = field(default_factory=dict)

    def allows(self, address: str) -> bool:
        """Whether robots.txt of the host lets us get an address. A host without one allows everything."""
        host = self._host(address)
        if self.clock() - host.got > ROBOTS_HOLD:
            host.rules, host.got = self._rules(address), self.clock()
            asked = host.rules.crawl_delay(AGENT) if host.rules else None
            host.between = min(LONGEST_BETWEEN, max(self.between, float(asked or 0)))
        return host.rules is None or host.rules.can_fetch(AGENT, address)

    def wait(self, address: str) -> None:
        """Wait until the host of an address may be asked, and take note that it is."""
        host = self._host(address)
        left = host.free_at - self.clock()
        if left > 0:
            self.sleep(left)
        host.free_at = self.clock() + host.between

    def _host(self, address: str) -> _Host:
        name = urlsplit(address).netloc
        if name not in self._hosts and len(self._hosts) >= MOST_HOSTS:
            self._hosts.pop(next(iter(self._hosts)))  # the one met first: memory stays flat over weeks
        return self._hosts.setdefault(name, _Host(between=self.between))

    def _rules(self, address: str) -> RobotFileParser | None:
        """Get robots.txt. Without one all is allowed; where a server is in trouble, nothing is (RFC 9309)."""
        parts = urlsplit(address)
        self.wait(address)
        try:
            answer = self.client.get(f"{parts.scheme}://{parts.netloc}/robots.txt")
        except httpx.HTTPError:
            return None  # if the host is gone, the request itself will tell
        rules = RobotFileParser()
        if answer.is_server_error:
            rules.parse(["User-agent: *", "Disallow: /"])
        elif answer.is_error:
            return None
        else:
            rules.parse(answer.text.splitlines())
        return rules
