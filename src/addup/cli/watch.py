"""`addup watch`: feeds, followed into the ledger."""

from __future__ import annotations

import re
import signal
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from addup.cli.shared import NOT_DONE, ByOption, LedgerOption, name_of, open_ledger
from addup.errors import AddupError

if TYPE_CHECKING:
    from addup.watching.watch import Told

WATCH_HELP = """Follow RSS and Atom feeds: read each new report into the ledger, and say when a figure
changes, is disputed, or stops adding up.

\b
It asks only for what changed, keeps to robots.txt, sends one request at a time with time between two to the
same host, and asks a feed that breaks less often. Stop it with Ctrl-C; begun again, it misses nothing that
the feeds still hold.

\b
Examples:
  addup watch https://news.example/feed.xml https://other.example/atom
  addup watch https://news.example/feed.xml --every 5m --webhook https://chat.example/hook
  addup watch https://news.example/feed.xml --once        one round, for cron

\b
Exit status with --once: 0 all was asked, 2 a feed or a report could not be had; each is named.
"""
_EVERY = re.compile(r"(\d+)\s*([smh]?)")
_SECONDS = {"s": 1, "": 60, "m": 60, "h": 3600}


def watch(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED", help="Addresses of RSS or Atom feeds.")],
    every: Annotated[str, typer.Option(metavar="TIME", help="How often to ask each feed: 5m, 1h.")] = "15m",
    once: Annotated[bool, typer.Option("--once", help="One round, then end.")] = False,
    webhook: Annotated[
        str | None, typer.Option(metavar="URL", help="Where to post each notice, as JSON.")
    ] = None,
    between: Annotated[
        float,
        typer.Option(min=0, metavar="SECONDS", help="Time between two requests to one host, at the least."),
    ] = 5.0,
    ledger: LedgerOption = None,
    by: ByOption = None,
) -> int:
    """Follow feeds."""
    from addup.report import words
    from addup.watching import Watch
    from addup.watching.apart import ReadingApart

    _refuse_others(feeds, "feed")
    _refuse_others([webhook] if webhook else [], "webhook")
    opened, seconds = open_ledger(ledger, to_write=True), _seconds(every)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # how services are stopped: as by Ctrl-C
    if once:
        troubled = False
        for told in Watch(opened, feeds, name_of(by), seconds, between).round(last=True):
            _tell(told, webhook)
            troubled = troubled or told.trouble is not None
        return NOT_DONE if troubled else 0
    if sys.stderr.isatty():  # a service that has nothing to say says nothing
        typer.echo(f"Following {words.count(len(feeds), 'feed')}, every {every}. Ctrl-C ends it.", err=True)
    with ReadingApart() as read:
        for told in Watch(opened, feeds, name_of(by), seconds, between, read).run():
            _tell(told, webhook)
    return 0


def _refuse_others(addresses: list[str], what: str) -> None:
    """Refuse what is no address on the web: it would be asked for again and again, in vain."""
    for address in addresses:
        if not address.startswith(("http://", "https://")):
            raise AddupError(f"{address} is not the address of a {what}: give one with http:// or https://.")


def _seconds(every: str) -> float:
    found = _EVERY.fullmatch(every.strip())
    if not found or not int(found[1]):
        raise AddupError(f"--every {every} is no stretch of time: give one such as 15m or 1h.")
    return float(int(found[1]) * _SECONDS[found[2]])


def _tell(told: Told, webhook: str | None) -> None:
    from addup.report import words
    from addup.watching.webhook import post

    if told.trouble:
        typer.echo(f"addup: {told.trouble}", err=True)
    if told.report:
        document = told.report.document
        typer.echo(f"{words.title(document)}: {words.count(told.report.figures, 'figure')} ({told.address})")
    if told.notice:
        typer.echo(f"  {words.capital(told.notice.kind)}: {told.notice.text}")
        for row in told.notice.rows:
            typer.echo(f"    {row}")
        problem = post(webhook, told.notice) if webhook else None
        if problem:
            typer.echo(f"addup: {problem}", err=True)
