"""Where what is counted is or happened, as the text says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.attrs import ENT_TYPE, LEMMA, LOWER
from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.bearing import is_set_off
from addup.reading.counted import Subject
from addup.reading.events import before_hedges, event_of, event_verb
from addup.reading.events.reach import PHRASE
from addup.reading.frames import words
from addup.reading.known_places import countries
from addup.reading.names import name_words
from addup.reading.nouns import names_measure
from addup.reading.people import is_person
from addup.reading.text import kept, strings_of, words_of
from addup.records import Attribution

# What may stand between a preposition and a place: "in the troubled eastern region".
_BEFORE_PLACE = frozenset({"DT", "JJ", "JJR", "JJS", "NN", "PRP$", "NNP", "CD", "VBN", "POS", "HYPH"})
_LONGEST = 6
_LOCATION = "LOCATION"
# The rows of words that the name of a site ends with.
_SITES = ("sites", "nouns", "grounds", "waters")
_THOSE = frozenset({"them", "those", "whom"})
_BEHIND_NUMBER = _THOSE | {"at", "from", "in", "near", "of", "the"}
_YEAR = 4  # digits
_NEAR_STAKE = 8  # tokens from a stake to the firm that it is in: "a stake of less than 5% in"
_RIGHT_BEHIND = 2  # words between a figure and the place right behind it: "40 in the [city]"
# Behind these something is at grounds or a building; behind "into" and "off" it moves.
_AT = frozenset({"at", "in", "inside", "near", "on", "outside"})
# What tells where a place without a name lies: "villages near Selm", "a town north of Selm".
_LIES_AT = frozenset({"along", "around", "bordering", "in", "near", "of", "outside"})
# What is held or happens somewhere, whose place stands before it.
_HELD = (("incident", "words"), ("poll", "elections"), ("poll", "nouns"))
# How adjectives of places end. Origin: suffixes of demonyms.
_OF_NATIONS = ("ian", "ese", "ish")
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "nmod:poss"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a text names behind a preposition ("in Lisbon and Porto"), without the preposition."""

    span: Span
    name: str | None = None  # of the place that "there" speaks of

    @property
    def text(self) -> str:
        """The words of the place."""
        return self.name or self.span.text


def place_figures(
    doc: Doc, subjects: Sequence[Subject], said: Sequence[Attribution] = ()
) -> list[str | None]:
    """Give for each figure the place that limits it, in the words of the text; None where there is none.

    A place in the same sentence counts: first one that hangs on the thing counted or on what happened to it,
    then one elsewhere in the clause. Casualties without one have the place of the casualties before them. The
    place of those who tell it, by the attributions `said`, is its place only where the text names no other.
    """
    places = [place for sentence in _around(doc, subjects) for place in find_places(sentence)]
    places = [_meant(place, places[:index]) for index, place in enumerate(places)]
    of_sources = [place for place in places if _is_of_source(place, said)]
    anywhere = [place for place in places if place.text.lower() == "world"]
    others = [place for place in places if place not in of_sources and place not in anywhere]
    named = [place for place in places if _has_name(place.span)]
    found: list[str | None] = []
    incident: str | None = None
    for subject in subjects:
        text = _before_noun(subject) or _beside_number(subject.anchor)
        text = text or _text(_where(subject, _nearest(subject, others), others))
        text = text or _weaker(subject)
        if event_of(subject.holder, subject.anchor) in words("incident", "casualties"):
            elsewhere = _is_of_long(subject.anchor) or _is_of_another_year(subject.anchor)
            known = incident if not elsewhere else None
            text = text or known or _text(_nearest(subject, named, anywhere=True))
            incident = text if text is not None and text != text.lower() else incident
        text = text or _text(_nearest(subject, of_sources)) or _text(_nearest(subject, anywhere))
        found.append(text)
    return found


def _is_of_long(anchor: Token) -> bool:
    """Whether casualties are those of a war or an epidemic, and not of one day and place."""
    sentence = anchor.sent
    names = strings_of(anchor.doc, LOWER)[sentence.start : sentence.end]
    return not words("place", "of_long").isdisjoint(names)


def _is_of_another_year(anchor: Token) -> bool:
    """Whether a sentence tells of what happened in a year that it names: "in 2011, when 84 died"."""
    years = (token for token in anchor.sent if len(token) == _YEAR and token.is_digit and token.i > 0)
    return any(token.nbor(-1).lower_ in {"in", "since"} for token in years)


def _text(place: Place | None) -> str | None:
    return place.text if place is not None else None


def _is_of_source(place: Place, said: Sequence[Attribution]) -> bool:
    """Whether a place stands in the words for who tells something: "the mayor of Lisbon said"."""
    root = place.span.root
    if any(child.lower_ == "according" for token in (root, *root.ancestors) for child in token.lefts):
        return True
    start, end = place.span.start_char, place.span.end_char
    return any(first <= start and end <= last for told in said for first, last in told.source)


def _around(doc: Doc, subjects: Sequence[Subject]) -> list[Span]:
    """Give the sentences of the figures, and the one before each, which "there" may speak of."""
    found: dict[int, Span] = {}
    for subject in subjects:
        sentence = subject.anchor.sent
        before = doc[sentence.start - 1].sent if sentence.start else sentence
        found |= {before.start: before, sentence.start: sentence}
    return [found[start] for start in sorted(found)]


def find_places(sentence: Span) -> list[Place]:
    """Give the places that a sentence names as such, in order; "U.S." in "the U.S. embassy" is none."""
    doc = sentence.doc
    found: list[Place] = []
    end = 0
    for token in _leading(sentence):
        if token.i < end:
            continue
        span = None
        if token.lower_ in words("place", "adverbs") and not (token.tag_ == "EX" or token.dep_ == "amod"):
            span = doc[token.i : token.i + 1]
        elif token.lower_ == "wide" and _is_all_over(doc, token.i):
            span = doc[token.i - 2 : token.i + 1]
        elif (
            token.lower_ in words("place", "prepositions") and token.tag_ in {"IN", "TO", "RP"}
        ) or _leads_to_place(token):
            span = _place_after(doc, token.i + 1) or _site_after(doc, token.i + 1)
        elif _is_located(token) and _is_where_it_was(token):
            span = grammar.name_around(token)
        if span is not None and not (_is_title_of_person(span) or _is_body_called_state(span)):
            found.append(Place(span))
            end = span.end
    return found


def _is_title_of_person(span: Span) -> bool:
    """Whether a place only stands in a title before a name: "U.S. Trade Representative [Jo Bell]"."""
    return span[0].ent_type_ == _LOCATION and span[-1].ent_type_ == "PERSON"


def _is_body_called_state(span: Span) -> bool:
    """Whether a name only sounds like one of a place: "police raids on [Islamic State] militants"."""
    convictions = any(token.lower_ in words("place", "convictions") for token in span)
    return convictions and span[-1].lower_ == "state"


def _leading(sentence: Span) -> Iterator[Token]:
    """Give the words that a place may begin with or stand behind; most words are neither."""
    columns = (strings_of(sentence.doc, attribute) for attribute in (LOWER, LEMMA, ENT_TYPE))
    written = zip(*(column[sentence.start : sentence.end] for column in columns), strict=True)
    for place, (word, lemma, name) in enumerate(written, sentence.start):
        if name == _LOCATION or word in _leading_words() or lemma.lower() in words("place", "verbs"):
            yield sentence.doc[place]


@cache
def _leading_words() -> frozenset[str]:
    return words("place", "adverbs") | words("place", "prepositions") | {"of", "wide"}


def _is_all_over(doc: Doc, index: int) -> bool:
    """Whether "wide" ends an adverb with a hyphen: "world-wide"."""
    return index > 1 and doc[index - 1].text == "-" and _is_kind_of_place(doc[index - 2], "")


def _leads_to_place(token: Token) -> bool:
    """Whether a word without a preposition leads to a place: "left Lisbon", "south of Lisbon"."""
    if token.lower_ == "of":
        before = token.nbor(-1) if token.i else token
        return before.lower_ in words("place", "compass") or before.lemma_.lower() in words(
            "place", "named_before"
        )
    return token.lemma_.lower() in words("place", "verbs") and grammar.is_verb(token)


def _meant(place: Place, before: Sequence[Place]) -> Place:
    """Give the place that "there" speaks of: the last one named before, else itself.

    "The state" and "his state" are the one that its sentence has named.
    """
    text = place.text.lower()
    if text in words("place", "named_before"):
        name = _named_before(place.span[0])
        return Place(place.span, name) if name else place
    if text != "there":
        return place
    named = [other for other in before if other.text.lower() not in words("place", "adverbs")]
    return Place(place.span, named[-1].text) if named else place


def _named_before(token: Token) -> str | None:
    """Give the last place that a sentence names before a token."""
    doc, start = token.doc, token.sent.start
    for index in range(token.i - 1, start - 1, -1):
        if _is_located(doc[index]) and not _goes_on_as_name(doc[index]):
            return grammar.name_around(doc[index]).text
    return None


def _place_after(doc: Doc, index: int) -> Span | None:
    """Give the place that begins at a token, with the one that it lies at: "villages near Selm"."""
    place = _parts_after(doc, index) or _named_after(doc, index)
    if place is None or place.end >= len(doc) or not _is_region(place):
        return place
    beyond = place.end
    if doc[beyond].lower_ in words("place", "compass") and beyond + 1 < len(doc):
        beyond += 1
    if doc[beyond].lower_ not in _LIES_AT or (doc[beyond].lower_ == "of" and beyond == place.end):
        return place
    other = _named_after(doc, beyond + 1)
    if other is None or not _has_name(other):
        return place
    is_counted = any(token.tag_ == "CD" for token in place)
    return other if is_counted else doc[place.start : other.end]  # "in 42 cities in [Spain]"


def _is_region(place: Span) -> bool:
    """Whether a place is one of many of its kind, which only another place tells apart: "villages"."""
    return place[-1].lemma_.lower() in words("place", "nouns") and not _has_name(place)


def _has_name(place: Span) -> bool:
    return any(token.tag_.startswith("NNP") for token in place)


def _parts_after(doc: Doc, index: int) -> Span | None:
    """Give the places whose names stand before what they are: "in Selm and Orrin counties".

    What the name tagger and the parse make of the names does not matter: the noun tells what they are.
    """
    start = index + 1 if index < len(doc) and doc[index].tag_ == "DT" else index
    end = start
    while end < len(doc) and _is_in_name(doc, start, end):
        end += 1
    if end == start or end >= len(doc) or doc[end].lower_ not in _divisions():
        return None
    if any(word.lower_ in words("place", "convictions") for word in doc[start:end]):
        return None
    return doc[start : end + 1] if doc[end - 1].is_title else None


def _is_in_name(doc: Doc, start: int, index: int) -> bool:
    """Whether a token goes on with a name, or with names that "and" and commas join."""
    token = doc[index]
    if token.is_title and not token.is_upper:
        return not _is_day(token)
    joins = index > start and (token.lower_ in {"and", ","} or token.lower_ in words("place", "particles"))
    return joins and index + 1 < len(doc) and doc[index + 1].is_title


@cache
def _divisions() -> frozenset[str]:
    """Give what a name stands before that is the name of a part of a country: "Selm province"."""
    kinds = words("place", "divisions")
    return kinds | {f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s" for kind in kinds}


def _named_after(doc: Doc, index: int) -> Span | None:
    """Give the place that begins at a token: names with the words before them, joined by commas and "and"."""
    side = _behind_sides(doc, index)
    if _is_unknown(doc, side):
        return _trimmed(doc, index, _end_of_names(doc, _last_named(doc, side)))
    start, index = index, side if side < len(doc) and _is_located(doc[side]) else index
    while index < len(doc) and not _is_located(doc[index]):
        if doc[index].ent_type_ == "PERSON" or index - start > _LONGEST:
            return None
        if _is_kind_of_place(doc[index], doc[start - 1].lower_):
            return _of_kind(doc, start, index)
        is_part = doc[index].lower_ == "of" and doc[index - 1].lower_ in words("place", "parts")
        if not is_part and doc[index].tag_ not in _BEFORE_PLACE:
            return None
        index += 1
        if is_part and _is_unknown(doc, index):
            return _trimmed(doc, start, _end_of_names(doc, _last_named(doc, index)))
    return _up_to_noun(doc, start, _end_of_names(doc, index)) if index < len(doc) else None


def _behind_sides(doc: Doc, index: int) -> int:
    """Go behind the words for parts of a place: "northern [Selm]", "northern and central [Selm]"."""
    sides = words("place", "sides")
    if index < len(doc) and doc[index].lower_ in sides:
        index += 1
        if index + 1 < len(doc) and doc[index].lower_ == "and" and doc[index + 1].lower_ in sides:
            index += 2
    return index


def _up_to_noun(doc: Doc, start: int, end: int) -> Span | None:
    """Give a place whose names end at a token, with the noun behind them; None if that is no place."""
    if end + 1 < len(doc) and doc[end].tag_ == "POS" and _is_kind_of_place(doc[end + 1], ""):
        return _of_kind(doc, start, end + 1)  # "Spain's capital Madrid"
    if doc[end - 1].is_upper and doc[end : end + 1].text.islower() and _opens_phrase(doc, end):
        return None
    if end < len(doc) and grammar.is_noun(doc[end]) and not _is_day(doc[end]):
        if doc[end].lemma_.lower() in words("place", "nouns"):
            end += 1
        elif not _is_held_at(doc, end):
            return None
    return _trimmed(doc, start, end)


def _opens_phrase(doc: Doc, index: int) -> bool:
    """Whether an adjective stands before a noun that a place is part of: "the U.S. [military operation]"."""
    return index + 1 < len(doc) and doc[index].tag_ == "JJ" and grammar.is_noun(doc[index + 1])


def _is_held_at(doc: Doc, index: int) -> bool:
    """Whether what a place is named before is there itself: "the Iowa caucuses", "its Chicago plant"."""
    while index + 1 < len(doc) and doc[index].dep_ == "compound":
        index += 1
    lemma = doc[index].lemma_.lower()
    if lemma in words("incident", "words") and not any(token.tag_ == "DT" for token in doc[index].lefts):
        return True  # "12 killed in Selm ferry fire"
    return lemma in words("place", "sites") | words("poll", "elections") | words("market", "scenes")


def _is_kind_of_place(token: Token, preposition: str) -> bool:
    """Whether a common noun is of a place; the world is one in "around the world", not in "the best in"."""
    if token.lemma_ == "world" and preposition == "in" and _is_compared(token):
        return False
    if token.tag_.startswith("NNP") or _owns_place(token):
        return False
    lemma = token.lemma_.lower()
    return lemma in words("place", "nouns") or (
        preposition in _AT and lemma in words("place", "grounds") and _is_certain(token)
    )


def _owns_place(token: Token) -> bool:
    """Whether a place only stands before another that is its own: "at the country's largest port"."""
    if token.i + 1 == len(token.doc) or token.nbor().tag_ != "POS" or token.head.i < token.i:
        return False
    return token.head.lemma_.lower() in words("place", "grounds") | words("place", "nouns")


def _is_certain(ground: Token) -> bool:
    """Whether grounds or buildings are certain ones, and end their phrase: "at the gate"."""
    behind = ground.nbor() if ground.i + 1 < len(ground.doc) else None
    ends = behind is None or not (grammar.is_noun(behind) or behind.tag_ in {"HYPH", "POS"})
    return ends and bool(grammar.children(ground, "det", "nmod:poss", "nummod"))


def _is_compared(scene: Token) -> bool:
    """Whether a place only says among what something is the most: "the best ports in the world"."""
    before = scene.doc[scene.sent.start : scene.i]
    return any(token.tag_ in {"JJS", "RBS"} or token.lower_ in {"first", "only", "no"} for token in before)


def _of_kind(doc: Doc, start: int, index: int) -> Span:
    """Give the name behind a common noun of a place ("the capital, Abuja"), else the noun with its words."""
    name = index + 1
    if name < len(doc) and doc[name].lower_ in {"center", "centre"}:
        name += 1
    if name < len(doc) and doc[name].text in {",", "of"}:
        name += 1
    if name < len(doc) and (_is_located(doc[name]) or _is_named(doc[name])):
        return _trimmed(doc, name, _end_of_names(doc, _last_named(doc, name)))
    return _trimmed(doc, start, index + 1)


def _site_after(doc: Doc, index: int) -> Span | None:
    """Give the named site that something was at: "on the Big Board", "at Selm University"."""
    start = index + 1 if index < len(doc) and doc[index].tag_ == "DT" else index
    end = start
    while end < len(doc) and (
        doc[end].tag_.startswith("NNP") or (doc[end].tag_ == "JJ" and doc[end].is_title)
    ):
        end += 1
        if doc[end - 1].lower_ in words("market", "exchanges"):
            return doc[start:end]
    if (
        doc[start:end].text.lower() in words("place", "sites")
        and end + 1 < len(doc)
        and doc[end].lower_ == "of"
    ):
        return doc[start : _end_of_names(doc, end + 1)] if doc[end + 1].tag_.startswith("NNP") else None
    last = doc[end - 1].lower_ if end - start > 1 else ""
    kinds = (
        words("place", "sites")
        | words("place", "nouns")
        | words("place", "grounds")
        | words("place", "waters")
    )
    is_site = last in kinds and last != "court"
    return doc[start:end] if is_site else None


def _is_where_it_was(name: Token) -> bool:
    """Whether a place stands before what happened there: "the night of the Selm attack"."""
    noun = name.head
    if name.dep_ not in _BEFORE_NOUN or noun.i < name.i or _goes_on_as_name(noun):
        return False
    lemma = noun.lemma_.lower()
    if name.is_upper and not noun.is_upper:
        return lemma == "market"  # "a U.S. attack" is anywhere
    held = any(lemma in words(*key) for key in _HELD)
    return held or lemma == "market" or (lemma in words("poll", "people") and noun.tag_ == "NNS")


def _goes_on_as_name(noun: Token) -> bool:
    """Whether a word is in the middle of a name: "the United [States] Elections Project"."""
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    return (
        noun.tag_.startswith("NNP")
        and behind != noun
        and behind.tag_.startswith("NNP")
        and not _is_day(behind)
    )


def _is_unknown(doc: Doc, start: int) -> bool:
    """Whether a name that the pipeline knows nothing of is one of a place, by the preposition alone."""
    if start < 1 or start >= len(doc) or not _leads_to_name(doc[start - 1]):
        return False
    end = start
    while end < len(doc) and _is_named(doc[end]):
        end += 1
    if start == end or doc[start].is_upper:
        return False
    behind = doc[end] if end < len(doc) else None
    in_larger = end + 1 < len(doc) and doc[end].text == "," and _is_located(doc[end + 1])
    if in_larger:
        return True  # "in Universal City, Calif."
    if any(word.lower_ in words("place", "bodies") for word in doc[start:end]):
        return False
    return _is_alone(behind, of_country=doc[start:end].text in countries()) and not _is_of_other(
        doc, start, end
    )


def _is_alone(behind: Token | None, *, of_country: bool) -> bool:
    """Whether no noun stands behind a name, which that would be of, nor a number, but behind a country's."""
    if behind is None or _is_day(behind):
        return True
    if behind.tag_ == "CD":
        return of_country  # "in Malta 40 have died", not "in Apollo 13"
    return not (grammar.is_noun(behind) or behind.tag_ == "POS")


def _is_of_other(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is one of something else than a place, by the name tagger, if that may be trusted."""
    if doc[start:end].text in countries():
        return False
    kinds = {word.ent_type_ for word in doc[start:end]} - {""}
    return bool(kinds - {"PERSON"} or (kinds and _is_spoken_of(doc, start, end)))


def _leads_to_name(token: Token) -> bool:
    """Whether only places stand behind a word: "in", "neighbouring", "north of"."""
    if token.lower_ == "of":
        lies = words("place", "compass") | words("place", "parts")
        return token.i > 0 and token.nbor(-1).lower_ in lies
    return token.lower_ in words("place", "of_names") | words("place", "sides")


def _is_spoken_of(doc: Doc, start: int, end: int) -> bool:
    """Whether a name behind "in" is somebody's: of one whom the text names elsewhere, or who is trusted.

    Nobody is in a person, and small places have names that no model has seen.
    """
    last = doc[end - 1].text
    elsewhere = any(
        token.text == last and token.i != end - 1 and token.ent_type_ == "PERSON" for token in doc
    )
    return elsewhere or not (grammar.is_verb(doc[start].head) or doc[start].head.tag_ in {"CD", "NNS"})


def _last_named(doc: Doc, index: int) -> int:
    """Give the last of the names that stand together from a token on."""
    while index + 1 < len(doc) and _is_named(doc[index + 1]):
        index += 1
    return index


def _is_named(token: Token) -> bool:
    return (
        token.tag_.startswith("NNP") and not _is_day(token) and token.lower_ not in words("place", "bodies")
    )


def _is_day(token: Token) -> bool:
    """Whether a word names a day or month, which may stand right behind a place."""
    return token.lower_ in words("place", "days")


def _end_of_names(doc: Doc, index: int) -> int:
    """Run over a name and those joined to it: "Lisbon, Portugal", "Spain and Portugal", "Dar es Salaam"."""
    index += 1
    while index < len(doc) and (_is_located(doc[index]) or _is_inside(doc, index)):
        index += 1
    further = index + 1 < len(doc) and doc[index].lower_ in {",", "and"}
    if further and (_is_located(doc[index + 1]) or _is_joined(doc[index + 1], doc[index - 1])):
        return _end_of_names(doc, index + 1)
    return index


def _is_joined(token: Token, place: Token) -> bool:
    """Whether a name is joined to a place, whatever the name tagger took it for: "in Baquba and Baghdad"."""
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    alone = behind is None or not (grammar.is_noun(behind) or behind.tag_ in {"CD", "POS"})
    return (
        token.dep_ == "conj" and token.head == place and token.tag_ == "NNP" and alone and not token.is_upper
    )


def _is_inside(doc: Doc, index: int) -> bool:
    """Whether a token is a hyphen or a small word inside a name, or what a hyphen joins to it."""
    token = doc[index]
    if token.tag_ == "HYPH" or doc[index - 1].tag_ == "HYPH":
        return True
    if token.lower_ not in words("place", "particles") or index + 1 >= len(doc):
        return False
    sides = doc[index - 1], doc[index + 1]
    known = [_is_located(side) for side in sides]
    # Of a foreign name the tagger may know one side alone: "Dar es Salaam"; not "University of Chicago".
    foreign = token.lower_ != "of" and all(side.is_title and side.tag_ == "NNP" for side in sides)
    return all(known) or (foreign and any(known))


def _is_located(token: Token) -> bool:
    """Whether a name is one of a place, and not of a firm that the text names in full: "Selm Corp."."""
    if token.ent_type_ != _LOCATION or token.text in _persons(token.doc):
        return False
    return token.text not in _firms(token.doc) or not _is_of_firm(token)


def _persons(doc: Doc) -> frozenset[str]:
    """Give the words that a text has more often as the name of a person than as one of a place.

    Nobody is in a person: a name behind "in" is one of a place all the same.
    """
    known: dict[str, frozenset[str]] = kept(doc, "persons")
    if "words" not in known:
        names, kinds = words_of(doc), strings_of(doc, ENT_TYPE)
        found = Counter(zip(names, kinds, strict=True))
        places = {name for before, name in pairwise(names) if before in _AT}
        of_persons = (name for (name, kind), count in found.items() if kind == "PERSON" and count > 1)
        known["words"] = frozenset(
            name
            for name in of_persons
            if found[name, "PERSON"] > found[name, _LOCATION] and name not in places
        )
    return known["words"]


def _is_of_firm(name: Token) -> bool:
    """Whether a name that a firm bears is the firm's: not "in Selm", but "a stake in Selm"."""
    if len(grammar.name_around(name)) > 1:
        return False
    if name.i < PHRASE or name.nbor(-1).lower_ not in _AT:
        return True
    before = name.doc[max(name.sent.start, name.i - _NEAR_STAKE) : name.i]
    return any(token.lemma_.lower() in words("container", "stakes") for token in before)


def _firms(doc: Doc) -> frozenset[str]:
    """Give the words that the names of a text's firms begin with, by their legal forms."""
    known: dict[str, frozenset[str]] = kept(doc, "firms")
    if "words" not in known:
        known["words"] = frozenset(_first_words(doc))
    return known["words"]


@cache
def _firm_endings() -> frozenset[str]:
    return name_words("organisation", "legal") | name_words("organisation", "forms")


def _first_words(doc: Doc) -> Iterator[str]:
    for place, word in enumerate(strings_of(doc, LOWER)):
        first = place
        while word in _firm_endings() and first and doc[first - 1].text[:1].isupper():
            first -= 1
        if first < place and doc[first].text not in countries():
            yield doc[first].text


def _before_noun(subject: Subject) -> str | None:
    """Give the place that stands before what is counted: "Ohio voters", "North American sales".

    The adjective of a place limits only what is measured, and so does a name that serves as one: American and
    U.S. soldiers may be anywhere. A place is also
    named by whose the things are ("a tenth of the world's oil") and by who has them ("Malta has 500,000
    residents").
    """
    noun = subject.noun
    if noun is None or noun == subject.anchor or noun.lemma_.lower() in {"share", "stock"}:
        return None  # "180 million Canadian [dollars]" are anywhere
    is_measured, may_be_anywhere = names_measure(noun), is_person(noun) or _may_move(noun)
    for token in _before(noun):
        if token.dep_ == "nmod:poss" and token.lemma_.lower() in words("place", "owners"):
            is_known = token.lemma_.lower() in words("place", "named_before")
            return (_named_before(token) if is_known else None) or token.text
        is_nation = token.ent_type_ == "MISC" and token.tag_.startswith("JJ")
        is_name = _is_located(token) and not (token.is_upper and may_be_anywhere)
        if is_name or (is_measured and (is_nation or _is_located(token))):
            return grammar.name_around(token).text
    return None


def _before(noun: Token) -> Iterator[Token]:
    """Give the words that stand before a noun as its own, and before these ("Ohio registered voters")."""
    for token in noun.lefts:
        if token.dep_ in _BEFORE_NOUN:
            yield from (below for below in token.lefts if below.dep_ in _BEFORE_NOUN - {"nmod:poss"})
            yield token


def _where(subject: Subject, nearest: Place | None, places: Sequence[Place]) -> Place | None:
    """Give the nearest place, or that which a clause tells of in which a figure stands.

    "Peru, where 46 people died": a place within the clause is nearer.
    """
    anchor = subject.anchor
    for clause in anchor.ancestors:
        where = next((child for child in clause.lefts if child.lower_ == "where"), None)
        if where is None or not anchor.sent.start < where.i < anchor.i:
            continue
        before = anchor.doc[where.i - 1]
        while (before.is_punct or _is_day(before)) and before.i > anchor.sent.start:
            before = before.nbor(-1)
        if _is_located(before) and (nearest is None or nearest.span.start < where.i):
            whole = (place for place in places if place.span.start <= before.i < place.span.end)
            return next(whole, Place(grammar.name_around(before)))
    return nearest


def _beside_number(anchor: Token) -> str | None:
    """Give the place right before a number whose verb is left out: "Malta took in 350 men, [Cyprus] 120"."""
    first = before_hedges(anchor.left_edge)
    if first.i < anchor.sent.start + 2 or grammar.preposition(anchor) is not None:
        return None
    name = first.nbor(-1)
    if not _is_located(name):
        return None
    span = grammar.name_around(name)
    before = span[0].nbor(-1) if span.start > anchor.sent.start else None
    return span.text if before is not None and before.lower_ in {",", ";", "and", "but", "while"} else None


def _weaker(subject: Subject) -> str | None:
    """Give a place that no preposition leads to: whose the things are, or what is said of a place itself.

    American and U.S. things are there; people and what carries them may be anywhere.
    """
    noun = subject.noun
    if noun is not None and not is_person(noun) and not _may_move(noun):
        for token in _before(noun):
            if _is_nation(token) or _is_located(token):
                return grammar.name_around(token).text
    return _told_of(subject.anchor)


def _may_move(noun: Token) -> bool:
    """Whether things are wherever they went, whosever they are; or are places themselves."""
    return noun.lemma_.lower() in words("place", "moving") | words("place", "nouns")


def _is_nation(token: Token) -> bool:
    """Whether an adjective is that of a place ("Israeli"), not of a party or belief.

    The tagger takes some of them for names.
    """
    is_adjective = token.tag_.startswith("JJ") or (token.tag_ == "NNP" and token.lower_.endswith(_OF_NATIONS))
    return token.ent_type_ == "MISC" and is_adjective and token.lower_ not in words("place", "convictions")


def _told_of(anchor: Token) -> str | None:
    """Give the place that a figure is told of: that of an aside ("Selm, a town of 40"), or what has it.

    On the way up to its verb a figure also passes the things whose place counts, and its verb may move a
    measure that is one of a place: "the Maltese market fell by 4 percent".
    """
    below = token = anchor
    while token.head != token and not _is_predicate(token):
        below, token = token, token.head
        if below.dep_ == "appos" and _is_known_place(token):
            return grammar.name_around(token).text
        if grammar.is_noun(token) and (names_measure(token) or _has_parts(token, below)):
            named = _of_thing(token)
            if named:
                return named
    moved = grammar.direct_object(token) if grammar.preposition(below) == "to" else None
    return (_of_thing(moved) if moved not in {None, below} else None) or _doing(token)


def _is_predicate(token: Token) -> bool:
    return grammar.is_verb(token) or bool(grammar.children(token, "cop"))


def _has_parts(whole: Token, part: Token) -> bool:
    """Whether things are spoken of by how many they are: "a fleet of 40"."""
    return grammar.preposition(part) == "of" and not (is_person(whole) or _may_move(whole))


def _doing(predicate: Token) -> str | None:
    """Give the place that is the subject of a clause ("Ohio chose him by 9 points").

    Or of what is measured there, or happens: "Malta's population fell", "Malta's floods killed 40".
    """
    doer = grammar.subject(predicate)
    if doer is None or names_measure(doer) or doer.lemma_.lower() in words("place", "happenings"):
        return _of_thing(doer) if doer is not None else None
    lemma = predicate.lemma_.lower()
    tells = lemma in words("report", "verbs") | words("aspect", "estimating")
    if tells and doer.lemma_.lower() in words("place", "sites"):
        return None  # "the Selm Disaster Office put the number of dead at 71"
    if doer.lemma_.lower() in words("place", "sites") | words("place", "nouns"):
        named = next((token for token in _before(doer) if _is_located(token)), None)
        if named is not None:
            return grammar.name_around(named).text
        return _trimmed(doer.doc, doer.left_edge.i, doer.i + 1).text if _is_named_kind(doer) else None
    is_aside = predicate.dep_ == "acl:relcl" and predicate.head == doer
    has = lemma in words("place", "having") or _chooses(predicate)
    is_place = (is_aside or has) and (_is_known_place(doer) or _is_befallen(doer, predicate))
    return grammar.name_around(doer).text if is_place else None


def _chooses(verb: Token) -> bool:
    """Whether people of a place choose somebody: "Ohio sends 40 delegates", not "Malta sent 40 rescuers"."""
    lemma = verb.lemma_.lower()
    sent = grammar.direct_object(verb) if lemma == "send" else None
    if lemma == "send" and (sent is None or sent.lemma_.lower() not in words("poll", "gotten")):
        return False
    return lemma in words("place", "choosing")


def _is_named_kind(noun: Token) -> bool:
    """Whether a name stands right before what kind of place it is of: "Oster [province]"."""
    return noun.i > noun.sent.start and noun.nbor(-1).tag_ == "NNP" and noun.nbor(-1).head == noun


def _is_befallen(name: Token, predicate: Token) -> bool:
    """Whether a name of one word has what places have so many of: "Oster has 204 cases".

    The name tagger takes small places for persons and firms.
    """
    had = grammar.direct_object(predicate) if predicate.lemma_.lower() in {"have", "suffer"} else None
    alone = name.tag_ == "NNP" and not any(
        child.tag_ == "NNP" for child in name.children if child.dep_ == "flat"
    )
    return alone and had is not None and had.lemma_.lower() in words("place", "befalling")


def _of_thing(noun: Token) -> str | None:
    """Give the place of which something is: "the population of the town", "the Maltese market"."""
    for token in _before(noun):
        if _is_nation(token) or _is_located(token) or token.text in countries():
            return grammar.name_around(token).text
    of = grammar.complement(noun, "of")
    if of is None:
        return None
    if _is_kind_of_place(of, ""):
        return _trimmed(noun.doc, of.left_edge.i + 1, of.i + 1).text
    if _is_known_place(of):
        return grammar.name_around(of).text
    return None if is_person(of) or of.tag_.startswith("NNP") else _of_thing(of)


def _is_known_place(name: Token) -> bool:
    """Whether a name is one of a place, by what its text says of it elsewhere: "in Selm", then "Selm had 40".

    The name tagger may take it for something else here, even a country's, or for a place by mistake.
    """
    if name.tag_ != "NNP":
        return False
    if name.text in countries() and len(grammar.name_around(name)) == 1:
        return True
    mentions = [name.doc[place] for place, word in enumerate(words_of(name.doc)) if word == name.text]
    located = sum(map(_is_located, mentions))
    return 2 * located >= len(mentions) or any(map(_is_placed, mentions))


def _is_placed(name: Token) -> bool:
    """Whether a text says where a name is, or that it is a place: "Selm, Ohio", "Selm, a town of 40"."""
    if name.i + 2 < len(name.doc) and name.nbor().text == "," and _is_located(name.nbor(2)):
        return name.nbor(2).dep_ != "conj"
    return any(_is_kind_of_place(aside, "") for aside in grammar.children(name, "appos"))


def _trimmed(doc: Doc, start: int, end: int) -> Span:
    while start < end - 1 and (
        doc[start].tag_ in {"DT", "PRP$", "POS"} or _is_superlative(doc[start]) or _is_whose_day(doc, start)
    ):
        start += 1
    return doc[start:end]


def _is_superlative(token: Token) -> bool:
    """Whether a word says that what a place is named before is the most: "in [deadliest] U.S. flooding"."""
    return token.tag_ == "JJS" or (token.tag_ == "JJ" and token.lower_.endswith("iest"))


def _is_whose_day(doc: Doc, index: int) -> bool:
    """Whether a day stands before what it is of: "in [Tuesday]'s New York primary"."""
    return _is_day(doc[index]) and doc[index + 1].tag_ == "POS"


def _nearest(subject: Subject, places: Sequence[Place], *, anywhere: bool = False) -> Place | None:
    """Give the place that a sentence puts nearest to a figure, by its parse.

    `anywhere`: also a place that only another clause tells of.
    """
    sentence = subject.anchor.sent
    here = [
        place
        for place in places
        if sentence.start <= place.span.start < sentence.end
        and subject.anchor not in place.span
        and (anywhere or not _stands_apart(place.span.root, subject))
    ]
    if not here or not grammar.is_parsed(subject.anchor):
        return None
    verb = event_verb(subject.holder)

    def rank(place: Place) -> tuple[bool, bool, int, bool, int, int]:
        head = place.span.root
        on_thing = subject.holder.is_ancestor(head)
        on_event = verb is not None and verb.is_ancestor(head)
        behind = place.span.start > subject.anchor.i
        near = 0 if on_thing else 1 if on_event and not _is_aside(head, verb) else 2
        is_named = place.name is not None or any(map(_is_located, place.span))
        is_ground = not is_named and head.lemma_.lower() in words("place", "grounds")
        return (
            (_is_origin(head) and not _is_taken(verb)) or is_ground,
            not _is_right_behind(subject, place),
            near,
            not is_named,
            0 if behind else 1,
            abs(head.i - subject.anchor.i),
        )

    return min(here, key=rank)


def _is_right_behind(subject: Subject, place: Place) -> bool:
    """Whether a place stands right behind a figure: "two died in Selm, [three] in Orrin", "40 worldwide"."""
    last = max(subject.anchor.i, subject.holder.i)
    between = subject.anchor.doc[last + 1 : place.span.start]
    if not _has_name(place.span):
        return place.span.start == last + 1 and place.span[0].lower_ in words("place", "adverbs")
    return 0 < len(between) <= _RIGHT_BEHIND and all(token.tag_ in {"DT", "IN", "PRP$"} for token in between)


def _stands_apart(place: Token, subject: Subject) -> bool:
    """Whether a place is in a clause that tells of something else than the figure.

    Such clauses are those on other nouns ("the firm, which has plants in Selm, cut 40 jobs"), what somebody
    says beside, those joined with a subject of their own, and where somebody said it.
    """
    anchor = subject.anchor
    if _is_of_number_behind(place, anchor):
        return True
    above = {token.i for token in (anchor, *anchor.ancestors)}
    below, is_aside = place, False
    for token in (place, *place.ancestors):
        if token.i in above:
            is_teller = below.dep_ == "nsubj" and not is_aside  # "police in Selm said that 40 ..."
            return _is_report_of(token, anchor) and not is_teller
        of_noun = token.dep_ in {"acl", "acl:relcl"} and token.head != subject.holder
        seated = token.lower_ in words("place", "seated")  # "a bid by Orel, a firm based in Selm"
        if of_noun and (seated or (is_set_off(token) and anchor not in token.head.subtree)):
            return True
        if _is_own_clause(token) and not _is_verbless(anchor):
            return True
        if token.dep_ == "advcl" and grammar.children(token, "nsubj") and not _is_named_place(place):
            return True  # "killed 22 rebels as bombs hit two towns"
        below, is_aside = token, is_aside or token.dep_ == "appos"
    return False


def _is_of_number_behind(place: Token, anchor: Token) -> bool:
    """Whether a place stands right behind another number, which alone is there: "7,000 of them in [Selm]".

    "With about 7,000 in Selm" is so, too, and "13 at the port and three in Selm".
    """
    doc, index = place.doc, place.i - 1
    while index > anchor.i and (doc[index].lower_ in _BEHIND_NUMBER or doc[index].tag_.startswith("NNP")):
        index -= 1
    if index <= anchor.i or doc[index].tag_ != "CD":
        return False
    behind = {token.lower_ for token in doc[index + 1 : place.i]}
    first = before_hedges(doc[index])
    joined = doc[index].dep_ == "conj" and doc[index].head in {anchor, *anchor.ancestors}
    return joined or bool(behind & _THOSE) or (first.i > anchor.i + 1 and first.nbor(-1).lower_ == "with")


def _is_named_place(place: Token) -> bool:
    """Whether a place has a name, by the words before its head."""
    return any(token.tag_.startswith("NNP") for token in (place, *place.lefts))


def _is_verbless(anchor: Token) -> bool:
    """Whether a figure is in an aside without a verb, which is of the clause beside: ", 26 of them women"."""
    for token in (anchor, *anchor.ancestors):
        if _is_predicate(token):
            return False
        if token.dep_ == "parataxis":
            return True
    return False


def _is_own_clause(token: Token) -> bool:
    """Whether a token heads a clause that somebody says or adds, or that is joined with its own subject."""
    if token.dep_ == "ccomp":
        return grammar.is_verb(token.head)
    return (
        token.dep_ in {"conj", "parataxis"}
        and _is_predicate(token)
        and bool(grammar.children(token, "nsubj", "nsubj:pass"))
    )


def _is_report_of(verb: Token, anchor: Token) -> bool:
    """Whether a verb only says who told what a figure is in: "40 are ill, she told reporters in Selm"."""
    if not grammar.is_verb(verb) or verb.lemma_.lower() not in words("report", "verbs"):
        return False
    return any(
        token.head == verb and token.dep_ in {"ccomp", "parataxis"} for token in (anchor, *anchor.ancestors)
    )


def _is_origin(place: Token) -> bool:
    """Whether somebody or something only comes from a place, or from one in it: "refugees from Selm"."""
    for token in (place, *place.ancestors):
        if grammar.is_verb(token):
            return False
        if grammar.preposition(token) == "from":
            return True
    return False


def _is_taken(verb: Token | None) -> bool:
    """Whether something is taken from where it was: "13 bodies were recovered from Selm"."""
    return verb is not None and verb.lemma_.lower() in words("place", "taking")


def _is_aside(place: Token, verb: Token | None) -> bool:
    """Whether a place says more of somebody in a clause: "Orr, a senator from Iowa, ..."."""
    for token in (place, *place.ancestors):
        if token == verb:
            return False
        if token.dep_ in {"appos", "acl", "acl:relcl"}:
            return True
    return False
