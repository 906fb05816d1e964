"""Posting notices to an address of the user's: what comes of them there is left to the user's tools."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx

from addup.documents.fetch import no_answer
from addup.watching.notices import Notice

TRIES = 3
WAIT = 2.0
ANSWER_SECONDS = 15.0


def post(address: str, notice: Notice, *, sleep: Callable[[float], None] = time.sleep) -> str | None:
    """Post a notice as JSON, a few times if need be; give what went wrong, None if nothing did."""
    problem = ""
    for attempt in range(TRIES):
        if attempt:
            sleep(WAIT**attempt)
        try:
            answer = httpx.post(address, json=notice.to_dict(), timeout=ANSWER_SECONDS)
        except (httpx.HTTPError, httpx.InvalidURL) as failed:
            problem = no_answer(failed)
            continue
        if answer.is_success:
            return None
        problem = f"answers {answer.status_code} {answer.reason_phrase}"
    return f"the webhook {address} {problem}; the notice is in the ledger."
