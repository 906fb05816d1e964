"""How a noun is written as what is counted: its own words, and its head in the singular."""

from __future__ import annotations

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.nouns.amounts import names_measure
from addup.reading.nouns.balance import is_balance
from addup.reading.nouns.document import Nouns
from addup.reading.nouns.plurals import singular
from addup.records import Counted

_PARTICLES = frozenset({"away", "back", "down", "in", "off", "on", "out", "over", "up"})


def as_counted(nouns: Nouns, noun: Token) -> Counted:
    """Give a noun as what is counted: its words, and its head in the singular."""
    hyphened = noun.doc[noun.i - 2 : noun.i + 1] if noun.i > 1 and noun.nbor(-1).tag_ == "HYPH" else None
    if hyphened is not None and noun.lower_ == "by" and hyphened[0].tag_ == "NNS":
        return Counted(hyphened.text, f"{singular(hyphened[0].lower_)}-by")  # "passers-by"
    if hyphened is not None and _is_one_word(hyphened):
        plain = noun.text[:1].isdigit() or singular(noun.lower_) in _PARTICLES
        head = singular(noun.lower_) if plain else _singular_head(noun)
        whole = f"{hyphened[0].lower_}-{head}"
        return Counted(hyphened.text, whole)  # "write-offs", "co-sponsors", "e-mails", "front-runners"
    if hyphened is not None and noun.tag_ == "NNPS" and hyphened[0].text.istitle():
        return Counted(hyphened.text, f"{hyphened[0].text}-{_singular_head(noun)}")  # "Cuban-Americans"
    head = _singular_head(noun)
    states = words("people", "casualty_nouns") | words("people", "adjectives")
    if {head, head.lower()} & states and not is_balance(noun):
        return supplied("person")
    if noun.lower_ == "net":  # in accounts, "net" alone is net income
        return Counted("net income", "income")
    return Counted(_phrase(nouns, noun), head)


def supplied(noun: str) -> Counted:
    """Give what is counted where the text leaves its noun out."""
    return Counted(noun, noun)


def _phrase(nouns: Nouns, noun: Token) -> str:
    """Give the noun with its own words before it ("common stock", "Bell Creek fire"), or a whole name."""
    if noun.ent_type_ == "PERSON":
        return grammar.name_around(noun).text
    first = noun.i
    while first > noun.sent.start:
        token = nouns.doc[first - 1]
        own = token.head == noun and token.dep_ in {"compound", "amod"} and not token.like_num
        own = own or (token.dep_ == "compound" and first <= token.head.i < noun.i)
        # "pre-tax profits", "anti-tank mines": a word of its own keeps what is hyphened to it
        hyphened = first < noun.i and (token.tag_ == "HYPH" or nouns.doc[first].tag_ == "HYPH")
        if not (own or hyphened) or token.i in nouns.inside or token.lower_ in {"more", "fewer"}:
            break  # "two [more] people" are people
        first -= 1
    first += nouns.doc[first].tag_ == "HYPH"
    return nouns.doc[first : noun.i + 1].text


def _is_one_word(hyphened: Span) -> bool:
    """Whether what is before a hyphen makes one word with the noun behind it: "[front]-runners"."""
    first, noun = hyphened[0], hyphened[-1]
    if singular(noun.lower_) in _PARTICLES or _is_prefix(first):
        return True
    return first.is_lower and first.is_alpha and first.tag_ != "CD" and noun.tag_ in {"NN", "NNS"}


def _is_prefix(word: Token) -> bool:
    """Whether what is before a hyphen is no word of its own ("[sub]-indices"), or part of a model's name."""
    model = word.i + 2 < len(word.doc) and word.nbor(2).text[:1].isdigit() and not word.text.isdigit()
    return word.lower_ in words("prefix", "words") or (len(word) == 1 and word.is_alpha) or model


def _singular_head(noun: Token) -> str:
    """Give the head noun in the singular; a name as it stands, of a person the last one."""
    if noun.ent_type_ == "PERSON":
        return grammar.name_around(noun)[-1].text
    if noun.tag_ in {"NNP", "NNPS"}:
        word = noun.lower_ if names_measure(noun) else noun.text
        return singular(word) if noun.tag_ == "NNPS" else word
    if noun.lower_ == "people":
        return "person"
    if noun.tag_ == "VBG":
        return noun.lower_
    lemma = noun.lemma_.lower() or singular(noun.lower_)
    return f"{lemma[:-2]}is" if lemma in words("plural", "of_is") else lemma
