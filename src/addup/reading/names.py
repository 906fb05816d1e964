"""Who is meant: the persons and organisations of an article, and the phrases that stand for them.

Works from the article alone: a surname stands for the full name given before, "the ministry" for the
ministry named before, "the Russian president" for the person whom the article called so, "he" for the person
spoken of last. Where nothing in the text names them ("officials", "police"), there is no name.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from spacy.attrs import ENT_TYPE, TAG
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from addup.reading import grammar
from addup.reading.known_places import countries
from addup.reading.people import is_person
from addup.reading.text import strings_of, text_of

NameKind = Literal["person", "organisation"]
Sex = Literal["male", "female"]
_KINDS: dict[str, NameKind] = {"PERSON": "person", "ORGANIZATION": "organisation"}
_CAPITAL = r"[A-Z][\w’'-]+"
_BODY = re.compile(
    rf"(?:\b{_CAPITAL} )*\b(?P<noun>{_CAPITAL})"
    rf"(?: (?:for|of|[Ww]ithout)(?: the)? {_CAPITAL}(?:(?: and)? {_CAPITAL})*){{1,2}}"
)
_BESIDE_SUBJECT = frozenset({"obj", "iobj", "obl"})
# Endings of adjectives that tell of what kind something is, not how it is.
_CLASSIFYING = ("al", "ic")
_DESCRIBING = frozenset({"amod", "compound", "nmod:poss"})


@dataclass(slots=True)
class Name:
    """Someone named in an article: the fullest name, the words that it describes them with, the sex."""

    kind: NameKind
    full: str
    words: set[str] = field(default_factory=set)
    sex: Sex | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a name stands (tokens, end exclusive), whose it is, if it is the subject there, and the sex.

    The sex is None where nothing tells it, and for a last name alone that a man and a woman have.
    """

    start: int
    end: int
    name: Name
    is_subject: bool
    sex: Sex | None = None


# What a firm has that a sentence about the firm may begin with.
_OWNED = frozenset({"earnings", "price", "profit", "sale", "share", "stock"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one article, in the order of the text, and by the tokens that they are of."""

    namings: tuple[Naming, ...]
    by_token: Mapping[int, Naming]
    _named: dict[int, Naming | None] = field(default_factory=dict, repr=False, compare=False)
    _meant: dict[int, Naming | None] = field(default_factory=dict, repr=False, compare=False)

    def naming(self, noun: Token) -> Naming | None:
        """Give where the noun phrase around a noun itself names someone, be it beside it in apposition."""
        if noun.i not in self._named:
            self._named[noun.i] = self._naming(noun)
        return self._named[noun.i]

    def _naming(self, noun: Token) -> Naming | None:
        for token in _related(noun):
            naming = self.by_token.get(token.i)
            if naming is not None and (token == noun or _may_bear(noun, token, naming)):
                return naming
        return None

    def antecedent(self, noun: Token) -> Naming | None:
        """Give the last naming before of whom a pronoun or a description ("the ministry") stands for."""
        if noun.i not in self._meant:
            self._meant[noun.i] = self._antecedent(noun)
        return self._meant[noun.i]

    def _antecedent(self, noun: Token) -> Naming | None:
        before = [naming for naming in self.namings if naming.end <= noun.i]
        if pronoun_kind(noun) is not None:
            return _in_focus(self._fitting(noun, reversed(before)))
        if not _is_definite(noun) or _has_own_name(noun):
            return None
        words = _words_of(noun)
        body = noun.lemma_.lower() in name_words("kind", "organisation")
        # "Jo Bell, the union's secretary" is described by the union, and is not it.
        described = [
            naming
            for naming in before
            if words <= naming.name.words and not (body and naming.name.kind == "person")
        ]
        if (
            not described
            and noun.lemma_.lower() in name_words("organisation", "generic")
            and not _is_own_kind(noun)
        ):
            described = [
                naming
                for naming in before
                if naming.name.kind == "organisation"
                and naming.is_subject
                and not _says_other(naming.name, noun)
            ]
        return described[-1] if described else None

    def can_be(self, pronoun: Token, naming: Naming) -> bool:
        """Whether a pronoun can stand for a name: by kind, by sex, and as no other part of its clause.

        "He told Bell" is not of Bell (principle B of binding theory).
        """
        return any(self._fitting(pronoun, [naming]))

    def _fitting(self, pronoun: Token, namings: Iterable[Naming]) -> Iterator[Naming]:
        """Give those of some namings of whom a pronoun can stand for."""
        kind, other = pronoun_kind(pronoun), _other_sex(pronoun)
        beside = (child.i for child in pronoun.head.children if child.dep_ in _BESIDE_SUBJECT)
        taken = [self.by_token[place].name for place in beside if place in self.by_token]
        for naming in namings:
            name = naming.name
            if name.kind == kind and naming.sex not in other and all(name is not own for own in taken):
                yield naming

    def is_personal(self, noun: Token) -> bool:
        """Whether a noun phrase stands for a person: by the kind of its name, else by its noun."""
        naming = self.naming(noun)
        if naming is not None:
            return naming.name.kind == "person"
        # A body may be called after what its members are: "the coast guard".
        return _is_somebody(noun) and noun.lemma_.lower() not in name_words("kind", "organisation")

    def name_of(self, noun: Token) -> str | None:
        """Give the full name of whom a noun phrase speaks, by its head; None where the text names nobody."""
        naming = self.naming(noun) or self.antecedent(noun)
        return naming.name.full if naming else None


def resolve(doc: Doc) -> Names:
    """Find the persons and organisations that a parsed article names, and join the names of each."""
    known: list[Name] = []
    namings = []
    spans = _spans(doc)
    labels = Counter((span.text, span.label_) for span in spans)
    for span in spans:
        kind = _kind(span, known, labels)
        if kind is None:
            continue
        text = span.text
        words = _described(span)
        sex = _sex(text, words) if kind == "person" else None
        name = _same(text, kind, [other for other in known if not sex or other.sex in {sex, None}])
        if name is None:
            name = Name(kind, text)
            known.append(name)
        elif len(text) > len(name.full) and not _is_acronym(text, name.full):
            name.full = text
        name.words |= words
        name.sex = name.sex or sex
        namings.append(Naming(span.start, span.end, name, _is_subject(span.root), sex))
    namings = list(_with_sex(doc, namings, known))
    by_token = {token: naming for naming in namings for token in range(naming.start, naming.end)}
    return Names(tuple(namings), by_token)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("addup.reading").joinpath("names.toml").read_text(encoding="utf-8"))


@cache
def name_words(part: str, row: str) -> frozenset[str]:
    """Give one row of `names.toml`."""
    return frozenset(_table()[part][row])


def pronoun_kind(noun: Token) -> NameKind | None:
    """Give what kind of name a pronoun stands for; None for all other words."""
    kinds: tuple[NameKind, ...] = ("person", "organisation")
    return next((kind for kind in kinds if noun.lower_ in name_words("pronoun", kind)), None)


def _with_sex(doc: Doc, namings: Iterable[Naming], known: Iterable[Name]) -> Iterator[Naming]:
    """Tell the sex of those who are named alone like no other of the other sex."""
    sexes: dict[str, set[Sex]] = {}
    for name in known:
        if name.sex is not None:
            sexes.setdefault(_parts(name.full)[-1], set()).add(name.sex)
    for naming in namings:
        alone = naming.end - naming.start == 1
        is_shared = alone and len(sexes.get(doc[naming.start].text, ())) > 1
        yield naming if naming.sex or is_shared else replace(naming, sex=naming.name.sex)


def _other_sex(pronoun: Token) -> set[Sex]:
    """Give the sexes that a pronoun is not for: "she" is for no man."""
    sexes: tuple[tuple[Sex, Sex], ...] = (("male", "female"), ("female", "male"))
    return {sex for sex, other in sexes if pronoun.lower_ in name_words("pronoun", other)}


def is_of_sex(noun: Token, pronoun: Token) -> bool:
    """Whether what somebody is called does not forbid a pronoun: no spokeswoman is "he"."""
    return not any(noun.lemma_.lower() in name_words("sex", sex) for sex in _other_sex(pronoun))


def _sex(text: str, words: Set[str]) -> Sex | None:
    """Tell a man from a woman by title or description, else by the given name."""
    sexes: tuple[Sex, ...] = ("male", "female")
    told = [sex for sex in sexes if words & name_words("sex", sex)]
    parts = _parts(text.lower())
    given = [sex for sex in sexes if len(parts) > 1 and parts[0] in name_words("given", sex)]
    found = told or given
    return found[0] if len(found) == 1 else None


def _is_subject(noun: Token) -> bool:
    """Whether a name is a subject, or stands beside one: "another analyst, [Jo Bell] of Orel, said"."""
    steps = set()
    while noun.dep_ in {"appos", "flat", "compound"}:
        steps.add(noun.dep_)
        noun = noun.head
    if noun.dep_ == "nmod" and grammar.preposition(noun) == "of" and noun.head.lemma_.lower() in _OWNED:
        noun = noun.head  # "shares of [Orel] fell after it said"
    return steps != {"compound"} and noun.dep_ in {"nsubj", "nsubj:pass"}


def _in_focus(fitting: Iterator[Naming]) -> Naming | None:
    """Choose whom a pronoun stands for, of those before it from the last on: a subject, else the last."""
    last = next(fitting, None)
    if last is None or last.is_subject:
        return last
    return next((naming for naming in fitting if naming.is_subject), last)


def _may_bear(noun: Token, beside: Token, naming: Naming) -> bool:
    """Whether a name beside a noun is of whom the noun stands for: "its unit, Orel Pumps, said"."""
    body = name_words("organisation", "generic") | name_words("kind", "organisation")
    is_body = noun.lemma_.lower() in body
    if naming.name.kind == "person" and not is_body:
        return True
    explains = beside.i == noun.i + 1 or (beside.dep_ == "appos" and beside.head == noun)
    if not (is_body and explains):
        return False
    # A person's name further behind is of somebody in the phrase: "a group led by its directors, Jo Bell ..."
    return naming.name.kind == "organisation" or naming.start <= noun.i + 2


def _has_own_name(noun: Token) -> bool:
    """Whether a description names who is meant: "the Varo institute" is no other institute."""
    return any(child.tag_ == "NNP" for child in grammar.children(noun, "compound"))


def _named_by_title(title: Token) -> Iterator[Token]:
    """Give the name that a title of more words stands before: "Secretary of State [Jo Bell]"."""
    for token in title.doc[title.i + 1 : title.sent.end]:
        if token.ent_type_ == "PERSON":
            yield token
            return
        if token.lower_ != "of" and not token.tag_.startswith("NNP"):
            return


def _related(noun: Token) -> Iterator[Token]:
    """Give a noun, what stands beside it in apposition, and the name that it is a title of."""
    yield noun
    for beside in grammar.children(noun, "appos", "flat", "compound"):
        yield beside
        if beside.dep_ == "appos":  # "a spokesman, Colonel [Jo Bell], said"
            yield from grammar.children(beside, "flat")
    if noun.dep_ in {"appos", "flat"}:
        yield noun.head
    if noun.tag_ == "NN" and noun.i + 1 < noun.sent.end:  # "the lender [Orel]", whatever it hangs on
        yield noun.nbor()
    if noun.is_title and noun.lower_ in name_words("title", "words"):
        yield from _named_by_title(noun)
    if _is_somebody(noun):
        for below in _places_of(noun):  # "the governor of Lagos State, Jo Bell, said"
            yield from (name for name in grammar.children(below, "appos") if name.nbor(-1).text == ",")
    first, after = noun.left_edge.i, noun.right_edge.i + 1
    if first > noun.sent.start + 1 and noun.doc[first - 1].text == ",":
        before = noun.doc[first - 2]  # "Jo Bell, the head of the inquiry, said"
        closed = after < len(noun.doc) and noun.doc[after].text == ","
        if closed or any(_hangs_loose(token, noun) for token in grammar.name_around(before)):
            yield before


def _hangs_loose(name: Token, noun: Token) -> bool:
    """Whether a name before a noun belongs to nothing else: it has its governor, or hangs on a thing."""
    return name.head == noun.head or (name.dep_ == "appos" and not _is_somebody(name.head))


def _places_of(noun: Token) -> Iterator[Token]:
    """Give the nouns that a noun is of, and those that these are of: "head of the inquiry in Kisumu"."""
    for below in grammar.children(noun, "nmod"):
        yield below
        yield from _places_of(below)


def _kind(span: Span, known: list[Name], labels: Counter[tuple[str, str]]) -> NameKind | None:
    """Tell persons from organisations, which name taggers mix up.

    The form of the name decides, then what the same words are part of elsewhere, then the commonest label.
    """
    if span[-1].lower_ in name_words("organisation", "forms"):
        return "organisation"
    if span[-1].lower_ in name_words("place", "forms"):
        return None
    beside = _kind_beside(span)
    if beside is not None:
        return beside
    text = span.text
    if any(name.kind == "organisation" and _is_short(text, name.full, "organisation") for name in known):
        return "organisation"
    place = grammar.preposition(span.root) is not None and span.label_ == "LOCATION"
    if not place and " " not in text and any(_is_surname(text, name) for name in known):
        return "person"
    return _KINDS.get(max((*_KINDS, span.label_), key=lambda label: labels[text, label]))


def _kind_beside(span: Span) -> NameKind | None:
    """Tell whose a name is by the noun that it explains: "its chairman, [Jo Bell]", "the lender [Orel]"."""
    name = span.root
    if name.dep_ == "flat" and not span.start <= name.head.i < span.end:  # behind a title
        name = name.head
    noun = name.head
    if name.dep_ != "appos" or noun.tag_ != "NN" or noun.i > name.i:
        return None
    if noun.lemma_.lower() in name_words("organisation", "generic"):
        is_behind = name.left_edge.i <= noun.i + 2  # further behind somebody in the phrase is named
        return "organisation" if is_behind else None
    return "person" if _is_somebody(noun) else None


def _spans(doc: Doc) -> list[Span]:
    """Give the names that the tagger found, without titles, and the firms that their form gives away.

    The form of a firm belongs to its name, also where the tagger stopped before it ("[Orel Pumps] Inc.").
    """
    tagged = [_without_title(_without_what(entity)) for entity in doc.ents]
    labels = zip(strings_of(doc, TAG), strings_of(doc, ENT_TYPE), strict=True)
    untagged = [doc[place] for place, (tag, name) in enumerate(labels) if tag.startswith("NN") and not name]
    forms = (token for token in untagged if token.lower_ in name_words("organisation", "legal"))
    firms = [firm for firm in map(_firm_before, forms) if firm is not None]
    # Last names of persons whom the article names in full elsewhere, where the tagger saw none.
    last = {name[-1].text for name in tagged if name.label_ == "PERSON" and len(name) > 1}
    inside = {name.text for name in tagged if _is_inside(name)} - last
    tagged = [name for name in tagged if name.label_ != "PERSON" or name.text not in inside]
    alone = [
        Span(doc, token.i, token.i + 1, label="PERSON")
        for token in untagged
        if token.tag_ == "NNP" and token.text in last
    ]
    titled = filter(None, (_titled(token) for token in untagged if token.tag_ == "NNP"))
    return sorted(filter_spans([*_bodies(doc), *firms, *tagged, *titled, *alone]))


def _without_what(name: Span) -> Span:
    """Leave out of a name what it has, or where somebody is: "Shares of [Orel]", "in Peru [Jo Bell]"."""
    if len(name) > 2 and name[0].lemma_.lower() in _OWNED and name[1].lower_ == "of":
        return Span(name.doc, name.start + 2, name.end, label=name.label_)
    where = name.label_ == "PERSON" and len(name) > 2 and name[0].text in countries()
    return Span(name.doc, name.start + 1, name.end, label=name.label_) if where else name


def _is_inside(name: Span) -> bool:
    """Whether something is in what the tagger has for a person, which is a place that it does not know."""
    if len(name) != 1 or name.start == 0 or name.doc[name.start - 1].lower_ != "in":
        return False
    return not name[0].is_sent_start


def _titled(first: Token) -> Span | None:
    """Give the name that begins right behind a title, where the tagger saw none: "Minister [Jo Bell]"."""
    title = first.doc[first.i - 1] if first.i > first.sent.start else first
    no_names = name_words("title", "words") | name_words("kind", "organisation")
    if (
        not title.is_title
        or title.tag_ not in {"NN", "NNP"}
        or title.lower_ not in name_words("title", "words")
        or first.lower_ in no_names
    ):
        return None
    end = first.i + 1
    while end < first.sent.end and first.doc[end].tag_ == "NNP" and not first.doc[end].ent_type_:
        end += 1
    return Span(first.doc, first.i, end, label="PERSON")


def _bodies(doc: Doc) -> Iterator[Span]:
    """Give the bodies whose names go on behind a preposition: "the Observatory for Human Rights"."""
    for found in _BODY.finditer(text_of(doc)):
        if found["noun"].lower() in name_words("organisation", "institutions"):
            start = found.start() + len("The ") * found[0].startswith("The ")
            span = doc.char_span(start, found.end(), label="ORGANIZATION")
            if span is not None:
                yield span


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


def _same(text: str, kind: NameKind, known: list[Name]) -> Name | None:
    """Give the name known already that a new one repeats, in full or in short, the last one first."""
    for name in reversed(known):
        if name.kind == kind and (_is_short(text, name.full, kind) or _is_short(name.full, text, kind)):
            return name
    return None


def _is_short(text: str, full: str, kind: NameKind) -> bool:
    """Whether a name is another in short: a surname, a firm's first words, or its initials."""
    if text == full:
        return True
    short, long = _parts(text), _parts(full)
    if kind == "person":
        return len(short) < len(long) and short[-1] == long[-1] and (len(short) == 1 or short[0] == long[0])
    within = len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short)
    return (within and (len(short) > 1 or long[0] == short[0])) or _is_acronym(text, full)


def _is_surname(text: str, name: Name) -> bool:
    """Whether a word is the last name of a person whom the article named in full."""
    return name.kind == "person" and _parts(name.full)[1:][-1:] == (text,)


def _is_acronym(text: str, full: str) -> bool:
    return text.isupper() and len(initials := _initials(full)) > 1 and text.replace(".", "") == initials


# Each name of an article is held against all others.
@lru_cache(maxsize=1 << 12)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(name.split())


@lru_cache(maxsize=1 << 12)
def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _described(span: Span) -> set[str]:
    """Give the words that describe whom a span names: titles, appositions, parts of the name."""
    root = span.root
    words = {token.lower_ for token in span} | {token.lemma_.lower() for token in span}
    nouns = [*grammar.children(root, "appos"), *([_apposed(root)] if root.dep_ == "appos" else [])]
    for noun in nouns:
        words |= {noun.lemma_.lower(), *_words_of(noun)}
    start = min(root.left_edge.i, max(span.start - 1, span.sent.start))
    inside = range(span.start, span.end)
    for token in span.doc[start : span.start]:
        hangs_on_it = token.head.i in inside or token.head.head.i in inside
        if hangs_on_it or token.lower_ in name_words("title", "words"):
            words |= {token.lower_, token.lemma_.lower()}
    return words


def _apposed(name: Token) -> Token:
    """Give what a name stands beside; a parser hangs a person's on the place that the office is of."""
    head = name.head
    office = head
    while office.dep_ == "nmod" and not _is_somebody(office):
        office = office.head
    return office if name.ent_type_ == "PERSON" and _is_somebody(office) else head


def _is_somebody(noun: Token) -> bool:
    """Whether a noun stands for people, by what they are or by their office."""
    return is_person(noun) or noun.lemma_.lower() in name_words("kind", "official")


def _words_of(noun: Token) -> set[str]:
    """Give the words of a description that must fit: its noun and the adjectives and names before it."""
    return {noun.lemma_.lower()} | {child.lower_ for child in grammar.children(noun, *_DESCRIBING)}


def _says_other(name: Name, noun: Token) -> bool:
    """Whether the name of a body says that it is another than a noun says: "the agency" is no bank."""
    kinds = name_words("organisation", "apart")
    own = kinds.intersection(name.full.lower().split())
    return bool(own) and noun.lemma_.lower() in kinds - own


def _is_own_kind(noun: Token) -> bool:
    """Whether a word says which public body is meant: "the seismological institute" is no bank.

    That of a firm describes the one spoken of ("the German carmaker").
    """
    kinds = grammar.children(noun, "amod", "compound")
    public = noun.lemma_.lower() in name_words("organisation", "public")
    return public and any(kind.text.endswith(_CLASSIFYING) and kind.text.islower() for kind in kinds)


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in {"the", "this", "that"} for child in grammar.children(noun, "det"))
