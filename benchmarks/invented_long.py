"""Invented texts of any length: what a year leaves behind, joined into one report.

An annual report tells of many offices, each with its money, people and shares; a record of a parliament
has speakers who dispute numbers; bulletins tell of one flood day by day, in nearly the same words; and
"same" is one bulletin over and over, as it comes out of a folder that was joined without a look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

from invented_reports import invented_name

FIRST = date(2023, 1, 2)
_TASKS = (
    "roads",
    "schools",
    "hospitals",
    "water",
    "housing",
    "forests",
    "railways",
    "ports",
    "prisons",
    "libraries",
)
_THINGS = (
    ("bridges", "repaired"),
    ("wells", "drilled"),
    ("teachers", "hired"),
    ("nurses", "trained"),
    ("permits", "issued"),
    ("complaints", "received"),
    ("homes", "built"),
    ("hectares of forest", "planted"),
    ("inspectors", "sent out"),
    ("vehicles", "bought"),
    ("pupils", "enrolled"),
    ("patients", "treated"),
    ("kilometres of track", "laid"),
    ("visitors", "counted"),
)
_OFFICE = (
    "The {task} office in {town} spent ${m} million in {year}, {p} percent more than in the year before.",
    "Its budget for the {quarter} quarter was ${m} million, of which ${less} million went to {town}.",
    "{n} {things} were {done} in {town} in {month}, up from {k} a year earlier.",
    "{person}, who heads the office, said that about {n} {things} had been {done} since {month}.",
    "Of the {n} people who work for it, {k} are women and {p} percent are under 30.",
    "In {month} some {n} {things} were {done} in {region}, according to {source}.",
    "More than {n} people in {town} signed a petition against the plan in {month}.",
    "{source} said that {p} percent of the {n} households in {town} had no clean water.",
    "The number of {things} fell by {p} percent to {n}, {source} said.",
    "A fire in a depot in {town} killed {few} people and injured {k} on {day}.",
    "The office owes ${m} million to {other} Works, which is to be paid within {few} years.",
    "It took {few} months to find a new director, {person} told the board.",
)
_SPEECH = (
    "{NAME}: The minister told this house on {day} that {n} {things} had been {done}. In {town} it was {k}.",
    "{NAME}: I thank the honourable member. We have spent ${m} million on {task} since {month}, and {n} "
    "{things} were {done} in {region} alone.",
    "{NAME}: According to {source}, {n} people left {town} last year. Does the minister deny it?",
    "{NAME}: It is not {n}. It was {k} at most, and {p} percent of them have come back.",
    "{NAME}: My constituents in {town} have waited {few} years for a school. {n} children walk to {region}.",
    "{NAME}: The report by {person} puts the cost at ${m} million, {p} percent above the plan.",
    "The motion was carried by {n} votes to {k}.",
    "{NAME}: In {month} the police arrested {k} people in {town}; {few} of them were charged.",
)
_BULLETIN = (
    "At least {dead} people have died in the floods in {town} since {start}, {source} said on {day}.",
    "{hurt} people were injured and {few} are still missing in {region}, according to {source}.",
    "The floods have destroyed {homes} homes in {town} and damaged {n} others.",
    "Around {n} people are staying in {few} shelters, {k} of them children.",
    "The government has pledged ${m} million in aid, {person} said.",
    "Of the {n} households in need in {region}, {p} percent have received food.",
    "In the last 24 hours {few} people were rescued from roofs in {town}.",
    "{other} Relief has sent {few} trucks with {k} tents to {region}.",
)
_BETWEEN = (
    "Nobody at the office wanted to say more.",
    "Work in {region} goes on in spite of the weather.",
    "{person} was asked about it again and did not answer.",
    "Roads between {town} and {region} were closed for a while.",
    "The board will meet again when the accounts are ready.",
)
_SOURCES = (
    "the auditor",
    "the ministry of {task}",
    "police in {town}",
    "the mayor of {town}",
    "{other} Watch",
)
_TENTH = 10


def annual_report(size: int, random: Random) -> str:
    """Make a report of offices, each with a heading and some paragraphs."""
    return _joined(size, _chapters(_OFFICE, random, heading="The {task} office in {town}"))


def record(size: int, random: Random) -> str:
    """Make a record of a parliament, with days of sittings as headings."""
    return _joined(size, _chapters(_SPEECH, random, heading="Sitting of {day}"))


def bulletins(size: int, random: Random) -> str:
    """Make bulletins on one flood, one after the other, whose tolls grow."""
    return _joined(size, _days(random))


def same(size: int, random: Random) -> str:
    """Make one bulletin, over and over."""
    one = bulletins(1000, random)
    return _joined(size, (one for _ in range(size)))


KINDS: dict[str, Callable[[int, Random], str]] = {
    "annual": annual_report,
    "record": record,
    "bulletins": bulletins,
    "same": same,
}


def short_reports(count: int, random: Random) -> Iterator[str]:
    """Give short reports, each of some paragraphs of one of the kinds."""
    makers = (annual_report, record, bulletins)
    for number in range(count):
        yield makers[number % len(makers)](800, random)


def _joined(size: int, pieces: Iterator[str]) -> str:
    """Join pieces until there are so many characters."""
    taken, length = [], 0
    while length < size:
        taken.append(next(pieces))
        length += len(taken[-1]) + 2
    return "\n\n".join(taken)


def _chapters(sentences: tuple[str, ...], random: Random, *, heading: str) -> Iterator[str]:
    """Give chapters of a place of their own each: a heading and four paragraphs."""
    day = FIRST
    while True:
        day += timedelta(random.choice((0, 1, 3)))
        about = {
            "town": invented_name(random),
            "region": invented_name(random),
            "task": random.choice(_TASKS),
            "other": invented_name(random),
        }
        yield _said(heading, about, day, random)
        for _ in range(4):
            chosen = random.sample(sentences, 3)
            chosen.insert(random.randrange(3), random.choice(_BETWEEN))
            yield " ".join(_said(one, about, day, random) for one in chosen)


def _days(random: Random) -> Iterator[str]:
    """Give bulletins on one flood: the same towns each day, tolls that grow, now and then a slip."""
    towns = [invented_name(random) for _ in range(6)]
    region, other = invented_name(random), invented_name(random)
    dead, day = 4, FIRST
    while True:
        day += timedelta(1)
        dead += random.choice((0, 0, 1, 2))
        shown = dead if random.random() > 1 / _TENTH else dead - random.randint(0, dead // 2)
        about = {
            "town": random.choice(towns),
            "region": region,
            "task": "water",
            "other": other,
            "dead": str(shown),
            "hurt": str(dead * 3 + random.randint(0, 9)),
            "homes": str(dead * 11),
            "start": f"{FIRST.day} {FIRST:%B %Y}",
        }
        chosen = [_BULLETIN[0], *random.sample(_BULLETIN[1:], 5), random.choice(_BETWEEN)]
        yield " ".join(_said(one, about, day, random) for one in chosen)


def _said(sentence: str, about: dict[str, str], day: date, random: Random) -> str:
    """Fill in a sentence; it begins with a capital."""
    person = f"{invented_name(random)} {invented_name(random)}"
    year = day.year
    values = {
        "person": person,
        "NAME": person.split()[1].upper(),
        "n": f"{random.randint(200, 60_000):,}",
        "k": str(random.randint(20, 190)),
        "few": str(random.randint(2, 19)),
        "p": str(random.randint(2, 60)),
        "m": str(random.randint(30, 900)),
        "less": str(random.randint(2, 29)),
        "year": str(year),
        "month": f"{day:%B %Y}",
        "day": f"{day.day} {day:%B %Y}",
        "quarter": random.choice(("first", "second", "third", "fourth")),
        **dict(zip(("things", "done"), random.choice(_THINGS), strict=True)),
        **about,
    }
    values["source"] = random.choice(_SOURCES).format(**values)
    said = sentence.format(**values)
    return said[0].upper() + said[1:]
