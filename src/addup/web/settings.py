"""How the app is run: over which ledger, and who may do what in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = ("reader", "editor", "admin")
"""What people may do, each what those before it may: look; add and correct; say who may do what."""

LOOPBACK = ("127.0.0.1", "localhost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of one app.

    Without `people` and `header` the app is one person's own, `name`, on their own machine. `people` is the
    file of accounts with passwords. `header` is the request header in which a proxy names whom it let in;
    it counts only in requests from the addresses `proxies`, and who is not in `people` has `header_role`.

    `secret` signs the session cookies, `hosts` are the names under which the app answers, `https` says that
    it is reached by HTTPS only. `cache` is a folder for what is slow to make.
    """

    ledger: str
    name: str
    secret: str
    people: Path | None = None
    header: str | None = None
    header_role: Role = "editor"
    proxies: tuple[str, ...] = LOOPBACK
    hosts: tuple[str, ...] = LOOPBACK
    https: bool = False
    cache: Path

    @property
    def own(self) -> bool:
        """Whether the app is one person's own, so that nobody signs in."""
        return self.people is None and self.header is None
