"""The names in a text: what the tagger found, without titles, and what form or title gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.attrs import ENT_TYPE, LOWER, TAG
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from addup.reading.known_places import countries
from addup.reading.names.called import called_bodies
from addup.reading.names.words import name_words
from addup.reading.text import spots, strings_of, text_of, words_of, written

_CAPITAL = r"[A-Z][\w’'-]+"
_BODY = re.compile(
    rf"(?:\b{_CAPITAL} )*\b(?P<noun>{_CAPITAL})"
    rf"(?: (?:for|of|[Ww]ithout)(?: the)? {_CAPITAL}(?:(?: and)? {_CAPITAL})*){{1,2}}"
)
_LED = re.compile(r" (?:for|of|[Ww]ithout)(?: the)? [A-Z]")
_LONGEST_KIND = 40  # characters


def names_in(doc: Doc) -> list[Span]:
    """Give the names that the tagger found, without titles, and the firms that their form gives away.

    The form of a firm belongs to its name, also where the tagger stopped before it ("[Orel Pumps] Inc.").
    """
    tagged = [_without_title(_without_what(_without_kind(entity))) for entity in doc.ents]
    tags, labels = strings_of(doc, TAG), strings_of(doc, ENT_TYPE)
    legal = spots(doc, LOWER, name_words("organisation", "legal"))
    forms = (doc[place] for place in legal if tags[place].startswith("NN") and not labels[place])
    firms = [_without_kind(firm) for firm in map(_firm_before, forms) if firm is not None]
    # Last names of persons whom the article names in full elsewhere, where the tagger saw none.
    last = {name[-1].text for name in tagged if name.label_ == "PERSON" and len(name) > 1}
    inside = {name.text for name in tagged if _is_inside(name)} - last
    tagged = [name for name in tagged if name.label_ != "PERSON" or written(name) not in inside]
    proper = [place for place in spots(doc, TAG, {"NNP"}) if not labels[place]]
    words = words_of(doc)
    alone = [Span(doc, place, place + 1, label="PERSON") for place in proper if words[place] in last]
    called = (body for body in called_bodies(doc) if body.text not in last)
    behind = {place + 1 for place in spots(doc, LOWER, name_words("title", "words"))}
    titled = filter(None, (_titled(doc[place]) for place in proper if place in behind))
    return sorted(filter_spans([*_bodies(doc), *firms, *called, *tagged, *titled, *alone]))


def _without_what(name: Span) -> Span:
    """Leave out of a name what it has, or where somebody is: "Shares of [Orel]", "in Peru [Jo Bell]"."""
    owned = len(name) > 2 and name[0].lemma_.lower() in name_words("organisation", "owned")
    if owned and name[1].lower_ == "of":
        return Span(name.doc, name.start + 2, name.end, label=name.label_)
    where = name.label_ == "PERSON" and len(name) > 2 and name[0].text in countries()
    return Span(name.doc, name.start + 1, name.end, label=name.label_) if where else name


def _without_kind(name: Span) -> Span:
    """Leave out of a firm's name what it is, where it opens a sentence: "Carmaker [Orel AG]".

    A name may begin with such a word: the text must have it without as well ("Orel sold 300 cars").
    """
    is_kind = (
        len(name) > 1 and name[0].is_sent_start and name[0].lower_ in name_words("organisation", "generic")
    )
    if not is_kind or name.label_ == "PERSON":
        return name
    words = words_of(name.doc)
    alone = any(after == name[1].text and before != name[0].text for before, after in pairwise(words))
    return Span(name.doc, name.start + 1, name.end, label=name.label_) if alone else name


def _is_inside(name: Span) -> bool:
    """Whether something is in what the tagger has for a person, which is a place that it does not know."""
    if len(name) != 1 or name.start == 0 or name.doc[name.start - 1].lower_ != "in":
        return False
    return not name[0].is_sent_start


def _titled(first: Token) -> Span | None:
    """Give the name that begins right behind a title, where the tagger saw none: "Minister [Jo Bell]"."""
    title = first.doc[first.i - 1] if first.i > first.sent.start else first
    titles, bodies = name_words("title", "words"), name_words("kind", "organisation")
    if not title.is_title or title.tag_ not in {"NN", "NNP"} or title.lower_ not in titles:
        return None
    if first.lower_ in titles or first.lower_ in bodies:
        return None
    end = first.i + 1
    while end < first.sent.end and first.doc[end].tag_ == "NNP" and not first.doc[end].ent_type_:
        end += 1
    return Span(first.doc, first.i, end, label="PERSON")


def _bodies(doc: Doc) -> Iterator[Span]:
    """Give the bodies whose names go on behind a preposition: "the Observatory for Human Rights"."""
    kinds, text = name_words("organisation", "institutions"), text_of(doc)
    for found in _BODY.finditer(text) if _leads_on(text) else ():
        if found["noun"].lower() in kinds:
            start = found.start() + len("The ") * found[0].startswith("The ")
            span = doc.char_span(start, found.end(), label="ORGANIZATION")
            if span is not None:
                yield span


def _leads_on(text: str) -> bool:
    """Whether such a kind of body stands before what it is for or of, which is found faster than its name."""
    kinds = tuple(name_words("organisation", "institutions"))
    ends = (led.start() for led in _LED.finditer(text))
    return any(text[max(0, end - _LONGEST_KIND) : end].lower().endswith(kinds) for end in ends)


def _firm_before(form: Token) -> Span | None:
    start = form.i
    while start > form.sent.start and form.doc[start - 1].tag_ in {"NNP", "NNPS", "HYPH"}:
        start -= 1
    return Span(form.doc, start, form.i + 1, label="ORGANIZATION") if start < form.i else None


def _without_title(entity: Span) -> Span:
    start = entity.start
    while (
        entity.label_ == "PERSON"
        and start < entity.end - 1
        and entity.doc[start].lower_ in name_words("title", "words")
    ):
        start += 1
    return Span(entity.doc, start, entity.end, label=entity.label)
