"""Places as the scope of figures: which names are the same place, and what lies in what.

What a text itself says ("Oslo, Norway", "the Norwegian capital of Oslo") goes before the table
of countries and large cities. Places that neither knows keep their name and are inside nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain

from addup.grouping.countries import countries, nationality
from addup.grouping.nouns import happening_nouns, is_happening, noun_group
from addup.grouping.patterns import CALENDAR_NAMES, SENTENCE_END, alternatives, as_written
from addup.grouping.tables import table

Scope = frozenset[str]
_LEAD = 2
"""So many sentences tell what a report is about."""
_OPENING = 1200

_NAME = r"[A-Z][\w'’.]*(?:[ -](?:(?:es|de|el|al|la|le|of|the|upon|sur|am|da|do|dos|del)[ -])?[A-Z][\w'’]*)*"
_WHOLE_NAME = re.compile(_NAME)
_SIDE = re.compile(r"^(?:(?:north|south|east|west)[a-z ]*ern|central|coastal|mainland|rural) ")
_OF_COUNTRY = re.compile(r"(.+?)'s (.+)$")
_BESIDE_OTHER = re.compile(r"^(?:[Nn]eighbou?ring|[Nn]earby) (?=[A-Z])")
# "At 1,480 polling stations", "in 18 provinces": how many places, and not which.
_SO_MANY = re.compile(r"\d[\d,.]* [a-z]")
_DATELINE = re.compile(r"\s*([A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]+){0,2})(?=[,:( ])")
_WITHIN = re.compile(rf"\b[a-z]+ of ({_NAME}),? (?:in|off) (?:the )?(?:(?:[a-z]+ ){{0,2}}[a-z]+ of )?$")
_ALL_IN = re.compile(rf",? (?:all|both) in (?:the )?({_NAME}(?: [a-z]+)?)")
_NEIGHBOUR = re.compile(rf"\b[Nn]eighbou?ring ({_NAME})")
_BESIDE = re.compile(rf"({_NAME}), ({_NAME})")
_CAPITAL = re.compile(rf"({_NAME})(?:'s)? capital,?(?: of| city of)? ({_NAME})")
_CAPITAL_OF = re.compile(rf"({_NAME}), the capital(?: city)? of ({_NAME})")
_LISTED = re.compile(r",? and |, ")
_AREA = re.compile(r"(?<=[a-z]) area$")
_CALENDAR = re.compile(rf"\s+(?:{'|'.join(sorted(CALENDAR_NAMES))})\b.*$")


@lru_cache(maxsize=1 << 16)
def plain(name: str) -> str:
    """Bring a place name to one spelling: no accents, hyphens, articles or case."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = re.sub(r"[-‐–]", " ", text.replace("’", "'").lower())
    text = re.sub(r"^(?:the|a|an)\s+|'s$|\.$", "", text.strip())
    return re.sub(r"\s+", " ", text).strip()


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Index the table: other names and peoples to countries, cities to countries."""
    names: dict[str, str] = {}
    cities: dict[str, str] = {}
    for country in countries():
        own = plain(country.name)
        for other in (*country.names, *country.people, *(f"{people}s" for people in country.people)):
            names.setdefault(plain(other), own)
        for city in country.cities:
            cities.setdefault(plain(city), own)
    return names, cities


@cache
def _before_name() -> str:
    """Write the pattern of what may stand between a preposition and a name: "the northern", "coast of"."""
    parts = alternatives(table("nouns")["places"]["parts"])
    return (
        r"(?:(?:the|(?:north|south|east|west|central|mid)[\w-]*|coastal|downtown|nearby|neighbou?ring|rural|"
        rf"parts? of|(?:{parts}) of)\s+)*"
    )


@cache
def _in_place() -> re.Pattern[str]:
    """Make a pattern that finds the names of places in which something is put: "in Bergen and Oslo"."""
    return re.compile(
        r"\b(?i:in|at|near|outside|across|around|throughout|on|off)\s+(?:the\s+)?"
        rf"{_before_name()}({_NAME}(?:,? (?:and )?{_NAME})*)"
    )


@cache
def _led_by() -> re.Pattern[str]:
    """Make a pattern of the names that a lead puts something beside: "the battle for the town of Selm".

    "Of" and "for" are of anybody, but not behind what a place has, or what is fought for.
    """
    rows = table("nouns")["places"]
    whose = alternatives((*rows["kinds"], *rows["parts"], *rows["governed"]))
    fought = alternatives(rows["fought_for"])
    beside = rf"in|at|near|outside|around|off|(?:{whose}) of|(?:{fought}) for"
    return re.compile(rf"\b(?:{beside})\s+(?:the\s+)?{_before_name()}({_NAME})")


@cache
def _of_nation() -> re.Pattern[str]:
    """Make a pattern that finds the nation of a place: "the Nepali city of Pokhara"."""
    kinds = alternatives(table("nouns")["places"]["kinds"])
    return re.compile(rf"\b([A-Z][a-z]+) (?:{kinds}) of ({_NAME})")


@cache
def _unnamed() -> frozenset[str]:
    """Give the nouns that make no name behind a country: "the Philippine island", "the Egyptian capital"."""
    return frozenset((*table("nouns")["places"]["kinds"], *table("nouns")["places"]["unnamed"]))


@cache
def _province() -> re.Pattern[str]:
    """Make a pattern of the nouns that are left out behind a name: "Kyiv oblast"."""
    return re.compile(rf"(?<=\w) (?:{alternatives(table('nouns')['places']['provinces'])})$")


@cache
def _district() -> re.Pattern[str]:
    """Make a pattern of the nouns that are left out behind the name of no large city: "Selm district"."""
    return re.compile(rf"(?<=\w) (?:{alternatives(table('nouns')['places']['districts'])})$")


@cache
def _lying_within() -> re.Pattern[str]:
    """Make a pattern of a place and that in which it lies: "in Selm in Kenya", "in Orrin, near Selm"."""
    rows = table("nouns")["places"]
    kinds, provinces = alternatives(rows["kinds"]), alternatives((*rows["provinces"], *rows["districts"]))
    return re.compile(
        rf"\b(?:in|at|near|outside|around|off|(?:{kinds}) of)\s+(?:the\s+)?{_before_name()}(?P<inner>{_NAME})"
        rf",?\s+(?:in|(?P<near>near))\s+(?:the\s+)?{_before_name()}"
        rf"(?P<whole>{_NAME}(?P<kind> (?:{provinces})\b)?)"
    )


@cache
def _described() -> re.Pattern[str]:
    """Make a pattern of what an aside says of a place: "Selm, a mining town in the north of Kenya"."""
    kinds = alternatives(table("nouns")["places"]["kinds"])
    return re.compile(
        rf"(?P<inner>{_NAME}), (?:an?|the) (?:[\w-]+ ){{0,3}}(?:{kinds}) (?:in|of|on|off) (?:the )?"
        rf"(?:[a-z]+ of (?:the )?)?{_before_name()}(?P<whole>{_NAME})"
    )


@cache
def _of_whose() -> re.Pattern[str]:
    """Make a pattern of a country and a place that it has: "Kenya's northern town of Selm"."""
    kinds = alternatives(table("nouns")["places"]["kinds"])
    return re.compile(rf"\b(?P<whole>{_NAME})['’]s (?:[a-z]+ ){{0,2}}(?:(?:{kinds}) of )?(?P<inner>{_NAME})")


@cache
def _part_of() -> re.Pattern[str]:
    """Make a pattern of what is left out before a name: "the northern outskirts of Selm"."""
    parts = alternatives(table("nouns")["places"]["parts"])
    return re.compile(rf"^(?:[a-z-]+ )*(?:{parts}) of (?:the )?(?=[A-Z])")


@cache
def _kind() -> re.Pattern[str]:
    """Make a pattern of the nouns that say behind a name of what kind its place is: " province"."""
    rows = table("nouns")["places"]
    return re.compile(rf" (?:{alternatives((*rows['provinces'], *rows['districts']))})\b")


@cache
def _town() -> re.Pattern[str]:
    """Make a pattern that finds the towns that a text calls so: "the city of Selm"."""
    return re.compile(rf"\b(?:{alternatives(table('nouns')['places']['towns'])}) of ({_NAME})")


@cache
def _at_event() -> re.Pattern[str]:
    """Make a pattern that finds the place of an event named after it: "the Oslo train crash"."""
    return re.compile(rf"\b[Tt]he ({_NAME})(?:\s+[a-z]+){{0,2}}\s+{happening_nouns()}")


@cache
def _befallen() -> re.Pattern[str]:
    """Make a pattern that finds what something happened to: "the river flooded Bergen"."""
    return re.compile(rf"{as_written(*table('cues')['befell']['words'])}\s+{_before_name()}({_NAME})")


@cache
def _happened_in() -> re.Pattern[str]:
    """Make a pattern that finds where an event was, right behind it: "the crash near Bergen"."""
    return re.compile(rf"\b{happening_nouns()}\s+(?:in|at|near|off)\s+{_before_name()}({_NAME})")


@cache
def _country_names() -> re.Pattern[str]:
    names = sorted((country.name for country in countries()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b(?!\s?\$)")


def home_country(text: str) -> str | None:
    """Give the country that a text names most, by itself or by its people; None if it names none."""
    names = Counter(found for found in map(nationality, re.findall(r"[A-Z][a-z]+", text)) if found)
    names.update(_country_names().findall(text))
    most = max(names.values(), default=0)
    return min((name for name, count in names.items() if count == most), default=None)


def full_name(place: str | None, text: str, sentence: tuple[int, int]) -> str | None:
    """Give the whole of a name of which only the beginning was read: "Dar" of "Dar es Salaam".

    Of "the town of Selm in western Arland" the town is meant, as whoever else tells of it will say.
    """
    if not place:
        return place
    start = text.find(place, *sentence)
    within = _WITHIN.search(text, sentence[0], start) if start >= 0 else None
    town = _town().search(within[0]) if within else None
    if within and town and town.end() + within.start() == within.end(1):
        return town[1]
    found = _WHOLE_NAME.match(text, start, sentence[1]) if start >= 0 else None
    longer = found is not None and len(found[0]) > len(place)
    return found[0] if found and longer and not is_small(plain(found[0])) else place


def is_small(place: str) -> bool:
    """Tell whether a place is neither a country nor a large city."""
    names, cities = _table()
    return place not in names and place not in cities


@lru_cache(maxsize=1 << 14)
def is_wide(place: str) -> bool:
    """Tell whether a place is a country or a side of one: much happens there on any day."""
    names, _ = _table()
    return place in names or _SIDE.match(place) is not None


def _kind_kept(name: str) -> str:
    """Leave out a word behind a name that does not say of what kind its place is."""
    first, _, last = name.rpartition(" ")
    return first if last.islower() and not _kind().fullmatch(f" {last}") else name


def lead_end(text: str) -> int:
    """Give the character at which the sentences end that tell what a report is about."""
    ends = [match.start() for match in SENTENCE_END.finditer(text, 0, _OPENING)]
    return ends[_LEAD - 1] if len(ends) >= _LEAD else min(len(text), _OPENING)


_OF_SEVERAL = re.compile(
    r" (?:cities|counties|departments|districts|governorates|islands|municipalities|prefectures|provinces"
    r"|regions|states|towns|villages)$",
    re.IGNORECASE,
)


class Gazetteer:
    """The places of a set of texts."""

    def __init__(self, texts: Iterable[str], *, places: Iterable[str] = ()) -> None:
        """Take the texts, and the words that are known to name places in them."""
        self._names, cities = _table()
        self._inside = dict(cities)
        self._sides: dict[str, str] = {}
        self._written: dict[str, str] = {}
        self._scopes: dict[str, Scope] = {}
        self._keys: dict[Scope, Sequence[str]] = {}
        self._alike: dict[tuple[Scope, Scope], bool] = {}
        texts = tuple(texts)
        self._towns = {plain(name) for text in texts for name in _town().findall(text)}
        for text in texts:
            self._learn(text)
        for place in places:
            self.scope(place)

    def _learn(self, text: str) -> None:
        """Take from a text what it says of places inside countries, and the names of places of events."""
        for name in [*_befallen().findall(text), *_happened_in().findall(text)]:
            if not nationality(name):
                self.scope(_CALENDAR.sub("", name))
        pairs = [(city, whole) for city, whole in _BESIDE.findall(text) if plain(whole) in self._names]
        if "capital" in text:
            pairs += [(city, whole) for whole, city in _CAPITAL.findall(text) if plain(whole) in self._names]
            pairs += [
                (city, whole) for city, whole in _CAPITAL_OF.findall(text) if plain(whole) in self._names
            ]
        pairs += [(city, whole) for whole, city in _of_nation().findall(text) if nationality(whole)]
        for city, whole in pairs:
            if plain(city) not in self._names and city not in CALENDAR_NAMES:
                self._inside[plain(city)] = self._names[plain(whole)]
        self._learn_all_in(text)
        self._learn_told_within(text)
        # "68 in neighbouring Ostra": what is no country lies in the one that the text is about.
        neighbours = [plain(name.partition(". ")[0]) for name in _NEIGHBOUR.findall(text)]
        home = home_country(text) if neighbours else None
        for name in neighbours:
            if home and name not in self._names:
                self._inside.setdefault(name, plain(home))

    def _learn_all_in(self, text: str) -> None:
        """Take that places lie in one: "140 in Selm and 96 in Orrin district, both in Holm province"."""
        for found in _ALL_IN.finditer(text):
            sentence = SENTENCE_END.split(text[: found.start()])[-1]
            whole = self._place(_kind_kept(found[1]))
            for name in _in_place().findall(sentence):
                for piece in _LISTED.split(_CALENDAR.sub("", name)):
                    if whole and plain(piece) not in self._names and plain(piece) != whole:
                        self._inside[plain(piece)] = whole

    def _learn_told_within(self, text: str) -> None:
        """Take that a place lies in a country or province told beside it: "the town of Selm in Kenya"."""
        for found in chain.from_iterable(
            pattern().finditer(text) for pattern in (_lying_within, _described, _of_whose)
        ):
            inner, whole = plain(found["inner"]), plain(found["whole"])
            told = found.groupdict()
            is_whole = whole in self._names or told.get("kind") or told.get("near")
            if (
                is_whole
                and inner not in self._names
                and not CALENDAR_NAMES.intersection(found["inner"].split())
            ):
                self._set_inside(inner, self._without_kind(self._names.get(whole, whole)), text, found)

    def _set_inside(self, inner: str, whole: str, text: str, found: re.Match[str]) -> None:
        """Take that a place lies in another, and in which part of it, if its side stands before."""
        self._inside.setdefault(inner, whole)
        before = text[: found.start("whole")].split()
        side = f"{before[-1].lower()} {whole}" if before else whole
        if _SIDE.match(side):
            self._sides.setdefault(inner, side)

    def scope(self, text: str | None) -> Scope:
        """Read the words that limit a figure's place as a set of places; empty if they name none."""
        if not text:
            return frozenset()
        if text not in self._scopes:
            self._scopes[text] = self._read(text)
        return self._scopes[text]

    def _read(self, text: str) -> Scope:
        if plain(text) in table("nouns")["nowhere"] or is_happening(noun_group(plain(text))):
            return frozenset()
        if _SO_MANY.match(text):
            return frozenset()
        pieces = [_BESIDE_OTHER.sub("", piece) for piece in re.split(r",? and |; ", text)]
        if len(pieces) > 1:
            pieces = [part for piece in pieces for part in self._listed(piece)]
            # "Kogi and Benue states" are Kogi and Benue.
            pieces[-1] = _OF_SEVERAL.sub("", pieces[-1])
        return frozenset(name for name in map(self._place, pieces) if name)

    def _listed(self, piece: str) -> list[str]:
        """Part "Bergen, Tromso" in a list, but not "Oslo, Norway"."""
        parts = piece.split(", ")
        if len(parts) == 2 and plain(parts[1]) in self._names:
            return [piece]
        return parts

    def _place(self, text: str) -> str | None:
        """Give the one name of a place: the narrower of "Oslo, Norway", the country of "Norwegian".

        The outskirts of a town are that town: whoever else tells of what happened there names the town alone.
        """
        text = _AREA.sub("", _part_of().sub("", text))
        parts = [part for part in (plain(part) for part in text.split(",")) if part]
        if not parts or text in CALENDAR_NAMES:
            return None
        if len(parts) == 1:
            words = parts[0].split()
            if parts[0] not in self._names and words[0] in self._names and words[-1] in _unnamed():
                return self._names[words[0]]
            if len(words) > 1:
                tail = re.sub(r"^.*\bcapital(?: city)?(?: of)? ", "", parts[0])
                parts = [tail or parts[0]]
        whose = _OF_COUNTRY.match(parts[0])
        if whose and whose[1] in self._names:  # "Congo's Kasai province"
            self._inside.setdefault(whose[2], self._names[whose[1]])
            parts = [whose[2]]
        name = self._without_kind(self._names.get(parts[0], parts[0]))
        whole = _SIDE.sub("", name)
        if whole != name:  # "southern Norway" lies in Norway
            self._inside.setdefault(name, self._names.get(whole, whole))
        if plain(text) == name or _district().sub("", plain(text)) == name:
            self._written.setdefault(name, re.sub(r"^(?:the|The) ", "", text.strip()))
        return name

    def _without_kind(self, name: str) -> str:
        """Leave out what kind of place one is, but for a province beside the town that has its name."""
        short = _province().sub("", name)
        if short == name and is_small(shorter := _district().sub("", name)):
            short = shorter
        if short != name and short in self._towns:
            self._inside.setdefault(short, name)
            return name
        return short

    def written(self, place: str) -> str:
        """Give a place as the texts write it."""
        return self._written.get(place, place.title())

    def inside(self, place: str) -> str | None:
        """Give the country that a place lies in; None if it is one itself or is not known."""
        return self._inside.get(place)

    def mentions(self, text: str) -> Scope:
        """Find the known places that a stretch of text puts something in ("in Norway and Sweden")."""
        found: set[str] = set()
        # Most words around a number name no place at all.
        events = _at_event().finditer(text) if "he " in text else ()
        for match in [*_in_place().finditer(text), *events]:
            whose = _of_whose().match(text, match.start(1))  # "in Kenya's northern town of Selm"
            name = whose["inner"] if whose else match[1]
            pieces = _LISTED.split(_CALENDAR.sub("", name))
            kind = _kind().match(text, match.end())
            if kind and pieces[-1] and match[1].endswith(pieces[-1]):  # "in Selm province"
                whole = self._without_kind(plain(f"{pieces[-1]}{kind[0]}"))
                if whole != plain(pieces[-1]) and self._is_name(whole):
                    found.add(whole)
                    pieces.pop()
            if text.startswith(" capital", match.end()) and re.match(r" capitals?\b", text[match.end() :]):
                found |= {self._names[plain(piece)] for piece in pieces if plain(piece) in self._names}
            found |= {self._names.get(plain(piece), plain(piece)) for piece in pieces if self._is_name(piece)}
        return frozenset(found - {self.inside(place) for place in found})

    def befallen(self, text: str) -> Scope:
        """Find the known place that words say something happened to ("the river flooded Bergen")."""
        found = (plain(_CALENDAR.sub("", name)) for name in _befallen().findall(text) if self._is_name(name))
        return frozenset(self._names.get(name, name) for name in found)

    def named(self, text: str) -> Scope:
        """Find the known places that a stretch of text names at all, the narrowest ones."""
        names = (plain(piece) for piece in re.findall(rf"(?<!\w){_NAME}", text) if self._is_name(piece))
        found = {self._names.get(name, name) for name in names}
        return frozenset(found - {self.inside(place) for place in found})

    def lead(self, text: str) -> Scope:
        """Find the names of small places in the first sentences of a report, known or not."""
        opening = SENTENCE_END.split(text[: lead_end(text)])
        told = (name.rpartition("'s ")[2] for sentence in opening for name in _led_by().findall(sentence))
        names = (self._without_kind(plain(_CALENDAR.sub("", name))) for name in told)
        return frozenset(
            name for name in names if name and is_small(name) and not nationality(name.title())
        ) - {day.lower() for day in CALENDAR_NAMES}

    def dated_in(self, text: str) -> Scope:
        """Find the place in which a report was written if it names it again: "SELM: The blast ..."."""
        found = _DATELINE.match(text)
        place = found[1].title() if found else ""
        return self.scope(place) if found and place in text[found.end() :] else frozenset()

    def wider(self, scope: Scope) -> Scope:
        """Give the places of a scope together with the countries that they lie in."""
        return scope | {whole for place in scope if (whole := self.inside(place))}

    def _is_name(self, text: str) -> bool:
        """Tell whether a name is known to be of a place ("Norway", not "Norwegian")."""
        name = plain(text)
        people = nationality(text) is not None
        return not people and (name in self._inside or name in self._names or name in self._written)

    def same(self, one: Scope, other: Scope) -> bool:
        """Tell whether two scopes may be the same: place by place equal, or one inside the other."""
        if one == other:
            return True
        if len(one) != len(other):
            return False
        if (one, other) not in self._alike:
            self._alike[one, other] = self._fit(one, other)
        return self._alike[one, other]

    def _fit(self, one: Scope, other: Scope) -> bool:
        left = set(other)
        for place in sorted(one):
            match = next((there for there in sorted(left) if self._touch(place, there)), None)
            if match is None:
                return False
            left.discard(match)
        return True

    def _touch(self, one: str, other: str) -> bool:
        if one.startswith(f"{other} ") or other.startswith(f"{one} "):
            return False  # a town and the province that is called after it
        if one == other or self.inside(one) == other or self.inside(other) == one:
            return True
        return self._may_be_on_side(one, other) or self._may_be_on_side(other, one)

    def _may_be_on_side(self, place: str, side: str) -> bool:
        """Tell whether a place may be in the north of its country, as far as anybody tells."""
        whole = self.inside(place)
        if whole is None or whole != self.inside(side) or _SIDE.match(place) or not _SIDE.match(side):
            return False
        return self._sides.get(place, side) == side

    def keys(self, scope: Scope) -> Sequence[str]:
        """Give keys of which scopes that may be the same, or one part of the other, share one at least."""
        if scope not in self._keys:
            self._keys[scope] = sorted(self.wider(scope)) or [""]
        return self._keys[scope]

    def parts(self, whole: Scope, pieces: Iterable[Scope]) -> bool:
        """Tell whether pieces, put together, are the whole: as many places, each of them once."""
        together = [place for piece in pieces for place in sorted(piece)]
        return len(together) == len(set(together)) and self.same(whole, frozenset(together))
