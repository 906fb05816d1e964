"""How often somebody may try to sign in."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

WINDOW = 15 * 60.0
"""Seconds after which a failure is forgotten."""
PER_NAME, PER_ADDRESS = 5, 30
"""Failures within that time after which nobody may try a name, or from an address, any more."""
MOST_KEPT = 10_000


class Failures:
    """Failed tries to sign in, by name and by address of the client."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._tries: dict[tuple[str, str], deque[float]] = {}

    def wait(self, name: str, address: str) -> int:
        """Give the seconds until the next try is allowed, 0 for now."""
        limits = ((("name", name), PER_NAME), (("address", address), PER_ADDRESS))
        with self._lock:
            return max(self._left(key, most) for key, most in limits)

    def note(self, name: str, address: str) -> None:
        """Count a failure."""
        with self._lock:
            if len(self._tries) >= MOST_KEPT:  # who tries so many names is stopped by address
                self._tries.clear()
            for key in (("name", name), ("address", address)):
                self._tries.setdefault(key, deque(maxlen=PER_ADDRESS)).append(self._clock())

    def forget(self, name: str) -> None:
        """Forget the failures of a name: its owner has signed in."""
        with self._lock:
            self._tries.pop(("name", name), None)

    def _left(self, key: tuple[str, str], most: int) -> int:
        now = self._clock()
        recent = [at for at in self._tries.get(key, ()) if now - at < WINDOW]
        return 0 if len(recent) < most else int(recent[-most] + WINDOW - now) + 1
