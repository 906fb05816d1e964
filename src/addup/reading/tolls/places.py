"""Where the main event of a report took place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import dropwhile

from spacy.attrs import LOWER
from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.frames import words as frame_words
from addup.reading.text import strings_of, text_of
from addup.reading.times.dateline import MONTHS
from addup.reading.tolls.words import table, words

# Words that a capital at the start of a sentence makes look like a part of the name behind them.
_FUNCTION_WORDS = frozenset(
    {
        "a",
        "across",
        "also",
        "an",
        "around",
        "at",
        "during",
        "in",
        "near",
        "of",
        "on",
        "the",
        "throughout",
        "within",
    }
)
# Prepositions behind which persons hardly stand, and bodies only in capitals ("near NATO").
_BESIDE = frozenset({"near", "off", "outside"})
# What a province's name stands behind where it says where: "in Zabul", "Qalat, Zabul", "Sangin/Helmand".
_BEFORE_PROVINCE = re.compile(r"(?:\b(?:across|around|in|near|of|outside|throughout) |, |/)$")
_NAME = r"[A-Z][\w'’ʼ-]*(?:[ -](?:[A-Z][\w'’ʼ-]*|(?:al|de|e|of)(?=[ -][A-Z]))){0,3}"


def place_of(word: Token) -> str | None:
    """Give the place of what a word reports: a province before a town before a district.

    It is looked for in the sentence of the word, first without the headline that may run on in it, then in
    those before it, then in those behind. Spellings of one province are brought to one (`tolls.toml`).
    """
    own = _without_headline(word)
    named = _large_division(own) or _large_division(word.sent)
    if named is not None:
        return _usual_spelling(named)  # as nearly always; the rest need not be split into sentences
    sentences = list(word.doc.sents)
    here = sentences.index(word.sent)
    nearest = [own, *sentences[here::-1], *sentences[here + 1 :]]
    names: dict[int, list[Span]] = {}
    for name in word.doc.ents:  # once: asked for those of a sentence, spaCy goes through the whole text
        names.setdefault(name.root.sent.start, []).append(name)

    def location(sentence: Span) -> str | None:
        inside = [name for name in names.get(sentence.sent.start, ()) if name.start >= sentence.start]
        return _province(sentence) or _location(inside)

    for find in (_large_division, location, _unknown_name, _small_division, _settlement):
        for sentence in nearest:
            place = find(sentence)
            if place is not None:
                return _usual_spelling(place)
    return None


def _without_headline(word: Token) -> Span:
    """Give what stands of a word's sentence on its line and behind."""
    line = text_of(word.doc).rfind("\n", word.sent.start_char, word.idx)
    start = next((token.i for token in word.sent if token.idx > line), word.sent.start)
    return word.doc[start : word.sent.end]


@cache
def _pattern(level: int) -> re.Pattern[str]:
    kinds = "|".join(table()["place"]["words"][level])
    return re.compile(
        rf"{_NAME} and {_NAME} (?i:{kinds})s\b|{_NAME},? (?i:{kinds})\b|\b(?i:{kinds}) of {_NAME}"
    )


def parts_named(text: str, level: int) -> frozenset[str]:
    """Give the parts of a country of one level that a text names, without the word for what they are."""
    text = _usual_spelling(text)
    kinds = re.compile(rf",? (?:{'|'.join(table()['place']['words'][level])})s?\b", re.IGNORECASE)
    names = set(_known_provinces().findall(text)) if level == 0 else set()
    for found in _pattern(level).finditer(text):
        names |= {_without_function_words(name) for name in kinds.sub("", found[0]).split(" and ")}
    return frozenset(names - {""})


def place_at(text: str, start: int) -> str:
    """Give the names and words for places that stand together: "Dara district, Herat province, "."""
    found = _places().match(text, start)
    return found[0] if found else ""


@cache
def _places() -> re.Pattern[str]:
    kinds = "|".join(word for row in table()["place"]["words"] for word in row)
    return re.compile(rf"(?:{_NAME}|{kinds}|and|of|,| )*")


@cache
def _known_provinces() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table()['place']['provinces'])})\b")


def _without_function_words(name: str) -> str:
    return " ".join(dropwhile(lambda piece: piece.lower() in _FUNCTION_WORDS, name.split(" ")))


def _large_division(sentence: Span) -> str | None:
    return _division(sentence, 0)


def _small_division(sentence: Span) -> str | None:
    return _division(sentence, 1)


def _settlement(sentence: Span) -> str | None:
    return _division(sentence, 2)


def _division(sentence: Span, level: int) -> str | None:
    """Give the first part of a country of one level that a sentence names: "Herat province"."""
    text = text_of(sentence.doc)[sentence.start_char : sentence.end_char]
    kinds: list[str] = table()["place"]["words"][level]
    lower = text.lower()
    if not any(kind in lower for kind in kinds):
        return None  # as nearly always, and found much faster than by the pattern
    for found in _pattern(level).finditer(text):
        name = _without_function_words(found[0])
        if " " in name:
            return name
    return None


def _province(sentence: Span) -> str | None:
    """Give the first province that a sentence names without saying that it is one: "in Zabul"."""
    text = _usual_spelling(text_of(sentence.doc)[sentence.start_char : sentence.end_char])
    for found in _known_provinces().finditer(text):
        if _BEFORE_PROVINCE.search(text, max(0, found.start() - 9), found.start()):
            return found[0]
    return None


def _location(names: Iterable[Span]) -> str | None:
    """Give the first name of a place that stands behind a preposition of place."""
    small = _of_small_places()
    for name in names:
        behind = strings_of(name.doc, LOWER)[name.end : name.end + 1]
        if name.label_ == "LOCATION" and small.isdisjoint(behind) and _is_locative(name):
            return name.text
    return None


def _unknown_name(sentence: Span) -> str | None:
    """Give the first name directly behind "in" or "near" that the parser knows as nothing or as a person's.

    Nobody is in a person; small places have names that no model has seen. So has what is struck.
    """
    small = _of_small_places()
    for token in sentence[1:]:
        near = token.nbor(-1).lower_ in _BESIDE and not token.is_upper
        kinds = {"", "PERSON", "ORGANIZATION"} if near else {"", "PERSON"}
        if token.tag_ != "NNP" or token.ent_type_ not in kinds or not _is_scene(token):
            continue
        name = grammar.name_around(token) if token.ent_type_ else _names_from(token)
        behind = name.doc[name.end : name.end + 1]
        ends = behind.text[:1].islower() or (near and behind.text in {"", ",", "."})
        if name.text not in MONTHS and behind.text.lower() not in small and ends:
            return name.text
    return None


@cache
def _of_small_places() -> frozenset[str]:
    return frozenset(word for row in table()["place"]["words"][1:] for word in row)


def _is_locative(name: Span) -> bool:
    if name.start == name.sent.start:
        return False
    if grammar.preposition(name.root) in words("place", "locative") or _is_struck(name[0]):
        return True
    before = name[0].nbor(-1).lower_
    if before in _BESIDE:
        return True
    # "in Selm prison", not "in New York Stock Exchange trading"
    above = name.root.head
    inside = name.root.dep_ == "compound" and above.tag_ == "NN" and above.lower_ != "trading"
    return inside and before in words("place", "locative")


def _is_scene(name: Token) -> bool:
    """Whether something is said to be, or to have struck, where a name stands: "near", "shelling of Selm"."""
    return name.nbor(-1).lower_ in words("place", "unknown") or _is_struck(name)


def _is_struck(name: Token) -> bool:
    """Whether a name is that of what something struck: "the shelling of Selm", "a quake hit Selm"."""
    before = name.nbor(-1)
    if before.lower_ in {"of", "on"} and before.head in {name, name.head}:
        person = name.ent_type_ == "PERSON"
        things = words("place", "struck") if person else frame_words("incident", "words")
        return not things.isdisjoint({before.head.head.lemma_.lower(), before.head.head.lower_})
    if before.lemma_.lower() not in {"hit", "strike"} or not grammar.is_verb(before):
        return False
    causes = frame_words("incident", "words") | words("cause", "causes")
    return any(child.lemma_.lower() in causes for child in grammar.children(before, "nsubj"))


def _names_from(token: Token) -> Span:
    """Give the words of a name from its first on, where no model knows it as one."""
    end = token.i + 1
    while end < token.sent.end and token.doc[end].tag_ == "NNP" and not token.doc[end].ent_type_:
        end += 1
    return token.doc[token.i : end]


def _usual_spelling(place: str) -> str:
    pattern, usual = _spellings()
    return pattern.sub(lambda found: usual[found[0]], place)


@cache
def _spellings() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Find other spellings of names of places, and give the usual one of each."""
    spellings: dict[str, list[str]] = table()["place"]["spellings"]
    usual = {other: name for name, others in spellings.items() for other in others}
    longest_first = sorted(usual, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), usual
