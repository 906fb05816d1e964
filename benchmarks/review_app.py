"""How quick the review app is, and that nothing is lost when many use it at once.

    python benchmarks/review_app.py                  # all parts
    python benchmarks/review_app.py --seconds 20     # less of the last part
    python benchmarks/review_app.py --part pages     # pages, or load

Pages are measured in Chromium (Debian's, /usr/bin/chromium), against an app in a process of its own. In the
last part 50 readers and 5 editors use one ledger of SQLite: every answer must be right, and every edit must
be in the ledger afterwards.
"""

from __future__ import annotations

import argparse
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import insert, select, update

import addup
from addup.ledger import Ledger
from addup.ledger.opening import connect
from addup.ledger.tables import documents, dossiers, series
from addup.ledger.tables import figures as figures_table
from addup.records import Amount, Counted, Coverage, Document, Figure, Period, Reading, Source, Span, Tolls

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
READERS, EDITORS = 50, 5
ROUNDS = 5
THINKING = 1.0
"""Mean seconds for which a reader looks at a page before the next one."""


@dataclass
class Tally:
    """What came of the requests of one kind."""

    seconds: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seconds", type=float, default=60, help="how long readers and editors work")
    asked.add_argument("--part", choices=("pages", "load"), help="one part alone")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.part != "load":
            pages(Path(folder))
        if given.part != "pages":
            load(Path(folder), given.seconds)


# --- pages -----------------------------------------------------------------------------------------------


def pages(folder: Path) -> None:
    """Measure pages in Chromium, the median of some rounds."""
    path = folder / "pages.sqlite"
    fill(path)
    large = report_of_500(path)
    place = series_of_5000(path)
    with served(path) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        wait_for_charts(browser, f"{url}/series/{place}")
        told(browser, "first page", url, "main h1")
        told(
            browser,
            "a report with 500 figures, usable",
            f"{url}/documents/{large}",
            "#add-figure:not([hidden])",
        )
        told(browser, "a series with 5,000 marks, drawn", f"{url}/series/{place}", "#chart[data-drawn]")
        browser.close()


def wait_for_charts(browser: Browser, address: str) -> None:
    """Let the app make its script for charts, which it does once for ever."""
    page = browser.new_page()
    page.goto(address, timeout=120_000)
    page.wait_for_selector("#chart[data-drawn]", timeout=120_000)
    page.close()


def told(browser: Browser, name: str, address: str, ready: str) -> None:
    """Open a page in fresh profiles, and tell the time until it is ready and the bytes that it takes."""
    taken, sizes = [], []
    for _ in range(ROUNDS):
        context = browser.new_context()
        page = context.new_page()
        sizes.append(counted(page))
        begun = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_selector(ready)
        taken.append(time.perf_counter() - begun)
        page.wait_for_load_state("networkidle")
        context.close()
    kilobytes = sum(sizes[-1]) / 1000
    middle, worst = statistics.median(taken), max(taken)
    print(f"{name}: {middle:.2f} s (worst of {ROUNDS}: {worst:.2f}), {kilobytes:.0f} kB", flush=True)


def counted(page: Page) -> list[int]:
    """Count the bytes that a page gets, as they come over the wire."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    return sizes


# --- what there is to see --------------------------------------------------------------------------------


SAMPLES = {
    "recruitment": ("2024-05-16", "Kestria's guard fills its ranks"),
    "flood-day-1": ("2024-05-15", "The Selm bursts its banks"),
    "flood-day-2": ("2024-05-16", "Death toll of Brennick flood lowered"),
    "budget": ("2024-05-14", "Wexmoor passes its budget"),
    "strike": ("2024-05-16", "Bus drivers stop work"),
    "epidemic": ("2024-05-14", "Cholera in Tavania"),
}
"""The sample reports, with the day and the title that they are given."""


def fill(path: Path) -> None:
    """Put the sample reports into a ledger."""
    ledger = Ledger(path)
    for name, (day, title) in SAMPLES.items():
        document = addup.load(str(EXAMPLES / f"{name}.txt"), published=day)
        document = replace(document, title=title, address=f"{name}.txt")
        ledger.add(addup.read(document), by="ana", reader=addup.__version__)
    ledger.settle()
    ledger.close()


def report_of_500(path: Path) -> str:
    """Add a report with 500 figures, read as any other; give its id."""
    sentences = [
        f"In the village of {village(index)}, {index * 7 + 3} houses were damaged and {index + 2} people "
        f"were injured, the mayor said."
        for index in range(250)
    ]
    text = "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))
    reading = addup.read(text, published="2024-05-16", id="five-hundred")
    assert len(reading.figures) >= 500, len(reading.figures)
    ledger = Ledger(path)
    ledger.add(reading, by="ana", reader=addup.__version__)
    ledger.settle()
    ledger.close()
    return "five-hundred"


def village(index: int) -> str:
    """Make up a village."""
    first = ("Bren", "Wex", "Kes", "Mor", "Tav", "Sel", "Hol", "Ald", "Per", "Lin")
    last = ("nick", "moor", "tria", "vania", "ham", "by", "ford", "stead", "wick", "ton")
    return first[index // 10 % 10] + last[index % 10] + ("" if index < 100 else f" {'IVX'[index // 100 % 3]}")


def series_of_5000(path: Path) -> str:
    """Add 50 reports of 100 figures each, all of one series; give the place of one of them.

    They are put into the series by hand: what is measured is the page, not the grouping.
    """
    ledger = Ledger(path)
    figures = []
    chance = random.Random(5000)
    for report in range(50):
        reading = invented(report, chance)
        ledger.add(reading, by="ana", reader=addup.__version__)
        figures += [(reading.document.id, figure.id) for figure in reading.figures]
    ledger.close()
    engine = connect(path)
    with engine.begin() as connection:
        home = connection.scalar(select(documents.c.dossier).where(documents.c.id == figures[0][0]))
        row = {"dossier": home, "name": "vaccinated", "kind": "level", "figures": 5000, "documents": 50}
        made = connection.execute(insert(series).values(row)).inserted_primary_key
        assert made is not None
        own = figures_table.c.document.like("vaccinated-%")
        connection.execute(update(figures_table).where(own).values(series=made[0]))
        connection.execute(update(dossiers).values(settled=dossiers.c.version))
    engine.dispose()
    first = figures[0]
    return f"{first[0]}/{first[1]}"


def invented(report: int, chance: random.Random) -> Reading:
    """Make up a report that says how many were vaccinated, day after day, and what is read in it."""
    published = date(2024, 1, 1) + timedelta(days=report * 7)
    text, figures = "", []
    source = ("the ministry", "the hospital", "the Red Cross", "the mayor")[report % 4]
    for line in range(100):
        number = 1000 + report * 400 + line * 3 + chance.randrange(200)
        begun = len(text)
        text += f"On day {line + 1} {number:,} people were vaccinated in Brennick, {source} said.\n"
        at = text.index(f"{number:,}", begun)
        words = f"{number:,}"
        span = Span(words, at, at + len(words))
        day = published + timedelta(days=line % 7)
        figures.append(
            Figure(
                id=str(at),
                span=span,
                amount=Amount(
                    span,
                    span,
                    number,
                    None if line % 5 == 0 else number,
                    "min" if line % 5 == 0 else "exact",
                    "count",
                ),
                counted=Counted("people", "person"),
                event="vaccinate",
                period=Period(day, day),
                source=Source(source, begun, begun + 5),
                sentence=(begun, len(text) - 1),
            )
        )
    document = Document(
        f"vaccinated-{report}", text, f"Vaccinations, week {report + 1}", None, "en", published
    )
    return Reading(document, tuple(figures), (), (), Coverage(len(figures), len(figures)), Tolls())


# --- many at once ----------------------------------------------------------------------------------------


def load(folder: Path, seconds: float) -> None:
    """Let readers and editors loose, and tell how long they waited and whether anything was lost."""
    path = folder / "load.sqlite"
    fill(path)
    tallies: dict[str, Tally] = {}
    lock = threading.Lock()
    done: list[tuple[str, str, str]] = []
    with served(path) as url:
        httpx.get(url, timeout=60)
        addresses = addresses_of(url)
        until = time.monotonic() + seconds
        people = [
            threading.Thread(target=reader, args=(url, addresses, until, tallies, lock, seed))
            for seed in range(READERS)
        ]
        people += [
            threading.Thread(target=editor, args=(url, until, tallies, lock, done, seed))
            for seed in range(EDITORS)
        ]
        for person in people:
            person.start()
        for person in people:
            person.join()
    print(f"{READERS} readers and {EDITORS} editors for {seconds:.0f} s:")
    print("| request | answers | failed | median | 95 % | worst |\n| --- | --- | --- | --- | --- | --- |")
    for kind, tally in sorted(tallies.items()):
        ordered = sorted(tally.seconds)
        worst, late = ordered[-1], ordered[int(len(ordered) * 0.95)]
        print(
            f"| {kind} | {len(ordered)} | {len(tally.failed)} | {statistics.median(ordered):.3f} s "
            f"| {late:.3f} s | {worst:.3f} s |"
        )
    for failed in [one for tally in tallies.values() for one in tally.failed][:5]:
        print("failed:", failed)
    kept(path, done)


def kept(path: Path, done: list[tuple[str, str, str]]) -> None:
    """Hold what the editors were told is saved against what the ledger has."""
    ledger = Ledger(path)
    recorded = {
        (act.document, act.subject, act.content["fields"]["place"])
        for act in ledger.log()
        if act.kind == "correct"
    }
    lost = [edit for edit in done if edit not in recorded]
    last: dict[tuple[str, str], str] = {}
    for act in ledger.log():
        if act.kind == "correct":
            last[str(act.document), str(act.subject)] = act.content["fields"]["place"]
    wrong = [
        (document, figure)
        for (document, figure), place in last.items()
        for one in ledger.stored(document).reading.figures
        if one.id == figure and one.place != place
    ]
    print(f"edits saved: {len(done)}, lost: {len(lost)}, not as they were saved last: {len(wrong)}")
    ledger.close()


def addresses_of(url: str) -> dict[str, list[str]]:
    """List pages for readers to look at, by kind."""
    documents = [one["id"] for one in httpx.get(f"{url}/documents.json").json()["documents"]]
    findings = [one["key"] for one in httpx.get(f"{url}/findings.json?status=all").json()["findings"]]
    series = [one["at"] for one in httpx.get(f"{url}/series.json").json()["series"]]
    return {
        "first page": ["/"],
        "report": [f"/documents/{id}" for id in documents],
        "report, JSON": [f"/documents/{id}.json" for id in documents],
        "findings": ["/findings"],
        "finding": [f"/findings/{key}" for key in findings],
        "series": [f"/series/{at['document']}/{at['figure']}" for at in series],
        "search": ["/search?q=Brennick", "/search?q=4,900"],
        "sources": ["/sources"],
    }


def timed(
    tallies: dict[str, Tally], lock: threading.Lock, kind: str, ask: Any, allowed: set[int]
) -> httpx.Response | None:
    """Ask for something, and note how long it took and whether the answer is one that may be."""
    begun = time.perf_counter()
    try:
        answer: httpx.Response | None = ask()
        wrong = "" if answer and answer.status_code in allowed else f"{kind}: {answer and answer.status_code}"
    except httpx.HTTPError as problem:
        answer, wrong = None, f"{kind}: {problem!r}"
    with lock:
        tally = tallies.setdefault(kind, Tally())
        tally.seconds.append(time.perf_counter() - begun)
        if wrong:
            tally.failed.append(wrong)
    return answer


def reader(
    url: str,
    addresses: dict[str, list[str]],
    until: float,
    tallies: dict[str, Tally],
    lock: threading.Lock,
    seed: int,
) -> None:
    """Look at one page after the other."""
    chance = random.Random(seed)
    with httpx.Client(base_url=url, timeout=60) as client:
        while time.monotonic() < until:
            time.sleep(chance.expovariate(1 / THINKING))
            kind = chance.choice(list(addresses))
            address = chance.choice(addresses[kind])
            # A finding that an edit has settled is gone, as it should be.
            allowed = {200, 404} if kind == "finding" else {200}
            timed(tallies, lock, kind, lambda address=address: client.get(address), allowed)


def editor(
    url: str,
    until: float,
    tallies: dict[str, Tally],
    lock: threading.Lock,
    done: list[tuple[str, str, str]],
    seed: int,
) -> None:
    """Correct one figure after the other; where somebody was quicker, look again and go on."""
    chance = random.Random(1000 + seed)
    with httpx.Client(base_url=url, timeout=60) as client:
        client.headers["X-CSRF-Token"] = client.get("/api/session").json()["csrf"]
        documents = [one["id"] for one in client.get("/documents.json").json()["documents"]]
        count = 0
        while time.monotonic() < until:
            time.sleep(chance.expovariate(1 / THINKING))
            document = chance.choice(documents)
            answer = timed(
                tallies, lock, "report, JSON", lambda d=document: client.get(f"/documents/{d}.json"), {200}
            )
            if answer is None or answer.status_code != 200:
                continue
            now = answer.json()
            figure = chance.choice(now["figures"][:3])["id"]  # few, so that editors meet
            count += 1
            place = f"Place {seed}-{count}"
            sent = {"fields": {"place": place}, "seen": now["version"]}
            made = timed(
                tallies,
                lock,
                "correct, and check again",
                lambda d=document, f=figure, s=sent: client.patch(f"/api/documents/{d}/figures/{f}", json=s),
                {200, 409},
            )
            if made is not None and made.status_code == 200:
                with lock:
                    done.append((document, figure, place))


@contextmanager
def served(path: Path) -> Iterator[str]:
    """Run the app in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "addup.cli",
        "serve",
        "--no-browser",
        "--port",
        str(port),
        "--ledger",
        str(path),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "ADDUP_BY": "ana"})
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                httpx.get(f"{url}/index.json", timeout=5)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        time.sleep(3)  # what is loaded after the first page
        yield url
    finally:
        process.terminate()
        process.wait(20)


if __name__ == "__main__":
    main()
