"""What the commands print of a ledger: its documents, series over time, findings, and who did what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from rich.cells import cell_len
from rich.console import Console

from addup.grouping.explaining import Explained
from addup.ledger import Act, Stored
from addup.ledger.looking import ListedDossier
from addup.ledger.records import KeptFinding, ListedDocument, ListedSeries
from addup.records import Evidence, Figure, Finding, Reading, Series
from addup.report import words
from addup.report.arrange import weight
from addup.report.printing import Printer
from addup.report.telling import arithmetic, tell_across
from addup.report.terminal import QUOTE

NO_REPORTS = "The ledger holds no reports yet: addup add REPORT... reads some into it."
LEAST_CHART, WIDEST_CHART = 12, 40
_POINT, _INSIDE, _OPEN_LOW, _OPEN_HIGH, _NOTHING = "●", "─", "◂", "▸", " "


def print_documents(console: Console, listed: Iterable[ListedDocument]) -> None:
    """Print a line for each document."""
    Printer(console).grid_or(
        NO_REPORTS,
        [
            (
                one.id,
                words.day(one.published) if one.published else "",
                words.count(one.figures, "figure"),
                words.short(words.plain(one.title or one.opening or one.outlet or ""), 60),
            )
            for one in listed
        ],
    )


def print_series_list(console: Console, listed: Sequence[ListedSeries]) -> None:
    """Print a line for each series: its name, its kind, how many figures of how many documents."""
    rows = [(words.plain(one.name), one.kind, str(one.figures), str(one.documents)) for one in listed]
    none = "No series yet: one begins where two figures are about the same thing."
    Printer(console).grid_or(none, rows, heads=("series", "kind", "figures", "reports"), right=(2, 3))


def print_events(console: Console, listed: Sequence[ListedDossier], *, total: int) -> None:
    """Print a line for each event: its number, what it is called, its reports, days and findings."""
    rows = [
        (
            str(one.id),
            words.short(words.plain(words.capital(one.called)), 50),
            str(one.documents),
            _published(one),
            str(sum(one.findings.values())),
        )
        for one in listed
    ]
    printer = Printer(console)
    printer.grid_or(
        NO_REPORTS, rows, heads=("", "event", "reports", "published", "findings"), right=(0, 2, 4)
    )
    if total > len(listed):
        printer.line(f"{len(listed)} of {words.count(total, 'event')}: --last lists more")


def print_event(
    console: Console,
    event: ListedDossier,
    documents: Sequence[ListedDocument],
    listed: Sequence[ListedSeries],
) -> None:
    """Print the reports of an event, and its series of two figures or more."""
    printer = Printer(console)
    kinds = [f"{count} {kind}" for kind, count in event.findings.items()]
    printer.heading(
        f"{event.id}  {words.capital(words.plain(event.called))}", words.count(event.documents, "report")
    )
    print_documents(console, documents)
    if listed:
        console.print()
        print_series_list(console, listed)
    console.print()
    printer.line(f"findings: {', '.join(kinds)} (addup check)" if kinds else "no findings")


def _published(event: ListedDossier) -> str:
    """Give the days from which to which the reports of an event were published."""
    days = [words.day(one) for one in (event.first, event.last) if one]
    return " to ".join(dict.fromkeys(days))


def print_series(console: Console, series: Series, readings: Sequence[Reading]) -> None:
    """Print a series as a chart: a row for each figure, its interval drawn to one scale, by day and source.

    The day of a toll is that of its report: what it counts happened on one day, and became known later.
    A dot is an exact number, a line an interval; an arrow says that there is no end on that side.
    """
    printer = Printer(console)
    by_id = {reading.document.id: reading for reading in readings}
    as_reported = series.kind == "toll"
    members = sorted(
        series.members,
        key=lambda one: (_day(one.figure, by_id[one.document], as_reported=as_reported), one.document),
    )
    reports = words.count(len({one.document for one in members}), "report")
    printer.heading(
        words.capital(series.name), f"{words.count(len(members), 'figure')} from {reports} · {series.kind}"
    )
    intervals = [words.drawn_interval(one.figure) for one in members]
    ends = [end for one in intervals for end in (one.low, one.high) if end is not None]
    texts = [_about(one.figure, by_id[one.document], as_reported=as_reported) for one in members]
    room = printer.width - 6 - sum(max(cell_len(row[column]) for row in texts) + 2 for column in range(3))
    width = max(LEAST_CHART, min(WIDEST_CHART, room))
    top = max(ends, default=Fraction(1)) or Fraction(1)
    rows = [
        (day, bar(one.low, one.high, top, width), said, source)
        for (day, said, source), one in zip(texts, intervals, strict=True)
    ]
    rows.append(("", f"0{words.number(top):>{width - 1}}", "", ""))
    printer.grid(rows)


def print_explained(console: Console, told: Iterable[tuple[ListedSeries, Sequence[Explained]]]) -> None:
    """Print for each figure of some series the words that put it there."""
    printer = Printer(console)
    for series, explained in told:
        reports = words.count(series.documents, "report")
        printer.heading(
            words.capital(words.plain(series.name)), f"{words.count(len(explained), 'figure')} from {reports}"
        )
        for line, _ in explained:
            printer.line(words.plain(line), indent=2)


def bar(low: Fraction | None, high: Fraction | None, top: Fraction, width: int) -> str:
    """Draw an interval on a scale from 0 to `top`, in so many characters."""
    first = _column(low or Fraction(0), top, width)
    last = width - 1 if high is None else _column(high, top, width)
    cells = [_NOTHING] * width
    cells[first : last + 1] = _INSIDE * (last + 1 - first)
    if low is not None:
        cells[first] = _POINT
    if high is not None:
        cells[last] = _POINT
    if low is None or (low == 0 and high != 0):
        cells[first] = _OPEN_LOW
    if high is None:
        cells[last] = _OPEN_HIGH
    return "".join(cells).rstrip()


def _column(value: Fraction, top: Fraction, width: int) -> int:
    return min(width - 1, round(value / top * (width - 1)))


def _day(figure: Figure, reading: Reading, *, as_reported: bool) -> date:
    days = (figure.period.last, reading.document.published)
    return next((day for day in (days[::-1] if as_reported else days) if day), date.min)


def _about(figure: Figure, reading: Reading, *, as_reported: bool) -> tuple[str, str, str]:
    published = reading.document.published
    days = "" if as_reported and published else words.figure_days(figure, published)
    when = days or (f"reported {words.day(published)}" if published else "")
    stance = "" if figure.stance == "stated" else f" ({figure.stance})"
    return when, words.said(figure) + stance, words.short(words.source(figure), 30)


def print_checked(
    console: Console,
    kept: Sequence[KeptFinding],
    readings_of: Callable[[list[str]], list[Reading]],
    events: Mapping[int, ListedDossier],
    *,
    counts: Mapping[str, int],
) -> None:
    """Print findings by event, each with its arithmetic and the words of the reports that it rests on.

    `readings_of` gives the readings of documents: they are had for one event after the other.
    """
    printer = Printer(console)
    if not counts["documents"]:
        printer.line(NO_REPORTS)
        return
    by_event: dict[int, list[KeptFinding]] = {}
    for one in kept:
        by_event.setdefault(one.dossier, []).append(one)
    for id, found in by_event.items():
        cited = [piece.document for one in found for piece in one.finding.evidence]
        readings = {reading.document.id: reading for reading in readings_of(cited)}
        called = words.short(words.plain(words.capital(events[id].called)), 70)
        printer.heading(called, words.count(events[id].documents, "report"))
        for one in found:
            _print_finding(printer, one, readings, titled=events[id].documents > 1)
    console.print()
    told = words.count(len(kept), "finding") if kept else "nothing to look at"
    kinds = Counter(one.finding.kind for one in sorted(kept, key=lambda one: weight(one.finding)))
    if len(kinds) > 1:
        told += f" ({', '.join(f'{words.number(count)} {kind}' for kind, count in kinds.items())})"
    printer.line(
        f"{told} over {words.count(counts['documents'], 'report')} with "
        f"{words.count(counts['figures'], 'figure')}"
    )


def _print_finding(
    printer: Printer, kept: KeptFinding, readings: dict[str, Reading], *, titled: bool
) -> None:
    mark = "" if kept.status == "open" else f" [{kept.status}]"
    text, lines = told_of(kept.finding, readings, titled=titled)
    printer.line(f"→ {words.capital(kept.finding.kind)} {kept.key}{mark}: {text}", indent=2)
    for line in lines:
        printer.line(line, indent=4)


def told_of(finding: Finding, readings: dict[str, Reading], *, titled: bool = True) -> tuple[str, list[str]]:
    """Tell a finding over readings, given by their ids: what it says, then its arithmetic and sentences.

    `titled` puts the title of its report before each sentence.
    """
    text, rows = in_words(finding, readings)
    quotes = (
        (f"{words.title(readings[piece.document].document)}: " if titled else "")
        + f"“{sentence(piece, readings)}”"
        for piece in finding.evidence
        if piece.document in readings
    )
    # Each sentence once, however many of its words matter.
    return text, [*rows, *dict.fromkeys(quotes)]


def in_words(finding: Finding, readings: Mapping[str, Reading]) -> tuple[str, list[str]]:
    """Give what a finding says and its arithmetic, with who said a figure in place of its id."""
    cited = {piece.document for piece in finding.evidence}
    resting = [one for id, one in readings.items() if id in cited] or list(readings.values())
    told = tell_across(finding, resting).text
    rows = [row for row in arithmetic(finding, resting) if row.rstrip(".") != told.rstrip(".")]
    return words.short_days(told, None), [words.short_days(row, None) for row in rows]


def sentence(evidence: Evidence, readings: dict[str, Reading]) -> str:
    """Give the sentence that some evidence stands in, cut where it is long."""
    reading = readings[evidence.document]
    for figure in reading.figures:
        if figure.sentence[0] <= evidence.start and evidence.end <= figure.sentence[1]:
            text = reading.document.text[slice(*figure.sentence)]
            return words.short(words.plain(text), QUOTE)
    return words.plain(evidence.text)


def print_versions(console: Console, stored: Stored) -> None:
    """Print what the ledger knows of a document beside its reading."""
    printer = Printer(console)
    printer.heading(f"In the ledger as {stored.document.id}", "")
    printer.line(
        f"added {words.day(stored.added.date())} by {stored.by}, read by addup {stored.reader}", indent=2
    )
    for name, others in (("an earlier version", stored.earlier), ("a later version", stored.later)):
        for other in others:
            printer.line(f"{name} of it is {other}", indent=2)
    print_log(console, stored.acts, heading=bool(stored.acts))


def print_figures(console: Console, reading: Reading) -> None:
    """Print the figures of a reading with the ids by which they can be corrected."""
    printer = Printer(console)
    rows = [
        (
            figure.id,
            _said_and_corrected(figure),
            words.plain(figure.counted.text) if figure.counted else "",
            words.figure_days(figure, reading.document.published),
            words.source(figure),
        )
        for figure in reading.figures
    ]
    printer.heading("Figures", words.count(len(reading.figures), "figure"))
    printer.grid([("id", "figure", "counted", "days", "source"), *rows])


def _said_and_corrected(figure: Figure) -> str:
    """Say a figure as its text does, and what it was corrected to."""
    if figure.corrected is None:
        return words.said(figure)
    return f"{words.said(figure)} (corrected by {words.plain(figure.corrected)}: {words.commits(figure)})"


def print_accounts(console: Console, saved: Mapping[str, Act]) -> None:
    """Print a line for each saved account: who saved it last, when and why."""
    rows = [
        (name, act.made.strftime("%Y-%m-%d %H:%M"), act.by, words.plain(act.why or ""))
        for name, act in sorted(saved.items())
    ]
    Printer(console).grid(rows or [("no account is saved yet: addup accounts --help shows how",)])


def print_log(console: Console, acts: Sequence[Act], *, heading: bool = False) -> None:
    """Print who did what, when and why."""
    printer = Printer(console)
    if heading:
        printer.heading("What was done", "")
    for act in acts:
        when = act.made.strftime("%Y-%m-%d %H:%M")
        undone = " (taken back)" if act.undone else ""
        why = f", because {act.why}" if act.why else ""
        printer.line(f"{act.id}  {when}  {act.by} {told(act)}{why}{undone}", indent=2)


def told(act: Act) -> str:
    """Say in words what somebody did."""
    fields = ", ".join(f"{name} = {value}" for name, value in act.content.get("fields", {}).items())
    figure = act.content.get("figure", {}).get("span", {}).get("text", "")
    decision = act.content.get("decision", {})
    name = f" as {decision['name']}" if decision.get("name") else ""
    figure = f"“{words.plain(figure)}” in {act.document}"
    told = {
        "correct": f"corrected {figure}",
        "confirm": f"confirmed {figure}",
        "remove": f"removed {figure}",
        "add": f"added {figure}",
        "describe": f"described {act.document}",
        "undo": f"took back {act.undoes}",
        "account": f"saved the account {act.subject}",
        "mark": f"marked the finding {act.subject} as {act.content.get('status')}",
        "decide": _told_of_event(act.content["event"])
        if "event" in act.content
        else f"decided to {decision.get('kind')} series{name}",
    }[act.kind]
    return f"{told}: {fields}" if fields else told


def _told_of_event(decision: Mapping[str, Any]) -> str:
    """Say in words what somebody decided about an event: of it, its first reports are named."""
    reports, others = (_named(decision[side]) for side in ("reports", "others"))
    return {
        "name": f"called the event of {reports} “{words.plain(decision['name'] or '')}”",
        "merge": f"decided that the events of {reports} and of {others} are one",
        "split": f"decided that {reports} is an event of its own",
        "pin": f"decided that {reports} is of the event of {others}",
    }[decision["kind"]]


def _named(reports: Sequence[str]) -> str:
    more = f" and {len(reports) - 3} more" if len(reports) > 3 else ""
    return f"{', '.join(reports[:3])}{more}"
