"""Countries and the words for their people."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from addup.grouping.tables import table


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its name, other names, the words for its people, and its large cities, capital first."""

    name: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    cities: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Read the table of countries."""
    text = files("addup.reading").joinpath("countries.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Country(
            name=row["name"].split(";")[0],
            names=tuple(row["name"].split(";")),
            people=tuple(row["people"].split(";")),
            cities=tuple(city for city in (row["capital"], *row["cities"].split(";")) if city),
        )
        for row in rows
    )


@lru_cache(maxsize=1 << 14)
def nationality(word: str) -> str | None:
    """Give the country whose people a word names ("Norwegians" → Norway); None for other words."""
    peoples = _peoples()
    return peoples.get(word) or peoples.get(word.removesuffix("s"))


@cache
def _peoples() -> Mapping[str, str]:
    peoples: dict[str, str] = {}
    for country in countries():
        for word in country.people:
            peoples.setdefault(word, country.name)
    peoples.update(table("nouns")["nationals"])
    return peoples
