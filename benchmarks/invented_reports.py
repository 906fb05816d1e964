"""Invented readings of reports on very many events, with the series that each figure belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from addup.grouping.countries import countries
from addup.records import (
    Amount,
    Bound,
    Counted,
    Coverage,
    Document,
    Figure,
    Period,
    Reading,
    Source,
    Span,
    Tolls,
)

START = date(2015, 1, 1)
DAYS = 3000
MOST_REPORTS = 400
_SYLLABLES = (
    "bar",
    "den",
    "fal",
    "gor",
    "hel",
    "kin",
    "lom",
    "mar",
    "nor",
    "pel",
    "rus",
    "sol",
    "tar",
    "vik",
)
_ENDS = ("a", "ay", "bridge", "by", "en", "ford", "ham", "ia", "mouth", "o", "ton", "um")
_AGENCIES = ("Northern Press", "Harbour News", "the Daily Ledger", "Continental Wire")
_THINGS = (
    ("boats", "boat", "lose"),
    ("bridges", "bridge", "close"),
    ("families", "family", "move"),
    ("schools", "school", "shut"),
    ("soldiers", "soldier", "send"),
    ("tents", "tent", "raise"),
    ("trucks", "truck", "arrive"),
    ("wells", "well", "repair"),
)
_WHAT = ("flood", "storm", "fire", "train crash", "earthquake", "landslide")


@dataclass(frozen=True)
class Event:
    """Something that happened, and what is true of it."""

    number: int
    what: str
    town: str
    country: str
    day: date
    people: tuple[str, str]
    killed: int
    injured: int
    homes: int
    aid: int


def invent(count: int, random: Random, *, more: int = 0) -> Iterator[tuple[Reading, tuple[str, ...]]]:
    """Give so many readings, each with the names of the true series of its figures.

    Each has 3.5 figures on average, and `more` on other things about its event.
    """
    made = 0
    while made < count:
        event = _event(made, random)
        # A few events are reported by hundreds, most by one or two: a Zipf law.
        for _ in range(min(count - made, MOST_REPORTS, int(random.paretovariate(1.0)))):
            yield _report(made, event, random, more)
            made += 1


def invented_name(random: Random, syllables: int = 2) -> str:
    """Make a name of a person or a place; with more syllables it is rarer that two are the same."""
    return ("".join(random.choices(_SYLLABLES, k=syllables)) + random.choice(_ENDS)).capitalize()


def _event(number: int, random: Random) -> Event:
    return Event(
        number=number,
        what=random.choice(_WHAT),
        town=invented_name(random),
        country=random.choice(countries()).name,
        day=START + timedelta(random.randrange(DAYS)),
        people=(
            f"{invented_name(random)} {invented_name(random)}",
            f"{invented_name(random)} {invented_name(random)}",
        ),
        killed=random.randint(3, 300),
        injured=random.randint(10, 3000),
        homes=random.randint(5, 900),
        aid=random.randint(1, 90),
    )


class _Writer:
    """Writes a text, and notes the figures in it with the series that they are of."""

    def __init__(self, event: Event) -> None:
        self.text = ""
        self.figures: list[Figure] = []
        self.series: list[str] = []
        self._event = event
        self._open: list[tuple[str, int, int, str, str, str, bool]] = []

    def words(self, text: str) -> None:
        self.text += text

    def figure(self, number: int, noun: str, head: str, verb: str, *, dated: bool = True) -> None:
        at = len(self.text)
        self.text += f"{number} {noun}".strip()
        self._open.append((str(number), number, at, noun or "people", head, verb, dated))

    def money(self, millions: int) -> None:
        at = len(self.text)
        self.text += f"${millions} million"
        self._open.append((f"{millions} million", millions * 1_000_000, at, "aid", "aid", "pledge", False))

    def end(self, text: str, source: str | None = None) -> None:
        """Close a sentence: only now is it known where its figures stand."""
        start = self._open[0][2] - len(self.text[: self._open[0][2]].rsplit(". ", 1)[-1]) if self._open else 0
        self.text += text
        told = Source(source, self.text.rindex(source), len(self.text), source) if source else None
        for words, value, at, noun, head, verb, dated in self._open:
            money = head == "aid"
            number = Span(words, at + money, at + money + len(words))
            span = Span(self.text[at : number.end], at, number.end)
            bound: Bound = "exact"
            amount = Amount(
                span,
                number,
                value,
                value,
                bound,
                "money" if money else "count",
                unit="USD" if money else None,
            )
            self.figures.append(
                Figure(
                    id=str(number.start),
                    span=span,
                    amount=amount,
                    counted=Counted(noun, head),
                    event=verb,
                    period=Period(self._event.day, self._event.day) if dated else Period(),
                    time=None,
                    place=f"{self._event.town}, {self._event.country}" if dated else None,
                    source=told,
                    sentence=(start, len(self.text)),
                )
            )
            self.series.append(f"{self._event.number} {verb}")
        self._open.clear()
        self.text += " "


def _report(number: int, event: Event, random: Random, more: int = 0) -> tuple[Reading, tuple[str, ...]]:
    late = random.randint(0, 6)
    known = min(1.0, 0.4 + 0.1 * late)
    town = f"{event.town}, {event.country}"
    agency = random.choice(_AGENCIES)
    writer = _Writer(event)
    writer.words(f"A {event.what} struck {town}. Governor {event.people[0]} went there. ")
    writer.figure(int(event.killed * known), "people", "person", random.choice(("kill", "die")))
    writer.words(" were killed and ")
    writer.figure(int(event.injured * known), "", "person", random.choice(("injure", "wound")))
    writer.end(f" hurt by the {event.what} in {town}, said {agency}.", agency)
    if random.random() < 0.6:
        writer.figure(int(event.homes * known), "homes", "home", "destroy")
        writer.end(f" were destroyed in {town}.")
    if random.random() < 0.4:
        writer.words("The government of ")
        writer.words(f"{event.country} pledged ")
        writer.money(event.aid)
        writer.end(f" in aid, Minister {event.people[1]} told reporters with {event.people[0]}.")
    if random.random() < 0.5:
        writer.words("So far ")
        writer.figure(int(event.killed * known), "people", "person", "die", dated=False)
        writer.end(f" have died, {event.people[0]} said.", event.people[0])
    for plural, noun, verb in random.sample(_THINGS, more):
        # Most reports agree: what one counts, the others repeat.
        true = 2 + (event.number * 31 + len(noun) * 97 + ord(noun[0])) % 900
        writer.figure(true if random.random() < 0.95 else random.randint(2, 900), plural, noun, verb)
        writer.end(f" were counted in {town}.")
    reading = Reading(
        document=Document(f"r{number:07}", writer.text, published=event.day + timedelta(late), language="en"),
        figures=tuple(writer.figures),
        times=(),
        attributions=(),
        coverage=Coverage(len(writer.figures), len(writer.figures)),
        tolls=Tolls(place=event.town, day=event.day),
    )
    aliases = {"die": "kill", "wound": "injure"}
    names = (one.split(" ") for one in writer.series)
    return reading, tuple(f"{event} {aliases.get(verb, verb)}" for event, verb in names)
