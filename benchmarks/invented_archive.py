"""Invented archives: reports in many wordings about events of which the truth is known.

Every event has tolls that grow for some days. Sources tell them exactly, rounded, hedged, or a day late; a
few exaggerate by a factor or deny what others say. Outlets print one another's reports, whole, cut, or with a
line of their own; other pages have nothing to do with anything. What each report says of which toll is
written down beside it, so that it is known which statements cannot all be true, and what ought to be found.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from invented_reports import invented_name

from addup.grouping.countries import countries

FIRST = date(2024, 3, 1)
DAYS = 60
MOST_REPORTS = 400
COPIES, NOISE, CONTRADICTED = 0.15, 0.1, 0.3
"""The share of reports that are copies, that are noise, and of events that some source contradicts."""


@dataclass(frozen=True)
class Statement:
    """What a report says of a toll: its words, what they mean in the widest reading, and on which day."""

    event: int
    toll: str
    start: int
    end: int
    low: float
    high: float | None
    day: str
    source: str


@dataclass(frozen=True)
class Report:
    """A report with what it says; `copy_of` names the report that it prints again."""

    name: str
    text: str
    published: date
    statements: tuple[Statement, ...] = ()
    copy_of: str | None = None

    @property
    def document(self) -> str:
        """Its id in addup."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Event:
    """Something that happened, how its tolls grew from day to day, and who speaks of it."""

    number: int
    what: str
    cause: str
    town: str
    region: str
    country: str
    day: date
    people: tuple[str, ...]
    tolls: dict[str, tuple[int, ...]]
    liar: str | None
    factor: float

    def known(self, toll: str, day: date) -> int:
        """How many were known on a day."""
        grown = self.tolls[toll]
        return grown[max(0, min((day - self.day).days, len(grown) - 1))]


_WHAT = {
    "flood": "the river {river} burst its banks",
    "storm": "a storm tore through the town",
    "fire": "a fire broke out in a factory",
    "earthquake": "an earthquake shook the region",
    "landslide": "a hillside gave way after days of rain",
    "explosion": "a gas tank blew up near the market",
    "train crash": "two trains collided outside the station",
}
_TOLLS = ("killed", "injured", "homes")
_SAYS = {
    "killed": (
        "{n} people were killed when {cause} in {town} on {weekday}, {source} said.",
        "{n} people have died in the {what} in {town}, {source} said on {today}.",
        "The {what} in {town} killed {n} people, according to {source}.",
        "{source} put the death toll of the {what} in {town} at {n}.",
        "The death toll of {weekday}'s {what} in {town} stood at {n} on {today}, {source} said.",
        "{source} told reporters that {n} people had been killed in {town}.",
        "In {town}, {n} people lost their lives in the {what}, said {source}.",
        "{n} deaths have been confirmed in {town} after the {what} of {weekday}, {source} said.",
    ),
    "injured": (
        "{n} people were injured in {town}, {source} said.",
        "{source} said that {n} people had been injured in the {what} in {town}.",
        "{n} people were hurt in {town}, according to {source}.",
        "The {what} in {town} left {n} people injured, {source} said on {today}.",
        "{n} injured people were treated in {town}, {source} said.",
    ),
    "homes": (
        "{n} homes were destroyed in {town}, {source} said.",
        "The {what} destroyed {n} homes in {town}, according to {source}.",
        "{source} said that {n} houses had been destroyed in {town}.",
        "In {town}, {n} homes were destroyed by the {what}, said {source}.",
    ),
}
_OPENINGS = (
    "There has been {a_what} in {town} in {region}, {country}.",
    "{town} is counting its losses after {weekday}'s {what}, one of the worst in {country} in years.",
    "Rescue teams from all over {region} went to {town}, where {cause} on {weekday}.",
    "{person}, the governor of {region}, visited {town} after the {what} of {weekday}.",
    "In {town}, a town in {region}, {cause} on {weekday}.",
)
_FILLERS = (
    "{person} called on people in {region} to stay away from {town}.",
    "Roads between {town} and the rest of {region} were closed.",
    "The government of {country} sent soldiers and doctors to {region}.",
    "“We will rebuild {town},” said {other}, who leads the relief work in {region}.",
    "Schools in {town} will stay closed, {other} said.",
    "{person} and {other} spoke to families in {town} through the night.",
    "It was not clear when trains to {town} would run again.",
    "Neighbours brought blankets and bread to the town hall of {town}.",
    "The weather in {region} was expected to get better.",
)
_SOURCES = (
    "police in {town}",
    "the governor of {region}",
    "the mayor of {town}",
    "the health ministry of {country}",
    "the Red Cross in {region}",
    "the fire brigade of {town}",
)
_LIARS = (
    "a spokesman of the opposition in {region}",
    "the farmers' union of {region}",
    "a rebel commander in {region}",
)
_NOISE = (
    "{town} beat {other} United by three goals to one on Saturday. The keeper saved two penalties before a "
    "crowd of {n} people. Coach {person} was pleased.",
    "Shares in {other} Mills rose {k} percent after the company said that sales had grown to ${n} million. "
    "Analysts had expected less, {person} said.",
    "The museum of {town} shows {k} paintings by {person} until June. Tickets cost ${k}. Last year {n} "
    "visitors came.",
    "Rain is expected in {town} tomorrow, with {k} degrees at noon. {person} of the weather service advised "
    "walkers to take an umbrella.",
)
_PAPERS = (
    "Northern Press",
    "Harbour News",
    "Daily Ledger",
    "Continental Wire",
    "Evening Post",
    "Valley Observer",
)


def invent(count: int, random: Random) -> Iterator[Report]:
    """Give so many reports, those of an event one after the other."""
    made = 0
    event = 0
    while made < count:
        if random.random() < NOISE:
            yield _noise(made, random)
            made += 1
            continue
        about = _event(event, random)
        event += 1
        originals: list[Report] = []
        # A few events are reported by hundreds, most by a few: a Zipf law.
        for _ in range(min(count - made, MOST_REPORTS, 1 + int(random.paretovariate(1.0)))):
            if originals and random.random() < COPIES:
                yield _copy(made, random.choice(originals), random)
            else:
                originals.append(_report(made, about, random))
                yield originals[-1]
            made += 1


def _name(random: Random) -> str:
    """Make a name that hardly any other event has."""
    return invented_name(random, syllables=4)


def contradicted(statements: Sequence[Statement]) -> bool:
    """Tell whether statements of one toll cannot all be true: totals only grow."""
    return any(
        one.day <= other.day and other.high is not None and one.low > other.high
        for one in statements
        for other in statements
    )


def write_folder(reports: Sequence[Report], folder: Path) -> None:
    """Write each report into a text file named after its day of publication."""
    folder.mkdir(parents=True, exist_ok=True)
    for report in reports:
        (folder / f"{report.published}-{report.name}.txt").write_text(report.text, encoding="utf-8")


def write_lines(reports: Sequence[Report], path: Path) -> None:
    """Write reports as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for report in reports:
            told = {
                "text": report.text,
                "published": report.published.isoformat(),
                "url": f"https://news.example/{report.name}",
            }
            file.write(json.dumps(told) + "\n")


def _event(number: int, random: Random) -> Event:
    town, region = _name(random), _name(random)
    what = random.choice(list(_WHAT))
    final = {
        "killed": random.randint(8, 300),
        "injured": random.randint(20, 2000),
        "homes": random.randint(15, 900),
    }
    steps = sorted(random.uniform(0.3, 1.0) for _ in range(random.randint(1, 4)))
    tolls = {
        toll: tuple(max(4, int(total * step)) for step in [*steps, 1.0]) for toll, total in final.items()
    }
    return Event(
        number=number,
        what=what,
        cause=_WHAT[what].format(river=_name(random)),
        town=town,
        region=region,
        country=random.choice(countries()).name,
        day=FIRST + timedelta(random.randrange(DAYS)),
        people=tuple(f"{_name(random)} {_name(random)}" for _ in range(2)),
        tolls=tolls,
        liar=random.choice(_LIARS).format(region=region) if random.random() < CONTRADICTED else None,
        factor=random.choice((0.4, 1.6, 2.0, 3.0)),
    )


@dataclass
class _Writer:
    event: Event
    published: date
    text: str = ""
    statements: list[Statement] = field(default_factory=list)

    def say(self, template: str, random: Random) -> None:
        """Write a sentence without a toll."""
        self._write(template.format(**self._names(random)))

    def state(self, toll: str, source: str, said: tuple[str, float, float | None], random: Random) -> None:
        """Write a sentence with a toll, and note where it stands."""
        words, low, high = said
        before, after = random.choice(_SAYS[toll]).split("{n}")
        names = {**self._names(random), "source": source}
        before, after = before.format(**names), after.format(**names)
        if not before:
            words = words[0].upper() + words[1:]
        elif before.startswith(source):
            before = before[0].upper() + before[1:]
        start = len(self.text) + len(before) + (1 if self.text else 0)
        self._write(before + words + after)
        self.statements.append(
            Statement(
                self.event.number,
                toll,
                start,
                start + len(words),
                low,
                high,
                self.published.isoformat(),
                source,
            )
        )

    def _write(self, sentence: str) -> None:
        self.text += (" " if self.text else "") + sentence

    def _names(self, random: Random) -> dict[str, str]:
        event = self.event
        return {
            "what": event.what,
            "a_what": f"an {event.what}" if event.what[0] in "aeiou" else f"a {event.what}",
            "cause": event.cause,
            "town": event.town,
            "region": event.region,
            "country": event.country,
            "weekday": event.day.strftime("%A"),
            "today": self.published.strftime("%A"),
            "person": event.people[0],
            "other": event.people[1],
        }


def _report(number: int, event: Event, random: Random) -> Report:
    published = event.day + timedelta(random.choice((0, 1, 1, 1, 2, 2, 3, 4)))
    writer = _Writer(event, published)
    writer.say(random.choice(_OPENINGS), random)
    fillers = random.sample(_FILLERS, 4)
    for toll in _TOLLS:
        if toll == "killed" or random.random() < 0.5:
            writer.state(toll, _source(event, random), _honest(event, toll, published, random), random)
            writer.say(fillers.pop(), random)
    if event.liar and random.random() < 0.4:
        value = max(1, round(event.known("killed", published) * event.factor))
        writer.state("killed", event.liar, (f"{value:,}", *_plain(value)), random)
    writer.say(fillers.pop(), random)
    return Report(f"{number:07}", writer.text, published, tuple(writer.statements))


def _source(event: Event, random: Random) -> str:
    return random.choice(_SOURCES).format(town=event.town, region=event.region, country=event.country)


def _plain(value: int) -> tuple[float, float]:
    """What a number without a hedge means: itself, or rounded by 5 % at most where it ends in noughts."""
    if value < 100 or value % 10:
        return value, value
    unit = 1
    while value % (unit * 10) == 0:
        unit *= 10
    slack = min(unit / 2, value * 0.05)
    return value - slack, value + slack


def _honest(event: Event, toll: str, day: date, random: Random) -> tuple[str, float, float | None]:
    """Say what is known: exactly, rounded, hedged, or as it was known a day before."""
    value = event.known(toll, day)
    way = random.choice(("exact", "exact", "exact", "round", "more", "late", "least", "nearly"))
    unit = 10 ** (len(str(value)) - 1)
    below = value // unit * unit
    nearest = round(value / unit) * unit
    if way == "round" and abs(nearest - value) <= 0.1 * nearest:
        slack = max(0.1 * nearest, unit)
        return f"{random.choice(('about', 'around', 'some'))} {nearest:,}", nearest - slack, nearest + slack
    if way == "more" and below < value:
        return f"more than {below:,}", below, None
    if way == "late":
        return (
            f"at least {event.known(toll, day - timedelta(1)):,}",
            event.known(toll, day - timedelta(1)),
            None,
        )
    if way == "least":
        return f"at least {value:,}", value, None
    above = below + unit
    if way == "nearly" and 0.9 * above <= value < above:
        return f"nearly {above:,}", 0.8 * above, above
    return (f"{value:,}", *_plain(value))


def _copy(number: int, report: Report, random: Random) -> Report:
    """Print a report again: whole with a line of one's own, or without its last sentence."""
    paper = random.choice(_PAPERS)
    text, statements = f"{report.text} ({paper})", report.statements
    if random.random() < 0.3:
        cut = report.text.rindex(". ", 0, -2) + 1
        text = report.text[:cut]
        statements = tuple(one for one in statements if one.end <= cut)
    published = report.published + timedelta(random.choice((0, 0, 1)))
    return Report(f"{number:07}", text, published, statements, copy_of=report.name)


def _noise(number: int, random: Random) -> Report:
    text = random.choice(_NOISE).format(
        town=_name(random),
        other=_name(random),
        person=f"{_name(random)} {_name(random)}",
        n=random.randint(1000, 40_000),
        k=random.randint(2, 30),
    )
    return Report(f"{number:07}", text, FIRST + timedelta(random.randrange(DAYS)))


def told(report: Report) -> dict[str, object]:
    """Give what is known of a report as plain data."""
    return {
        "document": report.document,
        "name": report.name,
        "copy_of": report.copy_of,
        "statements": [asdict(one) for one in report.statements],
    }
