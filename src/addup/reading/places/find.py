"""The places that sentences name as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.attrs import ENT_TYPE, LOWER
from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.known_places import cities, countries
from addup.reading.parsed import tokens_from
from addup.reading.places.kinds import is_kind_of_place, is_where_named, may_be_anywhere
from addup.reading.places.names import LOCATION, is_located, named_before
from addup.reading.places.phrases import place_at, site_at
from addup.reading.places.tokens import has_name, has_noun_behind, is_one_of, is_proper, names_belief
from addup.reading.text import lemmas_of, strings_of, text_of

_LEFT_OUT = 4  # tokens: "except residents in"
_BEFORE_STAKE = 3  # tokens: "a stake in"
_SEAT = 6  # tokens: "Selm, Ohio, food company"
_COMMAS = 2
_TOPIC = 2  # words from a topic to its place: "report on"
_ON = frozenset({"about", "into", "on"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a text names behind a preposition ("in Lisbon and Porto"), without the preposition."""

    span: Span
    name: str | None = None  # of the place that "there" speaks of

    @property
    def text(self) -> str:
        """The words of the place."""
        return self.name or self.span.text


def find_places(sentences: Iterable[Span]) -> list[Place]:
    """Give the places that sentences name, in order; "U.S." in "the U.S. embassy" is none."""
    places = [place for sentence in sentences for place in _in_sentence(sentence)]
    return [
        _meant(place, (places[before] for before in range(index - 1, -1, -1)))
        for index, place in enumerate(places)
    ]


def _in_sentence(sentence: Span) -> Iterator[Place]:
    end = sentence.start
    for token in _leading(sentence):
        span = _place_from(token) if token.i >= end else None
        if span is not None and not any(test(span) for test in _NO_PLACES):
            span = _whole_exchange(span)
            yield Place(span)
            end = span.end


def _leading(sentence: Span) -> Iterator[Token]:
    """Give the words that a place may begin with or stand behind; most words are neither."""
    doc, start, end = sentence.doc, sentence.start, sentence.end
    columns = (strings_of(doc, LOWER), lemmas_of(doc), strings_of(doc, ENT_TYPE))
    written = zip(*(column[start:end] for column in columns), strict=True)
    leading, verbs = _leading_words(), words("place", "verbs")
    for place, (word, lemma, name) in enumerate(written, start):
        if name == LOCATION or word in leading or lemma in verbs:
            yield doc[place]


@cache
def _leading_words() -> frozenset[str]:
    return words("place", "adverbs") | words("place", "prepositions") | {"of", "wide"}


def _place_from(token: Token) -> Span | None:
    """Give the place that a word begins or leads to."""
    doc, start = token.doc, token.i
    if token.lower_ in words("place", "adverbs") and not (token.tag_ == "EX" or token.dep_ == "amod"):
        return doc[start : start + 1]
    if _is_all_over(token):
        return doc[start - 2 : start + 1]
    if _leads_to_place(token):
        return place_at(doc, start + 1) or site_at(doc, start + 1)
    if not is_located(token):
        return None
    return grammar.name_around(token) if is_where_named(token) or _is_struck(token) else None


def _is_struck(name: Token) -> bool:
    """Whether something is done to the place that a name is: "[Peru] was hit by floods"."""
    return name.dep_ == "nsubj:pass" and is_one_of(name.head, "verbs")


def _is_all_over(token: Token) -> bool:
    """Whether "wide" ends an adverb with a hyphen: "world-wide"."""
    hyphened = token.lower_ == "wide" and token.i > 1 and token.nbor(-1).text == "-"
    return hyphened and is_kind_of_place(token.nbor(-2))


def _leads_to_place(token: Token) -> bool:
    """Whether a place may stand behind a word: "in Lisbon", "left Lisbon", "south of Lisbon"."""
    if token.lower_ in words("place", "prepositions") and token.tag_ in {"IN", "TO", "RP"}:
        return token.i == token.sent.start or token.nbor(-1).lower_ != "according"
    if token.lower_ == "of":
        before = token.nbor(-1) if token.i else token
        sides = words("place", "compass") | {"off"}
        if before.lower_ in sides or is_one_of(before, "named_before", "fought_over"):
            return True
        return before.tag_ == "NNS" and _is_numbered_part(before)  # "12 districts of Selm"
    return grammar.is_verb(token) and is_one_of(token, "verbs")


def _is_numbered_part(noun: Token) -> bool:
    return is_one_of(noun, "divisions") and any(child.tag_ == "CD" for child in noun.lefts)


def _is_title_of_person(span: Span) -> bool:
    """Whether a place only stands in a title before a name: "U.S. Trade Representative [Jo Bell]"."""
    is_joined = any(token.lower_ == "and" for token in span)  # "in Selm and [Rosa]"
    before = span.doc[max(span.start - _TOPIC, 0) : span.start]
    is_kind = before.text.lower().endswith(" of") and is_one_of(before[0], "divisions", "named_before")
    is_title = span[0].ent_type_ == LOCATION and span[-1].ent_type_ == "PERSON"
    return is_title and not (is_joined or is_kind)  # "in the districts of Selm, [Rosa] and Orrin"


def _is_body_called_state(span: Span) -> bool:
    """Whether a name only sounds like one of a place: "police raids on [Islamic State] militants"."""
    return span[-1].lower_ == "state" and names_belief(span)


def _whole_exchange(span: Span) -> Span:
    """Give the whole name of an exchange that begins with a place: "New York [Stock Exchange]"."""
    doc, end = span.doc, span.end
    while (
        end < len(doc) and doc[end].tag_ == "NNP" and doc[end - 1].lower_ not in words("market", "exchanges")
    ):
        end += 1
    return doc[span.start : end] if doc[end - 1].lower_ in words("market", "exchanges") else span


def _is_stake(span: Span) -> bool:
    """Whether a name is that of a firm in which somebody has a stake: "a 40% stake in Orrin"."""
    doc, start = span.doc, span.start
    if start < _BEFORE_STAKE or doc[start - 1].lower_ != "in" or not is_proper(span[0]):
        return False
    stake = doc[start - 2]
    held = stake.lemma_.lower() in words("container", "stakes") and stake.nbor(-1).lower_ != "at"
    return held and span[0].text not in countries() and not has_noun_behind(span[-1], {"POS"})


def _is_of_seat(span: Span) -> bool:
    """Whether a town with its state stands before what has its seat there: "the Selm, Ohio, company"."""
    doc, start = span.doc, span.start
    behind = [token for token in tokens_from(doc, start, start + _SEAT) if not is_located(token)]
    if start == 0 or doc[start - 1].tag_ != "DT" or [token.text for token in behind[:2]] != [",", ","]:
        return False
    return len(behind) > _COMMAS and behind[_COMMAS].tag_ in {"JJ", "NN", "NNS"}


def _is_bare_receiver(span: Span) -> bool:
    """Whether something only goes "to states", whichever they are; not "to cities like Selm"."""
    doc, start = span.doc, span.start
    bare = start > 0 and doc[start - 1].lower_ == "to" and len(span) == 1 and span[0].tag_ == "NNS"
    return bare and not any(child.i > start for child in span[0].children)


def _is_means(span: Span) -> bool:
    """Whether something is done "through" what a place has, not through the place: "the country's banks"."""
    doc, first = span.doc, span.root.left_edge.i
    owns = span.end < len(doc) and doc[span.end].tag_ == "POS"
    return owns and first > 0 and "through" in doc[max(first - 2, 0) : first + 1].text.lower()


def _is_buyer(span: Span) -> bool:
    """Whether a name is that of a firm or a fund that something is sold or given to: "sold it to Nestor"."""
    doc, start = span.doc, span.start
    if start == 0 or doc[start - 1].lower_ != "to" or len(span) > 1:
        return False
    gets = is_one_of(span.root.head, "giving", "contributing")
    return gets and is_proper(span[0]) and span[0].text not in countries() | cities()


def _is_left_out(span: Span) -> bool:
    """Whether a place is one of those left out: "holders, except residents in Malta"."""
    before = tokens_from(span.doc, max(span.start - _LEFT_OUT, span.sent.start), span.start)
    return any(token.lower_ in words("place", "leaving_out") for token in before)


def _is_topic(span: Span) -> bool:
    """Whether a place is what something is said, written or decided on: "a report on Malta"."""
    doc, start = span.doc, span.start
    if start < _TOPIC or doc[start - 1].lower_ not in _ON:
        return False
    return is_one_of(doc[start - _TOPIC], "topics")


def _is_of_envoy(span: Span) -> bool:
    """Whether a place is that to which somebody was sent: "a former ambassador to Malta"."""
    doc, start = span.doc, span.start
    return start >= _TOPIC and doc[start - 1].lower_ == "to" and is_one_of(doc[start - _TOPIC], "envoys")


def _is_contest(span: Span) -> bool:
    """Whether a name is one of something that is held at ever other places: "the World Cup"."""
    return span[-_TOPIC:].text.lower() in words("place", "contests")


def _is_of_its_firm(span: Span) -> bool:
    """Whether a name is that of a firm by what owns it or belongs to it: "shares in Orel's parent"."""
    doc, end = span.doc, span.end
    if end + 1 >= len(doc) or doc[end].tag_ != "POS" or span.text in countries() | cities():
        return False
    return is_one_of(doc[end + 1], "of_firms")


def _is_any(span: Span) -> bool:
    """Whether something is done to some places, whichever they are: "won a state", "took 22 towns"."""
    place = span.root
    if has_name(span) or place.dep_ != "obj" or not is_one_of(place.head, "verbs"):
        return False
    numbered = any(child.tag_ == "CD" for child in place.lefts)
    return (numbered or grammar.has_child(place, {"a", "an"}, "det")) and not _lies_somewhere(place)


def _is_pair(span: Span) -> bool:
    """Whether places only have something between them: "trade between the two nations"."""
    doc, start = span.doc, span.root.left_edge.i
    before = tokens_from(doc, max(0, min(start, span.start) - 1), span.start + 1)
    return not has_name(span) and span.root.tag_ == "NNS" and any(word.lower_ == "between" for word in before)


def _is_origin_of_many(span: Span) -> bool:
    """Whether people only come from so many places: "delegates from 113 nations"."""
    doc, start = span.doc, span.start
    numbered = any(token.tag_ == "CD" for token in span)
    return numbered and not has_name(span) and start > 0 and doc[start - 1].lower_ == "from"


def _lies_somewhere(place: Token) -> bool:
    return any(child.dep_ in {"nmod", "appos"} for child in place.rights)


_NO_PLACES = (
    _is_topic,
    _is_of_envoy,
    _is_contest,
    _is_of_its_firm,
    _is_any,
    _is_title_of_person,
    _is_body_called_state,
    _is_bare_receiver,
    _is_means,
    _is_of_seat,
    _is_stake,
    _is_buyer,
    _is_left_out,
    _is_pair,
    _is_origin_of_many,
)


def _meant(place: Place, before: Iterable[Place]) -> Place:
    """Give the place that "there" speaks of: the last one named before in its paragraph, else itself.

    "The state" and "his state" are the one that its sentence has named. `before` are those before it, the
    last first.
    """
    text = place.text.lower()
    name = None
    if text in words("place", "named_before") and not _is_abroad(place.span.root):
        name = named_before(place.span[0])
    elif text == "there":
        name = _last_named(place.span, before)
    return Place(place.span, name) if name else place


def _last_named(there: Span, before: Iterable[Place]) -> str | None:
    """Give the last place with a name before "there" in its paragraph, other than where somebody is from."""
    doc, sentence = there.doc, there[0].sent
    text = text_of(doc)
    start = text.rfind("\n\n", 0, there.start_char)
    known = _known_in(doc[sentence.start - 1].sent) if sentence.start else None
    for place in before:
        if place.span.start_char < start or (known is not None and place.span.start < sentence.start):
            break
        if (place.name or has_name(place.span)) and not _is_origin(place.span.root):
            return place.text
    return known


def _known_in(sentence: Span) -> str | None:
    """Give the first country or city behind "in" in a sentence that was not parsed."""
    for before, name in pairwise(sentence):
        if not name.tag_ and name.text in countries() | cities() and before.lower_ in words("place", "at"):
            return name.text
    return None


def _is_abroad(place: Token) -> bool:
    """Whether a place is another than the one that has people there: "Malta had 40 men in the country"."""
    verb = grammar.clause_head(place)
    thing = grammar.direct_object(verb) if verb is not None and is_one_of(verb, "having") else None
    if verb is None or thing is None or not may_be_anywhere(thing):
        return False
    return any(is_located(noun) for noun in grammar.children(verb, "nsubj"))


def _is_origin(place: Token) -> bool:
    """Whether somebody only is from a place, and need not have left it now: "40 soldiers from Malta"."""
    noun = place.head if place.dep_ != "conj" else place.head.head
    first = grammar.first_conjunct(place)
    return grammar.preposition(first) == "from" and not grammar.is_verb(noun)
