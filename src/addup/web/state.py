"""What the app holds while it runs."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path

from fastapi import Request

from addup.ledger import Ledger
from addup.records import Grouping
from addup.web.jobs import Jobs
from addup.web.limits import Failures
from addup.web.people import People
from addup.web.settings import Settings
from addup.web.settling import Settling

MOST_GROUPINGS = 16
"""Groupings that are kept at hand: a dossier of a thousand reports takes seconds to group."""


class State:
    """The ledger, the people, the jobs under way, and groupings made lately."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.ledger = Ledger(settings.ledger)
        if self.ledger.only_read:
            self.ledger.settle()  # refuses one that was not checked: its pages would not tell
        self.settle = Settling(self.ledger)
        self.jobs = Jobs(self.ledger, self.settle)
        self.people = People(settings.people) if settings.people else None
        self.failures = Failures()
        self._groupings: OrderedDict[tuple[int, int], Grouping] = OrderedDict()
        self._lock = threading.Lock()

    def grouping(self, dossier: int) -> Grouping:
        """Group the readings of a dossier, or give what was grouped before if nothing changed since.

        Raises:
            LedgerError: there is no such dossier.
        """
        key = (dossier, self.ledger.dossier(dossier).version)
        with self._lock:
            if key in self._groupings:
                self._groupings.move_to_end(key)
                return self._groupings[key]
        made = self.ledger.grouping(dossier)
        with self._lock:
            self._groupings[key] = made
            while len(self._groupings) > MOST_GROUPINGS:
                self._groupings.popitem(last=False)
        return made

    @property
    def chart_script(self) -> Path:
        """Where the script that draws charts is kept, once it was made."""
        from addup.web.vega import script_name

        return self.settings.cache / script_name()

    def close(self) -> None:
        """Let go of everything."""
        self.jobs.close()
        self.ledger.close()


def state_of(request: Request) -> State:
    """Give what the app of a request holds."""
    state: State = request.app.state.addup
    return state
